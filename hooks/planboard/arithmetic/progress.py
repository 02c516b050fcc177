"""Progress: the only room that counts a plan and judges its dates, always at its as-at day."""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Protocol

from planboard.truth.model.scale import NOT_ON_A_SCALE
from planboard.words.vocabulary.dates import EndDateState, ScheduleKind, Timing
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED, Stage, UpdateState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Action, Group
    from planboard.truth.model.scale import Level, Scale
    from planboard.truth.schedule import Span

__all__ = [
    "STALE_AFTER_DAYS",
    "Count",
    "GroupCounts",
    "PlanProgress",
    "Standing",
    "Tally",
    "counts_of",
    "months_after",
    "of_plan",
]

STALE_AFTER_DAYS: Final = 92
"""Three months at their longest (R082)."""

_STARTS = frozenset({ScheduleKind.START, ScheduleKind.START_BY})
_NO_PROGRESS_TOLD = frozenset(
    {UpdateState.NONE, UpdateState.EMPTY, UpdateState.PLACEHOLDER, UpdateState.FORWARD}
)


def months_after(day: date, months: int) -> date:
    """Return the same day ``months`` later; the last day of a month goes to the last of another.

    So what is due by the end of a month is due within one month of the last day before it.
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = calendar.monthrange(year, month)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month, last if is_last else min(day.day, last))


@dataclass(frozen=True, slots=True)
class Count:
    """How many actions stand at one level."""

    level: Level
    number: int

    @property
    def is_on_scale(self) -> bool:
        """Whether it is a level of the scale, and not one of the values beside every scale."""
        return self.level.code not in {NOT_RATED, NOT_PUBLISHED}


class Tally(Protocol):
    """Some actions of one plan, counted by status."""

    @property
    def counts(self) -> tuple[Count, ...]:
        """How many stand at each level, and beside the scale."""

    @property
    def total(self) -> int:
        """How many there are; the counts sum to it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One action, the groups above it, and the verdicts on its dates at the as-at day.

    The dates of an action that is finished, or has left the plan, are not judged; ``timing`` is
    None once it has left.
    """

    action: Action
    groups: tuple[Group, ...]
    finished: bool
    date_passed: bool
    start_passed: bool
    due_next: bool
    starts_next: bool
    stale: bool
    timing: Timing | None

    @property
    def without_update(self) -> bool:
        """Whether no progress was reported; a plan for later is not progress."""
        return self.action.update_state in _NO_PROGRESS_TOLD

    @property
    def last_named(self) -> Span | None:
        """The latest date its schedule names, be it a start or an end."""
        when = self.action.schedule
        return max(filter(None, (when.start, when.finish)), key=lambda one: one.last, default=None)


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """One top group and how its actions stand, groups inside it included.

    ``group`` is None for the actions that stand under no group.
    """

    group: Group | None
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """How many actions it has."""
        return sum(one.number for one in self.counts)


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """All verdicts on one plan, judged at the end of its as-at day or month.

    ``standings`` holds every action in the plan's order, ``current`` those that have not left
    the plan; only these are counted. ``groups`` share them out, so that they sum to ``counts``.
    """

    day: date
    until: date
    standings: tuple[Standing, ...]
    counts: tuple[Count, ...]
    groups: tuple[GroupCounts, ...]
    end_dates: tuple[tuple[EndDateState, int], ...]
    worst: Level | None

    @property
    def current(self) -> tuple[Standing, ...]:
        """The actions that are still in the plan."""
        return tuple(one for one in self.standings if one.action.left_on is None)

    @property
    def total(self) -> int:
        """How many actions are still in the plan; the counts sum to it."""
        return len(self.current)

    @property
    def without_end_date(self) -> int:
        """How many actions have no day by which they should be finished (R144).

        As soon as possible is an end, though no day; a completed action needs none.
        """
        return sum(number for state, number in self.end_dates if state in _NO_END)

    def number(self, code: str) -> int:
        """Return how many actions stand at the level with ``code``; 0 for an unknown one."""
        return next((one.number for one in self.counts if one.level.code == code), 0)

    def where(self, holds: Callable[[Standing], bool]) -> tuple[Standing, ...]:
        """Return the current actions for which ``holds`` is true, in the plan's order."""
        return tuple(one for one in self.current if holds(one))

    @property
    def worst_without_update(self) -> tuple[Standing, ...]:
        """Actions at the worst level of the scale on which no progress was reported."""
        code = self.worst.code if self.worst else None
        return self.where(lambda one: one.action.status == code and one.without_update)

    @property
    def passed(self) -> tuple[Standing, ...]:
        """Actions whose end date has passed and that are not finished."""
        return self.where(lambda one: one.date_passed)

    @property
    def starts_passed(self) -> tuple[Standing, ...]:
        """Actions whose start has passed, without a word on whether they began."""
        return self.where(lambda one: one.start_passed)

    @property
    def without_owner(self) -> tuple[Standing, ...]:
        """Actions that name no owner."""
        return self.where(lambda one: not one.action.owners)

    @property
    def without_update(self) -> tuple[Standing, ...]:
        """Actions that are not finished and on which no progress was reported."""
        return self.where(lambda one: one.without_update and not one.finished)

    @property
    def stale(self) -> tuple[Standing, ...]:
        """Actions whose newest dated update is too old; a site may say what too old is."""
        return self.where(lambda one: one.stale)

    @property
    def not_rated(self) -> tuple[Standing, ...]:
        """Actions whose rating is blank in the source."""
        return self.where(lambda one: one.action.status == NOT_RATED)

    @property
    def not_published(self) -> tuple[Standing, ...]:
        """Actions whose rating exists, but not in the published source."""
        return self.where(lambda one: one.action.status == NOT_PUBLISHED)

    @property
    def latest(self) -> tuple[Standing, ...]:
        """Actions that name the latest date of the plan, for a second look (R077)."""
        named = [(one, one.last_named.last) for one in self.current if one.last_named]
        latest = max((day for _, day in named), default=None)
        return tuple(one for one, day in named if day == latest)

    @property
    def due_next(self) -> tuple[Standing, ...]:
        """Actions due on the as-at day or later, before the near future ends, soonest first."""
        return _soonest(
            self.where(lambda one: one.due_next), lambda one: one.action.schedule.finish
        )

    @property
    def starts_next(self) -> tuple[Standing, ...]:
        """Actions that should start in the same time, soonest first."""
        return _soonest(
            self.where(lambda one: one.starts_next), lambda one: one.action.schedule.start
        )


_NO_END = frozenset(
    {
        EndDateState.ONGOING,
        EndDateState.START_ONLY,
        EndDateState.TO_BE_CONFIRMED,
        EndDateState.NOT_STATED,
    }
)


def _soonest(
    standings: tuple[Standing, ...], span: Callable[[Standing], Span | None]
) -> tuple[Standing, ...]:
    def last(one: Standing) -> date:
        covered = span(one)
        return covered.last if covered else date.max

    return tuple(sorted(standings, key=last))


def of_plan(
    record: PlanInFull, near_months: int, stale_after_days: int = STALE_AFTER_DAYS
) -> PlanProgress:
    """Return the verdicts on ``record`` at the end of its as-at day.

    ``near_months`` is how far ahead a date counts as coming next; an action is stale when its
    newest dated update is older than ``stale_after_days``.
    """
    day = record.plan.as_at.last
    until = months_after(day, near_months)
    standings = tuple(
        _standing(record, groups, action, day, until, stale_after_days)
        for _, groups, action in record.plan.walk_actions()
    )
    current = [one for one in standings if one.action.left_on is None]
    return PlanProgress(
        day=day,
        until=until,
        standings=standings,
        counts=counts_of(record.scale, current),
        groups=tuple(_groups(record, current)),
        end_dates=_end_dates(current),
        worst=record.scale.worst,
    )


def _groups(record: PlanInFull, current: Iterable[Standing]) -> Iterator[GroupCounts]:
    under: dict[str | None, list[Standing]] = {}
    for one in current:
        under.setdefault(one.groups[0].id if one.groups else None, []).append(one)
    if None in under:
        yield GroupCounts(None, counts_of(record.scale, under[None]))
    for group in record.plan.groups:
        yield GroupCounts(group, counts_of(record.scale, under.get(group.id, ())))


def _standing(  # noqa: PLR0913, PLR0917 - one argument for each thing a verdict hangs on
    record: PlanInFull,
    groups: tuple[Group, ...],
    action: Action,
    day: date,
    until: date,
    stale_after_days: int,
) -> Standing:
    when = action.schedule
    finished = record.is_finished(action)
    judged = not finished and action.left_on is None
    unbegun = judged and action.stage is not Stage.IN_PROGRESS
    start = when.start.last if when.start else None
    last = when.last_day if when.has_end_date else None
    age = record.days_without_news(action)
    return Standing(
        action=action,
        groups=groups,
        finished=finished,
        date_passed=judged and last is not None and last < day,
        start_passed=unbegun and when.kind in _STARTS and start is not None and start < day,
        due_next=judged and last is not None and day <= last <= until,
        starts_next=unbegun and start is not None and day <= start <= until,
        stale=judged and age is not None and age > stale_after_days,
        timing=None if action.left_on else _timing(action, day, until, finished=finished),
    )


def _timing(action: Action, day: date, until: date, *, finished: bool) -> Timing:
    """Return where the date of an action lies: its end, or its start where that is all it names.

    A start passes only where nothing says that the work began, as ``start_passed`` has it.
    """
    when = action.schedule
    named = when.finish if when.has_end_date else when.start
    if finished:
        return Timing.FINISHED
    if when.kind is ScheduleKind.ONGOING:
        return Timing.ONGOING
    if named is None:
        return Timing.NOT_STATED
    if named.last >= day:
        return Timing.NEXT if named.last <= until else Timing.LATER
    may_pass = when.kind in _STARTS and action.stage is not Stage.IN_PROGRESS
    return Timing.PASSED if when.has_end_date or may_pass else Timing.ONGOING


def counts_of(scale: Scale, standings: Iterable[Standing]) -> tuple[Count, ...]:
    """Return how many of ``standings`` stand at each level of ``scale`` and at none of them."""
    numbers = Counter(one.action.status for one in standings)
    return tuple(Count(level, numbers[level.code]) for level in (*scale.levels, *NOT_ON_A_SCALE))


def _end_dates(standings: Iterable[Standing]) -> tuple[tuple[EndDateState, int], ...]:
    numbers = Counter(one.action.schedule.end_date_state for one in standings)
    return tuple((state, numbers[state]) for state in EndDateState)
