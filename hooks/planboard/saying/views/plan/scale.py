"""Scale views: what the statuses of a plan mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.views import parts
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.progress import PlanProgress
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.parts import Tag
    from planboard.truth.in_full import PlanInFull

__all__ = ["ScaleView", "scale"]

_NO_MEANING: Final = "Meaning not published."
_BESIDE: Final = {
    NOT_RATED: "The document leaves the rating blank.",
    NOT_PUBLISHED: "There is a rating, but the published document does not carry it.",
}


@dataclass(frozen=True, slots=True)
class ScaleView:
    """The plan's status scale with its meanings, or the words that there are none."""

    levels: tuple[tuple[Tag, str], ...]
    note: str
    targets: str


def scale(record: PlanInFull, told: PlanProgress, gaps: Sequence[Gap]) -> ScaleView:
    """Return what the statuses of a plan mean, with a word on what they speak of and it lacks."""
    used = record.scale
    beside = [
        (one.level, _BESIDE[one.level.code])
        for one in told.counts
        if one.number and one.level.code in _BESIDE
    ]
    note = "This plan does not say what its statuses mean. We do not guess."
    if used.meanings_published:
        whose = used.meanings_from or "the words are the plan's own"
        note = f"What each status means in this plan ({wording.lower(whose).rstrip('.')}):"
    return ScaleView(
        levels=(
            *((parts.tag(level), level.meaning or _NO_MEANING) for level in used.levels),
            *((parts.tag(level), meaning) for level, meaning in beside),
        ),
        note=note,
        targets=" ".join(one.message for one in gaps if one.code == "no-target"),
    )
