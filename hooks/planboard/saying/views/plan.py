"""Plan views: what the dashboard of one plan may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, sentences, wording
from planboard.saying.views import entry, parts
from planboard.saying.views.parts import (
    Bar,
    Download,
    Fact,
    Link,
    Notice,
    Tag,
)
from planboard.words.vocabulary import NOT_PUBLISHED, NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.saying.views.entry import ActionView
    from planboard.truth.collection import PlanInFull
    from planboard.truth.model.plan import Group
    from planboard.truth.model.register import Site

__all__ = [
    "AttentionView",
    "ComingView",
    "GroupView",
    "MatrixRow",
    "PlanView",
    "ScaleView",
    "SearchEntry",
    "SearchView",
    "coming",
    "of_plan",
    "search",
]

_NO_MEANING: Final = "Meaning not published."
_BESIDE: Final = {
    NOT_RATED: "The document leaves the rating blank.",
    NOT_PUBLISHED: "There is a rating, but the published document does not carry it.",
}
_ACTIONS: Final = "actions"
"""The place of all actions on their page."""
_MOST_TITLES: Final = 7
"""Up to how many actions a reason to look gives their titles; more are numbers alone."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group with its own actions; ``level`` is the level of its heading, 3 to 6."""

    anchor: str
    level: int
    kind: str
    title: str
    statement: tuple[str, ...]
    actions: tuple[ActionView, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class AttentionView:
    """One reason to look, how many actions it holds for, and the way to each.

    A ``brief`` one has many links, which are numbers alone.
    """

    title: str
    number: str
    tone: str
    brief: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComingView:
    """The dates that come next, from the as-at day on."""

    title: str
    due: tuple[tuple[str, Link], ...]
    starts: tuple[tuple[str, Link], ...]
    none: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One group in the table of groups by status; the first row may be for none."""

    title: str
    url: str
    numbers: tuple[str, ...]
    total: str
    bar: Bar


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Groups by status: the chart is the table."""

    caption: str
    kind: str
    columns: tuple[Tag, ...]
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The plan's status scale with its meanings, or the words that there are none."""

    levels: tuple[tuple[Tag, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything the dashboard of one plan may say."""

    title: str
    example: bool
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    judged: str
    sentence: str
    bar: Bar
    attention: tuple[AttentionView, ...]
    coming: ComingView
    matrix: MatrixView
    scale: ScaleView
    heading: str
    action_name: str
    groups: tuple[GroupView, ...]
    end_dates: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of one action: its place, a title, and a few words."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """What search knows of one plan."""

    title: str
    text: str
    entries: tuple[SearchEntry, ...]


def of_plan(
    record: PlanInFull, told: PlanProgress, site: Site, sizes: Mapping[str, int], keys: str
) -> PlanView:
    """Return the view of one plan.

    Args:
        record: the plan with all it refers to.
        told: the verdicts on it.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
        keys: the address of the page that explains the files, from the top of the site.
    """
    plan, page = record.plan, routes.plan(record.id)
    names = wording.action_names(plan, 2)
    until = wording.day(told.until)
    return PlanView(
        title=plan.title,
        example=plan.example,
        summary=parts.paragraphs(plan.summary),
        facts=parts.facts(record),
        judged=f"Dates are judged at the end of {wording.day(told.day)}, the day of the facts, "
        f"not today. Coming next means until {until}.",
        sentence=sentences.progress(plan, told),
        bar=parts.bar(told.counts, names),
        attention=_attention(record, told),
        coming=coming(record, told, page),
        matrix=_matrix(record, told),
        scale=_scale(record, told),
        heading=wording.capital(names),
        action_name=wording.capital(plan.action_name),
        groups=tuple(_groups(record, told)),
        end_dates=" ".join(
            filter(None, (sentences.end_dates(plan, told), sentences.latest_date(record, told)))
        ),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(keys, page),
        notices=parts.notices(record, site),
    )


def _attention(record: PlanInFull, told: PlanProgress) -> tuple[AttentionView, ...]:
    page = routes.plan(record.id)
    worst = told.worst.label if told.worst else ""
    tone = parts.tag(told.worst).tone if told.worst else "grey"
    reasons = (
        (f"{worst}, with no update", tone, told.worst_without_update),
        ("End date passed", "red", told.passed),
        ("Start date passed", "amber", told.starts_passed),
        ("No owner named", "grey", told.without_owner),
        ("No update published", "grey", told.without_update),
        ("Newest update is old", "grey", told.stale),
        ("Not rated", "grey", told.not_rated),
        ("Status not published", "grey", told.not_published),
    )
    return tuple(
        AttentionView(
            title=title,
            number=wording.number(len(found)),
            tone=tone,
            brief=len(found) > _MOST_TITLES,
            links=tuple(
                Link(record.known_as(one.action), entry.address(record, one.action, page))
                if len(found) > _MOST_TITLES
                else entry.full_link(record, one.action, page)
                for one in found
            ),
        )
        for title, tone, found in reasons
        if found
    )


def coming(record: PlanInFull, told: PlanProgress, page: str) -> ComingView:
    """Return the dates that come next in one plan, with links that work from ``page``."""

    def lines(standings: Iterable[Standing]) -> tuple[tuple[str, Link], ...]:
        return tuple(
            (
                wording.schedule(one.action.schedule),
                entry.full_link(record, one.action, page),
            )
            for one in standings
        )

    first, last = wording.day(told.day), wording.day(told.until)
    due, starts = lines(told.due_next), lines(told.starts_next)
    return ComingView(
        title=f"Coming next, from {first}",
        due=due,
        starts=starts,
        none="" if due or starts else f"Nothing that is still open has a date up to {last}.",
    )


def _matrix(record: PlanInFull, told: PlanProgress) -> MatrixView:
    columns = parts.shown(told.counts)
    names = wording.action_names(record.plan, 2)
    kinds = {group.kind for group in record.plan.groups}
    kind = kinds.pop() if len(kinds) == 1 else "group"
    grouped = f"{kind} and status" if record.plan.groups else "status"
    return MatrixView(
        caption=f"{wording.capital(names)} by {grouped}",
        kind=wording.capital(kind),
        columns=tuple(parts.tag(one.level) for one in columns),
        rows=tuple(
            MatrixRow(
                title=one.group.title if one.group else f"Under no {kind}",
                url=f"#{routes.group_anchor(one.group.id) if one.group else _ACTIONS}",
                numbers=tuple(
                    wording.number(count.number) for count in parts.shown(one.counts, told.counts)
                ),
                total=wording.number(one.total),
                bar=parts.bar(one.counts, names),
            )
            for one in told.groups
        ),
        totals=tuple(wording.number(one.number) for one in columns),
        total=wording.number(told.total),
    )


def _scale(record: PlanInFull, told: PlanProgress) -> ScaleView:
    scale = record.scale
    beside = [
        (one.level, _BESIDE[one.level.code])
        for one in told.counts
        if one.number and one.level.code in _BESIDE
    ]
    note = "This plan does not say what its statuses mean. We do not guess."
    if scale.meanings_published:
        whose = scale.meanings_from or "the words are the plan's own"
        note = f"What each status means in this plan ({wording.lower(whose).rstrip('.')}):"
    return ScaleView(
        levels=(
            *((parts.tag(level), level.meaning or _NO_MEANING) for level in scale.levels),
            *((parts.tag(level), meaning) for level, meaning in beside),
        ),
        note=note,
    )


def _groups(record: PlanInFull, told: PlanProgress) -> Iterable[GroupView]:
    standings: dict[tuple[str, ...], list[Standing]] = {}
    for one in told.standings:
        standings.setdefault(tuple(group.id for group in one.groups), []).append(one)
    if () in standings:
        yield _group(record, (), standings[()])
    for _, chain in record.plan.walk_groups():
        yield _group(record, chain, standings.get(tuple(one.id for one in chain), []))


def _group(
    record: PlanInFull, chain: tuple[Group, ...], standings: Iterable[Standing]
) -> GroupView:
    actions = tuple(entry.of_action(record, one) for one in standings)
    lowest_heading = 6
    names = wording.action_names(record.plan, 2)
    if not chain:
        return GroupView("", 3, "", "", (), actions, "")
    group = chain[-1]
    inside = any(True for _ in group.groups)
    return GroupView(
        anchor=routes.group_anchor(group.id),
        level=min(len(chain) + 2, lowest_heading),
        kind=wording.capital(f"{group.kind} {group.number or ''}".strip()),
        title=group.title,
        statement=parts.paragraphs(group.statement),
        actions=actions,
        empty="" if actions or inside else f"No {names} published for this {group.kind}.",
    )


def search(view: PlanView) -> SearchView:
    """Return what search should know of a plan: one short entry for each action."""
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=tuple(
            SearchEntry(
                anchor=action.anchor,
                title=f"{action.name}: {action.title}",
                text=f"Status: {action.tag.label}. {_owner(action)}. {action.when}.",
            )
            for group in view.groups
            for action in group.actions
        ),
    )


def _owner(action: ActionView) -> str:
    return action.owners if action.owners == entry.NO_OWNER else f"Owner: {action.owners}"
