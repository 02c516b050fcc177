"""Programmes: what must hold inside a programme of volunteers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from planboard.rules.records import published
from planboard.words.problems import Level, Problem
from planboard.words.vocabulary.programmes import RETURN_STEPS, SessionState, Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.sessions import Sessions
    from planboard.words.problems import Place

__all__ = ["check"]


def check(entry: Entry[Programme], sessions: Sessions) -> Iterator[Problem]:
    """Yield a complaint for each contradiction inside one programme and its sessions."""
    programme = entry.record
    yield from published.after_as_at(entry, _days(programme))
    yield from _releases(entry)
    yield from _outside(entry, sessions)
    yield from _twice(sessions)
    yield from _twice_in_lists(entry)
    if entry.whole and sessions.whole:
        over = sum(one.over_threshold for one in sessions.groups if one.state is SessionState.HELD)
        yield from _bands(entry, over)
        yield from _steps(entry, over)


def _error(entry: Entry[Programme], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.ERROR, code, entry.places.place(path), message)


def _releases(entry: Entry[Programme]) -> Iterator[Problem]:
    """Yield a warning for each site whose position may be published, and which has none (R006)."""
    for index, site in enumerate(entry.record.sites):
        if site.released and site.w3w is None:
            place = entry.places.place(("sites", index, "released"))
            yield Problem(
                Level.WARNING,
                "release-without-position",
                place,
                "This says that the position of the site may be published, and the site has none. "
                "Add w3w to the site, or delete released.",
            )


# Days.


def _days(programme: Programme) -> Iterator[tuple[Path, date]]:
    """Yield each day on which something happened, with its path."""
    for index, site in enumerate(programme.sites):
        for state, day in site.steps:
            yield ("sites", index, state.value), day
    for index, visit in enumerate(programme.visits):
        yield ("visits", index, "on"), visit.on
    for index, letters in enumerate(programme.letters):
        yield ("letters", index, "month"), letters.first
    for index, repeat in enumerate(programme.repeats):
        if repeat.month:
            yield ("repeats", index, "month"), repeat.month.first
    for index, batch in enumerate(programme.batches):
        at = ("batches", index)
        yield (*at, "last_day"), batch.last_day
        for number, hop in enumerate(batch.hops):
            yield (*at, "hops", number, "on"), hop.on
        if batch.told_on:
            yield (*at, "told_on"), batch.told_on


def _outside(entry: Entry[Programme], sessions: Sessions) -> Iterator[Problem]:
    """Yield an error for each month in which something lies outside the period, or is to come."""
    programme = entry.record
    first, last = programme.period.first, programme.period.last
    as_at = programme.as_at.last
    for group in sessions.groups:
        if group.last_day > as_at:
            yield Problem(
                Level.ERROR,
                "after-as-at",
                group.last_place,
                f"This session, of {group.last_day.isoformat()}, is after the last day of as_at, "
                f"{as_at.isoformat()}. Correct the date, or move as_at on.",
            )
        elif not first <= group.first_day or not group.last_day <= last:
            early = group.first_day < first
            day, place = (
                (group.first_day, group.first_place)
                if early
                else (group.last_day, group.last_place)
            )
            yield _not_of_period(entry, place, "session", day)
    rows: list[tuple[str, str, date]] = [
        *(("visits", "on", one.on) for one in programme.visits),
        *(("letters", "month", one.first) for one in programme.letters),
        *(("planned", "month", one.first) for one in programme.planned),
    ]
    counts: dict[str, int] = {}
    for key, name, day in rows:
        index = counts[key] = counts.get(key, -1) + 1
        if not first <= day <= last:
            place = entry.places.place((key, index, name))
            yield _not_of_period(entry, place, "row", day)


def _not_of_period(entry: Entry[Programme], place: Place, what: str, day: date) -> Problem:
    period = entry.record.period
    return Problem(
        Level.ERROR,
        "outside-period",
        place,
        f"This {what}, of {day.isoformat()}, is outside the period of the programme, "
        f"{period.first.isoformat()} to {period.last.isoformat()}. Correct the date, or move the "
        "row to the programme of that period.",
    )


# Rows that are there twice.


def _twice(sessions: Sessions) -> Iterator[Problem]:
    """Yield an error for each session that two rows hold, as when a return was sent in twice."""
    for one in sessions.repeated:
        there = "" if one.first.file == one.place.file else f" of {one.first.file}"
        yield Problem(
            Level.ERROR,
            "session-twice",
            one.place,
            f"Row {one.row} is the session of row {one.first_row}{there} again: the same team, "
            "site, day and time. Delete one of the two; if they are two sessions, write the "
            "start_time of each.",
        )
    more = sessions.repeats - len(sessions.repeated)
    if more:
        last = sessions.repeated[-1].place
        yield Problem(Level.ERROR, "session-twice", last, f"And {more} more like this.")


def _twice_in_lists(entry: Entry[Programme]) -> Iterator[Problem]:
    """Yield an error for each row that speaks of the same month or band as one above it."""
    programme = entry.record
    ids = {one.name.casefold(): one.id for one in programme.teams}
    lists: dict[str, list[tuple[object, ...]]] = {
        key: [(one.first, ids.get(one.team.casefold(), one.team)) for one in rows]
        for key, rows in (("planned", programme.planned), ("letters", programme.letters))
    }
    lists |= {
        "repeats": [(one.month and one.month.first, one.band) for one in programme.repeats],
    }
    for key, found in lists.items():
        seen: dict[tuple[object, ...], int] = {}
        for index, marks in enumerate(found):
            first = seen.setdefault(marks, index)
            if first != index:
                line = entry.places.place((key, first)).line
                yield _error(
                    entry,
                    (key, index),
                    "row-twice",
                    f"This row of {key} is about the same as the one on line {line}. Keep one of "
                    "them, or add them up.",
                )


# Sums.


def _bands(entry: Entry[Programme], over: int) -> Iterator[Problem]:
    """Yield an error where bands do not fit the vehicles over the threshold (R022)."""
    programme = entry.record
    bands = programme.speeds
    total = sum(one.vehicles for one in bands)
    if bands and total > over:
        yield _error(
            entry,
            ("speeds",),
            "bands-differ",
            f"The speed bands add up to {total:,} vehicles, and {over:,} were over the threshold. "
            "Correct the bands, or the sessions.",
        )
    ordered = sorted(enumerate(bands), key=lambda one: one[1].from_mph)
    for (_, lower), (index, upper) in pairwise(ordered):
        if lower.to_mph is None or lower.to_mph >= upper.from_mph:
            yield _error(
                entry,
                ("speeds", index),
                "bands-overlap",
                f"This band begins at {upper.from_mph} mph over the limit, and the one below it "
                "has not ended there. Correct from_mph or to_mph.",
            )
    year = [one for one in programme.repeats if one.month is None]
    least = {"seen_2": 2, "seen_3": 3, "seen_4_plus": 4}
    sightings = sum(least[one.band.value] * one.vehicles for one in year)
    if year and sightings > over:
        yield _error(
            entry,
            ("repeats",),
            "repeats-exceed",
            f"Vehicles that were seen again make at least {sightings:,} sightings, and only "
            f"{over:,} vehicles were over the threshold. Correct one of them.",
        )


def _steps(entry: Entry[Programme], over: int) -> Iterator[Problem]:
    """Yield an error where a step has more than the one before, or its drops do not add up."""
    programme = entry.record
    yield from _dealt_with(entry)
    numbers: dict[Step, int | None] = {
        Step.OVER_THRESHOLD: over,
        Step.CHECKED: programme.checked,
        Step.LETTER: _letters(programme),
        Step.OUTCOME: programme.dealt_with,
    }
    for before, after in pairwise(RETURN_STEPS):
        more, fewer = numbers[before], numbers[after]
        if more is None or fewer is None:
            continue
        if fewer > more:
            if after is not Step.OUTCOME:  # of that another rule speaks
                yield _error(
                    entry,
                    ("checked",),
                    "steps-grow",
                    f"{fewer:,} vehicles come to the step {after.value}, and only {more:,} to the "
                    f"step {before.value} before it. Correct one of them.",
                )
            continue
        drops = [(index, one) for index, one in enumerate(programme.drops) if one.before is after]
        known = [one.vehicles for _, one in drops if one.vehicles is not None]
        missing = more - fewer
        if sum(known) > missing:
            yield _error(
                entry,
                ("drops", drops[0][0]),
                "drops-differ",
                f"From {before.value} to {after.value} the number falls by {missing:,}, and the "
                f"reasons for it add up to {sum(known):,}. Correct the reasons.",
            )


def _dealt_with(entry: Entry[Programme]) -> Iterator[Problem]:
    """Yield an error where officers dealt with more vehicles than got a letter or were stopped."""
    programme = entry.record
    dealt_with = programme.dealt_with
    if dealt_with is None:
        for index, one in enumerate(programme.drops):
            if one.before is Step.OUTCOME:
                yield _error(
                    entry,
                    ("drops", index, "before"),
                    "no-dealt-with",
                    "This is a reason for not coming to the step outcome, and it is not stated how "
                    "many do. Write dealt_with, or delete the reason.",
                )
        return
    outcomes = sum(sum(one.outcomes.values()) for one in programme.visits)
    for whole, what in (
        (_letters(programme), "letters were sent"),
        (outcomes, "drivers were dealt with at visits"),
    ):
        if dealt_with > whole:
            yield _error(
                entry,
                ("dealt_with",),
                "steps-grow",
                f"{dealt_with:,} of the vehicles that got a letter were dealt with, and only "
                f"{whole:,} {what}. Correct one of them.",
            )


def _letters(programme: Programme) -> int:
    return sum(sum(one.counts.values()) for one in programme.letters)
