"""Records: every text of a record of any kind that readers see."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from planboard.rules.texts import plans
from planboard.rules.texts.said import Said, said_by
from planboard.truth.in_full import PlanInFull
from planboard.truth.model.fields import Record, WebAddress, is_made_of_ids
from planboard.truth.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.entries import Path
    from planboard.truth.in_full import Part, RecordInFull

__all__ = ["of_record"]

_UNREAD: Final = frozenset({"format", "printed_title", "publisher", "document", "item"})
"""Keys whose text is as printed, or is said elsewhere."""
_NO_WORDS: Final = frozenset({"site", "team", "w3w"})
"""Keys of a programme that say a site or a team by its id, or where a site is."""


def of_record(record: RecordInFull) -> Iterator[Said]:
    """Yield every text of a record that readers see, in the order of its file.

    Where an id names an owner, the role of that owner is what readers see. What is held back
    is left out, and so is the title of a source, which is as printed.
    """
    if isinstance(record, PlanInFull):
        yield from plans.of_plan(record)
        return
    for text in said_by(record.publisher):
        yield Said(("publisher",), "", None, text)
    for path, thing, about, text in _inside(record.head, (), "", None):
        owner = record.owners.get(text) if isinstance(text, _Id) else None
        if owner or not isinstance(text, _Id):
            yield Said(record.in_file(path), thing, about, owner.role if owner else text)


class _Id(str):
    """An id, which readers see only where it names an owner."""

    __slots__ = ()


_Found = tuple["Path", str, "Part | None", str]


def _inside(one: Record, path: Path, thing: str, about: Part | None) -> Iterator[_Found]:
    """Yield the texts of one record and of those in it; an id is marked as one."""
    if one.held_back:
        return
    for key, field in type(one).model_fields.items():
        if key in _UNREAD | _NO_WORDS or key == "id" or field.annotation is WebAddress:
            continue
        ids = is_made_of_ids(field)
        yield from _of_value(getattr(one, key), (*path, key), thing, about, ids=ids)


def _of_value(
    value: Any,  # noqa: ANN401 - whatever a key may hold
    path: Path,
    thing: str,
    about: Part | None,
    *,
    ids: bool,
) -> Iterator[_Found]:
    if isinstance(value, Schedule):
        yield path, thing, about, value.as_written
    elif isinstance(value, Record):
        inner = value.thing
        yield from _inside(value, path, inner or thing, value if inner else about)  # type: ignore[arg-type]
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for index, entry in enumerate(value):
            yield from _of_value(entry, (*path, index), thing, about, ids=ids)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield path, thing, about, _Id(value) if ids else value
