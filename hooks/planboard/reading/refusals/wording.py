"""Wording: the only room that knows the sentences against one value that a model refuses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from planboard.reading.keys import NO_RECORD
from planboard.words.problems import did_you_mean, one_of, quoted
from planboard.words.vocabulary.plans import MEANING_COMPLETE, CountsAs
from planboard.words.vocabulary.records import LOCAL_COUNCILS, PublisherKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from planboard.truth.model.fields import Record

__all__ = ["IDS", "RECORDS", "TEXTS", "Manner", "Value", "against"]

IDS: Final = "ids"
"""What a list may hold; and so are the next two."""
TEXTS: Final = "texts"
RECORDS: Final = "records"

_NO_OWNER: Final = (
    "is not an id. Owners are roles, teams or boards, never names of people; use an id from "
    "plans/registers/owners.yml."
)
"""Said of an owner, because an id made of what is written might be the name of a person."""
_BETWEEN_IDS: Final = re.compile(r"\s*[,;/&+]\s*(?:and\s+)?|\s+and\s+|\s+")
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_SURELY_IDS: Final = re.compile(r"[-,;/&+]|\sand\s")
_PRINTED_NUMBER: Final = re.compile(r"[\w .,/()-]{0,20}\d[\w .,/()-]{0,20}")
_LONGEST_FORM: Final = 200
"""How long a list may be that a sentence shows as it would be right."""
_NO_PLAIN_LIST: Final = re.compile(r"[]\[{}:#\"'\n]")


class Manner(StrEnum):
    """How a list is written in its file."""

    LINES = "lines"
    BRACKETS = "brackets"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is refused."""

    subject: str
    label: str
    """What stands before a colon and the value: its key, or its row and column."""
    key: str
    way_out: str
    """What to do if there is nothing."""
    record: type[Record]
    """The model of what should stand here, or of the record round it."""
    entries: str
    """What a list that is here, or round this, holds: ids, texts or records."""
    names_owner: bool
    """Whether it should be the id of an owner."""
    manner: Manner
    """How its list is written, if it is an entry of one."""
    found: object
    kind: str
    context: dict[str, Any]


def against(value: Value) -> str:
    """Return the sentence against a value that is refused."""
    sentence = _SENTENCES.get(value.kind, _unforeseen)
    return sentence(value)


def _own_sentence(value: Value) -> str:
    """A validator of ours has said it; what it speaks of is put before it."""
    if value.found is None or not str(value.found).strip():
        return f"{value.subject} is empty. {value.way_out}"
    said = str(value.context["error"])
    if not said[0].islower():
        return f"{value.label or value.subject}: {said}"
    if isinstance(value.found, str) and value.found.strip():
        said = _NO_OWNER if value.names_owner else said
        if value.entries == IDS:
            several = _several_ids(value.found, said, value)
            return f"{value.label}: {quoted(value.found)} {several or said}"
        return f"{value.label}: {quoted(value.found)} {said}{_keep_number(value.found, value)}"
    return f"{value.subject} {said}"


def _several_ids(found: str, said: str, value: Value) -> str:
    """Return what to do if ``found`` is more than one id, in place of ``said`` behind it."""
    ids, sure = _ids_in(found)
    if len(ids) < len("ab"):
        return ""
    number = {2: "two ids", 3: "three ids"}.get(len(ids), "several ids")
    way_out = {
        Manner.BRACKETS: f"ut a comma between them, as in [{', '.join(ids)}].",
        Manner.LINES: "ut each on a line of its own, after a dash and a space.",
        Manner.CELLS: f"ut a semicolon between them, as in {'; '.join(ids)}.",
    }[value.manner]
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


def _keep_number(found: str, value: Value) -> str:
    is_number = value.key == "id" and "number" in value.record.model_fields
    if not is_number or not _PRINTED_NUMBER.fullmatch(found.strip()):
        return ""
    if value.manner is Manner.CELLS:
        return " Keep the printed number in a column of its own: number."
    return f' Keep the printed number in a line of its own: number: "{found.strip()}".'


def _unknown_word(value: Value) -> str:
    options = re.findall(r"'([^']*)'", str(value.context["expected"]))
    found = str(value.found)
    if PublisherKind.COUNCIL in options and found.removesuffix("_council") in LOCAL_COUNCILS:
        hint = f' Use "council" for a {one_of(LOCAL_COUNCILS)} council.'
    elif CountsAs.COMPLETE in options and found in MEANING_COMPLETE:
        hint = f' Did you mean "{CountsAs.COMPLETE}"?'
    else:
        hint = did_you_mean(found, (one for one in options if one != CountsAs.NONE))
    return f"{value.label}: {quoted(found)} is not known. Use {one_of(options)}.{hint}"


def _no_list(value: Value) -> str:
    if not value.found:
        return (
            f"{value.subject} is empty. Write an entry under it, after a dash and a space, or "
            "delete the line."
        )
    return (
        f"{value.subject} needs a list. Put each entry on a line of its own under it, after a "
        f"dash and a space{_short_form(value)}."
    )


def _short_form(value: Value) -> str:
    found = value.found.strip() if isinstance(value.found, str) else ""
    if value.entries == IDS:
        ids, sure = _ids_in(found)
        entries = ids if sure else []
    else:
        is_plain = value.entries == TEXTS and not _NO_PLAIN_LIST.search(found)
        entries = [part.strip() for part in found.split(",")] if is_plain else []
    said = f", or write {value.key}: [{', '.join(entries)}]"
    return said if entries and all(entries) and len(said) <= _LONGEST_FORM else ""


def _no_record(value: Value) -> str:
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


def _out_of_range(value: Value) -> str:
    edge = (
        f"at least {value.context['ge']}"
        if "ge" in value.context
        else f"at most {value.context['le']}"
    )
    return f"{value.label}: {quoted(str(value.found))} is out of range. It must be {edge}."


def _not_whole(value: Value) -> str:
    return f"{value.label}: {quoted(str(value.found))} is not a whole number."


def _too_many(value: Value) -> str:
    most, found = value.context["max_length"], value.context["actual_length"]
    return (
        f"{value.subject} has at most {most} entries, and here are {found}. Keep {most} and take "
        "the rest out."
    )


def _unforeseen(value: Value) -> str:
    return f"{value.subject} cannot be read ({value.kind}). Compare it with its neighbours."


_SENTENCES: Final[dict[str, Callable[[Value], str]]] = {
    "value_error": _own_sentence,
    "enum": _unknown_word,
    "tuple_type": _no_list,
    "too_short": _no_list,
    "too_long": _too_many,
    NO_RECORD: _no_record,
    "dict_type": _no_record,
    "mapping_type": _no_record,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "multiple_of": _not_whole,
}
