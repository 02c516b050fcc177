"""Every kind of page without a script: every word, figure, entry and bar is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from browser.windows import NARROW, PLAN, WIDE, every_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

# What is hidden in the file is for a script to show: it says or does what cannot be had without
# one. It is marked before any script of the page runs, so that both readings leave it out.
MARK = """document.addEventListener("readystatechange", () => {
  for (const one of document.querySelectorAll("[hidden]")) one.setAttribute("data-for-script", "");
}, {once: true, capture: true})"""
CONTENT = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelectorAll("[hidden], [data-for-script]").forEach(one => one.remove());
  const number = selector => main.querySelectorAll(selector).length;
  return {
    words: main.textContent.split(/\\s+/).filter(Boolean),
    rows: number("tr"),
    parts: number("svg rect, svg [data-series]"),
    links: [...main.querySelectorAll("a[href]")].map(one => one.getAttribute("href")),
  };
}"""
OUT_OF_SIGHT = """() =>
  [...document.querySelectorAll("main :is(tr, li, dd, p, h1, h2, h3, svg, details > *)")]
    .filter(one => !one.closest("[hidden], .on-paper"))
    .filter(one => !one.checkVisibility({visibilityProperty: true}))
    .map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def with_script(browser: Browser) -> Iterator[Page]:
    """A window that remembers what was hidden before any script ran."""
    page = browser.new_context(viewport=WIDE).new_page()  # type: ignore[arg-type]
    page.add_init_script(MARK)
    yield page
    page.context.close()


def content(page: Page) -> dict[str, Any]:
    """Return what the main part of a page has, but for what is hidden until a script shows it."""
    found: dict[str, Any] = page.evaluate(CONTENT)
    return found


@every_page
def test_a_page_says_and_counts_the_same_without_a_script(
    open_page: OpenPage, with_script: Page, address: str, path: str
) -> None:
    with_script.goto(f"{address}{path}")

    assert content(open_page(path, java_script_enabled=False)) == content(with_script)


@every_page
def test_nothing_is_folded_or_out_of_sight_without_a_script(open_page: OpenPage, path: str) -> None:
    page = open_page(path, java_script_enabled=False)

    assert page.locator("main details:not([open])").count() == 0
    assert page.evaluate(OUT_OF_SIGHT) == []


def test_only_a_script_says_how_old_the_facts_are(open_page: OpenPage) -> None:
    line = "These facts are"

    assert line in open_page(PLAN).locator("main").inner_text()
    assert line not in open_page(PLAN, java_script_enabled=False).locator("main").inner_text()


def test_every_link_of_the_menu_is_there_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PLAN, NARROW, java_script_enabled=False)

    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    assert links.all_inner_texts() == [
        *("Home", "Plans and results", "Newsletters", "Owners", "About", "Data files"),
    ]


@pytest.mark.parametrize(
    "script",
    [
        "document.querySelector('main h1').append('!')",
        "document.querySelector('main tbody').append(document.createElement('tr'))",
        "document.querySelector('main rect').remove()",
        "document.querySelector('main a').setAttribute('href', '#')",
        "document.querySelector('main .age').replaceWith('old')",
    ],
)
def test_what_only_a_script_says_or_takes_away_would_be_found(
    open_page: OpenPage, with_script: Page, address: str, script: str
) -> None:
    before = content(open_page(PLAN, java_script_enabled=False))
    with_script.goto(f"{address}{PLAN}")
    assert content(with_script) == before

    with_script.evaluate(script)

    assert content(with_script) != before
