"""Returns: what was sent in after one meeting of a forum, in the order of the reporting form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field, PlainValidator

from planboard.truth.model.fields import (
    Day,
    Id,
    Line,
    Number,
    Record,
    Text,
    TextOrNothing,
    YesOrNo,
    closed_list,
    shape,
)
from planboard.words.vocabulary.forums import Attender, EventKind

__all__ = [
    "MOST_PRIORITIES",
    "Attendance",
    "Event",
    "HeadCount",
    "ObjectiveAnswer",
    "Progress",
    "Return",
    "Tension",
    "Vote",
    "VoteShare",
    "Wanted",
]

MOST_PRIORITIES: Final = 3
"""How many priorities a forum may name at one meeting."""

_HEADS: Final = re.compile(
    r"(?P<about>(?:about|approx\.?|c\.?|~)\s*)?(?P<heads>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people were there; ``approximate`` when nobody counted (R056)."""

    number: int
    approximate: bool = False


def _heads(value: object) -> HeadCount:
    if isinstance(value, HeadCount):
        return value
    found = _HEADS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError('is not a number of people. Write figures, like 25, or "about 25".')
    return HeadCount(int(found["heads"].replace(",", "")), approximate=bool(found["about"]))


_Heads = Annotated[
    HeadCount,
    PlainValidator(_heads),
    shape(
        type=["integer", "string"],
        minimum=0,
        pattern=r"^\s*(?:(?:[Aa]bout|[Aa]pprox\.?|[Cc]\.?|~)\s*)?[0-9]{1,3}(?:,?[0-9]{3})*\s*$",
        errorMessage="Write figures, like 25, or about 25.",
        examples=[25, "about 25"],
    ),
]


class Attendance(Record):
    """How many people were at the meeting, by what they are; ``about 25`` where nobody counted."""

    elected_members: _Heads | None = None
    """Councillors, where the form does not say of which council."""
    residents: _Heads | None = None
    """People who live there."""
    county_councillors: _Heads | None = None
    """Members of the county council."""
    district_councillors: _Heads | None = None
    """Members of the district or borough council."""
    local_councillors: _Heads | None = None
    """Members of a parish or town council."""
    police: _Heads | None = None
    """Police officers and staff."""
    representatives: _Heads | None = None
    """Those appointed to report from the forum."""
    voluntary_sector: _Heads | None = None
    """Charities and volunteers."""
    officers: _Heads | None = None
    """Officers of councils and of other bodies."""
    others: _Heads | None = None
    """Anybody else."""
    total: _Heads | None = None
    """All of them, where the form gives the sum."""

    @property
    def parts(self) -> tuple[tuple[str, HeadCount], ...]:
        """Each kind of people with their number, in the order of the form."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[tuple[str, HeadCount]]:
        for key in Attendance.model_fields:
            heads = getattr(self, key)
            if key != "total" and heads is not None:
                yield key, heads

    @property
    def together(self) -> HeadCount | None:
        """All people who were there: the sum of the parts, or else the stated total."""
        heads = [one for _, one in self.parts]
        if not heads:
            return self.total
        return HeadCount(
            sum(one.number for one in heads), approximate=any(one.approximate for one in heads)
        )


class Progress(Record):
    """What was reported on a priority of the meeting before (R058)."""

    priority: Line
    """The priority, as it was written then."""
    text: Text
    """What was done, in plain words."""
    activity: Line | None = Field(default=None, examples=["patrols"])
    """What was counted: ``patrols``."""
    target: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, json_schema_extra={"minimum": 0}
    )
    """How many of them were agreed (R176)."""
    actual: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, json_schema_extra={"minimum": 0}
    )
    """How many of them were done."""


class VoteShare(Record):
    """The part of a public vote that one priority had."""

    priority: Line
    """The priority, as it was written."""
    percent: Annotated[Number, Field(ge=0, le=100)] = Field(
        json_schema_extra={"minimum": 0, "maximum": 100}
    )
    """Its share as published."""
    votes: Annotated[Number, Field(ge=0, multiple_of=1)] | None = Field(
        default=None, json_schema_extra={"minimum": 0, "multipleOf": 1}
    )
    """How many votes that is."""


class Vote(Record):
    """A public vote on the priorities (R177)."""

    closed_on: Day | None = None
    """The last day of the vote."""
    base: Annotated[Number, Field(ge=1, multiple_of=1)] | None = Field(
        default=None, json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """How many people voted, where it is stated."""
    shares: tuple[VoteShare, ...] = Field(min_length=1)
    """The share of each priority."""


class Wanted(Record):
    """What the forum wants done by whoever the return goes to (R059)."""

    text: Text
    """What is wanted, in plain words."""
    required_by: Day | None = None
    """The day by which it is needed."""
    raised_by: Annotated[Attender, closed_list(Attender)] | None = None
    """Who raised it: what they are, never a name."""
    closed_on: Day | None = None
    """The day it was done."""


class Tension(Record):
    """A sign of tension in the community: published only once it is released (R032)."""

    text: TextOrNothing = ""
    """What was reported; it stands nowhere on the site while it is not released."""
    release: YesOrNo = False
    """Whether the words may be published."""


class Event(Record):
    """An event that those appointed went to since the return before (R060)."""

    on: Day | None = None
    """The day of it."""
    kind: Annotated[EventKind, closed_list(EventKind)]
    """What kind of event it was."""
    place: Line | None = None
    """Where: a village, a hall, a street; never a house."""
    outcome: Text | None = None
    """What came of it."""


class ObjectiveAnswer(Record):
    """What a return says of one of the objectives of the record."""

    objective: Id
    """The id of the objective."""
    done: YesOrNo
    """Whether it is done."""
    evidence: Text | None = None
    """How that is known."""


class Return(Record):
    """The form that was sent in after one meeting of a forum: a row, or a file, of its own."""

    id: Id | None = None
    """Its name for ever; without one it is the forum and the day of the meeting."""
    forum: Id
    """The id of the forum."""
    met_on: Day
    """The day of the meeting."""
    attendance: Attendance = Attendance()
    """How many people were there."""
    police: Line | None = Field(default=None, examples=["1 constable", "2"])
    """Which police were there, or how many."""
    agreed: YesOrNo | None = None
    """Whether three priorities were identified and agreed."""
    priorities: tuple[Line, ...] = Field(default=(), max_length=MOST_PRIORITIES)
    """The priorities, up to three, as written."""
    progress: tuple[Progress, ...] = ()
    """What was reported on the priorities of the meeting before."""
    vote: Vote | None = None
    """A public vote on the priorities, if there was one."""
    actions_wanted: tuple[Wanted, ...] = ()
    """What the forum wants done, by when, and who raised it."""
    concerns: tuple[Line, ...] = ()
    """What worries people there, in plain words."""
    tensions: tuple[Tension, ...] = ()
    """Signs of tension; each is published only once it is released."""
    good_news: tuple[Line, ...] = ()
    """What went well, in plain words."""
    events: tuple[Event, ...] = ()
    """Events since the return before, and what came of them."""
    objectives: tuple[ObjectiveAnswer, ...] = ()
    """What was done for the objectives."""
    returned_on: Day | None = None
    """The day the form came back."""
    handled_on: Day | None = None
    """The day on which it was dealt with."""

    @property
    def name(self) -> str:
        """Its id, or what stands in place of one."""
        return self.id or f"{self.forum}-{self.met_on.isoformat()}"
