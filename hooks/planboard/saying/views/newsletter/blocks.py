"""Blocks: a written page as plain pieces, from which every form of a newsletter is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

__all__ = [
    "Block",
    "Cell",
    "Heading",
    "Items",
    "Pairs",
    "Paragraph",
    "Piece",
    "Quote",
    "Row",
    "Rule",
    "Table",
    "Verbatim",
    "words",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line that look alike; ``url`` is the whole address that they lead to.

    A line is broken where the words are a new line alone.
    """

    text: str
    url: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of the newsletter is the only one of level 1."""

    kind: ClassVar[str] = "heading"
    level: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that is ``quiet`` is about the others, such as the source of figures."""

    kind: ClassVar[str] = "paragraph"
    pieces: Pieces
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered from ``start``, or with dots where that is None."""

    kind: ClassVar[str] = "items"
    items: tuple[tuple[Block, ...], ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms, each with what is said of it, such as a label and its figure."""

    kind: ClassVar[str] = "pairs"
    pairs: tuple[tuple[Pieces, tuple[Block, ...]], ...]

    @property
    def has_lists(self) -> bool:
        """Whether a list is said of any of them, which is too much to stand beside its term."""
        return any(isinstance(one, Items | Table) for _, said in self.pairs for one in said)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    ``share`` is how long its bar is, from 0 to 100 per cent; None where it has none. One that
    ``is_head`` names its row.
    """

    blocks: tuple[Block, ...]
    is_head: bool = False
    is_number: bool = False
    share: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; it always has the names of its columns.

    One that is ``wide`` has too much in its cells to stand side by side on a telephone.
    """

    kind: ClassVar[str] = "table"
    caption: Pieces
    heads: tuple[Pieces, ...]
    rows: tuple[Row, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that are set apart."""

    kind: ClassVar[str] = "quote"
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that are shown as they are."""

    kind: ClassVar[str] = "verbatim"
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    kind: ClassVar[str] = "rule"


Block = Heading | Paragraph | Items | Pairs | Table | Quote | Verbatim | Rule


def words(pieces: Pieces) -> str:
    """Return the words of a line without their looks."""
    return "".join(one.text for one in pieces)
