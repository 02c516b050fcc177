"""Choices: what the options of a shortcode choose; what they cannot choose is a complaint."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes.desk import few, one_only
from planboard.rules.shortcodes.forms import (
    NO_LEVEL,
    OWNED_BY_NOBODY,
    Choice,
    IssueChoice,
)
from planboard.truth import schedule
from planboard.truth.in_full import IssuesInFull, PlanInFull, ProgrammeInFull
from planboard.truth.model.scale import NOT_ON_A_SCALE, status_code
from planboard.words.problems import did_you_mean, one_of, quoted
from planboard.words.vocabulary.dates import Precision, Timing
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
from planboard.words.vocabulary.plans import NOT_PUBLISHED
from planboard.words.vocabulary.programmes import SiteState
from planboard.words.vocabulary.shortcodes import Back, Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.reading.markdown.page import Argument
    from planboard.rules.shortcodes.desk import Desk
    from planboard.rules.shortcodes.forms import Placement, ProgrammeChoice
    from planboard.truth.schedule import Span

__all__ = ["as_period", "as_state", "chosen"]

_AT_MOST: Final = 50
_STATES: Final[Mapping[Shortcode, tuple[str, Sequence[str]]]] = {
    Shortcode.ISSUES: ("state of an issue", tuple(IssueState)),
    Shortcode.RETURNED: ("state of results", tuple(Back)),
    Shortcode.SITES: ("state of a site", tuple(SiteState)),
}
"""What a state is the state of where one may be chosen, and its codes."""
_PERIODS: Final = (
    'Write a month such as 2026-03 or "March 2026", a quarter such as "Q1 2025/26", a year, or a '
    "financial year such as 2025/26; what has a space in it stands in straight quotes."
)


def chosen(placed: Placement, option: Argument, desk: Desk) -> Placement:
    """Return ``placed`` with what one option, which its shortcode has, adds to it."""
    record = placed.record
    if option.key == "most":
        return replace(placed, most=_most(option, desk))
    if isinstance(record, PlanInFull):
        return replace(placed, choice=_of_plan(placed.choice, record, option, desk))
    if isinstance(record, IssuesInFull):
        return replace(placed, issues=_of_issues(placed.issues, record, option, desk))
    if isinstance(record, ProgrammeInFull):
        return replace(placed, programme=_of_programme(placed, record, option, desk))
    return placed


def _most(option: Argument, desk: Desk) -> int | None:
    if option.value.isdecimal() and 1 <= int(option.value) <= _AT_MOST:
        return int(option.value)
    desk.complain(
        option.value_place,
        "not-a-number",
        f'"most" is how many entries are shown, from 1 to {_AT_MOST}, and '
        f"{quoted(option.value)} is not. Write a whole number, such as most=3.",
    )
    return None


def _of_plan(choice: Choice, record: PlanInFull, option: Argument, desk: Desk) -> Choice:
    match option.key:
        case "status":
            return replace(choice, status=_status(record, option, desk))
        case "group":
            groups = [chain[-1].id for _, chain in record.plan.walk_groups()]
            group = desk.known(option, groups, f'group in "{record.id}"', "id")
            return replace(choice, group=group)
        case "owner":
            named = (owner for action in record.current for owner in action.owners)
            return replace(choice, owner=_owner(record, named, option, desk))
    code = _code(option, Timing, "timing", desk)
    return replace(choice, timing=Timing(code) if code else None)


def _of_issues(
    choice: IssueChoice, record: IssuesInFull, option: Argument, desk: Desk
) -> IssueChoice:
    match option.key:
        case "state":
            code = _state(Shortcode.ISSUES, option, desk)
            return replace(choice, state=IssueState(code) if code else None)
        case "level":
            code = _code(option, (*ResponseLevel, NO_LEVEL), "level of response", desk)
            known = ResponseLevel(code) if code and code != NO_LEVEL else code
            return replace(choice, level=known)
        case "owner":
            named = (owner for issue in record.log.issues for owner in issue.named)
            return replace(choice, owner=_owner(record, named, option, desk))
    code = _code(option, ToldState, 'word for "told"', desk)
    return replace(choice, told=ToldState(code) if code else None)


def _of_programme(
    placed: Placement, record: ProgrammeInFull, option: Argument, desk: Desk
) -> ProgrammeChoice:
    choice = placed.programme
    match option.key:
        case "period":
            return replace(choice, period=_period(record, option, desk))
        case "site":
            site = desk.known(option, record.sites, f'site in "{record.id}"', "id")
            return replace(choice, site=site)
    code = _state(placed.shortcode, option, desk)
    if placed.shortcode is Shortcode.RETURNED:
        return replace(choice, back=Back(code) if code else None)
    return replace(choice, state=SiteState(code) if code else None)


def _period(record: ProgrammeInFull, option: Argument, desk: Desk) -> Span | None:
    """Return whole months of a programme that had begun on the day of its facts."""
    problem = None
    try:
        found = schedule.read_span(option.value)
    except schedule.ScheduleError as unread:
        # what is wrong with a date begins with it; its way out may be no period
        wrong = unread.message.partition(". ")[0] if unread.message.startswith('"') else ""
        problem = f"{wrong or f'{quoted(option.value)} is no period'}. {_PERIODS}"
    else:
        problem = _not_in(record, found, option.value)
        if problem is None:
            return found
    if desk.sure:
        desk.complain(option.value_place, "unknown-period", problem)
    return None


def _not_in(record: ProgrammeInFull, found: Span, written: str) -> str | None:
    """Return what is said of days that are no whole months of a programme, or still to come."""
    months, as_at = record.programme.months, record.programme.as_at.last
    if found.precision is Precision.DAY:
        return (
            f"{quoted(written)} is one day, and figures are of whole months. Write the month, "
            f"such as {found.first:%Y-%m}."
        )
    if found.first < months[0] or found.last.replace(day=1) > months[-1]:
        return (
            f'{quoted(written)} is not inside the period of "{record.id}", which goes from '
            f"{months[0]:%Y-%m} to {months[-1]:%Y-%m}. Choose months inside it."
        )
    if found.first > as_at:
        return (
            f'{quoted(written)} was still to come on the day of the facts of "{record.id}", '
            f"{as_at}. Choose months before it."
        )
    return None


def _status(record: PlanInFull, option: Argument, desk: Desk) -> str | None:
    code = status_code(record.scale, option.value.replace("_", " "))
    code = code or status_code(record.scale, option.value)
    if code is None and desk.sure:
        labels = [one.label.lower() for one in (*record.scale.levels, *NOT_ON_A_SCALE)]
        desk.complain(
            option.value_place,
            "unknown-status",
            f"The status {quoted(option.value)} is not on the scale of "
            f'"{record.id}". Use {one_of(labels)}.'
            f"{one_only(option.value) or did_you_mean(option.value, labels)}",
        )
    elif code is not None and _is_unknown(record, code):
        desk.complain(
            option.value_place,
            "status-not-published",
            f'"{record.id}" publishes no rating at all, so nobody knows how many are '
            f"{option.value.lower()}: 0 would be untrue. Leave the status out, or choose "
            "not_published.",
        )
    return code


def _is_unknown(record: PlanInFull, code: str) -> bool:
    """Return whether a plan carries no rating of its scale, so that none can be counted."""
    on_scale = {level.code for level in record.scale.levels}
    return code in on_scale and all(one.status == NOT_PUBLISHED for one in record.current)


def _owner(
    record: PlanInFull | IssuesInFull, named: Iterable[str], option: Argument, desk: Desk
) -> str | None:
    first = dict.fromkeys(named)
    owners = [*first, *(one for one in record.owners if one not in first), OWNED_BY_NOBODY]
    return desk.known(option, owners, "owner", "id")


def as_state(shortcode: Shortcode, words: str) -> bool:
    """Return whether ``words`` name a state that may be chosen with ``shortcode``."""
    return shortcode in _STATES and _joined(words) in _STATES[shortcode][1]


def as_period(words: str) -> bool:
    """Return whether ``words`` name days, as a period does."""
    try:
        schedule.read_span(words)
    except schedule.ScheduleError:
        return False
    return True


def _state(shortcode: Shortcode, option: Argument, desk: Desk) -> str | None:
    thing, codes = _STATES[shortcode]
    return _code(option, codes, thing, desk)


def _joined(words: str) -> str:
    return re.sub(r"[\s-]+", "_", words.strip().lower())


def _code(option: Argument, codes: Iterable[str], thing: str, desk: Desk) -> str | None:
    """Return the one of ``codes`` that is written, with any joint between its words."""
    known = [str(one) for one in codes]
    written = _joined(option.value)
    if written in known:
        return written
    meant = _MEANT.get(thing, {}).get(written)
    desk.complain(
        option.value_place,
        f"unknown-{option.key}",
        f"{quoted(option.value)} is no {thing}. Use {few(known)}."
        + (one_only(option.value) or did_you_mean(meant or option.value, known)),
    )
    return None


_MEANT: Final[Mapping[str, Mapping[str, str]]] = {
    "timing": {
        **dict.fromkeys(("overdue", "late", "past", "expired"), Timing.PASSED),
        **dict.fromkeys(("soon", "near", "coming", "due"), Timing.NEXT),
        **dict.fromkeys(("done", "complete", "completed", "closed"), Timing.FINISHED),
        **dict.fromkeys(("none", "unknown", "undated"), Timing.NOT_STATED),
    },
    "state of an issue": {
        **dict.fromkeys(("new", "unanswered", "raised"), IssueState.OPEN),
        **dict.fromkeys(("ongoing", "started", "under_way"), IssueState.IN_PROGRESS),
        **dict.fromkeys(("done", "complete", "completed", "resolved"), IssueState.CLOSED),
        **dict.fromkeys(("none", "unknown"), IssueState.NOT_STATED),
    },
    "state of results": {
        **dict.fromkeys(("told", "done", "answered", "back"), Back.RETURNED),
        **dict.fromkeys(("open", "pending", "not_told", "not_returned"), Back.WAITING),
    },
    "state of a site": {
        **dict.fromkeys(("new", "asked_for", "open", "waiting"), SiteState.REQUESTED),
        **dict.fromkeys(("assessed", "risk_assessment"), SiteState.RISK_ASSESSED),
        **dict.fromkeys(("active", "live", "in_use"), SiteState.APPROVED),
        **dict.fromkeys(("rejected", "declined", "unsuitable"), SiteState.REFUSED),
        **dict.fromkeys(("paused", "on_hold"), SiteState.SUSPENDED),
        **dict.fromkeys(("closed", "ended", "given_up"), SiteState.RETIRED),
    },
    "level of response": dict.fromkeys(("not_stated", "unknown"), NO_LEVEL),
    'word for "told"': {
        "yes": ToldState.TOLD,
        **dict.fromkeys(("no", "not_told", "not_yet"), ToldState.WAITING),
        **dict.fromkeys(("none", "unknown"), ToldState.NOT_STATED),
    },
}
"""Words that editors use for a code, by the thing they mean."""
