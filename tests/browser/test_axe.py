"""What axe finds on every kind of page: WCAG 2.0 to 2.2, A and AA, and its best practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

from browser.windows import NARROW, PLAN, add_style, every_page, unfold, widths

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS: dict[str, Any] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong on ``page``, in words."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = page.evaluate(
        "options => axe.run(options).then(found => found.violations)",
        {
            "resultTypes": ["violations"],
            "runOnly": {"type": "tag", "values": STANDARD},
            "rules": {
                "target-size": {"enabled": True},  # off by default
                # axe reads the colours that the page asked for, not those that were forced on it
                "color-contrast": {"enabled": not forced},
            },
        },
    )
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@every_page
@widths
def test_axe_finds_nothing_in_any_colours(
    open_page: OpenPage, path: str, size: dict[str, int]
) -> None:
    page = open_page(path, size, media="screen")  # a window apart, for its colours change
    unfold(page)
    found = []
    for name, colours in COLOURS.items():
        page.emulate_media(**colours)
        page.evaluate("() => document.getAnimations().forEach(one => one.finish())")
        found += [f"{name}: {fault}" for fault in faults(page)]

    assert not found, "\n" + "\n".join(found)


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


def test_axe_is_not_asked_about_colours_that_are_forced(open_page: OpenPage) -> None:
    page = open_page("about/", NARROW, **COLOURS["forced"])
    spoil(page)

    assert rules(page) == {"target-size", "heading-order"}
