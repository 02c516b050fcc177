"""Measures downloads: figures, changes and definitions of measures, benefits and objectives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels
from planboard.saying.sentences import attribution
from planboard.saying.sentences import reports as sentences
from planboard.showing.downloads.tables import LIST, Key, Row, day, prose
from planboard.truth.model.report.readings import PER_CENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from planboard.arithmetic.measures import Change, Figure, MeasureTold, ReportTold
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.readings import Stretch

__all__ = ["TABLES", "rows"]


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(codes)


TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "measures": (
        Key("id", "The id of the measure; its place on the page is #measure-id"),
        Key("measure", "What the measure is called"),
        Key("group", "The part of the whole that the figure is about; blank for the whole"),
        Key("period", "The day or the period of the figure, in words; blank where not stated"),
        Key(
            "value",
            "The figure as published, with its qualifier and its counts; a marker such as [c] "
            "where there is none",
        ),
        Key("number", "The same as a number; blank for a range, and where there is none"),
        Key("unit", "Its unit, percent for %; blank for plain numbers"),
        Key(
            "qualifier",
            "How it is to be read: exact, about, over, under, at_least, at_most, range",
        ),
        Key("numerator", "How many of the base; blank where not stated"),
        Key("denominator", "The base; blank where not stated"),
        Key("marker", f"Its markers: {'; '.join(f'{m}, {w}' for m, w in labels.MARKERS.items())}"),
        Key("part", "What of the group, where a measure has several figures for each"),
        Key("low", "The lower end of a range"),
        Key("high", "The upper end of a range"),
        Key("first_day", "The first day of its period; blank where not known"),
        Key("last_day", "The last day of its period; blank where not known"),
        Key("derived", "Whether it was worked out here from published figures: yes, no"),
        Key("revised_from", "What it was before it was revised"),
        Key("area", "The id of its area, where the report lists areas"),
        Key("note", "What is to be known of it"),
    ),
    "changes": (
        Key("id", "The id of the measure"),
        Key("group", "The part of the whole; blank for the whole"),
        Key("part", "What of the group"),
        Key("from_period", "The period or day of the figure before"),
        Key("to_period", "The period or day of the newest figure"),
        Key("difference", "The newest figure less the one before"),
        Key("percent", "The same in per cent of the one before; blank where that would mislead"),
        Key(
            "no_percent",
            "Why there are no per cent: small_base, overlap, unequal, unknown (days of a period), "
            "points (the figures are per cent)",
        ),
        Key("turn", "What it means: better, worse, same; neither where that is not stated"),
        Key("sentence", "The change in words, as on the page"),
    ),
    "definitions": (
        Key("id", "The id of the measure"),
        Key("title", "What it is called"),
        Key("headline", "What it shows, in a sentence"),
        Key("definition", "What counts"),
        Key("definition_history", "What counted from when on"),
        Key("topic", "The topic of the report it belongs to"),
        Key("kind", f"What it counts: {_codes(labels.MEASURE_KINDS)}"),
        Key("unit", "The unit of its figures, percent for %"),
        Key(
            "polarity", f"Which way is better: {_codes(labels.POLARITIES)}; blank where not stated"
        ),
        Key("frequency", f"How often: {_codes(labels.FREQUENCIES)}; blank where not stated"),
        Key("source", "Where its figures come from"),
        Key("objectives", "The ids of the objectives it belongs to"),
        Key("benefits", "The ids of the benefits it belongs to"),
        Key("priorities", "The priorities it bears on, of the Police and Crime Plan"),
        Key("baseline", "The value before the change"),
        Key("baseline_period", "Its period"),
        Key("target", "The value to reach, in words"),
        Key("trend", f"Which way it has gone: {_codes(labels.TRENDS)}; blank where not stated"),
        Key("trend_method", "How that was worked out; blank where not stated"),
        Key("attribution", f"How a change stands to what was done: {_codes(labels.ATTRIBUTIONS)}"),
        Key("attribution_said", "The same in a sentence"),
        Key("caveats", "What must be known of its figures"),
        Key("quality_note", "How good the figures are"),
    ),
    "benefits": (
        Key("id", "Its name for ever; its place on the page is #benefit-id"),
        Key("number", "The number as printed"),
        Key("benefit", "The benefit as published"),
        Key("status", f"What its marks come to: {_codes(labels.BENEFIT_STATUSES)}"),
        Key("marks", f"Its marks in order: {_codes(labels.BENEFIT_MARKS)}"),
        Key("inferred", "Whether it is our reading which marks are its own: yes, no"),
        Key("aliases", "Other names in the same report"),
        Key("reason", "Why it has these marks"),
        Key("measures", "The ids of its measures; blank where not stated"),
    ),
    "objectives": (
        Key("id", "Its name for ever; its place on the page is #objective-id"),
        Key("objective", "The objective as published"),
        Key("variants", "Other wordings in the same report, and where they stand"),
        Key("benefits", "The ids of the benefits it leads to; blank where not stated"),
        Key("measures", "The ids of its measures; blank where not stated"),
        Key("note", "What is to be known of it"),
    ),
}
"""The tables of measures and benefits with their columns. Columns may be added at the end."""


def rows(record: ReportInFull, told: ReportTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    return {
        "measures": [_figure(one, each) for one in told.measures for each in one.figures],
        "changes": [
            {"id": one.measure.id, "group": row.group, "part": row.part, **_change(row.change)}
            for one in told.measures
            for row in one.rows
            if row.change
        ],
        "definitions": [_definition(record, one) for one in told.measures],
        "benefits": list(_benefits(record)),
        "objectives": list(_objectives(record)),
    }


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - it is what is written
    return "yes" if value else "no"


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _unit(unit: str | None) -> str:
    """Return a unit; the sign % alone would be taken for a formula by a spreadsheet."""
    return "percent" if unit == PER_CENT else unit or ""


def _when(stretch: Stretch | None) -> str:
    return "" if stretch is None else sentences.when(stretch)


def _figure(told: MeasureTold, one: Figure) -> Row:
    reading = one.reading
    return {
        "id": told.measure.id,
        "measure": told.measure.title,
        "group": reading.group or "",
        "period": _when(one.when),
        "value": sentences.figure(one),
        "number": _number(reading.number),
        "unit": _unit(one.unit),
        "qualifier": reading.qualifier.value,
        "numerator": _number(reading.numerator),
        "denominator": _number(reading.denominator),
        "marker": LIST.join(mark.value for mark in one.markers),
        "part": reading.part or "",
        "low": _number(reading.low),
        "high": _number(reading.high),
        "first_day": day(one.first),
        "last_day": day(one.last),
        "derived": _yes_or_no(reading.derived),
        "revised_from": _number(reading.revised_from),
        "area": reading.area or "",
        "note": prose(reading.note),
    }


def _change(one: Change) -> Row:
    return {
        "from_period": _when(one.before.when),
        "to_period": _when(one.after.when),
        "difference": _number(one.difference),
        "percent": "" if one.percent is None else sentences.rounded(one.percent),
        "no_percent": one.no_percent.value if one.no_percent else "",
        "turn": one.turn.value,
        "sentence": sentences.change(one),
    }


def _definition(record: ReportInFull, told: MeasureTold) -> Row:
    measure, report = told.measure, record.report
    topics = {one.id: one.title for one in report.topics}
    trend = measure.trend
    return {
        "id": measure.id,
        "title": measure.title,
        "headline": prose(measure.headline),
        "definition": prose(measure.definition),
        "definition_history": LIST.join(sentences.history(measure)),
        "topic": topics.get(measure.topic or "", ""),
        "kind": measure.kind.value,
        "unit": _unit(measure.unit),
        "polarity": measure.polarity.value if measure.polarity else "",
        "frequency": measure.frequency.value if measure.frequency else "",
        "source": told.source.title if told.source else "",
        "objectives": LIST.join(
            one.id for one in report.objectives if measure in report.measures_of(one)
        ),
        "benefits": LIST.join(
            one.id for one in report.benefits if measure in report.measures_of(one)
        ),
        "priorities": LIST.join(one.number or one.id for one in told.priorities),
        "baseline": _number(measure.baseline.value) if measure.baseline else "",
        "baseline_period": (measure.baseline.period or "") if measure.baseline else "",
        "target": sentences.goal(measure.target, measure.unit) if measure.target else "",
        "trend": trend.direction.value if trend else "",
        "trend_method": prose(trend.method) if trend else "",
        "attribution": measure.attribution.relation.value,
        "attribution_said": attribution.attribution(measure.attribution, report),
        "caveats": LIST.join(prose(one.text) for one in told.caveats),
        "quality_note": prose(measure.quality_note),
    }


def _benefits(record: ReportInFull) -> Iterator[Row]:
    report = record.report
    for one in report.benefits:
        yield {
            "id": one.id,
            "number": one.number or "",
            "benefit": one.title,
            "status": one.status.value,
            "marks": LIST.join(mark.value for mark in one.marks),
            "inferred": _yes_or_no(one.inferred),
            "aliases": LIST.join(one.aliases),
            "reason": prose(one.reason),
            "measures": LIST.join(each.id for each in report.measures_of(one)),
        }


def _objectives(record: ReportInFull) -> Iterator[Row]:
    report = record.report
    for one in report.objectives:
        yield {
            "id": one.id,
            "objective": one.text,
            "variants": LIST.join(f"{each.text} ({each.where})" for each in one.variants),
            "benefits": LIST.join(one.benefits),
            "measures": LIST.join(each.id for each in report.measures_of(one)),
            "note": prose(one.note),
        }
