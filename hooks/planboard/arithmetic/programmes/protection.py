"""Protection: the only room that knows which small counts are kept back, and what else with them.

A count of drivers that is small may point at one of them. It is kept back, and so are further
counts, the smallest first, until it cannot be worked out from the others and their total. That it
cannot is shown and not only hoped for: there is another table, one driver moved, that agrees with
everything which is published, and in which the count is another one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

__all__ = ["Hidden", "hidden"]

K = TypeVar("K", bound="Hashable")
_Cell = tuple["Hashable", "Hashable"]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The rows and the columns of a table whose sums are kept back."""

    rows: frozenset[Hashable] = frozenset()
    columns: frozenset[Hashable] = frozenset()


def hidden(counts: Mapping[tuple[Hashable, Hashable], int], below: int) -> Hidden:
    """Return which sums of rows and columns to keep back where all these and the total are shown.

    ``counts`` has every cell of the table in which somebody could have been counted, with 0 where
    nobody was: readers know that there is nobody in any other. The cells themselves are never
    published. A sum from 1 to ``below`` - 1 is kept back. A single row or column that can hold
    anybody is the total itself, which stays: then there is nothing to hide it behind.
    """
    table = _Table(counts)
    small = [
        (axis, key)
        for axis in (0, 1)
        for key, number in table.sums[axis].items()
        if 0 < number < below
    ]
    for axis, key in small:
        table.hidden[axis].add(key)
    while bare := next((one for one in small if not table.is_safe(*one)), None):
        further = next(table.further(bare[0]), None)
        if further is None:
            break
        axis, key = further
        table.hidden[axis].add(key)
    return Hidden(frozenset(table.hidden[0]), frozenset(table.hidden[1]))


class _Table:
    """A table of counts, the sums of its rows (0) and columns (1), and which are kept back."""

    def __init__(self, counts: Mapping[tuple[Hashable, Hashable], int]) -> None:
        self._counts = counts
        self.sums: tuple[Counter[Hashable], Counter[Hashable]] = (Counter(), Counter())
        self._cells: tuple[dict[Hashable, list[_Cell]], dict[Hashable, list[_Cell]]] = ({}, {})
        for cell, number in counts.items():
            for axis in (0, 1):
                self.sums[axis][cell[axis]] += number
                self._cells[axis].setdefault(cell[axis], []).append(cell)
        self.hidden: tuple[set[Hashable], set[Hashable]] = (set(), set())

    def further(self, axis: int) -> Iterator[tuple[int, Hashable]]:
        """Yield what to keep back next: the smallest sum on this axis, then on the other.

        One that is 0 comes last, because readers may guess that nothing happened there.
        """
        for here in (axis, 1 - axis):
            rest = [one for one in self.sums[here] if one not in self.hidden[here]]
            for one in sorted(
                rest, key=lambda key: (not self.sums[here][key], self.sums[here][key])
            ):
                yield here, one

    def is_safe(self, axis: int, key: Hashable) -> bool:
        """Return whether one driver can be moved into or out of the sum, and nobody would know."""
        others = self.hidden[axis] - {key}
        return any(
            self._can_move(one, other, axis)
            for there in others
            for mine in self._cells[axis][key]
            for theirs in self._cells[axis][there]
            for one, other in ((mine, theirs), (theirs, mine))
        )

    def _can_move(self, one: _Cell, other: _Cell, axis: int) -> bool:
        """Return whether a driver of one cell could as well be of the other, which differs on axis.

        Whoever knows that only counts above 0 are kept back must not find one that is 0.
        """
        if not self._counts[one] or self.sums[axis][one[axis]] <= self._least(axis):
            return False
        across = 1 - axis
        if one[across] == other[across]:
            return True
        is_hidden = {one[across], other[across]} <= self.hidden[across]
        return is_hidden and self.sums[across][one[across]] > self._least(across)

    def _least(self, axis: int) -> int:
        """Return the least that a count which is kept back is known to be."""
        return int(all(self.sums[axis][key] for key in self.hidden[axis]))
