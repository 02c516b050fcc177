"""Requirements of the domain study that the partnership plan meets, row by row, as published."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from folders import PlansFolder

pytest_plugins = ["demonstration"]

PLANS: Final = Path(__file__).parents[2] / "plans"
WAITS: Final = ["o01-a17", "o14-a01", "o14-a03"]
TOPICS: Final = {"Modern Slavery": 7, "Hate": 6, "Fraud": 5}
LEGAL_DUTIES: Final = {
    "o01-a04": "Counter-Terrorism and Security Act 2015, section 26",
    "o01-a06": "Domestic Violence, Crime and Victims Act 2004, section 9",
    "o02-a03": "Anti-social Behaviour, Crime and Policing Act 2014, sections 59 to 75",
    "o13-a03": "UK General Data Protection Regulation and Data Protection Act 2018",
    "o13-a04": "UK General Data Protection Regulation and Data Protection Act 2018",
    "o14-a03": "Anti-social Behaviour, Crime and Policing Act 2014, section 104",
}


def entry(plan: Published, name: str) -> str:
    return plan.rows[f"action-{name}"][0]


def when(plan: Published, name: str) -> str:
    return plan.rows[f"action-{name}"][1]


def sub_items(plan: Published, name: str) -> list[tuple[str, str]]:
    return [
        (row["marker"], row["text"]) for row in plan.table("sub_items") if row["action"] == name
    ]


def groups(plan: Published, kind: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in plan.table("groups") if row["kind"] == kind}


def noted(plan: Published, words: str) -> list[str]:
    """Return the ids of the actions whose note on what was mended has ``words``."""
    return [name for name, row in plan.actions.items() if words in row["source_note"]]


def linked(html: str) -> list[str]:
    return re.findall(r'href="[^"]*#action-([a-z0-9-]+)"', html)


def figures(plan: Published, objective: str) -> list[list[str]]:
    """Return the cells of the figures reported under one objective."""
    under = plan.html.partition(f'id="group-{objective}"')[2].partition("<h4 ")[0]
    table = under.partition(">Figures reported</caption>")[2].partition("</table>")[0]
    rows = table.partition("<tbody>")[2].split("</tr>")
    return [re.findall(r"<t[hd][^>]*>(?:<a[^>]*>)?([^<]*)", row) for row in rows if "<td" in row]


def site(plan: Published) -> Path:
    return plan.folder.parent.parent


def read(plan: Published, suffixes: Iterable[str]) -> str:
    """Return the text of every published file with one of ``suffixes``."""
    wanted = frozenset(suffixes)
    return "".join(
        path.read_text(encoding="utf-8") for path in site(plan).rglob("*") if path.suffix in wanted
    )


def cards(plan: Published) -> dict[str, list[str]]:
    """Return the counts on each card of the home page, by the way to what its statuses mean."""
    home = (site(plan) / "index.html").read_text(encoding="utf-8")
    return {
        re.findall(r'href="([^"]*#scale)"', card)[0]: re.findall(r"</span> (\d+)</li>", card)
        for card in home.split('<article class="plan-card">')[1:]
        if "#scale" in card  # a card of a plan; other records have no statuses
    }


ROWS: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R132": (
        "theme, objective, method, action: 43, 18, 5 and 8 under four themes, 5, 4, 3 and 3 deep",
        lambda plan: (
            [row["actions"] for row in groups(plan, "theme").values()] == ["43", "18", "5", "8"]
            and Counter(row["parent"] for row in groups(plan, "objective").values())
            == {"prevent": 5, "respond": 4, "support": 3, "collaborate": 3}
            and Counter(name[:3] for name in plan.actions)
            == {
                name: int(row["actions"])
                for name, row in groups(plan, "objective").items()
                if row["actions"] != "0"
            }
        ),
    ),
    "R133": (
        "four themes, whatever else the document calls them",
        lambda plan: (
            [row["title"] for row in groups(plan, "theme").values()]
            == ["PREVENT", "RESPOND", "SUPPORT", "COLLABORATE"]
        ),
    ),
    "R134": (
        "every theme says what it is for, and a misprint in that is noted",
        lambda plan: (
            all(row["statement"] in plan.words for row in groups(plan, "theme").values())
            and "wrong letter" in groups(plan, "theme")["prevent"]["source_note"]
        ),
    ),
    "R135": (
        "where list and tables word an objective differently, a note says how",
        lambda plan: (
            [
                row["number"]
                for row in groups(plan, "objective").values()
                if re.search(r"\btables\b", row["source_note"])
                and "list of themes" in row["source_note"]
            ]
            == ["1", "2", "6", "9", "10", "13", "14", "15"]
            and "GDPR" in groups(plan, "objective")["o13"]["source_note"]
        ),
    ),
    "R136": (
        "objective 15 is there without an action, and 14 has four though its heading is lost",
        lambda plan: (
            groups(plan, "objective")["o15"]["actions"] == "0"
            and plan.words.count("No actions published for this objective.") == 1
            and groups(plan, "objective")["o14"]["actions"] == "4"
            and "heading is lost" in groups(plan, "objective")["o14"]["source_note"]
        ),
    ),
    "R137": (
        "22 methods, two of them empty, hold 60 actions; 14 stand right under their objective",
        lambda plan: (
            len(groups(plan, "method")) == 22
            and sum(int(row["actions"]) for row in groups(plan, "method").values()) == 60
            and plan.words.count("No actions published for this method.") == 2
            and Counter(
                name[:3] for name, row in plan.actions.items() if row["group"].count(" › ") == 1
            )
            == {"o08": 3, "o09": 2, "o10": 1, "o11": 1, "o12": 3, "o14": 4}
        ),
    ),
    "R138": (
        "70 sub-items in 15 actions, with their markers; a tick is a bullet and no status",
        lambda plan: (
            len(plan.table("sub_items")) == 70
            and len({row["action"] for row in plan.table("sub_items")}) == 15
            and len(sub_items(plan, "o01-a11")) == 9
            and len(sub_items(plan, "o10-a01")) == 11
            and {marker for marker, _ in sub_items(plan, "o01-a15")} == {"✓"}
            and plan.actions["o01-a15"]["status"] == "Not published"
            and all(row["text"] in entry(plan, row["action"]) for row in plan.table("sub_items"))
        ),
    ),
    "R139": (
        "a list that a page end cuts is one list, a. to f.",
        lambda plan: (
            [marker for marker, _ in sub_items(plan, "o01-a02")]
            == ["a.", "b.", "c.", "d.", "e.", "f."]
            and noted(plan, "last two sub-items") == ["o01-a02"]
        ),
    ),
    "R140": (
        "19 have no printed number; where one is printed it is kept, odd ones too",
        lambda plan: (
            len(plan.ids(number="")) == 19
            and (plan.actions["o12-a01"]["number"], plan.actions["o07-a08"]["number"])
            == ("4)", "1)")
            and "In the document: Objective 12, 4)" in entry(plan, "o12-a01")
        ),
    ),
    "R141": (
        "fifteen spellings of a date make seven kinds",
        lambda plan: (
            len({row["schedule"] for row in plan.actions.values()}) == 15
            and Counter(row["schedule_kind"] for row in plan.actions.values())
            == {
                "ongoing": 33,
                "not_stated": 23,
                "finish_by": 15,
                "range": 1,
                "completed": 1,
                "asap": 1,
            }
            and when(plan, "o07-a01")
            == "October 2023 to April 2025 In the plan’s words: “Oct 2023 – April 2025”"
        ),
    ),
    "R142": (
        "On-going and Ongoing are one kind, and stay as they are written",
        lambda plan: (
            Counter(
                row["schedule"]
                for row in plan.actions.values()
                if row["schedule_kind"] == "ongoing"
            )
            == {"On-going": 19, "Ongoing": 14}
            and all(
                when(plan, name).startswith("Ongoing") for name in plan.ids(schedule_kind="ongoing")
            )
        ),
    ),
    "R143": (
        "the one that is completed counts as complete, and has no date",
        lambda plan: (
            plan.ids(stage="complete")
            == plan.ids(end_date_state="completed")
            == plan.ids(schedule="Completed")
            == ["o01-a05"]
            and (when(plan, "o01-a05"), plan.actions["o01-a05"]["last_day"]) == ("Completed", "")
        ),
    ),
    "R144": (
        "how many have no end date is said, and why",
        lambda plan: (
            "56 of 74 actions have no end date: 33 ongoing and 23 with no date stated."
            in plan.words
        ),
    ),
    "R145": (
        "three dates have passed, and nothing is called late",
        lambda plan: (
            plan.ids(date_passed="yes") == ["o02-a03", "o07-a02", "o08-a01"]
            and all(
                when(plan, name).endswith("End date passed") for name in plan.ids(date_passed="yes")
            )
            and re.search(r"\b(?:late|overdue)\b", plan.words, re.IGNORECASE) is None
        ),
    ),
    "R146": (
        "leads are roles of the register: 57, 24, 20, 7, 2, 1, 1; 13 without, 44 with several",
        lambda plan: (
            sorted(
                Counter(
                    role
                    for row in plan.actions.values()
                    for role in filter(None, row["owners"].split("; "))
                ).values()
            )
            == [1, 1, 2, 7, 20, 24, 57]
            and len(plan.ids(owners="")) == 13
            and sum("; " in row["owners"] for row in plan.actions.values()) == 44
        ),
    ),
    "R147": (
        "that one lead is named on 57 is not said, as the publisher has not asked for it",
        lambda plan: "on 57 of 74" not in plan.words,
    ),
    "R148": (
        "four broken lead cells and a stray number are noted, and no initials are published",
        lambda plan: (
            noted(plan, "In the lead cell") == ["o01-a05", "o05-a03", "o07-a05", "o14-a03"]
            and noted(plan, "5101") == ["o12-a01"]
            and plan.actions["o14-a03"]["owners"].endswith("Lead 7 (role not stated)")
        ),
    ),
    "R149": (
        "the status of all 74 is not published, and no entry has a colour",
        lambda plan: (
            plan.data["counts"]
            == {"red": 0, "amber": 0, "green": 0, "not_rated": 0, "not_published": 74}
            and set(re.findall(r'data-tone="(\w+)"', plan.html[plan.html.index('id="actions"') :]))
            == {"grey"}
        ),
    ),
    "R150": (
        "what each status means stands on the page, in our words and marked so",
        lambda plan: (
            "(our wording of the published definition)" in plan.words
            and "Meaning not published." not in plan.words
            and re.findall(r'data-status="(\w+)"', plan.section("scale", "actions"))
            == ["red", "amber", "green", "not_published"]
        ),
    ),
    "R151": (
        "the home page counts both plans apart, each with the way to its own meanings",
        lambda plan: (
            cards(plan)
            == {
                "plans/csp-2025/#scale": ["0", "0", "0", "74"],
                "plans/charter-2022/#scale": ["11", "24", "0", "1"],
            }
        ),
    ),
    "R152": (
        "74 of 74 have no target, though the meanings speak of targets",
        lambda plan: (
            "74 of 74 actions have no target, though the meanings of the statuses speak of targets."
            in plan.words
        ),
    ),
    "R153": (
        "nine notes for 2025/26 stand apart; where there is nothing else, no progress is reported",
        lambda plan: (
            Counter(row["year"] for row in plan.table("updates"))["2025/26"] == 9
            and len(linked(plan.section("planned", "by-group"))) == 9
            and [name for name in plan.actions if "No progress reported" in entry(plan, name)]
            == plan.ids(update_state="forward")
            and len(plan.ids(update_state="forward")) == 7
        ),
    ),
    "R154": (
        "two placeholders are no updates and stand nowhere on the site (DESIGN 2: a finding)",
        lambda plan: (
            plan.ids(update_state="placeholder") == ["o03-a03", "o03-a04"]
            and "xxx" not in read(plan, [".html", ".json", ".csv"]).lower()
        ),
    ),
    "R155": (
        "two updates are empty: 70 say something, and that makes 74",
        lambda plan: (
            plan.ids(update_state="empty") == ["o04-a01", "o04-a02"]
            and len({row["action"] for row in plan.table("updates") if row["text"]}) == 70
            and "One word that belongs to the action" in plan.actions["o04-a02"]["source_note"]
        ),
    ),
    "R156": (
        "three updates that stood in the cell of the action are set apart",
        lambda plan: (
            noted(plan, "in the cell of the action") == ["o04-a03", "o09-a01", "o09-a02"]
            and all(
                any(row["text"] for row in plan.table("updates") if row["action"] == name)
                for name in noted(plan, "in the cell of the action")
            )
        ),
    ),
    "R157": (
        "figures stand under their objective; two years of one event are two figures",
        lambda plan: (
            [row[1:3] for row in figures(plan, "o01")]
            == [["3", "Undated"], ["up to 1,000", "2025"]]
            and [row[1:2] for row in figures(plan, "o03")] == [["4"]]
            and [row[1:3] for row in figures(plan, "o07")]
            == [["4", "Undated"], ["15", "Undated"], ["over 850", "2023/24"]]
        ),
    ),
    "R158": (
        "funds are named, with their ends",
        lambda plan: (
            "Funded by Safer Streets 5 until 31 March 2025" in entry(plan, "o07-a01")
            and "Funded by OPCC Safer for All Funding until March 2025" in entry(plan, "o07-a08")
            and Counter(row["funding"] for row in plan.actions.values())["OPCC Locality Funding"]
            == 6
        ),
    ),
    "R159": (
        "two milestones are taken from an update",
        lambda plan: (
            plan.actions["o02-a04"]["milestones"]
            == "The tender is out (by the end of April 2025)"
            "; All works are done (by the end of March 2026)"
            and entry(plan, "o02-a04").count("Milestone:") == 2
        ),
    ),
    "R160": (
        "a legal duty names its law",
        lambda plan: (
            {name: row["legal_duty"] for name, row in plan.actions.items() if row["legal_duty"]}
            == LEGAL_DUTIES
            and all(f"Legal duty: {law}" in entry(plan, name) for name, law in LEGAL_DUTIES.items())
        ),
    ),
    "R162": (
        "topics run across the themes, with the way to each action",
        lambda plan: all(
            len(linked(plan.section("topics", "waits").partition(name)[2].partition("</dd>")[0]))
            == number
            == sum(name in row["tags"].split("; ") for row in plan.actions.values())
            for name, number in TOPICS.items()
        ),
    ),
    "R164": (
        "the title is the title, without what was printed beside it",
        lambda plan: (
            "<title>Community Safety Partnership Delivery Plan" in plan.html
            and "CUSTOMER FEEDBACK" not in plan.words
        ),
    ),
    "R165": (
        "no marks of the file it was typed from are left",
        lambda plan: (
            re.search(
                r"&amp;amp;|&lt;u&gt;|&lt;sup&gt;|<sup>|\\circ", read(plan, [".html", ".json"])
            )
            is None
        ),
    ),
    "R166": (
        "panels that nobody spells out stay as printed, though the rest is spelt out",
        lambda plan: (
            plan.actions["o08-a03"]["title"].endswith("ASB, VPP, NSD, CCE, MACE")
            and "ASB, VPP, NSD, CCE, MACE</p>" in plan.html
            and re.search(r"(?:VPP|NSD|CCE|MACE|MAPPS)\W+<span", plan.html) is None
        ),
    ),
    "R167": (
        "three actions wait for one review",
        lambda plan: (
            linked(plan.section("waits", "scale")) == WAITS
            and [name for name in plan.actions if "CSP review" in plan.actions[name]["depends_on"]]
            == WAITS
        ),
    ),
    "R192": (
        "pages say status and owner, spell abbreviations out, and have no RAG that is not",
        lambda plan: (
            re.search(r">[^<]*\bRAG\b(?! <span)", plan.html) is None
            and 'CCTV <span class="expansion">(closed-circuit television)</span>' in plan.html
            and "What the statuses mean" in plan.words
            and "No owner named" in plan.words
        ),
    ),
}


@pytest.fixture(scope="module")
def partnership(demonstration: Path) -> Published:
    return Published(demonstration / "plans" / "csp-2025")


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_met(partnership: Published, row: str) -> None:
    sentence, holds = ROWS[row]

    assert holds(partnership), f"{row}: {sentence}"


def test_a_misspelt_status_is_told_with_file_line_and_what_is_allowed(
    plans_folder: PlansFolder,
) -> None:  # R194
    for register in ("owners.yml", "publishers.yml"):
        plans_folder.put(f"registers/{register}", (PLANS / "registers" / register).read_bytes())
    plans_folder.delete("parks/plan.yml")
    whole = (PLANS / "csp-2025" / "plan.yml").read_text(encoding="utf-8")
    before, _, after = whole.partition("status: not published")
    plans_folder.put("csp-2025/plan.yml", f"{before}status: ambr{after}")
    line = before.count("\n") + 1

    (told,) = [one for one in plans_folder.said() if "ambr" in one]

    assert f"csp-2025/plan.yml:{line}:" in told
    assert "Use red, amber, green, not rated or not published." in told
    assert told.endswith('Did you mean "amber"?')
