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


# Sentences about one value.

_IDS: Final = "ids"
_TEXTS: Final = "texts"
_RECORDS: Final = "records"

_NO_OWNER: Final = (
    "is not an id. Owners are roles, teams or boards, never names of people; use an id from "
    "plans/registers/owners.yml."
)
"""Said of an owner, because an id made of what is written might be the name of a person."""
_BETWEEN_IDS: Final = re.compile(r"\s*[,;/&+]\s*(?:and\s+)?|\s+and\s+|\s+")
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_SURELY_IDS: Final = re.compile(r"[-,;/&+]|\sand\s")
_PRINTED_NUMBER: Final = re.compile(r"[\w .,/()-]{0,20}\d[\w .,/()-]{0,20}")
_NO_PLAIN_LIST: Final = re.compile(r"[]\[{}:#\"'\n]")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value that is refused."""

    subject: str
    key: str
    way_out: str
    """What to do if there is nothing."""
    record: type[Record]
    """The model of what should stand here, or of the record round it."""
    entries: str
    """What a list that is here, or round this, holds: ids, texts or records."""
    in_brackets: bool
    """Whether this is an entry of a list that is written as ``[a, b]``."""
    found: object
    kind: str
    context: dict[str, Any]


def _own_sentence(value: _Value) -> str:
    """A validator of ours has said it; what it speaks of is put before it."""
    if value.found is None or not str(value.found).strip():
        return f"{value.subject} is empty. {value.way_out}"
    said = str(value.context["error"])
    if not said[0].islower():
        return f"{value.key or value.subject}: {said}"
    if isinstance(value.found, str) and value.found.strip():
        if value.entries == _IDS:
            said = _NO_OWNER if value.key in list(NamedAs) else said
            several = _several_ids(value.found, said, value)
            return f"{value.key}: {quoted(value.found)} {several or said}"
        return f"{value.key}: {quoted(value.found)} {said}{_keep_number(value.found, value)}"
    return f"{value.subject} {said}"


def _several_ids(found: str, said: str, value: _Value) -> str:
    """Return what to do if ``found`` is more than one id, in place of ``said`` behind it."""
    ids, sure = _ids_in(found)
    if len(ids) < len("ab"):
        return ""
    number = {2: "two ids", 3: "three ids"}.get(len(ids), "several ids")
    way_out = (
        f"ut a comma between them, as in [{', '.join(ids)}]."
        if value.in_brackets
        else "ut each on a line of its own, after a dash and a space."
    )
    if sure:
        return f"looks like {number}. P{way_out}"
    return f"{said} If these are {number}, p{way_out}"


def _ids_in(found: str) -> tuple[list[str], bool]:
    """Return the ids that ``found`` can be split into, if any, and whether it is surely so.

    Words with spaces between them may be one id that is written as a name.
    """
    parts = _BETWEEN_IDS.split(found.strip())
    ids = [part for part in parts if _ID.fullmatch(part)]
    if len(ids) < len(parts):
        return [], False
    return ids, len(ids) == 1 or bool(_SURELY_IDS.search(found))


def _keep_number(found: str, value: _Value) -> str:
    is_number = value.key == "id" and "number" in value.record.model_fields
    if not is_number or not _PRINTED_NUMBER.fullmatch(found.strip()):
        return ""
    return f' Keep the printed number in a line of its own: number: "{found.strip()}".'


def _unknown_word(value: _Value) -> str:
    options = re.findall(r"'([^']*)'", str(value.context["expected"]))
    found = str(value.found)
    if PublisherKind.COUNCIL in options and found.removesuffix("_council") in LOCAL_COUNCILS:
        hint = f' Use "council" for a {one_of(LOCAL_COUNCILS)} council.'
    elif CountsAs.COMPLETE in options and found in MEANING_COMPLETE:
        hint = f' Did you mean "{CountsAs.COMPLETE}"?'
    else:
        hint = did_you_mean(found, (one for one in options if one != CountsAs.NONE))
    return f"{value.key}: {quoted(found)} is not known. Use {one_of(options)}.{hint}"


def _no_list(value: _Value) -> str:
    if not value.found:
        return (
            f"{value.subject} is empty. Write an entry under it, after a dash and a space, or "
            "delete the line."
        )
    return (
        f"{value.subject} needs a list. Put each entry on a line of its own under it, after a "
        f"dash and a space{_short_form(value)}."
    )


def _short_form(value: _Value) -> str:
    found = value.found.strip() if isinstance(value.found, str) else ""
    if value.entries == _IDS:
        ids, sure = _ids_in(found)
        entries = ids if sure else []
    else:
        is_plain = value.entries == _TEXTS and not _NO_PLAIN_LIST.search(found)
        entries = [part.strip() for part in found.split(",")] if is_plain else []
    return f", or write {value.key}: [{', '.join(entries)}]" if all(entries) and entries else ""


def _no_record(value: _Value) -> str:
    fields = value.record.model_fields
    usual = [key for key, field in fields.items() if field.is_required() or key == "text"]
    example = " and ".join(f'"{key}: …"' for key in (usual or list(fields))[:2])
    if value.kind != NO_RECORD:  # a mapping, whose keys are the levels of the scale
        example = '"red: …"'
    elif isinstance(value.found, list) and "levels" in fields:
        return f'{value.subject} is a list. Put the list under a line "levels:" of its own.'
    what = "a list" if isinstance(value.found, list) else "only text" if value.found else "empty"
    return (
        f"{value.subject} is {what}. It needs lines of its own, each with a key and a colon, "
        f"such as {example}."
    )


def _out_of_range(value: _Value) -> str:
    edge = (
        f"at least {value.context['ge']}"
        if "ge" in value.context
        else f"at most {value.context['le']}"
    )
    return f"{value.key}: {quoted(str(value.found))} is out of range. It must be {edge}."


def _not_whole(value: _Value) -> str:
    return f"{value.key}: {quoted(str(value.found))} is not a whole number."


def _unforeseen(value: _Value) -> str:
    return f"{value.subject} cannot be read ({value.kind}). Compare it with its neighbours."


_SENTENCES: Final[dict[str, Callable[[_Value], str]]] = {
    "value_error": _own_sentence,
    "enum": _unknown_word,
    "tuple_type": _no_list,
    "too_short": _no_list,
    NO_RECORD: _no_record,
    "dict_type": _no_record,
    "mapping_type": _no_record,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "multiple_of": _not_whole,
}
