"""Tables: rows to CSV and JSON, and how a key is documented; knows no kind of record."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from planboard.saying.views import parts
from planboard.words.formulas import guarded, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from planboard.truth.model.fields import Link

__all__ = [
    "ACROSS",
    "LIST",
    "Documented",
    "Key",
    "Row",
    "csv_of",
    "day",
    "figure",
    "guarded",
    "json_of",
    "links",
    "prose",
    "unguarded",
    "yes_no",
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


def prose(text: str | None) -> str:
    """Return ``text`` as paragraphs of one line each; blank for none."""
    return "\n\n".join(parts.paragraphs(text))


def figure(value: object) -> str:
    """Return a figure as it is; blank for none, and a zero is no blank."""
    return "" if value is None else str(value)


def yes_no(value: bool | None) -> str:  # noqa: FBT001 - a value to put in words, no switch
    """Return ``yes`` or ``no``; blank where it is not known."""
    return "" if value is None else "yes" if value else "no"


def links(found: Iterable[Link]) -> str:
    """Return evidence elsewhere in one cell: each with its title and address."""
    return LIST.join(f"{link.title} ({link.url})" for link in found)


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
