"""Lists: the only room that knows which lists of a record may stand in files beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args, get_origin

from pydantic import ConfigDict, ValidationError

from planboard.reading.documents import Elsewhere
from planboard.reading.keys import models_in
from planboard.reading.refusals.faults import explain
from planboard.reading.strays import Sought
from planboard.reading.yaml.tree import Record as Node
from planboard.truth.model.fields import Format, Record
from planboard.truth.model.published import Published
from planboard.words.problems import Level, Place, Problem, one_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from planboard.reading.documents import Document
    from planboard.reading.tables.table import Table
    from planboard.reading.yaml.marks import Mark

__all__ = [
    "Found",
    "Models",
    "added_up_by",
    "against_many",
    "of_documents",
    "of_table",
    "owned_by",
    "owners",
    "sought",
]

Models = Mapping[str, type[Published]]
"""The model of each record by the name of its file without the ending."""


class Sheet(Record):
    """What a file with one entry of a list says of itself: its format, or nothing."""

    model_config = ConfigDict(extra="ignore")

    format: Format = "1"
    """The format of the file: 1."""


# Which list is a part of which record.


def owners(models: Models) -> dict[str, list[str]]:
    """Return which records each list may be a part of, by its key.

    A record with the name of a list has it before any other.
    """
    found: dict[str, list[str]] = {}
    for name, model in models.items():
        for key in (*_of(model), *model.added_up):
            found.setdefault(key, []).append(name)
    return {key: [key] if key in names else names for key, names in found.items()}


def owned_by(name: str, models: Models) -> dict[str, type[Record]]:
    """Return the model of an entry for each list that is a part of the record ``name`` alone."""
    alone = [key for key, names in owners(models).items() if names == [name]]
    return {key: entry for key, entry in _of(models[name]).items() if key in alone}


def added_up_by(name: str, models: Models) -> dict[str, type[Record]]:
    """Return what is in a row of each table that belongs to the record ``name`` and is added up."""
    alone = [key for key, names in owners(models).items() if names == [name]]
    return {key: row for key, row in models[name].added_up.items() if key in alone}


def sought(models: Models, there: Container[str]) -> Sought:
    """Return what is looked for in a folder in which the records called ``there`` are."""
    here = owners({name: model for name, model in models.items() if name in there})
    return Sought(
        files=tuple(f"{name}.yml" for name in models),
        lists={key: _files(names) for key, names in here.items()},
        others={key: _files(names) for key, names in owners(models).items() if key not in here},
    )


def against_many(key: str, file: str, names: list[str]) -> Problem:
    """Return the complaint about a list in a file of its own that several records may have."""
    return Problem(
        Level.ERROR,
        "list-of-many",
        Place(file),
        f'"{key}" may be a list of {_files(names)}, so it cannot be told which this belongs to.'
        " Write the list into the one, or give each record a folder of its own.",
    )


def _files(names: list[str]) -> str:
    return one_of(f"{name}.yml" for name in names)


def _of(model: type[Record]) -> dict[str, type[Record]]:
    """Return the model of an entry for each list of records at the top of ``model``."""
    found = {}
    for key, field in model.model_fields.items():
        inner = get_args(field.annotation) if get_origin(field.annotation) is tuple else ()
        entry = next(models_in(inner[0]), None) if inner else None
        if entry:
            found[key] = entry
    return found


# What stands in the files.


@dataclass(frozen=True, slots=True)
class Found:
    """A list in files of its own: which, its entries with their marks, and all that is wrong."""

    file: str
    entries: tuple[tuple[object, Mark], ...] = ()
    problems: tuple[Problem, ...] = ()
    begins: Mark | None = None

    def into(self, document: Document, key: str, other: str = "") -> Document:
        """Return ``document`` with this list under ``key``.

        If the list stands in the document, or in an ``other`` file, that is a problem.
        """
        there = document.data.get(key) if isinstance(document.data, Node) else None
        if there is not None:
            other = f"line {document.key_place((key,)).line} of {document.file}"
        problems = (*self.problems, *([self._twice(key, other)] if other else []))
        if there is not None:
            return replace(document, problems=(*document.problems, *problems))
        begins = self.begins or Elsewhere(self.file, line=-1, column=-1)
        return document.with_list(key, self.entries, begins, problems)

    def _twice(self, key: str, other: str) -> Problem:
        return Problem(
            Level.ERROR,
            "list-twice",
            Place(self.file),
            f'"{key}" is here and in {other} too. Keep one of the two: move what is only in one'
            " into the other, and delete it.",
        )


def of_table(file: str, table: Table) -> Found:
    """Return the list that is in a table, an entry in each row."""
    rows = table.entries
    entries = tuple(zip(rows, rows.marks, strict=True)) if rows is not None else ()
    return Found(file, entries, table.problems, table.top)


def of_documents(folder: str, documents: Iterable[Document]) -> Found:
    """Return the list that is in the files of a folder, an entry in each."""
    entries: list[tuple[object, Mark]] = []
    problems: list[Problem] = []
    for document in documents:
        problems += [*document.problems, *_without_format(document)]
        if isinstance(document.data, Node):
            root = document.root
            at = (root.index, root.line, root.column) if root else ()
            entries.append((document.elsewhere(), Elsewhere(document.file, *at)))
    return Found(folder, tuple(entries), tuple(problems))


def _without_format(document: Document) -> tuple[Problem, ...]:
    """Take the format out of the one entry in ``document``; return what is wrong with it."""
    if not isinstance(document.data, Node) or "format" not in document.data:
        return ()
    problems: tuple[Problem, ...] = ()
    try:
        Sheet.model_validate(document.data)
    except ValidationError as error:
        problems = explain(document, Sheet, error.errors(include_url=False))
    del document.data["format"], document.data.marks["format"]
    return problems
