"""Names: who and what ids stand for, and a complaint for each that stands for nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from planboard.truth.model.scale import BUILT_IN
from planboard.words.problems import Level, Problem, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.truth.entries import Entry, Library, Path
    from planboard.truth.in_full import Part
    from planboard.truth.model.published import Published
    from planboard.truth.model.register import Owner, Publisher
    from planboard.truth.model.scale import Scale

__all__ = ["Desk", "Names"]

T = TypeVar("T")
E = TypeVar("E", bound="Published")


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Everything of one kind by its id; only when ``complete`` is another id surely wrong."""

    known: Mapping[str, T]
    complete: bool

    def lack(self, name: str) -> bool:
        """Return whether ``name`` is surely unknown."""
        return self.complete and name not in self.known


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the records of a site are looked through: what is known, and what is wrong."""

    publishers: Names[Publisher]
    owners: Names[Owner]
    scales: Names[Scale]
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, library: Library) -> Desk:
        """Return the desk that knows the registers of ``library``."""
        publishers = library.publishers.record.publishers if library.publishers else ()
        owners = library.owners.record.owners if library.owners else ()
        scales = library.scales.record.scales if library.scales else ()
        return cls(
            publishers=Names(
                {one.id: one for one in publishers},
                complete=library.publishers is not None and library.publishers.whole,
            ),
            owners=Names(
                MappingProxyType({one.id: one for one in owners}),
                complete=library.owners is not None and library.owners.whole,
            ),
            scales=Names(
                {**{one.id: one for one in scales}, **BUILT_IN},
                complete=library.scales is None or library.scales.whole,
            ),
        )

    def complain(
        self, entry: Entry[E], path: Path, code: str, message: str, level: Level = Level.ERROR
    ) -> None:
        """Add a complaint about the value at ``path`` of a record."""
        self.problems.append(Problem(level, code, entry.places.place(path), message))

    def publisher(self, entry: Entry[E]) -> Publisher | None:
        """Return who publishes a record; an unknown one is an error."""
        name = entry.record.publisher
        if self.publishers.lack(name):
            self.complain(
                entry,
                ("publisher",),
                "unknown-publisher",
                f'The publisher "{name}" is not in the publishers register. '
                "Add it there, or use the id of one that is there."
                f"{did_you_mean(name, self.publishers.known)}",
            )
        return self.publishers.known.get(name)

    def owner_list(self, entry: Entry[E], path: Path, names: Iterable[str]) -> None:
        """Warn of each owner of the list at ``path`` that is unknown or named twice."""
        seen: set[str] = set()
        for index, name in enumerate(names):
            if name in seen:
                self.complain(
                    entry,
                    (*path, index),
                    "owner-twice",
                    f'"{name}" is named twice in this list. Delete this one.',
                    Level.WARNING,
                )
            else:
                self.owner(entry, (*path, index), name)
            seen.add(name)

    def owner(self, entry: Entry[E], path: Path, name: str) -> None:
        """Warn if the owner named at ``path`` is unknown; it is shown as written."""
        if self.owners.lack(name):
            self.complain(
                entry,
                path,
                "unknown-owner",
                f'The owner "{name}" is not in the owners register. '
                "Add it there, or use the id of one that is there."
                f"{self._near_owner(name)}",
                Level.WARNING,
            )

    def known(  # noqa: PLR0913 - each is a part of one sentence
        self, entry: Entry[E], path: Path, name: str, ids: Iterable[str], *, thing: str, where: str
    ) -> None:
        """Complain if ``name``, at ``path``, is none of ``ids``, the things of one record.

        ``thing`` is what they are called, ``where`` what holds them: an action, in this plan.
        """
        options = tuple(ids)
        if name not in options and entry.whole:
            self.complain(
                entry,
                path,
                f"unknown-{thing.replace(' ', '-')}",
                f'There is no {thing} with the id "{name}" in this {where}. Correct the id, or '
                f"delete it.{did_you_mean(name, options)}",
            )

    def once(self, entry: Entry[E], found: Iterable[tuple[Path, str]], thing: str) -> None:
        """Complain of each id, with the path of its record, that is used a second time."""
        first: dict[str, Path] = {}
        for path, name in found:
            if name not in first:
                first[name] = path
                continue
            line = entry.places.place((*first[name], "id")).line
            self.complain(
                entry,
                (*path, "id"),
                "duplicate-id",
                f'The id "{name}" is used twice (first on line {line}). '
                f"Give each {thing} an id of its own, and never use an old one again.",
            )

    def once_in_each(
        self, entry: Entry[E], lists: Iterable[tuple[str, str, Iterable[Part]]]
    ) -> None:
        """Do so in each of several lists at the top of a record: its key, a thing in it, the list.

        An id may stand in two lists, as each kind of thing has anchors of its own.
        """
        for key, thing, found in lists:
            self.once(entry, (((key, index), one.id) for index, one in enumerate(found)), thing)

    def _near_owner(self, name: str) -> str:
        """Return the hint at the owner whose id, role or alias is nearest to ``name``."""
        spelt = {
            word: one.id
            for one in self.owners.known.values()
            for word in (one.role, *one.aliases, one.id)
        }
        near = nearest(name, spelt)
        return f' Did you mean "{spelt[near]}"?' if near else ""
