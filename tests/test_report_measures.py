"""Figures of a report: what they say, what beside them, and how they are compared."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from builders import a_report
from planboard.arithmetic import measures
from planboard.saying.sentences import reports as sentences
from planboard.truth.model.report.benefits import Benefit
from planboard.truth.model.report.measures import Measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.measures import Change, Figure, MeasureTold, ReportTold

BASE = Decimal(50)
BURGLARY = {"id": "burglary", "title": "Burglary", "kind": "outcome", "polarity": "lower_better"}


def written(value: object) -> object:
    """Return ``value`` as a file has it: every number is a text."""
    if isinstance(value, dict):
        return {key: written(one) for key, one in value.items()}
    if isinstance(value, list):
        return [written(one) for one in value]
    return str(value) if isinstance(value, int | Decimal) else value


def told(
    measure: Mapping[str, object], *readings: Mapping[str, object], periods: object = ()
) -> MeasureTold:
    """Return the verdicts on one measure of an invented report."""
    observations = [{"measure": measure["id"], **one} for one in readings]
    record = a_report(
        measures=[written(measure)], observations=written(observations), periods=periods
    )
    return measures.of_report(record, BASE).measures[0]


def figure(**reading: object) -> Figure:
    unit = reading.pop("of", "")
    measure = {"id": "benches", "title": "Benches", "kind": "output"}
    return told({**measure, **({"unit": unit} if unit else {})}, reading).figures[0]


def change(before: object, after: object, **measure: object) -> Change | None:
    found = told(
        {**BURGLARY, **measure},
        {"period": "2022", "number": before},
        {"period": "2023", "number": after},
    )
    return found.rows[0].change


def said(one: Change | None) -> str:
    assert one is not None
    return sentences.change(one)


# What a figure says


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        ({"number": 400, "of": "posts", "qualifier": "about"}, "about 400 posts"),
        ({"number": 1400, "of": "posts"}, "1,400 posts"),
        ({"low": 60, "high": 70, "of": "officers", "qualifier": "range"}, "60–70 officers"),
        ({"value": "12-14", "low": 12, "high": 14}, "12-14"),
        ({"number": 50, "of": "%", "qualifier": "at_least"}, "at least 50%"),
        ({"number": 59, "of": "%", "numerator": 10, "denominator": 17}, "59% (10 of 17)"),
        ({"numerator": 4, "denominator": 7, "unit": "teams"}, "4 of 7 teams"),
        ({"value": "majority"}, "majority"),
        ({"number": 0}, "0"),
        ({"marker": "x"}, "[x]"),
    ],
)
def test_a_figure_is_said_with_its_qualifier_its_unit_and_its_counts(
    reading: dict[str, object], words: str
) -> None:
    assert sentences.figure(figure(**reading)) == words


def test_over_fifty_per_cent_is_never_said_as_fifty_per_cent() -> None:
    for value in ({}, {"value": "50%"}, {"value": "over 50%"}):
        one = figure(number=50, of="%", qualifier="over", **value)
        assert sentences.figure(one) == "over 50%"


def test_a_figure_in_per_cent_without_its_counts_says_that_its_base_is_not_stated() -> None:
    assert sentences.marked(figure(number=57, of="%")) == ("base not stated [u]",)
    with_counts = figure(number=59, of="%", numerator=10, denominator=17)
    assert sentences.marked(with_counts) == ()
    assert sentences.marked(figure(number=57, of="posts")) == ()


def test_markers_are_read_from_one_cell_with_or_without_brackets() -> None:
    one = figure(number=12, marker="p; [R]")
    assert [mark.value for mark in one.markers] == ["p", "r"]
    assert sentences.marked(one) == ("[p]", "[r]")


def test_the_key_has_the_markers_that_are_used_and_no_other() -> None:
    found = (figure(number=12, marker="p"), figure(number=3), figure(marker="c"))
    assert [mark for mark, _ in sentences.markers_key(found)] == ["[c]", "[p]"]
    assert sentences.markers_key((figure(number=3),)) == ()


def test_what_was_worked_out_and_what_was_revised_is_said_beside_the_figure() -> None:
    one = figure(number=6, derived="true", revised_from=5, of="posts")
    assert sentences.marked(one) == ("derived", "was 5 posts")


def test_a_marker_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        a_report(observations=[{"measure": "benches", "marker": "q"}])


# Figures that rest on too few


def test_a_figure_that_rests_on_too_few_is_withheld_with_everything_that_would_tell_it() -> None:
    measure = {"id": "happy", "title": "Happy", "kind": "perception", "unit": "%"}
    found = told(
        {**measure, "suppress_below": 10},
        {"group": "Rangers", "number": 75, "numerator": 6, "denominator": 8, "period": "2023"},
        {"group": "Gardeners", "number": 50, "numerator": 8, "denominator": 16, "period": "2023"},
    )
    few, many = found.figures
    assert sentences.figure(few) == "[c]"
    assert (few.number, few.reading.numerator, few.reading.denominator) == (None, None, None)
    assert sentences.figure(many) == "50% (8 of 16)"


def test_nobody_is_not_too_few() -> None:
    measure = {"id": "falls", "title": "Falls", "kind": "outcome", "suppress_below": 5}
    found = told(measure, {"group": "A", "number": 0}, {"group": "B", "number": 4})
    assert [sentences.figure(one) for one in found.figures] == ["0", "[c]"]


# Changes


def test_a_fall_is_better_where_lower_is_better() -> None:
    assert said(change(100, 90)).startswith("down 10 (better): 10% less in 2023 than in 2022")


def test_a_rise_is_worse_where_lower_is_better_and_better_where_higher_is() -> None:
    assert said(change(100, 110)).startswith("up 10 (worse):")
    assert said(change(100, 110, polarity="higher_better")).startswith("up 10 (better):")


@pytest.mark.parametrize("polarity", ["neutral", None])
def test_a_change_is_neither_better_nor_worse_where_that_is_not_known(polarity: str | None) -> None:
    words = said(change(100, 90, polarity=polarity))
    assert words.startswith("down 10: 10% less")
    assert "better" not in words
    assert "worse" not in words


def test_no_change_is_said_as_such() -> None:
    assert said(change(70, 70)) == "no change in 2023 on 2022, 70 after 70."


def test_a_change_names_both_figures() -> None:
    assert said(change(8101, 8828)).endswith("9% more in 2023 than in 2022, 8,828 after 8,101.")


@pytest.mark.parametrize(("before", "percent"), [(49, None), (50, Decimal(20))])
def test_no_change_in_per_cent_is_given_on_a_small_base(
    before: int, percent: Decimal | None
) -> None:
    one = change(before, Decimal(before) * Decimal("1.2"))
    assert one is not None
    assert one.percent == percent
    assert ("the figure before is small" in sentences.change(one)) is (percent is None)


def test_a_measure_may_set_its_own_smallest_base() -> None:
    one = change(20, 30, smallest_base=20)
    assert one is not None
    assert one.percent == 50


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({"first": "2014-06-01", "last": "2014-10-31"}, {"days": "2015"}, "differ in length"),
        ({"first": "2014-01-01", "last": "2014-12-31"}, {"days": "2014/15"}, "overlap"),
        ({"days": "2014"}, {"first": "2015-01-10", "last": "2015-12-31"}, ""),
    ],
)
def test_no_change_in_per_cent_is_given_between_periods_that_cannot_be_compared(
    first: dict[str, str], second: dict[str, str], why: str
) -> None:
    periods = [
        {"id": "before", "title": "The first count", **first},
        {"id": "after", "title": "The second count", **second},
    ]
    found = told(
        BURGLARY,
        {"period": "before", "number": 100},
        {"period": "after", "number": 90},
        periods=periods,
    )
    words = said(found.rows[0].change)
    assert words.startswith("down 10 (better)")
    assert ("%" in words) is not bool(why)
    assert why in words


def test_figures_in_per_cent_differ_by_points() -> None:
    one = change(40, 45, unit="%", polarity="higher_better")
    assert said(one).startswith("up 5 percentage points (better) in 2023 on 2022, 45% after 40%")


def test_the_same_season_a_year_before_is_compared_rather_than_the_last_one() -> None:
    found = told(
        BURGLARY,
        {"period": "Q1 2022/23", "number": 100},
        {"period": "Q4 2022/23", "number": 60},
        {"period": "Q1 2023/24", "number": 90},
    )
    assert said(found.rows[0].change).startswith("down 10 (better)")


@pytest.mark.parametrize(
    "after",
    [
        {"period": "2023", "number": 90, "marker": "b"},
        {"period": "2023", "number": 90, "qualifier": "about"},
        {"period": "2023", "marker": "c"},
        {"number": 90},
    ],
)
def test_nothing_is_compared_across_a_break_nor_what_is_not_exact(
    after: dict[str, object],
) -> None:
    found = told(BURGLARY, {"period": "2022", "number": 100}, after)
    assert all(row.change is None for row in found.rows)


def test_nothing_is_compared_across_a_change_of_what_counts() -> None:
    history = [{"on": "2023-01-01", "text": "Attempts count as well."}]
    assert change(100, 90, definition_history=history) is None
    later = [{"on": "2024-01-01", "text": "Attempts count as well."}]
    assert change(100, 90, definition_history=later) is not None


def test_a_trend_needs_twelve_months_of_figures() -> None:
    rising = {**BURGLARY, "trend": {"direction": "up"}, "frequency": "quarterly"}
    quarters = [{"period": f"Q{one} 2022/23", "number": 10 * one} for one in (1, 2, 3, 4)]
    assert "no trend can be told" in sentences.too_short(told(rising, *quarters[:3]))
    assert not sentences.too_short(told(rising, *quarters))
    assert not sentences.too_short(told(BURGLARY, *quarters[:3]))


# Wholes and their parts


def test_a_share_of_the_whole_outside_those_of_its_parts_is_found() -> None:
    shares = [("All", "74.2"), ("Rangers", "73.1"), ("Gardeners", "69.1")]
    measure = {"id": "fit", "title": "Fit", "kind": "input", "unit": "%", "whole": "All"}
    found = told(measure, *({"group": who, "number": one} for who, one in shares))
    assert [(one.low, one.high) for one in found.outside] == [(Decimal("69.1"), Decimal("73.1"))]
    assert sentences.outside(found.outside[0], "%").startswith(
        "74.2% for All lies outside 69.1% to 73.1%"
    )


@pytest.mark.parametrize("whole", ["71", None])
def test_a_share_inside_or_without_all_its_parts_is_no_contradiction(whole: str | None) -> None:
    measure = {"id": "fit", "title": "Fit", "kind": "input", "unit": "%", "whole": "All"}
    last = {"group": "Gardeners", "number": "69.1"} if whole else {"group": "G", "marker": "x"}
    readings = [
        {"group": "All", "number": whole or "80"},
        {"group": "Rangers", "number": "73.1"},
        last,
    ]
    assert told(measure, *readings).outside == ()


def test_what_is_withheld_is_told_by_no_contradiction() -> None:
    measure = {"id": "trees", "title": "Trees", "kind": "output", "whole": "All"}
    parts = [{"group": "North", "number": 40}, {"group": "South", "number": 3}]
    counted = {"group": "All", "number": 60}
    assert told(measure, counted, *parts).outside
    assert not told({**measure, "suppress_below": 5}, counted, *parts).outside


def test_counts_of_a_whole_are_the_sum_of_its_parts() -> None:
    measure = {"id": "trees", "title": "Trees", "kind": "output", "whole": "All"}
    parts = [{"group": "North", "number": 40}, {"group": "South", "number": 20}]
    assert told(measure, {"group": "All", "number": 60}, *parts).outside == ()
    found = told(measure, {"group": "All", "number": 61}, *parts).outside
    assert "is not 60, the sum" in sentences.outside(found[0], None)


# Benefits


@pytest.mark.parametrize(
    ("marks", "status"),
    [
        ([], "not_assessed"),
        (["realised"], "realised"),
        (["not realised"], "not_realised"),
        (["unclear"], "unclear"),
        (["realised", "realised"], "realised"),
        (["not_realised", "realised"], "mixed"),
        (["unclear", "realised"], "unclear"),
    ],
)
def test_the_status_of_a_benefit_follows_from_its_marks(marks: list[str], status: str) -> None:
    assert Benefit.model_validate({"id": "a", "title": "Shade", "marks": marks}).status == status


def summary(*marks: list[str]) -> str:
    benefits = [
        {"id": f"b{index}", "title": "Shade", "marks": one} for index, one in enumerate(marks)
    ]
    record = a_report(benefits=benefits)
    report: ReportTold = measures.of_report(record, BASE)
    return sentences.summary(record, report)


def test_the_one_true_sentence_counts_every_benefit() -> None:
    mixed = ["realised", "not_realised"]
    assert summary(["realised"], mixed, mixed, ["not_realised"], ["unclear"]) == (
        "1 of 5 benefits is realised, 2 are mixed and 1 is not realised; 1 is unclear."
    )
    assert summary(["realised"], ["realised"]) == "All 2 benefits are realised."
    assert summary(["unclear"]) == "The only benefit is unclear."
    assert summary([], ["unclear"]) == "1 of 2 benefits is unclear; 1 is not assessed."
    assert summary() == "This report has no benefits and no measures."


def test_the_sentence_says_first_that_marks_were_read_by_us() -> None:
    marked = {"id": "b1", "title": "Shade", "marks": ["realised"], "inferred": "true"}
    record = a_report(benefits=[marked, {"id": "b2", "title": "Cool", "marks": ["unclear"]}])
    assert sentences.summary(record, measures.of_report(record, BASE)) == (
        "By our reading of the slide’s marks, 1 of 2 benefits is realised; 1 is unclear."
    )


@pytest.mark.parametrize(
    ("reading", "figures"),
    [
        ({"value": "most of them"}, 0),
        ({"marker": "x"}, 0),
        ({"value": "over 50%"}, 1),
        ({"numerator": 4, "denominator": 7}, 1),
        ({"number": 0}, 1),
    ],
)
def test_a_word_in_place_of_a_number_is_no_published_figure(
    reading: Mapping[str, object], figures: int
) -> None:
    assert told(BURGLARY, reading).has_figures == figures


def test_what_is_worked_out_here_is_not_counted_among_published_figures() -> None:
    share = {"id": "shade", "title": "Shade", "kind": "outcome", "unit": "%"}
    readings = [
        {"measure": "shade", "group": "Here", "number": "60"},
        {"measure": "shade", "group": "There", "number": "40", "derived": "true"},
    ]
    found = measures.of_report(a_report(measures=[share], observations=readings), BASE)
    assert sentences.measured(found) == (
        "1 of 1 measure has published figures. Of how many is not stated for 1 published figure in "
        "per cent."
    )


# Attribution


def test_that_one_thing_caused_another_needs_the_study_that_shows_it() -> None:
    cause = {"relation": "caused", "intervention": "lamps"}
    with pytest.raises(ValidationError, match="does not say who showed it"):
        Measure.model_validate({**BURGLARY, "attribution": cause})
    study = {"title": "Study of lamps", "url": "https://www.example.org/lamps"}
    assert Measure.model_validate({**BURGLARY, "attribution": {**cause, "reference": study}})
