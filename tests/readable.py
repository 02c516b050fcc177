"""Readable: a view as lines of text, so that a difference can be read."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import DataclassInstance

__all__ = ["readable"]

_ONE_LINE = 90


def readable(view: object) -> str:
    """Return every field of ``view`` with what it says; what says nothing is left out."""
    return "".join(f"{line}\n" for line in _lines(view))


def _lines(value: object) -> Iterator[str]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        said = [line for name, one in _fields(value) for line in _named(name, one)]
        together = ", ".join(said)
        plain = all(isinstance(one, str) for _, one in _fields(value))
        yield from [together] if plain and len(together) <= _ONE_LINE else said
    elif isinstance(value, tuple):
        for one in value:
            for index, line in enumerate(_lines(one)):
                yield f"{'  ' if index else '- '}{line}"
    else:
        yield _quoted(value)


def _fields(value: DataclassInstance) -> Iterator[tuple[str, object]]:
    for field in dataclasses.fields(value):
        one = getattr(value, field.name)
        if one not in ("", (), None):
            yield field.name, one


def _named(name: str, value: object) -> Iterator[str]:
    if isinstance(value, tuple) or dataclasses.is_dataclass(value):
        yield f"{name}:"
        yield from (f"  {line}" for line in _lines(value))
    else:
        yield f"{name}: {_quoted(value)}"


def _quoted(value: object) -> str:
    """Return ``value`` in quotes when it is empty or has space at an end, which nobody sees."""
    text = str(value)
    return text if text and text == text.strip() else f'"{text}"'
