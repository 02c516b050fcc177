"""Cells: the only room that splits a text into cells and knows where each of them stands."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING, Final

from planboard.reading.complaints import position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.reading.complaints import Complaints

__all__ = ["DELIMITERS", "WRONG_QUOTES", "Cell", "Row", "Sheet", "rows"]

DELIMITERS: Final = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What may stand between two cells, and what it is called."""
WRONG_QUOTES: Final = ("unclosed-quote", "text-after-quote")
"""The codes of complaints about a row that is left out because of its quotes."""

_CELL: Final = {
    one: re.compile(
        rf' *(?P<all>(?P<quote>")(?:[^"]|"")*+(?P<end>"?)(?P<behind>[^{one}\n]*)|[^{one}\n]*)'
    )
    for one in DELIMITERS
}
"""A cell as the csv module reads it, behind what separates it from the one before."""

_FOR_EXCEL: Final = re.compile(r"sep=[,;\t][,;\t]*", re.IGNORECASE)

_UNCLOSED: Final = (
    "The quote that opens here is not closed, so the rest of the table is lost in this cell. Put a"
    " quote behind the last word of the cell, or delete this one."
)
_AFTER_QUOTE: Final = (
    "Text stands behind the quote that closes this cell. Write each quote inside a cell twice"
    ' (""), and put one more at its very end.'
)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The text of a table, and at which position in a row each of its ``columns`` stands.

    The text may be only a piece of the file, with so many lines ``above`` it.
    """

    file: str
    text: str = field(repr=False)
    columns: dict[str, int] = field(default_factory=dict)
    above: int = 0

    def position(self, index: int) -> tuple[int, int]:
        """Return the line and column of the file, both from 1, of one character of the text."""
        line, column = position(self.text, index)
        return line + self.above, column


@dataclass(frozen=True, eq=False)
class Row:
    """One row of a table: its cells as they are read, and where it stands in the text.

    ``number`` counts as spreadsheets do, from 1 and with the rows that are blank; ``line`` is
    the line it begins on, from 0, which is another one below a cell of several lines.
    """

    sheet: Sheet
    number: int
    line: int
    start: int
    end: int
    cells: tuple[str, ...]
    delimiter: str

    @property
    def text(self) -> str:
        """The row as it is written."""
        return self.sheet.text[self.start : self.end]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each cell begins in the text; of most rows nobody asks for it."""
        if '"' in self.text:
            found = _found(self.sheet.text, self.start, self.end, _CELL[self.delimiter])
            return tuple(one.start("all") for one in found)
        return _starts(self.text, self.start, self.delimiter)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any of its cells, or only what Excel tells itself (sep=;)."""
        return not any(map(str.strip, self.cells)) or bool(_FOR_EXCEL.fullmatch(self.text))

    def index(self, at: int) -> int:
        """Return where in the text a cell begins; where the row ends, if it is beyond that."""
        return self.starts[at] if at < len(self.starts) else self.end

    def index_in(self, at: int, inside: int) -> int:
        """Return where in the text one character of a cell as it is read stands."""
        index = self.index(at) + inside
        if self.sheet.text.startswith('"', self.index(at)):
            return index + 1 + self.cells[at].count('"', 0, inside)
        return index

    def position(self, at: int) -> tuple[int, int]:
        """Return the line and column of the text, both from 1, at which a cell begins."""
        index = self.index(at)
        line = self.line + self.sheet.text.count("\n", self.start, index)
        return line + 1, index - self.sheet.text.rfind("\n", 0, index)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value of a table stands: a mark that knows its file, row and column.

    ``name`` is the name of its column; of a record or list, which several columns make
    together, what the names of these begin with.
    """

    row: Row
    at: int
    name: str = ""

    def part(self, key: str) -> Cell | None:
        """Return the first cell, though it is empty, that holds ``key`` of the record here."""
        name = f"{self.name}_{key}".lstrip("_")
        columns = self.row.sheet.columns
        column = next((one for one in columns if one == name or one.startswith(f"{name}_")), None)
        return Cell(self.row, columns[column], column) if column else None

    @property
    def file(self) -> str:
        """The file it is in."""
        return self.row.sheet.file

    @property
    def index(self) -> int:
        """The character of the text."""
        return self.row.index(self.at)

    @property
    def line(self) -> int:
        """The line, from 0."""
        return self.row.position(self.at)[0] - 1

    @property
    def column(self) -> int:
        """The column of the text, from 0."""
        return self.row.position(self.at)[1] - 1


def rows(
    sheet: Sheet, delimiter: str, complaints: Complaints, numbers: Iterator[int] | None = None
) -> Iterator[Row]:
    """Yield each row that can be read, and complain of each whose quotes are wrong.

    ``numbers`` go on where those of the piece above this one ended; none are taken beyond its end.
    """
    taken = 0

    def lines() -> Iterator[str]:
        nonlocal taken
        for one in io.StringIO(sheet.text, newline="\n"):
            taken += len(one)
            yield one

    reader = csv.reader(lines(), delimiter=delimiter, skipinitialspace=True)
    start, line = 0, sheet.above
    numbers = numbers or count(1)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:  # it gives up on a cell of 128 kB: a quote is open
            cells = []
        if cells is None:
            return
        number = next(numbers)
        raw = sheet.text[start:taken].removesuffix("\n")
        end = start + len(raw)
        wrong = None
        if '"' in raw:
            found = _found(sheet.text, start, end, _CELL[delimiter])
            wrong = next(filter(None, map(_quotes, found)), None)
        if wrong:
            code, at, message = wrong
            complaints.error(code, sheet.position(at), message)
        else:
            yield Row(sheet, number, line, start, end, tuple(cells), delimiter)
        line += sheet.text.count("\n", start, taken)
        start = taken


def _starts(raw: str, start: int, delimiter: str) -> tuple[int, ...]:
    """Return where each cell of a row without quotes begins, behind the spaces before it."""
    starts = []
    for one in raw.split(delimiter):
        starts.append(start + len(one) - len(one.lstrip(" ")))
        start += len(one) + 1
    return tuple(starts)


def _found(text: str, start: int, end: int, cell: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield each cell of a row with quotes as it is written."""
    while start <= end and (match := cell.match(text, start, end)):
        yield match
        start = match.end() + 1


def _quotes(match: re.Match[str]) -> tuple[str, int, str] | None:
    """Return what is wrong with the quotes of a cell: its kind, where it is, and a sentence."""
    if match["quote"] and not match["end"]:
        return "unclosed-quote", match.start("quote"), _UNCLOSED
    if match["behind"] and match["behind"].strip():
        return "text-after-quote", match.start("behind"), _AFTER_QUOTE
    return None
