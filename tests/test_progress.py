"""How a plan is counted, and how its dates are judged at its as-at day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_group, a_plan, a_record, an_action, an_update
from planboard.arithmetic import progress
from planboard.arithmetic.progress import PlanProgress, Standing, months_after
from planboard.rules import check
from planboard.words.vocabulary.dates import EndDateState, Timing

ROOT = Path(__file__).parent.parent

OWN_SCALE = {
    "levels": [
        {"code": "late", "label": "Late", "counts_as": "off_track"},
        {"code": "fine", "label": "Fine", "counts_as": "on_track"},
        {"code": "done", "label": "Done", "counts_as": "complete"},
    ]
}


def told(near_months: int = 3, **plan: object) -> PlanProgress:
    return progress.of_plan(a_record(a_plan(**plan)), near_months)


def one(as_at: str = "2024-06", **action: object) -> Standing:
    """Return how one action stands in a plan as at ``as_at``."""
    return told(as_at=as_at, actions=[an_action(**action)]).standings[0]


def statuses(*written: str) -> list[object]:
    return [an_action(id=str(index), status=one) for index, one in enumerate(written, 1)]


def numbers(counted: PlanProgress) -> dict[str, int]:
    return {one.level.code: one.number for one in counted.counts}


def ids(standings: tuple[Standing, ...]) -> list[str]:
    return [one.action.id for one in standings]


# Counts.


def test_every_level_is_counted_worst_first_and_so_is_what_stands_beside_the_scale() -> None:
    counted = told(actions=statuses("amber", "red", "amber", "not rated", "not published"))

    assert list(numbers(counted).items()) == [
        ("red", 1),
        ("amber", 2),
        ("green", 0),
        ("not_rated", 1),
        ("not_published", 1),
    ]


def test_a_blank_rating_is_not_rated_and_never_drops_out_of_the_total() -> None:
    counted = told(actions=[an_action()])

    assert counted.total == 1
    assert counted.number("not_rated") == 1


def test_a_level_that_is_not_on_the_scale_counts_nothing() -> None:
    assert told(actions=statuses("red")).number("blue") == 0


def test_an_empty_plan_counts_nothing() -> None:
    counted = told()

    assert counted.total == 0
    assert set(numbers(counted).values()) == {0}
    assert counted.groups == ()


@given(st.lists(st.sampled_from(["red", "amber", "green", "not rated", "not published"])))
def test_the_counts_always_sum_to_the_total(written: list[str]) -> None:
    counted = told(actions=statuses(*written))

    assert sum(numbers(counted).values()) == counted.total == len(written)


def test_an_action_that_left_the_plan_is_held_but_not_counted() -> None:
    gone = an_action(id="2", status="red", left_on="2024-05-02")
    counted = told(actions=[an_action(id="1", status="red"), gone])

    assert ids(counted.standings) == ["1", "2"]
    assert ids(counted.current) == ["1"]
    assert counted.number("red") == counted.total == 1


def test_an_action_that_left_the_plan_is_no_reason_to_look() -> None:
    gone = an_action(status="red", due="by May 2024", left_on="2024-05-02")
    counted = told(actions=[gone])

    assert counted.passed == counted.without_owner == counted.without_update == ()
    assert counted.worst_without_update == ()


# Groups.


def test_a_top_group_counts_the_actions_of_the_groups_inside_it() -> None:
    inner = a_group(id="inner", actions=statuses("red"))
    middle = a_group(id="middle", groups=[inner])
    top = a_group(id="top", groups=[middle], actions=[an_action(id="9", status="green")])
    (counted,) = told(groups=[top]).groups

    assert counted.total == 2
    assert {one.level.code: one.number for one in counted.counts if one.number} == {
        "red": 1,
        "green": 1,
    }


def test_an_empty_group_is_counted_as_a_true_zero() -> None:
    (counted,) = told(groups=[a_group()]).groups

    assert counted.total == 0


def test_actions_under_no_group_are_counted_first_and_on_their_own() -> None:
    group = a_group(actions=[an_action(id="2", status="green")])
    loose, grouped = told(actions=[an_action(id="1", status="red")], groups=[group]).groups

    assert loose.group is None
    assert grouped.group is not None
    assert (loose.total, grouped.total) == (1, 1)


def test_no_line_for_loose_actions_stands_where_there_are_none() -> None:
    (counted,) = told(groups=[a_group()]).groups

    assert counted.group is not None


def test_the_groups_together_sum_to_the_plan() -> None:
    groups = [
        a_group(id="a", actions=[an_action(id="1", status="red")]),
        a_group(id="b", groups=[a_group(id="c", actions=[an_action(id="2", status="amber")])]),
    ]
    counted = told(actions=[an_action(id="3")], groups=groups)

    for index, count in enumerate(counted.counts):
        assert sum(one.counts[index].number for one in counted.groups) == count.number


# Dates that passed.


def test_a_month_counts_until_its_last_day() -> None:
    assert not one(as_at="31 October 2022", due="Oct 22").date_passed
    assert one(as_at="1 November 2022", due="Oct 22").date_passed


def test_a_plan_as_at_a_month_is_judged_at_the_end_of_that_month() -> None:
    assert told(as_at="2022-10").day == date(2022, 10, 31)
    assert not one(as_at="2022-10", due="Oct 22").date_passed
    assert one(as_at="2022-11", due="Oct 22").date_passed


def test_a_start_is_never_a_deadline() -> None:
    late = one(as_at="2024-06", due="Commence Nov 22")

    assert not late.date_passed
    assert late.start_passed


@pytest.mark.parametrize("due", ["Commence Nov 22", "Start using it by Nov 22"])
def test_a_start_has_passed_from_the_day_after_its_month(due: str) -> None:
    assert not one(as_at="30 November 2022", due=due).start_passed
    assert one(as_at="1 December 2022", due=due).start_passed


@pytest.mark.parametrize("stage", ["complete", "business as usual", "cancelled", "superseded"])
def test_work_that_is_over_has_no_passed_date(stage: str) -> None:
    assert not one(due="by May 2024", stage=stage).date_passed
    assert not one(due="start May 2024", stage=stage).start_passed


def test_work_at_a_complete_level_has_no_passed_date() -> None:
    done = an_action(status="done", due="by May 2024")
    counted = told(scale=OWN_SCALE, actions=[done])

    assert counted.standings[0].finished
    assert counted.passed == ()


def test_a_date_column_that_says_completed_has_no_passed_date() -> None:
    assert one(due="Completed May 2024").finished
    assert not one(due="Completed May 2024").date_passed


def test_a_start_is_not_missed_once_the_work_is_in_progress() -> None:
    assert not one(due="start May 2024", stage="in progress").start_passed


def test_an_end_is_missed_also_while_the_work_is_in_progress() -> None:
    assert one(due="by May 2024", stage="in progress").date_passed


@pytest.mark.parametrize("due", ["Ongoing", "ASAP", "TBC", ""])
def test_words_without_a_day_never_pass(due: str) -> None:
    undated = one(as_at="2099-12", due=due)

    assert not undated.date_passed
    assert not undated.start_passed


def test_the_dates_of_an_action_that_left_are_not_judged() -> None:
    gone = one(due="by May 2024", left_on="2024-05-02")

    assert not gone.date_passed
    assert not gone.due_next


# Dates that come next.


def test_what_is_due_from_the_as_at_day_to_the_end_of_the_window_comes_next() -> None:
    days = ["by 29 June 2024", "by 30 June 2024", "by 30 September 2024", "by 1 October 2024"]
    actions = [an_action(id=str(index), due=due) for index, due in enumerate(days, 1)]

    assert ids(told(actions=actions).due_next) == ["2", "3"]


def test_what_comes_next_is_in_the_order_of_its_days() -> None:
    days = ["by August 2024", "by 5 July 2024", "by July 2024"]
    actions = [an_action(id=str(index), due=due) for index, due in enumerate(days, 1)]

    assert ids(told(actions=actions).due_next) == ["2", "3", "1"]


def test_the_site_says_how_far_ahead_the_window_reaches() -> None:
    actions = [an_action(due="by December 2024")]

    assert ids(told(near_months=3, actions=actions).due_next) == []
    assert ids(told(near_months=6, actions=actions).due_next) == ["1"]


def test_finished_work_does_not_come_next() -> None:
    assert not one(due="by July 2024", stage="complete").due_next


def test_starts_come_next_on_a_list_of_their_own() -> None:
    counted = told(actions=[an_action(due="start July 2024")])

    assert ids(counted.starts_next) == ["1"]
    assert counted.due_next == ()


def test_work_in_progress_does_not_start_next() -> None:
    assert not one(due="start July 2024", stage="in progress").starts_next


def test_no_action_has_passed_and_comes_next_at_once() -> None:
    day_itself = one(as_at="30 June 2024", due="by 30 June 2024")

    assert day_itself.due_next
    assert not day_itself.date_passed


def test_the_end_of_a_month_is_so_many_months_before_the_end_of_another() -> None:
    assert months_after(date(2024, 6, 30), 1) == date(2024, 7, 31)
    assert months_after(date(2024, 2, 29), 3) == date(2024, 5, 31)
    assert months_after(date(2024, 11, 30), 3) == date(2025, 2, 28)


def test_a_day_keeps_its_number_in_a_later_month_that_has_it() -> None:
    assert months_after(date(2024, 11, 14), 2) == date(2025, 1, 14)
    assert months_after(date(2024, 12, 30), 2) == date(2025, 2, 28)


# What is missing.


def test_the_worst_level_without_an_update_is_found() -> None:
    actions = [
        an_action(id="1", status="red", updates=[an_update()]),
        an_action(id="2", status="red"),
        an_action(id="3", status="amber"),
    ]

    assert ids(told(actions=actions).worst_without_update) == ["2"]


def test_the_worst_level_is_the_first_that_counts_as_off_track() -> None:
    counted = told(scale=OWN_SCALE, actions=[an_action(status="late")])

    assert counted.worst is not None
    assert counted.worst.code == "late"
    assert ids(counted.worst_without_update) == ["1"]


def test_a_scale_on_which_nothing_is_off_track_has_no_worst_level() -> None:
    levels = [{"code": "open", "label": "Open"}, {"code": "shut", "label": "Shut", "symbol": "□"}]
    counted = told(scale={"levels": levels}, actions=[an_action(status="open")])

    assert counted.worst is None
    assert counted.worst_without_update == ()


@pytest.mark.parametrize(
    "update",
    [{"text": ""}, {"text": "TBC"}, {"kind": "forward", "text": "New benches next year."}],
    ids=["empty", "placeholder", "forward note"],
)
def test_what_reports_no_progress_is_no_update(update: dict[str, object]) -> None:
    assert one(updates=[an_update(**update)]).without_update


@pytest.mark.parametrize(
    "update", [{"on": "2024-05-02"}, {}, {"dated_as_written": "31/04/24"}], ids=str
)
def test_an_update_counts_whatever_is_known_of_its_day(update: dict[str, object]) -> None:
    assert not one(updates=[an_update(**update)]).without_update


def test_actions_without_an_owner_a_rating_or_a_published_rating_are_found() -> None:
    actions = [
        an_action(id="1", owners=["parks-team"], status="red"),
        an_action(id="2", status="not published"),
        an_action(id="3", owners=["parks-team"]),
    ]
    counted = told(actions=actions)

    assert ids(counted.without_owner) == ["2"]
    assert ids(counted.not_published) == ["2"]
    assert ids(counted.not_rated) == ["3"]


def test_ongoing_a_start_alone_to_be_confirmed_and_nothing_stated_are_no_end_dates() -> None:
    words = ["Ongoing", "start July 2024", "TBC", "", "by July 2024", "ASAP", "Completed"]
    actions = [an_action(id=str(index), due=due) for index, due in enumerate(words, 1)]
    counted = told(actions=actions)

    assert counted.without_end_date == 4
    assert dict(counted.end_dates) == dict.fromkeys(EndDateState, 1)


def test_the_states_of_end_dates_sum_to_the_total() -> None:
    words = ["Ongoing", "by July 2024", "by July 2024"]
    actions = [an_action(id=str(index), due=due) for index, due in enumerate(words, 1)]
    gone = an_action(id="9", due="TBC", left_on="2024-05-02")
    counted = told(actions=[*actions, gone])

    assert sum(number for _, number in counted.end_dates) == counted.total == 3


def test_an_update_goes_stale_after_so_many_days_of_the_facts_and_not_of_today() -> None:
    updates = [{"on": "2022-06-29", "text": "Begun."}]
    actions = [{"id": "1", "title": "Dig", "updates": updates}]

    assert ids(told(as_at="2022-09-29", actions=actions).stale) == []
    assert ids(told(as_at="2022-09-30", actions=actions).stale) == ["1"]


def test_an_action_that_is_complete_or_never_had_a_dated_update_is_not_stale() -> None:
    old = {"on": "2020-01-01", "text": "Begun."}
    actions = [
        {"id": "1", "title": "Dig", "stage": "complete", "updates": [old]},
        {"id": "2", "title": "Sow", "updates": [{"text": "Begun."}]},
        {"id": "3", "title": "Reap"},
    ]

    assert ids(told(as_at="2024-06", actions=actions).stale) == []


def test_an_action_that_is_complete_needs_no_update() -> None:
    actions = [{"id": "1", "title": "Dig", "stage": "complete"}, {"id": "2", "title": "Sow"}]

    assert ids(told(actions=actions).without_update) == ["2"]


# Where a date lies.


@pytest.mark.parametrize(
    ("due", "timing"),
    [
        ("by May 2024", Timing.PASSED),
        ("start May 2024", Timing.PASSED),
        ("by June 2024", Timing.NEXT),
        ("by September 2024", Timing.NEXT),
        ("start July 2024", Timing.NEXT),
        ("by October 2024", Timing.LATER),
        ("start October 2024", Timing.LATER),
        ("Ongoing", Timing.ONGOING),
        ("ASAP", Timing.NOT_STATED),
        ("TBC", Timing.NOT_STATED),
        ("", Timing.NOT_STATED),
        ("Completed", Timing.FINISHED),
    ],
)
def test_the_date_of_an_action_lies_in_one_place(due: str, timing: Timing) -> None:
    assert one(due=due).timing is timing


def test_work_that_began_when_it_should_is_ongoing() -> None:
    assert one(due="start May 2024", stage="in progress").timing is Timing.ONGOING


def test_work_that_is_over_is_finished_whatever_its_date() -> None:
    assert one(due="by May 2024", stage="complete").timing is Timing.FINISHED


def test_the_date_of_an_action_that_left_lies_nowhere() -> None:
    assert one(due="by May 2024", left_on="2024-05-02").timing is None


@pytest.mark.parametrize("plan", ["charter-2022", "csp-2025"])
def test_each_action_of_a_published_plan_lies_in_one_place_and_passed_is_passed(plan: str) -> None:
    published = check.check(ROOT / "plans", date(2026, 1, 1), ROOT / "content").publishable
    assert published is not None
    (record,) = [one for one in published.plans if one.id == plan]
    standings = progress.of_plan(record, 3).standings

    assert all(isinstance(one.timing, Timing) for one in standings)
    assert [one.timing is Timing.PASSED for one in standings] == [
        one.date_passed or one.start_passed for one in standings
    ]
