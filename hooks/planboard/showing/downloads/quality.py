"""Quality downloads: the gaps of all plans as one table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.views import places
from planboard.saying.views import quality as views
from planboard.showing.downloads.tables import Documented, Key, Row, csv_of, json_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.rules.gaps import Gap
    from planboard.truth.collection import PlanInFull

__all__ = ["documented", "files"]

GAPS: Final[tuple[Key, ...]] = (
    Key("plan", "The id of the plan"),
    Key("kind", f"The kind of gap: {', '.join(views.KINDS)}"),
    Key("about", "The id of the action or group it is in; blank for the plan as a whole"),
    Key("message", "The gap in a sentence"),
    Key("address", "Its place on the site"),
)
"""The columns of ``gaps.csv``."""

_JSON: Final = (
    Key("title", "The title of the page"),
    Key("counts", "For each plan by id, how many gaps of each kind it has; 0 is a true zero"),
    Key("gaps", "The rows of gaps.csv"),
)


def files(plans: Sequence[tuple[PlanInFull, Sequence[Gap]]]) -> dict[str, bytes]:
    """Return the files beside the page on the quality of the records by name."""
    rows = [_row(record, gap) for record, gaps in plans for gap in gaps]
    counts = {
        record.id: {code: sum(gap.code == code for gap in gaps) for code in views.KINDS}
        for record, gaps in plans
    }
    return {
        "gaps.csv": csv_of(GAPS, rows),
        "data.json": json_of({"title": wording.QUALITY, "counts": counts, "gaps": rows}),
    }


def documented() -> Documented:
    """Return what the data page says of these files."""
    return Documented("the page on record quality", {"gaps.csv": GAPS, "data.json": _JSON})


def _row(record: PlanInFull, gap: Gap) -> Row:
    return {
        "plan": record.id,
        "kind": gap.code,
        "about": gap.about.id if gap.about else "",
        "message": views.sentence(record, gap),
        "address": places.address(record, gap),
    }
