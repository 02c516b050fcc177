"""Requirements of the domain study that the two issue logs meet, row by row, as published."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

NAMED = {"d77bbe315faf", "68d0766ae149", "cdf02b27b16e", "0f5d0b67f66b"}
"""The fingerprints of initials and names in the document, so that they stand nowhere here."""


def fingerprint(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:12]


def said(log: Published, name: str) -> str:
    """Return what was raised, as its entry has it."""
    return log.rows[f"issue-{name}"][0]


def did(log: Published, name: str) -> str:
    """Return what was done about it."""
    return log.rows[f"issue-{name}"][1]


def state(log: Published, name: str) -> str:
    """Return where it stands."""
    return log.rows[f"issue-{name}"][2]


def issues(log: Published) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in log.table("issues")}


def actions(log: Published, name: str) -> list[dict[str, str]]:
    return [row for row in log.table("actions") if row["issue"] == name]


def names(prefix: str, number: int) -> list[str]:
    return [f"{prefix}-{one:02d}" for one in range(1, number + 1)]


CSW: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R001": (
        "14 issues CSW-01 to CSW-14; the empty last row is no issue",
        lambda log: (
            list(issues(log)) == names("csw", 14)
            and log.html.count('id="issue-') == 14
            and said(log, "csw-14").startswith("CSW-14 ")
        ),
    ),
    "R002": (
        "the first has 3 entries, the third by the CSW lead with the commissioner's office",
        lambda log: (
            [row["by"] for row in actions(log, "csw-01")] == ["HQ CSW team", "", "CSW lead"]
            and actions(log, "csw-01")[2]["partners"] == "OPCC (Wiltshire)"
            and "By CSW lead, with OPCC (Wiltshire)" in did(log, "csw-01")
        ),
    ),
    "R003": (
        "status, owner and due date are stated for 0 of 14, and shown so",
        lambda log: (
            log.data["stated"] == {"status": 0, "owner": 0, "due": 0}
            and "Status, owner and due date are stated for 0 of 14 issues." in log.words
            and all(
                "Owner not stated. Due date not stated" in state(log, name) for name in issues(log)
            )
        ),
    ),
    "R004": (
        "the 45-minute limit is kept, and team leaders set their own",
        lambda log: (
            "45-minute" in said(log, "csw-02")
            and "Team leaders set the length of their own sessions" in did(log, "csw-02")
        ),
    ),
    "R012": (
        "proposed for closure with its meeting, and nothing closed",
        lambda log: (
            "Proposed for closure, for decision at the team leaders’ meeting on 30 May 2022"
            in state(log, "csw-06")
            and log.data["counts"]["closed"] == 0
            and log.data["counts"]["proposed_for_closure"] == 1
        ),
    ),
    "R014": (
        "the training is out of date and has a two-stage process",
        lambda log: "out of date" in said(log, "csw-07") and "two-stage" in said(log, "csw-07"),
    ),
    "R021": (
        "never 45,000 without about",
        lambda log: (
            "about 45,000 speeders over two years" in said(log, "csw-14")
            and len(re.findall("45,000", log.html)) == len(re.findall("about 45,000", log.html))
        ),
    ),
    "R024": (
        "people are roles: no initials, and nobody who is thanked",
        lambda log: (
            not NAMED.intersection(map(fingerprint, re.findall(r"\w+", log.html)))
            and "Role not stated (C); CSW lead" in did(log, "csw-05")
        ),
    ),
    "R024, our reading": (
        "the log has initials and no role: that the CSW lead is our reading is said on the page",
        lambda log: "CSW lead is our reading" in log.words,
    ),
    "R012, its day": (
        "the day on which dates are judged agrees with a meeting that is still to come",
        lambda log: (
            "Dates are judged as at May 2022, not today; the meeting of 30 May 2022 is still to "
            "come there."
            in log.words
            and "31 May 2022" not in log.words
        ),
    ),
    "§5.1, open": (
        "what has an answer and stays open is listed",
        lambda log: (
            re.search(
                r"Answered, and nothing says that it is settled 5 "
                r"Issue CSW-02 Issue CSW-03 Issue CSW-09 Issue CSW-11 Issue CSW-14",
                log.words,
            )
            is not None
        ),
    ),
    "R025": (
        "the mark of a word processor is nowhere",
        lambda log: "bookmark" not in log.html and "GoBack" not in log.html,
    ),
    "R026": (
        "abbreviations that somebody spells out are spelt out at their first place",
        lambda log: all(
            words in log.html
            for words in (
                "Community Speed Watch",
                "Traffic Enforcement Officer",
                "community policing team",
                "office of the police and crime commissioner",
                "what3words",
            )
        ),
    ),
    "R028": (
        "what only points elsewhere is called so, and is no answer",
        lambda log: (
            did(log, "csw-13").startswith("Only points elsewhere:")
            and [row["kind"] for row in actions(log, "csw-13")] == ["pointer"]
            and log.data["answered"] == 13
        ),
    ),
    "R204": (
        "nothing is called done without a date",
        lambda log: (
            all(
                "New process in place (no date given)" in did(log, name)
                for name in ("csw-02", "csw-03")
            )
            and "Done" not in log.words.replace("You said, we did", "")
        ),
    ),
    "§5.1": (
        "our reading: 7 in progress (one of them done in part), 6 answered and open, 1 proposed",
        lambda log: (
            {state: number for state, number in log.data["counts"].items() if number}
            == {"open": 6, "in_progress": 7, "proposed_for_closure": 1}
            and {row["state_is_our_reading"] for row in log.table("issues")} == {"yes"}
        ),
    ),
    "D14": (
        "white space is folded",
        lambda log: not any("  " in cell for row in log.table("issues") for cell in row.values()),
    ),
}

CSA: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R046": (
        "9 pairs side by side",
        lambda log: (
            list(issues(log)) == names("csa", 9)
            and '<th scope="col">You said</th><th scope="col">We did</th>' in log.html
        ),
    ),
    "R047": (
        "parking is direct intervention, police numbers went to a board, and levels are counted",
        lambda log: (
            issues(log)["csa-06"]["level"] == "direct_intervention"
            and issues(log)["csa-09"]["level"] == "escalated_to_board"
            and "Alliance Governance Group" in did(log, "csa-09")
            and {row["level"]: row["issues"] for row in log.table("levels")}
            == {
                "direct_intervention": "6",
                "escalated_to_board": "1",
                "raised_with_partner": "1",
                "noted_monitored": "1",
                "advice_given": "0",
                "not_stated": "0",
            }
        ),
    ),
    "R048, kinds": (
        "kinds are those that the head of the column prints",
        lambda log: (
            Counter(row["kind"] for row in log.table("issues")) == {"concern": 6, "good_news": 3}
        ),
    ),
    "R048": (
        "details are held, and never shown",
        lambda log: (
            "Details held: yes; they are not published" in said(log, "csa-01")
            and Counter(row["details_held"] for row in log.table("issues")) == {"yes": 1, "": 8}
        ),
    ),
    "R049": (
        "telling is counted at the top, and silence is said to be silence",
        lambda log: (
            "6 issues and 3 pieces of good news; all 9 are answered. People were told what came of "
            "1 (no day given), and wait to be told of 1; for 7, the log does not say whether "
            "people were told."
            in log.words
            and "Not yet told" in state(log, "csa-07")
        ),
    ),
    "R050": (
        "feedback is due at the next community forum",
        lambda log: "due at the next community forum" in state(log, "csa-07"),
    ),
    "R051": (
        "raised in 2 reports",
        lambda log: (
            "Raised in 2 reports" in said(log, "csa-07")
            and issues(log)["csa-07"]["times_raised"] == "2"
        ),
    ),
    "R052": (
        "partners are named, each with a page of its own",
        lambda log: (
            'href="../../owners/community-safety-partnership-warwickshire/"' in log.html
            and 'href="../../owners/police-and-crime-commissioner-warwickshire/"' in log.html
            and "Community Safety Partnership" in did(log, "csa-07")
        ),
    ),
    "R201": (
        "as per policy, and a next step",
        lambda log: (
            [row["kind"] for row in actions(log, "csa-02")] == ["finding", "next_step"]
            and "as per policy" in actions(log, "csa-02")[0]["text"]
            and "investigate other options" in actions(log, "csa-02")[1]["text"]
        ),
    ),
    "R202": (
        "open, with the board, and when it was last heard",
        lambda log: (
            "Open, with the Alliance Governance Group. When last heard there: not stated"
            in state(log, "csa-09")
            and issues(log)["csa-09"]["state"] == "open"
        ),
    ),
    "D12": (
        "the header that is printed twice is no issue",
        lambda log: not any("Action Taken" in row["title"] for row in log.table("issues")),
    ),
}


@pytest.fixture(scope="module")
def csw(demonstration: Path) -> Published:
    return Published(demonstration / "issues" / "csw-2022")


@pytest.fixture(scope="module")
def csa(demonstration: Path) -> Published:
    return Published(demonstration / "issues" / "csa-2014")


@pytest.mark.parametrize("row", CSW)
def test_the_row_is_met_by_the_action_plan_of_the_volunteers(csw: Published, row: str) -> None:
    sentence, holds = CSW[row]

    assert holds(csw), f"{row}: {sentence}"


@pytest.mark.parametrize("row", CSA)
def test_the_row_is_met_by_the_report_of_the_ambassadors(csa: Published, row: str) -> None:
    sentence, holds = CSA[row]

    assert holds(csa), f"{row}: {sentence}"


def test_the_gaps_of_the_record_are_public(demonstration: Path) -> None:
    """R003 and R028: the report of what is missing prints 14, 14, 14 and 1."""
    rows = Published(demonstration / "record-quality").table("gaps")
    found = Counter(row["kind"] for row in rows if row["address"].startswith("issues/csw-2022/"))

    assert [found[kind] for kind in ("no-status", "no-owner", "no-date", "no-link")] == [
        14,
        14,
        14,
        1,
    ]
