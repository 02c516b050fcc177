"""Reports: what a progress report leaves out of its measures and benefits, or contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.gaps import reports_evidence
from planboard.rules.gaps.gap import Gap
from planboard.truth.model.report import readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.measures import Measure
    from planboard.truth.model.report.readings import Outside, Reading

__all__ = ["of_report"]


def of_report(record: ReportInFull) -> Iterator[Gap]:
    """Yield each gap of a report: objectives and benefits, measures, then the evidence."""
    report = record.report
    for index, objective in enumerate(report.objectives):
        missing = _links(benefits=objective.benefits, measures=report.measures_of(objective))
        if missing:
            message = f"does not say which {missing} belong to it."
            yield Gap("not-linked", ("objectives", index), "objective", objective, message)
        if objective.variants:
            yield Gap(
                "two-wordings",
                ("objectives", index),
                "objective",
                objective,
                f"has more than one wording in the report. Also: {objective.variants[0].text}.",
            )
    for index, benefit in enumerate(report.benefits):
        if benefit.inferred:
            yield Gap(
                "inferred",
                ("benefits", index),
                "benefit",
                benefit,
                "has marks that the report does not tie to it for certain; they are our reading.",
            )
        if not report.measures_of(benefit):
            message = "does not say by which measure it is known."
            yield Gap("not-linked", ("benefits", index), "benefit", benefit, message)
    for index, measure in enumerate(report.measures):
        path = ("measures", index)
        own = [
            (at, readings.shown(one, measure.unit, measure.suppress_below))
            for at, one in enumerate(report.observations)
            if one.measure == measure.id
        ]
        for code, message in _of_measure(measure, [one for _, one in own]):
            yield Gap(code, path, "measure", measure, message)
        for found in readings.outside(measure.whole, own, measure.unit):
            where = ("observations", found.index)
            yield Gap("contradiction", where, "measure", measure, _outside(found))
    yield from reports_evidence.of_report(record)


def _links(**links: Sequence[object]) -> str:
    return " and which ".join(name for name, found in links.items() if not found)


def _of_measure(measure: Measure, own: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    if measure.headline is None:
        yield "no-headline", "has no sentence that says what it shows."
    if measure.definition is None:
        yield "no-definition", "does not say what counts."
    if not any(one.in_place is None for one in own):
        yield "no-figure", "has no published figure."
    without = sum(one.lacks_base(one.unit or measure.unit) for one in own if not one.derived)
    if without:
        figures = "1 figure" if without == 1 else f"{without} figures"
        yield "no-base", f"gives {figures} in per cent without saying of how many."
    if any(one.period is None and one.as_at is None for one in own):
        yield "no-date", "has a figure without its day or period."
    if measure.trend and not measure.trend.method:
        yield "no-method", "is said to follow a trend, and not how that was worked out."


def _outside(found: Outside) -> str:
    """Return what is wrong between a whole and its parts (R113)."""
    number = found.whole.number
    if found.low == found.high:
        return f"{number} for {found.whole.group} is not {found.low}, the sum of its parts."
    return (
        f"{number} for {found.whole.group} lies outside {found.low} to {found.high}, the figures "
        "of its parts: others are counted as well, or a figure is wrong."
    )
