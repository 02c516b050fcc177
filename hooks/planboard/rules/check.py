"""Check: everything that must hold before a page is made, in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.reading import library
from planboard.rules import plans, registers, resolve
from planboard.words.problems import Level, Problem, in_order

if TYPE_CHECKING:
    from pathlib import Path

    from planboard.truth.collection import Collection

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


def check(root: Path) -> Checked:
    """Read the plans folder ``root`` and return what it holds with all complaints of all files."""
    found, problems = library.open_folder(root)
    collection, unresolved = resolve.resolve(found)
    contradictions = [one for entry in found.plans for one in plans.check(entry)]
    places = {entry.id: entry.places for entry in found.plans}
    resolved = collection.plans if collection else ()
    gaps = [one for record in resolved for one in plans.gaps(record.plan, places[record.id])]
    return Checked(
        collection,
        in_order([*problems, *registers.check(found), *unresolved, *contradictions, *gaps]),
    )
