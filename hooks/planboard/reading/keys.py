"""Keys: the only room that knows which keys a model has, what each holds, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from planboard.truth.model.fields import Record, as_id
from planboard.words.problems import nearest
from planboard.words.vocabulary.records import NamedAs, OwnerKey

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "NO_KEY",
    "NO_RECORD",
    "UNKNOWN_KEY",
    "Steps",
    "holds_ids",
    "in_file",
    "key_meant",
    "meaning",
    "model_at",
    "models_in",
    "names_owner",
]

Steps = tuple[str | int, ...]
"""Keys and list positions from the top of a file down."""

UNKNOWN_KEY: Final = "extra_forbidden"
"""What pydantic calls a key that a record does not have."""
NO_KEY: Final = "missing"
"""What it calls a key that a record lacks."""
NO_RECORD: Final = "model_type"
"""What it calls something else where a record should stand."""


def in_file(loc: Steps, data: object) -> Steps:
    """Return ``loc``, as pydantic has it, without the steps that stand for no key of the file."""
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


def models_in(annotation: object) -> Iterator[type[Record]]:
    """Yield every model of a record that the type of a field names."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def model_at(model: type[Record], path: Steps) -> type[Record]:
    """Return the model of the record at ``path``, or of the nearest one round it."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = next(models_in(model.model_fields[step].annotation), model)
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


def holds_ids(model: type[Record], key: str) -> bool:
    """Return whether a key of a record holds an id, or a list of ids."""
    field = model.model_fields.get(key)
    said = (*field.metadata, *_said_in(field.annotation)) if field else ()
    return any(getattr(one, "func", None) is as_id for one in said)


def names_owner(model: type[Record], key: str) -> bool:
    """Return whether a key of a record holds the id of an owner, or several."""
    return key in {*NamedAs, *OwnerKey} and holds_ids(model, key)


def meaning(model: type[Record], key: str) -> str:
    """Return what a key is for, as the model documents it, to stand inside a sentence."""
    said = (model.model_fields[key].description or key).replace("``", "").rstrip(".")
    return said[0].lower() + said[1:]


def _said_in(annotation: object) -> Iterator[object]:
    """Yield everything that is said of a type and of the types inside it."""
    for inner in get_args(annotation):
        yield inner
        yield from _said_in(inner)
