"""Keys: the only room that knows which keys a model has, what each holds, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from planboard.truth.model.fields import Record
from planboard.words.problems import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Steps", "in_file", "key_meant", "meaning", "model_at", "models_in"]

Steps = tuple[str | int, ...]
"""Keys and list positions from the top of a file down."""


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


def meaning(model: type[Record], key: str) -> str:
    """Return what a key is for, as the model documents it, to stand inside a sentence."""
    said = (model.model_fields[key].description or key).replace("``", "").rstrip(".")
    return said[0].lower() + said[1:]
