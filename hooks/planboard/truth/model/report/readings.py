"""Readings: the figures that were reported of a measure, and what they say by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, model_validator

from planboard.truth.model.fields import (
    Day,
    Days,
    Id,
    Line,
    Number,
    Record,
    Text,
    YesOrNo,
    as_days,
    closed_list,
)
from planboard.truth.schedule import Span
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.reports import Certainty, Marker

__all__ = [
    "IN_PLACE",
    "PER_CENT",
    "Outside",
    "Period",
    "Reading",
    "Stretch",
    "outside",
    "rests_on_fewer",
    "shown",
    "stretch",
]

PER_CENT: Final = "%"
IN_PLACE: Final = frozenset(
    {Marker.WITHHELD, Marker.NOT_AVAILABLE, Marker.NOT_APPLICABLE, Marker.NONE_RECORDED}
)
"""Markers that may stand where a figure belongs."""
_FEWEST_PARTS: Final = 2
_TELLING: Final = ("value", "number", "low", "high", "numerator", "denominator", "revised_from")
"""What tells a figure that is withheld."""


class Period(Record):
    """A stretch of time that observations name (R180)."""

    id: Id
    """Its name in this file."""
    title: Line
    """What readers see: ``1 June to 31 October 2014``."""
    days: Days | None = None
    """The days it covers, where one date says them."""
    first: Day | None = None
    """Its first day, where one date does not."""
    last: Day | None = None
    """Its last day, included."""

    @model_validator(mode="after")
    def _once(self) -> Period:
        if self.days and (self.first or self.last):
            raise ValueError("has its days twice. Keep days, or first and last.")
        if bool(self.first) != bool(self.last):
            raise ValueError("has one end only. Write both first and last, or neither.")
        if self.first and self.last and self.first > self.last:
            raise ValueError("ends before it begins. Correct first or last.")
        return self


def _split(value: object) -> object:
    return [one for one in value.split(";") if one.strip()] if isinstance(value, str) else value


def _bare(value: object) -> object:
    return value.strip().removeprefix("[").removesuffix("]") if isinstance(value, str) else value


_Marker = Annotated[Marker, closed_list(Marker), BeforeValidator(_bare)]
_Markers = Annotated[
    tuple[_Marker, ...], BeforeValidator(_split, json_schema_input_type=Line | tuple[_Marker, ...])
]


class Reading(Record):
    """One figure of a measure, as published."""

    measure: Id
    """The measure it is a value of."""
    group: Line | None = None
    """The part of the whole it is about, such as a role or an area."""
    part: Line | None = None
    """What of it, where one measure has several figures for each group: fully, partly."""
    area: Id | None = None
    """The area it is about, where the report lists its areas."""
    period: Line | None = None
    """The period: an id from periods, or a date such as 2016/17."""
    as_at: Day | None = None
    """The day it was true, where it is no period."""
    value: Line | None = None
    """The figure as published: ``over 50%``."""
    number: Number | None = None
    """The same as a number: ``50``."""
    low: Number | None = None
    """The lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    unit: Line | None = None
    """The unit, where it is not the one of the measure."""
    qualifier: Annotated[Certainty, closed_list(Certainty)] = Certainty.EXACT
    """How the figure is to be read."""
    numerator: Number | None = None
    """How many of the base."""
    denominator: Number | None = None
    """The base."""
    marker: _Markers = ()
    """The shorthand beside it or in its place, such as ``p`` or ``c``."""
    derived: YesOrNo = False
    """Whether it was worked out from published figures and is not published itself."""
    revised_from: Number | None = None
    """What it was before it was revised."""
    note: Text | None = None
    """What readers should know, such as why it is withheld."""

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The lower and the upper end of what it says, if it says a number."""
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None if self.number is None else (self.number, self.number)

    @property
    def in_place(self) -> Marker | None:
        """The marker that stands where its figure belongs, if it has no figure."""
        has_figure = self.value is not None or self.ends is not None or self.numerator is not None
        found = (one for one in self.marker if one in IN_PLACE)
        return None if has_figure else next(found, None)

    @property
    def share(self) -> Decimal | None:
        """What its counts come to in per cent, as far as it says both."""
        if self.numerator is None or not self.denominator:
            return None
        return 100 * self.numerator / self.denominator

    def counts_agree(self, unit: str | None) -> bool:
        """Return whether its per cent, rounded as it is written, are those of its counts (R119)."""
        if self.share is None or self.number is None or unit != PER_CENT:
            return True
        return self.share.quantize(_last_place(self.number), ROUND_HALF_UP) == self.number

    def lacks_base(self, unit: str | None) -> bool:
        """Return whether it is a figure in per cent that does not say of how many (R120)."""
        return unit == PER_CENT and self.share is None and self.ends is not None


def _last_place(number: Decimal) -> Decimal:
    """Return one in the last place to which ``number`` is written: 0.1 for 74.2."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def rests_on_fewer(reading: Reading, unit: str | None, than: Decimal | None) -> bool:
    """Return whether a figure rests on fewer than so many, so that it is withheld (R121).

    It rests on its base, or on the number itself where something is counted; 0 is nobody.
    """
    if than is None:
        return False
    base = reading.denominator
    if base is None and (reading.unit or unit) != PER_CENT:
        base = reading.number
    return base is not None and 0 < base < than


def shown(reading: Reading, unit: str | None, suppress_below: Decimal | None) -> Reading:
    """Return ``reading`` as it may be published: without its figure where that is withheld."""
    if not rests_on_fewer(reading, unit, suppress_below):
        return reading
    beside = (one for one in reading.marker if one not in IN_PLACE)
    told = {"marker": (Marker.WITHHELD, *beside), "qualifier": Certainty.EXACT}
    return reading.model_copy(update={**dict.fromkeys(_TELLING), **told})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that a reading is about, as far as they are known, and how they are named.

    ``title`` is the name of a period of the report; without one the words of ``span`` name it.
    """

    title: str = ""
    span: Span | None = None
    first: date | None = None
    last: date | None = None

    @property
    def days(self) -> int | None:
        """How many days there are in it."""
        return (self.last - self.first).days + 1 if self.first and self.last else None


def stretch(reading: Reading, periods: Mapping[str, Period]) -> Stretch | None:
    """Return the days that ``reading`` is about; None where it says none.

    Raises:
        ValueError: its period is neither one of ``periods`` nor a date.
    """
    if reading.period is None:
        if reading.as_at is None:
            return None
        day = Span(reading.as_at, reading.as_at, Precision.DAY)
        return Stretch(span=day, first=day.first, last=day.last)
    if reading.period in periods:
        period = periods[reading.period]
        days = period.days
        first, last = (days.first, days.last) if days else (period.first, period.last)
        return Stretch(title=period.title, span=days, first=first, last=last)
    span = as_days(reading.period)
    return Stretch(span=span, first=span.first, last=span.last)


@dataclass(frozen=True, slots=True)
class Outside:
    """A figure of a whole that lies outside the figures of its parts, or is not their sum.

    ``low`` and ``high`` are the least and the most that the parts allow; ``index`` is the place of
    the figure among all of its report.
    """

    index: int
    whole: Reading
    low: Decimal
    high: Decimal


def outside(
    whole: str | None, readings: Sequence[tuple[int, Reading]], unit: str | None
) -> Iterator[Outside]:
    """Yield each figure of the group ``whole`` that its parts do not allow (R113).

    ``readings`` are those of one measure with their places. Per cent of a whole lie between those
    of its parts, and what is counted is their sum; that is only certain where all parts are known.
    """
    for index, total in readings:
        if whole is None or total.group != whole or total.number is None:
            continue
        parts = [
            one
            for _, one in readings
            if one.group != whole and _same_time(one, total) and one.part == total.part
        ]
        numbers = [one.number for one in parts if one.number is not None]
        if len(parts) < _FEWEST_PARTS or len(numbers) < len(parts):
            continue
        if (total.unit or unit) == PER_CENT:
            low, high = min(numbers), max(numbers)
        else:
            low = high = sum(numbers, Decimal(0))
        if not low <= total.number <= high:
            yield Outside(index, total, low, high)


def _same_time(one: Reading, other: Reading) -> bool:
    return (one.period, one.as_at) == (other.period, other.as_at)
