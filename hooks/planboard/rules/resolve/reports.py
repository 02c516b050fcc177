"""Reports: a progress report with its publisher, and every name inside it looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.resolve import reports_evidence
from planboard.truth.in_full import ReportInFull
from planboard.words.vocabulary.reports import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry, Path
    from planboard.truth.in_full import Part
    from planboard.truth.model.report.report import Report

__all__ = ["of_report"]


def of_report(entry: Entry[Report], desk: Desk) -> ReportInFull | None:
    """Return a report with all that it names looked up, None where its publisher lacks."""
    publisher = desk.publisher(entry)
    _once(entry, desk)
    for index, measure in enumerate(entry.record.measures):
        desk.owner_list(entry, ("measures", index, "owners"), measure.owners)
    for path, name, among, thing in _named(entry.record):
        desk.known(entry, path, name, (one.id for one in among), thing=thing, where="report")
    reports_evidence.check(entry, desk)
    if publisher is None:
        return None
    return ReportInFull(
        id=entry.id, report=entry.record, publisher=publisher, owners=desk.owners.known
    )


def _once(entry: Entry[Report], desk: Desk) -> None:
    report = entry.record
    lists: tuple[tuple[str, str, Sequence[Part]], ...] = (
        ("plan_priorities", "priority", report.plan_priorities),
        ("topics", "topic", report.topics),
        ("periods", "period", report.periods),
        ("data_sources", "data source", report.data_sources),
        ("objectives", "objective", report.objectives),
        ("benefits", "benefit", report.benefits),
        ("measures", "measure", report.measures),
    )
    desk.once_in_each(entry, lists)


def _named(report: Report) -> Iterator[tuple[Path, str, Iterable[Part], str]]:
    """Yield each id by which the report names a part of itself: its place, and where it is sought.

    What it is called comes last.
    """
    caveats = [one for one in report.findings if one.kind is FindingKind.CAVEAT]
    among: dict[str, tuple[Iterable[Part], str]] = {
        "priorities": (report.plan_priorities, "priority"),
        "objectives": (report.objectives, "objective"),
        "benefits": (report.benefits, "benefit"),
        "measures": (report.measures, "measure"),
        "measure": (report.measures, "measure"),
        "caveats": (caveats, "caveat"),
        "topic": (report.topics, "topic"),
        "source": (report.data_sources, "data source"),
        "areas": (report.areas, "area"),
        "area": (report.areas, "area"),
        "intervention": (report.interventions, "intervention"),
    }

    def lists(key: str, found: Sequence[object], *names: str) -> Iterator[_Named]:
        for index, one in enumerate(found):
            for name in names:
                value = getattr(one, name)
                at: Path = (key, index, name)
                if isinstance(value, str):
                    yield at, value, *among[name]
                elif value:
                    yield from (
                        ((*at, number), one_id, *among[name]) for number, one_id in enumerate(value)
                    )

    yield from lists("topics", report.topics, "priorities")
    yield from lists("data_sources", report.data_sources, "caveats")
    yield from lists("objectives", report.objectives, "priorities", "benefits", "measures")
    yield from lists("benefits", report.benefits, "measures")
    yield from lists(
        "measures",
        report.measures,
        "topic",
        "source",
        "objectives",
        "benefits",
        "priorities",
        "caveats",
        "areas",
    )
    yield from lists("observations", report.observations, "measure", "area")
    for index, measure in enumerate(report.measures):
        for name in ("intervention", "measure"):
            if value := getattr(measure.attribution, name):
                yield ("measures", index, "attribution", name), value, *among[name]


_Named = tuple["Path", str, "Iterable[Part]", str]
