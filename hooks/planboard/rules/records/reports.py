"""Reports: what must hold between the figures of a progress report, and in what it claims."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from planboard.rules.records import published, reports_evidence
from planboard.truth.model.report import readings
from planboard.truth.model.report.readings import IN_PLACE, PER_CENT
from planboard.words.problems import Level, Problem, quoted
from planboard.words.vocabulary.reports import Attribution, Certainty, Marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.report.measures import Measure
    from planboard.truth.model.report.readings import Period, Reading
    from planboard.truth.model.report.report import Report

__all__ = ["check"]

_FIGURE: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SIGNIFICANT: Final = re.compile(r"\bsignificant(ly)?\b", re.IGNORECASE)
_CAUSED: Final = re.compile(r"\bcaus(ed|es)\b", re.IGNORECASE)
_Told = tuple["Path", str, str]
"""A place in a reading, the code of what is wrong there, and the complaint."""


def check(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield a complaint for each figure that contradicts itself, and each claim without proof."""
    yield from published.after_as_at(entry, _days(entry.record))
    yield from _figures(entry)
    yield from _claims(entry)
    yield from reports_evidence.check(entry)


def _days(report: Report) -> Iterator[tuple[Path, date]]:
    """Yield each day on which something was so; a forecast speaks of a day to come."""
    for index, one in enumerate(report.observations):
        if one.as_at and Marker.FORECAST not in one.marker:
            yield ("observations", index, "as_at"), one.as_at
    for index, measure in enumerate(report.measures):
        if measure.trend and measure.trend.since:
            yield ("measures", index, "trend", "since"), measure.trend.since.first


def _figures(entry: Entry[Report]) -> Iterator[Problem]:
    report = entry.record
    measures = {one.id: one for one in report.measures}
    periods = {one.id: one for one in report.periods}
    seen: dict[tuple[object, ...], int] = {}
    for index, one in enumerate(report.observations):
        at: Path = ("observations", index)
        unit = one.unit or (measures[one.measure].unit if one.measure in measures else None)
        for inner, code, message in (
            *_shape(one),
            *_time(one, periods),
            *_numbers(one, unit),
        ):
            yield Problem(Level.ERROR, code, entry.places.place((*at, *inner)), message)
        about = (one.measure, one.group, one.part, one.period, one.as_at, unit)
        if about in seen:
            line = entry.places.place(("observations", seen[about])).line
            yield Problem(
                Level.ERROR,
                "figure-twice",
                entry.places.place(at),
                f"There is a figure of this measure, group and time already (line {line}). Delete "
                "one of the two, or say under part what each of them is.",
            )
        seen.setdefault(about, index)
        yield from _withheld(entry, at, one, measures.get(one.measure))


def _shape(one: Reading) -> Iterator[_Told]:
    """Yield what is wrong with which keys are given."""
    figures = (one.value, one.number, one.low, one.high, one.numerator)
    has_figure = any(each is not None for each in figures)
    instead = [mark for mark in one.marker if mark in IN_PLACE]
    if not has_figure and not instead:
        yield (
            (),
            "no-figure",
            (
                "There is no figure here. Give one, or say with a marker why there is none: c "
                "withheld, x not available, z not applicable, w none recorded."
            ),
        )
    if has_figure and instead:
        yield (
            ("marker",),
            "figure-withheld",
            (
                f"The marker {instead[0].value} says that there is no figure, but there is one. "
                "Take out the marker or the figure; if it is to be withheld, the figure."
            ),
        )
    if (one.low is None) != (one.high is None):
        yield (
            ("low" if one.low is not None else "high",),
            "half-range",
            ("A range has two ends. Write both low and high, or number alone."),
        )
    if one.low is not None and one.number is not None:
        yield (
            ("number",),
            "number-and-range",
            ("There is a number and a range. Keep number, or low and high."),
        )
    if one.low is not None and one.high is not None and one.low > one.high:
        yield ("low",), "range-backwards", "The range ends below its beginning. Swap low and high."
    if one.qualifier is Certainty.RANGE and one.low is None:
        yield ("qualifier",), "half-range", "A range needs its two ends. Write low and high."
    if one.qualifier is Certainty.QUOTE:
        yield (
            ("qualifier",),
            "figure-from-a-quote",
            (
                "This figure was said by somebody, and nobody measured it. Delete this row, and "
                "put the words with the quotes."
            ),
        )


def _time(one: Reading, periods: Mapping[str, Period]) -> Iterator[_Told]:
    if one.period is not None and one.as_at is not None:
        yield (
            ("as_at",),
            "two-times",
            ("A figure is true of a period or on a day. Keep period or as_at, not both."),
        )
    try:
        readings.stretch(one, periods)
    except ValueError as error:
        yield (
            ("period",),
            "unknown-period",
            (
                f"The period {quoted(one.period or '')} is not among the periods of this report. "
                f"{error}"
            ),
        )


def _numbers(one: Reading, unit: str | None) -> Iterator[_Told]:
    """Yield what is wrong between the numbers of one reading."""
    if (one.numerator is None) != (one.denominator is None):
        known = "numerator" if one.numerator is not None else "denominator"
        yield (
            (known,),
            "half-share",
            ("A share has two counts. Write both numerator and denominator, or neither."),
        )
    elif one.numerator is not None and one.denominator is not None:
        if one.numerator > one.denominator:
            yield (
                ("numerator",),
                "share-above-whole",
                (f"{one.numerator} of {one.denominator} is more than all. Correct one of them."),
            )
        elif not one.denominator:
            yield (
                ("denominator",),
                "share-of-nothing",
                ("A share of 0 is no share. Correct the denominator, or take both counts out."),
            )
    if not one.counts_agree(unit) and one.share is not None:
        yield (
            ("number",),
            "share-differs",
            (
                f"{one.numerator} of {one.denominator} is {_short(one.share)}%, but number says "
                f"{one.number}%. Correct the number or the counts."
            ),
        )
    found = [Decimal(each.replace(",", "")) for each in _FIGURE.findall(one.value or "")]
    stated = {abs(each) for each in (one.number, one.low, one.high) if each is not None}
    if found and stated - set(found):
        yield (
            ("value",),
            "value-differs",
            (
                f"The value reads {quoted(one.value or '')}, but its number is "
                f"{' to '.join(str(each) for each in sorted(stated))}. Correct one of them."
            ),
        )
    if one.ends is None and unit == PER_CENT and found and one.qualifier is not Certainty.EXACT:
        yield (
            ("value",),
            "value-without-number",
            ("Give the figure as a number too, so that it can be shown with its qualifier."),
        )


def _short(share: Decimal) -> str:
    return f"{share:.1f}".removesuffix(".0")


def _withheld(
    entry: Entry[Report], at: Path, one: Reading, measure: Measure | None
) -> Iterator[Problem]:
    if measure and readings.rests_on_fewer(one, measure.unit, measure.suppress_below):
        yield Problem(
            Level.WARNING,
            "figure-to-withhold",
            entry.places.place(at),
            f"This figure rests on fewer than {measure.suppress_below}, so the page shows [c] in "
            "its place. Take the figure out of this file as well, and write the marker c.",
        )


def _claims(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield a warning for each claim that what was measured does not bear (R116, R117)."""
    report = entry.record
    texts: list[tuple[Path, str | None, bool, bool]] = [
        (("measures", index, *inner), text, bool(one.trend and one.trend.method), proved)
        for index, one in enumerate(report.measures)
        for proved in (one.attribution.relation is Attribution.CAUSED,)
        for inner, text in (
            (("headline",), one.headline),
            (("quality_note",), one.quality_note),
            (("attribution", "text"), one.attribution.text),
        )
    ]
    texts += [
        (("findings", index, "text"), one.text, False, proved)
        for index, one in enumerate(report.findings)
        for cause in (one.attribution,)
        for proved in (cause is not None and cause.relation is Attribution.CAUSED,)
    ]
    for path, text, has_method, proved in texts:
        if text and _SIGNIFICANT.search(text) and not has_method:
            yield _warning(
                entry,
                path,
                "significant",
                'A change is called significant, but it is not said by which method. Add "method" '
                "under trend, or say how large the change is instead.",
            )
        if text and _CAUSED.search(text) and not proved:
            yield _warning(
                entry,
                path,
                "caused",
                "One thing is said to have caused another. Say so under attribution, with the "
                "reference that shows it, or write that it came before, after or together with it.",
            )


def _warning(entry: Entry[Report], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.WARNING, code, entry.places.place(path), message)
