"""Issues: what an issue log leaves out or says twice over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.gaps.gap import Gap
from planboard.words.vocabulary.dates import EndDateState
from planboard.words.vocabulary.issues import AnswerKind, IssueState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.issues import Issue

__all__ = ["of_issues"]


def of_issues(record: IssuesInFull) -> Iterator[Gap]:
    """Yield each gap of a log in the order of its file; what is not published has none."""
    for path, issue in record.walk_issues():
        for code, message in (*_left_out(record, issue), *_unproved(issue)):
            yield Gap(code, path, "issue", issue, message)
        for index, action in enumerate(issue.actions):
            if action.kind is AnswerKind.POINTER and not action.links:
                at = (*path, "actions", index)
                message = "points to something elsewhere and has no link to it."
                yield Gap("no-link", at, "issue", issue, message)


def _left_out(record: IssuesInFull, issue: Issue) -> Iterator[tuple[str, str]]:
    closed = issue.state is IssueState.CLOSED
    if not issue.owners:
        yield "no-owner", "names no owner."
    if issue.schedule.end_date_state is EndDateState.NOT_STATED and not closed:
        yield "no-date", "states no date."
    if not record.log.states_status(issue):
        yield "no-status", "states no status."
    if not issue.actions:
        yield "no-answer", "has no answer."


def _unproved(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield what an issue says without the day or the meeting that would show it."""
    if issue.state is IssueState.CLOSED and not issue.closed_on:
        yield "no-decision", "is closed on no stated day."
    if issue.state is IssueState.PROPOSED_FOR_CLOSURE and not issue.decided_at:
        yield "no-decision", "is proposed for closure, but no meeting is named to decide it."
    if issue.with_board and not issue.board_heard_on:
        yield "no-decision", "is with a board, and the day it was last heard there is not stated."
    undated = sum(one.lacks_day for one in issue.actions)
    if undated:
        verb = "action has" if undated == 1 else "actions have"
        yield "undated-action", f"{undated} {verb} no date."
