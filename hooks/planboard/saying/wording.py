"""Wording: numbers, dates, schedules and counts as the words a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary import (
    NOT_PUBLISHED,
    NOT_RATED,
    DependencyKind,
    EndDateState,
    Precision,
    PublisherKind,
    Qualifier,
    ScheduleKind,
    Stage,
    TargetOperator,
    UpdateKind,
    UpdateState,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from planboard.arithmetic.progress import Count, PlanProgress
    from planboard.truth.model.plan import (
        Dependency,
        Funding,
        Milestone,
        Observation,
        Plan,
        Target,
        Update,
    )
    from planboard.truth.schedule import Schedule, Span

__all__ = [
    "action_names",
    "and_list",
    "capital",
    "day",
    "dependency",
    "end_dates",
    "funding",
    "lower",
    "milestone",
    "no_update",
    "number",
    "observation",
    "or_list",
    "progress",
    "schedule",
    "size",
    "span",
    "stage",
    "target",
    "update_date",
    "update_kind",
]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

STAGES: Final = {
    Stage.NOT_STARTED: "Not started",
    Stage.IN_PROGRESS: "In progress",
    Stage.BUSINESS_AS_USUAL: "Business as usual",
    Stage.COMPLETE: "Complete",
    Stage.PAUSED: "Paused",
    Stage.CANCELLED: "Cancelled",
    Stage.SUPERSEDED: "Superseded",
}

UPDATE_KINDS: Final = {
    UpdateKind.PROGRESS: "Progress",
    UpdateKind.FORWARD: "Planned",
    UpdateKind.FUNDING: "Funding",
    UpdateKind.RISK: "Risk",
    UpdateKind.DECISION: "Decision",
    UpdateKind.CORRECTION: "Correction",
}

DEPENDENCIES: Final = {
    DependencyKind.FUNDING: "Depends on funding",
    DependencyKind.BID: "Depends on a bid",
    DependencyKind.PROCUREMENT: "Depends on procurement",
    DependencyKind.DECISION: "Depends on a decision",
    DependencyKind.ACTION: "Waits for another action",
    DependencyKind.OTHER: "Depends on",
}

PUBLISHER_KINDS: Final = {
    PublisherKind.PCC: "Police and crime commissioner",
    PublisherKind.PFCC: "Police, fire and crime commissioner",
    PublisherKind.MAYOR: "Mayor",
    PublisherKind.POLICING_BOARD: "Policing and crime board",
    PublisherKind.POLICE_FORCE: "Police force",
    PublisherKind.COUNCIL: "Council",
    PublisherKind.CSP: "Community safety partnership",
}

_QUALIFIERS: Final = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.UP_TO: "up to ",
}

_END_DATES: Final = {
    EndDateState.ONGOING: "ongoing",
    EndDateState.START_ONLY: "with a start only",
    EndDateState.TO_BE_CONFIRMED: "to be confirmed",
    EndDateState.NOT_STATED: "with no date stated",
}

_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_KILOBYTE: Final = 1000


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Return ``text`` with a small first letter and the rest as it is."""
    return text[:1].lower() + text[1:]


def number(value: Decimal | int) -> str:
    """Return a figure with commas between thousands."""
    return f"{value:,}"


def size(octets: int) -> str:
    """Return the size of a file in words: ``2 KB``; under 1 KB counts as 1 KB."""
    return f"{max(1, round(octets / _KILOBYTE)):,} KB"


def and_list(parts: Sequence[str]) -> str:
    """Return ``a, b and c``."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def or_list(parts: Sequence[str]) -> str:
    """Return ``a, b or c``."""
    return " or ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else ""


def day(value: date) -> str:
    """Return ``29 June 2022``."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def span(value: Span) -> str:
    """Return the words for a day, month, quarter, season, half-year or year."""
    first = value.first
    month = MONTHS[first.month - 1]
    financial = f"{value.last.year - 1}/{value.last.year % 100:02d}"
    return {
        Precision.DAY: day(first),
        Precision.MONTH: f"{month} {first.year}",
        Precision.QUARTER: f"{month} to {MONTHS[value.last.month - 1]} {value.last.year}",
        Precision.SEASON: f"{_SEASONS.get(first.month, month)} {first.year}",
        Precision.HALF_YEAR: f"{month} {first.year} to {MONTHS[value.last.month - 1]} "
        f"{value.last.year}",
        Precision.YEAR: f"{first.year}",
        Precision.FINANCIAL_YEAR: f"the year April {financial}",
    }[value.precision]


def by_the_end_of(value: Span) -> str:
    """Return ``by 31 March 2025`` for a day, ``by the end of October 2022`` for the rest."""
    if value.precision is Precision.DAY:
        return f"by {day(value.last)}"
    return f"by the end of {span(value)}"


def schedule(when: Schedule) -> str:
    """Return what the words of a date column mean, as a short phrase with a capital."""
    start = span(when.start) if when.start else "at once" if when.starts_at_once else ""
    finish = by_the_end_of(when.finish) if when.finish else ""
    phrases = {
        ScheduleKind.FINISH_BY: finish,
        ScheduleKind.START_BY: f"starts {by_the_end_of(when.start)}" if when.start else "",
        ScheduleKind.START: f"starts {start}",
        ScheduleKind.START_THEN_BAU: "; ".join(
            filter(None, (f"starts {start}" if start else "", f"business as usual {finish}"))
        ),
        ScheduleKind.RANGE: f"{start} to {span(when.finish)}" if when.finish else start,
        ScheduleKind.ONGOING: f"ongoing, from {start}" if start else "ongoing",
        ScheduleKind.COMPLETED: f"completed {span(when.finish)}" if when.finish else "completed",
        ScheduleKind.ASAP: "as soon as possible",
        ScheduleKind.TO_BE_CONFIRMED: "to be confirmed",
        ScheduleKind.NOT_STATED: "no date stated",
    }
    moved = f" (was {lower(schedule(when.was))})" if when.was else ""
    return capital(phrases[when.kind]) + moved


def stage(value: Stage) -> str:
    """Return the words for a stage."""
    return STAGES[value]


def update_kind(value: UpdateKind) -> str:
    """Return the words for the kind of an update."""
    return UPDATE_KINDS[value]


def update_date(update: Update) -> str:
    """Return the day of an update, or what is known of it."""
    return _reported(update.on, update.dated_as_written)


def _reported(on: date | None, as_written: str | None) -> str:
    if on:
        return day(on)
    if as_written:
        return f"date unclear (the source reads {as_written})"
    return "undated"


def target(one: Target) -> str:
    """Return a target as a phrase: ``at least 80 special constables by the end of April 2023``."""
    figure = f"{number(one.value)}{_unit(one.unit)}"
    sign = "+" if one.value > 0 else ""
    said = {
        TargetOperator.AT_LEAST: f"{figure} {one.what}",
        TargetOperator.AT_MOST: f"no more than {figure} {one.what}",
        TargetOperator.EXACTLY: f"exactly {figure} {one.what}",
        TargetOperator.CHANGE_BY: f"{sign}{figure} {one.what}",
        TargetOperator.PERCENT_CHANGE: f"{sign}{number(one.value)}% {one.what}",
    }[one.operator]
    return f"{said} {by_the_end_of(one.by)}" if one.by else said


def observation(one: Observation) -> str:
    """Return a reported figure as a phrase with its day."""
    figure = f"{_QUALIFIERS[one.qualifier]}{number(one.value)}{_unit(one.unit)}"
    return f"{figure} {one.what} ({_reported(one.on, one.dated_as_written)})"


def _unit(unit: str | None) -> str:
    return "" if not unit else unit if unit == "%" else f" {unit}"


def dependency(one: Dependency) -> str:
    """Return what an action waits for."""
    words = DEPENDENCIES[one.kind]
    if one.text is None:
        return words
    return f"{words} {one.text}" if one.kind is DependencyKind.OTHER else f"{words}: {one.text}"


def milestone(one: Milestone) -> str:
    """Return a milestone with the day it was reached, or when it is due."""
    if one.met_on:
        return f"{one.title} (reached {day(one.met_on)})"
    return f"{one.title} ({lower(schedule(one.due)) if one.due else 'no date stated'})"


def funding(one: Funding) -> str:
    """Return a fund with its giver, its amount and its end, as far as they are known."""
    details = (
        one.name,
        f"({one.body})" if one.body else "",
        f"£{number(one.amount)}" if one.amount is not None else "",
        f"until {span(one.ends)}" if one.ends else "",
    )
    return " ".join(filter(None, details))


def action_names(plan: Plan, how_many: int) -> str:
    """Return what the plan calls its actions: ``recommendation`` for 1, else the plural."""
    if how_many == 1:
        return plan.action_name
    return plan.action_name_plural or f"{plan.action_name}s"


def progress(plan: Plan, told: PlanProgress) -> str:
    """Return the one true sentence on a plan: every level of its scale, then what is missing.

    ``24 of 36 recommendations are amber and 11 red; none is green, one is not rated.``
    """
    names = action_names(plan, told.total)
    if not told.total:
        return f"This plan has no {action_names(plan, 2)}."
    rated = sorted(
        (one for one in told.counts if one.number and _on_scale(one)),
        key=lambda one: -one.number,
    )
    absent = [one for one in told.counts if not one.number and _on_scale(one)]
    parts = []
    if rated:
        first, *rest = rated
        opening = f"{first.number} of {told.total} {names} {_is(first.number)} {_label(first)}"
        parts.append(and_list([opening, *(f"{one.number} {_label(one)}" for one in rest)]))
        if absent:
            parts.append(f"none is {or_list([_label(one) for one in absent])}")
    for code, words in ((NOT_RATED, "not rated"), (NOT_PUBLISHED, "without a published status")):
        count = told.number(code)
        if count == told.total:
            return (
                f"None of the {told.total} {names} is rated."
                if code == NOT_RATED
                else f"The status of all {told.total} {names} is not published."
            )
        if count:
            parts.append(f"{'one' if count == 1 else number(count)} {_is(count)} {words}")
    first_part, *others = parts
    return f"{first_part}; {', '.join(others)}." if others else f"{first_part}."


def _on_scale(count: Count) -> bool:
    return count.level.code not in {NOT_RATED, NOT_PUBLISHED}


def _label(count: Count) -> str:
    return count.level.label.lower()


def _is(how_many: int) -> str:
    return "is" if how_many == 1 else "are"


def end_dates(plan: Plan, told: PlanProgress) -> str:
    """Return how many actions have no end date, and why (R144)."""
    names = action_names(plan, told.total)
    missing = told.without_end_date
    if not told.total:
        return ""
    if not missing:
        return f"All {told.total} {names} have an end date, or are complete."
    reasons = [
        f"{number(count)} {_END_DATES[state]}"
        for state, count in told.end_dates
        if count and state in _END_DATES
    ]
    return f"{missing} of {told.total} {names} have no end date: {and_list(reasons)}."


def no_update(state: UpdateState) -> str:
    """Return what stands where an update belongs and there is none."""
    if state is UpdateState.FORWARD:
        return "No progress reported"
    return "No update published"
