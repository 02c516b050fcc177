"""Measures: what is said of each measure; its figures, their key, changes and caveats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import attribution
from planboard.saying.sentences import reports as sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.saying.views.report import measure_charts
from planboard.saying.views.search import SearchEntry
from planboard.words.vocabulary.reports import MeasureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planboard.arithmetic.measures import Figure, MeasureTold, ReportTold, Row
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.parts import Origin
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.measures import Measure
    from planboard.truth.model.report.readings import Stretch

__all__ = [
    "MEASURES",
    "Badge",
    "Cell",
    "FigureRow",
    "FigureTable",
    "MeasureSection",
    "MeasureView",
    "anchors",
    "badges",
    "entries",
    "of_measure",
    "of_report",
]

MEASURES: Final = "measures"
"""The place of the measures on the page of their report."""
_PERCEPTION: Final = "What people think (surveys)"
_OTHERS: Final = "Other measures"
_NO_HEADLINE: Final = "The report does not say in a sentence what this shows."
_NO_DEFINITION: Final = "The report does not say what counts."
_NOT_STATED: Final = "Not stated"
_WITHHELD: Final = "Withheld: it would rest on too few people."
_NO_FIGURE_KEY: Final = (("[x]", "not available"),)


@dataclass(frozen=True, slots=True)
class Badge:
    """A priority of the Police and Crime Plan: ``Priority 4``, and what it says."""

    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in words, and what stands beside it, such as its markers."""

    head: str
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of figures: what or whom they are about, and what is to be known of them."""

    title: str
    cells: tuple[Cell, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of one measure, with the heads of their columns."""

    caption: str
    first: str
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure, whole: it may stand alone on any page.

    ``figure`` is the only figure of a measure that has one, ``table`` holds several; ``key`` are
    the markers that they carry. ``caveats`` lead to the full list; a chart has its own.
    """

    anchor: str
    title: str
    headline: tuple[str, ...]
    no_headline: str
    badges: tuple[Badge, ...]
    figure: tuple[str, Cell, tuple[str, ...]] | None
    table: FigureTable | None
    none: str
    key: tuple[tuple[str, str], ...]
    chart: ChartView | None
    changes: tuple[tuple[str, str], ...]
    caveats: tuple[Link, ...]
    cautions: tuple[str, ...]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    source: Origin


@dataclass(frozen=True, slots=True)
class MeasureSection:
    """Measures that belong together: those of a topic, and apart from them what people think."""

    anchor: str
    title: str
    badges: tuple[Badge, ...]
    measures: tuple[MeasureView, ...]


def of_report(
    record: ReportInFull, told: ReportTold, page: str, sizes: Mapping[str, int]
) -> tuple[MeasureSection, ...]:
    """Return all measures topic by topic; what people think stands apart, and last (R199)."""
    report = record.report
    known = {one.id for one in report.topics}
    perception = [one for one in told.measures if one.measure.kind is MeasureKind.PERCEPTION]
    records = [one for one in told.measures if one not in perception]
    sections = [
        (
            routes.anchor(MEASURES, topic.id),
            ": ".join(filter(None, (topic.part_of, topic.title))),
            tuple(one for one in report.plan_priorities if one.id in topic.priorities),
            [one for one in records if one.measure.topic == topic.id],
        )
        for topic in report.topics
    ]
    rest = [one for one in records if one.measure.topic not in known]
    sections.append((routes.anchor(MEASURES, "others"), _OTHERS, (), rest))
    sections.append((routes.anchor(MEASURES, "perception"), _PERCEPTION, (), perception))
    return tuple(
        MeasureSection(
            anchor=anchor,
            title=title,
            badges=tuple(Badge(_badge(one.number), one.title) for one in priorities),
            measures=tuple(of_measure(record, one, page, sizes) for one in found),
        )
        for anchor, title, priorities, found in sections
        if found
    )


def of_measure(
    record: ReportInFull, told: MeasureTold, page: str, sizes: Mapping[str, int]
) -> MeasureView:
    """Return one measure for ``page``; its links work there.

    ``sizes`` are the bytes of the files beside the page of its report.
    """
    measure, home = told.measure, routes.report(record.id)
    place = routes.anchor("measure", measure.id)
    anchor = place if page == home else f"{routes.record_anchor(record.kind, record.id)}-{place}"
    only = told.figures[0] if len(told.figures) == 1 else None
    chart = measure_charts.chart(record, told, page, sizes, f"{anchor}-chart")
    drawn = measure_charts.shows_all(told, chart)
    return MeasureView(
        anchor=anchor,
        title=measure.title,
        headline=parts.paragraphs(measure.headline),
        no_headline="" if measure.headline else _NO_HEADLINE,
        badges=badges(told),
        figure=_only(only) if only else None,
        table=None if only or not told.figures or drawn else _table(told),
        none="" if told.figures else "No figure is published [x].",
        key=() if drawn else _key(told),
        chart=chart,
        changes=tuple(
            (_row_title(row), wording.capital(sentences.change(row.change)))
            for row in told.rows
            if row.change
        ),
        caveats=tuple(
            Link(" ".join(parts.paragraphs(one.text)), _way(home, page, "finding", one.id))
            for one in told.caveats
            if not chart and (told.figures or one.id in measure.caveats)
        ),
        cautions=measure_charts.cautions(told) if told.figures and not chart else (),
        facts=tuple(_facts(record, told)),
        source=parts.origin(record, page),
    )


def _key(told: MeasureTold) -> tuple[tuple[str, str], ...]:
    """Return the key of the markers that a measure needs, and no other (R178)."""
    return sentences.markers_key(told.figures) if told.figures else _NO_FIGURE_KEY


def badges(told: MeasureTold) -> tuple[Badge, ...]:
    """Return the priorities of the Police and Crime Plan that a measure bears on (R106)."""
    return tuple(Badge(_badge(one.number), one.title) for one in told.priorities)


def anchors(sections: Iterable[MeasureSection]) -> tuple[str, ...]:
    """Return every place of the measures that a link may point at."""
    found = tuple(sections)
    views = [one for section in found for one in section.measures]
    return (
        *([MEASURES] if found else []),
        *(one.anchor for one in found),
        *(one.anchor for one in views),
        *(one.chart.anchor for one in views if one.chart),
    )


def entries(sections: Iterable[MeasureSection]) -> Iterator[SearchEntry]:
    """Yield what search should know: an entry for each measure, with its figures in words."""
    for section in sections:
        for one in section.measures:
            rows = one.table.rows if one.table else ()
            yield SearchEntry(
                one.anchor,
                f"Measure: {one.title}",
                (
                    *(one.headline or (one.no_headline,)),
                    *([" ".join(_spoken(one.figure))] if one.figure else []),
                    *map(_spoken_row, rows),
                    *(said for _, said in one.changes),
                    *(f"{label}: {' '.join(said)}" for label, said in one.facts),
                ),
            )


def _spoken(figure: tuple[str, Cell, tuple[str, ...]]) -> Iterator[str]:
    about, cell, notes = figure
    yield f"{about}: {cell.text}" if about else cell.text
    yield from (*cell.notes, *notes)


def _spoken_row(row: FigureRow) -> str:
    return f"{row.title}: {', '.join(f'{cell.head} {cell.text}' for cell in row.cells)}."


def _badge(number: str | None) -> str:
    return f"Priority {number}" if number else "Priority"


def _way(home: str, page: str, thing: str, part_id: str) -> str:
    return routes.relative(f"{home}#{routes.anchor(thing, part_id)}", page)


# Figures


def _only(one: Figure) -> tuple[str, Cell, tuple[str, ...]]:
    about = [one.reading.group, one.reading.part]
    said = " – ".join(filter(None, about))
    return said, _cell(sentences.when(one.when), one), parts.paragraphs(one.reading.note)


def _cell(head: str, one: Figure | None) -> Cell:
    if one is None:
        return Cell(head, "[x]", ())
    return Cell(head, sentences.figure(one), sentences.marked(one))


def _table(told: MeasureTold) -> FigureTable:
    """Return the figures as rows of groups; their columns are their parts, or else their times."""
    named = [row.part for row in told.rows if row.part]
    by_part = bool(named)
    heads = tuple(dict.fromkeys(named)) if by_part else tuple(map(_when, told.periods))
    times = told.periods if by_part else (None,)
    rows = tuple(
        row for when in times for row in (_by_part(told, when) if by_part else _by_time(told))
    )
    untimed = any(one.when is None for one in told.figures)
    heads += (sentences.NO_TIME,) if untimed and not by_part else ()
    when = _when(told.periods[0]) if len(told.periods) == 1 else ""
    caption = f"{told.measure.title}{f', {_as_at(told.periods[0])}' if when else ''}"
    return FigureTable(caption, _first(told), heads, rows)


def _as_at(when: Stretch) -> str:
    return f"{'as at ' if when.days == 1 else ''}{sentences.inside(when)}"


def _when(one: Stretch | None) -> str:
    return sentences.when(one)


def _first(told: MeasureTold) -> str:
    return "Group" if any(row.group for row in told.rows) else "Figures"


def _by_part(told: MeasureTold, when: Stretch | None) -> Iterator[FigureRow]:
    heads = tuple(dict.fromkeys(row.part for row in told.rows if row.part))
    for group in dict.fromkeys(row.group for row in told.rows):
        own = {
            row.part: one
            for row in told.rows
            if row.group == group
            for one in row.figures
            if one.when == when
        }
        if own:
            time = f", {_when(when)}" if len(told.periods) > 1 else ""
            yield FigureRow(
                title=f"{group or 'All'}{time}",
                cells=tuple(_cell(head, own.get(head)) for head in heads),
                notes=_notes(own.values()),
            )


def _by_time(told: MeasureTold) -> Iterator[FigureRow]:
    for row in told.rows:
        own = {one.when: one for one in row.figures}
        times: list[Stretch | None] = list(told.periods)
        times += [None] if any(one.when is None for one in told.figures) else []
        yield FigureRow(
            title=_row_title(row) or "All",
            cells=tuple(_cell(_when(when), own.get(when)) for when in times),
            notes=_notes(row.figures),
        )


def _row_title(row: Row) -> str:
    return " – ".join(filter(None, (row.group, row.part)))


def _notes(figures: Iterable[Figure]) -> tuple[str, ...]:
    """Return what is to be known of the figures of a row, each note once."""
    found = (
        text
        for one in figures
        for text in (
            *parts.paragraphs(one.reading.note),
            *([_WITHHELD] if one.withheld else []),
        )
    )
    return tuple(dict.fromkeys(found))


# What is said of a measure beside its figures


def _facts(record: ReportInFull, told: MeasureTold) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what counts, where the figures are from, and how they stand to what was done."""
    measure = told.measure
    yield "What counts", parts.paragraphs(measure.definition) or (_NO_DEFINITION,)
    if measure.definition_history:
        yield "What counted before", sentences.history(measure)
    yield "Kind", (labels.MEASURE_KINDS[measure.kind],)
    if measure.polarity or told.figures:
        polarity = labels.POLARITIES[measure.polarity] if measure.polarity else _NOT_STATED
        yield "Which way is better", (polarity,)
    if measure.frequency:
        yield "How often it is measured", (labels.FREQUENCIES[measure.frequency],)
    if told.source:
        yield "Where the figures come from", (told.source.title,)
    yield from _change_facts(record, measure)
    yield "Belongs to", tuple(_belongs(record, measure)) or (_NOT_STATED,)
    if measure.owners:
        yield "Who answers for it", tuple(record.role(one) for one in measure.owners)
    if measure.quality_note:
        yield "How good the figures are", parts.paragraphs(measure.quality_note)


def _change_facts(record: ReportInFull, measure: Measure) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield where a measure began, where it is to be, which way it has gone, and since what."""
    if measure.baseline:
        said = sentences.with_unit(measure.baseline.value, measure.unit)
        period = measure.baseline.period
        yield "Before the change", (f"{said}{f' ({period})' if period else ''}",)
    if measure.target:
        yield "To be reached", (wording.capital(sentences.goal(measure.target, measure.unit)),)
    if measure.trend:
        yield "Trend", (sentences.trend(measure.trend),)
    cause = attribution.attribution(measure.attribution, record.report)
    if cause:
        yield "Before or after the change", (cause,)


def _belongs(record: ReportInFull, measure: Measure) -> Iterator[str]:
    report = record.report
    for objective in report.objectives:
        if measure in report.measures_of(objective):
            yield f"Objective: {objective.text}"
    for benefit in report.benefits:
        if measure in report.measures_of(benefit):
            yield f"Benefit: {benefit.title}"
