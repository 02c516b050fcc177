"""Lines: the pieces of a text as lines of words with their addresses, for forms without HTML."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from planboard.saying.views.newsletter.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.saying.views.newsletter.blocks import Block, Piece, Pieces, Row

__all__ = ["BLANK", "Line", "alone", "colon", "labelled", "lines", "mailbox"]

BLANK: Final = re.compile(r"[ \t\n\r\f\v]+")
"""Where a line may be broken; a no-break space is no such place."""
_MAILTO: Final = "mailto:"

Line = tuple[tuple[str, str], ...]
"""Words one after another, each with the address that they lead to or with nothing."""


def lines(pieces: Pieces) -> Iterator[Line]:
    """Yield each line of ``pieces``; what leads to the same address is together."""
    line: list[tuple[str, str]] = []
    for url, group in groupby(pieces, key=lambda one: one.url):
        for index, part in enumerate(_broken(group)):
            if index:
                yield tuple(line)
                line = []
            if part:
                line.append((part, url))
    yield tuple(line)


def _broken(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the words of ``pieces`` up to each break of the line, white space folded."""
    part = ""
    for one in pieces:
        if one.text == "\n":
            yield BLANK.sub(" ", part)
            part = ""
        else:
            part += one.text
    yield BLANK.sub(" ", part)


def alone(blocks: Sequence[Block]) -> Pieces | None:
    """Return the only line that ``blocks`` are; None if they are more than one line."""
    if not blocks:
        return ()
    one = blocks[0]
    if len(blocks) > 1 or not isinstance(one, Paragraph):
        return None
    return None if any(piece.text == "\n" for piece in one.pieces) else one.pieces


def labelled(heads: Sequence[Pieces], row: Row) -> Iterator[tuple[Pieces, tuple[Block, ...]]]:
    """Yield each cell of a row with the name of its column; one without a column has none."""
    for index, cell in enumerate(row.cells):
        yield heads[index] if index < len(heads) else (), cell.blocks


def colon(label: str) -> str:
    """Return a label as it stands before what is said of it."""
    return f"{label}:" if label and label[-1] not in ":?!" else label


def mailbox(url: str) -> str:
    """Return the mailbox that an address is of; nothing where it leads to a page."""
    return url.removeprefix(_MAILTO).partition("?")[0] if url.startswith(_MAILTO) else ""
