"""What a newsletter places: what is new, you said and we did, what comes next, as of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk import a_log, an_issue, newsletters, placed
from placeable import LOG, WATCH, watch, with_records
from planboard.arithmetic import as_of
from planboard.arithmetic.programmes.period import of_period
from planboard.truth.dates import Span
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.issues import IssueState, ToldState
from programmes import (
    MONTHS,
    a_batch,
    a_place,
    a_programme,
    a_team,
    a_visit,
    letters,
    sessions,
    verdicts,
)
from recovery import published, puzzles

if TYPE_CHECKING:
    from random import Random

    from markup import Element
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.issues import Issue
    from recovery import Puzzle

STOOD = "this is how it stood on"


def texts(page: Element, name: str) -> list[str]:
    return [one.text for one in page.every(name)]


def of_watch(
    text: str,
    *dates: str,
    programme: ProgrammeInFull = WATCH,
    **values: Any,  # noqa: ANN401 - of any kind
) -> Element:
    return placed(text, newsletters(*dates, programme=programme, **values))


def of_walkers(
    text: str,
    *issues: dict[str, object],
    day: str = "2024-05-10",
    **values: Any,  # noqa: ANN401 - of any kind
) -> Element:
    return placed(text, newsletters(day, log=a_log(*issues), **values))


# What is new.


def test_what_is_new_says_since_when_and_leads_to_each_thing() -> None:
    programme = watch(
        teams=[a_team("ash", active_from="2024-02-01")],
        sites=[
            a_place("oak-end"),
            a_place("ford", requested="2024-02-01", refused="2024-03-01", reason="Narrow."),
            a_place("mill-lane"),
        ],
    )
    log = a_log(
        an_issue(raised={"on": "2024-02-10"}, actions=[{"text": "Done", "done_on": "2024-03"}])
    )
    page = placed(
        "[[new-since]]", newsletters("2024-01-20", "2024-04-05", programme=programme, log=log)
    )

    assert texts(page, "p")[0] == "New since newsletter 1 of 20 January 2024, up to 5 April 2024"
    assert texts(page, "dt") == [
        "Your results",
        "What people raised",
        "Sites",
        "Visits of the police",
        "Teams",
    ]
    assert texts(page, "li") == [
        "Sessions of 1 to 14 March 2024, told on 26 March 2024",
        "Sessions of 15 to 31 March 2024: not back yet",
        "GATE. The gate sticks: raised on 10 February 2024; answered in March 2024",
        "Refused: Ford (1 March 2024: narrow)",
        "2 visits at 2 sites, each with its day and its reason there",
        "Ash: began on 1 February 2024",
    ]
    assert [one.attributes["href"] for one in page.every("a")] == [
        "../../volunteers/watch/#batch-march-a",
        "../../volunteers/watch/#batch-march-b",
        "../../issues/walkers/#issue-gate",
        "../../volunteers/watch/sites/ford/",
        "../../volunteers/watch/#visits",
        "../../volunteers/watch/#teams",
    ]


def test_the_first_issue_says_that_it_is_the_first() -> None:
    with_period = of_watch("[[new-since]]", "2024-04-05", period="2024-03")
    without = of_watch("[[new-since]]", "2024-04-05")

    assert texts(with_period, "p")[:2] == [
        "New from 1 March to 5 April 2024",
        "This is the first newsletter. It begins with the first day of its period.",
    ]
    assert texts(without, "p")[:2] == [
        "New up to 5 April 2024",
        "This is the first newsletter, so everything that has a date is new.",
    ]


def test_where_nothing_is_new_that_is_said_in_a_sentence() -> None:
    page = of_watch("[[new-since]]", "2024-04-05", "2024-04-09")

    assert texts(page, "p")[:2] == [
        "New since newsletter 1 of 5 April 2024, up to 9 April 2024",
        "Nothing that is dated after 5 April 2024 and up to 9 April 2024 is recorded.",
    ]
    assert texts(page, "li") == ["Sessions of 15 to 31 March 2024: not back yet"]


@pytest.mark.parametrize(
    ("how_many", "said"),
    [
        (0, ""),
        (
            1,
            "1 entry of the log has no date, or not for everything",
        ),
        (3, "3 entries of the log have no date, or not for everything"),
    ],
)
def test_how_many_entries_have_no_date_is_said_once(how_many: int, said: str) -> None:
    issues = [an_issue(f"no-{at}", actions=[{"text": "Mended"}]) for at in range(how_many)]
    page = of_walkers("[[new-since]]", *issues, an_issue(raised={"on": "2024-05-01"}))

    assert ("no date" in page.text) is bool(said)
    assert said in page.text


# You said, we did.


def rows(page: Element) -> list[list[str]]:
    return [
        [cell.text for cell in (*row.every("th"), *row.every("td"))]
        for table in page.every("tbody")
        for row in table.every("tr")
    ]


def test_each_issue_has_what_was_said_what_was_done_by_whom_and_where_it_stands() -> None:
    page = of_walkers(
        "[[you-said walkers]]",
        an_issue(
            state="in_progress",
            actions=[
                {
                    "text": "A new latch.\n\nIt is of steel.",
                    "done_on": "2024-05-01",
                    "by": ["park-warden"],
                }
            ],
            told={"on": "2024-05-03", "how": ["email"]},
        ),
        an_issue("path", state="open"),
    )

    assert rows(page) == [
        [
            "GATE. The gate sticks",
            "Done 1 May 2024: A new latch. It is of steel. By Park warden",
            "◐In progress Told on 3 May 2024 by e-mail",
        ],
        ["PATH. The path sticks", "Nothing is published yet", "▲Open"],
    ]
    assert page.every("a")[0].attributes["href"] == "../../issues/walkers/#issue-gate"
    assert "For 1 of these, the log does not say whether people were told." in page.text


def test_only_the_newest_three_answers_are_shown_and_the_rest_is_led_to() -> None:
    answers = [{"text": f"Step {day}", "done_on": f"2024-04-0{day}"} for day in (1, 2, 3, 4)]
    page = of_walkers("[[you-said walkers]]", an_issue(actions=answers))
    (row,) = rows(page)

    assert row[1] == (
        "Done 4 April 2024: Step 4 Done 3 April 2024: Step 3 Done 2 April 2024: Step 2 "
        "1 more answer to GATE"
    )
    (more,) = [one for one in page.every("a") if one.text == "1 more answer to GATE"]
    assert more.attributes["href"] == "../../issues/walkers/#issue-gate"


def test_answers_of_which_none_has_a_date_say_so_once_and_else_each_for_itself() -> None:
    undated = an_issue(actions=[{"text": "A new latch"}])
    dated = an_issue("path", actions=[{"text": "A drain", "done_on": "2024-05-01"}])

    none, some = (
        of_walkers("[[you-said walkers]]", *issues) for issues in ((undated,), (undated, dated))
    )
    assert "The log gives no date for any of these answers." in none.text
    assert rows(none)[0][1] == "A new latch"
    assert "The log gives no date" not in some.text
    assert rows(some)[0][1] == "A new latch (no date given)"


def test_a_newsletter_shows_the_issues_that_it_covers_in_its_own_order() -> None:
    issues = [an_issue(one, state="open") for one in ("a", "b", "c")]
    page = of_walkers("[[you-said walkers]]", *issues, issues=["c", "a"])

    assert [row[0] for row in rows(page)] == ["C. The c sticks", "A. The a sticks"]
    assert texts(page, "caption") == ["2 of 3 issues"]


def test_what_is_covered_may_be_chosen_from() -> None:
    issues = [
        an_issue("a", state="open"),
        an_issue("b", state="noted"),
        an_issue("c", state="open"),
    ]
    page = of_walkers("[[you-said walkers state=open]]", *issues, issues=["b", "a"])

    assert [row[0] for row in rows(page)] == ["A. The a sticks"]
    assert texts(page, "caption") == ["Open 1 of 3 issues"]


def test_a_newsletter_that_covers_none_shows_all_that_are_chosen() -> None:
    page = of_walkers("[[you-said walkers most=1]]", an_issue("a"), an_issue("b"))

    assert [row[0] for row in rows(page)] == ["A. The a sticks"]
    assert texts(page, "caption") == ["The first 1 of 2 issues"]


def test_where_none_is_like_this_that_is_said() -> None:
    page = of_walkers("[[you-said walkers state=closed]]", an_issue(state="open"))

    assert texts(page, "p")[0] == "Closed 0 of 1 issue: none is like this."


# What comes next.


def test_meetings_say_when_where_and_which_issues_are_decided_and_told_there() -> None:
    there = {"meeting": "team leaders’ meeting", "on": "2024-06-03"}
    log = a_log(
        an_issue("a", decided_at=there),
        an_issue("b", decided_at=there, told={"due_at": "next forum"}),
    )
    programme = watch(
        meetings=[
            {
                "on": "2024-05-20",
                "title": "Evening for beginners",
                "kind": "training",
                "starts": "19:30",
                "place": "village hall",
                "note": "Bring a coat.",
            }
        ]
    )
    page = placed("[[meetings]]", newsletters("2024-05-10", programme=programme, log=log))

    assert texts(page, "dt") == ["20 May 2024", "3 June 2024", "No day stated"]
    assert texts(page, "dd") == [
        "Evening for beginners Training, 7:30pm, village hall Bring a coat.",
        "Team leaders’ meeting To be raised there: Issue A and Issue B",
        "Next forum To be told there: what came of Issue B",
    ]


def test_where_no_meeting_is_known_that_is_said_in_a_sentence() -> None:
    page = of_watch("[[meetings]]", "2024-05-10")

    assert "No meeting after 10 May 2024 is published." in page.text


# Thank you, and in short.


def test_thanks_are_figures_of_the_period_and_name_nobody() -> None:
    programme = watch(teams=[a_team("oak", leaders="1", members="8"), a_team("elm")])
    page = of_watch("[[thanks watch]]", "2024-04-05", programme=programme, period="2024-01")

    assert texts(page, "p") == [
        "In January 2024 you held 6 sessions. Together you gave 18 hours.",
        "Thank you to each of 9 volunteers in 2 teams.",
    ]


def test_without_stated_members_or_sessions_thanks_claim_neither() -> None:
    page = of_watch("[[thanks watch]]", "2024-06-05", period="2024-05")

    assert texts(page, "p") == ["In May 2024 no session was held."]
    assert "volunteers in" not in page.text


def test_in_short_stands_in_a_sentence_or_alone_where_there_is_room_for_a_key() -> None:
    inside = of_watch("In short: [[in-short watch]].", "2024-04-05", period="2024-03")
    alone = of_watch("[[in-short watch]]", "2024-04-05", period="2024-03")

    assert len(inside.every("p")) == 1
    assert inside.text.startswith("In short: 5 ")
    figures = inside.text.removeprefix("In short: ").strip()
    assert "[c]" not in figures
    said, key = texts(alone, "p")
    assert said.startswith(f"March 2024: {figures.removesuffix(', 2 visits.')}, [c] ")
    assert key.startswith("[c] means")


# As of its day.


def test_sites_stand_as_their_steps_were_on_the_day_of_the_newsletter() -> None:
    sites = [
        a_place("ford", requested="2024-01-10", approved="2024-03-20"),
        a_place("mire", requested="2024-03-01"),
        a_place("pond", approved="2023-01-01", suspended="2024-05-01", reason="Road works."),
    ]
    programme = a_programme(sites=sites)
    page, later = (
        of_watch("[[sites watch]]", day, programme=programme)
        for day in ("2024-02-20", "2024-06-30")
    )

    assert texts(page, "p")[1] == "1 of 2 sites is approved."
    assert "Mire" not in page.text
    assert "Road works." not in page.text
    assert "41 days since the request" in page.text
    assert texts(later, "p")[1] == "1 of 3 sites is approved."


def test_results_that_came_back_later_are_still_waited_for() -> None:
    batch = a_batch("b", "2024-03-20", "2024-03-25", told_on="2024-03-28", results="Two letters.")
    programme = a_programme(batches=[batch, a_batch("next", last_day="2024-04-30")])
    page = of_watch("[[returned watch]]", "2024-03-22", programme=programme)

    assert texts(page, "p")[1] == (
        "0 of 1 batch of results has come back to volunteers; 1 has waited since 14 March 2024."
    )
    assert "8 days so far" in page.text
    assert len(page.every("ol")[0].every("li")) == 1


def test_results_that_nobody_had_passed_on_were_not_known() -> None:
    programme = a_programme(batches=[a_batch("b", "2024-03-20", results="Two letters.")])

    assert (
        "Two letters." not in of_watch("[[returned watch]]", "2024-03-19", programme=programme).text
    )
    assert "Two letters." in of_watch("[[returned watch]]", "2024-03-20", programme=programme).text


def test_where_no_batch_was_there_yet_that_is_said_of_the_day() -> None:
    page = of_watch("[[returned watch]]", "2024-01-10")

    assert "No batch of results is recorded." in page.text
    assert f"as at 30 June 2024; {STOOD} 10 January 2024." in page.text


def test_later_visits_are_left_out_and_so_are_months_to_come() -> None:
    visits = [a_visit("2024-01-17", "oak-end"), a_visit("2024-03-05", "oak-end")]
    page = of_watch("[[visits watch]]", "2024-02-20", programme=a_programme(visits=visits))

    assert texts(page, "p")[1:3] == [
        "The police visited once, for no stated reason.",
        "No visits recorded February 2024.",
    ]


def test_a_visit_before_the_first_step_of_its_site_is_still_listed() -> None:
    programme = a_programme(
        sites=[a_place("ford", requested="2024-05-01")], visits=[a_visit("2024-01-17", "ford")]
    )

    assert "Ford" in of_watch("[[visits watch]]", "2024-02-20", programme=programme).text
    assert "Ford" not in of_watch("[[sites watch]]", "2024-02-20", programme=programme).text


def stood(day: str, **values: Any) -> tuple[Issue, ToldState]:  # noqa: ANN401 - of any kind
    """Return one issue of a log as it stood on a day."""
    _, found = as_of.of_log(a_log(an_issue(**values)), date.fromisoformat(day))
    (one,) = found.standings
    return one.issue, one.told


CLOSED: Final[dict[str, Any]] = {
    "state": "closed",
    "closed_because": "resolved",
    "closed_on": "2024-06-03",
}
MENDED: Final[dict[str, Any]] = {"actions": [{"text": "Mended", "done_on": "2024-04-01"}]}


@pytest.mark.parametrize(
    ("day", "actions", "state"),
    [
        ("2024-06-03", MENDED, IssueState.CLOSED),
        ("2024-06-02", MENDED, IssueState.IN_PROGRESS),
        ("2024-03-31", MENDED, IssueState.OPEN),
        ("2024-06-02", {}, IssueState.OPEN),
    ],
)
def test_an_issue_that_was_closed_later_was_open_or_in_progress(
    day: str, actions: dict[str, object], state: IssueState
) -> None:
    issue, _ = stood(day, **CLOSED, **actions)

    assert issue.state is state
    assert (issue.closed_because is None) is (state is not IssueState.CLOSED)


def test_what_is_in_progress_was_open_before_its_first_answer() -> None:
    issue, _ = stood("2024-03-31", state="in_progress", **MENDED)

    assert (issue.state, issue.actions) == (IssueState.OPEN, ())


def test_an_answer_of_a_month_was_given_once_the_month_was_over() -> None:
    answer = {"actions": [{"text": "Mended", "done_on": "2024-04"}]}

    assert stood("2024-04-29", **answer)[0].actions == ()
    assert stood("2024-04-30", **answer)[0].actions != ()


def test_people_who_were_told_later_were_not_yet_told_and_nothing_says_when_they_were() -> None:
    told: dict[str, Any] = {"told": {"on": "2024-06-03", "how": ["email"]}}
    page = of_walkers("[[you-said walkers]]", an_issue(state="open", **told))

    assert stood("2024-05-10", **told)[1] is ToldState.WAITING
    assert stood("2024-06-03", **told)[1] is ToldState.TOLD
    assert rows(page)[0][2] == "▲Open Not yet told"
    assert "June" not in page.text


def test_an_issue_that_was_raised_later_is_not_there_unless_the_newsletter_covers_it() -> None:
    issues = [an_issue("a", raised={"on": "2024-05-11"}), an_issue("b", raised={"on": "2024-05"})]
    issues.append(an_issue("c"))
    left = of_walkers("[[you-said walkers]]", *issues)
    covered = of_walkers("[[you-said walkers]]", *issues, issues=["b"])

    assert [row[0] for row in rows(left)] == ["C. The c sticks"]
    assert [row[0] for row in rows(covered)] == ["B. The b sticks"]


def test_what_has_no_date_stays_as_the_log_has_it() -> None:
    undated = {"state": "closed", "closed_because": "explained", "actions": [{"text": "Mended"}]}
    issue, _ = stood("2024-02-01", **undated)

    assert (issue.state, len(issue.actions)) == (IssueState.CLOSED, 1)


@pytest.mark.parametrize("state", ["in_progress", "proposed_for_closure", "noted"])
def test_an_issue_for_which_nothing_was_done_yet_was_open(state: str) -> None:
    log = a_log(an_issue(state=state, actions=[{"text": "A latch", "done_on": "2024-06-01"}]))
    (before,) = as_of.of_log(log, date(2024, 5, 31))[0].log.issues
    (after,) = as_of.of_log(log, date(2024, 6, 1))[0].log.issues

    assert (before.state, after.state) == (IssueState.OPEN, IssueState(state))


def test_thanks_go_to_the_teams_that_there_were() -> None:
    programme = watch(
        teams=[
            a_team("oak", members="8"),
            a_team("elm", members="5", active_from="2024-03-01"),
        ]
    )
    early, late = (
        of_watch("[[thanks watch period=2024-01]]", day, programme=programme).text
        for day in ("2024-02-20", "2024-03-20")
    )

    assert "8 volunteers in 1 team." in early
    assert "13 volunteers in 2 teams." in late


def test_a_newsletter_lists_only_newsletters_before_it() -> None:
    found = newsletters("2024-01-10", "2024-02-10", "2024-03-10", log=a_log(an_issue()))
    inside, outside = (
        placed("[[newsletters]]", found, file) for file in ("newsletters/2024-02-10.md", "about.md")
    )

    assert len(inside.every("li")) == 1
    assert len(outside.every("li")) == 3


def test_a_log_is_what_it_is_on_and_after_the_day_of_its_facts() -> None:
    log = with_records(logs={"walkers": LOG}).issues[0]

    assert as_of.of_log(log, date(2024, 6, 30))[0] is log
    assert as_of.of_programme(WATCH, date(2024, 6, 30)) is WATCH


def test_on_a_page_that_is_no_newsletter_everything_is_as_it_is() -> None:
    found = newsletters("2024-05-10", log=a_log(an_issue(**CLOSED)))
    inside, outside = (
        placed("[[you-said walkers]]", found, file)
        for file in ("newsletters/2024-05-10.md", "about.md")
    )

    assert rows(inside)[0][2] == "▲Open"
    assert rows(outside)[0][2] == "✓Closed Resolved"
    assert STOOD not in outside.text


# Small counts, in one issue and across issues.


DRIVERS = ("course", "court", "caution", "fixed_penalty", "words_of_advice", "no_action")


def test_a_record_as_of_a_day_has_no_count_of_drivers() -> None:
    programme = watch(
        visits=[a_visit("2024-01-17", "oak-end", **dict.fromkeys(DRIVERS, "1"))],
        checked="30",
        dealt_with="3",
        drops=[{"before": "checked", "reason": "Not read", "vehicles": "6"}],
        repeats=[{"band": "seen_2", "vehicles": "9"}],
        speeds=[{"from_mph": "5", "vehicles": "3"}],
    )
    then = as_of.of_programme(programme, date(2024, 2, 20))
    held = then.programme

    assert [*held.visits[0].outcomes.values(), held.visits[0].stopped] == [0] * 6 + [None]
    assert (held.letters, held.repeats, held.speeds, held.drops, then.sessions) == ((),) * 5
    assert (held.checked, held.dealt_with) == (None, None)


LISTS = "\n\n".join(f"[[{one} watch]]" for one in ("sites", "returned", "visits"))


@pytest.mark.parametrize("day", ["2024-02-20", "2024-07-20"])
def test_no_list_in_a_newsletter_says_what_came_of_drivers(day: str) -> None:
    none = watch(visits=[a_visit("2024-01-17", "oak-end"), a_visit("2024-03-05", "mill-lane")])
    some = watch(
        visits=[
            a_visit("2024-01-17", "oak-end", **dict.fromkeys(DRIVERS, "77")),
            a_visit("2024-03-05", "mill-lane", court="1"),
        ]
    )
    text = f"{LISTS}\n\n[[new-since]]\n\n[[meetings]]"
    one, other = (of_watch(text, day, programme=each).text for each in (none, some))

    assert one == other


def figures(*months: str) -> str:
    return "\n\n".join(
        f"[[{one} watch period={month}]]" for one in ("results", "in-short") for month in months
    )


def test_figures_of_a_month_are_the_same_in_every_issue_after_it() -> None:
    after = ("2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01", "2024-07-01")
    last = of_watch(figures(*MONTHS), "2024-12-01").text

    for month, day in zip(MONTHS, after, strict=True):
        (first, *_) = of_watch(figures(month), day).every("dl")
        assert first.text in last
    assert "[c]" in last


def spans(programme: ProgrammeInFull) -> list[Span]:
    """Return every stretch of months that a newsletter can be about."""
    firsts = programme.programme.months
    following = [*firsts[1:], date(2025, 1, 1)]
    return [
        Span(first, date.fromordinal(after.toordinal() - 1), Precision.QUARTER)
        for first, after in (
            (firsts[one], following[other])
            for one, other in combinations_with_replacement(range(6), 2)
        )
    ]


def a_random_programme(chance: Random) -> ProgrammeInFull:
    """Return a programme with few counts, most of them small."""
    few = (0, 0, 1, 1, 2, 3, 5, 40)
    teams, sites = ("ash", "elm", "fir"), ("bend", "cross", "ford")
    held = [
        sessions(month, team, sites[0], over_threshold=chance.choice((1, 5, 60)))
        for month in MONTHS
        for team in teams
        if chance.random() < 0.8
    ]
    sent = [
        letters(f"{one.month:%Y-%m}", one.team, *(chance.choice(few) for _ in range(3)))
        for one in held
    ]
    went = [
        a_visit(f"{month}-02", site, course=str(chance.choice(few)), court=str(chance.choice(few)))
        for site in sites
        for month in MONTHS
        if chance.random() < 0.5
    ]
    return a_programme(
        *held,
        teams=[a_team(one) for one in teams],
        sites=[a_place(one) for one in sites],
        letters=sent,
        visits=went,
    )


def with_issues(programme: ProgrammeInFull, puzzle: Puzzle) -> Puzzle:
    """Return a puzzle with the sums of all periods that issues of a newsletter can show."""
    told, known = verdicts(programme), list(puzzle.totals)
    for span in spans(programme):
        months = {f"{one:%Y-%m}" for one in of_period(programme, told, span).months}
        for kind, count in of_period(programme, told, span).followed_up.items():
            cells = tuple(one for one in puzzle.truth if one[1] in months and one[2] is kind)
            if cells and count is not None:
                known.append((cells, count))
    return replace(puzzle, totals=known)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(st.randoms(use_true_random=False))
def test_the_page_and_all_issues_together_give_no_small_count_away(chance: Random) -> None:
    programme = a_random_programme(chance)
    for puzzle in puzzles(programme, published(programme)):
        more = with_issues(programme, puzzle)

        for guessing in (False, True):
            assert more.recovered(guessing=guessing) == puzzle.recovered(guessing=guessing)
