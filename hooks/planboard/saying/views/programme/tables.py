"""Tables: the shapes of tables that the pages of a programme share, and their small bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.charts import bars
from planboard.saying.views import kinds
from planboard.saying.views.drawn import Columns, DrawnRow, Head, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.programmes.activity import Activity

__all__ = ["LETTERS", "NO_SHARE", "Grid", "GridRow", "counts", "over", "sessions"]

LETTERS: Final = ("First letters", "Second letters", "Third letters or visits")
"""The heads of columns with letters, in their order."""
NO_SHARE: Final = "–"
"""What stands in place of a share where nothing passed, and of a count where nobody counted."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its place on the page, what it is, a quiet note, and its numbers in words."""

    anchor: str
    title: str
    note: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of numbers; ``key`` says what its markers mean, ``totals`` are of all rows."""

    caption: str
    first: str
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    totals: tuple[str, ...] = ()
    key: str = ""


def counts(caption: str, first: str, noun: str, rows: Sequence[tuple[str, int]]) -> Columns:
    """Return a small table of counts with a bar each, in the order of ``rows``."""
    long = bars.lengths([number for _, number in rows])
    return Columns(
        caption=caption,
        first=first,
        heads=(Head(noun),),
        parts=(
            Rows(
                tuple(
                    DrawnRow(title, (wording.number(number),), kinds.one_bar(length))
                    for (title, number), length in zip(rows, long, strict=True)
                )
            ),
        ),
        drawn="As a bar",
    )


def sessions(one: Activity) -> str:
    """Return the sessions that were held, of those planned where any were: ``34 of 40``."""
    if one.planned is None:
        return wording.number(one.sessions)
    extra = f" and {wording.counted(one.unplanned, 'other')}" if one.unplanned else ""
    return f"{wording.number(one.as_planned)} of {wording.number(one.planned)}{extra}"


def over(one: Activity) -> tuple[str, str, str]:
    """Return the vehicles that passed, those over the threshold, and the share of these.

    Where no session was held nobody counted, and that is not 0.
    """
    if not one.sessions:
        return (NO_SHARE, NO_SHARE, NO_SHARE)
    return (
        wording.number(one.vehicles_passed),
        wording.number(one.over_threshold),
        wording.share(one.over_threshold, one.vehicles_passed) or NO_SHARE,
    )
