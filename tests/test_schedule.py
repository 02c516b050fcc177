"""What the dates of a plan mean, phrase by phrase."""

from __future__ import annotations

import re
import time
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planboard.truth import schedule
from planboard.truth.schedule import Schedule, ScheduleError, Span, read, read_day, read_span
from planboard.words.vocabulary.dates import EndDateState, Precision, ScheduleKind

ASAP = ScheduleKind.ASAP
COMPLETED = ScheduleKind.COMPLETED
FINISH_BY = ScheduleKind.FINISH_BY
NOT_STATED = ScheduleKind.NOT_STATED
ONGOING = ScheduleKind.ONGOING
RANGE = ScheduleKind.RANGE
START = ScheduleKind.START
START_BY = ScheduleKind.START_BY
START_THEN_BAU = ScheduleKind.START_THEN_BAU
TO_BE_CONFIRMED = ScheduleKind.TO_BE_CONFIRMED

# How often, the words, what they promise, the first day, the last day.
Row = tuple[int, str, ScheduleKind, str, str]

CHARTER: tuple[Row, ...] = (
    (1, "Achieve by April 23", FINISH_BY, "", "2023-04-30"),
    (2, "Achieve by Dec 22", FINISH_BY, "", "2022-12-31"),
    (1, "Achieve by June 23", FINISH_BY, "", "2023-06-30"),
    (1, "Achieved by Nov 22", FINISH_BY, "", "2022-11-30"),
    (1, "By Jan 23", FINISH_BY, "", "2023-01-31"),
    (1, "By Oct 22", FINISH_BY, "", "2022-10-31"),
    (1, "Complete by Dec 22", FINISH_BY, "", "2022-12-31"),
    (1, "Complete by Jan 23", FINISH_BY, "", "2023-01-31"),
    (1, "Dec 22", FINISH_BY, "", "2022-12-31"),
    (2, "Oct 22", FINISH_BY, "", "2022-10-31"),
    (1, "Product available by Jan 23", FINISH_BY, "", "2023-01-31"),
    (1, "Solution rolled out by June 23", FINISH_BY, "", "2023-06-30"),
    (1, "Training package available by Jan 23", FINISH_BY, "", "2023-01-31"),
    (1, "CPD to commence Nov 22", START, "2022-11-01", ""),
    (1, "Commence Dec 22", START, "2022-12-01", ""),
    (1, "Commence Jul 22", START, "2022-07-01", ""),
    (3, "Commence Nov 22", START, "2022-11-01", ""),
    (2, "Commence Sept 22", START, "2022-09-01", ""),
    (1, "Commencing Sept 22", START, "2022-09-01", ""),
    (1, "Start Feb 23", START, "2023-02-01", ""),
    (1, "Start Oct 22", START, "2022-10-01", ""),
    (1, "Start Oct 23", START, "2023-10-01", ""),
    (1, "Start Sept 22", START, "2022-09-01", ""),
    (1, "Start using NM surveying tool by Oct 22", START_BY, "2022-10-01", ""),
    (1, "Start immediately BAU by Oct 22", START_THEN_BAU, "", "2022-10-31"),
    (6, "Ongoing", ONGOING, "", ""),
)
PARTNERSHIP: tuple[Row, ...] = (
    (23, "", NOT_STATED, "", ""),
    (19, "On-going", ONGOING, "", ""),
    (14, "Ongoing", ONGOING, "", ""),
    (2, "31/3/2025", FINISH_BY, "", "2025-03-31"),
    (6, "April 2025", FINISH_BY, "", "2025-04-30"),
    (1, "April 2026", FINISH_BY, "", "2026-04-30"),
    (1, "December 2026", FINISH_BY, "", "2026-12-31"),
    (1, "Jan 2024", FINISH_BY, "", "2024-01-31"),
    (1, "January 2025", FINISH_BY, "", "2025-01-31"),
    (1, "June 2025", FINISH_BY, "", "2025-06-30"),
    (1, "March 2025", FINISH_BY, "", "2025-03-31"),
    (1, "Nov 2024", FINISH_BY, "", "2024-11-30"),
    (1, "Oct 2023 \u2013 April 2025", RANGE, "2023-10-01", "2025-04-30"),
    (1, "ASAP", ASAP, "", ""),
    (1, "Completed", COMPLETED, "", ""),
)


def days(one: Schedule) -> tuple[str, str]:
    return str(one.first_day or ""), str(one.last_day or "")


def question(text: str) -> str:
    with pytest.raises(ScheduleError) as refused:
        read(text)
    assert refused.value.ambiguous, refused.value.message
    return refused.value.message


def error(text: str) -> str:
    with pytest.raises(ScheduleError) as refused:
        read(text)
    assert not refused.value.ambiguous, refused.value.message
    return refused.value.message


# The two delivered plans.


@pytest.mark.parametrize(("words", "kind", "first", "last"), [row[1:] for row in CHARTER])
def test_every_date_of_the_charter_is_read(
    words: str, kind: ScheduleKind, first: str, last: str
) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (kind, first, last)


@pytest.mark.parametrize(("words", "kind", "first", "last"), [row[1:] for row in PARTNERSHIP])
def test_every_date_of_the_partnership_plan_is_read(
    words: str, kind: ScheduleKind, first: str, last: str
) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (kind, first, last)


def test_the_charter_states_sixteen_ends_and_fourteen_starts() -> None:
    kinds = Counter[ScheduleKind]()
    for times, words, *_ in CHARTER:
        kinds[read(words).kind] += times
    assert kinds == {FINISH_BY: 15, START: 13, START_BY: 1, START_THEN_BAU: 1, ONGOING: 6}


def test_fifty_six_of_seventy_four_partnership_actions_have_no_end_in_sight() -> None:
    states = Counter[EndDateState]()
    for times, words, *_ in PARTNERSHIP:
        states[read(words).end_date_state] += times
    assert states == {
        EndDateState.ONGOING: 33,
        EndDateState.NOT_STATED: 23,
        EndDateState.STATED: 16,
        EndDateState.AS_SOON_AS_POSSIBLE: 1,
        EndDateState.COMPLETED: 1,
    }


# Which days a date covers.


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2025-03-31", "2025-03-31", "2025-03-31", Precision.DAY),
        ("31/3/2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("31-03-2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("17.7.12", "2012-07-17", "2012-07-17", Precision.DAY),
        ("29.6.22", "2022-06-29", "2022-06-29", Precision.DAY),
        ("31 March 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("31st March 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("the 31st of March 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("31-Mar-25", "2025-03-31", "2025-03-31", Precision.DAY),
        ("Monday 31 March 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("Mon, 31/03/2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("March 31, 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("March 31 2025", "2025-03-31", "2025-03-31", Precision.DAY),
        ("2022-07", "2022-07-01", "2022-07-31", Precision.MONTH),
        ("07/2022", "2022-07-01", "2022-07-31", Precision.MONTH),
        ("July 2022", "2022-07-01", "2022-07-31", Precision.MONTH),
        ("Jul 22", "2022-07-01", "2022-07-31", Precision.MONTH),
        ("Jul '22", "2022-07-01", "2022-07-31", Precision.MONTH),
        ("Mar-24", "2024-03-01", "2024-03-31", Precision.MONTH),
        ("Sept 22", "2022-09-01", "2022-09-30", Precision.MONTH),
        ("Q1 2022/23", "2022-04-01", "2022-06-30", Precision.QUARTER),
        ("Q3 2022/23", "2022-10-01", "2022-12-31", Precision.QUARTER),
        ("Q4 FY 2022/23", "2023-01-01", "2023-03-31", Precision.QUARTER),
        ("Q4 22-23", "2023-01-01", "2023-03-31", Precision.QUARTER),
        ("2022/23 Q4", "2023-01-01", "2023-03-31", Precision.QUARTER),
        ("quarter 2 of 2022/23", "2022-07-01", "2022-09-30", Precision.QUARTER),
        ("fourth quarter of 2022/23", "2023-01-01", "2023-03-31", Precision.QUARTER),
        ("H1 2025/26", "2025-04-01", "2025-09-30", Precision.HALF_YEAR),
        ("first half of 2025/26", "2025-04-01", "2025-09-30", Precision.HALF_YEAR),
        ("second half of 2025/26", "2025-10-01", "2026-03-31", Precision.HALF_YEAR),
        ("Spring 2025", "2025-03-01", "2025-05-31", Precision.SEASON),
        ("Summer 2025", "2025-06-01", "2025-08-31", Precision.SEASON),
        ("Autumn 2025", "2025-09-01", "2025-11-30", Precision.SEASON),
        ("Winter 2024/25", "2024-12-01", "2025-02-28", Precision.SEASON),
        ("2025", "2025-01-01", "2025-12-31", Precision.YEAR),
        ("year 2025", "2025-01-01", "2025-12-31", Precision.YEAR),
        ("2023/24", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("2023-24", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("2023/2024", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("FY 2023/24", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("FY23/24", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("financial year 2023 to 2024", "2023-04-01", "2024-03-31", Precision.FINANCIAL_YEAR),
        ("1999/00", "1999-04-01", "2000-03-31", Precision.FINANCIAL_YEAR),
    ],
)
def test_a_date_covers_all_of_its_days(
    words: str, first: str, last: str, precision: Precision
) -> None:
    span = Span(date.fromisoformat(first), date.fromisoformat(last), precision)
    assert read_span(words) == span
    assert read(words).finish == span
    assert read(words).precision is precision


def test_a_month_ends_on_its_last_day() -> None:
    assert read("By February 2023").last_day == date(2023, 2, 28)
    assert read("By February 2024").last_day == date(2024, 2, 29)
    assert read("By February 2100").last_day == date(2100, 2, 28)


def test_a_month_with_two_figures_is_never_a_day() -> None:
    assert read("BAU by Oct 22").last_day == date(2022, 10, 31)
    assert read("Oct 31").last_day == date(2031, 10, 31)


def test_the_day_comes_before_the_month() -> None:
    assert read("03/04/2025").last_day == date(2025, 4, 3)


def test_a_year_of_two_figures_is_in_this_century() -> None:
    assert read("Mar-99").last_day == date(2099, 3, 31)


@pytest.mark.parametrize(
    "words",
    [
        "By Oct 22",
        "by oct 22",
        "BY OCTOBER 2022",
        "  By   Oct \t 22\n",
        "By\u00a0Oct\u00a022",
        "By Oct. 22.",
        "By Oct-22",
        "By Oct\u201122",
        "By Oct \u201922",
        "By: Oct 22",
        "by the end of Oct 22",
        "No later than Oct 22",
        "End Oct 22",
        "(Oct 22)",
    ],
)
def test_the_way_of_writing_does_not_matter(words: str) -> None:
    assert read(words).kind is FINISH_BY
    assert read(words).last_day == date(2022, 10, 31)


# What the words around a date promise.


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("by end of 2025", "2025-12-31"),
        ("end of 2025", "2025-12-31"),
        ("End of April 2019", "2019-04-30"),
        ("by the end of the financial year 2024/25", "2025-03-31"),
        ("Until March 2025", "2025-03-31"),
        ("on or before 31 March 2025", "2025-03-31"),
        ("w/e 7 March 2025", "2025-03-07"),
        ("Report to the board June 2024", "2024-06-30"),
        ("Delivery in 2025", "2025-12-31"),
        ("March 2025 subject to funding", "2025-03-31"),
        ("Completion date: March 2025", "2025-03-31"),
        ("All staff to have completed training by March 2025", "2025-03-31"),
        ("Annual report published by March 2025", "2025-03-31"),
        ("Winter plan may be agreed by Oct 22", "2022-10-31"),
        ("End-to-end roll-out by Oct 22", "2022-10-31"),
        ("Start-up training by Oct 22", "2022-10-31"),
        ("Report on the work to date by Oct 22", "2022-10-31"),
        ("Keep the list up to date until Oct 22", "2022-10-31"),
        ("24/7 cover at 2,000 sites by March 2025", "2025-03-31"),
    ],
)
def test_a_date_among_free_words_is_a_day_to_finish_by(words: str, last: str) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (FINISH_BY, "", last)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("from May 2022", "2022-05-01"),
        ("May 2022 onwards", "2022-05-01"),
        ("Start date: 4 May 2022", "2022-05-04"),
        ("Started May 2022", "2022-05-01"),
        ("Work to begin in May 2022", "2022-05-01"),
        ("Available from May 2022 subject to funding", "2022-05-01"),
    ],
)
def test_a_start_is_read_from_many_words(words: str, first: str) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (START, first, "")


def test_a_start_is_never_a_deadline() -> None:
    for words in ("Commence Nov 22", "Start by Oct 22", "Start immediately"):
        one = read(words)
        assert one.last_day is None
        assert not one.has_end_date
        assert one.end_date_state is EndDateState.START_ONLY


def test_a_start_with_an_end_put_in_by_hand_has_no_deadline_either() -> None:
    assert Schedule("", START, finish=read_span("2022-11")).last_day is None


def test_a_start_may_be_something_to_start_by() -> None:
    for words in (
        "Start by Oct 22",
        "Start using the tool by Oct 22",
        "Training to start by Oct 22",
    ):
        one = read(words)
        assert (one.kind, *days(one)) == (START_BY, "2022-10-01", "")


@pytest.mark.parametrize("words", ["Immediately", "Start immediately", "Immediate start"])
def test_a_start_at_once_has_no_day(words: str) -> None:
    one = read(words)
    assert one.kind is START
    assert one.starts_at_once
    assert one.first_day is None


def test_only_an_immediate_start_starts_at_once() -> None:
    assert not read("Start Oct 22").starts_at_once


@pytest.mark.parametrize(
    ("words", "at_once", "first"),
    [
        ("BAU by Oct 22", False, ""),
        ("Business as usual by Oct 22", False, ""),
        ("business-as-usual by Oct 22", False, ""),
        ("Start immediately BAU by Oct 22", True, ""),
        ("Start immediately, BAU by Oct 22", True, ""),
        ("Start June 22, BAU by Oct 22", False, "2022-06-01"),
    ],
)
def test_business_as_usual_is_an_end_that_goes_on(words: str, first: str, *, at_once: bool) -> None:
    one = read(words)
    assert (one.kind, one.starts_at_once, *days(one)) == (
        START_THEN_BAU,
        at_once,
        first,
        "2022-10-31",
    )


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("October 2023 \u2013 April 2025", "2023-10-01", "2025-04-30"),
        ("October 2023 \u2014 April 2025", "2023-10-01", "2025-04-30"),
        ("October 2023-April 2025", "2023-10-01", "2025-04-30"),
        ("Oct 2023 to April 2025", "2023-10-01", "2025-04-30"),
        ("from Oct 2023 until April 2025", "2023-10-01", "2025-04-30"),
        ("Oct 23 to end of April 25", "2023-10-01", "2025-04-30"),
        ("between October 2023 and April 2025", "2023-10-01", "2025-04-30"),
        ("April-Aug 2014", "2014-04-01", "2014-08-31"),
        ("1 April to 31 August 2014", "2014-04-01", "2014-08-31"),
        ("01/04/2024-31/03/2025", "2024-04-01", "2025-03-31"),
        ("2023 to 2025", "2023-01-01", "2025-12-31"),
        ("Start June 22, complete by March 23", "2022-06-01", "2023-03-31"),
        ("Start June 22, finish March 23", "2022-06-01", "2023-03-31"),
        ("Start June 22, full roll-out by March 23", "2022-06-01", "2023-03-31"),
        ("Start immediately, complete by March 23", "", "2023-03-31"),
    ],
)
def test_a_range_has_a_start_and_an_end(words: str, first: str, last: str) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (RANGE, first, last)
    assert one.has_end_date


@pytest.mark.parametrize(
    "words",
    [
        "Ongoing",
        "On-going",
        "on going",
        "Currently ongoing",
        "Ongoing throughout the plan",
        "Ongoing (reviewed quarterly)",
        "Ongoing - review March 2025",
        "Ongoing, next review: March 2025",
        "Monthly",
        "Quarterly",
        "Annually",
        "Every year",
        "Every six months",
    ],
)
def test_ongoing_work_has_no_dates(words: str) -> None:
    one = read(words)
    assert (one.kind, one.start, one.finish) == (ONGOING, None, None)
    assert one.as_written == words


@pytest.mark.parametrize(
    "words",
    [
        "ongoing from May 2022",
        "Ongoing since May 2022",
        "Since May 2022",
        "Started since May 2022",
        "In place since May 2022",
        "May 2022 to date",
        "May 2022 to-date",
        "From May 2022 to date",
        "Ongoing from May 2022 to date",
        "May 2022 - to date (ongoing)",
        "May 2022 to the present",
        "May 2022 - present",
        "From May 2022 and ongoing",
        "Start May 22 - ongoing",
        "May 2022 - ongoing",
        "Quarterly from May 2022",
    ],
)
def test_ongoing_work_may_have_a_start(words: str) -> None:
    one = read(words)
    assert (one.kind, *days(one)) == (ONGOING, "2022-05-01", "")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ASAP", ASAP),
        ("a.s.a.p.", ASAP),
        ("as soon as possible", ASAP),
        ("TBC", TO_BE_CONFIRMED),
        ("TBA", TO_BE_CONFIRMED),
        ("to be confirmed", TO_BE_CONFIRMED),
        ("Start date to be confirmed", TO_BE_CONFIRMED),
        ("TBC - subject to funding", TO_BE_CONFIRMED),
        ("Completed", COMPLETED),
        ("Complete", COMPLETED),
        ("Done", COMPLETED),
        ("", NOT_STATED),
        (" \n ", NOT_STATED),
        ("-", NOT_STATED),
        ("\u2013", NOT_STATED),
        ("n/a", NOT_STATED),
        ("None", NOT_STATED),
    ],
)
def test_some_words_promise_no_day(words: str, kind: ScheduleKind) -> None:
    one = read(words)
    assert (one.kind, one.start, one.finish, one.precision) == (kind, None, None, None)


def test_completed_work_may_name_the_month_of_its_completion() -> None:
    one = read("Completed March 2019")
    assert (one.kind, *days(one)) == (COMPLETED, "", "2019-03-31")
    assert not one.has_end_date


def test_words_may_keep_the_date_that_was_there_before() -> None:
    one = read("March 2019 (was March 2018)")
    assert one.as_written == "March 2019 (was March 2018)"
    assert one.last_day == date(2019, 3, 31)
    assert one.was == read("March 2018")


# What a schedule says about its end.


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("By Oct 22", EndDateState.STATED),
        ("BAU by Oct 22", EndDateState.STATED),
        ("Oct 2023 to April 2025", EndDateState.STATED),
        ("Ongoing", EndDateState.ONGOING),
        ("Start Oct 22", EndDateState.START_ONLY),
        ("Start by Oct 22", EndDateState.START_ONLY),
        ("ASAP", EndDateState.AS_SOON_AS_POSSIBLE),
        ("TBC", EndDateState.TO_BE_CONFIRMED),
        ("Completed", EndDateState.COMPLETED),
        ("", EndDateState.NOT_STATED),
    ],
)
def test_a_schedule_says_why_it_has_no_end_date(words: str, state: EndDateState) -> None:
    assert read(words).end_date_state is state
    assert read(words).has_end_date is (state is EndDateState.STATED)


def test_business_as_usual_without_an_end_states_only_a_start() -> None:
    one = Schedule("", START_THEN_BAU, start=read_span("2026-09"))
    assert one.end_date_state is EndDateState.START_ONLY
    assert one.last_day is None


def test_every_kind_says_something_about_its_end() -> None:
    assert {Schedule("", kind).end_date_state for kind in ScheduleKind} == set(EndDateState)


def test_the_precision_is_that_of_the_finish_when_there_is_one() -> None:
    assert read("From 4 May 2022 to March 2023").precision is Precision.MONTH
    assert read("Start 4 May 2022").precision is Precision.DAY


# What is asked, because only the editor knows.


@pytest.mark.parametrize(
    "words",
    [
        "December 2022 / January 2023",
        "December 2022/January 2023",
        "December 2022 or January 2023",
        "December 2022 & January 2023",
        "December 2022 and January 2023",
        "December 2022, January 2023",
        "Draft by March 2025, final by June 2025",
        "2000 visits by March 2025",
        "May 2022 to April 2025 to date",
    ],
)
def test_of_two_dates_the_editor_says_which_one_counts(words: str) -> None:
    assert "more than one date. Say which one counts" in question(words)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("December", "December"),
        ("Nov", "Nov"),
        ("31 March", "31 March"),
        ("22 Oct", "22 Oct"),
        ("By 31st of March", "31st of March"),
        ("by the end of Q4", "Q4"),
        ("by summer", "summer"),
        ("by May", "May"),
        ("May / June 2025", "May"),
        ("March 202", "March"),
    ],
)
def test_a_date_without_a_year_is_asked_for_its_year(words: str, named: str) -> None:
    assert question(words).startswith(f'"{named}" has no year. Add it')


@pytest.mark.parametrize(
    ("words", "one_way", "other_way"),
    [
        ("Q3 2022", "Q3 2022/23", "the months"),
        ("H1 2025", "H1 2025/26", "the months"),
        ("Winter 2025", "Winter 2024/25", "Winter 2025/26"),
        ("FY 2023", "2022/23", "2023/24"),
        ("2011-12", "December 2011", "2011/12"),
    ],
)
def test_a_date_with_two_meanings_names_both(words: str, one_way: str, other_way: str) -> None:
    asked = question(words)
    assert one_way in asked
    assert other_way in asked


@pytest.mark.parametrize("words", ["2023-25", "2023/25", "2022/07", "2025-13", "Spring 2025/26"])
def test_two_years_that_are_no_financial_year_are_asked_about(words: str) -> None:
    assert f'"{words}"' in question(words)


@pytest.mark.parametrize(
    "words",
    [
        "mid-2024",
        "early 2025",
        "late 2025",
        "circa March 2025",
        "before April 2025",
        "after April 2025",
        "start of April 2025",
        "months after April 2025",
        "week commencing 3 March 2025",
        "w/c 3 March 2025",
        "phase 2 March 2025",
        "Monday March 2025",
    ],
)
def test_a_date_that_is_only_about_right_is_asked_about(words: str) -> None:
    assert question(words).startswith(f'"{words}" does not say which days it covers.')


@pytest.mark.parametrize("words", ["Febuary 2025", "Christmas 2025", "Plan 2025/26"])
def test_a_word_before_a_year_may_be_a_misspelt_month(words: str) -> None:
    assert question(words).startswith("The word before the year cannot be read")


@pytest.mark.parametrize(
    "words",
    [
        "1-5 March 2025",
        "1 and 5 March 2025",
        "Oct 22-23",
        "Oct 22/23",
        "March 2025?",
        "March 2025 (TBC)",
        "March 2025 or ongoing",
        "March 2025, ongoing",
        "Ongoing until March 2025",
        "Complete March 2023",
        "March 2019 completed",
        "Not before then, March 2025",
        "Not started, March 2025",
        "Cancelled March 2023",
        "Phase 1-completed March 2019",
        "May 2022 to date of the meeting",
        "Completed May 2022 to date",
        "spring or summer 2025",
        "academic year 2025/26",
        "(was March 2018)",
        "2025-03-31T10:00",
    ],
)
def test_a_date_with_words_that_may_turn_it_round_is_asked_about(words: str) -> None:
    assert "can mean different things" in question(words)


@pytest.mark.parametrize(
    "words",
    [
        "when funding allows",
        "Annual report",
        "may be extended",
        "To be completed",
        "Not completed",
        "Ongoing / TBC",
        "Start ASAP",
        "BAU",
        "290622",
        "by room 2500",
        "?",
    ],
)
def test_words_without_a_date_or_a_known_word_are_asked_about(words: str) -> None:
    assert question(words).startswith("These words cannot be read as a date.")


@pytest.mark.parametrize("words", ["Nov", "when funding allows", "mid-2024", "Q3 2022", "x" * 999])
def test_a_question_shows_both_ways_out(words: str) -> None:
    asked = question(words)
    assert "due_means: {kind: finish_by, ends: 2023-01}" in asked
    assert "Write" in asked or "Add" in asked


def test_a_question_names_every_kind_of_date_that_words_can_mean() -> None:
    asked = question("12 months")
    assert [kind for kind in ScheduleKind if kind not in asked] == [ScheduleKind.START_THEN_BAU]


# What is wrong, whatever was meant.


@pytest.mark.parametrize(
    ("words", "days_there_are"),
    [
        ("30 February 2025", "February 2025 has 28 days"),
        ("29/02/2023", "February 2023 has 28 days"),
        ("30/02/2024", "February 2024 has 29 days"),
        ("31/4/2025", "April 2025 has 30 days"),
        ("2025-02-30", "February 2025 has 28 days"),
        ("by 0 March 2025", "March 2025 has 31 days"),
        ("45 March 2025", "March 2025 has 31 days"),
    ],
)
def test_a_day_that_does_not_exist_is_an_error(words: str, days_there_are: str) -> None:
    assert days_there_are in error(words)


@pytest.mark.parametrize(
    ("words", "turned"),
    [
        ("03/25/2025", "25 March 2025"),
        ("3.25.25", "25 March 2025"),
        ("Start 12-31-2025", "31 December 2025"),
    ],
)
def test_a_month_in_the_place_of_the_day_is_an_error(words: str, turned: str) -> None:
    message = error(words)
    assert "the day comes before the month" in message
    assert f"Write {turned}" in message


@pytest.mark.parametrize(
    "words", ["13/13/2025", "30/00/2025", "2025-14-31", "02/30/2025", "14/2025"]
)
def test_a_month_that_does_not_exist_is_an_error(words: str) -> None:
    assert "there is no month" in error(words)


@pytest.mark.parametrize(("words", "month"), [("2026-13-01", 13), ("Start 2026/25/03", 25)])
def test_behind_a_year_the_month_comes_first(words: str, month: int) -> None:
    message = error(words)
    assert f"there is no month {month}" in message
    assert "the day comes before the month" not in message


@pytest.mark.parametrize(
    "words", ["31/12/1899", "March 2200", "2500", "0000", "FY 1899/00", "By 1 March 9999"]
)
def test_a_year_outside_1900_to_2199_is_an_error(words: str) -> None:
    assert "is outside 1900 to 2199" in error(words)


@pytest.mark.parametrize("words", ["Q5 26/27", "quarter 0 of 2026/27", "2026/27 Q9", "Q5 2026"])
def test_a_fifth_quarter_is_an_error(words: str) -> None:
    assert error(words) == (
        f'"{words}" does not exist: a year has four quarters. Write one of Q1 to Q4.'
    )


def test_the_first_and_the_last_year_can_be_read() -> None:
    assert read("1900").finish == Span(date(1900, 1, 1), date(1900, 12, 31), Precision.YEAR)
    assert read("2199").finish == Span(date(2199, 1, 1), date(2199, 12, 31), Precision.YEAR)
    assert read("FY 2199/00").last_day == date(2200, 3, 31)


def test_a_weekday_that_contradicts_its_date_is_an_error() -> None:
    assert "31 March 2025 is a Monday" in error("Tuesday 31 March 2025")


@pytest.mark.parametrize("words", ["June 2025 - March 2025", "Nov-Feb 2025", "From 2025 to 2024"])
def test_an_end_before_its_start_is_an_error(words: str) -> None:
    assert "The end is before the start" in error(words)


def test_a_schedule_put_together_by_hand_cannot_end_before_it_starts() -> None:
    with pytest.raises(ScheduleError):
        Schedule("", RANGE, start=read_span("2025-06"), finish=read_span("2025-03"))


# A date alone, for fields that hold nothing else.


@pytest.mark.parametrize("words", ["2022-06-29", "29 June 2022", "29/06/2022", "29.6.22"])
def test_a_day_is_read_from_a_day(words: str) -> None:
    assert read_day(words) == date(2022, 6, 29)


@pytest.mark.parametrize("words", ["June 2022", "2022", "Q1 2022/23"])
def test_a_day_is_not_read_from_a_longer_time(words: str) -> None:
    with pytest.raises(ScheduleError, match="is more than one day"):
        read_day(words)


@pytest.mark.parametrize("words", ["", "by June 2022", "June 2022 to July 2022", "soon", "290622"])
def test_a_date_alone_stands_alone(words: str) -> None:
    with pytest.raises(ScheduleError, match="cannot be read as one date"):
        read_span(words)
    with pytest.raises(ScheduleError, match="cannot be read as one date"):
        read_day(words)


def test_who_must_name_a_day_is_not_offered_a_month() -> None:
    with pytest.raises(ScheduleError) as refused:
        read_day("29/06")

    assert refused.value.message == (
        "This cannot be read as one date. Write the day with its month and year, as in 29 June "
        "2022."
    )


def test_a_date_alone_is_not_told_of_the_long_form_of_due() -> None:
    with pytest.raises(ScheduleError) as refused:
        read_span("Q3 2022")
    assert refused.value.ambiguous
    assert "due:" not in refused.value.message


def test_the_room_hands_on_what_it_reads_dates_with() -> None:
    assert {"Span", "ScheduleError", "read_day", "read_span"} <= set(schedule.__all__)


# What holds for every text.

PIECES = """
    by start from BAU to - / , or and was ( ) (was end of early Q3 H1 FY TBC done ongoing now
    22 31 2025 2024/25 2025-02-30 31/3/2025 3.4 May Oct spring winter Mon @ ~ '
"""
FRAGMENTS = st.sampled_from(
    [*re.findall(r"\S+", PIECES), *(row[1] for row in CHARTER + PARTNERSHIP)]
)
TEXTS = st.text() | st.lists(FRAGMENTS).map(" ".join) | st.lists(FRAGMENTS).map("".join)


def outcome(text: str) -> Schedule | ScheduleError:
    try:
        return read(text)
    except ScheduleError as refused:
        return refused


@given(TEXTS)
def test_any_text_gives_a_schedule_or_a_plain_sentence(text: str) -> None:
    found = outcome(text)
    if isinstance(found, ScheduleError):
        assert found.message == str(found)
        assert found.message.endswith(".")
    else:
        assert found.has_end_date is (found.kind in {FINISH_BY, START_THEN_BAU, RANGE})


@given(TEXTS)
def test_the_words_are_kept_as_written(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Schedule):
        assert found.as_written == text.strip()


@given(TEXTS)
def test_a_span_and_a_schedule_never_end_before_they_start(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Schedule):
        for span in filter(None, (found.start, found.finish)):
            assert span.first <= span.last
        if found.start and found.finish:
            assert found.start.first <= found.finish.last


@given(TEXTS)
def test_an_end_date_always_has_a_last_day(text: str) -> None:
    found = outcome(text)
    if isinstance(found, Schedule) and found.has_end_date:
        assert found.last_day is not None


@given(TEXTS)
def test_a_date_alone_means_the_same_everywhere(text: str) -> None:
    try:
        span = read_span(text)
    except ScheduleError:
        with pytest.raises(ScheduleError):
            read_day(text)
    else:
        assert read(text).finish == span
        assert read(f"Start {text}").start == span


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_can_be_read_however_it_is_written(day: date) -> None:
    for form in (
        "%Y-%m-%d",
        "%d/%m/%Y",
        "%d.%m.%Y",
        "%d %B %Y",
        "%d %b %Y",
        "%B %d, %Y",
        "%A %d %B %Y",
    ):
        assert read_day(day.strftime(form)) == day


@pytest.mark.parametrize(
    "piece",
    [
        "May 22 ",
        "was ",
        "(was ",
        " ",
        "0",
        "-",
        ". ",
        "by the end of ",
        "start ",
        "mid-",
        "@",
        "x (was ",
    ],
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = f"x{piece * 20_000}x"
    began = time.perf_counter()
    for reader in (read, read_day):
        with pytest.raises(ScheduleError):
            reader(text)
    assert time.perf_counter() - began < 1
