"""Dates: what written dates promise, and how exactly they name a day."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["MONTHS", "EndDateState", "Precision", "ScheduleKind", "Timing"]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months as they are written out, January first."""


class ScheduleKind(StrEnum):
    """What the words of a date column promise."""

    FINISH_BY = "finish_by"
    START_BY = "start_by"
    START = "start"
    START_THEN_BAU = "start_then_bau"
    RANGE = "range"
    ONGOING = "ongoing"
    ASAP = "asap"
    COMPLETED = "completed"
    TO_BE_CONFIRMED = "to_be_confirmed"
    NOT_STATED = "not_stated"


class Precision(StrEnum):
    """How exactly the words name their day."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"


class EndDateState(StrEnum):
    """Whether an action has a day by which it should be finished, and why not."""

    STATED = "stated"
    ONGOING = "ongoing"
    START_ONLY = "start_only"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    TO_BE_CONFIRMED = "to_be_confirmed"
    COMPLETED = "completed"
    NOT_STATED = "not_stated"


class Timing(StrEnum):
    """Where the date of an action lies, seen from the as-at day; every action has one of them."""

    PASSED = "passed"
    """Its end has passed, or its start with no word that it began; it is not finished."""
    NEXT = "next"
    """In the near future that a site sets, three months unless it says otherwise."""
    LATER = "later"
    """After that."""
    ONGOING = "ongoing"
    """It goes on without an end, in the words of the plan or since it began."""
    NOT_STATED = "not_stated"
    """No day is named: none stated, to be confirmed, or as soon as possible."""
    FINISHED = "finished"
    """Nothing is left to do, whatever its date."""
