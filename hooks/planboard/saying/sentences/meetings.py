"""Meetings: what is said of when and where volunteers meet, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying.wording import capital, counted, day, lower
from planboard.words.vocabulary.programmes import MeetingKind

if TYPE_CHECKING:
    from datetime import date, time

    from planboard.truth.model.programme.meetings import Gathering

__all__ = ["KINDS", "TITLE", "clock", "details", "to_come"]

TITLE: Final = "Meetings and training"
KINDS: Final = {
    MeetingKind.MEETING: "Meeting",
    MeetingKind.TRAINING: "Training",
    MeetingKind.EVENT: "Event",
}
_NOON: Final = 12


def clock(value: time) -> str:
    """Return a time of day as people say it: ``7:30pm``, ``9am``, ``midday``."""
    if not value.minute and value.hour in {0, _NOON}:
        return "midday" if value.hour else "midnight"
    hour = value.hour % _NOON or _NOON
    minutes = f":{value.minute:02d}" if value.minute else ""
    return f"{hour}{minutes}{'am' if value.hour < _NOON else 'pm'}"


def details(one: Gathering) -> str:
    """Return what it is, from when on and where: ``Training, 7:30pm, Village hall``.

    What the title says already is not said again.
    """
    kind = KINDS[one.kind]
    known = lower(kind) in one.title.casefold() or one.kind is MeetingKind.MEETING
    found = ("" if known else kind, clock(one.starts) if one.starts else "", one.place or "")
    return capital(", ".join(filter(None, found)))


def to_come(how_many: int, seen_from: date) -> str:
    """Return how many are still to come, seen from a day."""
    if not how_many:
        return f"None after {day(seen_from)} is published."
    return f"{counted(how_many, 'date')} after {day(seen_from)}."
