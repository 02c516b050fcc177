"""Plans: what a plan leaves out or says twice over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.rules.gaps.gap import Gap
from planboard.words.vocabulary.dates import EndDateState, ScheduleKind
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED, CountsAs, Stage, UpdateState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Action

__all__ = ["of_plan"]

_COMPLETE: Final = 100  # per cent
_NOT_GOING_WELL: Final = frozenset({CountsAs.OFF_TRACK, CountsAs.AT_RISK})
_STILL_OPEN: Final = frozenset({Stage.NOT_STARTED, Stage.IN_PROGRESS, Stage.PAUSED})


def of_plan(record: PlanInFull, stale_after_days: int) -> Iterator[Gap]:
    """Yield each gap of a plan in the order of its file.

    What has left the plan has no gaps. ``stale_after_days`` is the age, in days at the as-at
    day, from which the newest update of an action that is not finished counts as old.
    """
    yield from _targets(record)
    for path, _, action in record.plan.walk_actions():
        if action.left_on is None:
            for code, message in (
                *_left_out(action),
                *_old(record, action, stale_after_days),
                *_said_twice(record, action),
            ):
                yield Gap(code, path, "action", action, message)


def _left_out(action: Action) -> Iterator[tuple[str, str]]:
    if not action.owners:
        yield "no-owner", "names no owner."
    if action.schedule.end_date_state is EndDateState.NOT_STATED:
        yield "no-date", "states no date."
    state = action.update_state
    if state in {UpdateState.NONE, UpdateState.EMPTY, UpdateState.FORWARD}:
        yield "no-update", "has no update on progress."
    if any(one.state is UpdateState.PLACEHOLDER for one in action.updates):
        yield "placeholder", "has a placeholder where an update belongs."
    if any(one.state is UpdateState.INVALID for one in action.updates):
        yield "unclear-date", "has an update whose date is unclear in the source."
    if action.status == NOT_RATED:
        yield "not-rated", "has no rating in the source."
    if action.status == NOT_PUBLISHED:
        yield "not-published", "has a rating that the source does not carry."


def _old(record: PlanInFull, action: Action, stale_after_days: int) -> Iterator[tuple[str, str]]:
    age = record.days_without_news(action)
    if age is not None and age > stale_after_days and not record.is_finished(action):
        yield "stale", f"has its newest update {age} days before the facts were true."


def _said_twice(record: PlanInFull, action: Action) -> Iterator[tuple[str, str]]:
    """Yield each contradiction between what two fields of one action say."""
    level = record.level(action)
    done = action.stage is Stage.COMPLETE or action.schedule.kind is ScheduleKind.COMPLETED
    open_still = action.stage in _STILL_OPEN
    if level and done and level.counts_as in _NOT_GOING_WELL:
        yield "contradiction", f"is said to be complete, but its status is {level.label.lower()}."
    if level and open_still and level.counts_as is CountsAs.COMPLETE:
        yield "contradiction", f"is not finished, but its status is {level.label.lower()}."
    share = action.percent_complete
    if share is not None and (share < _COMPLETE if done else open_still and share == _COMPLETE):
        said = "said to be complete" if done else "not finished"
        yield "contradiction", f"is {said}, but {share}% of it is said to be done."
    last = action.schedule.last_day if action.schedule.has_end_date else None
    later = [
        one.title
        for one in action.milestones
        if last and one.due and one.due.last_day and one.due.last_day > last
    ]
    if later:
        yield "contradiction", f"ends before its own milestone “{later[0]}” is due."


def _targets(record: PlanInFull) -> Iterator[Gap]:
    """Yield a gap when ratings speak of targets and actions have none (R152)."""
    without, total = record.without_targets
    if record.scale.needs_targets and without:
        names = record.plan.action_names(2)
        message = (
            f"{without} of {total} {names} {'has' if without == 1 else 'have'} no target, though "
            "the meanings of the statuses speak of targets."
        )
        yield Gap("no-target", ("scale",), "", None, message)
