"""Plan views: what the dashboard of one plan may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, sentences, wording
from planboard.saying.views import across, attention, entry, notices, parts
from planboard.words.vocabulary import NOT_PUBLISHED, NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.rules.gaps import Gap
    from planboard.saying.views.across import FigureRow, PlannedView, TopicView, WaitView
    from planboard.saying.views.attention import AttentionView, ComingView
    from planboard.saying.views.entry import ActionView
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Bar, Download, Fact, Tag
    from planboard.truth.collection import PlanInFull
    from planboard.truth.model.plan import Group
    from planboard.truth.model.register import Site

__all__ = [
    "GroupView",
    "MatrixRow",
    "MatrixView",
    "PlanView",
    "ScaleView",
    "SearchEntry",
    "SearchView",
    "of_plan",
    "search",
]

_NO_MEANING: Final = "Meaning not published."
_BESIDE: Final = {
    NOT_RATED: "The document leaves the rating blank.",
    NOT_PUBLISHED: "There is a rating, but the published document does not carry it.",
}


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group with its own actions; ``level`` is the level of its heading, 3 to 6."""

    anchor: str
    level: int
    kind: str
    title: str
    statement: tuple[str, ...]
    count: str
    actions: tuple[ActionView, ...]
    empty: str
    figures: tuple[FigureRow, ...]


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
    targets: str


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
    attention: tuple[AttentionView, ...]
    ids_note: str
    coming: ComingView
    planned: PlannedView | None
    matrix: MatrixView
    topics: tuple[TopicView, ...]
    waits: tuple[WaitView, ...]
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
    record: PlanInFull,
    told: PlanProgress,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
) -> PlanView:
    """Return the view of one plan.

    Args:
        record: the plan with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or says twice over.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
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
        attention=attention.attention(record, told),
        ids_note=_ids_note(record),
        coming=attention.coming(record, told, page),
        matrix=_matrix(record, told),
        planned=across.planned(record, told),
        topics=across.topics(record, told),
        waits=across.waits(record, told),
        scale=_scale(record, told, gaps),
        heading=wording.capital(names),
        action_name=wording.capital(plan.action_name),
        groups=tuple(_groups(record, told)),
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
        notices=notices.of_plan(record, site, len(gaps)),
    )


def _ids_note(record: PlanInFull) -> str:
    """Return the word on names that the plan does not print, for readers who look them up there."""
    ours = [one.id for one in record.actions.values() if record.known_as(one) != one.number]
    if not ours or not any(letter.isalpha() for letter in ours[0]):
        return ""
    return (
        f"Names such as {ours[0]} are given by this site: the plan prints no number there, or the "
        "same number several times."
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
                url=f"#{routes.group_anchor(one.group.id) if one.group else attention.ACTIONS}",
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


def _scale(record: PlanInFull, told: PlanProgress, gaps: Sequence[Gap]) -> ScaleView:
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
        targets=" ".join(one.message for one in gaps if one.code == "no-target"),
    )


def _groups(record: PlanInFull, told: PlanProgress) -> Iterable[GroupView]:
    standings: dict[tuple[str, ...], list[Standing]] = {}
    for one in told.standings:
        standings.setdefault(tuple(group.id for group in one.groups), []).append(one)
    if () in standings:
        yield _group(record, (), standings[()])
    for _, chain in record.plan.walk_groups():
        inside = standings.get(tuple(one.id for one in chain), [])
        yield _group(record, chain, inside)


def _group(
    record: PlanInFull, chain: tuple[Group, ...], standings: Iterable[Standing]
) -> GroupView:
    actions = tuple(entry.of_action(record, one) for one in standings)
    lowest_heading = 6
    names = wording.action_names(record.plan, 2)
    if not chain:
        return GroupView("", 3, "", "", (), "", actions, "", ())
    group = chain[-1]
    total = group.size
    return GroupView(
        anchor=routes.group_anchor(group.id),
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
    named = "".join(run.text for run in action.owners)
    return f"Owner: {named}" if named else entry.NO_OWNER
