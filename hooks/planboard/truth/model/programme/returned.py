"""Returned: how results came back to the volunteers, hop by hop, and what they were told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from planboard.truth.dates import days_in_words
from planboard.truth.model.fields import Day, Id, Line, Link, Record, Text, closed_list
from planboard.words.vocabulary.issues import Channel

__all__ = ["Batch", "Guidance", "Hop"]


class Hop(Record):
    """One step of results on their way back: who passed them to whom, and when (R007)."""

    by: Id = Field(examples=["traffic-enforcement-officer"])
    """Who passed them on: an id from the owners register."""
    to: Id = Field(examples=["team-leaders"])
    """To whom."""
    how: Annotated[Channel, closed_list(Channel)] | None = None
    """By which way."""
    on: Day
    """On which day."""


class Batch(Record):
    """The results of some sessions, and their way back to those who were there (R005)."""

    thing: ClassVar[str] = "batch"

    id: Id = Field(examples=["2026-05-a"])
    """Its name for ever."""
    first_day: Day
    """The day of the first session it covers."""
    last_day: Day
    """The day of the last."""
    results: Text | None = None
    """What was found and done, in a sentence or two; without counts of drivers."""
    hops: tuple[Hop, ...] = ()
    """Who passed the results to whom, in order."""
    told_on: Day | None = None
    """The day on which volunteers were told; without it they still wait."""

    @model_validator(mode="after")
    def _in_order(self) -> Batch:
        days = [self.last_day, *(one.on for one in self.hops)]
        if self.last_day < self.first_day:
            raise ValueError("ends before it begins. Correct first_day or last_day.")
        if any(later < earlier for earlier, later in pairwise(days)):
            raise ValueError(
                "has a hop before the one above it, or before its last session. Correct the days, "
                "or put the hops in order."
            )
        if self.told_on and self.told_on < days[-1]:
            raise ValueError(
                "says that volunteers were told before the results had come so far. Correct "
                "told_on, or the days of its hops."
            )
        return self

    @property
    def called(self) -> str:
        """What readers call it: ``Results of 1 to 14 March 2026``."""
        return f"Results of {days_in_words(self.first_day, self.last_day)}"

    @property
    def waiting_since(self) -> date | None:
        """The day from which volunteers have waited: of the last session that it covers."""
        return None if self.told_on else self.last_day

    def days_waiting(self, as_at: date) -> int | None:
        """Return for how many days volunteers had waited on a day; None where they were told."""
        return None if self.waiting_since is None else (as_at - self.waiting_since).days

    @property
    def days_to_volunteers(self) -> int | None:
        """How many days it took from the first hop until volunteers were told (R007)."""
        if self.told_on is None or not self.hops:
            return None
        return (self.told_on - self.hops[0].on).days


class Guidance(Record):
    """What volunteers should do, written once for every page that says it (R018)."""

    thing: ClassVar[str] = "guidance"

    id: Id = Field(examples=["abusive-drivers"])
    """Its name for ever."""
    title: Line
    """What it is about."""
    text: Text
    """What to do, in plain words."""
    links: tuple[Link, ...] = ()
    """Where to read more, or to report."""
