"""Page views: what the dashboard of one plan may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import plans as sentences
from planboard.saying.views import filters, notices, parts
from planboard.saying.views.plan import across, attention, charts, entry, scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.filters import FilterView
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Bar, Download, Fact
    from planboard.saying.views.plan.across import FigureRow, PlannedView, TopicView, WaitView
    from planboard.saying.views.plan.attention import AttentionView, ComingView
    from planboard.saying.views.plan.entry import ActionView
    from planboard.saying.views.plan.scale import ScaleView
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Group
    from planboard.truth.model.register import Site

__all__ = [
    "GroupView",
    "PlanView",
    "of_plan",
]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group with its own actions; ``level`` is the level of its heading, 3 to 6.

    ``within`` are the ids of the groups above it and its own, ``address`` what paper says of it.
    """

    within: str
    anchor: str
    address: str
    level: int
    kind: str
    title: str
    statement: tuple[str, ...]
    count: str
    actions: tuple[ActionView, ...]
    empty: str
    figures: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything the dashboard of one plan may say."""

    title: str
    example: str
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    judged: str
    sentence: str
    bar: Bar
    to_list: str
    attention: tuple[AttentionView, ...]
    ids_note: str
    coming: ComingView
    planned: PlannedView | None
    by_group: ChartView
    due: ChartView | None
    topics: tuple[TopicView, ...]
    waits: tuple[WaitView, ...]
    scale: ScaleView
    heading: str
    action_name: str
    filters: FilterView | None
    groups: tuple[GroupView, ...]
    end_dates: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_plan(  # noqa: PLR0913, PLR0917 - one argument for each thing a page hangs on
    record: PlanInFull,
    told: PlanProgress,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
    address: str = "",
) -> PlanView:
    """Return the view of one plan.

    Args:
        record: the plan with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or says twice over.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
        address: that of the site, for paper; without it paper names no address.
    """
    plan, page = record.plan, routes.plan(record.id)
    names = wording.action_names(plan, 2)
    until = wording.day(told.until)
    return PlanView(
        title=plan.title,
        example=parts.example([plan]),
        summary=parts.paragraphs(plan.summary),
        facts=parts.facts(record),
        judged=f"Dates are judged at the end of {wording.day(told.day)}, the day of the facts, "
        f"not today. Coming next means until {until}.",
        sentence=sentences.progress(plan, told),
        bar=parts.bar(told.counts, names),
        to_list=_to_list(record, told),
        attention=attention.attention(record, told),
        ids_note=_ids_note(record),
        coming=attention.coming(record, told, page),
        by_group=charts.status_by_group(record, told, page, sizes),
        due=charts.due_by_quarter(record, told, page, sizes) if told.total else None,
        planned=across.planned(record, told),
        topics=across.topics(record, told),
        waits=across.waits(record, told),
        scale=scale.scale(record, told, gaps),
        heading=wording.capital(names),
        action_name=wording.capital(plan.action_name),
        filters=filters.of_plan(record, told),
        groups=tuple(_groups(record, told, address)),
        end_dates=" ".join(
            filter(
                None,
                (
                    sentences.end_dates(plan, told),
                    sentences.latest_date(record, told),
                    sentences.busiest_owner(record, told),
                ),
            )
        ),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_record(record, site, len(gaps)),
    )


def _to_list(record: PlanInFull, told: PlanProgress) -> str:
    """Return the words of the way to all actions; one or none needs no way."""
    if told.total <= 1:
        return ""
    names = wording.action_names(record.plan, told.total)
    return f"Read and filter all {wording.number(told.total)} {names}"


def _ids_note(record: PlanInFull) -> str:
    """Return the word on names that the plan does not print, for readers who look them up there."""
    ours = [one.id for one in record.actions.values() if record.known_as(one) != one.number]
    if not ours or not any(letter.isalpha() for letter in ours[0]):
        return ""
    return (
        f"Names such as {ours[0]} are given by this site: the plan prints no number there, or the "
        "same number several times."
    )


def _groups(record: PlanInFull, told: PlanProgress, address: str) -> Iterable[GroupView]:
    standings: dict[tuple[str, ...], list[Standing]] = {}
    for one in told.standings:
        standings.setdefault(tuple(group.id for group in one.groups), []).append(one)
    if () in standings:
        yield _group(record, (), standings[()], address)
    for _, chain in record.plan.walk_groups():
        inside = standings.get(tuple(one.id for one in chain), [])
        yield _group(record, chain, inside, address)


def _group(
    record: PlanInFull, chain: tuple[Group, ...], standings: Iterable[Standing], address: str
) -> GroupView:
    actions = tuple(entry.of_action(record, one) for one in standings)
    lowest_heading = 6
    names = wording.action_names(record.plan, 2)
    if not chain:
        return GroupView("", "", "", 3, "", "", (), "", actions, "", ())
    group = chain[-1]
    total = group.size
    anchor = routes.group_anchor(group.id)
    return GroupView(
        within=" ".join(one.id for one in chain),
        anchor=anchor,
        address=routes.printed(address, f"{routes.plan(record.id)}#{anchor}"),
        level=min(len(chain) + 2, lowest_heading),
        kind=wording.capital(f"{group.kind} {group.number or ''}".strip()),
        title=group.title,
        statement=parts.paragraphs(group.statement),
        count=f"{wording.number(total)} {wording.action_names(record.plan, total)}",
        actions=actions,
        empty="" if actions or group.groups else f"No {names} published for this {group.kind}.",
        figures=across.figures(record, group) if _boxed(chain) else (),
    )


def _boxed(chain: tuple[Group, ...]) -> bool:
    """Return whether the figures of a group stand in a table of its own.

    That is the highest group whose inner groups hold actions alone: an objective, not its
    methods and not the theme above it.
    """

    def is_flat(group: Group) -> bool:
        return not any(inner.groups for inner in group.groups)

    return is_flat(chain[-1]) and not any(is_flat(above) for above in chain[:-1])
