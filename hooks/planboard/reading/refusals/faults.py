"""Refusals: the only room that words what a model refuses, so that an editor can mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from planboard.truth.model.fields import Record, as_id
from planboard.words.problems import Level, Problem, did_you_mean, nearest, one_of, quoted
from planboard.words.vocabulary import (
    LOCAL_COUNCILS,
    MEANING_COMPLETE,
    CountsAs,
    NamedAs,
    PublisherKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pydantic_core import ErrorDetails

    from planboard.reading.documents import Document

__all__ = [
    "NO_KEY",
    "NO_RECORD",
    "UNKNOWN_KEY",
    "Steps",
    "explain",
    "in_file",
    "key_meant",
    "model_at",
]

Steps = tuple[str | int, ...]
"""Keys and list positions from the top of a file down."""

UNKNOWN_KEY: Final = "extra_forbidden"
"""What pydantic calls a key that a record does not have."""
NO_KEY: Final = "missing"
"""What it calls a key that a record lacks."""
NO_RECORD: Final = "model_type"
"""What it calls something else where a record should stand."""


def explain(
    document: Document, model: type[Record], faults: Iterable[ErrorDetails]
) -> tuple[Problem, ...]:
    """Return a complaint for each fault that ``model`` finds in ``document``.

    A mistake is told once: a key that is misspelt is not missing too, and a line that is wrong
    as YAML has told its reason already.
    """
    found = [(in_file(fault["loc"], document.data), fault) for fault in faults]
    misspelt = {
        key_meant(model, path, document.data)
        for path, fault in found
        if fault["type"] == UNKNOWN_KEY
    }
    wrong_lines = {one.place.line for one in document.problems if one.level is Level.ERROR}
    problems = [
        _problem(document, model, path, fault)
        for path, fault in found
        if fault["type"] != NO_KEY or path not in misspelt
    ]
    return tuple(one for one in problems if one.place.line not in wrong_lines)


def in_file(loc: Steps, data: object) -> Steps:
    """Return ``loc`` without the steps that stand for no key of the file."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        here = isinstance(data, dict) and step in data
        there = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if here or there:
            data = data[step]  # type: ignore[index]
            path.append(step)
        elif index == len(loc) - 1 and isinstance(data, dict):
            path.append(step)
    return tuple(path)


def model_at(model: type[Record], path: Steps) -> type[Record]:
    """Return the model of the record at ``path``, or of the nearest one round it."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def key_meant(model: type[Record], path: Steps, data: Any) -> Steps | None:  # noqa: ANN401 - plain data
    """Return the path of the key that the unknown one at ``path`` was meant to be, if any is near.

    A key that the record has already is not the one that was meant.
    """
    for step in path[:-1]:
        data = data[step]
    free = [key for key in model_at(model, path[:-1]).model_fields if key not in data]
    key = nearest(str(path[-1]), free)
    return (*path[:-1], key) if key else None


def _models_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


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
        return Problem(
            Level.ERROR,
            "missing-key",
            document.place(path[:-1]),
            f'{_subject(model, path[:-1])} has no "{name}". '
            f'Add a line "{name}: …" ({_meaning(around, name)}).',
        )
    value = _Value(
        subject=_subject(model, path),
        key=next((step for step in reversed(path) if isinstance(step, str)), ""),
        way_out=_way_out(around, path),
        record=model_at(model, path),
        entries=_entries(model, path),
        in_brackets=_is_in_brackets(document, path),
        found=fault["input"],
        kind=fault["type"],
        context=fault.get("ctx", {}),
    )
    return Problem(
        Level.ERROR,
        _CODES.get(fault["type"], "wrong-value"),
        document.place(path),
        _SENTENCES.get(fault["type"], _unforeseen)(value),
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


def _subject(model: type[Record], path: Steps) -> str:
    """Return what stands at ``path`` as the subject of a sentence."""
    if not path:
        return f"This {_called(model)}"
    step, around = path[-1], path[:-1]
    if isinstance(step, str):
        return f'"{step}"'
    field = model_at(model, around[:-1]).model_fields.get(str(around[-1])) if around else None
    record = next(_models_in(field.annotation), None) if field else None
    return f"This {_called(record)}" if record else f'An entry of "{around[-1]}"'


_CALLED: Final = {
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
    return _CALLED.get(model.__name__, model.__name__.lower())


def _meaning(model: type[Record], key: str) -> str:
    """Return what a key is for, as the model documents it, to stand inside a sentence."""
    said = (model.model_fields[key].description or key).replace("``", "").rstrip(".")
    return said[0].lower() + said[1:]


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
    if any(getattr(one, "func", None) is as_id for one in get_args(inner[0])):
        return _IDS
    return _RECORDS if next(_models_in(inner[0]), None) else _TEXTS


def _is_in_brackets(document: Document, path: Steps) -> bool:
    """Return whether ``path`` is an entry of a list that begins on the line of its key."""
    around = path[:-1]
    return document.key_place(around).line == document.place(around).line


