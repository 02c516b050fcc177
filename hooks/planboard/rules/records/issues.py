"""Issues: what must hold inside an issue log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.records import published
from planboard.words.problems import Level, Problem
from planboard.words.vocabulary.issues import IssueState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.issues import Issue, IssueLog

__all__ = ["check"]


def check(entry: Entry[IssueLog]) -> Iterator[Problem]:
    """Yield a complaint for each contradiction inside one log.

    No message repeats the words of an issue: it may be a tension that is not released.
    """
    log = entry.record
    days = [
        ((*_path(index), *inner), day)
        for index, issue in enumerate(log.issues)
        for inner, day in issue.reported_days()
    ]
    yield from published.after_as_at(entry, days)
    for index, issue in enumerate(log.issues):
        path = _path(index)
        if issue.state is IssueState.CLOSED and log.is_reading(issue):
            yield _error(
                entry,
                (*path, "state"),
                "closed-by-reading",
                "The log does not state that this issue is closed: the state is only read from "
                "its words. Give its status in the words of the log, or choose another state.",
            )
        if entry.whole:
            yield from _meanings_of_nothing(entry, path, issue)
        yield from _before_it_was_raised(entry, path, issue)


def _path(index: int) -> tuple[str | int, ...]:
    return ("issues", index)


def _meanings_of_nothing(entry: Entry[IssueLog], path: Path, issue: Issue) -> Iterator[Problem]:
    if issue.due_means and not issue.due:
        yield Problem(
            Level.ERROR,
            "no-due",
            entry.places.key_place((*path, "due_means")),
            '"due_means" says what the words of "due" mean, but there is no "due" here. '
            'Add a line "due: …" with the words of the log.',
        )


def _before_it_was_raised(entry: Entry[IssueLog], path: Path, issue: Issue) -> Iterator[Problem]:
    """Yield an error where somebody was told, or it was closed, before it was raised at all."""
    raised = issue.raised.on
    later = {("closed_on",): issue.closed_on, ("told", "on"): issue.told and issue.told.on}
    for inner, days in later.items():
        if raised and days and days.last < raised.first:
            yield _error(
                entry,
                (*path, *inner),
                "before-raised",
                f"This day, {days.first.isoformat()}, is before the issue was raised, "
                f"{raised.first.isoformat()}. Correct one of them.",
            )


def _error(entry: Entry[IssueLog], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.ERROR, code, entry.places.place(path), message)
