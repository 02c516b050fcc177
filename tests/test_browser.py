"""Every kind of page in a real browser: as readers see it, and as they reach it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytest_plugins = ["chromium", "demonstration"]

PAGES = {
    "home": "",
    "register": "plans/",
    "plan": "plans/charter-2022/",
    "plan of four levels": "plans/csp-2025/",
    "owners": "owners/",
    "owner": "owners/community-protection-manager/",
    "record quality": "record-quality/",
    "glossary": "glossary/",
    "prose": "about/",
    "statement": "accessibility/",
    "privacy": "privacy/",
    "data files": "data-files/",
    "decision": "decisions/001-core-without-mkdocs/",
    "missing page": "404.html",
}
PLAN = PAGES["plan"]
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
widths = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])


class OpenPage(Protocol):
    """Open a page in a fresh context of its own."""

    def __call__(self, path: str, size: dict[str, int] | None = None, **settings: object) -> Page:
        """Return the page at ``path``; ``settings`` are those of the context."""


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    contexts = []

    def open_(path: str, size: dict[str, int] | None = None, **settings: object) -> Page:
        context = browser.new_context(viewport=size or WIDE, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}{path}")
        return page

    yield open_
    for context in contexts:
        context.close()


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong on ``page``, in words."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


@every_page
def test_a_page_makes_no_error_and_asks_no_other_site(
    browser: Browser, address: str, path: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")

    foreign = [url for url in asked if not url.startswith(address)]
    # the missing page leads to the address it will have on the real site
    assert said == [] or path == "404.html"
    assert foreign == [] or path == "404.html"
    context.close()


@every_page
def test_a_page_stores_nothing(open_page: OpenPage, path: str) -> None:
    page = open_page(path)

    stored = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")

    assert stored == ["", 0, 0]


@every_page
@widths
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    open_page: OpenPage,
    path: str,
    size: dict[str, int],
    scheme: str,
) -> None:
    assert faults(open_page(path, size, color_scheme=scheme)) == []


@every_page
def test_nothing_scrolls_sideways_at_320_pixels(open_page: OpenPage, path: str) -> None:
    page = open_page(path, NARROW)

    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@every_page
@widths
def test_every_stop_of_the_keyboard_is_in_view_and_marked(
    open_page: OpenPage,
    path: str,
    size: dict[str, int],
) -> None:
    page = open_page(path, size)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const at = document.activeElement;
              if (at === document.body) return null;
              const box = at.getBoundingClientRect(), look = getComputedStyle(at);
              return {
                name: at.outerHTML.slice(0, 90),
                seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
                  && box.top < innerHeight && box.left < innerWidth,
                marked: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
              };
            }"""
        )
        if stop is None:
            break
        stops.append(stop)

    assert "skip-link" in stops[0]["name"]
    assert [stop["name"] for stop in stops if not (stop["seen"] and stop["marked"])] == []


def test_the_skip_link_leads_to_the_text(open_page: OpenPage) -> None:
    page = open_page(PLAN)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_opens_by_keyboard_on_a_narrow_screen_and_escape_gives_focus_back(
    open_page: OpenPage,
) -> None:
    page = open_page(PLAN, NARROW)
    menu = page.get_by_role("button", name="Menu")
    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    assert links.count() == 0

    menu.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert links.count() > 0

    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert menu.evaluate("one => one === document.activeElement")


def test_every_link_of_the_menu_is_there_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PLAN, NARROW, java_script_enabled=False)

    links = page.get_by_role("navigation", name="Main").get_by_role("link")
    assert links.all_inner_texts() == ["Home", "Plans", "Owners", "About", "Data files"]


def test_the_page_says_the_same_without_a_script(open_page: OpenPage) -> None:
    def words(page: Page) -> str:
        text = page.locator("main").evaluate("one => one.textContent")
        return re.sub(r"\s+", " ", re.sub(r"These facts are [^.]*\.", "", str(text))).strip()

    assert words(open_page(PLAN)) == words(open_page(PLAN, java_script_enabled=False))


def test_search_finds_an_action_by_its_words_and_lands_on_it(open_page: OpenPage) -> None:
    page = open_page("")
    box = page.get_by_role("searchbox", name="Search this site")

    box.fill("ride-along scheme")
    result = page.get_by_role("region", name="Search results").get_by_role("link").first
    result.wait_for()
    result.click()
    page.wait_for_url("**/plans/charter-2022/#action-30")

    assert page.evaluate("document.querySelector(':target').id") == "action-30"


def test_search_finds_a_word_that_stands_in_brackets(open_page: OpenPage) -> None:
    page = open_page("")

    page.get_by_role("searchbox", name="Search this site").fill("PSPOs")

    result = page.get_by_role("region", name="Search results").get_by_role("link").first
    result.wait_for()
    assert "o02-a03" in result.inner_text()


def test_search_has_a_name_and_says_when_it_finds_nothing(open_page: OpenPage) -> None:
    page = open_page("")
    box = page.get_by_role("searchbox", name="Search this site")

    box.fill("zzzz")

    page.get_by_text("No results").first.wait_for()
    assert page.locator("form[role=search] [role=status]").inner_text() != ""


def test_the_first_view_loads_neither_the_search_index_nor_its_worker(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(address)
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if "search" in url] == []
    context.close()


def test_dark_follows_the_system(open_page: OpenPage) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"

    light = open_page(PLAN, color_scheme="light").evaluate(ground)
    dark = open_page(PLAN, color_scheme="dark").evaluate(ground)

    assert light == "rgb(255, 255, 255)"
    assert sum(int(part) for part in re.findall(r"\d+", dark)) < 120


def test_the_first_exception_is_in_view_without_scrolling(open_page: OpenPage) -> None:
    page = open_page(PLAN)

    box = page.locator(".attention a").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= WIDE["height"]


def test_only_a_script_says_how_old_the_facts_are(open_page: OpenPage) -> None:
    line = page_line = "These facts are"

    assert page_line in open_page(PLAN).locator("main").inner_text()
    assert line not in open_page(PLAN, java_script_enabled=False).locator("main").inner_text()


def test_older_updates_are_open_without_a_script(open_page: OpenPage) -> None:
    page = open_page(PLAN, java_script_enabled=False)

    assert page.locator("details:not([open])").count() == 0


def test_on_paper_only_the_text_is_left(open_page: OpenPage) -> None:
    page = open_page(PLAN)
    page.emulate_media(media="print")

    for name in ("Main", "Breadcrumb"):
        assert not page.get_by_role("navigation", name=name).is_visible()
    assert not page.locator("form[role=search]").is_visible()
    assert page.locator("thead").first.evaluate("one => getComputedStyle(one).display") == (
        "table-header-group"
    )
    assert page.get_by_text("Recommendations by strand and status").first.is_visible()


def test_no_text_is_cut_off_on_paper(open_page: OpenPage) -> None:
    page = open_page(PLAN, {"width": 718, "height": 1000})
    page.emulate_media(media="print")

    cut = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter(one => {
          const look = getComputedStyle(one);
          return one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1
            && look.overflowX !== "visible" && !one.closest(".visually-hidden");
        }).map(one => one.outerHTML.slice(0, 80))"""
    )

    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
