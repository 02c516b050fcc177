"""Evidence: what a report found, what people said, and what mattered most to them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from planboard.truth.model.fields import (
    Id,
    Line,
    Number,
    Record,
    Text,
    YesOrNo,
    closed_list,
)
from planboard.truth.model.published import Source
from planboard.truth.model.report.measures import Cause
from planboard.words.vocabulary.reports import CaveatGroup, FindingKind, StatementPolarity, Voice

__all__ = [
    "Finding",
    "Place",
    "Quote",
    "Ranked",
    "Ranking",
    "Statement",
    "VoiceTitle",
]

_AVoice = Annotated[Voice, closed_list(Voice)]


class Place(Record):
    """What one place of the document says where two places differ (R129)."""

    where: Line = Field(examples=["the table", "the second copy of the slide"])
    """The place in the document."""
    says: Line
    """What it says there, in plain words."""


class Finding(Record):
    """One thing a report says of what it found: a headline, a caveat, an idea (R115, R124)."""

    thing: ClassVar[str] = "finding"

    id: Id
    """Its name for ever, part of its address."""
    kind: Annotated[FindingKind, closed_list(FindingKind)]
    """What it is."""
    text: Text
    """What it says, in plain words; never what a person said, word for word."""
    items: tuple[Line, ...] = ()
    """Its parts in the order of the document, where the order matters (R131)."""
    group: Annotated[CaveatGroup, closed_list(CaveatGroup)] | None = None
    """What a caveat is about; only for caveats of the whole report."""
    topic: Id | None = None
    """The part of the report it stands in: an id from its topics."""
    attribution: Cause | None = None
    """How what it tells stands to what was done: before it, after it, and so on (R116)."""
    differs: tuple[Place, ...] = ()
    """What each place of the document says, where they contradict one another (R129)."""
    source: Source | None = None
    """Where it stands in the document."""

    @model_validator(mode="after")
    def _agrees(self) -> Finding:
        if self.group and self.kind is not FindingKind.CAVEAT:
            raise ValueError(
                "has a group, but only caveats have groups. Delete group, or write kind: caveat."
            )
        if len(self.differs) == 1:
            raise ValueError(
                'has one place under "differs", but two places are needed to contradict one '
                "another. Add the other place, or delete this one."
            )
        return self


class VoiceTitle(Record):
    """What the report calls one of the three voices, and how it was heard."""

    voice: _AVoice
    """Which voice."""
    title: Line = Field(examples=["Voice of the Customer"])
    """What the report calls it."""
    heard: Text | None = None
    """How the report came to know, in plain words."""


class Statement(Record):
    """What people said or data showed, summed up in our own words (R104)."""

    voice: _AVoice
    """Whose it is."""
    polarity: Annotated[StatementPolarity, closed_list(StatementPolarity)] | None = None
    """Whether it tells of an issue or of something good; nothing where it is neither."""
    subject: Line | None = Field(default=None, examples=["Arrests"])
    """What it is about, where voices on one subject are to stand side by side."""
    text: Text
    """What was said, in plain words of ours."""
    slides: tuple[Line, ...] = Field(default=(), examples=[["early summary", "closing summary"]])
    """Where the document has it, for statements that are repeated (R105)."""

    @model_validator(mode="after")
    def _has_a_panel(self) -> Statement:
        if self.polarity is None and self.subject is None:
            raise ValueError(
                "is neither an issue nor something good, and on no subject, so it has no place on "
                "the page. Add polarity or subject."
            )
        return self


class Quote(Record):
    """What a person said, word for word; shown only where the person agreed (R122)."""

    text: Text
    """The words."""
    voice: _AVoice
    """Whose voice it is; never a name."""
    topic: Line | None = None
    """What it is about."""
    consent: YesOrNo = False
    """Whether the person agreed that it is published; without it the page does not show it."""

    @property
    def held_back(self) -> bool:
        """Whether nobody may read it, because it is not recorded that the person agreed."""
        return not self.consent


class Ranked(Record):
    """One thing that people put in order, with its place."""

    text: Line
    """What it is."""
    label: Line | None = Field(default=None, examples=["Most important", "2nd most important"])
    """The words of the document for its place."""
    places: tuple[Number, ...] = ()
    """How many put it first, second, third and so on, if published."""
    blank: Number | None = None
    """How many gave it no place, if published; they stay in the base (R118)."""


class Ranking(Record):
    """Things that people put in order, the most important first (R118)."""

    thing: ClassVar[str] = "ranking"

    id: Id
    """Its name for ever, part of its address."""
    question: Line
    """What people were asked."""
    voice: _AVoice = Voice.CUSTOMER
    """Who was asked."""
    base: Number | None = None
    """How many answered, blanks included, if published."""
    items: tuple[Ranked, ...] = Field(min_length=1)
    """What they put in order, the most important first."""
    legend: tuple[Line, ...] = Field(default=(), examples=[["1", "2", "Blank"]])
    """The key of the chart as printed, where its numbers are not published."""
    note: Text | None = None
    """What is to be known with it."""
    caveats: tuple[Id, ...] = ()
    """Findings of the kind caveat that stand under it."""
    source: Source | None = None
    """Where it stands in the document."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Ranking “{self.question}”"
