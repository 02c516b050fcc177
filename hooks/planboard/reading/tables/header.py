"""Header: the only room that reads the first row of a table and knows what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Final

from planboard.reading.characters import unmask
from planboard.reading.complaints import Complaints
from planboard.reading.tables import columns
from planboard.reading.tables.cells import DELIMITERS, rows
from planboard.reading.tables.columns import Column, Refusal
from planboard.words.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.reading.tables.cells import Row, Sheet
    from planboard.truth.model.fields import Record

__all__ = ["MISSING_COLUMN", "Header", "against_missing", "delimiter_of", "read"]

MISSING_COLUMN: Final = "missing-column"
"""The code of the complaint about a column that a table must have."""

_FEW: Final = 40
"""How many columns a sentence lists."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first row of a table names.

    ``columns`` stand at their position in a row, where it has one that is known; ``names`` are
    what the cells say, as they are looked up, without what is empty at the end.
    """

    columns: dict[int, Column]
    names: tuple[str, ...]

    def has_name(self, at: int) -> bool:
        """Return whether the column at a position of a row has a name, known or not."""
        return at < len(self.names) and bool(self.names[at])

    def is_repeated_in(self, row: Row) -> bool:
        """Return whether ``row`` is the header again, as at the top of another printed page."""
        cells = zip_longest(row.cells, self.names, fillvalue="")
        return all(_name(cell) == name for cell, name in cells)


def against_missing(name: str, what: str) -> str:
    """Return the sentence against a table without the column ``name``, which is for ``what``."""
    return (
        f'This table has no column "{name}" ({what}). Add it to the first row, and fill it in on'
        " each row below."
    )


def delimiter_of(sheet: Sheet, model: type[Record]) -> str:
    """Return what separates the cells of a table: what makes most known columns of its header.

    Where that leaves a doubt it is the comma, never a guess from what stands in the rows.
    """

    def known(delimiter: str) -> tuple[int, int]:
        found_first = (row for row in rows(sheet, delimiter, Complaints("")) if not row.is_blank)
        first = next(found_first, None)
        names = _names(first) if first else ()
        found = sum(isinstance(columns.of(model, name), Column) for name in names)
        return found, 0 if found or len(names) == 1 else len(names)

    return max(DELIMITERS, key=known)


def read(row: Row, model: type[Record], complaints: Complaints) -> Header | None:
    """Return what the header in ``row`` names, with a complaint for each thing that is wrong.

    A name that is near a column is read as that; None when no column is known at all.
    """
    names = _names(row)
    found = {at: columns.of(model, name) for at, name in enumerate(names) if name}
    if not any(found.values()) and not any(columns.meant(model, one, ()) for one in names if one):
        complaints.error(
            "no-header",
            (row.line + 1, 1),
            "The first row of a table names its columns, and no name here is known. The columns"
            f" are {_listed(model)}. Delete whatever stands above them.",
        )
        return None
    known: dict[int, Column] = {}
    for at, one in found.items():
        if isinstance(one, Refusal):
            complaints.error(
                "no-column", row.position(at), f"The column {quoted(row.cells[at])} {one.said}"
            )
        elif one is not None:
            _add(known, at, one, row, complaints)
    for at, one in found.items():
        if one is None:
            _guess(known, at, row, model, complaints)
    for name, what in columns.lacking(model, known.values()):
        complaints.error(MISSING_COLUMN, (row.line + 1, 1), against_missing(name, what))
    return Header(known, names)


def _names(row: Row) -> tuple[str, ...]:
    found = [*map(_name, row.cells)]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _name(cell: str) -> str:
    return columns.normal(unmask(cell))


def _add(
    known: dict[int, Column], at: int, column: Column, row: Row, complaints: Complaints
) -> None:
    """Take a column that is found, unless another one says the same."""
    for other, before in known.items():
        if before.steps == column.steps:
            message = (
                f'Two columns have the name "{column.name}" (columns {other + 1} and {at + 1}).'
                " Rename or delete one of them."
            )
        elif _covers(before, column) or _covers(column, before):
            message = (
                f'The columns "{before.name}" and "{column.name}" say the same thing. Keep one of'
                " the two ways."
            )
        else:
            continue
        complaints.error("duplicate-column", row.position(at), message)
        return
    known[at] = column


def _covers(one: Column, other: Column) -> bool:
    """Return whether ``one`` holds all of what ``other`` is a part of."""
    return other.steps[: len(one.steps)] == one.steps


def _guess(
    known: dict[int, Column], at: int, row: Row, model: type[Record], complaints: Complaints
) -> None:
    """Complain of an unknown column; take it for the one that was meant, if any is near."""
    written = row.cells[at]
    near = columns.meant(model, _name(written), {one.name for one in known.values()})
    hint = f'Did you mean "{near}"?' if near else f"The columns are {_listed(model)}."
    complaints.error(
        "unknown-column", row.position(at), f"The column {quoted(written)} is not known. {hint}"
    )
    column = columns.of(model, near) if near else None
    if isinstance(column, Column) and not any(
        _covers(one, column) or _covers(column, one) for one in known.values()
    ):
        known[at] = column


def _listed(model: type[Record]) -> str:
    def some() -> Iterator[str]:
        all_of_them = columns.names(model)
        yield from islice(all_of_them, _FEW)
        if next(all_of_them, None):
            yield "…"

    return ", ".join(some())
