"""Sites: where volunteers stand, and how each came to be approved."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import Field, PlainValidator, model_validator

from planboard.truth.model.fields import Count, Day, Id, Line, Record, Text, YesOrNo, shape
from planboard.words.vocabulary.programmes import SiteState

__all__ = ["Position", "Site"]

_WORDS: Final = re.compile(r"(?:///)?([^\W\d_]{3,20}\.[^\W\d_]{3,20}\.[^\W\d_]{3,20})")


def _position(value: object) -> str:
    found = _WORDS.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(
            "is not a what3words address. It has three words with dots between them, such as "
            "///word.word.word."
        )
    return f"///{found[1].lower()}"


Position = Annotated[
    str,
    PlainValidator(_position),
    shape(
        type="string",
        pattern=r"^\s*(?:///)?[^\s.]+\.[^\s.]+\.[^\s.]+\s*$",
        errorMessage="Write three words with dots between them.",
    ),
]
"""A what3words address, ``///`` and three words: a spot of three metres (R006)."""


class Site(Record):
    """One place at the roadside, and the day of each step on its way (R016)."""

    thing: ClassVar[str] = "site"

    id: Id = Field(examples=["high-street", "mill-lane-north"])
    """Its name for ever: part of its address."""
    name: Line = Field(examples=["Example Village - High Street"])
    """Its road and place, as returns write it; never a house number."""
    area: Line | None = None
    """The parish or district it is in."""
    speed_limit_mph: Annotated[Count, Field(ge=5, le=70)] = Field(
        json_schema_extra={"minimum": 5, "maximum": 70}
    )
    """The speed limit there."""
    threshold_mph: Annotated[Count, Field(ge=5, le=99)] | None = Field(
        default=None, json_schema_extra={"minimum": 5, "maximum": 99}
    )
    """The speed from which a vehicle is noted down."""
    requested: Day | None = None
    """The day it was asked for."""
    surveyed: Day | None = None
    """The day it was looked at."""
    risk_assessed: Day | None = None
    """The day its risks were assessed."""
    approved: Day | None = None
    """The day it was approved; after a suspension, the day it was approved again."""
    refused: Day | None = None
    """The day it was refused."""
    suspended: Day | None = None
    """The day from which nobody may stand there for a while."""
    retired: Day | None = None
    """The day it was given up."""
    reason: Text | None = None
    """Why it was refused, suspended or given up, in plain words."""
    w3w: Position | None = None
    """Its position, to compare returns with; it is private unless released says otherwise."""
    released: YesOrNo = False
    """Whether its position may be published."""

    @model_validator(mode="after")
    def _in_order(self) -> Site:
        if not self.steps:
            raise ValueError(
                "has no day of any step. Write the day it was requested, or of a later step."
            )
        threshold = self.threshold_mph
        if threshold is not None and threshold <= self.speed_limit_mph:
            raise ValueError(
                f"has a threshold of {threshold} mph, which is not above its limit of "
                f"{self.speed_limit_mph} mph. Correct one of them."
            )
        if self.requested and any(day < self.requested for _, day in self.steps):
            raise ValueError("has a step before the day it was requested. Correct one of the days.")
        return self

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Site “{self.name}”"

    @property
    def steps(self) -> tuple[tuple[SiteState, date], ...]:
        """Each step with its day, in the order of the days; on one day the usual order."""
        days = [(state, getattr(self, state.value)) for state in SiteState]
        return tuple(sorted(((one, day) for one, day in days if day), key=lambda step: step[1]))

    @property
    def state(self) -> SiteState:
        """Where it stands: its last step."""
        return self.steps[-1][0]

    @property
    def since(self) -> date:
        """The day of its last step."""
        return self.steps[-1][1]

    @property
    def days_to_approval(self) -> int | None:
        """How many days it took from the request to the approval; None where one is not stated."""
        if self.requested is None or self.approved is None:
            return None
        return (self.approved - self.requested).days
