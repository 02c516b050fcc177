"""Complaints: the only room that gathers what is wrong with one file, so much of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.words.problems import Level, Place, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FEW", "WHOLE_FILE", "Complaints", "position"]

FEW: Final = 5
"""How often a slip that fills a whole file is shown."""
WHOLE_FILE: Final = (0, 0)
"""The position of a problem that has none."""

_MANY: Final = 100
"""How often any other slip is shown: more than anyone mends in one go."""


def position(text: str, index: int) -> tuple[int, int]:
    """Return the line and column of ``text[index]``, both from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


class Complaints:
    """What is wrong with one file. Of one kind only so much is kept, the rest is counted."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._count: dict[str, int] = {}
        self._first_left_out: dict[str, Problem] = {}
        self._left_out: dict[str, int] = {}

    def __contains__(self, code: str) -> bool:
        """Return whether there is a complaint of the kind ``code``."""
        return code in self._count

    def error(self, code: str, at: tuple[int, int], message: str) -> None:
        """Add an error at a line and column."""
        self._add(Problem(Level.ERROR, code, Place(self._file, *at), message))

    def warn(self, code: str, at: tuple[int, int], message: str) -> None:
        """Add a warning at a line and column."""
        self._add(Problem(Level.WARNING, code, Place(self._file, *at), message))

    def leave_out(self, times: int, level: Level, code: str, at: tuple[int, int]) -> None:
        """Count ``times`` more of the kind ``code``, the first of them ``at`` a place."""
        self._skip(Problem(level, code, Place(self._file, *at), ""), times)

    def take(self, problems: Iterable[Problem]) -> None:
        """Add what another room has found."""
        self._problems.extend(problems)

    def lines_in_error(self) -> frozenset[int]:
        """Return the lines that hold an error; 0 stands for the whole file."""
        errors = (one for one in self._problems if one.level is Level.ERROR)
        return frozenset(one.place.line for one in errors)

    def all(self) -> tuple[Problem, ...]:
        """Return everything in the order of the file, with a word on what was only counted."""
        rest = (
            Problem(one.level, code, one.place, f"And {self._left_out[code]} more like this.")
            for code, one in self._first_left_out.items()
        )
        return in_order([*self._problems, *rest])

    def _add(self, problem: Problem) -> None:
        count = self._count[problem.code] = self._count.get(problem.code, 0) + 1
        if count > _MANY:
            self._skip(problem, 1)
        else:
            self._problems.append(problem)

    def _skip(self, problem: Problem, times: int) -> None:
        self._first_left_out.setdefault(problem.code, problem)
        self._left_out[problem.code] = self._left_out.get(problem.code, 0) + times
