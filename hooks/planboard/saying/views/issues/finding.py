"""Finding views: by what the issues of a log can be found and put in order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes.forms import NO_LEVEL
from planboard.saying import labels, routes
from planboard.saying.views import filters
from planboard.saying.views.filters import Choice, Filtered, FilterView
from planboard.saying.views.issues import states

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers
    from planboard.truth.in_full import IssuesInFull

__all__ = ["filters_of"]

_FILE: Final = "issues.csv"
_FEWEST: Final = 2


def filters_of(record: IssuesInFull, told: Answers) -> FilterView | None:
    """Return by what the issues of a log can be found; None where there are not two of them."""
    if told.total < _FEWEST:
        return None
    lists = filters.worth_it(
        (
            Filtered("status", "State", "Any state", _states(told)),
            Filtered("level", "Response", "Any response", _levels(told)),
            Filtered("told", "Told", "Told or not", _told(told)),
            Filtered("owner", "Who", "Anyone", _named(record, told)),
        )
    )
    orders = _orders(told, {one.name for one in lists})
    if orders:
        lists = (*lists, Filtered("sort", "Sort by", "Order of the log", orders))
    page = routes.issues(record.id)
    return FilterView(
        entries=filters.ENTRIES,
        title="Find issues",
        name=record.part_names(2),
        left="",
        part="",
        lists=lists,
        csv=routes.relative(routes.beside(page, _FILE), page),
        file=f"{record.id}-issues",
    )


def _states(told: Answers) -> tuple[Choice, ...]:
    numbers = {state.value: number for state, number in told.states}
    return tuple(
        filters.choice(state.value, states.tag(state).label, numbers)
        for state, number in told.states
        if number
    )


def _levels(told: Answers) -> tuple[Choice, ...]:
    numbers = {level or NO_LEVEL: number for level, number in told.levels}
    return tuple(
        filters.choice(
            level or NO_LEVEL,
            labels.RESPONSE_LEVELS[level] if level else "Not stated",
            numbers,
        )
        for level, number in told.levels
        if number
    )


def _told(told: Answers) -> tuple[Choice, ...]:
    numbers = {state.value: number for state, number in told.told}
    return tuple(
        filters.choice(state.value, labels.TOLD_STATES[state], numbers)
        for state, number in told.told
        if number
    )


def _named(record: IssuesInFull, told: Answers) -> tuple[Choice, ...]:
    """Return everybody who is named on an issue, as owner or on one of its answers."""
    none = filters.nobody(name for one in told.standings for name in one.issue.named)
    numbers = Counter(name for one in told.standings for name in one.issue.named or (none,))
    roles = sorted(
        ((record.role(name), name) for name in numbers if name != none),
        key=lambda one: one[0].casefold(),
    )
    nobody = (filters.choice(none, "Nobody named", numbers),) if none in numbers else ()
    return (*(filters.choice(name, role, numbers) for role, name in roles), *nobody)


def _orders(told: Answers, lists: set[str]) -> tuple[Choice, ...]:
    """Return in which orders the issues can be put, beside that of the log."""
    raised = any(one.issue.raised.on for one in told.standings)
    dated = any(action.done_on for one in told.standings for action in one.issue.actions)
    return (
        *((Choice("date", "Day raised"),) if raised else ()),
        *((Choice("status", "State"),) if "status" in lists else ()),
        *((Choice("update", "Newest answer"),) if dated else ()),
    )
