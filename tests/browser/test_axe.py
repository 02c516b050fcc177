"""What axe finds on every kind of page: WCAG 2.0 to 2.2, A and AA, and its best practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

from browser.windows import NARROW, PLAN, WIDE, add_style, every_page, main_pages, unfold, widths

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DARK: dict[str, Any] = {"color_scheme": "dark"}
CONTRAST = "color-contrast"


def faults(page: Page, *, only: str = "", without: str = "") -> list[str]:
    """Return what axe finds wrong on ``page``, in words, by one rule or by all but one."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    chosen = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": STANDARD}
    switched = {
        "target-size": {"enabled": True},
        **({without: {"enabled": False}} if without else {}),
    }
    found = page.evaluate(
        "options => axe.run(options).then(found => found.violations)",
        {
            "resultTypes": ["violations"],
            "runOnly": chosen,
            "rules": {} if only else switched,  # target-size is off by default
        },
    )
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def settled(page: Page) -> Page:
    """Return ``page`` with everything unfolded, and nothing that still fades."""
    unfold(page)
    page.evaluate("() => document.getAnimations().forEach(one => one.finish())")
    return page


@every_page
def test_axe_finds_nothing_on_a_wide_screen(open_page: OpenPage, path: str) -> None:
    assert faults(settled(open_page(path, WIDE))) == []


@every_page
def test_axe_finds_nothing_on_a_narrow_screen(open_page: OpenPage, path: str) -> None:
    # colours do not depend on the width, and are what takes axe longest
    assert faults(settled(open_page(path, NARROW)), without=CONTRAST) == []


@main_pages
def test_axe_finds_every_colour_strong_enough_in_the_dark(open_page: OpenPage, path: str) -> None:
    assert faults(settled(open_page(path, WIDE, **DARK)), only=CONTRAST) == []


@widths
def test_axe_finds_nothing_in_the_results_of_a_search(
    open_page: OpenPage, size: dict[str, int]
) -> None:
    page = open_page(PLAN, size)
    page.get_by_role("searchbox", name="Search this site").fill("police")
    page.get_by_role("region", name="Search results").get_by_role("link").first.wait_for()

    assert faults(page) == []


def test_axe_finds_nothing_in_the_open_menu(open_page: OpenPage) -> None:
    page = open_page(PLAN, NARROW)
    page.get_by_role("button", name="Menu").click()

    assert faults(page) == []


def spoil(page: Page) -> None:
    """Give a page faint words, two targets too small and too near, and a skipped heading."""
    add_style(page, "main p { color: #aaa } .site-footer nav li a { font-size: 8px; padding: 0 }")
    page.evaluate("document.querySelector('main h2').outerHTML = '<h5>Too low</h5>'")


def rules(page: Page) -> set[str]:
    return {one.partition(":")[0] for one in faults(page)}


def test_axe_would_find_faint_words_small_targets_and_a_skipped_heading(
    open_page: OpenPage,
) -> None:
    page = open_page("about/", NARROW)
    spoil(page)

    assert rules(page) == {"color-contrast", "target-size", "heading-order"}


def test_axe_would_find_faint_words_in_the_dark(open_page: OpenPage) -> None:
    page = open_page("about/", WIDE, **DARK)
    add_style(page, "main p { color: #444 }")

    assert {one.partition(":")[0] for one in faults(page, only=CONTRAST)} == {CONTRAST}
