"""Issues: what is said of a whole issue log, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels
from planboard.saying.wording import and_list, day, during, lower, number, span
from planboard.words.vocabulary.issues import IssueState, ToldState

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.issues import Issue, Raised

__all__ = [
    "by_level",
    "by_state",
    "entries",
    "issues",
    "judged",
    "raised",
    "read_by_us",
    "readings",
    "repeated",
    "state",
    "stated",
    "summary",
    "told",
    "withheld",
]

_NOT_STATED: Final = "not stated"


def issues(how_many: int) -> str:
    """Return how many issues there are: ``1 issue``, ``14 issues``."""
    return f"{number(how_many)} {'issue' if how_many == 1 else 'issues'}"


def entries(told: Answers) -> str:
    """Return how many entries a log has: they are issues, unless some are good news."""
    if not told.good_news:
        return issues(told.total)
    return f"{number(told.total)} {'entry' if told.total == 1 else 'entries'}"


def summary(record: IssuesInFull, told: Answers) -> str:
    """Return how many issues were answered, and of how many people were told or wait for it.

    ``6 issues and 3 pieces of good news; all 9 are answered. People were told what came of 1 (no
    day given), and wait to be told of 1; for 7, the log does not say whether people were told.``
    """
    if not told.total:
        return f"No issue of this {record.kind_name} is published."
    undated = told.told_as(ToldState.UNDATED)
    known, silent = told.told_as(ToldState.TOLD) + undated, told.told_as(ToldState.NOT_STATED)
    opening = _answered(told)
    if silent == told.total:
        return f"{opening} The {record.kind_name} does not say whether people were told."
    none = "no day given" if known == undated else f"no day given for {number(undated)}"
    rest = f"; for {number(silent)}, the {record.kind_name} does not say whether people were told"
    known_of = f"{number(known)} ({none})" if undated else number(known)
    return (
        f"{opening} People were told what came of {known_of}, and wait to be told of "
        f"{number(len(told.waiting))}{rest if silent else ''}."
    )


def _answered(told: Answers) -> str:
    answered, news = len(told.answered), len(told.good_news)
    verb = "is" if answered == 1 else "are"
    if not news:
        return f"{number(answered)} of {issues(told.total)} {verb} answered."
    others = told.total - news
    good = f"{number(news)} {'piece' if news == 1 else 'pieces'} of good news"
    both = f"{issues(others)} and {good}" if others else good
    if others and answered == told.total:
        return f"{both}; all {number(told.total)} are answered."
    return f"{both}; {number(answered)} of {number(told.total)} {verb} answered."


def judged(record: IssuesInFull, told: Answers) -> str:
    """Return on which day dates are judged; a month of facts has no one day for a meeting in it.

    A log of May may speak of a meeting on 30 May as still to come: then its last day would be one
    on which that meeting is over.
    """
    as_at = record.log.as_at
    ahead = [span(on) for on in told.meetings_ahead if on.first <= as_at.last]
    if not ahead or as_at.first == as_at.last:
        return f"Dates are judged at the end of {day(told.day)}, the day of the facts, not today."
    meetings, are = ("meeting", "is") if len(ahead) == 1 else ("meetings", "are")
    return (
        f"Dates are judged as at {span(as_at)}, not today; the {meetings} of {and_list(ahead)} "
        f"{are} still to come there."
    )


def stated(told: Answers) -> str:
    """Return for how many issues the document states a status, an owner and a due date (R003)."""
    if not told.total:
        return ""
    of, found = entries(told), told.stated
    if found.status == found.owner == found.due:
        return f"Status, owner and due date are stated for {number(found.status)} of {of}."
    return (
        f"A status is stated for {number(found.status)} of {of}, an owner for "
        f"{number(found.owner)} and a due date for {number(found.due)}."
    )


def read_by_us(told: Answers) -> str:
    """Return of how many issues the state is a reading of words."""
    found = len(told.readings)
    if not found:
        return ""
    return f"The state of {number(found)} of {entries(told)} is our reading of its words."


def readings(record: IssuesInFull, told: Answers) -> str:
    """Return the same with how it was read."""
    said, basis = read_by_us(told), record.log.state_basis
    return f"{said.rstrip('.')}: {lower(basis).rstrip('.')}." if said and basis else said


def withheld(told: Answers) -> str:
    """Return how many further issues are not published, and why."""
    if not told.withheld:
        return ""
    verb = "is" if told.withheld == 1 else "are"
    return (
        f"{number(told.withheld)} more {verb} not published, because nobody has released "
        f"{'it' if told.withheld == 1 else 'them'}: so it is with signs of tension between groups."
    )


def state(record: IssuesInFull, issue: Issue) -> str:
    """Return where an issue stands, with the meeting, the board or the reason that belongs to it.

    ``Proposed for closure, for decision at the team leaders’ meeting on 30 May 2022``.
    """
    words = labels.ISSUE_STATES[issue.state]
    match issue.state:
        case IssueState.CLOSED:
            on = f" {during(issue.closed_on)}" if issue.closed_on else " (no date given)"
            why = f", {labels.CLOSED_BECAUSE[issue.closed_because]}" if issue.closed_because else ""
            return f"{words}{on}{why}{_meeting(issue, 'decided')}"
        case IssueState.PROPOSED_FOR_CLOSURE:
            return f"{words}{_meeting(issue, 'for decision')}"
        case _:
            board = f", with the {record.role(issue.with_board)}" if issue.with_board else ""
            return f"{words}{board}{_meeting(issue, 'for decision')}"


def _meeting(issue: Issue, how: str) -> str:
    if not issue.decided_at:
        return ""
    on = f" {during(issue.decided_at.on)}" if issue.decided_at.on else ""
    return f", {how} at the {issue.decided_at.meeting}{on}"


def raised(one: Raised) -> str:
    """Return when, where and by whom an issue was raised: ``Raised by residents in May 2024``."""
    said = (
        f"by {one.by}" if one.by else "",
        f"at the {one.at}" if one.at else "",
        during(one.on) if one.on else "",
    )
    words = " ".join(filter(None, said))
    return f"Raised {words}" if words else f"When and where it was raised is {_NOT_STATED}"


def repeated(one: Raised) -> str:
    """Return how often an issue was raised, if that is known: ``Raised in 2 reports`` (R051)."""
    if one.times is None:
        return ""
    if one.times_in and one.times > 1:
        return f"Raised in {number(one.times)} {one.times_in}"
    return f"Raised {number(one.times)} {'time' if one.times == 1 else 'times'}"


def told(record: IssuesInFull, issue: Issue) -> str:
    """Return whether those who raised an issue were told, how and when.

    ``Told on 3 May 2022 by e-mail``, ``Not yet told: due at the next community forum``.
    """
    found, known = record.log.told_state(issue), issue.told
    words = labels.TOLD_STATES[found]
    if found is ToldState.NOT_STATED or known is None:
        return "Whether people were told is not stated" if found is ToldState.NOT_STATED else words
    how = and_list([labels.CHANNELS[one] for one in known.how])
    if found is ToldState.TOLD:
        return " ".join(filter(None, ("Told", during(known.on) if known.on else "", how)))
    if found is ToldState.UNDATED:
        return f"Told {how} (no date given)"
    due = (
        f"at the {known.due_at}" if known.due_at else "",
        during(known.due_on) if known.due_on else "",
    )
    when = " ".join(filter(None, due))
    return f"{words}: due {when}" if when else words


# Titles of charts: each says what its chart shows, and ends without a full stop.


def by_state(told: Answers) -> str:
    """Return in which state most issues are, and how many are closed.

    ``No issue is closed; 7 of 14 are in progress``.
    """
    if not told.total:
        return "There are no issues"
    closed = told.in_state(IssueState.CLOSED)
    verb = "is" if closed == 1 else "are"
    opening = f"{_some(closed, told)} {verb} closed" if closed else "No issue is closed"
    others = [one for one in told.states if one[0] is not IssueState.CLOSED and one[1]]
    if not others:
        return opening
    most, many = max(others, key=lambda one: one[1])
    part = f"{number(many)} of {number(told.total)}"
    if most is IssueState.NOT_STATED:
        return f"{opening}; the state of {part} is {_NOT_STATED}"
    return f"{opening}; {part} {'is' if many == 1 else 'are'} {lower(labels.ISSUE_STATES[most])}"


def _some(part: int, told: Answers) -> str:
    return f"{number(part)} of {entries(told)}"


def by_level(told: Answers) -> str:
    """Return which response most issues had: ``Advice given was the furthest response to …``."""
    found = [(level, many) for level, many in told.levels if level and many]
    if not found:
        return "No response has a level"
    level, many = max(found, key=lambda one: one[1])
    furthest = f"was the furthest response to {_some(many, told)}"
    return f"{labels.RESPONSE_LEVELS[level]} {furthest}"
