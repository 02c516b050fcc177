"""Files: all tables beside the page of a progress report, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planboard.showing.downloads.report import evidence, measures
from planboard.showing.downloads.tables import (
    LIST,
    Documented,
    Key,
    Row,
    csv_of,
    json_of,
    links,
    prose,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.measures import ReportTold
    from planboard.truth.collection import ReportInFull

__all__ = ["JSON", "TABLES", "documented", "files"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {**measures.TABLES, **evidence.TABLES}
"""Every table of a report with its columns, in order. Columns may be added at the end."""

JSON: Final[tuple[Key, ...]] = (
    Key("id", "The name of the report in its address"),
    Key("title", "The title of the report"),
    Key("kind", "The kind of record: report"),
    Key("as_at", "The last day on which the facts were true"),
    Key("published", "The last day of the stated time of publication; null where not stated"),
    Key("publisher", "Who publishes it"),
    Key("counts", "How many benefits have which status; they sum to all benefits"),
    Key("without_counts", "How many figures in per cent do not say of how many"),
    Key("printed_title", "The title as printed, where it differs; else null"),
    Key("links", "Documents to read with the report: title and address"),
    Key("aim", "The aim as published; blank where not stated"),
    Key("objective", "What it was to reach as a whole"),
    Key("outline", "The headings of its own outline, in order"),
    Key("plan_priorities", "The priorities of the Police and Crime Plan that it refers to"),
    *(Key(name, f"The rows of {name}.csv") for name in TABLES),
)
"""Every key of a report's ``data.json``."""


def files(record: ReportInFull, told: ReportTold) -> dict[str, bytes]:
    """Return the files beside a report's page by name: a CSV for each table, and ``data.json``.

    A table without rows has no CSV; its list in ``data.json`` is empty.
    """
    tables = {**measures.rows(record, told), **evidence.rows(record)}
    made = {f"{name}.csv": csv_of(TABLES[name], tables[name]) for name in TABLES if tables[name]}
    made["data.json"] = json_of(_json(record, told, tables))
    return made


def documented() -> Documented:
    """Return what the data page says of the files beside a report."""
    tables = {f"{name}.csv": keys for name, keys in TABLES.items()}
    return Documented("the page of a progress report", {**tables, "data.json": JSON})


def _json(
    record: ReportInFull, told: ReportTold, tables: Mapping[str, list[Row]]
) -> dict[str, Any]:
    report = record.report
    return {
        "id": record.id,
        "title": report.title,
        "kind": record.kind.value,
        "as_at": told.day.isoformat(),
        "published": report.published.last.isoformat() if report.published else None,
        "publisher": record.publisher.name,
        "counts": {status.value: number for status, number in told.benefits},
        "without_counts": told.without_counts,
        "printed_title": report.printed_title,
        "links": links(report.links),
        "aim": report.aim or "",
        "objective": prose(report.objective),
        "outline": LIST.join(one.title for one in report.outline),
        "plan_priorities": LIST.join(
            f"{one.number}: {one.title}" if one.number else one.title
            for one in report.plan_priorities
        ),
        **{name: tables[name] for name in TABLES},
    }
