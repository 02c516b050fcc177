"""By what the entries of a plan can be found: what the form offers, and what the script does."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from builders import a_group, a_plan, a_record, a_site, an_action, an_update
from planboard.arithmetic import progress
from planboard.saying.views import filters
from planboard.saying.views.plan import page as plan_views
from planboard.showing.downloads.plan import files as downloads
from planboard.showing.render import Fragments
from previews import served

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from planboard.saying.views.filters import FilterView
    from planboard.truth.in_full import PlanInFull

pytest_plugins = ["chromium", "demonstration"]

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
CHARTER = "plans/charter-2022/"
PHONE = {"width": 320, "height": 640}
UNFOLDED = "[data-entry]:visible details[open]"


def record(**plan: object) -> PlanInFull:
    return a_record(a_plan(**plan))


def offered(**plan: object) -> FilterView:
    made = record(**plan)
    view = filters.of_plan(made, progress.of_plan(made, 3))
    assert view is not None
    return view


def choices(view: FilterView, name: str) -> dict[str, str]:
    """Return what a list offers, by its codes; nothing where there is no such list."""
    return {one.code: one.words for each in view.lists if each.name == name for one in each.choices}


def actions(*each: Mapping[str, object]) -> list[object]:
    return [an_action(**{"id": str(index), **one}) for index, one in enumerate(each, 1)]


# What the form offers.


def test_statuses_are_offered_in_the_order_of_the_scale_and_only_those_that_occur() -> None:
    statuses = ["not published", "amber", "not rated", "red", "amber"]
    view = offered(actions=actions(*({"status": one} for one in statuses)))

    assert list(choices(view, "status").items()) == [
        ("red", "Red (1)"),
        ("amber", "Amber (2)"),
        ("not_rated", "Not rated (1)"),
        ("not_published", "Not published (1)"),
    ]


def test_a_list_with_one_thing_to_choose_is_left_out() -> None:
    view = offered(actions=actions({"status": "red"}, {"status": "red"}))

    assert [one.name for one in view.lists] == []


def test_groups_are_offered_with_those_inside_them_set_in() -> None:
    inner = a_group(id="paths", kind="method", title="Paths", actions=actions({}))
    top = a_group(
        id="parks", kind="objective", number="1", groups=[inner], actions=actions({"id": "2"})
    )
    other = a_group(id="river", title="River", actions=actions({"id": "3"}))
    view = offered(groups=[top, other, a_group(id="empty")])

    assert choices(view, "group") == {
        "parks": "Objective 1: Parks (2)",
        "paths": "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}Paths (1)",
        "river": "River (1)",
    }


def test_actions_under_no_group_can_be_chosen_too() -> None:
    group = a_group(actions=actions({"id": "2"}))

    assert choices(offered(actions=actions({}), groups=[group]), "group") == {
        "none": "Under no group (1)",
        "parks": "Parks (1)",
    }


def test_owners_are_offered_from_a_to_z_and_no_owner_last() -> None:
    view = offered(actions=actions({"owners": ["warden"]}, {"owners": ["board", "warden"]}, {}))

    assert list(choices(view, "owner").items()) == [
        ("board", "Board (1)"),
        ("warden", "Warden (2)"),
        ("none", "No owner named (1)"),
    ]


def test_an_owner_whose_id_is_none_is_not_taken_for_nobody() -> None:
    view = offered(actions=actions({"owners": ["none"]}, {}))

    assert choices(view, "owner") == {"none": "None (1)", "none_": "No owner named (1)"}


def test_the_time_is_offered_in_words_with_the_day_on_which_the_near_future_ends() -> None:
    dates = ["by May 2024", "by July 2024", "by 2026", "Ongoing", "TBC", "Completed"]
    view = offered(actions=actions(*({"due": one} for one in dates)))

    assert choices(view, "timing") == {
        "passed": "Date passed (1)",
        "next": "In the next 3 months (to 30 September 2024) (1)",
        "later": "Later (1)",
        "ongoing": "Ongoing (1)",
        "not_stated": "No day named (1)",
        "finished": "Finished (1)",
    }


def test_what_left_the_plan_can_be_found_and_is_not_counted() -> None:
    gone = {"owners": ["board"], "status": "red", "left_on": "2024-05-02", "due": "by May 2024"}
    view = offered(actions=actions({"status": "red"}, {"owners": ["warden"]}, gone))

    assert choices(view, "status")["red"] == "Red (1)"
    assert choices(view, "owner")["board"] == "Board (0)"
    assert choices(view, "timing") == {}


def test_orders_are_offered_that_make_a_difference() -> None:
    dated = actions({"due": "by July 2024", "status": "red"}, {"updates": [an_update()]})

    assert choices(offered(actions=dated), "sort") == {"date": "Date", "status": "Status"}
    assert choices(
        offered(actions=actions({}, {"updates": [an_update(on="2024-05-02")]})), "sort"
    ) == {"update": "Newest update"}


def test_a_plan_with_a_single_action_offers_nothing() -> None:
    made = record(actions=actions({}))

    assert filters.of_plan(made, progress.of_plan(made, 3)) is None


# In a browser: the demonstration.


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    return page


@pytest.fixture
def charter(context: BrowserContext, address: str) -> Page:
    return opened(context, f"{address}{CHARTER}")


def rows(page: Page) -> Locator:
    return page.locator("[data-entry]:visible")


def ids(page: Page) -> list[str]:
    return [str(row.get_attribute("data-entry")) for row in rows(page).all()]


def said(page: Page) -> str:
    return page.locator(".filters [role=status]").inner_text()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def wait_for(page: Page, words: str) -> None:
    page.locator(".filters [role=status]", has_text=words).wait_for()


def test_a_choice_shows_the_entries_it_means_and_says_how_many(charter: Page) -> None:
    charter.get_by_label("Status").select_option("red")

    assert said(charter) == "11 of 36 recommendations"
    assert rows(charter).count() == 11
    assert rows(charter).locator("[data-status=red]").count() == 11


def test_nothing_is_said_before_anything_is_chosen(charter: Page) -> None:
    assert said(charter) == ""
    assert rows(charter).count() == 36


def test_the_address_holds_what_was_chosen_and_nothing_else(charter: Page) -> None:
    charter.get_by_label("Status").select_option("red")
    charter.get_by_label("Sort by").select_option("date")

    assert query(charter) == {"status": ["red"], "sort": ["date"]}


def test_an_address_with_a_choice_opens_with_it_and_reload_keeps_it(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red")
    assert said(page) == "11 of 36 recommendations"

    page.reload()

    assert said(page) == "11 of 36 recommendations"
    assert page.get_by_label("Status").input_value() == "red"


def test_back_and_forward_go_through_the_choices(charter: Page) -> None:
    charter.get_by_label("Status").select_option("red")
    charter.get_by_label("Owner").select_option("psst-inspector")
    assert said(charter) == "4 of 36 recommendations"

    charter.go_back()
    assert said(charter) == "11 of 36 recommendations"
    charter.go_back()
    assert said(charter) == "All 36 recommendations"
    charter.go_forward()
    assert rows(charter).count() == 11


def test_what_an_address_asks_that_is_not_offered_is_ignored_and_not_kept(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=purple&owner=psst-inspector&x=1")

    assert query(page) == {"owner": ["psst-inspector"]}
    assert said(page) == "10 of 36 recommendations"


@pytest.mark.parametrize(
    ("name", "code", "count"),
    [
        ("group", "prevention", 5),
        ("owner", "psst-inspector", 10),
        ("timing", "ongoing", 6),
        ("status", "not_rated", 1),
    ],
)
def test_as_many_are_shown_as_the_option_says(
    context: BrowserContext, address: str, name: str, code: str, count: int
) -> None:
    page = opened(context, f"{address}{CHARTER}?{name}={code}")

    option = page.locator(f"select[name={name}] option[value={code}]").inner_text()
    assert option.endswith(f"({count})")
    assert rows(page).count() == count


def test_every_option_of_every_list_shows_as_many_as_it_says(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}plans/csp-2025/")
    for field in page.locator(".filters select:not([name=sort])").all():
        for option in field.locator("option:not([value=''])").all():
            field.select_option(option.get_attribute("value"))
            assert option.inner_text().endswith(f"({rows(page).count()})")
        field.select_option("")


def test_words_are_looked_for_while_they_are_typed_as_one_step(charter: Page) -> None:
    before = charter.evaluate("history.length")

    charter.get_by_label("Words").press_sequentially("Survey TOOL", delay=10)

    wait_for(charter, "of 36")
    assert ids(charter) == ["3"]
    assert query(charter) == {"words": ["Survey TOOL"]}
    assert charter.evaluate("history.length") == before + 1


def test_a_number_is_looked_for_whole(charter: Page) -> None:
    charter.get_by_label("Words").fill("recommendation 3")

    wait_for(charter, "of 36")
    assert "3" in ids(charter)
    assert "30" not in ids(charter)


def test_when_nothing_matches_it_says_so(charter: Page) -> None:
    charter.get_by_label("Words").fill("zzzz-no-match")

    wait_for(charter, "0 of 36 recommendations: nothing matches. Clear the filters to see all")
    assert rows(charter).count() == 0
    assert charter.locator(".group:visible").count() == 0


def test_the_button_to_clear_is_there_when_there_is_something_to_clear(charter: Page) -> None:
    clear = charter.get_by_role("button", name="Clear")
    assert not clear.is_visible()
    charter.get_by_label("Status").select_option("red")

    clear.click()

    assert said(charter) == "All 36 recommendations"
    assert rows(charter).count() == 36
    assert query(charter) == {}
    assert charter.evaluate("document.activeElement.name") == "status"


def test_escape_clears_and_focus_stays_where_it_was(charter: Page) -> None:
    charter.get_by_label("Status").select_option("red")
    charter.get_by_label("Words").fill("survey")
    wait_for(charter, "1 of 36")

    charter.get_by_label("Words").press("Escape")

    assert rows(charter).count() == 36
    assert charter.evaluate("document.activeElement.name") == "words"


def test_groups_without_a_matching_entry_go_with_their_headings(charter: Page) -> None:
    charter.get_by_label("Group").select_option("prevention")

    assert charter.locator(".group h3:visible").all_inner_texts() == ["Strand: Prevention"]


def test_a_group_says_how_many_of_its_entries_are_shown(charter: Page) -> None:
    charter.get_by_label("Status").select_option("red")

    assert charter.locator(".group-count").first.inner_text() == "2 of 7 recommendations"
    charter.get_by_label("Status").press("Escape")
    assert charter.locator(".group-count").first.inner_text() == "7 recommendations"


def test_the_groups_above_a_matching_entry_stay(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}plans/csp-2025/?group=o01-training")

    assert page.locator(".group > :is(h3, h4, h5):visible").evaluate_all(
        "all => all.map(one => one.id)"
    ) == ["group-prevent", "group-o01", "group-o01-training"]


def test_entries_are_put_in_order_inside_their_groups_and_back(charter: Page) -> None:
    plan_order = ids(charter)

    charter.get_by_label("Sort by").select_option("date")
    assert said(charter) == "All 36 recommendations, sorted by date in each strand"
    for group in charter.locator(".group").all():
        days = group.locator("[data-entry]").evaluate_all("all => all.map(one => one.dataset.day)")
        assert days == sorted(days, key=lambda day: day or "~")
    charter.get_by_label("Sort by").select_option("")

    assert ids(charter) == plan_order


def test_the_worst_status_comes_first(charter: Page) -> None:
    charter.get_by_label("Sort by").select_option("status")

    for group in charter.locator(".group").all():
        order = group.locator("[data-entry] .status-tag").evaluate_all(
            "all => all.map(one => ['red', 'amber', 'not_rated'].indexOf(one.dataset.status))"
        )
        assert order == sorted(order)


def test_the_newest_update_comes_first_and_none_last(charter: Page) -> None:
    charter.get_by_label("Sort by").select_option("update")

    assert said(charter).endswith(", sorted by newest update in each strand")
    for group in charter.locator(".group").all():
        days = group.locator("[data-entry]").evaluate_all(
            "all => all.map(one => one.dataset.updated ?? '')"
        )
        assert days == sorted(days, reverse=True)


def test_a_link_to_a_hidden_entry_clears_the_filters_and_shows_it(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red")
    entry = page.locator("#action-16")
    assert not entry.is_visible()

    page.locator("a[href='#action-16']:visible").first.click()

    wait_for(page, "Filters cleared, to show where the link leads. All 36 recommendations")
    assert entry.is_visible()
    assert page.url == f"{address}{CHARTER}#action-16"
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 200
    page.go_back()
    assert said(page) == "11 of 36 recommendations"


def test_a_link_to_an_entry_that_is_shown_keeps_the_filters(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red")

    page.locator("#action-17 .entry-number").click()

    assert rows(page).count() == 11
    assert page.url.endswith("?status=red#action-17")


def test_an_address_that_hides_its_own_entry_shows_it(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red#action-16")

    assert page.locator("#action-16").is_visible()
    assert page.url.endswith(f"{CHARTER}#action-16")


def test_the_rows_shown_are_saved_as_they_stand_in_the_file(
    context: BrowserContext, address: str, demonstration: Path
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red")

    with page.expect_download() as started:
        page.get_by_role("button", name="Download these rows (CSV)").click()

    whole = (demonstration / CHARTER / "actions.csv").read_bytes()
    saved = started.value.path().read_bytes()
    assert started.value.suggested_filename == "charter-2022-actions-status-red.csv"
    assert saved.startswith(b"\xef\xbb\xbfid,")
    read = list(csv.reader(saved.decode("utf-8-sig").splitlines(keepends=True)))
    source = list(csv.reader(whole.decode("utf-8-sig").splitlines(keepends=True)))
    assert len(read) == 1 + 11
    assert [row for row in source if row in read] == read


def test_a_file_that_cannot_be_had_is_told(context: BrowserContext, address: str) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red")
    page.route("**/actions.csv", lambda route: route.abort())

    page.get_by_role("button", name="Download these rows (CSV)").click()

    wait_for(page, "These rows cannot be fetched now.")


def test_without_a_script_every_row_is_there_and_no_control(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = opened(context, f"{address}{CHARTER}?status=red")

    assert rows(page).count() == 36
    assert page.locator("main :is(select, input, button):visible").count() == 0
    context.close()


def test_paper_says_what_is_shown_and_has_no_controls(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, f"{address}{CHARTER}?status=red&words=survey")
    page.emulate_media(media="print")

    assert page.locator(".filter-answer p").inner_text() == (
        "1 of 36 recommendations. Status: Red. Words: “survey”."
    )
    assert page.locator("main :is(select, input, button, .filters summary):visible").count() == 0
    assert rows(page).count() == 1


def test_every_group_has_its_address_on_paper_and_there_alone(charter: Page) -> None:
    place = charter.get_by_text("planboard.example/plans/charter-2022/#group-prevention")
    assert not place.is_visible()

    charter.emulate_media(media="print")

    assert place.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_fits_a_phone_and_is_large_enough_to_touch(
    browser: Browser, address: str, scheme: str
) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = opened(context, f"{address}{CHARTER}?status=red")
    assert not page.get_by_label("Status").is_visible()

    page.get_by_text("Find recommendations").click()

    heights = page.locator(".filters :is(select, input, button, summary)").evaluate_all(
        "all => all.map(one => Math.round(one.getBoundingClientRect().height))"
    )
    assert min(heights) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


# In a browser: what the demonstration has none of.


@pytest.fixture(scope="module")
def parks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of an invented plan, on its own."""
    older = [
        an_update(on="2024-05-02", text="Two are there."),
        an_update(on="2024-01-02", text="The café sells coffee."),
    ]
    made = record(
        actions=actions({"status": "red"}),
        groups=[
            a_group(
                id="none",
                title="Quiet",
                actions=actions(
                    {"id": "2", "status": "red", "updates": older, "owners": ["none"]},
                    {"id": "3", "status": "red", "left_on": "2024-05-02"},
                    {"id": "4", "title": "Sweep, rake, mow", "owners": ["board"], "due": "Oct 24"},
                ),
            )
        ],
    )
    told = progress.of_plan(made, 3)
    view = plan_views.of_plan(made, told, (), a_site(), {"actions.csv": 1})
    folder = tmp_path_factory.mktemp("parks")
    (folder / "script.js").write_text(FRAGMENTS.joined("scripts"), "utf-8")
    (folder / "style.css").write_text(FRAGMENTS.joined("styles"), "utf-8")
    (folder / "actions.csv").write_bytes(downloads.files(made, told)["actions.csv"])
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Parks</title>'
        '<link rel="stylesheet" href="style.css"><script src="script.js" defer></script>'
        f'<main class="page page-wide">{FRAGMENTS.html("plan", view)}</main></html>',
        "utf-8",
    )
    with served(folder) as address:
        yield address


def test_what_left_the_plan_is_told_apart(context: BrowserContext, parks: str) -> None:
    page = opened(context, f"{parks}?status=red")

    assert said(page) == "2 of 3 actions, and 1 that has left the plan"
    assert ids(page) == ["1", "2", "3"]


def test_an_id_that_is_none_is_not_taken_for_none(context: BrowserContext, parks: str) -> None:
    assert ids(opened(context, f"{parks}?group=none")) == ["2", "3", "4"]
    assert ids(opened(context, f"{parks}?group=none_")) == ["1"]
    assert ids(opened(context, f"{parks}?owner=none")) == ["2"]
    assert ids(opened(context, f"{parks}?owner=none_")) == ["1", "3"]


def test_an_older_update_that_matches_is_unfolded_while_it_does(
    context: BrowserContext, parks: str
) -> None:
    page = opened(context, parks)
    assert page.locator(UNFOLDED).count() == 0

    page.get_by_label("Words").fill("CAFE sells")
    wait_for(page, "1 of 3 actions")
    assert page.locator(UNFOLDED).count() == 1
    page.get_by_label("Words").fill("two")
    page.wait_for_url(re.compile("words=two"))

    assert ids(page) == ["2"]
    assert page.locator(UNFOLDED).count() == 0


def test_the_groups_none_of_whose_entries_match_go_and_so_do_loose_ones(
    context: BrowserContext, parks: str
) -> None:
    page = opened(context, f"{parks}?words=rake")

    assert page.locator("table.entries:visible").count() == 1
    assert ids(page) == ["4"]


# An address that somebody sent.


def test_who_is_sent_a_choice_comes_to_what_was_chosen(charter: Page, address: str) -> None:
    charter.goto(f"{address}{CHARTER}?status=red")

    top = charter.locator("form.filters").evaluate("one => one.getBoundingClientRect().top")
    assert -1 <= top < 400


def test_who_is_sent_a_choice_sees_on_a_phone_what_it_is(charter: Page, address: str) -> None:
    charter.set_viewport_size(PHONE)  # type: ignore[arg-type]
    charter.goto(f"{address}{CHARTER}?status=red")

    assert charter.get_by_text("Status: Red.").is_visible()


def test_paper_bears_the_address_of_the_choice(charter: Page, address: str) -> None:
    charter.goto(f"{address}{CHARTER}?status=red")

    said = charter.locator(".print-address").text_content() or ""
    assert said.endswith("/plans/charter-2022/?status=red")
