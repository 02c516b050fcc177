"""Selection: the only room that picks some actions of a plan by what an editor chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.shortcodes.forms import OWNED_BY_NOBODY

if TYPE_CHECKING:
    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.rules.shortcodes.forms import Choice

__all__ = ["chosen"]


def chosen(told: PlanProgress, choice: Choice) -> tuple[Standing, ...]:
    """Return the actions still in a plan that are wanted, in the plan's order.

    A group stands for all groups inside it too, and an owner for being named as owner.
    """

    def holds(one: Standing) -> bool:
        return (
            choice.status in {None, one.action.status}
            and choice.timing in {None, one.timing}
            and (choice.group is None or any(group.id == choice.group for group in one.groups))
            and (choice.owner is None or choice.owner in (one.action.owners or [OWNED_BY_NOBODY]))
        )

    return told.where(holds)
