"""Drawn views: what a chart of any kind may say, as a table with its drawing."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.saying.charts.bars import Number
    from planboard.saying.charts.figures import Figure
    from planboard.saying.views.parts import Download, Origin, Tag

__all__ = [
    "About",
    "ChartView",
    "Columns",
    "Drawing",
    "DrawnRow",
    "Head",
    "Key",
    "Level",
    "Mark",
    "Plot",
    "Rect",
    "Rows",
    "Tick",
    "Way",
]


@dataclass(frozen=True, slots=True)
class Rect:
    """A bar or a part of one, in per cent of its drawing, with the tone or series it is."""

    x: str
    y: str
    width: str
    height: str
    tone: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one line on a ground of 100 by 100."""

    series: str
    way: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark at one point of a line, in per cent."""

    series: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the last cell of a row draws; ``kind`` is bar, pair, columns or spark.

    ``words`` say it to those who do not see it, where the numbers of its row do not.
    """

    kind: str
    words: str = ""
    rects: tuple[Rect, ...] = ()
    ways: tuple[Way, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column of numbers; a status has its tag."""

    label: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """One row: what it is, its numbers in words, and its drawing; a quiet note may follow."""

    title: str
    numbers: tuple[str, ...]
    drawing: Drawing
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that belong together, under a heading where there is more than one such part."""

    rows: tuple[DrawnRow, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """The table of a chart: its name, the head of its first column, and of each with numbers.

    ``drawn`` is the head of the last cell; where it is empty the table has no drawing in it.
    ``light`` is a number that stands back so that the others are seen, such as 0.
    """

    caption: str
    first: str
    heads: tuple[Head, ...]
    parts: tuple[Rows, ...]
    totals: tuple[str, ...] = ()
    drawn: str = ""
    light: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What one series is called; ``kind`` is bar or spark, as it is drawn."""

    series: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tick:
    """Words at a place along an axis, in per cent; ``side`` is where they begin: start or end."""

    label: str
    place: str
    side: str = "middle"


@dataclass(frozen=True, slots=True)
class Level:
    """A line across, such as a target, and the words on it."""

    label: str
    place: str
    kind: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Lines over periods; ``words`` say it to those who do not see it."""

    words: str
    ticks: tuple[Tick, ...]
    periods: tuple[Tick, ...]
    levels: tuple[Level, ...]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart: a title that says its message, a sentence, the table, its file and its source.

    ``figure`` is the same chart for plotly.js, as JSON. ``notes`` are what must be known of its
    numbers, wherever the chart stands.
    """

    anchor: str
    title: str
    sentence: str
    keys: tuple[Key, ...]
    plot: Plot | None
    table: Columns
    csv: Download
    source: Origin
    figure: str
    notes: tuple[str, ...] = ()

    def saying(self, words: Mapping[tuple[str, str], str]) -> ChartView:
        """Return the chart with ``words`` in its table in place of some numbers.

        Each has the title of its row and the head of its column: "over 50%", or why a number is
        missing, which a number alone would not say.
        """
        heads = [one.label for one in self.table.heads]

        def said(row: DrawnRow) -> DrawnRow:
            cells = zip(heads, row.numbers, strict=True)
            numbers = tuple(words.get((row.title, head), number) for head, number in cells)
            return replace(row, numbers=numbers)

        parts = tuple(replace(one, rows=tuple(map(said, one.rows))) for one in self.table.parts)
        return replace(self, table=replace(self.table, parts=parts))


class About(NamedTuple):
    """What is said around a chart of any kind; ``noun`` is what its numbers count.

    ``largest`` is where the scale of its bars ends, such as 100 for per cent; without it the
    largest number fills its row.
    """

    anchor: str
    title: str
    sentence: str
    caption: str
    first: str
    noun: str
    csv: Download
    source: Origin
    notes: tuple[str, ...] = ()
    largest: Number | None = None

    def chart(
        self, table: Columns, figure: Figure, keys: Iterable[Key] = (), plot: Plot | None = None
    ) -> ChartView:
        """Return the view of the chart that has ``table`` and ``figure``."""
        return ChartView(
            anchor=self.anchor,
            title=self.title,
            sentence=self.sentence,
            keys=tuple(keys),
            plot=plot,
            table=table,
            csv=self.csv,
            source=self.source,
            figure=json.dumps(figure, ensure_ascii=False, separators=(",", ":")),
            notes=self.notes,
        )
