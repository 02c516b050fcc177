"""What is told of a programme beside its counts: results that came back, its teams, its sites."""

from __future__ import annotations

from datetime import date

from planboard.words.vocabulary.programmes import SiteState
from programmes import a_batch, a_place, a_programme, a_team, verdicts

# What came back to the volunteers.


def test_two_of_three_batches_came_back_and_one_waits_since_its_last_session() -> None:  # R005
    batches = [
        a_batch("a", told_on="2024-04-01"),
        a_batch("b", told_on="2024-05-01", last_day="2024-03-20"),
        a_batch("c", first_day="2022-03-01", last_day="2022-03-14"),
    ]
    back = verdicts(a_programme(batches=batches)).back

    assert (len(back.returned), back.total) == (2, 3)
    assert back.waiting_since == date(2022, 3, 14)
    assert [one.id for one in back.returned] == ["b", "a"]


def test_a_batch_that_is_on_its_way_waits_from_its_last_session_and_is_not_returned() -> (
    None
):  # R005
    batch = a_batch("a", "2024-05-03", "2024-05-05")
    back = verdicts(a_programme(batches=[batch])).back

    assert back.returned == ()
    assert back.waiting_since == date(2024, 3, 14)


def test_volunteers_wait_since_the_day_of_the_batch_that_waits_longest() -> None:
    batches = [a_batch("a", last_day=f"2024-03-{day}") for day in ("28", "20", "24")]
    named = [one | {"id": f"b{at}"} for at, one in enumerate(batches)]

    back = verdicts(a_programme(batches=named)).back
    assert back.waiting_since == date(2024, 3, 20)
    assert [one.last_day.day for one in back.waiting] == [20, 24, 28]


def test_days_of_waiting_are_counted_from_the_last_session() -> None:
    waits, told = a_programme(
        batches=[a_batch("a", "2024-05-03"), a_batch("b", told_on="2024-04-01")]
    ).programme.batches

    assert waits.days_waiting(date(2024, 6, 30)) == 108
    assert told.days_waiting(date(2024, 6, 30)) is None


def test_where_nothing_is_waited_for_there_is_no_day() -> None:
    assert verdicts(a_programme()).back.waiting_since is None
    told = a_batch("a", told_on="2024-04-01")
    assert verdicts(a_programme(batches=[told])).back.waiting_since is None


def test_hops_of_3_5_and_9_may_make_six_days_to_volunteers() -> None:  # R007
    hops = ("2024-05-03", "2024-05-05", "2024-05-09")
    batch = a_programme(batches=[a_batch("a", *hops, told_on="2024-05-09")]).programme.batches[0]

    assert [one.on.day for one in batch.hops] == [3, 5, 9]
    assert batch.days_to_volunteers == 6


def test_days_to_volunteers_are_known_only_with_a_hop_and_a_day_of_telling() -> None:
    batches = [a_batch("a", "2024-05-03"), a_batch("b", told_on="2024-05-09")]
    found = a_programme(batches=batches).programme.batches

    assert [one.days_to_volunteers for one in found] == [None, None]


# Teams and sites.


def test_six_of_ten_teams_have_no_deputy() -> None:  # R013
    teams = [a_team(f"team-{at}", deputies=str(int(at < 4))) for at in range(10)]
    told = verdicts(a_programme(teams=teams))

    assert (told.without_deputy, told.deputies_known) == (6, 10)


def test_a_team_that_does_not_say_whether_it_has_a_deputy_is_in_neither_count() -> None:  # R013
    teams = [a_team("ash", deputies="0"), a_team("elm")]
    told = verdicts(a_programme(teams=teams))

    assert (told.without_deputy, told.deputies_known) == (1, 1)


def test_volunteers_are_counted_where_teams_state_them() -> None:
    teams = [a_team("ash", leaders="1", deputies="1", members="6"), a_team("elm", members="4")]

    assert verdicts(a_programme(teams=teams)).volunteers == 12
    assert verdicts(a_programme(teams=[a_team("elm")])).volunteers is None


def test_from_1_march_to_10_may_a_site_took_seventy_days() -> None:  # R016
    site = a_place("ash", requested="2022-03-01", approved="2022-05-10")
    told = verdicts(a_programme(sites=[site]))

    assert [one.days_to_approval for one in told.approved] == [70]


def test_sites_without_both_days_have_no_days_to_approval() -> None:  # R016
    sites = [a_place("ash", approved="2022-05-10"), a_place("elm", requested="2022-05-10")]

    assert verdicts(a_programme(sites=sites)).approved == ()


def test_there_is_no_middle_of_fewer_than_ten_sites() -> None:  # R016
    nine = [
        a_place(f"site-{at}", requested="2022-03-01", approved=f"2022-03-{at + 2:02}")
        for at in range(9)
    ]
    ten = [*nine, a_place("last", requested="2022-03-01", approved="2022-05-10")]

    assert verdicts(a_programme(sites=nine)).median_days is None
    assert verdicts(a_programme(sites=ten)).median_days == 5.5


def test_sites_are_counted_by_their_last_step_with_zeros() -> None:  # R016
    sites = [
        a_place("ash", requested="2022-03-01"),
        a_place("bend", requested="2022-03-01", surveyed="2022-03-01"),
        a_place("cross", approved="2022-03-01", suspended="2023-01-01"),
        a_place("dell", suspended="2022-03-01", approved="2023-01-01"),
    ]
    states = verdicts(a_programme(sites=sites)).states

    assert [*states] == [*SiteState]
    assert {one: number for one, number in states.items() if number} == {
        SiteState.REQUESTED: 1,
        SiteState.SURVEYED: 1,
        SiteState.APPROVED: 1,
        SiteState.SUSPENDED: 1,
    }
