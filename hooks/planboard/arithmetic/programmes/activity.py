"""Activity: counts of sessions, and of the vehicles that passed, by month, team and site."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from planboard.words.vocabulary.programmes import SessionState

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from datetime import date

    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sessions import SessionGroup

__all__ = ["Activities", "Activity", "of_programme"]

K = TypeVar("K", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Activity:
    """What some sessions found. Nothing here may point at a driver, so nothing is kept back.

    ``sessions`` are those that were held; ``planned`` is None where nobody planned any.
    ``unplanned`` are those beyond what their team had planned for the month, where anything was
    planned at all. Abandoned and cancelled ones count in no figure on vehicles (R187). The minutes
    are also of sessions that were abandoned, because volunteers stood there. ``highest_mph`` was
    measured where the limit was ``highest_limit_mph``.
    """

    sessions: int = 0
    planned: int | None = None
    abandoned: int = 0
    cancelled: int = 0
    minutes: int = 0
    volunteer_minutes: int = 0
    unplanned: int = 0
    vehicles_passed: int = 0
    over_threshold: int = 0
    highest_mph: int | None = None
    highest_limit_mph: int | None = None

    @property
    def is_any(self) -> bool:
        """Whether there was a session, were it one that was broken off."""
        return bool(self.sessions or self.abandoned or self.cancelled)

    @property
    def as_planned(self) -> int:
        """How many of the sessions that were held had been planned."""
        return self.sessions - self.unplanned

    @property
    def not_held(self) -> int:
        """How many sessions were abandoned or cancelled."""
        return self.abandoned + self.cancelled


@dataclass(frozen=True, slots=True)
class Activities:
    """The activity of a programme, whole and in parts.

    ``by_month`` has every month of the period up to the as-at day, ``by_team`` and ``by_site``
    every team and site in the order of their names, though nothing happened. ``by_team_month`` and
    ``by_site_month`` have only months in which there was a session, in order.
    """

    total: Activity
    by_month: Mapping[date, Activity]
    by_team: Mapping[str, Activity]
    by_site: Mapping[str, Activity]
    by_team_month: Mapping[tuple[str, date], Activity] = field(
        default_factory=lambda: MappingProxyType({})
    )
    by_site_month: Mapping[tuple[str, date], Activity] = field(
        default_factory=lambda: MappingProxyType({})
    )


def of_programme(record: ProgrammeInFull) -> Activities:
    """Return the activity of a programme, from its sessions as they are added up."""
    programme = record.programme
    last = programme.as_at.last
    months = [month for month in programme.months if month <= last]
    plans: Counter[tuple[str, date]] = Counter()
    for one in programme.planned:
        if one.first <= last:  # what is still to come cannot be done yet
            plans[one.team, one.first] += one.sessions
    plan_of_month, plan_of_team = _by_each(plans)
    planned = plans.total() if programme.planned else None
    beyond_of_month, beyond_of_team = _by_each(_beyond(record, plans))
    by_month = _split((one.month, one) for one in record.sessions)
    by_team = _split((one.team, one) for one in record.sessions)
    by_site = _split((one.site, one) for one in record.sessions)
    team_months = _split(((one.team, one.month), one) for one in record.sessions)
    site_months = _split(((one.site, one.month), one) for one in record.sessions)
    return Activities(
        total=_added(record.sessions, planned, beyond_of_month.total()),
        by_month={
            one: _added(by_month[one], plan_of_month.get(one), beyond_of_month[one])
            for one in months
        },
        by_team={
            one: _added(by_team[one], plan_of_team.get(one), beyond_of_team[one])
            for one in record.teams
        },
        by_site={one: _added(by_site[one]) for one in record.sites},
        by_team_month={
            key: _added(team_months[key]) for key in _in_order(record.teams, team_months)
        },
        by_site_month={
            key: _added(site_months[key]) for key in _in_order(record.sites, site_months)
        },
    )


def _by_each(
    counts: Counter[tuple[str, date]],
) -> tuple[Counter[date], Counter[str]]:
    """Return counts of teams and months by month alone, and by team alone."""
    by_month: Counter[date] = Counter()
    by_team: Counter[str] = Counter()
    for (team, month), number in counts.items():
        by_month[month] += number
        by_team[team] += number
    return by_month, by_team


def _beyond(record: ProgrammeInFull, plans: Counter[tuple[str, date]]) -> Counter[tuple[str, date]]:
    """Return how many sessions each team held in a month beyond those that it had planned."""
    held: Counter[tuple[str, date]] = Counter()
    for one in record.sessions:
        if one.state is SessionState.HELD and plans:
            held[one.team, one.month] += one.sessions
    return held - plans  # what is below 0 is left out


def _added(
    groups: Iterable[SessionGroup], planned: int | None = None, unplanned: int = 0
) -> Activity:
    """Return sessions added up; vehicles of what was not held are in no figure."""
    times: Counter[SessionState] = Counter()
    minutes = volunteer_minutes = passed = over = 0
    highest: tuple[int, int] | None = None
    for one in groups:
        times[one.state] += one.sessions
        if one.state is not SessionState.CANCELLED:  # people stood there, if not to the end
            minutes += one.minutes
            volunteer_minutes += one.volunteer_minutes
        if one.state is not SessionState.HELD:
            continue
        passed += one.vehicles_passed
        over += one.over_threshold
        if one.highest_mph is not None and (highest is None or one.highest_mph > highest[0]):
            highest = one.highest_mph, one.limit_mph
    return Activity(
        sessions=times[SessionState.HELD],
        planned=planned,
        unplanned=unplanned,
        abandoned=times[SessionState.ABANDONED],
        cancelled=times[SessionState.CANCELLED],
        minutes=minutes,
        volunteer_minutes=volunteer_minutes,
        vehicles_passed=passed,
        over_threshold=over,
        highest_mph=highest and highest[0],
        highest_limit_mph=highest and highest[1],
    )


def _split(found: Iterable[tuple[K, SessionGroup]]) -> dict[K, list[SessionGroup]]:
    groups: dict[K, list[SessionGroup]] = defaultdict(list)
    for key, group in found:
        groups[key].append(group)
    return groups


def _in_order(ids: Iterable[str], found: Iterable[tuple[str, date]]) -> list[tuple[str, date]]:
    """Return keys in the order of ``ids``, then of the months."""
    place = {one: number for number, one in enumerate(ids)}
    return sorted(found, key=lambda key: (place.get(key[0], len(place)), key[1]))
