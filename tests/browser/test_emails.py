"""A newsletter as an e-mail, as a mail program shows it: wide and narrow, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browser.test_axe import faults
from emails import EVERYTHING, made

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

EMAIL, TELEPHONE = {"width": 600, "height": 800}, {"width": 320, "height": 640}
SMALLEST = 14
widths = pytest.mark.parametrize("size", [EMAIL, TELEPHONE], ids=["600", "320"])
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def newsletters(demonstration: Path) -> list[str]:
    """The address of every newsletter of the demonstration as an e-mail."""
    found = sorted((demonstration / "newsletters").glob("*/email.html"))
    assert found
    return [one.relative_to(demonstration).as_posix() for one in found]


def everything(open_page: OpenPage, size: dict[str, int], scheme: str) -> Page:
    """Return a window with an e-mail that has a block of every kind."""
    page = open_page("404.html", size, color_scheme=scheme)
    page.set_content(made(*EVERYTHING))
    return page


def sideways(page: Page) -> int:
    """Return by how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@widths
@schemes
def test_axe_finds_nothing_in_any_newsletter(
    open_page: OpenPage, newsletters: list[str], size: dict[str, int], scheme: str
) -> None:
    for path in newsletters:
        assert faults(open_page(path, size, color_scheme=scheme)) == []


@widths
@schemes
def test_axe_finds_nothing_in_any_kind_of_block(
    open_page: OpenPage, size: dict[str, int], scheme: str
) -> None:
    assert faults(everything(open_page, size, scheme)) == []


def test_axe_would_find_faint_words(open_page: OpenPage) -> None:
    page = everything(open_page, EMAIL, "dark")
    page.add_style_tag(content=".sheet { color: #444 !important }")

    assert {one.partition(":")[0] for one in faults(page)} == {"color-contrast"}


@widths
def test_nothing_needs_to_be_scrolled_sideways(
    open_page: OpenPage, newsletters: list[str], size: dict[str, int]
) -> None:
    for path in newsletters:
        assert sideways(open_page(path, size)) <= 0
    assert sideways(everything(open_page, size, "light")) <= 0


def test_a_long_word_does_not_push_the_text_off_a_telephone(open_page: OpenPage) -> None:
    page = everything(open_page, TELEPHONE, "light")
    page.evaluate("document.querySelector('.sheet p').textContent = 'longword'.repeat(30)")

    assert sideways(page) <= 0


@widths
def test_no_text_is_too_small_to_read(
    open_page: OpenPage, newsletters: list[str], size: dict[str, int]
) -> None:
    for path in newsletters:
        sizes: list[Any] = open_page(path, size).evaluate(
            "[...document.querySelectorAll('[role=main] *')]"
            ".map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= SMALLEST


def test_it_is_light_and_dark_as_its_reader_has_it(open_page: OpenPage) -> None:
    grounds = [
        everything(open_page, EMAIL, scheme).evaluate(
            "getComputedStyle(document.querySelector('.sheet')).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]

    assert grounds == ["rgb(255, 255, 255)", "rgb(20, 24, 29)"]


def test_a_bar_is_as_long_as_its_share(open_page: OpenPage) -> None:
    page = everything(open_page, EMAIL, "light")
    bar, whole = (
        page.locator(where).first.evaluate("one => one.getBoundingClientRect().width")
        for where in (".bar", "table:has(> tbody > tr > .bar)")
    )

    assert round(100 * bar / whole) == 37


def test_what_a_list_of_messages_shows_is_not_seen_in_the_text(open_page: OpenPage) -> None:
    page = everything(open_page, EMAIL, "light")

    assert not page.get_by_text("12 sessions & 3 letters.").is_visible()
