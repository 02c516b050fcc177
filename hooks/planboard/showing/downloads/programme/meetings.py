"""Meetings downloads: when and where volunteers meet, past and to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.programme.cells import codes
from planboard.showing.downloads.tables import Key, Row, day, prose
from planboard.words.vocabulary.programmes import MeetingKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["TABLES", "rows"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "meetings": (
        Key("on", "The day on which it is, or was"),
        Key("title", "What it is called"),
        Key("kind", f"What it is: {codes(MeetingKind)}"),
        Key("starts", "When it begins, in hours and minutes; blank where not stated"),
        Key("place", "Where it is; blank where not stated"),
        Key("note", "What else to know; blank where there is nothing"),
    ),
}
"""The table of meetings, with its columns. Columns may be added at the end."""


def rows(record: ProgrammeInFull) -> dict[str, list[Row]]:
    """Return the rows of the table by its name, in the order of their days."""
    return {
        "meetings": [
            {
                "on": day(one.on),
                "title": one.title,
                "kind": one.kind.value,
                "starts": f"{one.starts:%H:%M}" if one.starts else "",
                "place": one.place or "",
                "note": prose(one.note),
            }
            for one in sorted(record.programme.meetings, key=lambda one: one.on)
        ]
    }
