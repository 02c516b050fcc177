"""Plans: what is said of a whole plan, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.arithmetic.mentions import busiest
from planboard.saying.wording import (
    action_names,
    and_list,
    capital,
    during,
    lower,
    number,
    or_list,
    span,
)
from planboard.truth.schedule import Span
from planboard.words.vocabulary.dates import EndDateState, Precision
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED, UpdateState

if TYPE_CHECKING:
    from planboard.arithmetic.progress import Count, PlanProgress, Tally
    from planboard.arithmetic.quarters import DueByQuarter
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Plan

__all__ = [
    "busiest_owner",
    "by_group",
    "due",
    "end_dates",
    "latest_date",
    "owned",
    "planned",
    "progress",
]

_END_DATES: Final = {
    EndDateState.ONGOING: "ongoing",
    EndDateState.START_ONLY: "with a start only",
    EndDateState.TO_BE_CONFIRMED: "to be confirmed",
    EndDateState.NOT_STATED: "with no date stated",
}

_NO_END_NEEDED: Final = {
    EndDateState.STATED: "has an end date",
    EndDateState.COMPLETED: "is complete",
    EndDateState.AS_SOON_AS_POSSIBLE: "is due as soon as possible",
}
_PAIR: Final = 2
_MOST_NUMBERS: Final = 3
"""Up to how many actions a sentence gives their numbers; more are counted."""


def progress(plan: Plan, told: Tally, *, part: bool = False) -> str:
    """Return the one true sentence on actions of a plan: every level of its scale, then the rest.

    ``24 of 36 recommendations are amber and 11 red; none is green, one is not rated.``
    With ``part`` the plan has other actions as well.
    """
    names = action_names(plan, told.total)
    if not told.total:
        return f"This plan has no {action_names(plan, 2)}."
    most_first = sorted((one for one in told.counts if one.number), key=lambda one: -one.number)
    if not most_first[1:]:
        return _all_alike(most_first[0], names, part=part)
    rated = [one for one in most_first if one.is_on_scale]
    beside = [one for one in most_first if not one.is_on_scale]
    first, *rest = rated or [beside.pop(0)]
    opening = f"{number(first.number)} of {number(told.total)} {names}"
    stand = [f"{_is(first.number)} {_label(first)}"]
    stand += [f"{number(one.number)} {_label(one)}" for one in rest]
    absent = [_label(one) for one in told.counts if not one.number and one.is_on_scale]
    others = [f"none is {or_list(absent)}"] if absent and rated else []
    others += [f"{_one(one.number)} {_is(one.number)} {_label(one)}" for one in beside]
    return "; ".join(filter(None, (f"{opening} {and_list(stand)}", ", ".join(others)))) + "."


def _all_alike(count: Count, names: str, *, part: bool) -> str:
    total = count.number
    if total == 1:
        return f"{'This' if part else 'The only'} {names} is {_label(count)}."
    if count.level.code == NOT_RATED:
        return f"{'Neither' if total == _PAIR else 'None'} of the {number(total)} {names} is rated."
    whole = "both" if total == _PAIR else f"all {number(total)}"
    if count.level.code == NOT_PUBLISHED:
        return f"The status of {whole} {names} is not published."
    return f"{capital(whole)} {names} are {_label(count)}."


def _label(count: Count) -> str:
    if count.level.code == NOT_PUBLISHED:
        return "without a published status"
    return lower(count.level.label)


def _one(how_many: int) -> str:
    return "one" if how_many == 1 else number(how_many)


def _is(how_many: int) -> str:
    return "is" if how_many == 1 else "are"


def end_dates(plan: Plan, told: PlanProgress) -> str:
    """Return how many actions have no end date, and why (R144)."""
    total, missing = told.total, told.without_end_date
    numbers = dict(told.end_dates)
    if not total:
        return ""
    if not missing:
        who = f"{'The only' if total == 1 else 'Every'} {action_names(plan, 1)}"
        what = [words for state, words in _NO_END_NEEDED.items() if numbers[state]]
        return f"{who} {or_list(what)}."
    if total == 1:
        return f"The only {action_names(plan, 1)} has no end date."
    have = "has" if missing == 1 else "have"
    reasons = [
        f"{number(count)} {_END_DATES[state]}"
        for state, count in told.end_dates
        if count and state in _END_DATES
    ]
    return (
        f"{number(missing)} of {number(total)} {action_names(plan, total)} {have} no end date: "
        f"{and_list(reasons)}."
    )


def planned(plan: Plan, told: PlanProgress) -> str:
    """Return how many notes speak of later, and for how many actions that is all (R153)."""
    notes = sum(len(one.action.forward_notes) for one in told.current)
    alone = sum(one.action.update_state is UpdateState.FORWARD for one in told.current)
    opening = f"{number(notes)} {'note says' if notes == 1 else 'notes say'} what is planned."
    if not alone:
        return opening
    return (
        f"{opening} For {number(alone)} {action_names(plan, alone)} that is all there is: no "
        "progress is reported."
    )


def busiest_owner(record: PlanInFull, told: PlanProgress) -> str:
    """Return who is named on the most actions, where the plan's page is to say so (R147)."""
    found = busiest(told) if record.plan.tells_busiest_owner else None
    if found is None:
        return ""
    owner, named_on = found
    names = action_names(record.plan, told.total)
    return (
        f"One owner, {record.role(owner)}, is named as owner on {number(named_on)} of "
        f"{number(told.total)} {names}."
    )


def latest_date(record: PlanInFull, told: PlanProgress) -> str:
    """Return the latest date of a plan and whose it is: a slip of the year shows there (R077)."""
    named = told.latest[0].last_named if told.latest else None
    if named is None:
        return ""
    names = action_names(record.plan, len(told.latest))
    numbers = [record.known_as(one.action) for one in told.latest]
    few = len(numbers) <= _MOST_NUMBERS
    whose = f"{names} {and_list(numbers)}" if few else f"{number(len(numbers))} {names}"
    return f"The latest date in the plan is {span(named)} ({whose})."


# Titles of charts: each says what its chart shows, and ends without a full stop.


def by_group(record: PlanInFull, told: PlanProgress) -> str:
    """Return which group has most actions at the worst level of the scale.

    ``Partnerships: 3 of 6 recommendations are red, the most of any strand``. A plan without groups
    to compare, or without any status to compare them by, is said as a whole.
    """
    plan, found = record.plan, [one for one in told.groups if one.group and one.total]
    rated = any(one.number for one in told.counts if one.is_on_scale)
    if told.worst is None or not rated or len(found) < _PAIR:
        return progress(plan, told).rstrip(".")
    names, code, worst = action_names(plan, 2), told.worst.code, lower(told.worst.label)
    numbers = [
        next(one.number for one in group.counts if one.level.code == code) for group in found
    ]
    most, having = max(numbers), sum(map(bool, numbers))
    if not most:
        return f"No {names} are published as {worst}"
    if numbers.count(most) == 1:
        leading = found[numbers.index(most)]
        return (
            f"{leading.group.title if leading.group else ''}: {number(most)} of "
            f"{number(leading.total)} {action_names(plan, leading.total)} {_is(most)} {worst}, "
            f"the most of any {plan.group_kind}"
        )
    if having == len(found):
        return f"Every {plan.group_kind} with {names} has some that are {worst}"
    return f"{number(having)} of {number(len(found))} groups have {names} that are {worst}"


def due(plan: Plan, told: PlanProgress, by: DueByQuarter) -> str:
    """Return when most actions fall due, or how many have an end date at all (R144).

    ``16 of 36 recommendations have an end date, most of them between October and December 2022``.
    """
    total, names = told.total, action_names(plan, told.total)
    if not by.stated:
        return f"No {action_names(plan, 1)} has an end date" if total else f"There are no {names}"
    peak = by.busiest
    when = during(Span(peak.first, peak.last, Precision.QUARTER)) if peak else ""
    if peak and peak.number == total:
        whole = "The only" if total == 1 else "Both" if total == _PAIR else f"All {number(total)}"
        return f"{whole} {names} {'falls' if total == 1 else 'fall'} due {when}"
    if peak and _PAIR * peak.number > total:
        return f"Most {names} fall due {when}"
    have = "has" if by.stated == 1 else "have"
    opening = f"{number(by.stated)} of {number(total)} {names} {have} an end date"
    return f"{opening}, {_share(peak.number, by.stated)}{when}" if peak else opening


def _share(part: int, whole: int) -> str:
    if part == whole:
        return "" if whole == 1 else "all of them "
    twice = _PAIR * part
    some = "most" if twice > whole else "half" if twice == whole else number(part)
    return f"{some} of them "


def owned(record: PlanInFull, told: PlanProgress) -> str:
    """Return who is named on most actions, or how many name an owner.

    The first is for plans that ask for it (R147).
    """
    plan, total = record.plan, told.total
    names, owned_by = action_names(plan, total), total - len(told.without_owner)
    if not total:
        return f"There are no {names}"
    if said := busiest_owner(record, told):
        return said.rstrip(".")
    if owned_by == total:
        return f"{'The only' if total == 1 else 'Every'} {action_names(plan, 1)} names an owner"
    name = "names" if owned_by == 1 else "name"
    return f"{number(owned_by)} of {number(total)} {names} {name} an owner"
