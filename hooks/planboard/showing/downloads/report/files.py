"""Files: all tables beside the page of a progress report, and what their keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.record import documented as described
from planboard.showing.downloads.record import files as beside
from planboard.showing.downloads.record import json_keys
from planboard.showing.downloads.report import evidence, measures
from planboard.showing.downloads.tables import LIST, Documented, Key, prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.measures import ReportTold
    from planboard.truth.in_full import ReportInFull

__all__ = ["JSON", "TABLES", "documented", "files"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {**measures.TABLES, **evidence.TABLES}
"""Every table of a report with its columns, in order. Columns may be added at the end."""

_OWN: Final = (
    Key("counts", "How many benefits have which status; they sum to all benefits"),
    Key("without_counts", "How many published figures in per cent do not say of how many"),
    Key("aim", "The aim as published; blank where not stated"),
    Key("objective", "What it was to reach as a whole"),
    Key("outline", "The headings of its own outline, in order"),
    Key("plan_priorities", "The priorities of the Police and Crime Plan that it refers to"),
)
JSON: Final = json_keys(_OWN, TABLES)
"""Every key of a report's ``data.json``."""


def files(record: ReportInFull, told: ReportTold) -> dict[str, bytes]:
    """Return the files beside a report's page by name: a CSV for each table, and ``data.json``.

    A table without rows has no CSV; its list in ``data.json`` is empty.
    """
    report = record.report
    own = {
        "counts": {status.value: number for status, number in told.benefits},
        "without_counts": told.without_counts,
        "aim": report.aim or "",
        "objective": prose(report.objective),
        "outline": LIST.join(one.title for one in report.outline),
        "plan_priorities": LIST.join(
            f"{one.number}: {one.title}" if one.number else one.title
            for one in report.plan_priorities
        ),
    }
    rows = {**measures.rows(record, told), **evidence.rows(record)}
    return beside(record, own, TABLES, rows)


def documented() -> Documented:
    """Return what the data page says of the files beside a report."""
    return described("the page of a progress report", _OWN, TABLES)
