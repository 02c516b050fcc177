"""Requirements of the domain study that the charter meets, row by row, on what was published."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

AMBER_BY_A_GREEK_LETTER = ["4", "16", "19", "21", "22", "26", "28", "31"]


def numbers(*values: int) -> list[str]:
    return [str(value) for value in values]


def entry(charter: Published, number: int) -> str:
    return charter.rows[f"action-{number}"][0]


def when(charter: Published, number: int) -> str:
    return charter.rows[f"action-{number}"][1]


ROWS: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R066": (
        "six strands in order over 36 recommendations",
        lambda plan: [row["actions"] for row in plan.table("groups")] == numbers(7, 5, 4, 5, 6, 9),
    ),
    "R067": (
        "every entry has a row header and named columns (three, as the design has it)",
        lambda plan: (
            plan.html.count('<th scope="row" abbr="Recommendation ') == 36
            and plan.html.count('<td data-label="When"><span class="when">') == 36
            and plan.html.count('<td data-label="Status">') == 36
            and '<th scope="row" abbr="Recommendation 3">' in plan.html
        ),
    ),
    "R068": (
        "ratings printed with a Greek letter count as amber: 24 in all",
        lambda plan: (
            len(plan.ids(status="Amber")) == 24
            and all(plan.actions[name]["status"] == "Amber" for name in AMBER_BY_A_GREEK_LETTER)
        ),
    ),
    "R069": (
        "recommendation 36 is not rated, and counted",
        lambda plan: (
            plan.ids(status="Not rated") == ["36"] and sum(plan.data["counts"].values()) == 36
        ),
    ),
    "R070": (
        "strand by status is derived, never typed",
        lambda plan: (
            plan.rows["row-0"][:2] == ["Strand", "■Red"]
            and plan.rows["row-7"][1:6] == numbers(11, 24, 0, 1, 36)
        ),
    ),
    "R071": (
        "numbers missing at 4 to 7, ids there",
        lambda plan: (
            plan.ids(number="") == numbers(4, 5, 6, 7)
            and all(f'id="action-{number}"' in plan.html for number in (4, 5, 6, 7))
        ),
    ),
    "R072": (
        "3, 31 and 36 are one row each",
        lambda plan: all(plan.html.count(f'id="action-{number}"') == 1 for number in (3, 31, 36)),
    ),
    "R073": (
        "the split heading is whole",
        lambda plan: [row["title"] for row in plan.table("groups")][2] == "Vulnerability",
    ),
    "R074": (
        "starts are never deadlines",
        lambda plan: (
            plan.actions["23"]["last_day"] == ""
            and plan.actions["23"]["first_day"] == "2022-11-01"
            and when(plan, 23).startswith("Starts in November 2022")
        ),
    ),
    "R075": (
        "recommendation 1 starts at once and is business as usual from October 2022",
        lambda plan: (
            "Starts at once; business as usual by the end of October 2022" in when(plan, 1)
            and plan.actions["1"]["stage"] == ""
        ),
    ),
    "R076": (
        "a month is due on its last day",
        lambda plan: (
            plan.actions["4"]["last_day"] == "2022-10-31"
            and when(plan, 4).startswith("By the end of October 2022")
        ),
    ),
    "R077": (
        "the latest date of the plan is named, for a second look",
        lambda plan: (
            "The latest date in the plan is October 2023 (recommendation 16)." in plan.words
        ),
    ),
    "R078": (
        "14 updates of 29 June 2022, without the stamp",
        lambda plan: (
            len(re.findall("29 June 2022 ?:", plan.words)) == 14 and "290622" not in plan.words
        ),
    ),
    "R079": (
        "an impossible date is shown as unclear, and nothing is guessed",
        lambda plan: (
            "Date unclear (the source reads 296023)" in entry(plan, 32)
            and plan.ids(update_state="invalid") == ["32"]
            and plan.actions["32"]["latest_update_on"] == ""
        ),
    ),
    "R080": (
        "four updates are undated",
        lambda plan: (
            plan.ids(update_state="undated") == numbers(5, 15, 17, 22)
            and all("Undated:" in entry(plan, number) for number in (5, 15, 17, 22))
        ),
    ),
    "R081": (
        "17 have no update: 11 amber, 5 red, 1 not rated",
        lambda plan: (
            Counter(plan.actions[name]["status"] for name in plan.ids(update_state="none"))
            == {"Amber": 11, "Red": 5, "Not rated": 1}
        ),
    ),
    "R082": (
        "an update of 29 June is 32 days old at the end of July, so none is old yet",
        lambda plan: "Newest update is old" not in plan.words,
    ),
    "R083": (
        "spellings of one role are one owner",
        lambda plan: (
            len(plan.owned_by("Citizens in Policing manager")) == 8
            and plan.owned_by("PSST inspector") == numbers(4, 10, 11, 12, 14, 17, 23, 25, 26, 35)
        ),
    ),
    "R084": (
        "two people are never merged",
        lambda plan: (
            plan.owned_by("A superintendent (A)") == numbers(2, 7, 16, 34)
            and plan.owned_by("Role not stated (A)") == numbers(13, 18, 19, 20, 21, 22, 30, 36)
        ),
    ),
    "R085": (
        "a name and a collar number give way to a role",
        lambda plan: (
            "A named officer" in entry(plan, 33) and re.search(r"\d{5}", entry(plan, 33)) is None
        ),
    ),
    "R086": (
        "four recommendations carry five targets without a figure",
        lambda plan: (
            len(re.findall(r"Target: ", plan.words)) == 5
            and plan.words.count("No figure published yet") == 5
            and [name for name, row in plan.actions.items() if row["targets"]]
            == numbers(2, 18, 19, 20)
            and "30,000 people" in entry(plan, 2)
            and "A change of +20% in Watch schemes" in entry(plan, 18)
            and "80 special constables" in entry(plan, 19)
            and "25 patrol" in entry(plan, 20)
            and "15 charter" in entry(plan, 20)
        ),
    ),
    "R087": (
        "two figures were reported",
        lambda plan: (
            "Reported: 500 " in entry(plan, 12)
            and entry(plan, 12).endswith("trained, 29 June 2022")
            and "Reported: 13 stations with a doorbell, date unclear" in entry(plan, 32)
        ),
    ),
    "R088": (
        "four depend on money, a bid or procurement",
        lambda plan: (
            [name for name, row in plan.actions.items() if row["depends_on"]]
            == numbers(5, 15, 22, 25)
            and "Depends on funding" in entry(plan, 5)
            and "Depends on a bid" in entry(plan, 22)
            and "Depends on procurement" in entry(plan, 25)
        ),
    ),
    "R089": (
        "a plan that does not explain its colours says so",
        lambda plan: "This plan does not say what its statuses mean." in plan.words,
    ),
    "R095": (
        "recommendation 36 reports to the governance board",
        lambda plan: (
            plan.actions["36"]["reports_to"] == "Charter governance board"
            and "reports to Charter governance board" in entry(plan, 36)
        ),
    ),
    "R096": (
        "10 and 14 point at each other",
        lambda plan: (
            (plan.actions["10"]["see_also"], plan.actions["14"]["see_also"]) == ("14", "10")
            and "See also Recommendation 14" in entry(plan, 10)
        ),
    ),
    "R178": (
        "a table without markers has no key of markers",
        lambda plan: re.search(r"\[[a-z]\]", plan.words) is None,
    ),
    "R179": (
        "every status is a word and a symbol",
        lambda plan: (
            {cells[-1] for name, cells in plan.rows.items() if name.startswith("action-")}
            == {"■Red", "▲Amber", "○Not rated"}
        ),
    ),
    "R180": (
        "the chart is a table, with a name of at most two sentences",
        lambda plan: (
            all(
                name.count(".") <= 2
                for name in re.findall(r'role="img" aria-label="([^"]*)"', plan.html)
            )
            and plan.html.count('role="img"') == 7
        ),
    ),
    "R182": (
        "every table can be taken away, with form and size in the link",
        lambda plan: (
            set(re.findall(r'href="(\w+\.\w+)" download>[^<]*\(\w+, [\d,]+ KB', plan.html))
            == {path.name for path in plan.folder.iterdir()} - {"index.html"}
        ),
    ),
    "R183": (
        "as at, published and next update stand under the title",
        lambda plan: (
            re.search(r"As at July 2022 .*Published Not stated Next update Not stated", plan.words)
            is not None
        ),
    ),
    "R184": (
        "every table has a head that paper can repeat",
        lambda plan: plan.html.count("<table") == plan.html.count("<thead>"),
    ),
    "R185": (
        "the publisher's name comes from one place",
        lambda plan: (
            plan.data["publisher"] == "West Mercia Police"
            and "Publisher West Mercia Police" in plan.words
            and "Contact West Mercia Police" in plan.words
        ),
    ),
}


@pytest.fixture(scope="module")
def charter(demonstration: Path) -> Published:
    return Published(demonstration / "plans" / "charter-2022")


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_met(charter: Published, row: str) -> None:
    sentence, holds = ROWS[row]

    assert holds(charter), f"{row}: {sentence}"
