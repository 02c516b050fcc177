"""The pages of owners and the files beside them, and every way from page to page."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

from builders import a_log, a_plan, a_record, a_report, a_site, an_action
from folders import PLAN, PlansFolder
from invented import NAMES, any_plan
from markup import Element, as_written, parsed
from planboard.arithmetic import verdicts
from planboard.rules import check
from planboard.saying import labels, routes
from planboard.showing import pages
from planboard.showing.downloads import glossary, owners, quality
from planboard.showing.downloads.tables import unguarded
from planboard.showing.page import owners as owner_pages
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection
from planboard.truth.in_full import IssuesInFull, PlanInFull, ReportInFull
from planboard.truth.model.register import Owner
from planboard.words.vocabulary.issues import IssueState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.showing.page.made import DataPage, Made
    from planboard.showing.pages import Output
    from planboard.truth.in_full import RecordInFull

HERE = Path(__file__).parent
ROOT = HERE.parent
FRAGMENTS = Fragments(ROOT / "overrides")
CASES = sorted(path.parent.name for path in (HERE / "golden").glob("*/plan.yml"))
SITE = "https://plans.invalid/any/sub-path/"
OWNED = {"owners": ["park-warden"]}
REGISTER = tuple(
    Owner.model_validate({"id": name, "role": name.replace("-", " ").capitalize()})
    for name in NAMES[:-1]
)


def collection(*records: RecordInFull, register: tuple[Owner, ...] = REGISTER) -> Collection:
    return Collection(
        a_site(),
        plans=tuple(one for one in records if isinstance(one, PlanInFull)),
        issues=tuple(one for one in records if isinstance(one, IssuesInFull)),
        reports=tuple(one for one in records if isinstance(one, ReportInFull)),
        owners=register,
    )


def made_of(*records: RecordInFull, register: tuple[Owner, ...] = REGISTER) -> Made:
    """Return the pages of all owners with their files."""
    found = collection(*records, register=register)
    return owner_pages.of_owners(found, verdicts.of_site(found), FRAGMENTS)


def page(made: Made | Output, address: str) -> DataPage:
    (found,) = [one for one in made.pages if one.address == address]
    return found


def file(made: Made | Output, address: str) -> bytes:
    (found,) = [one.content for one in made.files if one.address == address]
    return found


def table(made: Made | Output, address: str) -> list[dict[str, str]]:
    text = file(made, address).decode("utf-8-sig")
    return [
        {key: unguarded(cell) for key, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def data(made: Made | Output, address: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(file(made, address))


# Which pages and files there are.


def test_every_owner_of_the_register_has_a_page_and_the_register_comes_first() -> None:
    assert [one.address for one in made_of().pages] == [
        "owners/",
        *(f"owners/{one.id}/" for one in REGISTER),
    ]


def test_an_owner_that_is_in_no_register_has_no_page() -> None:
    made = made_of(a_record(a_plan(actions=[an_action(owners=["stranger"])])))

    assert "owners/stranger/" not in [one.address for one in made.pages]


def test_the_files_of_an_owner_stand_beside_its_page() -> None:
    assert [one.address for one in made_of(register=REGISTER[:1]).files] == [
        "owners/owners.csv",
        "owners/data.json",
        "owners/park-warden/mentions.csv",
        "owners/park-warden/data.json",
    ]


def test_the_register_is_in_the_menu_and_a_page_under_it_leads_back() -> None:
    made = made_of()

    assert page(made, "owners/").in_nav
    assert not page(made, "owners/park-warden/").in_nav
    assert page(made, "owners/park-warden/").above == (("Owners", "owners/"),)


def test_a_page_is_dated_by_the_newest_facts_that_name_the_owner() -> None:
    actions = [an_action(**OWNED)]
    old = a_record(a_plan(as_at="2023-06", actions=actions), id="old")
    new = a_record(a_plan(as_at="2024-06"), id="new")
    made = made_of(old, new)

    assert page(made, "owners/park-warden/").facts_of == date(2023, 6, 30)
    assert page(made, "owners/parks-board/").facts_of is None
    assert page(made, "owners/").facts_of == date(2024, 6, 30)


def test_a_page_is_dated_by_records_of_every_kind() -> None:
    issue = {"id": "bins", "title": "Bins are full", **OWNED}
    made = made_of(
        a_record(a_plan(as_at="2023-06", actions=[an_action(**OWNED)])),
        a_log(as_at="2024-06", issues=[issue]),
        a_report(as_at="2025-06", improvement=[{"id": "1", "title": "More benches"}]),
    )

    assert page(made, "owners/park-warden/").facts_of == date(2024, 6, 30)
    assert page(made, "owners/").facts_of == date(2025, 6, 30)


def test_records_with_one_name_have_places_of_their_own_on_a_page() -> None:
    issue = {"id": "bins", "title": "Bins are full", **OWNED}
    made = made_of(
        a_record(a_plan(actions=[an_action(**OWNED)]), id="parks"),
        a_log(id="parks", issues=[issue]),
    )
    shown_page = page(made, "owners/park-warden/")

    assert {"plan-parks", "issues-parks"} <= set(shown_page.anchors)
    assert parsed(shown_page.html).place("issues-parks").text == "Log for the parks"


def test_search_knows_what_a_record_of_another_kind_says_of_an_owner() -> None:
    issue = {"id": "bins", "title": "Bins are full", **OWNED}
    made = page(made_of(a_log(issues=[issue])), "owners/park-warden/")
    found = parsed(made.search_html)

    assert found.place("issues-parks-2024").text == "Park warden: Log for the parks"
    assert "Named on 1 of 1 issue." in found.text


def test_search_knows_an_owner_by_its_role_and_one_sentence_a_plan() -> None:
    made = page(made_of(a_record(a_plan(actions=[an_action(**OWNED)]))), "owners/park-warden/")
    found = parsed(made.search_html)

    assert found.every("h1")[0].text == "Park warden"
    assert found.place("plan-parks-2024").text == "Park warden: Plan for the parks"
    assert "Named on 1 of 1 action. The only action is not rated." in found.text
    assert "Put benches in the park" not in found.text


def test_the_same_records_give_the_same_pages() -> None:
    record = a_record(a_plan(actions=[an_action(**OWNED)]))

    assert made_of(record) == made_of(record)


# The keys of the files are public.


@pytest.mark.parametrize(
    ("address", "header"),
    [
        ("owners/owners.csv", "id,role,kind,aliases,chair,parent,actions,named_on"),
        (
            "owners/park-warden/mentions.csv",
            (
                "plan,action,named_as,title,schedule,first_day,last_day,end_date_state,status,"
                "left_on,address,part,state"
            ),
        ),
        ("record-quality/gaps.csv", "plan,kind,about,message,address"),
    ],
)
def test_a_table_begins_with_the_columns_it_always_had(address: str, header: str) -> None:
    made = pages.of_site(Collection(a_site(), (), REGISTER), FRAGMENTS)
    first = file(made, address).decode("utf-8-sig").splitlines()[0]

    assert f"{first},".startswith(f"{header},")


def test_the_page_about_files_explains_every_key_of_every_file() -> None:
    made = pages.of_site(Collection(a_site()), FRAGMENTS)
    explained = parsed(as_written(page(made, "data-files/").html)).text
    kinds = (*owners.documented(), quality.documented(), glossary.documented())
    keys = [key for kind in kinds for found in kind.files.values() for key in found]

    assert keys
    for key in keys:
        assert key.name in explained
        assert words(key.meaning) in explained


def test_the_keys_of_the_json_are_those_that_are_explained() -> None:
    record = a_record(a_plan(actions=[an_action(**OWNED)]))
    made = pages.of_site(Collection(a_site(), (record,), REGISTER), FRAGMENTS)
    of_register, of_owner = owners.documented()

    for address, kind in (
        ("owners/data.json", of_register),
        ("owners/park-warden/data.json", of_owner),
        ("record-quality/data.json", quality.documented()),
    ):
        assert list(data(made, address)) == [key.name for key in kind.files["data.json"]]


def test_a_spreadsheet_takes_no_title_for_a_formula() -> None:
    record = a_record(a_plan(actions=[an_action(title="=1+1", **OWNED)]))
    made = made_of(record)

    assert b"'=1+1" in file(made, "owners/park-warden/mentions.csv")
    assert table(made, "owners/park-warden/mentions.csv")[0]["title"] == "=1+1"
    assert data(made, "owners/park-warden/data.json")["mentions"][0]["title"] == "=1+1"


# One source, many forms (R182).

NAMED_AS = {"owners": "owner", "support": "supports", "reports_to": "reports go to it"}
"""What the page says of an action for each key."""
NAMED_AS_ELSEWHERE = {
    "owners": r"^owner",
    "by": r"acts on it|passed results on|went there",
    "partners": r"partner, or asked",
    "with_board": r"board that it lies before",
    "boards": r"board that owns it",
    "board": r"^board, chair",
    "chair": r"\bchair$",
    "to": r"passed to it",
}
"""How what it says of another part is known, for each key."""


def words(text: str) -> str:
    return " ".join(text.split())


class Shown:
    """One mention as the page shows it."""

    def __init__(self, row: Element) -> None:
        (head,) = row.every("th")
        self.cells = {cell.attributes["data-label"]: cell.text for cell in row.every("td")}
        (self.link,) = head.every("a")
        self.said = head.text


def shown(html: str) -> dict[str, list[Shown]]:
    """Return the mentions on the page of an owner, in the order of the page, by their records."""
    found: dict[str, list[Shown]] = {}
    record = ""
    for one in parsed(as_written(html)).every():
        if one.tag == "h2":
            kind, _, name = one.attributes["id"].partition("-")
            record = name if kind == "plan" else f"{kind}/{name}"
        elif one.tag == "tbody":
            found[record] = [Shown(row) for row in one.every("tr")]
    return found


def agree(made: Made | Output, owner: str) -> None:
    """Assert that page, table and JSON of one owner hold the same mentions."""
    address = f"owners/{owner}/"
    rows = table(made, f"{address}mentions.csv")
    told = data(made, f"{address}data.json")
    assert rows == told["mentions"]
    html = page(made, address).html
    on_page = shown(html)
    assert list(on_page) == [*told["plans"], *told["records"]]
    assert sum(map(len, on_page.values())) == len(rows) > 0
    for record, found in on_page.items():
        listed = [row for row in rows if row["plan"] == record]
        if record in told["plans"]:
            in_it = [row for row in listed if not row["left_on"]]
            assert told["plans"][record]["total"] == len(in_it)
            assert sum(told["plans"][record]["counts"].values()) == len(in_it)
            assert listed == sorted(listed, key=soonest)
        else:
            counts_agree(told["records"][record], listed, words(parsed(html).text))
        for row, one in zip(listed, found, strict=True):
            mention_agrees(row, one)


def counts_agree(told: dict[str, Any], listed: list[dict[str, str]], said: str) -> None:
    """Assert that what is counted in a record that is no plan is what is listed and said."""
    assert told["total"] == sum(map(counts_for, listed))
    assert set(told["parts"]) == {row["part"] for row in listed}
    for part, count in told["parts"].items():
        assert count["number"] == sum(counts_for(row) for row in listed if row["part"] == part)
        name = "entr" if part == "board" else part
        assert f"{count['number']} of {count['of']} {name}" in said


def counts_for(row: dict[str, str]) -> int:
    """Return how many mentions a row is; visits are one row, which says how many."""
    return int(row["title"].split()[0]) if row["part"] == "visit" else 1


def soonest(row: dict[str, str]) -> tuple[bool, str]:
    return bool(row["left_on"]), row["last_day"] or row["first_day"] or "9999-12-31"


def mention_agrees(row: dict[str, str], one: Shown) -> None:
    assert one.link.attributes["href"] == f"../../{row['address']}"
    assert one.link.text.endswith(words(row["title"]))
    assert words(row["schedule"]).casefold() in one.cells.get("When", "").casefold()
    assert one.cells.get("Status", "").endswith(words(row["status"]))
    assert one.cells.get("State", "").endswith(
        labels.ISSUE_STATES[IssueState(row["state"])] if row["state"] else ""
    )
    assert ("No longer in the plan" in one.said) == bool(row["left_on"])
    named = row["named_as"].split("; ")
    if row["part"] == "action":
        said = one.said.removeprefix(one.link.text).casefold()
        assert [key for key, word in NAMED_AS.items() if word in said] == named
    else:
        said = one.cells["Named as"].casefold()
        assert [key for key, word in NAMED_AS_ELSEWHERE.items() if re.search(word, said)] == named


def every_owner_agrees(made: Made | Output) -> None:
    """Assert the same for all owners, and that the register counts what their pages show."""
    register = table(made, "owners/owners.csv")
    listed = parsed(page(made, "owners/").html).every("tbody")
    assert register == data(made, "owners/data.json")["owners"]
    told = {row["id"]: data(made, f"owners/{row['id']}/data.json") for row in register}
    rows = [line for body in listed for line in body.every("tr")]
    links = {line.every("a")[0].attributes["href"]: line for line in rows}
    assert set(links) == {f"{row['id']}/" for row in register}
    for row in register:
        plans, others = told[row["id"]]["plans"], told[row["id"]]["records"]
        for counted, column in ((plans, "actions"), (others, "named_on")):
            numbers = [f"{record} {one['total']}" for record, one in counted.items()]
            assert row[column] == "; ".join(numbers)
        if plans or others:
            agree(made, row["id"])
        ways = [one.attributes["href"] for one in links[f"{row['id']}/"].every("a")[1:]]
        places = [*(f"plan-{plan}" for plan in plans), *(one.replace("/", "-") for one in others)]
        assert ways == [f"{row['id']}/#{place}" for place in places]


_some_owners = st.lists(st.sampled_from(NAMES), max_size=3, unique=True)
_maybe_an_owner = st.sampled_from([None, *NAMES])
_issues = st.lists(
    st.fixed_dictionaries(
        {
            "owners": _some_owners,
            "with_board": _maybe_an_owner,
            "actions": st.lists(
                st.fixed_dictionaries(
                    {"text": st.just("Emptied."), "by": _some_owners, "partners": _some_owners}
                ),
                max_size=2,
            ),
            "due": st.sampled_from(["", "by May 2024", "by July 2024", "Ongoing"]),
            "state": st.sampled_from(["open", "in progress", "noted", "not stated"]),
        }
    ),
    max_size=5,
)
_items = st.lists(st.fixed_dictionaries({"boards": _some_owners}), max_size=5)
_chairs = st.dictionaries(st.sampled_from(NAMES), _maybe_an_owner, max_size=3)
_measures = st.lists(st.fixed_dictionaries({"owners": _some_owners}), max_size=3)


def numbered(found: Sequence[Mapping[str, object]], **values: object) -> list[dict[str, object]]:
    """Return ``found`` with an id for each, over ``values`` that all of them have."""
    return [{"id": str(number), **values, **one} for number, one in enumerate(found, 1)]


@st.composite
def any_log(draw: st.DrawFn) -> IssuesInFull:
    """Return a log that names owners in every way, or in none."""
    return a_log(issues=numbered(draw(_issues), title="Bins are full"))


@st.composite
def any_report(draw: st.DrawFn) -> ReportInFull:
    """Return a report that names owners in every way, or in none."""
    return a_report(
        improvement=numbered(draw(_items), title="More benches"),
        measures=numbered(draw(_measures), title="Visits", kind="output"),
        boards=[{"board": board, "chair": chair} for board, chair in draw(_chairs).items()],
    )


@settings(max_examples=30)
@given(any_plan("a"), any_plan("b"), any_log(), any_report())
def test_page_table_and_json_of_an_owner_hold_the_same_mentions(
    one: PlanInFull, other: PlanInFull, log: IssuesInFull, report: ReportInFull
) -> None:
    every_owner_agrees(made_of(one, other, log, report))


@pytest.fixture(scope="module")
def every_site(tmp_path_factory: pytest.TempPathFactory) -> list[Output]:
    """A site with every plan of the goldens, and the demonstration."""
    plans_folder = PlansFolder(tmp_path_factory.mktemp("every-site")).make_sound()
    for case in CASES:
        text = (HERE / "golden" / case / "plan.yml").read_text("utf-8")
        plans_folder.put(f"{case}/plan.yml", text)
    invented = plans_folder.checked().publishable
    demonstration = check.check(ROOT / "plans", date(2026, 1, 1)).publishable
    assert invented is not None
    assert demonstration is not None
    return [pages.of_site(one, FRAGMENTS) for one in (invented, demonstration)]


def test_the_same_holds_for_every_owner_there_is(every_site: list[Output]) -> None:
    for made in every_site:
        every_owner_agrees(made)


def test_an_owner_is_named_in_the_plans_own_table_wherever_its_page_says_so(
    every_site: list[Output],
) -> None:
    for made in every_site:
        for owner in table(made, "owners/owners.csv"):
            for row in table(made, f"owners/{owner['id']}/mentions.csv"):
                if row["part"] != "action":
                    continue
                actions = table(made, f"plans/{row['plan']}/actions.csv")
                (action,) = [one for one in actions if one["id"] == row["action"]]
                same = ("title", "schedule", "first_day", "last_day", "status", "left_on")
                assert {key: action[key] for key in same} == {key: row[key] for key in same}
                for key in row["named_as"].split("; "):
                    assert owner["role"] in action[key]


# Every way leads somewhere.


class Ways:
    """Every page of a site with its places, and the files beside them."""

    def __init__(self, made: Output) -> None:
        self.files = {one.address for one in made.files}
        self.html = {one.address: one.html for one in made.pages}
        self.html |= {"": home(made), "about/": made.inserts["about.md"]}
        self.announced = {one.address: one.anchors for one in made.pages}
        self.search = {one.address: one.search_html for one in made.pages}
        self.places = {address: places(html) for address, html in self.html.items()}

    def inside(self) -> Iterator[tuple[str, str, str]]:
        """Yield each link that stays on the site: the page it is on, its target, and the place."""
        for address, html in self.html.items():
            for one in parsed(html).every("a", "href"):
                way = urljoin(f"{SITE}{address}", one.attributes["href"])
                if way.startswith(SITE):
                    target, _, place = way.removeprefix(SITE).partition("#")
                    yield address, target, place
                else:
                    assert urlsplit(way).netloc != urlsplit(SITE).netloc, "it leaves the sub-path"


def home(made: Output) -> str:
    written = made.places.written("[[plans]]\n\n[[dates]]\n\n[[updates]]", "index.md", "")
    return written.finished(markdown(written.markdown))


def places(html: str) -> list[str]:
    return [one.attributes["id"] for one in parsed(html).every(attribute="id")]


def all_lead_somewhere(made: Output) -> None:
    ways = Ways(made)
    written = {routes.newsletter(one.record.id) for one in made.newsletters.told}
    written |= {routes.FEED} if written else set()
    for address, target, place in ways.inside():
        if target in written:
            continue
        assert target in {*ways.html, *ways.files}, f"{address}: {target}"
        assert not place or place in ways.places[target], f"{address}: {target}#{place}"


def test_every_link_of_every_page_leads_to_a_page_and_a_place_that_are_there(
    every_site: list[Output],
) -> None:
    for made in every_site:
        all_lead_somewhere(made)


def test_every_place_a_link_leads_to_is_announced(every_site: list[Output]) -> None:
    for made in every_site:
        ways = Ways(made)
        for _, target, place in ways.inside():
            if place and target in ways.announced:
                assert place in ways.announced[target], f"{target}#{place}"


def test_every_place_is_announced_once_and_is_on_its_page_once(every_site: list[Output]) -> None:
    for made in every_site:
        ways = Ways(made)
        for address, announced in ways.announced.items():
            on_page = ways.places[address]
            assert all(announced)
            assert len(announced) == len(set(announced))
            assert len(on_page) == len(set(on_page))
            assert set(announced) <= set(on_page), address


def test_whatever_search_finds_is_a_place_on_the_page(every_site: list[Output]) -> None:
    for made in every_site:
        ways = Ways(made)
        for address, html in ways.search.items():
            assert set(places(html)) <= set(ways.places[address]), address


def test_every_address_in_a_table_is_a_place_on_the_site(every_site: list[Output]) -> None:
    for made in every_site:
        ways = Ways(made)
        tables = [one for one in ways.files if one.endswith(("mentions.csv", "gaps.csv"))]
        for row in (row for one in tables for row in table(made, one)):
            target, _, place = row["address"].partition("#")
            assert place in ways.places[target], row["address"]


@settings(max_examples=10)
@given(any_plan("a"), any_plan("b"))
def test_no_link_of_any_site_leads_nowhere(one: PlanInFull, other: PlanInFull) -> None:
    all_lead_somewhere(pages.of_site(Collection(a_site(), (one, other), REGISTER), FRAGMENTS))


def test_no_link_leads_nowhere_where_there_is_nothing(plans_folder: PlansFolder) -> None:
    plans_folder.delete(PLAN)
    plans_folder.put("registers/owners.yml", "format: 1\nowners: []\n")
    published = plans_folder.checked().publishable
    assert published is not None

    all_lead_somewhere(pages.of_site(published, FRAGMENTS))
