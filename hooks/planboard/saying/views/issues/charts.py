"""Charts views: the issues of a log by their state, and by how far the responses went."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import issues as sentences
from planboard.saying.views import kinds, parts
from planboard.saying.views.drawn import About
from planboard.saying.views.parts import Link
from planboard.words.vocabulary.issues import IssueState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.answers import Answers
    from planboard.saying.views.drawn import ChartView
    from planboard.truth.in_full import IssuesInFull

__all__ = ["by_level", "by_state"]

_NO_SIZES: Final[Mapping[str, int]] = MappingProxyType({})


def by_state(
    record: IssuesInFull, told: Answers, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return how many issues are in each state; what is not stated has no rank."""
    about = _about(record, page, sizes, "states")._replace(
        title=sentences.by_state(told),
        sentence=f"How many of {sentences.entries(told)} are in each state, {_as_at(record)}.",
        caption="How many issues are in each state",
        first="State",
        notes=tuple(filter(None, (sentences.readings(record, told),))),
    )
    known = [(state, number) for state, number in told.states if state != IssueState.NOT_STATED]
    silent = told.in_state(IssueState.NOT_STATED)
    return kinds.ranking(
        about,
        [Link(labels.ISSUE_STATES[state], "") for state, _ in known],
        [number for _, number in known],
        [(labels.ISSUE_STATES[IssueState.NOT_STATED], silent)] if silent else [],
    )


def by_level(
    record: IssuesInFull, told: Answers, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return how many issues had which response, the one that went furthest (R047)."""
    basis = record.log.level_basis
    about = _about(record, page, sizes, "levels")._replace(
        title=sentences.by_level(told),
        sentence=f"Each {'entry' if told.good_news else 'issue'} counts once, at the response that "
        f"went furthest, {_as_at(record)}.",
        caption="How many issues had which response",
        first="Response",
        notes=(f"Our reading: {wording.lower(basis).rstrip('.')}.",) if basis else (),
    )
    known = [(level, number) for level, number in told.levels if level]
    silent = sum(number for level, number in told.levels if level is None)
    return kinds.ranking(
        about,
        [Link(labels.RESPONSE_LEVELS[level], "") for level, _ in known],
        [number for _, number in known],
        [("Not stated", silent)] if silent else [],
    )


def _about(record: IssuesInFull, page: str, sizes: Mapping[str, int], name: str) -> About:
    home = routes.issues(record.id)
    file = f"{name}.csv"
    return About(
        anchor=f"by-{name}"
        if page == home
        else f"{routes.record_anchor(record.kind, record.id)}-{name}",
        title="",
        sentence="",
        caption="",
        first="",
        noun="Issues",
        csv=parts.figures_file(record, page, file, sizes),
        source=parts.origin(record, page),
    )


def _as_at(record: IssuesInFull) -> str:
    return f"as at {wording.span(record.log.as_at)}"
