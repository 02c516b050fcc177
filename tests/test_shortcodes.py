"""What a written page may place, and what an editor is told who gets it wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import a_group, a_plan, a_record, a_site, an_action
from placeable import FORUMS, LOG, REPORT, WATCH, watch, with_records
from planboard.rules.shortcodes import lookup
from planboard.rules.shortcodes.forms import FORMS, Choice, IssueChoice, Names, ProgrammeChoice
from planboard.truth.collection import Collection
from planboard.words.vocabulary.dates import Timing
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
from planboard.words.vocabulary.programmes import SiteState
from planboard.words.vocabulary.records import RecordKind
from planboard.words.vocabulary.shortcodes import Back, Chart, Shortcode

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
EVERY_KIND = with_records(
    PARKS,
    forums={"parishes": FORUMS},
    logs={"walkers": LOG},
    reports={"wardens": REPORT},
    programmes=(WATCH,),
)


def placed(text: str) -> Placement:
    """Return the one thing that a page places without a complaint."""
    (found,), problems = lookup.read(text, PAGE, EVERY_KIND)
    assert problems == ()
    return found


def said(text: str, site: Collection = EVERY_KIND) -> list[str]:
    found, problems = lookup.read(text, PAGE, site)
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


def test_priorities_and_issues_may_speak_of_all_records_of_their_kind_or_of_one() -> None:
    assert placed("[[priorities]]").record is None
    assert placed("[[issues]]").record is None
    assert placed("[[priorities parishes]]").record == EVERY_KIND.forums[0]
    assert placed("[[issues walkers]]").record == EVERY_KIND.issues[0]


@pytest.mark.parametrize("shortcode", ["benefits", "voices"])
def test_a_part_of_a_report_names_its_report(shortcode: str) -> None:
    assert placed(f"[[{shortcode} wardens]]").record == EVERY_KIND.reports[0]


def test_a_measure_is_looked_up_in_its_report() -> None:
    found = placed("[[measure wardens trust]]")

    assert found.record == EVERY_KIND.reports[0]
    assert found.measure == EVERY_KIND.reports[0].report.measures[1]


def test_every_choice_of_issues_is_looked_up() -> None:
    found = placed("[[issues walkers state=open level=advice-given owner=park-warden told=told]]")

    assert found.issues == IssueChoice(
        IssueState.OPEN, ResponseLevel.ADVICE_GIVEN, "park-warden", ToldState.TOLD
    )


def test_issues_with_no_level_and_nobody_named_can_be_chosen() -> None:
    assert placed("[[issues walkers level=none owner=none]]").issues == IssueChoice(
        level="none", owner="none"
    )


def test_all_issues_are_wanted_unless_it_is_said_how_many() -> None:
    assert placed("[[issues walkers]]").most is None
    assert placed("[[issues walkers most=3]]").most == 3


@pytest.mark.parametrize("shortcode", ["results", "returned", "visits", "sites", "guidance"])
def test_a_part_of_a_programme_names_its_programme(shortcode: str) -> None:
    found = placed(f"[[{shortcode} watch]]")

    assert found.record == WATCH
    assert found.programme == ProgrammeChoice()


def test_programmes_speak_of_all_programmes() -> None:
    assert placed("[[programmes]]").record is None


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024-03", "2024-03-01", "2024-03-31"),
        ('"March 2024"', "2024-03-01", "2024-03-31"),
        ('"Q1 2024/25"', "2024-04-01", "2024-06-30"),
        ('"first half of 2024/25"', "2024-04-01", "2024-09-30"),
        ('"spring 2024"', "2024-03-01", "2024-05-31"),
        ("2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_period_is_any_date_of_whole_months(written: str, first: str, last: str) -> None:
    period = placed(f"[[results watch period={written}]]").programme.period

    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_a_financial_year_is_a_period() -> None:
    site = with_records(programmes=(watch(period="2023/24", as_at="2024-03-31"),))

    (found,), problems = lookup.read("[[visits watch period=2023/24]]", PAGE, site)

    assert problems == ()
    assert found.programme.period == site.programmes[0].programme.period


def test_a_site_and_a_period_can_be_chosen_together() -> None:
    choice = placed("[[visits watch period=2024-03 site=oak-end]]").programme

    assert choice.site == "oak-end"
    assert choice.period is not None


@pytest.mark.parametrize("written", ["risk_assessed", "risk-assessed", '"Risk assessed"'])
def test_a_state_of_sites_may_be_written_with_any_joint(written: str) -> None:
    assert placed(f"[[sites watch state={written}]]").programme.state is SiteState.RISK_ASSESSED


def test_results_are_chosen_by_whether_they_came_back() -> None:
    assert placed("[[returned watch state=waiting]]").programme.back is Back.WAITING
    assert placed("[[returned watch state=returned]]").programme.back is Back.RETURNED


def test_guidance_is_all_of_it_or_one_piece_by_its_id() -> None:
    assert placed("[[guidance watch]]").guidance is None
    assert placed("[[guidance watch weather]]").guidance == WATCH.programme.guidance[1]


def test_one_id_may_be_of_several_kinds_and_each_shortcode_takes_its_own() -> None:
    both = with_records(PARKS, forums={"parks": FORUMS}, logs={"parks": LOG})

    found, problems = lookup.read("[[issues parks]]\n\n[[priorities parks]]\n", PAGE, both)

    assert problems == ()
    assert [one.record and one.record.kind for one in found] == [
        RecordKind.ISSUES,
        RecordKind.FORUMS,
    ]


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
    "[[priorites parishes]]",
    "[[priorities parish]]",
    "[[issues walker]]",
    "[[count walkers]]",
    "[[issues wardens]]",
    "[[voices parks]]",
    "[[plans parks]]",
    "[[reports wardens]]",
    "[[voices]]",
    "[[benefits report=wardens]]",
    "[[measure wardens]]",
    "[[measure wardens trsut]]",
    "[[priorities parishes spring]]",
    "[[priorities parishes most=3]]",
    "[[issues state=open]]",
    "[[issues most=3]]",
    "[[issues walkers open]]",
    "[[issues walkers status=open]]",
    "[[issues walkers state=done]]",
    "[[issues walkers state=opne]]",
    "[[issues walkers level=advice]]",
    "[[issues walkers told=no]]",
    "[[issues walkers owner=warden]]",
    "[[issues walkers most=0]]",
    "Here: [[issues walkers]]",
    "[[programmes watch]]",
    "[[results wtach]]",
    "[[results wardens]]",
    "[[visits]]",
    "[[returned programme=watch]]",
    "[[results watch 2024-03]]",
    "[[results watch month=2024-03]]",
    "[[results watch period=lately]]",
    "[[results watch period=2024-13]]",
    "[[results watch period=March]]",
    "[[results watch period=2024-03-05]]",
    "[[results watch period=2023-03]]",
    "[[results watch period=2023/24]]",
    "[[visits watch period=2024-07]]",
    "[[visits watch oak-end]]",
    "[[visits watch site=oak-ned]]",
    "[[returned watch waiting]]",
    "[[returned watch state=told]]",
    "[[sites watch approved]]",
    "[[sites watch state=closed]]",
    "[[sites watch state=aproved]]",
    "[[guidance watch abusive]]",
    "[[guidance watch weather rain]]",
    "Here: [[guidance watch]]",
    "[[you-said]]",
    "[[you-said walkers status=open]]",
    "Here: [[you-said walkers]]",
    "[[thanks watch 2024-03]]",
    "[[in-short watch site=oak-end]]",
    "[[newsletters watch]]",
    "[[newsletters most=none]]",
    "[[new-since]]",
    "[[meetings]]",
)


def test_a_wrong_one_is_told_with_its_place_and_a_way_out(
    golden: Callable[[Path, str], None],
) -> None:
    told = [f"{one}\n{sentence}\n" for one in SLIPS for sentence in said(one)]

    assert len(told) == len(SLIPS)
    golden(Path(__file__).parent / "broken" / "shortcodes.txt", "\n".join(told))


def test_where_there_is_no_record_of_a_kind_that_is_told() -> None:
    (none,) = said("[[priorities parks-2024]]", SITE)
    (another,) = said("[[priorities parks]]", SITE)

    assert none == f"{PAGE}:1:14: There is no record of priorities yet."
    assert another == (
        f'{PAGE}:1:14: "parks" is a plan, not a record of priorities. There is no record of '
        "priorities yet. For a plan use count, status-bar, status-table, legend, chart, dates, "
        "action or updates."
    )


def test_where_a_programme_has_no_guidance_that_is_told() -> None:
    bare = with_records(programmes=(watch(guidance=[]),))

    assert said("[[guidance watch weather]]", bare) == [
        f'{PAGE}:1:18: There is no guidance in "watch" yet.'
    ]


def test_a_part_of_two_records_of_one_id_is_told_by_every_kind_it_is() -> None:
    both = with_records(PARKS, forums={"east": FORUMS}, logs={"east": LOG})

    (sentence,) = said("[[count east]]", both)

    assert sentence == (
        f'{PAGE}:1:9: "east" is a record of priorities and an issue log, not a plan. Use parks. '
        "For a record of priorities use priorities. For an issue log use issues "
        "or you-said."
    )


def test_an_issue_that_is_not_released_gives_its_owner_no_place_in_a_message() -> None:
    (sentence,) = said("[[issues walkers owner=nobody]]")

    assert "park-warden or none" in sentence


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


LIST = """\
format: 1
title: What walkers raised
publisher: hill-town-council
as_at: 2024-06
"""


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("walkers/issues.yml", LIST + "isues: []\n"),
        ("walkers/issues.yml", LIST + "issues:\n  - id: gate\n"),
    ],
)
def test_what_is_lost_in_a_broken_log_is_not_told_a_second_time(
    plans_folder: PlansFolder, file: str, text: str
) -> None:
    plans_folder.put(file, text)
    written(plans_folder, "[[issues walkers owner=roads-team]]\n")

    assert {one.place.file for one in plans_folder.problems()} == {f"plans/{file}"}


def test_what_is_lost_in_a_broken_list_beside_a_log_is_not_told_a_second_time(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put("walkers/issues.yml", LIST)
    plans_folder.put("walkers/issues.csv", "id,title,state\ngate,The gate does not shut,shut\n")
    written(plans_folder, "[[issues walkers owner=roads-team]]\n")

    assert {one.place.file for one in plans_folder.problems()} == {"plans/walkers/issues.csv"}


@pytest.mark.parametrize(
    "shortcode",
    ["guidance watch weather", "visits watch site=oak-end", "results watch period=2019-01"],
)
def test_what_is_lost_in_a_broken_programme_is_not_told_a_second_time(
    plans_folder: PlansFolder, shortcode: str
) -> None:
    plans_folder.put("watch/programme.yml", LIST + "aera: Hill Town\nperiod: 2024\n")
    written(plans_folder, f"[[{shortcode}]]\n")

    assert {one.place.file for one in plans_folder.problems()} == {"plans/watch/programme.yml"}


def test_a_log_that_can_be_read_whole_is_known_to_know_no_such_owner(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put("walkers/issues.yml", LIST)
    written(plans_folder, "[[issues walkers owner=roads-team]]\n")

    assert plans_folder.codes() == ["unknown-owner"]


@pytest.mark.parametrize("shortcode", Shortcode)
def test_what_may_name_a_record_and_does_not_know_it_says_which_there_are(
    shortcode: Shortcode,
) -> None:
    form = FORMS[shortcode]
    words = " ".join((shortcode, "nowhere", *(["x"] if form.word else [])))
    told = said(f"[[{words}]]")[-1]

    known = {one.kind: one.id for one in EVERY_KIND.records}
    if form.kind and form.names is not Names.NEVER:
        assert f"Use {known[form.kind]}." in told
