"""Check: everything that must hold before a page is made, in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.reading import library
from planboard.rules import plans, registers, resolve
from planboard.words.problems import Level, Place, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from planboard.truth.collection import Collection, Library

__all__ = ["Checked", "check"]


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
    file that cannot be read whole has no gaps yet, because what is lost may fill them.
    """
    found, unread = library.open_folder(root)
    collection, unresolved = resolve.resolve(found)
    contradictions = [
        one for entry in found.plans for one in (*plans.check(entry), *plans.ahead_of(entry, today))
    ]
    broken = {one.place for one in unread if one.level is Level.ERROR}
    ruled = [*registers.check(found), *unresolved, *contradictions]
    problems = [*unread, *(one for one in ruled if one.place not in broken)]
    return Checked(collection, in_order([*problems, *_gaps(found, collection, broken)]))


def _gaps(
    found: Library, collection: Collection | None, broken: Iterable[Place]
) -> Iterator[Problem]:
    files = {place.file for place in broken}
    places = {entry.id: entry.places for entry in found.plans}
    for record in collection.plans if collection else ():
        if places[record.id].place(()).file not in files:
            yield from plans.gaps(record.plan, places[record.id])
