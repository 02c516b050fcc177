"""Visits: a record of an invented town with a list of visits, for tests of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, model_validator

from planboard.reading import documents, lists, records
from planboard.reading.tables import table
from planboard.truth.model.fields import (
    Day,
    Format,
    Id,
    Line,
    Number,
    Record,
    Text,
    TextOrNothing,
    YesOrNo,
    closed_list,
)
from planboard.words.vocabulary.records import OwnerKind

if TYPE_CHECKING:
    from planboard.reading.tables.table import Table
    from planboard.truth.entries import Entry
    from planboard.words.problems import Problem

__all__ = ["FILE", "HEAD", "Book", "Visit", "read", "record", "said", "visits"]

FILE = "plans/parks/visits.csv"
HEAD = "format: 1\n"


class People(Record):
    """How many came."""

    residents: Annotated[Number, Field(ge=0)]
    """How many residents came."""
    wardens: Number | None = None
    """How many wardens came."""


class Proof(Record):
    """What shows that a thing was done."""

    title: Line
    """What it is."""
    page: Line | None = None
    """Its page."""


class Promise(Record):
    """What somebody promised at a visit."""

    text: Text
    """What is promised."""
    by: Id | None = None
    """Who promised it."""
    proofs: tuple[Proof, ...] = ()
    """What shows that it was done."""


def _colour(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


class Colour(Record):
    """A colour that is written as its name."""

    name: Line
    """Its name."""


class Visit(Record):
    """One visit to a park."""

    id: Id
    """Its name in this table."""
    met_on: Day
    """The day of the visit."""
    title: Line | None = None
    """What it was about."""
    number: Line | None = None
    """Its printed number."""
    owners: tuple[Id, ...] = ()
    """Who is to act."""
    priorities: tuple[Line, ...] = ()
    """What comes first."""
    people: People | None = None
    """How many came."""
    promises: tuple[Promise, ...] = ()
    """What was promised."""
    kind: Annotated[OwnerKind, closed_list(OwnerKind)] = OwnerKind.ROLE
    """What kind of visit it was."""
    dry: YesOrNo = False
    """Whether it was dry."""
    colours: tuple[Annotated[Colour, BeforeValidator(_colour)], ...] = ()
    """The colours of the benches."""
    levels: dict[str, Colour] = Field(default_factory=dict)
    """What the colours mean."""
    note: TextOrNothing = ""
    """Anything else."""

    @model_validator(mode="after")
    def _note_or_title(self) -> Visit:
        if self.title and self.title == self.note:
            raise ValueError("says the same twice. Leave the note out.")
        return self


class Book(Record):
    """A record with a list of visits."""

    format: Format
    """The format of the file: 1."""
    visits: tuple[Visit, ...] = ()
    """All visits."""


def read(data: str | bytes) -> Table:
    return table.read(data.encode() if isinstance(data, str) else data, FILE, Visit)


def record(data: str | bytes) -> tuple[Entry[Book] | None, tuple[Problem, ...]]:
    """Read a book whose visits stand in a table; return all problems of both files."""
    head = documents.read(HEAD.encode(), "plans/parks/book.yml")
    document = lists.of_table(FILE, read(data)).into(head, "visits")
    entry, problems = records.read("parks", document, Book)
    return entry, (*document.problems, *problems)


def visits(data: str | bytes) -> tuple[Visit, ...]:
    """Return the visits of a sound table."""
    entry, problems = record(data)
    assert problems == ()
    assert entry is not None
    assert entry.whole
    return entry.record.visits


def said(data: str | bytes) -> list[str]:
    """Return all that is said of a table, without its name."""
    return sorted(str(one).removeprefix(f"{FILE}:") for one in record(data)[1])
