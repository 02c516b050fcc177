"""Followed: what is said of what was done with what volunteers noted down, and of visits."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from planboard.saying.wording import (
    WITHHELD,
    and_list,
    counted,
    months,
    number,
    share,
)
from planboard.words.vocabulary.programmes import OUTCOMES, FollowUp, Step, VisitReason

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from planboard.arithmetic.programmes.follow_up import FollowedUp, Guarded, Stage, Visits
    from planboard.truth.model.programme.follow_up import Visit

__all__ = [
    "beyond_letters",
    "fewer",
    "funnel",
    "kept_back",
    "key",
    "letters",
    "months_without",
    "no_visits",
    "outcomes",
    "reasons",
    "stopped",
    "third_letters",
    "times",
    "visits",
]

_OUTCOMES: Final = {
    FollowUp.NO_ACTION: ("with no action", "with no action"),
    FollowUp.WORDS_OF_ADVICE: ("with words of advice", "with words of advice"),
    FollowUp.CAUTION: ("caution", "cautions"),
    FollowUp.COURSE: ("course", "courses"),
    FollowUp.FIXED_PENALTY: ("fixed penalty", "fixed penalties"),
    FollowUp.COURT: ("to court", "to court"),
}
"""What is counted of each outcome, of one and of more."""
_CAME: Final = {
    FollowUp.NO_ACTION: "faced no action",
    FollowUp.WORDS_OF_ADVICE: "got words of advice",
    FollowUp.CAUTION: "got a caution",
    FollowUp.COURSE: "got the offer of a course",
    FollowUp.FIXED_PENALTY: "got a fixed penalty",
    FollowUp.COURT: "went to court",
}
_NOT_REACHED: Final = {
    Step.OVER_THRESHOLD: "were not over the threshold",
    Step.CHECKED: "were not checked",
    Step.LETTER: "were checked and got no letter",
    Step.OUTCOME: "were not dealt with by an officer",
}
_REASONS: Final = {
    VisitReason.COMPLAINT: "after a complaint",
    VisitReason.DATA: "because of what the figures showed",
    VisitReason.REQUEST: "because volunteers or a council asked",
    VisitReason.RANDOM: "at random",
    VisitReason.NOT_STATED: "for no stated reason",
}


def funnel(stages: Sequence[Stage]) -> str:
    """Return how far vehicles over the threshold were followed; it ends without a full stop."""
    numbers = [one.vehicles for one in stages]
    over_it, checked, letter, *_ = numbers
    return (
        f"{number(over_it)} vehicles over the threshold, {number(checked)} checked, "
        f"{counted(letter, 'letter')}"
    )


def beyond_letters(found: FollowedUp) -> str:
    """Return what the steps leave out: officers also stop drivers whose keeper had no letter."""
    if not found.stopped:
        return ""
    stopped_ = counted(found.stopped, "driver")
    return f"At visits the police stopped {stopped_}, whether or not a letter had been sent."


def fewer(stage: Stage, how_many: int) -> str:
    """Return how many vehicles do not come to a step: ``Why 774 were not checked`` (R188)."""
    some = f"{number(how_many)} " if how_many > 0 else "some "
    return f"Why {some}{_NOT_REACHED[stage.step]}"


def letters(found: FollowedUp) -> str:
    """Return how many letters there were and which most of them were, without a full stop."""
    if not found.letters:
        return "No letter was sent"
    first, were = found.totals[FollowUp.LETTER_1], "was a first letter"
    if first != 1:
        were = "were first letters"
    letters_ = "letter" if found.letters == 1 else "letters"
    part = f"{number(first)} of {number(found.letters)} {letters_} {were}"
    return f"{part} ({share(first, found.letters)})"


def third_letters(found: FollowedUp) -> str:
    """Return how few letters were third ones, with both counts (R189)."""
    thirds = found.totals[FollowUp.LETTER_3_OR_VISIT]
    if not found.letters:
        return ""
    were = "was" if thirds == 1 else "were"
    what = "a third letter or visit" if thirds == 1 else "third letters or visits"
    return (
        f"{number(thirds)} of {number(found.letters)} letters {were} {what} "
        f"({share(thirds, found.letters)})."
    )


def outcomes(found: FollowedUp) -> str:
    """Return what came most often of drivers who were stopped, without a full stop."""
    if not found.stopped:
        return "No driver was stopped"
    most = max(OUTCOMES, key=lambda one: found.totals[one])
    part, whole = found.totals[most], found.stopped
    drivers = f"{number(part)} of {counted(whole, 'driver')} who were stopped"
    return f"{drivers} {_CAME[most]} ({share(part, whole)})"


def stopped(found: FollowedUp) -> str:
    """Return the outcomes added up: ``91 courses + 16 fixed penalties + 5 to court = 112 …``."""
    named = [
        f"{number(found.totals[one])} {_OUTCOMES[one][found.totals[one] != 1]}"
        for one in OUTCOMES
        if found.totals[one]
    ]
    return f"{' + '.join(named)} = {counted(found.stopped, 'driver')}." if named else ""


def times(value: int) -> str:
    """Return how often: ``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(value, f"{number(value)} times")


def reasons(visits: Sequence[Visit]) -> str:
    """Return how many visits there were and why: ``3 visits: 2 after a complaint, 1 at random``."""
    if not visits:
        return ""
    if len({one.reason for one in visits}) == 1:
        why = _REASONS[visits[0].reason]
        return f"The police visited {times(len(visits))}, {why}."
    counts = [(one, sum(visit.reason is one for visit in visits)) for one in VisitReason]
    named = [f"{number(many)} {_REASONS[one]}" for one, many in counts if many]
    return f"The police visited {times(len(visits))}: {', '.join(named)}."


def visits(found: Visits) -> str:
    """Return how many visits there were, and of how many the reason is stated (R015)."""
    total = len(found.all)
    silent = found.by_reason.get(VisitReason.NOT_STATED, 0)
    said = f"The police visited sites {times(total)}."
    if not silent:
        return f"{said} Each visit has its reason."
    return f"{said} For {counted(silent, 'visit')} the reason is not stated."


def months_without(
    found: Iterable[date], visited: Collection[date]
) -> tuple[tuple[date, date], ...]:
    """Return the first and the last month of each stretch of months without a visit."""
    stretches = []
    for without, stretch in groupby(found, lambda month: month not in visited):
        if without:
            one = list(stretch)
            stretches.append((one[0], one[-1]))
    return tuple(stretches)


def no_visits(found: Iterable[date], visited: Collection[date]) -> str:
    """Return in which months nobody visited: ``No visits recorded April to June 2025`` (R015)."""
    named = [months(*one) for one in months_without(found, visited)]
    return f"No visits recorded {and_list(named)}." if named else ""


# Counts that are kept back.


def key(counts: Iterable[Guarded]) -> str:
    """Return what the marker of a count that is kept back means, where any of ``counts`` is."""
    if None not in set(counts):
        return ""
    return (
        f"{WITHHELD} means that the count is kept back, because it is small or would give a small "
        "one away."
    )


def kept_back(below: int) -> str:
    """Return which counts are kept back, and which never are."""
    return (
        "Counts of drivers, of second and third letters and of vehicles seen again, by site, team "
        f"or month, are kept back where they are from 1 to {number(below - 1)}, and so are further "
        f"ones from which such a count could be worked out. {WITHHELD} stands in their place. "
        "Totals of the whole period are always shown, as are sessions, visits, first letters, and "
        "vehicles that passed or were over the threshold."
    )
