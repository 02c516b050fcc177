"""Elsewhere views: figures that others have published, and nobody has invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import wording
from planboard.saying.sentences.reports import QUALIFIED
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.words.vocabulary.programmes import FigureElsewhere

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
        heads=(
            "Sessions",
            "Vehicles",
            "Over the threshold",
            "Of vehicles",
            "Followed up",
            "Of those over",
        ),
        rows=tuple(map(_row, programme.elsewhere)),
    )


def _row(one: Elsewhere) -> OtherView:
    passed, over, followed = one.vehicles_passed, one.over_threshold, one.followed_up
    return OtherView(
        area=one.area,
        period=one.period,
        cells=(
            _count(one, FigureElsewhere.SESSIONS),
            _count(one, FigureElsewhere.VEHICLES_PASSED),
            _count(one, FigureElsewhere.OVER_THRESHOLD),
            _share(over, passed),
            _count(one, FigureElsewhere.FOLLOWED_UP),
            _share(followed, over),
        ),
        notes=parts.paragraphs(one.note),
        source=Link(one.source, one.url),
    )


def _count(one: Elsewhere, figure: FigureElsewhere) -> str:
    """Return a figure as its source has it: ``over 67,000``."""
    value: int | None = getattr(one, figure.value)
    if value is None:
        return _BLANK
    return f"{QUALIFIED.get(one.certainty(figure), '')} {wording.number(value)}".strip()


def _share(part: int | None, whole: int | None) -> str:
    """Return a part in per cent of the whole, where both are known and it is a part at all."""
    if part is None or not whole or part > whole:
        return _BLANK
    return wording.share(part, whole) or _BLANK
