"""What the search of the site finds in a real browser, in which order, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

pytest_plugins = ["chromium", "demonstration"]

CHARTER = "plans/charter-2022/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def home(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def found(page: Page, query: str) -> list[str]:
    """Return the titles of what is found for ``query``, in order."""
    page.get_by_role("searchbox", name="Search this site").fill(query)
    page.locator(".search-count", has_text=f"“{query}”").wait_for()
    return page.locator(".search-results a").all_inner_texts()


@pytest.mark.parametrize("query", ["3", "recommendation 3", "Recommendation 3:"])
def test_a_number_finds_the_entry_that_has_it_first(home: Page, query: str) -> None:
    first, *others = found(home, query)

    assert first.startswith("Recommendation 3: ")
    assert not [one for one in others if one.startswith("Recommendation 3:")]


def test_an_id_finds_its_entry_first(home: Page) -> None:
    assert found(home, "o02-a03")[0].startswith("Action o02-a03: ")


def test_what_the_document_prints_finds_the_entry(home: Page) -> None:
    assert found(home, "Objective 1, 3)")[0].startswith("Action o01-a03: ")


@pytest.mark.parametrize("query", ["ride-along scheme", "scheme ride", "RIDE-ALONG", "ride-al"])
def test_words_of_a_title_find_the_entry(home: Page, query: str) -> None:
    assert found(home, query)[0].startswith("Recommendation 30: ")


def test_words_of_an_update_find_the_entry(home: Page) -> None:
    assert found(home, "Origin data has to be paid for")[0].startswith("Recommendation 5: ")


def test_words_of_a_part_of_an_action_find_the_entry(home: Page) -> None:
    assert "Action o01-a02" in found(home, "Fraud Hate")[0]


def test_an_owner_finds_its_page_and_its_entries(home: Page) -> None:
    titles = found(home, "SP&I")

    assert titles[0] == "SP&I"
    assert any(one.startswith("Recommendation 3: ") for one in titles)


@pytest.mark.parametrize(
    ("status", "entry"), [("red", "Recommendation 3: "), ("not rated", "Recommendation 36: ")]
)
def test_a_status_finds_the_entries_that_have_it(home: Page, status: str, entry: str) -> None:
    assert found(home, status)[0].startswith(entry)


def test_every_word_must_be_there(home: Page) -> None:
    assert found(home, "ride-along zzzz") == []
    assert home.locator("form[role=search] [role=status]").inner_text() == (
        "No results for “ride-along zzzz”. Try fewer words, or the beginning of one."
    )


def test_an_accent_makes_no_difference(home: Page) -> None:
    assert found(home, "rìde-alóng") == found(home, "ride-along")


def test_a_single_letter_is_no_question_yet(home: Page) -> None:
    home.get_by_role("searchbox", name="Search this site").fill("r")
    home.wait_for_timeout(400)

    assert not home.get_by_role("region", name="Search results").is_visible()


def test_the_rest_of_a_page_is_shown_on_demand(home: Page) -> None:
    before = found(home, "red")

    home.get_by_role("button", name="more on this page").first.click()

    after = home.locator(".search-results a").all_inner_texts()
    assert len(after) > len(before)
    assert home.evaluate("document.activeElement.textContent") == after[3]


def test_what_was_found_is_marked(home: Page) -> None:
    found(home, "ride-along scheme")

    marks = home.locator(".search-results li").first.locator("mark").all_inner_texts()
    assert marks == ["ride", "along", "scheme"]


@pytest.mark.parametrize("settings", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}])
def test_a_result_leads_to_its_entry_and_the_entry_is_marked(
    browser: Browser, address: str, settings: dict[str, object]
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, **settings)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    found(page, "ride-along")

    page.locator(".search-results a").first.click()
    page.wait_for_url(f"**/{CHARTER}#action-30")

    entry = page.locator(":target")
    assert entry.get_attribute("id") == "action-30"
    edge = entry.evaluate("one => getComputedStyle(one).borderInlineStartWidth")
    assert edge == "4px"
    box = entry.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 640
    context.close()


def test_a_result_on_a_filtered_page_is_shown(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}{CHARTER}?status=amber")
    assert not page.locator("#action-30").is_visible()
    found(page, "ride-along")

    page.locator(".search-results a").first.click()
    page.wait_for_url(f"**/{CHARTER}#action-30")

    assert page.locator("#action-30").is_visible()


def test_the_index_is_fetched_once_and_only_when_somebody_searches(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url] == []

    found(page, "red")
    found(page, "amber")

    assert [url for url in asked if "search" in url] == [f"{address}search/search_index.json"]


def test_an_index_that_cannot_be_had_is_told_and_asked_for_again(home: Page) -> None:
    home.route("**/search_index.json", lambda route: route.abort())
    home.get_by_role("searchbox", name="Search this site").fill("red")
    home.locator(".search-count", has_text="Search is not available.").wait_for()

    home.unroute("**/search_index.json")

    assert found(home, "ride-along")


def test_the_index_stays_small(demonstration: Path) -> None:
    assert (demonstration / "search" / "search_index.json").stat().st_size < 235_000
