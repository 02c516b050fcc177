"""Forums counts downloads: the tables of what was named, by whom, and where nobody reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.tables import LIST, Key, Row, day, figure, prose, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.priorities.counts import Named, Priority
    from planboard.arithmetic.priorities.meetings import ForumStanding
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.truth.in_full import ForumsInFull

__all__ = ["TABLES", "rows"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "priorities": (
        Key("priority", "The priority, as written"),
        Key("period", "The id of the period"),
        Key(
            "areas",
            "How many areas named it; 0 is a true zero, blank where the source prints no figure",
        ),
        Key("parts", "The parts of a figure as printed, such as 3 + 1; blank where it has none"),
        Key("period_label", "The name of the period as printed"),
        Key("kind", "priority, or named_none for the row of areas that named no priority"),
        Key("rank", "Its place in the period, shared by equal figures; blank where it has none"),
        Key("joint", "Whether others share the place: yes, no; blank where it has none"),
        Key("change", "The figure less that of the period before, in the last period only"),
        Key(
            "movement",
            "How it moved, in the last period only: new, up, same, down, dropped, not_stated",
        ),
        Key("marker", "x where the source prints no figure"),
    ),
    "periods": (
        Key("id", "Its name in this record"),
        Key("label", "Its name as printed"),
        Key("first_day", "Its first day"),
        Key("last_day", "Its last day"),
        Key("total", "The sum of its column, without the areas that named no priority"),
        Key("named_none", "How many areas named no priority; blank where not known"),
        Key("returns_expected", "How many returns should have come; blank where not stated"),
        Key("returns_received", "How many came; blank where not stated"),
        Key("returns_on_record", "How many of them are in returns.csv"),
    ),
    "coverage": (
        Key("area", "The id of an area"),
        Key("name", "Its name"),
        Key("kind", "What kind of area it is"),
        Key("parent", "The id of the area it is a part of"),
        Key("role", "As what somebody is appointed there"),
        Key("state", "filled, vacant, resigned; blank for an area with no place on record"),
        Key("since", "The first day of it"),
        Key("until", "The last day of it"),
        Key("covered", "Whether somebody was appointed there on the as-at day: yes, no"),
    ),
    "forums": (
        Key("id", "Its name for ever; its place on the page is #forum-id"),
        Key("name", "What readers see"),
        Key("area", "The id of its area"),
        Key("priorities", "What it named at its newest meeting"),
        Key("set_on", "The day of that meeting; blank while it has no return"),
        Key("before", "What it named at the meeting before"),
        Key("review_due", "The day by which the priorities should be looked at again"),
        Key("due_for_review", "Whether that day had passed on the as-at day: yes, no"),
    ),
    "contacts": (
        Key("organisation", "The name of an organisation"),
        Key("kind", "What kind of organisation it is"),
        Key(
            "frequency",
            "How often there is contact: once, monthly, quarterly, half_yearly, yearly, as_needed; "
            "blank where not stated",
        ),
        Key("method", "In what way"),
    ),
    "objectives": (
        Key("id", "Its name for ever; its place on the page is #objective-id"),
        Key("number", "The number as printed"),
        Key("text", "What is asked"),
        Key("target", "The figure to reach; blank where there is none"),
        Key("operator", "How it is to be read: at_least, at_most, exactly; blank without one"),
        Key("what", "What it counts"),
        Key("by", "The day by which it is to be done"),
        Key("when", "When, where it is no one day"),
        Key("done", "How many returns say that it is done"),
        Key("not_done", "How many say that it is not"),
    ),
}
"""Every table with its columns, in order. Columns may be added at the end."""


def rows(record: ForumsInFull, told: ForumsTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    return {
        "priorities": list(_priorities(told)),
        "periods": list(_periods(told)),
        "coverage": list(_coverage(record, told)),
        "forums": [_forum(one) for one in told.standings],
        "contacts": list(_contacts(record)),
        "objectives": list(_objectives(told)),
    }


def _priorities(told: ForumsTold) -> Iterator[Row]:
    counts = told.counts
    last = len(counts.periods) - 1
    for one in counts.priorities:
        for at, (named, of) in enumerate(zip(one.named, counts.periods, strict=True)):
            moved = _movement(one) if at == last else {"change": "", "movement": ""}
            yield {
                "priority": one.label,
                "period": of.period.id,
                "period_label": of.period.label,
                "kind": "priority",
                **_figure(named),
                **moved,
            }
    for of in counts.periods if any(one.named_none is not None for one in counts.periods) else ():
        blank = dict.fromkeys(("parts", "rank", "joint", "change", "movement"), "")
        yield {
            "priority": counts.none_label,
            "period": of.period.id,
            "period_label": of.period.label,
            "kind": "named_none",
            "areas": figure(of.named_none),
            "marker": "x" if of.named_none is None else "",
            **blank,
        }


def _figure(named: Named) -> Row:
    return {
        "areas": figure(named.areas),
        "parts": " + ".join(map(str, named.parts)),
        "rank": figure(named.rank),
        "joint": yes_no(named.joint) if named.rank else "",
        "marker": "x" if named.areas is None else "",
    }


def _movement(one: Priority) -> Row:
    return {
        "change": figure(one.change),
        "movement": one.movement.value if one.movement else "",
    }


def _periods(told: ForumsTold) -> Iterator[Row]:
    for one in told.counts.periods:
        yield {
            "id": one.period.id,
            "label": one.period.label,
            "first_day": day(one.period.first_day),
            "last_day": day(one.period.last_day),
            "total": str(one.total),
            "named_none": figure(one.named_none),
            "returns_expected": figure(one.expected),
            "returns_received": figure(one.received),
            "returns_on_record": str(one.on_record),
        }


def _coverage(record: ForumsInFull, told: ForumsTold) -> Iterator[Row]:
    forums = record.forums
    for area in forums.areas:
        places = [one for one in forums.appointments if one.area == area.id]
        for place in places or (None,):
            yield {
                "area": area.id,
                "name": area.name,
                "kind": area.kind or "",
                "parent": area.parent or "",
                "role": (place.role or forums.appointee_name) if place else "",
                "state": place.state.value if place else "",
                "since": day(place.since) if place else "",
                "until": day(place.until) if place else "",
                "covered": yes_no(area.id in told.covered),
            }


def _forum(one: ForumStanding) -> Row:
    latest, before = one.latest, one.before
    return {
        "id": one.forum.id,
        "name": one.forum.name,
        "area": one.forum.area,
        "priorities": LIST.join(latest.back.priorities) if latest else "",
        "set_on": day(latest.back.met_on) if latest else "",
        "before": LIST.join(before.back.priorities) if before else "",
        "review_due": day(one.review_due),
        "due_for_review": yes_no(one.due_for_review) if one.review_due else "",
    }


def _contacts(record: ForumsInFull) -> Iterator[Row]:
    for one in record.forums.contacts:
        yield {
            "organisation": one.organisation,
            "kind": one.kind,
            "frequency": one.frequency.value if one.frequency else "",
            "method": one.method or "",
        }


def _objectives(told: ForumsTold) -> Iterator[Row]:
    for one in told.objectives:
        objective = one.objective
        yield {
            "id": objective.id,
            "number": objective.number or "",
            "text": prose(objective.text),
            "target": figure(objective.target),
            "operator": objective.operator.value if objective.target is not None else "",
            "what": objective.what or "",
            "by": day(objective.by),
            "when": objective.when or "",
            "done": str(one.done),
            "not_done": str(one.not_done),
        }
