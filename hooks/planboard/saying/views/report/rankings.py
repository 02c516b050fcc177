"""Rankings: what people put first, with the blanks in the base, and what they can expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.charts import bars, figures
from planboard.saying.charts.figures import Series
from planboard.saying.views import parts
from planboard.saying.views.drawn import (
    About,
    Columns,
    Drawing,
    DrawnRow,
    Head,
    Key,
    Rect,
    Rows,
)
from planboard.saying.views.parts import Download, Fact
from planboard.saying.views.report import caveats, voices

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.parts import Origin
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.evidence import Ranked, Ranking
    from planboard.truth.model.report.improvement import Commitment
    from planboard.truth.model.report.report import Report

__all__ = ["FILE", "NOT_PUBLISHED", "Expected", "RankingView", "expected", "of_ranking", "ordinal"]

FILE: Final = "rankings.csv"
NOT_PUBLISHED: Final = "[x]"
_BLANK: Final = "Blank"
_BLANK_TONE: Final = "grey"


@dataclass(frozen=True, slots=True)
class RankingView:
    """Things that people put in order, the most important first.

    ``rows`` are the places and what stands in each, and ``chart`` draws how many chose what, if
    that is published.
    """

    anchor: str
    question: str
    sentence: str
    rows: tuple[tuple[str, str], ...]
    chart: ChartView | None
    notes: tuple[str, ...]
    csv: Download
    source: Origin


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person can expect, by when, and how it was measured and ranked (R195)."""

    anchor: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]


def of_ranking(
    record: ReportInFull, ranking: Ranking, page: str, sizes: Mapping[str, int]
) -> RankingView:
    """Return one ranking for ``page``; ``sizes`` are the bytes of the files beside its report."""
    csv = parts.figures_file(record, page, FILE, sizes)
    source = parts.origin(record, page)
    notes = (*parts.paragraphs(ranking.note), *caveats.texts(record.report, ranking.caveats))
    counted = _places(ranking) > 0
    return RankingView(
        anchor=routes.anchor("ranking", ranking.id),
        question=ranking.question,
        sentence=_sentence(record.report, ranking),
        rows=tuple(
            (one.label or ordinal(place), one.text) for place, one in enumerate(ranking.items, 1)
        ),
        chart=_chart(ranking, csv, source, notes) if counted else None,
        notes=() if counted else notes,
        csv=csv,
        source=source,
    )


def expected(report: Report, promise: Commitment) -> Expected:
    """Return what a person can expect, beside what was measured or said of it."""
    measure = next((one for one in report.measures if one.id == promise.measure), None)
    said = "Yes" if promise.promised else "No: the report only shows the need"
    at = f"#{routes.anchor('measure', measure.id)}" if measure else ""
    return Expected(
        anchor=routes.anchor("commitment", promise.id),
        paragraphs=parts.paragraphs(promise.text),
        facts=(
            Fact("Promised", said),
            Fact("By when", promise.by or "Not stated"),
            Fact("Measured by", measure.title if measure else "No measure published", url=at),
            *_mattered(report, promise),
        ),
        notes=parts.paragraphs(promise.note),
    )


def ordinal(place: int) -> str:
    """Return a place in an order: ``1st``, ``2nd``, ``11th``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{'th' if place % 100 in range(11, 14) else ending}"


def _mattered(report: Report, promise: Commitment) -> Iterator[Fact]:
    """Yield where people ranked what is promised: ``2nd of 4 (2nd most important): …``."""
    ranking = next((one for one in report.rankings if one.id == promise.ranking), None)
    for place, one in enumerate(ranking.items if ranking else (), 1):
        if ranking and one.text == promise.ranked:
            label = f" ({wording.lower(one.label)})" if one.label else ""
            said = f"{ordinal(place)} of {len(ranking.items)}{label}: {wording.lower(one.text)}"
            yield Fact("How much it matters", said, url=f"#{routes.anchor('ranking', ranking.id)}")


def _places(ranking: Ranking) -> int:
    """Return how many places have published numbers."""
    return max((len(one.places) for one in ranking.items), default=0)


def _sentence(report: Report, ranking: Ranking) -> str:
    first = f"{ranking.items[0].text} came first of {len(ranking.items)}"
    asked = voices.title(report, ranking.voice)
    if _places(ranking):
        base = (
            "base not stated [u]"
            if ranking.base is None
            else f"{wording.counted(ranking.base, 'answer')}, blanks included"
        )
        return f"{first} ({asked}; {base})."
    legend = (
        f" Its chart tells {wording.and_list(ranking.legend)} apart, without numbers."
        if ranking.legend
        else ""
    )
    return (
        f"{first} ({asked}). Only the order is published: how many chose each place, and how many "
        f"left it blank, is not published {NOT_PUBLISHED}.{legend}"
    )


def _chart(ranking: Ranking, csv: Download, source: Origin, notes: tuple[str, ...]) -> ChartView:
    """Return parts of bars of one length, one part for each place and one for the blanks."""
    places = _places(ranking)
    heads = [*(ordinal(place) for place in range(1, places + 1)), _BLANK]
    drawable = places <= figures.MOST_SERIES
    looks = figures.looks(places) if drawable else ()
    about = About(
        anchor=f"{routes.anchor('ranking', ranking.id)}-chart",
        title=f"{ranking.items[0].text} came first",
        sentence="How many gave each thing which place; the grey part of a bar is blank.",
        caption=ranking.question,
        first="What people put in order",
        noun="Answers",
        csv=csv,
        source=source,
        notes=notes,
    )
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=tuple(map(Head, heads)),
        parts=(
            Rows(
                tuple(
                    DrawnRow(
                        one.text,
                        tuple(
                            NOT_PUBLISHED if number is None else wording.number(number)
                            for number in _numbers(one, places)
                        ),
                        _drawn(one, places, looks),
                    )
                    for one in ranking.items
                )
            ),
        ),
        drawn="As a bar" if drawable else "",
    )
    numbers = [_numbers(one, places) for one in ranking.items]
    series = [
        Series(
            head,
            tuple(row[at] for row in numbers),
            series=looks[at] if at < len(looks) else "",
            tone=_BLANK_TONE if at >= len(looks) else "",
        )
        for at, head in enumerate(heads)
    ]
    keys = [Key(look, head, "bar") for look, head in zip(looks, heads, strict=False)]
    labels = [one.text for one in ranking.items]
    return about.chart(table, figures.bars(labels, series, about.noun, stacked=True), keys)


def _numbers(one: Ranked, places: int) -> tuple[bars.Number | None, ...]:
    """Return how many gave one thing each place, and how many none; None is not published."""
    return (*one.places, *[None] * (places - len(one.places)), one.blank)


def _drawn(one: Ranked, places: int, looks: tuple[str, ...]) -> Drawing:
    if not looks:
        return Drawing("")
    numbers = [int(number or 0) for number in _numbers(one, places)]
    return Drawing(
        "bar",
        rects=tuple(
            Rect(part.start, "0%", part.length, "100%", tone=_BLANK_TONE)
            if part.index == places
            else Rect(part.start, "0%", part.length, "100%", series=looks[part.index])
            for part in bars.segments(numbers)
        ),
    )
