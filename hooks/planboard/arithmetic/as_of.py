"""As of: the only room that gives a record as it stood on an earlier day.

What is dated after that day had not happened, and is left out. A month or a quarter has happened
once its last day has. What has no date stays as the record has it. On and after the day of its
facts a record is what it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from planboard.arithmetic import answers
from planboard.truth.dates import Span
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.issues import IssueState, ToldState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from planboard.arithmetic.answers import Answers
    from planboard.truth.in_full import IssuesInFull, ProgrammeInFull
    from planboard.truth.model.issues import Issue
    from planboard.truth.model.programme.follow_up import Visit
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.returned import Batch
    from planboard.truth.model.programme.sites import Site
    from planboard.truth.model.programme.teams import Team

__all__ = ["has_happened", "is_earlier", "of_log", "of_programme"]


_BY_WORK: Final = frozenset(
    {IssueState.IN_PROGRESS, IssueState.PROPOSED_FOR_CLOSURE, IssueState.NOTED}
)
"""States that an issue comes to by what is done about it."""


def has_happened(on: Span, day: date) -> bool:
    """Return whether some days were over at the end of ``day``."""
    return on.last <= day


def is_earlier(record: IssuesInFull | ProgrammeInFull, day: date) -> bool:
    """Return whether ``day`` is before the day of the facts, so that some may be left out."""
    return day < record.head.as_at.last


# Programmes.


def of_programme(record: ProgrammeInFull, day: date) -> ProgrammeInFull:
    """Return the lists of a programme as they stood on ``day``: teams, sites, visits and batches.

    It has no session and no count of drivers. Such a count for a day may only come from the whole
    record: small ones that are kept back would show in the difference between two days.
    """
    if not is_earlier(record, day):
        return record
    programme = record.programme
    update = {
        **_on(day),
        "teams": tuple(_teams(programme, day)),
        "sites": tuple(_sites(programme, day)),
        "visits": tuple(_uncounted(one) for one in programme.visits if one.on <= day),
        "batches": tuple(_batches(programme, day)),
        **dict.fromkeys(("planned", "letters", "drops", "repeats", "speeds"), ()),
        **dict.fromkeys(("checked", "dealt_with")),
    }
    return replace(record, programme=programme.model_copy(update=update), sessions=())


def _on(day: date) -> dict[str, Any]:
    return {"as_at": Span(day, day, Precision.DAY), "as_at_basis": None}


def _teams(programme: Programme, day: date) -> Iterator[Team]:
    for one in programme.teams:
        if one.active_from is None or one.active_from <= day:
            ended = one.active_to if one.active_to and one.active_to <= day else None
            yield one.model_copy(update={"active_to": ended})


def _sites(programme: Programme, day: date) -> Iterator[Site]:
    for one in programme.sites:
        later = {state.value: None for state, on in one.steps if on > day}
        if len(later) == len(one.steps):
            continue
        stood = one.model_copy(update=later)
        same = stood.state is one.state  # the reason is that of the last step
        yield stood if same else stood.model_copy(update={"reason": None})


def _uncounted(visit: Visit) -> Visit:
    counts: dict[str, int | None] = {kind.value: 0 for kind in visit.outcomes}
    return visit.model_copy(update={**counts, "stopped": None})


def _batches(programme: Programme, day: date) -> Iterator[Batch]:
    for one in programme.batches:
        if one.last_day > day:
            continue
        hops = tuple(hop for hop in one.hops if hop.on <= day)
        told = one.told_on if one.told_on and one.told_on <= day else None
        results = one.results if told or hops else None  # else nobody had passed anything on
        yield one.model_copy(update={"hops": hops, "told_on": told, "results": results})


# Logs.


def of_log(
    record: IssuesInFull, day: date, covered: Collection[str] = ()
) -> tuple[IssuesInFull, Answers]:
    """Return a log as it stood on ``day``, with the verdicts on it.

    The issues that are ``covered`` are in it in any case. Those who were told later were still to
    be told, though nothing may say when.
    """
    if not is_earlier(record, day):
        return record, answers.of_issues(record)
    log = record.log
    issues = tuple(
        _issue(one, day)
        for one in log.issues
        if one.id in covered or one.raised.on is None or has_happened(one.raised.on, day)
    )
    stood = replace(record, log=log.model_copy(update={**_on(day), "issues": issues}), positions=())
    found = answers.of_issues(stood)
    told_later = {one.id for one in log.issues if _told_later(one, day)}
    standings = tuple(
        replace(one, told=ToldState.WAITING) if one.issue.id in told_later else one
        for one in found.standings
    )
    counts = Counter(one.told for one in standings)
    told = tuple((state, counts[state]) for state in ToldState)
    return stood, replace(found, standings=standings, told=told)


def _told_later(issue: Issue, day: date) -> bool:
    on = issue.told.on if issue.told else None
    return on is not None and not has_happened(on, day)


def _issue(issue: Issue, day: date) -> Issue:
    """Return one issue as it stood; one that was closed later was open, or in progress."""
    actions = tuple(
        one for one in issue.actions if one.done_on is None or has_happened(one.done_on, day)
    )
    update: dict[str, Any] = {"actions": actions}
    answered = any(one.is_answer for one in actions)
    if issue.closed_on and not has_happened(issue.closed_on, day):
        state = IssueState.IN_PROGRESS if answered else IssueState.OPEN
        reopened = dict.fromkeys(("status", "state_basis", "closed_because", "closed_on"))
        update |= {**reopened, "state": state}
    elif issue.state in _BY_WORK and issue.actions and not actions:
        update |= {"state": IssueState.OPEN, "status": None, "state_basis": None}
    if issue.board_heard_on and not has_happened(issue.board_heard_on, day):
        update["board_heard_on"] = None
    if issue.told and _told_later(issue, day):
        update["told"] = issue.told.model_copy(update={"on": None, "how": ()})
    return issue.model_copy(update=update)
