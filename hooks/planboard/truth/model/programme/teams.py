"""Teams: who stands at the roadside, as counts; nobody is named."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from planboard.truth.model.fields import Count, Day, Id, Line, Record
from planboard.truth.model.programme.follow_up import Month

__all__ = ["Planned", "Team", "as_looked_up"]


def as_looked_up(name: str) -> str:
    """Return the name of a team or site as it is looked up: small letters, one kind of hyphen.

    >>> as_looked_up("Ashby  Magna – Main Street")
    'ashby magna - main street'
    """
    return " ".join(name.casefold().replace("–", "-").replace("—", "-").split())


class Team(Record):
    """A team of volunteers (R013)."""

    thing: ClassVar[str] = "team"

    id: Id = Field(examples=["example-village"])
    """Its name for ever."""
    name: Line = Field(examples=["Example Village"])
    """Its name, as returns write it; a place, never a person."""
    area: Line | None = None
    """The parish or district it is in."""
    leaders: Count | None = None
    """How many leaders it has."""
    deputies: Count | None = None
    """How many deputies it has."""
    members: Count | None = None
    """How many other members it has."""
    active_from: Day | None = None
    """Since when there is such a team."""
    active_to: Day | None = None
    """The last day of the team, if it has ended."""

    @model_validator(mode="after")
    def _in_order(self) -> Team:
        if self.active_from and self.active_to and self.active_to < self.active_from:
            raise ValueError("ends before it begins. Correct active_from or active_to.")
        return self

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Team “{self.name}”"


class Planned(Month):
    """How many sessions one team planned in one month."""

    team: Line
    """The team, by its name or id."""
    sessions: Count
    """How many sessions were planned."""
