"""Quality downloads: the gaps of all records as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.views import places
from planboard.saying.views import quality as views
from planboard.showing.downloads.tables import Documented, Key, Row, csv_of, json_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.rules.gaps.gap import Gap
    from planboard.truth.in_full import RecordInFull

__all__ = ["documented", "files"]

GAPS: Final[tuple[Key, ...]] = (
    Key("plan", "The id of the plan; a record of another kind by its kind and id: issues/parks"),
    Key("kind", f"The kind of gap: {', '.join(views.KINDS)}"),
    Key("about", "The id of the part it is in, such as an action; blank for the record as a whole"),
    Key("message", "The gap in a sentence"),
    Key("address", "Its place on the site"),
)
"""The columns of ``gaps.csv``."""

_JSON: Final = (
    Key("title", "The title of the page"),
    Key(
        "counts",
        "How many gaps of each kind each record has, named as in gaps.csv; 0 is a true zero",
    ),
    Key("gaps", "The rows of gaps.csv"),
)


def files(records: Sequence[tuple[RecordInFull, Sequence[Gap]]]) -> dict[str, bytes]:
    """Return the files beside the page on the quality of the records by name."""
    rows = [_row(record, gap) for record, gaps in records for gap in gaps]
    counts = {
        record.key: {code: len(found) for code, found in views.by_kind(record, gaps)}
        for record, gaps in records
    }
    return {
        "gaps.csv": csv_of(GAPS, rows),
        "data.json": json_of({"title": wording.QUALITY, "counts": counts, "gaps": rows}),
    }


def documented() -> Documented:
    """Return what the data page says of these files."""
    return Documented("the page on record quality", {"gaps.csv": GAPS, "data.json": _JSON})


def _row(record: RecordInFull, gap: Gap) -> Row:
    return {
        "plan": record.key,
        "kind": gap.code,
        "about": gap.about.id if gap.about else "",
        "message": views.sentence(record, gap),
        "address": places.address(record, gap),
    }
