"""Issue logs: what an editor may write, and what is counted at the as-at day."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from builders import a_log
from planboard.arithmetic import answers
from planboard.truth.model.issues import ActionTaken, Issue
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState


def an_issue(**values: object) -> dict[str, object]:
    """Return an issue as a file has it."""
    return {"id": "1", "title": "The lamps by the river are dark", **values}


def told(*issues: dict[str, object], **log: str) -> answers.Answers:
    return answers.of_issues(a_log(issues=list(issues), **log))


def refused(**values: object) -> str:
    with pytest.raises(ValidationError) as caught:
        Issue.model_validate(an_issue(**values))
    return str(caught.value)


# What a log may say.


def test_an_issue_needs_no_more_than_an_id_and_what_was_raised() -> None:
    issue = Issue.model_validate(an_issue())

    assert (issue.state, issue.owners, issue.due, issue.status) == ("not_stated", (), None, None)


def test_where_an_issue_is_closed_a_reason_is_given() -> None:
    assert "is closed without a reason" in refused(state="closed")


@pytest.mark.parametrize("key", [{"closed_because": "resolved"}, {"closed_on": "2024-05-01"}])
def test_what_says_why_or_when_it_was_closed_needs_a_closed_issue(key: dict[str, str]) -> None:
    assert "its state is not closed" in refused(state="open", **key)


def test_a_reason_for_closing_is_one_of_a_fixed_list() -> None:
    assert "closed_because" in refused(state="closed", closed_because="boredom")


@pytest.mark.parametrize("key", ["reference", "details", "reported_by"])
def test_there_is_no_place_for_details_of_a_person(key: str) -> None:
    assert "Extra inputs are not permitted" in refused(**{key: "CAD 4711"})


def test_states_are_read_in_any_spelling() -> None:
    issue = Issue.model_validate(an_issue(state="Proposed for closure"))

    assert issue.state is IssueState.PROPOSED_FOR_CLOSURE


def test_readers_know_an_issue_by_its_printed_number_or_by_its_id_in_capitals() -> None:
    assert Issue.model_validate(an_issue(id="csw-01")).called == "Issue CSW-01"
    assert Issue.model_validate(an_issue(id="csw-01", number="7a")).called == "Issue 7a"


def test_a_due_date_is_read_as_that_of_a_plan() -> None:
    issue = Issue.model_validate(an_issue(due="by end of May 2024"))

    assert str(issue.schedule.last_day) == "2024-05-31"


def test_actions_stand_newest_first_and_those_without_a_date_after_in_their_order() -> None:
    issue = Issue.model_validate(
        an_issue(
            actions=[
                {"text": "first undated"},
                {"text": "old", "done_on": "2024-01"},
                {"text": "second undated"},
                {"text": "new", "done_on": "2024-05-02"},
            ]
        )
    )

    assert [one.text for one in issue.actions_newest_first] == [
        "new",
        "old",
        "first undated",
        "second undated",
    ]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("action", True), ("finding", True), ("next_step", False), ("pointer", False)],
)
def test_only_what_was_done_or_found_is_an_answer(kind: str, answer: bool) -> None:  # noqa: FBT001
    assert ActionTaken.model_validate({"text": "…", "kind": kind}).is_answer is answer


def test_the_level_of_an_issue_is_the_one_that_went_furthest() -> None:
    issue = Issue.model_validate(
        an_issue(
            actions=[
                {"text": "asked", "level": "raised_with_partner"},
                {"text": "mended", "level": "direct_intervention"},
                {"text": "noted", "level": "noted_monitored"},
            ]
        )
    )

    assert issue.level is ResponseLevel.DIRECT_INTERVENTION


def test_everybody_who_is_named_on_an_issue_is_named_once() -> None:
    issue = Issue.model_validate(
        an_issue(
            owners=["warden"],
            with_board="board",
            actions=[{"text": "…", "by": ["warden"], "partners": ["council"]}],
        )
    )

    assert issue.named == ("warden", "board", "council")


# Whether people were told.


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (None, ToldState.NOT_STATED),
        ({"on": "2024-05-03", "how": ["email"]}, ToldState.TOLD),
        ({"how": ["meeting"]}, ToldState.UNDATED),
        ({"due_at": "next forum"}, ToldState.WAITING),
        ({"how": ["meeting"], "due_on": "2024-07"}, ToldState.WAITING),
    ],
)
def test_people_are_told_only_on_a_day(known: dict[str, object] | None, state: ToldState) -> None:
    assert told(an_issue(told=known)).standings[0].told is state


def test_silence_means_waiting_only_where_the_log_keeps_a_note_of_telling() -> None:
    assert told(an_issue()).told_as(ToldState.NOT_STATED) == 1
    assert told(an_issue(), keeps_told="true").told_as(ToldState.WAITING) == 1


# Whose word a state is.


@pytest.mark.parametrize(
    ("issue", "log", "reading", "stated"),
    [
        ({"state": "open"}, {}, False, True),
        ({"state": "open", "state_basis": "work goes on"}, {}, True, False),
        ({"state": "open"}, {"state_basis": "the log states none"}, True, False),
        ({"state": "open", "status": "Live"}, {"state_basis": "as above"}, False, True),
        ({}, {"state_basis": "the log states none"}, False, False),
    ],
)
def test_a_state_with_a_basis_is_a_reading_unless_the_log_states_it(
    issue: dict[str, object],
    log: dict[str, str],
    reading: bool,  # noqa: FBT001
    stated: bool,  # noqa: FBT001
) -> None:
    found = told(an_issue(**issue), **log)

    assert found.standings[0].is_reading is reading
    assert found.stated.status == stated


# Counts.


def test_states_levels_and_telling_each_sum_to_all_issues() -> None:
    found = told(
        an_issue(id="1", state="open", actions=[{"text": "…", "level": "advice_given"}]),
        an_issue(id="2", state="noted", told={"due_at": "next forum"}),
        an_issue(id="3"),
    )

    for counts in (found.states, found.levels, found.told):
        assert sum(number for _, number in counts) == found.total == 3


def test_an_issue_that_is_proposed_for_closure_is_not_closed() -> None:
    found = told(an_issue(state="proposed_for_closure"))

    assert (found.in_state(IssueState.CLOSED), len(found.proposed)) == (0, 1)


def test_a_log_states_an_owner_or_a_date_for_as_many_as_name_one() -> None:
    found = told(an_issue(id="1", owners=["warden"]), an_issue(id="2", due="May 2024")).stated

    assert (found.status, found.owner, found.due) == (0, 1, 1)


def test_what_only_points_elsewhere_leaves_an_issue_without_an_answer() -> None:
    found = told(an_issue(actions=[{"text": "See the news", "kind": "pointer"}]))

    assert (found.answered, len(found.without_answer)) == ((), 1)


@pytest.mark.parametrize("settled", [{"state": "noted"}, {"state": "closed"}])
def test_what_is_settled_misses_no_answer(settled: dict[str, str]) -> None:
    more = {"closed_because": "resolved"} if settled["state"] == "closed" else {}

    assert told(an_issue(**settled, **more)).without_answer == ()


def test_the_oldest_open_issue_is_the_one_raised_first_and_not_settled() -> None:
    found = told(
        an_issue(id="1", state="noted", raised={"on": "2020-01-01"}),
        an_issue(id="2", state="open", raised={"on": "2024-06-20"}),
        an_issue(id="3", state="open", raised={"on": "2024-06-10"}),
        an_issue(id="4", state="open"),
    )

    assert [(one.issue.id, one.days_open) for one in found.oldest_open] == [("3", 20)]


def test_an_issue_raised_in_two_reports_was_raised_more_than_once() -> None:
    found = told(
        an_issue(id="1", raised={"times": "2", "times_in": "reports"}),
        an_issue(id="2", raised={"times": "1"}),
    )

    assert [one.issue.id for one in found.repeated] == ["1"]


@pytest.mark.parametrize(
    ("on", "passed"), [("2024-05-31", True), ("2024-06-15", False), ("2024-07-01", False)]
)
def test_a_meeting_has_passed_when_it_lies_before_the_month_of_the_facts(
    on: str,
    passed: bool,  # noqa: FBT001
) -> None:
    decided = {"meeting": "parks meeting", "on": on}
    found = told(an_issue(state="proposed_for_closure", decided_at=decided))

    assert bool(found.decisions_passed) is passed


def test_a_due_date_passes_only_while_the_issue_is_not_settled() -> None:
    late = {"due": "by end of May 2024"}
    found = told(an_issue(id="1", **late), an_issue(id="2", state="noted", **late))

    assert [one.issue.id for one in found.due_passed] == ["1"]


def test_a_log_without_issues_counts_nothing() -> None:
    found = told()

    assert (found.total, found.has_levels, found.oldest_open) == (0, False, ())
