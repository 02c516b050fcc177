"""Figures: the same numbers as a plain dict for Plotly; the only module that knows its keys.

A figure has no template and no colour. Each trace says in ``meta`` which tone or series it is, and
the page gives it the colour that its bar has there. Its labels are escaped, because Plotly reads
them as a small HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.saying.charts.bars import Number

__all__ = ["MOST_SERIES", "Figure", "Series", "bars", "lines", "looks", "plain", "small"]

Figure = dict[str, Any]
"""``data`` and ``layout``, as plotly.js takes them."""

MOST_SERIES: Final = 4
"""More lines than this nobody tells apart (R180)."""
_LOOKS: Final = ((), ("1",), ("1", "4"), ("1", "2", "3"), ("1", "2", "3", "4"))
_PATTERNS: Final = {"1": "", "2": ".", "3": "x", "4": "/"}
_DASHES: Final = {"1": "solid", "2": "dash", "3": "dot", "4": "longdash"}
_LEVELS: Final = ("dash", "dot")
_SYMBOLS: Final = {"1": "circle", "2": "square", "3": "triangle-up", "4": "diamond"}
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_SIGNS: Final = str.maketrans({"<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers that belong together: their name, and what they look like.

    The look is the ``tone`` of a status, or else the number of a ``series``, as ``looks`` gives it.
    """

    name: str
    numbers: tuple[Number | None, ...]
    tone: str = ""
    series: str = ""


def looks(how_many: int) -> tuple[str, ...]:
    """Return the series of the palette for ``how_many`` of them, which differ in more than colour.

    Raises:
        ValueError: there are more than four; split them into small multiples.
    """
    if how_many > MOST_SERIES:
        raise ValueError("More than four series cannot be told apart: split the chart.")
    return _LOOKS[how_many]


def bars(
    labels: Sequence[str],
    series: Sequence[Series],
    noun: str,
    *,
    stacked: bool,
    largest: Number | None = None,
) -> Figure:
    """Return lying bars, the first of ``labels`` on top; ``noun`` is what the numbers count.

    ``stacked`` bars stand behind one another, others below one another. ``largest`` is where the
    scale ends, if its end is known.
    """
    end = {} if largest is None else {"range": [0, float(largest)]}
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": plain(one.name),
                "x": _values(one.numbers),
                **_bar_look(one),
            }
            for one in series
        ],
        "layout": {
            "barmode": "stack" if stacked else "group",
            "xaxis": {"title": {"text": plain(noun)}, "rangemode": "tozero", **end},
            # Places in place of names: two rows of the same name stay two rows.
            "yaxis": {
                "autorange": "reversed",
                "tickvals": list(range(len(labels))),
                "ticktext": [plain(one) for one in labels],
            },
        },
    }


def lines(
    periods: Sequence[str], series: Sequence[Series], noun: str, levels: Sequence[Series] = ()
) -> Figure:
    """Return lines over ``periods``, broken where a number is missing.

    ``levels`` are up to two lines without points, such as a target and a baseline.
    """
    return {
        "data": [
            *(_line(one, "lines+markers") for one in series),
            *(
                {**_line(one, "lines"), "line": {"dash": dash}}
                for one, dash in zip(levels, _LEVELS, strict=False)
            ),
        ],
        "layout": {
            "xaxis": _periods(periods),
            "yaxis": {"title": {"text": plain(noun)}, "rangemode": "tozero"},
        },
    }


def small(periods: Sequence[str], multiples: Sequence[Series]) -> Figure:
    """Return small multiples: a panel below the other for each of ``multiples``, on one scale."""
    panels = range(1, len(multiples) + 1)
    return {
        "data": [
            {**_line(one, "lines+markers"), "xaxis": "x", "yaxis": f"y{panel if panel > 1 else ''}"}
            for panel, one in zip(panels, multiples, strict=True)
        ],
        "layout": {
            "grid": {"rows": len(multiples), "columns": 1, "pattern": "coupled"},
            "showlegend": False,
            "xaxis": _periods(periods),
            **{
                f"yaxis{panel if panel > 1 else ''}": {
                    "title": {"text": plain(one.name)},
                    "rangemode": "tozero",
                    **({"matches": "y"} if panel > 1 else {}),
                }
                for panel, one in zip(panels, multiples, strict=True)
            },
        },
    }


def plain(text: str) -> str:
    """Return ``text`` so that Plotly shows it as it stands, whatever signs it has."""
    return _ENTITY.sub("&amp;", text).translate(_SIGNS)


def _periods(periods: Sequence[str]) -> dict[str, Any]:
    return {"tickvals": list(range(len(periods))), "ticktext": [plain(one) for one in periods]}


def _line(one: Series, mode: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": mode,
        "name": plain(one.name),
        "y": _values(one.numbers),
        "connectgaps": False,
        "line": {"dash": _DASHES.get(one.series, "solid")},
        "marker": {"symbol": _SYMBOLS.get(one.series, "circle")},
        "meta": {"series": one.series},
    }


def _bar_look(one: Series) -> dict[str, Any]:
    if one.tone:
        return {"meta": {"tone": one.tone}}
    pattern = _PATTERNS[one.series]
    marked = {"marker": {"pattern": {"shape": pattern}}} if pattern else {}
    return {"meta": {"series": one.series}, **marked}


def _values(numbers: Sequence[Number | None]) -> list[int | float | None]:
    return [float(one) if isinstance(one, Decimal) else one for one in numbers]
