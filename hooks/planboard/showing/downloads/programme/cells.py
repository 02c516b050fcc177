"""Cells: how a month and a guarded count stand in the tables of a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.showing.downloads.tables import Key, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from planboard.arithmetic.programmes.follow_up import Guarded
    from planboard.words.vocabulary.programmes import FollowUp

__all__ = [
    "KEPT_BACK",
    "KEPT_BACK_MEANS",
    "codes",
    "guarded",
    "guarded_keys",
    "guarded_row",
    "in_order",
    "month",
]

KEPT_BACK: Final = wording.WITHHELD
"""What stands in place of a count that is kept back, in CSV and JSON alike (R121, R178)."""
KEPT_BACK_MEANS: Final = (
    "the count is kept back, because it is small or would give a small one away"
)


def codes(found: Iterable[str]) -> str:
    """Return the codes of a closed list, as the meaning of a column names them."""
    return ", ".join(found)


def month(first: date) -> str:
    """Return a month by its first day: ``2025-04``."""
    return f"{first:%Y-%m}"


def guarded(count: Guarded) -> str:
    """Return a count of drivers or letters, or ``[c]`` for one that is kept back."""
    return KEPT_BACK if count is None else str(count)


def guarded_keys(kinds: Iterable[FollowUp], meanings: Mapping[FollowUp, str]) -> tuple[Key, ...]:
    """Return a column for each of ``kinds``, which says what ``[c]`` in it means."""
    return tuple(
        Key(kind.value, f"{meanings[kind]}; {KEPT_BACK} where {KEPT_BACK_MEANS}") for kind in kinds
    )


def guarded_row(kinds: Iterable[FollowUp], counts: Mapping[FollowUp, Guarded]) -> Row:
    """Return the cell of each of ``kinds`` by the name of its column."""
    return {kind.value: guarded(counts[kind]) for kind in kinds}


def in_order(keys: Sequence[Key], found: Iterable[Row]) -> list[Row]:
    """Return rows with the cells of a table in the order of its columns, and no other."""
    return [{key.name: row[key.name] for key in keys} for row in found]
