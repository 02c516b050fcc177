"""Forums returns downloads: the tables of what was sent in after meetings, a row for each thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.tables import LIST, Key, Row, day, figure, prose, yes_no
from planboard.truth.model.returns import Attendance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.priorities.meetings import Meeting
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.truth.in_full import ForumsInFull

__all__ = ["TABLES", "rows"]

_PEOPLE: Final = tuple(Attendance.model_fields)

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "returns": (
        Key("id", "The name of the return"),
        Key("forum", "The id of the forum"),
        Key("met_on", "The day of the meeting"),
        Key("period", "The id of the period it is counted in"),
        Key("returned_on", "The day it came back; blank where not stated"),
        Key("handled_on", "The day it was dealt with; blank where not stated"),
        Key("days_taken", "How many days after the meeting it came"),
        Key("days_late", "How many days too late; 0 is on time"),
        Key("agreed", "Whether three priorities were agreed: yes, no; blank where not stated"),
        Key("priorities", "The priorities, as written"),
        Key("police", "Which police were there, as written"),
        *(Key(f"attendance_{key}", f"How many there: {key.replace('_', ' ')}") for key in _PEOPLE),
        Key("attendance_approximate", "Which of these nobody counted"),
    ),
    "progress": (
        Key("return", "The name of the return that reports it"),
        Key("forum", "The id of the forum"),
        Key("priority", "The priority of the meeting before"),
        Key("reported", "yes; no where nothing was reported on it"),
        Key("text", "What was done"),
        Key("activity", "What was counted"),
        Key("target", "How many of them were agreed"),
        Key("actual", "How many of them were done"),
    ),
    "actions_wanted": (
        Key("return", "The name of the return"),
        Key("forum", "The id of the forum"),
        Key("text", "What is wanted"),
        Key("required_by", "By which day; blank where not given"),
        Key("raised_by", "What whoever raised it is, never a name; blank where not stated"),
        Key("closed_on", "The day it was done; blank while it is open"),
        Key("days_overdue", "How many days overdue on the as-at day; blank where it is not"),
    ),
    "events": (
        Key("return", "The name of the return"),
        Key("forum", "The id of the forum"),
        Key("on", "The day of it; blank where not given"),
        Key(
            "kind",
            "forum, surgery, street_briefing, parish_meeting, van_deployment, school, online, "
            "coffee_morning, other",
        ),
        Key("place", "Where"),
        Key("outcome", "What came of it; blank where not recorded"),
    ),
    "good_news": (
        Key("return", "The name of the return; blank for what is told of all forums"),
        Key("forum", "The id of the forum; blank for what is told of all forums"),
        Key("text", "What went well"),
    ),
    "concerns": (
        Key("return", "The name of the return"),
        Key("forum", "The id of the forum"),
        Key("kind", "concern, or tension: one that is released for publication"),
        Key("text", "What was said"),
    ),
    "votes": (
        Key("return", "The name of the return"),
        Key("forum", "The id of the forum"),
        Key("closed_on", "The last day of the vote"),
        Key("base", "How many voted; blank where not stated"),
        Key("priority", "The priority; Other or not listed for the rest up to 100 per cent"),
        Key("percent", "Its share as published"),
        Key("votes", "How many votes that is; blank where not stated"),
    ),
}
"""Every table with its columns, in order. Columns may be added at the end."""


def rows(record: ForumsInFull, told: ForumsTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    return {
        "returns": [_return(record, one) for one in told.meetings],
        "progress": list(_progress(told)),
        "actions_wanted": list(_wanted(told)),
        "events": list(_events(told)),
        "good_news": list(_good_news(record, told)),
        "concerns": list(_concerns(told)),
        "votes": list(_votes(told)),
    }


def _return(record: ForumsInFull, one: Meeting) -> Row:
    back = one.back
    period = record.forums.period_of(back.met_on)
    heads = {key: getattr(back.attendance, key) for key in _PEOPLE}
    return {
        "id": back.name,
        "forum": back.forum,
        "met_on": day(back.met_on),
        "period": period.id if period else "",
        "returned_on": day(back.returned_on),
        "handled_on": day(back.handled_on),
        "days_taken": figure(one.days_taken),
        "days_late": figure(one.days_late),
        "agreed": yes_no(back.agreed),
        "priorities": LIST.join(back.priorities),
        "police": back.police or "",
        **{f"attendance_{key}": str(of.number) if of else "" for key, of in heads.items()},
        "attendance_approximate": LIST.join(
            key for key, of in heads.items() if of and of.approximate
        ),
    }


def _told_by(one: Meeting) -> Row:
    return {"return": one.back.name, "forum": one.back.forum}


def _progress(told: ForumsTold) -> Iterator[Row]:
    before: dict[str, Meeting] = {}
    for one in told.meetings:
        last = before.get(one.back.forum)
        said = {entry.priority: entry for entry in one.back.progress}
        for label in dict.fromkeys((*(last.back.priorities if last else ()), *said)):
            entry = said.get(label)
            yield {
                **_told_by(one),
                "priority": label,
                "reported": yes_no(entry is not None),
                "text": prose(entry.text) if entry else "",
                "activity": (entry.activity or "") if entry else "",
                "target": figure(entry.target) if entry else "",
                "actual": figure(entry.actual) if entry else "",
            }
        before[one.back.forum] = one


def _wanted(told: ForumsTold) -> Iterator[Row]:
    for one in told.asked:
        yield {
            **_told_by(one.meeting),
            "text": prose(one.wanted.text),
            "required_by": day(one.wanted.required_by),
            "raised_by": one.wanted.raised_by.value if one.wanted.raised_by else "",
            "closed_on": day(one.wanted.closed_on),
            "days_overdue": figure(one.days_overdue),
        }


def _events(told: ForumsTold) -> Iterator[Row]:
    for one in told.events:
        yield {
            **_told_by(one.meeting),
            "on": day(one.event.on),
            "kind": one.event.kind.value,
            "place": one.event.place or "",
            "outcome": prose(one.event.outcome),
        }


def _good_news(record: ForumsInFull, told: ForumsTold) -> Iterator[Row]:
    for text in record.forums.good_news:
        yield {"return": "", "forum": "", "text": text}
    for one in told.meetings:
        for text in one.back.good_news:
            yield {**_told_by(one), "text": text}


def _concerns(told: ForumsTold) -> Iterator[Row]:
    for one in told.meetings:
        for text in one.back.concerns:
            yield {**_told_by(one), "kind": "concern", "text": text}
        for tension in one.back.tensions:
            if tension.release:
                yield {**_told_by(one), "kind": "tension", "text": prose(tension.text)}


def _votes(told: ForumsTold) -> Iterator[Row]:
    for one in told.votes:
        of_vote = {
            **_told_by(one.meeting),
            "closed_on": day(one.vote.closed_on),
            "base": figure(one.vote.base),
        }
        for share in one.vote.shares:
            yield {
                **of_vote,
                "priority": share.priority,
                "percent": str(share.percent),
                "votes": figure(share.votes),
            }
        if one.rest:
            yield {
                **of_vote,
                "priority": "Other or not listed",
                "percent": str(one.rest),
                "votes": "",
            }
