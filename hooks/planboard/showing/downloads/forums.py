"""Forums downloads: the tables beside the page of a record of forums, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying.views.forums import form
from planboard.showing.downloads import forums_counts, forums_returns
from planboard.showing.downloads.record import documented as described
from planboard.showing.downloads.record import files as beside
from planboard.showing.downloads.record import json_keys
from planboard.showing.downloads.tables import Documented, Key, csv_of, json_of, prose

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planboard.arithmetic.priorities.meetings import Meeting
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.truth.in_full import ForumsInFull

__all__ = ["JSON", "TABLES", "TEMPLATE", "documented", "files"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {**forums_counts.TABLES, **forums_returns.TABLES}
"""Every table of a record of forums with its columns, in order."""

_OWN: Final = (
    Key(
        "counts",
        "How many areas there are, are covered and are vacant, how many returns there are, came in "
        "time and wait; null where not known",
    ),
)
JSON: Final = json_keys(_OWN, TABLES)
"""Every key of the ``data.json`` of a record of forums."""

TEMPLATE: Final = (
    "forum",
    "met_on",
    "attendance_elected_members",
    "attendance_residents",
    "police",
    "agreed",
    *(f"priorities_{number}" for number in (1, 2, 3)),
    *(f"progress_{number}_{key}" for number in (1, 2, 3) for key in ("priority", "text")),
    *(
        f"actions_wanted_{number}_{key}"
        for number in (1, 2, 3)
        for key in ("text", "required_by", "raised_by")
    ),
    *(f"concerns_{number}" for number in (1, 2, 3)),
    *(f"good_news_{number}" for number in (1, 2, 3)),
    "tensions_1_text",
    *(
        f"events_{number}_{key}"
        for number in (1, 2, 3)
        for key in ("on", "kind", "place", "outcome")
    ),
    *(
        f"objectives_{number}_{key}"
        for number in (1, 2, 3)
        for key in ("objective", "done", "evidence")
    ),
    "returned_on",
    "handled_on",
)
"""The columns of a file of returns, in the order of the form (R055)."""

_POLICE_UK: Final = "police_uk_priorities.json"


def files(record: ForumsInFull, told: ForumsTold) -> dict[str, bytes]:
    """Return the files beside the page by name: a CSV for each table, and those for programs.

    A table without a row has no file, and is an empty list in ``data.json``.
    """
    covered, came = told.coverage, told.timeliness
    own = {
        "counts": {
            "areas": covered.areas if covered else None,
            "covered": covered.filled if covered else None,
            "vacant": covered.vacant if covered else None,
            "returns": came.total if came else None,
            "on_time": came.on_time if came else None,
            "waiting": came.waiting if came else None,
        }
    }
    rows = {**forums_counts.rows(record, told), **forums_returns.rows(record, told)}
    made = beside(record, own, TABLES, rows)
    made[form.TEMPLATE] = csv_of([Key(name, "") for name in TEMPLATE], [])
    if told.meetings:
        made[_POLICE_UK] = json_of(_police_uk(told))
    return made


def documented() -> Documented:
    """Return what the data page says of the files beside a record of forums."""
    return described(
        "the page of forum priorities",
        _OWN,
        TABLES,
        {
            form.TEMPLATE: (
                Key("forum, met_on and so on", "The questions of the form, a row for each meeting"),
            ),
            _POLICE_UK: (
                Key(
                    "the id of each forum",
                    "Its priorities, newest first, each as data.police.uk gives them: issue, "
                    "issue-date, action, action-date; the last two are null until something is "
                    "reported",
                ),
            ),
        },
    )


def _police_uk(told: ForumsTold) -> dict[str, list[dict[str, str | None]]]:
    """Return the priorities of each forum in the shape of data.police.uk (R175).

    What was reported at the next meeting is the action, on the day of that meeting.
    """
    found: dict[str, list[dict[str, str | None]]] = {one.forum.id: [] for one in told.standings}
    after: dict[str, Meeting] = {}
    for one in reversed(told.meetings):
        then = after.get(one.back.forum)
        said = {entry.priority: entry.text for entry in then.back.progress} if then else {}
        for label in one.back.priorities:
            acted = then is not None and label in said
            found.setdefault(one.back.forum, []).append(
                {
                    "issue": label,
                    "issue-date": _moment(one.back.met_on),
                    "action": prose(said[label]) if acted else None,
                    "action-date": _moment(then.back.met_on) if acted and then else None,
                }
            )
        after[one.back.forum] = one
    return found


def _moment(value: date) -> str:
    return f"{value.isoformat()}T00:00:00"
