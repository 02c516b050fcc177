"""Published: what must hold between the days that every published record gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planboard.words.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.published import Published

__all__ = ["after_as_at", "ahead_of", "editions"]

P = TypeVar("P", bound="Published")


def after_as_at(entry: Entry[P], days: Iterable[tuple[Path, date]]) -> Iterator[Problem]:
    """Yield an error for each of ``days``, given by its path, that lies after the as-at day."""
    limit, as_at = entry.record.as_at.last, entry.places.place(("as_at",))
    for path, day in days:
        if day > limit:
            place = entry.places.place(path)
            file = "" if place.file == as_at.file else f"{as_at.file}, "
            yield Problem(
                Level.ERROR,
                "after-as-at",
                place,
                f"This day, {day.isoformat()}, is after the last day of as_at, "
                f"{limit.isoformat()} ({file}line {as_at.line}). Correct the date, or move as_at "
                "on.",
            )


def ahead_of(entry: Entry[P], today: date) -> Iterator[Problem]:
    """Yield a warning when a record has its facts from, or came out on, a day yet to come."""
    head = entry.record
    for key, days in (("as_at", head.as_at), ("published", head.published)):
        if days and days.first > today:
            yield Problem(
                Level.WARNING,
                f"{key.replace('_', '-')}-to-come",
                entry.places.place((key,)),
                f"{key} is still to come: {days.first.isoformat()} is after today, "
                f"{today.isoformat()}. Is the year right?",
            )


def editions(entry: Entry[P]) -> Iterator[Problem]:
    """Yield an error when the next edition is due before the facts of this one were true."""
    head = entry.record
    if head.next_update and head.next_update.last < head.as_at.first:
        yield Problem(
            Level.ERROR,
            "next-update-passed",
            entry.places.place(("next_update",)),
            "The next update is before as_at, the day on which the facts were true. "
            "Correct one of them.",
        )
