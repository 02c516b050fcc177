"""Check: everything that must hold before a page is made, in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.reading import library
from planboard.rules import gaps, plans, registers, resolve
from planboard.words.problems import Level, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date
    from pathlib import Path

    from planboard.rules.gaps import Gap
    from planboard.truth.collection import Collection, Library, PlanInFull

__all__ = ["Checked", "check", "gaps_of"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a plans folder holds, and everything that is wrong with it, in order."""

    collection: Collection | None
    problems: tuple[Problem, ...]

    def at(self, level: Level) -> tuple[Problem, ...]:
        """Return the complaints at one level."""
        return tuple(one for one in self.problems if one.level is level)

    @property
    def publishable(self) -> Collection | None:
        """The collection when there is no error in it, else None."""
        return None if self.at(Level.ERROR) else self.collection


def check(root: Path, today: date) -> Checked:
    """Read the plans folder ``root`` and return what it holds with all complaints of all files.

    ``today`` only serves to warn of facts that are still to come; nothing is judged by it.

    Where a value cannot be read, what the rules say of the same place is only an echo; and a
    file with an error has no gaps yet, because what mends it may fill them.
    """
    found, unread = library.open_folder(root)
    collection, unresolved = resolve.resolve(found)
    contradictions = [
        one for entry in found.plans for one in (*plans.check(entry), *plans.ahead_of(entry, today))
    ]
    broken = {one.place for one in unread if one.level is Level.ERROR}
    ruled = [*registers.check(found), *unresolved, *contradictions]
    problems = [*unread, *(one for one in ruled if one.place not in broken)]
    wrong = {one.place.file for one in problems if one.level is Level.ERROR}
    return Checked(collection, in_order([*problems, *_gaps(found, collection, wrong)]))


def gaps_of(collection: Collection, record: PlanInFull) -> tuple[Gap, ...]:
    """Return every gap of one plan of ``collection``, in the order of its file."""
    return tuple(gaps.of_plan(record, int(collection.site.stale_after_days)))


def _gaps(
    found: Library, collection: Collection | None, wrong: Container[str]
) -> Iterator[Problem]:
    places = {entry.id: entry.places for entry in found.plans}
    if collection is None:
        return
    for record in collection.plans:
        if places[record.id].place(()).file not in wrong:
            yield from gaps.as_findings(record, gaps_of(collection, record), places[record.id])
