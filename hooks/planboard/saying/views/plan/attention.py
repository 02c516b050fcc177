"""Attention views: which actions of a plan need a look, and which dates come next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.saying.views.plan import entry

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.truth.in_full import PlanInFull

__all__ = ["ACTIONS", "AttentionView", "ComingView", "all_actions", "attention", "coming", "links"]

ACTIONS: Final = "actions"
"""The place of all actions on their page."""
_MOST_TITLES: Final = 7
"""Up to how many actions a reason to look gives their titles; more are numbers alone."""


@dataclass(frozen=True, slots=True)
class AttentionView:
    """One reason to look, how many actions it holds for, and the way to each.

    A ``brief`` one has many links, which are numbers alone.
    """

    title: str
    number: str
    tone: str
    brief: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComingView:
    """The dates that come next, from the as-at day on."""

    title: str
    due: tuple[tuple[str, Link], ...]
    starts: tuple[tuple[str, Link], ...]
    none: str


def attention(record: PlanInFull, told: PlanProgress) -> tuple[AttentionView, ...]:
    """Return every reason to look at a plan, worst first, with links from its own page."""
    page = routes.plan(record.id)
    worst = told.worst.label if told.worst else ""
    tone = parts.tag(told.worst).tone if told.worst else "grey"
    reasons = (
        (f"{worst}, with no update", tone, told.worst_without_update),
        ("End date passed", "red", told.passed),
        ("Start date passed", "amber", told.starts_passed),
        ("No owner named", "grey", told.without_owner),
        ("No update published", "grey", told.without_update),
        ("Newest update is old", "grey", told.stale),
        ("Not rated", "grey", told.not_rated),
        ("Status not published", "grey", told.not_published),
    )
    return tuple(
        AttentionView(title, wording.number(len(found)), tone, *links(record, told, found, page))
        for title, tone, found in reasons
        if found
    )


def links(
    record: PlanInFull, told: PlanProgress, found: Sequence[Standing], page: str
) -> tuple[bool, tuple[Link, ...]]:
    """Return the links from ``page`` to the actions ``found``, and whether they are brief.

    Many links are numbers alone, and one link stands for all actions of a plan.
    """
    if len(found) > _MOST_TITLES and len(found) == told.total:
        return False, (all_actions(record, told.total, page),)
    if len(found) > _MOST_TITLES:
        return True, tuple(
            Link(record.known_as(one.action), entry.address(record, one.action, page))
            for one in found
        )
    return False, tuple(entry.full_link(record, one.action, page) for one in found)


def all_actions(record: PlanInFull, total: int, page: str) -> Link:
    """Return the one link from ``page`` that stands for all ``total`` actions of a plan."""
    whole = f"{routes.plan(record.id)}#{ACTIONS}"
    names = wording.action_names(record.plan, total)
    return Link(f"All {wording.number(total)} {names}", routes.relative(whole, page))


def coming(
    record: PlanInFull, told: PlanProgress, page: str, wanted: Container[str] | None = None
) -> ComingView:
    """Return the dates that come next in one plan, with links that work from ``page``.

    ``wanted`` are the ids of the actions that are meant; without it all are.
    """

    def lines(standings: Iterable[Standing]) -> tuple[tuple[str, Link], ...]:
        return tuple(
            (
                wording.schedule(one.action.schedule),
                entry.full_link(record, one.action, page),
            )
            for one in standings
            if wanted is None or one.action.id in wanted
        )

    first, last = wording.day(told.day), wording.day(told.until)
    due, starts = lines(told.due_next), lines(told.starts_next)
    return ComingView(
        title=f"Coming next, from {first}",
        due=due,
        starts=starts,
        none="" if due or starts else f"Nothing that is still open has a date up to {last}.",
    )
