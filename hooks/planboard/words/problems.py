"""Problems: the only room that knows what a complaint is and how it is written down."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Level", "Place", "Problem", "did_you_mean", "in_order", "nearest", "one_of", "quoted"]

_NEAR_ENOUGH: Final = 0.6
_LONGEST_QUOTE: Final = 60


class Level(StrEnum):
    """How much a complaint matters, worst first."""

    ERROR = "error"
    """Unreadable or contradictory: nothing is published."""
    WARNING = "warning"
    """Probably a slip: a strict build stops."""
    FINDING = "finding"
    """A true gap in the record: listed in public, never a reason to stop."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an editor should look.

    ``file`` is written with forward slashes as the editor knows it; ``line`` and ``column``
    count from 1 in characters; 0 means the whole file.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint: a sentence or two for a non-programmer, with an address and a way out.

    ``code`` is a stable, short id of the kind of complaint (``duplicate-id``), for machines.
    """

    level: Level
    code: str
    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return ``problems`` without doubles, sorted by file, line and column."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda one: (one.place, one.level, one.message))
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that is spelt most like ``word``, or None when none is near."""
    options = {option.casefold(): option for option in known}
    near = difflib.get_close_matches(word.casefold().strip(), options, n=1, cutoff=_NEAR_ENOUGH)
    return options[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `` Did you mean "x"?`` for the nearest of ``known``, or nothing when none is near."""
    near = nearest(word, known)
    return f' Did you mean "{near}"?' if near else ""


def one_of(options: Iterable[str]) -> str:
    """Return ``a, b or c`` for a sentence that lists what is allowed."""
    *first, last = options
    return f"{', '.join(first)} or {last}" if first else last


def quoted(text: str) -> str:
    """Return ``text`` on one line in straight quotes, shortened when it is long."""
    line = " ".join(text.split())
    if len(line) > _LONGEST_QUOTE:
        line = line[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return f'"{line}"'
