"""Across views: what cuts across the groups of a plan; plans for later, topics, what it awaits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import plans as sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Link, Run
from planboard.saying.views.plan import attention, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Group, Outside

__all__ = [
    "FigureRow",
    "PlannedView",
    "TopicView",
    "WaitView",
    "YearView",
    "figures",
    "planned",
    "topics",
    "waits",
]

_NO_YEAR = "No year given"
_NOBODY_WAITS = "Nothing that is still in the plan waits for it."


@dataclass(frozen=True, slots=True)
class YearView:
    """What is planned for one year: a link to each action, and what is said."""

    title: str
    notes: tuple[tuple[Link, tuple[tuple[Run, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class PlannedView:
    """Everything a plan puts off to later; it is not progress (R153)."""

    sentence: str
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """One topic, and every action on it whatever its group (R162)."""

    title: str
    number: str
    brief: bool
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WaitView:
    """Work outside the plan, and the actions that wait for it (R167)."""

    anchor: str
    title: str
    text: tuple[str, ...]
    links: tuple[Link, ...]
    none: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One reported figure, with its action (R157)."""

    what: str
    figure: str
    when: str
    action: Link


def planned(record: PlanInFull, told: PlanProgress) -> PlannedView | None:
    """Return what a plan puts off to later, by year; None when there is nothing."""
    page = routes.plan(record.id)
    years: dict[str, list[tuple[Link, tuple[tuple[Run, ...], ...]]]] = {}
    for one in told.current:
        for note in one.action.forward_notes:
            said = tuple(parts.runs(text) for text in parts.paragraphs(note.text))
            link = entry.full_link(record, one.action, page)
            years.setdefault(note.year or _NO_YEAR, []).append((link, said))
    if not years:
        return None
    in_order = sorted(years.items(), key=lambda one: (one[0] == _NO_YEAR, one[0]))
    return PlannedView(
        sentence=sentences.planned(record.plan, told),
        years=tuple(YearView(year, tuple(notes)) for year, notes in in_order),
    )


def topics(record: PlanInFull, told: PlanProgress) -> tuple[TopicView, ...]:
    """Return every topic of a plan, the one with the most actions first."""
    found: dict[str, list[Standing]] = {}
    for one in told.current:
        for tag in dict.fromkeys(one.action.tags):
            found.setdefault(tag, []).append(one)
    page = routes.plan(record.id)
    in_order = sorted(found.items(), key=lambda one: (-len(one[1]), one[0].casefold()))
    return tuple(
        TopicView(tag, wording.number(len(on)), *attention.links(record, told, on, page))
        for tag, on in in_order
    )


def waits(record: PlanInFull, told: PlanProgress) -> tuple[WaitView, ...]:
    """Return the work outside a plan that its actions wait for, in the plan's order."""
    page = routes.plan(record.id)

    def wait(work: Outside) -> WaitView:
        links = tuple(
            entry.full_link(record, one.action, page)
            for one in told.current
            if any(need.outside == work.id for need in one.action.depends_on)
        )
        return WaitView(
            anchor=routes.outside_anchor(work.id),
            title=work.title,
            text=parts.paragraphs(work.text),
            links=links,
            none="" if links else _NOBODY_WAITS,
        )

    return tuple(map(wait, record.plan.outside))


def figures(record: PlanInFull, group: Group) -> tuple[FigureRow, ...]:
    """Return the figures reported on the actions of ``group``, those of groups inside it too."""
    page = routes.plan(record.id)

    def inside(one: Group) -> Iterator[FigureRow]:
        for action in one.actions:
            for seen in action.observations:
                yield FigureRow(
                    what=seen.what,
                    figure=wording.figure(seen),
                    when=wording.capital(wording.figure_date(seen)),
                    action=Link(entry.name(record, action), entry.address(record, action, page)),
                )
        for lower in one.groups:
            yield from inside(lower)

    return tuple(inside(group))
