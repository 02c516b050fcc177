"""What the page of a report says of findings, voices, rankings, staffing and next steps."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from builders import a_report, a_site
from markup import parsed
from planboard.arithmetic import measures
from planboard.rules.texts.records import of_record
from planboard.saying.views.report import allocation, evidence, improvement, page, voices
from planboard.showing.downloads.report import evidence as downloads
from planboard.showing.downloads.tables import csv_of
from planboard.showing.render import Fragments

if TYPE_CHECKING:
    from markup import Element
    from planboard.truth.in_full import ReportInFull

PAGE: Final = "reports/parks-2024/"
ELSEWHERE: Final = "parks/"
FRAGMENTS: Final = Fragments(Path(__file__).parent.parent / "overrides")
LAMPS: Final = {"id": "new-lamps", "title": "the new lamps", "on": "2023-10"}
DARK: Final = {"id": "dark", "kind": "headline", "text": "The paths are dark.", "topic": "paths"}
PATHS: Final = {"id": "paths", "title": "Paths"}
WISHES: Final = {
    "id": "wishes",
    "question": "What matters to you?",
    "items": [{"text": "Lamps", "label": "Most of all"}, {"text": "Benches", "label": "Next"}],
}
COUNTED: Final = {
    **WISHES,
    "base": "40",
    "items": [
        {"text": "Lamps", "places": ["25", "10"], "blank": "5"},
        {"text": "Benches", "places": ["12", "20"], "blank": "8"},
    ],
}
STAFFING: Final = {
    "inputs": ["Visitors", "Judgement"],
    "result": "Wardens",
    "roles": [{"id": "warden", "label": "Warden"}, {"id": "gardener", "label": "Gardener"}],
}
WEIGHTS: Final = [
    {"demand_type": "Litter", "role": "warden", "weight": "2"},
    {"demand_type": "Litter", "role": "gardener", "weight": "0"},
    {"demand_type": "Lamps", "role": "warden", "weight": "0"},
    {"demand_type": "Lamps", "role": "gardener", "weight": "0.5"},
]


def a_said(text: str, voice: str = "people", polarity: str = "issue", *slides: str) -> object:
    return {"voice": voice, "polarity": polarity, "text": text, "slides": slides}


def html(record: ReportInFull) -> Element:
    """Return the whole page of a report, as a browser finds it."""
    told = measures.of_report(record, Decimal(50))
    view = page.of_report(record, told, (), a_site(), {"rankings.csv": 900, "weights.csv": 900})
    return parsed(FRAGMENTS.html("report", view))


def shown(**values: Any) -> Element:  # noqa: ANN401 - as a_report takes them
    return html(a_report(**values))


def table(name: str, **values: Any) -> list[dict[str, str]]:  # noqa: ANN401 - as above
    """Return the rows of a file beside the page, as a spreadsheet reads them."""
    octets = csv_of(downloads.TABLES[name], downloads.rows(a_report(**values))[name])
    return list(csv.DictReader(io.StringIO(octets.decode("utf-8-sig"), newline="")))


# Findings.


def test_headlines_stand_topic_by_topic_in_the_order_of_the_report() -> None:
    lamps = {"id": "lamps", "title": "Lamps"}
    bright = {"id": "bright", "kind": "headline", "text": "The lamps are bright.", "topic": "lamps"}
    record = a_report(topics=[lamps, PATHS], findings=[DARK, bright])
    found = evidence.of_report(record, PAGE, {}).topics
    assert [one.title for one in found] == ["Lamps", "Paths"]


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("precedes", "This began before the new lamps (in October 2023)."),
        (
            "coincides",
            (
                "This came at the same time as the new lamps (in October 2023); that does not show "
                "that one caused the other."
            ),
        ),
        (
            "follows",
            (
                "This came after the new lamps (in October 2023); that does not show that one "
                "caused the other."
            ),
        ),
        (
            "not_assessed",
            "Whether this comes from the new lamps (in October 2023) was not assessed.",
        ),
    ],
)
def test_how_a_finding_stands_to_a_change_is_said_in_words(relation: str, sentence: str) -> None:
    cause = {"relation": relation, "intervention": "new-lamps"}
    found = shown(topics=[PATHS], interventions=[LAMPS], findings=[{**DARK, "attribution": cause}])
    assert found.place("finding-dark").text == f"The paths are dark. Before or after? {sentence}"


def test_a_change_without_a_date_says_so_wherever_it_is_named() -> None:
    cause = {"relation": "precedes", "intervention": "new-lamps"}
    undated = {"id": "new-lamps", "title": "the new lamps"}
    found = shown(
        topics=[PATHS], interventions=[undated], findings=[{**DARK, "attribution": cause}]
    )
    assert "This began before the new lamps (date not stated)." in found.place("finding-dark").text
    assert found.place("intervention-new-lamps").text == "The new lamps: date not stated"


def test_an_order_that_matters_is_an_ordered_list() -> None:
    order = {
        "id": "order",
        "kind": "conclusion",
        "text": "First comes:",
        "items": ["Litter", "Lamps"],
    }
    found = shown(findings=[order]).place("finding-order")
    assert [one.text for one in found.every("ol")[0].every("li")] == ["Litter", "Lamps"]


def test_two_places_that_contradict_one_another_stand_side_by_side() -> None:
    differs = [{"where": "the table", "says": "more"}, {"where": "the summary", "says": "fewer"}]
    caveat = {"id": "two", "kind": "caveat", "text": "It stands twice.", "differs": differs}
    found = shown(findings=[caveat]).place("finding-two")
    assert [(one.every("dt")[0].text, one.every("dd")[0].text) for one in found.every("div")] == [
        ("The table", "more"),
        ("The summary", "fewer"),
    ]


def test_caveats_are_counted_group_by_group_and_apart_from_those_of_single_parts() -> None:
    caveats = [
        {"id": "a", "kind": "caveat", "group": "reviews", "text": "A review."},
        {"id": "b", "kind": "caveat", "group": "policy", "text": "A new rule."},
        {"id": "c", "kind": "caveat", "group": "policy", "text": "An old rule."},
        {"id": "d", "kind": "caveat", "text": "Few answered."},
    ]
    view = evidence.of_report(a_report(findings=caveats), PAGE, {})
    assert [(one.title, one.count) for one in view.groups] == [
        ("Policy changes", "2"),
        ("Reviews", "1"),
    ]
    assert view.caveats_sentence == (
        "3 caveats for the whole report; 1 more belongs to single parts of it."
    )


def test_kinds_of_finding_stand_in_boxes_of_their_own() -> None:
    kinds = ("idea", "best_practice", "recommendation", "idea")
    findings = [{"id": str(at), "kind": kind, "text": "So."} for at, kind in enumerate(kinds)]
    view = evidence.of_report(a_report(findings=findings), PAGE, {})
    assert [(one.title, one.count) for one in view.boxes] == [
        ("Recommendations", "1"),
        ("Best practice", "1"),
        ("Ideas for improvement", "2"),
    ]
    assert view.findings_sentence == (
        "The report has 1 recommendation, 1 example of best practice and 2 ideas for improvement."
    )


# Voices.


def test_each_voice_has_its_issues_and_then_its_positives() -> None:
    record = a_report(
        voices=[{"voice": "system", "title": "What the counters say"}],
        statements=[
            a_said("It is light", "people", "positive"),
            a_said("It is dark", "people"),
            a_said("Fewer come", "system"),
        ],
    )
    view = voices.of_report(record, PAGE)
    assert view is not None
    assert [one.title for one in view.panels] == [
        "Voice of the people",
        "What the counters say",
        "Voice of the customer",
    ]
    people = view.panels[0].sides
    assert [(one.title, [each.text for each in one.statements]) for one in people] == [
        ("Issues", ["It is dark"]),
        ("Positives", ["It is light"]),
    ]


def test_a_panel_without_positives_says_so() -> None:
    people, *_ = shown(statements=[a_said("It is dark")]).every("section", "aria-labelledby")
    assert people.text.endswith("Issues 1 It is dark Positives 0 None recorded")


def test_a_statement_in_one_summary_only_is_marked_and_the_summaries_are_counted() -> None:
    record = a_report(
        statements=[
            a_said("It is dark", "people", "issue", "the first page", "the last page"),
            a_said("It is cold", "system", "issue", "the last page"),
        ]
    )
    view = voices.of_report(record, PAGE)
    assert view is not None
    assert view.note == (
        "The first page has 1 issue (1, 0, 0) and 0 positives (0, 0, 0); the last page has 2 "
        "issues (1, 1, 0) and 0 positives (0, 0, 0) (in brackets: people, system, customer). 1 "
        "statement stands in one of them only, and is marked."
    )
    notes = [one.note for panel in view.panels for side in panel.sides for one in side.statements]
    assert notes == ["", "Only in the last page"]


def test_voices_on_one_subject_stand_side_by_side() -> None:
    on = {"subject": "Lamps"}
    found = shown(
        statements=[
            {**on, "voice": "people", "text": "They are bright."},
            {**on, "voice": "system", "text": "Twelve of them burn."},
            {"subject": "Paths", "voice": "people", "text": "They are wet."},
        ]
    )
    rows = found.every("table")[0].every("tbody")[0].every("tr")
    assert [[cell.text for cell in row.every("td")] for row in rows] == [
        ["They are bright.", "Twelve of them burn."],
        ["They are wet.", "None recorded"],
    ]


def test_nobody_is_quoted_who_did_not_agree() -> None:
    quotes = [
        {"text": "The bench is mine.", "voice": "people"},
        {"text": "I like the lamps.", "voice": "customer", "topic": "Lamps", "consent": "true"},
    ]
    found = shown(quotes=quotes)
    assert [one.text for one in found.every("blockquote")] == ["I like the lamps."]
    assert "Voice of the customer, Lamps" in found.text
    assert "The bench is mine" not in found.text
    assert [one["text"] for one in table("quotes", quotes=quotes)] == ["I like the lamps."]


def test_the_words_of_a_quote_that_is_held_back_reach_no_glossary() -> None:
    quotes = [{"text": "The BXQ is mine.", "voice": "people", "topic": "ZQW"}]

    assert not {one.text for one in of_record(a_report(quotes=quotes)) if "BXQ" in one.text}
    assert {one.text for one in of_record(a_report(quotes=[{**quotes[0], "consent": "true"}]))} > {
        "The BXQ is mine."
    }


def test_what_people_said_stands_between_no_quotation_marks() -> None:
    found = shown(statements=[a_said("It is dark")]).every("section")[0].text
    assert not set(found) & set('“”"‘')


def test_voices_that_are_placed_on_another_page_have_places_of_their_own() -> None:
    record = a_report(statements=[a_said("It is dark")])
    here, there = voices.of_report(record, PAGE), voices.of_report(record, ELSEWHERE)
    assert here is not None
    assert there is not None
    assert not set(voices.anchors(here)) & set(voices.anchors(there))


# What matters most, and what to expect.


def test_an_order_is_shown_as_published_where_its_numbers_are_not() -> None:
    view = evidence.of_report(a_report(rankings=[WISHES]), PAGE, {}).rankings[0]
    assert view.rows == (("Most of all", "Lamps"), ("Next", "Benches"))
    assert view.chart is None
    assert "not published [x]" in view.sentence
    rows = table("rankings", rankings=[WISHES])
    assert [(one["place"], one["numbers"], one["marker"]) for one in rows] == [
        ("1", "", "x"),
        ("2", "", "x"),
    ]


def test_blanks_stay_in_the_base_of_a_ranking() -> None:
    view = evidence.of_report(a_report(rankings=[COUNTED]), PAGE, {}).rankings[0]
    assert view.sentence == (
        "Lamps came first of 2 (Voice of the customer; 40 answers, blanks included)."
    )
    assert view.chart is not None
    assert [one.label for one in view.chart.table.heads] == ["1st", "2nd", "Blank"]
    assert [one.numbers for one in view.chart.table.parts[0].rows] == [
        ("25", "10", "5"),
        ("12", "20", "8"),
    ]
    lengths = [one.width for one in view.chart.table.parts[0].rows[0].drawing.rects]
    assert lengths == ["62.50%", "25.00%", "12.50%"]


def test_a_caveat_of_a_ranking_stands_under_its_chart() -> None:
    caveat = {"id": "few", "kind": "caveat", "text": "Few answered."}
    record = a_report(findings=[caveat], rankings=[{**COUNTED, "caveats": ["few"]}])
    chart = evidence.of_report(record, PAGE, {}).rankings[0].chart
    assert chart is not None
    assert chart.notes == ("Caveat: Few answered.",)


def test_what_people_can_expect_stands_beside_its_place_in_their_order() -> None:
    need = {
        "id": "light",
        "text": "Light by six.",
        "promised": "false",
        "ranking": "wishes",
        "ranked": "Benches",
    }
    found = shown(rankings=[WISHES], commitments=[need]).place("commitment-light").text
    assert found.startswith("Light by six. PromisedNo: the report only shows the need")
    assert "By whenNot stated" in found
    assert "How much it matters2nd of 2 (next): benches" in found


# Staffing.


def test_weights_are_a_table_with_bars_whose_zeros_stand_back() -> None:
    found = shown(allocation=STAFFING, weights=WEIGHTS)
    rows = [one for one in found.every("tr") if one.text.startswith(("Litter", "Lamps", "All"))]
    assert [one.text.split()[:3] for one in rows] == [
        ["Litter", "2", "0"],
        ["Lamps", "0", "0.5"],
        ["All", "2", "0.5"],
    ]
    light = [
        cell.text
        for row in rows
        for cell in row.every("td")
        if cell.attributes.get("class") == "light"
    ]
    assert light == ["0", "0"]


def test_which_demand_counts_for_all_and_for_none_is_said() -> None:
    weights = [
        *WEIGHTS,
        {"demand_type": "Paths", "role": "warden", "weight": "0"},
        {"demand_type": "Paths", "role": "gardener", "weight": "0"},
    ]
    view = allocation.of_report(a_report(allocation=STAFFING, weights=weights), PAGE, {})
    assert view is not None
    assert view.weights_notes == (
        "No kind of demand counts for every role.",
        "1 of 3 counts for no role: Paths.",
    )


def test_a_decision_shows_three_numbers_and_the_reason() -> None:
    found = shown(
        allocation=STAFFING,
        areas=[{"id": "north", "name": "North park", "valid_to": "2023"}],
        decisions=[
            {
                "area": "north",
                "model_output": "64",
                "adjustment": "3",
                "final": "67",
                "reason": "Long ways",
            },
            {
                "area": "north",
                "role": "warden",
                "model_output": "9",
                "adjustment": "-1",
                "final": "8",
            },
        ],
    )
    rows = [one.text for one in found.every("tr") if one.text.startswith("North park (until")]
    assert rows == [
        "North park (until 2023) All roles 64 +3 67 Long ways",
        "North park (until 2023) Warden 9 −1 8 Not stated",
    ]


def test_decisions_that_are_not_published_are_said_to_be() -> None:
    assert "why is not published [x]." in shown(allocation=STAFFING).text


def test_a_step_says_whether_it_is_published_or_worked_out_here() -> None:
    steps = [
        {"what": "Wardens", "value": "about 40", "low": "40"},
        {"what": "In each park", "value": "8", "worked_out": "true", "how": "40 shared by 5"},
    ]
    found = shown(allocation={**STAFFING, "steps": steps})
    rows = [one.text for one in found.every("tr") if one.text.startswith(("Wardens", "In each"))]
    assert rows == ["Wardens about 40 Published", "In each park 8 Worked out here 40 shared by 5"]


def test_the_questions_and_the_day_of_the_data_stand_beside_the_formula() -> None:
    model = {
        **STAFFING,
        "refreshed": "2024-03",
        "questions": [{"text": "Who comes?", "parts": ["At night too"]}],
    }
    found = shown(allocation=model).text
    assert "Visitors + Judgement = Wardens" in found
    assert "Who comes? At night too" in found
    assert "Data last renewedMarch 2024" in found


def test_areas_that_are_counted_differently_carry_a_note() -> None:
    areas = [
        {"id": "six", "name": "Parks", "number": "6", "where": "the plan"},
        {"id": "seven", "name": "Parks", "number": "7", "where": "the survey"},
    ]
    assert (
        "counts its areas differently: 6 in the plan and 7 in the survey."
        in shown(areas=areas).text
    )


# Next steps.


def test_an_improvement_plan_leads_to_its_boards_and_each_board_to_its_items() -> None:
    record = a_report(
        improvement=[
            {"id": "3a", "title": "Lamps", "boards": ["parks-board", "town-board"]},
            {"id": "3b", "title": "Benches", "boards": ["parks-board"]},
            {"id": "4", "title": "Paths"},
        ],
        boards=[{"board": "town-board", "chair": "mayor"}],
    )
    view = improvement.of_report(record, PAGE)
    assert view is not None
    assert view.sentence == "The improvement plan has 3 items, owned by 2 boards."
    assert [one.no_board for one in view.items] == ["", "", "No board named"]
    assert [(one.title, one.url) for one in view.items[0].boards] == [
        ("Parks board", "../../owners/parks-board/"),
        ("Town board", "../../owners/town-board/"),
    ]
    assert [
        (one.board.title, one.chair.title, [i.title for i in one.items]) for one in view.boards
    ] == [
        ("Town board", "Mayor", ["3a. Lamps"]),
        ("Parks board", "Not stated", ["3a. Lamps", "3b. Benches"]),
    ]
    assert view.boards[0].items[0].url == "#item-3a"


def test_asks_and_open_questions_of_a_panel_stand_apart() -> None:
    asks = [
        {"id": "help", "text": "Help with the lamps."},
        {"id": "when", "kind": "question", "text": "When will they burn?"},
    ]
    view = improvement.asks(a_report(asks=asks))
    assert view is not None
    assert view.sentence == "1 thing is asked of the panel; 1 question still open."
    assert [one.paragraphs for one in view.questions] == [("When will they burn?",)]


def test_a_person_beside_a_board_is_its_chair_by_our_reading() -> None:
    record = a_report(boards=[{"board": "town-board", "chair": "mayor"}, {"board": "parks-board"}])
    view = improvement.of_report(record, PAGE)
    assert view is not None
    assert view.boards_sentence == (
        "2 boards. A person is named beside 1 of them, and shown as its chair by our reading."
    )
    nobody = improvement.of_report(a_report(boards=[{"board": "town-board"}]), PAGE)
    assert nobody is not None
    assert nobody.boards_sentence == "1 board. No person is named beside any of them."


# The short answer and the menu.


def a_view(**values: Any) -> page.ReportView:  # noqa: ANN401 - as a_report takes them
    record = a_report(**values)
    return page.of_report(record, measures.of_report(record, Decimal(50)), (), a_site(), {})


def test_the_short_answer_has_the_first_headline_of_each_topic_and_the_way_to_the_asks() -> None:
    long = {**DARK, "text": "The paths are dark. Few lamps burn."}
    second = {"id": "wet", "kind": "headline", "text": "They are wet.", "topic": "paths"}
    asks = [{"id": "help", "text": "Help with the lamps."}]
    view = a_view(topics=[PATHS], findings=[long, second], asks=asks, rankings=[WISHES])
    assert view.short_answer is not None
    assert [(one.title, one.url) for one in view.short_answer.found] == [
        ("The paths are dark.", "#finding-dark")
    ]
    assert view.short_answer.asks is not None
    assert view.short_answer.asks.url == "#asks"
    [(_, rows, _)] = view.short_answer.matters
    assert rows == (("(most of all)", "Lamps"), ("(next)", "Benches"))


def test_the_menu_of_a_page_leads_to_every_section_in_its_order() -> None:
    record = a_report(
        aim="Light",
        topics=[PATHS],
        interventions=[LAMPS],
        findings=[DARK, {"id": "few", "kind": "caveat", "text": "Few answered."}],
        data_sources=[{"id": "survey", "title": "Survey"}],
        benefits=[{"id": "safe", "title": "Safe paths"}],
        measures=[
            {
                "id": "lit",
                "title": "Lit paths",
                "kind": "output",
                "attribution": {"relation": "follows", "intervention": "new-lamps"},
            }
        ],
        statements=[a_said("It is dark")],
        rankings=[WISHES],
        allocation=STAFFING,
        improvement=[{"id": "3a", "title": "Lamps"}],
        asks=[{"id": "help", "text": "Help."}],
    )
    found = html(record)
    told = measures.of_report(record, Decimal(50))
    menu = page.of_report(record, told, (), a_site(), {}).contents
    sections = [(f"#{one.attributes['id']}", one.text) for one in found.every("h2")]
    assert sections[0] == ("#short-answer", "The short answer")
    assert [(one.url, one.title) for one in menu] == sections[1:]
    assert len(menu) == 16


def test_a_report_that_does_not_name_the_plan_of_its_priorities_says_so() -> None:
    priorities = [{"id": "priority-3", "number": "3", "title": "Safe paths"}]
    assert a_view(plan_priorities=priorities).priorities_note == (
        "The report does not name the plan that they are from."
    )
    named = a_view(plan_priorities=priorities, priorities_of="the Parks Plan")
    assert named.priorities_note == "Priorities of the Parks Plan."


# Agreement.


def test_every_place_that_is_promised_is_on_the_page_once() -> None:
    record = a_report(
        topics=[PATHS],
        interventions=[LAMPS],
        findings=[DARK, {"id": "few", "kind": "caveat", "text": "Few answered."}],
        statements=[
            a_said("It is dark"),
            {"voice": "people", "subject": "Lamps", "text": "Bright."},
        ],
        rankings=[COUNTED],
        commitments=[{"id": "light", "text": "Light by six."}],
        allocation=STAFFING,
        weights=WEIGHTS,
        areas=[{"id": "north", "name": "North park"}],
        improvement=[{"id": "3a", "title": "Lamps", "boards": ["parks-board"]}],
        asks=[{"id": "help", "text": "Help."}],
    )
    told = measures.of_report(record, Decimal(50))
    view = page.of_report(record, told, (), a_site(), {})
    ids = [one.attributes["id"] for one in html(record).every(attribute="id")]
    assert sorted(ids) == sorted({*ids})
    assert set(page.anchors(view)) <= set(ids)


def test_weights_agree_on_page_and_in_the_file() -> None:
    rows = table("weights", allocation=STAFFING, weights=WEIGHTS)
    assert [tuple(one.values()) for one in rows] == [
        ("Litter", "Warden", "2"),
        ("Litter", "Gardener", "0"),
        ("Lamps", "Warden", "0"),
        ("Lamps", "Gardener", "0.5"),
    ]


def test_every_table_has_the_columns_that_are_documented() -> None:
    rows = downloads.rows(a_report())
    assert list(rows) == list(downloads.TABLES)
