"""Benefits: what a change was to reach, and what good it was to bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from planboard.truth.model.fields import Id, Line, Record, Text, YesOrNo, closed_list
from planboard.truth.model.published import Source
from planboard.words.vocabulary.reports import BenefitMark, BenefitStatus

__all__ = ["Benefit", "Objective", "PlanPriority", "Topic", "Wording"]


class PlanPriority(Record):
    """A priority of the Police and Crime Plan that the report refers to (R106)."""

    id: Id
    """Its name for ever."""
    number: Line | None = None
    """The number as printed."""
    title: Line
    """What it says."""


class Topic(Record):
    """A part of the report with findings and measures of its own."""

    id: Id
    """Its name for ever."""
    title: Line
    """What it is about."""
    part_of: Line | None = None
    """The chapter it stands in."""
    priorities: tuple[Id, ...] = ()
    """The priorities of the plan that it bears on."""


class Wording(Record):
    """Another wording of the same thing, and where it stands (R101)."""

    text: Line
    """The words as published."""
    where: Line
    """Where they stand."""


class Objective(Record):
    """What the change was to reach."""

    thing: ClassVar[str] = "objective"

    id: Id
    """Its name for ever."""
    text: Line
    """The objective as published."""
    variants: tuple[Wording, ...] = ()
    """Other wordings in the same report."""
    note: Text | None = None
    """What readers should know of it."""
    priorities: tuple[Id, ...] = ()
    """The priorities of the plan that it serves."""
    benefits: tuple[Id, ...] = ()
    """The benefits it leads to, where the source says so."""
    measures: tuple[Id, ...] = ()
    """The measures that show whether it is reached."""
    source: Source | None = None
    """Where it stands in the published document."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Objective “{self.text}”"


class Benefit(Record):
    """What good the change was to bring, and the marks it was given (R102)."""

    thing: ClassVar[str] = "benefit"

    id: Id
    """Its name for ever."""
    number: Line | None = None
    """The number as printed."""
    title: Line
    """The benefit as published."""
    aliases: tuple[Line, ...] = ()
    """Other names of it in the same report (R103)."""
    marks: tuple[Annotated[BenefitMark, closed_list(BenefitMark)], ...] = ()
    """The marks it was given, in order."""
    inferred: YesOrNo = False
    """Whether it is our reading, and not stated, which marks are its own."""
    reason: Text | None = None
    """Why it was given these marks, in plain words."""
    measures: tuple[Id, ...] = ()
    """The measures that show whether it came about."""
    source: Source | None = None
    """Where it stands in the published document."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Benefit {self.number}" if self.number else f"Benefit “{self.title}”"

    @property
    def status(self) -> BenefitStatus:
        """What its marks come to."""
        return status_of(self.marks)


def status_of(marks: Sequence[BenefitMark]) -> BenefitStatus:
    """Return what ``marks`` come to: one kind of mark is itself, good and bad ones are mixed."""
    kinds = set(marks)
    if not kinds:
        return BenefitStatus.NOT_ASSESSED
    if {BenefitMark.REALISED, BenefitMark.NOT_REALISED} <= kinds:
        return BenefitStatus.MIXED
    if len(kinds) == 1:
        return BenefitStatus(kinds.pop())
    return BenefitStatus.UNCLEAR
