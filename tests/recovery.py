"""Recovery: a reader with a solver, who works out counts of a programme that are kept back.

What the reader has is ``data.json`` of the programme: every table that is published. The reader
knows besides what anybody knows: nobody counts below 0, no driver is stopped where no police was,
and no vehicle gets a letter before it was seen over the threshold.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from planboard.showing.downloads.programme.files import files
from planboard.words.vocabulary.programmes import (
    LETTERS,
    OUTCOMES,
    PROTECTED,
    FollowUp,
    RepeatBand,
)
from programmes import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["KEPT_BACK", "Puzzle", "Sum", "published", "puzzles"]

KEPT_BACK: Final = "[c]"
_MANY: Final = 1000
Cell = tuple[str, str, StrEnum]
"""A team or site, a month, and what is counted."""


@dataclass(frozen=True)
class Sum:
    """A count that is published or kept back: which it is, its cells, and what it is in truth.

    It is in no ``table`` if it is of one cell, which is never published.
    """

    of: str
    kind: str
    table: str
    cells: tuple[Cell, ...]
    truth: int
    shown: str
    is_protected: bool = True


@dataclass(frozen=True)
class Puzzle:
    """Counts that nobody publishes cell by cell, and all that is known of their sums.

    ``totals`` are sums that everybody knows, ``limits`` are the most that some cells can sum to; a
    cell that is there twice counts twice.
    """

    truth: Mapping[Cell, int]
    sums: Sequence[Sum]
    totals: Sequence[tuple[tuple[Cell, ...], int]]
    limits: Sequence[tuple[tuple[Cell, ...], int]] = ()
    below: int = 5

    @property
    def protected(self) -> list[Sum]:
        """The counts that nobody may work out."""
        return [one for one in self.sums if one.is_protected and 0 < one.truth < self.below]

    def recovered(self, *, guessing: bool = False) -> list[Sum]:
        """Return the protected counts that a reader can work out.

        One who is ``guessing`` thinks that only counts above 0 are kept back, where it is so.
        """
        kept = [one for one in self.sums if one.shown == KEPT_BACK]
        known = [(one.cells, int(one.shown)) for one in self.sums if one.shown != KEPT_BACK]
        return self._worked_out(known, kept, guessing=guessing)

    def without_cover(self, *, guessing: bool = False) -> list[Sum]:
        """Return the protected counts that a reader could work out if all of their kind were kept.

        There is nothing left to hide these behind: such as the only site where the police was, as
        the total of all sites stays.
        """
        open_cells = {one for one in self.truth if self.truth[one] or one not in self._taken}
        found = []
        for kind in {one.kind: None for one in self.sums}:
            kept = [
                one
                for one in self.sums
                if one.shown == KEPT_BACK or (one.kind == kind and open_cells & {*one.cells})
            ]
            known = [(one.cells, one.truth) for one in self.sums if one not in kept]
            worked_out = self._worked_out(known, kept, guessing=guessing)
            found += [one for one in worked_out if one.kind == kind]
        return found

    @cached_property
    def _taken(self) -> set[Cell]:
        """The cells in which everybody knows that there can be nobody more."""
        return {
            one
            for cells, most in self.limits
            for one in cells
            if sum(self.truth[cell] for cell in cells) + cells.count(one) > most
        }

    def _worked_out(
        self, known: Sequence[tuple[tuple[Cell, ...], int]], kept: Sequence[Sum], *, guessing: bool
    ) -> list[Sum]:
        if not (unsolved := self.protected):
            return []
        groups: dict[tuple[str, str], list[Sum]] = defaultdict(list)
        for one in kept:
            if one.table:
                groups[one.table, one.kind].append(one)
        least = [
            (one.cells, 1)
            for group in groups.values()
            if guessing and all(one.truth for one in group)
            for one in group
        ]
        solver = _Solver([*self.truth], [*known, *self.totals], least, self.limits)
        found = []
        while unsolved:
            aim = unsolved[0]
            for sign in (1, -1):
                other = solver.least(aim.cells, sign)
                unsolved = [
                    one for one in unsolved if sum(other[cell] for cell in one.cells) == one.truth
                ]
                if aim not in unsolved:
                    break
            else:
                found.append(aim)
                unsolved.remove(aim)
        return found


class _Solver:
    """Whole numbers from 0 on for some cells, with sums that are known, least, and most."""

    def __init__(
        self,
        cells: Sequence[Cell],
        known: Iterable[tuple[tuple[Cell, ...], int]],
        least: Iterable[tuple[tuple[Cell, ...], int]],
        most: Iterable[tuple[tuple[Cell, ...], int]],
    ) -> None:
        self._cells = cells
        self._place = {cell: at for at, cell in enumerate(cells)}
        rows = [(some, number, np.inf) for some, number in (*least, ((), 0))]
        rows += [(some, number, number) for some, number in known]
        rows += [(some, 0, number) for some, number in most]
        matrix = np.array([self._row(some) for some, _, _ in rows])
        low, high = ([row[at] for row in rows] for at in (1, 2))
        self._known = LinearConstraint(matrix, low, high)

    def least(self, cells: Iterable[Cell], sign: int) -> Counter[Cell]:
        """Return counts that agree with all, and make some cells as few as can be, or as many."""
        for presolve in (True, False):  # which at times calls a table impossible that is not
            answer = milp(
                sign * self._row(cells),
                integrality=np.ones(len(self._cells)),
                bounds=Bounds(0, _MANY),
                constraints=self._known,
                options={"presolve": presolve},
            )
            if answer.success:
                break
        assert answer.success, answer.message
        found = np.round(answer.x)
        sums = self._known.A @ found
        assert np.all((self._known.lb <= sums) & (sums <= self._known.ub)), "is no such table"
        return Counter({cell: int(found[at]) for at, cell in enumerate(self._cells)})

    def _row(self, cells: Iterable[Cell]) -> Any:  # noqa: ANN401 - scipy carries no types
        row = np.zeros(len(self._cells))
        np.add.at(row, [self._place[cell] for cell in cells], 1)
        return row


def published(record: ProgrammeInFull) -> dict[str, Any]:
    """Return ``data.json`` of a programme as a reader takes it away."""
    data: dict[str, Any] = json.loads(files(record, verdicts(record))["data.json"])
    return data


def puzzles(record: ProgrammeInFull, data: Mapping[str, Any]) -> Iterator[Puzzle]:
    """Yield what a reader of ``data`` has to solve to learn more of a programme."""
    yield _letters(record, data)
    yield _outcomes(record, data)
    yield _repeats(record, data)


def _letters(record: ProgrammeInFull, data: Mapping[str, Any]) -> Puzzle:
    programme = record.programme
    teams, months = _column(data, "teams", "id"), _column(data, "months", "month")
    truth: dict[Cell, int] = {
        (team, month, kind): 0 for kind in LETTERS for team in teams for month in months
    }
    for row in programme.letters:
        for kind, number in row.counts.items():
            truth[row.team, f"{row.first:%Y-%m}", kind] += number
    seen = {(row["team_id"], row["month"]): _seen(row) for row in data["sessions"]}
    limits = []
    for team in teams:
        so_far = accumulate(seen.get((team, month), 0) for month in months)
        for at, most in enumerate(so_far, 1):
            cells = tuple((team, one, kind) for one in months[:at] for kind in LETTERS)
            if sum(truth[one] for one in cells) <= most:  # else some are of an earlier period
                limits.append((cells, most))
    return _table(truth, data, LETTERS, "teams", limits)


def _outcomes(record: ProgrammeInFull, data: Mapping[str, Any]) -> Puzzle:
    places = sorted({(row["site_id"], row["on"][:7]) for row in data["visits"]})
    truth: dict[Cell, int] = {(site, month, kind): 0 for kind in OUTCOMES for site, month in places}
    for visit in record.programme.visits:
        for kind, number in visit.outcomes.items():
            truth[visit.site, f"{visit.on:%Y-%m}", kind] += number
    return _table(truth, data, OUTCOMES, "sites", ())


def _table(
    truth: dict[Cell, int],
    data: Mapping[str, Any],
    kinds: Iterable[FollowUp],
    parts: str,
    limits: Sequence[tuple[tuple[Cell, ...], int]],
) -> Puzzle:
    """Return the puzzle of counts by part and month: sums of rows and columns, and totals."""
    totals = {row["kind"]: int(row["count"]) for row in data["follow_up"]}
    sums = []
    for kind in kinds:
        cells: tuple[Cell, ...]
        for table, key, at in ((parts, "id", 0), ("months", "month", 1)):
            for row in data[table]:
                cells = tuple(one for one in truth if one[at] == row[key] and one[2] is kind)
                number = sum(truth[one] for one in cells)
                protected = kind in PROTECTED
                sums.append(Sum(row[key], kind, table, cells, number, row[kind], protected))
        cells = tuple(one for one in truth if one[2] is kind)
        sums += [
            Sum(one[0], kind, "", (one,), truth[one], KEPT_BACK, kind in PROTECTED) for one in cells
        ]
    known = [(tuple(one for one in truth if one[2] is kind), totals[kind]) for kind in kinds]
    return Puzzle(truth, sums, known, limits, data["suppress_below"])


def _repeats(record: ProgrammeInFull, data: Mapping[str, Any]) -> Puzzle:
    truth: dict[Cell, int] = {
        ("", f"{row.month.first:%Y-%m}", row.band): row.vehicles
        for row in record.programme.repeats
        if row.month
    }
    whole = {one["band"]: int(one["vehicles"]) for one in data["repeats"] if not one["month"]}
    sums = [
        Sum(row["month"], row["band"], "repeats", (cell,), truth[cell], row["vehicles"])
        for row in data["repeats"]
        if (cell := ("", row["month"], row["band"])) in truth
    ]
    totals = []
    for band, number in whole.items():
        cells = tuple(one for one in truth if one[2] == band)
        if sum(truth[one] for one in cells) == number:  # where each month counts anew
            totals.append((cells, number))
    limits = []
    seen = {row["month"]: _seen(row) for row in data["months"]}
    times: dict[StrEnum, int] = {band: at for at, band in enumerate(RepeatBand, 2)}
    for month in {one[1] for one in truth}:
        here = [one for one in truth if one[1] == month]
        limits.append((tuple(one for one in here for _ in range(times[one[2]])), seen[month]))
        for band in RepeatBand:
            upper = {one for one in RepeatBand if times[one] >= times[band]}
            if upper <= {*whole}:
                cells = tuple(one for one in here if one[2] in upper)
                limits.append((cells, sum(whole[one] for one in upper)))
    limits = [(cells, most) for cells, most in limits if sum(truth[one] for one in cells) <= most]
    return Puzzle(truth, sums, totals, limits, data["suppress_below"])


def _seen(row: Mapping[str, str]) -> int:
    """Return how many vehicles were over the threshold: where no session was held, none can be."""
    return int(row["over_threshold"] or 0)


def _column(data: Mapping[str, Any], table: str, key: str) -> list[str]:
    return [row[key] for row in data[table]]
