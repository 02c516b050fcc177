"""Blocks: what records of every kind place alike; cards, a chart, and that there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying.sentences import news
from planboard.saying.views import parts
from planboard.saying.views.parts import Origin

if TYPE_CHECKING:
    from datetime import date

    from planboard.rules.shortcodes.forms import Placement
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.site import RegisterView
    from planboard.truth.in_full import RecordInFull

__all__ = [
    "PlacedChartView",
    "PlacedNothingView",
    "PlacedRecordsView",
    "Spot",
    "headings",
    "origin",
    "source",
]

_LOWEST = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """Where data is placed: the page it is on, which links must work from.

    ``level`` is that of a heading in it, one below the heading above.
    """

    page: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class PlacedRecordsView:
    """Every record of a kind in one sentence; ``level`` is the level of the heading of each."""

    register: RegisterView
    level: int


@dataclass(frozen=True, slots=True)
class PlacedChartView:
    """A chart of a record; ``level`` is the level of its heading."""

    chart: ChartView
    level: int


@dataclass(frozen=True, slots=True)
class PlacedNothingView:
    """That a record has nothing of what is asked of it."""

    said: str
    source: Origin | None


def headings(level: int) -> tuple[str, str, str]:
    """Return the elements of a heading at ``level`` and of the two below it."""
    first, second, third = (f"h{min(level + below, _LOWEST)}" for below in range(3))
    return first, second, third


def source(placed: Placement, record: RecordInFull, page: str) -> Origin | None:
    """Return where data of ``record`` is from that is placed on ``page``.

    None in a newsletter about this very record, which says so once at its end.
    """
    own = placed.newsletter.records if placed.newsletter else ()
    return None if record.key in {one.key for one in own} else parts.origin(record, page)


def origin(record: RecordInFull, page: str, stood_on: date | None) -> Origin:
    """Return where data is from that is shown as it was on a day; None where it is as it is."""
    found = parts.origin(record, page)
    if stood_on is None or stood_on >= record.head.as_at.last:
        return found
    return Origin(found.record, f"{found.said}{news.stood(stood_on)}")
