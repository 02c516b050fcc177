"""Reports evidence: what findings, voices, rankings, staffing and boards leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.gaps.gap import Gap
from planboard.truth.model.report.allocation import counted_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.report import Report

__all__ = ["of_report"]


def of_report(record: ReportInFull) -> Iterator[Gap]:
    """Yield each gap of the evidence, the allocation and the next steps of a report."""
    report = record.report
    for index, finding in enumerate(report.findings):
        if finding.differs:
            places = "; in ".join(f"{one.where}: {one.says}" for one in finding.differs)
            yield Gap(
                "contradiction",
                ("findings", index),
                "finding",
                finding,
                f"The document says two things. In {places}.",
            )
    yield from _voices(report)
    yield from _rankings(report)
    yield from _commitments(report)
    yield from _interventions(report)
    yield from _allocation(report)
    yield from _areas(report)
    yield from _improvement(report)


def _voices(report: Report) -> Iterator[Gap]:
    """Yield a gap where a summary that is repeated is not the same (R105), and for held quotes."""
    slides = {slide for one in report.statements for slide in one.slides}
    apart = [one for one in report.statements if one.slides and slides - set(one.slides)]
    if apart:
        said = "; ".join(f"{one.text} ({', '.join(one.slides)})" for one in apart)
        yield Gap(
            "contradiction",
            ("statements",),
            "",
            None,
            f"The report sums up what people said in {len(slides)} places that differ. "
            f"Not in all of them: {said}.",
        )
    held = sum(not one.consent for one in report.quotes)
    if held:
        yield Gap(
            "held-back",
            ("quotes",),
            "",
            None,
            f"{held} {'quotation is' if held == 1 else 'quotations are'} held back, because it is "
            "not recorded that the person agreed to be quoted.",
        )


def _rankings(report: Report) -> Iterator[Gap]:
    for index, ranking in enumerate(report.rankings):
        if not all(one.places for one in ranking.items):
            yield Gap(
                "no-numbers",
                ("rankings", index),
                "ranking",
                ranking,
                "gives the order, but not how many people chose each place.",
            )


def _commitments(report: Report) -> Iterator[Gap]:
    for index, one in enumerate(report.commitments):
        if not one.promised:
            yield Gap(
                "no-promise",
                ("commitments", index),
                "commitment",
                one,
                "is a need that the report shows, without a promise or a time.",
            )


def _interventions(report: Report) -> Iterator[Gap]:
    """Yield a gap for each change without a date: before and after it then hang in the air."""
    for index, one in enumerate(report.interventions):
        if one.on is None:
            yield Gap(
                "no-date",
                ("interventions", index),
                "intervention",
                one,
                "states no date, though the report tells what came before and after it.",
            )


def _allocation(report: Report) -> Iterator[Gap]:
    if report.allocation is None:
        return
    if report.allocation.refreshed is None:
        message = "The report does not say when the data for sharing out staff was last renewed."
        yield Gap("no-date", ("allocation",), "", None, message)
    if not report.decisions:
        yield Gap(
            "no-numbers",
            ("allocation",),
            "",
            None,
            "The report tells how staff are shared out, but not what the model gave for each "
            "area, what judgement changed, and why.",
        )
    for index, one in enumerate(report.decisions):
        if one.adjustment and one.reason is None:
            yield Gap(
                "no-reason",
                ("decisions", index),
                "",
                None,
                f"Judgement changes what the model gives for {one.area}, and no reason is stated.",
            )


def _areas(report: Report) -> Iterator[Gap]:
    """Yield a gap where parts of a report count the areas of one kind differently (R111)."""
    for sets in counted_apart(report.areas):
        said = "; ".join(f"{one.number:f} in {one.where or one.name}" for one in sets)
        yield Gap(
            "contradiction",
            ("areas",),
            "",
            None,
            f"Parts of the report count what it calls {sets[0].kind} differently ({said}), so that "
            "figures for them cannot be held against each other without a note.",
        )


def _improvement(report: Report) -> Iterator[Gap]:
    for index, item in enumerate(report.improvement):
        if not item.boards:
            yield Gap("no-owner", ("improvement", index), "item", item, "names no board.")
    silent = [one for one in report.boards if one.chair is None]
    if silent:
        yield Gap(
            "no-chair",
            ("boards",),
            "",
            None,
            f"The report does not say who chairs {len(silent)} of its {len(report.boards)} boards.",
        )
