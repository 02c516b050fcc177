"""Protection: the only room that knows which small counts are kept back, and what beside them.

A count of drivers that is small may point at one of them. It is kept back, and so are further
counts, the smallest first, until it cannot be worked out from the others and their total. Nor can
a small count that is not published at all, such as what came of one visit.

That it cannot is shown and not only hoped for. Think of the drivers as flowing from the total to
the rows, through the cells to the columns, and back to the total. Another flow agrees with all that
is published, and has another number at some place, if and only if one driver can be sent round a
circle through that place, with or against the flow.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping

__all__ = ["Hidden", "hidden"]

_Node = tuple[int, "Hashable"]
"""A row (0), a column (1), or an end of the flow."""
_Way = tuple[_Node, _Node]
"""The way of some drivers: the sum of a row, a cell, or the sum of a column."""
_SOURCE: Final[_Node] = (2, None)
_SINK: Final[_Node] = (3, None)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The rows and the columns of a table whose sums are kept back."""

    rows: frozenset[Hashable] = frozenset()
    columns: frozenset[Hashable] = frozenset()


def hidden(
    counts: Mapping[tuple[Hashable, Hashable], int],
    below: int,
    full: Collection[tuple[Hashable, Hashable]] = (),
) -> Hidden:
    """Return which sums of rows and columns to keep back where all these and the total are shown.

    ``counts`` has every cell of the table in which somebody could have been counted, with 0 where
    nobody was: readers know that there is nobody in any other. Of those that are ``full`` they may
    know that there can be nobody more. The cells themselves are never published. A count is small
    from 1 to ``below`` - 1.

    What could be worked out though every sum was kept back stays so, as the total is shown: such as
    the only row that can hold anybody. There is nothing to hide it behind.
    """
    table, loose = _Table(counts, full), _Table(counts)
    small = [way for way, number in table.counts.items() if 0 < number < below]
    table.hidden.update(way for way in small if way in table.sums)
    for way in small:
        for guessing in (True, False):  # whom the first cannot outwit, the second cannot either
            if table.is_safe(way, table.sums, guessing=guessing):
                table.cover(way, guessing=guessing)
                break
            if loose.is_safe(way, loose.sums, guessing=guessing):  # perhaps it is; nobody can say
                table.hidden.update(table.sums)
                break
    return Hidden(
        frozenset(end[1] for start, end in table.hidden if start == _SOURCE),
        frozenset(start[1] for start, end in table.hidden if end == _SINK),
    )


class _Table:
    """A table of counts: its cells, the sums of its rows and columns, and which are kept back.

    ``sums`` has the side of each sum (0 for rows, 1 for columns) and its place there.
    """

    def __init__(
        self,
        counts: Mapping[tuple[Hashable, Hashable], int],
        full: Collection[tuple[Hashable, Hashable]] = (),
    ) -> None:
        self.counts: Counter[_Way] = Counter()
        self.sums: dict[_Way, tuple[int, int]] = {}
        self.hidden: set[_Way] = set()
        self._full: set[_Way] = {((0, row), (1, column)) for row, column in full}
        self._around: dict[_Node, list[tuple[_Way, _Node, int]]] = defaultdict(list)
        for cell in sorted(counts, key=str):  # so that the order of rows in a file is nothing
            if not counts[cell] and cell in full:
                continue
            row, column = (0, cell[0]), (1, cell[1])
            for way in ((_SOURCE, row), (row, column), (column, _SINK)):
                self.counts[way] += counts[cell]
        for start, end in self.counts:
            self._around[start].append(((start, end), end, 1))
            self._around[end].append(((start, end), start, -1))
        for side, node in enumerate((_SOURCE, _SINK)):
            ways = sorted((way for way, _, _ in self._around[node]), key=str)
            self.sums |= {way: (side, place) for place, way in enumerate(ways)}

    def cover(self, bare: _Way, *, guessing: bool) -> None:
        """Keep further sums back until a count is safe: each time the smallest that makes it so.

        Where none does by itself, it is the smallest.
        """
        while not self.is_safe(bare, self.hidden, guessing=guessing):
            rest = self._smallest_first(bare)
            enough = (
                one for one in rest if self.is_safe(bare, {*self.hidden, one}, guessing=guessing)
            )
            self.hidden.add(next(enough, rest[0]))

    def _smallest_first(self, bare: _Way) -> list[_Way]:
        """Return what is not kept back yet, that of the same side first.

        What is 0 comes last, as readers may guess that nothing happened. Sums that are alike go in
        pairs: whichever of two were the small one, the other would hide it. Were it always the
        first in the alphabet, everybody would know that it is not meant.
        """
        side, mine = self.sums.get(bare, (None, 0))

        def rank(way: _Way) -> tuple[bool, bool, int, int]:
            number, (here, place) = self.counts[way], self.sums[way]
            return side not in {here, None}, not number, number, place ^ mine

        return sorted((way for way in self.sums if way not in self.hidden), key=rank)

    def is_safe(self, way: _Way, hidden: Collection[_Way], *, guessing: bool) -> bool:
        """Return whether there could be one driver more or less where some sums are kept back.

        Readers who are ``guessing`` think that only counts above 0 are kept back, where it is so.
        """
        least = [int(guessing)] * 2
        for one in hidden:
            least[self.sums[one][0]] *= self.counts[one] > 0

        def can_change(one: _Way, by: int) -> bool:
            if one in self.sums:
                return one in hidden and self.counts[one] + by >= least[self.sums[one][0]]
            return self.counts[one] + by >= 0 and not (by > 0 and one in self._full)

        def leads(start: _Node, goal: _Node) -> bool:
            found, ahead = {start}, [start]
            for node in ahead:
                for one, other, by in self._around[node]:
                    if other not in found and one != way and can_change(one, by):
                        found.add(other)
                        ahead.append(other)  # and so the loop comes to it
                if goal in found:
                    return True
            return False

        start, end = way
        return (can_change(way, 1) and leads(end, start)) or (
            can_change(way, -1) and leads(start, end)
        )
