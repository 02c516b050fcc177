"""Issues downloads: the tables beside the page of an issue log, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels
from planboard.saying.charts import bars
from planboard.showing.downloads.record import documented as described
from planboard.showing.downloads.record import files as beside
from planboard.showing.downloads.record import json_keys
from planboard.showing.downloads.tables import (
    LIST,
    Documented,
    Key,
    Row,
    day,
    links,
    prose,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from enum import StrEnum

    from planboard.arithmetic.answers import Answers, IssueStanding
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.issues import ActionTaken, Issue
    from planboard.truth.schedule import Span

__all__ = ["JSON", "TABLES", "documented", "files"]

_NOT_STATED: Final = "not_stated"


def _codes(codes: Iterable[str]) -> str:
    return ", ".join(codes)


TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "issues": (
        Key("id", "Its name for ever; its place on the page is #issue-id"),
        Key("raised", "The day it was raised, or the last one of that month or year"),
        Key("kind", f"What was raised: {_codes(labels.ISSUE_KINDS)}"),
        Key("state", f"Where it stands: {_codes(labels.ISSUE_STATES)}"),
        Key("owners", "Who is accountable, as roles"),
        Key("actions", "What was done, newest first"),
        Key("told_on", "The day on which those who raised it were told"),
        Key("number", "The number as printed; blank where the source prints none"),
        Key("title", "What was raised"),
        Key("text", "More on what was raised"),
        Key("raised_at", "The meeting or return in which it was raised"),
        Key("raised_by", "What kind of people raised it"),
        Key("times_raised", "How many times it was raised; blank where not stated"),
        Key("due", "The words of the log for the date"),
        Key("due_last_day", "The last day by which it should be settled"),
        Key("due_passed", "Whether that had passed on the as-at day: yes, no; blank without one"),
        Key("status", "The status in the words of the log; blank where it states none"),
        Key("state_is_our_reading", "Whether the state is only read from its words: yes, no"),
        Key("state_basis", "How the state was read"),
        Key("decided_at", "The meeting that is to decide, or that decided"),
        Key("decided_on", "The day of that meeting"),
        Key("closed_because", f"Why it is closed: {_codes(labels.CLOSED_BECAUSE)}"),
        Key("closed_on", "The day on which it was closed"),
        Key("with_board", "The board that has it before it"),
        Key("board_heard_on", "The day on which that board was last heard"),
        Key(
            "level",
            f"How far the response went that went furthest: {_codes(labels.RESPONSE_LEVELS)}",
        ),
        Key("told_state", f"Whether people were told: {_codes(labels.TOLD_STATES)}"),
        Key("told_how", f"How they were told: {_codes(labels.CHANNELS)}"),
        Key("told_due_at", "Where they are still to be told"),
        Key("told_due_on", "When they are still to be told"),
        Key("topics", "Topics, to find what is alike"),
        Key("see_also", "Ids of issues to read with it"),
        Key("details_held", "Whether details are held that are not published: yes, no"),
        Key("links", "Documents to read with it: title and address"),
        Key("source_item", "Where it stands in the published document"),
        Key("source_note", "What was mended when it was typed in"),
        Key("newsletters", "The newsletters that cover it, by their ids, newest first"),
    ),
    "actions": (
        Key("issue", "The id of the issue"),
        Key("position", "Its place in the log of the issue, from 1"),
        Key("kind", f"What it is: {_codes(labels.ANSWER_KINDS)}"),
        Key("done_on", "The day on which it was done; blank where not stated"),
        Key("by", "Who does it, as roles"),
        Key("partners", "With whom, or who was asked, as roles"),
        Key("level", "How far the response went, as in issues.csv; blank where not stated"),
        Key("text", "What was done"),
        Key("links", "Evidence elsewhere: title and address"),
    ),
    "states": (
        Key("state", "A state, as in issues.csv"),
        Key("issues", "How many issues are in it; 0 is a true zero; all rows sum to the total"),
        Key("rank", "The place in the order, shared by equal numbers; blank for not_stated"),
    ),
    "levels": (
        Key("level", f"A response, as in issues.csv, or {_NOT_STATED}"),
        Key(
            "issues",
            "For how many issues it is the response that went furthest; all rows sum to the total",
        ),
        Key("rank", "The place in the order, shared by equal numbers; blank for not_stated"),
    ),
}
"""Every table of an issue log with its columns, in order. Columns may be added at the end."""

_OWN: Final = (
    Key("total", "How many issues are published"),
    Key("not_published", "How many more there are that are not released"),
    Key("counts", "How many issues are in each state; they sum to total"),
    Key("levels_counts", "How many issues had which response, the furthest; they sum to total"),
    Key("told_counts", "Of how many issues people were told, or wait; they sum to total"),
    Key("answered", "How many issues have an answer that says what was done or found"),
    Key("stated", "For how many issues the document states a status, an owner and a due date"),
)
JSON: Final = json_keys(_OWN, TABLES)
"""Every key of an issue log's ``data.json``."""


def files(record: IssuesInFull, told: Answers) -> dict[str, bytes]:
    """Return the files beside a log's page by name: a CSV for each table, and ``data.json``."""
    rows: dict[str, list[Row]] = {
        "issues": [_issue(record, one) for one in told.standings],
        "actions": list(_actions(record)),
        "states": _ranked("state", told.states),
        "levels": _ranked("level", told.levels),
    }
    own = {
        "total": told.total,
        "not_published": told.withheld,
        "counts": {state.value: number for state, number in told.states},
        "levels_counts": {level or _NOT_STATED: number for level, number in told.levels},
        "told_counts": {state.value: number for state, number in told.told},
        "answered": len(told.answered),
        "stated": {
            "status": told.stated.status,
            "owner": told.stated.owner,
            "due": told.stated.due,
        },
    }
    return beside(record, own, TABLES, rows, empty=True)


def documented() -> Documented:
    """Return what the data page says of the files beside an issue log."""
    return described("the page of an issue log", _OWN, TABLES)


def _issue(record: IssuesInFull, one: IssueStanding) -> Row:
    issue, when, told = one.issue, one.issue.schedule, one.issue.told
    decided = issue.decided_at
    basis = (issue.state_basis or record.log.state_basis) if one.is_reading else ""
    return {
        "id": issue.id,
        "raised": _last(issue.raised.on),
        "kind": issue.kind.value,
        "state": issue.state.value,
        "owners": _roles(record, issue.owners),
        "actions": LIST.join(prose(action.text) for action in issue.actions_newest_first),
        "told_on": _last(told.on if told else None),
        "number": issue.number or "",
        "title": issue.title,
        "text": prose(issue.text),
        "raised_at": issue.raised.at or "",
        "raised_by": issue.raised.by or "",
        "times_raised": "" if issue.raised.times is None else str(issue.raised.times),
        "due": when.as_written,
        "due_last_day": day(when.last_day),
        "due_passed": ("yes" if one.due_passed else "no") if when.has_end_date else "",
        "status": issue.status or "",
        "state_is_our_reading": "yes" if one.is_reading else "no",
        "state_basis": basis or "",
        "decided_at": decided.meeting if decided else "",
        "decided_on": _last(decided.on if decided else None),
        "closed_because": issue.closed_because or "",
        "closed_on": _last(issue.closed_on),
        "with_board": record.role(issue.with_board) if issue.with_board else "",
        "board_heard_on": _last(issue.board_heard_on),
        "level": issue.level or "",
        "told_state": one.told.value,
        "told_how": LIST.join(told.how) if told else "",
        "told_due_at": (told.due_at if told else None) or "",
        "told_due_on": _last(told.due_on if told else None),
        "topics": LIST.join(issue.topics),
        "see_also": LIST.join(issue.see_also),
        "details_held": _yes_or_no(issue),
        "links": links(issue.links),
        "source_item": (issue.source.item if issue.source else None) or "",
        "source_note": (issue.source.note if issue.source else None) or "",
        "newsletters": LIST.join(newsletter.id for newsletter in one.newsletters),
    }


def _actions(record: IssuesInFull) -> Iterator[Row]:
    for issue in record.log.issues:
        for position, action in enumerate(issue.actions, 1):
            yield _action(record, issue, position, action)


def _action(record: IssuesInFull, issue: Issue, position: int, action: ActionTaken) -> Row:
    return {
        "issue": issue.id,
        "position": str(position),
        "kind": action.kind.value,
        "done_on": _last(action.done_on),
        "by": _roles(record, action.by),
        "partners": _roles(record, action.partners),
        "level": action.level or "",
        "text": prose(action.text),
        "links": links(action.links),
    }


def _ranked(name: str, counts: Sequence[tuple[StrEnum | None, int]]) -> list[Row]:
    """Return the counts as the chart ranks them; what is not stated comes last, without a rank."""
    known = [(code.value, many) for code, many in counts if code and code.value != _NOT_STATED]
    silent = sum(many for code, many in counts if code is None or code.value == _NOT_STATED)
    ranks = bars.ranked([many for _, many in known])
    rows = [
        {name: known[one.index][0], "issues": str(known[one.index][1]), "rank": str(one.rank)}
        for one in ranks
    ]
    return [*rows, {name: _NOT_STATED, "issues": str(silent), "rank": ""}]


def _yes_or_no(issue: Issue) -> str:
    return "" if issue.details_held is None else "yes" if issue.details_held else "no"


def _roles(record: IssuesInFull, ids: Iterable[str]) -> str:
    return LIST.join(record.role(owner) for owner in ids)


def _last(days: Span | None) -> str:
    return day(days.last if days else None)
