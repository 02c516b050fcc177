"""Findings, voices, rankings, staffing and next steps in files: mistakes, sums and gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from pydantic import ValidationError

from builders import a_report
from folders import PlansFolder
from planboard.arithmetic import allocation
from planboard.rules.gaps import reports_evidence as gaps
from planboard.truth.model.report.evidence import Finding, Statement
from planboard.words.problems import Level

if TYPE_CHECKING:
    from pathlib import Path

    from planboard.truth.model.report.report import Report

REPORT: Final = "parks/report.yml"
WEIGHTS: Final = "parks/weights.csv"
HEAD: Final = """\
format: 1
title: How the wardens of the parks work now
publisher: hill-town-council
as_at: 2024-06
"""
STAFFING: Final = """\
allocation:
  inputs: [Counts of visitors, Judgement]
  result: Wardens
  refreshed: 2024-03
  roles:
    - {id: warden, label: Warden, total: 3}
    - {id: gardener, label: Gardener, total: 1.5}
"""
ROWS: Final = """\
demand_type,role,weight
Litter,warden,2
Litter,gardener,0.5
Lamps,warden,1
Lamps,gardener,1
"""
MISTAKES: Final = {
    "a final number that model and judgement do not give": (
        (
            "areas: [{id: north, name: North}]\n"
            "decisions:\n"
            "  - {area: north, model_output: 64, adjustment: 3, final: 66, reason: Long ways}\n"
        ),
        "The model gives 64 and judgement +3, which makes 67, but final is 66.",
    ),
    "a ranking whose answers do not add up to its base": (
        (
            "rankings:\n"
            "  - id: wishes\n"
            "    question: What matters to you?\n"
            "    base: 40\n"
            "    items:\n"
            "      - {text: Lamps, places: [20, 12], blank: 8}\n"
            "      - {text: Benches, places: [20, 12], blank: 7}\n"
        ),
        '"Benches" has 39 answers, blanks included, but base is 40.',
    ),
    "a statement that stands twice": (
        (
            "statements:\n"
            "  - {voice: people, polarity: issue, text: It is dark}\n"
            "  - {voice: people, polarity: issue, text: It is dark}\n"
        ),
        "This statement stands here twice, so it would be counted twice. Delete one of them;",
    ),
    "a voice with two titles": (
        "voices:\n  - {voice: people, title: Staff}\n  - {voice: people, title: Us}\n",
        "This voice has a title already. Delete one of them.",
    ),
    "a board that stands twice": (
        "boards:\n  - board: parks-board\n  - board: parks-board\n",
        "This board stands here twice. Delete one of them.",
    ),
    "a change that is still to come": (
        "interventions:\n  - {id: lamps, title: the new lamps, on: 2024-08-01}\n",
        "This day, 2024-08-01, is after the last day of as_at, 2024-06-30 (line 4).",
    ),
    "a finding on a topic that is not there": (
        (
            "topics: [{id: lamps, title: Lamps}]\n"
            "findings:\n  - {id: dark, kind: headline, text: It is dark., topic: lamp}\n"
        ),
        (
            'There is no topic with the id "lamp" in this report. Correct the id, or delete it. '
            'Did you mean "lamps"?'
        ),
    ),
    "a finding that came before something unknown": (
        (
            "findings:\n"
            "  - id: dark\n"
            "    kind: headline\n"
            "    text: It is dark.\n"
            "    attribution: {relation: precedes, intervention: roll-out}\n"
        ),
        'There is no intervention with the id "roll-out" in this report.',
    ),
    "a ranking with a caveat that is none": (
        (
            "findings:\n  - {id: dark, kind: headline, text: It is dark.}\n"
            "rankings:\n"
            "  - {id: wishes, question: What matters?, items: [{text: Lamps}], caveats: [dark]}\n"
        ),
        'There is no caveat with the id "dark" in this report. Correct the id, or delete it.',
    ),
    "a promise about an answer that nobody gave": (
        (
            "rankings:\n  - {id: wishes, question: What matters?, items: [{text: Lamps}]}\n"
            "commitments:\n"
            "  - {id: light, text: Light by six., ranking: wishes, ranked: Lamp}\n"
        ),
        (
            'There is no answer with the id "Lamp" in this ranking. Correct the id, or delete it. '
            'Did you mean "Lamps"?'
        ),
    ),
    "an area that became one that is not there": (
        "areas: [{id: north, name: North, became: east}]\n",
        'There is no area with the id "east" in this report. Correct the id, or delete it.',
    ),
    "an id that two items share": (
        "improvement:\n  - {id: 3a, title: Lamps}\n  - {id: 3a, title: Benches}\n",
        'The id "3a" is used twice (first on line 6). Give each item an id of its own',
    ),
    "a board that is in no register": (
        "improvement:\n  - {id: 3a, title: Lamps, boards: [park-board]}\n",
        'The owner "park-board" is not in the owners register.',
    ),
    "a group on what is no caveat": (
        "findings:\n  - {id: dark, kind: idea, group: policy, text: Light the lamps.}\n",
        (
            "This finding has a group, but only caveats have groups. Delete group, or write kind: "
            "caveat."
        ),
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> PlansFolder:
    return PlansFolder(tmp_path / "plans").make_sound()


def report(folder: PlansFolder, more: str = "") -> PlansFolder:
    folder.put(REPORT, f"{HEAD}{more}")
    return folder


def weighed(folder: PlansFolder, rows: str = ROWS, staffing: str = STAFFING) -> PlansFolder:
    folder.put(WEIGHTS, rows)
    return report(folder, staffing)


def in_full(folder: PlansFolder) -> Report:
    checked = folder.checked()
    assert not checked.at(Level.ERROR), checked.problems
    assert checked.collection is not None
    return checked.collection.reports[0].report


def codes(**values: Any) -> list[str]:  # noqa: ANN401 - as a_report takes them
    return [one.code for one in gaps.of_report(a_report(**values))]


def said(**values: Any) -> list[str]:  # noqa: ANN401 - as a_report takes them
    return [one.message for one in gaps.of_report(a_report(**values))]


# Mistakes.


@pytest.mark.parametrize("name", MISTAKES)
def test_each_mistake_has_its_sentence(folder: PlansFolder, name: str) -> None:
    more, sentence = MISTAKES[name]
    assert sentence in report(folder, more).said_once()


def test_a_report_without_mistakes_has_no_complaint(folder: PlansFolder) -> None:
    assert weighed(folder).said() == []


def test_a_total_that_is_not_the_sum_of_its_weights_stops_the_build(folder: PlansFolder) -> None:
    weighed(folder, ROWS.replace("Lamps,gardener,1", "Lamps,gardener,10"))
    assert folder.said_once().endswith(
        'The total of "Gardener" is 1.5, but its 2 weights add up to 10.5. Compare both with the '
        "document, and correct the wrong one."
    )


def test_a_weight_of_a_role_that_is_not_shared_out_names_file_and_row(folder: PlansFolder) -> None:
    weighed(
        folder,
        ROWS.replace("Lamps,gardener,1", "Lamps,gardner,1"),
        STAFFING.replace(", total: 1.5", ""),
    )
    assert "weights.csv:5" in folder.said_once()


def test_a_weight_that_stands_twice_stops_the_build(folder: PlansFolder) -> None:
    assert "weight-twice" in weighed(folder, f"{ROWS}Lamps,warden,0\n").codes()


def test_a_demand_without_a_weight_for_some_role_is_a_warning(folder: PlansFolder) -> None:
    weighed(folder, f"{ROWS}Paths,warden,0\n")
    assert folder.said_once() == (
        'plans/parks/weights.csv:6:1: "Paths" has no weight for Gardener. Add a row; where it does '
        "not count the weight is 0."
    )


def test_a_claim_that_one_thing_caused_another_needs_a_reference(folder: PlansFolder) -> None:
    report(
        folder,
        "findings:\n"
        "  - id: dark\n"
        "    kind: headline\n"
        "    text: It is dark.\n"
        "    attribution: {relation: caused}\n",
    )
    assert "does not say who showed it" in folder.said_once()


def test_a_finding_may_not_say_caused_without_a_study(folder: PlansFolder) -> None:
    report(folder, "findings:\n  - {id: dark, kind: headline, text: The fog caused it.}\n")
    assert "One thing is said to have caused another." in folder.said_once()


def test_one_place_alone_contradicts_nothing() -> None:
    place = {"where": "the table", "says": "more"}
    with pytest.raises(ValidationError, match="two places are needed"):
        Finding.model_validate({"id": "a", "kind": "caveat", "text": "So.", "differs": [place]})


def test_a_statement_needs_a_place_on_the_page() -> None:
    with pytest.raises(ValidationError, match="Add polarity or subject"):
        Statement.model_validate({"voice": "people", "text": "It is dark"})


def test_an_area_cannot_end_before_it_begins(folder: PlansFolder) -> None:
    report(folder, "areas: [{id: north, name: North, valid_from: 2024, valid_to: 2023}]\n")
    assert "ends before it begins" in folder.said_once()


# Tables.


def test_an_improvement_plan_is_a_table_with_a_column_for_each_board(folder: PlansFolder) -> None:
    report(folder).put(
        "parks/improvement.csv",
        "id,number,title,boards_1,boards_2\n3a,3a,Lamps,parks-board,library-team\n3b,3b,Benches,,\n",
    )
    found = in_full(folder).improvement
    assert [(one.id, one.boards) for one in found] == [
        ("3a", ("parks-board", "library-team")),
        ("3b", ()),
    ]


def test_findings_are_a_table_too(folder: PlansFolder) -> None:
    report(folder, "interventions:\n  - {id: new-lamps, title: the new lamps}\n").put(
        "parks/findings.csv",
        "id,kind,text,items_1,items_2,attribution_relation,attribution_intervention\n"
        "order,conclusion,What wardens do first.,Litter,Lamps,,\n"
        "dark,headline,It is dark.,,,precedes,new-lamps\n",
    )
    order, dark = in_full(folder).findings
    assert order.items == ("Litter", "Lamps")
    assert dark.attribution is not None
    assert dark.attribution.intervention == "new-lamps"


# Sums.


def test_weights_are_added_up_role_by_role(folder: PlansFolder) -> None:
    told = allocation.of_report(
        in_full(weighed(folder, f"{ROWS}Paths,warden,0\nPaths,gardener,0\n"))
    )
    assert told is not None
    assert [(one.total, one.largest, one.largest_of) for one in told.roles] == [
        (Decimal(3), Decimal(2), ("Litter",)),
        (Decimal("1.5"), Decimal(1), ("Lamps",)),
    ]
    assert told.for_none == ("Paths",)
    assert told.for_all == ("Litter", "Lamps")


def test_a_report_without_weights_has_none_to_add_up() -> None:
    assert allocation.of_report(a_report().report) is None


# Gaps.


def test_a_report_with_everything_has_no_gap() -> None:
    assert codes(findings=[{"id": "dark", "kind": "headline", "text": "It is dark."}]) == []


def test_two_places_that_contradict_one_another_are_a_gap_with_both() -> None:
    finding = {
        "id": "lamps",
        "kind": "caveat",
        "text": "The lamps are counted twice.",
        "differs": [
            {"where": "the table", "says": "more lamps"},
            {"where": "the summary", "says": "fewer lamps"},
        ],
    }
    assert said(findings=[finding]) == [
        "The document says two things. In the table: more lamps; in the summary: fewer lamps."
    ]


def test_a_summary_that_is_repeated_otherwise_is_a_contradiction() -> None:
    both = {"voice": "people", "polarity": "issue", "text": "Dark", "slides": ["front", "back"]}
    one = {"voice": "people", "polarity": "issue", "text": "Cold", "slides": ["back"]}
    assert said(statements=[both, one]) == [
        (
            "The report sums up what people said in 2 places that differ. Not in all of them: Cold "
            "(back)."
        )
    ]
    assert said(statements=[both]) == []


def test_words_of_people_who_did_not_agree_are_a_gap_that_does_not_say_them() -> None:
    quotes = [{"text": "The bench is mine.", "voice": "people"}]
    assert said(quotes=quotes) == [
        "1 quotation is held back, because it is not recorded that the person agreed to be quoted."
    ]
    assert codes(quotes=[{**quotes[0], "consent": "true"}]) == []


def test_an_order_without_numbers_is_a_gap() -> None:
    ranking = {"id": "wishes", "question": "What matters?", "items": [{"text": "Lamps"}]}
    assert codes(rankings=[ranking]) == ["no-numbers"]
    numbered = {**ranking, "items": [{"text": "Lamps", "places": ["4"]}]}
    assert codes(rankings=[numbered]) == []


def test_staffing_leaves_out_when_and_what_was_decided() -> None:
    assert codes(allocation={}) == ["no-date", "no-numbers"]
    decided = {"area": "north", "model_output": "6", "adjustment": "1", "final": "7"}
    assert codes(
        allocation={"refreshed": "2024-03"},
        areas=[{"id": "north", "name": "North"}],
        decisions=[decided],
    ) == ["no-reason"]


def test_areas_that_two_parts_count_differently_are_a_contradiction() -> None:
    areas = [
        {"id": "six", "name": "Parks", "number": "6", "where": "the plan"},
        {"id": "seven", "name": "Parks", "number": "7", "where": "the survey"},
    ]
    assert codes(areas=areas) == ["contradiction"]
    assert "(6 in the plan; 7 in the survey)" in said(areas=areas)[0]


def test_areas_that_became_fewer_do_not_contradict_one_another() -> None:
    areas = [
        {"id": "three", "name": "Parks", "number": "3", "became": "two"},
        {"id": "two", "name": "Parks", "number": "2"},
    ]
    assert codes(areas=areas) == []


def test_next_steps_without_board_or_chair_are_gaps() -> None:
    item = {"id": "1", "title": "Lamps"}
    assert codes(improvement=[item], boards=[{"board": "parks-board"}]) == ["no-owner", "no-chair"]


def test_a_need_without_a_promise_and_a_change_without_a_date_are_gaps() -> None:
    need = {"id": "light", "text": "Light by six.", "promised": "false"}
    change = {"id": "lamps", "title": "the new lamps"}
    assert codes(commitments=[need], interventions=[change]) == ["no-promise", "no-date"]
