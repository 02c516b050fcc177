"""Returned downloads: how results came back to the volunteers, and what they should do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.programme.cells import codes
from planboard.showing.downloads.tables import Key, Row, day, figure, links, prose
from planboard.words.vocabulary.issues import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.returned import Batch

__all__ = ["TABLES", "rows"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "batches": (
        Key("id", "Its name for ever; those that volunteers wait for come first"),
        Key("first_day", "The day of the first session whose results it has"),
        Key("last_day", "The day of the last"),
        Key("told_on", "The day on which volunteers were told; blank while they wait"),
        Key("waiting_since", "The day from which they have waited; blank once they were told"),
        Key(
            "days_to_volunteers",
            "How many days from the first hop until they were told; blank where not known",
        ),
        Key("results", "What was found and done; blank where not stated"),
    ),
    "hops": (
        Key("batch", "The id of the batch"),
        Key("position", "Its place on the way back, from 1"),
        Key("by", "Who passed the results on, as a role"),
        Key("to", "To whom, as a role"),
        Key("how", f"By which way: {codes(Channel)}; blank where not stated"),
        Key("on", "On which day"),
    ),
    "guidance": (
        Key("id", "Its name for ever"),
        Key("title", "What it is about"),
        Key("text", "What to do"),
        Key("links", "Where to read more or to report: title and address"),
    ),
}
"""The tables of what came back, with their columns. Columns may be added at the end."""


def rows(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    batches = (*told.back.waiting, *told.back.returned)
    return {
        "batches": [_batch(one) for one in batches],
        "hops": [row for one in batches for row in _hops(record, one)],
        "guidance": [
            {
                "id": one.id,
                "title": one.title,
                "text": prose(one.text),
                "links": links(one.links),
            }
            for one in record.programme.guidance
        ],
    }


def _batch(one: Batch) -> Row:
    return {
        "id": one.id,
        "first_day": day(one.first_day),
        "last_day": day(one.last_day),
        "told_on": day(one.told_on),
        "waiting_since": day(one.waiting_since),
        "days_to_volunteers": figure(one.days_to_volunteers),
        "results": prose(one.results),
    }


def _hops(record: ProgrammeInFull, batch: Batch) -> Iterator[Row]:
    for position, one in enumerate(batch.hops, 1):
        yield {
            "batch": batch.id,
            "position": str(position),
            "by": record.role(one.by),
            "to": record.role(one.to),
            "how": one.how.value if one.how else "",
            "on": day(one.on),
        }
