"""Requirements on measures and benefits that the progress report meets, row by row."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

import pytest

from content.published import Published

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytest_plugins = ["demonstration"]

OUTLINE: Final = [
    "Background",
    "How CPT is organised across the County",
    "What does success look like",
    "Purpose and method of the evaluation",
    "Outcomes",
    "Ongoing actions and next steps",
]
OBJECTIVES: Final = [
    "Fewer dispatch logs",
    "Better response more timely",
    "Better allocation of resource",
    "Reduced call back demand",
    "Fewer handoffs",
    "Upskilling of staff",
    "Better quality of files",
    "Reduced end to end times",
    "Provide operational estate requirements",
]
BENEFITS: Final = [
    ("Reduced internal demand", "unclear", "unclear"),
    ("Reduced external demand", "not_realised", "not_realised"),
    ("Improved customer experience", "not_realised; realised", "mixed"),
    ("Improved staff morale / wellbeing", "not_realised; realised", "mixed"),
    ("Create capacity for cost savings", "unclear", "unclear"),
    ("Improve organisational performance", "realised", "realised"),
]
DEPLOYABLE: Final = {
    "Fully deployable": ["74.2", "73.1", "72.5", "69.1"],
    "Fully and partially deployable": ["80.1", "81.3", "[x]", "[x]"],
    "Partially only": ["5.9", "8.2", "[x]", "[x]"],
    "Not deployable": ["19.9", "18.7", "[x]", "[x]"],
}
SURVEYS: Final = ("dissatisfied", "satisfied")


def figures(report: Published, *measures: str) -> list[dict[str, str]]:
    """Return the rows of measures.csv that are of ``measures``."""
    return [row for row in report.table("measures") if row["id"] in measures]


def definition(report: Published, measure: str) -> dict[str, str]:
    return next(row for row in report.table("definitions") if row["id"] == measure)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def block(report: Published, measure: str) -> str:
    """Return the HTML of one measure as written, from its title to the end of its section."""
    text = report.as_written
    start = text.index(f'id="measure-{measure}"')
    return text[start : text.index("</section>", start)]


def badges(report: Published, place: str) -> list[str]:
    text = report.html
    after = text[text.index(f'id="{place}"') :]
    return re.findall(r">(Priority \d)</li>", after[: after.index("</ul>")])


def deployable(report: Published, part: str) -> list[str]:
    return [
        row["number"] or row["value"]
        for row in figures(report, "deployability")
        if row["part"] == part
    ]


ROWS: dict[str, tuple[str, Callable[[Published], bool]]] = {
    "R098": (
        "the six headings of the outline are a menu in their order, and each leads somewhere",
        lambda report: (
            re.findall(
                r'<li><a href="#[\w-]+">([^<]+)</a></li>',
                report.as_written[
                    report.as_written.index('<nav class="outline"') : report.as_written.index(
                        'id="attention"'
                    )
                ],
            )
            == OUTLINE
        ),
    ),
    "R099": (
        "the aim is as published",
        lambda report: "Aim: Create a one team Community Policing Model" in report.words,
    ),
    "R100": (
        "9 objectives, 6 benefits, and measures with theirs; missing links are not stated",
        lambda report: (
            [row["objective"] for row in report.table("objectives")] == OBJECTIVES
            and [row["benefit"] for row in report.table("benefits")]
            == [one for one, *_ in BENEFITS]
            and definition(report, "length-of-investigation")["benefits"] == "ben-3; ben-6"
            and definition(report, "sickness-rates")["benefits"] == "ben-4"
            and report.rows["objective-obj-1"][1:] == ["Not stated", "Not stated"]
            and report.rows["benefit-ben-1"][3] == "Not stated"
        ),
    ),
    "R101": (
        "8 of 9 objectives keep their wording; the last has two",
        lambda report: (
            "The wording is the same throughout for 8 of 9 objectives" in report.words
            and "Sell estate that is no longer required" in report.rows["objective-obj-9"][0]
            and sum(bool(row["variants"]) for row in report.table("objectives")) == 1
        ),
    ),
    "R102": (
        "8 marks come to one status each, as words and signs, and the reading is flagged",
        lambda report: (
            [(row["benefit"], row["marks"], row["status"]) for row in report.table("benefits")]
            == BENEFITS
            and Counter("; ".join(marks for _, marks, _ in BENEFITS).split("; "))
            == {"unclear": 2, "not_realised": 3, "realised": 3}
            and {row["inferred"] for row in report.table("benefits")} == {"yes"}
            and "is our reading; the slide’s layout is lost" in report.words
            and "By our reading of the slide’s marks, 1 of 6 benefits is realised" in report.words
            and report.rows["benefit-ben-4"][1] == "±Mixed"
            and 'data-tone="red"' not in report.section("benefits", "objectives")
        ),
    ),
    "R103": (
        "two names of benefit 4 are one benefit, and sickness stands under it",
        lambda report: (
            "Also called: Improved staff welfare and morale" in report.rows["benefit-ben-4"][0]
            and report.rows["benefit-ben-4"][3] == "Sickness Rates"
        ),
    ),
    "R106": (
        "calls for service bear on priorities 3 and 4, deployability on 4",
        lambda report: (
            badges(report, "measures-calls-for-service") == ["Priority 3", "Priority 4"]
            and badges(report, "measures-deployability") == ["Priority 4"]
            and "Priority 4 Secure a quality service that is trusted and efficient" in report.words
            and "The report does not name the plan that they are from." in report.words
        ),
    ),
    "R112": (
        "deployability as of 3 July 2017, what is worked out marked, what is missing as [x]",
        lambda report: (
            {part: deployable(report, part) for part in DEPLOYABLE} == DEPLOYABLE
            and {row["last_day"] for row in figures(report, "deployability")} == {"2017-07-03"}
            and {row["part"] for row in figures(report, "deployability") if row["derived"] == "yes"}
            == {"Partially only", "Not deployable"}
            and "Deployability, as at 3 July 2017" in report.words
        ),
    ),
    "R113": (
        "74.2 outside its parts is said under the chart",
        lambda report: (
            "74.2% for CPT, all lies outside 69.1% to 73.1%"
            in words(block(report, "deployability"))
        ),
    ),
    "R114": (
        "every measure says first what it shows",
        lambda report: all(
            row["headline"]
            and words(block(report, row["id"])).index(row["headline"].split(".")[0][:40]) < 400
            for row in report.table("definitions")
        ),
    ),
    "R115": (
        "the chart of deployability prints its caveats",
        lambda report: (
            "Caveat: Fewer resources, which shows in who can be deployed"
            in words(block(report, "deployability"))
        ),
    ),
    "R116": (
        "it is worded that the rise in calls came before the model",
        lambda report: (
            definition(report, "demand-999")["attribution"] == "precedes"
            and "This began before the roll-out of the new model"
            in words(block(report, "demand-999"))
        ),
    ),
    "R117": (
        "trends are words with their method; a change called significant says that none is given",
        lambda report: (
            definition(report, "demand-999")["trend"] == "up"
            and definition(report, "calls-101")["trend"] == "seasonal"
            and definition(report, "calls-abandoned")["trend_method"] != ""
            and [
                row["id"]
                for row in report.table("definitions")
                if "significant" in row["trend_method"] and "gives no method" in row["trend_method"]
            ]
            == ["demand-999", "answer-time-crib", "recorded-crime"]
            and report.words.count("significant") == 6
        ),
    ),
    "R119": (
        "59% with 10 of 17",
        lambda report: "59% (10 of 17)" in words(block(report, "dissatisfied")),
    ),
    "R120": (
        "three figures of the survey say that their base is not stated",
        lambda report: (
            [row["value"] for row in figures(report, *SURVEYS) if "u" in row["marker"].split("; ")]
            == ["80%", "57%", "44%"]
            and "57% base not stated [u]" in words(block(report, "dissatisfied"))
            and "7 of 24 measures have published figures." in report.words
            and "not stated for 12 published figures in per cent." in report.words
        ),
    ),
    "R121": (
        "the other roles are withheld in table, CSV and data alike, with the reason",
        lambda report: (
            [
                (row["value"], row["number"], row["marker"])
                for row in figures(report, "dissatisfied")
                if row["group"] == "Other roles"
            ]
            == [("[c]", "", "c")]
            and "Other roles Too few people in them answered. [c]"
            in words(block(report, "dissatisfied"))
        ),
    ),
    "R123": (
        "what somebody said of waiting is no observation",
        lambda report: (
            not re.search(r"15\s*[–-]\s*20", report.html)
            and all(
                row["id"] not in {"answer-time", "answer-time-crib"}
                for row in report.table("measures")
            )
        ),
    ),
    "R128": (
        "without a script every figure is on the page, and every chart has its table",
        lambda report: (
            all(row["value"] in words(block(report, row["id"])) for row in report.table("measures"))
            and report.html.count('<figure class="chart"')
            == report.html.count('<table class="matrix"')
        ),
    ),
    "R178": (
        "markers stand with a key above their table, and no key is without its marker",
        lambda report: (
            "[u] base not stated, or low reliability" in words(block(report, "dissatisfied"))
            and "[c] withheld" in words(block(report, "dissatisfied"))
            and "[x] not available" not in words(block(report, "dissatisfied"))
            and "marker-key" not in block(report, "staff-tasked")
        ),
    ),
    "R180": (
        "the title of a chart says its message",
        lambda report: (
            "Fully deployable: 69.1% (LCI) to 73.1% (Constable); 74.2% (CPT, all)"
            in words(block(report, "deployability"))
            and "which includes the 17%" in words(block(report, "operators-service"))
            and "17% to 57%" not in report.words
        ),
    ),
    "R196": (
        "over 50% is never 50%",
        lambda report: (
            [
                (row["value"], row["number"], row["qualifier"])
                for row in figures(report, "internal-calls")
            ]
            == [("over 50%", "50", "over")]
            and len(re.findall("50%", words(block(report, "internal-calls")))) == 1
            and "over 50% base not stated [u]" in words(block(report, "internal-calls"))
        ),
    ),
    "R197": (
        "fewer handoffs shows one fewer since the model began",
        lambda report: (
            "1 fewer since the model began" in report.rows["objective-obj-5"][2]
            and definition(report, "staff-tasked")["polarity"] == "lower_better"
            and definition(report, "staff-tasked")["objectives"] == "obj-5"
        ),
    ),
    "R198": (
        "what counts as deployable is said, and that there is no official measure",
        lambda report: (
            "The Home Office has no official measure of who is deployable, as parliamentary"
            " question 12303 shows." in words(block(report, "deployability"))
        ),
    ),
    "R199": (
        "what people think of visibility and what is recorded are two measures, apart",
        lambda report: (
            definition(report, "visibility")["kind"] == "perception"
            and definition(report, "proactive-activity")["kind"] == "activity"
            and report.html.index('id="measure-proactive-activity"')
            < report.html.index('id="measures-perception"')
            < report.html.index('id="measure-visibility"')
        ),
    ),
    "R203": (
        "no figure in per cent stands without both its counts or the word that they are missing",
        lambda report: all(
            (row["numerator"] and row["denominator"]) or "u" in row["marker"].split("; ")
            for row in report.table("measures")
            if row["unit"] == "percent" and row["number"]
        ),
    ),
}


@pytest.fixture(scope="module")
def report(demonstration: Path) -> Published:
    return Published(demonstration / "reports" / "cpt-2017")


@pytest.mark.parametrize("row", ROWS)
def test_the_row_is_met(report: Published, row: str) -> None:
    sentence, holds = ROWS[row]

    assert holds(report), f"{row}: {sentence}"


def test_the_first_columns_of_the_figures_are_those_that_are_promised(report: Published) -> None:
    first = list(report.table("measures")[0])[:11]
    promised = "id,measure,group,period,value,number,unit,qualifier,numerator,denominator,marker"
    assert first == promised.split(",")


def test_tables_and_data_hold_the_same_rows(report: Published) -> None:
    for name in ("measures", "definitions", "benefits", "objectives"):
        assert report.data[name] == report.table(name), name


def test_what_is_worked_out_follows_from_what_is_published(report: Published) -> None:
    shown = {
        (row["group"], row["part"]): float(row["number"])
        for row in figures(report, "deployability")
        if row["number"]
    }
    for group in ("CPT, all", "Constable"):
        fully, both = (
            shown[group, "Fully deployable"],
            shown[group, "Fully and partially deployable"],
        )
        assert shown[group, "Partially only"] == round(both - fully, 1)
        assert shown[group, "Not deployable"] == round(100 - both, 1)
