"""What the page on record quality says of gaps, and that it is the same everywhere."""

from __future__ import annotations

import ast
import csv
import inspect
import io
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from builders import Nowhere, a_group, a_plan, a_record, a_site, an_action, an_update
from folders import PLAN
from invented import any_plan
from markup import Element, parsed
from planboard.doors.cli import main
from planboard.rules import abbreviations, check, gaps
from planboard.rules.gaps.gap import Gap, as_findings
from planboard.rules.gaps.plans import of_plan
from planboard.saying.views import places
from planboard.saying.views import quality as views
from planboard.showing.downloads.tables import unguarded
from planboard.showing.page import quality as quality_page
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection

if TYPE_CHECKING:
    from folders import PlansFolder
    from planboard.saying.views.quality import GapRow, RecordGaps
    from planboard.truth.in_full import PlanInFull

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in (HERE / "golden").glob("*/plan.yml"))
FRAGMENTS = Fragments(HERE.parent / "overrides")
SOUND = {
    "owners": ["park-warden"],
    "due": "Oct 24",
    "status": "amber",
    "updates": [{"on": "2024-05-14", "text": "The benches are ordered."}],
}
SIZES = {"gaps.csv": 1200}


def quality(*records: PlanInFull) -> views.QualityView:
    found = [(record, tuple(of_plan(record, 92))) for record in records]
    return views.quality(found, a_site(), SIZES)


def in_plan(*actions: object, **plan: object) -> RecordGaps:
    """Return what the page says of one plan with ``actions``."""
    (shown,) = quality(a_record(a_plan(actions=actions, **plan))).records
    return shown


def not_spelt_out(record: PlanInFull) -> RecordGaps:
    """Return what the page says of the abbreviations of a plan, where no glossary knows any."""
    found = tuple(abbreviations.unknown(record, Collection(a_site()).glossary))
    (shown,) = views.quality([(record, found)], a_site(), SIZES).records
    return shown


def row(shown: RecordGaps, code: str) -> GapRow:
    (found,) = [one for one in shown.rows if one.kind.url == f"#kind-{code}"]
    return found


def read(shown: RecordGaps, code: str) -> list[str]:
    """Return what is read at each place of a row: the words of the link, and what follows them."""
    return [f"{link.title}{said}" for link, said in row(shown, code).places]


def ways(shown: RecordGaps, code: str) -> list[str]:
    return [link.url for link, _ in row(shown, code).places]


def sound(name: int, **values: object) -> object:
    """Return an action that has no gap but those of ``values``."""
    return an_action(id=str(name), **{**SOUND, **values})


OF_PLANS = [code for code in views.KINDS if code in views.OF_PLANS]

# Every kind of gap.


def codes_in(source: str) -> set[str]:
    """Return each code that stands first in what ``source`` yields, or in a gap it makes."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        first: list[ast.expr] = []
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            first = node.value.elts[:1]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[:1] if node.func.id == "Gap" else []
        found |= {
            one.value
            for one in first
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        }
    return found


def test_every_kind_of_gap_that_the_rules_know_is_explained_and_no_other() -> None:
    folder = Path(gaps.__file__).parent
    sources = [
        inspect.getsource(abbreviations),
        *(one.read_text("utf-8") for one in folder.iterdir() if one.suffix == ".py"),
    ]
    codes = set().union(*map(codes_in, sources))

    assert codes == set(views.KINDS)


@pytest.mark.parametrize("code", views.KINDS)
def test_a_kind_has_a_title_and_a_sentence_of_its_own(code: str) -> None:
    title, meaning = views.KINDS[code]

    assert title[0].isupper()
    assert meaning[0].isupper()
    assert meaning.endswith(".")
    assert [one[0] for one in views.KINDS.values()].count(title) == 1


def test_what_each_kind_means_stands_at_the_place_its_rows_lead_to() -> None:
    shown = quality(a_record())

    assert [one.anchor for one in shown.kinds] == [
        one.kind.url.removeprefix("#") for one in shown.records[0].rows
    ]


# The gaps of one plan.


def test_a_plan_has_a_row_for_every_kind_and_a_true_zero_where_it_has_none() -> None:
    shown = in_plan(sound(1))

    assert [one.kind.title for one in shown.rows] == [views.KINDS[code][0] for code in OF_PLANS]
    assert {(one.number, one.places) for one in shown.rows} == {("0", ())}


def test_one_gap_is_named_in_full() -> None:
    shown = in_plan(sound(1, owners=[]), sound(2), action_name="recommendation")

    assert read(shown, "no-owner") == ["Recommendation 1"]
    assert not row(shown, "no-owner").brief


def test_several_gaps_of_a_kind_are_numbers_that_lead_to_their_places() -> None:
    shown = in_plan(sound(1, owners=[]), sound(2, owners=[], number="B2"), sound(3))

    assert row(shown, "no-owner").brief
    assert read(shown, "no-owner") == ["1", "B2"]
    assert ways(shown, "no-owner") == [
        "../plans/parks-2024/#action-1",
        "../plans/parks-2024/#action-2",
    ]


def test_a_gap_in_every_action_is_one_link_to_all() -> None:
    shown = in_plan(sound(1, owners=[]), sound(2, owners=[]))

    assert row(shown, "no-owner").number == "2"
    assert not row(shown, "no-owner").brief
    assert read(shown, "no-owner") == ["All 2 actions"]
    assert ways(shown, "no-owner") == ["../plans/parks-2024/#actions"]


def test_what_has_left_the_plan_is_none_of_all_its_actions() -> None:
    gone = sound(3, left_on="2024-05-20")
    shown = in_plan(sound(1, owners=[]), sound(2, owners=[]), gone)

    assert read(shown, "no-owner") == ["All 2 actions"]


def test_every_contradiction_is_told() -> None:
    done = {"stage": "complete", "status": "red"}
    shown = in_plan(sound(1, **done), sound(2, **done))

    assert read(shown, "contradiction") == [
        "Action 1 is said to be complete, but its status is red.",
        "Action 2 is said to be complete, but its status is red.",
    ]


def test_a_gap_of_the_whole_plan_is_a_sentence_that_leads_to_where_it_shows() -> None:
    shown = in_plan(sound(1), scale={"use": "rag", "needs_targets": "true"})

    assert read(shown, "no-target") == [
        "1 of 1 actions has no target, though the meanings of the statuses speak of targets."
    ]
    assert ways(shown, "no-target") == ["../plans/parks-2024/#scale"]


def test_an_abbreviation_nobody_spells_out_is_a_sentence_after_its_place() -> None:
    shown = not_spelt_out(a_record(actions=[sound(1, title="Ask the PSST")]))
    (said,) = read(shown, "unknown-abbreviation")

    assert said.startswith('Action 1: "PSST" is not in the glossary')


def test_a_gap_of_a_group_leads_to_the_group_even_if_an_action_has_its_id() -> None:
    group = a_group(id="1", title="Parks", actions=[sound(1)])
    record = a_record(groups=[group])
    of_group = Gap("some-gap", ("groups", 0, "title"), "group", group, "says nothing.")
    of_action = Gap(
        "some-gap", ("groups", 0, "actions", 0), "action", group.actions[0], "says nothing."
    )

    assert places.address(record, of_group) == "plans/parks-2024/#group-1"
    assert places.address(record, of_action) == "plans/parks-2024/#action-1"
    assert views.sentence(record, of_group) == "Theme “Parks” says nothing."
    assert views.sentence(record, of_action) == "Action 1 says nothing."
    assert [one.message for one in as_findings(record, (of_group, of_action), Nowhere())] == [
        "Theme “Parks” says nothing.",
        "Action 1 says nothing.",
    ]


def test_a_gap_of_anything_else_leads_to_the_top_of_the_plan() -> None:
    gap = Gap("some-gap", ("summary",), "", None, "The summary says nothing.")

    assert places.address(a_record(), gap) == "plans/parks-2024/#plan"


# The sentence on a plan.


@pytest.mark.parametrize(
    ("actions", "sentence"),
    [
        ((sound(1), sound(2)), "0 gaps."),
        ((), "0 gaps."),
        ((sound(1, owners=[]), sound(2), sound(3)), "1 gap. 2 of 3 actions have none."),
        ((sound(1, owners=[], due=""), sound(2)), "2 gaps. 1 of 2 actions has none."),
        ((sound(1, owners=[]), sound(2, due="")), "2 gaps. Every action has at least one."),
        (
            (sound(1, owners=[]), sound(2), sound(3, owners=[], left_on="2024-05-20")),
            "1 gap. 1 of 2 actions has none.",
        ),
    ],
    ids=str,
)
def test_the_sentence_says_how_many_gaps_there_are_and_how_many_actions_have_none(
    actions: tuple[object, ...], sentence: str
) -> None:
    assert in_plan(*actions).sentence == sentence


def test_what_has_left_the_plan_is_not_taken_for_one_that_is_in_it() -> None:
    gone = sound(1, title="Ask the PSST", left_on="2024-05-20")
    shown = not_spelt_out(a_record(actions=[gone, sound(2)]))

    assert shown.sentence == "1 gap. 1 of 1 action has none."


def test_a_plan_without_actions_may_have_gaps_all_the_same() -> None:
    assert not_spelt_out(a_record(title="Plan of the PSST")).sentence == "1 gap."


@given(any_plan())
def test_the_rows_sum_to_the_gaps_and_each_gap_has_a_way_to_it(record: PlanInFull) -> None:
    found = tuple(of_plan(record, 92))
    (shown,) = views.quality([(record, found)], a_site(), SIZES).records
    current = sum(one.left_on is None for one in record.actions.values())

    assert sum(int(one.number) for one in shown.rows) == len(found)
    for one in shown.rows:
        whole = [link.url.partition("#")[2] for link, _ in one.places] == ["actions"]
        assert int(one.number) == (current if whole else len(one.places))


# The whole page.


def test_plans_stand_apart_and_an_invented_one_is_marked() -> None:
    invented = a_record(a_plan(title="Plan A", example="true"), id="a")
    real = a_record(a_plan(title="Plan B", actions=[sound(1, due="")]), id="b")
    shown = quality(invented, real)

    assert shown.example
    assert [(one.anchor, one.example, one.sentence) for one in shown.records] == [
        ("plan-a", True, "0 gaps."),
        ("plan-b", False, "1 gap. Every action has at least one."),
    ]


def test_a_site_without_plans_says_so_and_still_explains_the_kinds() -> None:
    shown = quality()

    assert shown.empty == "Nothing has been published yet."
    assert len(shown.kinds) == len(OF_PLANS)


# One source, many forms.


class Forms:
    """The page on quality, its tables and its JSON, read as a reader's tools would."""

    def __init__(self, collection: Collection) -> None:
        self.found = [(one, check.gaps_of(collection, one)) for one in collection.plans]
        made = quality_page.of_gaps(self.found, collection.site, FRAGMENTS)
        files = {one.address: one.content for one in made.files}
        self.page = parsed(made.pages[0].html)
        self.data: dict[str, Any] = json.loads(files["record-quality/data.json"])
        text = files["record-quality/gaps.csv"].decode("utf-8-sig")
        self.table = [
            {key: unguarded(cell) for key, cell in line.items()}
            for line in csv.DictReader(io.StringIO(text, newline=""))
        ]

    def rows(self, plan: PlanInFull) -> list[Element]:
        """Return the rows of one plan on the page, one for each kind."""
        tables = [
            one
            for one in self.page.every("table")
            if one.every("caption")[0].text == f"Gaps in {plan.plan.title}"
        ]
        (table,) = tables
        return table.every("tbody")[0].every("tr")

    def agree(self) -> None:
        """Assert that page, table and JSON hold the same gaps."""
        assert self.table == self.data["gaps"]
        for record, found in self.found:
            counts = self.data["counts"][record.id]
            listed = [one for one in self.table if one["plan"] == record.id]
            assert [one["kind"] for one in listed] == [gap.code for gap in found]
            assert Counter(one["kind"] for one in listed) == Counter(counts)
            for code, line in zip(OF_PLANS, self.rows(record), strict=True):
                self.row_agrees(record, code, line, counts[code])

    def row_agrees(self, record: PlanInFull, code: str, line: Element, number: int) -> None:
        kind, *ways = [one.attributes["href"] for one in line.every("a")]
        told, where = line.every("td")
        listed = [one for one in self.table if (one["plan"], one["kind"]) == (record.id, code)]
        assert kind == f"#kind-{code}"
        assert told.text == str(number)
        if ways != [f"../plans/{record.id}/#actions"]:
            assert ways == [f"../{one['address']}" for one in listed]
        if not number:
            assert where.text == "None"


@settings(max_examples=30)
@given(any_plan("a"), any_plan("b"))
def test_page_table_and_json_hold_the_same_gaps(one: PlanInFull, other: PlanInFull) -> None:
    renamed = a_record(other.plan.model_copy(update={"title": "Plan B"}), id="b")
    Forms(Collection(a_site(), (one, renamed))).agree()


@pytest.fixture
def every_plan(plans_folder: PlansFolder) -> PlansFolder:
    """A folder with every plan of the goldens."""
    plans_folder.delete(PLAN)
    for case in CASES:
        text = (HERE / "golden" / case / "plan.yml").read_text("utf-8")
        plans_folder.put(f"{case}/plan.yml", text.replace("title: Plan", f"title: {case} plan"))
    return plans_folder


def test_the_same_holds_for_every_kind_of_plan_there_is(every_plan: PlansFolder) -> None:
    published = every_plan.checked().publishable

    assert published is not None
    Forms(published).agree()


def listed_by_check(folder: PlansFolder) -> list[tuple[str, str, str]]:
    """Return plan, kind and sentence of each gap that ``planboard check`` lists."""
    words = ["check", str(folder.root), "--findings", "--format", "json"]
    report = json.loads(CliRunner().invoke(main, words).output)
    return [
        (one["file"].split("/")[1], one["code"], one["message"])
        for one in report["problems"]
        if one["level"] == "finding"
    ]


def ending(message: str) -> str:
    """Return a sentence without its subject, which editors know by the id alone."""
    return " ".join(message.split()[-3:])


def test_an_editor_is_told_of_the_same_gaps_as_the_public(every_plan: PlansFolder) -> None:
    published = every_plan.checked().publishable
    assert published is not None
    public = [(one["plan"], one["kind"], one["message"]) for one in Forms(published).table]
    told = listed_by_check(every_plan)

    assert told
    assert Counter((plan, code, ending(said)) for plan, code, said in told) == Counter(
        (plan, code, ending(said)) for plan, code, said in public
    )


def test_where_no_other_number_is_printed_the_sentences_are_the_same(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "        due: Ongoing\n", "")
    plans_folder.edit(PLAN, "        owners: [parks-board]\n", "")
    published = plans_folder.checked().publishable
    assert published is not None

    assert sorted(said for *_, said in listed_by_check(plans_folder)) == sorted(
        one["message"] for one in Forms(published).table
    )


def test_a_newest_update_that_is_old_counts_by_the_days_of_the_site(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.append("registers/site.yml", "stale_after_days: 20\n")
    published = plans_folder.checked().publishable
    assert published is not None

    assert Forms(published).data["counts"]["parks"]["stale"] == 2


def test_an_update_without_a_day_is_never_old() -> None:
    shown = in_plan(sound(1, updates=[an_update()]))

    assert row(shown, "stale").number == "0"
