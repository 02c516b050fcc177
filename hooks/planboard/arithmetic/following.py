"""Following: the only room that knows of which months the next issue of a newsletter is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from planboard.truth.dates import Span, read_span
from planboard.words.vocabulary.dates import MONTHS, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["as_written", "months_after"]

_APRIL: Final = 4
_QUARTER: Final = 3
_HALF_YEAR: Final = 6
_YEAR: Final = 12
_SEASONS: Final = ("Winter", "Spring", "Summer", "Autumn")


def months_after(record: ProgrammeInFull, told: ProgrammeTold, before: Span | None) -> Span | None:
    """Return the months that the next issue of a newsletter is about; None if nothing was held.

    They are those after ``before``, which are the months of the last issue, and are as many, so
    far as the facts of the programme reach. Otherwise they are the newest in which sessions were
    held: whole ones if there are any, and a quarter where no issue was before.
    """
    facts = record.programme.as_at.last
    precision = before.precision if before else Precision.QUARTER
    if before:
        following = _around(before.last + timedelta(days=1), before.precision)
        if following.first <= facts and _is_inside(following, record):
            return following
    held = [month for month, done in told.done.by_month.items() if done.sessions]
    ways = [
        [span for span in _inside(record, one) if _has_any(span, held)]
        for one in (precision, Precision.MONTH)
    ]
    whole = [[span for span in spans if span.last <= facts] for spans in ways]
    return next((spans[-1] for spans in (*whole, *ways) if spans), None)


def as_written(span: Span) -> str:
    """Return some whole months as a file has them: ``2025-07``, ``Q2 2025/26``, ``2025/26``."""
    year, month = span.first.year, span.first.month
    began = year - (month < _APRIL)
    since_april = (month - _APRIL) % _YEAR
    season = _SEASONS[month % _YEAR // _QUARTER]
    return {
        Precision.DAY: f"{span.first}",
        Precision.MONTH: _month(year, month),
        Precision.QUARTER: f"Q{since_april // _QUARTER + 1} {_pair(began)}",
        Precision.SEASON: f"{season} {_pair(year) if season == _SEASONS[0] else year}",
        Precision.HALF_YEAR: f"H{since_april // _HALF_YEAR + 1} {_pair(began)}",
        Precision.YEAR: f"{year}",
        Precision.FINANCIAL_YEAR: _pair(began),
    }[span.precision]


def _month(year: int, month: int) -> str:
    """Return a month in figures, but in words where the figures could be a financial year."""
    figures = f"{year}-{month:02}"
    return f"{MONTHS[month - 1]} {year}" if (year + 1) % 100 == month else figures


def _pair(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def _around(day: date, precision: Precision) -> Span:
    """Return the month, quarter or year that ``day`` is the first of."""
    return read_span(as_written(Span(day, day, precision)))


def _inside(record: ProgrammeInFull, precision: Precision) -> Iterator[Span]:
    """Yield each month, quarter or year inside the period of a programme."""
    for month in record.programme.months:
        span = _around(month, precision)
        if span.first == month and _is_inside(span, record):
            yield span


def _is_inside(span: Span, record: ProgrammeInFull) -> bool:
    first, last = record.programme.months[0], record.programme.months[-1]
    return first <= span.first and span.last.replace(day=1) <= last


def _has_any(span: Span, months: list[date]) -> bool:
    return any(span.first <= month <= span.last for month in months)
