"""Chart views: the charts that every plan has, by the names under which a page may ask for them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from planboard.arithmetic import mentions, quarters
from planboard.saying import routes, wording
from planboard.saying.charts import bars, figures
from planboard.saying.charts.figures import Series
from planboard.saying.sentences import plans as sentences
from planboard.saying.views import drawn, kinds, parts
from planboard.saying.views.drawn import About, ChartView, Drawing, DrawnRow, Rect
from planboard.saying.views.parts import Link
from planboard.saying.views.plan import attention, entry
from planboard.truth.schedule import Span
from planboard.words.vocabulary.dates import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.progress import GroupCounts, PlanProgress
    from planboard.arithmetic.quarters import Quarter
    from planboard.saying.views.parts import Bar
    from planboard.truth.in_full import PlanInFull

__all__ = [
    "CHARTS",
    "PLACES",
    "ChartMaker",
    "ChartView",
    "due_by_quarter",
    "owners",
    "status_by_group",
]

PLACES: Final = ("by-group", "due-by-quarter")
"""The places of the charts on the page of their plan."""

_NO_SIZES: Final[Mapping[str, int]] = MappingProxyType({})


class ChartMaker(Protocol):
    """Makes one chart of a plan for the page on which it stands."""

    def __call__(
        self,
        record: PlanInFull,
        told: PlanProgress,
        page: str,
        sizes: Mapping[str, int] = _NO_SIZES,
    ) -> ChartView:
        """Return the chart.

        Args:
            record: the plan with all it refers to.
            told: the verdicts on it.
            page: the address of the page on which the chart is to stand; its links work there.
            sizes: how many bytes the files beside the page of the plan have, by name; without
                them the link to the file of the chart says no size.
        """


def status_by_group(
    record: PlanInFull, told: PlanProgress, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return how the actions of each top group stand, as parts of bars of one length."""
    plan, shown = record.plan, parts.shown(told.counts)
    names = wording.action_names(plan, 2)
    grouped = f"{plan.group_kind} and status" if plan.groups else "status"
    caption = f"{wording.capital(names)} by {grouped}"
    tags = [parts.tag(one.level) for one in shown]
    about = _about(record, page, sizes, "status-by-group", "by-group")._replace(
        title=sentences.by_group(record, told),
        caption=caption,
        first=wording.capital(plan.group_kind),
    )
    table = drawn.Columns(
        caption=caption,
        first=about.first,
        heads=(*(drawn.Head(tag.label, tag) for tag in tags), drawn.Head("All")),
        parts=(
            drawn.Rows(
                tuple(
                    DrawnRow(
                        title=_group(record, one),
                        url=_way(record, one, page),
                        numbers=tuple(
                            wording.number(number)
                            for number in (
                                *(count.number for count in parts.shown(one.counts, told.counts)),
                                one.total,
                            )
                        ),
                        drawing=_parts(parts.bar(one.counts, names)),
                    )
                    for one in told.groups
                )
            ),
        ),
        totals=tuple(wording.number(one) for one in (*(one.number for one in shown), told.total)),
        drawn="As a bar",
    )
    series = [
        Series(
            f"{tag.symbol} {tag.label}",
            tuple(_number(group, count.level.code) for group in told.groups),
            tone=tag.tone,
        )
        for tag, count in zip(tags, shown, strict=True)
    ]
    labels = [_group(record, one) for one in told.groups]
    figure = figures.bars(labels, series, about.noun, stacked=True)
    return about._replace(sentence=f"{caption}, {_as_at(record)}.").chart(table, figure)


def due_by_quarter(
    record: PlanInFull, told: PlanProgress, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return when actions should be finished, quarter by quarter, and how many name no day."""
    by, names = quarters.of_plan(told), wording.action_names(record.plan, 2)
    caption = f"{wording.capital(names)} by the quarter of their end date"
    about = _about(record, page, sizes, "due-by-quarter", "due-by-quarter")._replace(
        title=sentences.due(record.plan, told, by),
        sentence=f"{caption}, {_as_at(record)}."
        + f" A quarter has passed when all of it lies before {wording.day(told.day)}."
        * any(one.passed for one in by.quarters),
        caption=caption,
        first="End date",
    )
    labels = [_quarter(one) for one in by.quarters]
    states = [wording.end_date_state(state) for state, _ in by.others]
    numbers = [*(one.number for one in by.quarters), *(number for _, number in by.others)]
    rows = tuple(
        DrawnRow(label, (wording.number(number),), kinds.one_bar(length), note=note)
        for label, number, length, note in zip(
            [*labels, *states],
            numbers,
            bars.lengths(numbers),
            [*("passed" * one.passed for one in by.quarters), *("" for _ in states)],
            strict=True,
        )
    )
    table = drawn.Columns(
        caption=caption,
        first=about.first,
        heads=(drawn.Head(about.noun),),
        parts=tuple(
            drawn.Rows(found, title)
            for found, title in (
                (rows[: len(labels)], ""),
                (rows[len(labels) :], "No day to finish by"),
            )
            if found
        ),
        totals=(wording.number(told.total),),
        drawn="As a bar",
    )
    series = [Series(about.noun, tuple(numbers), series="1")]
    return about.chart(table, figures.bars([*labels, *states], series, about.noun, stacked=False))


def owners(
    record: PlanInFull, told: PlanProgress, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return on how many actions each owner is named as owner, and how many name nobody."""
    named, names = mentions.numbers(told), wording.action_names(record.plan, told.total)
    total, nobody = wording.number(told.total), len(told.without_owner)
    several = sum(named.values()) + nobody > told.total
    caption = f"On how many of {total} {names} each is named as owner"
    about = _about(record, page, sizes, "owners", "owners")._replace(
        title=sentences.owned(record, told),
        sentence=f"{caption}, {_as_at(record)}."
        + f" One with several owners counts for each, so the sum is more than {total}." * several,
        caption=caption,
        first="Owner",
    )
    things = [
        Link(
            record.role(owner),
            routes.relative(routes.owner(owner), page) if owner in record.owners else "",
        )
        for owner in named
    ]
    return kinds.ranking(
        about, things, tuple(named.values()), [(entry.NO_OWNER, nobody)] if nobody else []
    )


CHARTS: Final[Mapping[str, ChartMaker]] = MappingProxyType(
    {
        "status-by-group": status_by_group,
        "due-by-quarter": due_by_quarter,
        "owners": owners,
    }
)
"""Every chart of a plan by its name."""


def _about(record: PlanInFull, page: str, sizes: Mapping[str, int], name: str, place: str) -> About:
    """Return what all charts of a plan say around them; ``place`` names one on the plan's page."""
    home = routes.plan(record.id)
    file = f"{name.replace('-', '_')}.csv"
    return About(
        anchor=place if page == home else f"{routes.record_anchor(record.kind, record.id)}-{name}",
        title="",
        sentence="",
        caption="",
        first="",
        noun=wording.capital(wording.action_names(record.plan, 2)),
        csv=parts.figures_file(record, page, file, sizes),
        source=parts.origin(record, page),
    )


def _as_at(record: PlanInFull) -> str:
    return f"as at {wording.span(record.plan.as_at)}"


def _group(record: PlanInFull, one: GroupCounts) -> str:
    return one.group.title if one.group else f"Under no {record.plan.group_kind}"


def _way(record: PlanInFull, one: GroupCounts, page: str) -> str:
    anchor = routes.group_anchor(one.group.id) if one.group else attention.ACTIONS
    return routes.relative(f"{routes.plan(record.id)}#{anchor}", page)


def _number(group: GroupCounts, code: str) -> int:
    return next(one.number for one in group.counts if one.level.code == code)


def _parts(bar: Bar) -> Drawing:
    return Drawing(
        "bar",
        words=bar.words,
        rects=tuple(
            Rect(one.start, "0%", one.length, "100%", tone=one.tag.tone) for one in bar.parts
        ),
    )


def _quarter(one: Quarter) -> str:
    return wording.capital(wording.span(Span(one.first, one.last, Precision.QUARTER)))
