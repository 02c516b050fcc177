"""What the records of a programme may say, and what each refuses, in a sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planboard.truth.model.programme.follow_up import (
    Drop,
    Elsewhere,
    Letters,
    Repeat,
    SpeedBand,
    Visit,
)
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.programme.returned import Batch
from planboard.truth.model.programme.sites import Site
from planboard.truth.model.programme.teams import Planned, Team
from planboard.words.vocabulary.programmes import (
    LETTERS,
    OUTCOMES,
    FigureElsewhere,
    FollowUp,
    SiteState,
)
from planboard.words.vocabulary.reports import Certainty
from programmes import refused

if TYPE_CHECKING:
    from planboard.truth.model.fields import Record

OF_OTHERS = {
    "area": "Dorset",
    "period": "2022",
    "sessions": "46",
    "source": "The commissioner",
    "url": "https://www.example.org/dorset",
}


def a_site(**values: object) -> Site:
    given = {"id": "ash", "name": "Ash", "speed_limit_mph": "30", "requested": "2022-03-01"}
    return Site.model_validate(given | values)


def a_visit(**values: object) -> Visit:
    return Visit.model_validate({"on": "2022-05-03", "site": "ash", **values})


def a_batch(*hops: str, **values: object) -> Batch:
    steps = [{"by": "officer", "to": "lead", "on": on} for on in hops]
    given = {"id": "a", "first_day": "2022-04-01", "last_day": "2022-04-14", "hops": steps}
    return Batch.model_validate(given | values)


def a_programme(**values: object) -> Programme:
    given = {
        "format": "1",
        "title": "Watch",
        "publisher": "town",
        "as_at": "2022-06",
        "area": "Hill Town",
        "period": "2022/23",
    }
    return Programme.model_validate(given | values)


# Sites.


def test_a_site_stands_where_its_last_step_left_it() -> None:
    site = a_site(surveyed="2022-04-01", approved="2022-05-10", suspended="2023-01-05")

    assert (site.state, site.since) == (SiteState.SUSPENDED, date(2023, 1, 5))
    assert site.days_to_approval == 70


def test_a_site_may_be_approved_again_after_a_suspension() -> None:
    assert a_site(suspended="2022-05-10", approved="2022-06-10").state is SiteState.APPROVED


def test_steps_of_one_day_are_in_their_usual_order() -> None:
    site = a_site(surveyed="2022-04-01", risk_assessed="2022-04-01", approved="2022-04-01")

    assert [state for state, _ in site.steps] == [
        SiteState.REQUESTED,
        SiteState.SURVEYED,
        SiteState.RISK_ASSESSED,
        SiteState.APPROVED,
    ]


def test_a_site_without_any_step_is_refused() -> None:
    said = "has no day of any step. Write the day it was requested, or of a later step."

    assert refused(a_site, requested=None) == {"": said}


def test_no_step_comes_before_the_request() -> None:
    said = "has a step before the day it was requested. Correct one of the days."

    assert refused(a_site, surveyed="2022-02-28") == {"": said}


@pytest.mark.parametrize("threshold", ["29", "30"])
def test_the_threshold_of_a_site_is_above_its_limit(threshold: str) -> None:
    said = (
        f"has a threshold of {threshold} mph, which is not above its limit of 30 mph. "
        "Correct one of them."
    )

    assert refused(a_site, threshold_mph=threshold) == {"": said}


# Teams.


def test_a_team_does_not_end_before_it_begins() -> None:
    days = {"active_from": "2022-05-02", "active_to": "2022-05-01"}
    said = "ends before it begins. Correct active_from or active_to."

    assert refused(Team.model_validate, {"id": "ash", "name": "Ash", **days}) == {"": said}


@pytest.mark.parametrize("model", [Letters, Planned])
@pytest.mark.parametrize("written", ["2022", "2022-05-03", "Q1 2022/23"])
def test_rows_by_month_are_of_one_month(model: type[Record], written: str) -> None:
    counts = {"sessions": "1"} if model is Planned else {}
    said = "has more or less than one month. Write a month, such as 2026-05."

    assert refused(model.model_validate, {"month": written, "team": "ash", **counts}) == {"": said}


def test_vehicles_seen_again_are_of_one_month_or_of_the_whole_period() -> None:
    row = {"band": "Seen 2", "vehicles": "4"}
    said = "has more or less than one month. Write a month, such as 2026-05."

    assert Repeat.model_validate(row).month is None
    assert refused(Repeat.model_validate, {**row, "month": "2022"}) == {"": said}


# What was done about it.


def test_outcomes_of_a_visit_add_up_to_the_drivers_who_were_stopped() -> None:
    said = "says that 5 drivers were stopped, and its outcomes add up to 4. Correct one of them."

    assert refused(a_visit, stopped="5", course="3", court="1") == {"": said}
    assert a_visit(stopped="4", course="3", court="1").outcomes[FollowUp.COURSE] == 3


def test_a_visit_need_not_say_how_many_were_stopped() -> None:
    visit = a_visit(words_of_advice="2")

    assert sum(visit.outcomes.values()) == 2
    assert [*visit.outcomes] == [*OUTCOMES]


def test_an_unknown_reason_of_a_visit_is_refused() -> None:
    assert refused(a_visit, reason="boredom") == {"reason": "enum"}
    assert a_visit(reason="Not stated").reason == "not_stated"


def test_letters_are_counted_by_kind() -> None:
    row = Letters.model_validate({"month": "2022-05", "team": "ash", "letter_2": "4"})

    assert row.counts == dict(zip(LETTERS, (0, 4, 0), strict=True))


def test_nobody_drops_out_before_the_first_step() -> None:
    said = "stands before the first step. Use checked, letter or outcome."

    drop = {"before": "over threshold", "reason": "Rain"}

    assert refused(Drop.model_validate, drop) == {"": said}


def test_a_speed_band_does_not_end_below_its_beginning() -> None:
    said = "ends below its beginning. Correct from_mph or to_mph."

    band = {"from_mph": "10", "to_mph": "9", "vehicles": "1"}

    assert refused(SpeedBand.model_validate, band) == {"": said}
    assert SpeedBand.model_validate(band | {"to_mph": None}).to_mph is None


def test_figures_of_others_need_an_address() -> None:
    given = {"area": "Dorset", "period": "2022", "source": "The commissioner", "url": "dorset"}

    said = "is not a web address. It begins with https:// and has no spaces."

    assert refused(Elsewhere.model_validate, given) == {"url": said}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            {"qualified": ["sessions"]},
            "says which figures are not exact, and not how to read them.",
        ),
        ({"qualifier": "over"}, "has the qualifier over, and does not say which figures it is "),
        (
            {"qualifier": "over", "qualified": ["followed_up"]},
            "says how to read followed_up, which ",
        ),
        ({"qualifier": "range", "qualified": ["sessions"]}, "cannot have the qualifier range."),
    ],
)
def test_figures_that_are_not_exact_say_which_and_how(values: dict[str, object], said: str) -> None:
    given = {**OF_OTHERS, **values}

    assert refused(Elsewhere.model_validate, given)[""].startswith(said)


def test_only_the_figures_that_are_named_are_not_exact() -> None:
    given = {**OF_OTHERS, "qualifier": "over", "qualified": ["vehicles passed"]}
    figures = Elsewhere.model_validate({**given, "vehicles_passed": "15,700"})

    assert figures.certainty(FigureElsewhere.VEHICLES_PASSED) is Certainty.OVER
    assert figures.certainty(FigureElsewhere.SESSIONS) is Certainty.EXACT


# Results on their way back.


def test_a_batch_does_not_end_before_it_begins() -> None:
    said = "ends before it begins. Correct first_day or last_day."

    assert refused(a_batch, last_day="2022-03-31") == {"": said}


@pytest.mark.parametrize("hops", [("2022-05-05", "2022-05-03"), ("2022-04-13",)])
def test_hops_are_in_order_and_after_the_last_session(hops: tuple[str, ...]) -> None:
    said = (
        "has a hop before the one above it, or before its last session. Correct the days, or put "
        "the hops in order."
    )

    assert refused(a_batch, *hops) == {"": said}


@pytest.mark.parametrize("hops", [(), ("2022-05-03", "2022-05-05")])
def test_volunteers_are_not_told_before_the_results_have_come_so_far(hops: tuple[str, ...]) -> None:
    said = (
        "says that volunteers were told before the results had come so far. Correct told_on, or "
        "the days of its hops."
    )

    assert refused(a_batch, *hops, told_on="2022-04-13") == {"": said}
    assert a_batch(*hops, told_on="2022-05-05").waiting_since is None


def test_hops_of_one_day_are_in_order() -> None:
    assert a_batch("2022-05-03", "2022-05-03", told_on="2022-05-03").days_to_volunteers == 0


# The programme.


def test_the_threshold_of_small_counts_is_five_unless_a_programme_sets_another() -> None:
    assert a_programme().suppress_below == 5
    assert a_programme(suppress_below="10").suppress_below == 10


@pytest.mark.parametrize("written", ["0", "2", "21"])
def test_the_threshold_cannot_be_so_low_that_it_protects_nobody(written: str) -> None:
    assert [*refused(a_programme, suppress_below=written)] == ["suppress_below"]


@pytest.mark.parametrize("written", ["0", "93"])
def test_a_return_is_sent_in_every_so_many_days(written: str) -> None:
    assert a_programme().return_days == 14
    assert [*refused(a_programme, return_days=written)] == ["return_days"]


def test_the_months_of_a_period_are_all_that_it_touches() -> None:
    year = a_programme().months

    assert (len(year), year[0], year[-1]) == (12, date(2022, 4, 1), date(2023, 3, 1))
    assert a_programme(period="2022-12").months == (date(2022, 12, 1),)
