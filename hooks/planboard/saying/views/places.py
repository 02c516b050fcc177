"""Places views: where on the site something inside a record stands, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planboard.saying import routes

if TYPE_CHECKING:
    from planboard.truth.entries import Path
    from planboard.truth.in_full import Part, RecordInFull

__all__ = ["Placed", "address", "called"]


class Placed(Protocol):
    """What has a place in the file of a record, in one of its parts or in none."""

    @property
    def path(self) -> Path:
        """The way to it in the file."""

    @property
    def thing(self) -> str:
        """What kind of part it is in, as the anchor of the part says."""

    @property
    def about(self) -> Part | None:
        """The part it is in; None for the record as a whole."""


def address(record: RecordInFull, one: Placed) -> str:
    """Return where something stands on the site, from its top."""
    page = routes.record(record.kind, record.id)
    if one.about is None:
        place = "scale" if one.path[:1] == ("scale",) else routes.top(record.kind)
        return f"{page}#{place}"
    return f"{page}#{routes.anchor(one.thing, one.about.id)}"


def called(record: RecordInFull, one: Placed) -> str:
    """Return what something is in: ``Recommendation 4``, ``Theme “Parks”``, or ``The plan``."""
    if one.about is None:
        return f"The {record.kind_name}"
    return record.called(one.thing, one.about)
