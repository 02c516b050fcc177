"""The pages of a programme of volunteers, and of each of its sites: what they say and keep back."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from builders import a_site
from markup import parsed
from planboard.saying import routes
from planboard.showing.page import programme as page
from planboard.showing.render import Fragments
from planboard.words.vocabulary.programmes import SessionState
from programmes import (
    MONTHS,
    a_batch,
    a_place,
    a_programme,
    a_team,
    a_visit,
    letters,
    planned,
    sessions,
    verdicts,
)

if TYPE_CHECKING:
    from markup import Element
    from planboard.showing.page.made import DataPage
    from planboard.truth.in_full import ProgrammeInFull

FRAGMENTS: Final = Fragments(Path(__file__).parent.parent / "overrides")
SPOT: Final = "///filled.count.soap"
BACK: Final = ("2024-05-03", "2024-05-05", "2024-05-09")
ABUSE: Final = {
    "id": "abusive-drivers",
    "title": "If a driver is abusive",
    "text": "Call 101, or report a crime at https://example.org/report.",
}
ELSEWHERE: Final = {
    "area": "Wiltshire and Swindon",
    "period": "2020",
    "vehicles_passed": "144721",
    "over_threshold": "7215",
    "followed_up": "4432",
    "qualifier": "about",
    "qualified": ["followed_up"],
    "source": "A committee of the council",
    "url": "https://example.org/source",
}


def made(record: ProgrammeInFull) -> dict[str, DataPage]:
    """Return every page of a programme by its address."""
    found = page.of_programme(record, verdicts(record), (), a_site(), FRAGMENTS)
    return {one.address: one for one in found.pages}


def html(record: ProgrammeInFull, site: str = "") -> Element:
    """Return the page of a programme, or of one of its sites."""
    address = routes.site(record.id, site) if site else routes.programme(record.id)
    return parsed(made(record)[address].html)


@cache
def full() -> ProgrammeInFull:
    """Return a programme in which there is something in every section."""
    return a_programme(
        sessions("2024-03", "oak", "oak-end", 2, vehicles_passed=300, over_threshold=12),
        sessions("2024-04", "oak", "oak-end", 7, vehicles_passed=1132, over_threshold=26),
        sessions("2024-04", "ash", "ash-lane", 3),
        sessions("2024-05", "ash", "ash-lane", state=SessionState.ABANDONED),
        teams=[
            a_team("oak", leaders="1", deputies="0", members="6"),
            a_team("ash", leaders="1", deputies="1", members="3"),
        ],
        sites=[
            a_place("oak-end", w3w=SPOT),
            a_place("ash-lane", w3w=SPOT, released="yes"),
            a_place("new-road", requested="2024-05-01"),
            a_place("high-way", requested="2024-01-01", refused="2024-02-01", reason="Too narrow."),
        ],
        planned=[planned(month, "oak", 10) for month in MONTHS],
        batches=[
            a_batch("a", *BACK, told_on="2024-05-09", results="Two letters went out."),
            a_batch("b"),
        ],
        visits=[
            a_visit("2024-04-02", "oak-end", by="traffic-officer", reason="complaint", course="9"),
            a_visit("2024-05-20", "oak-end", words_of_advice="3"),
        ],
        letters=[
            letters("2024-04", "oak", 24, 2, 0),
            letters("2024-05", "oak", 6, 8, 0),
            letters("2024-04", "ash", 5, 7, 0),
        ],
        checked="100",
        dealt_with="12",
        drops=[
            {"before": "checked", "reason": "The plate was not read.", "vehicles": "30"},
            {"before": "letter", "reason": "The keeper is not known."},
        ],
        repeats=[{"band": "seen_2", "vehicles": "12"}, {"band": "seen_3", "vehicles": "3"}],
        speeds=[
            {"from_mph": "5", "to_mph": "9", "vehicles": "40"},
            {"from_mph": "10", "vehicles": "10"},
        ],
        guidance=[ABUSE],
        threshold_note="A tenth and 2 mph more.",
        how_to_join="Ask the council.",
        elsewhere=[ELSEWHERE],
        example="yes",
    )


@cache
def whole() -> Element:
    return html(full())


def rows(where: Element, caption: str) -> list[list[str]]:
    """Return the words of the cells of the table whose caption begins so, row by row."""
    (table,) = [
        one for one in where.every("table") if one.every("caption")[0].text.startswith(caption)
    ]
    return [
        [cell.text for cell in row.every() if cell.tag in {"th", "td"}] for row in table.every("tr")
    ]


def order(where: Element) -> list[str]:
    """Return the names of the places of all sections, in their order."""
    return [one.attributes["id"] for one in where.every("h2", "id")]


# The programme: what came back first.


def test_the_page_begins_with_what_happened_with_the_results() -> None:
    """R005."""
    assert order(whole()) == [
        *("results", "sessions", "followed-up", "visits", "months", "teams", "sites"),
        *("guidance", "reading", "elsewhere", "downloads", "notices"),
    ]


def test_results_that_are_waited_for_stand_first() -> None:
    """R005: a batch of which nobody was told is not among those that came back."""
    found = rows(whole(), "Results")

    assert [row[0].split(" Two")[0] for row in found[1:]] == [
        "Sessions of 1 to 14 March 2024 No results yet",
        "Sessions of 1 to 14 March 2024",
    ]
    assert found[1][1:] == [
        "▲Waiting since 14 March 2024 108 days so far",
        "Nobody has passed them on yet",
    ]


def test_the_way_of_results_is_a_trail_with_a_day_for_each_hop() -> None:
    """R007."""
    batch = whole().place("batch-a")

    assert [one.text.rpartition(", ")[2] for one in batch.every("li")] == [
        "3 May 2024",
        "5 May 2024",
        "9 May 2024",
    ]
    assert "Told on 9 May 2024 6 days from result to volunteers" in batch.text


def test_many_results_are_folded_but_never_those_that_are_waited_for() -> None:
    told = [a_batch(f"t{number}", *BACK, told_on="2024-05-09") for number in range(9)]
    found = html(a_programme(batches=[*told, *(a_batch(f"w{number}") for number in range(6))]))
    (fold,) = found.every("details")

    assert fold.every("summary")[0].text == "Earlier results (5)"
    assert not any(one.attributes["id"].startswith("batch-w") for one in fold.every("tr", "id"))


def test_a_programme_without_anything_says_so_in_every_section() -> None:
    found = html(a_programme())

    assert [
        one.text for one in found.every("p", "class") if one.attributes["class"] == "nothing"
    ] == [
        "No batch of results is recorded.",
        "Nothing is recorded on what was done with vehicles over the threshold.",
        "No visits recorded January to June 2024.",
        "No team is listed.",
    ]
    assert "No site is listed." in found.text


# What was done with it.


def test_the_funnel_has_the_share_of_the_step_before_and_of_all() -> None:
    """R188."""
    assert rows(whole(), "What was done with vehicles")[1:] == [
        ["Over the threshold", "50", "", "", ""],
        ["Checked against the register of vehicles", "100", "", "", ""],
        ["A letter sent or brought", "52", "52.0% of 100", "", ""],
        ["Dealt with by an officer", "12", "23.1% of 52", "24.0% of 50", ""],
    ]


def test_each_drop_has_its_reasons_with_counts_where_they_were_counted() -> None:
    """R188: the page says why some get no letter."""
    (drops,) = [one for one in whole().every("dl") if "drops" in one.attributes.get("class", "")]

    assert [one.text for one in drops.every("li")] == [
        "30 The plate was not read.",
        "Some The keeper is not known.",
        "The reason is not stated.",
    ]


def test_letters_and_outcomes_are_tables_with_bars_and_their_sum() -> None:
    """R023 and R189."""
    assert rows(whole(), "Letters by their number")[1:] == [
        ["First letter", "35", "67.3%", ""],
        ["Second letter", "17", "32.7%", ""],
        ["Third letter or visit", "0", "0.0%", ""],
        ["All", "52", "", ""],
    ]
    assert "3 with words of advice + 9 courses = 12 drivers." in whole().text
    assert "0 of 52 letters were third letters or visits (0.0%)." in whole().text


def test_vehicles_seen_again_and_too_fast_are_counts() -> None:
    """R022."""
    assert rows(whole(), "Vehicles seen again")[1:] == [
        ["Seen twice", "12", ""],
        ["Seen 3 times", "3", ""],
    ]
    assert rows(whole(), "Vehicles by miles per hour")[1:] == [
        ["5 to 9 mph", "40", ""],
        ["10 mph or more", "10", ""],
    ]


def test_visits_have_a_reason_each_or_say_that_there_is_none() -> None:
    """R015."""
    assert rows(whole(), "Visits of the police, the newest")[1:] == [
        ["20 May 2024", "Oak end", "Not stated", "Reason not stated"],
        ["2 April 2024", "Oak end", "Traffic officer", "A complaint"],
    ]
    assert ["A complaint", "1", ""] in rows(whole(), "Visits of the police by reason")


def test_what_came_of_one_visit_stands_nowhere() -> None:
    record = a_programme(visits=[a_visit("2024-05-01", "oak-end", course="7", court="6")])

    assert rows(html(record), "Visits of the police, the newest")[0] == [
        *("Day", "Site", "Who went", "Why"),
    ]


# Months, teams.


def test_a_month_has_what_was_done_and_what_came_of_it_side_by_side() -> None:
    """R020 and R187."""
    found = rows(whole(), "What volunteers did and what came of it")

    assert found[0] == [
        *("Month", "Sessions held of planned", "Not held", "Vehicles", "Over the threshold"),
        *("Share", "First letters", "Second letters", "Third letters or visits"),
        "Visits of the police",
    ]
    assert found[4] == [
        *("April 2024", "7 of 10 and 3 others", "0", "1,432", "38", "2.7%", "29", "9", "0", "1"),
    ]
    assert found[1] == ["January 2024", "0 of 10", "0", "–", "–", "–", "0", "0", "0", "0"]


def test_a_small_count_of_a_month_is_kept_back_and_the_total_stays() -> None:
    """R121 and R178."""
    record = a_programme(
        *(sessions(month) for month in MONTHS),
        letters=[letters("2024-01", "oak", 1, 3), letters("2024-02", "oak", 1, 20)]
        + [letters(month, "oak", 1, 9) for month in MONTHS[2:]],
    )
    found = html(record)
    table = rows(found, "What volunteers did")

    assert [row[7] for row in table[1:]].count("[c]") > 1
    assert [row[6] for row in table[1:]] == ["1"] * 6 + ["6"]
    assert table[-1][7] == "59"
    assert "[c] means that the count is kept back" in found.text


def test_teams_stand_from_a_to_z_without_a_rank_and_with_the_base_of_each_share() -> None:
    """R190 and R013."""
    found = rows(whole(), "Teams from A to Z")

    assert [row[0] for row in found[1:]] == ["Ash", "Oak", "All"]
    assert found[1][1:6] == ["3", "1", "300", "12", "4.0%"]
    assert found[2][1:6] == ["9 of 60", "0", "1,432", "38", "2.7%"]
    assert not [head for table in whole().every("th") if "Rank" in (head := table.text)]
    assert "12 volunteers in 2 teams. 1 of 2 teams has no deputy." in whole().text


# Sites.


def test_all_seven_states_are_counted_and_each_site_leads_to_its_page() -> None:
    """R016."""
    (states,) = [
        one for one in whole().every("ul") if "site-states" in one.attributes.get("class", "")
    ]

    assert states.text == (
        "Requested 1 Surveyed 0 Risk assessed 0 Approved 2 Refused 1 Suspended 0 Retired 0"
    )
    assert whole().place("site-new-road").every("a")[0].attributes["href"] == "sites/new-road/"
    assert rows(whole(), "Sites: Refused") == [
        ["Site", "Speed limit", "Noted down from", "Refused on"],
        ["High way Too narrow.", "30 mph", "35 mph", "1 February 2024"],
    ]


def test_days_to_approval_are_a_list() -> None:
    """R016."""
    found = whole().place("approval")

    assert found.tag == "h3"
    assert "Oak end: 70 days (1 March to 10 May 2023)" in whole().text
    assert "median" not in whole().text


def test_a_long_list_of_days_to_approval_is_folded() -> None:
    """R016."""
    found = html(a_programme(sites=[f"site-{number}" for number in range(10)]))
    (fold,) = found.every("details")

    assert len(fold.every("li")) == len(range(10))
    assert "(the median)" in found.text


# Guidance, figures from elsewhere, and the way to a return.


def test_every_page_for_volunteers_has_the_same_guidance() -> None:
    """R018."""
    for one in made(full()).values():
        guided = parsed(one.html)
        assert "Call 101, or report a crime at https://example.org/report." in guided.text
        assert guided.place("guidance-abusive-drivers").text == "If a driver is abusive"


def test_real_figures_are_marked_in_an_invented_programme() -> None:
    """R187: 7,215 of 144,721 is 5.0%."""
    found = rows(whole(), "Figures that other")

    assert found[1][1:] == ["Not stated", "144,721", "7,215", "5.0%", "about 4,432", "61.4%"]
    assert "Real figures." in whole().text
    assert "invented, but for the figures published elsewhere" in whole().text


def test_the_page_leads_to_the_blank_return() -> None:
    ways = {one.text: one.attributes["href"] for one in whole().every("a", "href")}

    assert ways["Blank return"] == "return/"


# One site.


def test_a_site_has_sessions_beside_visits_with_their_reasons() -> None:
    """R006."""
    found = html(full(), "oak-end")
    table = rows(found, "Sessions and visits")

    assert table[4] == ["April 2024", "7", "0", "1,132", "26", "2.3%", "1: a complaint"]
    assert table[1] == ["January 2024", "0", "0", "–", "–", "–", "None"]
    assert "2024-04-02" not in found.text


def test_a_site_says_in_which_months_nobody_visited() -> None:
    """R015."""
    assert "No visits recorded January to March 2024 and June 2024." in html(full(), "oak-end").text
    assert "No visits recorded January to June 2024." in html(full(), "ash-lane").text


def test_a_site_shows_outcomes_with_small_counts_kept_back() -> None:
    """R121."""
    found = html(full(), "oak-end")

    assert rows(found, "Drivers stopped at")[0] == ["Outcome", "Drivers"]
    assert "All" not in [row[0] for row in rows(found, "Drivers stopped at")]


def test_visits_of_another_site_are_not_on_the_page() -> None:
    """R006."""
    record = a_programme(
        visits=[a_visit("2024-05-01", "oak-end"), a_visit("2024-05-02", "ash-lane")]
    )

    assert "The police visited once" in html(record, "oak-end").text


def test_a_site_without_a_session_says_so() -> None:
    found = html(full(), "new-road")

    assert "No session was held at this site in 2024." in found.text
    assert "It has not been approved." in found.text
    assert not found.every("table")


def test_a_site_that_was_refused_says_why_and_has_its_steps() -> None:
    """R016."""
    found = html(full(), "high-way")

    assert "Too narrow." in found.text
    assert [one.text for one in found.every("ol")[0].every("li")] == [
        "Requested on 1 January 2024",
        "Refused on 1 February 2024, 31 days after the request",
    ]


def test_a_position_is_shown_only_where_it_is_released() -> None:
    """R006."""
    shown = {
        address.rpartition("sites/")[2].rstrip("/")
        for address, one in made(full()).items()
        if "filled.count.soap" in one.html + one.search_html + one.description
    }

    assert shown == {"ash-lane"}
    ways = [one.attributes["href"] for one in html(full(), "ash-lane").every("a", "href")]
    assert "https://what3words.com/filled.count.soap" in ways


# All pages.


def test_every_place_that_a_page_names_is_on_it() -> None:
    for one in made(full()).values():
        there = {found.attributes["id"] for found in parsed(one.html).every("", "id")}
        assert set(one.anchors) <= there


def test_no_link_inside_a_page_leads_nowhere() -> None:
    for one in made(full()).values():
        found = parsed(one.html)
        there = {f"#{place.attributes['id']}" for place in found.every("", "id")}
        assert {
            way.attributes["href"]
            for way in found.every("a", "href")
            if way.attributes["href"].startswith("#")
        } <= there


def test_the_files_of_charts_lie_beside_the_page() -> None:
    record = full()
    found = page.of_programme(record, verdicts(record), (), a_site(), FRAGMENTS)
    there = {one.address for one in found.files}
    ways = [one.attributes["href"] for one in whole().every("a", "download")]

    assert {f"{routes.programme(record.id)}{way}" for way in ways} <= there


def test_search_finds_guidance_and_sites() -> None:
    found = {address: one.search_html for address, one in made(full()).items()}

    assert "If a driver is abusive" in found["volunteers/watch/"]
    assert "Oak end" in found["volunteers/watch/sites/oak-end/"]


@pytest.mark.parametrize("site", ["", "oak-end", "new-road"])
def test_no_page_tells_more_of_people_than_their_number(site: str) -> None:
    """R013 and R190."""
    said: Any = html(full(), site).text

    assert "rank" not in said.replace("rank nobody", "").casefold()
    assert "leader" not in said.replace("Team leaders", "").casefold()
