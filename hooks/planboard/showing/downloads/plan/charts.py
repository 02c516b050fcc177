"""Chart downloads: the tables behind the charts of a plan, beside its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.arithmetic import mentions, quarters
from planboard.saying.charts import bars
from planboard.saying.views import parts
from planboard.showing.downloads.tables import Key, Row, day
from planboard.words.vocabulary.dates import EndDateState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.progress import PlanProgress
    from planboard.truth.in_full import PlanInFull

__all__ = ["TABLES", "rows"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "status_by_group": (
        Key("group", "The id of a group at the top; blank for actions under no group"),
        Key("title", "The heading of the group; blank for actions under no group"),
        Key("status", "The label of a level, Not rated, or Not published"),
        Key(
            "actions",
            "How many actions of the group have it, groups inside included; 0 is a true zero, and "
            "all rows sum to the total",
        ),
    ),
    "due_by_quarter": (
        Key(
            "quarter",
            "The quarter of a calendar year, as 2022-Q4 for October to December; a long time in "
            "which nothing is due is one row, as 2023-Q1/2024-Q3; blank where there is no end date",
        ),
        Key("first_day", "The first day of the quarter"),
        Key("last_day", "The last day of the quarter"),
        Key(
            "end_date_state",
            "stated for a quarter; for the rows after them why there is no end date: ongoing, "
            "start_only, to_be_confirmed, as_soon_as_possible, completed, not_stated",
        ),
        Key(
            "actions",
            "How many actions have an end date in the quarter, or none for that reason; all rows "
            "sum to the total",
        ),
        Key(
            "passed",
            "Whether all of it lies before the as-at day: yes, no; blank without a quarter",
        ),
    ),
    "owners": (
        Key("owner", "The id of an owner; blank for actions that name none"),
        Key("role", "What readers see; blank for actions that name none"),
        Key(
            "actions",
            "How many actions name it as owner; one with several counts for each of them",
        ),
        Key("rank", "The place in the order, shared by equal numbers; blank without an owner"),
    ),
}
"""The table of each chart with its columns, in order. Columns may be added at the end."""


def rows(record: PlanInFull, told: PlanProgress) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    return {
        "status_by_group": list(_status_by_group(told)),
        "due_by_quarter": list(_due_by_quarter(told)),
        "owners": list(_owners(record, told)),
    }


def _status_by_group(told: PlanProgress) -> Iterator[Row]:
    for one in told.groups:
        for count in parts.shown(one.counts, told.counts):
            yield {
                "group": one.group.id if one.group else "",
                "title": one.group.title if one.group else "",
                "status": count.level.label,
                "actions": str(count.number),
            }


def _due_by_quarter(told: PlanProgress) -> Iterator[Row]:
    by = quarters.of_plan(told)
    for one in by.quarters:
        yield {
            "quarter": one.code,
            "first_day": day(one.first),
            "last_day": day(one.last),
            "end_date_state": EndDateState.STATED.value,
            "actions": str(one.number),
            "passed": "yes" if one.passed else "no",
        }
    for state, number in by.others:
        blank = dict.fromkeys(("quarter", "first_day", "last_day", "passed"), "")
        yield {**blank, "end_date_state": state.value, "actions": str(number)}


def _owners(record: PlanInFull, told: PlanProgress) -> Iterator[Row]:
    named = mentions.numbers(told)
    ids = list(named)
    for one in bars.ranked(list(named.values())):
        owner = ids[one.index]
        yield {
            "owner": owner,
            "role": record.role(owner),
            "actions": str(named[owner]),
            "rank": str(one.rank),
        }
    if nobody := len(told.without_owner):
        yield {"owner": "", "role": "", "actions": str(nobody), "rank": ""}
