"""Faults: the only room that makes a complaint of each fault that a model finds in a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, get_args, get_origin

from planboard.reading.complaints import Complaints
from planboard.reading.keys import (
    NO_KEY,
    NO_RECORD,
    UNKNOWN_KEY,
    Steps,
    holds_ids,
    in_file,
    key_meant,
    meaning,
    model_at,
    models_in,
    names_owner,
)
from planboard.reading.refusals import wording
from planboard.reading.refusals.wording import IDS, RECORDS, TEXTS, Manner, Value
from planboard.reading.tables.header import MISSING_COLUMN, against_missing
from planboard.reading.yaml.marks import where
from planboard.words.problems import Level, Place, Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from planboard.reading.documents import Document
    from planboard.reading.tables.cells import Cell
    from planboard.truth.model.fields import Record

__all__ = ["explain"]


def explain(
    document: Document, model: type[Record], faults: Iterable[ErrorDetails]
) -> tuple[Problem, ...]:
    """Return a complaint for each fault that ``model`` finds in ``document``.

    A mistake is told once: a key that is misspelt is not missing too, and a line that is wrong
    as YAML, or a column that a table lacks, has told its reason already.
    """
    found = [(in_file(fault["loc"], document.data), fault) for fault in faults]
    misspelt = {
        key_meant(model, path, document.data)
        for path, fault in found
        if fault["type"] == UNKNOWN_KEY
    }
    wrong_lines = {
        (one.place.file, one.place.line) for one in document.problems if one.level is Level.ERROR
    }
    problems = [
        _problem(document, model, path, fault)
        for path, fault in found
        if fault["type"] != NO_KEY or path not in misspelt
    ]
    untold = [one for one in problems if (one.place.file, one.place.line) not in wrong_lines]
    return tuple(_not_too_many(untold))


def _not_too_many(problems: list[Problem]) -> Iterator[Problem]:
    """Yield each of ``problems``, of one kind in one file only so many; the rest is counted."""
    files: dict[str, Complaints] = {}
    for one in problems:
        complaints = files.setdefault(one.place.file, Complaints(one.place.file))
        complaints.error(one.code, (one.place.line, one.place.column), one.message)
    for complaints in files.values():
        yield from complaints.all()


def _problem(document: Document, model: type[Record], path: Steps, fault: ErrorDetails) -> Problem:
    around, name = model_at(model, path[:-1]), str(path[-1]) if path else ""
    if fault["type"] == UNKNOWN_KEY:
        hint = did_you_mean(name, around.model_fields)
        return Problem(
            Level.ERROR,
            "unknown-key",
            document.key_place(path),
            f"{_subject(model, path[:-1])} has no key {quoted(name)}."
            + (hint or f" Its keys are {', '.join(around.model_fields)}."),
        )
    if fault["type"] == NO_KEY:
        holder, said = document.cell(path[:-1]), meaning(around, name)
        if holder:
            return _empty_cell(holder, name, said, document.place(path[:1]))
        return Problem(
            Level.ERROR,
            "missing-key",
            document.place(path[:-1]),
            f'{_subject(model, path[:-1])} has no "{name}". Add a line "{name}: …" ({said}).',
        )
    return Problem(
        Level.ERROR,
        _CODES.get(fault["type"], "wrong-value"),
        document.place(path),
        wording.against(_value(document, model, path, fault)),
    )


def _value(document: Document, model: type[Record], path: Steps, fault: ErrorDetails) -> Value:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    cell = document.cell(path)
    return Value(
        subject=_in_table(cell) if cell else _subject(model, path),
        label=_in_cell(cell) if cell else key,
        key=key,
        way_out=_way_out(model_at(model, path[:-1]), path),
        record=model_at(model, path),
        entries=_entries(model, path),
        names_owner=names_owner(model_at(model, path[:-1]), key),
        manner=Manner.CELLS if cell else _manner(document, path),
        found=fault["input"],
        kind=fault["type"],
        context=fault.get("ctx", {}),
    )


def _empty_cell(holder: Cell, key: str, said: str, header: Place) -> Problem:
    """Return the complaint about a cell that must be filled in; ``holder`` is what it belongs to.

    If there is no such column, that is told at the header, once for all rows.
    """
    cell = holder.part(key)
    if cell is None:
        name = f"{holder.name}_{key}".lstrip("_")
        return Problem(Level.ERROR, MISSING_COLUMN, header, against_missing(name, said))
    return Problem(
        Level.ERROR,
        "empty-cell",
        Place(cell.file, *where(cell)),
        f'Row {cell.row.number} has nothing in the column "{cell.name}" ({said}). Write it there.',
    )


_CODES: Final = {
    "tuple_type": "not-a-list",
    "too_short": "empty-list",
    NO_RECORD: "not-a-record",
    "dict_type": "not-a-record",
    "mapping_type": "not-a-record",
    "enum": "unknown-word",
}


# How to speak of a place in a file.


def _in_table(cell: Cell) -> str:
    """Return a row, or a record that several columns of it make, as the subject of a sentence."""
    return f'"{cell.name}" in row {cell.row.number}' if cell.name else f"Row {cell.row.number}"


def _in_cell(cell: Cell) -> str:
    return f'Row {cell.row.number}, column "{cell.name}"' if cell.name else ""


def _subject(model: type[Record], path: Steps) -> str:
    """Return what stands at ``path`` as the subject of a sentence."""
    if not path:
        return f"This {_called(model)}"
    step, around = path[-1], path[:-1]
    if isinstance(step, str):
        return f'"{step}"'
    field = model_at(model, around[:-1]).model_fields.get(str(around[-1])) if around else None
    record = next(models_in(field.annotation), None) if field else None
    return f"This {_called(record)}" if record else f'An entry of "{around[-1]}"'


_CAPITAL: Final = re.compile("(?<!^)(?=[A-Z])")
_CALLED: Final = {
    "Forums": "record of forums",
    "Site": "site register",
    "Publishers": "register of publishers",
    "Owners": "register of owners",
    "Scales": "register of scales",
    "Glossary": "glossary",
    "Accepted": "register of false alarms",
    "FalseAlarm": "entry",
    "SubItem": "sub-item",
}


def _called(model: type[Record]) -> str:
    if model.thing:
        return model.thing
    return _CALLED.get(model.__name__, _CAPITAL.sub(" ", model.__name__).lower())


def _way_out(around: type[Record], path: Steps) -> str:
    """Return what to do about an empty value."""
    if path and isinstance(path[-1], int):
        return "Write something after the dash, or delete the dash."
    field = around.model_fields.get(str(path[-1])) if path else None
    needed = field is not None and field.is_required()
    return f"Write something after the colon{'' if needed else ', or delete the line'}."


def _entries(model: type[Record], path: Steps) -> str:
    """Return what the list at ``path``, or round it, holds; nothing when there is no list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    field = model_at(model, path[:-1]).model_fields.get(str(path[-1])) if path else None
    inner = get_args(field.annotation) if field and get_origin(field.annotation) is tuple else ()
    if not inner:
        return ""
    if holds_ids(model_at(model, path[:-1]), str(path[-1])):
        return IDS
    return RECORDS if next(models_in(inner[0]), None) else TEXTS


def _manner(document: Document, path: Steps) -> Manner:
    """Return how the list is written that ``path`` is an entry of."""
    around = path[:-1]
    begins_at_key = document.key_place(around).line == document.place(around).line
    return Manner.BRACKETS if begins_at_key else Manner.LINES
