"""Tables: a table of HTML as rows under the names of their columns, with no cell that spans."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bs4.element import Tag

from planboard.saying.views.newsletter.blocks import (
    Cell,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Row,
    Table,
    words,
)
from planboard.showing.newsletter.counting import whole
from planboard.showing.newsletter.pieces import flattened, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bs4.element import PageElement

    from planboard.saying.views.newsletter.blocks import Block, Pieces

    Read = Callable[[Tag], tuple[Block, ...]]

__all__ = ["Parts", "found"]

_NUMBER: Final = re.compile(r"[-+−£]?\d[\d,.]*\s?(?:%|mph)?|\[[a-z]+\]|[–-]")
_PER_CENT: Final = re.compile(r"(\d+(?:\.\d+)?)%")
_RIGHT: Final = re.compile(r"text-align:\s*right")
_MOST_SPANNED: Final = 50
_WHOLE: Final = 100
_LETTER: Final = 9
"""How many pixels a letter takes on average, in text of 16 pixels."""
_BESIDE: Final = 14
"""How many pixels of space a column has beside its words."""
_BAR: Final = 80
"""How many pixels a bar needs at least, to be compared with others."""
_NARROW: Final = 280
"""How many pixels a telephone of 320 leaves to a table."""
_LONG: Final = 40
"""More letters than this in a cell are a text, which wants a line of its own."""


class _Spot(NamedTuple):
    """One place in the grid of a table: the cell that covers it, and whether it begins there."""

    cell: Tag
    begins: bool


@dataclass(slots=True)
class Parts:
    """A table taken apart: its caption, the rows of its head, body and foot, and what is astray.

    ``astray`` stands inside the table and in no cell of it, and a browser shows it all the same.
    """

    caption: Tag | None = None
    head: list[Sequence[Tag]] = field(default_factory=list)
    body: list[Sequence[Tag]] = field(default_factory=list)
    foot: list[Sequence[Tag]] = field(default_factory=list)
    astray: list[PageElement] = field(default_factory=list)

    @classmethod
    def of(cls, table: Tag, is_hidden: Callable[[Tag], bool]) -> Parts:
        """Return the parts of a table of HTML, but for what of it ``is_hidden``."""
        self = cls()
        for one in table.children:
            if isinstance(one, Tag) and is_hidden(one):
                continue
            if isinstance(one, Tag) and one.name == "caption" and self.caption is None:
                self.caption = one
            elif isinstance(one, Tag) and one.name in {"thead", "tbody", "tfoot"}:
                rows = {"thead": self.head, "tfoot": self.foot}.get(one.name, self.body)
                for inner in one.children:
                    self._row(inner, rows, is_hidden)
            else:
                self._row(one, self.body, is_hidden)
        if not self.head and len(self.body) > 1 and _names_columns(self.body[0]):
            self.head.append(self.body.pop(0))
        return self

    def _row(
        self, one: PageElement, rows: list[Sequence[Tag]], is_hidden: Callable[[Tag], bool]
    ) -> None:
        if not (isinstance(one, Tag) and one.name == "tr"):
            self.astray.append(one)
            return
        if is_hidden(one):
            return
        cells = []
        for inner in one.children:
            if not (isinstance(inner, Tag) and inner.name in {"td", "th"}):
                self.astray.append(inner)
            elif not is_hidden(inner):
                cells.append(inner)
        if cells:
            rows.append(cells)


def _names_columns(row: Sequence[Tag]) -> bool:
    return all(one.name == "th" and one.get("scope") in {None, "col"} for one in row)


def found(parts: Parts, read: Read, caption: Pieces) -> tuple[Block, ...]:
    """Return a table as blocks: a table of data, or what a table without column names says.

    ``read`` returns what a cell says.
    """
    heads = _heads(_grid(parts.head), read)
    grid = _grid([*parts.body, *parts.foot])
    title = (Paragraph(tuple(replace(one, strong=True) for one in caption)),) if caption else ()
    if not any(heads):
        return *title, *_without_names(grid, read)
    width = max(len(heads), *(len(row) for row in grid), 0)
    heads = (*heads, *[()] * (width - len(heads)))
    rows = [_row(row, width, read) for row in grid]
    heads, rows = _without_empty_drawings(heads, rows, grid)
    rows = [row for row in rows if any(one.blocks for one in row.cells)]
    if not rows:
        return *title, *(Paragraph(one) for one in heads if one)
    return (Table(caption, heads, tuple(rows), wide=_is_wide(heads, rows)),)


def _grid(rows: Sequence[Sequence[Tag]]) -> list[list[_Spot]]:
    """Return each row as the cells that cover its places, one that spans rows in each of them."""
    made: list[list[_Spot]] = []
    reaching: dict[int, tuple[_Spot, int]] = {}
    for row in rows:
        spots: list[_Spot] = []

        def from_above(spots: list[_Spot] = spots) -> None:
            while len(spots) in reaching:
                spot, left = reaching.pop(len(spots))
                if left > 1:
                    reaching[len(spots)] = (spot, left - 1)
                spots.append(spot)

        for cell in row:
            from_above()
            down = _span(cell, "rowspan")
            for index in range(_span(cell, "colspan")):
                spot = _Spot(cell, begins=index == 0)
                if down > 1:
                    reaching[len(spots)] = (spot, down - 1)
                spots.append(spot)
        from_above()
        made.append(spots)
    return made


def _span(cell: Tag, name: str) -> int:
    return min(max(whole(cell, name, 1), 1), _MOST_SPANNED)


def _heads(grid: list[list[_Spot]], read: Read) -> tuple[Pieces, ...]:
    columns = max((len(row) for row in grid), default=0)
    found: list[Pieces] = []
    for index in range(columns):
        cells = [row[index].cell for row in grid if index < len(row)]
        once = list({id(one): one for one in cells}.values())
        names = [one for one in (flattened(read(cell)) for cell in once) if one]
        found.append(tuple(joined(names, Piece(", "))))
    return tuple(found)


def _row(spots: list[_Spot], width: int, read: Read) -> Row:
    if width > 1 and len(spots) == width and all(one.cell is spots[0].cell for one in spots):
        return Row((Cell(read(spots[0].cell), is_head=True),))
    cells = [_cell(one.cell, read) if one.begins else Cell(()) for one in spots]
    return Row((*cells, *[Cell(())] * (width - len(cells))))


def _cell(cell: Tag, read: Read) -> Cell:
    blocks = read(cell)
    is_number = bool(_NUMBER.fullmatch(words(flattened(blocks)))) or bool(
        _RIGHT.search(str(cell.get("style", "")))
    )
    return Cell(blocks, cell.name == "th", is_number and cell.name == "td", _share(cell))


def _share(cell: Tag) -> int | None:
    """Return how long the bar in a cell is; columns, and two bars in one cell, are not said so."""
    drawn = cell.find("svg", class_=["bar", "status-bar"])
    if not drawn:
        return None
    ends = [
        float(start[1]) + float(width[1])
        for one in drawn.find_all("rect")
        if (start := _PER_CENT.fullmatch(str(one.get("x", "0%"))))
        and (width := _PER_CENT.fullmatch(str(one.get("width", ""))))
    ]
    longest = max(ends, default=0.0)
    return min(max(round(longest), 1 if longest else 0), _WHOLE)


def _without_empty_drawings(
    heads: tuple[Pieces, ...], rows: list[Row], grid: list[list[_Spot]]
) -> tuple[tuple[Pieces, ...], list[Row]]:
    """Take a column of drawings away in which nothing is left, or nothing but whole bars."""
    for index in reversed(range(len(heads))):
        drawn = [spots[index].cell for spots in grid if index < len(spots)]
        cells = [row.cells[index] for row in rows if len(row.cells) > 1]
        shares = {one.share for one in cells} - {None}
        says_nothing = not any(one.blocks for one in cells) and (not shares or shares == {_WHOLE})
        if len(heads) > 1 and says_nothing and any(one.find("svg") for one in drawn):
            heads = (*heads[:index], *heads[index + 1 :])
            rows = [
                Row((*row.cells[:index], *row.cells[index + 1 :])) if len(row.cells) > 1 else row
                for row in rows
            ]
    return heads, rows


def _without_names(grid: list[list[_Spot]], read: Read) -> Iterator[Block]:
    """Yield a table that does not name its columns as pairs or as a list of its rows."""
    rows = [[one.cell for one in spots if one.begins] for spots in grid]
    pair = 2
    if all(len(row) == pair and row[0].name == "th" for row in rows):
        pairs = [(flattened(read(term)), read(said)) for term, said in rows]
        if found := tuple((term, said) for term, said in pairs if term or said):
            yield Pairs(found)
        return
    said = [tuple(block for cell in row for block in read(cell)) for row in rows]
    if items := tuple(one for one in said if one):
        yield Items(items)


def _is_wide(heads: tuple[Pieces, ...], rows: list[Row]) -> bool:
    """Return whether the columns cannot stand side by side on a telephone."""
    texts = [
        [words(head), *(words(flattened(row.cells[index].blocks)) for row in rows if row.cells[1:])]
        for index, head in enumerate(heads)
    ]
    longest = [
        max(len(word) for text in column for word in text.split() or [""]) for column in texts
    ]
    drawn = [
        any(row.cells[index].share is not None for row in rows if row.cells[1:])
        for index in range(len(heads))
    ]
    wanted = [_LETTER * one + _BESIDE for one in longest]
    least = [_BAR if has_bar else 0 for has_bar in drawn]
    if sum(map(max, wanted, least)) > _NARROW:
        return True
    full = [any(len(text) > _LONG for text in column[1:]) for column in texts]
    return len(heads) > 2 and any(full)  # noqa: PLR2004 - two columns have room for a text each
