"""Marks: the only room that knows how libyaml points into a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Event", "Line", "Mark", "Node", "Scalar", "line_at", "lines_above", "where"]

_BEFORE_KEY: Final = re.compile(r" *(?:- +)*")


class Mark(Protocol):
    """Where libyaml saw something; everything counts from 0, in characters."""

    @property
    def index(self) -> int:
        """The character of the text."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Event(Protocol):
    """What libyaml tells of one piece of a text."""

    start_mark: Mark
    end_mark: Mark


class Node(Event, Protocol):
    """A value, or the beginning of one."""

    anchor: str | None
    tag: str | None


class Scalar(Node, Protocol):
    """A value that is one text."""

    value: str
    style: str | None
    """The sign that begins it: a quote, ``|`` or ``>``; nothing when it is plain."""


def where(mark: Mark) -> tuple[int, int]:
    """Return the line and column of ``mark`` as an editor counts them, from 1."""
    return mark.line + 1, mark.column + 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text; ``number`` counts from 0."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """How many spaces it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def key(self) -> int:
        """The column, from 0, of what follows its spaces and dashes."""
        match = _BEFORE_KEY.match(self.text)
        return match.end() if match else 0

    @property
    def has_key(self) -> bool:
        """Whether it has a colon that makes a key."""
        return ": " in self.text or self.text.rstrip().endswith(":")


def line_at(text: str, mark: Mark) -> Line:
    """Return the line on which ``mark`` stands."""
    start = mark.index - mark.column
    end = text.find("\n", start)
    return Line(mark.line, text[start : end if end >= 0 else len(text)])


def lines_above(text: str, mark: Mark) -> Iterator[Line]:
    """Yield the lines above ``mark`` that are neither blank nor a comment, nearest first."""
    end, number = mark.index - mark.column - 1, mark.line - 1
    while end >= 0:
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if line.strip() and not line.lstrip().startswith("#"):
            yield Line(number, line)
        end, number = start - 1, number - 1
