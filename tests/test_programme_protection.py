"""Small counts of drivers: nobody can work out what is kept back, not even with a solver."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planboard.reading import library
from planboard.rules.resolve.site import resolve
from planboard.showing.downloads.programme import files
from planboard.words.vocabulary.programmes import OUTCOMES, RepeatBand
from programmes import MONTHS, a_place, a_programme, a_team, a_visit, letters, sessions, verdicts
from recovery import KEPT_BACK, published, puzzles

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from planboard.truth.in_full import ProgrammeInFull
    from recovery import Sum

FEW = st.sampled_from((0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 40))


@st.composite
def programmes(draw: DrawFn) -> ProgrammeInFull:
    """Draw a programme with few counts, most of them small, and not everything everywhere."""
    months = MONTHS[: draw(st.integers(2, 4))]
    teams = ("ash", "elm", "fir", "oak")[: draw(st.integers(2, 4))]
    sites = ("bend", "cross", "ford", "hill", "pond")[: draw(st.integers(2, 5))]
    over = st.sampled_from((None, 0, 1, 2, 5, 60))
    held, sent = [], []
    for team in teams:
        for month in months:
            if (seen := draw(over)) is not None:
                held.append(sessions(month, team, sites[0], over_threshold=seen))
            if seen or draw(st.integers(0, 9)) == 0:
                second, third = draw(FEW), draw(FEW)
                rest = max(0, (seen or 0) - second - third)  # then nobody can have had another
                sent.append(letters(month, team, draw(FEW | st.just(rest)), second, third))
    places = draw(st.sets(st.tuples(st.sampled_from(sites), st.sampled_from(months)), max_size=9))
    went = [
        a_visit(f"{month}-02", site, course=str(draw(FEW)), court=str(draw(FEW)))
        for site, month in draw(st.permutations(sorted(places)))
    ]
    whole = draw(st.booleans())
    again = [
        {"month": month, "band": band, "vehicles": str(draw(FEW))}
        for band in list(RepeatBand)[1:]
        for month in months
        if draw(st.booleans())
    ]
    again += [{"band": band, "vehicles": str(draw(FEW))} for band in RepeatBand if whole]
    return a_programme(
        *held,
        teams=[a_team(one) for one in teams],
        sites=[a_place(one) for one in sites],
        as_at=months[-1],
        letters=sent,
        visits=went,
        repeats=again,
        suppress_below=draw(st.sampled_from(("3", "5", "5", "10"))),
    )


def given_away(record: ProgrammeInFull, *, guessing: bool = True) -> list[Sum]:
    """Return what a reader with a solver can work out of what is published."""
    found = puzzles(record, published(record))
    return [one for puzzle in found for one in puzzle.recovered(guessing=guessing)]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(programmes())
def test_all_published_tables_together_give_no_small_count_away(record: ProgrammeInFull) -> None:
    for puzzle in puzzles(record, published(record)):
        shown = [one for one in puzzle.sums if one.shown != KEPT_BACK]

        assert all(one.shown == str(one.truth) for one in shown)
        assert all(one.shown == KEPT_BACK for one in puzzle.protected)
        for guessing in (False, True):
            if recovered := puzzle.recovered(guessing=guessing):
                assert recovered == puzzle.without_cover(guessing=guessing)


def test_half_a_year_of_ten_teams_gives_nothing_away_without_any_excuse() -> None:
    chance = Random(1)  # noqa: S311 - nothing is to be kept secret
    teams = [f"team-{number:02}" for number in range(10)]
    sites = [f"site-{number:02}" for number in range(25)]
    held = [
        sessions(month, team, sites[at], over_threshold=chance.randint(0, 12))
        for month in MONTHS
        for at, team in enumerate(teams)
        if chance.random() < 0.8
    ]
    sent = [
        letters(f"{one.month:%Y-%m}", one.team, one.over_threshold // 2, chance.choice((0, 0, 1)))
        for one in held
    ]
    went = [
        a_visit(f"{month}-02", site, course=str(chance.choice((0, 1, 2, 5))), court=court)
        for site in sites
        for month in chance.sample(MONTHS, 2)
        if (court := str(chance.choice((0,) * 15 + (1,))))
    ]
    record = a_programme(*held, letters=sent, visits=went)

    assert sum(len(one.protected) for one in puzzles(record, published(record))) > 20
    assert not given_away(record)


def test_programmes_of_the_demonstration_give_nothing_away_without_any_excuse() -> None:
    found, _ = library.open_folder(Path(__file__).parent.parent / "plans")
    collection, _ = resolve(found)

    assert collection is not None
    assert collection.programmes
    for record in collection.programmes:
        assert not given_away(record, guessing=False)
        assert not given_away(record)


def test_the_one_excuse_is_that_there_is_nothing_to_hide_a_count_behind() -> None:
    only_one = a_programme(visits=[a_visit("2024-05-02", "elm", court="2")], sites=["ash"])
    court = [one for one in given_away(only_one) if one.kind == "court" and one.table]

    # Everybody reads that the police was nowhere else, and that two drivers went to court.
    assert [(one.of, one.truth) for one in court] == [("elm", 2), ("2024-05", 2)]
    assert published(only_one)["sites"][1]["court"] == KEPT_BACK
    assert published(only_one)["sites"][0]["court"] == "0"


def test_what_came_of_one_visit_cannot_be_worked_out_from_sums_that_are_large() -> None:
    visits = [
        a_visit("2024-05-02", "ash", court="5"),
        a_visit("2024-05-03", "bend", court="2"),  # else it were May without Ash
        a_visit("2024-06-03", "bend", court="8"),
        a_visit("2024-06-04", "cross", court="9"),
    ]
    record = a_programme(visits=visits)

    assert KEPT_BACK in {row["court"] for row in published(record)["sites"]}
    assert not given_away(record)


def test_a_team_whose_vehicles_all_had_a_letter_can_have_had_no_more() -> None:
    # Elm saw three vehicles and sent two first letters: it sent one more, or none.
    held = [sessions("2024-05", team, over_threshold=60) for team in ("oak", "pine")]
    held += [sessions("2024-05", "elm", over_threshold=3)]
    held += [sessions("2024-05", "fir", over_threshold=1)]
    sent = [letters("2024-05", "elm", 2, 1), letters("2024-05", "fir", 0, 1)]
    record = a_programme(*held, letters=[*sent, letters("2024-05", "oak", 9, 9)])

    # Oak's nine would be the smallest further count, and would not help.
    assert [one["letter_2"] for one in published(record)["teams"]] == ["[c]", "[c]", "9", "[c]"]
    assert not [one for one in given_away(record) if one.table == "teams"]


def test_no_more_vehicles_are_seen_again_in_a_month_than_in_the_whole_period() -> None:
    again = [
        {"month": month, "band": "seen_4_plus", "vehicles": number}
        for month, number in (("2024-01", "2"), ("2024-02", "1"), ("2024-03", "0"))
    ]
    whole = [{"band": "seen_4_plus", "vehicles": "2"}]

    assert not given_away(a_programme(repeats=[*again, *whole]))


def test_page_of_a_site_and_tables_say_the_same_of_it() -> None:
    record = a_programme(
        visits=[
            a_visit("2024-05-02", site, course=str(at)) for at, site in enumerate(("a", "b", "c"))
        ]
    )
    told = verdicts(record)
    for row in published(record)["sites"]:
        site = json.loads(files.of_site(record, told, row["id"])["data.json"])

        assert {one["outcome"]: one["drivers"] for one in site["outcomes"]} == {
            kind: row[kind] for kind in OUTCOMES
        }


def test_no_table_says_what_came_of_a_single_visit() -> None:
    visits = [a_visit("2024-05-02", "elm", stopped="7313", course="7313")]
    record = a_programme(visits=visits)
    made = files.of_site(record, verdicts(record), "elm")

    assert [*published(record)["visits"][0]] == ["on", "site", "by", "reason", "site_id"]
    assert made["visits.csv"].decode("utf-8-sig").split("\r\n")[0] == "on,by,reason"
