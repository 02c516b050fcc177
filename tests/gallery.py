"""Gallery: a chart of every kind with invented numbers, and the page on which they hang."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from builders import a_group, a_plan, a_record, an_action
from planboard.arithmetic import progress
from planboard.saying.views import kinds
from planboard.saying.views.drawn import About
from planboard.saying.views.parts import Download, Link, Origin
from planboard.saying.views.plan import charts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.saying.views.drawn import ChartView

__all__ = ["GALLERY", "about", "hang", "html"]

ROOT = Path(__file__).parent.parent
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(ROOT / "overrides" / "fragments"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ALONE = _ENVIRONMENT.from_string(
    '{% from "chart.html" import chart %}{{ chart(view, "h2") -}}',
)
YEARS: Final = ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23")
TONES: Final = ("red", "amber_red", "amber", "amber_green", "green", "blue", "grey")
SYMBOLS: Final = "■◆▲▶●✓□"


def about(anchor: str, **said: str) -> About:
    """Return what stands around an invented chart."""
    given = {
        "title": f"The message of {anchor}",
        "sentence": "What the numbers are, and of when.",
        "caption": f"The numbers of {anchor}",
        "first": "Priority",
        "noun": "Areas",
        **said,
    }
    return About(
        anchor=anchor,
        csv=Download("These figures", f"{anchor}.csv", "CSV", "1 KB"),
        source=Origin(Link("Plan for the parks", "plans/parks/"), "Hill Town, as at May 2024"),
        title=given["title"],
        sentence=given["sentence"],
        caption=given["caption"],
        first=given["first"],
        noun=given["noun"],
    )


def _all_statuses() -> ChartView:
    """Return parts of bars in every tone there is."""
    levels = [
        {"code": code, "label": code.replace("_", " "), "counts_as": "none", "symbol": symbol}
        for code, symbol in zip(TONES, SYMBOLS, strict=True)
    ]
    actions = [an_action(id=str(at), status=one["code"]) for at, one in enumerate(levels)]
    groups = [
        a_group(id="rest", title="Places to rest", actions=actions),
        a_group(id="play", title="Places to play", actions=[an_action(id="9")]),
    ]
    record = a_record(a_plan(groups=groups, scale={"levels": levels}))
    return charts.status_by_group(record, progress.of_plan(record, 3), "plans/")


GALLERY: Final[Mapping[str, ChartView]] = {
    "statuses": _all_statuses(),
    "ranking": kinds.ranking(
        about("ranking"),
        [Link("Speeding", "speeding/"), Link("Parking", ""), Link("Litter", ""), Link("Noise", "")],
        [9, 18, 9, None],
        [("None named", 2)],
    ),
    "pairs": kinds.pairs(
        about("pairs"),
        ["Anti-social behaviour", "Speeding", "Parking", "Litter", "Noise"],
        ("January to March 2014", "April to August 2014"),
        [11, 17, 11, 0, None],
        [18, 9, 4, 0, 3],
    ),
    "line": kinds.line(
        about("line", first="Year", noun="Visits"),
        YEARS,
        [("Visits", [1200, 1350, None, 900, 1010])],
        target=1500,
        baseline=1100,
    ),
    "lines": kinds.line(
        about("lines", first="Year", noun="Visits"),
        YEARS,
        [
            ("North", [12, 15, 14, 18, 22]),
            ("South", [9, None, 7, 8, 8]),
            ("East", [4, 5, 2, None, 5]),
            ("West", [17, 16, 19, 20, 15]),
        ],
    ),
    "multiples": kinds.multiples(
        about("multiples", first="Area"),
        YEARS,
        [
            ("North", [12, 15, 14, 18, 22]),
            ("South", [9, None, 7, 8, 8]),
            ("East", [4, 5, 2, None, 5]),
            ("West", [17, 16, 19, 20, 15]),
            ("Centre", [1, 1, 0, 0, 3]),
        ],
    ),
    "upright": kinds.multiples(
        about("upright", first="Area"),
        YEARS,
        [("North", [12, 15, 14, 18, 22]), ("South", [9, None, 0, 8, 8])],
        upright=True,
    ),
}
"""A chart of each kind by a name, which is also its place on the page."""


def html(view: ChartView) -> str:
    """Return the fragment of one chart, as a page has it."""
    return _ALONE.render(view=view)


def hang(site: Path) -> None:
    """Put every chart into a copy of a written page of a built site, under ``gallery/``."""
    page = (site / "about" / "index.html").read_text("utf-8")
    hung = "".join(html(view) for view in GALLERY.values())
    around = (
        '<main id="main"><div class="md-typeset page page-wide"><h1>Gallery</h1>{}</div></main>'
    )
    (site / "gallery").mkdir(exist_ok=True)
    made = re.sub(r"<main.*</main>", lambda _: around.format(hung), page, flags=re.DOTALL)
    (site / "gallery" / "index.html").write_text(made, "utf-8")
