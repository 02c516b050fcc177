"""Entry views: what the entry of one action in its table may say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Link, Note, Run, Tag
from planboard.words.vocabulary.plans import UpdateKind, UpdateState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.arithmetic.progress import Standing
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Action, Dependency, Observation, Target, Update

__all__ = [
    "NO_OWNER",
    "PRINTED",
    "ActionView",
    "Marks",
    "TargetView",
    "UpdateView",
    "address",
    "as_written",
    "dated_updates",
    "full_link",
    "left",
    "name",
    "newest_day",
    "newest_update",
    "of_action",
    "when_note",
]

NO_OWNER: Final = "No owner named"
PRINTED: Final = "In the document:"

_HALF_A_SHEET: Final = 24  # lines of an entry on paper, as measured
_LETTERS: Final = 50  # on a line
_ITEM: Final = 0.4  # what an item of a list has around it, in lines


@dataclass(frozen=True, slots=True)
class UpdateView:
    """One update: its day in words, its kind when it is not progress, and its paragraphs."""

    when: str
    machine: str
    kind: str
    paragraphs: tuple[tuple[Run, ...], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target, and the newest figure towards it or the words that there is none."""

    words: str
    figure: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What filters know of an entry, as codes; ids with a space between them, days in ISO 8601.

    ``day`` is the last that its schedule names, ``updated`` that of its newest dated update.
    ``long`` says that its entry fills more than about half a sheet of paper.
    """

    id: str
    owners: str
    timing: str
    day: str
    updated: str
    long: bool


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action, as its entry in the table of its group shows it."""

    anchor: str
    name: str
    number: str
    title: str
    owners: tuple[Run, ...]
    no_owner: str
    support: tuple[Run, ...]
    reports_to: tuple[Run, ...]
    when: str
    as_written: str
    when_note: str
    tag: Tag
    stage: str
    latest: UpdateView | None
    no_update: str
    older: tuple[UpdateView, ...]
    older_title: str
    forward: tuple[UpdateView, ...]
    sub_items: tuple[tuple[str, str], ...]
    targets: tuple[TargetView, ...]
    notes: tuple[Note, ...]
    left: str
    marks: Marks


def name(record: PlanInFull, action: Action) -> str:
    """Return how one action is called: ``Recommendation 3``."""
    return wording.capital(f"{record.plan.action_name} {record.known_as(action)}")


def address(record: PlanInFull, action: Action, page: str) -> str:
    """Return the way from ``page`` to one action."""
    return routes.relative(routes.action(record.id, action.id), page)


def full_link(record: PlanInFull, action: Action, page: str) -> Link:
    """Return the link from ``page`` to one action, with its number and title."""
    number = record.known_as(action).rstrip(".")
    return Link(f"{number}. {action.title}", address(record, action, page))


def of_action(record: PlanInFull, one: Standing) -> ActionView:
    """Return the view of one action."""
    action = one.action
    updates = tuple(_update(update) for update in action.updates_newest_first)
    notes = (*_figures(action), *_conditions(record, action), *_ways_on(record, action))
    return ActionView(
        anchor=routes.action_anchor(action.id),
        name=name(record, action),
        number=record.known_as(action),
        title=action.title,
        owners=parts.roles(record, action.owners),
        no_owner="" if action.owners else NO_OWNER,
        support=parts.roles(record, action.support),
        reports_to=parts.roles(record, action.reports_to),
        when=wording.schedule(action.schedule),
        as_written=as_written(action),
        when_note=when_note(one),
        tag=parts.tag(record.scale.level(action.status)),
        stage=wording.stage(action.stage) if action.stage else "",
        latest=updates[0] if updates else None,
        no_update="" if updates else wording.no_update(action.update_state),
        older=updates[1:],
        older_title=_older_title(action),
        forward=tuple(_update(update) for update in action.forward_notes),
        sub_items=tuple((item.marker or "", item.text) for item in action.sub_items),
        targets=_targets(action),
        notes=notes,
        left=left(action),
        marks=_marks(record, one, notes),
    )


def _marks(record: PlanInFull, one: Standing, notes: Iterable[Note]) -> Marks:
    action, named, newest = one.action, one.last_named, newest_day(one.action)
    return Marks(
        id=action.id,
        owners=" ".join(action.owners),
        timing=one.timing or "",
        day=named.last.isoformat() if named else "",
        updated=newest.isoformat() if newest else "",
        long=_lines(record, action, notes) > _HALF_A_SHEET,
    )


def newest_day(action: Action) -> date | None:
    """Return the day of the newest update of an action that has a certain day."""
    return next((one.on for one in action.updates_newest_first if one.on), None)


def _lines(record: PlanInFull, action: Action, notes: Iterable[Note]) -> float:
    """Return about how many lines the entry of an action has on paper."""
    roles = "; ".join(map(record.role, (*action.owners, *action.support, *action.reports_to)))
    updates = [text for one in action.updates for text in parts.paragraphs(one.text)]
    said = (" ".join((one.label, *(run.text for run in one.runs))) for one in notes)
    items = [one.text for one in action.sub_items]
    items += [*said, *map(wording.target, action.targets)]
    texts = (action.title, roles, *updates, *items)
    return sum(1 + len(text) // _LETTERS for text in texts) + len(items) * _ITEM


def newest_update(action: Action) -> UpdateView | None:
    """Return the newest update of an action, if it has one."""
    return next(map(_update, action.updates_newest_first), None)


def dated_updates(action: Action) -> tuple[tuple[date, UpdateView], ...]:
    """Return the updates of an action that have a certain day, newest first, each with its day."""
    return tuple((one.on, _update(one)) for one in action.updates_newest_first if one.on)


def _older_title(action: Action) -> str:
    """Return what all updates but the newest are called; one without a sure day may be newer."""
    dated = all(one.state is UpdateState.DATED for one in action.updates_newest_first)
    return "Earlier updates" if dated else "Other updates"


def left(action: Action) -> str:
    """Return the words that an action has left its plan, if it has."""
    return f"No longer in the plan since {wording.day(action.left_on)}" if action.left_on else ""


def _figures(action: Action) -> Iterator[Note]:
    for seen in action.observations:
        if not seen.target:
            yield Note("Reported:", (Run(wording.observation(seen)),))
    for target in action.targets:
        for seen in _seen(action, target)[1:]:
            yield Note("Reported earlier:", (Run(wording.observation(seen)),))
    for point in action.milestones:
        yield Note("Milestone:", (Run(wording.milestone(point)),))
    if action.percent_complete is not None:
        yield Note(f"{wording.number(action.percent_complete)}% complete, as published", ())


def _conditions(record: PlanInFull, action: Action) -> Iterator[Note]:
    for need in action.depends_on:
        other = _waited_for(record, need)
        if other:
            more = (Run(f" ({need.text})"),) if need.text else ()
            yield Note(wording.waits_for(need), (other, *more))
        else:
            yield Note(wording.dependency(need), ())
    for fund in action.funding:
        yield Note("Funded by", (Run(wording.funding(fund)),))
    if action.legal_duty:
        yield Note("Legal duty:", (Run(action.legal_duty),))


def _ways_on(record: PlanInFull, action: Action) -> Iterator[Note]:
    if action.tags:
        yield Note("Topics:", (Run(", ".join(action.tags)),))
    for other in action.see_also:
        if other in record.actions:
            yield Note("See also", (_another(record, other),))
    for link in action.links:
        yield Note("Evidence:", (Run(link.title, link.url),))
    item = (action.source.item if action.source else None) or action.number
    if item and item != record.known_as(action):
        yield Note(PRINTED, (Run(item),))


def _waited_for(record: PlanInFull, need: Dependency) -> Run | None:
    """Return the link to the action or the work outside that is waited for, if it is known."""
    if need.action and need.action in record.actions:
        return _another(record, need.action)
    if need.outside and need.outside in record.outside:
        anchor = routes.outside_anchor(need.outside)
        return Run(record.outside[need.outside].title, f"#{anchor}")
    return None


def _another(record: PlanInFull, action_id: str) -> Run:
    action = record.actions[action_id]
    return Run(name(record, action), address(record, action, routes.plan(record.id)))


def as_written(action: Action) -> str:
    """Return the plan's words for a date, unless they are those that the page says already."""
    words = action.schedule.as_written
    return "" if words.casefold() == wording.schedule(action.schedule).casefold() else words


def when_note(one: Standing) -> str:
    """Return the words that a date of an action has passed, if one has."""
    if one.date_passed:
        return "End date passed"
    return "Start date passed" if one.start_passed else ""


def _targets(action: Action) -> tuple[TargetView, ...]:
    views = []
    for target in action.targets:
        seen = _seen(action, target)
        figure = wording.observation(seen[0]) if seen else "No figure published yet"
        views.append(TargetView(wording.capital(wording.target(target)), figure))
    return tuple(views)


def _seen(action: Action, target: Target) -> list[Observation]:
    """Return the figures towards ``target``, newest first; those without a certain day last."""
    return sorted(
        (one for one in action.observations if target.id and one.target == target.id),
        key=lambda one: one.on or date.min,
        reverse=True,
    )


def _update(update: Update) -> UpdateView:
    forward = update.state is UpdateState.FORWARD
    told = wording.update_date(update)
    later = update.year or "Later"
    if update.on or update.dated_as_written:
        later = f"{later}, told {'on ' if update.on else ''}{told}"
    plain = forward or update.kind is UpdateKind.PROGRESS
    return UpdateView(
        when=later if forward else wording.capital(told),
        machine=update.on.isoformat() if update.on and not forward else "",
        kind="" if plain else wording.update_kind(update.kind),
        paragraphs=tuple(parts.runs(text) for text in parts.paragraphs(update.text)),
        links=tuple(Link(link.title, link.url) for link in update.links),
    )
