"""Searching the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]


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
