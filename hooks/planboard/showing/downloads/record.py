"""Record downloads: what is alike in the files beside every record, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from planboard.showing.downloads.tables import Documented, Key, Row, csv_of, json_of, links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.truth.in_full import RecordInFull

__all__ = ["documented", "files", "json_keys"]

_FIRST: Final = (
    Key("id", "Its name in its address"),
    Key("title", "Its title"),
    Key("kind", "What a plan calls itself; for another record what kind it is"),
    Key("as_at", "The last day on which the facts were true"),
    Key("published", "The last day of the stated time of publication; null where not stated"),
    Key("publisher", "Who publishes it"),
    Key("example", "Whether it is invented"),
)
_NEXT: Final = (
    Key("printed_title", "The title as printed, where it differs; else null"),
    Key("links", "Documents to read with it: title and address"),
)


def json_keys(own: Sequence[Key], tables: Mapping[str, Sequence[Key]]) -> tuple[Key, ...]:
    """Return every key of a record's ``data.json``: its own between those that all have."""
    rows = (Key(name, f"The rows of {name}.csv") for name in tables)
    return (*_FIRST, *own, *_NEXT, *rows)


def files(
    record: RecordInFull,
    own: Mapping[str, Any],
    tables: Mapping[str, Sequence[Key]],
    rows: Mapping[str, Sequence[Row]],
    *,
    empty: bool = False,
) -> dict[str, bytes]:
    """Return the files beside a record by name: a CSV for each table with rows, ``data.json``.

    ``own`` is what its ``data.json`` says beside the tables and what all records say; ``kind`` in
    it stands for the kind of record. A table without rows is an empty list there, and has a CSV
    only if ``empty``.
    """
    head = record.head
    data = {
        "id": record.id,
        "title": head.title,
        "kind": record.kind.value,
        "as_at": head.as_at.last.isoformat(),
        "published": head.published.last.isoformat() if head.published else None,
        "publisher": record.publisher.name,
        "example": head.example,
        **own,
        "printed_title": head.printed_title,
        "links": links(head.links),
        **{name: rows[name] for name in tables},
    }
    made = {
        f"{name}.csv": csv_of(keys, rows[name])
        for name, keys in tables.items()
        if rows[name] or empty
    }
    return {**made, "data.json": json_of(data)}


def documented(
    page: str,
    own: Sequence[Key],
    tables: Mapping[str, Sequence[Key]],
    beside: Mapping[str, Sequence[Key]] | None = None,
) -> Documented:
    """Return what the data page says of the files beside one kind of record.

    ``beside`` are files that are no table of the record, with what they hold.
    """
    named = {f"{name}.csv": keys for name, keys in tables.items()}
    return Documented(page, {**named, **(beside or {}), "data.json": json_keys(own, tables)})
