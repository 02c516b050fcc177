"""Bars: numbers to bars, ranked or in pairs; the only module that knows lengths and ranks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Number",
    "Pair",
    "Ranked",
    "Segment",
    "lengths",
    "paired",
    "per_cent",
    "ranked",
    "segments",
]

Number = int | Decimal
"""What a bar or a point may show; what is missing is None, and never zero."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a stacked bar, in per cent of its whole length.

    ``index`` is its place in the numbers it was made from.
    """

    index: int
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """One bar among others, the longest first; ``index`` is its place in the numbers given.

    Equal numbers share a rank, which is then ``joint``. A number that is missing has neither rank
    nor length.
    """

    index: int
    rank: int | None
    joint: bool
    length: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two bars of one thing, before and after, on the scale that all pairs share.

    ``change`` is the second number less the first, or None where one is missing.
    """

    index: int
    before: str
    after: str
    change: Number | None


def segments(numbers: Sequence[int]) -> tuple[Segment, ...]:
    """Return the parts of one bar that ``numbers`` fill from the left; zeros take no part."""
    total = sum(numbers)
    parts, begun = [], 0
    for index, number in enumerate(numbers):
        if number:
            parts.append(Segment(index, per_cent(begun, total), per_cent(number, total)))
        begun += number
    return tuple(parts)


def lengths(numbers: Sequence[Number | None], largest: Number | None = None) -> tuple[str, ...]:
    """Return the length of a bar for each of ``numbers``, as a share of the largest.

    A number that is missing has no length, which is an empty text. Bars of several rows that are
    to be compared are given their common ``largest``.

    Raises:
        ValueError: a number is below zero, or above ``largest``; no bar would be true.
    """
    known = [one for one in numbers if one is not None]
    full = max(known, default=0) if largest is None else largest
    if any(one < 0 or one > full for one in known):
        raise ValueError("A bar shows numbers from zero to the largest, and no other.")
    return tuple("" if one is None else per_cent(one, full) for one in numbers)


def ranked(numbers: Sequence[Number | None], largest: Number | None = None) -> tuple[Ranked, ...]:
    """Return a bar for each of ``numbers``, the largest first, equal ones in their order.

    The rank after two that share one is left out: 1, 2, 2, 4. What is missing stands last.
    ``largest`` is that of ``lengths``.

    Raises:
        ValueError: a number is below zero, or above ``largest``.
    """
    known = [one for one in numbers if one is not None]
    long = lengths(numbers, largest)

    def of(index: int, number: Number | None) -> Ranked:
        if number is None:
            return Ranked(index, None, joint=False, length="")
        rank = 1 + sum(one > number for one in known)
        return Ranked(index, rank, joint=known.count(number) > 1, length=long[index])

    found = [of(index, number) for index, number in enumerate(numbers)]
    return tuple(sorted(found, key=lambda one: (one.rank is None, one.rank or 0)))


def paired(
    before: Sequence[Number | None],
    after: Sequence[Number | None],
    largest: Number | None = None,
) -> tuple[Pair, ...]:
    """Return the bars of two periods in pairs, the largest of the second period first.

    All bars share one scale, so that they can be compared both ways (R035).

    ``largest`` is that of ``lengths``, or else the largest number of all.

    Raises:
        ValueError: the periods have not as many numbers, or one is below zero or above ``largest``.
    """
    if len(before) != len(after):
        raise ValueError("Two periods are compared number by number, so they need as many.")
    if largest is None:
        largest = max((one for one in (*before, *after) if one is not None), default=0)
    found = [
        Pair(
            index,
            first,
            second,
            None if was is None or now is None else now - was,
        )
        for index, (was, now, first, second) in enumerate(
            zip(before, after, lengths(before, largest), lengths(after, largest), strict=True)
        )
    ]

    def largest_first(one: Pair) -> tuple[bool, Number, bool, Number]:
        now, was = after[one.index], before[one.index]
        return now is None, -(now or 0), was is None, -(was or 0)

    return tuple(sorted(found, key=largest_first))


def per_cent(number: Number, whole: Number) -> str:
    """Return a share as per cent with two decimals; no share of nothing is 0."""
    return f"{100 * Decimal(number) / Decimal(whole):.2f}%" if whole else "0.00%"
