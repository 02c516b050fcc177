"""Stood: records as they stood on the day of the newsletter in which their lists are placed.

Figures of a period are never of such a record: they come from the whole one, so that a small count
is kept back in every issue alike.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from planboard.arithmetic import as_of
from planboard.arithmetic.programmes.told import of_programme
from planboard.saying.views.placements import blocks
from planboard.saying.views.placements.issues import PlacedIssuesView, PlacedYouSaidView
from planboard.saying.views.placements.programmes import (
    PlacedReturnedView,
    PlacedSitesView,
    PlacedVisitsView,
)

if TYPE_CHECKING:
    from datetime import date

    from planboard.arithmetic.answers import Answers
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.rules.shortcodes.forms import Placement
    from planboard.saying.views.placements.blocks import Spot
    from planboard.truth.in_full import IssuesInFull, ProgrammeInFull

__all__ = ["day", "log", "programme", "sourced"]

V = TypeVar(
    "V",
    blocks.PlacedNothingView,
    PlacedIssuesView,
    PlacedReturnedView,
    PlacedSitesView,
    PlacedVisitsView,
    PlacedYouSaidView,
)


def day(placed: Placement) -> date | None:
    """Return the day of the newsletter in which something is placed, if it is one."""
    return placed.newsletter.newsletter.date if placed.newsletter else None


def log(placed: Placement, record: IssuesInFull, told: Answers) -> tuple[IssuesInFull, Answers]:
    """Return a log as it is to be shown, with the verdicts on it; ``told`` are those of today."""
    if placed.newsletter is None:
        return record, told
    covered = {one.id for one in placed.newsletter.covered}
    return as_of.of_log(record, placed.newsletter.newsletter.date, covered)


def programme(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold
) -> tuple[ProgrammeInFull, ProgrammeTold]:
    """Return a programme as its lists are to be shown, with the verdicts on it."""
    if placed.newsletter is None:
        return record, told
    stood = as_of.of_programme(record, placed.newsletter.newsletter.date)
    return (record, told) if stood is record else (stood, of_programme(stood))


def sourced(view: V, placed: Placement, spot: Spot) -> V:
    """Return a view whose source says on which day it was so."""
    if placed.record is None or view.source is None:
        return view
    return replace(view, source=blocks.origin(placed.record, spot.page, day(placed)))
