"""Sessions: one row of the return that a team sends in, and such rows added up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Final

from pydantic import Field, PlainValidator, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from planboard.truth.model.fields import Count, Day, Line, Record, TextOrNothing, shape
from planboard.truth.model.programme.sites import Position
from planboard.words.problems import Place
from planboard.words.vocabulary.programmes import SessionState

__all__ = ["Clock", "Repeated", "Session", "SessionGroup", "Sessions"]

_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:[:.][0-5][0-9])?")
_NOT_HELD: Final = re.compile(r"\s*(abandon|cancel)", re.IGNORECASE)
_NEEDED: Final = ("duration_minutes", "volunteers", "vehicles_passed", "vehicles_over_threshold")
"""Counts that may be blank only where no session was held."""


def _clock(value: object) -> time:
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError("is not a time of day. Write hours and minutes, like 08:05 or 17:30.")
    return time(int(found[1]), int(found[2]))


Clock = Annotated[
    time,
    PlainValidator(_clock),
    shape(
        type="string",
        pattern=rf"^\s*{_CLOCK.pattern}\s*$",
        errorMessage="Write hours and minutes, like 08:05.",
        examples=["08:05", "17:30"],
    ),
]
"""A time of day, in hours and minutes."""


class Session(Record):
    """One session at the roadside, in the twelve columns of the return of a team (R010)."""

    team: Line
    """The team, by its name or id."""
    session_date: Day
    """The day of the session."""
    site: Line
    """The site, by its name or id."""
    w3w: Position | None = None
    """The what3words address of the site; it is compared and never published."""
    speed_limit_mph: Annotated[Count, Field(ge=5, le=70)]
    """The speed limit there."""
    start_time: Clock | None = None
    """When the session began."""
    duration_minutes: Annotated[Count, Field(le=1440)] | None = None
    """How many minutes it lasted; blank only if notes begin with Abandoned or Cancelled."""
    volunteers: Annotated[Count, Field(le=100)] | None = None
    """How many volunteers took part; blank only if notes begin with Abandoned or Cancelled."""
    vehicles_passed: Annotated[Count, Field(le=99_999)] | None = None
    """How many vehicles passed; blank only if notes begin with Abandoned or Cancelled."""
    vehicles_over_threshold: Annotated[Count, Field(le=99_999)] | None = None
    """How many were over the threshold; blank only if notes begin with Abandoned or Cancelled."""
    highest_speed_mph: Annotated[Count, Field(le=200)] | None = None
    """The highest speed that was measured."""
    notes: TextOrNothing = ""
    """A word for the programme lead, never published; Abandoned or Cancelled at its beginning says
    that no session was held."""

    @property
    def state(self) -> SessionState:
        """Whether it was held: its notes say if not."""
        found = _NOT_HELD.match(self.notes)
        if not found:
            return SessionState.HELD
        abandoned = found[1].lower() == "abandon"
        return SessionState.ABANDONED if abandoned else SessionState.CANCELLED

    @model_validator(mode="after")
    def _adds_up(self) -> Session:
        wrong = [*self._blanks(), *self._contradictions()]
        if wrong:
            raise ValidationError.from_exception_data("Session", wrong)
        return self

    def _blanks(self) -> list[InitErrorDetails]:
        if self.state is not SessionState.HELD:
            return []
        return [
            InitErrorDetails(type="missing", loc=(name,), input=None)
            for name in _NEEDED
            if getattr(self, name) is None
        ]

    def _contradictions(self) -> list[InitErrorDetails]:
        passed, over, highest = (
            self.vehicles_passed,
            self.vehicles_over_threshold,
            self.highest_speed_mph,
        )
        found = []
        if over and passed is not None and over > passed:
            found.append(
                _against(
                    "vehicles_over_threshold",
                    over,
                    f"is more than the {passed} vehicles that passed. Correct one of them.",
                )
            )
        if over and highest is not None and highest <= self.speed_limit_mph:
            found.append(
                _against(
                    "highest_speed_mph",
                    highest,
                    f"is not above the limit of {self.speed_limit_mph}, though {over} vehicles "
                    "were over the threshold. Correct one of them.",
                )
            )
        return found


def _against(name: str, value: int, said: str) -> InitErrorDetails:
    error = PydanticCustomError("value_error", "{error}", {"error": ValueError(said)})
    return InitErrorDetails(type=error, loc=(name,), input=str(value))


@dataclass(frozen=True, slots=True)
class SessionGroup:
    """Sessions that are alike in team, site, month and state, added up.

    ``month`` is its first day. ``team`` and ``site`` are as the rows say them, until they are
    looked up; then they are ids. ``place`` is that of the first row, ``last_place`` that of a row
    with the latest day. Counts are 0 where nobody wrote any; ``highest_mph`` is the highest speed,
    and ``limit_mph`` the limit that those rows state.
    """

    team: str
    site: str
    month: date
    state: SessionState
    sessions: int
    minutes: int
    volunteer_minutes: int
    vehicles_passed: int
    over_threshold: int
    highest_mph: int | None
    limit_mph: int
    first_day: date
    last_day: date
    place: Place
    first_place: Place
    last_place: Place


@dataclass(frozen=True, slots=True)
class Repeated:
    """A row that says the same session as an earlier one."""

    place: Place
    row: int
    first: Place
    first_row: int


@dataclass(frozen=True, slots=True)
class Sessions:
    """All sessions of a programme, added up as their tables are read; no row is kept.

    ``positions`` are the places of the first row for each site with each position that rows state
    for it, which is compared with the list of sites and never published. ``named`` are the
    teams and sites that rows name, be they wrong in another way: the column, the name, the first
    place. ``repeated`` are rows
    that are there twice, of which only the first few are kept; ``repeats`` is how many there are.
    """

    groups: tuple[SessionGroup, ...] = ()
    positions: tuple[tuple[str, str, Place], ...] = ()
    named: tuple[tuple[str, str, Place], ...] = ()
    repeated: tuple[Repeated, ...] = ()
    repeats: int = 0
    rows: int = 0
    whole: bool = True
    """Whether every row could be read."""
