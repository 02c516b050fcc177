"""Filters views: by what the entries of a page can be found and put in order, and how many."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views.plan import entry
from planboard.words.vocabulary.dates import Timing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Group

__all__ = ["ENTRIES", "Choice", "FilterView", "Filtered", "choice", "nobody", "of_plan", "worth_it"]

ENTRIES: Final = "entries"
"""The place on a page that holds its entries."""

_FILE: Final = "actions.csv"
_NONE: Final = "none"
_INDENT: Final = "\N{NO-BREAK SPACE}" * 3
_FEWEST: Final = 2
"""Less than two entries, or two things to choose from, leave nothing to choose."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its code in the address of the page, and its words."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Filtered:
    """One list to choose from: its name in the address, its label, what it says at first."""

    name: str
    label: str
    first: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class FilterView:
    """By what the entries of one page can be found.

    ``entries`` is the place that holds them, ``name`` what they are called when there are many,
    and ``part`` what the parts are called in which they stand, if there are several. ``csv`` is
    the file that has a row for each, and ``file`` how the file of some is named.
    """

    entries: str
    title: str
    name: str
    left: str
    part: str
    lists: tuple[Filtered, ...]
    csv: str
    file: str


def of_plan(record: PlanInFull, told: PlanProgress) -> FilterView | None:
    """Return by what the actions of a plan can be found; None where there are not two of them.

    What nobody can choose between is left out. Numbers leave out what has left the plan.
    """
    if len(told.standings) < _FEWEST:
        return None
    page, names = routes.plan(record.id), wording.action_names(record.plan, 2)
    found = (
        Filtered("status", "Status", "Any status", _statuses(record, told)),
        Filtered("group", "Group", "Any group", _groups(record, told)),
        Filtered("owner", "Owner", "Any owner", _owners(record, told)),
        Filtered("timing", "Timing", "Any time", _timings(told)),
    )
    lists = worth_it(found)
    orders = _orders(told, {one.name for one in lists})
    if orders:
        lists = (*lists, Filtered("sort", "Sort by", "Plan order", orders))
    return FilterView(
        entries=ENTRIES,
        title=f"Find {names}",
        name=names,
        left="left the plan",
        part=record.plan.group_kind if len(record.plan.groups) >= _FEWEST else "",
        lists=lists,
        csv=routes.relative(routes.beside(page, _FILE), page),
        file=f"{record.id}-actions",
    )


def worth_it(found: Iterable[Filtered]) -> tuple[Filtered, ...]:
    """Return those of ``found`` in which there is something to choose between."""
    return tuple(one for one in found if len(one.choices) >= _FEWEST)


def _statuses(record: PlanInFull, told: PlanProgress) -> tuple[Choice, ...]:
    numbers = _numbers(told, lambda one: [one.action.status])
    return tuple(
        choice(count.level.code, record.scale.level(count.level.code).label, numbers)
        for count in told.counts
        if count.level.code in numbers
    )


def _groups(record: PlanInFull, told: PlanProgress) -> tuple[Choice, ...]:
    none = nobody(chain[-1].id for _, chain in record.plan.walk_groups())
    numbers = _numbers(told, lambda one: [group.id for group in one.groups] or [none])
    loose = (choice(none, "Under no group", numbers),) if none in numbers else ()
    return (
        *loose,
        *(
            choice(chain[-1].id, _INDENT * (len(chain) - 1) + _title(chain[-1]), numbers)
            for _, chain in record.plan.walk_groups()
            if chain[-1].id in numbers
        ),
    )


def _title(group: Group) -> str:
    """Return the title of a group as its heading has it; the kind stands there for a number."""
    if not group.number:
        return group.title
    return f"{wording.capital(group.kind)} {group.number}: {group.title}"


def _owners(record: PlanInFull, told: PlanProgress) -> tuple[Choice, ...]:
    none = nobody(owner for one in told.standings for owner in one.action.owners)
    numbers = _numbers(told, lambda one: one.action.owners or [none])
    roles = sorted((record.role(owner), owner) for owner in numbers if owner != none)
    roles.sort(key=lambda one: one[0].casefold())
    nobody_named = (choice(none, entry.NO_OWNER, numbers),) if none in numbers else ()
    return (*(choice(owner, role, numbers) for role, owner in roles), *nobody_named)


def _timings(told: PlanProgress) -> tuple[Choice, ...]:
    numbers = _numbers(told, lambda one: [one.timing] if one.timing else [])
    return tuple(
        choice(one, wording.timing(one, told.day, told.until), numbers)
        for one in Timing
        if one in numbers
    )


def _orders(told: PlanProgress, lists: set[str]) -> tuple[Choice, ...]:
    """Return in which orders the actions can be put, beside that of the plan."""
    dated = any(one.last_named for one in told.standings)
    updated = any(entry.newest_day(one.action) for one in told.standings)
    return (
        *((Choice("date", "Date"),) if dated else ()),
        *((Choice("status", "Status"),) if "status" in lists else ()),
        *((Choice("update", "Newest update"),) if updated else ()),
    )


def nobody(ids: Iterable[str]) -> str:
    """Return the code for none of ``ids``: ``none``, unless one of them is called so.

    No id has an underscore.
    """
    return f"{_NONE}_" if _NONE in ids else _NONE


def _numbers(told: PlanProgress, codes: Callable[[Standing], Iterable[str]]) -> Counter[str]:
    """Return how many current actions have each code; 0 where all that have it left the plan."""
    numbers = Counter(code for one in told.current for code in set(codes(one)))
    numbers.update({code: 0 for one in told.standings for code in codes(one)})
    return numbers


def choice(code: str, words: str, numbers: Mapping[str, int]) -> Choice:
    """Return one thing to choose, with how many entries have it."""
    return Choice(code, f"{words} ({wording.number(numbers[code])})")
