"""The community charter of July 2022: its figures on the page, in the tables and in the data."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from content.published import Published

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["demonstration"]

RED = ["3", "6", "11", "15", "17", "20", "23", "25", "27", "30", "34"]
STRANDS = {
    "Responding to communities": (7, (2, 5, 0, 0)),
    "Prevention": (5, (1, 4, 0, 0)),
    "Vulnerability": (4, (1, 3, 0, 0)),
    "Relationships": (5, (2, 3, 0, 0)),
    "Partnerships": (6, (3, 3, 0, 0)),
    "Visibility and accessibility": (9, (2, 6, 0, 1)),
}


@pytest.fixture(scope="module")
def charter(demonstration: Path) -> Published:
    return Published(demonstration / "plans" / "charter-2022")


def tally(charter: Published, key: str) -> dict[str, int]:
    return Counter(row[key] for row in charter.actions.values())


def linked(html: str) -> list[str]:
    return re.findall(r'href="#action-(\d+)"', html)


def test_there_are_36_recommendations(charter: Published) -> None:
    entries = [name for name in charter.rows if name.startswith("action-")]

    assert entries == [f"action-{number}" for number in range(1, 37)]
    assert list(charter.actions) == [str(number) for number in range(1, 37)]
    assert len(charter.data["actions"]) == 36


def test_24_are_amber_11_red_none_green_and_one_not_rated(charter: Published) -> None:
    said = "24 of 36 recommendations are amber and 11 red; none is green, one is not rated."

    assert said in charter.words
    assert tally(charter, "status") == {"Amber": 24, "Red": 11, "Not rated": 1}
    assert charter.data["counts"] == {
        "red": 11,
        "amber": 24,
        "green": 0,
        "not_rated": 1,
        "not_published": 0,
    }


def test_the_red_ones_are_named_alike_everywhere(charter: Published) -> None:
    on_page = [name for name, cells in charter.rows.items() if cells[-1] == "■Red"]

    assert on_page == [f"action-{number}" for number in RED]
    assert charter.ids(status="Red") == RED
    assert [one["id"] for one in charter.data["actions"] if one["status"] == "Red"] == RED


def test_dates_promise_15_ends_13_starts_and_6_ongoing(charter: Published) -> None:
    assert tally(charter, "schedule_kind") == {
        "finish_by": 15,
        "start": 13,
        "start_by": 1,
        "start_then_bau": 1,
        "ongoing": 6,
    }


def test_updates_are_14_dated_1_invalid_4_undated_and_17_missing(charter: Published) -> None:
    assert tally(charter, "update_state") == {
        "dated": 14,
        "invalid": 1,
        "undated": 4,
        "none": 17,
    }
    assert tally(charter, "latest_update_on") == {"": 22, "2022-06-29": 14}


def test_the_page_opens_with_the_five_red_ones_without_an_update(charter: Published) -> None:
    first_reason = charter.section("attention", "coming").partition("</dd>")[0]

    assert linked(first_reason) == ["3", "6", "20", "23", "30"]
    assert charter.ids(status="Red", update_state="none") == ["3", "6", "20", "23", "30"]


@pytest.mark.parametrize(("strand", "figures"), STRANDS.items())
def test_strands_hold_the_published_numbers(
    charter: Published, strand: str, figures: tuple[int, tuple[int, ...]]
) -> None:
    total, statuses = figures
    on_page = next(cells for cells in charter.rows.values() if cells and cells[0] == strand)
    in_table = {row["title"]: row["actions"] for row in charter.table("groups")}

    assert on_page[1:6] == [str(number) for number in (*statuses, total)]
    assert in_table[strand] == str(total)
    assert statuses == tuple(
        len(charter.ids(group=strand, status=name))
        for name in ("Red", "Amber", "Green", "Not rated")
    )


def test_20_of_36_have_no_end_date(charter: Published) -> None:
    said = "20 of 36 recommendations have no end date: 6 ongoing and 14 with a start only."
    states = tally(charter, "end_date_state")

    assert said in charter.words
    assert (states["ongoing"], states["start_only"], states["stated"]) == (6, 14, 16)
    assert {state: count for state, count in charter.data["end_dates"].items() if count} == states


def test_four_are_due_within_three_months_and_nothing_has_passed(charter: Published) -> None:
    due = charter.section("coming", "by-group").partition("To be started")[0]
    near = [
        name
        for name, row in charter.actions.items()
        if "2022-07-31" <= row["last_day"] <= "2022-10-31"
    ]

    assert linked(due) == ["1", "4", "7", "13"]
    assert near == ["1", "4", "7", "13"]
    assert set(tally(charter, "date_passed")) == {"no", ""}
    assert "date passed" not in charter.words


def test_every_update_of_the_table_is_on_the_page(charter: Published) -> None:
    updates = charter.table("updates")

    assert len(updates) == 19
    for update in updates:
        assert update["text"] in charter.rows[f"action-{update['action']}"][0]


def test_no_collar_number_and_no_slip_of_the_source_is_published(demonstration: Path) -> None:
    published = "".join(
        path.read_text(encoding="utf-8")
        for path in demonstration.rglob("*")
        if path.suffix in {".html", ".json", ".csv"}
    )

    assert re.findall(r"\b(?:PC|PS|Insp|Sgt)\W*\d{3,5}\b", published) == []
    assert "Vulnera " not in published
