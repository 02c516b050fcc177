"""Which pages and files a site has, and that all of them say the same."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from markdown import markdown  # type: ignore[import-untyped]

from builders import a_group, a_plan, a_record, a_site, an_action
from folders import PlansFolder
from markup import Element, as_written, parsed
from planboard.rules import check
from planboard.showing import pages, schemas
from planboard.showing.downloads.plan.files import JSON, TABLES
from planboard.showing.downloads.tables import unguarded
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection

if TYPE_CHECKING:
    from planboard.showing.page.made import DataPage
    from planboard.showing.pages import Output
    from planboard.truth.in_full import PlanInFull

HERE = Path(__file__).parent
ROOT = HERE.parent
FRAGMENTS = Fragments(ROOT / "overrides")
CASES = sorted(path.parent.name for path in (HERE / "golden").glob("*/plan.yml"))
SITE = "https://example.org/"


def site(*records: PlanInFull) -> Output:
    return pages.of_site(Collection(a_site(), records), FRAGMENTS)


def home(made: Output) -> str:
    """Return the HTML of a home page that shows every plan, and what comes next in each."""
    written = made.places.written("[[plans]]\n\n[[dates]]", "index.md", "")
    return written.finished(markdown(written.markdown))


def page(made: Output, address: str) -> DataPage:
    (found,) = [one for one in made.pages if one.address == address]
    return found


# Which pages and files there are.


def test_a_plan_has_a_page_and_the_register_lists_it() -> None:
    made = site(a_record(a_plan(), id="parks-2024"))

    assert [one.address for one in made.pages] == [
        "plans/",
        "plans/parks-2024/",
        "owners/",
        "record-quality/",
        "data-files/",
        "glossary/",
    ]
    assert "Plan for the parks" in page(made, "plans/").html


def test_the_files_of_a_plan_stand_beside_its_page() -> None:
    made = site(a_record(a_plan(), id="parks-2024"))

    assert [one.address for one in made.files] == [
        "assets/planboard.css",
        "assets/planboard.js",
        "plans/parks-2024/actions.csv",
        "plans/parks-2024/groups.csv",
        "plans/parks-2024/updates.csv",
        "plans/parks-2024/sub_items.csv",
        "plans/parks-2024/status_by_group.csv",
        "plans/parks-2024/due_by_quarter.csv",
        "plans/parks-2024/owners.csv",
        "plans/parks-2024/data.json",
        "owners/owners.csv",
        "owners/data.json",
        "record-quality/gaps.csv",
        "record-quality/data.json",
        *(f"schemas/{name}" for name in schemas.published()),
        "glossary/glossary.csv",
        "glossary/data.json",
    ]


def test_a_site_without_plans_says_so_at_home_and_in_the_register() -> None:
    made = site()

    assert made.facts_of is None
    assert home(made).count("No plan has been published yet.") == 2
    assert "Nothing has been published yet." in page(made, "plans/").html


def test_the_home_page_shows_every_plan_on_its_own() -> None:
    first = a_record(a_plan(title="Plan A", actions=[an_action(status="red")]), id="a")
    second = a_record(a_plan(title="Plan B", actions=[an_action(status="red")]), id="b")
    shown = parsed(home(site(first, second))).text

    assert shown.count("The only action is red.") == 2


def test_the_page_about_files_explains_every_column() -> None:
    explained = parsed(page(site(), "data-files/").html).text

    for keys in (*TABLES.values(), JSON):
        for key in keys:
            assert key.name in explained
            assert key.meaning in explained


def test_the_colours_of_the_publisher_are_in_a_style_sheet_of_their_own() -> None:
    made = pages.of_site(Collection(a_site(accent="#123456"), ()), FRAGMENTS)

    assert b"--accent: #123456;" in made.files[0].content


def test_a_page_is_dated_by_its_facts_and_a_site_by_the_newest() -> None:
    old = a_record(a_plan(as_at="2023-06"), id="old")
    new = a_record(a_plan(as_at="2024-06"), id="new")
    made = site(old, new)

    assert page(made, "plans/old/").facts_of == date(2023, 6, 30)
    assert page(made, "plans/").facts_of == made.facts_of == date(2024, 6, 30)


def test_the_same_records_give_the_same_pages() -> None:
    record = a_record(a_plan(actions=[an_action(owners=["park-warden"])]))

    assert site(record) == site(record)


# Places on a page.


def test_every_heading_that_is_announced_is_a_place_on_the_page() -> None:
    loose = an_action(id="1")
    inner = a_group(id="inner", actions=[an_action(id="2")])
    record = a_record(a_plan(actions=[loose], groups=[a_group(groups=[inner])]), id="parks")
    made = page(site(record), "plans/parks/")
    names = {one.attributes["id"] for one in parsed(made.html).every(attribute="id")}
    announced = list(made.anchors)

    assert all(announced)
    assert len(announced) == len(set(announced))
    assert set(announced) <= names


def test_every_action_and_group_can_be_pointed_at() -> None:
    record = a_record(
        a_plan(actions=[an_action(id="1")], groups=[a_group(actions=[an_action(id="2")])]),
        id="parks",
    )
    announced = set(page(site(record), "plans/parks/").anchors)

    assert {"action-1", "action-2", "group-parks"} <= announced


def test_search_finds_every_action_at_its_place() -> None:
    record = a_record(a_plan(actions=[an_action(id="1"), an_action(id="2")]), id="parks")
    found = parsed(page(site(record), "plans/parks/").search_html)

    assert found.place("action-1").text == "Action 1: Put benches in the park"
    assert found.place("action-2")


def test_every_way_on_the_site_leads_to_something_that_is_published() -> None:
    record = a_record(a_plan(actions=[an_action(due="by July 2024")]), id="parks")
    made = site(record)
    known = {"", *(one.address for one in made.pages)}
    known |= {one.address for one in made.files}

    for address, text in (("", home(made)), *((one.address, one.html) for one in made.pages)):
        for one in parsed(text).every("a", "href"):
            way = urlsplit(urljoin(f"{SITE}{address}", one.attributes["href"]))
            assert way.path.removeprefix("/") in known, one.attributes["href"]


# One source, many forms (R182).


def real_plans(plans_folder: PlansFolder) -> list[Collection]:
    for case in CASES:
        text = (HERE / "golden" / case / "plan.yml").read_text("utf-8")
        plans_folder.put(f"{case}/plan.yml", text)
    invented = plans_folder.checked().publishable
    demonstration = check.check(ROOT / "plans", date(2026, 1, 1)).publishable
    assert invented is not None
    assert demonstration is not None
    return [invented, demonstration]


class Forms:
    """One plan as its page, its JSON and its tables, read as a reader's tools would."""

    def __init__(self, made: Output, plan_id: str) -> None:
        self.address = f"plans/{plan_id}/"
        self.files = {one.address: one.content for one in made.files}
        self.page = parsed(as_written(page(made, self.address).html))
        self.data: dict[str, Any] = json.loads(self.files[f"{self.address}data.json"])

    def table(self, name: str) -> list[dict[str, str]]:
        text = self.files[f"{self.address}{name}.csv"].decode("utf-8-sig")
        return [
            {key: unguarded(cell) for key, cell in row.items()}
            for row in csv.DictReader(io.StringIO(text, newline=""))
        ]


@pytest.fixture(scope="module")
def every_form(tmp_path_factory: pytest.TempPathFactory) -> list[Forms]:
    """Every plan of the goldens and of the demonstration in all its forms."""
    plans_folder = PlansFolder(tmp_path_factory.mktemp("every-form")).make_sound()
    return [
        Forms(pages.of_site(found, FRAGMENTS), record.id)
        for found in real_plans(plans_folder)
        for record in found.plans
    ]


def words(text: str) -> str:
    return " ".join(text.split())


def cell(entry: Element, label: str) -> Element:
    (found,) = [one for one in entry.every() if one.attributes.get("data-label", "") == label]
    return found


def test_csv_and_json_hold_the_same_rows(every_form: list[Forms]) -> None:
    for plan in every_form:
        for name in TABLES:
            assert plan.table(name) == plan.data[name]


def test_the_page_has_an_entry_for_every_row_in_the_same_order(every_form: list[Forms]) -> None:
    for plan in every_form:
        names = [one.attributes["id"] for one in plan.page.every(attribute="id")]
        entries = [name for name in names if name.startswith("action-")]

        assert entries == [f"action-{row['id']}" for row in plan.data["actions"]]


def test_title_number_and_owners_on_the_page_are_those_of_the_files(
    every_form: list[Forms],
) -> None:
    for plan in every_form:
        for row in plan.data["actions"]:
            said = plan.page.place(f"action-{row['id']}").text

            assert words(row["title"]) in said
            assert words(row["number"]) in said
            assert words(row["owners"] or "No owner named") in said


def test_every_status_on_the_page_is_that_of_the_files(every_form: list[Forms]) -> None:
    for plan in every_form:
        for row in plan.data["actions"]:
            entry = plan.page.place(f"action-{row['id']}")
            (tag,) = entry.every(attribute="data-status")

            assert tag.text.endswith(words(row["status"]))


def test_the_totals_on_the_page_are_the_counts_of_the_files(every_form: list[Forms]) -> None:
    for plan in every_form:
        counts = plan.data["counts"]
        missing = [code for code in ("not_rated", "not_published") if not counts[code]]
        foot = plan.page.every("tfoot")[0]  # of the chart of statuses

        assert [one.text for one in foot.every("td") if one.text] == [
            *(str(number) for code, number in counts.items() if code not in missing),
            str(plan.data["total"]),
        ]


def test_the_words_of_every_date_on_the_page_are_those_of_the_files(
    every_form: list[Forms],
) -> None:
    for plan in every_form:
        for row in plan.data["actions"]:
            when = cell(plan.page.place(f"action-{row['id']}"), "When").text

            assert words(row["schedule"]).casefold() in when.casefold()
            assert ("End date passed" in when) == (row["date_passed"] == "yes")


def test_the_newest_update_on_the_page_is_that_of_the_files(every_form: list[Forms]) -> None:
    for plan in every_form:
        for row in plan.data["actions"]:
            entry = plan.page.place(f"action-{row['id']}")
            days = [one.attributes["datetime"] for one in entry.every("time")]

            assert days[:1] == [row["latest_update_on"]] * bool(row["latest_update_on"])
            assert words(row["latest_update"]) in entry.text


def test_every_update_and_part_in_the_files_is_on_the_page(every_form: list[Forms]) -> None:
    for plan in every_form:
        for name in ("updates", "sub_items"):
            for row in plan.data[name]:
                said = plan.page.place(f"action-{row['action']}").text
                for part in row["text"].split("\n\n"):
                    assert words(part) in said


def test_every_group_in_the_files_is_on_the_page(every_form: list[Forms]) -> None:
    for plan in every_form:
        for row in plan.data["groups"]:
            assert words(row["title"]) in plan.page.place(f"group-{row['id']}").text
