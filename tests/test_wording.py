"""The words a reader sees for a figure, a date, a schedule and all that an action says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from builders import a_plan, an_action, an_update
from planboard.saying import wording
from planboard.truth import schedule
from planboard.truth.model.plan import (
    Dependency,
    DueMeans,
    Funding,
    Milestone,
    Observation,
    Target,
)
from planboard.words.vocabulary.plans import DependencyKind, Stage, UpdateKind, UpdateState


def said(words: str) -> str:
    """Return what a reader sees for the words of a date column."""
    return wording.schedule(schedule.read(words))


def meant(kind: str, **days: str) -> str:
    """Return the same for words that an editor had to explain."""
    means = DueMeans.model_validate({"kind": kind, **days})
    return wording.schedule(means.schedule("when the swings are safe"))


# Text, figures and lists.


def test_a_capital_changes_the_first_letter_alone() -> None:
    assert wording.capital("parks of Hill Town") == "Parks of Hill Town"
    assert wording.capital("") == ""


def test_a_small_letter_inside_a_sentence_leaves_abbreviations_alone() -> None:
    assert wording.lower("On track") == "on track"
    assert wording.lower("RAG green") == "RAG green"
    assert wording.lower("R") == "r"
    assert wording.lower("") == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (999, "999"), (30000, "30,000"), (Decimal("12.50"), "12.50")],
)
def test_a_figure_has_commas_between_thousands(value: Decimal | int, words: str) -> None:
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("octets", "words"), [(0, "1 KB"), (1400, "1 KB"), (1600, "2 KB"), (2_400_000, "2,400 KB")]
)
def test_the_size_of_a_file_is_in_whole_kilobytes(octets: int, words: str) -> None:
    assert wording.size(octets) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(parts: list[str], words: str) -> None:
    assert wording.and_list(parts) == words
    assert wording.or_list(parts) == words.replace("and", "or")


# Dates.


def test_a_day_is_written_with_its_month_as_a_word() -> None:
    assert wording.day(date(2022, 6, 9)) == "9 June 2022"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("29/06/2022", "29 June 2022"),
        ("Oct 22", "October 2022"),
        ("Q1 2024/25", "April to June 2024"),
        ("Q4 2024/25", "January to March 2025"),
        ("Spring 2025", "spring 2025"),
        ("Winter 2024/25", "winter 2024/25"),
        ("H1 2024/25", "April to September 2024"),
        ("H2 2024/25", "October 2024 to March 2025"),
        ("2025", "2025"),
        ("FY 2023/24", "the financial year 2023/24"),
    ],
)
def test_a_date_is_as_exact_as_the_source(written: str, words: str) -> None:
    assert wording.span(schedule.read_span(written)) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("31/03/2025", "by 31 March 2025"),
        ("Oct 22", "by the end of October 2022"),
        ("Q1 2024/25", "by the end of June 2024"),
        ("Winter 2024/25", "by the end of winter 2024/25"),
        ("H2 2024/25", "by the end of March 2025"),
        ("2025", "by the end of 2025"),
        ("FY 2023/24", "by the end of March 2024"),
    ],
)
def test_a_deadline_is_the_end_of_what_the_source_names(written: str, words: str) -> None:
    assert wording.by_the_end_of(schedule.read_span(written)) == words


# Schedules.


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Dec 22", "By the end of December 2022"),
        ("31/3/2025", "By 31 March 2025"),
        ("Commence Nov 22", "Starts in November 2022"),
        ("Start 1 April 2025", "Starts on 1 April 2025"),
        ("Start Q1 2024/25", "Starts between April and June 2024"),
        ("Start FY 2024/25", "Starts in the financial year 2024/25"),
        ("Start immediately", "Starts at once"),
        ("Start using it by Oct 22", "Starts by the end of October 2022"),
        ("BAU by Oct 22", "Business as usual by the end of October 2022"),
        (
            "Start immediately BAU by Oct 22",
            "Starts at once; business as usual by the end of October 2022",
        ),
        (
            "Start Sept 22 BAU by Jan 23",
            "Starts in September 2022; business as usual by the end of January 2023",
        ),
        ("Oct 2023 - April 2025", "October 2023 to April 2025"),
        ("1 April 2024 to 31 March 2025", "1 April 2024 to 31 March 2025"),
        ("Q1 2024/25 to Q3 2024/25", "April 2024 to December 2024"),
        (
            "Start now, complete by Oct 22",
            "Starts at once; to be finished by the end of October 2022",
        ),
        ("Ongoing", "Ongoing"),
        ("Ongoing from Oct 22", "Ongoing, from October 2022"),
        ("Completed", "Completed"),
        ("Completed Oct 22", "Completed in October 2022"),
        ("Completed 3 May 2024", "Completed on 3 May 2024"),
        ("ASAP", "As soon as possible"),
        ("TBC", "To be confirmed"),
        ("", "No date stated"),
        ("N/A", "No date stated"),
    ],
)
def test_a_date_column_is_said_in_full(written: str, words: str) -> None:
    assert said(written) == words


def test_a_date_that_moved_says_what_it_was() -> None:
    assert (
        said("Dec 22 (was Oct 22)")
        == "By the end of December 2022 (was by the end of October 2022)"
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ongoing", "Ongoing"),
        ("asap", "As soon as possible"),
        ("completed", "Completed"),
        ("to_be_confirmed", "To be confirmed"),
        ("not_stated", "No date stated"),
    ],
)
def test_an_explanation_may_do_without_days(kind: str, words: str) -> None:
    assert meant(kind) == words


def test_an_explanation_with_days_is_said_like_any_other() -> None:
    assert meant("finish_by", ends="2024-06") == "By the end of June 2024"
    assert meant("range", starts="2024-06", ends="2024-08") == "June 2024 to August 2024"
    assert meant("start_then_bau", starts="2024-06") == "Starts in June 2024; business as usual"


# Targets and figures.


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ({"value": "30,000", "by": "Dec 22"}, "30,000 visits by the end of December 2022"),
        ({"value": "80"}, "80 visits"),
        ({"operator": "at_most", "value": "5"}, "no more than 5 visits"),
        ({"operator": "exactly", "value": "5"}, "exactly 5 visits"),
        ({"operator": "change_by", "value": "12"}, "a change of +12 visits"),
        ({"operator": "change_by", "value": "-12"}, "a change of -12 visits"),
        ({"operator": "percent_change", "value": "20"}, "a change of +20% in visits"),
        ({"operator": "percent_change", "value": "-20"}, "a change of -20% in visits"),
        ({"operator": "percent_change", "value": "0"}, "a change of 0% in visits"),
        ({"value": "95", "unit": "%"}, "95% visits"),
        ({"value": "12.5", "unit": "hours of"}, "12.5 hours of visits"),
    ],
)
def test_a_target_is_a_phrase(target: dict[str, object], words: str) -> None:
    assert wording.target(Target.model_validate({"what": "visits", **target})) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"on": "2022-06-29"}, "30,000 visits, 29 June 2022"),
        ({"qualifier": "about"}, "about 30,000 visits, undated"),
        ({"qualifier": "over"}, "over 30,000 visits, undated"),
        ({"qualifier": "under"}, "under 30,000 visits, undated"),
        ({"qualifier": "up_to"}, "up to 30,000 visits, undated"),
        ({"unit": "%"}, "30,000% visits, undated"),
        (
            {"dated_as_written": "296023"},
            "30,000 visits, date unclear (the source reads 296023)",
        ),
    ],
)
def test_a_figure_is_as_sure_as_its_source(figure: dict[str, object], words: str) -> None:
    given = {"what": "visits", "value": "30000", **figure}

    assert wording.observation(Observation.model_validate(given)) == words


# The rest of an action.


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"on": "2022-06-29"}, "29 June 2022"),
        ({"dated_as_written": "296023"}, "date unclear (the source reads 296023)"),
        ({}, "undated"),
    ],
)
def test_the_day_of_an_update_is_never_guessed(update: dict[str, object], words: str) -> None:
    assert wording.update_date(an_update(**update)) == words


@pytest.mark.parametrize(
    ("need", "words"),
    [
        ({"kind": "funding"}, "Depends on funding"),
        ({"kind": "bid", "text": "the shade bid"}, "Depends on a bid: the shade bid"),
        ({"kind": "action", "action": "7"}, "Waits for another action: 7"),
        (
            {"kind": "action", "action": "7", "text": "new paths"},
            "Waits for another action: 7; new paths",
        ),
        ({"kind": "other"}, "Depends on something else"),
        ({"kind": "other", "text": "dry soil"}, "Depends on something else: dry soil"),
    ],
)
def test_what_an_action_waits_for_is_said(need: dict[str, object], words: str) -> None:
    assert wording.dependency(Dependency.model_validate(need)) == words


def test_another_action_is_waited_for_by_name() -> None:
    assert wording.waits_for(Dependency(kind=DependencyKind.ACTION)) == "Waits for"
    assert wording.waits_for(Dependency(kind=DependencyKind.FUNDING)) == "Depends on funding:"


def test_work_outside_the_plan_is_waited_for_by_name_too() -> None:
    need = Dependency.model_validate({"kind": "other", "outside": "park-review"})
    assert wording.waits_for(need) == "Waits for"
    assert wording.dependency(need, "The review of the parks") == (
        "Depends on something else: The review of the parks"
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"on": "2024-05-14"}, "14 May 2024"),
        ({"year": "2023/24"}, "2023/24"),
        ({"on": "2024-05-14", "year": "2023/24"}, "14 May 2024"),
        ({"dated_as_written": "296024"}, "date unclear (the source reads 296024)"),
        ({}, "undated"),
    ],
)
def test_a_figure_has_its_day_or_its_year(given: dict[str, object], words: str) -> None:
    seen = Observation.model_validate(
        {"what": "visits", "value": "850", "qualifier": "over", **given}
    )
    assert wording.figure(seen) == "over 850"
    assert wording.figure_date(seen) == words


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ({}, "First bench stands (no date stated)"),
        ({"due": "Oct 22"}, "First bench stands (by the end of October 2022)"),
        ({"due": "TBC"}, "First bench stands (to be confirmed)"),
        (
            {"due": "Oct 22", "met_on": "2022-11-03"},
            "First bench stands (reached 3 November 2022)",
        ),
    ],
)
def test_a_milestone_says_when_it_is_due_or_was_reached(
    point: dict[str, object], words: str
) -> None:
    given = {"title": "First bench stands", **point}

    assert wording.milestone(Milestone.model_validate(given)) == words


@pytest.mark.parametrize(
    ("fund", "words"),
    [
        ({}, "Shade fund"),
        ({"amount": "0"}, "Shade fund £0"),
        ({"body": "Tree Trust", "amount": "12,500"}, "Shade fund (Tree Trust) £12,500"),
        ({"ends": "FY 2024/25"}, "Shade fund until March 2025"),
    ],
)
def test_a_fund_is_said_as_far_as_it_is_known(fund: dict[str, object], words: str) -> None:
    assert wording.funding(Funding.model_validate({"name": "Shade fund", **fund})) == words


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_words(stage: Stage) -> None:
    assert wording.stage(stage)[0].isupper()


@pytest.mark.parametrize("kind", UpdateKind)
def test_every_kind_of_update_has_words(kind: UpdateKind) -> None:
    assert wording.update_kind(kind)[0].isupper()


@pytest.mark.parametrize("kind", DependencyKind)
def test_every_kind_of_waiting_has_words(kind: DependencyKind) -> None:
    assert wording.waits_for(Dependency(kind=kind))[0].isupper()


def test_a_plan_says_what_one_of_its_actions_is_called_and_many() -> None:
    plain = a_plan(action_name="recommendation")
    odd = a_plan(action_name="priority", action_name_plural="priorities")

    assert [wording.action_names(plain, many) for many in (0, 1, 2)] == [
        "recommendations",
        "recommendation",
        "recommendations",
    ]
    assert wording.action_names(odd, 2) == "priorities"


def test_a_plan_for_later_is_not_progress() -> None:
    later = an_action(updates=[an_update(kind="forward")])

    assert wording.no_update(later.update_state) == "No progress reported"
    assert wording.no_update(UpdateState.NONE) == "No update published"
    assert wording.no_update(UpdateState.PLACEHOLDER) == "No update published"
