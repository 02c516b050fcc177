"""Places views: where on the site something inside a plan stands, and what the place is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from planboard.saying import routes, wording
from planboard.saying.views import entry
from planboard.truth.model.plan import Group

if TYPE_CHECKING:
    from planboard.truth.collection import Path, PlanInFull
    from planboard.truth.model.plan import Action

__all__ = ["Placed", "address", "called"]


class Placed(Protocol):
    """What has a place in the file of a plan, in an action, a group or neither."""

    @property
    def path(self) -> Path:
        """The way to it in the file."""

    @property
    def about(self) -> Action | Group | None:
        """The action or group it is in; None for the plan as a whole."""


def address(record: PlanInFull, one: Placed) -> str:
    """Return where something stands on the site, from its top."""
    if one.about is None:
        place = "scale" if one.path[:1] == ("scale",) else "plan"
        return f"{routes.plan(record.id)}#{place}"
    if isinstance(one.about, Group):
        return f"{routes.plan(record.id)}#{routes.group_anchor(one.about.id)}"
    return routes.action(record.id, one.about.id)


def called(record: PlanInFull, one: Placed) -> str:
    """Return what something is in: ``Recommendation 4``, ``Theme “Parks”``, or ``The plan``."""
    if one.about is None:
        return "The plan"
    if isinstance(one.about, Group):
        return f"{wording.capital(one.about.kind)} “{one.about.title}”"
    return entry.name(record, one.about)
