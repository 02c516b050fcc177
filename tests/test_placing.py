"""Written pages: what stands in them in place of their shortcodes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

from builders import a_group, a_plan, a_record, a_site, an_action, an_update
from markup import Element, parsed
from placeable import FORUMS, LOG, REPORT, WATCH, watch, with_records
from planboard.arithmetic import verdicts
from planboard.showing.placing.marks import named_apart, names_in
from planboard.showing.placing.places import Places
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection

if TYPE_CHECKING:
    from planboard.truth.in_full import PlanInFull

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
SIZES = {"plans/parks/owners.csv": 1500, "plans/parks-2/owners.csv": 9000}
EXTENSIONS = ["toc", "tables", "fenced_code", "admonition"]
PARKS = a_record(
    a_plan(
        title="Plan for the parks",
        groups=[
            a_group(
                id="rest",
                title="Places to rest",
                actions=[
                    an_action(
                        id="1",
                        title="Put benches in the park",
                        owners=["park-warden"],
                        due="Aug 24",
                        status="red",
                        updates=[an_update(on="2024-05-14", text="The benches are ordered.")],
                    ),
                    an_action(
                        id="2",
                        title="Plant trees",
                        status="amber",
                        updates=[an_update(on="2024-06-02", text="Twelve trees stand.")],
                    ),
                ],
            )
        ],
        actions=[an_action(id="3", title="Mend the swings", status="amber")],
    ),
    id="parks",
)
PLAY = a_record(
    a_plan(title="Plan for play", example="true", actions=[an_action(id="1")]), id="play"
)


EVERY_KIND = with_records(
    PARKS,
    forums={"parishes": FORUMS},
    logs={"walkers": LOG},
    reports={"wardens": REPORT},
    programmes=(WATCH,),
)


def of(site: Collection) -> Places:
    return Places(site, verdicts.of_site(site), FRAGMENTS, SIZES, {})


def places(*records: PlanInFull) -> Places:
    return of(Collection(a_site(), records))


def made(text: str, *records: PlanInFull, address: str = "news/") -> str:
    """Return the HTML of a written page."""
    page = places(*(records or (PARKS,))).written(text, "news.md", address)
    return page.finished(markdown(page.markdown, extensions=EXTENSIONS))


def read(text: str, *records: PlanInFull, address: str = "news/") -> Element:
    return parsed(made(text, *records, address=address))


# In a sentence.


def test_a_count_is_a_figure_in_its_sentence() -> None:
    html = made("Of [[count parks]] actions, [[count parks status=amber]] are amber.")

    assert html == "<p>Of 3 actions, 2 are amber.</p>"


def test_a_count_stands_in_a_heading_and_in_its_anchor() -> None:
    assert made("## All [[count parks]] actions") == '<h2 id="all-3-actions">All 3 actions</h2>'


def test_a_count_of_nothing_is_zero() -> None:
    assert made("[[count parks status=green]] are green.") == "<p>0 are green.</p>"


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        ("", 3),
        ("status=amber", 2),
        ("group=rest", 2),
        ("group=rest status=amber", 1),
        ("owner=park-warden", 1),
        ("owner=none", 2),
        ("timing=next", 1),
        ("timing=not_stated", 2),
    ],
)
def test_a_count_follows_every_choice(choice: str, number: int) -> None:
    assert made(f"[[count parks {choice}]].") == f"<p>{number}.</p>"


def test_an_action_in_a_sentence_is_its_name_with_its_status_and_the_way_to_it() -> None:
    paragraph = read("Read [[action parks 1]] first.").every("p")[0]

    (link,) = paragraph.every("a")
    assert paragraph.text == "Read Action 1 ■Red first."
    assert link.attributes["href"] == "../plans/parks/#action-1"


def test_links_work_from_the_page_that_they_stand_on() -> None:
    home = read("Read [[action parks 1]].", address="")

    assert home.every("a")[0].attributes["href"] == "plans/parks/#action-1"


# In a paragraph of its own.


def test_a_block_takes_the_place_of_its_paragraph() -> None:
    html = made("Before.\n\n[[status-bar parks]]\n\nAfter.")

    assert "<p>Before.</p>" in html
    assert "<p><div" not in html.replace("\n", "")
    assert read("[[status-bar parks]]").every("svg")[0].attributes["aria-label"] == (
        "Actions: 1 red, 2 amber"
    )


def test_a_status_table_has_a_row_for_each_action_that_is_chosen() -> None:
    table = read("[[status-table parks group=rest]]").every("table")[0]

    assert [one.text for one in table.every("p") if one.every("a")] == [
        "1. Put benches in the park",
        "2. Plant trees",
    ]
    assert table.every("caption")[0].text == "Actions: Places to rest 2 of 3 actions"


def test_a_status_table_of_nothing_says_so() -> None:
    page = read("[[status-table parks status=green]]")

    assert "Actions: green 0 of 3 actions: none is like this." in page.text
    assert page.every("table") == []


def test_what_is_placed_says_where_it_is_from_and_as_at_when() -> None:
    (source,) = [
        one for one in read("[[status-bar parks]]").every("p") if one.text.startswith("Source")
    ]

    assert source.text == "Source: Plan for the parks, Hill Town Council, as at June 2024."


def test_an_action_in_its_own_paragraph_tells_its_newest_update() -> None:
    assert "14 May 2024: The benches are ordered." in read("[[action parks 1]]").text


def test_an_action_without_an_update_says_so() -> None:
    assert "No update published" in read("[[action parks 3]]").text


def test_the_newest_updates_come_newest_first_and_no_more_than_asked() -> None:
    said = read("[[updates parks]]").text

    assert said.index("Twelve trees stand.") < said.index("The benches are ordered.")
    assert "The benches" not in read("[[updates parks most=1]]").text


def test_updates_of_all_plans_name_the_plan_of_each() -> None:
    assert "Plan for the parks" in read("[[updates]]").every("li")[0].text


def test_dates_follow_a_choice() -> None:
    assert "Put benches" in read("[[dates parks]]").text
    assert "Put benches" not in read("[[dates parks owner=none]]").text


def test_a_legend_says_what_the_statuses_mean() -> None:
    assert "We do not guess." in read("[[legend parks]]").text


@pytest.mark.parametrize("chart", ["status-by-group", "due-by-quarter", "owners"])
def test_a_chart_stands_with_its_table(chart: str) -> None:
    assert read(f"[[chart parks {chart}]]").every("table")


def test_a_chart_says_how_large_its_file_is() -> None:
    assert "(CSV, 2 KB)" in read("[[chart parks owners]]").text


@pytest.mark.parametrize("other", ["play", "parks"])
def test_two_charts_on_one_page_have_names_of_their_own(other: str) -> None:
    page = read(f"[[chart parks owners]]\n\n[[chart {other} owners]]", PARKS, PLAY)

    names = [one.attributes["id"] for one in page.every(attribute="id")]
    assert len(names) == len(set(names))


def test_headings_inside_follow_the_heading_above() -> None:
    page = read("# News\n\n[[plans]]\n\n### Dates\n\n[[dates]]", PARKS)

    assert [one.tag for one in page.every() if one.tag[:1] == "h" and one.tag != "hr"] == [
        "h1",
        "h2",
        "h3",
        "h4",
    ]


def test_without_any_plan_the_blocks_of_all_plans_say_so() -> None:
    for text in ("[[plans]]", "[[dates]]"):
        page = places().written(text, "news.md", "")
        html = page.finished(markdown(page.markdown))
        assert "No plan has been published yet." in html


# An invented plan.


def test_a_page_that_shows_an_invented_plan_says_so_first() -> None:
    page = read("# News\n\nThere is [[count play]] action.", PARKS, PLAY)

    assert page.text.startswith("Example data. Everything on this page is invented.")


def test_a_page_of_both_says_that_each_invented_one_is_marked() -> None:
    page = read("# News\n\n[[plans]]", PARKS, PLAY)

    assert page.text.startswith("Example data. This page also shows invented records;")


def test_a_page_of_real_plans_alone_says_nothing_of_the_kind() -> None:
    assert "Example data" not in read("# News\n\n[[count parks]]", PARKS, PLAY).text


# Records of other kinds.


def shown(text: str, site: Collection = EVERY_KIND, address: str = "news/") -> Element:
    page = of(site).written(text, "news.md", address)
    return parsed(page.finished(markdown(page.markdown, extensions=EXTENSIONS)))


def columns(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row.every("td")] for row in table.every("tr")[1:]]


@pytest.mark.parametrize(
    ("shortcode", "title", "way"),
    [
        ("plans", "Plan for the parks", "../plans/parks/"),
        ("priorities", "What the parishes want first", "../priorities/parishes/"),
        ("issues", "What walkers raised", "../issues/walkers/"),
        ("reports", "How the wardens did", "../reports/wardens/"),
        ("programmes", "Watch of Hill Town", "../volunteers/watch/"),
    ],
)
def test_every_record_of_a_kind_stands_in_a_card_of_its_own(
    shortcode: str, title: str, way: str
) -> None:
    (card,) = shown(f"# News\n\n[[{shortcode}]]").every("article")

    assert card.every("h2")[0].text == title
    assert card.every("a")[0].attributes["href"] == way


@pytest.mark.parametrize(
    ("shortcode", "said"),
    [
        ("priorities", "No forum priorities have been published yet."),
        ("issues", "No issue log has been published yet."),
        ("reports", "No progress report has been published yet."),
        ("programmes", "No programme of volunteers has been published yet."),
    ],
)
def test_without_a_record_of_a_kind_its_cards_say_so(shortcode: str, said: str) -> None:
    assert shown(f"[[{shortcode}]]", with_records(PARKS)).text == said


def test_priorities_of_a_record_are_its_chart_with_the_table() -> None:
    page = shown("# News\n\n## Wanted\n\n[[priorities parishes]]")

    (figure,) = page.every("figure")
    assert figure.every("h3")
    assert [row[:2] for row in columns(figure.every("table")[0])[:2]] == [["4", "7"], ["3", "1"]]
    assert figure.every("a")[-1].attributes["href"] == "../priorities/parishes/priorities.csv"


def test_a_record_without_a_priority_says_so_and_where_it_is_from() -> None:
    empty = {**FORUMS, "tallies": []}

    page = shown("[[priorities parishes]]", with_records(forums={"parishes": empty}))

    assert page.text == (
        "No priority is published. Source: What the parishes want first, Hill Town Council, as at "
        "June 2024."
    )


def test_issues_stand_in_a_row_each_with_answer_telling_and_state() -> None:
    (table,) = shown("[[issues walkers]]").every("table")

    assert [row.every("th")[0].text for row in table.every("tr")[1:]] == [
        "GATE. The gate does not shut Advice given",
        "PATH. The path floods No answer published",
        "BINS. The bins are full Answered",
    ]
    assert columns(table)[:2] == [
        ["Told on 3 May 2024 by e-mail", "◐In progress"],
        ["Not stated", "▲Open"],
    ]
    assert table.every("caption")[0].text == "Issues 3 of 3 issues"
    assert table.every("a")[0].attributes["href"] == "../issues/walkers/#issue-gate"


def test_of_issues_that_are_not_published_only_the_number_is_said() -> None:
    text = shown("[[issues walkers]]").text

    assert "1 more is not published" in text
    assert "clubs" not in text


@pytest.mark.parametrize(
    ("choice", "caption", "found"),
    [
        ("state=open", "Issues: open 1 of 3 issues", ["path"]),
        ("state=not_stated", "Issues: state not stated 1 of 3 issues", ["bins"]),
        ("level=advice_given", "Issues: advice given 1 of 3 issues", ["gate"]),
        ("level=none", "Issues: response not stated 2 of 3 issues", ["path", "bins"]),
        ("owner=park-warden", "Issues: Park warden 1 of 3 issues", ["gate"]),
        ("owner=none", "Issues: nobody named 2 of 3 issues", ["path", "bins"]),
        ("told=told", "Issues: told 1 of 3 issues", ["gate"]),
        (
            "told=not_stated",
            "Issues: not stated whether people were told 2 of 3 issues",
            ["path", "bins"],
        ),
        ("most=1", "Issues The first 1 of 3 issues", ["gate"]),
        (
            "owner=none most=1",
            "Issues: nobody named The first 1 of 2 like this; 3 issues in all",
            ["path"],
        ),
    ],
)
def test_issues_follow_every_choice(choice: str, caption: str, found: list[str]) -> None:
    (table,) = shown(f"[[issues walkers {choice}]]").every("table")

    ways = [one.attributes["href"] or "" for one in table.every("a")]
    assert [way.rpartition("#issue-")[2] for way in ways] == found
    assert table.every("caption")[0].text == caption


def test_where_no_issue_is_like_that_it_is_said() -> None:
    page = shown("[[issues walkers state=closed]]")

    assert "Issues: closed 0 of 3 issues: none is like this." in page.text
    assert page.every("table") == []


def test_a_state_that_is_read_into_a_log_says_so_where_it_is_placed() -> None:
    log = {**LOG, "state_basis": "Its words say that work goes on"}
    site = with_records(logs={"walkers": log})

    assert "our reading" in shown("[[issues walkers state=in_progress]]", site).text
    assert "our reading" not in shown("[[issues walkers state=open]]", site).text


def test_a_measure_stands_with_its_figures_its_caveats_and_its_source() -> None:
    page = shown("# News\n\n[[measure wardens trust]]")

    assert page.every("h2")[0].text == "People who trust the wardens"
    assert "61%" in page.text
    assert "Caveat: Few people answered." in page.text
    assert "Source: How the wardens did, Hill Town Council, as at June 2024." in page.text


def test_a_measure_leads_to_what_is_said_on_the_page_of_its_report() -> None:
    ways = [one.attributes["href"] for one in shown("[[measure wardens trust]]").every("a")]

    assert "../reports/wardens/#finding-few" in ways


def test_benefits_stand_with_their_marks_as_words() -> None:
    (table,) = shown("[[benefits wardens]]").every("table")

    assert "✓ Realised ? Unclear" in table.text


def test_voices_stand_side_by_side_below_the_heading_above() -> None:
    page = shown("# News\n\n## Voices\n\n[[voices wardens]]")

    assert [one.text for one in page.every("h4")] == [
        "Voice of the people",
        "Voice of the system",
        "Voice of the customer",
    ]
    assert "The park is clean" in page.text


@pytest.mark.parametrize(
    ("shortcode", "said"),
    [("benefits", "No benefit"), ("voices", "Nothing that people said")],
)
def test_a_report_without_a_part_says_so(shortcode: str, said: str) -> None:
    bare = {**REPORT, "benefits": [], "statements": []}

    page = shown(f"[[{shortcode} wardens]]", with_records(reports={"wardens": bare}))

    assert page.text.startswith(f"{said} is published. Source: How the wardens did")


@pytest.mark.parametrize(
    "text",
    [
        "[[priorities parishes]]",
        "[[issues walkers]]",
        "[[reports]]",
        "[[measure wardens trust]]",
        "[[benefits wardens]]",
        "[[voices wardens]]",
        "[[programmes]]",
        "[[results watch]]",
        "[[returned watch]]",
        "[[visits watch]]",
        "[[sites watch]]",
        "[[guidance watch]]",
    ],
)
def test_a_page_that_shows_an_invented_record_of_any_kind_says_so_first(text: str) -> None:
    invented = {"example": "true"}
    site = with_records(
        PARKS,
        forums={"parishes": {**FORUMS, **invented}},
        logs={"walkers": {**LOG, **invented}},
        reports={"wardens": {**REPORT, **invented}},
        programmes=(watch(**invented),),
    )

    assert shown(f"# News\n\n{text}", site).text.startswith("Example data. Everything")
    assert "Example data" not in shown("[[plans]]", site).text


EVERYTHING = """\
# News

## Report wardens benefits

[[priorities parishes]]

[[issues walkers]]

[[measure wardens walks]]

[[measure wardens trust]]

[[benefits wardens]]

[[voices wardens]]

[[results watch]]

[[returned watch]]

[[visits watch]]

[[sites watch]]

[[guidance watch]]

[[chart parks owners]]
"""


def test_whatever_is_placed_twice_has_names_of_its_own() -> None:
    page = shown(f"{EVERYTHING}\n\n{EVERYTHING}")

    names = [one.attributes["id"] for one in page.every(attribute="id")]
    assert len(names) == len(set(names))
    referred = [
        name
        for one in page.every(attribute="aria-labelledby")
        for name in (one.attributes["aria-labelledby"] or "").split()
    ]
    assert set(referred) <= set(names)
    assert len(referred) == len(set(referred))


def test_names_that_are_taken_get_a_number_and_what_refers_to_them_follows() -> None:
    html = '<a href="#a" id="b">x</a><p id="a" aria-labelledby="b c">y</p><a href="a">z</a>'

    assert named_apart(html, {"a"}) == (
        '<a href="#a-2" id="b-2">x</a><p id="a-2" aria-labelledby="b-2 c">y</p><a href="a">z</a>'
    )


def test_names_that_nothing_else_has_stay_and_are_taken_afterwards() -> None:
    html, taken = '<p id="a">x</p>', {"b"}

    assert named_apart(html, taken) == html
    assert names_in(named_apart(html, taken)) == ["a-2"]
    assert names_in(named_apart(html, taken)) == ["a-3"]


# Code, and what search reads.


@pytest.mark.parametrize(
    "text",
    [
        "Write `[[count parks]]`.",
        "```\n[[count parks]]\n```",
        "    [[status-bar parks]]",
        "Text\n\n    [[action parks 1]]\n\nText",
    ],
)
def test_what_is_code_stays_as_it_is_written(text: str) -> None:
    assert any(one in made(text) for one in ("[[count parks]]", "[[status-bar parks]]", "[[action"))


def test_inside_the_words_of_a_picture_a_shortcode_stays_as_it_is_written() -> None:
    assert 'alt="[[action parks 1]]"' in made("![[[action parks 1]]](map.png)")


def test_search_reads_the_words_of_a_page_and_its_figures_but_no_blocks() -> None:
    page = places(PARKS).written("All [[count parks]].\n\n[[status-bar parks]]", "news.md", "")

    read_by_search = page.searched(markdown(page.markdown))

    assert "All 3." in read_by_search
    assert "■" not in read_by_search
    assert "Red" not in read_by_search


@given(st.lists(st.sampled_from(["[[status-bar parks]]", "[[action parks 1]]", "Words."])))
def test_no_mark_is_ever_left(lines: list[str]) -> None:
    html = made("\n\n".join(lines))

    assert "\ue000" not in html
    parsed(html)
