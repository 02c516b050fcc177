"""Reports evidence: what findings, rankings, weights, areas and boards of a report name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.words.vocabulary.reports import FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry, Path
    from planboard.truth.in_full import Part
    from planboard.truth.model.report.report import Report

__all__ = ["check"]


def check(entry: Entry[Report], desk: Desk) -> None:
    """Complain of each id that is used twice, and of each name that stands for nothing.

    An unknown board or chair is a warning, like every unknown owner; the rest are errors.
    """
    _once(entry, desk)
    _boards(entry, desk)
    _findings(entry, desk)
    _allocation(entry, desk)
    report, known = entry.record, _Known(entry, desk)
    rankings = {one.id: one for one in report.rankings}
    for index, promise in enumerate(report.commitments):
        at: Path = ("commitments", index)
        if promise.measure:
            known.one((*at, "measure"), promise.measure, report.measures, "measure")
        if promise.ranking:
            known.one((*at, "ranking"), promise.ranking, report.rankings, "ranking")
        ranking = rankings.get(promise.ranking or "")
        if promise.ranked and ranking:
            options = [one.text for one in ranking.items]
            known.name((*at, "ranked"), promise.ranked, options, "answer", "ranking")


class _Known:
    """Complains of names that are not among those of a report."""

    def __init__(self, entry: Entry[Report], desk: Desk) -> None:
        self._entry, self._desk = entry, desk

    def one(self, path: Path, name: str, among: Iterable[Part], thing: str) -> None:
        self.name(path, name, [one.id for one in among], thing, "report")

    def each(self, path: Path, names: Sequence[str], among: Iterable[Part], thing: str) -> None:
        ids = [one.id for one in among]
        for index, name in enumerate(names):
            self.name((*path, index), name, ids, thing, "report")

    def name(self, path: Path, name: str, options: Iterable[str], thing: str, where: str) -> None:
        self._desk.known(self._entry, path, name, options, thing=thing, where=where)


def _once(entry: Entry[Report], desk: Desk) -> None:
    report = entry.record
    lists: tuple[tuple[str, str, Sequence[Part]], ...] = (
        ("findings", "finding", report.findings),
        ("rankings", "ranking", report.rankings),
        ("interventions", "intervention", report.interventions),
        ("areas", "area", report.areas),
        ("improvement", "item", report.improvement),
        ("asks", "ask", report.asks),
        ("commitments", "commitment", report.commitments),
    )
    desk.once_in_each(entry, lists)
    roles = report.allocation.roles if report.allocation else ()
    desk.once(
        entry,
        ((("allocation", "roles", index), one.id) for index, one in enumerate(roles)),
        "role",
    )


def _boards(entry: Entry[Report], desk: Desk) -> None:
    for index, item in enumerate(entry.record.improvement):
        desk.owner_list(entry, ("improvement", index, "boards"), item.boards)
    for index, board in enumerate(entry.record.boards):
        desk.owner(entry, ("boards", index, "board"), board.board)
        if board.chair:
            desk.owner(entry, ("boards", index, "chair"), board.chair)


def _findings(entry: Entry[Report], desk: Desk) -> None:
    report, known = entry.record, _Known(entry, desk)
    for index, finding in enumerate(report.findings):
        at: Path = ("findings", index)
        if finding.topic:
            known.one((*at, "topic"), finding.topic, report.topics, "topic")
        cause = finding.attribution
        if cause and cause.intervention:
            path = (*at, "attribution", "intervention")
            known.one(path, cause.intervention, report.interventions, "intervention")
        if cause and cause.measure:
            known.one((*at, "attribution", "measure"), cause.measure, report.measures, "measure")
    caveats = [one for one in report.findings if one.kind is FindingKind.CAVEAT]
    for index, ranking in enumerate(report.rankings):
        known.each(("rankings", index, "caveats"), ranking.caveats, caveats, "caveat")
    if report.allocation:
        known.each(("allocation", "caveats"), report.allocation.caveats, caveats, "caveat")


def _allocation(entry: Entry[Report], desk: Desk) -> None:
    report, known = entry.record, _Known(entry, desk)
    roles = report.allocation.roles if report.allocation else ()
    for index, weight in enumerate(report.weights):
        known.one(("weights", index, "role"), weight.role, roles, "role")
    for index, decision in enumerate(report.decisions):
        known.one(("decisions", index, "area"), decision.area, report.areas, "area")
        if decision.role:
            known.one(("decisions", index, "role"), decision.role, roles, "role")
    for index, area in enumerate(report.areas):
        for key, name in (("parent", area.parent), ("became", area.became)):
            if name:
                known.one(("areas", index, key), name, report.areas, "area")
