"""Followed views: what was done with what volunteers noted down, for the whole period."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from planboard.saying import labels, wording
from planboard.saying.sentences import followed as said
from planboard.saying.views.programme import charts, tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.programmes.follow_up import FollowedUp, Stage
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.saying.views.drawn import ChartView, Columns
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import SpeedBand

__all__ = ["DropView", "FollowedView", "of_programme"]


@dataclass(frozen=True, slots=True)
class DropView:
    """Why fewer vehicles come to one step than to the one before."""

    title: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FollowedView:
    """What was done: step by step, by letter, by outcome, and how often and how fast."""

    none: str
    funnel: ChartView | None
    drops: tuple[DropView, ...]
    letters: ChartView | None
    outcomes: ChartView | None
    repeats: Columns | None
    speeds: Columns | None


def of_programme(
    record: ProgrammeInFull, told: ProgrammeTold, page: str, sizes: Mapping[str, int]
) -> FollowedView:
    """Return what was done with vehicles over the threshold, in totals that are always shown."""
    found = told.followed_up
    return FollowedView(
        none=_none(found),
        funnel=charts.funnel(record, told, page, sizes),
        drops=tuple(_drops(found)),
        letters=charts.letters(record, told, page, sizes),
        outcomes=charts.outcomes(record, told, page, sizes),
        repeats=tables.counts(
            "Vehicles seen again over the threshold",
            "How often",
            "Vehicles",
            [(labels.REPEAT_BANDS[band], number) for band, number in found.repeats.items()],
        )
        if found.repeats
        else None,
        speeds=tables.counts(
            "Vehicles by miles per hour over the limit",
            "Over the limit by",
            "Vehicles",
            [*_bands(record, told.done.total.over_threshold)],
        )
        if record.programme.speeds
        else None,
    )


def _none(found: FollowedUp) -> str:
    """Return what is not known of the way from the roadside to a letter."""
    if found.funnel:
        return ""
    if found.letters or found.stopped:
        return "It is not stated how many vehicles over the threshold were checked."
    return "Nothing is recorded on what was done with vehicles over the threshold."


def _drops(found: FollowedUp) -> Iterator[DropView]:
    """Yield for each step why some vehicles do not come to it, though nobody said why (R188)."""
    for before, stage in pairwise(found.funnel):
        fewer = before.vehicles - stage.vehicles
        if stage.drops or fewer > 0:
            yield DropView(said.fewer(stage, fewer), tuple(_reasons(stage, fewer)))


def _reasons(stage: Stage, fewer: int) -> Iterator[tuple[str, str]]:
    """Yield each reason with how many vehicles it is of, and the rest without a reason."""
    for one in stage.drops:
        yield "Some" if one.vehicles is None else wording.number(one.vehicles), one.reason
    counted = [one.vehicles for one in stage.drops if one.vehicles is not None]
    rest = fewer - sum(counted)
    if not stage.drops:
        yield "", "The reason is not stated."
    elif rest > 0 and len(counted) == len(stage.drops):
        yield wording.number(rest), "The reason is not stated."


def _bands(record: ProgrammeInFull, over: int) -> Iterator[tuple[str, int]]:
    """Yield each band of speeds with its vehicles, and those of which no speed is stated."""
    for one in record.programme.speeds:
        yield _band(one), one.vehicles
    rest = over - sum(one.vehicles for one in record.programme.speeds)
    if rest > 0:
        yield "Not stated", rest


def _band(one: SpeedBand) -> str:
    """Return how much over the limit: ``1 to 5 mph``, ``20 mph or more``."""
    least = wording.number(one.from_mph)
    if one.to_mph is None:
        return f"{least} mph or more"
    if one.to_mph == one.from_mph:
        return f"{least} mph"
    return f"{least} to {wording.number(one.to_mph)} mph"
