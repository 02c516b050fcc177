"""The community charter of July 2022: its figures on the page, in the tables and in the data."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["demonstration"]

RED = ["3", "6", "11", "15", "17", "20", "23", "25", "27", "30", "34"]
NOT_RATED = ["36"]
STRANDS = {
    "Responding to communities": (7, (2, 5, 0, 0)),
    "Prevention": (5, (1, 4, 0, 0)),
    "Vulnerability": (4, (1, 3, 0, 0)),
    "Relationships": (5, (2, 3, 0, 0)),
    "Partnerships": (6, (3, 3, 0, 0)),
    "Visibility and accessibility": (9, (2, 6, 0, 1)),
}


class Rows(HTMLParser):
    """The text of every cell of every table row, by the row's id or its place."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, list[str]] = {}
        self.row = ""
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.row = dict(attrs).get("id") or f"row-{len(self.rows)}"
            self.rows[self.row] = []
        elif tag in {"td", "th"} and self.row:
            self.rows[self.row].append("")
            self.inside += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"} and self.inside:
            self.inside -= 1
        elif tag == "tr":
            self.row = ""

    def handle_data(self, data: str) -> None:
        if self.row and self.inside and self.rows[self.row]:
            self.rows[self.row][-1] += data


@pytest.fixture(scope="module")
def folder(demonstration: Path) -> Path:
    return demonstration / "plans" / "charter-2022"


@pytest.fixture(scope="module")
def page(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def words(page: str) -> str:
    text = re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def rows(page: str) -> dict[str, list[str]]:
    parser = Rows()
    parser.feed(page)
    return {
        name: [re.sub(r"\s+", " ", cell).strip() for cell in cells]
        for name, cells in parser.rows.items()
    }


@pytest.fixture(scope="module")
def actions(folder: Path) -> list[dict[str, str]]:
    text = (folder / "actions.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def data(folder: Path) -> Any:  # noqa: ANN401 - JSON
    return json.loads((folder / "data.json").read_text(encoding="utf-8"))


def ids(actions: list[dict[str, str]], key: str, value: str) -> list[str]:
    return [action["id"] for action in actions if action[key] == value]


def test_there_are_36_recommendations(
    rows: dict[str, list[str]], actions: list[dict[str, str]], data: dict[str, Any]
) -> None:
    entries = [name for name in rows if name.startswith("action-")]

    assert entries == [f"action-{number}" for number in range(1, 37)]
    assert [action["id"] for action in actions] == [str(number) for number in range(1, 37)]
    assert sum(data["counts"].values()) == 36


def test_24_are_amber_11_red_none_green_and_one_not_rated(
    words: str, actions: list[dict[str, str]], data: dict[str, Any]
) -> None:
    said = "24 of 36 recommendations are amber and 11 red; none is green, one is not rated."

    assert said in words
    assert Counter(action["status"] for action in actions) == {
        "Amber": 24,
        "Red": 11,
        "Not rated": 1,
    }
    assert data["counts"] == {
        "red": 11,
        "amber": 24,
        "green": 0,
        "not_rated": 1,
        "not_published": 0,
    }


def test_the_red_ones_are_named_alike_everywhere(
    rows: dict[str, list[str]], actions: list[dict[str, str]], data: dict[str, Any]
) -> None:
    on_page = [name.removeprefix("action-") for name, cells in rows.items() if cells[-1] == "■Red"]

    assert on_page == RED
    assert ids(actions, "status", "Red") == RED
    assert [one["id"] for one in data["actions"] if one["status"] == "Red"] == RED


def test_dates_promise_15_ends_13_starts_and_6_ongoing(actions: list[dict[str, str]]) -> None:
    assert Counter(action["schedule_kind"] for action in actions) == {
        "finish_by": 15,
        "start": 13,
        "start_by": 1,
        "start_then_bau": 1,
        "ongoing": 6,
    }


def test_updates_are_14_dated_1_invalid_4_undated_and_17_missing(
    actions: list[dict[str, str]],
) -> None:
    assert Counter(action["update_state"] for action in actions) == {
        "dated": 14,
        "invalid": 1,
        "undated": 4,
        "none": 17,
    }
    assert {action["latest_update_on"] for action in actions} == {"", "2022-06-29"}


def test_the_page_opens_with_the_five_red_ones_without_an_update(
    page: str, actions: list[dict[str, str]]
) -> None:
    first = page[page.index('class="attention"') :]
    first = first[: first.index("</div>")]

    assert re.findall(r'href="#action-(\d+)"', first) == ["3", "6", "20", "23", "30"]
    assert [
        action["id"]
        for action in actions
        if action["status"] == "Red" and action["update_state"] == "none"
    ] == ["3", "6", "20", "23", "30"]


@pytest.mark.parametrize(("strand", "figures"), STRANDS.items())
def test_strands_hold_the_published_numbers(
    rows: dict[str, list[str]],
    actions: list[dict[str, str]],
    strand: str,
    figures: tuple[int, tuple[int, ...]],
) -> None:
    total, statuses = figures
    row = next(cells for cells in rows.values() if cells and cells[0] == strand)
    mine = Counter(action["status"] for action in actions if action["group"] == strand)

    assert row[1:6] == [str(number) for number in (*statuses, total)]
    assert tuple(mine[name] for name in ("Red", "Amber", "Green", "Not rated")) == statuses


def test_20_of_36_have_no_end_date(
    words: str, actions: list[dict[str, str]], data: dict[str, Any]
) -> None:
    said = "20 of 36 recommendations have no end date: 6 ongoing and 14 with a start only."
    states = Counter(action["end_date_state"] for action in actions)

    assert said in words
    assert (states["ongoing"], states["start_only"], states["stated"]) == (6, 14, 16)
    assert (data["end_dates"]["ongoing"], data["end_dates"]["start_only"]) == (6, 14)


def test_four_are_due_within_three_months_and_nothing_has_passed(
    page: str, actions: list[dict[str, str]]
) -> None:
    coming = page[page.index('id="coming"') : page.index('id="by-group"')]
    due = coming[: coming.index("To be started")]

    assert re.findall(r'href="#action-(\d+)"', due) == ["1", "4", "7", "13"]
    assert [
        action["id"] for action in actions if "2022-07-31" <= action["last_day"] <= "2022-10-31"
    ] == ["1", "4", "7", "13"]
    assert {action["date_passed"] for action in actions} == {"no", ""}


def test_four_recommendations_carry_five_targets_and_no_figure(words: str, page: str) -> None:
    assert len(re.findall(r"<li>Target:", page)) == 5
    assert words.count("No figure published yet") == 5
    for target in ("30,000 people", "+20% Watch schemes", "80 special", "25 patrol", "15 charter"):
        assert f"Target: {target}" in words


def test_no_collar_number_and_no_slip_of_the_source_is_published(demonstration: Path) -> None:
    published = "".join(
        path.read_text(encoding="utf-8")
        for path in demonstration.rglob("*")
        if path.suffix in {".html", ".json", ".csv"}
    )

    assert re.findall(r"\b(?:PC|PS|Insp|Sgt)\W*\d{3,5}\b", published) == []
    assert "Vulnera " not in published
