"""Period: what volunteers did in some months of a programme, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic.programmes.activity import Activity
from planboard.words.vocabulary.programmes import FollowUp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planboard.arithmetic.programmes.follow_up import Guarded
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Visit
    from planboard.truth.schedule import Span

__all__ = ["Period", "of_period"]


@dataclass(frozen=True, slots=True)
class Period:
    """What is known of some months of a programme.

    ``months`` are those of the ``span`` that had begun on the as-at day; it ``goes_on`` where some
    of it was still to come. ``followed_up`` has None for each count that is kept back. Visits are
    sorted newest first.
    """

    span: Span
    months: tuple[date, ...]
    goes_on: bool
    done: Activity
    followed_up: Mapping[FollowUp, Guarded]
    visits: tuple[Visit, ...]


def of_period(record: ProgrammeInFull, told: ProgrammeTold, span: Span | None) -> Period:
    """Return what is known of the months of ``span``, which lie inside the programme's period.

    Without one it is the whole period of the programme, of which every total may be shown. Of
    months a count of drivers may only be a sum of what the page shows of each: one month that is
    kept back keeps the sum back, as the rest of the sum would give it away.
    """
    found, whole = told.followed_up, record.programme.period
    as_at = record.programme.as_at.last
    if span is None or (span.first, span.last) == (whole.first, whole.last):
        return Period(
            span=whole,
            months=tuple(told.done.by_month),
            goes_on=whole.last > as_at,
            done=told.done.total,
            followed_up=found.totals,
            visits=found.visits.all,
        )
    months = tuple(one for one in told.done.by_month if span.first <= one <= span.last)
    return Period(
        span=span,
        months=months,
        goes_on=span.last > as_at,
        done=_added([told.done.by_month[one] for one in months]),
        followed_up={
            kind: _summed(found.by_month[one][kind] for one in months) for kind in FollowUp
        },
        visits=tuple(visit for one in reversed(months) for visit in found.visits.by_month[one]),
    )


def _summed(counts: Iterable[Guarded]) -> Guarded:
    """Return the sum of counts that are all shown; None where any is kept back."""
    total = 0
    for one in counts:
        if one is None:
            return None
        total += one
    return total


def _added(months: list[Activity]) -> Activity:
    """Return what was done in several months; the highest speed is the first of its kind."""
    planned = [one.planned for one in months if one.planned is not None]
    measured = [one for one in months if one.highest_mph is not None]
    highest = max(measured, key=lambda one: one.highest_mph or 0, default=Activity())
    return Activity(
        sessions=sum(one.sessions for one in months),
        planned=sum(planned) if planned else None,
        unplanned=sum(one.unplanned for one in months),
        abandoned=sum(one.abandoned for one in months),
        cancelled=sum(one.cancelled for one in months),
        minutes=sum(one.minutes for one in months),
        volunteer_minutes=sum(one.volunteer_minutes for one in months),
        vehicles_passed=sum(one.vehicles_passed for one in months),
        over_threshold=sum(one.over_threshold for one in months),
        highest_mph=highest.highest_mph,
        highest_limit_mph=highest.highest_limit_mph,
    )
