"""Elsewhere views: figures that others have published, and nobody has invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from planboard.truth.model.programme.follow_up import Elsewhere
    from planboard.truth.model.programme.programme import Programme

__all__ = ["ElsewhereView", "OtherView", "of_programme"]

_BLANK = "Not stated"


@dataclass(frozen=True, slots=True)
class OtherView:
    """The figures of one programme elsewhere, with their source."""

    area: str
    period: str
    cells: tuple[str, ...]
    notes: tuple[str, ...]
    source: Link


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """Figures from elsewhere; ``sentence`` says that they are real, and of whom."""

    sentence: str
    heads: tuple[str, ...]
    rows: tuple[OtherView, ...]


def of_programme(programme: Programme) -> ElsewhereView | None:
    """Return the figures from elsewhere with their share; None where there are none."""
    if not programme.elsewhere:
        return None
    apart = (
        "They are no part of the example."
        if programme.example
        else "They are no part of this programme."
    )
    return ElsewhereView(
        sentence=f"Other programmes have published these figures. {apart} Areas, periods and "
        "thresholds differ, so they show what is usual and rank nobody.",
        heads=("Sessions", "Vehicles", "Over the threshold", "Share", "Followed up"),
        rows=tuple(map(_row, programme.elsewhere)),
    )


def _row(one: Elsewhere) -> OtherView:
    passed, over = one.vehicles_passed, one.over_threshold
    known = passed is not None and over is not None
    return OtherView(
        area=one.area,
        period=one.period,
        cells=(
            _count(one.sessions),
            _count(passed),
            _count(over),
            (wording.share(over, passed) if known and over is not None and passed else "")
            or _BLANK,
            _count(one.followed_up),
        ),
        notes=parts.paragraphs(one.note),
        source=Link(one.source, one.url),
    )


def _count(value: int | None) -> str:
    return _BLANK if value is None else wording.number(value)
