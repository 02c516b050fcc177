"""Records: plain data to frozen records; the only room that mends what a model refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError

from planboard.reading.growth import undisturbed
from planboard.reading.keys import NO_KEY, NO_RECORD, UNKNOWN_KEY, in_file, key_meant, model_at
from planboard.reading.refusals.faults import explain
from planboard.reading.tables.cells import Cell
from planboard.reading.yaml.tree import Entries, Record
from planboard.truth.entries import Entry
from planboard.truth.model import fields
from planboard.truth.schedule import Span
from planboard.words.problems import Level, Problem
from planboard.words.vocabulary.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

    from planboard.reading.documents import Document
    from planboard.reading.keys import Steps
    from planboard.reading.yaml.marks import Mark

__all__ = ["read"]

R = TypeVar("R", bound=fields.Record)

_ROUNDS: Final = 12
"""How often a record is mended before the rest of it is given up."""
_AT_ANY_TIME: Final = Span(date.min, date.max, Precision.DAY)
_SOME_DAY: Final = "1900-01-01"
_GONE: Final = object()


@undisturbed()
def read(
    name: str, document: Document, model: type[R]
) -> tuple[Entry[R] | None, tuple[Problem, ...]]:
    """Return the record called ``name`` that ``document`` holds, and every complaint about it.

    When something in it is wrong, the record is what remains without the wrong parts, so that
    the rules can look at the rest in the same run; a record with an error is never published.
    It is None when nothing usable remains.
    """
    if document.data is None:
        return None, ()
    sound = all(one.level is not Level.ERROR for one in document.problems)
    try:
        return Entry(name, model.model_validate(document.data), document, whole=sound), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
    problems = explain(document, model, faults)
    remains = _Remains(document, model)
    for _ in range(_ROUNDS):
        remains.mend(faults)
        try:
            record = model.model_validate(remains.data)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            continue
        places = replace(document, data=remains.data)
        return Entry(name, record, places, whole=sound and remains.whole), problems
    return None, problems


class _Remains:
    """What is left of the data of a broken record, each value still with its place in the file.

    What is wrong is left out. A key that its record must have gets a stand-in, so that the rest
    of the record stays; only where none fits, the record is left out too.
    """

    def __init__(self, document: Document, model: type[fields.Record]) -> None:
        self.data: Any = _copy(document.data)
        self.whole = True
        self._root = document.root
        self._model = model
        self._stand_ins: dict[tuple[int, str], Iterator[object]] = {}
        self._renamed: set[tuple[int, str]] = set()

    def mend(self, faults: Iterable[ErrorDetails]) -> None:
        """Take out or replace everything that ``faults`` find wrong."""
        found = [(in_file(fault["loc"], self.data), fault["type"]) for fault in faults]
        for path, kind in sorted(found, key=lambda one: one[1] != UNKNOWN_KEY):
            self._mend(path, kind)
        _sweep(self.data)

    def _mend(self, path: Steps, kind: str = "") -> None:
        holder, mark = self._at(path[:-1]) if path else (None, None)
        if isinstance(holder, Entries) and isinstance(path[-1], int):
            self.whole = self.whole and _is_text(holder[path[-1]]) and kind != NO_RECORD
            holder[path[-1]] = _GONE
        elif isinstance(holder, Record):
            key = str(path[-1])
            if kind == UNKNOWN_KEY:
                self._rename(holder, key, key_meant(self._model, path, self.data))
            elif kind != NO_KEY or key not in holder:
                self._replace(holder, path, mark)

    def _at(self, path: Steps) -> tuple[object, Mark | None]:
        """Return the value at ``path`` and where it stands; None when it is gone."""
        node: Any = self.data
        mark = self._root
        for step in path:
            if isinstance(node, Record) and step in node:
                node, mark = node[str(step)], node.marks[str(step)][1]
            elif isinstance(node, Entries) and isinstance(step, int):
                node, mark = node[step], node.marks[step]
            else:
                return None, None
        return node, mark

    def _rename(self, record: Record, key: str, meant: Steps | None) -> None:
        value, marks = record.pop(key), record.marks.pop(key)
        if meant:
            name = str(meant[-1])
            record[name], record.marks[name] = value, marks
            self._renamed.add((id(record), name))
        else:
            self.whole = self.whole and _is_text(value)

    def _replace(self, record: Record, path: Steps, mark: Mark | None) -> None:
        """Put a stand-in for the key at ``path`` if ``record`` must have it, else drop it."""
        key = str(path[-1])
        self.whole = self.whole and _is_text(record.pop(key, "")) and key != "id"
        field = model_at(self._model, path[:-1]).model_fields.get(key)
        if field is None or not field.is_required():
            return
        at = (id(record), key)
        number = len(self._stand_ins)
        options = self._stand_ins.setdefault(
            at, iter((f"unreadable-{number}", "1", _AT_ANY_TIME, _SOME_DAY))
        )
        stand_in = next(options, None)
        if stand_in is None:
            self._mend(path[:-1])
        elif mark:
            record[key] = stand_in
            here = (isinstance(mark, Cell) and mark.part(key)) or mark  # as what is told of it
            key_mark, _ = record.marks.setdefault(key, (here, here))
            if at in self._renamed:  # the complaint stands at the key, and so must its echo
                record.marks[key] = (key_mark, key_mark)


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _copy(data: object) -> object:
    if isinstance(data, Record):
        record = Record({key: _copy(value) for key, value in data.items()})
        record.marks = dict(data.marks)
        return record
    if isinstance(data, Entries):
        entries = Entries(_copy(value) for value in data)
        entries.marks = list(data.marks)
        return entries
    return data


def _sweep(data: object) -> None:
    """Take out what is gone from every list, with its mark."""
    if isinstance(data, Entries):
        kept = [
            (value, mark)
            for value, mark in zip(data, data.marks, strict=True)
            if value is not _GONE
        ]
        data[:] = [value for value, _ in kept]
        data.marks[:] = [mark for _, mark in kept]
    if isinstance(data, Record | Entries):
        for value in data.values() if isinstance(data, Record) else data:
            _sweep(value)
