"""Records: plain data to frozen records; the only room that words what a model refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

from pydantic import ValidationError

from planboard.truth.model.fields import Record
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic_core import ErrorDetails

    from planboard.reading.documents import Document
    from planboard.truth.collection import Path

__all__ = ["read"]

R = TypeVar("R", bound=Record)

_ROUNDS: Final = 6
"""How often a record is mended before the rest of it is given up."""


def read(document: Document, model: type[R]) -> tuple[R | None, tuple[Problem, ...]]:
    """Return the record that ``document`` holds, and every complaint about it.

    When something in it is wrong, the record is what remains without the wrong parts, so that
    the rules can look at the rest in the same run; a record with an error is never published.
    It is None when nothing usable remains.
    """
    if document.data is None:
        return None, ()
    try:
        return model.model_validate(document.data), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
    problems = tuple(_problem(document, model, fault) for fault in faults)
    return _remains(document.data, model, faults), problems


def _problem(document: Document, model: type[Record], fault: ErrorDetails) -> Problem:
    path = _in_file(fault["loc"], document.data)
    kind = fault["type"]
    around = _model_at(model, path[:-1])
    key = path[-1] if path else ""
    if kind == "extra_forbidden":
        return Problem(
            Level.ERROR,
            "unknown-key",
            document.key_place(path),
            f'"{key}" is not a line that {_a(around)} has.'
            + (did_you_mean(str(key), around.model_fields) or _keys(around)),
        )
    if kind == "missing":
        return Problem(
            Level.ERROR,
            "missing-key",
            document.place(path[:-1]),
            f'This {_thing(around)} has no "{key}". Add a line "{key}: …".',
        )
    subject = (
        f'"{key}"' if isinstance(key, str) and key else f"This {_thing(_model_at(model, path))}"
    )
    return Problem(
        Level.ERROR,
        _CODES.get(kind, "wrong-value"),
        document.place(path),
        _sentence(subject, fault),
    )


_CODES: Final = {
    "tuple_type": "not-a-list",
    "model_type": "not-a-record",
    "enum": "unknown-word",
    "too_short": "empty-list",
}


def _sentence(subject: str, fault: ErrorDetails) -> str:
    """Return what is wrong with one value and what to do, beginning with ``subject``."""
    words = _SENTENCES.get(fault["type"])
    return subject + (words(fault) if words else f" is wrong: {fault['msg']}.")


def _own_sentence(fault: ErrorDetails) -> str:
    """A validator of ours has said it; only the value is put before it."""
    said, found = str(fault["ctx"]["error"]), fault["input"]
    if not said[0].islower():
        return f": {said}"
    return f" {quoted(found)} {said}" if isinstance(found, str) and found.strip() else f" {said}"


def _unknown_word(fault: ErrorDetails) -> str:
    options = re.findall(r"'([^']*)'", str(fault["ctx"]["expected"]))
    found = str(fault["input"])
    hint = did_you_mean(found, options)
    return f" {quoted(found)} is not known. Use {one_of(options)}.{hint}"


def _no_list(_: ErrorDetails) -> str:
    return " needs a list. Put each entry on a line of its own, after a dash and a space."


def _no_record(fault: ErrorDetails) -> str:
    found = fault["input"]
    what = "a list" if isinstance(found, list) else "text" if found else "nothing"
    return (
        f' has {what} where lines of its own belong, each with a name and a colon, like "title: …".'
    )


def _out_of_range(fault: ErrorDetails) -> str:
    context = fault["ctx"]
    edge = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
    return f" {quoted(str(fault['input']))} is out of range. It must be {edge}."


_SENTENCES: Final[dict[str, Callable[[ErrorDetails], str]]] = {
    "value_error": _own_sentence,
    "enum": _unknown_word,
    "literal_error": _unknown_word,
    "tuple_type": _no_list,
    "too_short": _no_list,
    "model_type": _no_record,
    "dict_type": _no_record,
    "mapping_type": _no_record,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}


def _in_file(loc: tuple[int | str, ...], data: object) -> tuple[int | str, ...]:
    """Return ``loc`` without the steps that stand for no key of the file."""
    path: list[int | str] = []
    for index, step in enumerate(loc):
        here = isinstance(data, dict) and step in data
        there = isinstance(data, list) and isinstance(step, int) and step < len(data)
        if here or there:
            data = data[step]  # type: ignore[index]
            path.append(step)
        elif index == len(loc) - 1 and isinstance(data, dict):
            path.append(step)
    return tuple(path)


def _models_in(annotation: object) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _model_at(model: type[Record], path: Path) -> type[Record]:
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def _thing(model: type[Record]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _a(model: type[Record]) -> str:
    thing = _thing(model)
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"


def _keys(model: type[Record]) -> str:
    return f" It can have {', '.join(model.model_fields)}."


def _remains(data: object, model: type[R], faults: list[ErrorDetails]) -> R | None:
    """Return the record without what is wrong in it, or None when too little remains."""
    rest = _copy(data)
    for turn in range(_ROUNDS):
        for number, fault in enumerate(reversed(faults)):
            _mend(rest, fault, f"unreadable-{turn}-{number}")
        try:
            return model.model_validate(rest)
        except ValidationError as error:
            faults = error.errors(include_url=False)
    return None


def _copy(data: object) -> Any:  # noqa: ANN401 - plain data of any shape
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_copy(value) for value in data]
    return data


def _mend(data: Any, fault: ErrorDetails, stand_in: str) -> None:  # noqa: ANN401 - plain data
    """Take the wrong value out of ``data``; give what is missing a stand-in."""
    path = _in_file(fault["loc"], data)
    if not path:
        return
    for step in path[:-1]:
        data = data[step]
    last = path[-1]
    if fault["type"] == "missing":
        data[last] = stand_in
    elif isinstance(data, dict):
        data.pop(last, None)
    elif isinstance(data, list) and isinstance(last, int) and last < len(data):
        del data[last]
