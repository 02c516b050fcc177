"""Measure charts: the chart of one measure, which never stands without its caveats."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.charts import figures
from planboard.saying.sentences import reports as sentences
from planboard.saying.views import kinds, parts
from planboard.saying.views.drawn import About, Head
from planboard.saying.views.parts import Link
from planboard.saying.views.report import allocation
from planboard.truth.model.report.readings import PER_CENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from planboard.arithmetic.measures import Figure, MeasureTold, Row
    from planboard.saying.views.drawn import ChartView
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.improvement import Intervention
    from planboard.truth.model.report.readings import Stretch

__all__ = ["FILE", "cautions", "chart", "shows_all"]

FILE: Final = "measures.csv"
"""The file of all figures beside the page of their report."""
_MISSING: Final = "[x]"
_TWO: Final = 2
_HUNDRED: Final = 100


def cautions(told: MeasureTold) -> tuple[str, ...]:
    """Return what must be known of the figures, beside the caveats of the report."""
    measure = told.measure
    found = (
        *(sentences.outside(one, one.whole.unit or measure.unit) for one in told.outside),
        allocation.areas_note(told.apart),
        sentences.too_short(told),
        *(parts.paragraphs(told.source.limits) if told.source else ()),
    )
    return tuple(filter(None, found))


def chart(
    record: ReportInFull, told: MeasureTold, page: str, sizes: Mapping[str, int], anchor: str
) -> ChartView | None:
    """Return the chart of a measure, None where it has too few figures of one kind to compare.

    Three periods or more are a line, two are pairs; at one time its groups are ranked, or stand in
    pairs where the measure has two parts. What is withheld or missing is said, and never drawn.
    """
    rows = _comparable(told)
    if not any(len(_numbers(row)) for row in rows):
        return None
    about = _about(record, told, page, sizes, anchor)._replace(largest=_largest(told, rows))
    if told.over_time:
        return _over_time(record, told, rows, about)
    known = [row for row in rows if any(not one.reading.derived for one in _known(row))]
    part_names = tuple(dict.fromkeys(row.part for row in known))
    published = [row for row in rows if row.part in part_names]
    if len(told.periods) == _TWO and not any(part_names):
        return _two_periods(told, published, about)
    if len(told.periods) > 1:
        return None
    if len(part_names) == _TWO:
        return _two_parts(told, published, (part_names[0], part_names[1]), about)
    return _ranked(told, published, about) if not any(part_names) else None


def shows_all(told: MeasureTold, view: ChartView | None) -> bool:
    """Return whether the table of a chart has every figure, so that no other is needed."""
    if view is None:
        return False
    rows = _comparable(told)
    alike = len(rows) == len(told.rows) and not any(row.part for row in rows)
    untimed = len({one.when for one in told.figures}) > len(told.periods)
    return alike and (not untimed or not told.periods)


def _comparable(told: MeasureTold) -> list[Row]:
    """Return the rows whose figures have the unit of the measure and can be drawn from zero."""
    return [
        row
        for row in told.rows
        if row.unit == told.measure.unit and all(one >= 0 for one in _numbers(row))
    ]


def _numbers(row: Row) -> list[Decimal]:
    return [one.number for one in row.figures if one.number is not None]


def _about(
    record: ReportInFull, told: MeasureTold, page: str, sizes: Mapping[str, int], anchor: str
) -> About:
    """Return what is said around the chart, its caveats with it (R009, R115)."""
    measure = told.measure
    key = "; ".join(f"{mark} {meaning}" for mark, meaning in sentences.markers_key(told.figures))
    caveats = [" ".join(parts.paragraphs(one.text)) for one in told.caveats]
    own = [
        f"{_name(row)}: {text}"
        for row in told.rows
        for one in row.figures
        for text in parts.paragraphs(one.reading.note)
    ]
    return About(
        anchor=anchor,
        title=measure.title,
        sentence=f"{measure.title}{_time(told)}.{f' Key: {key}.' if key else ''}",
        caption=measure.title,
        first="Group",
        noun=wording.capital(measure.unit) if measure.unit else measure.title,
        csv=parts.figures_file(record, page, FILE, sizes),
        source=parts.origin(record, page),
        notes=(*own, *(f"Caveat: {text}" for text in (*cautions(told), *caveats))),
    )


def _time(told: MeasureTold) -> str:
    times = told.periods
    if not times:
        return ""
    if len(times) == 1:
        return f", {'as at ' if times[0].days == 1 else ''}{sentences.inside(times[0])}"
    return f", {sentences.inside(times[0])} to {sentences.inside(times[-1])}"


def _words(one: Figure | None) -> str:
    return _MISSING if one is None else sentences.briefly(one)


def _name(row: Row) -> str:
    return " – ".join(filter(None, (row.group, row.part))) or "All"


def _ranked(told: MeasureTold, rows: Sequence[Row], about: About) -> ChartView | None:
    """Return the groups of one time, the largest figure first."""
    known = [row for row in rows if _numbers(row)]
    if len(known) < _TWO:
        return None
    numbers = [row.figures[-1].number for row in rows]
    about = _titled(told, about, f"{about.title}: {_spread(known, told.measure.whole)}")
    things = [Link(_name(row), "") for row in rows]
    view = kinds.ranking(about, things, numbers)
    said = view.saying({(_name(row), about.noun): _words(row.figures[-1]) for row in rows})
    return _without_ranks(said) if told.measure.message else said


def _without_ranks(view: ChartView) -> ChartView:
    """Return a chart of groups that overlap or differ in kind, so that none is before another."""
    parts_of = tuple(
        replace(part, rows=tuple(replace(row, numbers=row.numbers[1:]) for row in part.rows))
        for part in view.table.parts
    )
    return replace(view, table=replace(view.table, heads=view.table.heads[1:], parts=parts_of))


def _two_parts(
    told: MeasureTold, rows: Sequence[Row], names: tuple[str, str], about: About
) -> ChartView | None:
    """Return two bars for each group, one for each part of the measure."""
    groups = tuple(dict.fromkeys(row.group for row in rows))
    found = {(row.group, row.part): row.figures[-1] for row in rows}
    if len(groups) < _TWO:
        return None
    known = [row for row in rows if row.part == names[0] and _numbers(row)]
    title = f"{names[0]}: {_spread(known, told.measure.whole)}" if known else about.title
    return _paired(groups, names, found, _titled(told, about, title))


def _spread(known: Sequence[Row], whole: str | None) -> str:
    """Return the least and the most of the groups; a whole stands apart from its parts."""
    ordered = sorted(known, key=lambda row: _numbers(row)[-1])
    parts_of = [row for row in ordered if row.group != whole] or ordered
    ends = dict.fromkeys((_extreme(parts_of[0]), _extreme(parts_of[-1])))
    rest = (_extreme(row) for row in ordered if row not in parts_of)
    return "; ".join((" to ".join(ends), *rest))


def _extreme(row: Row) -> str:
    return f"{sentences.figure(row.figures[-1])} ({row.group or 'All'})"


def _titled(told: MeasureTold, about: About, title: str) -> About:
    """Return ``about`` with the message of the measure, or else with this ``title``."""
    return about._replace(title=told.measure.message or title)


def _largest(told: MeasureTold, rows: Sequence[Row]) -> int | None:
    """Return where the scale of per cent ends, so that a bar shows a share of its whole row."""
    if told.measure.unit != PER_CENT:
        return None
    return _HUNDRED if all(one <= _HUNDRED for row in rows for one in _numbers(row)) else None


def _paired(
    groups: Sequence[str],
    names: tuple[str, str],
    found: Mapping[tuple[str, str], Figure],
    about: About,
) -> ChartView:
    first, second = ([found.get((group, name)) for group in groups] for name in names)
    before, after = ([one.number if one else None for one in each] for each in (first, second))
    view = kinds.pairs(about, groups, names, before, after)
    table = view.table
    view = replace(view, table=replace(table, heads=(*table.heads[:_TWO], Head("Difference"))))
    words = {
        (group, name): _words(one)
        for name, column in zip(names, (first, second), strict=True)
        for group, one in zip(groups, column, strict=True)
    }
    missing = {
        (group, "Difference"): _MISSING
        for group, was, now in zip(groups, first, second, strict=True)
        if was is None or now is None or was.number is None or now.number is None
    }
    return view.saying({**words, **missing})


def _two_periods(told: MeasureTold, rows: Sequence[Row], about: About) -> ChartView | None:
    """Return two bars for each group, one for each of two periods."""
    names = (sentences.when(told.periods[0]), sentences.when(told.periods[1]))
    found = {
        (_name(row), sentences.when(one.when)): one
        for row in rows
        for one in row.figures
        if one.when
    }
    compared = [row for row in rows if len(_numbers(row)) == _TWO]
    if not compared:
        return None
    title = f"{about.title}: {names[0]} and {names[1]}"
    about = _titled(told, about, title)
    return _paired([_name(row) for row in rows], names, found, about)


def _over_time(
    record: ReportInFull, told: MeasureTold, rows: Sequence[Row], about: About
) -> ChartView:
    """Return a line for each group over all periods, with what was done marked in words (R116)."""
    done = [one for one in record.report.interventions if one.on]
    labels = [_period(when, done) for when in told.periods]
    named, words = [], {}
    for row in rows:
        own = {one.when: one for one in row.figures}
        figures_of = [own.get(when) for when in told.periods]
        named.append((_name(row), [one.number if one else None for one in figures_of]))
        for label, one in zip(labels, figures_of, strict=True):
            words[label, _name(row)] = _words(one)
    about = _titled(told, about, _from_to(told, rows, about))._replace(first="Period")
    if len(rows) > figures.MOST_SERIES:
        swapped = {(name, label): said for (label, name), said in words.items()}
        return kinds.multiples(about._replace(first="Group"), labels, named).saying(swapped)
    target = told.measure.target.value if told.measure.target else None
    baseline = told.measure.baseline.value if told.measure.baseline else None
    return kinds.line(about, labels, named, target, baseline).saying(words)


def _period(when: Stretch, done: Sequence[Intervention]) -> str:
    """Return what a period is called, and what was done in it."""
    inside = [
        one.title
        for one in done
        if one.on and when.first and when.last and when.first <= one.on.first <= when.last
    ]
    return f"{sentences.when(when)}{f' ({wording.and_list(inside)})' if inside else ''}"


def _from_to(told: MeasureTold, rows: Sequence[Row], about: About) -> str:
    """Return the title of a line: from which figure it goes to which, and not what that means."""
    known = [one for one in _known(rows[0]) if one.when] if len(rows) == 1 else []
    if len(known) < _TWO:
        return f"{about.title}{_time(told)}"
    first, last = known[0], known[-1]
    return (
        f"{about.title}: from {sentences.figure(first)} in {sentences.when(first.when)} to "
        f"{sentences.figure(last)} in {sentences.when(last.when)}"
    )


def _known(row: Row) -> Iterator[Figure]:
    return (one for one in row.figures if one.number is not None)
