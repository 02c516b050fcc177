"""What a plan with its names resolved knows of its own actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from builders import a_group, a_record, a_site, an_action
from invented import any_plan
from planboard.truth.collection import Collection

if TYPE_CHECKING:
    from planboard.truth.in_full import PlanInFull

OWN_SCALE = {
    "levels": [
        {"code": "late", "label": "Late", "counts_as": "off_track"},
        {"code": "done", "label": "Done", "counts_as": "complete"},
    ]
}


def finished(*, scale: object = "rag", **values: object) -> bool:
    record = a_record(actions=[an_action(**values)], scale=scale)
    return record.is_finished(record.actions["1"])


def known(record: PlanInFull) -> list[str]:
    return [record.known_as(one) for one in record.actions.values()]


def days_without_news(*updates: dict[str, str], as_at: str = "2024-06") -> int | None:
    record = a_record(actions=[an_action(updates=updates)], as_at=as_at)
    return record.days_without_news(record.actions["1"])


# Names.


def test_an_action_is_found_by_its_id_whatever_its_group() -> None:
    inner = a_group(id="inner", actions=[an_action(id="2", title="Sow")])
    record = a_record(actions=[an_action(id="1")], groups=[a_group(groups=[inner])])

    assert list(record.actions) == ["1", "2"]
    assert record.actions["2"].title == "Sow"


def test_work_outside_is_found_by_its_id() -> None:
    record = a_record(outside=[{"id": "review", "title": "Review of the parks"}])

    assert record.outside["review"].title == "Review of the parks"


def test_an_owner_in_no_register_stands_for_itself() -> None:
    record = a_record(owners=[{"id": "park-warden", "role": "Park warden"}])

    assert record.role("park-warden") == "Park warden"
    assert record.role("stranger") == "stranger"


# The number an action is known by.


def test_an_action_is_known_by_the_number_that_is_printed_and_else_by_its_id() -> None:
    record = a_record(actions=[an_action(id="a1", number="1.10"), an_action(id="a2")])

    assert known(record) == ["1.10", "a2"]


def test_where_a_number_is_printed_twice_every_action_is_known_by_its_id() -> None:
    actions = [an_action(id=f"a{one}", number=one[-1]) for one in ("1", "2", "21")]

    assert known(a_record(actions=actions)) == ["a1", "a2", "a21"]


def test_a_printed_number_that_is_the_id_of_another_action_is_not_used() -> None:
    record = a_record(actions=[an_action(id="1", number="2"), an_action(id="2")])

    assert known(record) == ["1", "2"]


def test_two_actions_that_exchange_their_numbers_keep_them() -> None:
    record = a_record(actions=[an_action(id="1", number="2"), an_action(id="2", number="1")])

    assert known(record) == ["2", "1"]


@given(any_plan())
def test_no_two_actions_are_known_by_one_number(record: PlanInFull) -> None:
    assert len(set(known(record))) == len(record.actions)


# Work that is finished.


@pytest.mark.parametrize("stage", ["complete", "business as usual", "cancelled", "superseded"])
def test_a_stage_may_say_that_nothing_is_left_to_do(stage: str) -> None:
    assert finished(stage=stage)


@pytest.mark.parametrize("stage", ["not started", "in progress", "paused"])
def test_a_stage_may_say_that_something_is_left_to_do(stage: str) -> None:
    assert not finished(stage=stage)


def test_a_date_column_may_say_that_nothing_is_left_to_do() -> None:
    assert finished(due="Completed")
    assert not finished(due="by May 2024")


def test_a_level_that_counts_as_complete_says_so_too() -> None:
    assert finished(scale=OWN_SCALE, status="done")
    assert not finished(scale=OWN_SCALE, status="late")


@pytest.mark.parametrize("status", ["red", "green", "not rated", "not published"])
def test_no_other_status_makes_work_finished(status: str) -> None:
    assert not finished(status=status)


# Days without news.


def test_days_are_counted_from_the_newest_dated_update_to_the_day_of_the_facts() -> None:
    older, newer = {"on": "2024-05-01", "text": "Dug."}, {"on": "2024-06-20", "text": "Sown."}

    assert days_without_news(newer, older) == days_without_news(older, newer) == 10


def test_facts_of_a_month_are_those_of_its_last_day() -> None:
    dug = {"on": "2024-06-20", "text": "Dug."}

    assert days_without_news(dug, as_at="2024-06") == 10
    assert days_without_news(dug, as_at="2024-06-20") == 0


@pytest.mark.parametrize(
    "update",
    [
        {"text": "Dug."},
        {"dated_as_written": "31/04/24", "text": "Dug."},
        {"on": "2024-06-20", "kind": "forward", "text": "Sow."},
        {"on": "2024-06-20", "text": "TBC"},
    ],
    ids=["undated", "unclear", "forward", "placeholder"],
)
def test_what_is_no_dated_news_is_not_counted_from(update: dict[str, str]) -> None:
    assert days_without_news(update) is None
    assert days_without_news({"on": "2024-05-31", "text": "Begun."}, update) == 30


# Targets.


def test_actions_without_a_target_are_counted_of_all_in_the_plan() -> None:
    actions = [
        an_action(id="1", targets=[{"what": "trees", "value": "12"}]),
        an_action(id="2"),
        an_action(id="3", left_on="2024-05-02"),
    ]

    assert a_record(actions=actions).without_targets == (1, 2)
    assert a_record().without_targets == (0, 0)


# The whole site.


def test_a_site_without_registers_has_no_owners_and_no_glossary() -> None:
    empty = Collection(a_site())

    assert (empty.plans, empty.owners, empty.glossary.terms) == ((), (), ())
