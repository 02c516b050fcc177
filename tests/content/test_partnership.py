"""The partnership plan of February 2025: its figures on the page, in the tables and in the data."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import pytest

from content.published import Published

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["demonstration"]

BY_OBJECTIVE: Final = (19, 11, 4, 3, 6, 5, 8, 3, 2, 1, 1, 3, 4, 4, 0)
BY_THEME: Final = {"PREVENT": 43, "RESPOND": 18, "SUPPORT": 5, "COLLABORATE": 8}
LEADS: Final = {
    "Community Protection Manager": 57,
    "Lead 2 (role not stated)": 24,
    "Business Manager – Public Protection": 20,
    "Lead 4 (role not stated)": 7,
    "Lead 5 (role not stated)": 2,
    "Community Safety Partnership": 1,
    "Lead 7 (role not stated)": 1,
}
PASSED: Final = ["o02-a03", "o07-a02", "o08-a01"]
NEAR: Final = [
    *("o01-a01", "o01-a02", "o09-a01", "o01-a09", "o01-a14"),
    *("o01-a15", "o01-a16", "o06-a01", "o06-a02", "o07-a01"),
]
LATER: Final = ["o02-a08", "o02-a09", "o07-a07"]
WITHOUT_LEAD: Final = [
    *("o01-a04", "o01-a18", "o01-a19", "o03-a03", "o03-a04", "o04-a02", "o05-a05"),
    *("o07-a08", "o08-a03", "o11-a01", "o12-a02", "o12-a03", "o14-a01"),
]
ONLY_FORWARD: Final = [
    *("o01-a10", "o01-a11", "o09-a01", "o10-a01", "o13-a01", "o13-a02", "o13-a03"),
]
FORWARD: Final = sorted([*ONLY_FORWARD, "o01-a05", "o05-a05"])
PLACEHOLDERS: Final = ["o03-a03", "o03-a04"]
EMPTY: Final = ["o04-a01", "o04-a02"]
MODERN_SLAVERY: Final = [
    *("o01-a02", "o01-a05", "o01-a08", "o01-a11", "o01-a14", "o02-a01", "o10-a01"),
]


@pytest.fixture(scope="module")
def partnership(demonstration: Path) -> Published:
    return Published(demonstration / "plans" / "csp-2025")


def tally(plan: Published, key: str) -> dict[str, int]:
    """Count the values of one column, which must be the same in the table and in the data."""
    in_table = Counter(row[key] for row in plan.actions.values())
    assert in_table == Counter(row[key] for row in plan.data["actions"])
    return in_table


def linked(html: str) -> list[str]:
    return re.findall(r'href="#action-([a-z0-9-]+)"', html)


def entries_saying(plan: Published, words: str) -> list[str]:
    """Return the ids of the actions whose entry on the page has ``words``."""
    return [
        name.removeprefix("action-")
        for name, cells in plan.rows.items()
        if name.startswith("action-") and words in " ".join(cells)
    ]


def attention(plan: Published, reason: str) -> str:
    """Return the part of the page that gives one reason to look."""
    return plan.section("attention", "coming").partition(reason)[2].partition("</dd>")[0]


def test_the_tables_hold_what_the_data_hold(partnership: Published) -> None:
    for name in ("actions", "groups", "updates", "sub_items"):
        assert partnership.table(name) == partnership.data[name]


def test_there_are_74_actions_in_the_order_of_the_plan(partnership: Published) -> None:
    ids = [
        f"o{objective:02}-a{action:02}"
        for objective, actions in enumerate(BY_OBJECTIVE, 1)
        for action in range(1, actions + 1)
    ]

    assert [f"action-{name}" for name in ids] == [
        name for name in partnership.rows if name.startswith("action-")
    ]
    assert list(partnership.actions) == ids
    assert partnership.data["total"] == len(ids) == 74


@pytest.mark.parametrize(("objective", "actions"), [*enumerate(BY_OBJECTIVE, 1)])
def test_objectives_hold_the_published_numbers(
    partnership: Published, objective: int, actions: int
) -> None:
    row = next(one for one in partnership.table("groups") if one["id"] == f"o{objective:02}")
    heading = partnership.html.index(f'id="group-{row["id"]}"')
    on_page = partnership.html[heading:].partition("</h4>")[2]
    said = "No actions published" if not actions else f"{actions} action{'s' * (actions > 1)}<"

    assert (row["kind"], row["number"], row["actions"]) == (
        "objective",
        str(objective),
        str(actions),
    )
    assert said in on_page[:80]
    assert actions == sum(name.startswith(row["id"]) for name in partnership.actions)


@pytest.mark.parametrize(("theme", "actions"), BY_THEME.items())
def test_themes_hold_the_published_numbers(
    partnership: Published, theme: str, actions: int
) -> None:
    in_table = {row["title"]: row["actions"] for row in partnership.table("groups")}
    on_page = next(cells for cells in partnership.rows.values() if cells[0] == theme)

    assert on_page[1:6] == ["0", "0", "0", str(actions), str(actions)]
    assert in_table[theme] == str(actions)
    assert actions == sum(
        row["group"].partition(" › ")[0] == theme for row in partnership.actions.values()
    )


def test_objective_15_is_present_and_empty(partnership: Published) -> None:
    last = partnership.table("groups")[-1]

    assert (last["id"], last["parent"], last["actions"]) == ("o15", "collaborate", "0")
    assert re.search(
        r"Objective 15: [^.]+ No actions published for this objective\.", partnership.words
    )


def test_22_methods_hold_60_actions_and_two_are_empty(partnership: Published) -> None:
    methods = [row for row in partnership.table("groups") if row["kind"] == "method"]

    assert len(methods) == partnership.html.count('<span class="group-kind">Method:</span>') == 22
    assert sum(int(row["actions"]) for row in methods) == 60
    assert [row["title"] for row in methods if row["actions"] == "0"] == [
        "Thematic Initiatives",
        "Other Funding",
    ]
    assert partnership.words.count("No actions published for this method.") == 2


def test_no_status_is_published(partnership: Published) -> None:
    statuses = [cells[-1] for name, cells in partnership.rows.items() if name[:7] == "action-"]

    assert "The status of all 74 actions is not published." in partnership.words
    assert {status.partition(" ")[0] for status in statuses} == {"╌Not"}
    assert tally(partnership, "status") == {"Not published": 74}
    assert partnership.data["counts"] == {
        "red": 0,
        "amber": 0,
        "green": 0,
        "not_rated": 0,
        "not_published": 74,
    }


def test_56_of_74_have_no_end_date(partnership: Published) -> None:
    said = "56 of 74 actions have no end date: 33 ongoing and 23 with no date stated."
    states = tally(partnership, "end_date_state")

    assert said in partnership.words
    assert states == {
        "ongoing": 33,
        "not_stated": 23,
        "stated": 16,
        "completed": 1,
        "as_soon_as_possible": 1,
    }
    assert {
        state: count for state, count in partnership.data["end_dates"].items() if count
    } == states


def test_the_words_of_the_date_column_promise_what_they_say(partnership: Published) -> None:
    when = Counter(
        cells[1].partition(" “")[0].partition(" ")[0]
        for name, cells in partnership.rows.items()
        if name.startswith("action-")
    )

    assert tally(partnership, "schedule_kind") == {
        "finish_by": 15,
        "range": 1,
        "ongoing": 33,
        "not_stated": 23,
        "completed": 1,
        "asap": 1,
    }
    assert when == {"By": 15, "October": 1, "Ongoing": 33, "No": 23, "Completed": 1, "As": 1}


def test_16_dates_are_3_passed_10_near_and_3_later(partnership: Published) -> None:
    last_days = {row["id"]: row["last_day"] for row in partnership.data["actions"]}

    assert linked(attention(partnership, "End date passed")) == PASSED
    assert entries_saying(partnership, "End date passed") == PASSED
    assert partnership.ids(date_passed="yes") == PASSED
    assert linked(partnership.section("coming", "planned")) == NEAR
    assert sorted(NEAR) == [
        name for name, day in last_days.items() if "2025-02-10" <= day <= "2025-05-10"
    ]
    assert sorted(LATER) == [name for name, day in last_days.items() if day > "2025-05-10"]
    assert tally(partnership, "date_passed") == {"yes": 3, "no": 13, "": 58}


def test_13_have_no_lead(partnership: Published) -> None:
    assert linked(attention(partnership, "No owner named")) == WITHOUT_LEAD
    assert entries_saying(partnership, "No owner named") == WITHOUT_LEAD
    assert partnership.ids(owners="") == WITHOUT_LEAD
    assert tally(partnership, "owners")[""] == 13


def test_leads_are_named_on_57_24_20_7_2_1_and_1(partnership: Published) -> None:
    in_data = Counter(
        role
        for row in partnership.data["actions"]
        for role in filter(None, row["owners"].split("; "))
    )

    assert {role: len(partnership.owned_by(role)) for role in LEADS} == LEADS == in_data
    assert sum("; " in row["owners"] for row in partnership.actions.values()) == 44


@pytest.mark.parametrize("role", LEADS)
def test_the_page_of_a_lead_holds_the_same_actions(demonstration: Path, role: str) -> None:
    folder = re.sub(r"[^a-z0-9]+", "-", role.lower()).strip("-")
    page = Published(demonstration / "owners" / folder)
    plan = Published(demonstration / "plans" / "csp-2025")

    assert f"Named on {LEADS[role]} of 74 actions." in page.words
    assert sorted(row["action"] for row in page.table("mentions")) == plan.owned_by(role)


def test_nine_forward_notes_stand_in_a_list_of_their_own(partnership: Published) -> None:
    notes = [row for row in partnership.data["updates"] if row["kind"] == "forward"]
    listed = partnership.section("planned", "by-group")

    assert linked(listed) == FORWARD
    assert "2025/26" in listed
    assert [(row["action"], row["year"]) for row in notes] == [(one, "2025/26") for one in FORWARD]
    assert all(note["text"] in partnership.rows[f"action-{note['action']}"][0] for note in notes)
    assert [name for name, row in partnership.actions.items() if row["forward_notes"]] == FORWARD


def test_seven_of_them_are_the_whole_update(partnership: Published) -> None:
    assert entries_saying(partnership, "No progress reported") == sorted(ONLY_FORWARD)
    assert partnership.ids(update_state="forward") == sorted(ONLY_FORWARD)
    assert "For 7 actions that is all there is" in partnership.words


def test_placeholders_and_empty_updates_are_no_updates(partnership: Published) -> None:
    assert entries_saying(partnership, "No update published") == [*PLACEHOLDERS, *EMPTY]
    assert partnership.ids(update_state="placeholder") == PLACEHOLDERS
    assert partnership.ids(update_state="empty") == EMPTY
    assert tally(partnership, "update_state") == {
        "undated": 63,
        "forward": 7,
        "placeholder": 2,
        "empty": 2,
    }
    assert {
        row["text"]
        for row in partnership.data["updates"]
        if row["action"] in {*PLACEHOLDERS, *EMPTY}
    } == {""}


def test_every_update_of_the_table_is_on_the_page(partnership: Published) -> None:
    updates = partnership.table("updates")

    assert len(updates) == 76
    for update in updates:
        for paragraph in update["text"].split("\n\n"):
            assert paragraph in partnership.rows[f"action-{update['action']}"][0]


def test_seven_actions_are_tagged_modern_slavery(partnership: Published) -> None:
    topic = partnership.section("topics", "waits").partition("Modern Slavery")[2]
    tagged = [
        row["id"]
        for row in partnership.data["actions"]
        if "Modern Slavery" in row["tags"].split("; ")
    ]

    assert linked(topic.partition("</dd>")[0]) == MODERN_SLAVERY == tagged
    assert [
        name for name, row in partnership.actions.items() if "Modern Slavery" in row["tags"]
    ] == MODERN_SLAVERY


def test_people_are_roles_alone(partnership: Published) -> None:
    roles = {
        role
        for row in partnership.actions.values()
        for role in filter(None, row["owners"].split("; "))
    }

    assert roles == set(LEADS)


def test_the_basis_of_the_day_is_printed(partnership: Published) -> None:
    assert "10 February 2025 (panel meeting; the plan states none)" in partnership.words
    assert partnership.data["as_at"] == "2025-02-10"
