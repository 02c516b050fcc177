"""Plans: what must hold between the values of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.records import published
from planboard.words.problems import Level, Problem
from planboard.words.vocabulary.dates import ScheduleKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.plan import Action, Milestone, Plan

__all__ = ["check"]


def check(entry: Entry[Plan]) -> Iterator[Problem]:
    """Yield a complaint for each contradiction inside one plan."""
    for path, _, action in entry.record.walk_actions():
        days = (((*path, *inner), day) for inner, day in _reported_days(action))
        yield from published.after_as_at(entry, days)
        for inner in _meanings_of_nothing(action) if entry.whole else ():
            yield Problem(
                Level.ERROR,
                "no-due",
                entry.places.key_place((*path, *inner, "due_means")),
                '"due_means" says what the words of "due" mean, but there is no "due" here. '
                'Add a line "due: …" with the words of the plan.',
            )


def _meanings_of_nothing(action: Action) -> Iterator[Path]:
    """Yield the path of each record inside ``action`` that explains a date it does not have."""
    if action.due_means and not action.due:
        yield ()
    for index, milestone in enumerate(action.milestones):
        if milestone.due_means and not milestone.due:
            yield "milestones", index


def _reported_days(action: Action) -> Iterator[tuple[Path, date]]:
    """Yield each day on which something was reported, with its path inside the action."""
    for index, update in enumerate(action.updates):
        if update.on:
            yield ("updates", index, "on"), update.on
    for index, seen in enumerate(action.observations):
        if seen.on:
            yield ("observations", index, "on"), seen.on
    for index, milestone in enumerate(action.milestones):
        if milestone.met_on:
            yield ("milestones", index, "met_on"), milestone.met_on
    if action.left_on:
        yield ("left_on",), action.left_on
    yield from _completions(action)
    for index, milestone in enumerate(action.milestones):
        for path, day in _completions(milestone):
            yield ("milestones", index, *path), day


def _completions(one: Action | Milestone) -> Iterator[tuple[Path, date]]:
    """Yield the first day on which work that is said to be completed can have been, if any."""
    if one.due and one.due.kind is ScheduleKind.COMPLETED and one.due.finish:
        yield ("due_means", "ends") if one.due_means else ("due",), one.due.finish.first
