"""What a row of the return may say, and what it refuses; and what a position is."""

from __future__ import annotations

from datetime import time

import pytest

from planboard.truth.model.programme.sessions import Session
from planboard.truth.model.programme.sites import Site
from planboard.words.vocabulary.programmes import SessionState
from programmes import refused


def a_session(**values: object) -> Session:
    """Return a session with the cells of the template, save for those that are given."""
    given = {
        "team": "Example Village",
        "session_date": "2022-05-03",
        "site": "Example Village - High Street",
        "speed_limit_mph": "30",
        "start_time": "08:05",
        "duration_minutes": "45",
        "volunteers": "3",
        "vehicles_passed": "210",
        "vehicles_over_threshold": "9",
        "highest_speed_mph": "47",
        "notes": "",
    }
    return Session.model_validate(given | values)


def a_site(**values: object) -> Site:
    given = {"id": "ash", "name": "Ash", "speed_limit_mph": "30", "requested": "2022-03-01"}
    return Site.model_validate(given | values)


# Sessions.


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        ("", SessionState.HELD),
        ("A dog got loose", SessionState.HELD),
        ("Nearly abandoned", SessionState.HELD),
        ("Abandoned: heavy rain", SessionState.ABANDONED),
        ("  abandoned", SessionState.ABANDONED),
        ("ABANDONED after ten minutes", SessionState.ABANDONED),
        ("Cancelled", SessionState.CANCELLED),
        ("Canceled, nobody came", SessionState.CANCELLED),
        ("cancelled - fog", SessionState.CANCELLED),
    ],
)
def test_the_beginning_of_the_notes_says_whether_a_session_was_held(
    notes: str, state: SessionState
) -> None:
    assert a_session(notes=notes).state is state


BLANK = {
    "duration_minutes": None,
    "volunteers": None,
    "vehicles_passed": None,
    "vehicles_over_threshold": None,
    "highest_speed_mph": None,
}


@pytest.mark.parametrize("notes", ["Abandoned: heavy rain", "CANCELLED", "canceled"])
def test_counts_may_be_blank_where_no_session_was_held(notes: str) -> None:
    assert a_session(**BLANK, notes=notes).vehicles_passed is None


def test_every_blank_count_of_a_session_that_was_held_is_missing() -> None:
    assert refused(a_session, **BLANK) == dict.fromkeys(
        ("duration_minutes", "volunteers", "vehicles_passed", "vehicles_over_threshold"), "missing"
    )


def test_the_highest_speed_the_time_and_the_position_may_be_left_out() -> None:
    session = a_session(highest_speed_mph=None, start_time=None, w3w=None)

    assert (session.highest_speed_mph, session.start_time, session.w3w) == (None, None, None)


def test_no_more_vehicles_are_over_the_threshold_than_passed() -> None:
    said = "is more than the 8 vehicles that passed. Correct one of them."

    assert refused(a_session, vehicles_passed="8") == {"vehicles_over_threshold": said}
    assert a_session(vehicles_passed="9").vehicles_over_threshold == 9


@pytest.mark.parametrize("highest", ["29", "30"])
def test_where_vehicles_were_too_fast_the_highest_speed_is_above_the_limit(highest: str) -> None:
    said = (
        "is not above the limit of 30, though 9 vehicles were over the threshold. "
        "Correct one of them."
    )

    assert refused(a_session, highest_speed_mph=highest) == {"highest_speed_mph": said}


def test_where_nobody_was_too_fast_the_highest_speed_may_be_below_the_limit() -> None:
    assert a_session(vehicles_over_threshold="0", highest_speed_mph="24").highest_speed_mph == 24


def test_all_that_is_wrong_with_one_session_is_said_at_once() -> None:
    wrong = refused(a_session, volunteers=None, vehicles_passed="8", highest_speed_mph="30")

    assert [*wrong] == [
        "volunteers",
        "vehicles_over_threshold",
        "highest_speed_mph",
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("08:05", (8, 5)), ("8:05", (8, 5)), ("17.30", (17, 30)), (" 17:30:00 ", (17, 30))],
)
def test_a_time_of_day_is_read_as_spreadsheets_write_it(
    written: str, meant: tuple[int, int]
) -> None:
    assert a_session(start_time=written).start_time == time(*meant)


@pytest.mark.parametrize("written", ["24:00", "8", "08:60", "8am", "half past eight", "0805"])
def test_what_is_no_time_of_day_is_refused(written: str) -> None:
    said = "is not a time of day. Write hours and minutes, like 08:05 or 17:30."

    assert refused(a_session, start_time=written) == {"start_time": said}


@pytest.mark.parametrize("written", ["-1", "4.5", "1e3x", "many", "about 200", "20%"])
def test_what_is_no_count_is_refused(written: str) -> None:
    said = refused(a_session, volunteers=written)["volunteers"]

    assert said.startswith(("is not a count.", "is not a number."))


@pytest.mark.parametrize("written", ["1,210", " 1210 ", "1210.0"])
def test_counts_may_be_written_with_commas_as_spreadsheets_do(written: str) -> None:
    assert a_session(vehicles_passed=written).vehicles_passed == 1210


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("speed_limit_mph", "4"),
        ("speed_limit_mph", "71"),
        ("duration_minutes", "1441"),
        ("volunteers", "101"),
        ("vehicles_passed", "100000"),
        ("highest_speed_mph", "201"),
    ],
)
def test_what_cannot_be_at_a_roadside_is_refused(key: str, value: str) -> None:
    kind = refused(a_session, **{key: value})[key]

    assert kind in {"greater_than_equal", "less_than_equal"}


# Positions.


@pytest.mark.parametrize(
    "written", ["///Word.other.third", "word.other.third", " ///word.other.THIRD "]
)
def test_a_position_is_three_words_with_dots_however_it_is_written(written: str) -> None:
    assert a_session(w3w=written).w3w == "///word.other.third"
    assert a_site(w3w=written).w3w == "///word.other.third"


@pytest.mark.parametrize(
    "written",
    ["word.other", "///a.b.c", "word.other.third.more", "52.1,-2.2", "//word.other.third"],
)
def test_what_is_no_position_is_refused_without_repeating_it(written: str) -> None:
    said = (
        "is not a what3words address. It has three words with dots between them, such as "
        "///word.word.word."
    )

    assert refused(a_session, w3w=written) == {"w3w": said}
    assert refused(a_site, w3w=written) == {"w3w": said}


def test_a_position_is_private_unless_the_site_is_released() -> None:
    assert a_site().released is False
    assert a_site(released="yes").released is True
