"""Every status and every part of a chart stands out, whatever colours the reader has asked for.

It is read from pictures: axe does not look at charts, nor at colours that are forced or printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from browser.pixels import contrast, faint
from browser.windows import MAIN, PAGES, PLAN, SHEET, WIDE, add_style, source

if TYPE_CHECKING:
    from pathlib import Path

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

WORDS = ".status-tag, svg text"
PARTS = "svg rect[data-tone], svg [data-series]"
# with several pixels to one of the page, a thin line has some of its own
SHARP: dict[str, Any] = {"size": WIDE, "device_scale_factor": 2}
STATES: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced on light": {"color_scheme": "light", "forced_colors": "active"},
    "forced on dark": {"color_scheme": "dark", "forced_colors": "active"},
    "paper without colours": {"media": "print", "size": SHEET},
}
states = pytest.mark.parametrize("state", STATES)


@pytest.fixture
def coloured(demonstration: Path) -> list[str]:
    """The pages that have a status or a part of a chart."""
    mark = re.compile("status-tag|data-tone|data-series")
    pages = [PAGES[name] for name in MAIN]
    return [path for path in pages if mark.search(source(demonstration, path))]


@states
def test_every_status_and_every_part_of_a_bar_stands_out(
    open_page: OpenPage, coloured: list[str], state: str
) -> None:
    assert PLAN in coloured
    grey = state == "paper without colours"
    found = []
    for path in coloured:
        page = open_page(path, **{**SHARP, **STATES[state]})
        for selector in (WORDS, PARTS):
            found += [f"{path} {one}" for one in faint(page, selector, grey=grey)[1]]

    assert not found, "\n" + "\n".join(found)


@states
def test_faint_words_and_bars_would_be_found(open_page: OpenPage, state: str) -> None:
    page = open_page(PLAN, **{**SHARP, **STATES[state]})
    add_style(
        page,
        """.status-tag { forced-color-adjust: none }
           .status-tag { color: #888 !important; background: #fff !important }
           main svg { outline: 6px solid #fff; background: #fff }
           main svg rect { fill: #aaa !important; stroke: #fff !important }""",
    )

    for selector, ratio in ((".status-tag", "3.54:1"), ("svg rect[data-tone]", "2.32:1")):
        number, found = faint(page, selector, grey=state == "paper without colours")
        assert number == len(found) > 0
        assert {one.partition(" ")[0] for one in found} == {ratio}


def test_a_faint_line_would_be_found_though_dark_words_lie_over_it(open_page: OpenPage) -> None:
    page = open_page(PLAN, **SHARP)
    page.evaluate(
        """() => {
          const parsed = new DOMParser().parseFromString(`
            <svg width="200" height="40" class="line">
              <path data-series="9" d="M0 30L100 10L200 30"
                fill="none" stroke="#bbb" stroke-width="3"/>
              <text x="100" y="20">100</text>
            </svg>`, "text/html");
          document.querySelector("main .page").prepend(parsed.querySelector("svg"));
        }"""
    )

    assert faint(page, "svg.line text") == (1, [])
    number, found = faint(page, "svg.line [data-series]")
    assert number == 1
    assert found[0].startswith("1.92:1 is less than 3.0:1")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert contrast((255, 255, 255), (255, 255, 255)) == 1
    assert round(contrast((255, 255, 255), (118, 118, 118)), 2) == 4.54
