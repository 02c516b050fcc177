"""Charts: what was done with vehicles over the threshold, and the share of them, as charts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.charts import bars, figures
from planboard.saying.charts.figures import Series
from planboard.saying.sentences import followed as said
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import kinds, parts
from planboard.saying.views.drawn import About, Columns, DrawnRow, Head, Rows
from planboard.saying.views.programme import months, tables
from planboard.words.vocabulary.programmes import LETTERS, OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.saying.charts.bars import Number
    from planboard.saying.views.drawn import ChartView
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.words.vocabulary.programmes import FollowUp

__all__ = ["by_month", "funnel", "letters", "outcomes"]

_NO_SIZES: Final[Mapping[str, int]] = MappingProxyType({})
_TOTALS: Final = "follow_up.csv"
"""The file of letters and outcomes of the whole period."""


def funnel(
    record: ProgrammeInFull, told: ProgrammeTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return the way of vehicles over the threshold, step by step, with both shares (R188).

    None where nobody counted how many were checked.
    """
    stages = told.followed_up.funnel
    if not stages:
        return None
    about = _about(record, page, sizes, "funnel")._replace(
        title=said.funnel(stages),
        sentence=f"From the roadside to an outcome, {_period(record)}.",
        caption="What was done with vehicles over the threshold",
        first="Step",
        noun="Vehicles",
        notes=(said.beyond_letters(told.followed_up),),
    )
    numbers = [one.vehicles for one in stages]
    first = numbers[0]
    rows = [
        (wording.number(first), "", ""),
        *(
            (wording.number(number), _of(number, last), _of(number, first))
            for last, number in pairwise(numbers)
        ),
    ]
    heads = ("Vehicles", "Of the step before", "Of all")
    return _bars(about, [labels.STEPS[one.step] for one in stages], heads, rows, numbers)


def letters(
    record: ProgrammeInFull, told: ProgrammeTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return how many letters there were by their number (R189); None where there was none."""
    found = told.followed_up
    if not found.letters:
        return None
    about = _about(record, page, sizes, "letters", _TOTALS)._replace(
        title=said.letters(found),
        sentence=f"Letters to keepers of vehicles by their number, {_period(record)}.",
        caption="Letters by their number",
        first="Letter",
        noun="Letters",
        notes=(said.third_letters(found),),
    )
    return _totals(about, found.totals, LETTERS, found.letters)


def outcomes(
    record: ProgrammeInFull, told: ProgrammeTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return what came of drivers who were stopped, summed up (R023); None where nobody was."""
    found = told.followed_up
    if not found.stopped:
        return None
    about = _about(record, page, sizes, "outcomes", _TOTALS)._replace(
        title=said.outcomes(found),
        sentence=f"What came of drivers whom the police stopped, {_period(record)}.",
        caption="Drivers by outcome",
        first="Outcome",
        noun="Drivers",
        notes=(said.stopped(found),),
    )
    return _totals(about, found.totals, OUTCOMES, found.stopped)


def by_month(
    record: ProgrammeInFull, told: ProgrammeTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return the share over the threshold as a line, over a table of all that months have (R020).

    None for a programme of which no month has begun.
    """
    found = [(wording.months(one, one), done) for one, done in told.done.by_month.items()]
    if not found:
        return None
    grid = months.effort(record, told)
    about = _about(record, page, sizes, "share-by-month", "months.csv")._replace(
        title=sentences.over_by_month(found),
        sentence="The line is the share of vehicles over the threshold, in per cent. The table has "
        "what volunteers did and what came of it side by side.",
        caption=grid.caption,
        first=grid.first,
        noun="Per cent over the threshold",
        notes=tuple(filter(None, (grid.key,))),
    )
    shares = [wording.percent(one.over_threshold, one.vehicles_passed) for _, one in found]
    made = kinds.line(about, [name for name, _ in found], [(about.noun, shares)])
    rows = tuple(DrawnRow(one.title, one.cells, kinds.one_bar("")) for one in grid.rows)
    table = replace(
        made.table,
        heads=tuple(map(Head, grid.heads)),
        parts=(Rows(rows),),
        totals=grid.totals,
    )
    return replace(made, table=table)


def _totals(
    about: About, totals: Mapping[FollowUp, int], wanted: Sequence[FollowUp], whole: int
) -> ChartView:
    rows = [
        (wording.number(totals[one]), wording.share(totals[one], whole) or tables.NO_SHARE)
        for one in wanted
    ]
    made = _bars(
        about,
        [labels.FOLLOW_UPS[one] for one in wanted],
        (about.noun, f"Of {wording.number(whole)}"),
        rows,
        [totals[one] for one in wanted],
    )
    return replace(made, table=replace(made.table, totals=(wording.number(whole), "")))


def _bars(
    about: About,
    titles: Sequence[str],
    heads: Sequence[str],
    rows: Sequence[tuple[str, ...]],
    numbers: Sequence[Number | None],
) -> ChartView:
    """Return bars in their own order, which is that of what they count: nothing is ranked."""
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=tuple(map(Head, heads)),
        parts=(
            Rows(
                tuple(
                    DrawnRow(title, cells, kinds.one_bar(length))
                    for title, cells, length in zip(
                        titles, rows, bars.lengths(numbers), strict=True
                    )
                )
            ),
        ),
        drawn="As a bar",
    )
    series = [Series(about.noun, tuple(numbers), series="1")]
    return about.chart(table, figures.bars(titles, series, about.noun, stacked=False))


def _of(part: int, whole: int) -> str:
    """Return a share of a step with its base; of more than the step itself there is none."""
    if part > whole:
        return ""
    found = wording.share(part, whole)
    return f"{found} of {wording.number(whole)}" if found else ""


def _about(
    record: ProgrammeInFull, page: str, sizes: Mapping[str, int], name: str, file: str = ""
) -> About:
    """Return what all charts of a programme say around them; ``name`` is its place on the page."""
    home = routes.programme(record.id)
    return About(
        anchor=name if page == home else f"{routes.record_anchor(record.kind, record.id)}-{name}",
        title="",
        sentence="",
        caption="",
        first="",
        noun="",
        csv=parts.figures_file(record, page, file or f"{name}.csv", sizes),
        source=parts.origin(record, page),
    )


def _period(record: ProgrammeInFull) -> str:
    return wording.during(record.programme.period)
