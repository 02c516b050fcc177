"""Activity downloads: sessions by team, month and site, with what may be said of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.programme.cells import (
    codes,
    guarded_keys,
    guarded_row,
    in_order,
    month,
)
from planboard.showing.downloads.programme.follow_up import KINDS
from planboard.showing.downloads.tables import Key, Row, day, figure, prose
from planboard.words.vocabulary.programmes import LETTERS, OUTCOMES, FollowUp, SiteState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.programmes.activity import Activity
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sites import Site
    from planboard.truth.model.programme.teams import Team

__all__ = ["NOBODY_COUNTED", "TABLES", "activity", "of_site", "rows", "totals"]

NOBODY_COUNTED: Final = "blank where no session was held"
"""What a count of vehicles says of itself: nobody counted is not 0."""

_NOT_HELD: Final = (
    Key(
        "abandoned",
        "How many sessions were begun and broken off; their minutes count, as volunteers stood "
        "there, and they are in no other count",
    ),
    Key("cancelled", "How many sessions were never begun; they are in no other count"),
)
_PASSED: Final = (
    Key("vehicles_passed", f"How many vehicles passed while sessions were held; {NOBODY_COUNTED}"),
    Key("over_threshold", f"How many of these were over the threshold; {NOBODY_COUNTED}"),
)
_HELD: Final = Key("sessions", "How many sessions were held")
_TIME: Final = (
    Key("minutes", "How many minutes the sessions lasted, with those that were broken off"),
    Key("volunteer_minutes", "The same for each volunteer who took part, added up"),
)
_HIGHEST: Final = (
    Key("highest_speed_mph", "The highest speed that was measured; blank where none was"),
    Key("highest_speed_limit_mph", "The limit where it was measured"),
)
_PLANNED: Final = Key("planned", "How many sessions were planned; blank where none was")
_UNPLANNED: Final = Key(
    "unplanned",
    "How many of the sessions that were held were beyond what their team had planned for the "
    "month; blank where the programme states no plan",
)
_STEP_MEANS: Final = {
    SiteState.REQUESTED: "The day it was asked for",
    SiteState.SURVEYED: "The day it was looked at",
    SiteState.RISK_ASSESSED: "The day its risks were assessed",
    SiteState.APPROVED: "The day it was approved",
    SiteState.REFUSED: "The day it was refused",
    SiteState.SUSPENDED: "The day from which nobody may stand there for a while",
    SiteState.RETIRED: "The day it was given up",
}

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "sessions": (
        Key("team", "The name of the team"),
        Key("month", "The month; only months in which the team had a session are here"),
        _HELD,
        *_PASSED,
        *_NOT_HELD,
        *_TIME,
        Key("team_id", "The id of the team, as in teams.csv"),
    ),
    "months": (
        Key("month", "The month; every month of the period up to the as-at day is here"),
        _PLANNED,
        _HELD,
        *_PASSED,
        *_NOT_HELD,
        *_TIME,
        *_HIGHEST,
        Key("visits", "How many times the police visited a site"),
        *guarded_keys(FollowUp, KINDS),
        _UNPLANNED,
    ),
    "teams": (
        Key("id", "Its name for ever; teams are in the order of their names, never ranked"),
        Key("name", "Its name"),
        Key("area", "The parish or district it is in; blank where not stated"),
        Key("leaders", "How many leaders it has; blank where not stated"),
        Key("deputies", "How many deputies it has; blank where not stated"),
        Key("members", "How many other members it has; blank where not stated"),
        Key("active_from", "Since when there is such a team; blank where not stated"),
        Key("active_to", "The last day of the team, if it has ended"),
        _PLANNED,
        _HELD,
        *_PASSED,
        *_NOT_HELD,
        *_TIME,
        *guarded_keys(LETTERS, KINDS),
        _UNPLANNED,
    ),
    "sites": (
        Key("id", "Its name for ever; its page is sites/id/"),
        Key("name", "Its name"),
        Key("area", "The parish or district it is in; blank where not stated"),
        Key("state", f"Its last step: {codes(SiteState)}"),
        Key("since", "The day of its last step"),
        Key("speed_limit_mph", "The speed limit there"),
        Key(
            "threshold_mph",
            "The speed from which a vehicle is noted down; blank where not stated",
        ),
        *(Key(step.value, f"{_STEP_MEANS[step]}; blank where not stated") for step in SiteState),
        Key("days_to_approval", "How many days from the request to the approval"),
        Key("reason", "Why it was refused, suspended or given up"),
        _HELD,
        *_PASSED,
        *_NOT_HELD,
        *_TIME,
        *_HIGHEST,
        Key("visits", "How many times the police visited it"),
        *guarded_keys(OUTCOMES, KINDS),
        Key("position", "Its what3words address, only where that is released; else blank"),
    ),
    "states": (
        Key("state", "Where sites stand, as in sites.csv"),
        Key("sites", "How many sites; 0 is a true zero, and all rows sum to all sites"),
    ),
}
"""The tables of what volunteers do, with their columns. Columns may be added at the end."""


def rows(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    done, followed = told.done, told.followed_up
    plans = done.total.planned is not None
    found: dict[str, list[Row]] = {
        "sessions": [
            {"team": record.teams[team].name, "month": month(first), "team_id": team}
            | activity(one)
            for (team, first), one in done.by_team_month.items()
        ],
        "months": [
            {"month": month(first), "visits": str(len(followed.visits.by_month[first]))}
            | activity(one, plans=plans)
            | guarded_row(FollowUp, followed.by_month[first])
            for first, one in done.by_month.items()
        ],
        "teams": [
            _team(one)
            | activity(done.by_team[one.id], plans=plans)
            | guarded_row(LETTERS, followed.by_team[one.id])
            for one in record.teams.values()
        ],
        "sites": [of_site(told, one) for one in record.sites.values()],
        "states": [
            {"state": state.value, "sites": str(number)} for state, number in told.states.items()
        ],
    }
    return {name: in_order(TABLES[name], found[name]) for name in TABLES}


def of_site(told: ProgrammeTold, one: Site) -> Row:
    """Return what is known of one site, by the names of the columns of ``sites.csv``."""
    row = (
        _site(one)
        | activity(told.done.by_site[one.id])
        | {"visits": str(len(told.followed_up.visits.by_site[one.id]))}
        | guarded_row(OUTCOMES, told.followed_up.by_site[one.id])
    )
    return in_order(TABLES["sites"], [row])[0]


def activity(done: Activity, *, plans: bool = False) -> Row:
    """Return every count of some sessions by the name of its column; a table may have fewer.

    Vehicles are blank where no session was held, because nobody counted them. ``plans`` says
    whether the programme states what was planned, as nothing is beyond a plan that is not known.
    """
    return {
        "planned": figure(done.planned),
        "sessions": str(done.sessions),
        "vehicles_passed": str(done.vehicles_passed) if done.sessions else "",
        "over_threshold": str(done.over_threshold) if done.sessions else "",
        "abandoned": str(done.abandoned),
        "cancelled": str(done.cancelled),
        "minutes": str(done.minutes),
        "volunteer_minutes": str(done.volunteer_minutes),
        "highest_speed_mph": figure(done.highest_mph),
        "highest_speed_limit_mph": figure(done.highest_limit_mph),
        "unplanned": str(done.unplanned) if plans else "",
    }


def totals(done: Activity) -> dict[str, int | None]:
    """Return the same counts as numbers; null for one that is not known."""
    found = activity(done, plans=done.planned is not None)
    return {name: int(cell) if cell else None for name, cell in found.items()}


def _team(one: Team) -> Row:
    return {
        "id": one.id,
        "name": one.name,
        "area": one.area or "",
        "leaders": figure(one.leaders),
        "deputies": figure(one.deputies),
        "members": figure(one.members),
        "active_from": day(one.active_from),
        "active_to": day(one.active_to),
    }


def _site(one: Site) -> Row:
    steps = dict(one.steps)
    return {
        "id": one.id,
        "name": one.name,
        "area": one.area or "",
        "state": one.state.value,
        "since": day(one.since),
        "speed_limit_mph": str(one.speed_limit_mph),
        "threshold_mph": figure(one.threshold_mph),
        **{step.value: day(steps.get(step)) for step in SiteState},
        "days_to_approval": figure(one.days_to_approval),
        "reason": prose(one.reason),
        "position": (one.w3w or "") if one.released else "",
    }
