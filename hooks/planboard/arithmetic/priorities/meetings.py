"""Meetings: what forums sent in, judged at the as-at day; progress, dates, what is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from planboard.arithmetic.progress import months_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from planboard.truth.model.forums import Area, Forum, Forums, Objective
    from planboard.truth.model.returns import Event, Progress, Return, Vote, Wanted

__all__ = [
    "Asked",
    "Followed",
    "ForumStanding",
    "Happened",
    "Meeting",
    "Met",
    "Timeliness",
    "Voted",
    "asked",
    "events",
    "meetings",
    "met",
    "standings",
    "timeliness",
    "votes",
]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One return with its forum and what is to be said of its days.

    ``days_taken`` is how long it took to come back, ``days_late`` how much too long; both are
    None while it is not back. ``forum`` is None for one that the record does not list.
    """

    back: Return
    forum: Forum | None
    days_taken: int | None
    days_late: int | None

    @property
    def forum_name(self) -> str:
        """What readers see as its forum."""
        return self.forum.name if self.forum else self.back.forum


@dataclass(frozen=True, slots=True)
class Followed:
    """A priority of the meeting before, and what was reported on it since, if anything (R058)."""

    priority: str
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class ForumStanding:
    """A forum with its last two returns.

    ``review_due`` is the day by which its priorities should be looked at again, and
    ``due_for_review`` whether that day had passed on the as-at day (R174).
    """

    forum: Forum
    area: Area | None
    latest: Meeting | None
    before: Meeting | None
    followed: tuple[Followed, ...]
    review_due: date | None
    due_for_review: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a forum wants done; ``days_overdue`` is None unless its day has passed."""

    wanted: Wanted
    meeting: Meeting
    days_overdue: int | None


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, and the return that tells of it."""

    event: Event
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Voted:
    """A public vote; ``rest`` is the per cent that went to nothing on the list (R177)."""

    vote: Vote
    meeting: Meeting
    rest: Decimal


@dataclass(frozen=True, slots=True)
class Met:
    """One objective, and what returns say of it."""

    objective: Objective
    done: int
    not_done: int

    @property
    def answers(self) -> int:
        """How many returns say anything of it."""
        return self.done + self.not_done


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How soon returns came back and were dealt with (R034, R061).

    ``waiting`` is None where no return says when it was dealt with.
    """

    total: int
    on_time: int
    late: tuple[Meeting, ...]
    undated: int
    handled: int
    waiting: int | None


def meetings(forums: Forums) -> tuple[Meeting, ...]:
    """Return every return, the oldest meeting first."""
    known = {one.id: one for one in forums.forums}
    within = int(forums.return_within_days)

    def of(back: Return) -> Meeting:
        taken = (back.returned_on - back.met_on).days if back.returned_on else None
        late = None if taken is None else max(0, taken - within)
        return Meeting(back, known.get(back.forum), taken, late)

    return tuple(of(one) for one in sorted(forums.returns, key=lambda one: one.met_on))


def standings(forums: Forums, found: Sequence[Meeting], day: date) -> tuple[ForumStanding, ...]:
    """Return every forum in the order of the file, with its last two returns."""
    areas = {one.id: one for one in forums.areas}
    months = int(forums.review_after_months)

    def of(forum: Forum) -> ForumStanding:
        own = [one for one in found if one.back.forum == forum.id]
        latest = own[-1] if own else None
        before = own[-2] if own[1:] else None
        named = bool(latest and latest.back.priorities)
        due = months_after(latest.back.met_on, months) if latest and named else None
        return ForumStanding(
            forum=forum,
            area=areas.get(forum.area),
            latest=latest,
            before=before,
            followed=tuple(_followed(before, latest)),
            review_due=due,
            due_for_review=due is not None and due < day,
        )

    return tuple(of(one) for one in forums.forums)


def _followed(before: Meeting | None, latest: Meeting | None) -> Iterator[Followed]:
    if before is None or latest is None:
        return
    said = {one.priority: one for one in latest.back.progress}
    for label in before.back.priorities:
        yield Followed(label, said.get(label))


def asked(found: Sequence[Meeting], day: date) -> tuple[Asked, ...]:
    """Return what forums want done, the soonest day first, what names no day last (R059)."""

    def of(meeting: Meeting, wanted: Wanted) -> Asked:
        by = wanted.required_by
        passed = by is not None and by < day and wanted.closed_on is None
        return Asked(wanted, meeting, (day - by).days if by and passed else None)

    def soonest(one: Asked) -> tuple[bool, bool, str]:
        by = one.wanted.required_by
        return one.wanted.closed_on is not None, by is None, by.isoformat() if by else ""

    every = (of(meeting, wanted) for meeting in found for wanted in meeting.back.actions_wanted)
    return tuple(sorted(every, key=soonest))


def events(found: Sequence[Meeting]) -> tuple[Happened, ...]:
    """Return every event, the newest first, those without a day last."""
    every = [Happened(event, meeting) for meeting in found for event in meeting.back.events]
    dated = [one for one in every if one.event.on]
    dated.sort(key=lambda one: one.event.on.isoformat() if one.event.on else "", reverse=True)
    return (*dated, *(one for one in every if not one.event.on))


def votes(found: Sequence[Meeting]) -> tuple[Voted, ...]:
    """Return every public vote with what is left of 100 per cent."""
    return tuple(
        Voted(
            one.back.vote, one, Decimal(100) - sum(share.percent for share in one.back.vote.shares)
        )
        for one in found
        if one.back.vote
    )


def met(forums: Forums) -> tuple[Met, ...]:
    """Return each objective with how many returns say that it is done, and that it is not."""
    answers = [
        (answer.objective, answer.done) for back in forums.returns for answer in back.objectives
    ]
    return tuple(
        Met(one, answers.count((one.id, True)), answers.count((one.id, False)))
        for one in forums.objectives
    )


def timeliness(found: Sequence[Meeting]) -> Timeliness | None:
    """Return how soon returns came back; None where there are none."""
    if not found:
        return None
    handled = sum(one.back.handled_on is not None for one in found)
    return Timeliness(
        total=len(found),
        on_time=sum(one.days_late == 0 for one in found),
        late=tuple(one for one in found if one.days_late),
        undated=sum(one.days_late is None for one in found),
        handled=handled,
        waiting=len(found) - handled if handled else None,
    )
