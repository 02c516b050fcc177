"""Files: all tables beside the pages of a programme, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.views.programme.return_form import TEMPLATE
from planboard.showing.downloads.programme import activity, follow_up, meetings, returned, site
from planboard.showing.downloads.programme.cells import KEPT_BACK, KEPT_BACK_MEANS
from planboard.showing.downloads.record import documented as described
from planboard.showing.downloads.record import files as beside
from planboard.showing.downloads.record import json_keys
from planboard.showing.downloads.tables import Documented, Key, csv_of, day, prose
from planboard.truth.model.programme.sessions import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["COLUMNS", "JSON", "TABLES", "documented", "files", "of_return", "of_site"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    **activity.TABLES,
    **follow_up.TABLES,
    **returned.TABLES,
    **meetings.TABLES,
}
"""Every table of a programme with its columns, in order. Columns may be added at the end."""

COLUMNS: Final = tuple(Session.model_fields)
"""The columns of a return, in their order (R010)."""

_OWN: Final = (
    Key(
        "counts",
        "Totals of the whole period, never kept back: planned, sessions, abandoned, cancelled, "
        "minutes, volunteer_minutes, vehicles_passed, over_threshold, highest_speed_mph, "
        "highest_speed_limit_mph, unplanned, visits, letters, drivers_stopped; null where not "
        "stated, and for vehicles where no session was held",
    ),
    Key("markers", f"What {KEPT_BACK} in place of a count means: {KEPT_BACK_MEANS}"),
    Key("suppress_below", "Counts of drivers by site, team or month below this are kept back"),
    Key("area", "The area of the programme"),
    Key("period", "The period that all figures are of, in words"),
    Key("first_day", "The first day of the period"),
    Key("last_day", "The last day of the period"),
    Key("return_days", "Every how many days a team sends in its return"),
    Key("threshold_note", "How it is decided from which speed a vehicle is noted down"),
    Key("how_to_join", "How somebody can become a volunteer"),
    Key("how_to_send", "How a team sends in its return"),
    Key(
        "results",
        "How many batches of results were returned to volunteers, how many they wait for, and "
        "waiting_since: the day from which they have waited longest; null where they do not",
    ),
    Key("deputies", "How many teams state their deputies (of), and how many of these have none"),
    Key("volunteers", "How many volunteers there are; null where no team states its members"),
)
JSON: Final = json_keys(_OWN, TABLES)
"""Every key of a programme's ``data.json``."""


def files(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, bytes]:
    """Return the files beside a programme's page by name: a CSV for each table, ``data.json``.

    A table without rows has no CSV; its list in ``data.json`` is empty. No single session is in
    any of them, and no position of a site that is not released.
    """
    programme, found = record.programme, told.followed_up
    own = {
        "counts": {
            **activity.totals(told.done.total),
            "visits": len(found.visits.all),
            "letters": found.letters,
            "drivers_stopped": found.stopped,
        },
        "markers": {KEPT_BACK: KEPT_BACK_MEANS},
        "suppress_below": programme.suppress_below,
        "area": programme.area,
        "period": wording.span(programme.period),
        "first_day": day(programme.period.first),
        "last_day": day(programme.period.last),
        "return_days": programme.return_days,
        "threshold_note": prose(programme.threshold_note),
        "how_to_join": prose(programme.how_to_join),
        "how_to_send": prose(programme.how_to_send),
        "results": {
            "returned": len(told.back.returned),
            "waiting": len(told.back.waiting),
            "waiting_since": day(told.back.waiting_since) or None,
        },
        "deputies": {"none": told.without_deputy, "of": told.deputies_known},
        "volunteers": told.volunteers,
    }
    rows = {
        **activity.rows(record, told),
        **follow_up.rows(record, told),
        **returned.rows(record, told),
        **meetings.rows(record),
    }
    return beside(record, own, TABLES, rows)


def of_site(record: ProgrammeInFull, told: ProgrammeTold, site_id: str) -> dict[str, bytes]:
    """Return the files beside the page of one site by name.

    Raises:
        KeyError: when the programme has no such site.
    """
    return site.files(record, told, record.sites[site_id])


def of_return() -> dict[str, bytes]:
    """Return the file beside the blank return: the names of the columns, and no row."""
    return {TEMPLATE: csv_of([Key(name, "") for name in COLUMNS], [])}


def documented() -> tuple[Documented, ...]:
    """Return what the data page says of all these files."""
    return (
        described("the page of a volunteer programme", _OWN, TABLES),
        site.documented(),
        Documented("the blank return of a programme", {TEMPLATE: _return_keys()}),
    )


def _return_keys() -> tuple[Key, ...]:
    """Return every column of a return with what it holds, as the record itself says it."""
    return tuple(
        Key(name, " ".join((field.description or "").split()).rstrip("."))
        for name, field in Session.model_fields.items()
    )
