"""How the actions of a plan fall into the quarters of their end dates."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given

from builders import a_plan, a_record, an_action
from invented import any_plan
from planboard.arithmetic import progress, quarters
from planboard.words.vocabulary.dates import EndDateState

if TYPE_CHECKING:
    from planboard.arithmetic.quarters import DueByQuarter
    from planboard.truth.in_full import PlanInFull


def due(*dates: str, as_at: str = "2024-06", **action: object) -> DueByQuarter:
    """Return when actions with these words for their dates are due."""
    actions = [an_action(id=str(at), due=one, **action) for at, one in enumerate(dates, 1)]
    record = a_record(a_plan(actions=actions, as_at=as_at))
    return quarters.of_plan(progress.of_plan(record, 3))


def numbers(by: DueByQuarter) -> dict[str, int]:
    return {one.code: one.number for one in by.quarters}


def test_an_action_falls_into_the_quarter_of_the_last_day_of_its_date() -> None:
    assert numbers(due("by 1 Apr 2024", "by June 2024")) == {"2024-Q2": 2}


def test_a_year_ends_in_its_last_quarter_and_a_financial_year_in_march() -> None:
    assert numbers(due("by 2024")) == {"2024-Q4": 1}
    assert numbers(due("by 2024/25")) == {"2025-Q1": 1}


def test_a_quarter_has_its_first_and_its_last_day() -> None:
    (only,) = due("by May 2024").quarters

    assert (only.first, only.last) == (date(2024, 4, 1), date(2024, 6, 30))


def test_quarters_between_in_which_nothing_is_due_are_zeros() -> None:
    assert numbers(due("by May 2024", "by Jan 2025")) == {
        "2024-Q2": 1,
        "2024-Q3": 0,
        "2024-Q4": 0,
        "2025-Q1": 1,
    }


def test_a_date_far_off_makes_one_row_of_the_time_before_it() -> None:
    assert numbers(due("by May 2024", "by May 2050")) == {
        "2024-Q2": 1,
        "2024-Q3/2050-Q1": 0,
        "2050-Q2": 1,
    }


def test_a_quarter_has_passed_when_all_of_it_lies_before_the_as_at_day() -> None:
    passed = {
        day: due("by May 2024", as_at=day).quarters[0].passed
        for day in ("2024-06-29", "2024-06-30", "2024-07-01")
    }

    assert passed == {"2024-06-29": False, "2024-06-30": False, "2024-07-01": True}


def test_what_has_no_end_date_is_counted_by_the_reason_in_a_fixed_order() -> None:
    by = due("", "Completed", "TBC", "start May 2024", "ASAP", "Ongoing", "Ongoing")

    assert by.quarters == ()
    assert by.others == (
        (EndDateState.ONGOING, 2),
        (EndDateState.START_ONLY, 1),
        (EndDateState.TO_BE_CONFIRMED, 1),
        (EndDateState.AS_SOON_AS_POSSIBLE, 1),
        (EndDateState.COMPLETED, 1),
        (EndDateState.NOT_STATED, 1),
    )


def test_what_has_left_the_plan_is_not_counted() -> None:
    assert due("by May 2024", left_on="2024-05-02").quarters == ()


def test_the_busiest_quarter_is_one_or_none() -> None:
    busiest = due("by May 2024", "by June 2024", "by July 2024").busiest

    assert busiest is not None
    assert busiest.code == "2024-Q2"
    assert due("by May 2024", "by July 2024").busiest is None
    assert due("Ongoing").busiest is None


@given(any_plan())
def test_every_action_is_counted_once(record: PlanInFull) -> None:
    told = progress.of_plan(record, 3)
    by = quarters.of_plan(told)

    assert by.stated + sum(number for _, number in by.others) == told.total


@given(any_plan())
def test_quarters_follow_one_another_without_a_gap(record: PlanInFull) -> None:
    found = quarters.of_plan(progress.of_plan(record, 3)).quarters

    assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(found))
    assert all(one.number for one in (*found[:1], *found[-1:]))
