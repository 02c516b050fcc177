"""Owner downloads: the tables beside the register of owners and the page of one owner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.arithmetic.mentions import NamedOn
from planboard.saying import routes, wording
from planboard.saying.views import owners as views
from planboard.showing.downloads.tables import LIST, Documented, Key, Row, csv_of, day, json_of
from planboard.truth.model.issues import Issue
from planboard.words.vocabulary.issues import IssueState
from planboard.words.vocabulary.records import NamedAs, OwnerKey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.arithmetic.mentions import (
        Mention,
        OwnerInPlan,
        OwnerInRecord,
        PartMention,
        Share,
    )
    from planboard.truth.model.register import Owner
    from planboard.truth.schedule import Schedule

__all__ = ["documented", "of_owner", "register"]

OWNERS: Final[tuple[Key, ...]] = (
    Key("id", "Its name for ever; its page is owners/id/"),
    Key("role", "What readers see"),
    Key("kind", "role, team, board or organisation"),
    Key("aliases", "Other spellings in the sources"),
    Key("chair", "The id of the owner who chairs it"),
    Key("parent", "The id of the owner it is part of"),
    Key("actions", "How many actions name it, plan by plan: the id of the plan and the number"),
    Key(
        "named_on",
        "On how many parts of other records it is named: the kind and id of the record, "
        "as in issues/parks, and the number",
    ),
)
"""The columns of ``owners.csv``."""

MENTIONS: Final[tuple[Key, ...]] = (
    Key("plan", "The id of the plan; a record of another kind by its kind and id: issues/parks"),
    Key("action", "The id of the action, or of another part of a record; blank for visits"),
    Key(
        "named_as",
        f"As what it is named: {', '.join(NamedAs)}; in other records {', '.join(OwnerKey)}",
    ),
    Key("title", "What is to be done, or what the part is called"),
    Key("schedule", "The words of the record for the date"),
    Key("first_day", "The first day of a stated start"),
    Key("last_day", "The last day by which it should be finished"),
    Key("end_date_state", "Whether there is an end date, as in actions.csv"),
    Key(
        "status",
        "The label of its level on the plan's own scale, Not rated, or Not published; blank for "
        "what is in no plan",
    ),
    Key("left_on", "The day it left the plan; blank while it is in it"),
    Key("address", "Its place on the site"),
    Key(
        "part",
        "What kind of part of the record it is: action, issue, item, measure, board, batch, or "
        "visit, of which one row says how many",
    ),
    Key("state", f"The state of an issue: {', '.join(IssueState)}; blank for what is none"),
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
    Key(
        "records",
        "For each other record that names it, by its kind and id: as_at, total, and parts: on "
        "how many parts of each kind it is named, and of how many",
    ),
    Key("mentions", "The rows of mentions.csv"),
)


def register(owners: Sequence[Owner], named: Mapping[str, NamedOn]) -> dict[str, bytes]:
    """Return the files beside the register of owners by name."""
    rows = [_owner(one, named.get(one.id, NamedOn())) for one in owners]
    return {
        "owners.csv": csv_of(OWNERS, rows),
        "data.json": json_of({"title": wording.OWNERS, "owners": rows}),
    }


def of_owner(owner: Owner, named: NamedOn) -> dict[str, bytes]:
    """Return the files beside the page of one owner by name."""
    rows = [
        *(_mention(one, mention) for one in named.plans for mention in one.mentions),
        *(
            row
            for one in named.others
            for row in (
                *(_part(one, mention) for mention in one.mentions),
                *(_counted(one, share) for share in one.counted),
            )
        ),
    ]
    plans = {
        one.record.id: {
            "as_at": one.told.day.isoformat(),
            "total": one.total,
            "counts": {count.level.code: count.number for count in one.counts},
        }
        for one in named.plans
    }
    records = {
        one.record.key: {
            "as_at": one.record.head.as_at.last.isoformat(),
            "total": one.total,
            "parts": {
                share.thing: {"number": share.number, "of": share.whole} for share in one.shares
            },
        }
        for one in named.others
    }
    data = {
        "id": owner.id,
        "title": owner.role,
        "kind": owner.kind.value,
        "plans": plans,
        "records": records,
        "mentions": rows,
    }
    return {"mentions.csv": csv_of(MENTIONS, rows), "data.json": json_of(data)}


def documented() -> tuple[Documented, ...]:
    """Return what the data page says of these files."""
    return (
        Documented("the register of owners", {"owners.csv": OWNERS, "data.json": _REGISTER_JSON}),
        Documented("the page of an owner", {"mentions.csv": MENTIONS, "data.json": _OWNER_JSON}),
    )


def _owner(owner: Owner, named: NamedOn) -> Row:
    return {
        "id": owner.id,
        "role": owner.role,
        "kind": owner.kind.value,
        "aliases": LIST.join(owner.aliases),
        "chair": owner.chair or "",
        "parent": owner.parent or "",
        "actions": LIST.join(f"{one.record.id} {one.total}" for one in named.plans),
        "named_on": LIST.join(f"{one.record.key} {one.total}" for one in named.others),
    }


def _mention(one: OwnerInPlan, mention: Mention) -> Row:
    action = mention.standing.action
    return {
        "plan": one.record.id,
        "action": action.id,
        "named_as": LIST.join(mention.named_as),
        "title": action.title,
        **_when(action.schedule),
        "status": one.record.scale.level(action.status).label,
        "left_on": day(action.left_on),
        "address": routes.action(one.record.id, action.id),
        "part": one.record.part_thing,
        "state": "",
    }


def _part(one: OwnerInRecord, mention: PartMention) -> Row:
    part = mention.part
    issue = part if isinstance(part, Issue) else None
    return {
        "plan": one.record.key,
        "action": part.id,
        "named_as": LIST.join(mention.named_as),
        "title": views.title(one.record, mention),
        **_when(issue.schedule if issue else None),
        "status": "",
        "left_on": "",
        "address": views.address(one.record, mention),
        "part": mention.thing,
        "state": issue.state.value if issue else "",
    }


def _counted(one: OwnerInRecord, share: Share) -> Row:
    """Return the row of what has no id and is counted, such as the visits of the police."""
    return {
        "plan": one.record.key,
        "action": "",
        "named_as": OwnerKey.BY.value,
        "title": views.title(one.record, share),
        **_when(None),
        "status": "",
        "left_on": "",
        "address": views.address(one.record, share),
        "part": share.thing,
        "state": "",
    }


def _when(found: Schedule | None) -> Row:
    """Return the columns of a date; what has no date at all leaves them blank."""
    return {
        "schedule": found.as_written if found else "",
        "first_day": day(found.first_day if found else None),
        "last_day": day(found.last_day if found else None),
        "end_date_state": found.end_date_state.value if found else "",
    }
