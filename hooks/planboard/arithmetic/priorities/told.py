"""Told: the verdicts on the forums of a record, all at its as-at day, in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic.priorities import counts, meetings
from planboard.words.vocabulary.forums import AppointmentState

if TYPE_CHECKING:
    from datetime import date

    from planboard.arithmetic.priorities.counts import Counts
    from planboard.arithmetic.priorities.meetings import (
        Asked,
        ForumStanding,
        Happened,
        Meeting,
        Met,
        Timeliness,
        Voted,
    )
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.forums import Area, Forums, Network

__all__ = ["Coverage", "ForumsTold", "Reported", "of_forums"]


@dataclass(frozen=True, slots=True)
class Coverage:
    """In how many areas somebody is appointed on the as-at day, and where nobody is.

    ``vacancies`` are the areas that are named; ``vacant`` may be more. ``people`` is stated, or
    None: it is never worked out (R030).
    """

    areas: int
    filled: int
    vacant: int
    vacancies: tuple[Area, ...]
    people: int | None
    network: Network | None


@dataclass(frozen=True, slots=True)
class Reported:
    """How many statements of each kind the returns hold (R032).

    ``withheld`` are the tensions whose words are not released.
    """

    concerns: int
    tensions: int
    withheld: int
    good_news: int


@dataclass(frozen=True, slots=True)
class ForumsTold:
    """Everything that is counted and judged of the forums of one record, as of ``day``.

    ``covered`` are the ids of the areas in which somebody is appointed.
    """

    day: date
    counts: Counts
    coverage: Coverage | None
    covered: frozenset[str]
    meetings: tuple[Meeting, ...]
    standings: tuple[ForumStanding, ...]
    asked: tuple[Asked, ...]
    events: tuple[Happened, ...]
    votes: tuple[Voted, ...]
    objectives: tuple[Met, ...]
    timeliness: Timeliness | None
    reported: Reported


def of_forums(record: ForumsInFull, smallest_base: int) -> ForumsTold:
    """Return the verdicts on a record of forums.

    ``smallest_base`` is of how many at least a share may be said in per cent.
    """
    forums, day = record.forums, record.forums.as_at.last
    found = meetings.meetings(forums)
    return ForumsTold(
        day=day,
        counts=counts.of_forums(forums, smallest_base),
        coverage=_coverage(forums, day),
        covered=_covered(forums, day),
        meetings=found,
        standings=meetings.standings(forums, found, day),
        asked=meetings.asked(found, day),
        events=meetings.events(found),
        votes=meetings.votes(found),
        objectives=meetings.met(forums),
        timeliness=meetings.timeliness(found),
        reported=_reported(forums),
    )


def _covered(forums: Forums, day: date) -> frozenset[str]:
    return frozenset(
        one.area
        for one in forums.appointments
        if one.state is AppointmentState.FILLED
        and (one.since is None or one.since <= day)
        and (one.until is None or one.until >= day)
    )


def _coverage(forums: Forums, day: date) -> Coverage | None:
    filled = _covered(forums, day)
    wider = {one.parent for one in forums.areas}
    listed = [
        one
        for one in forums.areas
        if one.id not in wider
        and (one.since is None or one.since <= day)
        and (one.until is None or one.until >= day)
    ]
    named = {one.area for one in forums.appointments} - filled
    vacancies = tuple(one for one in listed if one.id in named)
    whole = forums.network
    if whole:
        return Coverage(
            areas=int(whole.areas),
            filled=int(whole.filled),
            vacant=int(whole.vacant),
            vacancies=vacancies,
            people=None if whole.people is None else int(whole.people),
            network=whole,
        )
    if not forums.appointments:
        return None
    covered = sum(one.id in filled for one in listed)
    uncovered = tuple(one for one in listed if one.id not in filled)
    return Coverage(len(listed), covered, len(uncovered), uncovered, None, None)


def _reported(forums: Forums) -> Reported:
    tensions = [one for back in forums.returns for one in back.tensions]
    return Reported(
        concerns=sum(len(back.concerns) for back in forums.returns),
        tensions=len(tensions),
        withheld=sum(not one.release for one in tensions),
        good_news=len(forums.good_news) + sum(len(back.good_news) for back in forums.returns),
    )
