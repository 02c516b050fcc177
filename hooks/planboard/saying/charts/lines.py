"""Lines: numbers to points on a round axis; the only module that knows ticks and gaps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.saying.charts.bars import Number

__all__ = ["Axis", "Column", "Line", "Point", "axis", "columns", "line"]

_MOST_STEPS: Final = 5
_ROUND: Final = (1, 2, 5, 10)
_WHOLE: Final = 100
_GAP: Final = Decimal("0.2")
"""The share of the room of a column that stays empty."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from one round number to another, with the ticks on it from the bottom."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def place(self, number: Number) -> Decimal:
        """Return how far ``number`` is from the top, in per cent of the height."""
        return _WHOLE * (self.high - Decimal(number)) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Point:
    """Where one number stands, in per cent from the left and from the top."""

    index: int
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """The points of one line, and the way through them on a ground of 100 by 100.

    Where a number is missing the line is broken, and the way begins anew after it.
    """

    points: tuple[Point, ...]
    way: str


@dataclass(frozen=True, slots=True)
class Column:
    """One upright bar, in per cent from the left and from the top."""

    index: int
    x: str
    y: str
    width: str
    height: str


def axis(numbers: Sequence[Number | None], *, from_zero: bool = True) -> Axis:
    """Return the axis on which all of ``numbers`` stand, in at most seven round ticks.

    It begins at zero unless ``from_zero`` is false, which only lines may ask for: a bar is as long
    as its number. Lines that are to be compared share the axis of all their numbers.
    """
    known = [Decimal(one) for one in numbers if one is not None]
    ends = [*known, Decimal(0)] if from_zero or not known else known
    low, high = min(ends), max(ends)
    high += low == high
    step = _step(high - low)
    bottom = low // step - (low % step < 0)
    top = -(-high // step) + (high % step > 0)
    ticks = tuple(step * at for at in range(int(bottom), int(top) + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def _step(reach: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 5 times a power of ten that covers ``reach`` in few steps."""
    rough = reach / _MOST_STEPS
    power = Decimal(10) ** rough.adjusted()
    return next(power * one for one in _ROUND if power * one >= rough)


def line(numbers: Sequence[Number | None], on: Axis) -> Line:
    """Return the line through ``numbers``, evenly from left to right; what is missing is a gap."""
    points, way, joined = [], [], False
    for index, number in enumerate(numbers):
        if number is not None:
            x, y = _WHOLE * (index + Decimal("0.5")) / len(numbers), on.place(number)
            points.append(Point(index, f"{x:.2f}%", f"{y:.2f}%"))
            way.append(f"{'L' if joined else 'M'}{x:.2f} {y:.2f}")
        joined = number is not None
    return Line(tuple(points), "".join(way))


def columns(numbers: Sequence[Number | None], on: Axis) -> tuple[Column, ...]:
    """Return upright bars for ``numbers``, from zero; what is missing has none, zero is flat."""
    room = Decimal(_WHOLE) / max(1, len(numbers))
    ground = on.place(0)
    return tuple(
        Column(
            index=index,
            x=f"{room * (index + _GAP / 2):.2f}%",
            y=f"{min(ground, on.place(number)):.2f}%",
            width=f"{room * (1 - _GAP):.2f}%",
            height=f"{abs(ground - on.place(number)):.2f}%",
        )
        for index, number in enumerate(numbers)
        if number is not None
    )
