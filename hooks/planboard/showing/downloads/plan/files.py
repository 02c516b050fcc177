"""Files: the tables beside the page of a plan, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.showing.downloads.plan import charts
from planboard.showing.downloads.record import documented as described
from planboard.showing.downloads.record import files as beside
from planboard.showing.downloads.record import json_keys
from planboard.showing.downloads.tables import (
    ACROSS,
    LIST,
    Documented,
    Key,
    Row,
    day,
    links,
    prose,
)
from planboard.words.vocabulary.plans import UpdateState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planboard.arithmetic.progress import PlanProgress, Standing
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.plan import Dependency

__all__ = ["JSON", "TABLES", "documented", "files"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "actions": (
        Key("id", "Its name for ever; its place on the page is #action-id"),
        Key("number", "The number as printed; blank where the source prints none"),
        Key("group", f"The groups above it, from the top, joined with “{ACROSS.strip()}”"),
        Key("title", "What is to be done"),
        Key("owners", "Who is accountable, as roles"),
        Key("schedule", "The words of the plan for the date"),
        Key(
            "schedule_kind",
            "What the words promise: finish_by, start_by, start, start_then_bau, range, ongoing, "
            "asap, completed, to_be_confirmed, not_stated",
        ),
        Key("first_day", "The first day of a stated start; blank where no start is stated"),
        Key("last_day", "The last day by which it should be finished; a start never counts"),
        Key(
            "end_date_state",
            "Whether there is an end date: stated, ongoing, start_only, as_soon_as_possible, "
            "to_be_confirmed, completed, not_stated",
        ),
        Key(
            "date_passed",
            "Whether the end date had passed on the as-at day and the work was not finished: "
            "yes, no; blank where there is no end date, and once it left the plan",
        ),
        Key("status", "The label of its level, Not rated, or Not published"),
        Key(
            "stage",
            "Where the work stands: not_started, in_progress, business_as_usual, complete, paused, "
            "cancelled, superseded; blank where not stated",
        ),
        Key(
            "update_state",
            "What is known of its newest update: dated, undated, invalid, forward, placeholder, "
            "empty, none",
        ),
        Key("latest_update_on", "The day of its newest update, if it has a certain one"),
        Key("latest_update", "What its newest update says"),
        Key("forward_notes", "What is planned for later; not progress"),
        Key("sub_items", "Its parts, with their markers"),
        Key("support", "Who helps"),
        Key("reports_to", "The boards it reports to"),
        Key("percent_complete", "How much is done, as published"),
        Key("targets", "Figures to reach"),
        Key("figures", "Figures reported"),
        Key("milestones", "Dated points on the way"),
        Key("depends_on", "What it waits for"),
        Key("funding", "Where the money comes from"),
        Key("legal_duty", "The law that requires it"),
        Key("tags", "Topics that cut across groups"),
        Key("see_also", "Ids of actions to read with it"),
        Key("left_on", "The day it left the plan; blank while it is in it"),
        Key("links", "Evidence elsewhere: title and address"),
        Key("source_item", "Where it stands in the published document"),
        Key("source_note", "What was mended when it was typed in"),
    ),
    "groups": (
        Key("id", "Its name for ever; its place on the page is #group-id"),
        Key("parent", "The id of the group above it; blank at the top"),
        Key("kind", "What the plan calls it"),
        Key("title", "The heading"),
        Key("actions", "How many actions it has, groups inside it included; 0 is a true zero"),
        Key("number", "The number as printed"),
        Key("statement", "What the plan says of it"),
        Key("source_item", "Where it stands in the published document"),
        Key("source_note", "What was mended when it was typed in"),
    ),
    "updates": (
        Key("action", "The id of the action"),
        Key("on", "The day it was reported, if the day is certain"),
        Key("state", "dated, undated, invalid, forward, placeholder, empty"),
        Key("kind", "progress, forward, funding, risk, decision, correction"),
        Key("text", "What it says"),
        Key("dated_as_written", "A date the source got wrong, as it stands there"),
        Key("year", "The year a forward note speaks of"),
        Key("links", "Evidence elsewhere: title and address"),
    ),
    "sub_items": (
        Key("action", "The id of the action"),
        Key("marker", "The letter or bullet of the source"),
        Key("text", "What it says"),
    ),
    **charts.TABLES,
}
"""Every table of a plan with its columns, in order. Columns may be added at the end."""

_OWN: Final = (
    Key("total", "How many actions are in the plan; those that left it are not counted"),
    Key(
        "counts",
        "How many of them stand at each level of the scale, are not rated, or have a status that "
        "is not published; they sum to total",
    ),
    Key("end_dates", "How many actions have which end_date_state"),
)
JSON: Final = json_keys(_OWN, TABLES)
"""Every key of a plan's ``data.json``."""


def files(record: PlanInFull, told: PlanProgress) -> dict[str, bytes]:
    """Return the files beside a plan's page by name: a CSV for each table, and ``data.json``."""
    rows = {
        "actions": [_action(record, one) for one in told.standings],
        "groups": list(_groups(record)),
        "updates": list(_updates(record)),
        "sub_items": list(_sub_items(record)),
        **charts.rows(record, told),
    }
    own = {
        "kind": record.plan.kind.value,
        "total": told.total,
        "counts": {one.level.code: one.number for one in told.counts},
        "end_dates": {state.value: count for state, count in told.end_dates},
    }
    return beside(record, own, TABLES, rows, empty=True)


def documented() -> Documented:
    """Return what the data page says of the files beside a plan."""
    return described("the page of a plan", _OWN, TABLES)


def _action(record: PlanInFull, one: Standing) -> Row:
    action, when = one.action, one.action.schedule
    newest = next(iter(action.updates_newest_first), None)
    judged = when.has_end_date and action.left_on is None

    def roles(ids: Iterable[str]) -> str:
        return LIST.join(record.role(owner) for owner in ids)

    return {
        "id": action.id,
        "number": action.number or "",
        "group": ACROSS.join(group.title for group in one.groups),
        "title": action.title,
        "owners": roles(action.owners),
        "schedule": when.as_written,
        "schedule_kind": when.kind.value,
        "first_day": day(when.first_day),
        "last_day": day(when.last_day),
        "end_date_state": when.end_date_state.value,
        "date_passed": ("yes" if one.date_passed else "no") if judged else "",
        "status": record.scale.level(action.status).label,
        "stage": action.stage.value if action.stage else "",
        "update_state": action.update_state.value,
        "latest_update_on": day(newest.on if newest else None),
        "latest_update": prose(newest.text) if newest else "",
        "forward_notes": LIST.join(prose(note.text) for note in action.forward_notes),
        "sub_items": LIST.join(
            f"{item.marker or ''} {prose(item.text)}".strip() for item in action.sub_items
        ),
        "support": roles(action.support),
        "reports_to": roles(action.reports_to),
        "percent_complete": "" if action.percent_complete is None else str(action.percent_complete),
        "targets": LIST.join(wording.target(target) for target in action.targets),
        "figures": LIST.join(wording.observation(seen) for seen in action.observations),
        "milestones": LIST.join(wording.milestone(point) for point in action.milestones),
        "depends_on": LIST.join(_dependency(record, need) for need in action.depends_on),
        "funding": LIST.join(wording.funding(fund) for fund in action.funding),
        "legal_duty": action.legal_duty or "",
        "tags": LIST.join(action.tags),
        "see_also": LIST.join(action.see_also),
        "left_on": day(action.left_on),
        "links": links(action.links),
        "source_item": (action.source.item if action.source else None) or "",
        "source_note": (action.source.note if action.source else None) or "",
    }


def _dependency(record: PlanInFull, need: Dependency) -> str:
    work = record.outside.get(need.outside or "")
    return wording.dependency(need, work.title if work else "")


def _groups(record: PlanInFull) -> Iterator[Row]:
    for _, chain in record.plan.walk_groups():
        group = chain[-1]
        yield {
            "id": group.id,
            "parent": chain[-2].id if chain[1:] else "",
            "kind": group.kind,
            "title": group.title,
            "actions": str(group.size),
            "number": group.number or "",
            "statement": prose(group.statement),
            "source_item": (group.source.item if group.source else None) or "",
            "source_note": (group.source.note if group.source else None) or "",
        }


def _updates(record: PlanInFull) -> Iterator[Row]:
    for _, _, action in record.plan.walk_actions():
        for update in action.updates:
            known = update.state not in {UpdateState.PLACEHOLDER, UpdateState.EMPTY}
            yield {
                "action": action.id,
                "on": day(update.on),
                "state": update.state.value,
                "kind": update.kind.value,
                "text": prose(update.text) if known else "",
                "dated_as_written": update.dated_as_written or "",
                "year": update.year or "",
                "links": links(update.links),
            }


def _sub_items(record: PlanInFull) -> Iterator[Row]:
    for _, _, action in record.plan.walk_actions():
        for item in action.sub_items:
            yield {"action": action.id, "marker": item.marker or "", "text": prose(item.text)}
