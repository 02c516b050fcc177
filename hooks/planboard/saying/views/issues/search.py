"""Search views: what search knows of an issue log, an entry for each issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.search import SearchEntry, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.saying.views.issues.log import LogView
    from planboard.saying.views.issues.story import AnswerView, IssueView
    from planboard.saying.views.parts import Run

__all__ = ["of_log"]


def of_log(view: LogView) -> SearchView:
    """Return what search should know of a log: every issue with all its words."""
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=tuple(
            SearchEntry(
                anchor=issue.anchor,
                title=f"{issue.name}: {issue.title}",
                texts=tuple(filter(None, _texts(issue))),
            )
            for issue in view.issues
        ),
    )


def _texts(issue: IssueView) -> Iterator[str]:
    yield f"State: {issue.tag.label}. {issue.told}."
    yield f"{issue.state}." if issue.state else ""
    if issue.marks.id != issue.number:
        yield f"Known here as {issue.marks.id}."
    yield from map(_said, issue.paragraphs)
    yield f"{issue.kind}. {'. '.join(issue.raised)}."
    yield f"Owner: {_said(issue.owners)}" if issue.owners else issue.no_owner
    for answer in issue.answers:
        yield " ".join(filter(None, _of_answer(answer)))
    for note in issue.notes:
        yield f"{note.label} {_said(note.runs)}"


def _of_answer(answer: AnswerView) -> Iterator[str]:
    yield f"{answer.when}:" if answer.when else ""
    yield f"{answer.kind}:" if answer.kind else ""
    yield from map(_said, answer.paragraphs)
    yield _said(answer.who)
    yield answer.level


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
