"""Visits views: when the police went where and why; what came of one visit is never said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import followed as said
from planboard.saying.views.parts import Link
from planboard.saying.views.programme import tables
from planboard.words.vocabulary.programmes import VisitReason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.saying.views.drawn import Columns
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Visit

__all__ = ["VisitView", "VisitsView", "listed", "of_programme", "visit"]

_NEWEST: Final = 10
"""How many visits stand open; earlier ones are folded."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """One visit: its day, where, who went and why."""

    when: str
    site: Link
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class VisitsView:
    """Every visit, the newest first; ``parts`` are those to be seen, and those to be folded."""

    sentence: str
    reasons: Columns | None
    parts: tuple[tuple[str, tuple[VisitView, ...]], ...]
    none: str


def of_programme(record: ProgrammeInFull, told: ProgrammeTold) -> VisitsView:
    """Return the visits of the police with their reasons (R015)."""
    visits, page = told.followed_up.visits, routes.programme(record.id)
    if not visits.all:
        none = said.no_visits(tuple(told.done.by_month), ())
        return VisitsView("", None, (), none or "No visits recorded.")
    return VisitsView(
        sentence=said.visits(visits),
        reasons=tables.counts(
            "Visits of the police by reason",
            "Reason",
            "Visits",
            [(labels.VISIT_REASONS[one], visits.by_reason.get(one, 0)) for one in VisitReason],
        ),
        parts=listed(record, visits.all, page),
        none="",
    )


def listed(
    record: ProgrammeInFull, visits: Sequence[Visit], page: str
) -> tuple[tuple[str, tuple[VisitView, ...]], ...]:
    """Return visits as ``page`` lists them: the newest, and under words to fold, earlier ones."""
    earlier = visits[_NEWEST:]
    fold = f"Earlier visits ({wording.number(len(earlier))})"
    return tuple(
        (title, tuple(visit(record, one, page) for one in some))
        for title, some in (("", visits[:_NEWEST]), (fold, earlier))
        if some
    )


def visit(record: ProgrammeInFull, one: Visit, page: str) -> VisitView:
    """Return one visit as it is listed on ``page``."""
    return VisitView(
        when=wording.day(one.on),
        site=Link(
            record.sites[one.site].name,
            routes.relative(routes.site(record.id, one.site), page),
        ),
        by=record.role(one.by) if one.by else "Not stated",
        reason=labels.VISIT_REASONS[one.reason],
    )
