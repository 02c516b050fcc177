"""What is said of a programme of volunteers: true sentences, and shares that divide by nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from planboard.saying import labels, wording
from planboard.saying.sentences import followed, programmes
from planboard.words.vocabulary import programmes as vocabulary
from planboard.words.vocabulary.programmes import SessionState, VisitReason
from programmes import (
    a_batch,
    a_place,
    a_programme,
    a_team,
    a_visit,
    letters,
    planned,
    sessions,
    verdicts,
)

if TYPE_CHECKING:
    from enum import StrEnum

BACK: Final = ("2024-05-03", "2024-05-05", "2024-05-09")
TOLD: Final = {"told_on": "2024-05-09"}


# One value.


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (7215, 144_721, "5.0%"),
        (387, 15_700, "2.5%"),
        (26, 1132, "2.3%"),
        (1132, 26_000, "4.4%"),
        (34, 9783, "0.3%"),
        (0, 50, "0.0%"),
        (50, 50, "100.0%"),
        (1, 100_000, "under 0.1%"),
        (99_999, 100_000, "over 99.9%"),
        (0, 0, ""),
    ],
)
def test_a_share_has_one_decimal_and_is_never_of_nothing(part: int, whole: int, said: str) -> None:
    """R187."""
    assert wording.share(part, whole) == said


def test_a_part_is_said_with_both_counts() -> None:
    assert wording.part_of(7215, 144_721) == "7,215 of 144,721 (5.0%)"
    assert wording.part_of(0, 0) == "0 of 0"


def test_a_count_that_is_kept_back_has_its_marker_in_its_place() -> None:
    assert [wording.guarded(one) for one in (None, 0, 1200)] == ["[c]", "0", "1,200"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ((2026, 3, 1), (2026, 3, 1), "1 March 2026"),
        ((2026, 3, 1), (2026, 3, 14), "1 to 14 March 2026"),
        ((2026, 2, 20), (2026, 3, 5), "20 February to 5 March 2026"),
        ((2025, 12, 20), (2026, 1, 2), "20 December 2025 to 2 January 2026"),
        ((2025, 3, 5), (2026, 3, 6), "5 March 2025 to 6 March 2026"),
    ],
)
def test_days_say_no_more_of_the_first_than_differs(
    first: tuple[int, int, int], last: tuple[int, int, int], said: str
) -> None:
    assert wording.days(date(*first), date(*last)) == said


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (vocabulary.SiteState, labels.SITE_STATES),
        (vocabulary.SessionState, labels.SESSION_STATES),
        (vocabulary.VisitReason, labels.VISIT_REASONS),
        (vocabulary.FollowUp, labels.FOLLOW_UPS),
        (vocabulary.RepeatBand, labels.REPEAT_BANDS),
        (vocabulary.Step, labels.STEPS),
    ],
)
def test_every_code_has_a_word_for_readers(codes: type[StrEnum], words: dict[str, str]) -> None:
    assert list(words) == list(codes)


# What came back (R005, R007).


@pytest.mark.parametrize(
    ("batches", "said"),
    [
        ([], "No batch of results is recorded."),
        (
            [a_batch("a", *BACK, **TOLD)],
            "The only batch of results has come back to volunteers.",
        ),
        (
            [a_batch("a", *BACK, **TOLD), a_batch("b", *BACK, **TOLD)],
            "All 2 batches of results have come back to volunteers.",
        ),
        (
            [a_batch("a", *BACK, **TOLD), a_batch("b", *BACK, **TOLD), a_batch("c")],
            (
                "2 of 3 batches of results have come back to volunteers; 1 has waited since 14 "
                "March 2024."
            ),
        ),
        (
            [a_batch("a", *BACK), a_batch("b")],
            (
                "0 of 2 batches of results have come back to volunteers; 2 are waited for, the "
                "first since 14 March 2024."
            ),
        ),
        (
            [a_batch("a")],
            (
                "0 of 1 batch of results has come back to volunteers; 1 has waited since 14 "
                "March 2024."
            ),
        ),
    ],
)
def test_what_came_back_is_said_with_what_is_waited_for(
    batches: list[dict[str, object]], said: str
) -> None:
    """R005: a batch of which nobody was told never counts as returned, however far it came."""
    assert programmes.returned(verdicts(a_programme(batches=batches)).back) == said


def test_a_hop_says_who_passed_results_to_whom_how_and_when() -> None:
    """R007."""
    record = a_programme(batches=[a_batch("a", *BACK, **TOLD)])
    (batch,) = record.programme.batches

    assert [programmes.hop(record, one) for one in batch.hops] == [
        "Traffic enforcement officer to Programme lead, by e-mail, 3 May 2024",
        "Programme lead to Team leaders, by e-mail, 5 May 2024",
        "Team leaders to Volunteers, by e-mail, 9 May 2024",
    ]
    assert programmes.days_taken(batch) == "6 days from result to volunteers"


def test_how_long_it_took_is_not_said_of_a_batch_that_waits() -> None:
    (batch,) = a_programme(batches=[a_batch("a", *BACK)]).programme.batches

    assert not programmes.days_taken(batch)
    assert programmes.back_on(batch) == "since 14 March 2024"


# What was done (R187).


def test_the_first_sentence_says_what_came_back_and_what_was_found() -> None:
    record = a_programme(
        sessions("2024-04", how_many=7, vehicles_passed=1132, over_threshold=26),
        planned=[planned("2024-04", "oak", 10)],
        batches=[a_batch("a", *BACK, **TOLD)],
    )

    assert programmes.summary(record, verdicts(record)) == (
        "The only batch of results has come back to volunteers. 7 of 10 planned sessions were held "
        "and 26 of 1,132 vehicles were over the threshold (2.3%)."
    )


def test_a_programme_of_which_nothing_is_known_says_so() -> None:
    record = a_programme()

    assert programmes.summary(record, verdicts(record)) == (
        "No session and no result of this programme is published yet."
    )


@pytest.mark.parametrize(
    ("how_many", "plan", "said"),
    [
        (1, 4, "1 of 4 planned sessions was held"),
        (2, 1, "1 of 1 planned session and 1 other were held"),
        (2, None, "2 sessions were held"),
    ],
)
def test_sessions_are_said_of_those_that_were_planned(
    how_many: int, plan: int | None, said: str
) -> None:
    plans = [planned("2024-04", "oak", plan)] if plan else []
    total = verdicts(a_programme(sessions("2024-04", how_many=how_many), planned=plans)).done.total

    assert programmes.sessions(total) == said


def test_sessions_that_were_not_held_divide_nothing() -> None:
    """R187: an abandoned session counts in no share."""
    record = a_programme(sessions("2024-04", state=SessionState.ABANDONED, vehicles_passed=50))
    told = verdicts(record)

    assert programmes.done(told.done.total) == "No session was held."
    assert dict(programmes.did(record, told))["Sessions not held"] == "1 abandoned and 0 cancelled"
    assert dict(programmes.did(record, told))["Over the threshold"] == "No vehicle passed"


def test_planned_sessions_of_which_no_return_speaks_are_told() -> None:
    record = a_programme(
        sessions("2024-04"),
        sessions("2024-05", state=SessionState.CANCELLED),
        planned=[planned("2024-04", "oak", 5)],
    )

    said = dict(programmes.did(record, verdicts(record)))
    assert said["Sessions held"] == "1 of 5 planned (20.0%)"
    assert said["No return"] == "for 3 planned sessions"


def test_a_session_that_saw_nobody_divides_nothing() -> None:
    """R187."""
    record = a_programme(sessions("2024-04", vehicles_passed=0, over_threshold=0))

    assert programmes.done(verdicts(record).done.total) == (
        "1 session was held and no vehicle passed."
    )


def test_time_and_speed_are_said_of_all_sessions_together() -> None:
    record = a_programme(
        sessions("2024-03", volunteer_minutes=100, highest_mph=47),
        sessions("2024-04", volunteer_minutes=110, highest_mph=63, limit_mph=40),
        teams=[a_team("oak", leaders="1", deputies="0", members="6")],
    )
    did = dict(programmes.did(record, verdicts(record)))

    assert did["Time you gave"] == "4 hours, of all volunteers together"
    assert did["Highest speed"] == "63 mph, where the limit is 40 mph"
    assert did["Who you are"] == "7 volunteers in 1 team"


# What was done with it (R023, R188, R189).


def test_outcomes_are_added_up_in_words() -> None:
    """R023."""
    record = a_programme(
        visits=[a_visit("2024-05-01", "oak-end", course="91", fixed_penalty="16", court="5")]
    )
    found = verdicts(record).followed_up

    assert followed.stopped(found) == "91 courses + 16 fixed penalties + 5 to court = 112 drivers."
    assert followed.outcomes(found) == (
        "91 of 112 drivers who were stopped got the offer of a course (81.3%)"
    )


def test_third_letters_are_a_count_and_a_share_with_both_counts() -> None:
    """R189: 34 of 9,783 letters."""
    record = a_programme(letters=[letters("2024-04", "oak", 9000, 749, 34)])
    found = verdicts(record).followed_up

    assert followed.third_letters(found) == (
        "34 of 9,783 letters were third letters or visits (0.3%)."
    )
    assert followed.letters(found) == "9,000 of 9,783 letters were first letters (92.0%)"


def test_where_no_letter_was_sent_no_share_of_letters_is_said() -> None:
    found = verdicts(a_programme()).followed_up

    assert not followed.third_letters(found)
    assert not followed.stopped(found)


# Visits (R015).


def test_months_without_a_visit_are_said_in_stretches() -> None:
    """R015."""
    months = [date(2025, month, 1) for month in range(4, 13)]

    assert followed.no_visits(months, {date(2025, 7, 1), date(2025, 9, 1)}) == (
        "No visits recorded April to June 2025, August 2025 and October to December 2025."
    )
    assert followed.no_visits(months, ()) == "No visits recorded April to December 2025."
    assert not followed.no_visits(months, months)


def test_visits_to_a_site_are_said_with_their_reasons() -> None:
    """R015."""
    record = a_programme(
        visits=[
            a_visit("2024-05-01", "oak-end", reason="complaint"),
            a_visit("2024-05-02", "oak-end", reason="complaint"),
            a_visit("2024-05-03", "oak-end"),
        ]
    )
    visits = verdicts(record).followed_up.visits.by_site["oak-end"]

    assert followed.reasons(visits) == (
        "The police visited 3 times: 2 after a complaint, 1 for no stated reason."
    )
    assert followed.reasons(visits[:1]) == "The police visited once, for no stated reason."
    assert visits[0].reason is VisitReason.NOT_STATED


# Teams and sites (R013, R016).


def test_teams_without_a_deputy_are_a_count() -> None:
    """R013: of 10 teams, 4 have a deputy."""
    teams = [a_team(f"t{number}", deputies=str(int(number < 4))) for number in range(10)]

    assert programmes.deputies(verdicts(a_programme(teams=teams))) == (
        "6 of 10 teams have no deputy."
    )


def test_teams_that_say_nothing_of_deputies_are_not_counted_as_having_none() -> None:
    """R013."""
    assert programmes.deputies(verdicts(a_programme(teams=["oak"]))) == (
        "It is not stated whether teams have a deputy."
    )


def test_few_days_to_approval_are_a_list_and_no_average() -> None:
    """R016: requested 1 March, approved 10 May 2022 is 70 days."""
    place = a_place("oak-end", requested="2022-03-01", approved="2022-05-10")
    record = a_programme(sites=[place, *(f"site-{number}" for number in range(3))])

    assert programmes.approval(record.sites["oak-end"]) == "70 days (1 March to 10 May 2022)"
    assert programmes.approvals(verdicts(record)) == (
        "4 sites state both days. An average of so few would say little."
    )


def test_from_ten_sites_on_the_middle_is_said_as_well() -> None:
    """R016."""
    places = [
        a_place(f"site-{number}", requested="2024-01-01", approved=f"2024-01-{2 + number:02}")
        for number in range(10)
    ]

    assert programmes.approvals(verdicts(a_programme(sites=places))) == (
        "10 sites state both days. Half of them took 5.5 days or less (the median)."
    )


def test_a_site_says_how_it_stands_and_what_was_found_there() -> None:
    record = a_programme(sessions("2024-04"), visits=[a_visit("2024-05-01", "oak-end")])
    told = verdicts(record)
    visits = told.followed_up.visits.by_site["oak-end"]
    here = told.done.by_site["oak-end"]

    assert programmes.site(record, record.sites["oak-end"], here, visits) == (
        "Approved on 10 May 2023. In 2024, 1 session was held and 4 of 100 vehicles were over the "
        "threshold (4.0%), and the police visited once."
    )


def test_a_site_without_a_session_says_in_which_time_there_was_none() -> None:
    record = a_programme(sites=["oak-end"])
    told = verdicts(record)

    assert programmes.site(record, record.sites["oak-end"], told.done.by_site["oak-end"], ()) == (
        "Approved on 10 May 2023. In 2024, no session was held here."
    )


def test_who_has_results_and_how_long_they_took_is_told() -> None:
    """R005 and R007."""
    batches = [
        a_batch("a", "2024-03-20", first_day="2024-03-01", last_day="2024-03-14"),
        a_batch("b", first_day="2024-04-01", last_day="2024-04-14"),
        a_batch("c", *BACK, **TOLD),
    ]
    record = a_programme(batches=batches)
    one, other, back = record.programme.batches

    assert programmes.with_whom(record, one).startswith("The results are with: ")
    assert programmes.with_whom(record, other) == "No results yet"
    assert not programmes.with_whom(record, back)
    assert programmes.waited(record, one) == "108 days so far"
    assert programmes.took_in_all(verdicts(record).back).startswith("It took 6 days from")


# Counts that are kept back.


def test_the_key_is_said_only_where_a_count_is_kept_back() -> None:
    """R121 and R178."""
    assert followed.key([1, None]) == (
        "[c] means that the count is kept back, because it is small or would give a small one away."
    )
    assert not followed.key([0, 12])
    assert "from 1 to 4" in followed.kept_back(5)
