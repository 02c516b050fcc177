"""Requirements on findings, voices, staffing and next steps that the progress report meets."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

EARLY, LATE = "the early summary", "the closing summary"
BY_VOICE: Final = ("people", "system", "customer")
COUNTS_FOR_NONE: Final = (
    "Immediates",
    "PeopleHours",
    "Priorities",
    "Scheduled",
    "SpecialHours",
    "UnitDuration",
)
COUNTS_FOR_ALL: Final = ("MHNiche", "TroubledFamilies", "VulnerablePeople")
TACTICAL: Final = ("2", "3b", "5", "6", "7")


def counts(report: Published, slide: str, polarity: str) -> tuple[int, ...]:
    """Return how many statements of one summary each voice has."""
    found = Counter(
        row["voice"]
        for row in report.table("statements")
        if slide in row["slides"].split("; ") and row["polarity"] == polarity
    )
    return tuple(found[voice] for voice in BY_VOICE)


def weights(report: Published) -> dict[str, dict[str, Decimal]]:
    """Return the weight of each demand for each role."""
    found: dict[str, dict[str, Decimal]] = {}
    for row in report.table("weights"):
        found.setdefault(row["demand_type"], {})[row["role"]] = Decimal(row["weight"])
    return found


def kinds(report: Published, kind: str) -> list[dict[str, str]]:
    return [row for row in report.table("findings") if row["kind"] == kind]


def said(report: Published, anchor: str) -> str:
    """Return the words of the list item at one place."""
    item = re.search(
        rf'id="{anchor}".*?(?=<li [^>]*id=|</section>|<h2)', report.as_written, re.DOTALL
    )
    assert item is not None, anchor
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", item[0]))


def part(report: Published, start: str, end: str) -> str:
    """Return the words of the page from one place to another."""
    html = report.as_written
    cut = html[html.index(f'id="{start}"') : html.index(f'id="{end}"')]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cut))


def owner(report: Published, name: str) -> str:
    """Return the page of an owner on the same site."""
    return (report.folder.parent.parent / "owners" / name / "index.html").read_text("utf-8")


ROWS: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R104": (
        "three voices, issues and then positives: 9 and 8 in the early summary, 9 and 7 at the end",
        lambda report: (
            counts(report, EARLY, "issue") == (4, 3, 2)
            and counts(report, EARLY, "positive") == (4, 2, 2)
            and counts(report, LATE, "issue") == (4, 3, 2)
            and counts(report, LATE, "positive") == (3, 2, 2)
            and "What people said, in short" in report.words
            and report.html.count('<section class="voice"') == 3
        ),
    ),
    "R105": (
        "three statements stand in one summary only, and each says so",
        lambda report: (
            [
                (row["voice"], row["slides"])
                for row in report.table("statements")
                if row["slides"] in {EARLY, LATE}
            ]
            == [("system", EARLY), ("system", LATE), ("people", EARLY)]
            and part(report, "voices", "voices-subjects").count("Only in the") == 3
        ),
    ),
    "R107": (
        "28 demands and three roles, 19.5, 12 and 15; six count for none, three for all",
        lambda report: (
            len(weights(report)) == 28
            and [
                sum(by_role[role] for by_role in weights(report).values())
                for role in ("PC", "PCSO", "LCI")
            ]
            == [Decimal("19.5"), 12, 15]
            and "the weights add up to 19.5 for PC, 12 for PCSO and 15 for LCI" in report.words
            and tuple(
                name for name, by_role in weights(report).items() if not any(by_role.values())
            )
            == COUNTS_FOR_NONE
            and tuple(name for name, by_role in weights(report).items() if all(by_role.values()))
            == COUNTS_FOR_ALL
            and "for PC PCHours (3), for PCSO PCSOHours (4) and for LCI InvestigateNiche (4)"
            in report.words
        ),
    ),
    "R108": (
        "no decision is published, and the page says so",
        lambda report: (
            report.data["decisions"] == []
            and "what judgement changed and why is not published [x]"
            in part(report, "decisions", "steps")
        ),
    ),
    "R109": (
        "six lines of questions, and the day of the data, which is not stated",
        lambda report: (
            (section := report.section("how", "weights")).count("<li>") == 6
            and section.count("?") == 5
            and "Data last renewed Not stated"
            in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", section))
        ),
    ),
    "R110": (
        "from about 400 posts to 6 to 7 on a shift; what is worked out here says so",
        lambda report: (
            [(row["value"], row["worked_out"]) for row in report.table("steps")]
            == [
                ("about 400", "no"),
                ("six", "no"),
                ("about 60–70", "no"),
                ("66.7", "yes"),
                ("5", "no"),
                ("12–14", "no"),
                ("12 to 14", "yes"),
                ("at least 50%", "no"),
                ("about 6 to 7", "yes"),
            ]
            and part(report, "steps", "areas").count("Worked out here") == 3
        ),
    ),
    "R111": (
        "six areas, 7 teams and 3 that became 2 carry a note",
        lambda report: (
            [row["number"] for row in report.table("areas") if row["number"]]
            == ["6", "7", "3", "2"]
            and "6 in the sharing out of officers and 7 in the staff survey"
            in part(report, "areas", "findings")
        ),
    ),
    "R113": (
        "74.2% stands above each of its parts, and a caveat says so",
        lambda report: (
            "74.2%" in (text := said(report, "finding-above-its-parts"))
            and "69.1% to 73.1%" in text
        ),
    ),
    "R115": (
        "18 caveats of the whole report in five groups",
        lambda report: (
            list(Counter(row["group"] for row in kinds(report, "caveat") if row["group"]).items())
            == [
                ("policy", 6),
                ("methodology", 6),
                ("reviews", 3),
                ("external", 1),
                ("national", 2),
            ]
            and "18 caveats for the whole report" in report.words
        ),
    ),
    "R116": (
        "what came before the roll-out says so, and that the day of the roll-out is not stated",
        lambda report: (
            "This began before the roll-out of the new model (date not stated)."
            in said(report, "finding-calls-slower")
            and [row["id"] for row in report.table("findings") if row["attribution"] == "precedes"]
            == ["calls-slower", "sickness-falling", "calls-not-the-model"]
        ),
    ),
    "R118": (
        "four things in their order, with the blanks of the legend and no number",
        lambda report: (
            [(row["label"], row["marker"]) for row in report.table("rankings")]
            == [
                ("Most Important", "x"),
                ("2nd most important", "x"),
                ("3rd most important", "x"),
                ("Least Important", "x"),
            ]
            and "1, 2, 3, 4 and Blank" in part(report, "ranking-most-important", "voices")
        ),
    ),
    "R122": (
        "nobody is quoted",
        lambda report: report.data["quotes"] == [] and "<blockquote" not in report.html,
    ),
    "R123": (
        "a wait that somebody only spoke of is no figure",
        lambda report: not re.search(r"15 ?[-–] ?20|15 to 20", report.words),
    ),
    "R124": (
        "one recommendation, one best practice and three ideas",
        lambda report: (
            [len(kinds(report, kind)) for kind in ("recommendation", "best_practice", "idea")]
            == [1, 1, 3]
            and "Wiltshire North" in kinds(report, "best_practice")[0]["text"]
        ),
    ),
    "R125": (
        "8 items in their order, 3a before 3b; the tactical board has 5 of them",
        lambda report: (
            [row["number"] for row in report.table("improvement")]
            == ["1", "2", "3a", "3b", "4", "5", "6", "7"]
            and {row["board"]: row["items"] for row in report.table("boards")}["CPT Tactical Board"]
            == "; ".join(TACTICAL)
            and all(
                f'href="../../reports/cpt-2017/#item-{number}"'
                in owner(report, "cpt-tactical-board")
                for number in TACTICAL
            )
        ),
    ),
    "R126": (
        "two chairs are known by our reading, as ranks; the other five are not stated",
        lambda report: (
            [row["chair"] for row in report.table("boards")]
            == ["An assistant chief constable (A)", "A superintendent (D)", "", "", "", "", ""]
            and part(report, "boards", "asks").count("Not stated") == 5
            and "beside 2 of them, and shown as its chair by our reading" in report.words
            and "cpt-strategic-board" in owner(report, "assistant-chief-constable-a")
        ),
    ),
    "R127": (
        "four asks and one open question",
        lambda report: (
            [row["kind"] for row in report.table("asks")] == ["ask"] * 4 + ["question"]
            and "4 things are asked" in report.words
            and "What the police ask of the panel" in report.words
        ),
    ),
    "R129": (
        "what a slide says twice, and differently, stands once, with both places",
        lambda report: (
            "fewer since January 2013" in (text := said(report, "finding-intelligence-which-way"))
            and "more since January 2013" in text
        ),
    ),
    "R131": (
        "the order in which officers do their work is an ordered list",
        lambda report: (
            {row["id"]: row["items"] for row in report.table("findings")}["order-of-work"]
            == "Answering the radio; Niche work; Community work"
            and "<ol>" in report.section("finding-order-of-work", "finding-calls-not-the-model")
        ),
    ),
    "R195": (
        "being kept informed, 2nd of 4, stands beside what people can expect",
        lambda report: (
            "2nd of 4 (2nd most important)" in said(report, "commitment-kept-informed")
            and "No measure published" in said(report, "commitment-kept-informed")
        ),
    ),
    "R199": (
        "being seen is told as what people think",
        lambda report: (
            [
                row["voice"]
                for row in report.table("statements")
                if "see more of the police" in row["text"]
            ]
            == ["customer"]
        ),
    ),
    "R200": (
        "every voice has issues and positives",
        lambda report: part(report, "voices", "voices-subjects").count("Positives") >= 3,
    ),
}


@pytest.fixture(scope="session")
def report(demonstration: Path) -> Published:
    return Published(demonstration / "reports" / "cpt-2017")


@pytest.mark.parametrize("row", ROWS)
def test_the_report_meets_the_requirement(report: Published, row: str) -> None:
    meaning, is_met = ROWS[row]
    assert is_met(report), f"{row}: {meaning}"


def test_activities_have_what_data_shows_beside_what_staff_say(report: Published) -> None:
    rows = report.table("statements")
    for subject in ("Arrests", "Custody", "Intelligence"):
        voices = [row["voice"] for row in rows if row["subject"] == subject]
        assert voices == ["people", "system"]


def test_a_number_that_can_be_read_in_two_ways_is_no_figure(report: Published) -> None:
    assert all("121" not in row["value"] + row["number"] for row in report.table("measures"))
    assert "can be read as 121 people or as talks with one person each" in report.words


def test_the_weights_on_the_page_are_those_of_the_file(report: Published) -> None:
    by_demand = weights(report)
    shown = {
        cells[0]: [Decimal(cell) for cell in cells[1:4]]
        for cells in report.rows.values()
        if cells and cells[0] in by_demand and cells[1][:1].isdigit()
    }
    assert shown == {name: list(by_role.values()) for name, by_role in by_demand.items()}
    assert report.data["weights"] == report.table("weights")


@pytest.mark.parametrize(
    "name",
    ["findings", "statements", "rankings", "improvement", "boards", "asks", "steps", "areas"],
)
def test_each_table_is_the_same_in_both_files(report: Published, name: str) -> None:
    assert report.data[name] == report.table(name)


def test_no_mark_of_a_quotation_stands_round_what_people_said(report: Published) -> None:
    for text in (row["text"] for row in report.table("statements")):
        assert not set(text) & set('“”"‘'), text
