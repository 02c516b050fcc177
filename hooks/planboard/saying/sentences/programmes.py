"""Programmes: what is said of a programme of volunteers, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels
from planboard.saying.sentences.followed import times
from planboard.saying.wording import (
    capital,
    counted,
    day,
    days,
    lower,
    number,
    part_of,
    share,
    span,
)
from planboard.words.vocabulary.programmes import (
    SiteState,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planboard.arithmetic.programmes.activity import Activity
    from planboard.arithmetic.programmes.told import ProgrammeTold, Returned
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Visit
    from planboard.truth.model.programme.returned import Batch, Hop
    from planboard.truth.model.programme.sites import Site

__all__ = [
    "approval",
    "approvals",
    "back_on",
    "batch",
    "counts",
    "days_taken",
    "deputies",
    "did",
    "done",
    "highest",
    "hop",
    "hours",
    "of_planned",
    "over",
    "over_by_month",
    "returned",
    "sessions",
    "site",
    "site_states",
    "state",
    "summary",
    "took",
    "took_in_all",
    "volunteers",
    "waited",
    "waits",
    "with_whom",
]

_HOUR: Final = 60  # minutes
_HALF_AN_HOUR: Final = 30
_ON_THEIR_WAY: Final = frozenset({SiteState.REQUESTED, SiteState.SURVEYED, SiteState.RISK_ASSESSED})


def summary(record: ProgrammeInFull, told: ProgrammeTold) -> str:
    """Return whether results came back, what was done, and what was found.

    ``3 of 4 batches of results have come back to volunteers; 1 has waited since 14 March 2026. 412
    of 480 planned sessions were held and 1,132 of 26,000 vehicles were over the threshold (4.4%).``
    """
    if not (record.sessions or told.back.total):
        return "No session and no result of this programme is published yet."
    return f"{returned(told.back)} {done(told.done.total)}"


def returned(back: Returned) -> str:
    """Return how many batches of results came back, and since when the others are waited for."""
    came, wait = len(back.returned), len(back.waiting)
    if not back.total:
        return "No batch of results is recorded."
    if not wait:
        some = f"All {number(came)} batches" if came > 1 else "The only batch"
        return f"{some} of results {_have(came)} come back to volunteers."
    batches = "batch" if back.total == 1 else "batches"
    opening = (
        f"{number(came)} of {number(back.total)} {batches} of results "
        f"{'has' if back.total == 1 else _have(came)} come back to volunteers"
    )
    since = day(back.waiting_since) if back.waiting_since else ""
    if wait == 1:
        return f"{opening}; 1 has waited since {since}."
    return f"{opening}; {number(wait)} are waited for, the first since {since}."


def _have(how_many: int) -> str:
    return "has" if how_many == 1 else "have"


def done(total: Activity) -> str:
    """Return how many sessions were held, and how many vehicles were over the threshold (R187)."""
    if not total.sessions:
        return f"{sessions(total)}."
    return f"{sessions(total)} and {over(total)}."


def sessions(total: Activity) -> str:
    """Return how many sessions were held, of how many if any were planned."""
    held, planned = total.sessions, total.planned
    if planned is None:
        return f"{counted(held, 'session') if held else 'No session'} {_was(held)} held"
    return f"{of_planned(total, planned)} {'was' if held == 1 else 'were'} held"


def of_planned(total: Activity, planned: int) -> str:
    """Return how many planned sessions were held: ``7 of 10 planned sessions and 1 other``."""
    extra = total.unplanned
    others = f" and {number(extra)} {'other' if extra == 1 else 'others'}" if extra else ""
    plural = "session" if planned == 1 else "sessions"
    return f"{number(total.as_planned)} of {number(planned)} planned {plural}{others}"


def _was(how_many: int) -> str:
    return "were" if how_many > 1 else "was"


def over(total: Activity) -> str:
    """Return how many vehicles were over the threshold, with both counts and their share."""
    if not total.vehicles_passed:
        return "no vehicle passed"
    were = "was" if total.over_threshold == 1 else "were"
    passed, found = total.vehicles_passed, total.over_threshold
    vehicles = "vehicle" if passed == 1 else "vehicles"
    return (
        f"{number(found)} of {number(passed)} {vehicles} {were} over the threshold "
        f"({share(found, passed)})"
    )


def hours(total: Activity) -> str:
    """Return how much time all volunteers together gave, in whole hours."""
    return counted((total.volunteer_minutes + _HALF_AN_HOUR) // _HOUR, "hour")


def did(record: ProgrammeInFull, told: ProgrammeTold) -> Iterator[tuple[str, str]]:
    """Yield what volunteers did, a label and what it says for each count."""
    total = told.done.total
    yield from counts(total)
    yield "Time you gave", f"{hours(total)}, of all volunteers together"
    yield from highest(total)
    if told.volunteers is not None:
        yield "Who you are", volunteers(record, told)


def counts(total: Activity) -> Iterator[tuple[str, str]]:
    """Yield how many sessions were held and what passed, a label and what it says for each."""
    held, planned = total.sessions, total.planned
    if planned is None:
        yield "Sessions held", f"{number(held)}; how many were planned is not stated"
    else:
        found = share(total.as_planned, planned)
        of = f"{number(total.as_planned)} of {number(planned)} planned"
        extra = f", and {counted(total.unplanned, 'other')}" if total.unplanned else ""
        yield "Sessions held", f"{of}{f' ({found})' if found else ''}{extra}"
    yield (
        "Sessions not held",
        f"{number(total.abandoned)} abandoned and {number(total.cancelled)} cancelled",
    )
    missing = (planned or 0) - total.as_planned - total.not_held
    if missing > 0:
        yield "No return", f"for {counted(missing, 'planned session')}"
    yield "Vehicles that passed", number(total.vehicles_passed)
    yield (
        "Over the threshold",
        part_of(total.over_threshold, total.vehicles_passed)
        if total.vehicles_passed
        else "No vehicle passed",
    )


def highest(total: Activity) -> Iterator[tuple[str, str]]:
    """Yield the highest speed that was measured, if any was."""
    if total.highest_mph is not None:
        limit = f", where the limit is {number(total.highest_limit_mph or 0)} mph"
        yield "Highest speed", f"{number(total.highest_mph)} mph{limit}"


# What came back.


def batch(one: Batch) -> str:
    """Return which sessions a batch covers: ``Sessions of 1 to 14 March 2026``."""
    return f"Sessions of {days(one.first_day, one.last_day)}"


def hop(record: ProgrammeInFull, one: Hop) -> str:
    """Return who passed results to whom, how and when (R007).

    ``Traffic Enforcement Officer to CSW lead, by e-mail, 3 May 2026``.
    """
    who = f"{record.role(one.by)} to {record.role(one.to)}"
    how = labels.CHANNELS[one.how] if one.how else ""
    return ", ".join(filter(None, (who, how, day(one.on))))


def back_on(one: Batch) -> str:
    """Return when volunteers were told, or since when they wait, as it follows that they do."""
    if one.told_on is not None:
        return f"on {day(one.told_on)}"
    return f"since {day(one.last_day)}"


def with_whom(record: ProgrammeInFull, one: Batch) -> str:
    """Return who has the results of a batch that is waited for: ``They are with the lead``."""
    if one.told_on is not None:
        return ""
    if not one.hops:
        return "No results yet"
    return f"The results are with: {record.role(one.hops[-1].to)}"


def waited(record: ProgrammeInFull, one: Batch) -> str:
    """Return for how long volunteers had waited at the as-at day: ``92 days so far``."""
    so_far = one.days_waiting(record.programme.as_at.last)
    return "" if so_far is None else f"{counted(so_far, 'day')} so far"


def took_in_all(back: Returned) -> str:
    """Return the shortest and the longest way back: ``4 to 21 days in 10 batches`` (R007)."""
    found = [one.days_to_volunteers for one in back.returned if one.days_to_volunteers is not None]
    if not found:
        return ""
    least, most = min(found), max(found)
    took = counted(most, "day") if least == most else f"{number(least)} to {counted(most, 'day')}"
    batches = "batch" if len(found) == 1 else "batches"
    return (
        f"It took {took} from the first result until volunteers were told, in {number(len(found))} "
        f"{batches}. Who waits has waited since the last session that a batch covers."
    )


def days_taken(one: Batch) -> str:
    """Return how long results took: ``6 days from result to volunteers`` (R007)."""
    if one.days_to_volunteers is None:
        return ""
    return f"{counted(one.days_to_volunteers, 'day')} from result to volunteers"


# Month by month, and teams.


def over_by_month(shares: Sequence[tuple[str, Activity]]) -> str:
    """Return where the share over the threshold began and ended, without a full stop."""
    known = [
        (name, part_of(one.over_threshold, one.vehicles_passed))
        for name, one in shares
        if one.vehicles_passed
    ]
    if not known:
        return "No vehicle passed in any month"
    if len(known) == 1:
        return f"Over the threshold: {known[0][1]} in {known[0][0]}"
    (first, was), (last, now) = known[0], known[-1]
    return f"Over the threshold: {was} in {first}, {now} in {last}"


def volunteers(record: ProgrammeInFull, told: ProgrammeTold) -> str:
    """Return how many volunteers there are in how many teams, and never who they are."""
    if told.volunteers is None:
        return "How many volunteers there are is not stated."
    teams = counted(len(record.teams), "team")
    return f"{counted(told.volunteers, 'volunteer')} in {teams}"


def deputies(told: ProgrammeTold) -> str:
    """Return how many teams have no deputy: ``6 of 10 teams have no deputy`` (R013)."""
    known, without = told.deputies_known, told.without_deputy
    if not known:
        return "It is not stated whether teams have a deputy."
    teams = "team" if known == 1 else "teams"
    return f"{number(without)} of {number(known)} {teams} {_have(without)} no deputy."


# Sites.


def site_states(told: ProgrammeTold) -> str:
    """Return how many sites may be used: ``28 of 40 sites are approved``."""
    total, approved = sum(told.states.values()), told.states[SiteState.APPROVED]
    if not total:
        return "No site is listed."
    sites = "site" if total == 1 else "sites"
    are = "is" if approved == 1 else "are"
    return f"{number(approved)} of {number(total)} {sites} {are} approved."


def approvals(told: ProgrammeTold) -> str:
    """Return what is said before the list of days to approval; no average of a few (R016)."""
    known = len(told.approved)
    if not known:
        return "No site states both the day it was requested and the day it was approved."
    sites = f"{counted(known, 'site')} {'states' if known == 1 else 'state'} both days"
    if told.median_days is None:
        return f"{sites}. An average of so few would say little."
    return f"{sites}. Half of them took {number(told.median_days)} days or less (the median)."


def approval(one: Site) -> str:
    """Return how long one site took: ``70 days (1 March to 10 May 2022)`` (R016)."""
    if one.requested is None or one.approved is None or one.days_to_approval is None:
        return "not stated"
    between = days(one.requested, one.approved)
    return f"{counted(one.days_to_approval, 'day')} ({between})"


def waits(record: ProgrammeInFull, one: Site) -> str:
    """Return how long a site on its way has waited: ``113 days since the request`` (R016)."""
    if one.requested is None or one.state not in _ON_THEIR_WAY:
        return ""
    passed = (record.programme.as_at.last - one.requested).days
    return f"{counted(passed, 'day')} since the request"


def took(one: Site) -> str:
    """Return how long a site took to be approved, or that it is not known or not so far (R016)."""
    if one.days_to_approval is not None:
        return f"{counted(one.days_to_approval, 'day')} from request to approval."
    if one.approved is not None:
        return "The day it was requested is not stated."
    return "It has not been approved."


def state(one: Site) -> str:
    """Return where a site stands and since when: ``Approved on 10 May 2022``."""
    return f"{labels.SITE_STATES[one.state]} on {day(one.since)}"


def site(record: ProgrammeInFull, one: Site, done_here: Activity, visits: Sequence[Visit]) -> str:
    """Return how a site stands, and what volunteers and the police did there in the period."""
    within = capital(f"in {span(record.programme.period)}")
    held = done(done_here).removesuffix(".") if done_here.is_any else "no session was held here"
    came = f", and the police visited {times(len(visits))}" if visits else ""
    return f"{state(one)}. {within}, {lower(held)}{came}."
