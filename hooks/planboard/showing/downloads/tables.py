"""Tables: rows to CSV and JSON, and how a key is documented; knows no record."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from planboard.words.formulas import guarded, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

__all__ = [
    "ACROSS",
    "LIST",
    "Documented",
    "Key",
    "Row",
    "csv_of",
    "day",
    "guarded",
    "json_of",
    "unguarded",
]

ACROSS: Final = " › "
"""What joins the groups above an action."""
LIST: Final = "; "
"""What joins the entries of a list in one cell."""

Row = dict[str, str]
"""One row of a table: text by the name of its column."""


@dataclass(frozen=True, slots=True)
class Key:
    """One column of a CSV or key of a JSON record, and what it says."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Documented:
    """The files beside one kind of page: which page, and the keys of each file by its name."""

    page: str
    files: Mapping[str, Sequence[Key]]


def day(value: date | None) -> str:
    """Return a day as ISO 8601 has it; blank for none."""
    return value.isoformat() if value else ""


def csv_of(keys: Sequence[Key], rows: Iterable[Row]) -> bytes:
    """Return ``rows`` as RFC 4180 asks, in UTF-8 with the byte order mark spreadsheets need."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([key.name for key in keys])
    for row in rows:
        writer.writerow([guarded(row[key.name]) for key in keys])
    return text.getvalue().encode("utf-8-sig")


def json_of(data: Mapping[str, Any]) -> bytes:
    """Return ``data`` as JSON in UTF-8, its keys in their order."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
