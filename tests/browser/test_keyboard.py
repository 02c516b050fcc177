"""Every kind of page by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from browser.windows import NARROW, PLAN, add_style, every_page, main_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

MOST = 2000  # stops on one page; a walk that does not end is a trap
STOP = """() => {
  const at = document.activeElement;
  if (at === document.body || at === window.first) return null; // some browsers begin again
  window.first ??= at;
  const box = at.getBoundingClientRect(), look = getComputedStyle(at);
  const first = [...at.getClientRects()].find(one => one.width > 0) ?? box;
  const inside = (low, high, end) => Math.min(Math.max((low + high) / 2, 1), end - 1);
  const top = document.elementFromPoint(
    inside(first.left, first.right, innerWidth), inside(first.top, first.bottom, innerHeight));
  return {
    name: at.outerHTML.slice(0, 90),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0
      && box.top < innerHeight && box.left < innerWidth,
    covered: !top || !(at.contains(top) || top.contains(at)),
    marked: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2,
  };
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Return every stop from the top of a page to its end."""
    stops: list[dict[str, Any]] = []
    while len(stops) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"no end after {MOST} stops; the last is {stops[-1]['name']}")


def lost(stops: list[dict[str, Any]]) -> list[str]:
    """Return the stops at which somebody would not see where they are."""
    return [one["name"] for one in stops if not one["seen"] or one["covered"] or not one["marked"]]


@every_page
def test_every_stop_of_the_keyboard_is_in_view_and_marked(open_page: OpenPage, path: str) -> None:
    stops = walk(open_page(path))

    assert "skip-link" in stops[0]["name"]
    assert lost(stops) == []


@main_pages
def test_so_is_every_stop_on_a_narrow_screen(open_page: OpenPage, path: str) -> None:
    assert lost(walk(open_page(path, NARROW))) == []


def test_the_walk_would_find_a_stop_without_a_mark_and_one_that_is_covered(
    open_page: OpenPage,
) -> None:
    page = open_page("about/")
    add_style(
        page,
        """.site-name { outline: 0 !important }
           .cover { position: fixed; inset: auto 0 0; height: 120px; background: red }""",
    )
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('p'), {className: 'cover'}))"
    )

    found = lost(walk(page))

    assert "site-name" in found[0]
    assert "publishing" in found[-1]


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
