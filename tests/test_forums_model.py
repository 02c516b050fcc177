"""What a record of forums may say, and what it refuses."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from planboard.truth.model.forums import AreaCount, Forums, Period, Tally
from planboard.truth.model.returns import HeadCount, Return


def tally(areas: list[str]) -> tuple[AreaCount, ...]:
    return Tally.model_validate({"priority": "Speeding", "areas": areas}).areas


def a_return(**values: object) -> Return:
    return Return.model_validate({"forum": "oak", "met_on": "2024-05-01", **values})


def test_a_sum_as_printed_is_its_value_with_its_parts() -> None:
    assert tally(["9", "3 + 1"]) == (AreaCount(9), AreaCount(4, (3, 1)))


def test_a_zero_is_a_figure_and_x_is_none() -> None:
    assert tally(["0", "x", "[x]"]) == (AreaCount(0), AreaCount(None), AreaCount(None))


@pytest.mark.parametrize("written", ["", "three", "3 +", "-1", "31%", "3,1"])
def test_what_is_no_number_of_areas_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="not a number of areas"):
        tally([written])


@pytest.mark.parametrize("written", ["about 25", "About 25", "c. 25", "~25", "approx 25"])
def test_a_number_of_people_that_nobody_counted_stays_approximate(written: str) -> None:
    attendance = a_return(attendance={"residents": written}).attendance

    assert attendance.residents == HeadCount(25, approximate=True)


def test_a_counted_number_of_people_is_exact() -> None:
    assert a_return(attendance={"residents": "1,025"}).attendance.residents == HeadCount(1025)


def test_people_add_up_and_one_that_is_approximate_makes_the_sum_so() -> None:
    attendance = a_return(attendance={"elected_members": "6", "residents": "about 25"}).attendance

    assert attendance.together == HeadCount(31, approximate=True)


def test_the_form_is_answered_with_yes_or_no() -> None:
    assert a_return(agreed="yes").agreed is True
    assert a_return(agreed="No").agreed is False
    with pytest.raises(ValidationError, match="neither true nor false"):
        a_return(agreed="some")


def test_a_forum_names_three_priorities_at_most() -> None:
    with pytest.raises(ValidationError, match="at most 3"):
        a_return(priorities=["Speeding", "Parking", "Litter", "Noise"])


def test_a_blank_return_lacks_its_forum_and_the_day_of_the_meeting_and_nothing_else() -> None:
    with pytest.raises(ValidationError) as refused:
        Return.model_validate({})

    assert [error["loc"] for error in refused.value.errors()] == [("forum",), ("met_on",)]


def test_a_return_without_an_id_is_named_by_its_forum_and_day() -> None:
    assert a_return().name == "oak-2024-05-01"
    assert a_return(id="r7").name == "r7"


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="ends before it begins"):
        Period.model_validate(
            {"id": "p", "label": "May", "first_day": "2024-05-31", "last_day": "2024-05-01"}
        )


def test_a_tension_is_not_released_unless_somebody_says_so() -> None:
    held, let_go = a_return(
        tensions=[{"text": "A quarrel."}, {"text": "A peace.", "release": "true"}]
    ).tensions

    assert (held.release, let_go.release) == (False, True)


def test_the_days_and_months_of_a_record_are_those_of_the_form_unless_it_says_otherwise() -> None:
    forums = Forums.model_validate(
        {"format": "1", "title": "F", "publisher": "town", "as_at": "2024"}
    )

    assert forums.return_within_days == 14
    assert forums.review_after_months == forums.report_months == 3
    assert forums.objective_months == 6
