"""Months views: effort and outcome side by side, month by month; small counts are kept back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import labels, wording
from planboard.saying.sentences import followed as said
from planboard.saying.views.programme import tables
from planboard.saying.views.programme.tables import Grid, GridRow
from planboard.words.vocabulary.programmes import LETTERS, OUTCOMES, RepeatBand

if TYPE_CHECKING:
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["effort", "outcomes", "repeats"]


def effort(record: ProgrammeInFull, told: ProgrammeTold) -> Grid:
    """Return what volunteers did in each month, and the letters and visits that came of it."""
    found, done = told.followed_up, told.done
    rows = tuple(
        GridRow(
            anchor="",
            title=wording.months(month, month),
            note="",
            cells=(
                tables.sessions(one),
                wording.number(one.not_held),
                *tables.over(one),
                *(wording.guarded(found.by_month[month][kind]) for kind in LETTERS),
                wording.number(len(found.visits.by_month[month])),
            ),
        )
        for month, one in done.by_month.items()
    )
    planned = record.programme.planned
    return Grid(
        caption="What volunteers did and what came of it, by month",
        first="Month",
        heads=(
            "Sessions held of planned" if planned else "Sessions held",
            "Not held",
            "Vehicles",
            "Over the threshold",
            "Share",
            *tables.LETTERS,
            "Visits of the police",
        ),
        rows=rows,
        totals=(
            tables.sessions(done.total),
            wording.number(done.total.not_held),
            *tables.over(done.total),
            *(wording.number(found.totals[kind]) for kind in LETTERS),
            wording.number(len(found.visits.all)),
        ),
        key=said.key(row[kind] for row in found.by_month.values() for kind in LETTERS),
    )


def outcomes(told: ProgrammeTold) -> Grid | None:
    """Return how many drivers had which outcome in each month; None where nobody was stopped."""
    found = told.followed_up
    if not found.stopped:
        return None
    return Grid(
        caption="Drivers by outcome and month",
        first="Month",
        heads=tuple(labels.FOLLOW_UPS[kind] for kind in OUTCOMES),
        rows=tuple(
            GridRow(
                anchor="",
                title=wording.months(month, month),
                note="",
                cells=tuple(wording.guarded(row[kind]) for kind in OUTCOMES),
            )
            for month, row in found.by_month.items()
        ),
        totals=tuple(wording.number(found.totals[kind]) for kind in OUTCOMES),
        key=said.key(row[kind] for row in found.by_month.values() for kind in OUTCOMES),
    )


def repeats(told: ProgrammeTold) -> Grid | None:
    """Return how many vehicles were seen again in each month for which that was counted (R022).

    They have no total: a vehicle may be seen again in several months, and readers are told.
    """
    found = told.followed_up.repeats_by_month
    if not found:
        return None
    bands = [band for band in RepeatBand if any(band in row for row in found.values())]
    return Grid(
        caption="Vehicles seen again over the threshold, by month",
        first="Month",
        heads=tuple(labels.REPEAT_BANDS[band] for band in bands),
        rows=tuple(
            GridRow(
                anchor="",
                title=wording.months(month, month),
                note="",
                cells=tuple(
                    wording.guarded(row[band]) if band in row else "Not stated" for band in bands
                ),
            )
            for month, row in found.items()
        ),
        key=said.key(one for row in found.values() for one in row.values()),
    )
