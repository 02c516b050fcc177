"""Glossary downloads: the table of abbreviations beside its page, and what its keys say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.views import parts, places
from planboard.showing.downloads.tables import LIST, Documented, Key, Row, csv_of, json_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.rules.abbreviations import Listed

__all__ = ["JSON", "TABLE", "documented", "files"]

_NOT_KNOWN: Final = "not_known"

TABLE: Final[tuple[Key, ...]] = (
    Key("term", "The abbreviation as records write it, without the s of a plural"),
    Key("expansion", "What it stands for; blank where nobody has spelt it out for us"),
    Key(
        "basis",
        "Who says so: document (a published one), law (or its guidance), local (the body that uses "
        "it), public (the organisation itself or a public body); not_known where nobody has",
    ),
    Key("source", "Which document, law or body that is; blank where it is not named"),
    Key("meaning", "What it is, in plain words; blank where that is not told"),
    Key("plans", "The records that use it: a plan by its id, others by kind and id"),
    Key("places", "In how many places of these records it stands; 0 is a true zero"),
    Key("first_place", "The address of the first of them, from the top of the site"),
)
"""The columns of ``glossary.csv``, in order. Columns may be added at the end."""

JSON: Final[tuple[Key, ...]] = (
    Key("title", "The title of the page"),
    Key("counts", "How many abbreviations are spelt_out and how many not_spelt_out"),
    Key("glossary", "The rows of glossary.csv"),
)
"""Every key of the glossary's ``data.json``."""


def files(listed: Iterable[Listed]) -> dict[str, bytes]:
    """Return the files beside the glossary by name: a row for each abbreviation, A to Z."""
    table = [_row(one) for one in listed]
    unknown = sum(row["basis"] == _NOT_KNOWN for row in table)
    data = {
        "title": wording.GLOSSARY,
        "counts": {"spelt_out": len(table) - unknown, "not_spelt_out": unknown},
        "glossary": table,
    }
    return {"glossary.csv": csv_of(TABLE, table), "data.json": json_of(data)}


def documented() -> Documented:
    """Return what the data page says of the files beside the glossary."""
    return Documented("the glossary", {"glossary.csv": TABLE, "data.json": JSON})


def _row(one: Listed) -> Row:
    term = one.term
    return {
        "term": one.word,
        "expansion": term.expansion if term else "",
        "basis": term.basis.value if term else _NOT_KNOWN,
        "source": (term.source if term else None) or "",
        "meaning": "\n\n".join(parts.paragraphs(term.meaning if term else None)),
        "plans": LIST.join(record.key for record, _ in one.uses),
        "places": str(sum(use.times for _, use in one.uses)),
        "first_place": next((places.address(record, use) for record, use in one.uses), ""),
    }
