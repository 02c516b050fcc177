"""The charts of the published plans: the same figures on the page, in files and in the data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from content.published import Published
from markup import parsed

if TYPE_CHECKING:
    from pathlib import Path

    from markup import Element

pytest_plugins = ["demonstration"]

PLANS = ("charter-2022", "csp-2025")
TITLES = {
    ("charter-2022", "by-group"): (
        "Partnerships: 3 of 6 recommendations are red, the most of any strand"
    ),
    ("charter-2022", "due-by-quarter"): (
        "16 of 36 recommendations have an end date, most of them between October and December 2022"
    ),
    ("csp-2025", "by-group"): "The status of all 74 actions is not published",
    ("csp-2025", "due-by-quarter"): (
        "16 of 74 actions have an end date, half of them between April and June 2025"
    ),
}


@pytest.fixture(scope="module", params=PLANS)
def plan(request: pytest.FixtureRequest, demonstration: Path) -> Published:
    return Published(demonstration / "plans" / request.param)


def chart(plan: Published, place: str) -> Element:
    """Return the figure whose title stands at ``place``."""
    main = plan.html[plan.html.index('<figure class="chart" aria-labelledby="' + place) :]
    return parsed(main[: main.index("</figure>") + len("</figure>")])


def numbers(part: Element) -> list[list[int]]:
    """Return the numbers of the rows inside ``part``."""
    cells = [
        [int(cell.text) for cell in row.every("td") if "data-label" in cell.attributes]
        for row in part.every("tr")
    ]
    return [row for row in cells if row]


def rows(figure: Element) -> list[list[int]]:
    return [row for body in figure.every("tbody") for row in numbers(body)]


def traces(figure: Element) -> Any:  # noqa: ANN401 - JSON
    (button,) = figure.every("button")
    return json.loads(button.attributes["data-figure"])["data"]


@pytest.mark.parametrize(("name", "place"), TITLES)
def test_the_title_says_the_message(demonstration: Path, name: str, place: str) -> None:
    figure = chart(Published(demonstration / "plans" / name), place)

    assert figure.place(place).text == TITLES[name, place]


def test_status_by_group_is_the_same_everywhere(plan: Published) -> None:
    table = plan.table("status_by_group")
    figure = chart(plan, "by-group")
    on_page = [number for *levels, _ in rows(figure) for number in levels]

    assert on_page == [int(row["actions"]) for row in table]
    assert [list(row) for row in zip(*(one["x"] for one in traces(figure)), strict=True)] == [
        levels for *levels, _ in rows(figure)
    ]
    assert plan.data["status_by_group"] == table
    assert numbers(figure.every("tfoot")[0])[0][-1] == plan.data["total"] == sum(on_page)


def test_the_levels_of_all_groups_sum_to_the_counts_of_the_plan(plan: Published) -> None:
    labels = {row["status"] for row in plan.table("status_by_group")}
    summed = {
        label: sum(
            int(row["actions"]) for row in plan.table("status_by_group") if row["status"] == label
        )
        for label in labels
    }

    assert {label: number for label, number in summed.items() if number} == {
        row["status"]: len(plan.ids(status=row["status"])) for row in plan.actions.values()
    }


def test_due_by_quarter_is_the_same_everywhere(plan: Published) -> None:
    table = plan.table("due_by_quarter")
    figure = chart(plan, "due-by-quarter")
    on_page = [number for (number,) in rows(figure)]

    assert on_page == [int(row["actions"]) for row in table] == traces(figure)[0]["x"]
    assert plan.data["due_by_quarter"] == table
    assert sum(on_page) == plan.data["total"]


def test_every_quarter_holds_the_actions_that_end_in_it(plan: Published) -> None:
    for row in plan.table("due_by_quarter"):
        due = [
            one
            for one in plan.actions.values()
            if one["end_date_state"] == row["end_date_state"]
            and (not row["quarter"] or row["first_day"] <= one["last_day"] <= row["last_day"])
        ]
        assert len(due) == int(row["actions"])


def test_owners_are_named_as_often_as_the_actions_name_them(plan: Published) -> None:
    table = plan.table("owners")

    assert plan.data["owners"] == table
    for row in table:
        named = plan.owned_by(row["role"]) if row["owner"] else plan.ids(owners="")
        assert len(named) == int(row["actions"])


def test_one_lead_is_named_on_57_of_74_actions(demonstration: Path) -> None:
    first, *_, last = Published(demonstration / "plans" / "csp-2025").table("owners")

    assert first == {
        "owner": "community-protection-manager",
        "role": "Community Protection Manager",
        "actions": "57",
        "rank": "1",
    }
    assert last == {"owner": "", "role": "", "actions": "13", "rank": ""}
