"""Story views: one issue with its whole story, as its entry in the log shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes.forms import NO_LEVEL
from planboard.saying import labels, routes, wording
from planboard.saying.sentences import issues as sentences
from planboard.saying.sentences import newsletters
from planboard.saying.views import parts
from planboard.saying.views.issues import states
from planboard.saying.views.parts import Link, Note, Run, Tag
from planboard.words.vocabulary.dates import EndDateState
from planboard.words.vocabulary.issues import AnswerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.answers import IssueStanding
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.issues import ActionTaken, Issue

__all__ = [
    "NO_OWNER",
    "THING",
    "AnswerView",
    "IssueMarks",
    "IssueView",
    "address",
    "answer",
    "full_link",
    "level",
    "of_issue",
]

THING: Final = "issue"
"""What kind of part an issue is, as its anchor says."""
NO_OWNER: Final = "Owner not stated"
_NO_DATE: Final = "(no date given)"
_HALF_A_SHEET: Final = 24  # lines of an entry on paper
_LETTERS: Final = 36  # on a line of its narrower column


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer: its day in words, what it is when nothing was done, and its paragraphs.

    ``who`` says who did it and with whom, ``level`` how far the response went.
    """

    when: str
    machine: str
    kind: str
    paragraphs: tuple[tuple[Run, ...], ...]
    who: tuple[Run, ...]
    level: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IssueMarks:
    """What filters know of an entry, as codes; ids with a space between them, days in ISO 8601.

    ``day`` is the one on which it was raised, ``updated`` that of its newest answer. ``long`` says
    that its entry fills more than about half a sheet of paper.
    """

    id: str
    owners: str
    level: str
    told: str
    day: str
    updated: str
    long: bool


@dataclass(frozen=True, slots=True)
class IssueView:
    """One issue, as its entry in the log shows it."""

    anchor: str
    name: str
    number: str
    title: str
    paragraphs: tuple[tuple[Run, ...], ...]
    kind: str
    raised: tuple[str, ...]
    owners: tuple[Run, ...]
    no_owner: str
    due: str
    as_written: str
    answers: tuple[AnswerView, ...]
    no_answer: str
    tag: Tag
    state: str
    reading: str
    told: str
    notes: tuple[Note, ...]
    marks: IssueMarks


def address(record: IssuesInFull, issue: Issue, page: str) -> str:
    """Return the way from ``page`` to one issue."""
    home = routes.issues(record.id)
    return routes.relative(f"{home}#{routes.anchor(THING, issue.id)}", page)


def full_link(record: IssuesInFull, issue: Issue, page: str) -> Link:
    """Return the link from ``page`` to one issue, with its number and title."""
    return Link(f"{issue.known_as}. {issue.title}", address(record, issue, page))


def of_issue(record: IssuesInFull, one: IssueStanding) -> IssueView:
    """Return the view of one issue."""
    issue, when = one.issue, one.issue.schedule
    answers = tuple(answer(record, action) for action in issue.actions_newest_first)
    stated = when.end_date_state is not EndDateState.NOT_STATED
    due = wording.schedule(when) if stated else "Due date not stated"
    return IssueView(
        anchor=routes.anchor(THING, issue.id),
        name=issue.called,
        number=issue.known_as,
        title=issue.title,
        paragraphs=tuple(parts.runs(text) for text in parts.paragraphs(issue.text)),
        kind=labels.ISSUE_KINDS[issue.kind],
        raised=tuple(
            filter(None, (sentences.raised(issue.raised), sentences.repeated(issue.raised)))
        ),
        owners=parts.roles(record, issue.owners),
        no_owner="" if issue.owners else NO_OWNER,
        due=f"{due} (passed)" if one.due_passed else due,
        as_written="" if when.as_written.casefold() == due.casefold() else when.as_written,
        answers=answers,
        no_answer="" if answers else "No answer published",
        tag=states.tag(issue.state),
        state=_state(record, one),
        reading=_reading(one),
        told=sentences.told(record, issue),
        notes=(*_notes(record, issue), *_reported(one, routes.issues(record.id))),
        marks=_marks(issue, one),
    )


def level(issue: Issue) -> str:
    """Return how far the furthest response to an issue went, in words, if that is known."""
    return labels.RESPONSE_LEVELS[issue.level] if issue.level else ""


def _state(record: IssuesInFull, one: IssueStanding) -> str:
    """Return what belongs to the state beyond its tag: a meeting, a board, a reason."""
    issue = one.issue
    said = sentences.state(record, issue)
    more = [said] if said != labels.ISSUE_STATES[issue.state] else []
    if issue.with_board:
        heard = wording.during(issue.board_heard_on) if issue.board_heard_on else ""
        more.append(f"Last heard there {heard}" if heard else "When last heard there: not stated")
    if one.decision_passed:
        more.append("That meeting has passed, and no decision is recorded")
    if issue.status:
        more.append(f"In the words of the log: “{issue.status}”")
    return ". ".join(more)


def _reading(one: IssueStanding) -> str:
    if not one.is_reading:
        return ""
    basis = one.issue.state_basis
    return f"Our reading: {wording.lower(basis)}" if basis else "Our reading"


def answer(record: IssuesInFull, action: ActionTaken, *, marked: bool = True) -> AnswerView:
    """Return one answer; where it lacks its day that is ``marked``, unless it is said elsewhere."""
    paragraphs = parts.paragraphs(action.text)
    if marked and action.lacks_day:
        first = paragraphs[0]
        stop = "." if first.endswith(".") else ""
        paragraphs = (f"{first.removesuffix('.')} {_NO_DATE}{stop}", *paragraphs[1:])
    plain = action.kind is AnswerKind.ACTION
    on = action.done_on
    by, partners = parts.roles(record, action.by), parts.roles(record, action.partners)
    return AnswerView(
        when=_when(action),
        machine=on.last.isoformat() if on and on.first == on.last else "",
        kind="" if plain else labels.ANSWER_KINDS[action.kind],
        paragraphs=tuple(parts.runs(text) for text in paragraphs),
        who=(
            *((Run("By "), *by) if by else ()),
            *((Run(", with " if by else "With "), *partners) if partners else ()),
        ),
        level=labels.RESPONSE_LEVELS[action.level] if action.level else "",
        links=tuple(Link(link.title, link.url) for link in action.links),
    )


def _when(action: ActionTaken) -> str:
    """Return the day of an answer; only what has one is called done (R204)."""
    if action.done_on is None:
        return ""
    day = wording.span(action.done_on)
    return f"Done {day}" if action.kind is AnswerKind.ACTION else wording.capital(day)


def _notes(record: IssuesInFull, issue: Issue) -> Iterator[Note]:
    if issue.details_held is not None:
        held = "yes; they are not published" if issue.details_held else "no"
        yield Note("Details held:", (Run(held),))
    if issue.topics:
        yield Note("Topics:", (Run(", ".join(issue.topics)),))
    page = routes.issues(record.id)
    for other in issue.see_also:
        found = record.issues.get(other)
        if found:
            yield Note("See also", (Run(found.called, address(record, found, page)),))
    for link in issue.links:
        yield Note("Read with it:", (Run(link.title, link.url),))
    if issue.source and issue.source.item:
        yield Note("In the document:", (Run(issue.source.item),))
    if issue.source and issue.source.note:
        yield Note("Note:", (Run(issue.source.note),))


def _reported(one: IssueStanding, page: str) -> Iterator[Note]:
    """Yield a way to each newsletter that told of the issue (R008)."""
    for newsletter in one.newsletters:
        way = routes.relative(routes.newsletter(newsletter.id), page)
        yield Note("In the newsletter:", (Run(newsletters.called(newsletter.newsletter), way),))


def _marks(issue: Issue, one: IssueStanding) -> IssueMarks:
    raised = issue.raised.on
    days = [action.done_on.last for action in issue.actions if action.done_on]
    answers = [text for action in issue.actions for text in parts.paragraphs(action.text)]
    lines = sum(1 + len(text) // _LETTERS for text in answers) + len(issue.actions)
    return IssueMarks(
        id=issue.id,
        owners=" ".join(issue.named),
        level=issue.level or NO_LEVEL,
        told=one.told.value,
        day=raised.first.isoformat() if raised else "",
        updated=max(days).isoformat() if days else "",
        long=lines > _HALF_A_SHEET,
    )
