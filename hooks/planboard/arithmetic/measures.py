"""Measures: the only room that compares the figures of a report, and counts its benefits."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from planboard.truth.model.report import readings
from planboard.truth.model.report.allocation import counted_apart
from planboard.truth.model.report.readings import PER_CENT
from planboard.words.vocabulary.reports import (
    BenefitStatus,
    Certainty,
    FindingKind,
    Frequency,
    Marker,
    Polarity,
    Trend,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.allocation import Area
    from planboard.truth.model.report.benefits import PlanPriority
    from planboard.truth.model.report.evidence import Finding
    from planboard.truth.model.report.measures import DataSource, Measure
    from planboard.truth.model.report.readings import Outside, Period, Reading, Stretch

__all__ = [
    "Change",
    "Figure",
    "MeasureTold",
    "NoPercent",
    "ReportTold",
    "Row",
    "Turn",
    "of_report",
]

_A_YEAR: Final = 365
"""So many days of figures are needed before a trend is more than a season."""
_MOST_APART: Final = 10
"""By how many per cent two periods may differ in length and still be compared."""
_FEWEST_OVER_TIME: Final = 3
_FEWEST_TO_COMPARE: Final = 2
_GOES_ONE_WAY: Final = frozenset({Trend.UP, Trend.DOWN})
_KNOWS_NO_SEASON: Final = frozenset({Frequency.YEARLY, Frequency.ONCE})


class Turn(StrEnum):
    """What a change means, as far as it is known whether more is better."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEITHER = "neither"
    """It went up or down, and that is neither better nor worse."""


class NoPercent(StrEnum):
    """Why a change is not said in per cent."""

    SMALL_BASE = "small_base"
    OVERLAP = "overlap"
    UNEQUAL = "unequal"
    UNKNOWN = "unknown"
    """The days of a period are not known."""
    POINTS = "points"
    """The figures are per cent themselves: they differ by so many points."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One reading, with its unit, its days, and the markers that it carries.

    ``withheld`` is true where the rules of its measure do not allow to publish it; its ``reading``
    then holds no figure any more.
    """

    reading: Reading
    unit: str | None
    when: Stretch | None
    markers: tuple[Marker, ...]
    withheld: bool = False

    @property
    def number(self) -> Decimal | None:
        """What it says as one number, if it is one and can be shown."""
        return self.reading.number

    @property
    def says_a_number(self) -> bool:
        """Whether it has a number in it: a word such as ``most`` is no figure."""
        reading = self.reading
        has = reading.ends is not None or reading.numerator is not None
        return has or any(letter.isdigit() for letter in reading.value or "")

    @property
    def first(self) -> date | None:
        """The first of its days, where they are known."""
        return self.when.first if self.when else None

    @property
    def last(self) -> date | None:
        """The last of its days, where they are known."""
        return self.when.last if self.when else None


@dataclass(frozen=True, slots=True)
class Change:
    """How one figure differs from an earlier one of the same kind.

    ``percent`` is None for the reason that ``no_percent`` gives.
    """

    before: Figure
    after: Figure
    difference: Decimal
    percent: Decimal | None
    no_percent: NoPercent | None
    turn: Turn


@dataclass(frozen=True, slots=True)
class Row:
    """All figures of one group of a measure, and of one part where it has parts."""

    group: str
    part: str
    unit: str | None
    figures: tuple[Figure, ...]
    change: Change | None


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """One measure with all that may be said of it.

    ``caveats`` are those of the measure and of its source; ``outside`` are figures of a whole that
    its parts do not allow; ``apart`` are the ways in which the report counts the areas of it.
    ``too_short`` is true where a trend is claimed on less than a year of figures.
    """

    measure: Measure
    source: DataSource | None
    rows: tuple[Row, ...]
    caveats: tuple[Finding, ...]
    outside: tuple[Outside, ...]
    priorities: tuple[PlanPriority, ...]
    apart: tuple[Area, ...]
    too_short: bool

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All its figures, row by row."""
        return tuple(one for row in self.rows for one in row.figures)

    @property
    def has_figures(self) -> bool:
        """Whether any figure of it is published, be it withheld here or not."""
        return any(one.withheld or one.says_a_number for one in self.figures)

    @property
    def over_time(self) -> bool:
        """Whether it has figures of three periods or more to draw a line through."""
        return len(self.periods) >= _FEWEST_OVER_TIME

    @property
    def periods(self) -> tuple[Stretch, ...]:
        """The stretches of time of its figures, the earliest first, those without days last."""
        found = dict.fromkeys(one.when for one in self.figures if one.when)
        return tuple(sorted(found, key=_earliest_first))


@dataclass(frozen=True, slots=True)
class ReportTold:
    """All verdicts on the figures and benefits of one report, at the end of its as-at day."""

    day: date
    measures: tuple[MeasureTold, ...]
    benefits: tuple[tuple[BenefitStatus, int], ...]

    @property
    def without_counts(self) -> int:
        """How many published figures in per cent do not say of how many (R120)."""
        return sum(
            one.reading.lacks_base(one.unit) and not one.reading.derived
            for told in self.measures
            for one in told.figures
        )


def of_report(record: ReportInFull, smallest_base: Decimal) -> ReportTold:
    """Return all verdicts on the figures and the benefits of one report.

    ``smallest_base`` is what a change in per cent needs to rest on, unless a measure says else.
    """
    report = record.report
    statuses = Counter(one.status for one in report.benefits)
    return ReportTold(
        day=report.as_at.last,
        measures=tuple(_measure(record, one, smallest_base) for one in report.measures),
        benefits=tuple((one, statuses[one]) for one in BenefitStatus),
    )


def _measure(record: ReportInFull, measure: Measure, smallest_base: Decimal) -> MeasureTold:
    report = record.report
    placed = [
        (index, one) for index, one in enumerate(report.observations) if one.measure == measure.id
    ]
    periods = {one.id: one for one in report.periods}
    figures = [_figure(measure, one, periods) for _, one in placed]
    known = [(index, one.reading) for (index, _), one in zip(placed, figures, strict=True)]
    base = smallest_base if measure.smallest_base is None else measure.smallest_base
    sources = {one.id: one for one in report.data_sources}
    source = sources.get(measure.source or "")
    found = tuple(_rows(measure, figures, base))
    return MeasureTold(
        measure=measure,
        source=source,
        rows=found,
        caveats=_caveats(report.findings, (*(source.caveats if source else ()), *measure.caveats)),
        outside=tuple(readings.outside(measure.whole, known, measure.unit)),
        priorities=_priorities(record, measure),
        apart=_apart(report.areas, measure),
        too_short=_too_short(measure, figures),
    )


def _figure(measure: Measure, reading: Reading, periods: Mapping[str, Period]) -> Figure:
    unit = reading.unit or measure.unit
    kept = readings.shown(reading, measure.unit, measure.suppress_below)
    added = [Marker.UNRELIABLE] if kept.lacks_base(unit) else []
    return Figure(
        reading=kept,
        unit=unit,
        when=readings.stretch(reading, periods),
        markers=tuple(dict.fromkeys((*kept.marker, *added))),
        withheld=kept is not reading,
    )


def _rows(measure: Measure, figures: Iterable[Figure], base: Decimal) -> Iterator[Row]:
    """Yield the figures of each group and part in the order of the file, each in time order."""
    found: dict[tuple[str, str, str | None], list[Figure]] = {}
    for one in figures:
        key = (one.reading.group or "", one.reading.part or "", one.unit)
        found.setdefault(key, []).append(one)
    for (group, part, unit), own in found.items():
        own.sort(key=lambda one: _earliest_first(one.when))
        yield Row(group, part, unit, tuple(own), _latest_change(measure, own, base))


def _earliest_first(when: Stretch | None) -> tuple[bool, int, int]:
    if when is None or when.last is None or when.first is None:
        return True, 0, 0
    return False, when.last.toordinal(), when.first.toordinal()


def _latest_change(measure: Measure, figures: list[Figure], base: Decimal) -> Change | None:
    """Return how the newest figure differs from the same time a year before, or from the last.

    Nothing is compared across a break, a change of what counts, or a figure that is not exact.
    """
    *earlier, newest = figures
    exact = [one for one in earlier if _is_exact(one)]
    if not exact or not _is_exact(newest) or newest.last is None:
        return None
    before = next((one for one in reversed(exact) if _a_year_before(one, newest)), exact[-1])
    if before.last is None or before.when == newest.when:
        return None
    between = figures[figures.index(before) + 1 :]
    if any(Marker.BREAK in one.markers for one in between) or _redefined(measure, before, newest):
        return None
    return _change(measure, before, newest, base)


def _is_exact(one: Figure) -> bool:
    return one.number is not None and one.reading.qualifier is Certainty.EXACT


def _a_year_before(one: Figure, newest: Figure) -> bool:
    if not (one.first and one.last and newest.first and newest.last):
        return False
    return all(
        (was.year + 1, was.month) == (now.year, now.month) and abs(now.day - was.day) <= 1
        for was, now in ((one.first, newest.first), (one.last, newest.last))
    )


def _redefined(measure: Measure, before: Figure, after: Figure) -> bool:
    """Return whether what counts was changed between two figures (R198)."""
    if before.last is None or after.last is None:
        return False
    days = [one.on.first for one in measure.definition_history if one.on]
    return any(before.last < day <= after.last for day in days)


def _change(measure: Measure, before: Figure, after: Figure, base: Decimal) -> Change:
    was, now = before.number or Decimal(0), after.number or Decimal(0)
    why = _no_percent(before, after, base)
    return Change(
        before=before,
        after=after,
        difference=now - was,
        percent=None if why else 100 * (now - was) / was,
        no_percent=why,
        turn=_turn(measure.polarity, now - was),
    )


def _no_percent(before: Figure, after: Figure, base: Decimal) -> NoPercent | None:
    """Return why a change is not said in per cent (R038); None where it is."""
    if before.unit == PER_CENT:
        return NoPercent.POINTS
    if before.number is None or before.number < base:
        return NoPercent.SMALL_BASE
    if before.when is None or after.when is None:
        return NoPercent.UNKNOWN
    was, now = before.when.days, after.when.days
    if was is None or now is None or before.last is None or after.first is None:
        return NoPercent.UNKNOWN
    if after.first <= before.last:
        return NoPercent.OVERLAP
    return NoPercent.UNEQUAL if 100 * abs(was - now) > _MOST_APART * max(was, now) else None


def _turn(polarity: Polarity | None, difference: Decimal) -> Turn:
    if not difference:
        return Turn.SAME
    if polarity is None or polarity is Polarity.NEUTRAL:
        return Turn.NEITHER
    more = difference > 0
    return Turn.BETTER if more is (polarity is Polarity.HIGHER_BETTER) else Turn.WORSE


def _caveats(findings: Iterable[Finding], names: Iterable[str]) -> tuple[Finding, ...]:
    """Return the caveats of these names, each once, in the order in which they are named."""
    known = {one.id: one for one in findings if one.kind is FindingKind.CAVEAT}
    return tuple(known[name] for name in dict.fromkeys(names) if name in known)


def _priorities(record: ReportInFull, measure: Measure) -> tuple[PlanPriority, ...]:
    """Return the priorities of its topic and of the measure itself, in the order of the report."""
    report = record.report
    topics = [one.priorities for one in report.topics if one.id == measure.topic]
    named = {*measure.priorities, *(name for one in topics for name in one)}
    return tuple(one for one in report.plan_priorities if one.id in named)


def _apart(areas: Sequence[Area], measure: Measure) -> tuple[Area, ...]:
    """Return the other ways in which the report counts the areas that a measure counts (R111)."""
    for sets in counted_apart(areas):
        if any(one.id == measure.areas for one in sets):
            return sets
    return ()


def _too_short(measure: Measure, figures: Iterable[Figure]) -> bool:
    """Return whether a trend is claimed on less than a year of figures, a season (R117)."""
    trend = measure.trend
    if trend is None or trend.direction not in _GOES_ONE_WAY:
        return False
    known = [one for one in figures if one.number is not None]
    firsts = {one.first for one in known if one.first}
    lasts = {one.last for one in known if one.last}
    if len(lasts) < _FEWEST_TO_COMPARE or measure.frequency in _KNOWS_NO_SEASON:
        return False
    return (max(lasts) - min(firsts)).days + 1 < _A_YEAR
