"""Improvement: what was done, what comes next, who sees to it, and what a panel is asked."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from planboard.truth.model.fields import Days, Id, Line, Record, Text, YesOrNo, closed_list
from planboard.truth.model.published import Source
from planboard.words.vocabulary.reports import AskKind

__all__ = ["Ask", "Board", "Commitment", "Intervention", "Item"]


class Intervention(Record):
    """A change that was made, to which findings and measures are held (R116)."""

    thing: ClassVar[str] = "intervention"

    id: Id
    """Its name for ever: findings and measures name it under ``intervention``."""
    title: Line = Field(examples=["the roll-out of the new model"])
    """What was done, so that it can stand inside a sentence."""
    on: Days | None = None
    """When, if the document says so."""
    note: Text | None = None
    """What is known of its time, or why it is not known."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return f"Change “{self.title}”"


class Item(Record):
    """One item of an improvement plan and the boards that own it (R125)."""

    thing: ClassVar[str] = "item"

    id: Id = Field(examples=["3a"])
    """Its name for ever, part of its address."""
    number: Line | None = Field(default=None, examples=["3a"])
    """The number as printed."""
    title: Line
    """What is to be improved, as the document names it."""
    boards: tuple[Id, ...] = ()
    """The boards that own it, as ids from the owners register."""
    text: Text | None = None
    """What is known of it."""
    source: Source | None = None
    """Where it stands in the document."""


class Board(Record):
    """A board that the report shows, and who chaired it then (R126)."""

    thing: ClassVar[str] = "board"

    board: Id
    """The board: an id from the owners register."""
    chair: Id | None = None
    """Who chaired it: the id of an owner, which is a role or a rank and never a name."""

    @property
    def id(self) -> str:
        """Its name in its address: the id of the board."""
        return self.board

    @property
    def called(self) -> str:
        """What readers call its place."""
        return "The list of boards"


class Ask(Record):
    """What a panel is asked, or a question that is still open (R127)."""

    thing: ClassVar[str] = "ask"

    id: Id
    """Its name for ever."""
    kind: Annotated[AskKind, closed_list(AskKind)] = AskKind.ASK
    """Whether the panel is asked for something, or the question is open."""
    text: Text
    """What is asked, in plain words."""


class Commitment(Record):
    """What a person can expect, beside what was measured of it (R195)."""

    thing: ClassVar[str] = "commitment"

    id: Id
    """Its name for ever."""
    text: Text
    """What a person can expect."""
    by: Line | None = Field(default=None, examples=["within five working days"])
    """By when."""
    promised: YesOrNo = True
    """Whether the publisher promised it; false where the document only shows the need."""
    measure: Id | None = None
    """The measure that tells whether it is kept."""
    ranking: Id | None = None
    """The ranking in which people said how much it matters."""
    ranked: Line | None = None
    """Its words in that ranking."""
    note: Text | None = None
    """What the document says of it."""

    @property
    def called(self) -> str:
        """What readers call it."""
        return "What people can expect"
