"""Entries: every record of a site as its file says it, with the places of its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.truth.model.forums import Forums
    from planboard.truth.model.issues import IssueLog
    from planboard.truth.model.newsletter import Newsletter
    from planboard.truth.model.plan import Plan
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.sessions import Sessions
    from planboard.truth.model.published import Published
    from planboard.truth.model.register import (
        Accepted,
        Glossary,
        Owners,
        Publishers,
        Scales,
        Site,
    )
    from planboard.truth.model.report.report import Report
    from planboard.words.problems import Place

__all__ = ["Entry", "Library", "Path", "Places", "Writing"]

R_co = TypeVar("R_co", covariant=True)

Path = Sequence[str | int]
"""Keys and list positions from the top of a file down to a value."""


class Places(Protocol):
    """Knows where each value of one file stands."""

    def place(self, path: Path) -> Place:
        """Return where the value at ``path`` stands, or its nearest ancestor."""

    def key_place(self, path: Path) -> Place:
        """Return where the key at ``path`` stands."""

    def files(self) -> frozenset[str]:
        """Return the names of the files that the values stand in."""


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """One record as read, with the id of its folder and the places of its values.

    It is not ``whole`` when something that ids refer to could not be read: that an id is not in
    it then proves nothing.
    """

    id: str
    record: R_co
    places: Places
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Writing:
    """Everything that is written in one file, whether anything reads it as a record or not.

    ``text`` is the whole file, comments and all, with lines that end in LF; a picture has none.
    ``values`` are the keys and texts of a file of records with their places, in order: what
    escapes, quotes and folded lines say only when they are read. ``is_page`` is true of Markdown
    that becomes a page; ``newsletter`` is the name of the issue that this is, if it is one.
    """

    file: str
    text: str
    values: tuple[tuple[Place, str], ...] = ()
    is_page: bool = False
    newsletter: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Every record of a site as its files say it; a register may be missing.

    ``sessions`` are those of each programme, by its id. ``newsletters`` are what stands at the top
    of each issue of a newsletter. ``writings`` are all files of the site, sorted by their names.
    """

    site: Entry[Site] | None = None
    publishers: Entry[Publishers] | None = None
    owners: Entry[Owners] | None = None
    scales: Entry[Scales] | None = None
    glossary: Entry[Glossary] | None = None
    accepted: Entry[Accepted] | None = None
    plans: tuple[Entry[Plan], ...] = ()
    forums: tuple[Entry[Forums], ...] = ()
    issues: tuple[Entry[IssueLog], ...] = ()
    reports: tuple[Entry[Report], ...] = ()
    programmes: tuple[Entry[Programme], ...] = ()
    sessions: Mapping[str, Sessions] = field(default_factory=lambda: MappingProxyType({}))
    newsletters: tuple[Entry[Newsletter], ...] = ()
    writings: tuple[Writing, ...] = ()

    @property
    def records(self) -> tuple[Entry[Published], ...]:
        """Every published record, kind by kind."""
        return (*self.plans, *self.forums, *self.issues, *self.reports, *self.programmes)
