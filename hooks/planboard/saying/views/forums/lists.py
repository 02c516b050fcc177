"""Lists: what forums want done, their events, good news, objectives, and how soon they wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import forums as sentences
from planboard.saying.views.parts import Link, Tag
from planboard.words.vocabulary.plans import TargetOperator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.priorities.meetings import Asked, Happened, Meeting, Met
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.forums import Forums, Objective

__all__ = [
    "AskedView",
    "ContactsView",
    "EventView",
    "EventsView",
    "NewsView",
    "ObjectiveView",
    "ObjectivesView",
    "TimelinessView",
    "asked",
    "contacts",
    "events",
    "news",
    "objectives",
    "timeliness",
]

_NO_DATE: Final = "Date not given"
_AIM: Final = {
    TargetOperator.AT_LEAST: "at least ",
    TargetOperator.AT_MOST: "at most ",
    TargetOperator.EXACTLY: "",
    TargetOperator.CHANGE_BY: "a change of ",
    TargetOperator.PERCENT_CHANGE: "a change in per cent of ",
}


@dataclass(frozen=True, slots=True)
class AskedView:
    """Something a forum wants done."""

    text: str
    forum: Link
    raised_by: str
    when: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class EventView:
    """One event and what came of it; ``no_outcome`` where that is not recorded."""

    what: str
    when: str
    place: str
    forum: Link
    outcome: str
    no_outcome: bool


@dataclass(frozen=True, slots=True)
class EventsView:
    """Every event, under one sentence; ``none`` is why there is none to show."""

    sentence: str
    events: tuple[EventView, ...]
    none: str


@dataclass(frozen=True, slots=True)
class NewsView:
    """A piece of good news, with the forum that tells it where one does."""

    text: str
    told_by: Link | None
    when: str


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """One objective, what is to be reached and when, and what returns say of it."""

    anchor: str
    number: str
    text: str
    aim: str
    when: str
    answers: str


@dataclass(frozen=True, slots=True)
class ObjectivesView:
    """The objectives of the months to come; returns may say of each whether it is done."""

    title: str
    answered: bool
    sentence: str
    objectives: tuple[ObjectiveView, ...]


@dataclass(frozen=True, slots=True)
class TimelinessView:
    """How soon returns came back, and each that came late; ``none`` is why that is not known."""

    sentence: str
    dealt_with: str
    late: tuple[tuple[Link, str], ...]
    none: str


@dataclass(frozen=True, slots=True)
class ContactsView:
    """How many organisations of each kind those who report are in touch with."""

    sentence: str
    kinds: tuple[tuple[str, str], ...]


def contacts(forums: Forums) -> ContactsView | None:
    """Return the organisations by their kind, the most first; None where none is listed."""
    if not forums.contacts:
        return None
    kinds = Counter(one.kind for one in forums.contacts)
    return ContactsView(
        sentence=sentences.contacts(forums),
        kinds=tuple(
            (wording.capital(kind), wording.number(many)) for kind, many in kinds.most_common()
        ),
    )


def asked(told: ForumsTold) -> tuple[AskedView, ...]:
    """Return what forums want done, the soonest day first."""
    return tuple(_asked(one) for one in told.asked)


def _asked(one: Asked) -> AskedView:
    by = one.wanted.required_by
    return AskedView(
        text=" ".join(one.wanted.text.split()),
        forum=_forum(one.meeting),
        raised_by=labels.ATTENDERS[one.wanted.raised_by] if one.wanted.raised_by else "Not stated",
        when=f"By {wording.day(by)}" if by else _NO_DATE,
        tag=_state(one),
    )


def _state(one: Asked) -> Tag:
    if one.wanted.closed_on:
        return Tag("done", "blue", "✓", f"Done {wording.day(one.wanted.closed_on)}")
    if one.days_overdue:
        late = wording.counted(one.days_overdue, "day")
        return Tag("overdue", "red", "■", f"{late} overdue")
    return Tag("open", "grey", "○", "Open")


def _forum(one: Meeting) -> Link:
    anchor = routes.anchor("forum", one.forum.id) if one.forum else "by-forum"
    return Link(one.forum_name, f"#{anchor}")


def events(told: ForumsTold) -> EventsView:
    """Return every event, the newest first (R060)."""
    if not told.events:
        none = "No event is recorded." if told.meetings else "The record lists no events."
        return EventsView("", (), none)
    return EventsView(sentences.outcomes(told.events), tuple(map(_event, told.events)), "")


def _event(one: Happened) -> EventView:
    event = one.event
    return EventView(
        what=labels.EVENT_KINDS[event.kind],
        when=wording.day(event.on) if event.on else _NO_DATE,
        place=event.place or "Not stated",
        forum=_forum(one.meeting),
        outcome=" ".join((event.outcome or "No outcome recorded").split()),
        no_outcome=not event.outcome,
    )


def news(record: ForumsInFull, told: ForumsTold) -> tuple[NewsView, ...]:
    """Return every piece of good news, that of the whole record first (R053)."""
    own = (NewsView(text, None, "") for text in record.forums.good_news)
    newest = reversed(told.meetings)
    each = (
        NewsView(text, _forum(one), wording.day(one.back.met_on))
        for one in newest
        for text in one.back.good_news
    )
    return (*own, *each)


def objectives(record: ForumsInFull, told: ForumsTold) -> ObjectivesView | None:
    """Return what is asked for the months to come, None where nothing is."""
    forums = record.forums
    if not told.objectives:
        return None
    ahead = wording.counted(forums.objective_months, "month")
    back = wording.counted(forums.report_months, "month")
    return ObjectivesView(
        title=f"Objectives for the next {ahead}",
        answered=bool(told.meetings),
        sentence=f"Each {forums.appointee_name} is asked to do this in the next {ahead}. Returns "
        f"report on the last {back}.",
        objectives=tuple(map(_objective, told.objectives)),
    )


def _objective(one: Met) -> ObjectiveView:
    objective = one.objective
    done = f"{wording.number(one.done)} of {wording.counted(one.answers, 'answer')} say done"
    return ObjectiveView(
        anchor=routes.anchor("objective", objective.id),
        number=objective.number or "",
        text=" ".join(objective.text.split()),
        aim=aim(objective),
        when="; ".join(_when(objective)) or "No day named",
        answers=done if one.answers else "No answer on record",
    )


def aim(one: Objective) -> str:
    """Return what an objective wants to reach: ``at least 4 residents``."""
    if one.target is None:
        return "No figure"
    return wording.capital(
        f"{_AIM[one.operator]}{wording.number(one.target)} {one.what or ''}"
    ).strip()


def _when(one: Objective) -> Iterator[str]:
    if one.by:
        yield f"By {wording.day(one.by)}"
    if one.when:
        yield wording.capital(one.when)


def timeliness(forums: Forums, told: ForumsTold) -> TimelinessView:
    """Return how soon returns came back and were dealt with."""
    one = told.timeliness
    if one is None:
        return TimelinessView("", "", (), "The record does not say when returns came back.")
    late = tuple((_forum(meeting), _late(meeting)) for meeting in one.late)
    return TimelinessView(sentences.timely(one, forums), sentences.dealt_with(one), late, "")


def _late(one: Meeting) -> str:
    met = wording.day(one.back.met_on)
    return f"meeting of {met}: {wording.counted(one.days_late or 0, 'day')} late"
