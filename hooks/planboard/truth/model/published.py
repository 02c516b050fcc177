"""Published: what every published record says of itself first, whatever its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from planboard.truth.model.fields import (
    Day,
    Days,
    Format,
    Id,
    Line,
    Link,
    Record,
    Text,
    WebAddress,
    YesOrNo,
)

__all__ = ["Paper", "Published", "Source"]


class Source(Record):
    """Where a record stands in the published document."""

    document: Line | None = None
    """The title of the document."""
    item: Line | None = Field(default=None, examples=["12", "Action 4.1", "page 7"])
    """The number or heading in the document."""
    url: WebAddress | None = None
    """Where the document is published."""
    note: Text | None = None
    """What was mended when it was typed in, for readers who compare."""


class Paper(Record):
    """The meeting to which a document was taken (R063)."""

    meeting: Line = Field(examples=["Police and Crime Panel"])
    """The body that met."""
    item: Line | None = Field(default=None, examples=["6", "8a"])
    """The number on its agenda."""
    on: Day | None = None
    """The day of the meeting."""


class Published(Record):
    """What a record says of itself first: its title, who publishes it, when it was true."""

    added_up: ClassVar[Mapping[str, type[Record]]] = {}
    """Tables beside it that may be too long to keep, with what is in a row: each row is added up
    as it is read."""

    format: Format
    """The format of the file: 1."""
    title: Line
    """The title readers see."""
    printed_title: Line | None = None
    """The title as printed, where it differs."""
    publisher: Id = Field(examples=["example-council", "example-police"])
    """Who publishes it: an id from the publishers register."""
    summary: Text | None = None
    """What it is for, in a sentence or two."""
    as_at: Days
    """When the facts were true; a month means its last day."""
    as_at_basis: Line | None = Field(
        default=None, examples=["the month in the title", "the day of the meeting"]
    )
    """How the day is known, where the document does not state it."""
    published: Days | None = None
    """When it was published."""
    next_update: Days | None = None
    """When the next edition is due."""
    example: YesOrNo = False
    """Whether it is invented and says so on its page."""
    paper: Paper | None = None
    """The meeting it was taken to, if any."""
    source: Source | None = None
    """The document it was typed from."""
    links: tuple[Link, ...] = ()
    """Documents to read with it."""
