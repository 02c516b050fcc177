"""Rules for the figures of a report: what is an error, a warning or a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from builders import Nowhere, a_report
from planboard.rules.gaps import reports as gaps
from planboard.rules.records import reports as rules
from planboard.rules.resolve import reports as resolve
from planboard.rules.resolve.names import Desk
from planboard.truth.entries import Entry, Library
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Problem
from test_report_measures import written

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = {"format": "1", "title": "Report", "publisher": "hill-town-council", "as_at": "2024-06"}
MEASURE = {"id": "happy", "title": "Happy", "kind": "perception", "unit": "%"}


def written_keys(values: Mapping[str, object]) -> dict[str, Any]:
    return {key: written(one) for key, one in values.items()}


def entry(**values: object) -> Entry[Report]:
    return Entry("parks", Report.model_validate({**HEAD, **written_keys(values)}), Nowhere())


def problems(*readings: Mapping[str, object], **measure: object) -> list[Problem]:
    observations = [{"measure": "happy", **one} for one in readings]
    found = entry(measures=[{**MEASURE, **measure}], observations=observations)
    return list(rules.check(found))


def codes(*readings: Mapping[str, object], **measure: object) -> list[str]:
    return [one.code for one in problems(*readings, **measure)]


def test_a_share_that_its_counts_do_not_give_is_an_error() -> None:
    wrong = {"number": 60, "numerator": 10, "denominator": 17}
    assert [str(one) for one in problems(wrong)] == [
        (
            "observations/0/number: 10 of 17 is 58.8%, but number says 60%. "
            "Correct the number or the counts."
        )
    ]


@pytest.mark.parametrize("number", ["59", "58.8", "58.82"])
def test_a_share_may_be_rounded_to_as_many_places_as_it_is_written_with(number: str) -> None:
    assert codes({"number": number, "numerator": 10, "denominator": 17}) == []


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        ({}, "no-figure"),
        ({"number": 5, "marker": "c"}, "figure-withheld"),
        ({"low": 5}, "half-range"),
        ({"qualifier": "range", "number": 5}, "half-range"),
        ({"low": 5, "high": 4}, "range-backwards"),
        ({"low": 4, "high": 5, "number": 4}, "number-and-range"),
        ({"number": 15, "qualifier": "quote"}, "figure-from-a-quote"),
        ({"numerator": 5}, "half-share"),
        ({"numerator": 6, "denominator": 5}, "share-above-whole"),
        ({"numerator": 0, "denominator": 0}, "share-of-nothing"),
        ({"value": "57%", "number": 75}, "value-differs"),
        ({"value": "over 50%", "qualifier": "over"}, "value-without-number"),
        ({"number": 5, "period": "2023", "as_at": "2023-05-01"}, "two-times"),
        ({"number": 5, "period": "the other day"}, "unknown-period"),
        ({"number": 5, "as_at": "2024-07-01"}, "after-as-at"),
    ],
)
def test_a_figure_that_contradicts_itself_is_an_error(
    reading: dict[str, object], code: str
) -> None:
    (found,) = problems(reading)
    assert (found.code, found.level) == (code, Level.ERROR)


def test_a_forecast_may_speak_of_a_day_to_come() -> None:
    assert codes({"number": 5, "as_at": "2024-07-01", "marker": "f"}) == []


def test_the_same_figure_twice_is_an_error() -> None:
    first = {"group": "Rangers", "period": "2023", "number": 5}
    assert codes(first, {**first, "number": 6}) == ["figure-twice"]
    assert codes(first, {**first, "number": 6, "part": "Very"}) == []
    assert codes(first, {**first, "period": "2022"}) == []


def test_a_figure_that_is_withheld_should_not_stand_in_the_file_either() -> None:
    few = {"number": 75, "numerator": 6, "denominator": 8}
    (found,) = problems(few, suppress_below=10)
    assert (found.code, found.level) == ("figure-to-withhold", Level.WARNING)
    assert codes(few, suppress_below=8) == []


def test_a_change_is_called_significant_only_with_a_method() -> None:
    words = {"headline": "A significant rise."}
    assert codes(**words) == ["significant"]
    assert codes(**words, trend={"direction": "up"}) == ["significant"]
    assert codes(**words, trend={"direction": "up", "method": "A test at 95%."}) == []
    assert codes(headline="An insignificant path.") == []


def test_what_is_said_to_have_caused_something_needs_its_reference() -> None:
    assert codes(headline="The lamps caused the rise.") == ["caused"]
    study = {"title": "Study of lamps", "url": "https://www.example.org/lamps"}
    cause = {"relation": "caused", "reference": study}
    assert codes(headline="The lamps caused the rise.", attribution=cause) == []


def test_a_period_says_its_days_once() -> None:
    for days in ({"days": "2023", "first": "2023-01-01"}, {"first": "2023-01-01"}):
        with pytest.raises(ValueError, match=r"Keep days|both first and last"):
            entry(periods=[{"id": "one", "title": "One", **days}])


# Names


def unknown(**values: object) -> list[str]:
    desk = Desk.of(Library())
    resolve.of_report(entry(**values), desk)
    return [f"{one.place.file}: {one.code}" for one in desk.problems]


def test_every_name_inside_a_report_is_looked_up() -> None:
    measure = {
        **MEASURE,
        "topic": "a",
        "source": "a",
        "objectives": ["a"],
        "benefits": ["a"],
        "priorities": ["a"],
        "caveats": ["a"],
        "areas": "a",
        "attribution": {"relation": "follows", "intervention": "a"},
    }
    assert unknown(measures=[measure]) == [
        "measures/0/topic: unknown-topic",
        "measures/0/source: unknown-data-source",
        "measures/0/objectives/0: unknown-objective",
        "measures/0/benefits/0: unknown-benefit",
        "measures/0/priorities/0: unknown-priority",
        "measures/0/caveats/0: unknown-caveat",
        "measures/0/areas: unknown-area",
        "measures/0/attribution/intervention: unknown-intervention",
    ]
    assert unknown(observations=[{"measure": "sad", "number": 1}]) == [
        "observations/0/measure: unknown-measure"
    ]


def test_only_a_caveat_can_stand_under_a_measure() -> None:
    findings = [{"id": "a", "kind": "headline", "text": "It is fine."}]
    found = unknown(findings=findings, measures=[{**MEASURE, "caveats": ["a"]}])
    assert found == ["measures/0/caveats/0: unknown-caveat"]


def test_no_id_is_used_twice() -> None:
    assert unknown(measures=[MEASURE, MEASURE]) == ["measures/1/id: duplicate-id"]


# Gaps


def of_measure(*readings: Mapping[str, object], **measure: object) -> list[tuple[str, str]]:
    observations = [{"measure": "happy", **one} for one in readings]
    record = a_report(
        **written_keys({"measures": [{**MEASURE, **measure}], "observations": observations})
    )
    return [(one.code, one.message) for one in gaps.of_report(record)]


WHOLE = {"headline": "All are.", "definition": "Whoever says so."}


def test_a_measure_without_headline_definition_or_figure_has_gaps() -> None:
    assert [code for code, _ in of_measure()] == ["no-headline", "no-definition", "no-figure"]
    counted = {"number": 50, "numerator": 5, "denominator": 10, "period": "2023"}
    assert of_measure(counted, **WHOLE) == []


def test_figures_in_per_cent_without_a_base_are_a_gap_of_their_measure() -> None:
    bare = {"number": 50, "period": "2023"}
    assert of_measure(bare, {**bare, "group": "Rangers"}, **WHOLE) == [
        ("no-base", "gives 2 figures in per cent without saying of how many.")
    ]


def test_a_trend_without_a_method_is_a_gap() -> None:
    found = of_measure({"marker": "x"}, **WHOLE, trend={"direction": "up"})
    assert "no-method" in [code for code, _ in found]


def test_a_whole_outside_its_parts_is_a_gap() -> None:
    shares = [("All", "74.2"), ("Rangers", "73.1"), ("Gardeners", "69.1")]
    readings = [{"group": who, "number": one, "period": "2023"} for who, one in shares]
    found = dict(of_measure(*readings, **WHOLE, whole="All"))
    assert found["contradiction"].startswith("74.2 for All lies outside 69.1 to 73.1, the figures")


def test_objectives_and_benefits_that_lead_nowhere_are_gaps() -> None:
    record = a_report(
        objectives=[
            {"id": "o", "text": "More shade", "variants": [{"text": "Shade", "where": "x"}]}
        ],
        benefits=[{"id": "b", "title": "Cool paths", "marks": ["realised"], "inferred": "true"}],
    )
    assert [one.code for one in gaps.of_report(record)] == [
        "not-linked",
        "two-wordings",
        "inferred",
        "not-linked",
    ]
