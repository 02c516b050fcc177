"""Reports: what is said of a progress report, its figures, their changes and what they show."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.measures import NoPercent, Turn
from planboard.saying import labels
from planboard.saying.wording import and_list, by_the_end_of, counted, lower, number, span
from planboard.truth.model.report.readings import PER_CENT
from planboard.words.vocabulary.plans import TargetOperator
from planboard.words.vocabulary.reports import Attribution, BenefitStatus, Certainty, Marker, Trend

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.arithmetic.measures import Change, Figure, MeasureTold, ReportTold
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.measures import Direction, Goal, Measure
    from planboard.truth.model.report.readings import Outside, Stretch
    from planboard.truth.model.report.report import Report

__all__ = [
    "NO_TIME",
    "QUALIFIED",
    "briefly",
    "change",
    "figure",
    "goal",
    "history",
    "inside",
    "linked",
    "marked",
    "markers_key",
    "measured",
    "not_assessed",
    "outside",
    "rounded",
    "summary",
    "too_short",
    "trend",
    "when",
    "with_unit",
    "worded",
]

_ASSESSED: Final = frozenset(
    {BenefitStatus.REALISED, BenefitStatus.MIXED, BenefitStatus.NOT_REALISED}
)
NO_TIME: Final = "Time not stated"
"""What stands where a figure has neither a day nor a period."""

QUALIFIED: Final = {
    Certainty.ABOUT: "about",
    Certainty.OVER: "over",
    Certainty.UNDER: "under",
    Certainty.AT_LEAST: "at least",
    Certainty.AT_MOST: "at most",
}
"""What stands before a figure that is not exact."""
_OPERATORS: Final = {
    TargetOperator.AT_LEAST: "at least {}",
    TargetOperator.AT_MOST: "at most {}",
    TargetOperator.EXACTLY: "exactly {}",
    TargetOperator.CHANGE_BY: "a change of {}",
    TargetOperator.PERCENT_CHANGE: "a change of {}%",
}
_NO_PERCENT: Final = {
    NoPercent.SMALL_BASE: "No change in per cent is given, because the figure before is small.",
    NoPercent.OVERLAP: "No change in per cent is given, because the two periods overlap.",
    NoPercent.UNEQUAL: (
        "No change in per cent is given, because the two periods differ in length."
    ),
    NoPercent.UNKNOWN: (
        "No change in per cent is given, because it is not known which days a period covers."
    ),
    NoPercent.POINTS: "",
}


def summary(record: ReportInFull, told: ReportTold) -> str:
    """Return the one true sentence on a report: what became of the benefits it was to bring.

    ``1 of 6 benefits is realised, 2 are mixed and 1 is not realised; 2 are unclear.`` It says
    first that this is a reading of marks, where that is so.
    """
    benefits = record.report.benefits
    if not benefits:
        return measured(told)
    said = _realised(len(benefits), told)
    if not any(one.inferred for one in benefits):
        return said
    return f"By our reading of the slide’s marks, {lower(said)}"


def _realised(total: int, told: ReportTold) -> str:
    names = "benefit" if total == 1 else "benefits"
    numbers: dict[BenefitStatus, int] = {one: many for one, many in told.benefits if many}
    known = [one for one in numbers if one in _ASSESSED]
    open_still = [one for one in numbers if one not in _ASSESSED]
    if total == 1:
        return f"The only benefit is {_status(next(iter(numbers)))}."
    if len(numbers) == 1:
        return f"All {number(total)} {names} are {_status(next(iter(numbers)))}."
    first, *rest = known or [open_still.pop(0)]
    opening = f"{number(numbers[first])} of {number(total)} {names} {_is(numbers[first])}"
    stand = [f"{opening} {_status(first)}", *(_standing(numbers[one], one) for one in rest)]
    left = [_standing(numbers[one], one) for one in open_still]
    return "; ".join(filter(None, (and_list(stand), and_list(left)))) + "."


def linked(report: Report) -> str:
    """Return how many objectives and benefits there are, and of how many the links are stated."""
    opening = (
        f"{counted(len(report.objectives), 'objective')} and "
        f"{counted(len(report.benefits), 'benefit')}"
    )
    lacking = sum(not one.benefits for one in report.objectives)
    if not lacking:
        return f"{opening}."
    of = "1 objective" if lacking == 1 else f"{number(lacking)} of the objectives"
    return f"{opening}. For {of} it is not stated to which benefit it leads."


def worded(report: Report) -> str:
    """Return how many objectives keep their wording throughout the report (R101)."""
    changed = sum(bool(one.variants) for one in report.objectives)
    total = len(report.objectives)
    if not changed:
        return ""
    return (
        f"The wording is the same throughout for {number(total - changed)} of {number(total)} "
        f"objectives; {number(changed)} {'is' if changed == 1 else 'are'} worded in two ways."
    )


def measured(told: ReportTold) -> str:
    """Return of how many measures there are figures, and how they are to be read."""
    total = len(told.measures)
    if not total:
        return "This report has no benefits and no measures."
    with_figures = sum(one.has_figures for one in told.measures)
    names = "measure has" if total == 1 else "measures have"
    opening = f"{number(with_figures)} of {number(total)} {names} published figures."
    if not told.without_counts:
        return opening
    figures = counted(told.without_counts, "published figure")
    return f"{opening} Of how many is not stated for {figures} in per cent."


def not_assessed(report: Report) -> str:
    """Return for how many measures the report does not say what their change comes from."""
    left = sum(one.attribution.relation is Attribution.NOT_ASSESSED for one in report.measures)
    if not left:
        return ""
    names = "1 measure" if left == 1 else f"{number(left)} measures"
    return f"For {names} the report does not say whether what was done had a part in it."


def _standing(how_many: int, status: BenefitStatus) -> str:
    return f"{number(how_many)} {_is(how_many)} {_status(status)}"


def _status(status: BenefitStatus) -> str:
    return lower(labels.BENEFIT_STATUSES[status])


def _is(how_many: int) -> str:
    return "is" if how_many == 1 else "are"


# Figures


def figure(one: Figure) -> str:
    """Return what a figure says, as published, with its qualifier and its counts.

    ``over 50%``, ``59% (10 of 17)``, ``60–70 officers``; the marker where there is none.
    """
    reading = one.reading
    instead = reading.in_place
    if instead is not None:
        return f"[{instead.value}]"
    said = _as_published(one)
    if reading.numerator is None or reading.denominator is None:
        return said
    counts = f"{number(reading.numerator)} of {number(reading.denominator)}"
    if not said:
        return counts if one.unit in {None, PER_CENT} else f"{counts} {one.unit}"
    return said if counts in said else f"{said} ({counts})"


def _as_published(one: Figure) -> str:
    reading = one.reading
    qualifier = QUALIFIED.get(reading.qualifier, "")
    if reading.value is not None:
        # a figure such as "over 50%" may never stand there as 50% (R196)
        bare = qualifier and reading.value[:1].isdigit()
        return f"{qualifier} {reading.value}" if bare else reading.value
    if reading.ends is None:
        return ""
    low, high = reading.ends
    said = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"{qualifier} {with_unit(said, one.unit)}".strip()


def with_unit(value: Decimal | str, unit: str | None) -> str:
    """Return a figure with its unit: ``74.2%``, ``400 posts``."""
    said = value if isinstance(value, str) else number(value)
    return f"{said}{'' if unit in {None, PER_CENT} else ' '}{unit or ''}"


def marked(one: Figure) -> tuple[str, ...]:
    """Return what stands beside a figure: its markers, and that it was worked out (R178)."""
    instead = one.reading.in_place
    beside = [mark for mark in one.markers if mark is not instead]
    base = one.reading.lacks_base(one.unit)
    return (
        *(
            f"base not stated [{mark.value}]"
            if base and mark is Marker.UNRELIABLE
            else f"[{mark.value}]"
            for mark in beside
        ),
        *(["derived"] if one.reading.derived else []),
        *(
            [f"was {with_unit(number(one.reading.revised_from), one.unit)}"]
            if one.reading.revised_from is not None
            else []
        ),
    )


def briefly(one: Figure) -> str:
    """Return a figure with its markers alone, for a chart that has their key: ``57% [u]``."""
    instead = one.reading.in_place
    beside = [f"[{mark.value}]" for mark in one.markers if mark is not instead]
    return " ".join((figure(one), *beside))


def markers_key(figures: Iterable[Figure]) -> tuple[tuple[str, str], ...]:
    """Return the key of the markers that some of ``figures`` carry, and no other."""
    used = {mark for one in figures for mark in one.markers}
    return tuple(
        (f"[{mark.value}]", meaning) for mark, meaning in labels.MARKERS.items() if mark in used
    )


def when(stretch: Stretch | None) -> str:
    """Return the day or the period of a figure: ``3 July 2017``, ``2016/17``."""
    if stretch is None:
        return NO_TIME
    if stretch.title:
        return stretch.title
    return span(stretch.span) if stretch.span else NO_TIME


def inside(stretch: Stretch | None) -> str:
    """Return the same for use inside a sentence: ``the staff survey``."""
    said = when(stretch)
    return lower(said) if said.startswith("The ") else said


def change(one: Change) -> str:
    """Return how a figure differs from an earlier one, with both (R170, R203).

    ``down 10 (better): 10% less in 2016/17 than in 2015/16, 90 after 100.``
    """
    before, after = figure(one.before), figure(one.after)
    now, then = inside(one.after.when), inside(one.before.when)
    numbers = f"{after} after {before}"
    if one.turn is Turn.SAME:
        return f"no change in {now} on {then}, {numbers}."
    way = "up" if one.difference > 0 else "down"
    points = one.no_percent is NoPercent.POINTS
    by = f"{_plain(abs(one.difference))}{' percentage points' if points else ''}"
    verdict = f" ({one.turn.value})" if one.turn in {Turn.BETTER, Turn.WORSE} else ""
    if one.percent is not None:
        share = f"{rounded(abs(one.percent))}%"
        than = "more" if one.difference > 0 else "less"
        return f"{way} {by}{verdict}: {share} {than} in {now} than in {then}, {numbers}."
    why = f" {_NO_PERCENT[one.no_percent]}" if one.no_percent and not points else ""
    return f"{way} {by}{verdict} in {now} on {then}, {numbers}.{why}"


def rounded(percent: Decimal) -> str:
    """Return per cent without decimals, half of one upwards; under one they are kept."""
    whole = percent.quantize(Decimal(1), ROUND_HALF_UP)
    return number(whole or percent.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _plain(value: Decimal) -> str:
    return number(int(value)) if value == int(value) else number(value)


# What is said of a measure as a whole


def goal(one: Goal, unit: str | None) -> str:
    """Return a target in words: ``at least 90% by the end of March 2018``."""
    percent = one.operator is TargetOperator.PERCENT_CHANGE
    said = _OPERATORS[one.operator].format(
        number(one.value) if percent else with_unit(one.value, unit)
    )
    return f"{said} {by_the_end_of(one.by)}" if one.by else said


def trend(one: Direction) -> str:
    """Return which way a measure has gone, and how that was worked out (R117)."""
    since = f" since {span(one.since)}" if one.since else ""
    method = one.method or "The report does not say how this was worked out."
    return f"{labels.TRENDS[one.direction]}{since}. {method}"


def history(measure: Measure) -> tuple[str, ...]:
    """Return what counted from when on, oldest first (R198)."""
    return tuple(
        f"{f'From {span(one.on)}: ' if one.on else ''}{' '.join(one.text.split())}"
        for one in measure.definition_history
    )


def too_short(told: MeasureTold) -> str:
    """Return the caution against a trend that is claimed on less than a year of figures."""
    if not told.too_short or told.measure.trend is None:
        return ""
    goes = "rise" if told.measure.trend.direction is Trend.UP else "fall"
    return (
        f"The figures cover less than 12 months, so the {goes} may be no more than a season: no "
        "trend can be told from them yet."
    )


def outside(found: Outside, unit: str | None) -> str:
    """Return the caveat of a figure of a whole that its parts do not allow (R113)."""
    total = found.whole
    said = with_unit(total.number or Decimal(0), unit)
    if found.low == found.high:
        return (
            f"{said} for {total.group} is not {with_unit(found.low, unit)}, the sum of "
            "the groups shown: others are counted as well, or a figure is wrong."
        )
    return (
        f"{said} for {total.group} lies outside {with_unit(found.low, unit)} to "
        f"{with_unit(found.high, unit)}, the figures of the groups shown: others are "
        "counted as well, or a figure is wrong."
    )
