"""What a programme of volunteers leaves out, and to what each gap leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import Nowhere, a_site
from planboard.rules import check
from planboard.rules.gaps.gap import Gap, as_findings
from planboard.rules.gaps.programmes import of_programme
from planboard.saying.views import quality
from planboard.truth.collection import Collection
from programmes import a_batch, a_place, a_programme, a_team, a_visit, sessions

if TYPE_CHECKING:
    from planboard.saying.views.quality import RecordGaps

HOW = "Give it to your team leader."
REPORT_IT = [{"id": "abuse", "title": "If a driver is abusive", "text": "Call 101."}]


def gaps_of(*groups: object, **values: object) -> list[Gap]:
    """Return the gaps of a programme, which has none but those of ``values``."""
    given = {"guidance": REPORT_IT, "how_to_send": HOW, "checked": "4", **values}
    return list(of_programme(a_programme(*groups, **given)))  # type: ignore[arg-type]


def told(gaps: list[Gap]) -> list[tuple[str, str, str | None, str]]:
    return [(one.code, one.thing, one.about.id if one.about else None, one.message) for one in gaps]


def test_a_programme_that_says_all_has_no_gap() -> None:
    assert (
        gaps_of(
            sessions("2024-03"),
            teams=[a_team("oak", deputies="0")],
            visits=[a_visit("2024-03-20", "oak-end", reason="data")],
            batches=[a_batch("march", "2024-04-02")],
            drops=[{"before": "letter", "reason": "No such plate", "vehicles": "3"}],
        )
        == []
    )


# Visits and sites.


def test_a_visit_without_a_reason_is_told_of_its_site_with_its_day() -> None:
    (gap,) = gaps_of(visits=[a_visit("2024-03-20", "oak-end")])

    assert told([gap]) == [
        (
            "no-reason",
            "site",
            "oak-end",
            "was visited on 20 March 2024, and no reason is stated.",
        )
    ]
    assert gap.path == ("visits", 0)


def test_each_visit_without_a_reason_counts() -> None:
    days = ["2024-03-20", "2024-04-20"]
    gaps = gaps_of(visits=[a_visit(day, "oak-end") for day in days])

    assert [one.path for one in gaps] == [("visits", 0), ("visits", 1)]


@pytest.mark.parametrize("state", ["refused", "suspended", "retired"])
def test_a_site_that_is_no_longer_used_says_why(state: str) -> None:
    days = {"requested": "2023-03-01", "approved": "2023-05-10", state: "2024-02-01"}
    site = a_place("oak-end", **days)

    assert told(gaps_of(sites=[site])) == [
        ("no-reason", "site", "oak-end", f"is {state}, and no reason is stated.")
    ]
    assert gaps_of(sites=[{**site, "reason": "The road is dug up."}]) == []


def test_a_site_in_use_says_from_which_speed_a_vehicle_is_noted_down() -> None:
    (gap,) = gaps_of(sites=[a_place("oak-end", threshold_mph=None)])

    assert (gap.code, gap.path) == ("no-threshold", ("sites", 0))


def test_a_site_that_is_not_approved_needs_no_threshold_yet() -> None:
    assert gaps_of(sites=[a_place("oak-end", requested="2024-01-01", threshold_mph=None)]) == []


def test_an_approved_site_says_when_it_was_requested() -> None:
    (gap,) = gaps_of(sites=[a_place("oak-end", approved="2024-01-01")])

    assert told([gap]) == [
        (
            "no-request-day",
            "site",
            "oak-end",
            "was approved, and the day on which it was requested is not stated.",
        )
    ]


# Teams.


def test_a_team_that_does_not_say_whether_it_has_a_deputy_is_no_team_without_one() -> None:
    teams = [a_team("ash"), a_team("elm", deputies="0"), a_team("oak", deputies="2")]

    assert told(gaps_of(teams=teams)) == [
        ("not-stated", "team", "ash", "does not say whether it has a deputy.")
    ]


# Results and the way of a vehicle.


def test_results_that_nobody_is_said_to_have_passed_on_have_no_trail() -> None:
    gaps = gaps_of(batches=[a_batch("march"), a_batch("april", "2024-04-02")])

    assert told(gaps) == [
        ("no-trail", "batch", "march", "does not say who passed its results to whom.")
    ]


def test_a_reason_for_getting_no_letter_says_how_many_vehicles_it_was() -> None:
    (gap,) = gaps_of(drops=[{"before": "letter", "reason": "The plate could not be read."}])

    assert gap.about is None
    assert gap.path == ("drops", 0)
    assert gap.message == (
        "The programme does not say of how many vehicles this is true: The plate could not be read."
    )


def test_sessions_whose_vehicles_nobody_checked_leave_the_way_to_a_letter_open() -> None:
    oak = [a_team("oak", deputies="1")]

    assert [one.code for one in gaps_of(sessions("2024-03"), teams=oak, checked=None)] == [
        "not-stated"
    ]
    assert gaps_of(teams=oak, checked=None) == []


def test_volunteers_are_told_what_to_do_if_a_driver_is_abusive() -> None:
    assert [one.code for one in gaps_of(guidance=[])] == ["no-guidance"]


def test_volunteers_are_told_how_they_send_in_what_they_counted() -> None:
    assert [one.code for one in gaps_of(how_to_send=None)] == ["no-way-to-send"]


# Where gaps are told.


def test_every_kind_of_gap_has_words_for_readers() -> None:
    retired = a_place("oak-end", approved="2023-05-10", retired="2024-01-01", threshold_mph=None)
    gaps = gaps_of(
        sessions("2024-03"),
        sites=[retired],
        batches=[a_batch("march")],
        guidance=[],
        how_to_send=None,
        checked=None,
    )

    assert {one.code for one in gaps} == {
        *("not-stated", "no-threshold", "no-request-day", "no-reason", "no-trail", "no-guidance"),
        "no-way-to-send",
    }
    assert {one.code for one in gaps} <= set(quality.KINDS)


def shown(**values: object) -> RecordGaps:
    """Return what the page on gaps says of a programme."""
    record = a_programme(**{"guidance": REPORT_IT, "how_to_send": HOW, **values})  # type: ignore[arg-type]
    (found,) = quality.quality([(record, tuple(of_programme(record)))], a_site(), {}).records
    return found


def places(found: RecordGaps) -> list[tuple[str, str]]:
    """Return where the gaps of the only kind are, and what is said of each."""
    (row,) = found.rows
    return [(link.title, said.strip()) for link, said in row.places]


def test_a_gap_of_every_site_is_told_once() -> None:
    sites = [a_place(one, threshold_mph=None) for one in ("ash-end", "elm-end")]

    assert places(shown(sites=sites)) == [("All 2 sites", "")]


def test_sites_in_a_list_of_some_are_named_by_their_names() -> None:
    gap = {"threshold_mph": None}
    sites = ["ash-end", *(a_place(one, **gap) for one in ("elm-end", "oak-end"))]

    assert places(shown(sites=sites)) == [("Elm end", ""), ("Oak end", "")]


def test_as_many_gaps_of_batches_as_there_are_sites_are_no_gaps_of_sites() -> None:
    batches = [a_batch("march"), a_batch("april")]
    found = shown(sites=["ash-end", "elm-end"], batches=batches)

    assert places(found) == [("Results of 1 to 14 March 2024", "")] * 2
    assert found.sentence == "2 gaps. 2 of 2 sites have none."


def test_the_page_on_gaps_says_which_visit_has_no_reason() -> None:
    days = ("2024-03-20", "2024-04-20")
    found = shown(sites=["elm-end"], visits=[a_visit(day, "oak-end") for day in days])

    assert places(found) == [
        ("Site “Oak end”", f"was visited on {day} 2024, and no reason is stated.")
        for day in ("20 March", "20 April")
    ]
    assert found.sentence == "2 gaps. 1 of 2 sites has none."


def test_an_editor_is_told_the_same_as_readers_with_the_name_of_the_site() -> None:
    record = a_programme(
        sites=[a_place("oak-end", threshold_mph=None)], guidance=REPORT_IT, how_to_send=HOW
    )
    (finding,) = as_findings(record, of_programme(record), Nowhere())

    assert str(finding.place) == "sites/0"
    assert finding.message == (
        "Site “Oak end” does not say from which speed a vehicle is noted down."
    )


def test_gaps_of_a_programme_are_among_those_of_a_site() -> None:
    record = a_programme()
    collection = Collection(a_site(), programmes=(record,))

    assert [one.code for one in check.gaps_of(collection, record)] == [
        *("no-way-to-send", "no-guidance")
    ]
