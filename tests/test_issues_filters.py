"""Finding issues in a browser: what the script of the filters does on the page of a log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytest_plugins = ["chromium", "demonstration"]

LOG: Final = "issues/csa-2014/"


@pytest.fixture
def log(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}{LOG}")
    yield page
    context.close()


def ids(page: Page) -> list[str]:
    rows = page.locator("[data-entry]:visible").all()
    return [str(row.get_attribute("data-entry")) for row in rows]


def said(page: Page) -> str:
    return page.locator(".filters [role=status]").inner_text()


def test_every_option_of_every_list_shows_as_many_as_it_says(log: Page) -> None:
    fields = log.locator(".filters select:not([name=sort])").all()
    assert [field.get_attribute("name") for field in fields] == ["status", "level", "told", "owner"]
    for field in fields:
        for option in field.locator("option:not([value=''])").all():
            field.select_option(option.get_attribute("value"))
            assert option.inner_text().endswith(f"({len(ids(log))})")
        field.select_option("")


def test_two_choices_are_both_meant(log: Page) -> None:
    log.get_by_label("Response", exact=True).select_option("direct_intervention")
    log.get_by_label("State", exact=True).select_option("in_progress")

    assert ids(log) == ["csa-01", "csa-02"]
    assert said(log) == "2 of 9 issues"


@pytest.mark.parametrize(("words", "found"), [("boy racers", "csa-07"), ("web chat", "csa-01")])
def test_words_are_looked_for_in_what_was_said_and_in_what_was_done(
    log: Page, words: str, found: str
) -> None:
    log.get_by_label("Words", exact=True).fill(words)
    log.locator(".filters [role=status]", has_text="1 of 9").wait_for()

    assert ids(log) == [found]


def test_when_nothing_matches_only_the_words_that_say_so_are_left(log: Page) -> None:
    log.get_by_label("Words", exact=True).fill("zzzz-no-match")
    log.locator(".filters [role=status]", has_text="nothing matches").wait_for()

    assert ids(log) == []
    assert log.locator(".said-and-done:visible").count() == 0


def test_issues_are_put_in_order_by_their_state(log: Page) -> None:
    log.get_by_label("Sort by").select_option("status")

    assert ids(log)[:4] == ["csa-09", "csa-01", "csa-02", "csa-07"]


def test_the_issues_shown_are_saved_as_they_stand_in_the_file(log: Page) -> None:
    log.get_by_label("Told", exact=True).select_option("waiting")

    with log.expect_download() as saved:
        log.get_by_role("button", name="Download these rows").click()

    assert saved.value.suggested_filename == "csa-2014-issues-told-waiting.csv"
    text = Path(saved.value.path()).read_bytes().decode("utf-8-sig")
    assert text.startswith("id,raised,kind,state,owners,actions,told_on,")
    assert "\r\ncsa-07," in text
    assert "csa-06," not in text


def test_a_link_to_an_issue_that_is_hidden_shows_it(log: Page) -> None:
    log.get_by_label("State", exact=True).select_option("open")
    log.evaluate("location.hash = '#issue-csa-01'")
    log.locator("#issue-csa-01:visible").wait_for()

    assert said(log).startswith("Filters cleared, to show where the link leads.")
