"""Selection: the only room that picks actions and issues by what an editor chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.shortcodes.forms import NO_LEVEL, OWNED_BY_NOBODY

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers, IssueStanding
    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.rules.shortcodes.forms import Choice, IssueChoice

__all__ = ["chosen", "chosen_issues"]


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


def chosen_issues(told: Answers, choice: IssueChoice) -> tuple[IssueStanding, ...]:
    """Return the issues of a log that are wanted, in the log's order.

    An owner stands for being named on an issue in any way, as its filter does.
    """

    def holds(one: IssueStanding) -> bool:
        return (
            choice.state in {None, one.issue.state}
            and choice.level in {None, one.issue.level or NO_LEVEL}
            and choice.told in {None, one.told}
            and (choice.owner is None or choice.owner in (one.issue.named or [OWNED_BY_NOBODY]))
        )

    return told.where(holds)
