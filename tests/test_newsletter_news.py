"""What is new in an issue of a newsletter, and what comes after it, worked out from days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk import a_log, an_issue, told
from planboard.words.vocabulary.newsletters import Change
from planboard.words.vocabulary.programmes import SiteState
from programmes import a_batch, a_place, a_programme, a_team, a_visit

if TYPE_CHECKING:
    from planboard.arithmetic.newsletters import News, NewsletterTold

ISSUES = ("2024-03-10", "2024-05-10", "2024-06-10")


def done(*days: str) -> list[dict[str, object]]:
    return [{"text": "The latch is new", "done_on": one} for one in days]


def of_log(*issues: dict[str, object], dates: tuple[str, ...] = ISSUES[:2]) -> News:
    return told(*dates, log=a_log(*issues))[-1].news


def named(news: News) -> list[str]:
    return [one.issue.id for one in news.issues]


# Of the log.


@pytest.mark.parametrize(
    ("issue", "change"),
    [
        (an_issue(raised={"on": "2024-04-01"}), Change.RAISED),
        (an_issue(actions=done("2024-04-01")), Change.ANSWERED),
        (an_issue(board_heard_on="2024-04-01"), Change.HEARD),
        (
            an_issue(state="closed", closed_because="resolved", closed_on="2024-04-01"),
            Change.CLOSED,
        ),
        (an_issue(told={"on": "2024-04-01", "how": ["email"]}), Change.TOLD),
    ],
    ids=[*Change],
)
def test_what_happened_to_an_issue_since_the_issue_before_is_new(
    issue: dict[str, object], change: Change
) -> None:
    (news,) = of_log(issue).issues

    assert [one for one, _ in news.changes] == [change]


def test_only_issues_of_which_something_is_new_are_in_it() -> None:
    quiet = an_issue("path", raised={"on": "2024-02-01"}, actions=done("2024-03-01"))

    assert named(of_log(quiet, an_issue(actions=done("2024-03-01", "2024-04-01")))) == ["gate"]


@pytest.mark.parametrize(
    ("day", "is_new"),
    [
        ("2024-03-10", False),
        ("2024-03-11", True),
        ("2024-05-10", True),
        ("2024-05-11", False),
        ("2024-03", True),
        ("2024-04", True),
        ("2024-05", False),
        ("Q4 2023/24", True),
        ("Q1 2024/25", False),
        ("2024-02", False),
    ],
)
def test_the_last_of_some_days_decides_whether_they_are_new(day: str, *, is_new: bool) -> None:
    assert bool(of_log(an_issue(actions=done(day))).issues) is is_new


def test_an_issue_is_one_entry_with_the_newest_change_first() -> None:
    issue = an_issue(
        raised={"on": "2024-03-20"},
        actions=done("2024-04-01", "2024-05-02"),
        told={"on": "2024-05-05"},
    )
    (news,) = of_log(issue).issues

    assert [(one, on.last.isoformat()) for one, on in news.changes] == [
        (Change.TOLD, "2024-05-05"),
        (Change.ANSWERED, "2024-05-02"),
        (Change.ANSWERED, "2024-04-01"),
        (Change.RAISED, "2024-03-20"),
    ]


def test_issues_stand_in_the_order_of_their_newest_change() -> None:
    issues = [
        an_issue(id_, actions=done(day)) for id_, day in (("a", "2024-04-01"), ("b", "2024-05-01"))
    ]

    assert named(of_log(*issues)) == ["b", "a"]


@given(st.lists(st.integers(0, 700), min_size=1, max_size=8), st.data())
def test_nothing_that_is_dated_is_new_twice_and_nothing_never(
    days: list[int], data: st.DataObject
) -> None:
    gaps = data.draw(st.lists(st.integers(1, 200), min_size=1, max_size=5))
    first = date(2023, 1, 1)
    dates, day = [], first
    for gap in gaps:
        day += timedelta(days=gap)
        dates.append(day.isoformat())
    happened = [(first + timedelta(days=one)).isoformat() for one in days]
    log = a_log(an_issue(actions=done(*happened)))
    found = [
        on.last.isoformat()
        for one in told(*dates, log=log)
        for entry in one.news.issues
        for _, on in entry.changes
    ]

    assert sorted(found) == sorted(one for one in happened if one <= dates[-1])


def test_entries_without_a_day_are_counted_and_not_called_new() -> None:
    undated = {"actions": [{"text": "It was mended"}]}
    closed = {"state": "closed", "closed_because": "resolved"}
    old = {"raised": {"on": "2024-01-01"}}
    news = of_log(
        an_issue("a", **undated),
        an_issue("b", **old, **undated),
        an_issue("c", **old, **closed),
        an_issue("d", **old, told={"how": ["email"]}),
        an_issue("e"),
        an_issue("f", **old),
        an_issue("g", actions=[*done("2024-01-02"), {"text": "Then", "kind": "next_step"}]),
        an_issue("h", raised={"on": "2024-04-01"}, **undated),
        an_issue("raised-later", raised={"on": "2024-12-01"}, **undated),
    )

    assert (named(news), news.undated) == (["h"], 5)


# Of the programme.


def watch(*dates: str, period: str | None = None, **values: Any) -> NewsletterTold:  # noqa: ANN401 - of any kind
    return told(*dates, programme=a_programme(**values), period=period)[-1]


def test_results_that_volunteers_were_told_since_are_new_the_newest_first() -> None:
    batches = [
        a_batch(f"b{at}", told_on=day)
        for at, day in enumerate(("2024-03-20", "2024-04-20", "2024-05-10", "2024-05-11"))
    ]
    news = watch(*ISSUES[:2], batches=[*batches, a_batch("waits")]).news

    assert [one.id for one in news.returned] == ["b2", "b1", "b0"]


def test_results_are_waited_for_until_volunteers_were_told() -> None:
    batches = [
        a_batch("early", last_day="2024-03-10", told_on="2024-03-20"),
        a_batch("later", last_day="2024-04-20", told_on="2024-05-11"),
        a_batch("never", last_day="2024-04-10"),
        a_batch("to-come", last_day="2024-05-11"),
    ]
    news = watch(*ISSUES[:2], batches=batches).news

    assert news.until == date(2024, 5, 10)
    assert [one.id for one in news.waiting] == ["never", "later"]


def test_steps_of_sites_since_are_new_the_last_of_a_day_first() -> None:
    steps = {"requested": "2024-03-01", "surveyed": "2024-04-02", "approved": "2024-04-02"}
    news = watch(*ISSUES[:2], sites=[a_place("ford", **steps), a_place("oak-end")]).news

    assert [(site.id, state) for site, state, _ in news.sites] == [
        ("ford", SiteState.APPROVED),
        ("ford", SiteState.SURVEYED),
    ]


def test_teams_that_began_or_ended_since_are_new() -> None:
    teams = [
        a_team("ash", active_from="2024-04-01"),
        a_team("elm", active_from="2020-01-01", active_to="2024-04-30"),
        a_team("oak"),
    ]
    news = watch(*ISSUES[:2], teams=teams).news

    assert ([one.id for one in news.began], [one.id for one in news.ended]) == (["ash"], ["elm"])


def test_visits_since_are_new() -> None:
    visits = [a_visit(day, "ford") for day in ("2024-03-10", "2024-03-11", "2024-05-11")]

    assert [one.on for one in watch(*ISSUES[:2], visits=visits).news.visits] == [date(2024, 3, 11)]


def test_the_first_issue_begins_with_the_first_day_of_its_period() -> None:
    visits = [a_visit(day, "ford") for day in ("2024-01-31", "2024-02-01", "2024-03-09")]
    news = watch(ISSUES[0], period="2024-02", visits=visits).news

    assert [one.on for one in news.visits] == [date(2024, 3, 9), date(2024, 2, 1)]


def test_in_a_first_issue_without_a_period_everything_up_to_it_is_new() -> None:
    visits = [a_visit(day, "ford") for day in ("2024-01-31", "2024-03-11")]
    news = watch(ISSUES[0], visits=visits, teams=[a_team("oak", active_from="2009-01-01")]).news

    assert (news.after, len(news.visits), len(news.began)) == (None, 1, 1)


def test_a_later_issue_begins_after_the_one_before_and_not_with_its_period() -> None:
    visits = [a_visit("2024-03-20", "ford")]

    assert watch(*ISSUES[:2], period="2024-05", visits=visits).news.visits


def test_where_nothing_has_a_day_in_between_nothing_is_new() -> None:
    assert not watch(*ISSUES[:2]).news.is_any


# What comes next.


def ahead(
    *issues: dict[str, object], day: str = "2024-05-10", **log: object
) -> list[tuple[str, str, int, int]]:
    found = told(day, log=a_log(*issues, **log))[-1].ahead
    return [
        (one.on.last.isoformat() if one.on else "", one.title, len(one.decides), len(one.tells))
        for one in found
    ]


def test_meetings_of_the_programme_after_the_day_of_the_issue_come_next_by_day() -> None:
    meetings = [
        {"on": day, "title": f"Evening {at}"}
        for at, day in enumerate(("2024-06-20", "2024-05-10", "2024-05-11"))
    ]

    assert [one.title for one in watch("2024-05-10", meetings=meetings).ahead] == [
        "Evening 2",
        "Evening 0",
    ]


def test_a_meeting_that_is_to_decide_comes_next_until_its_last_day_has_passed() -> None:
    def issue(id_: str, on: str | None) -> dict[str, object]:
        return an_issue(id_, decided_at={"meeting": f"{id_} meeting", **({"on": on} if on else {})})

    assert ahead(issue("a", "2024-05-10"), issue("b", "2024-05"), issue("c", None)) == [
        ("2024-05-31", "b meeting", 1, 0),
        ("", "c meeting", 1, 0),
    ]


def test_a_closed_issue_is_decided_no_more_unless_it_was_closed_after_the_issue() -> None:
    closed = {
        "state": "closed",
        "closed_because": "resolved",
        "decided_at": {"meeting": "board", "on": "2024-06-03"},
    }
    later, before = (
        an_issue(id_, closed_on=day, **closed)
        for id_, day in (("a", "2024-06-03"), ("b", "2024-05-02"))
    )

    assert ahead(later, before) == [("2024-06-03", "board", 1, 0)]


def test_one_meeting_has_all_that_is_decided_and_told_there() -> None:
    there = {"meeting": "forum", "on": "2024-06-03"}
    first = an_issue("a", decided_at=there, told={"due_at": "Forum", "due_on": "2024-06-03"})
    second = an_issue("b", decided_at=there)

    assert ahead(first, second) == [("2024-06-03", "forum", 2, 1)]


def test_a_meeting_of_the_programme_with_the_same_name_and_day_is_the_same() -> None:
    log = a_log(an_issue(decided_at={"meeting": "leaders’ meeting", "on": "2024-06-03"}))
    programme = a_programme(meetings=[{"on": "2024-06-03", "title": "Leaders’ meeting"}])
    (one,) = told("2024-05-10", programme=programme, log=log)[-1].ahead

    assert one.gathering
    assert [issue.id for issue in one.decides] == ["gate"]


def test_the_same_training_in_two_places_is_two_meetings() -> None:
    twice = [{"on": "2024-06-03", "title": "Training", "place": place} for place in ("A", "B")]

    assert len(watch("2024-05-10", meetings=twice).ahead) == 2


def test_who_was_told_after_the_issue_was_still_to_be_told_then() -> None:
    issue = an_issue(told={"on": "2024-06-03", "due_at": "forum", "due_on": "2024-06-03"})

    assert ahead(issue) == [("2024-06-03", "forum", 0, 1)]
    assert ahead(issue, day="2024-06-03") == []
