"""Plan: a delivery plan with its groups of actions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from planboard.truth.model.action import (
    Action,
    Dependency,
    Funding,
    Milestone,
    Observation,
    SubItem,
    Target,
    Update,
)
from planboard.truth.model.due import DueMeans
from planboard.truth.model.fields import (
    Id,
    Line,
    Record,
    Text,
    YesOrNo,
    closed_list,
    id_shape,
)
from planboard.truth.model.published import Published, Source
from planboard.truth.model.scale import BUILT_IN, ScaleUse
from planboard.words.vocabulary.plans import PlanKind

__all__ = [
    "Action",
    "Dependency",
    "DueMeans",
    "Funding",
    "Group",
    "Milestone",
    "Observation",
    "Outside",
    "Plan",
    "SubItem",
    "Target",
    "Update",
]


class Group(Record):
    """A strand, theme, objective or method: a heading over actions or further groups."""

    id: Id = Field(examples=["better-lighting", "o01"])
    """Its name for ever."""
    kind: Line = Field(examples=["theme", "strand", "objective", "method"])
    """What the plan calls it: ``strand``."""
    number: Line | None = Field(default=None, examples=["1.10", "B"])
    """The number as printed."""
    title: Line
    """The heading."""
    statement: Text | None = None
    """What the plan says of it, in plain words."""
    aliases: tuple[Line, ...] = ()
    """Other spellings in the source."""
    source: Source | None = None
    """Where it stands in the published document."""
    groups: tuple[Group, ...] = ()
    """Groups inside it."""
    actions: tuple[Action, ...] = ()
    """Its own actions."""

    @property
    def size(self) -> int:
        """How many actions are in it that have not left the plan, groups inside included."""
        own = sum(action.left_on is None for action in self.actions)
        return own + sum(inner.size for inner in self.groups)


class Outside(Record):
    """Work outside the plan that actions of it wait for (R167)."""

    id: Id
    """Its name for ever: actions name it under ``depends_on``."""
    title: Line
    """What it is."""
    text: Text | None = None
    """What is known of it."""


def _scale(value: object) -> object:
    return {"use": value} if isinstance(value, str) else value


_AScale = Annotated[Id, id_shape("Name a scale, like rag, or write keys under it, like levels.")]
_IdOrScaleUse = Annotated[
    ScaleUse, BeforeValidator(_scale, json_schema_input_type=_AScale | ScaleUse)
]


class Plan(Published):
    """A plan: who publishes it, when its facts were true, and everything in it."""

    kind: Annotated[PlanKind, closed_list(PlanKind)] = PlanKind.DELIVERY_PLAN
    """What the plan calls itself."""
    action_name: Line = Field(default="action", examples=["recommendation", "priority"])
    """What this plan calls one action: ``recommendation``."""
    action_name_plural: Line | None = Field(default=None, examples=["priorities", "activities"])
    """More than one of them, where adding s is wrong."""
    scale: _IdOrScaleUse = Field(examples=list(BUILT_IN))
    """The status scale: ``rag``, ``brag``, ``dca3``, ``dca5``, one of the register, its own."""
    tells_busiest_owner: YesOrNo = False
    """Whether the page says which owner is named on the most actions (R147)."""
    outside: tuple[Outside, ...] = ()
    """Work elsewhere that several of its actions wait for."""
    groups: tuple[Group, ...] = ()
    """Its groups, in the plan's order."""
    actions: tuple[Action, ...] = ()
    """Actions that stand under no group."""

    @property
    def group_kind(self) -> str:
        """What the plan calls its groups at the top: ``strand``; ``group`` for several kinds."""
        kinds = {group.kind for group in self.groups}
        return kinds.pop() if len(kinds) == 1 else "group"

    def action_names(self, how_many: int) -> str:
        """Return what the plan calls its actions: ``recommendation`` for 1, else the plural."""
        if how_many == 1:
            return self.action_name
        return self.action_name_plural or f"{self.action_name}s"

    def walk_groups(self) -> Iterator[tuple[tuple[str | int, ...], tuple[Group, ...]]]:
        """Yield every group, parents first: its path in the file, and the groups from the top."""

        def inside(
            groups: tuple[Group, ...], path: tuple[str | int, ...], above: tuple[Group, ...]
        ) -> Iterator[tuple[tuple[str | int, ...], tuple[Group, ...]]]:
            for index, group in enumerate(groups):
                here = (*path, "groups", index)
                chain = (*above, group)
                yield here, chain
                yield from inside(group.groups, here, chain)

        return inside(self.groups, (), ())

    def walk_actions(
        self,
    ) -> Iterator[tuple[tuple[str | int, ...], tuple[Group, ...], Action]]:
        """Yield every action in the plan's order: path in the file, groups above it, the action."""
        for index, action in enumerate(self.actions):
            yield ("actions", index), (), action
        for path, chain in self.walk_groups():
            for index, action in enumerate(chain[-1].actions):
                yield (*path, "actions", index), chain, action
