"""Columns: the only room that knows which columns a table of some record may have."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator, WrapValidator

from planboard.reading.keys import meaning, models_in
from planboard.words.problems import nearest, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from planboard.reading.keys import Steps
    from planboard.truth.model.fields import Record

__all__ = ["Column", "Refusal", "lacking", "meant", "names", "normal", "of"]

_DEEPEST: Final = 2  # levels of records below the one that is a row
_SIGNS: Final = re.compile(r"[\s_.\-‐‑–—]+")
_FIGURES: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile(r"(\d{1,4})(?:_(.+))?")
_READ_TEXT: Final = (BeforeValidator, PlainValidator, WrapValidator)
_EXAMPLES: Final = 2


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, and the steps from a row down to what stands in it.

    One that ``splits`` holds a whole list, with semicolons between its entries.
    """

    name: str
    steps: Steps
    splits: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A key of the record that cannot be a column; ``parts`` are columns that hold some of it."""

    parts: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What to do, to stand behind the name of the column."""
        if self.parts:
            names = one_of(f'"{one}"' for one in self.parts)
            return f"has parts of its own. Use a column for each, such as {names}."
        return (
            "is too deep for a table. Write it in YAML: one .yml file for each row, in a folder"
            " with the name of the table."
        )


@dataclass(frozen=True, slots=True)
class _Holds:
    """What a field holds: text, a record, or a list of either, or what no column can be."""

    record: type[Record] | None
    is_list: bool
    is_mapping: bool
    takes_text: bool


def normal(written: str) -> str:
    """Return the name of a column as it is looked up: any case, any sign between its words."""
    return _SIGNS.sub("_", written.strip()).strip("_").casefold()


def of(model: type[Record], name: str, depth: int = 0) -> Column | Refusal | None:
    """Return the column called ``name`` of a table with a ``model`` in each row; None for none."""
    fields = model.model_fields
    if name in fields:
        return _whole(name, _holds(fields[name]), depth)
    refusal = None
    for key in sorted(fields, key=len, reverse=True):
        if name.startswith(f"{key}_"):
            found = _part(key, _holds(fields[key]), name.removeprefix(f"{key}_"), depth)
            if isinstance(found, Column):
                return found
            refusal = refusal or found
    return refusal


def names(model: type[Record], depth: int = 0) -> Iterator[str]:
    """Yield the name of each column there may be; of what is numbered, the first."""
    for key, field in model.model_fields.items():
        holds = _holds(field)
        name = f"{key}_1" if holds.is_list else key
        if holds.is_mapping:
            continue
        if holds.takes_text:
            yield name
        elif holds.record and depth < _DEEPEST:
            yield from (f"{name}_{inner}" for inner in names(holds.record, depth + 1))


def meant(model: type[Record], name: str, taken: Iterable[str]) -> str | None:
    """Return the column that an unknown ``name`` was meant to be, if one that is free is near."""
    figures = _FIGURES.findall(name)
    known = {_with_figures(one, figures) for one in names(model)}
    return nearest(name, sorted(known - set(taken)))


def lacking(model: type[Record], columns: Iterable[Column]) -> Iterator[tuple[str, str]]:
    """Yield each column that a table must have and lacks, with what it is for.

    A record of several columns must be whole if any of its columns is there.
    """
    yield from _lacking(model, [column.steps for column in columns], "")


def _with_figures(name: str, figures: list[str]) -> str:
    """Return the name of a column with ``figures`` for its own, as far as there are any.

    With none it is the column that holds a whole list, not the first of several.
    """
    if not figures:
        return name.removesuffix("_1")
    rest = iter(figures)
    return _FIGURES.sub(lambda one: next(rest, one[0]), name)


def _lacking(model: type[Record], there: list[Steps], prefix: str) -> Iterator[tuple[str, str]]:
    for key, field in model.model_fields.items():
        holds = _holds(field)
        name = f"{prefix}{key}"
        below = [steps[1:] for steps in there if steps[0] == key]
        if not below and field.is_required():
            first = f"{name}_1" if holds.is_list else name
            if holds.takes_text or not holds.record:
                yield first, meaning(model, key)
            else:
                yield from _lacking(holds.record, [], f"{first}_")
        elif holds.record and holds.is_list:
            for number in sorted({steps[0] for steps in below if len(steps) > 1}):
                inner = [steps[1:] for steps in below if steps[0] == number]
                yield from _lacking(holds.record, inner, f"{name}_{number}_")
        elif holds.record and below and all(below):
            yield from _lacking(holds.record, below, f"{name}_")


def _whole(name: str, holds: _Holds, depth: int) -> Column | Refusal:
    """Return the column that holds all of the field ``name``."""
    if holds.takes_text and not holds.is_mapping:
        return Column(name, (name,), splits=holds.is_list)
    return _refusal(f"{name}_1" if holds.is_list else name, holds, depth)


def _part(key: str, holds: _Holds, rest: str, depth: int) -> Column | Refusal | None:
    """Return the column that holds the part ``rest`` of the field ``key``."""
    step: Steps = (key,)
    numbered = _NUMBERED.fullmatch(rest)
    if holds.is_list and numbered:
        step, rest = (key, int(numbered[1])), numbered[2] or ""
    elif holds.is_list:
        return None
    name = "_".join(map(str, step))
    if not rest and holds.takes_text:
        return Column(name, step)
    if not rest or holds.is_mapping or (holds.record and depth == _DEEPEST):
        return _refusal(name, holds, depth)
    found = of(holds.record, rest, depth + 1) if holds.record else None
    if isinstance(found, Column):
        return Column(f"{name}_{found.name}", (*step, *found.steps), found.splits)
    return found and Refusal(tuple(f"{name}_{one}" for one in found.parts))


def _refusal(name: str, holds: _Holds, depth: int) -> Refusal:
    """Return that the field which columns call ``name`` cannot stand in one cell."""
    if holds.is_mapping or not holds.record or depth == _DEEPEST:
        return Refusal()
    inner = islice(names(holds.record, depth + 1), _EXAMPLES)
    return Refusal(tuple(f"{name}_{one}" for one in inner))


def _holds(field: FieldInfo) -> _Holds:
    annotation, reads_text = _bare(field.annotation)
    reads_text = reads_text or any(isinstance(one, _READ_TEXT) for one in field.metadata)
    is_list = get_origin(annotation) is tuple
    if is_list:
        annotation, reads_text = _bare(get_args(annotation)[0])
    record = next(models_in(annotation), None)
    return _Holds(
        record=record,
        is_list=is_list,
        is_mapping=_is_mapping(annotation),
        takes_text=reads_text or record is None,
    )


def _bare(annotation: object) -> tuple[object, bool]:
    """Return a type without what is said of it, and whether something said of it reads text."""
    reads_text = False
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *said = get_args(annotation)
            reads_text = reads_text or any(isinstance(one, _READ_TEXT) for one in said)
            continue
        inner = [one for one in get_args(annotation) if one is not type(None)]
        if type(None) in get_args(annotation) and len(inner) == 1:
            (annotation,) = inner
            continue
        return annotation, reads_text


def _is_mapping(annotation: object) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)
