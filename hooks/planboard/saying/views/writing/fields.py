"""Fields: every field of a record with words and an example, cut out of commented files."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["FieldView", "KindView", "PartView", "head", "kinds", "of_mailing", "of_newsletter"]

_HEAD_ENDS: Final = "links:\n"
"""How the last field begins that records of all kinds have alike."""
_MAILING: Final = "mailing:\n"
_SAID: Final = {
    RecordKind.PLAN: ("A plan", "Actions with owners, dates and statuses, in parts."),
    RecordKind.FORUMS: (
        "Priorities of forums",
        "What community forums named, from a published table, from their returns, or both.",
    ),
    RecordKind.ISSUES: (
        "An issue log",
        "What people raised, what was done about it, and whether they were told.",
    ),
    RecordKind.REPORT: (
        "A progress report",
        "What a change was to bring, what was measured, and what people said.",
    ),
    RecordKind.PROGRAMME: (
        "A volunteer programme",
        "What volunteers counted, what was done with it, and whether they were told.",
    ),
}
_PARTS: Final[Mapping[RecordKind, Sequence[tuple[str, str]]]] = {
    RecordKind.PLAN: (
        ("", "The plan as a whole"),
        ("groups:", "Its parts"),
        ("actions:", "Its actions"),
    ),
    RecordKind.FORUMS: (
        ("", "The forums as a whole"),
        ("areas:", "Areas and forums"),
        ("periods:\n", "What they named"),
        ("returns:\n", "What they sent in"),
    ),
    RecordKind.ISSUES: (("", "The log as a whole"), ("issues:", "Its issues")),
    RecordKind.REPORT: (
        ("", "The report as a whole"),
        ("objectives:", "Objectives and benefits"),
        ("measures:", "Measures and their figures"),
        ("interventions:\n", "What was done and found"),
        ("allocation:\n", "How staff are shared out"),
        ("improvement:\n", "What comes next"),
    ),
    RecordKind.PROGRAMME: (
        ("", "The programme as a whole"),
        ("teams:", "Teams and sites"),
        ("visits:\n", "What was done"),
        ("batches:\n", "What comes back to volunteers"),
    ),
}
"""How the first field of each part begins, and what the part is called.

One that ends with a new line begins so; any other is the whole field.
"""
_EXPLAINS: Final = re.compile(r"\s*# (?=\S)")
_EXAMPLE: Final = re.compile(r"^(\s*)#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FieldView:
    """What is to be said of one field or a few, and how they are written."""

    said: str
    code: str


@dataclass(frozen=True, slots=True)
class PartView:
    """The fields of one part of a file."""

    title: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """One kind of record: what it is, what starts one, a whole file of it, and its own fields."""

    title: str
    said: str
    name: str
    file: str
    parts: tuple[PartView, ...]


def head(samples: Mapping[RecordKind, str]) -> tuple[FieldView, ...]:
    """Return the fields that a record of every kind has, as in the first of ``samples``."""
    sample = next(iter(samples.values()), "")
    return tuple(_pieces(sample))[: _head_of(sample)]


def kinds(samples: Mapping[RecordKind, str], folder: str) -> tuple[KindView, ...]:
    """Return each kind of record with the fields of its own.

    ``folder`` is where the commented files of ``samples`` lie.
    """
    return tuple(
        KindView(*_SAID[kind], kind.value, f"{folder}{kind}.yml", tuple(_parts(sample, kind)))
        for kind, sample in samples.items()
    )


def of_newsletter(sample: str) -> tuple[FieldView, ...]:
    """Return the fields that stand above the text of a newsletter, as in a commented ``sample``."""
    return tuple(_pieces(sample)) if sample else ()


def of_mailing(sample: str) -> tuple[FieldView, ...]:
    """Return what the register of a site, a commented ``sample``, says of whom newsletters are."""
    return tuple(one for one in _pieces(sample) if one.code.startswith(_MAILING))


def _head_of(sample: str) -> int:
    """Return how many fields of a commented file are those of every kind."""
    codes = [one.code for one in _pieces(sample)]
    return next((at for at, code in enumerate(codes, 1) if code.startswith(_HEAD_ENDS)), 0)


def _parts(sample: str, kind: RecordKind) -> Iterator[PartView]:
    pieces = list(_pieces(sample))[_head_of(sample) :]
    begins = [_where(pieces, first) for first, _ in _PARTS[kind]]
    ends = [*begins[1:], len(pieces)]
    for (_, title), begin, end in zip(_PARTS[kind], begins, ends, strict=True):
        yield PartView(title, tuple(pieces[begin:end]))


def _where(pieces: Sequence[FieldView], first: str) -> int:
    begins = first.endswith("\n")
    return next(
        at
        for at, one in enumerate(pieces)
        if not first or one.code == first or (begins and one.code.startswith(first))
    )


def _pieces(sample: str) -> Iterator[FieldView]:
    """Yield the fields of a commented file, each with the words above it.

    A line that begins with # and a space explains what stands below it; any other is an example.
    """
    said: list[str] = []
    code: list[str] = []
    for line in [*sample.splitlines(), "# ."]:
        if _EXPLAINS.match(line):
            if code:
                yield _piece(said, code)
                said, code = [], []
            said.append(_EXPLAINS.sub("", line, count=1).strip())
        elif not code and line.strip() in {"", "#"}:
            said = []  # words about the file, not about a field
        elif line.strip():
            code.append(line)


def _piece(said: Sequence[str], code: Sequence[str]) -> FieldView:
    return FieldView(" ".join(said), textwrap.dedent(_EXAMPLE.sub(r"\1", "\n".join(code))))
