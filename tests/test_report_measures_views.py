"""What readers see of measures and benefits: tables, charts, keys, caveats, in the same figures."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builders import a_report, a_site
from planboard.arithmetic import measures
from planboard.saying import routes
from planboard.saying.views.report import benefits as benefit_views
from planboard.saying.views.report import measures as views
from planboard.saying.views.report import page as report_page
from planboard.showing.downloads.report import files as downloads
from planboard.showing.page import report as page
from planboard.showing.render import Fragments
from test_report_measures import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.report.measures import MeasureView
    from planboard.truth.in_full import ReportInFull

OVERRIDES = Path(__file__).parent.parent / "overrides"
BASE = Decimal(50)
HAPPY = {
    "id": "happy",
    "title": "Happy in the park",
    "kind": "perception",
    "unit": "%",
    "source": "survey",
    "headline": "Most are happy.",
}
SURVEY = {"id": "survey", "title": "Survey of the park", "caveats": ["rain"], "limits": "One day."}
RAIN = {"id": "rain", "kind": "caveat", "text": "It rained on the day."}


def report(
    measure: Mapping[str, object], *readings: Mapping[str, object], **values: object
) -> ReportInFull:
    observations = [{"measure": measure["id"], **one} for one in readings]
    given: dict[str, Any] = {
        "measures": [measure],
        "observations": observations,
        "data_sources": [SURVEY],
        "findings": [RAIN],
        **values,
    }
    keys: dict[str, Any] = {key: written(one) for key, one in given.items()}
    return a_report(**keys)


def view(record: ReportInFull, on: str = "") -> MeasureView:
    told = measures.of_report(record, BASE)
    return views.of_measure(record, told.measures[0], on or routes.report(record.id), {})


def chart(record: ReportInFull) -> ChartView:
    found = view(record).chart
    assert found is not None
    return found


def table(found: ChartView) -> dict[str, tuple[str, ...]]:
    return {row.title: row.numbers for part in found.table.parts for row in part.rows}


@cache
def fragments() -> Fragments:
    return Fragments(OVERRIDES)


def html(record: ReportInFull) -> str:
    told = measures.of_report(record, BASE)
    return page.of_report(record, told, (), a_site(), fragments()).pages[0].html


def rows(record: ReportInFull) -> list[dict[str, str]]:
    file = downloads.files(record, measures.of_report(record, BASE))["measures.csv"]
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"))))


# Charts


def groups(*shares: object) -> list[dict[str, object]]:
    names = ("Rangers", "Gardeners", "Visitors", "Children")
    return [
        {
            "group": name,
            "period": "2023",
            **({"number": one} if one is not None else {"marker": "c"}),
        }
        for name, one in zip(names, shares, strict=False)
    ]


def test_groups_of_one_time_are_ranked_under_a_title_that_says_the_message() -> None:
    found = chart(report(HAPPY, *groups(40, 60)))
    assert found.title == "Happy in the park: 40% (Rangers) to 60% (Gardeners)"
    assert table(found) == {
        "Gardeners": ("1", "60% [u]"),
        "Rangers": ("2", "40% [u]"),
    }


def test_what_is_withheld_is_withheld_in_chart_table_csv_and_json_alike() -> None:
    few = {"group": "Children", "period": "2023", "number": 75, "numerator": 3, "denominator": 4}
    record = report({**HAPPY, "suppress_below": 10}, *groups(40, 60), few)
    found = chart(record)
    assert table(found)["Children"] == ("", "[c]")
    assert "75" not in found.figure
    assert {
        row["group"]: (row["value"], row["number"], row["denominator"]) for row in rows(record)
    }["Children"] == ("[c]", "", "")
    everything = downloads.files(record, measures.of_report(record, BASE))["data.json"]
    assert [row["value"] for row in json.loads(everything)["measures"]] == ["40%", "60%", "[c]"]
    assert "75%" not in html(record)


def test_why_a_figure_is_withheld_stands_with_the_chart() -> None:
    why = {"group": "Children", "period": "2023", "marker": "c", "note": "Too few answered."}
    assert "Children: Too few answered." in chart(report(HAPPY, *groups(40, 60), why)).notes


def test_a_chart_has_the_key_of_the_markers_in_it() -> None:
    withheld = chart(report(HAPPY, *groups(40, 60, None)))
    assert "[c] withheld" in withheld.sentence
    counted = [{**one, "numerator": 4, "denominator": 10} for one in groups(40, 40)]
    assert "Key" not in chart(report(HAPPY, *counted)).sentence


def test_a_chart_from_a_source_with_a_caveat_prints_the_caveat_wherever_it_stands() -> None:
    record = report(HAPPY, *groups(40, 60))
    for where in ("", "content/"):
        found = view(record, where).chart
        assert found is not None
        assert found.notes == ("Caveat: One day.", "Caveat: It rained on the day.")
    assert html(record).count("Caveat: It rained on the day.") == 1
    without = report({**HAPPY, "source": None}, *groups(40, 60))
    assert "Caveat: It rained" not in html(without)


def test_a_figure_without_a_chart_has_its_caveats_too() -> None:
    found = view(report(HAPPY, *groups(40)))
    assert found.chart is None
    assert [one.title for one in found.caveats] == ["It rained on the day."]
    assert found.cautions == ("One day.",)


def test_two_parts_of_a_measure_stand_in_pairs_with_gaps_where_one_is_not_available() -> None:
    parts: list[dict[str, object]] = [
        {"group": "Rangers", "part": "Very", "number": 20},
        {"group": "Rangers", "part": "Very or fairly", "number": 70},
        {"group": "Gardeners", "part": "Very", "number": 30},
        {"group": "Gardeners", "part": "Very or fairly", "marker": "x"},
        {"group": "Rangers", "part": "Fairly", "number": 50, "derived": "true"},
    ]
    found = chart(report(HAPPY, *({**one, "as_at": "2023-07-03"} for one in parts)))
    assert [head.label for head in found.table.heads] == ["Very", "Very or fairly", "Difference"]
    assert table(found)["Gardeners"] == ("30% [u]", "[x]", "[x]")
    assert table(found)["Rangers"][2] == "+50"


def test_a_whole_stands_apart_from_the_spread_of_its_parts() -> None:
    every = {"group": "All", "period": "2023", "number": 70}
    found = chart(report({**HAPPY, "whole": "All"}, *groups(40, 60), every))
    assert found.title == "Happy in the park: 40% (Rangers) to 60% (Gardeners); 70% (All)"


def test_groups_that_overlap_have_a_message_of_their_own_and_no_ranks() -> None:
    found = chart(report({**HAPPY, "message": "60%, the 40% among them"}, *groups(40, 60)))
    assert found.title == "60%, the 40% among them"
    assert [head.label for head in found.table.heads] == ["%"]
    assert table(found) == {"Gardeners": ("60% [u]",), "Rangers": ("40% [u]",)}


def test_bars_of_per_cent_show_a_share_of_their_whole_row() -> None:
    def lengths(*shares: object) -> list[str]:
        found = chart(report(HAPPY, *groups(*shares))).table.parts[0].rows
        return [one.width for row in found for one in row.drawing.rects]

    assert lengths(40, 60) == ["60.00%", "40.00%"]
    assert lengths(60, 120) == ["100.00%", "50.00%"]


def quarter(number: int) -> str:
    return f"Q{(number - 1) % 4 + 1} {2021 + (number - 1) // 4}/{22 + (number - 1) // 4}"


CRIMES = {"id": "crimes", "title": "Crimes in the park", "kind": "outcome"}


def test_three_periods_are_a_line_with_target_baseline_and_what_was_done() -> None:
    found = chart(
        report(
            {**CRIMES, "target": {"value": 5}, "baseline": {"value": 30}},
            *({"period": quarter(one), "number": 10 * one} for one in (1, 2, 3)),
            interventions=[{"id": "lamps", "title": "the new lamps", "on": "2021-08"}],
        )
    )
    assert found.plot is not None
    assert [one.label for one in found.plot.levels] == ["Target 5", "Baseline 30"]
    assert table(found) == {
        "April to June 2021": ("10",),
        "July to September 2021 (the new lamps)": ("20",),
        "October to December 2021": ("30",),
    }
    assert found.title == (
        "Crimes in the park: from 10 in April to June 2021 to 30 in October to December 2021"
    )


def test_a_figure_that_is_missing_is_a_gap_in_the_line_and_a_marker_in_the_table() -> None:
    last = {"period": quarter(4), "marker": "x"}
    readings = ({"period": quarter(one), "number": 10} for one in (1, 2, 3))
    assert table(chart(report(CRIMES, *readings, last)))["January to March 2022"] == ("[x]",)


def test_more_than_four_groups_over_time_are_small_charts_of_one_scale() -> None:
    readings = [
        {"group": f"Park {name}", "period": quarter(one), "number": one}
        for name in "ABCDE"
        for one in (1, 2, 3)
    ]
    found = chart(report(CRIMES, *readings))
    assert found.plot is None
    assert len(table(found)) == 5
    assert found.table.drawn.startswith("All on one scale")


def test_what_people_think_is_on_no_axis_with_what_is_counted_and_stands_apart() -> None:
    patrols = {"id": "patrols", "title": "Patrols (records)", "kind": "activity"}
    record = report(HAPPY, *groups(40, 60), measures=[HAPPY, patrols])
    told = measures.of_report(record, BASE)
    found = views.of_report(record, told, routes.report(record.id), {})
    assert [(one.title, [each.title for each in one.measures]) for one in found] == [
        ("Other measures", ["Patrols (records)"]),
        ("What people think (surveys)", ["Happy in the park"]),
    ]


# Figures without a chart


def test_a_table_has_its_key_above_it_and_only_where_a_marker_is_used() -> None:
    parts: list[dict[str, object]] = [
        {"group": "A", "part": "Very", "period": "2023", "number": 3, "marker": "p"},
        {"group": "A", "part": "Fairly", "period": "2023", "number": 4},
        {"group": "A", "part": "Hardly", "period": "2023", "number": 0},
    ]
    record = report(CRIMES, *parts)
    found = view(record)
    assert found.key == (("[p]", "provisional"),)
    assert found.table is not None
    assert [(cell.text, cell.notes) for cell in found.table.rows[0].cells] == [
        ("3", ("[p]",)),
        ("4", ()),
        ("0", ()),
    ]
    whole = html(record)
    assert whole.index("provisional") < whole.index("<caption>Crimes in the park")
    assert view(report(CRIMES, parts[1])).key == ()


def test_a_measure_without_a_figure_says_so() -> None:
    found = view(report({**CRIMES, "headline": None}))
    assert (found.none, found.no_headline) == (
        "No figure is published [x].",
        "The report does not say in a sentence what this shows.",
    )


def test_priorities_are_badges_with_words() -> None:
    record = report(
        {**CRIMES, "topic": "safety", "priorities": ["four"]},
        plan_priorities=[
            {"id": "three", "number": "3", "title": "Put people first"},
            {"id": "four", "number": "4", "title": "Be there"},
        ],
        topics=[{"id": "safety", "title": "Safety", "priorities": ["three"]}],
    )
    assert [(one.label, one.title) for one in view(record).badges] == [
        ("Priority 3", "Put people first"),
        ("Priority 4", "Be there"),
    ]


def test_areas_that_a_report_counts_in_two_ways_are_noted_under_the_figures() -> None:
    areas = [
        {"id": "six", "name": "Parks", "kind": "park", "number": 6, "where": "the map"},
        {"id": "seven", "name": "Parks", "kind": "park", "number": 7, "where": "the survey"},
    ]
    note = "The report counts its areas differently"
    counted = report({**HAPPY, "areas": "seven"}, *groups(40), areas=areas)
    assert any(one.startswith(note) for one in view(counted).cautions)
    assert not any(one.startswith(note) for one in view(report(HAPPY, *groups(40))).cautions)


# Benefits


def shown(**benefit: object) -> benefit_views.BenefitRow:
    record = a_report(benefits=[{"id": "shade", "title": "More shade", **benefit}])
    told = measures.of_report(record, BASE)
    found = benefit_views.of_report(record, told, routes.report(record.id))
    assert found is not None
    return found.rows[0]


def test_marks_are_words_and_signs_without_the_colour_of_a_status() -> None:
    row = shown(marks=["not realised", "realised"])
    assert [(one.symbol, one.label) for one in row.marks] == [
        ("✗", "Not realised"),
        ("✓", "Realised"),
    ]
    assert (row.status.symbol, row.status.label) == ("±", "Mixed")
    assert {one.tone for one in (*row.marks, row.status)} == {"grey"}


def test_a_mark_that_is_our_reading_says_so() -> None:
    assert shown(marks=["unclear"], inferred="true").inferred == "Our reading"
    assert not shown(marks=["unclear"]).inferred


def test_a_missing_link_is_shown_as_not_stated() -> None:
    assert shown().no_measures == "Not stated"


@pytest.mark.parametrize("side", ["measure", "benefit"])
def test_measures_and_benefits_may_name_one_another_from_either_side(side: str) -> None:
    measure = {**CRIMES, **({"benefits": ["shade"]} if side == "measure" else {})}
    benefit = {"id": "shade", "title": "More shade", "marks": ["realised"]}
    benefit |= {"measures": ["crimes"]} if side == "benefit" else {}
    record = report(measure, benefits=[benefit])
    told = measures.of_report(record, BASE)
    found = benefit_views.of_report(record, told, routes.report(record.id))
    assert found is not None
    assert [one.title for one in found.rows[0].measures] == ["Crimes in the park"]
    assert ("Belongs to", ("Benefit: More shade",)) in view(record).facts


# The page


def test_a_page_without_anything_is_whole_and_says_so() -> None:
    assert "This report has no benefits and no measures." in html(a_report())


def test_the_outline_of_the_report_is_a_menu_in_its_own_order() -> None:
    outline = [
        {"title": "What we wanted", "section": "success"},
        {"title": "What we asked of you", "section": "next_steps"},
    ]
    record = a_report(outline=outline, benefits=[{"id": "a", "title": "Shade"}])
    whole = html(record)
    assert '<li><a href="#benefits">What we wanted</a></li>' in whole
    assert "<li>What we asked of you</li>" in whole


def test_every_place_that_the_page_promises_is_on_it_once() -> None:
    record = report(HAPPY, *groups(40, 60), benefits=[{"id": "a", "title": "Shade"}])
    told = measures.of_report(record, BASE)
    made = page.of_report(record, told, (), a_site(), fragments()).pages[0]
    assert len(made.anchors) == len(set(made.anchors))
    assert all(made.html.count(f'id="{anchor}"') == 1 for anchor in made.anchors)


def test_every_key_of_the_files_is_documented_and_every_documented_key_is_there() -> None:
    record = report(HAPPY, *groups(40, 60), benefits=[{"id": "a", "title": "Shade"}])
    files = downloads.files(record, measures.of_report(record, BASE))
    data = json.loads(files["data.json"])
    assert list(data) == [key.name for key in downloads.JSON]
    for name, keys in downloads.TABLES.items():
        for row in data[name]:
            assert set(row) == {key.name for key in keys}, name


def test_search_knows_each_measure_and_benefit_by_its_place() -> None:
    record = report(HAPPY, *groups(40, 60), benefits=[{"id": "a", "title": "Shade"}])
    told = measures.of_report(record, BASE)
    found = report_page.search(report_page.of_report(record, told, (), a_site(), {}))
    titles = {one.anchor: one.title for one in found.entries}
    assert titles["measure-happy"] == "Measure: Happy in the park"
    assert titles["benefit-a"] == "Benefit: Shade"
    assert all(f'id="{anchor}"' in html(record) for anchor in titles)
