"""What must hold inside a record of forums, and what it leaves out."""

from __future__ import annotations

from typing import Any

import pytest

from builders import Nowhere, some_forums
from forums import TWO_PERIODS, complaints, findings, record, returned
from planboard.rules.records.forums import check
from planboard.rules.resolve.site import resolve
from planboard.truth.entries import Entry, Library
from planboard.truth.model.forums import Forums
from planboard.truth.model.register import Publishers, Site

NETWORK = {"areas": "30", "filled": "26", "vacant": "4"}
APPOINTED = {
    "when": "2013-09",
    "people": "26",
    "positions": "29",
    "with_two_areas": "3",
    "unfilled": "1",
}


def codes(**values: object) -> list[str]:
    """Return what is wrong with a record whose names are looked up."""
    given = {"format": "1", "title": "Forums", "publisher": "town", "as_at": "2024-06-30"}
    forums = Forums.model_validate({**given, "periods": TWO_PERIODS, **values})
    _, problems = resolve(
        Library(
            site=Entry("site", Site(format="1", title="T"), Nowhere()),
            publishers=Entry("", Publishers(format="1"), Nowhere()),
            forums=(Entry("oak", forums, Nowhere()),),
        )
    )
    return [one.code for one in problems if one.code != "unknown-publisher"]


def test_filled_and_vacant_are_all_areas() -> None:
    assert complaints(network=NETWORK) == []
    assert complaints(network={**NETWORK, "filled": "25"}) == ["sum"]


def test_the_history_of_a_network_adds_up_to_its_vacancies() -> None:
    whole = {**NETWORK, "appointed": APPOINTED, "areas_resigned": "3"}

    assert complaints(network=whole) == []
    assert complaints(network={**whole, "areas_resigned": "2"}) == ["sum"]
    assert complaints(network={**whole, "appointed": {**APPOINTED, "people": "25"}}) == ["sum"]


def test_no_more_vacancies_are_named_than_counted() -> None:
    network = {"areas": "3", "filled": "2", "vacant": "1"}
    vacant = [{"area": name, "state": "vacant"} for name in ("oak", "elm")]

    assert complaints(network=network, appointments=vacant) == ["sum"]
    assert complaints(network=network, appointments=vacant[:1]) == []


def test_a_row_has_a_figure_for_each_period() -> None:
    assert complaints(tallies=[{"priority": "Litter", "areas": ["1"]}]) == ["tally-length"]


def test_a_row_called_none_has_to_say_what_it_counts() -> None:
    none: dict[str, Any] = {"priority": "None", "areas": ["2", "1"]}

    assert complaints(tallies=[none]) == ["names-none"]
    assert complaints(tallies=[{**none, "names_none": "true"}]) == []


def test_a_priority_has_one_row_and_one_spelling() -> None:
    rows = [{"priority": label, "areas": ["1", "2"]} for label in ("Fly tipping", "Fly-Tipping")]

    assert complaints(tallies=[rows[0], rows[0]]) == ["tally-twice"]
    assert complaints(tallies=rows) == ["two-spellings"]


@pytest.mark.parametrize(
    ("agreed", "priorities", "found"),
    [
        ("yes", ["A1", "B2", "C3"], []),
        ("no", ["A1", "B2"], []),
        ("no", [], []),
        ("yes", ["A1", "B2"], ["agreed"]),
        ("no", ["A1", "B2", "C3"], ["agreed"]),
        ("no", ["A1", "A1"], ["priority-twice"]),
    ],
)
def test_the_answer_on_three_priorities_fits_their_list(
    agreed: str, priorities: list[str], found: list[str]
) -> None:
    back = returned("oak", "2024-05-01", *priorities, agreed=agreed)

    assert complaints(returns=[back]) == found


def test_a_warning_names_its_return() -> None:
    forums = Forums.model_validate(
        {
            "format": "1",
            "title": "F",
            "publisher": "town",
            "as_at": "2024-06",
            "periods": TWO_PERIODS,
            "returns": [returned("oak", "2024-05-01", "Litter", id="r7", agreed="yes")],
        }
    )
    (problem,) = check(Entry("oak", forums, Nowhere()))
    assert problem.message.startswith("The return r7 says that three were agreed, and lists 1.")


@pytest.mark.parametrize(
    "values",
    [
        {"met_on": "2024-07-01"},
        {"met_on": "2024-06-01", "returned_on": "2024-07-01"},
        {"met_on": "2024-06-01", "events": [{"on": "2024-07-01", "kind": "surgery"}]},
        {"met_on": "2024-06-01", "actions_wanted": [{"text": "Do", "closed_on": "2024-07-01"}]},
    ],
)
def test_nothing_was_reported_after_the_day_of_the_facts(values: dict[str, Any]) -> None:
    assert "after-as-at" in complaints(returns=[{"forum": "oak", **values}])


def test_a_return_comes_after_its_meeting_and_is_dealt_with_after_that() -> None:
    early = returned("oak", "2024-05-02", returned_on="2024-05-01")
    handled = returned("oak", "2024-05-02", returned_on="2024-05-09", handled_on="2024-05-08")

    assert complaints(returns=[early]) == ["day-order"]
    assert complaints(returns=[handled]) == ["day-order"]


def test_a_meeting_has_one_return_and_belongs_to_a_period() -> None:
    back = returned("oak", "2024-05-01")

    assert complaints(returns=[back, back]) == ["return-twice"]
    assert complaints(returns=[returned("oak", "2023-05-01")]) == ["no-period"]


def test_people_who_were_all_counted_add_up_to_the_total() -> None:
    parts = {"residents": "8", "officers": "5"}

    assert complaints(returns=[returned("oak", "2024-05-01", attendance=parts)]) == []
    wrong = returned("oak", "2024-05-01", attendance={**parts, "total": "14"})
    assert complaints(returns=[wrong]) == ["attendance"]
    about = returned("oak", "2024-05-01", attendance={**parts, "total": "about 14"})
    assert complaints(returns=[about]) == []


def test_a_vote_has_no_more_than_a_hundred_per_cent() -> None:
    shares = [{"priority": "A1", "percent": "64"}, {"priority": "B2", "percent": "37"}]

    back = returned("oak", "2024-05-01", vote={"shares": shares})
    assert complaints(returns=[back]) == ["over-100"]


def test_every_id_is_known_and_used_once() -> None:
    assert codes(areas=[{"id": "oak", "name": "Oak"}, {"id": "oak", "name": "Elm"}]) == [
        "duplicate-id"
    ]
    assert codes(forums=[{"id": "f", "name": "F", "area": "oak"}]) == ["unknown-area"]
    assert codes(appointments=[{"area": "oak", "state": "vacant"}]) == ["unknown-area"]
    assert codes(returns=[returned("oak", "2024-05-01")]) == ["unknown-forum"]


def test_the_words_of_a_tension_that_is_not_released_are_not_in_what_is_published() -> None:
    tensions = [
        {"text": "Quarrel over a hedge."},
        {"text": "Peace over a hedge.", "release": "true"},
    ]
    (back,) = record(returned("oak", "2024-05-01", tensions=tensions)).forums.returns

    assert [one.text for one in back.tensions] == ["", "Peace over a hedge."]


def test_a_published_figure_that_returns_do_not_give_is_a_finding() -> None:
    both = record(
        returned("oak", "2024-05-01", "Litter"),
        returned("elm", "2024-05-02", "Litter", "Noise"),
        tallies=[
            {"priority": "Litter", "areas": ["0", "3"]},
            {"priority": "None", "areas": ["0", "0"], "names_none": "true"},
        ],
    )

    assert [said for code, said in findings(both) if code == "tally-differs"] == [
        "The published table has 3 areas for “Litter” in April- June 24, and the returns give 2.",
        "The returns of April- June 24 name “Noise”, which is not in the published table.",
    ]


def test_published_figures_that_returns_give_are_no_finding() -> None:
    both = record(
        returned("oak", "2024-05-01", "Litter"),
        tallies=[{"priority": "Litter", "areas": ["0", "1"]}],
    )

    assert "tally-differs" not in dict(findings(both))


def test_what_a_return_leaves_out_is_a_finding() -> None:
    left_out = record(
        returned("oak", "2024-02-01", "Litter", "Noise", returned_on="2024-02-02"),
        returned(
            "oak",
            "2024-05-01",
            progress=[{"priority": "Litter", "text": "Bins were put up."}],
            actions_wanted=[{"text": "Mend the gate."}],
            events=[{"kind": "surgery"}],
            vote={"shares": [{"priority": "Litter", "percent": "60"}]},
        ),
    )

    assert sorted({code for code, _ in findings(left_out)}) == [
        "no-base",
        "no-date",
        "no-outcome",
        "nothing-reported",
    ]


def test_periods_that_share_days_or_differ_in_length_are_a_finding() -> None:
    periods = [
        {"id": "p1", "label": "Jan- May", "first_day": "2024-01-01", "last_day": "2024-05-01"},
        {"id": "p2", "label": "May- June", "first_day": "2024-05-01", "last_day": "2024-06-30"},
    ]
    found = dict(findings(some_forums(periods=periods)))

    assert found["unlike-periods"] == (
        "Jan- May and May- June are not of one length and share days, so their figures show no "
        "trend."
    )
    assert "unlike-periods" not in dict(findings(some_forums(periods=TWO_PERIODS)))


def test_a_stated_number_of_returns_that_is_not_the_one_on_record_is_a_contradiction() -> None:
    periods = [TWO_PERIODS[0], {**TWO_PERIODS[1], "returns_received": "2"}]

    found = dict(findings(record(returned("oak", "2024-05-01"), periods=periods)))
    assert found["contradiction"] == "The record counts 2 returns for April- June 24, and has 1."


@pytest.mark.parametrize(("percent", "differs"), [("60", []), ("50", ["share-differs"])])
def test_a_share_of_a_vote_is_that_of_its_votes(percent: str, differs: list[str]) -> None:
    shares = [{"priority": "Speeding", "percent": percent, "votes": "72"}]
    back = returned("oak", "2024-05-01", vote={"base": "120", "shares": shares})

    assert [one for one in complaints(returns=[back]) if one == "share-differs"] == differs
