"""Forums: what community forums named as priorities, period by period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from pydantic import Field, PlainValidator, model_validator

from planboard.truth.model.fields import (
    Day,
    Days,
    Id,
    Line,
    Number,
    Record,
    Text,
    YesOrNo,
    closed_list,
    shape,
)
from planboard.truth.model.published import Published
from planboard.truth.model.returns import Return
from planboard.words.vocabulary.forums import AppointmentState
from planboard.words.vocabulary.plans import TargetOperator
from planboard.words.vocabulary.reports import Frequency

__all__ = [
    "Appointed",
    "Appointment",
    "Area",
    "AreaCount",
    "Category",
    "Contact",
    "Forum",
    "Forums",
    "Network",
    "Objective",
    "Paragraph",
    "Period",
    "Tally",
]

_COUNT: Final = re.compile(r"[0-9]{1,6}(?:\s*\+\s*[0-9]{1,6})*")
_ALIKE: Final = Decimal("1.1")
_NOT_PRINTED: Final = frozenset({"x", "[x]"})

_WholeNumber = Annotated[Number, Field(ge=0, multiple_of=1)]
_WHOLE: Final[dict[str, int]] = {"minimum": 0, "multipleOf": 1}


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many areas named a priority, with the parts that a source printed (R036).

    ``3 + 1`` is 4 with its parts. What the source does not print has no value, and is no zero.
    """

    value: int | None
    parts: tuple[int, ...] = ()


def _area_count(value: object) -> AreaCount:
    if isinstance(value, AreaCount):
        return value
    text = value.strip() if isinstance(value, str) else ""
    if text.lower() in _NOT_PRINTED:
        return AreaCount(None)
    if not _COUNT.fullmatch(text):
        raise ValueError(
            'is not a number of areas. Write figures, like 11, a sum as printed, like "3 + 1", or '
            "x where the source prints none."
        )
    parts = tuple(int(part) for part in text.split("+"))
    return AreaCount(sum(parts), parts if parts[1:] else ())


_Areas = Annotated[
    AreaCount,
    PlainValidator(_area_count),
    shape(
        type=["integer", "string"],
        minimum=0,
        pattern=r"^\s*(?:[0-9]{1,6}(?:\s*\+\s*[0-9]{1,6})*|\[?[Xx]\]?)\s*$",
        errorMessage="Write figures, a sum like 3 + 1, or x where the source prints none.",
        examples=[11, 0, "3 + 1", "x"],
    ),
]


class Area(Record):
    """A part of the country that has forums, from a day to a day where areas change."""

    id: Id
    """Its name for ever."""
    name: Line
    """What readers see."""
    kind: Line | None = Field(default=None, examples=["ward", "parish", "town"])
    """What kind of area it is."""
    parent: Id | None = None
    """The area it is a part of."""
    since: Day | None = None
    """Its first day, where it has not always been one."""
    until: Day | None = None
    """Its last day, where it is none any more."""


class Forum(Record):
    """A public meeting that names the priorities of an area."""

    thing: ClassVar = "forum"

    id: Id
    """Its name for ever: part of its address, never reused."""
    name: Line
    """What readers see."""
    area: Id
    """The area it is for."""
    meetings_per_year: Annotated[_WholeNumber, Field(ge=1)] | None = Field(
        default=None, json_schema_extra=dict(_WHOLE)
    )
    """How often it meets in a year."""
    next_on: Days | None = None
    """When it meets next."""

    @property
    def called(self) -> str:
        """What sentences call it."""
        return self.name


class Appointment(Record):
    """Somebody appointed to report from an area, or a place that nobody fills; never a name."""

    area: Id
    """The area."""
    role: Line | None = Field(default=None, examples=["Community safety ambassador"])
    """As what, where it is not what the record calls all of them."""
    state: Annotated[AppointmentState, closed_list(AppointmentState)]
    """Whether the place is filled."""
    since: Day | None = None
    """The first day of it."""
    until: Day | None = None
    """The last day of it."""


class Appointed(Record):
    """How the places of a network were first filled (R030)."""

    when: Days
    """When that was."""
    people: _WholeNumber = Field(json_schema_extra=dict(_WHOLE))
    """How many people were appointed."""
    positions: _WholeNumber = Field(json_schema_extra=dict(_WHOLE))
    """To how many places."""
    with_two_areas: _WholeNumber = Field(default=Decimal(0), json_schema_extra=dict(_WHOLE))
    """How many of the people had two places."""
    unfilled: _WholeNumber = Field(default=Decimal(0), json_schema_extra=dict(_WHOLE))
    """How many places nobody was found for."""


class Network(Record):
    """What a source says of its areas as a whole, where it does not list them all (R029)."""

    areas: _WholeNumber = Field(json_schema_extra=dict(_WHOLE))
    """How many areas there are."""
    filled: _WholeNumber = Field(json_schema_extra=dict(_WHOLE))
    """In how many of them somebody is appointed."""
    vacant: _WholeNumber = Field(json_schema_extra=dict(_WHOLE))
    """In how many of them nobody is."""
    people: _WholeNumber | None = Field(default=None, json_schema_extra=dict(_WHOLE))
    """How many people are appointed, where it is stated; it is never worked out."""
    appointed: Appointed | None = None
    """How the places were first filled."""
    areas_resigned: _WholeNumber | None = Field(default=None, json_schema_extra=dict(_WHOLE))
    """In how many areas somebody has resigned since."""


class Period(Record):
    """A stretch of time over which priorities are counted, with what is known of its returns."""

    id: Id
    """Its name in this file."""
    label: Line = Field(examples=["Jan- March 26"])
    """Its name as printed."""
    first_day: Day
    """Its first day."""
    last_day: Day
    """Its last day; a meeting on a day of two periods belongs to the first of them."""
    returns_expected: _WholeNumber | None = Field(default=None, json_schema_extra=dict(_WHOLE))
    """How many returns should have come, where it is stated."""
    returns_received: _WholeNumber | None = Field(default=None, json_schema_extra=dict(_WHOLE))
    """How many came, where it is stated."""

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.last_day < self.first_day:
            raise ValueError("ends before it begins. Correct first_day or last_day.")
        return self

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_day - self.first_day).days + 1

    def shared_with(self, other: Period) -> tuple[date, date] | None:
        """Return the first and the last day that both have, None where they share none."""
        first, last = max(self.first_day, other.first_day), min(self.last_day, other.last_day)
        return (first, last) if first <= last else None

    def is_as_long_as(self, other: Period) -> bool:
        """Return whether the two differ in length by a tenth at most (R038)."""
        return max(self.days, other.days) <= _ALIKE * min(self.days, other.days)


class Tally(Record):
    """A row of a published table: a priority, and how many areas named it in each period."""

    priority: Line
    """The priority, as printed."""
    areas: tuple[_Areas, ...]
    """How many areas named it: a figure for each period, in their order."""
    names_none: YesOrNo = False
    """Whether the row counts the areas that named no priority (R037)."""


class Category(Record):
    """Priorities that are counted together, under a name; readers see which they are (R042)."""

    id: Id
    """Its name in this file."""
    name: Line
    """What readers see."""
    priorities: tuple[Line, ...] = Field(min_length=1)
    """The priorities in it, as they are written."""


class Objective(Record):
    """What those who report from forums are asked to do in the months to come (R054)."""

    id: Id
    """Its name for ever."""
    number: Line | None = None
    """The number as printed."""
    text: Text
    """What is asked, in plain words."""
    target: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, json_schema_extra={"minimum": 0}
    )
    """The figure to reach, if there is one."""
    operator: Annotated[TargetOperator, closed_list(TargetOperator)] = TargetOperator.EXACTLY
    """How the figure is to be read."""
    what: Line | None = Field(default=None, examples=["community organisations"])
    """What the figure counts."""
    when: Line | None = Field(default=None, examples=["every 6 months"])
    """When, in plain words, where it is no one day."""
    by: Day | None = None
    """The day by which it is to be done."""


class Contact(Record):
    """An organisation that those who report are in touch with; never a person (R033)."""

    organisation: Line
    """Its name."""
    kind: Line = Field(examples=["school", "parish council"])
    """What kind of organisation it is."""
    frequency: Annotated[Frequency, closed_list(Frequency)] | None = None
    """How often they are in touch."""
    method: Line | None = Field(default=None, examples=["meeting", "e-mail"])
    """In what way."""


class Paragraph(Record):
    """A numbered paragraph of the document, which keeps its place on the page for ever (R064)."""

    number: Line = Field(examples=["2.1"])
    """The number as printed."""
    text: Text
    """What it says, in our own plain words."""


class Forums(Published):
    """The forums of an area, what they named as priorities, and what was done."""

    appointee_name: Line = Field(default="representative", examples=["community safety ambassador"])
    """What those are called who are appointed to report from a forum."""
    printed_table: Line | None = None
    """The name of the table of priorities, as printed."""
    return_within_days: Annotated[Number, Field(ge=0, multiple_of=1)] = Field(
        default=Decimal(14), json_schema_extra=dict(_WHOLE)
    )
    """Within how many days of the meeting a return is on time (R061)."""
    review_after_months: Annotated[Number, Field(ge=1, multiple_of=1)] = Field(
        default=Decimal(3), json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """After how many months the priorities of a forum are due for review (R174)."""
    report_months: Annotated[Number, Field(ge=1, multiple_of=1)] = Field(
        default=Decimal(3), json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """How many months a return looks back on (R065)."""
    objective_months: Annotated[Number, Field(ge=1, multiple_of=1)] = Field(
        default=Decimal(6), json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """How many months the objectives are for."""
    network: Network | None = None
    """What the source says of all areas, where it does not list each."""
    areas: tuple[Area, ...] = ()
    """The areas."""
    forums: tuple[Forum, ...] = ()
    """The forums."""
    appointments: tuple[Appointment, ...] = ()
    """Who reports from which area, as places that are filled or not."""
    periods: tuple[Period, ...] = ()
    """The periods, the earliest first."""
    tallies: tuple[Tally, ...] = ()
    """A published table of priorities, a row each."""
    categories: tuple[Category, ...] = ()
    """Priorities that are also counted together."""
    good_news: tuple[Line, ...] = ()
    """What went well, where the source tells it of all forums together."""
    objectives: tuple[Objective, ...] = ()
    """What those who report are asked to do next."""
    contacts: tuple[Contact, ...] = ()
    """The organisations that those who report are in touch with."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The document in short, paragraph by paragraph, for those who speak of it by numbers."""
    returns: tuple[Return, ...] = ()
    """What was sent in after each meeting."""

    def period_of(self, day: date) -> Period | None:
        """Return the first period that has ``day`` in it (R062)."""
        return next((one for one in self.periods if one.first_day <= day <= one.last_day), None)

    def returns_in(self, period: Period) -> tuple[Return, ...]:
        """Return the returns on meetings that belong to ``period``, in the order of the file."""
        return tuple(one for one in self.returns if self.period_of(one.met_on) is period)

    def areas_naming(self, period: Period) -> dict[str, frozenset[str]]:
        """Return which areas named each priority in ``period``, by the returns (R035).

        Two forums of one area count once.
        """
        home = {one.id: one.area for one in self.forums}
        found: dict[str, set[str]] = {}
        for one in self.returns_in(period):
            for label in one.priorities:
                found.setdefault(label, set()).add(home.get(one.forum, one.forum))
        return {label: frozenset(areas) for label, areas in found.items()}

    def areas_naming_none(self, period: Period) -> frozenset[str]:
        """Return the areas whose returns in ``period`` name no priority at all (R037)."""
        home = {one.id: one.area for one in self.forums}
        asked = {home.get(one.forum, one.forum) for one in self.returns_in(period)}
        return frozenset(asked - set().union(*self.areas_naming(period).values()))
