"""Programme: volunteers, where they stand, what they send in, and what comes back to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from planboard.truth.model.fields import Count, Days, Line, Record, Text
from planboard.truth.model.programme.follow_up import (
    Drop,
    Elsewhere,
    Letters,
    Repeat,
    SpeedBand,
    Visit,
)
from planboard.truth.model.programme.meetings import Gathering
from planboard.truth.model.programme.returned import Batch, Guidance
from planboard.truth.model.programme.sessions import Session
from planboard.truth.model.programme.sites import Site
from planboard.truth.model.programme.teams import Planned, Team
from planboard.truth.model.published import Published

__all__ = ["Programme"]

_DECEMBER = 12


class Programme(Published):
    """A programme of volunteers over one period, mostly a year."""

    added_up: ClassVar[Mapping[str, type[Record]]] = {"sessions": Session}

    area: Line
    """The area of the programme, as it follows the word in."""
    period: Days = Field(examples=["2025/26", "2026"])
    """The period that all figures are of; mostly a year."""
    suppress_below: Annotated[Count, Field(ge=3, le=20)] = Field(
        default=5, json_schema_extra={"minimum": 3, "maximum": 20}
    )
    """Counts of drivers by site, team or month are not shown when they are below this."""
    return_days: Annotated[Count, Field(ge=1, le=92)] = Field(
        default=14, json_schema_extra={"minimum": 1, "maximum": 92}
    )
    """Every how many days a team sends in its return."""
    threshold_note: Text | None = None
    """How it is decided from which speed a vehicle is noted down."""
    how_to_join: Text | None = None
    """How somebody can become a volunteer."""
    how_to_send: Text | None = None
    """How a team sends in its return."""
    teams: tuple[Team, ...] = ()
    """The teams."""
    sites: tuple[Site, ...] = ()
    """The sites, in whatever state."""
    planned: tuple[Planned, ...] = ()
    """How many sessions were planned, by team and month."""
    visits: tuple[Visit, ...] = ()
    """Visits of the police to sites."""
    letters: tuple[Letters, ...] = ()
    """Letters that were sent, by team and month."""
    checked: Count | None = None
    """How many vehicles over the threshold were compared with the register of vehicles."""
    dealt_with: Count | None = None
    """How many of the vehicles that got a letter an officer then dealt with."""
    drops: tuple[Drop, ...] = ()
    """Why some vehicles do not come to the next step."""
    repeats: tuple[Repeat, ...] = ()
    """How many vehicles were seen more than once."""
    speeds: tuple[SpeedBand, ...] = ()
    """How much vehicles were over the limit."""
    batches: tuple[Batch, ...] = ()
    """Results that came back, or are waited for."""
    meetings: tuple[Gathering, ...] = ()
    """Meetings, trainings and events for volunteers, past or to come."""
    guidance: tuple[Guidance, ...] = ()
    """What volunteers should do, written once."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """Figures that others have published, to compare with."""

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month of the period."""
        found, day = [], self.period.first.replace(day=1)
        while day <= self.period.last:
            found.append(day)
            following = day.month % _DECEMBER + 1
            day = day.replace(year=day.year + (following == 1), month=following)
        return tuple(found)
