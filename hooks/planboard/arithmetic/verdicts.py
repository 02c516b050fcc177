"""Verdicts: everything that is worked out from the records of a site, once for all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic import progress

if TYPE_CHECKING:
    from planboard.arithmetic.progress import PlanProgress
    from planboard.truth.collection import Collection, PlanInFull

__all__ = ["Verdicts", "of_site"]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Each record of a site with what is worked out from it, kind by kind, sorted by title."""

    plans: tuple[tuple[PlanInFull, PlanProgress], ...] = ()


def of_site(collection: Collection) -> Verdicts:
    """Return the verdicts on every record of ``collection``."""
    months, stale = int(collection.site.near_months), int(collection.site.stale_after_days)
    return Verdicts(
        plans=tuple((one, progress.of_plan(one, months, stale)) for one in collection.plans)
    )
