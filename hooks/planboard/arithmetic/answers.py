"""Answers: the only room that counts what was raised, what came of it, and who was told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary.issues import IssueKind, IssueState, ResponseLevel, ToldState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from planboard.truth.dates import Span
    from planboard.truth.in_full import IssuesInFull, NewsletterInFull
    from planboard.truth.model.issues import Issue

__all__ = ["Answers", "IssueStanding", "Stated", "of_issues"]

_SETTLED: Final = frozenset({IssueState.CLOSED, IssueState.NOTED})


@dataclass(frozen=True, slots=True)
class IssueStanding:
    """One issue, and the verdicts on it at the as-at day.

    ``days_open`` counts from the first day on which it can have been raised; None where that is
    not stated, or nothing is left to do. ``newsletters`` are those that cover it, newest first.
    """

    issue: Issue
    told: ToldState
    is_reading: bool
    days_open: int | None
    due_passed: bool
    decision_passed: bool
    newsletters: tuple[NewsletterInFull, ...] = ()

    @property
    def is_unsettled(self) -> bool:
        """Whether it is neither closed nor only noted, as far as is known."""
        return self.issue.state not in _SETTLED


@dataclass(frozen=True, slots=True)
class Stated:
    """For how many issues the document states each of three things (R003)."""

    status: int
    owner: int
    due: int


@dataclass(frozen=True, slots=True)
class Answers:
    """All verdicts on one log, judged at the end of its as-at day or month.

    ``states``, ``levels`` and ``told`` share the issues out: each sums to the total, and has 0
    where there is none. An issue counts at the level of the response that went furthest; None
    stands for no level. ``withheld`` are further ones that are not published. ``newsletters`` are
    those that report on the log, newest first.
    """

    day: date
    standings: tuple[IssueStanding, ...]
    withheld: int
    states: tuple[tuple[IssueState, int], ...]
    levels: tuple[tuple[ResponseLevel | None, int], ...]
    told: tuple[tuple[ToldState, int], ...]
    stated: Stated
    newsletters: tuple[NewsletterInFull, ...] = ()

    @property
    def total(self) -> int:
        """How many issues are published."""
        return len(self.standings)

    def where(self, holds: Callable[[IssueStanding], bool]) -> tuple[IssueStanding, ...]:
        """Return the issues for which ``holds`` is true, in the order of the log."""
        return tuple(one for one in self.standings if holds(one))

    @property
    def good_news(self) -> tuple[IssueStanding, ...]:
        """Entries of the log that are good news, and so no issues."""
        return self.where(lambda one: one.issue.kind is IssueKind.GOOD_NEWS)

    def in_state(self, state: IssueState) -> int:
        """Return how many issues are in one state."""
        return dict(self.states)[state]

    def told_as(self, state: ToldState) -> int:
        """Return of how many issues is known so much of the telling."""
        return dict(self.told)[state]

    @property
    def has_levels(self) -> bool:
        """Whether the level of any response is known."""
        return any(number for level, number in self.levels if level)

    @property
    def answered(self) -> tuple[IssueStanding, ...]:
        """Issues of which the log says what was done or found."""
        return self.where(lambda one: one.issue.answered)

    @property
    def without_answer(self) -> tuple[IssueStanding, ...]:
        """Issues that are not settled and of which it does not say so."""
        return self.where(lambda one: one.is_unsettled and not one.issue.answered)

    @property
    def answered_and_open(self) -> tuple[IssueStanding, ...]:
        """Open issues with an answer and no board: nothing says that the answer settled them."""
        return self.where(
            lambda one: (
                one.issue.state is IssueState.OPEN
                and one.issue.answered
                and one.issue.with_board is None
            )
        )

    @property
    def meetings_ahead(self) -> tuple[Span, ...]:
        """When those meetings are held that decide on closing, and may still be to come."""
        found = {
            one.issue.decided_at.on
            for one in self.proposed
            if one.issue.decided_at and one.issue.decided_at.on and not one.decision_passed
        }
        return tuple(sorted(found, key=lambda on: on.last))

    @property
    def waiting(self) -> tuple[IssueStanding, ...]:
        """Issues whose people are still to be told."""
        return self.where(lambda one: one.told is ToldState.WAITING)

    @property
    def proposed(self) -> tuple[IssueStanding, ...]:
        """Issues that are proposed for closure."""
        return self.where(lambda one: one.issue.state is IssueState.PROPOSED_FOR_CLOSURE)

    @property
    def decisions_passed(self) -> tuple[IssueStanding, ...]:
        """Issues proposed for closure whose meeting has passed without a decision."""
        return self.where(lambda one: one.decision_passed)

    @property
    def due_passed(self) -> tuple[IssueStanding, ...]:
        """Issues that are not settled and whose date has passed."""
        return self.where(lambda one: one.due_passed)

    @property
    def with_boards(self) -> tuple[IssueStanding, ...]:
        """Issues that are not settled and lie before a board."""
        return self.where(lambda one: one.is_unsettled and one.issue.with_board is not None)

    @property
    def repeated(self) -> tuple[IssueStanding, ...]:
        """Issues that were raised more than once."""
        return self.where(lambda one: (one.issue.raised.times or 0) > 1)

    @property
    def oldest_open(self) -> tuple[IssueStanding, ...]:
        """The issues that are open longest, of those whose first day is stated."""
        longest = max((one.days_open or 0 for one in self.standings), default=0)
        return self.where(lambda one: longest > 0 and one.days_open == longest)

    @property
    def readings(self) -> tuple[IssueStanding, ...]:
        """Issues whose state is read from the words of the log."""
        return self.where(lambda one: one.is_reading)


def of_issues(record: IssuesInFull, newsletters: Sequence[NewsletterInFull] = ()) -> Answers:
    """Return all verdicts on one log, on which ``newsletters`` report."""
    log, day = record.log, record.log.as_at.last
    standings = tuple(
        replace(
            _standing(record, issue, day),
            newsletters=tuple(one for one in newsletters if issue.id in one.newsletter.issues),
        )
        for issue in log.issues
    )
    states = Counter(one.state for one in log.issues)
    levels = Counter(one.level for one in log.issues)
    told = Counter(one.told for one in standings)
    return Answers(
        day=day,
        standings=standings,
        withheld=record.withheld,
        states=tuple((one, states[one]) for one in IssueState),
        levels=tuple((one, levels[one]) for one in (*reversed(ResponseLevel), None)),
        told=tuple((one, told[one]) for one in ToldState),
        stated=Stated(
            status=sum(map(log.states_status, log.issues)),
            owner=sum(bool(one.owners) for one in log.issues),
            due=sum(one.due is not None for one in log.issues),
        ),
        newsletters=tuple(newsletters),
    )


def _standing(record: IssuesInFull, issue: Issue, day: date) -> IssueStanding:
    unsettled = issue.state not in _SETTLED
    raised, last = issue.raised.on, issue.schedule.last_day
    ended = issue.schedule.has_end_date and last is not None and last < day
    return IssueStanding(
        issue=issue,
        told=record.log.told_state(issue),
        is_reading=record.log.is_reading(issue),
        days_open=(day - raised.first).days if raised and unsettled else None,
        due_passed=unsettled and ended,
        decision_passed=_decision_passed(record, issue),
    )


def _decision_passed(record: IssuesInFull, issue: Issue) -> bool:
    """Return whether the meeting that was to decide lies before the facts.

    A log of May speaks of a meeting on 30 May as still to come: a meeting inside the month of the
    facts may have been held after they were written down, so it has not passed for certain.
    """
    proposed = issue.state is IssueState.PROPOSED_FOR_CLOSURE
    held = issue.decided_at.on if issue.decided_at else None
    return proposed and held is not None and held.last < record.log.as_at.first
