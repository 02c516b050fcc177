"""Quarters: the only room that counts a plan by the quarter in which its end dates lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.progress import months_after
from planboard.words.vocabulary.dates import EndDateState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.progress import PlanProgress

__all__ = ["LONGEST_LULL", "DueByQuarter", "Quarter", "of_plan"]

LONGEST_LULL: Final = 4
"""Up to how many quarters in a row in which nothing is due stand one by one; more are one."""

_MONTHS: Final = 3
_IN_ORDER: Final = (
    EndDateState.ONGOING,
    EndDateState.START_ONLY,
    EndDateState.TO_BE_CONFIRMED,
    EndDateState.AS_SOON_AS_POSSIBLE,
    EndDateState.COMPLETED,
    EndDateState.NOT_STATED,
)


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a calendar year and how many actions end in it.

    A long time in which none does is one as well, from the first day of it to the last. It has
    ``passed`` when all of it lies before the as-at day.
    """

    first: date
    last: date
    number: int
    passed: bool

    @property
    def code(self) -> str:
        """Its name for programs: ``2022-Q4``; several are ``2023-Q1/2024-Q3``."""
        codes = [f"{day.year}-Q{_rank(day)}" for day in (self.first, self.last)]
        return "/".join(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class DueByQuarter:
    """The current actions of a plan by the quarter of their end date, and those without one.

    Every action is counted once: ``quarters`` hold those with an end date, zeros between them
    included, and ``others`` the rest by the reason why there is none (R144).
    """

    quarters: tuple[Quarter, ...]
    others: tuple[tuple[EndDateState, int], ...]

    @property
    def stated(self) -> int:
        """How many actions have an end date."""
        return sum(one.number for one in self.quarters)

    @property
    def busiest(self) -> Quarter | None:
        """The quarter in which most actions end; None when there is none, or several."""
        most = max((one.number for one in self.quarters), default=0)
        found = [one for one in self.quarters if one.number == most]
        return found[0] if len(found) == 1 else None


def of_plan(told: PlanProgress) -> DueByQuarter:
    """Return the actions still in a plan by the quarter of their end date.

    The last day that a date covers decides: what ends in a year ends in its last quarter (R076).
    """
    days = [
        one.action.schedule.last_day for one in told.current if one.action.schedule.has_end_date
    ]
    numbers = Counter(_first_day(day) for day in days if day)
    states = dict(told.end_dates)
    return DueByQuarter(
        quarters=tuple(_quarters(numbers, told.day)),
        others=tuple((state, states[state]) for state in _IN_ORDER if states[state]),
    )


def _quarters(numbers: Counter[date], seen_from: date) -> Iterator[Quarter]:
    due = sorted(numbers)
    for first, after in zip_longest(due, due[1:]):
        yield _quarter(first, first, numbers[first], seen_from)
        lull = _between(first, after) if after else []
        if len(lull) > LONGEST_LULL:
            yield _quarter(lull[0], lull[-1], 0, seen_from)
        else:
            yield from (_quarter(one, one, 0, seen_from) for one in lull)


def _between(first: date, after: date) -> list[date]:
    """Return the first day of each quarter after the one of ``first`` and before ``after``."""
    found = []
    while (first := months_after(first, _MONTHS)) < after:
        found.append(first)
    return found


def _quarter(first: date, last_one: date, number: int, seen_from: date) -> Quarter:
    last = months_after(last_one, _MONTHS) - timedelta(days=1)
    return Quarter(first, last, number, passed=last < seen_from)


def _first_day(day: date) -> date:
    return date(day.year, (_rank(day) - 1) * _MONTHS + 1, 1)


def _rank(day: date) -> int:
    return (day.month - 1) // _MONTHS + 1
