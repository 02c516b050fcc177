"""What a written page may place, and what an editor is told who gets it wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import a_group, a_plan, a_record, a_site, an_action
from planboard.rules.shortcodes import lookup
from planboard.rules.shortcodes.forms import FORMS, Choice
from planboard.truth.collection import Collection
from planboard.words.vocabulary import Chart, Shortcode, Timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from folders import PlansFolder
    from planboard.rules.shortcodes.forms import Placement

PAGE = "content/page.md"
PARKS = a_record(
    a_plan(
        groups=[
            a_group(
                id="rest",
                groups=[a_group(id="shade", actions=[an_action(id="2", owners=["tree-team"])])],
                actions=[an_action(id="1", owners=["park-warden"], status="red")],
            )
        ]
    ),
    id="parks",
)
SITE = Collection(a_site(), (PARKS,))


def placed(text: str) -> Placement:
    """Return the one thing that a page places without a complaint."""
    (found,), problems = lookup.read(text, PAGE, SITE)
    assert problems == ()
    return found


def said(text: str) -> list[str]:
    found, problems = lookup.read(text, PAGE, SITE)
    assert found == ()
    return [str(one) for one in problems]


# What is placed.


def test_a_count_in_a_sentence_names_its_plan() -> None:
    found = placed("There are [[count parks]] of them.")

    assert (found.shortcode, found.record, found.alone) == (Shortcode.COUNT, PARKS, False)
    assert found.choice == Choice()
    assert "There are [[count parks]] of them."[found.start : found.end] == "[[count parks]]"


def test_every_choice_is_looked_up() -> None:
    found = placed("[[count parks status=red group=shade owner=tree-team timing=not_stated]]")

    assert found.choice == Choice("red", "shade", "tree-team", Timing.NOT_STATED)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("red", "red"),
        ("Red", "red"),
        ('"not rated"', "not_rated"),
        ("not_rated", "not_rated"),
        ('"Not published"', "not_published"),
    ],
)
def test_a_status_is_named_as_in_a_plan(written: str, code: str) -> None:
    assert placed(f"[[count parks status={written}]]").choice.status == code


@pytest.mark.parametrize("written", ["not_stated", "not-stated", '"not stated"', "Not_Stated"])
def test_a_timing_may_be_written_with_any_joint(written: str) -> None:
    assert placed(f"[[count parks timing={written}]]").choice.timing is Timing.NOT_STATED


def test_no_owner_named_can_be_chosen() -> None:
    assert placed("[[count parks owner=none]]").choice.owner == "none"


def test_an_action_and_a_chart_are_looked_up() -> None:
    assert placed("See [[action parks 2]].").action == PARKS.actions["2"]
    assert placed("[[chart parks owners]]").chart is Chart.OWNERS


def test_dates_and_updates_may_speak_of_all_plans_or_of_one() -> None:
    assert placed("[[dates]]").record is None
    assert placed("[[dates parks]]").record == PARKS
    assert placed("[[updates most=3]]").most == 3


def test_every_shortcode_has_its_form() -> None:
    assert set(FORMS) == set(Shortcode)


# What is wrong.


SLIPS = (
    "[[cuont parks]]",
    "[[count park]]",
    "[[count]]",
    "[[status_bar parks]]",
    "[[count parks red]]",
    "[[count parks status:red]]",
    "[[count plan=parks]]",
    "[[count parks status=red,amber]]",
    "[[count parks owner=park warden]]",
    "[[action parks]]",
    "[[action parks 22]]",
    "[[chart parks owner]]",
    "[[count parks stauts=red]]",
    "[[legend parks status=red]]",
    "[[count parks status=rad]]",
    "[[count parks group=shadow]]",
    "[[count parks owner=tree-taem]]",
    "[[count parks timing=soon]]",
    "[[count parks timing=overdue]]",
    "[[updates parks most=many]]",
    "[[updates status=red]]",
    "Here: [[status-table parks]]",
    "| [[status-table parks]] | 1 |",
    "[See this]([[action parks 1]])",
    "[See [[action parks 1]] now](about.md)",
    '<span title="[[count parks]]">x</span>',
)


def test_a_wrong_one_is_told_with_its_place_and_a_way_out(
    golden: Callable[[Path, str], None],
) -> None:
    told = [f"{one}\n{sentence}\n" for one in SLIPS for sentence in said(one)]

    assert len(told) == len(SLIPS)
    golden(Path(__file__).parent / "broken" / "shortcodes.txt", "\n".join(told))


def test_everything_wrong_in_one_is_told_at_once() -> None:
    assert len(said("[[count parks status=rad group=shadow timing=soon]]")) == 3


def test_an_action_cannot_stand_in_a_heading() -> None:
    (sentence,) = said("## About [[action parks 1]]")

    assert sentence == (
        f'{PAGE}:1:10: "action" cannot stand in a heading, because it leads to another page. Put '
        "it into the text below."
    )


def test_in_front_matter_nothing_is_placed_and_that_is_told() -> None:
    (sentence,) = said("---\ntitle: We have [[count parks]] actions\n---\n\nText\n")

    assert sentence == (
        f'{PAGE}:2:16: "[[count parks]]" stands in the lines between --- at the top, where nothing '
        "is placed. Write the words out there, or put it into the text below."
    )


def test_front_matter_may_hold_lists_in_brackets() -> None:
    assert lookup.read("---\ntags: [[a], [count]]\n---\n\nText\n", PAGE, SITE) == ((), ())


def test_where_no_rating_is_published_none_can_be_counted() -> None:
    hidden = a_record(a_plan(actions=[an_action(status="not published")]), id="hidden")
    site = Collection(a_site(), (hidden,))

    _, (problem,) = lookup.read("[[count hidden status=red]] are red.", PAGE, site)

    assert str(problem) == (
        f'{PAGE}:1:23: "hidden" publishes no rating at all, so nobody knows how many are red: 0 '
        "would be untrue. Leave the status out, or choose not_published."
    )
    assert lookup.read("[[count hidden status=not_published]]", PAGE, site)[1] == ()


def test_a_count_may_stand_in_a_heading() -> None:
    assert placed("## All [[count parks]]").shortcode is Shortcode.COUNT


# The check of a whole site.


def written(folder: PlansFolder, text: str, name: str = "page.md") -> None:
    page = folder.root.parent / "content" / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, "utf-8")


def test_a_page_is_checked_with_the_plans_and_lines_count_from_its_top(
    plans_folder: PlansFolder,
) -> None:
    written(plans_folder, "---\ntitle: A\n---\n\n# A\n\nOf [[count pakrs]].\n")

    assert plans_folder.said() == [
        (
            'content/page.md:7:12: There is no plan with the id "pakrs". Use parks. Did you mean '
            '"parks"?'
        )
    ]


def test_what_stands_in_code_is_left_alone(plans_folder: PlansFolder) -> None:
    written(plans_folder, "Write `[[cuont]]`.\n\n```\n[[cuont]]\n```\n")

    assert plans_folder.said() == []


def test_a_note_beside_the_plans_is_no_page(plans_folder: PlansFolder) -> None:
    plans_folder.put("notes.md", "[[cuont]]\n")

    assert plans_folder.said() == []


def test_what_is_lost_in_a_broken_plan_is_not_told_a_second_time(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit("parks/plan.yml", "title: Mend the swings", "titel: Mend the swings")
    written(plans_folder, "See [[action parks 3]].\n")

    assert {one.place.file for one in plans_folder.problems()} == {"plans/parks/plan.yml"}


def test_the_form_is_told_even_where_the_plan_cannot_be_read(plans_folder: PlansFolder) -> None:
    plans_folder.put("parks/plan.yml", "\tformat: 1\n")
    written(plans_folder, "[[count parks]] [[cuont parks]]\n")

    assert "unknown-shortcode" in plans_folder.codes()
    assert "unknown-plan" not in plans_folder.codes()
