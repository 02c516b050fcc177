"""Newsletter downloads: the table of all issues beside their list, and what its keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import routes
from planboard.saying.sentences import newsletters as sentences
from planboard.showing.downloads.tables import LIST, Documented, Key, Row, csv_of, json_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.newsletters import NewsletterTold

__all__ = ["JSON", "TABLE", "documented", "files"]

TABLE: Final[tuple[Key, ...]] = (
    Key("id", "The name of the issue, which is part of its address"),
    Key("number", "Which issue it is of those about the same programme or log"),
    Key("date", "The day on which it came out"),
    Key("title", "What it is about"),
    Key("summary", "What it says in at most 280 letters"),
    Key("audience", "For whom it is"),
    Key("programme", "The programme it reports on, by its id; blank where it is about none"),
    Key("log", "The issue log it reports on, by its id; blank where it is about none"),
    Key("first_day", "The first day of the period it is about; blank where it is about none"),
    Key("last_day", "The last day of that period"),
    Key("issues", "The issues of the log that it covers, by their ids"),
    Key("channels", "By which ways readers get it, as codes; blank where that is not said"),
    Key("address", "The address of its page, from the top of the site"),
)
"""The columns of ``newsletters.csv``, in order. Columns may be added at the end."""

JSON: Final[tuple[Key, ...]] = (
    Key("title", "The title of the page"),
    Key("counts", "How many issues there are"),
    Key("newsletters", "The rows of newsletters.csv"),
)
"""Every key of the ``data.json`` beside the list."""


def files(told: Sequence[NewsletterTold]) -> dict[str, bytes]:
    """Return the files beside the list of all issues by name: a row for each, newest first."""
    table = [_row(one) for one in told]
    data = {
        "title": sentences.ARCHIVE,
        "counts": {"newsletters": len(table)},
        "newsletters": table,
    }
    return {"newsletters.csv": csv_of(TABLE, table), "data.json": json_of(data)}


def documented() -> Documented:
    """Return what the data page says of the files beside the list."""
    return Documented("the list of newsletters", {"newsletters.csv": TABLE, "data.json": JSON})


def _row(told: NewsletterTold) -> Row:
    record, said = told.record, told.record.newsletter
    period = said.period
    return {
        "id": record.id,
        "number": str(said.number),
        "date": said.date.isoformat(),
        "title": said.title,
        "summary": sentences.summary(told),
        "audience": said.audience,
        "programme": said.programme or "",
        "log": said.log or "",
        "first_day": period.first.isoformat() if period else "",
        "last_day": period.last.isoformat() if period else "",
        "issues": LIST.join(one.id for one in record.covered),
        "channels": LIST.join(one.value for one in said.channels),
        "address": routes.newsletter(record.id),
    }
