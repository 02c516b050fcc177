"""Text that a reader makes larger, or sets wider: it stays whole (WCAG 1.4.4, 1.4.10, 1.4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.lines import unreadable
from browser.windows import NARROW, WIDE, add_style, every_page, unfold, widths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

TWICE_AS_LARGE = "html { font-size: 200% !important }"
SPACED = """
    * {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-bottom: 2em !important }
"""


@every_page
@widths
def test_all_text_is_in_view_and_nothing_scrolls_sideways(
    open_page: OpenPage, path: str, size: dict[str, int]
) -> None:
    page = open_page(path, size)
    unfold(page)

    assert unreadable(page) == []


@every_page
def test_text_twice_as_large_by_a_style_sheet_stays_whole(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    unfold(page)
    add_style(page, TWICE_AS_LARGE)

    assert unreadable(page) == []


@pytest.fixture(scope="module")
def large_letters(browser: Browser) -> Iterator[Page]:
    """A window of a browser whose reader has set its letters to twice their size."""
    page = browser.new_context(viewport=WIDE).new_page()  # type: ignore[arg-type]
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)
    yield page
    page.context.close()


@every_page
def test_text_twice_as_large_by_the_browser_stays_whole(
    large_letters: Page, address: str, path: str
) -> None:
    large_letters.goto(f"{address}{path}")
    unfold(large_letters)

    assert large_letters.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    assert unreadable(large_letters) == []


@every_page
@widths
def test_text_set_wider_stays_whole(open_page: OpenPage, path: str, size: dict[str, int]) -> None:
    page = open_page(path, size)
    unfold(page)
    add_style(page, SPACED)

    assert unreadable(page) == []


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("h1 { height: 0.5em; overflow: hidden }", "cut off: About"),
        ("h1 { width: 2em; white-space: nowrap !important; overflow: clip }", "cut off: About"),
        ("h1 { margin-bottom: -1em !important }", "one over the other: About"),
        ("h1 { position: relative; left: -3em }", "off the page: About"),
        ("h1 { width: 99em }", "the page is"),
        ("input { height: 8px !important }", "too low for its text: <input"),
    ],
)
def test_text_that_is_cut_off_or_over_other_text_would_be_found(
    open_page: OpenPage, style: str, fault: str
) -> None:
    page = open_page("about/", NARROW)
    assert unreadable(page) == []

    add_style(page, style)

    assert [one for one in unreadable(page) if one.startswith(fault)]
