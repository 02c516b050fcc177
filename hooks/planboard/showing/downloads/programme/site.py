"""Site downloads: the tables beside the page of one site, its sessions beside the visits to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.arithmetic.programmes.activity import Activity
from planboard.showing.downloads.programme import activity, follow_up
from planboard.showing.downloads.programme.cells import (
    KEPT_BACK,
    KEPT_BACK_MEANS,
    codes,
    guarded,
    in_order,
    month,
)
from planboard.showing.downloads.tables import Documented, Key, Row, csv_of, json_of
from planboard.words.vocabulary.programmes import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sites import Site

__all__ = ["JSON", "TABLES", "documented", "files"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "sessions": (
        Key("month", "The month; every month of the period up to the as-at day is here"),
        Key("sessions", "How many sessions were held"),
        Key("abandoned", "How many sessions were begun and broken off"),
        Key("cancelled", "How many sessions were never begun"),
        Key(
            "vehicles_passed",
            f"How many vehicles passed while sessions were held; {activity.NOBODY_COUNTED}",
        ),
        Key(
            "over_threshold",
            f"How many of these were over the threshold; {activity.NOBODY_COUNTED}",
        ),
        Key("visits", "How many times the police visited the site"),
    ),
    "visits": tuple(
        key for key in follow_up.TABLES["visits"] if key.name in {"on", "by", "reason"}
    ),
    "outcomes": (
        Key("outcome", f"What came of it when the police stopped a driver: {codes(OUTCOMES)}"),
        Key(
            "drivers",
            f"With how many drivers in the whole period; {KEPT_BACK} where {KEPT_BACK_MEANS}",
        ),
    ),
}
"""Every table of a site with its columns, in order. Columns may be added at the end."""

JSON: Final = (
    Key("id", "Its name in its address"),
    Key("title", "Its name"),
    Key("kind", "site"),
    Key("as_at", "The last day on which the facts were true"),
    Key("published", "The last day of the stated time of publication; null where not stated"),
    Key("publisher", "Who publishes the programme"),
    Key("programme", "The id of the programme"),
    Key(
        "counts",
        "Totals of the whole period, as in data.json of the programme; letters and outcomes are "
        "not among them",
    ),
    Key("markers", f"What {KEPT_BACK} in place of a count means: {KEPT_BACK_MEANS}"),
    Key("site", "The row of the site in sites.csv of the programme"),
    *(Key(name, f"The rows of {name}.csv") for name in TABLES),
)
"""Every key of a site's ``data.json``."""


def files(record: ProgrammeInFull, told: ProgrammeTold, site: Site) -> dict[str, bytes]:
    """Return the files beside the page of one site by name: a CSV for each table, ``data.json``.

    A table without rows has no CSV; its list in ``data.json`` is empty.
    """
    head, found = record.head, told.followed_up
    visits, outcomes = found.visits.by_site[site.id], found.by_site[site.id]
    rows: dict[str, list[Row]] = {
        "sessions": in_order(TABLES["sessions"], _months(told, site)),
        "visits": in_order(TABLES["visits"], (follow_up.visit(record, one) for one in visits)),
        "outcomes": [
            {"outcome": one.value, "drivers": guarded(outcomes[one])} for one in OUTCOMES if visits
        ],
    }
    data = {
        "id": site.id,
        "title": site.name,
        "kind": "site",
        "as_at": head.as_at.last.isoformat(),
        "published": head.published.last.isoformat() if head.published else None,
        "publisher": record.publisher.name,
        "programme": record.id,
        "counts": {**activity.totals(told.done.by_site[site.id]), "visits": len(visits)},
        "markers": {KEPT_BACK: KEPT_BACK_MEANS},
        "site": activity.of_site(told, site),
        **rows,
    }
    made = {f"{name}.csv": csv_of(keys, rows[name]) for name, keys in TABLES.items() if rows[name]}
    return {**made, "data.json": json_of(data)}


def documented() -> Documented:
    """Return what the data page says of the files beside the page of a site."""
    tables = {f"{name}.csv": keys for name, keys in TABLES.items()}
    return Documented("the page of a site", {**tables, "data.json": JSON})


def _months(told: ProgrammeTold, site: Site) -> Iterator[Row]:
    """Yield every month of the period with its sessions beside its visits, were there any."""
    for first in told.done.by_month:
        done = told.done.by_site_month.get((site.id, first), Activity())
        visits = [one for one in told.followed_up.visits.by_month[first] if one.site == site.id]
        yield {"month": month(first), "visits": str(len(visits))} | activity.activity(done)
