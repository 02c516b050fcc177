"""Check: everything that must hold before a page is made, in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.reading import library
from planboard.rules import abbreviations, blanks, privacy, registers
from planboard.rules.gaps import forums as forum_gaps
from planboard.rules.gaps import gap as gap_shape
from planboard.rules.gaps import issues as issue_gaps
from planboard.rules.gaps import plans as plan_gaps
from planboard.rules.gaps import programmes as programme_gaps
from planboard.rules.gaps import reports as report_gaps
from planboard.rules.records import (
    forums,
    issues,
    newsletters,
    plans,
    programmes,
    published,
    reports,
)
from planboard.rules.resolve.site import resolve
from planboard.rules.shortcodes import lookup
from planboard.truth.in_full import (
    ForumsInFull,
    IssuesInFull,
    PlanInFull,
    ProgrammeInFull,
    ReportInFull,
)
from planboard.words.problems import Level, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from planboard.rules.gaps.gap import Gap
    from planboard.truth.collection import Collection
    from planboard.truth.entries import Library
    from planboard.truth.in_full import RecordInFull

__all__ = ["Checked", "check", "gaps_of", "of_library"]


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


def check(root: Path, today: date, pages: Path | None = None) -> Checked:
    """Read the site round the plans folder ``root`` and return it with all complaints.

    ``pages`` is the folder of its written pages, ``content`` beside ``root`` unless given.
    ``today`` only serves to warn of facts that are still to come; nothing is judged by it.
    """
    return of_library(*library.open_folder(root, pages), today)


def of_library(found: Library, unread: Iterable[Problem], today: date) -> Checked:
    """Return what was ``found`` in the files of a site with all complaints.

    ``unread`` are those about the files themselves. Where a value cannot be read, what the rules
    say of the same place is only an echo; and a file that cannot be read whole, or holds personal
    data, has no gaps yet.
    """
    unread = tuple(unread)
    broken = {one.place for one in unread if one.level is Level.ERROR}
    collection, unresolved = resolve(found)
    contradictions = [
        *(one for entry in found.plans for one in plans.check(entry)),
        *(one for entry in found.forums for one in forums.check(entry)),
        *(one for entry in found.issues for one in issues.check(entry)),
        *(one for entry in found.reports for one in reports.check(entry)),
        *(
            one
            for entry in found.programmes
            for one in programmes.check(entry, found.sessions[entry.id])
        ),
        *newsletters.check(found, today, broken),
        *(one for entry in found.records for one in published.editions(entry)),
        *(one for entry in found.records for one in published.ahead_of(entry, today)),
    ]
    ruled = [*registers.check(found), *blanks.check(found), *unresolved, *contradictions]
    problems = [*unread, *(one for one in ruled if one.place not in broken)]
    searched = privacy.search(found)
    # what is lost in a broken file may fill its gaps, and a gap may quote a piece of a hit
    untold = {one.file for one in broken} | {one.place.file for one in searched.problems}
    placed = lookup.check(found, collection, {one.file for one in broken})
    told = [*problems, *placed, *searched.problems, *_gaps(found, collection, untold)]
    return Checked(collection, in_order(privacy.masked(told, searched.secrets)))


def gaps_of(collection: Collection, record: RecordInFull) -> tuple[Gap, ...]:
    """Return every gap of one record of ``collection``, abbreviations nobody spells out last."""
    return (*_own_gaps(collection, record), *abbreviations.unknown(record, collection.glossary))


def _own_gaps(collection: Collection, record: RecordInFull) -> Iterator[Gap]:
    match record:
        case PlanInFull():
            yield from plan_gaps.of_plan(record, int(collection.site.stale_after_days))
        case ForumsInFull():
            yield from forum_gaps.of_forums(record)
        case IssuesInFull():
            yield from issue_gaps.of_issues(record)
        case ReportInFull():
            yield from report_gaps.of_report(record)
        case ProgrammeInFull():
            yield from programme_gaps.of_programme(record)


def _gaps(
    found: Library, collection: Collection | None, broken: Container[str]
) -> Iterator[Problem]:
    if collection is None:
        return
    for entries, records in (
        (found.plans, collection.plans),
        (found.forums, collection.forums),
        (found.issues, collection.issues),
        (found.reports, collection.reports),
        (found.programmes, collection.programmes),
    ):
        places = {entry.id: entry.places for entry in entries}
        for record in records:
            if not any(file in broken for file in places[record.id].files()):
                gaps = gaps_of(collection, record)
                yield from gap_shape.as_findings(record, gaps, places[record.id])
