"""Table: a whole CSV file, from its bytes to rows as plain data with the place of each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.reading import characters
from planboard.reading.complaints import WHOLE_FILE, Complaints
from planboard.reading.growth import undisturbed
from planboard.reading.tables import header
from planboard.reading.tables.cells import DELIMITERS, Cell, Sheet, rows
from planboard.reading.tables.rows import Reader, written
from planboard.reading.yaml.tree import Entries

if TYPE_CHECKING:
    from planboard.truth.model import fields
    from planboard.words.problems import Place, Problem

__all__ = ["EMPTY", "Table", "read"]

_LARGEST: Final = 20_000_000  # bytes
EMPTY: Final = (
    "This table is empty. Its first row must name the columns, with a comma between each two."
)


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file as a list of records, with all that is wrong.

    ``entries`` is None when nothing of it can be used, and so is ``top``, where the table
    begins. ``text`` is what stands in the file, and ``values`` are its cells with their places.
    """

    entries: Entries | None
    top: Cell | None
    problems: tuple[Problem, ...]
    text: str | None
    values: tuple[tuple[Place, str], ...]


@undisturbed()
def read(data: bytes, file: str, model: type[fields.Record]) -> Table:
    """Read the bytes of a CSV file with a ``model`` in each row.

    ``file`` is the name under which problems are told. Whatever the bytes are, nothing is
    raised.
    """
    complaints = Complaints(file)
    text = _text(data, file, complaints)
    if text is None:
        return Table(None, None, complaints.all(), None, ())
    sheet = Sheet(file, text)
    delimiter = header.delimiter_of(sheet, model)
    reader = Reader(DELIMITERS[delimiter], complaints)
    entries = Entries()
    values: list[tuple[Place, str]] = []
    entries.marks = []
    for row in rows(sheet, delimiter, complaints):
        if row.is_blank:
            continue
        values += written(row)
        if record := reader.take(row, model):
            entries.append(record)
            entries.marks.append(Cell(row, 0))
    if reader.top is None and not complaints.lines_in_error():
        complaints.error("empty", WHOLE_FILE, EMPTY)
    found = entries if reader.header else None
    return Table(found, reader.top, complaints.all(), text, tuple(values))


def _text(data: bytes, file: str, complaints: Complaints) -> str | None:
    if len(data) > _LARGEST:
        complaints.error(
            "too-large", WHOLE_FILE, "This file is too large: it is over 20 MB. Leave out rows."
        )
        return None
    text, problems = characters.decode(data, file, is_table=True)
    complaints.take(problems)
    return text
