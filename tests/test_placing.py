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
from planboard.arithmetic import progress
from planboard.showing.placing import Places
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection

if TYPE_CHECKING:
    from planboard.truth.collection import PlanInFull

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


def places(*records: PlanInFull) -> Places:
    told = [(one, progress.of_plan(one, 3)) for one in records]
    return Places(Collection(a_site(), records), told, FRAGMENTS, SIZES, {})


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

    assert page.text.startswith("Example data. This page also shows invented plans;")


def test_a_page_of_real_plans_alone_says_nothing_of_the_kind() -> None:
    assert "Example data" not in read("# News\n\n[[count parks]]", PARKS, PLAY).text


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
