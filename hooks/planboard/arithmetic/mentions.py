"""Mentions: the only room that gathers what each owner is named on, plan by plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planboard.arithmetic.progress import counts_of
from planboard.words.vocabulary import NamedAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.arithmetic.progress import Count, PlanProgress, Standing
    from planboard.truth.collection import PlanInFull

__all__ = ["Mention", "OwnerInPlan", "busiest", "by_owner", "numbers"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One action that names an owner, and as what."""

    standing: Standing
    named_as: tuple[NamedAs, ...]


@dataclass(frozen=True, slots=True)
class OwnerInPlan:
    """Everything one owner is named on in one plan.

    ``mentions`` begin with the soonest date; what states no date comes after, and what has left
    the plan last. ``counts`` leave the last out, and stand on the plan's own scale.
    """

    record: PlanInFull
    told: PlanProgress
    mentions: tuple[Mention, ...]
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """How many actions still in the plan name the owner; the counts sum to it."""
        return sum(one.number for one in self.counts)


def by_owner(
    plans: Iterable[tuple[PlanInFull, PlanProgress]],
) -> Mapping[str, tuple[OwnerInPlan, ...]]:
    """Return for the id of each owner that is named the plans that do, in their order."""
    found: dict[str, list[OwnerInPlan]] = {}
    for record, told in plans:
        in_plan: dict[str, list[Mention]] = {}
        for one in told.standings:
            for owner, named_as in _named(one).items():
                in_plan.setdefault(owner, []).append(Mention(one, tuple(named_as)))
        for owner, mentions in in_plan.items():
            found.setdefault(owner, []).append(_in_plan(record, told, mentions))
    return {owner: tuple(plans) for owner, plans in found.items()}


def busiest(told: PlanProgress) -> tuple[str, int] | None:
    """Return the id of the owner that most actions of a plan name, and how many do (R147).

    None when nobody is named, or several owners on equally many.
    """
    named = numbers(told)
    most = max(named.values(), default=0)
    found = [owner for owner, number in named.items() if number == most]
    return (found[0], most) if len(found) == 1 else None


def numbers(told: PlanProgress) -> Mapping[str, int]:
    """Return on how many actions still in a plan each owner is named as owner, by id.

    They are in the order in which the plan first names them. An action may have several owners,
    so the numbers may sum to more than there are actions.
    """
    owned = (owner for one in told.current for owner in dict.fromkeys(one.action.owners))
    return Counter(owned)


def _named(one: Standing) -> dict[str, list[NamedAs]]:
    named: dict[str, list[NamedAs]] = {}
    for named_as in NamedAs:
        for owner in dict.fromkeys(getattr(one.action, named_as)):
            named.setdefault(owner, []).append(named_as)
    return named


def _in_plan(record: PlanInFull, told: PlanProgress, mentions: list[Mention]) -> OwnerInPlan:
    current = [one.standing for one in mentions if one.standing.action.left_on is None]
    return OwnerInPlan(
        record=record,
        told=told,
        mentions=tuple(sorted(mentions, key=_soonest)),
        counts=counts_of(record.scale, current),
    )


def _soonest(mention: Mention) -> tuple[bool, date]:
    action = mention.standing.action
    when = action.schedule
    return action.left_on is not None, when.last_day or when.first_day or date.max
