"""Schemas: records to JSON Schemas; the only room that knows what an editor needs of them."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import Issue, IssueLog
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.register import Accepted, Glossary, Owners, Publishers, Scales, Site
from planboard.truth.model.report.report import Report
from planboard.truth.model.returns import Return

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.truth.model.fields import Record

__all__ = ["editor_files", "published"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_FILES: Final[dict[type[Record], str]] = {
    Plan: "plans/*/plan.yml",
    Forums: "plans/*/forums.yml",
    IssueLog: "plans/*/issues.yml",
    Report: "plans/*/report.yml",
    Programme: "plans/*/programme.yml",
    Site: "plans/registers/site.yml",
    Publishers: "plans/registers/publishers.yml",
    Owners: "plans/registers/owners.yml",
    Scales: "plans/registers/scales.yml",
    Glossary: "plans/registers/glossary.yml",
    Accepted: "plans/registers/accepted.yml",
}
_ENTRIES: Final[dict[type[Record], str]] = {
    Return: "plans/*/returns/*.yml",
    Issue: "plans/*/issues/*.yml",
}
"""Lists whose entries are long, so that each may well stand in a file of its own."""
_FORMAT: Final = "format"

_TOLERATED: Final = {"boolean": "true or false", "null": "nothing"}
_TOLERATED_WAYS: Final = [{"type": one} for one in _TOLERATED]
_TYPES: Final = ("array", "boolean", "null", "number", "object", "string")
_SAID: Final = ("description", "default", "examples")


def published() -> dict[str, bytes]:
    """Return the JSON Schema of each kind of file, by name: ``plan.schema.json`` and so on.

    What a record accepts, its schema accepts, read as YAML types it; what only the rules or a
    date can tell, it does not refuse.
    """
    return {_name(model): _schema(model) for model in (*_FILES, *_ENTRIES)}


def editor_files() -> dict[str, bytes]:
    """Return what an editor with the YAML language server needs, by path from the top of a site.

    With these it completes, explains and checks the keys of every file, and fetches nothing.
    """
    settings = {
        "yaml.validate": True,
        "yaml.completion": True,
        "yaml.hover": True,
        "yaml.hoverSchemaSource": False,
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "yaml.schemas": {
            f".vscode/schemas/{_name(model)}": files
            for model, files in {**_FILES, **_ENTRIES}.items()
        },
    }
    return {
        ".vscode/settings.json": _json(settings),
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        **{f".vscode/schemas/{name}": schema for name, schema in published().items()},
    }


def _name(model: type[Record]) -> str:
    name = _FILES.get(model, model.__name__.lower()).rpartition("/")[2].removesuffix(".yml")
    return f"{name}.schema.json"


@cache
def _schema(model: type[Record]) -> bytes:
    made = model.model_json_schema()
    if model in _ENTRIES:
        heads = IssueLog.model_json_schema()["properties"]
        made["properties"] = {_FORMAT: heads[_FORMAT], **made["properties"]}
    records = {name: _record(one) for name, one in made.pop("$defs", {}).items()}
    return _json({"$schema": _DIALECT, "$id": _name(model), **_record(made), "$defs": records})


def _record(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a record as an editor needs it."""
    keys = {
        key: _key(one if key == _FORMAT else _with_choice(one))
        for key, one in schema["properties"].items()
    }
    said = {"title": schema["title"], "description": _plain(schema["description"])}
    return {**said, **schema, **said, "properties": keys}


def _with_choice(schema: dict[str, Any]) -> dict[str, Any]:
    """Return ``schema`` with its only example in words: an editor would write that one out."""
    examples = schema.get("examples", ())
    if len(examples) != 1:
        return schema
    words = ", ".join(examples[0]) if isinstance(examples[0], list) else examples[0]
    said = {"description": f"{schema['description']} For example: {words}."}
    return {key: one for key, one in schema.items() if key != "examples"} | said


def _key(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a key as an editor needs it, what it says of it first.

    pydantic makes a title of every key, which says what the key says, and a default of nothing
    that an editor would write out.
    """
    idle = {"title"} if schema.get("default") else {"title", "default"}
    kept = _tolerant({key: one for key, one in schema.items() if key not in idle})
    said = {"description": _plain(schema["description"])}
    if schema.get("type") == "array":
        kept["errorMessage"] = "Put each entry on a line of its own, after a dash and a space."
    return {**said, **kept, **said}


def _tolerant(schema: dict[str, Any]) -> dict[str, Any]:
    """Return ``schema`` so that null, and truths where text is meant, are accepted but not offered.

    An editor offers whatever stands among the types: one who types an f and the enter key would
    get a false. It does not offer what is said by way of everything else.
    """
    kept = dict(schema)
    for key in ("items", "additionalProperties"):
        if kept.get(key):
            kept[key] = _tolerant(kept[key])
    ways = list(_ways(kept))
    if len(ways) == 1:
        return kept
    around = {key: one for key, one in kept.items() if key != "anyOf"} if "anyOf" in kept else {}
    said: dict[str, Any] = {key: one[key] for one in (*ways, kept) for key in _SAID if key in one}
    offered = [
        {key: one for key, one in way.items() if key not in _SAID}
        for way in ways
        if way not in _TOLERATED_WAYS
    ]
    tolerated = [way["type"] for way in ways if way in _TOLERATED_WAYS]
    if tolerated:
        title = " or ".join(_TOLERATED[one] for one in tolerated)
        others = [one for one in _TYPES if one not in tolerated]
        offered.append({"title": title, "not": {"type": others}})
    return {**said, **around, "anyOf": offered}


def _ways(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the ways to meet ``schema``: its alternatives, and each type that is tolerated.

    The type that is meant stands first among several.
    """
    types = schema.get("type")
    if "anyOf" in schema:
        for one in schema["anyOf"]:
            yield from _ways(one)
    elif isinstance(types, list):
        tolerated = [one for one in types[1:] if one in _TOLERATED]
        yield {**schema, "type": [one for one in types if one not in tolerated]}
        yield from ({"type": one} for one in tolerated)
    else:
        yield schema


def _plain(said: str) -> str:
    """Return a docstring as plain text, a line for each paragraph."""
    without_row = re.sub(r" \(R\d+(?:, R\d+)*\)", "", said.replace("``", ""))
    return re.sub(r"(?<!\n)\n(?!\n)", " ", without_row)


def _json(data: Mapping[str, object]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
