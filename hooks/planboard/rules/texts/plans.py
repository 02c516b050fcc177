"""Plans: every text of a plan that readers see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.rules.texts.said import Said, said_by
from planboard.words.vocabulary.dates import ScheduleKind
from planboard.words.vocabulary.plans import UpdateState
from planboard.words.vocabulary.records import NamedAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.entries import Path
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Action

__all__ = ["of_plan"]

_SAID_IN_FULL: Final = frozenset({ScheduleKind.ASAP, ScheduleKind.TO_BE_CONFIRMED})
"""Where the page says what the words for a date stand for, right beside them."""


def of_plan(record: PlanInFull) -> Iterator[Said]:
    """Yield every text of a plan that readers see, those of the plan as a whole first."""
    plan = record.plan
    for path, text in _of_the_whole(record):
        yield Said(path, "", None, text)
    for index, action in enumerate(plan.actions):
        yield from _said_of(record, ("actions", index), action)
    for path, chain in plan.walk_groups():
        group = chain[-1]
        for key in ("kind", "title", "statement"):
            yield Said((*path, key), "group", group, getattr(group, key) or "")
        for index, action in enumerate(group.actions):
            yield from _said_of(record, (*path, "actions", index), action)


def _of_the_whole(record: PlanInFull) -> Iterator[tuple[Path, str]]:
    plan = record.plan
    for key in ("title", "summary", "action_name", "as_at_basis"):
        yield (key,), getattr(plan, key) or ""
    for said in said_by(record.publisher):
        yield ("publisher",), said
    if plan.paper:
        yield ("paper", "meeting"), plan.paper.meeting
    for text in (record.scale.meanings_from, *(one.meaning for one in record.scale.levels)):
        yield ("scale",), text or ""
    if plan.source:
        yield ("source", "note"), plan.source.note or ""
    yield from _each("links", plan.links, "title")
    yield from _each("outside", plan.outside, "title", "text")


def _said_of(record: PlanInFull, path: Path, action: Action) -> Iterator[Said]:
    for inner, text in _of_action(record, action):
        yield Said((*path, *inner), "action", action, text)


def _of_action(record: PlanInFull, action: Action) -> Iterator[tuple[Path, str]]:
    yield ("title",), action.title
    for key in NamedAs:
        for index, owner in enumerate(getattr(action, key)):
            yield (key.value, index), record.role(owner)
    if action.schedule.kind not in _SAID_IN_FULL:
        yield ("due",), action.schedule.as_written
    yield from _each("sub_items", action.sub_items, "text")
    for index, update in enumerate(action.updates):
        if update.state not in {UpdateState.PLACEHOLDER, UpdateState.EMPTY}:
            yield ("updates", index, "text"), update.text
        for inner, text in _each("links", update.links, "title"):
            yield ("updates", index, *inner), text
    yield from _each("targets", action.targets, "what", "unit")
    yield from _each("observations", action.observations, "what", "unit")
    yield from _each("milestones", action.milestones, "title")
    yield from _each("depends_on", action.depends_on, "text")
    yield from _each("funding", action.funding, "name", "body")
    yield ("legal_duty",), action.legal_duty or ""
    for index, tag in enumerate(action.tags):
        yield ("tags", index), tag
    yield from _each("links", action.links, "title")


def _each(key: str, parts: Iterable[object], *fields: str) -> Iterator[tuple[Path, str]]:
    """Yield the text of each of ``fields`` in every part of the list at ``key``."""
    for index, part in enumerate(parts):
        for field in fields:
            yield (key, index, field), getattr(part, field) or ""
