"""Forums: what must hold between the values of a record of forums."""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from itertools import chain
from typing import TYPE_CHECKING, Final

from planboard.rules.records import published
from planboard.truth.model.returns import MOST_PRIORITIES
from planboard.words.problems import Level, Problem, quoted
from planboard.words.vocabulary.forums import AppointmentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.forums import Forums, Network
    from planboard.truth.model.returns import Return

__all__ = ["check"]

_MEANS_NONE: Final = frozenset({"none", "nil", "no priority", "no priorities", "n/a"})
_WHOLE: Final = 100  # per cent


def check(entry: Entry[Forums]) -> Iterator[Problem]:
    """Yield a complaint for each contradiction or slip inside one record of forums.

    No message repeats the words of a return but for its priorities: they may be a tension that is
    not released.
    """
    yield from published.after_as_at(entry, _reported_days(entry.record))
    if entry.record.network:
        yield from _network(entry, entry.record.network)
    yield from _periods(entry)
    yield from _tallies(entry)
    yield from _spellings(entry)
    for index, back in enumerate(entry.record.returns):
        yield from _return(entry, ("returns", index), back)
    yield from _twice(entry)


def _reported_days(forums: Forums) -> Iterator[tuple[Path, date]]:
    """Yield each day on which something was done or reported, with its path."""
    for index, back in enumerate(forums.returns):
        at = ("returns", index)
        days: list[tuple[Path, date | None]] = [
            ((*at, key), getattr(back, key)) for key in ("met_on", "returned_on", "handled_on")
        ]
        days += [
            ((*at, "actions_wanted", number, "closed_on"), one.closed_on)
            for number, one in enumerate(back.actions_wanted)
        ]
        days += [((*at, "events", number, "on"), one.on) for number, one in enumerate(back.events)]
        if back.vote:
            days.append(((*at, "vote", "closed_on"), back.vote.closed_on))
        yield from ((path, day) for path, day in days if day)


def _network(entry: Entry[Forums], whole: Network) -> Iterator[Problem]:
    """Yield an error for each sum of the network that does not come out (R029, R030)."""
    for key, holds, said in (*_now(entry.record, whole), *_since(whole)):
        if not holds:
            message = f"{said}. Correct one of the figures."
            yield _error(entry, ("network", key), "sum", message)


_Sum = tuple[str, bool, str]
"""The key of a figure, whether the sum with it comes out, and what is wrong where it does not."""


def _now(forums: Forums, whole: Network) -> Iterator[_Sum]:
    both, areas = whole.filled + whole.vacant, f"there are {whole.areas} areas"
    said = f"{whole.filled} filled and {whole.vacant} vacant are {both}, but {areas}"
    yield "filled", both == whole.areas, said
    named, listed = _named_vacancies(forums), len(forums.areas)
    said = f"{named} vacancies are named under appointments, but {whole.vacant} are counted"
    yield "vacant", named <= whole.vacant, said
    yield "areas", listed <= whole.areas, f"{listed} areas are listed, but {areas}"


def _since(whole: Network) -> Iterator[_Sum]:
    first, resigned = whole.appointed, whole.areas_resigned
    if first is None:
        return
    held, places = first.people + first.with_two_areas, first.positions + first.unfilled
    said = f"{first.people} people and {first.with_two_areas} second areas are {held}"
    yield "appointed", held == first.positions, f"{said}, not {first.positions} positions"
    said = f"{first.positions} filled and {first.unfilled} unfilled positions are {places}"
    yield "appointed", places == whole.areas, f"{said}, not {whole.areas} areas"
    if resigned is not None:
        left = first.unfilled + resigned
        said = f"{first.unfilled} unfilled and {resigned} given up since are {left}"
        yield "areas_resigned", left == whole.vacant, f"{said}, not {whole.vacant} vacant"


def _named_vacancies(forums: Forums) -> int:
    filled = {one.area for one in forums.appointments if one.state is AppointmentState.FILLED}
    return len({one.area for one in forums.appointments} - filled)


def _periods(entry: Entry[Forums]) -> Iterator[Problem]:
    forums = entry.record
    for index, (one, after) in enumerate(zip(forums.periods, forums.periods[1:], strict=False)):
        if after.first_day < one.first_day:
            yield _error(
                entry,
                ("periods", index + 1),
                "period-order",
                f"This period begins before the one above it, {quoted(one.label)}. Put the "
                "earliest first.",
            )
    for index, appointment in enumerate(forums.appointments):
        since, until = appointment.since, appointment.until
        if since and until and until < since:
            message = "This appointment ends before it begins. Correct since or until."
            yield _error(entry, ("appointments", index, "until"), "ends-first", message)


def _tallies(entry: Entry[Forums]) -> Iterator[Problem]:
    forums, periods = entry.record, len(entry.record.periods)
    seen: set[str] = set()
    for index, tally in enumerate(forums.tallies):
        path = ("tallies", index)
        if len(tally.areas) != periods and entry.whole:
            yield _error(
                entry,
                (*path, "areas"),
                "tally-length",
                f"The row {quoted(tally.priority)} has {len(tally.areas)} figures for {periods} "
                "periods. Give one for each period in their order, and x where the source prints "
                "none.",
            )
        if tally.priority in seen:
            message = f"{quoted(tally.priority)} has a row already. Keep one of them."
            yield _error(entry, (*path, "priority"), "tally-twice", message)
        seen.add(tally.priority)
        if tally.priority.casefold() in _MEANS_NONE and not tally.names_none:
            yield _error(
                entry,
                (*path, "priority"),
                "names-none",
                f"{quoted(tally.priority)} is no priority. If the row counts the areas that named "
                'none, add "names_none: true".',
            )
    if sum(tally.names_none for tally in forums.tallies) > 1:
        message = "Two rows count the areas that named no priority. Keep one of them."
        yield _error(entry, ("tallies",), "names-none-twice", message)


def _spellings(entry: Entry[Forums]) -> Iterator[Problem]:
    """Yield a warning for each priority that is written in two ways, such as asb and ASB."""
    forums = entry.record
    first: dict[str, str] = {}
    tallied: Iterable[tuple[Path, str]] = (
        (("tallies", index, "priority"), one.priority) for index, one in enumerate(forums.tallies)
    )
    returned: Iterable[tuple[Path, str]] = (
        (("returns", index, "priorities", number), label)
        for index, back in enumerate(forums.returns)
        for number, label in enumerate(back.priorities)
    )
    for path, label in chain(tallied, returned):
        known = first.setdefault(_folded(label), label)
        if known != label:
            yield _warning(
                entry,
                path,
                "two-spellings",
                f"{quoted(label)} is also written {quoted(known)}, and the two are counted apart. "
                "Write it in one way.",
            )


def _folded(label: str) -> str:
    return "".join(letter for letter in label.casefold() if letter.isalnum())


def _return(entry: Entry[Forums], path: Path, back: Return) -> Iterator[Problem]:
    forums = entry.record
    if forums.period_of(back.met_on) is None and entry.whole:
        yield _warning(
            entry,
            (*path, "met_on"),
            "no-period",
            f"The return {back.name} is of {back.met_on.isoformat()}, which is in none of the "
            "periods, so its priorities are not counted.",
        )
    for earlier, later, said in (
        ("met_on", "returned_on", "came back before the meeting"),
        ("returned_on", "handled_on", "was dealt with before it came back"),
    ):
        one, other = getattr(back, earlier), getattr(back, later)
        if one and other and other < one:
            message = f"The return {back.name} {said}. Correct {earlier} or {later}."
            yield _error(entry, (*path, later), "day-order", message)
    yield from _agreed(entry, path, back)
    yield from _attendance(entry, path, back)
    yield from _vote(entry, path, back)


def _vote(entry: Entry[Forums], path: Path, back: Return) -> Iterator[Problem]:
    """Yield an error for each share that is not that of its votes, and for more than a whole."""
    for number, one in enumerate(back.vote.shares if back.vote else ()):
        base = back.vote.base if back.vote else None
        if one.votes is not None and base:
            share = _WHOLE * one.votes / base
            if share.quantize(one.percent, ROUND_HALF_UP) != one.percent:
                message = (
                    f"{one.votes} of {base} is {share:.1f}%, but percent says {one.percent}%. "
                    "Correct the share, its votes or the base."
                )
                yield _error(
                    entry, (*path, "vote", "shares", number, "percent"), "share-differs", message
                )
    if back.vote and sum(one.percent for one in back.vote.shares) > _WHOLE:
        message = f"The shares of the vote in the return {back.name} are more than 100 per cent."
        yield _error(entry, (*path, "vote", "shares"), "over-100", message)


def _agreed(entry: Entry[Forums], path: Path, back: Return) -> Iterator[Problem]:
    """Yield a warning where the answer on three priorities and their list differ (R057)."""
    listed = len(back.priorities)
    for number, label in enumerate(back.priorities):
        if label in back.priorities[:number]:
            message = f"The return {back.name} names {quoted(label)} twice. Keep one of them."
            yield _warning(entry, (*path, "priorities", number), "priority-twice", message)
    if back.agreed is not None and back.agreed != (listed == MOST_PRIORITIES):
        said = "three were agreed" if back.agreed else "three were not agreed"
        yield _warning(
            entry,
            (*path, "agreed"),
            "agreed",
            f"The return {back.name} says that {said}, and lists {listed}. Correct one of them.",
        )


def _attendance(entry: Entry[Forums], path: Path, back: Return) -> Iterator[Problem]:
    """Yield a warning where everybody was counted and the sum is another (R056)."""
    total, parts = back.attendance.total, back.attendance.parts
    if not total or not parts or total.approximate or any(one.approximate for _, one in parts):
        return
    found = sum(one.number for _, one in parts)
    if found != total.number:
        yield _warning(
            entry,
            (*path, "attendance", "total"),
            "attendance",
            f"The return {back.name} has {total.number} people in all, and its parts are {found}. "
            "Correct one of them.",
        )


def _twice(entry: Entry[Forums]) -> Iterator[Problem]:
    """Yield an error for a second return on one meeting."""
    first: dict[tuple[str, date], int] = {}
    for index, back in enumerate(entry.record.returns):
        known = first.setdefault((back.forum, back.met_on), index)
        if known != index:
            yield _error(
                entry,
                ("returns", index),
                "return-twice",
                f"There are two returns on the meeting of {back.forum} on "
                f"{back.met_on.isoformat()}. Keep one of them.",
            )


def _error(entry: Entry[Forums], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.ERROR, code, entry.places.place(path), message)


def _warning(entry: Entry[Forums], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.WARNING, code, entry.places.place(path), message)
