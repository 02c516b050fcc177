"""Owner downloads: the tables beside the register of owners and the page of one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.showing.downloads.tables import LIST, Documented, Key, Row, csv_of, day, json_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.arithmetic.mentions import Mention, OwnerInPlan
    from planboard.truth.model.register import Owner

__all__ = ["documented", "of_owner", "register"]

OWNERS: Final[tuple[Key, ...]] = (
    Key("id", "Its name for ever; its page is owners/id/"),
    Key("role", "What readers see"),
    Key("kind", "role, team, board or organisation"),
    Key("aliases", "Other spellings in the sources"),
    Key("chair", "The id of the owner who chairs it"),
    Key("parent", "The id of the owner it is part of"),
    Key("actions", "How many actions name it, plan by plan: the id of the plan and the number"),
)
"""The columns of ``owners.csv``."""

MENTIONS: Final[tuple[Key, ...]] = (
    Key("plan", "The id of the plan"),
    Key("action", "The id of the action"),
    Key("named_as", "As what it is named: owners, support, reports_to"),
    Key("title", "What is to be done"),
    Key("schedule", "The words of the plan for the date"),
    Key("first_day", "The first day of a stated start"),
    Key("last_day", "The last day by which it should be finished"),
    Key("end_date_state", "Whether there is an end date, as in actions.csv"),
    Key("status", "The label of its level on the plan's own scale, Not rated, or Not published"),
    Key("left_on", "The day it left the plan; blank while it is in it"),
    Key("address", "Its place on the site"),
)
"""The columns of ``mentions.csv``, soonest date first within each plan."""

_REGISTER_JSON: Final = (
    Key("title", "The title of the page"),
    Key("owners", "The rows of owners.csv"),
)
_OWNER_JSON: Final = (
    Key("id", "The name of the owner in its address"),
    Key("title", "What readers see: the role"),
    Key("kind", "role, team, board or organisation"),
    Key(
        "plans",
        "For each plan that names it, by id: as_at, total, and counts on the plan's own scale",
    ),
    Key("mentions", "The rows of mentions.csv"),
)


def register(
    owners: Sequence[Owner], named: Mapping[str, Sequence[OwnerInPlan]]
) -> dict[str, bytes]:
    """Return the files beside the register of owners by name."""
    rows = [_owner(one, named.get(one.id, ())) for one in owners]
    return {
        "owners.csv": csv_of(OWNERS, rows),
        "data.json": json_of({"title": wording.OWNERS, "owners": rows}),
    }


def of_owner(owner: Owner, named_in: Sequence[OwnerInPlan]) -> dict[str, bytes]:
    """Return the files beside the page of one owner by name."""
    rows = [_mention(one, mention) for one in named_in for mention in one.mentions]
    plans = {
        one.record.id: {
            "as_at": one.told.day.isoformat(),
            "total": one.total,
            "counts": {count.level.code: count.number for count in one.counts},
        }
        for one in named_in
    }
    data = {
        "id": owner.id,
        "title": owner.role,
        "kind": owner.kind.value,
        "plans": plans,
        "mentions": rows,
    }
    return {"mentions.csv": csv_of(MENTIONS, rows), "data.json": json_of(data)}


def documented() -> tuple[Documented, ...]:
    """Return what the data page says of these files."""
    return (
        Documented("the register of owners", {"owners.csv": OWNERS, "data.json": _REGISTER_JSON}),
        Documented("the page of an owner", {"mentions.csv": MENTIONS, "data.json": _OWNER_JSON}),
    )


def _owner(owner: Owner, named_in: Sequence[OwnerInPlan]) -> Row:
    return {
        "id": owner.id,
        "role": owner.role,
        "kind": owner.kind.value,
        "aliases": LIST.join(owner.aliases),
        "chair": owner.chair or "",
        "parent": owner.parent or "",
        "actions": LIST.join(f"{one.record.id} {one.total}" for one in named_in),
    }


def _mention(one: OwnerInPlan, mention: Mention) -> Row:
    action = mention.standing.action
    when = action.schedule
    return {
        "plan": one.record.id,
        "action": action.id,
        "named_as": LIST.join(mention.named_as),
        "title": action.title,
        "schedule": when.as_written,
        "first_day": day(when.first_day),
        "last_day": day(when.last_day),
        "end_date_state": when.end_date_state.value,
        "status": one.record.scale.level(action.status).label,
        "left_on": day(action.left_on),
        "address": routes.action(one.record.id, action.id),
    }
