"""Plans: what the data of plans may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic import progress, selection
from planboard.rules.shortcodes.forms import MOST, OWNED_BY_NOBODY
from planboard.saying import wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Bar, Link, Origin, Tag
from planboard.saying.views.plan import attention, entry
from planboard.saying.views.plan.entry import NO_OWNER, UpdateView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.rules.shortcodes.forms import Choice, Placement
    from planboard.saying.views.plan.attention import ComingView
    from planboard.saying.views.plan.scale import ScaleView
    from planboard.truth.in_full import PlanInFull

__all__ = [
    "ActionInLine",
    "ActionLine",
    "DatesView",
    "NewestView",
    "PlacedActionView",
    "PlacedBarView",
    "PlacedScaleView",
    "PlacedTableView",
    "PlanDates",
    "SourcedUpdate",
    "action",
    "action_in_line",
    "bar",
    "count",
    "dates",
    "table",
    "updates",
]

Told = tuple["PlanInFull", "PlanProgress"]
"""A plan with the verdicts on it."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action in a few words, with the way to its entry."""

    link: Link
    owners: str
    when: str
    as_written: str
    when_note: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class ActionInLine:
    """One action inside a sentence, by its name: ``Recommendation 3``."""

    link: Link
    tag: Tag


@dataclass(frozen=True, slots=True)
class PlacedTableView:
    """Some actions of a plan as a table."""

    caption: str
    count: str
    action_name: str
    rows: tuple[ActionLine, ...]
    source: Origin


@dataclass(frozen=True, slots=True)
class PlacedBarView:
    """How some actions of a plan stand, as a bar with its numbers."""

    title: str
    bar: Bar
    source: Origin


@dataclass(frozen=True, slots=True)
class PlacedScaleView:
    """What the statuses of a plan mean."""

    scale: ScaleView
    source: Origin


@dataclass(frozen=True, slots=True)
class PlacedActionView:
    """One action with its newest update."""

    line: ActionLine
    latest: UpdateView | None
    no_update: str
    source: Origin


@dataclass(frozen=True, slots=True)
class PlanDates:
    """The dates that come next in one plan; no link where only one plan is spoken of."""

    plan: Link | None
    coming: ComingView


@dataclass(frozen=True, slots=True)
class DatesView:
    """The dates that come next, plan by plan; ``level`` is the level of the heading of each."""

    level: int
    plans: tuple[PlanDates, ...]
    empty: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class SourcedUpdate:
    """One update, and the action it is on."""

    action: Link
    plan: str
    update: UpdateView


@dataclass(frozen=True, slots=True)
class NewestView:
    """The newest updates that have a certain day."""

    updates: tuple[SourcedUpdate, ...]
    empty: str
    source: Origin | None


def count(placed: Placement, told: PlanProgress) -> str:
    """Return how many actions are wanted, as a figure."""
    return wording.number(len(selection.chosen(told, placed.choice)))


def table(placed: Placement, record: PlanInFull, told: PlanProgress, page: str) -> PlacedTableView:
    """Return the actions that are wanted, each in a line, as they stand on ``page``."""
    found = selection.chosen(told, placed.choice)
    names = wording.action_names(record.plan, 2)
    total = wording.number(told.total)
    return PlacedTableView(
        caption=_titled(record, told, placed.choice),
        count=f"{wording.number(len(found))} of {total} {names}"
        if found
        else f"0 of {total} {names}: none is like this.",
        action_name=wording.capital(record.plan.action_name),
        rows=tuple(_line(record, one, page) for one in found),
        source=parts.origin(record, page),
    )


def bar(placed: Placement, record: PlanInFull, told: PlanProgress, page: str) -> PlacedBarView:
    """Return how the actions that are wanted stand, as a bar."""
    found = selection.chosen(told, placed.choice)
    return PlacedBarView(
        title=_titled(record, told, placed.choice),
        bar=parts.bar(
            progress.counts_of(record.scale, found), wording.action_names(record.plan, 2)
        ),
        source=parts.origin(record, page),
    )


def action(record: PlanInFull, one: Standing, page: str) -> PlacedActionView:
    """Return one action with its newest update, as it stands on ``page``."""
    newest = entry.newest_update(one.action)
    return PlacedActionView(
        line=_line(record, one, page),
        latest=newest,
        no_update="" if newest else wording.no_update(one.action.update_state),
        source=parts.origin(record, page),
    )


def action_in_line(record: PlanInFull, one: Standing, page: str) -> ActionInLine:
    """Return one action as it stands inside a sentence."""
    link = Link(entry.name(record, one.action), entry.address(record, one.action, page))
    return ActionInLine(link, parts.tag(record.scale.level(one.action.status)))


def dates(placed: Placement, plans: Sequence[Told], page: str, level: int) -> DatesView:
    """Return the dates that come next in the plan that is named, or in each of ``plans``."""
    if placed.record:
        ((record, told),) = plans
        wanted = {one.action.id for one in selection.chosen(told, placed.choice)}
        coming = attention.coming(record, told, page, wanted)
        return DatesView(level, (PlanDates(None, coming),), "", parts.origin(record, page))
    return DatesView(
        level=level,
        plans=tuple(
            PlanDates(
                parts.origin(record, page).record,
                attention.coming(record, told, page),
            )
            for record, told in plans
        ),
        empty="" if plans else "No plan has been published yet.",
        source=None,
    )


def updates(placed: Placement, plans: Sequence[Told], page: str) -> NewestView:
    """Return the newest updates with a certain day, newest first, in the plans that are meant."""
    found = [
        (on, record, one, view)
        for record, told in plans
        for one in selection.chosen(told, placed.choice)
        for on, view in entry.dated_updates(one.action)
    ]
    found.sort(key=lambda one: one[0], reverse=True)
    return NewestView(
        updates=tuple(
            SourcedUpdate(
                action=entry.full_link(record, one.action, page),
                plan="" if placed.record else wording.title(record.plan),
                update=view,
            )
            for _, record, one, view in found[: placed.most or MOST]
        ),
        empty="" if found else "No update with a certain day has been published.",
        source=parts.origin(placed.record, page) if placed.record else None,
    )


def _titled(record: PlanInFull, told: PlanProgress, choice: Choice) -> str:
    """Return what was chosen: ``Recommendations: red, Communities``; nothing chosen is all."""
    nobody = choice.owner == OWNED_BY_NOBODY
    groups = {chain[-1].id: chain[-1].title for _, chain in record.plan.walk_groups()}
    chosen = (
        choice.status and wording.lower(record.scale.level(choice.status).label),
        choice.group and groups[choice.group],
        choice.owner and (wording.lower(NO_OWNER) if nobody else record.role(choice.owner)),
        choice.timing and wording.lower(wording.timing(choice.timing, told.day, told.until)),
    )
    names = wording.capital(wording.action_names(record.plan, 2))
    words = [one for one in chosen if one]
    return f"{names}: {'; '.join(words)}" if words else names


def _line(record: PlanInFull, one: Standing, page: str) -> ActionLine:
    return ActionLine(
        link=entry.full_link(record, one.action, page),
        owners="; ".join(record.role(owner) for owner in one.action.owners) or NO_OWNER,
        when=wording.schedule(one.action.schedule),
        as_written=entry.as_written(one.action),
        when_note=entry.when_note(one),
        tag=parts.tag(record.scale.level(one.action.status)),
    )
