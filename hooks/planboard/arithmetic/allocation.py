"""Allocation: the only room that adds up the weights by which a report shares out staff."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.truth.model.report.allocation import AllocationRole, Weight
    from planboard.truth.model.report.report import Report

__all__ = ["Counted", "Demand", "Summed", "of_report"]


@dataclass(frozen=True, slots=True)
class Demand:
    """One kind of demand and how much it counts for each role, None where no weight stands."""

    name: str
    weights: tuple[Decimal | None, ...]

    @property
    def counts_for_none(self) -> bool:
        """Whether it counts for no role at all."""
        return not any(self.weights)

    @property
    def counts_for_all(self) -> bool:
        """Whether it counts for every role."""
        return all(self.weights)


@dataclass(frozen=True, slots=True)
class Summed:
    """One role, what its weights add up to, and which of them are the largest."""

    role: AllocationRole
    total: Decimal
    largest: Decimal
    largest_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """All weights of a report: a row for each kind of demand, in the order of the document."""

    roles: tuple[Summed, ...]
    demands: tuple[Demand, ...]

    @property
    def for_none(self) -> tuple[str, ...]:
        """Which kinds of demand count for no role."""
        return tuple(one.name for one in self.demands if one.counts_for_none)

    @property
    def for_all(self) -> tuple[str, ...]:
        """Which kinds of demand count for every role."""
        return tuple(one.name for one in self.demands if one.counts_for_all)

    @property
    def largest(self) -> Decimal:
        """The largest weight of all; 0 where there is none."""
        return max((one.largest for one in self.roles), default=Decimal(0))


def of_report(report: Report) -> Counted | None:
    """Return the weights of ``report``, None where it publishes none."""
    if not report.weights or report.allocation is None:
        return None
    by_demand: dict[str, dict[str, Decimal]] = {}
    for one in report.weights:
        by_demand.setdefault(one.demand_type, {})[one.role] = one.weight
    roles = report.allocation.roles
    return Counted(
        roles=tuple(_summed(role, report.weights) for role in roles),
        demands=tuple(
            Demand(name, tuple(weights.get(role.id) for role in roles))
            for name, weights in by_demand.items()
        ),
    )


def _summed(role: AllocationRole, weights: Sequence[Weight]) -> Summed:
    own = [one for one in weights if one.role == role.id]
    largest = max((one.weight for one in own), default=Decimal(0))
    return Summed(
        role=role,
        total=sum((one.weight for one in own), Decimal(0)),
        largest=largest,
        largest_of=tuple(one.demand_type for one in own if largest and one.weight == largest),
    )
