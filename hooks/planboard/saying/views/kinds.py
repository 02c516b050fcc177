"""Kinds: a view of each kind of chart from its numbers; ranked, in pairs, or as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import wording
from planboard.saying.charts import bars, figures, lines
from planboard.saying.charts.figures import Series
from planboard.saying.views.drawn import (
    Columns,
    Drawing,
    DrawnRow,
    Head,
    Key,
    Level,
    Mark,
    Plot,
    Rect,
    Rows,
    Tick,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from planboard.saying.charts.bars import Number
    from planboard.saying.charts.lines import Axis, Line
    from planboard.saying.views.drawn import About, ChartView
    from planboard.saying.views.parts import Link

__all__ = ["line", "multiples", "one_bar", "pairs", "ranking"]

_MISSING: Final = "Not stated"
_MINUS: Final = "−"
_WHOLE: Final = "100%"
_SHORT: Final = 8
"""Up to how many letters a period has that fits under its point."""


def ranking(
    about: About,
    things: Sequence[Link],
    numbers: Sequence[Number | None],
    beside: Sequence[tuple[str, Number]] = (),
) -> ChartView:
    """Return ranked bars, the longest on top; equal numbers share their rank.

    ``things`` have a way each, where there is one. ``beside`` are rows after them on the same
    scale that have no rank, by their names.

    Raises:
        ValueError: a number is below zero, or above the end of the scale.
    """
    others = [one for _, one in beside]
    known = [one for one in (*numbers, *others) if one is not None]
    end = max(known, default=0) if about.largest is None else about.largest
    found = bars.ranked(numbers, end)
    rows = tuple(
        DrawnRow(
            title=things[one.index].title,
            url=things[one.index].url,
            numbers=(
                f"{one.rank or ''}{'=' if one.joint else ''}",
                _number(numbers[one.index]),
            ),
            drawing=one_bar(one.length),
        )
        for one in found
    )
    unranked = tuple(
        DrawnRow(name, ("", _number(one)), one_bar(length))
        for (name, one), length in zip(beside, bars.lengths(others, end), strict=True)
    )
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=(Head("Rank"), Head(about.noun)),
        parts=tuple(Rows(part) for part in (rows, unranked) if part),
        drawn=f"As a bar{_scale(about.largest)}",
    )
    in_order = [one.index for one in found]
    shown = (*(numbers[one] for one in in_order), *others)
    series = Series(about.noun, shown, series="1")
    labels = [*(things[one].title for one in in_order), *(name for name, _ in beside)]
    figure = figures.bars(labels, [series], about.noun, stacked=False, largest=about.largest)
    return about.chart(table, figure)


def pairs(
    about: About,
    things: Sequence[str],
    periods: tuple[str, str],
    before: Sequence[Number | None],
    after: Sequence[Number | None],
) -> ChartView:
    """Return two bars for each of ``things``, one for each period, with the change between them.

    No change in per cent is said: periods may differ in length (R038).

    Raises:
        ValueError: a number is below zero, or above the end of the scale.
    """
    found = bars.paired(before, after, about.largest)
    first, second = figures.looks(2)
    rows = tuple(
        DrawnRow(
            title=things[one.index],
            numbers=(
                _number(before[one.index]),
                _number(after[one.index]),
                _MISSING if one.change is None else _signed(one.change),
            ),
            drawing=Drawing(
                "pair",
                rects=tuple(
                    Rect("0%", y, length, "44%", series=series)
                    for length, y, series in ((one.before, "3%", first), (one.after, "53%", second))
                    if length
                ),
            ),
        )
        for one in found
    )
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=(Head(periods[0]), Head(periods[1]), Head("Change")),
        parts=(Rows(rows),),
        drawn=f"As bars{_scale(about.largest)}",
    )
    series = [
        Series(period, tuple(numbers[one.index] for one in found), series=look)
        for period, numbers, look in zip(periods, (before, after), (first, second), strict=True)
    ]
    keys = [Key(one.series, one.name, "bar") for one in series]
    labels = [things[one.index] for one in found]
    figure = figures.bars(labels, series, about.noun, stacked=False, largest=about.largest)
    return about.chart(table, figure, keys)


def line(
    about: About,
    periods: Sequence[str],
    named: Sequence[tuple[str, Sequence[Number | None]]],
    target: Number | None = None,
    baseline: Number | None = None,
) -> ChartView:
    """Return up to four lines over ``periods`` with their target and baseline, and their table.

    A missing number is a gap in the line, and words in the table.

    Raises:
        ValueError: there are more than four lines.
    """
    looks = figures.looks(len(named))
    levels = [
        (name, at) for name, at in (("Target", target), ("Baseline", baseline)) if at is not None
    ]
    all_numbers = [one for _, numbers in named for one in numbers]
    on = lines.axis([*all_numbers, *(at for _, at in levels)])
    drawn = [lines.line(numbers, on) for _, numbers in named]
    series = [
        Series(name, tuple(numbers), series=look)
        for (name, numbers), look in zip(named, looks, strict=True)
    ]
    across = [Series(name, (at,) * len(periods)) for name, at in levels]
    plot = Plot(
        words=f"{about.title}. The table has the numbers.",
        ticks=tuple(Tick(_number(one), f"{on.place(one):.2f}%") for one in on.ticks),
        periods=_labelled(periods),
        levels=tuple(
            Level(f"{name} {_number(at)}", f"{on.place(at):.2f}%", name.lower())
            for name, at in levels
        ),
        drawing=_lines("plot", looks, drawn),
    )
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=tuple(Head(name) for name, _ in named),
        parts=(
            Rows(
                tuple(
                    DrawnRow(
                        period, tuple(_number(numbers[at]) for _, numbers in named), Drawing("")
                    )
                    for at, period in enumerate(periods)
                )
            ),
        ),
    )
    keys = [Key(one.series, one.name, "spark") for one in series] if len(series) > 1 else []
    figure = figures.lines(periods, series, about.noun, across)
    return about.chart(table, figure, keys, plot)


def multiples(
    about: About,
    periods: Sequence[str],
    named: Sequence[tuple[str, Sequence[Number | None]]],
    *,
    upright: bool = False,
) -> ChartView:
    """Return small multiples: a row each with its numbers and a small line, all on one scale.

    ``upright`` bars stand in place of lines where each period is by itself. Any number of rows may
    be compared so, because each has its name beside it (R180).
    """
    on = lines.axis([one for _, numbers in named for one in numbers])
    scale = f"{_number(_short(on.low))} to {_number(_short(on.high))}"
    rows = tuple(
        DrawnRow(
            title=name,
            numbers=tuple(map(_number, numbers)),
            drawing=_columns(numbers, on)
            if upright
            else _lines("spark", ("1",), [lines.line(numbers, on)]),
        )
        for name, numbers in named
    )
    table = Columns(
        caption=about.caption,
        first=about.first,
        heads=tuple(map(Head, periods)),
        parts=(Rows(rows),),
        drawn=f"All on one scale, {scale}",
    )
    series = [Series(name, tuple(numbers), series="1") for name, numbers in named]
    return about.chart(table, figures.small(periods, series))


def one_bar(length: str, series: str = "1") -> Drawing:
    """Return a bar of this length; a number that is missing has none, and no bar."""
    return Drawing(
        "bar", rects=(Rect("0%", "0%", length, _WHOLE, series=series),) if length else ()
    )


def _columns(numbers: Sequence[Number | None], on: Axis) -> Drawing:
    """Return upright bars in a row."""
    return Drawing(
        "columns",
        rects=tuple(
            Rect(one.x, one.y, one.width, one.height, series="1")
            for one in lines.columns(numbers, on)
        ),
    )


def _lines(kind: str, looks: Iterable[str], drawn: Iterable[Line]) -> Drawing:
    found = tuple(zip(looks, drawn, strict=True))
    return Drawing(
        kind,
        ways=tuple(Way(look, one.way) for look, one in found if one.way),
        marks=tuple(Mark(look, at.x, at.y) for look, one in found for at in one.points),
    )


def _labelled(periods: Sequence[str]) -> tuple[Tick, ...]:
    """Return the words under a plot: the first and the last period, and one in the middle.

    The table has all of them; more would lie over one another on a phone. Short ones stand under
    their points, long ones begin or end at the edge.
    """
    last = len(periods) - 1
    wanted = sorted({0, last} | ({last // 2} if last % 2 == 0 else set())) if periods else []
    if max((len(periods[at]) for at in wanted), default=0) > _SHORT:
        edges = {0: ("start", "0%"), last: ("end", _WHOLE)}
        return tuple(Tick(periods[at], place, side) for at, (side, place) in edges.items())
    return tuple(Tick(periods[at], f"{100 * (at + 0.5) / len(periods):.2f}%") for at in wanted)


def _number(value: Number | None) -> str:
    """Return a number as it stands in a table; one that is missing is said to be."""
    return _MISSING if value is None else wording.number(value).replace("-", _MINUS)


def _scale(largest: Number | None) -> str:
    """Return what a column says of a scale that its numbers do not end: ``, 0 to 100``."""
    return "" if largest is None else f", 0 to {_number(largest)}"


def _short(value: Decimal) -> Decimal:
    """Return the end of a scale without zeros behind its point: 4 for 4.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value


def _signed(value: Number) -> str:
    """Return a change with its sign: ``+7``, ``−8``, ``0``."""
    return f"{'+' if value > 0 else ''}{_number(value)}"
