"""Issues: what the issues of a log may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.arithmetic import selection
from planboard.rules.shortcodes.forms import NO_LEVEL, OWNED_BY_NOBODY
from planboard.saying import labels, wording
from planboard.saying.sentences import issues as sentences
from planboard.saying.views.issues import states, story
from planboard.saying.views.parts import Link, Run
from planboard.saying.views.placements import blocks
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.arithmetic.answers import Answers, IssueStanding
    from planboard.rules.shortcodes.forms import IssueChoice, Placement
    from planboard.saying.views.issues.story import AnswerView
    from planboard.saying.views.parts import Origin, Tag
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.issues import ActionTaken, Issue

__all__ = [
    "IssueLine",
    "PlacedIssuesView",
    "PlacedYouSaidView",
    "SaidLine",
    "table",
    "you_said",
]

_SHORT: Final = 200
"""Letters of an answer that is shown whole."""
_FEW: Final = 3
"""How many answers to an issue are shown."""


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
    source: Origin | None


@dataclass(frozen=True, slots=True)
class SaidLine:
    """What was said, what was done about it, whether people were told, and where it stands.

    ``more`` leads to the answers that are not shown, ``none`` says that there is no answer.
    """

    link: Link
    answers: tuple[AnswerView, ...]
    more: Link | None
    none: str
    tag: Tag
    why: str
    told: str


@dataclass(frozen=True, slots=True)
class PlacedYouSaidView:
    """Some issues of a log as what people said and what was done about it."""

    caption: str
    count: str
    rows: tuple[SaidLine, ...]
    notes: tuple[str, ...]
    source: Origin | None


def table(placed: Placement, record: IssuesInFull, told: Answers, page: str) -> PlacedIssuesView:
    """Return the issues that are wanted, each in a line, as they stand on ``page``."""
    found = selection.chosen_issues(told, placed.issues)
    shown = found[: placed.most]
    read = sentences.readings(record, told) if any(one.is_reading for one in shown) else ""
    return PlacedIssuesView(
        caption=_titled("Issues", record, placed.issues),
        count=_counted(len(shown), len(found), told),
        rows=tuple(_line(record, one, page) for one in shown),
        notes=tuple(filter(None, (read, sentences.withheld(told)))),
        source=blocks.source(placed, record, page),
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


def _titled(title: str, record: IssuesInFull, choice: IssueChoice) -> str:
    """Return what was chosen: ``Issues: open; Roads team``; nothing chosen is all."""
    words = "; ".join(_chosen(record, choice))
    return f"{title}: {words}" if title and words else title or wording.capital(words)


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
    return IssueLine(
        link=story.full_link(record, issue, page),
        answer=story.level(issue) or answered,
        told=_told(record, one),
        tag=states.tag(issue.state),
    )


def _told(record: IssuesInFull, one: IssueStanding) -> str:
    """Return whether people were told, how and when.

    Who was told only after the day of a newsletter still waited on it, and nothing says until when.
    """
    told = record.log.told_state(one.issue)
    if one.told is ToldState.NOT_STATED or one.told is not told:
        return labels.TOLD_STATES[one.told]
    return sentences.told(record, one.issue)


# You said, we did.


def you_said(
    placed: Placement, record: IssuesInFull, told: Answers, page: str
) -> PlacedYouSaidView:
    """Return what people said and what was done about it (R008), as it stands on ``page``.

    In a newsletter that covers issues of this log it is these, in the order in which it names them.
    """
    found = selection.chosen_issues(told, placed.issues)
    newsletter = placed.newsletter
    if newsletter and newsletter.covered and newsletter.log and newsletter.log.id == record.id:
        by_id = {one.issue.id: one for one in found}
        found = tuple(by_id[one.id] for one in newsletter.covered if one.id in by_id)
    shown = found[: placed.most]
    answers = [action for one in shown for action in one.issue.actions_newest_first[:_FEW]]
    marked = any(one.done_on for one in answers)
    return PlacedYouSaidView(
        # a newsletter has a heading of its own above it
        caption=_titled("" if newsletter else "You said, we did", record, placed.issues),
        count=_counted(len(shown), len(found), told),
        rows=tuple(_said(record, one, page, marked=marked) for one in shown),
        notes=tuple(_notes(record, told, shown, undated=bool(answers) and not marked)),
        source=blocks.source(placed, record, page),
    )


def _said(record: IssuesInFull, one: IssueStanding, page: str, *, marked: bool) -> SaidLine:
    issue = one.issue
    actions = issue.actions_newest_first
    rest = len(actions) - _FEW
    address = story.address(record, issue, page)
    silent = one.told is ToldState.NOT_STATED
    return SaidLine(
        link=story.full_link(record, issue, page),
        answers=tuple(_answer(record, action, marked=marked) for action in actions[:_FEW]),
        more=Link(f"{wording.counted(rest, 'more answer')} to {issue.known_as}", address)
        if rest > 0
        else None,
        none="" if actions else "Nothing is published yet",
        tag=states.tag(issue.state),
        why=_why_closed(issue),
        told="" if silent else _told(record, one),
    )


def _why_closed(issue: Issue) -> str:
    """Return why an issue is closed, of which its tag says nothing."""
    why = issue.closed_because
    return wording.capital(labels.CLOSED_BECAUSE[why]) if why else ""


def _answer(record: IssuesInFull, action: ActionTaken, *, marked: bool) -> AnswerView:
    """Return an answer without its links, and of a long one its first paragraph only.

    The page of the log has the rest.
    """
    whole = story.answer(record, action, marked=marked)
    shown = whole.paragraphs if len(action.text) <= _SHORT else whole.paragraphs[:1]
    return replace(whole, paragraphs=(_together(shown),), links=(), level="")


def _together(paragraphs: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Return paragraphs as one, each of them a sentence of it."""
    found: list[Run] = []
    for one in paragraphs:
        if found:
            found.append(Run(" " if found[-1].text.endswith((".", "!", "?")) else ". "))
        found += one
    return tuple(found)


def _notes(
    record: IssuesInFull, told: Answers, shown: Sequence[IssueStanding], *, undated: bool
) -> Iterator[str]:
    """Yield what is true of several of the issues, said once."""
    if undated:
        yield "The log gives no date for any of these answers."
    silent = sum(one.told is ToldState.NOT_STATED for one in shown)
    if silent and silent == len(shown):
        yield "The log does not say whether people were told."
    elif silent:
        some = wording.number(silent)
        yield f"For {some} of these, the log does not say whether people were told."
    if any(one.is_reading for one in shown):
        yield sentences.readings(record, told)
    if withheld := sentences.withheld(told):
        yield withheld
