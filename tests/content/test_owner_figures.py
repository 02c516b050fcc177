"""What owners of the demonstration are named on, held against the tables of the records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from content.published import Published

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["demonstration"]

LIST = "; "
LOGS = ("csa-2014", "csw-2022")
ITEMS = {
    "CPT Strategic Board": ["2"],
    "CPT Tactical Board": ["2", "3b", "5", "6", "7"],
    "Resourcing Gold Group": ["1"],
    "Workforce Planning Group": ["1"],
    "Workforce Planning": ["7"],
    "Strategic Demand Management Board": ["3a"],
    "CCC Improvement Board": ["4"],
}
"""The boards of the report of 2017 and the items of the improvement plan they own (R125)."""
CHAIRED = ("CPT Strategic Board", "CPT Tactical Board")
"""The boards whose chairs are known (R126)."""

Named = tuple[str, str, str]
"""A role, the id of a part of a record, and as what it is named there."""


def mentions(site: Path, record: str) -> set[Named]:
    """Return everybody who is named on something of ``record``, by the pages of owners."""
    roles = {row["id"]: row["role"] for row in Published(site / "owners").table("owners")}
    return {
        (role, row["action"], key)
        for owner, role in roles.items()
        for row in Published(site / "owners" / owner).table("mentions")
        if row["plan"] == record
        for key in row["named_as"].split(LIST)
    }


def named(rows: list[dict[str, str]], part: str, *keys: str) -> set[Named]:
    """Return everybody whom the columns ``keys`` of a table name, with the column ``part``."""
    return {
        (role, row[part], key)
        for row in rows
        for key in keys
        for role in filter(None, row[key].split(LIST))
    }


def page_of(site: Path, role: str) -> Published:
    return Published(site / "owners" / re.sub(r"[^a-z0-9]+", "-", role.lower()))


@pytest.mark.parametrize("log", LOGS)
def test_owners_are_named_on_the_issues_that_the_tables_of_a_log_say(
    demonstration: Path, log: str
) -> None:
    tables = Published(demonstration / "issues" / log)
    written = named(tables.table("issues"), "id", "owners", "with_board")
    written |= named(tables.table("actions"), "issue", "by", "partners")

    assert mentions(demonstration, f"issues/{log}") == written
    assert written


def test_owners_are_named_on_the_parts_that_the_tables_of_a_report_say(demonstration: Path) -> None:
    tables = Published(demonstration / "reports" / "cpt-2017")
    roles = {row["role"]: row["id"] for row in Published(demonstration / "owners").table("owners")}
    boards = [{**row, "id": roles[row["board"]]} for row in tables.table("boards")]
    written = named(tables.table("improvement"), "id", "boards")
    written |= named(boards, "id", "board", "chair")

    assert mentions(demonstration, "report/cpt-2017") == written


@pytest.mark.parametrize("board", ITEMS)
def test_the_page_of_a_board_lists_its_items_of_the_improvement_plan(
    demonstration: Path, board: str
) -> None:
    page = page_of(demonstration, board)
    items = [row["action"] for row in page.table("mentions") if row["part"] == "item"]
    things = "items of the improvement plan"

    assert items == ITEMS[board]
    assert f"Named on {len(items)} of 8 {things} and 1 of 7 entries" in page.words


@pytest.mark.parametrize("board", ITEMS)
def test_the_page_of_a_board_says_who_chaired_it_or_that_nobody_says(
    demonstration: Path, board: str
) -> None:
    words = page_of(demonstration, board).words

    assert ("Board, chaired by A" in words) == (board in CHAIRED)
    assert ("Board, chair not stated" in words) == (board not in CHAIRED)


def test_the_register_counts_what_the_pages_of_the_boards_list(demonstration: Path) -> None:
    register = {row["role"]: row for row in Published(demonstration / "owners").table("owners")}
    words = Published(demonstration / "owners").words

    for board, items in ITEMS.items():
        assert register[board]["named_on"] == f"report/cpt-2017 {len(items) + 1}"
    assert "5 items and 1 board in Community Policing Progress Report" in words
