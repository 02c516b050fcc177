"""Plans: what must hold between the records of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.words.problems import Level, Problem
from planboard.words.vocabulary import ScheduleKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planboard.truth.collection import Entry, Path
    from planboard.truth.model.plan import Action, Milestone, Plan

__all__ = ["ahead_of", "check"]


def check(entry: Entry[Plan]) -> Iterator[Problem]:
    """Yield a complaint for each contradiction inside one plan."""
    limit, as_at = entry.record.as_at.last, entry.places.place(("as_at",))
    for path, _, action in entry.record.walk_actions():
        for inner, day in _reported_days(action):
            if day > limit:
                yield Problem(
                    Level.ERROR,
                    "after-as-at",
                    entry.places.place((*path, *inner)),
                    f"This day, {day.isoformat()}, is after the last day of as_at, "
                    f"{limit.isoformat()} (line {as_at.line}). Correct the date, or move as_at on.",
                )
        for inner in _meanings_of_nothing(action) if entry.whole else ():
            yield Problem(
                Level.ERROR,
                "no-due",
                entry.places.key_place((*path, *inner, "due_means")),
                '"due_means" says what the words of "due" mean, but there is no "due" here. '
                'Add a line "due: …" with the words of the plan.',
            )
    yield from _editions(entry)


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


def ahead_of(entry: Entry[Plan], today: date) -> Iterator[Problem]:
    """Yield a warning when a plan has its facts from, or was published on, a day yet to come."""
    plan = entry.record
    for key, days in (("as_at", plan.as_at), ("published", plan.published)):
        if days and days.first > today:
            yield Problem(
                Level.WARNING,
                f"{key.replace('_', '-')}-to-come",
                entry.places.place((key,)),
                f"{key} is still to come: {days.first.isoformat()} is after today, "
                f"{today.isoformat()}. Is the year right?",
            )


def _editions(entry: Entry[Plan]) -> Iterator[Problem]:
    plan = entry.record
    if plan.next_update and plan.next_update.last < plan.as_at.first:
        yield Problem(
            Level.ERROR,
            "next-update-passed",
            entry.places.place(("next_update",)),
            "The next update is before as_at, the day on which the facts of the plan were true. "
            "Correct one of them.",
        )
