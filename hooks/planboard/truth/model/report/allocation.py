"""Allocation: how staff are shared out; weights, judgement, the steps, and areas in their time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field, model_validator

from planboard.truth.model.fields import Days, Id, Line, Number, Record, Text, YesOrNo
from planboard.truth.model.published import Source

__all__ = [
    "Allocation",
    "AllocationRole",
    "Area",
    "Decision",
    "Question",
    "Step",
    "Weight",
    "counted_apart",
]


class AllocationRole(Record):
    """A role that is shared out, and what its weights come to."""

    id: Id
    """Its name for ever: weights and decisions name it."""
    label: Line = Field(examples=["PCSO"])
    """What the table calls it."""
    total: Number | None = None
    """What its weights add up to; the build stops where they do not."""


class Question(Record):
    """A question that is put to professional judgement (R109)."""

    text: Line
    """The question, in plain words."""
    parts: tuple[Line, ...] = ()
    """What stands under it."""


class Step(Record):
    """One step of the working from all posts to one shift (R110)."""

    what: Line = Field(examples=["Officers in each area"])
    """What is told."""
    value: Line = Field(examples=["about 400", "60–70"])
    """The figure as published, or as worked out."""
    low: Number | None = None
    """Its number, or the lower end of a range."""
    high: Number | None = None
    """The upper end of a range."""
    worked_out: YesOrNo = False
    """Whether this site worked it out; the document does not print it."""
    how: Line | None = Field(default=None, examples=["400 shared by 6"])
    """How it was worked out, or what is to be known with it."""


class Allocation(Record):
    """How staff are shared out between areas: the formula, the questions and the steps."""

    inputs: tuple[Line, ...] = Field(default=(), examples=[["Data algorithm", "Judgement"]])
    """What is put together, as the document calls it."""
    result: Line | None = Field(default=None, examples=["Resource allocation"])
    """What it gives, as the document calls it."""
    text: Text | None = None
    """How it works, in plain words."""
    refreshed: Days | None = None
    """When the data in it was last renewed."""
    roles: tuple[AllocationRole, ...] = ()
    """The roles that are shared out, in the order of the table."""
    questions: tuple[Question, ...] = ()
    """What professional judgement asks."""
    steps: tuple[Step, ...] = ()
    """The working from all posts to one shift."""
    caveats: tuple[Id, ...] = ()
    """Findings of the kind caveat that stand under its weights."""
    source: Source | None = None
    """Where it stands in the document."""


class Weight(Record):
    """How much one kind of demand counts for one role (R107)."""

    demand_type: Line
    """What the document calls the demand."""
    role: Id = Field(examples=["pcso"])
    """The role: an id from the roles of the allocation."""
    weight: Number
    """How much it counts; 0 says that it does not."""


class Decision(Record):
    """What one area was given: the model, what judgement changed, and the outcome (R108)."""

    area: Id
    """The area."""
    role: Id | None = None
    """The role, where each has its own number."""
    model_output: Number
    """What the model gives."""
    adjustment: Number
    """What judgement adds or takes away."""
    final: Number
    """What the area was given."""
    reason: Text | None = None
    """Why judgement differs from the model."""


class Area(Record):
    """An area, or a set of areas as one part of the document counts them (R111)."""

    thing: ClassVar[str] = "area"

    id: Id
    """Its name for ever."""
    name: Line
    """What the document calls it."""
    kind: Line = Field(default="area", examples=["CPT area", "district"])
    """What it is; sets of one kind can be held against each other."""
    number: Number | None = None
    """How many areas it is, where it is a set of them."""
    where: Line | None = Field(default=None, examples=["the staff survey"])
    """The part of the document that counts so."""
    parent: Id | None = None
    """The area or set it belongs to."""
    valid_from: Days | None = None
    """From when it is so, if the document says."""
    valid_to: Days | None = None
    """Until when."""
    became: Id | None = None
    """The area or set that took its place, whether the document says when or not."""
    note: Text | None = None
    """What is to be known with it."""

    @model_validator(mode="after")
    def _in_order(self) -> Area:
        if self.valid_from and self.valid_to and self.valid_to.last < self.valid_from.first:
            raise ValueError("ends before it begins. Correct valid_from or valid_to.")
        return self


def counted_apart(areas: Sequence[Area]) -> tuple[tuple[Area, ...], ...]:
    """Return the sets of areas of one kind that a report counts differently (R111).

    A set that took the place of another is a later time, and no other way to count.
    """
    later = {one.became for one in areas if one.became}
    sets = [one for one in areas if one.number is not None and one.id not in later]
    kinds = dict.fromkeys((one.kind, one.parent) for one in sets)
    alike = (tuple(one for one in sets if (one.kind, one.parent) == key) for key in kinds)
    return tuple(found for found in alike if len({one.number for one in found}) > 1)
