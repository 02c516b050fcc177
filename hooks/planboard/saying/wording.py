"""Wording: the only room that puts one value, such as a date or a figure, into words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from planboard.saying import labels
from planboard.truth.dates import Span, days_in_words, in_words
from planboard.words.vocabulary.dates import MONTHS, EndDateState, Precision, ScheduleKind, Timing
from planboard.words.vocabulary.plans import (
    DependencyKind,
    Qualifier,
    Stage,
    TargetOperator,
    UpdateKind,
    UpdateState,
)
from planboard.words.vocabulary.reports import Marker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planboard.truth.model.plan import (
        Dependency,
        Funding,
        Milestone,
        Observation,
        Plan,
        Target,
        Update,
    )
    from planboard.truth.model.published import Published
    from planboard.truth.schedule import Schedule
    from planboard.words.vocabulary.records import Basis

__all__ = [
    "GLOSSARY",
    "OWNERS",
    "QUALITY",
    "REGISTER",
    "WITHHELD",
    "action_names",
    "and_list",
    "basis",
    "capital",
    "counted",
    "day",
    "days",
    "dependency",
    "during",
    "end_date_state",
    "figure",
    "figure_date",
    "funding",
    "guarded",
    "lower",
    "milestone",
    "months",
    "no_update",
    "number",
    "observation",
    "or_list",
    "ordinal",
    "part_of",
    "percent",
    "schedule",
    "share",
    "size",
    "span",
    "stage",
    "target",
    "timing",
    "title",
    "update_date",
    "update_kind",
    "waits_for",
]

REGISTER: Final = "Plans and results"
OWNERS: Final = "Owners"
GLOSSARY: Final = "Glossary"
QUALITY: Final = "Record quality"
"""What the registers are called in the menu and above their pages."""

WITHHELD: Final = f"[{Marker.WITHHELD}]"
"""What stands in place of a count that is kept back."""

_QUALIFIERS: Final = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.OVER: "over ",
    Qualifier.UNDER: "under ",
    Qualifier.UP_TO: "up to ",
}

_SEASONS: Final = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_NAMED_BY_ITS_EDGES: Final = frozenset(
    {Precision.QUARTER, Precision.HALF_YEAR, Precision.FINANCIAL_YEAR}
)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_NO_DATE: Final = "no date stated"
_KILOBYTE: Final = 1000
_TENTH: Final = Decimal("0.1")
_HUNDRED: Final = 100  # per cent


def capital(text: str) -> str:
    """Return ``text`` with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def lower(text: str) -> str:
    """Return ``text`` with a small first letter, for use inside a sentence; RAG stays RAG."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def number(value: Decimal | int) -> str:
    """Return a figure with commas between thousands."""
    return f"{value:,}"


def counted(value: Decimal | int, thing: str) -> str:
    """Return how many of a thing there are: ``1 month``, ``3 months``."""
    return f"{number(value)} {thing}{'' if value == 1 else 's'}"


def guarded(value: int | None) -> str:
    """Return a count that may be kept back: then its marker stands in its place (R121)."""
    return WITHHELD if value is None else number(value)


def percent(part: int, whole: int) -> Decimal | None:
    """Return a part in per cent with one decimal; None for a part of nothing."""
    if not whole:
        return None
    return (_HUNDRED * Decimal(part) / whole).quantize(_TENTH, ROUND_HALF_UP)


def share(part: int, whole: int) -> str:
    """Return a part in per cent with one decimal, ``4.4%``; nothing is a share of nothing (R187).

    Some are never called none, nor most of them all: ``under 0.1%``, ``over 99.9%``.
    """
    found = percent(part, whole)
    if found is None:
        return ""
    if 0 < part < whole and found in {0, _HUNDRED}:
        return f"over {_HUNDRED - _TENTH}%" if found else f"under {_TENTH}%"
    return f"{number(found)}%"


def part_of(part: int, whole: int) -> str:
    """Return a part with what it is a part of, and its share: ``1,132 of 26,000 (4.4%)``."""
    found = share(part, whole)
    return f"{number(part)} of {number(whole)}{f' ({found})' if found else ''}"


def ordinal(value: int) -> str:
    """Return a place in an order: ``1st``, ``2nd``, ``11th``."""
    ending = _ENDINGS.get(value % 10, "th") if value // 10 % 10 != 1 else "th"
    return f"{number(value)}{ending}"


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
    return in_words(value)


def days(first: date, last: date) -> str:
    """Return ``1 to 14 March 2026``, with no more of the first day than differs from the last."""
    return days_in_words(first, last)


def months(first: date, last: date) -> str:
    """Return the months from that of one day to that of another: ``April to June 2025``."""
    one = first.replace(day=1) == last.replace(day=1)
    return _month(first) if one else _months(Span(first, last, Precision.QUARTER), "to")


def span(value: Span) -> str:
    """Return the words for a day, month, quarter, season, half-year or year."""
    first, last = value.first, value.last
    years = f"{first.year}" + (f"/{last.year % 100:02d}" if last.year > first.year else "")
    return {
        Precision.DAY: day(first),
        Precision.MONTH: _month(first),
        Precision.QUARTER: _months(value, "to"),
        Precision.SEASON: f"{_SEASONS.get(first.month, MONTHS[first.month - 1])} {years}",
        Precision.HALF_YEAR: _months(value, "to"),
        Precision.YEAR: years,
        Precision.FINANCIAL_YEAR: f"the financial year {years}",
    }[value.precision]


def _month(value: date) -> str:
    return f"{MONTHS[value.month - 1]} {value.year}"


def _months(value: Span, joined: str) -> str:
    same_year = value.first.year == value.last.year
    first = MONTHS[value.first.month - 1] if same_year else _month(value.first)
    return f"{first} {joined} {_month(value.last)}"


def _beginning(value: Span) -> str:
    return _month(value.first) if value.precision in _NAMED_BY_ITS_EDGES else span(value)


def _ending(value: Span) -> str:
    return _month(value.last) if value.precision in _NAMED_BY_ITS_EDGES else span(value)


def during(value: Span) -> str:
    """Return ``on 31 March 2025``, ``in October 2022``, ``between January and March 2023``."""
    if value.precision in {Precision.QUARTER, Precision.HALF_YEAR}:
        return f"between {_months(value, 'and')}"
    return f"{'on' if value.precision is Precision.DAY else 'in'} {span(value)}"


def by_the_end_of(value: Span) -> str:
    """Return ``by 31 March 2025`` for a day, ``by the end of October 2022`` for the rest."""
    if value.precision is Precision.DAY:
        return f"by {day(value.last)}"
    return f"by the end of {_ending(value)}"


def schedule(when: Schedule) -> str:
    """Return what the words of a date column mean, as a short phrase with a capital."""
    start, finish = when.start, when.finish
    starts = f"starts {during(start)}" if start else "starts at once" * when.starts_at_once
    by = by_the_end_of(finish) if finish else ""
    phrases = {
        ScheduleKind.FINISH_BY: by,
        ScheduleKind.START_BY: f"starts {by_the_end_of(start)}" if start else "",
        ScheduleKind.START: starts,
        ScheduleKind.START_THEN_BAU: _joined(starts, f"business as usual {by}".rstrip()),
        ScheduleKind.RANGE: f"{_beginning(start)} to {_ending(finish)}"
        if start and finish
        else _joined(starts, f"to be finished {by}"),
        ScheduleKind.ONGOING: f"ongoing, from {_beginning(start)}" if start else "ongoing",
        ScheduleKind.COMPLETED: f"completed {during(finish)}" if finish else "completed",
        ScheduleKind.ASAP: "as soon as possible",
        ScheduleKind.TO_BE_CONFIRMED: "to be confirmed",
        ScheduleKind.NOT_STATED: "",
    }
    moved = f" (was {lower(schedule(when.was))})" if when.was else ""
    return capital(phrases[when.kind] or _NO_DATE) + moved


def _joined(*phrases: str) -> str:
    return "; ".join(filter(None, phrases))


def stage(value: Stage) -> str:
    """Return the words for a stage."""
    return labels.STAGES[value]


def timing(value: Timing, seen_from: date, until: date) -> str:
    """Return where a date lies, seen from a day: ``In the next 3 months (to 31 October 2022)``.

    ``until`` is the last day of the near future.
    """
    months = (until.year - seen_from.year) * 12 + until.month - seen_from.month
    near = counted(months, "month") if months > 1 else "month"
    return labels.TIMINGS[value].format(months=near, until=day(until))


def end_date_state(value: EndDateState) -> str:
    """Return whether there is an end date, and if not why, in words that stand alone."""
    return labels.END_DATES[value]


def basis(value: Basis, source: str | None) -> str:
    """Return how it is known what an abbreviation stands for, with the source where it is named."""
    return f"{labels.BASES[value]}: {source}" if source else labels.BASES[value]


def update_kind(value: UpdateKind) -> str:
    """Return the words for the kind of an update."""
    return labels.UPDATE_KINDS[value]


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
    """Return a target as a phrase: ``30,000 people signed up by the end of December 2022``."""
    figure = f"{number(one.value)}{_unit(one.unit)}"
    sign = "+" if one.value > 0 else ""
    said = {
        TargetOperator.AT_LEAST: f"{figure} {one.what}",
        TargetOperator.AT_MOST: f"no more than {figure} {one.what}",
        TargetOperator.EXACTLY: f"exactly {figure} {one.what}",
        TargetOperator.CHANGE_BY: f"a change of {sign}{figure} {one.what}",
        TargetOperator.PERCENT_CHANGE: f"a change of {sign}{number(one.value)}% in {one.what}",
    }[one.operator]
    return f"{said} {by_the_end_of(one.by)}" if one.by else said


def observation(one: Observation) -> str:
    """Return a reported figure as a phrase with its day: ``about 50 visits, 29 June 2022``."""
    return f"{figure(one)} {one.what}, {figure_date(one)}"


def figure(one: Observation) -> str:
    """Return a reported figure alone: ``about 50``."""
    return f"{_QUALIFIERS[one.qualifier]}{number(one.value)}{_unit(one.unit)}"


def figure_date(one: Observation) -> str:
    """Return the day or the year of a reported figure, or what is known of it."""
    if one.year and not one.on:
        return one.year
    return _reported(one.on, one.dated_as_written)


def _unit(unit: str | None) -> str:
    return "" if not unit else unit if unit == "%" else f" {unit}"


def dependency(one: Dependency, outside: str = "") -> str:
    """Return what an action waits for; another action by its id.

    ``outside`` is the title of the work outside the plan that it waits for, if any.
    """
    waits_for = "; ".join(filter(None, (one.action, outside, one.text)))
    return labels.DEPENDENCIES[one.kind] + (f": {waits_for}" if waits_for else "")


def waits_for(one: Dependency) -> str:
    """Return the words that stand before the name of the action or work which is waited for."""
    plain = one.kind is DependencyKind.ACTION or (one.kind is DependencyKind.OTHER and one.outside)
    return "Waits for" if plain else f"{labels.DEPENDENCIES[one.kind]}:"


def milestone(one: Milestone) -> str:
    """Return a milestone with the day it was reached, or when it is due."""
    if one.met_on:
        return f"{one.title} (reached {day(one.met_on)})"
    return f"{one.title} ({lower(schedule(one.due)) if one.due else _NO_DATE})"


def funding(one: Funding) -> str:
    """Return a fund with its giver, its amount and its end, as far as they are known."""
    details = (
        one.name,
        f"({one.body})" if one.body else "",
        f"£{number(one.amount)}" if one.amount is not None else "",
        f"until {_ending(one.ends)}" if one.ends else "",
    )
    return " ".join(filter(None, details))


def title(head: Published) -> str:
    """Return the title of a record as it stands among others; an invented one is marked."""
    return f"{head.title} (example)" if head.example else head.title


def action_names(plan: Plan, how_many: int) -> str:
    """Return what the plan calls its actions: ``recommendation`` for 1, else the plural."""
    return plan.action_names(how_many)


def no_update(state: UpdateState) -> str:
    """Return what stands where an update belongs and there is none."""
    return "No progress reported" if state is UpdateState.FORWARD else "No update published"
