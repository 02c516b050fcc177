"""Site views: what the home page and the register of plans may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, sentences, wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Bar, Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.arithmetic.progress import PlanProgress
    from planboard.truth.collection import PlanInFull

__all__ = ["PlanCard", "RegisterView", "register"]


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan in one true sentence with its status bar; never added to another plan (R151)."""

    link: Link
    example: bool
    publisher: str
    summary: tuple[str, ...]
    as_at: str
    machine: str
    sentence: str
    bar: Bar
    attention: tuple[Link, ...]
    scale: Link


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Every plan, each on its own."""

    title: str
    plans: tuple[PlanCard, ...]
    empty: str


def register(
    plans: Iterable[tuple[PlanInFull, PlanProgress]], title: str, page: str
) -> RegisterView:
    """Return the register of ``plans`` as it stands on ``page``."""
    cards = tuple(_card(record, told, page) for record, told in plans)
    return RegisterView(title, cards, "" if cards else "No plan has been published yet.")


def _card(record: PlanInFull, told: PlanProgress, page: str) -> PlanCard:
    address = routes.plan(record.id)
    urgent = len(told.worst_without_update)
    worst = wording.lower(told.worst.label) if told.worst else ""
    names = wording.action_names(record.plan, urgent)
    passed = len(told.passed)
    late = wording.action_names(record.plan, passed)
    return PlanCard(
        link=Link(record.plan.title, routes.relative(address, page)),
        example=record.plan.example,
        publisher=record.publisher.name,
        summary=parts.paragraphs(record.plan.summary),
        as_at=wording.span(record.plan.as_at),
        machine=told.day.isoformat(),
        sentence=sentences.progress(record.plan, told),
        bar=parts.bar(told.counts, wording.action_names(record.plan, 2)),
        attention=tuple(
            Link(said, routes.relative(f"{address}#attention", page))
            for number, said in (
                (urgent, f"{wording.number(urgent)} {worst} {names} without an update"),
                (passed, f"{wording.number(passed)} {late} past the end date"),
            )
            if number
        ),
        scale=Link("What the statuses mean", routes.relative(f"{address}#scale", page)),
    )
