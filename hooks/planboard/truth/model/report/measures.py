"""Measures: what is followed over time, how it is defined, and what is said of its change."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from planboard.truth.model.fields import (
    Days,
    Id,
    Line,
    Link,
    Number,
    Record,
    Text,
    closed_list,
)
from planboard.truth.model.published import Source
from planboard.words.vocabulary.plans import TargetOperator
from planboard.words.vocabulary.reports import Attribution, Frequency, MeasureKind, Polarity, Trend

__all__ = [
    "Baseline",
    "Cause",
    "DataSource",
    "Definition",
    "Direction",
    "Goal",
    "Measure",
]


class DataSource(Record):
    """Where figures come from, and what must be known of them (R009)."""

    id: Id
    """Its name in this file."""
    title: Line
    """What it is."""
    limits: Text | None = None
    """What it cannot show; it stands under every figure and chart made from it."""
    caveats: tuple[Id, ...] = ()
    """Findings of the kind caveat that hold for all of it."""


class Definition(Record):
    """What a measure counted from a day on (R198)."""

    on: Days | None = None
    """From when."""
    text: Text
    """What counted then."""


class Baseline(Record):
    """The value before the change."""

    value: Number
    """The figure."""
    period: Line | None = None
    """The period it was measured in."""


class Goal(Record):
    """The value to reach and by when."""

    value: Number
    """The figure."""
    operator: Annotated[TargetOperator, closed_list(TargetOperator)] = TargetOperator.AT_LEAST
    """How the figure is to be read."""
    by: Days | None = None
    """By when."""


class Direction(Record):
    """Which way a measure has gone, and how that is known (R117)."""

    direction: Annotated[Trend, closed_list(Trend)]
    """The way it has gone."""
    since: Days | None = None
    """Since when."""
    method: Text | None = None
    """How it was worked out; without it no change may be called significant."""


class Cause(Record):
    """How a change stands to what was done (R116)."""

    relation: Annotated[Attribution, closed_list(Attribution)] = Attribution.NOT_ASSESSED
    """Before, at the same time, after, together with, because of, or not assessed."""
    intervention: Id | None = None
    """What was done: an id from the report's interventions."""
    measure: Id | None = None
    """The measure it moved together with."""
    text: Text | None = None
    """What the report says of it, in plain words."""
    reference: Link | None = None
    """The study that shows it, without which nothing is said to have caused anything."""

    @model_validator(mode="after")
    def _shown(self) -> Cause:
        if self.relation is Attribution.CAUSED and self.reference is None:
            raise ValueError(
                "says that one thing caused another and does not say who showed it. Add a "
                "reference with a title and a url, or write follows, coincides or correlates."
            )
        return self


class Measure(Record):
    """A number that is defined once and followed over time."""

    thing: ClassVar[str] = "measure"

    id: Id
    """Its name for ever: part of its address, never reused."""
    title: Line
    """What it is called."""
    topic: Id | None = None
    """The topic of the report it belongs to."""
    headline: Text | None = None
    """What it shows, in one sentence (R114)."""
    message: Line | None = None
    """The title of its chart, where its groups overlap or are not of one kind; none has a rank."""
    definition: Text | None = None
    """What counts."""
    definition_history: tuple[Definition, ...] = ()
    """What counted earlier, oldest first."""
    unit: Line | None = Field(default=None, examples=["%", "people", "days"])
    """The unit of its figures."""
    kind: Annotated[MeasureKind, closed_list(MeasureKind)]
    """Whether it counts what goes in, what is done, what comes out, or what people think."""
    polarity: Annotated[Polarity, closed_list(Polarity)] | None = None
    """Whether more is better; left out where the report does not say."""
    frequency: Annotated[Frequency, closed_list(Frequency)] | None = None
    """How often it is measured."""
    source: Id | None = None
    """Where its figures come from: an id from data_sources."""
    stands_in: Source | None = None
    """Where it stands in the published document."""
    owners: tuple[Id, ...] = ()
    """Who answers for it: ids from the owners register."""
    objectives: tuple[Id, ...] = ()
    """The objectives it belongs to."""
    benefits: tuple[Id, ...] = ()
    """The benefits it belongs to."""
    priorities: tuple[Id, ...] = ()
    """The priorities of the plan it bears on, beside those of its topic."""
    baseline: Baseline | None = None
    """The value before the change."""
    target: Goal | None = None
    """The value to reach."""
    quality_note: Text | None = None
    """How good the figures are."""
    caveats: tuple[Id, ...] = ()
    """Findings of the kind caveat that stand under it."""
    smallest_base: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, json_schema_extra={"minimum": 0}
    )
    """No change in per cent on fewer than so many; the site's setting, unless said here."""
    suppress_below: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, json_schema_extra={"minimum": 0}
    )
    """No figure is published that rests on fewer than so many."""
    whole: Line | None = None
    """The group that is the whole of which the other groups are parts."""
    areas: Id | None = None
    """The set of areas it counts, where the report counts them in more than one way (R111)."""
    trend: Direction | None = None
    """Which way it has gone."""
    attribution: Cause = Cause()
    """How its change stands to what was done."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Measure “{self.title}”"
