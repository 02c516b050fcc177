"""Small counts of drivers: which are kept back, and that no more are than must be."""

from __future__ import annotations

from typing import Any

import pytest

from planboard.words.vocabulary.programmes import PROTECTED, FollowUp
from programmes import MONTHS, a_programme, a_visit, letters, sessions, verdicts
from recovery import KEPT_BACK, published


def of_sites(*counts: int, kind: str = "course", **values: Any) -> dict[str, str]:  # noqa: ANN401
    """Return what is published of sites that were each visited once, by their names in order."""
    sites = ("ash", "bend", "cross", "dell", "elm", "ford")[: len(counts)]
    visits = [
        a_visit("2024-05-02", site, **{kind: str(number)})
        for site, number in zip(sites, counts, strict=True)
    ]
    data = published(a_programme(sites=sites, visits=visits, **values))
    return {row["id"]: row[kind] for row in data["sites"]}


def of_months(*counts: int) -> list[str]:
    """Return what is published of vehicles that were seen again, month by month."""
    again = [
        {"month": month, "band": "seen_2", "vehicles": str(number)}
        for month, number in zip(MONTHS, counts, strict=False)
    ]
    return [row["vehicles"] for row in published(a_programme(repeats=again))["repeats"]]


def test_a_small_count_hides_itself_and_the_smallest_further_one() -> None:
    assert of_sites(30, 2, 9, 7) == {"ash": "30", "bend": "[c]", "cross": "9", "dell": "[c]"}


def test_a_count_at_the_threshold_is_shown() -> None:
    assert of_sites(5, 6, 0) == {"ash": "5", "bend": "6", "cross": "0"}


def test_two_small_counts_hide_each_other_and_zeros_stay() -> None:
    assert of_sites(0, 3, 4, 0) == {"ash": "0", "bend": "[c]", "cross": "[c]", "dell": "0"}


def test_two_counts_of_one_need_a_third_because_everybody_knows_their_sum() -> None:
    assert of_sites(1, 1, 8, 20) == {"ash": "[c]", "bend": "[c]", "cross": "[c]", "dell": "20"}


def test_where_two_counts_of_one_are_all_there_is_a_zero_is_kept_back_with_them() -> None:
    assert [*of_sites(1, 1, 0, 0).values()].count(KEPT_BACK) == 3


def test_a_single_count_among_zeros_hides_exactly_one_of_them() -> None:
    assert [*of_sites(0, 0, 0, 1, 0, 0).values()].count(KEPT_BACK) == 2


@pytest.mark.parametrize("count", [1, 4])
def test_of_two_that_hide_each_other_nobody_can_tell_which_is_the_zero(count: int) -> None:
    shown = [of_sites(*(count * (at == one) for at in range(6))) for one in range(6)]

    assert shown[0] == shown[1] != shown[2] == shown[3] != shown[4] == shown[5]


def test_each_programme_sets_its_own_threshold() -> None:
    assert of_sites(3, 4, 9, suppress_below="3") == {"ash": "3", "bend": "4", "cross": "9"}
    assert [*of_sites(3, 4, 9, 12, suppress_below="10").values()] == ["[c]", "[c]", "[c]", "12"]


def test_where_the_police_never_was_there_is_a_zero_that_hides_nothing() -> None:
    visits = [a_visit("2024-05-02", "elm", court="1"), a_visit("2024-05-02", "fir", court="7")]
    shown = published(a_programme(visits=visits, sites=["ash"]))["sites"]

    assert [row["court"] for row in shown] == ["0", "[c]", "[c]"]


def test_counts_of_the_whole_period_are_always_shown() -> None:
    record = a_programme(
        sessions("2024-05"),
        letters=[letters("2024-05", "oak", 1, 1, 1)],
        visits=[a_visit("2024-05-02", "elm", court="1")],
        repeats=[{"band": "seen_2", "vehicles": "1"}],
    )
    data = published(record)

    assert [one["count"] for one in data["follow_up"]] == [*"111000001"]
    assert data["repeats"] == [{"month": "", "band": "seen_2", "vehicles": "1"}]


def test_first_letters_sessions_and_vehicles_are_never_kept_back() -> None:
    held = (sessions("2024-05", vehicles_passed=2, over_threshold=1), sessions("2024-06", "elm"))
    sent = [letters("2024-05", "oak", 1, 1), letters("2024-06", "elm", 2)]
    data = published(a_programme(*held, letters=sent))
    may, team = data["months"][4], data["teams"][1]

    assert FollowUp.LETTER_1 not in PROTECTED
    for row in (may, team):
        assert [row[key] for key in ("sessions", "vehicles_passed", "over_threshold")] == [*"121"]
        assert row["letter_1"] == "1"
        assert row["letter_2"] == KEPT_BACK


def test_a_team_that_saw_no_vehicle_over_the_threshold_hides_no_letter() -> None:
    held = [
        sessions("2024-05", team, over_threshold=over)
        for team, over in (("ash", 0), ("elm", 20), ("fir", 30))
    ]
    sent = [letters("2024-05", "elm", 5, 2), letters("2024-05", "fir", 5, 8)]

    assert [row["letter_2"] for row in published(a_programme(*held, letters=sent))["teams"]] == [
        "0",
        "[c]",
        "[c]",
    ]


def test_vehicles_seen_again_in_a_month_are_kept_back_where_they_are_few() -> None:
    assert of_months(12, 2, 7, 30) == ["12", "[c]", "[c]", "30"]
    assert of_months(12, 8, 7, 30) == ["12", "8", "7", "30"]


def test_the_same_rows_in_another_order_keep_back_the_same() -> None:
    held = [sessions("2024-05", team, over_threshold=30) for team in ("ash", "elm", "fir", "oak")]
    sent = [letters("2024-05", one.team, 2, int(at == 2)) for at, one in enumerate(held)]
    went = [
        a_visit(f"{month}-02", site, court=str(int(site == "dell" and month == "2024-05")))
        for site in ("bend", "cross", "dell", "ford")
        for month in MONTHS
    ]
    one = a_programme(*held, letters=sent, visits=went)
    other = a_programme(*held[::-1], letters=sent[::-1], visits=went[::-1])

    assert verdicts(one).followed_up.by_site == verdicts(other).followed_up.by_site
    assert verdicts(one).followed_up.by_team == verdicts(other).followed_up.by_team
    assert verdicts(one).followed_up.by_month == verdicts(other).followed_up.by_month
