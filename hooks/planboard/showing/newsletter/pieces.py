"""Pieces: words of HTML in running lines, as a browser would run them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from planboard.saying.views.newsletter.blocks import (
    Heading,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Quote,
    Table,
    Verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.saying.views.newsletter.blocks import Block

__all__ = ["BREAK", "Look", "Sheet", "flattened", "joined", "tidy"]

BREAK: Final = Piece("\n")
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
"""What a browser shows as one space; one that does not break a line is none of them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, and where they stand: in a cell or an item, in the name of something.

    ``depth`` is how many elements they stand in.
    """

    url: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    quiet: bool = False
    in_cell: bool = False
    in_name: bool = False
    depth: int = 0

    def piece(self, text: str) -> Piece:
        """Return ``text`` with this look."""
        return Piece(text, self.url, self.strong, self.emphasis, self.code)


class Sheet:
    """Blocks that are written one after the other, and the line that is being written."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._line: list[tuple[Piece, bool]] = []

    def say(self, text: str, look: Look) -> None:
        """Write words into the line."""
        self._line.append((look.piece(text), look.quiet))

    def turn(self) -> None:
        """Begin a new line in the same paragraph."""
        self._line.append((BREAK, True))

    def end(self) -> None:
        """End the line as a paragraph, if anything stands in it."""
        pieces = tidy(one for one, _ in self._line)
        quiet = all(quiet for one, quiet in self._line if one.text.strip())
        self._line = []
        if pieces:
            self.blocks.append(Paragraph(pieces, quiet=quiet))

    def add(self, *blocks: Block) -> None:
        """Write blocks under the line."""
        self.end()
        self.blocks += blocks


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return a line with the space that a browser shows, and none at its ends and breaks."""
    lines: list[list[Piece]] = [[]]
    for one in pieces:
        if one is BREAK:
            lines.append([])
        elif one.text:
            lines[-1].append(one)
    found = [line for line in map(_spaced, lines) if line]
    return tuple(joined(found, BREAK))


def _spaced(line: list[Piece]) -> list[Piece]:
    """Return a line without breaks; words of one look become one piece.

    Space between two pieces belongs to one without looks, so that no link begins or ends with it;
    between two pieces of one link it belongs to that, so that it stays one.
    """
    found: list[Piece] = []
    apart = False
    for look, alike in groupby(line, key=lambda one: replace(one, text="")):
        text = _SPACE.sub(" ", "".join(one.text for one in alike))
        words = text.strip(" ")
        apart = apart or text.startswith(" ")
        if words and found and apart:
            space = Piece(" ", look.url if look.url == found[-1].url else "")
            if replace(found[-1], text=" ") == space:
                found[-1] = replace(space, text=f"{found[-1].text} ")
            elif replace(look, text=" ") == space:
                words = f" {words}"
            else:
                found.append(space)
        if words:
            found.append(replace(look, text=words))
            apart = False
        apart = apart or text.endswith(" ")
    return found


def joined(lines: Iterable[Iterable[Piece]], between: Piece) -> Iterator[Piece]:
    """Yield the pieces of all lines, with a piece between each two."""
    for index, line in enumerate(lines):
        if index:
            yield between
        yield from line


def flattened(blocks: Iterable[Block]) -> tuple[Piece, ...]:
    """Return the words of blocks as one line, broken where one block ends."""
    return tuple(joined((line for one in blocks for line in _lines(one) if line), BREAK))


def _lines(block: Block) -> Iterator[tuple[Piece, ...]]:
    if isinstance(block, Heading | Paragraph):
        yield block.pieces
    elif isinstance(block, Items):
        yield from (flattened(one) for one in block.items)
    elif isinstance(block, Pairs):
        for term, said in block.pairs:
            yield term
            yield flattened(said)
    elif isinstance(block, Table):
        yield block.caption
        yield from block.heads
        yield from (flattened(cell.blocks) for row in block.rows for cell in row.cells)
    elif isinstance(block, Quote):
        yield flattened(block.blocks)
    elif isinstance(block, Verbatim):
        yield tidy([Piece(block.text, code=True)])
