"""Charts: numbers to bars; knows shares and places, no view and no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Segment", "segments"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a stacked bar, in per cent of its whole length.

    ``index`` is its place in the numbers it was made from.
    """

    index: int
    start: str
    length: str


def segments(numbers: Sequence[int]) -> tuple[Segment, ...]:
    """Return the parts of one bar that ``numbers`` fill from the left; zeros take no part."""
    total = sum(numbers)
    parts, begun = [], 0
    for index, number in enumerate(numbers):
        if number:
            parts.append(
                Segment(index, _per_cent(begun, total), _per_cent(begun + number, total, begun))
            )
        begun += number
    return tuple(parts)


def _per_cent(number: int, total: int, less: int = 0) -> str:
    return f"{100 * (number - less) / total:.2f}%"
