"""What is counted of a programme: sessions, vehicles that passed, and what was done about it."""

from __future__ import annotations

from datetime import date

from planboard.words.vocabulary.programmes import (
    OUTCOMES,
    FollowUp,
    SessionState,
    Step,
    VisitReason,
)
from programmes import (
    MONTHS,
    a_place,
    a_programme,
    a_team,
    a_visit,
    letters,
    planned,
    sessions,
    verdicts,
)

MAY = date(2024, 5, 1)
JUNE = date(2024, 6, 1)


# Sessions and the vehicles that passed.


def test_vehicles_of_all_sessions_add_up_to_the_published_figures() -> None:  # R187
    held = (
        sessions("2024-05", "ash", vehicles_passed=129_021, over_threshold=6_828),
        sessions("2024-06", "elm", vehicles_passed=15_700, over_threshold=387),
    )
    total = verdicts(a_programme(*held)).done.total

    assert (total.over_threshold, total.vehicles_passed) == (7_215, 144_721)


def test_vehicles_of_sessions_that_were_not_held_are_in_no_figure() -> None:  # R187
    held = sessions("2024-05", how_many=7, vehicles_passed=1_132, over_threshold=26)
    off = [
        sessions("2024-05", how_many=2, state=SessionState.ABANDONED, vehicles_passed=40),
        sessions("2024-05", how_many=1, state=SessionState.CANCELLED, over_threshold=3),
    ]
    with_them = verdicts(a_programme(held, *off)).done.total
    without = verdicts(a_programme(held)).done.total

    assert (with_them.sessions, with_them.abandoned, with_them.cancelled) == (7, 2, 1)
    assert with_them.not_held == 3
    assert (with_them.vehicles_passed, with_them.over_threshold) == (1_132, 26)
    assert (with_them.minutes, with_them.volunteer_minutes) == (420, 1_260)
    assert without.not_held == 0


def test_volunteers_who_stood_there_until_the_weather_came_gave_their_time() -> None:
    held = sessions("2024-05", how_many=7)
    off = [
        sessions("2024-05", state=state, minutes=20, volunteer_minutes=60)
        for state in (SessionState.ABANDONED, SessionState.CANCELLED)
    ]
    total = verdicts(a_programme(held, *off)).done.total

    assert (total.minutes, total.volunteer_minutes) == (440, 1_320)


def test_a_session_that_no_vehicle_passed_counts_as_a_session() -> None:  # R187
    nobody = sessions("2024-05", vehicles_passed=0, over_threshold=0, highest_mph=None)
    total = verdicts(a_programme(nobody)).done.total

    assert (total.sessions, total.vehicles_passed, total.highest_mph) == (1, 0, None)


def test_the_highest_speed_keeps_the_limit_where_it_was_measured() -> None:
    fast = sessions("2024-05", "ash", "bend", highest_mph=61, limit_mph=50)
    faster = sessions("2024-06", "ash", "hill", highest_mph=62, limit_mph=20)
    broken_off = sessions("2024-06", highest_mph=99, state=SessionState.ABANDONED)
    done = verdicts(a_programme(fast, faster, broken_off)).done

    assert (done.total.highest_mph, done.total.highest_limit_mph) == (62, 20)
    assert (done.by_site["bend"].highest_mph, done.by_site["bend"].highest_limit_mph) == (61, 50)


def test_months_go_from_the_beginning_of_the_period_to_the_as_at_day() -> None:
    done = verdicts(a_programme(sessions("2024-05"))).done

    assert [f"{month:%Y-%m}" for month in done.by_month] == [*MONTHS]
    assert [one.sessions for one in done.by_month.values()] == [0, 0, 0, 0, 1, 0]


def test_a_financial_year_has_its_months_in_order_and_no_more_than_twelve() -> None:
    record = a_programme(period="2023/24", as_at="2024-05-31")
    months = [*verdicts(record).done.by_month]

    assert (months[0], months[8], months[-1]) == (
        date(2023, 4, 1),
        date(2023, 12, 1),
        date(2024, 3, 1),
    )
    assert len(months) == 12


def test_sessions_done_stand_beside_those_that_were_planned() -> None:  # R186
    plan = [planned("2024-05", "oak", 6), planned("2024-05", "elm", 4)]
    done = verdicts(a_programme(sessions("2024-05", "oak", how_many=7), planned=plan)).done

    assert (done.total.sessions, done.total.planned) == (7, 10)
    assert (done.by_team["elm"].sessions, done.by_team["elm"].planned) == (0, 4)
    assert (done.by_month[MAY].sessions, done.by_month[MAY].planned) == (7, 10)


def test_what_is_planned_after_the_as_at_day_is_not_due_yet() -> None:
    plan = [planned("2024-06", "oak", 2), planned("2024-07", "oak", 8)]
    done = verdicts(a_programme(planned=plan)).done

    assert done.total.planned == 2
    assert done.by_team["oak"].planned == 2


def test_where_nobody_planned_there_is_no_plan_instead_of_none_done() -> None:
    done = verdicts(a_programme(sessions("2024-05", "oak"), planned=[])).done

    assert done.total.planned is None
    assert done.by_month[JUNE].planned is None


def test_teams_and_sites_are_in_the_order_of_their_names_never_of_their_counts() -> None:  # R190
    record = a_programme(
        sessions("2024-05", "z", "b", how_many=9),
        sessions("2024-05", "a", "a", how_many=1),
        teams=[
            a_team("z", name="apple Tree"),
            a_team("a", name="Birch"),
            a_team("q", name="Cedar"),
        ],
        sites=[a_place("b", name="Market"), a_place("a", name="mill Lane")],
    )
    told = verdicts(record)

    assert [*told.done.by_team] == [*told.followed_up.by_team] == ["z", "a", "q"]
    assert [*told.done.by_site] == [*told.followed_up.by_site] == ["b", "a"]
    assert [team for team, _ in told.done.by_team_month] == ["z", "a"]


def test_sessions_of_a_team_by_month_are_there_only_for_months_with_any() -> None:
    rows = [sessions("2024-06", "oak"), sessions("2024-02", "oak"), sessions("2024-03", "elm")]
    done = verdicts(a_programme(*rows)).done

    assert [(team, month.month) for team, month in done.by_team_month] == [
        ("elm", 3),
        ("oak", 2),
        ("oak", 6),
    ]
    assert [month.month for _, month in done.by_site_month] == [2, 3, 6]


# What was done about it.


def test_police_outcomes_stand_beside_the_sessions_of_the_month() -> None:  # R020
    record = a_programme(
        sessions("2024-05", how_many=7, vehicles_passed=1_132, over_threshold=26),
        letters=[letters("2024-05", "oak", 24)],
        visits=[a_visit("2024-05-02", "oak-end"), a_visit("2024-05-20", "oak-end")],
    )
    told = verdicts(record)
    month, followed = told.done.by_month[MAY], told.followed_up

    assert (month.sessions, month.vehicles_passed, month.over_threshold) == (7, 1_132, 26)
    assert followed.by_month[MAY][FollowUp.LETTER_1] == 24
    assert len(followed.visits.by_month[MAY]) == 2


def test_parts_of_the_outcomes_sum_to_all_drivers_who_were_stopped() -> None:  # R023
    visit = a_visit("2024-05-02", "ash", stopped="112", course="91", fixed_penalty="16", court="5")
    followed = verdicts(a_programme(visits=[visit])).followed_up

    assert [followed.totals[one] for one in OUTCOMES] == [0, 0, 0, 91, 16, 5]
    assert followed.stopped == 112


def test_letters_are_counted_by_their_number() -> None:  # R189
    sent = [letters("2024-05", "oak", 9_000, 749, 20), letters("2024-06", "elm", 0, 0, 14)]
    followed = verdicts(a_programme(letters=sent)).followed_up

    assert followed.totals[FollowUp.LETTER_3_OR_VISIT] == 34
    assert followed.letters == 9_783


def test_repeat_drivers_are_counts_of_bands_for_the_period_and_for_months() -> None:  # R022
    rows = [
        {"band": "seen_2", "vehicles": "40"},
        {"band": "seen_2", "vehicles": "20", "month": "2024-05"},
        {"band": "seen_4_plus", "vehicles": "0"},
    ]
    followed = verdicts(a_programme(repeats=rows)).followed_up

    assert followed.repeats == {"seen_2": 40, "seen_4_plus": 0}
    assert followed.repeats_by_month == {MAY: {"seen_2": 20}}


def test_the_way_from_the_threshold_to_the_outcome_has_each_step_with_its_reasons() -> None:  # R188
    drop = {"before": "letter", "reason": "A digit of the plate was not read"}
    record = a_programme(
        sessions("2024-05", over_threshold=7_215, vehicles_passed=144_721),
        letters=[letters("2024-05", "oak", 4_432)],
        visits=[a_visit("2024-05-02", "ash", course="7")],
        checked="6000",
        dealt_with="5",
        drops=[drop],
    )
    funnel = verdicts(record).followed_up.funnel

    assert [(one.step, one.vehicles) for one in funnel] == [
        (Step.OVER_THRESHOLD, 7_215),
        (Step.CHECKED, 6_000),
        (Step.LETTER, 4_432),
        (Step.OUTCOME, 5),
    ]
    assert [len(one.drops) for one in funnel] == [0, 0, 1, 0]


def test_where_nobody_says_how_many_were_checked_there_is_no_such_way() -> None:  # R188
    assert verdicts(a_programme(sessions("2024-05"))).followed_up.funnel == ()


def test_where_nobody_says_how_many_were_dealt_with_the_way_ends_at_the_letters() -> None:  # R188
    visit = a_visit("2024-05-02", "ash", course="7")
    record = a_programme(sessions("2024-05"), visits=[visit], checked="3")

    assert [one.step for one in verdicts(record).followed_up.funnel] == [
        *(Step.OVER_THRESHOLD, Step.CHECKED, Step.LETTER)
    ]


def test_visits_are_newest_first_and_counted_by_their_reasons() -> None:  # R015
    visits = [
        a_visit("2024-05-02", "ash", reason="data"),
        a_visit("2024-06-02", "ash", reason="complaint"),
        a_visit("2024-01-02", "elm", reason="data"),
        a_visit("2024-01-01", "elm"),
    ]
    found = verdicts(a_programme(visits=visits, sites=["fir"])).followed_up.visits

    assert [one.on.month for one in found.all] == [6, 5, 1, 1]
    assert [one.on.month for one in found.by_site["ash"]] == [6, 5]
    assert found.by_site["fir"] == ()
    assert found.by_reason == {
        VisitReason.COMPLAINT: 1,
        VisitReason.DATA: 2,
        VisitReason.NOT_STATED: 1,
    }
