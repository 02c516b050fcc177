"""What is said of forums, each time in one true sentence."""

from __future__ import annotations

import pytest

from builders import some_forums
from forums import TWO_PERIODS, record, returned, tallied, verdicts
from planboard.saying.sentences import forums as sentences
from planboard.truth.model.forums import Network
from planboard.truth.model.returns import Attendance, Progress, Return

SHARED = [{**TWO_PERIODS[0], "last_day": "2024-04-01"}, TWO_PERIODS[1]]
LONGER = [TWO_PERIODS[0], {**TWO_PERIODS[1], "last_day": "2024-08-31"}]
COUNTED = (
    "27 (8 residents, 2 county councillors, 4 district councillors, 1 parish or town councillor, "
    "2 from the police, 5 from the voluntary sector, 5 officers)"
)
NONE = {"priority": "None", "areas": ["2", "1"], "names_none": "true"}


def summary(*rows: tuple[str, list[str]]) -> str:
    of = tallied(*rows)
    return sentences.summary(of, verdicts(of))


def compared(periods: list[dict[str, str]]) -> str:
    comparison = verdicts(tallied(("Litter", ["1", "2"]), periods=periods)).counts.comparison
    assert comparison is not None
    return sentences.comparison(comparison)


def said_of(*rows: tuple[str, list[str]]) -> str:
    return sentences.moved(verdicts(tallied(*rows)).counts)


def test_the_one_sentence_names_what_most_areas_named_and_what_came_next() -> None:
    rows = [("Litter", ["9", "8"]), ("Noise", ["0", "4"]), ("Dogs", ["1", "2"])]

    assert summary(*rows) == (
        "April- June 24: Litter was a priority in 8 areas, more than anything else; next came "
        "Noise (4) and Dogs (2)."
    )


def test_priorities_that_share_the_first_place_are_named_together() -> None:
    assert summary(("Litter", ["0", "3"]), ("Noise", ["0", "3"])) == (
        "April- June 24: Litter and Noise were priorities in 3 areas each, more than anything else."
    )


def test_many_that_share_the_second_place_are_not_listed() -> None:
    rows = [(label, ["0", "1"]) for label in ("A", "B", "C", "D")]

    assert summary(("Litter", ["0", "3"]), *rows) == (
        "April- June 24: Litter was a priority in 3 areas, more than anything else."
    )


def test_a_priority_alone_and_none_at_all() -> None:
    assert summary(("Litter", ["0", "1"])) == (
        "April- June 24: Litter was a priority in 1 area; nothing else was named."
    )
    empty = some_forums(periods=TWO_PERIODS)
    assert sentences.summary(empty, verdicts(empty)) == "No priority of a forum is published yet."


def test_periods_that_differ_in_length_or_share_a_day_show_no_trend() -> None:
    assert compared([SHARED[0], LONGER[1]]) == (
        "The periods are about 3 and 5 months long and share 1 April 2024: differences are not a "
        "trend."
    )
    assert compared(SHARED) == "The periods share 1 April 2024: differences are not a trend."
    assert compared(list(TWO_PERIODS)) == ""


def test_periods_of_about_as_many_months_are_told_in_days() -> None:
    periods = [
        {"id": "a", "label": "A", "first_day": "2024-01-01", "last_day": "2024-01-28"},
        {"id": "b", "label": "B", "first_day": "2024-02-01", "last_day": "2024-03-04"},
    ]

    assert compared(periods).startswith("The periods are 28 and 33 days long:")


def test_areas_that_named_nothing_are_a_note() -> None:
    rows = [{"priority": "Litter", "areas": ["4", "5"]}, NONE]
    counts = verdicts(tallied(tallies=rows)).counts

    assert sentences.named_none(counts) == (
        "2 areas named no priority in the first period, 1 in the second."
    )
    assert sentences.totals(counts) == "With these the columns add up to 6 and 6."


def test_there_is_no_note_where_every_area_named_something() -> None:
    counts = verdicts(record(returned("oak", "2024-05-01", "Litter"))).counts

    assert sentences.named_none(counts) == sentences.totals(counts) == ""


def test_what_went_up_and_down_counts_what_is_new_and_dropped_as_well() -> None:
    rows = [("A", ["0", "2"]), ("B", ["1", "2"]), ("C", ["2", "0"]), ("D", ["2", "2"])]

    assert said_of(*rows) == (
        "2 priorities went up, 1 of them new; 1 went down, 1 of them to 0; 1 stayed the same."
    )
    assert said_of(("A", ["0", "2"])).startswith("1 priority went up, 1 of them new;")


def test_the_number_of_returns_is_said_to_be_not_stated() -> None:
    assert sentences.returns(verdicts(tallied(("Litter", ["1", "2"]))).counts) == (
        "The number of returns is not stated, so no shares of areas can be given."
    )


def test_figures_from_returns_say_from_how_many() -> None:
    periods = [TWO_PERIODS[0], {**TWO_PERIODS[1], "returns_expected": "3"}]
    back = [returned("oak", "2024-02-01", "Litter"), returned("oak", "2024-05-01", "Litter")]

    assert sentences.returns(verdicts(record(*back, periods=periods)).counts) == (
        "Counted from returns: 1 in Jan- March 24 and 1 of 3 expected in April- June 24."
    )


def test_a_shared_place_is_joint() -> None:
    rows = [("A", ["4", "9"]), ("B", ["9", "4"]), ("C", ["0", "4"]), ("D", ["4", "0"])]
    found = {
        one.label: sentences.places(one.named[1], one.named[0])
        for one in verdicts(tallied(*rows)).counts.priorities
    }

    assert found == {
        "A": "1st, was joint 2nd",
        "B": "joint 2nd, was 1st",
        "C": "joint 2nd, new",
        "D": "not named, was joint 2nd",
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"elected_members": "6", "residents": "about 25"},
            "about 31 (6 elected members, about 25 residents)",
        ),
        (
            {
                "residents": "8",
                "county_councillors": "2",
                "district_councillors": "4",
                "local_councillors": "1",
                "police": "2",
                "voluntary_sector": "5",
                "officers": "5",
            },
            COUNTED,
        ),
        ({"total": "about 40"}, "about 40"),
        ({}, ""),
    ],
)
def test_people_are_counted_by_what_they_are(given: dict[str, str], said: str) -> None:
    assert sentences.attendance(Attendance.model_validate(given)) == said


def test_how_many_of_three_priorities_were_agreed() -> None:
    def said(agreed: str | None, *priorities: str) -> str:
        given = {"forum": "oak", "met_on": "2024-05-01", "priorities": priorities}
        return sentences.agreed(Return.model_validate({**given, "agreed": agreed}))

    assert said("no", "A", "B") == "2 of 3 priorities agreed"
    assert said("yes", "A", "B", "C") == "3 of 3 priorities agreed"
    assert said(None, "A") == ""


def test_what_was_done_of_what_was_agreed_is_no_share() -> None:
    progress = Progress.model_validate(
        {"priority": "A", "text": "B", "activity": "patrols", "actual": "30", "target": "20"}
    )

    assert sentences.activity(progress) == "Patrols: 30 (20 agreed)"


def test_the_history_of_a_network_ends_with_what_is_not_stated() -> None:
    network = Network.model_validate(
        {
            "areas": "30",
            "filled": "26",
            "vacant": "4",
            "appointed": {
                "when": "2013-09",
                "people": "26",
                "positions": "29",
                "with_two_areas": "3",
                "unfilled": "1",
            },
            "areas_resigned": "3",
        }
    )

    assert sentences.history(network) == (
        "In September 2013, 26 people were appointed to 29 of 30 places; 3 of them held two areas; "
        "1 place stayed unfilled. Since then 3 areas lost theirs by resignation, so 4 are vacant. "
        "How many people are appointed now is not stated."
    )


def test_a_tension_is_counted_whether_its_words_are_released_or_not() -> None:
    tensions = [{"text": "Quarrel."}, {"text": "Peace.", "release": "true"}]
    told = verdicts(record(returned("oak", "2024-05-01", tensions=tensions)))

    assert sentences.reported(told.reported) == (
        "Beside priorities the returns report 0 concerns, 2 tensions and 0 pieces of good news. "
        "The words of 1 of the tensions are withheld: they are not released."
    )


def test_returns_are_told_as_counts_of_those_in_time_and_those_dealt_with() -> None:
    back = [
        returned("oak", "2024-05-01", returned_on="2024-05-15", handled_on="2024-05-16"),
        returned("elm", "2024-05-01", returned_on="2024-05-16"),
        returned("ash", "2024-05-01"),
    ]
    of = record(*back)
    told = verdicts(of).timeliness
    assert told is not None

    assert sentences.timely(told, of.forums) == (
        "1 of 3 returns came within 14 days of the meeting; 1 came later; for 1 the day is not "
        "stated."
    )
    assert sentences.dealt_with(told) == "1 of 3 have been dealt with; 2 waiting."
