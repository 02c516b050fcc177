"""Reports: what the parts of a report may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planboard.saying.views.report.benefits import BenefitsView
    from planboard.saying.views.report.measures import MeasureView
    from planboard.saying.views.report.voices import VoicesView

__all__ = ["PlacedBenefitsView", "PlacedMeasureView", "PlacedVoicesView"]


@dataclass(frozen=True, slots=True)
class PlacedMeasureView:
    """One measure; ``headings`` are the elements of its heading and of those below it."""

    measure: MeasureView
    headings: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlacedBenefitsView:
    """The benefits of a report; ``headings`` are the elements of its heading and those below."""

    benefits: BenefitsView
    headings: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class PlacedVoicesView:
    """The voices of a report; ``headings`` are the elements of its heading and those below."""

    voices: VoicesView
    headings: tuple[str, str, str]
