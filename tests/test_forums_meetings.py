"""What is worked out from returns at the as-at day: progress, days, what is wanted, coverage."""

from __future__ import annotations

from typing import Any

import pytest

from builders import some_forums
from forums import record, returned, verdicts


def late(returned_on: str) -> tuple[int | None, int | None]:
    back = returned("oak", "2023-09-30", returned_on=returned_on)
    (one,) = verdicts(record(back)).meetings
    return one.days_taken, one.days_late


def overdue(as_at: str, **wanted: object) -> int | None:
    back = returned("oak", "2014-09-01", actions_wanted=[{"text": "Mend the gate.", **wanted}])
    (one,) = verdicts(record(back, as_at=as_at)).asked
    return one.days_overdue


def test_fourteen_days_are_on_time_and_fifteen_are_one_day_late() -> None:
    assert late("2023-10-14") == (14, 0)
    assert late("2023-10-15") == (15, 1)


def test_a_record_may_ask_for_returns_sooner() -> None:
    back = returned("oak", "2024-05-01", returned_on="2024-05-09")

    (one,) = verdicts(record(back, return_within_days="7")).meetings
    assert one.days_late == 1


def test_returns_that_nobody_dealt_with_wait() -> None:
    handled = [
        returned(f"f{number}", "2024-05-01", returned_on="2024-05-02", handled_on="2024-05-03")
        for number in range(22)
    ]
    waiting = [returned(f"w{number}", "2024-05-01") for number in range(2)]
    told = verdicts(record(*handled, *waiting)).timeliness

    assert told is not None
    assert (told.total, told.handled, told.waiting, told.undated) == (24, 22, 2, 2)


def test_it_is_not_known_how_many_wait_where_no_return_says_when_it_was_dealt_with() -> None:
    told = verdicts(record(returned("oak", "2024-05-01"))).timeliness

    assert told is not None
    assert told.waiting is None


def test_what_is_wanted_is_overdue_by_days_at_the_day_of_the_facts() -> None:
    assert overdue("2014-10-10", required_by="2014-10-01") == 9
    assert overdue("2014-10-01", required_by="2014-10-01") is None
    assert overdue("2014-10-10", required_by="2014-10-01", closed_on="2014-10-05") is None
    assert overdue("2014-10-10") is None


def test_what_is_wanted_stands_with_the_soonest_day_first_and_what_is_done_last() -> None:
    wanted: list[dict[str, Any]] = [
        {"text": "No day."},
        {"text": "Later.", "required_by": "2024-09-01"},
        {"text": "Done.", "required_by": "2024-05-20", "closed_on": "2024-05-19"},
        {"text": "Sooner.", "required_by": "2024-08-01"},
    ]
    told = verdicts(record(returned("oak", "2024-05-01", actions_wanted=wanted)))

    assert [one.wanted.text for one in told.asked] == ["Sooner.", "Later.", "No day.", "Done."]


def test_progress_joins_the_priorities_of_the_meeting_before() -> None:
    told = verdicts(
        record(
            returned("oak", "2024-02-01", "Litter", "Noise"),
            returned(
                "oak",
                "2024-05-01",
                "Parking",
                progress=[{"priority": "Noise", "text": "A patrol each Friday."}],
            ),
        )
    )
    (one,) = told.standings

    assert [(each.priority, bool(each.progress)) for each in one.followed] == [
        ("Litter", False),
        ("Noise", True),
    ]
    assert one.latest is not None
    assert one.latest.back.priorities == ("Parking",)


def test_returns_are_in_order_of_their_meetings_whatever_the_file_has_first() -> None:
    told = verdicts(
        record(returned("oak", "2024-05-01", "New"), returned("oak", "2024-02-01", "Old"))
    )
    (one,) = told.standings

    assert [each.priority for each in one.followed] == ["Old"]


@pytest.mark.parametrize(
    ("met_on", "due"), [("2024-03-31", False), ("2024-03-30", False), ("2024-03-29", True)]
)
def test_priorities_older_than_three_months_are_due_for_review(met_on: str, *, due: bool) -> None:
    (one,) = verdicts(record(returned("oak", met_on, "Litter"))).standings

    assert one.due_for_review is due


def test_a_forum_that_named_nothing_has_nothing_to_review() -> None:
    (one,) = verdicts(record(returned("oak", "2023-01-01"))).standings

    assert one.review_due is None


def test_an_area_is_covered_while_an_appointment_is_in_force_at_the_day_of_the_facts() -> None:
    areas = [{"id": name, "name": name} for name in ("oak", "elm", "ash", "fir")]
    appointments = [
        {"area": "oak", "state": "filled", "since": "2024-06-30"},
        {"area": "elm", "state": "filled", "since": "2024-07-01"},
        {"area": "ash", "state": "resigned", "until": "2024-03-01"},
        {"area": "ash", "state": "filled", "since": "2024-03-02"},
        {"area": "fir", "state": "vacant"},
    ]
    told = verdicts(some_forums(areas=areas, appointments=appointments)).coverage

    assert told is not None
    assert (told.areas, told.filled, told.vacant) == (4, 2, 2)
    assert [one.id for one in told.vacancies] == ["elm", "fir"]


def test_an_area_that_is_one_no_more_and_one_that_holds_others_are_not_counted() -> None:
    areas = [
        {"id": "town", "name": "Town"},
        {"id": "oak", "name": "Oak", "parent": "town"},
        {"id": "old", "name": "Old", "until": "2024-01-01"},
    ]
    told = verdicts(
        some_forums(areas=areas, appointments=[{"area": "oak", "state": "filled"}])
    ).coverage

    assert told is not None
    assert (told.areas, told.filled, told.vacant) == (1, 1, 0)


def test_how_many_people_are_appointed_is_stated_and_never_worked_out() -> None:
    network = {"areas": "30", "filled": "26", "vacant": "4"}
    unstated = verdicts(some_forums(network=network)).coverage
    stated = verdicts(some_forums(network={**network, "people": "23"})).coverage

    assert unstated is not None
    assert unstated.people is None
    assert stated is not None
    assert stated.people == 23


def test_what_is_left_of_a_vote_is_other() -> None:
    shares = [{"priority": one, "percent": two} for one, two in (("A", "64"), ("B", "12"))]
    (one,) = verdicts(record(returned("oak", "2024-05-01", vote={"shares": shares}))).votes

    assert one.rest == 24


def test_objectives_have_the_answers_of_returns() -> None:
    told = verdicts(
        record(
            returned("oak", "2024-05-01", objectives=[{"objective": "o1", "done": "yes"}]),
            returned("elm", "2024-05-01", objectives=[{"objective": "o1", "done": "no"}]),
            objectives=[{"id": "o1", "text": "Meet the parish."}, {"id": "o2", "text": "Write."}],
        )
    )

    assert [(one.done, one.answers) for one in told.objectives] == [(1, 2), (0, 0)]
