"""Rows: the only room that makes one record of one row, with the place of each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.reading import characters
from planboard.reading.tables import header
from planboard.reading.tables.cells import WRONG_QUOTES, Cell
from planboard.reading.yaml.tree import Entries, Record
from planboard.words.formulas import unguarded
from planboard.words.problems import Place, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.reading.complaints import Complaints
    from planboard.reading.keys import Steps
    from planboard.reading.tables.cells import Row
    from planboard.reading.tables.columns import Column
    from planboard.reading.tables.header import Header
    from planboard.truth.model import fields

__all__ = ["Reader", "written"]

_BETWEEN_ENTRIES: Final = ";"


def written(row: Row) -> Iterator[tuple[Place, str]]:
    """Yield each cell of a row in which something stands, with its place."""
    for at, cell in enumerate(row.cells):
        if cell:
            yield Place(row.sheet.file, *row.position(at)), cell


class Reader:
    """Reads one row after the other; the first that is not blank is the header.

    ``top`` is where it begins, and ``header`` what it names; None where nothing can be made of it.
    """

    def __init__(self, delimiter: str, complaints: Complaints) -> None:
        self.top: Cell | None = None
        self.header: Header | None = None
        self._delimiter = delimiter
        self._complaints = complaints
        self._parts: tuple[_Part, ...] = ()

    def take(self, row: Row, model: type[fields.Record]) -> Record | None:
        """Read one more row; return what it holds, None of the header and of what is wrong."""
        if self.top is None:
            self.top = Cell(row, 0)
            # a header with wrong quotes has been left out, and this is none
            if not any(code in self._complaints for code in WRONG_QUOTES):
                self._begin(row, model)
        elif self.header and not self.header.is_repeated_in(row):
            return self._entry(row, self.header)
        return None

    def _begin(self, row: Row, model: type[fields.Record]) -> None:
        for at in range(len(row.cells)):
            self._tell_look_alike(row, at)
        self.header = header.read(row, model, self._complaints)
        if self.header is None:
            return
        known = self.header.columns
        self._parts = tuple(_parts([(one.steps, at, one) for at, one in known.items()]))
        row.sheet.columns.update({one.name: at for at, one in known.items()})

    def _entry(self, row: Row, top: Header) -> Record | None:
        for at, cell in enumerate(row.cells):
            if cell.strip() and not top.has_name(at):
                self._complaints.error(
                    "cell-without-column",
                    row.position(at),
                    f"Row {row.number} has {quoted(cell)} in a column without a name. If a "
                    f"{self._delimiter} is part of a text, put the whole text in double quotes;"
                    " if not, move this into its column.",
                )
                return None
        return self._record(self._parts, row) or None

    def _record(self, parts: Iterable[_Part], row: Row) -> Record:
        record = Record()
        record.marks = {}
        for part in parts:
            value, at = self._value(part, row)
            if value:
                key, mark = str(part.step), Cell(row, at, part.name)
                record[key], record.marks[key] = value, (mark, mark)
        return record

    def _list(self, parts: Iterable[_Part], row: Row) -> Entries:
        entries = Entries()
        entries.marks = []
        for part in parts:
            value, at = self._value(part, row)
            if value:
                entries.append(value)
                entries.marks.append(Cell(row, at, part.name))
        return entries

    def _value(self, part: _Part, row: Row) -> tuple[Record | Entries | str, int]:
        """Return what stands in a part of a row, nothing if it is empty, and in which cell."""
        if not part.inside:
            text = self._cell(row, part.at)
            return (self._split(text, row, part) if part.splits and text else text), part.at
        node = (self._list if part.is_list else self._record)(part.inside, row)
        marks = [one[0] for one in node.marks.values()] if isinstance(node, Record) else node.marks
        return node, min((one.at for one in marks if isinstance(one, Cell)), default=part.at)

    def _split(self, text: str, row: Row, part: _Part) -> Entries:
        entries = Entries(filter(None, map(str.strip, text.split(_BETWEEN_ENTRIES))))
        entries.marks = [Cell(row, part.at, part.name) for _ in entries]
        return entries

    def _cell(self, row: Row, at: int) -> str:
        """Return the text of a cell in the letters that its editor meant."""
        cell = row.cells[at].strip() if at < len(row.cells) else ""
        if not cell.isascii():
            self._tell_look_alike(row, at)
            cell = characters.unmask(cell)
        return unguarded(cell)

    def _tell_look_alike(self, row: Row, at: int) -> None:
        told = characters.poser(row.cells[at])
        if told:
            inside, message = told
            index = row.index_in(at, inside)
            self._complaints.warn("look-alike", row.sheet.position(index), message)


@dataclass(frozen=True, slots=True)
class _Part:
    """What some columns make of a row under one ``step``: a cell, or what has parts ``inside``."""

    step: str | int
    name: str
    at: int
    splits: bool = False
    inside: tuple[_Part, ...] = ()
    is_list: bool = False
    """Whether its parts are entries of a list, not keys of a record."""


def _parts(found: list[tuple[Steps, int, Column]], above: str = "") -> Iterator[_Part]:
    """Yield the parts that columns make; what they are numbered by is their order."""
    steps = dict.fromkeys(steps[0] for steps, _, _ in found)
    for step in sorted(steps) if any(isinstance(one, int) for one in steps) else steps:
        under = [(steps[1:], at, one) for steps, at, one in found if steps[0] == step]
        name = f"{above}_{step}".lstrip("_")
        rest, at, column = under[0]
        if rest:
            inside = tuple(_parts(under, name))
            is_list = any(isinstance(one.step, int) for one in inside)
            yield _Part(step, name, at, inside=inside, is_list=is_list)
        else:
            yield _Part(step, name, at, column.splits)
