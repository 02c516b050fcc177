"""Follow up: counts of letters, of drivers who were stopped, and of vehicles seen again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.programmes.protection import hidden
from planboard.words.vocabulary.programmes import (
    LETTERS,
    OUTCOMES,
    PROTECTED,
    RETURN_STEPS,
    FollowUp,
    RepeatBand,
    Step,
    VisitReason,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from datetime import date

    from planboard.arithmetic.programmes.activity import Activities
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Drop, Visit

__all__ = ["FollowedUp", "Guarded", "Stage", "Visits", "of_programme"]

_SEEN_AGAIN: Final = 2
"""How often a vehicle of the first band was seen."""

Guarded = int | None
"""A count that may be shown; None for one that is kept back, which every page shows as ``[c]``."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way of vehicles over the threshold, for the whole period (R188).

    ``drops`` say why fewer come to it than to the step before.
    """

    step: Step
    vehicles: int
    drops: tuple[Drop, ...] = ()


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits of the police, newest first, whole and in parts; none of this is kept back."""

    all: tuple[Visit, ...]
    by_month: Mapping[date, tuple[Visit, ...]]
    by_site: Mapping[str, tuple[Visit, ...]]
    by_reason: Mapping[VisitReason, int]


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """What came of vehicles over the threshold.

    ``totals`` are of the whole period and never kept back. ``by_month`` has letters and outcomes,
    ``by_team`` letters and ``by_site`` outcomes; small counts in them are None, and so are those
    that would give one away. ``repeats`` are of the whole period, ``repeats_by_month`` of months.
    """

    totals: Mapping[FollowUp, int]
    by_month: Mapping[date, Mapping[FollowUp, Guarded]]
    by_team: Mapping[str, Mapping[FollowUp, Guarded]]
    by_site: Mapping[str, Mapping[FollowUp, Guarded]]
    repeats: Mapping[RepeatBand, int]
    repeats_by_month: Mapping[date, Mapping[RepeatBand, Guarded]]
    visits: Visits
    funnel: tuple[Stage, ...]

    @property
    def letters(self) -> int:
        """How many letters were sent in all, whichever."""
        return sum(self.totals[one] for one in LETTERS)

    @property
    def stopped(self) -> int:
        """How many drivers were stopped in all."""
        return sum(self.totals[one] for one in OUTCOMES)


def of_programme(record: ProgrammeInFull, done: Activities) -> FollowedUp:
    """Return what came of vehicles over the threshold, with small counts kept back.

    ``done`` is what the volunteers did: they bound how many letters a team can have.
    """
    programme = record.programme
    months, below = tuple(done.by_month), int(programme.suppress_below)
    letters, outcomes = _letters(record, done), _outcomes(record)
    totals = {
        one: sum(number for (_, _, kind), number in (letters | outcomes).items() if kind is one)
        for one in FollowUp
    }
    full = _without_more_letters(letters, done)
    by_team = _shown(letters, LETTERS, below, (record.teams, months), full)
    by_site = _shown(outcomes, OUTCOMES, below, (record.sites, months))
    return FollowedUp(
        totals=totals,
        by_month={one: {**by_team[1][one], **by_site[1][one]} for one in months},
        by_team=by_team[0],
        by_site=by_site[0],
        repeats=_repeats(record),
        repeats_by_month=_repeats_by_month(record, done, below),
        visits=_visits(record, months),
        funnel=_funnel(record, done, totals),
    )


def _letters(record: ProgrammeInFull, done: Activities) -> dict[tuple[str, date, FollowUp], int]:
    """Return how many letters there were by team, month and kind, wherever there can be any.

    A team can have some from the month on in which it first noted a vehicle over the threshold, or
    in which it first had some, of an earlier period.
    """
    rows = [one for one in record.programme.letters if any(one.counts.values())]
    begun = [key for key, seen in done.by_team_month.items() if seen.over_threshold]
    first: dict[str, date] = {}
    for team, month in (*begun, *((one.team, one.first) for one in rows)):
        first[team] = min(month, first.get(team, month))
    counts = {
        (team, month, kind): 0
        for team, month, kind in product(first, done.by_month, LETTERS)
        if month >= first[team]
    }
    for row in rows:
        for kind, number in row.counts.items():
            key = (row.team, row.first, kind)
            counts[key] = counts.get(key, 0) + number
    return counts


def _without_more_letters(
    letters: Mapping[tuple[str, date, FollowUp], int], done: Activities
) -> frozenset[tuple[str, date]]:
    """Return the teams and months that can have had no more letters, as every reader can tell.

    So it is up to a month by whose end there are as many letters as vehicles over the threshold.
    Where there are more letters, some are of an earlier period.
    """
    sent: Counter[tuple[str, date]] = Counter()
    for (team, month, _), number in letters.items():
        sent[team, month] += number
    full: set[tuple[str, date]] = set()
    for team in done.by_team:
        left, so_far = 0, []
        for month in done.by_month:
            seen = done.by_team_month.get((team, month))
            left += (seen.over_threshold if seen else 0) - sent[team, month]
            so_far.append((team, month))
            if not left:
                full.update(so_far)
    return frozenset(full)


def _outcomes(record: ProgrammeInFull) -> dict[tuple[str, date, FollowUp], int]:
    """Return how many drivers there were by site, month and outcome, wherever there was a visit."""
    counts: dict[tuple[str, date, FollowUp], int] = {}
    for visit in record.programme.visits:
        for kind, number in visit.outcomes.items():
            key = (visit.site, visit.on.replace(day=1), kind)
            counts[key] = counts.get(key, 0) + number
    return counts


def _shown(
    counts: dict[tuple[str, date, FollowUp], int],
    kinds: Iterable[FollowUp],
    below: int,
    parts_and_months: tuple[Iterable[str], Iterable[date]],
    full: frozenset[tuple[str, date]] = frozenset(),
) -> tuple[dict[str, dict[FollowUp, Guarded]], dict[date, dict[FollowUp, Guarded]]]:
    """Return the counts by part and by month, None for each that is kept back."""
    parts, months = parts_and_months
    by_part: dict[str, dict[FollowUp, Guarded]] = {one: {} for one in parts}
    by_month: dict[date, dict[FollowUp, Guarded]] = {one: {} for one in months}
    for kind in kinds:
        table: dict[tuple[Hashable, Hashable], int] = {
            (part, month): number for (part, month, one), number in counts.items() if one is kind
        }
        kept = hidden(table, below if kind in PROTECTED else 0, full)
        of_part: Counter[Hashable] = Counter()
        of_month: Counter[Hashable] = Counter()
        for (part, month), number in table.items():
            of_part[part] += number
            of_month[month] += number
        for part, row in by_part.items():
            row[kind] = None if part in kept.rows else of_part[part]
        for month, row in by_month.items():
            row[kind] = None if month in kept.columns else of_month[month]
    return by_part, by_month


def _repeats(record: ProgrammeInFull) -> dict[RepeatBand, int]:
    rows = [one for one in record.programme.repeats if one.month is None]
    return {band: row.vehicles for band in RepeatBand for row in rows if row.band is band}


def _repeats_by_month(
    record: ProgrammeInFull, done: Activities, below: int
) -> dict[date, dict[RepeatBand, Guarded]]:
    """Return how many vehicles were seen again in each month for which that was counted.

    Months need not add up to the period, as a vehicle may be seen again in several; where they
    do, that is guarded too.
    """
    counts: dict[tuple[date, RepeatBand], int] = {
        (one.month.first, one.band): one.vehicles for one in record.programme.repeats if one.month
    }
    full = _without_more_repeats(counts, _repeats(record), done)
    found: dict[date, dict[RepeatBand, Guarded]] = {}
    for band in RepeatBand:
        table: dict[tuple[Hashable, Hashable], int] = {
            (month, None): number for (month, one), number in counts.items() if one is band
        }
        kept = hidden(table, below, {(month, None) for month, one in full if one is band}).rows
        for month in done.by_month:
            if (month, None) in table:
                shown = None if month in kept else table[month, None]
                found.setdefault(month, {})[band] = shown
    return found


def _without_more_repeats(
    counts: Mapping[tuple[date, RepeatBand], int],
    whole: Mapping[RepeatBand, int],
    done: Activities,
) -> frozenset[tuple[date, RepeatBand]]:
    """Return the months and bands that can have had no more vehicles, as every reader can tell.

    Whoever was seen three times in a month was seen as often in the whole period, or more; and the
    vehicles over the threshold of that month are three more.
    """
    bands = {band: least for least, band in enumerate(RepeatBand, _SEEN_AGAIN)}
    full: set[tuple[date, RepeatBand]] = set()
    for month in {month for month, _ in counts}:
        found = {band: counts.get((month, band), 0) for band in bands}
        seen = done.by_month[month].over_threshold if month in done.by_month else 0
        left = seen - sum(least * found[band] for band, least in bands.items())
        for band, least in bands.items():
            upper = [one for one in bands if bands[one] >= least]
            if {*upper} <= {*whole} and sum(whole[one] - found[one] for one in upper) == 0:
                full.update((month, one) for one in upper)
            if 0 <= left < least:
                full.add((month, band))
    return frozenset(full)


def _visits(record: ProgrammeInFull, months: tuple[date, ...]) -> Visits:
    visits = tuple(sorted(record.programme.visits, key=lambda one: one.on, reverse=True))
    reasons = Counter(one.reason for one in visits)
    return Visits(
        all=visits,
        by_month={
            month: tuple(one for one in visits if one.on.replace(day=1) == month)
            for month in months
        },
        by_site={site: tuple(one for one in visits if one.site == site) for site in record.sites},
        by_reason={one: reasons[one] for one in VisitReason if reasons[one]},
    )


def _funnel(
    record: ProgrammeInFull, done: Activities, totals: Mapping[FollowUp, int]
) -> tuple[Stage, ...]:
    """Return the steps that are known, from the threshold on; none where nobody checked anything.

    The last step is known only where it is counted of vehicles that got a letter: officers stop
    drivers whether or not a letter was sent.
    """
    programme = record.programme
    if programme.checked is None:
        return ()
    numbers: dict[Step, int | None] = {
        Step.OVER_THRESHOLD: done.total.over_threshold,
        Step.CHECKED: programme.checked,
        Step.LETTER: sum(totals[one] for one in LETTERS),
        Step.OUTCOME: programme.dealt_with,
    }
    return tuple(
        Stage(step, number, tuple(one for one in programme.drops if one.before is step))
        for step in RETURN_STEPS
        if (number := numbers[step]) is not None
    )
