"""Counts: how many areas named each priority, period by period, and what may be compared."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planboard.truth.model.forums import AreaCount
from planboard.truth.model.returns import MOST_PRIORITIES
from planboard.words.vocabulary.forums import Movement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from planboard.truth.model.forums import Forums, Period

__all__ = [
    "Comparison",
    "Counts",
    "Named",
    "PeriodCount",
    "Priority",
    "Together",
    "of_forums",
]

_NONE: Final = "No priority named"
_DAYS_OF_A_MONTH: Final = Decimal("30.4375")
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Named:
    """One priority in one period: how many areas named it, and its place among the others.

    ``areas`` is None where the source prints no figure. What no area named has no rank.
    """

    areas: int | None
    parts: tuple[int, ...] = ()
    rank: int | None = None
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Priority:
    """One priority over all periods, and how it moved from the last but one to the last.

    ``movement`` is None where there is nothing to compare: one period, or none of the two in
    which it was named. ``percent`` is None unless the periods are alike and the base is large.
    """

    label: str
    named: tuple[Named, ...]
    change: int | None = None
    percent: Decimal | None = None
    movement: Movement | None = None


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """One period: how often priorities were named in it, and what is known of its returns.

    ``named_none`` are the areas that named no priority, None where that is not known.
    ``on_record`` is the number of returns here, ``received`` the stated one, or else that.
    ``at_least`` is how many areas must have answered, where nothing says how many did (R039).
    """

    period: Period
    total: int
    named_none: int | None
    on_record: int
    received: int | None
    expected: int | None
    at_least: int | None

    @property
    def with_none(self) -> int:
        """The sum of its column with the areas that named no priority."""
        return self.total + (self.named_none or 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far the last two periods may be compared (R038).

    ``months`` are how long each is, about. ``shared`` are the first and the last day that both
    have, if any.
    """

    earlier: Period
    later: Period
    months: tuple[int, int]
    shared: tuple[date, date] | None
    unequal: bool
    returns_known: bool

    @property
    def alike(self) -> bool:
        """Whether the two are of one length and share no day."""
        return self.shared is None and not self.unequal


@dataclass(frozen=True, slots=True)
class Together:
    """Priorities that are counted together, with how many areas named any of them.

    Where only published figures are known, an area that named two of them counts twice:
    ``distinct`` is then false.
    """

    name: str
    priorities: tuple[str, ...]
    areas: tuple[int | None, ...]
    distinct: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What areas named, period by period.

    ``published`` is true of figures typed from a table, false of those counted from returns.
    ``none_label`` is what the areas that named no priority are called.
    """

    published: bool
    none_label: str
    priorities: tuple[Priority, ...]
    periods: tuple[PeriodCount, ...]
    comparison: Comparison | None
    together: tuple[Together, ...]

    def moved(self, *how: Movement) -> tuple[Priority, ...]:
        """Return the priorities that moved in one of these ways."""
        return tuple(one for one in self.priorities if one.movement in how)


def of_forums(forums: Forums, smallest_base: int) -> Counts:
    """Return what areas named by published figures, or else by returns."""
    published = bool(forums.tallies)
    rows = _published(forums) if published else _returned(forums)
    columns = [_ranked([row[at] for _, row in rows]) for at in range(len(forums.periods))]
    comparison = _comparison(forums)
    priorities = tuple(
        _priority(label, [column[at] for column in columns], comparison, smallest_base)
        for at, (label, _) in enumerate(rows)
    )
    periods = tuple(
        _period(forums, period, [one.areas for one in column], at, published=published)
        for at, (period, column) in enumerate(zip(forums.periods, columns, strict=True))
    )
    return Counts(
        published=published,
        none_label=next((one.priority for one in forums.tallies if one.names_none), _NONE),
        priorities=priorities,
        periods=periods,
        comparison=comparison,
        together=tuple(_together(forums, priorities, published=published)),
    )


_Row = tuple[str, "Sequence[AreaCount]"]


def _published(forums: Forums) -> list[_Row]:
    return [
        (one.priority, _filled(one.areas, len(forums.periods)))
        for one in forums.tallies
        if not one.names_none
    ]


def _filled(areas: Sequence[AreaCount], length: int) -> Sequence[AreaCount]:
    """Return ``areas`` with one for each period; a row that is too short has its complaint."""
    return (*areas, *(AreaCount(None) for _ in range(length)))[:length]


def _returned(forums: Forums) -> list[_Row]:
    naming = [forums.areas_naming(period) for period in forums.periods]
    labels = dict.fromkeys(label for one in naming for label in one)
    return [(label, [AreaCount(len(one.get(label, ()))) for one in naming]) for label in labels]


def _ranked(column: Sequence[AreaCount]) -> list[Named]:
    numbers = [one.value for one in column if one.value]

    def of(one: AreaCount) -> Named:
        if not one.value:
            return Named(one.value, one.parts)
        rank = 1 + sum(number > one.value for number in numbers)
        return Named(one.value, one.parts, rank, joint=numbers.count(one.value) > 1)

    return [of(one) for one in column]


def _priority(
    label: str, named: Sequence[Named], comparison: Comparison | None, smallest_base: int
) -> Priority:
    whole = Priority(label, tuple(named))
    if comparison is None:
        return whole
    was, now = named[-2].areas, named[-1].areas
    if was is None or now is None:
        return Priority(label, whole.named, movement=Movement.NOT_STATED)
    if not was and not now:
        return whole
    may_be_shared = comparison.alike and was >= smallest_base
    return Priority(
        label,
        whole.named,
        change=now - was,
        percent=100 * Decimal(now - was) / was if may_be_shared else None,
        movement=_movement(was, now),
    )


def _movement(was: int, now: int) -> Movement:
    if not was:
        return Movement.NEW
    if not now:
        return Movement.DROPPED
    return Movement.SAME if was == now else Movement.UP if now > was else Movement.DOWN


def _period(
    forums: Forums, period: Period, numbers: Sequence[int | None], at: int, *, published: bool
) -> PeriodCount:
    here = len(forums.returns_in(period))
    none = _printed_none(forums, at) if published else len(forums.areas_naming_none(period))
    stated = period.returns_received
    received = int(stated) if stated is not None else here or None
    known = [one for one in numbers if one is not None]
    total = sum(known)
    guessed = published and received is None and len(known) == len(numbers)
    fewest = max((math.ceil(total / MOST_PRIORITIES), *known))
    return PeriodCount(
        period=period,
        total=total,
        named_none=none,
        on_record=here,
        received=received,
        expected=None if period.returns_expected is None else int(period.returns_expected),
        at_least=fewest + (none or 0) if guessed else None,
    )


def _printed_none(forums: Forums, at: int) -> int | None:
    found = [
        one.areas[at].value for one in forums.tallies if one.names_none and at < len(one.areas)
    ]
    return found[0] if found else None


def _comparison(forums: Forums) -> Comparison | None:
    if len(forums.periods) < _PAIR:
        return None
    earlier, later = forums.periods[-2:]
    known = all(
        one.returns_received is not None or forums.returns_in(one) for one in (earlier, later)
    )
    return Comparison(
        earlier=earlier,
        later=later,
        months=(_months(earlier), _months(later)),
        shared=earlier.shared_with(later),
        unequal=not earlier.is_as_long_as(later),
        returns_known=known,
    )


def _months(period: Period) -> int:
    return round(period.days / _DAYS_OF_A_MONTH)


def _together(
    forums: Forums, priorities: Iterable[Priority], *, published: bool
) -> Iterator[Together]:
    by_label = {one.label: one for one in priorities}
    naming = [forums.areas_naming(period) for period in forums.periods]
    for category in forums.categories:
        labels = tuple(label for label in category.priorities if label in by_label)
        if published:
            areas = tuple(
                _sum(by_label[label].named[at].areas for label in labels)
                for at in range(len(forums.periods))
            )
        else:
            areas = tuple(
                len(set().union(*(one.get(label, frozenset()) for label in labels)))
                for one in naming
            )
        yield Together(category.name, labels, areas, distinct=not published)


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    known = [one for one in found if one is not None]
    return sum(known) if len(known) == len(found) else None
