"""Requirements of the domain study that forum priorities meet, row by row, on what was published.

Rows that the two records of the demonstration cannot show are tested on invented records in
``test_forums_*.py``: R032, R034 and R057 have exact figures there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

VACANT = ["Camp Hill", "North Warwickshire - South", "North Warwickshire - West"]
VACANT += ["Warwick Rural East"]
FIRST, SECOND = "p1", "p2"


class Both(NamedTuple):
    """The published report, and the invented record that shows what it leaves out."""

    csa: Published
    example: Published


def areas(of: Published, period: str) -> dict[str, int]:
    """Return how many areas named each priority in a period."""
    return {
        row["priority"]: int(row["areas"])
        for row in of.table("priorities")
        if row["period"] == period and row["kind"] == "priority"
    }


def sums(of: Published) -> list[tuple[str, str]]:
    """Return the sum of each period and the areas that named no priority in it."""
    return [(row["total"], row["named_none"]) for row in of.table("periods")]


def figures(of: Published, label: str) -> list[str]:
    """Return the numbers of a priority as the table of the page has them."""
    section = of.section("table-1", "changes")
    (row,) = re.findall(rf'<th scope="row">{re.escape(label)} .*?</tr>', section, re.DOTALL)
    return [cell.strip() for cell in re.findall(r"<td data-label=[^>]*>([^<]*)</td>", row)]


def places(of: Published, period: str) -> dict[str, tuple[str, str]]:
    """Return the rank of each priority in a period, and whether it is shared."""
    return {
        row["priority"]: (row["rank"], row["joint"])
        for row in of.table("priorities")
        if row["period"] == period and row["kind"] == "priority"
    }


def movements(of: Published, *how: str) -> list[str]:
    return [row["priority"] for row in of.table("priorities") if row["movement"] in how]


def same_figures(of: Both) -> bool:
    """Return whether the returns of the example give the published table, parts apart."""
    return all(areas(of.csa, one) == areas(of.example, one) for one in (FIRST, SECOND)) and sums(
        of.csa
    ) == sums(of.example)


ROWS: dict[str, tuple[str, Callable[[Both], bool]]] = {
    "R029": (
        "26 of 30 areas covered, 4 vacancies",
        lambda of: (
            "26 of 30 areas covered, 4 vacancies" in of.csa.words
            and of.csa.data["counts"]["areas"] == 30
            and of.csa.data["counts"]["covered"] + of.csa.data["counts"]["vacant"] == 30
        ),
    ),
    "R030": (
        "26 people in 29 places, then 3 areas lost; how many people now is not worked out",
        lambda of: (
            "26 people were appointed to 29 of 30 places; 3 of them held two areas" in of.csa.words
            and "3 areas lost theirs by resignation, so 4 are vacant" in of.csa.words
            and "How many people are appointed now is not stated." in of.csa.words
            and "23" not in of.csa.section("coverage", "latest")
        ),
    ),
    "R031": (
        "the four vacant areas are named",
        lambda of: (
            sorted(row["name"] for row in of.csa.table("coverage")) == VACANT
            and all(name in of.csa.section("coverage", "latest") for name in VACANT)
            and "Without a community safety ambassador in August 2014" in of.csa.words
        ),
    ),
    "R032": (
        "a tension that is not released is counted, and stands nowhere",
        lambda of: (
            "2 tensions" in of.example.words
            and len([row for row in of.example.table("concerns") if row["kind"] == "tension"]) == 1
            and "by the canal" not in of.example.html
        ),
    ),
    "R033": (
        "organisations are counted by kind and how often there is contact",
        lambda of: (
            "6 organisations, 3 contacted monthly, 2 quarterly" in of.example.words
            and len(of.example.table("contacts")) == 6
        ),
    ),
    "R034": (
        "41 of 43 returns were dealt with, 2 wait",
        lambda of: (
            "41 of 43 have been dealt with; 2 waiting." in of.example.words
            and of.example.data["counts"]["waiting"] == 2
        ),
    ),
    "R035": (
        "20 rows; ASB 11 to 18, Speeding 17 to 9, Parking 11 to 4; totals 67 and 54",
        lambda of: (
            len({row["priority"] for row in of.csa.table("priorities")}) == 20
            and figures(of.csa, "ASB") == ["11", "18", "+7"]
            and figures(of.csa, "Speeding") == ["17", "9", "−8"]
            and figures(of.csa, "Parking") == ["11", "4", "−7"]
            and [int(total) + int(none) for total, none in sums(of.csa)] == [67, 54]
            and "the columns add up to 67 and 54" in of.csa.words
        ),
    ),
    "R036": (
        "3 + 1 is 4 with its parts",
        lambda of: (
            figures(of.csa, "Burglary domestic and other") == ["9", "4 (3 + 1)", "−5"]
            and [row["parts"] for row in of.csa.table("priorities") if row["areas"] == "4"].count(
                "3 + 1"
            )
            == 1
        ),
    ),
    "R037": (
        "None is a note: 19 bars, totals 65 and 53",
        lambda of: (
            of.csa.section("table-1", "changes").count('<svg class="pair"') == 19
            and sums(of.csa) == [("65", "2"), ("53", "1")]
            and "2 areas named no priority in the first period, 1 in the second." in of.csa.words
        ),
    ),
    "R038": (
        "unequal periods that share a day carry the note and no per cent",
        lambda of: (
            "The periods are about 3 and 5 months long and share 1 April 2014: differences are "
            "not a trend."
            in of.csa.words
            and "%" not in re.sub(r"<[^>]+>", "", of.csa.section("table-1", "by-forum"))
        ),
    ),
    "R039": (
        "no number of returns, so no shares; at least 24 and 19 areas",
        lambda of: (
            "The number of returns is not stated" in of.csa.words
            and "60%" not in of.csa.words
            and "at least 24 in the first period and 19 in the second" in of.csa.words
        ),
    ),
    "R040": (
        "3 new, 6 dropped to 0, 6 up, 10 down, 3 the same; a zero is shown as 0",
        lambda of: (
            movements(of.csa, "new") == ["Nuisance vehicles", "Rural crime", "Beggars"]
            and len(movements(of.csa, "dropped")) == 6
            and len(movements(of.csa, "new", "up")) == 6
            and len(movements(of.csa, "dropped", "down")) == 10
            and movements(of.csa, "same")
            == ["Retail crime", "Graffiti/ Criminal damage", "Fly tipping"]
            and figures(of.csa, "Rural crime") == ["0", "1", "+1"]
        ),
    ),
    "R041": (
        "equal figures are joint",
        lambda of: (
            [places(of.csa, FIRST)[one] for one in ("Speeding", "ASB", "Parking")]
            == [("1", "no"), ("2", "yes"), ("2", "yes")]
            and [places(of.csa, SECOND)[one] for one in ("ASB", "Speeding", "Vehicle crime")]
            == [("1", "no"), ("2", "no"), ("3", "no")]
            and sum(one == ("4", "yes") for one in places(of.csa, SECOND).values()) == 3
            and "joint 4th, was joint 2nd" in of.csa.section("table-1", "changes")
        ),
    ),
    "R042": (
        "labels as printed; counted together only where the record says which",
        lambda of: (
            "Graffiti/ Criminal damage" in areas(of.csa, FIRST)
            and "Off road Motorcycles" in areas(of.csa, FIRST)
            and 'id="together"' not in of.csa.html
            and "Burglary domestic and other, Vehicle crime and Retail crime"
            in of.example.section("together", "by-forum")
        ),
    ),
    "R043": (
        "a long tail stands together in the chart, and in full in the table",
        lambda of: (
            "Other (6 priorities, 1 area each)" in of.csa.section("latest", "table-1")
            and "Other (" not in of.csa.section("table-1", "changes")
        ),
    ),
    "R044": (
        "a change is a count with its sign",
        lambda of: "−64" not in of.csa.html and figures(of.csa, "Parking")[2] == "−7",
    ),
    "R045": (
        "the table has its printed name, its place and its file (a row for each period)",
        lambda of: (
            'id="table-1"' in of.csa.html
            and "Table 1 Policing priorities identified at Community Forums" in of.csa.words
            and len(of.csa.table("priorities")) == 20 * 2
        ),
    ),
    "R053": (
        "five pieces of good news, with no status",
        lambda of: (
            len(of.csa.table("good_news")) == 5
            and "data-status" not in of.csa.section("good-news", "objectives")
        ),
    ),
    "R054": (
        "seven objectives with what is to be reached and when",
        lambda of: (
            len(of.csa.table("objectives")) == 7
            and of.csa.rows["objective-csa-obj-2"][1] == "At least 4 residents or organisations"
            and of.csa.rows["objective-csa-obj-3"][2] == "Every 6 months"
            and of.csa.rows["objective-csa-obj-4"][2] == "By 15 October 2014"
            and of.csa.rows["objective-csa-obj-5"][2] == "Within two weeks of the forum"
            and of.csa.rows["objective-csa-obj-6"][1] == "6 community organisations"
        ),
    ),
    "R055": (
        "the form has twelve questions and a file to fill in",
        lambda of: all(
            one.section("form", "downloads").count("<dt>") == 12
            and (one.folder / "returns_template.csv").read_bytes().count(b"\r\n") == 1
            for one in of
        ),
    ),
    "R055, objectives": (
        "on paper the form lists the objectives to tick off",
        lambda of: all(
            one.section("form", "downloads").count("<li>") == len(one.table("objectives")) > 0
            for one in of
        ),
    ),
    "R056": (
        "people are counted by what they are, and approximate stays visible",
        lambda of: (
            "about 20 (3 elected members, about 17 residents)"
            in of.example.rows["forum-ashcombe-green"][0]
        ),
    ),
    "R057": (
        "two priorities of three",
        lambda of: "2 of 3 priorities agreed" in of.example.rows["forum-rushmead-cross"][2],
    ),
    "R058": (
        "last time, what was done, and now",
        lambda of: (
            "Burglary domestic and other Nothing reported"
            in of.example.rows["forum-coldbrook-end"][1]
            and of.example.rows["forum-coldbrook-end"][2].startswith("On 28 April 2014 ASB")
        ),
    ),
    "R059": (
        "what is wanted by 1 October is 9 days overdue on 10 October",
        lambda of: (
            "9 days overdue" in of.example.section("wanted", "events")
            and [row["days_overdue"] for row in of.example.table("actions_wanted")]
            == ["9", "", "", "", ""]
            and "Date not given" in of.example.section("wanted", "events")
        ),
    ),
    "R060": (
        "one of five events has no outcome",
        lambda of: (
            "1 of 5 has no outcome." in of.example.words
            and "No outcome recorded" in of.example.section("events", "good-news")
        ),
    ),
    "R061": (
        "returns within 14 days are on time, as a count",
        lambda of: (
            "36 of 43 returns came within 14 days of the meeting; 7 came later." in of.example.words
        ),
    ),
    "R062": ("24 and 19 returns rebuild the published table", same_figures),
    "R063": (
        "the item and the panel",
        lambda of: "Item 6 · Warwickshire Police and Crime Panel" in of.csa.words,
    ),
    "R064": (
        "paragraphs 1.1 to 3.1 have a place each",
        lambda of: (
            of.csa.html.count('<div id="para-') == 11
            and '<a href="#para-2-2">2.2</a>' in of.csa.section("para-2-2", "para-2-3")
        ),
    ),
    "R065": (
        "the last 3 months and the next 6 months",
        lambda of: all(
            "last 3 months" in one.section("form", "downloads")
            and "next 6 months" in one.section("form", "downloads")
            for one in of
        ),
    ),
    "R174": (
        "priorities older than three months are due for review",
        lambda of: (
            "Due for review since 14 July 2014" in of.example.rows["forum-ashcombe-green"][0]
            and "Due for review" not in of.example.rows["forum-rushmead-cross"][0]
        ),
    ),
    "R174, how often": (
        "forums that meet less often than that are said to",
        lambda of: (
            "Priorities count as due for review after 3 months; these forums meet every 4 months."
            in of.example.words
        ),
    ),
    "R175": (
        "priorities in the shape of data.police.uk",
        lambda of: police_uk(of.example),
    ),
    "R176": (
        "30 patrols done, 20 agreed, and no share",
        lambda of: (
            "Patrols: 30 (20 agreed)" in of.example.rows["forum-ashcombe-green"][1]
            and "150" not in of.example.words
        ),
    ),
    "R177": (
        "a vote has its base, and its shares with the rest make 100",
        lambda of: (
            sum(float(row["percent"]) for row in of.example.table("votes")) == 100
            and "160 voted." in of.example.words
            and "Other or not listed" in of.example.section("votes", "wanted")
        ),
    ),
    "R203": (
        "no per cent stands without how many it is of",
        lambda of: all(row["base"] for row in of.example.table("votes")),
    ),
}


def police_uk(of: Published) -> bool:
    """Return whether every priority has the four keys, and days as they are written there."""
    found = json.loads((of.folder / "police_uk_priorities.json").read_text("utf-8"))
    each = [one for forum in found.values() for one in forum]
    moment = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
    return len(each) == 65 + 53 and all(
        set(one) == {"issue", "issue-date", "action", "action-date"}
        and moment.fullmatch(one["issue-date"])
        and (one["action-date"] is None or moment.fullmatch(one["action-date"]))
        and (one["action"] is None) == (one["action-date"] is None)
        for one in each
    )


@pytest.fixture(scope="module")
def both(demonstration: Path) -> Both:
    top = demonstration / "priorities"
    return Both(Published(top / "csa-2014"), Published(top / "example-forums"))


@pytest.mark.parametrize("row", ROWS, ids=ROWS)
def test_requirement(both: Both, row: str) -> None:
    said, holds = ROWS[row]

    assert holds(both), f"{row}: {said}"


def test_the_invented_record_says_so_first(both: Both) -> None:
    assert both.example.words.index("Example data.") < both.example.words.index("Alderbourne")
    assert "Example data." not in both.csa.words
