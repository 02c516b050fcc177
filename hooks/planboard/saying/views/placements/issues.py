"""Issues: what the issues of a log may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic import selection
from planboard.rules.shortcodes.forms import NO_LEVEL, OWNED_BY_NOBODY
from planboard.saying import labels, wording
from planboard.saying.sentences import issues as sentences
from planboard.saying.views import parts
from planboard.saying.views.issues import states, story
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.answers import Answers, IssueStanding
    from planboard.rules.shortcodes.forms import IssueChoice, Placement
    from planboard.saying.views.parts import Link, Origin, Tag
    from planboard.truth.in_full import IssuesInFull

__all__ = ["IssueLine", "PlacedIssuesView", "table"]


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue in a few words, with the way to its whole story."""

    link: Link
    answer: str
    told: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class PlacedIssuesView:
    """Some issues of a log as a table; ``notes`` say what is read into it, and what is left out."""

    caption: str
    count: str
    rows: tuple[IssueLine, ...]
    notes: tuple[str, ...]
    source: Origin


def table(placed: Placement, record: IssuesInFull, told: Answers, page: str) -> PlacedIssuesView:
    """Return the issues that are wanted, each in a line, as they stand on ``page``."""
    found = selection.chosen_issues(told, placed.issues)
    shown = found[: placed.most]
    read = sentences.readings(record, told) if any(one.is_reading for one in shown) else ""
    return PlacedIssuesView(
        caption=_titled(record, placed.issues),
        count=_counted(len(shown), len(found), told),
        rows=tuple(_line(record, one, page) for one in shown),
        notes=tuple(filter(None, (read, sentences.withheld(told)))),
        source=parts.origin(record, page),
    )


def _counted(shown: int, found: int, told: Answers) -> str:
    """Return how many issues are shown: ``5 of 14 issues``, ``The first 2 of 5; 14 in all``."""
    issues, of_all = wording.number(found), sentences.entries(told)
    if not found:
        return f"0 of {of_all}: none is like this." if told.total else "No issue is published."
    if shown == found:
        return f"{issues} of {of_all}"
    first = f"The first {wording.number(shown)} of"
    return (
        f"{first} {of_all}"
        if found == told.total
        else f"{first} {issues} like this; {of_all} in all"
    )


def _titled(record: IssuesInFull, choice: IssueChoice) -> str:
    """Return what was chosen: ``Issues: open; Roads team``; nothing chosen is all."""
    words = list(_chosen(record, choice))
    return f"Issues: {'; '.join(words)}" if words else "Issues"


def _chosen(record: IssuesInFull, choice: IssueChoice) -> Iterator[str]:
    if choice.state:
        state = wording.lower(labels.ISSUE_STATES[choice.state])
        yield f"state {state}" if choice.state is IssueState.NOT_STATED else state
    if choice.level == NO_LEVEL:
        yield "response not stated"
    elif choice.level:
        yield wording.lower(labels.RESPONSE_LEVELS[ResponseLevel(choice.level)])
    if choice.owner:
        nobody = choice.owner == OWNED_BY_NOBODY
        yield "nobody named" if nobody else record.role(choice.owner)
    if choice.told is ToldState.NOT_STATED:
        yield "not stated whether people were told"
    elif choice.told:
        yield wording.lower(labels.TOLD_STATES[choice.told])


def _line(record: IssuesInFull, one: IssueStanding, page: str) -> IssueLine:
    issue = one.issue
    answered = "Answered" if issue.answered else "No answer published"
    silent = one.told is ToldState.NOT_STATED
    return IssueLine(
        link=story.full_link(record, issue, page),
        answer=story.level(issue) or answered,
        told=labels.TOLD_STATES[one.told] if silent else sentences.told(record, issue),
        tag=states.tag(issue.state),
    )
