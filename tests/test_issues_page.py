"""The page of an issue log: what it says, what it draws, and the files beside it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from builders import a_log, a_site
from markup import parsed
from planboard.arithmetic import answers
from planboard.rules.gaps import issues as gaps
from planboard.saying.sentences import issues as sentences
from planboard.saying.views.issues import log as log_views
from planboard.saying.views.issues import search, states
from planboard.showing.downloads import issues as downloads
from planboard.showing.page import issues as page
from planboard.showing.render import Fragments
from planboard.words.vocabulary.issues import AnswerKind, IssueState, ResponseLevel, ToldState

if TYPE_CHECKING:
    from markup import Element
    from planboard.saying.views.issues.log import LogView
    from planboard.saying.views.issues.story import IssueView
    from planboard.showing.page.made import Made
    from planboard.truth.in_full import IssuesInFull

FRAGMENTS: Final = Fragments(Path(__file__).parent.parent / "overrides")
HOME: Final = "issues/parks-2024/"


def an_issue(**values: object) -> dict[str, object]:
    """Return an issue as a file has it."""
    return {"id": "1", "title": "The lamps by the river are dark", **values}


def many(*states: str) -> IssuesInFull:
    """Return a log with an issue in each of ``states``."""
    closed = {"closed_because": "resolved"}
    return a_log(
        issues=[
            an_issue(id=str(number), state=state, **(closed if state == "closed" else {}))
            for number, state in enumerate(states, 1)
        ]
    )


def view(record: IssuesInFull) -> LogView:
    told = answers.of_issues(record)
    return log_views.of_log(record, told, list(gaps.of_issues(record)), a_site(), {})


def one(**values: object) -> IssueView:
    return view(a_log(issues=[an_issue(**values)])).issues[0]


def made(record: IssuesInFull) -> Made:
    told = answers.of_issues(record)
    return page.of_issues(record, told, list(gaps.of_issues(record)), a_site(), FRAGMENTS)


def html(record: IssuesInFull) -> Element:
    return parsed(made(record).pages[0].html)


def table(record: IssuesInFull, name: str) -> list[dict[str, str]]:
    files = {file.address: file.content for file in made(record).files}
    text = files[f"{HOME}{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def data(record: IssuesInFull) -> dict[str, Any]:
    files = {file.address: file.content for file in made(record).files}
    read: dict[str, Any] = json.loads(files[f"{HOME}data.json"])
    return read


# What is said first.


def test_the_first_sentence_counts_answers_and_telling() -> None:
    record = a_log(
        issues=[
            an_issue(id="1", actions=[{"text": "New lamps"}], told={"on": "2024-05-03"}),
            an_issue(id="2", told={"due_at": "next forum"}),
            an_issue(id="3", told={"how": ["meeting"]}),
            an_issue(id="4"),
        ]
    )

    assert sentences.summary(record, answers.of_issues(record)) == (
        "1 of 4 issues is answered. People were told what came of 2 (no day given for 1), and wait "
        "to be told of 1; for 1, the log does not say whether people were told."
    )


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (["concern", "good_news"], "1 issue and 1 piece of good news; 1 of 2 is answered."),
        (["concern"], "1 of 1 issue is answered."),
        (["good_news", "good_news"], "2 pieces of good news; 1 of 2 is answered."),
    ],
)
def test_good_news_is_counted_beside_the_issues_and_not_as_one(kinds: list[str], said: str) -> None:
    answers_of: tuple[list[dict[str, str]], ...] = ([{"text": "New lamps"}], [])
    record = a_log(
        issues=[
            an_issue(id=str(number), kind=kind, actions=answers_of[number])
            for number, kind in enumerate(kinds)
        ]
    )

    assert sentences.summary(record, answers.of_issues(record)).startswith(said)


def test_all_of_a_log_with_good_news_is_called_its_entries() -> None:
    done = [{"text": "New lamps"}]
    found = view(a_log(issues=[an_issue(actions=done), an_issue(id="2", kind="good_news")]))

    assert found.to_list == "Read and filter all 2 entries"
    assert "stated for 0 of 2 entries" in found.said


def test_a_log_in_which_all_is_known_says_nothing_of_what_is_not() -> None:
    record = a_log(issues=[an_issue()], keeps_told="true")

    assert sentences.summary(record, answers.of_issues(record)) == (
        "0 of 1 issue are answered. People were told what came of 0, and wait to be told of 1."
    )


def test_a_log_without_issues_says_so() -> None:
    assert view(a_log()).sentence == "No issue of this log is published."


@pytest.mark.parametrize(
    ("issue", "said"),
    [
        ({}, "Status, owner and due date are stated for 0 of 1 issue."),
        (
            {"state": "open", "owners": ["warden"]},
            "A status is stated for 1 of 1 issue, an owner for 1 and a due date for 0.",
        ),
    ],
)
def test_the_page_says_for_how_many_status_owner_and_date_are_stated(
    issue: dict[str, object], said: str
) -> None:
    assert said in view(a_log(issues=[an_issue(**issue)])).said


def test_a_state_that_is_only_read_is_flagged_at_the_top_and_at_the_issue() -> None:
    found = view(
        a_log(
            issues=[an_issue(state="open", state_basis="Work goes on"), an_issue(id="2")],
            state_basis="The log states none.",
        )
    )

    assert "The state of 1 of 2 issues is our reading of its words." in found.said
    assert found.issues[0].reading == "Our reading: work goes on"
    assert found.issues[1].reading == ""
    assert found.by_state is not None
    assert found.by_state.notes == (
        "The state of 1 of 2 issues is our reading of its words: the log states none.",
    )


# What needs attention.


def test_every_reason_to_look_names_its_issues() -> None:
    meeting = {"meeting": "parks meeting", "on": "2024-05-01"}
    found = view(
        a_log(
            issues=[
                an_issue(id="1", state="proposed_for_closure", decided_at=meeting),
                an_issue(id="2", state="open", due="Apr 24", raised={"on": "2024-05-31"}),
                an_issue(id="3", state="open", with_board="parks-board"),
                an_issue(id="4", state="noted", raised={"times": "2"}, told={"due_at": "forum"}),
            ]
        )
    ).attention

    assert [(one.title, [link.url for link in one.links]) for one in found] == [
        ("Meeting passed, with no decision recorded", ["#issue-1"]),
        ("Due date passed", ["#issue-2"]),
        ("Not answered", ["#issue-1", "#issue-2", "#issue-3"]),
        ("Waiting to be told", ["#issue-4"]),
        ("Proposed for closure", ["#issue-1"]),
        ("With a board", ["#issue-3"]),
        ("Raised more than once", ["#issue-4"]),
        ("Open longest, 30 days", ["#issue-2"]),
    ]


def test_an_answer_that_is_not_said_to_settle_an_open_issue_is_a_reason_to_look() -> None:
    done = [{"text": "New lamps"}]
    found = view(
        a_log(
            issues=[
                an_issue(id="1", state="open", actions=done),
                an_issue(id="2", state="open"),
                an_issue(id="3", state="in_progress", actions=done),
                an_issue(id="4", state="open", actions=done, with_board="parks-board"),
                an_issue(id="5", state="open", actions=done),
            ]
        )
    ).attention
    (reason,) = (one for one in found if one.title.startswith("Answered"))

    assert reason.title == "Answered, and nothing says that it is settled"
    assert [link.url for link in reason.links] == ["#issue-1", "#issue-5"]
    assert reason.brief


def test_many_issues_are_numbers_alone_and_all_of_them_one_link() -> None:
    log = [an_issue(id=str(number)) for number in range(9)]
    some = [*log[:8], an_issue(id="9", actions=[{"text": "Mended"}])]

    assert view(a_log(issues=some)).attention[0].brief
    assert [link.title for link in view(a_log(issues=log)).attention[0].links] == ["All 9 issues"]


@pytest.mark.parametrize(
    ("as_at", "on", "said"),
    [
        ("2024-06-30", "2024-06-30", "Dates are judged at the end of 30 June 2024, the day of"),
        ("2024-06", "2024-07-01", "Dates are judged at the end of 30 June 2024, the day of"),
        (
            "2024-06",
            "2024-06-29",
            "Dates are judged as at June 2024, not today; the meeting of 29 June 2024 is still to",
        ),
    ],
)
def test_a_month_of_facts_is_no_day_on_which_a_meeting_in_it_is_over(
    as_at: str, on: str, said: str
) -> None:
    meeting = {"meeting": "parks meeting", "on": on}
    log = [an_issue(state="proposed_for_closure", decided_at=meeting)]

    assert view(a_log(as_at=as_at, issues=log)).judged.startswith(said)


def test_a_log_in_good_order_needs_no_attention() -> None:
    record = a_log(issues=[an_issue(state="noted", told={"on": "2024-05-01"})])

    assert "Nothing stands out" in html(record).text


# Counts by state and by response.


def test_the_bar_and_the_chart_show_that_nothing_is_closed() -> None:
    record = many("proposed_for_closure", "open", "open")
    bar = states.bar(answers.of_issues(record))

    assert bar.words == "Issues: 2 open, 1 proposed for closure"
    assert ("closed", "0") in [(count.tag.code, count.number) for count in bar.counts]
    chart = view(record).by_state
    assert chart is not None
    assert chart.title == "No issue is closed; 2 of 3 are open"
    rows = [(row.title, row.numbers) for part in chart.table.parts for row in part.rows]
    assert rows[0] == ("Open", ("1", "2"))
    assert ("Closed", ("3=", "0")) in rows


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (("closed",), "1 of 1 issue is closed"),
        (("closed", "closed", "open"), "2 of 3 issues are closed; 1 of 3 is open"),
        (("not_stated", "not_stated"), "No issue is closed; the state of 2 of 2 is not stated"),
    ],
)
def test_the_title_of_the_chart_says_how_many_are_closed(
    found: tuple[str, ...], title: str
) -> None:
    chart = view(many(*found)).by_state

    assert chart is not None
    assert chart.title == title


def test_an_issue_counts_once_at_the_response_that_went_furthest() -> None:
    levels = ["noted_monitored", "direct_intervention"]
    record = a_log(
        issues=[
            an_issue(id="1", actions=[{"text": "…", "level": level} for level in levels]),
            an_issue(id="2"),
        ],
        level_basis="The log names none.",
    )
    chart = view(record).by_level

    assert chart is not None
    assert chart.title == "Direct intervention was the furthest response to 1 of 2 issues"
    rows = [(row.title, row.numbers) for part in chart.table.parts for row in part.rows]
    assert rows[0] == ("Direct intervention", ("1", "1"))
    assert rows[-1] == ("Not stated", ("", "1"))
    assert chart.notes == ("Our reading: the log names none.",)


def test_a_log_without_levels_says_so_and_draws_none() -> None:
    found = view(many("open"))

    assert found.by_level is None
    assert found.no_levels == "How far the response went is stated for 0 of 1 issue."


# One issue with its whole story.


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (None, ("When and where it was raised is not stated",)),
        (
            {"on": "3 May 2024", "at": "spring forum", "by": "residents"},
            ("Raised by residents at the spring forum on 3 May 2024",),
        ),
        ({"on": "2024-05", "times": "1"}, ("Raised in May 2024", "Raised 1 time")),
        (
            {"by": "residents", "times": "2", "times_in": "reports"},
            ("Raised by residents", "Raised in 2 reports"),
        ),
        ({"times": "3"}, ("When and where it was raised is not stated", "Raised 3 times")),
    ],
)
def test_it_is_said_when_where_and_how_often_an_issue_was_raised(
    raised: dict[str, str] | None, said: tuple[str, ...]
) -> None:
    assert one(**({"raised": raised} if raised else {})).raised == said


def test_what_has_no_date_is_not_called_done() -> None:
    undated, dated = (
        one(actions=[{"text": "New process in place.\n\nIt works.", **day}]).answers[0]
        for day in ({}, {"done_on": "2024-05-03"})
    )

    assert ["".join(run.text for run in part) for part in undated.paragraphs] == [
        "New process in place (no date given).",
        "It works.",
    ]
    assert (undated.when, dated.when, dated.machine) == ("", "Done 3 May 2024", "2024-05-03")


def test_what_was_done_in_a_month_has_no_day_for_machines() -> None:
    answer = one(actions=[{"text": "Mended", "done_on": "2024-05"}]).answers[0]

    assert (answer.when, answer.machine) == ("Done May 2024", "")


def test_a_next_step_needs_no_date_and_is_called_so() -> None:
    answer = one(actions=[{"text": "Ask the board", "kind": "next_step"}]).answers[0]

    assert answer.kind == "Next step"
    assert answer.paragraphs[0][0].text == "Ask the board"


def test_it_is_said_who_did_it_with_whom_and_how_far_it_went() -> None:
    action = {
        "text": "Asked",
        "by": ["park-warden"],
        "partners": ["parks-board"],
        "level": "raised_with_partner",
    }
    answer = one(actions=[action]).answers[0]

    assert "".join(run.text for run in answer.who) == "By Park warden, with Parks board"
    assert [run.url for run in answer.who if run.url] == [
        "../../owners/park-warden/",
        "../../owners/parks-board/",
    ]
    assert answer.level == "Raised with a partner"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"state": "open"}, ""),
        (
            {
                "state": "proposed_for_closure",
                "decided_at": {"meeting": "team leaders’ meeting", "on": "2024-07-30"},
            },
            "Proposed for closure, for decision at the team leaders’ meeting on 30 July 2024",
        ),
        (
            {"state": "open", "with_board": "parks-board"},
            "Open, with the Parks board. When last heard there: not stated",
        ),
        (
            {"state": "open", "with_board": "parks-board", "board_heard_on": "2024-05"},
            "Open, with the Parks board. Last heard there in May 2024",
        ),
        (
            {"state": "closed", "closed_because": "resolved", "closed_on": "2024-05-03"},
            "Closed on 3 May 2024, resolved",
        ),
        (
            {
                "state": "closed",
                "closed_because": "explained",
                "decided_at": {"meeting": "parks meeting"},
            },
            "Closed (no date given), explained, decided at the parks meeting",
        ),
        ({"state": "open", "status": "Live"}, "In the words of the log: “Live”"),
    ],
)
def test_the_state_comes_with_its_meeting_its_board_or_its_reason(
    values: dict[str, object], state: str
) -> None:
    assert one(**values).state == state


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, "Whether people were told is not stated"),
        ({"on": "2024-05-03", "how": ["email"]}, "Told on 3 May 2024 by e-mail"),
        ({"how": ["meeting", "website"]}, "Told at a meeting and on a website (no date given)"),
        ({"due_at": "next forum"}, "Not yet told: due at the next forum"),
        (
            {"due_at": "forum", "due_on": "2024-07-30"},
            "Not yet told: due at the forum on 30 July 2024",
        ),
    ],
)
def test_it_is_said_whether_people_were_told(told: dict[str, object] | None, said: str) -> None:
    assert one(**({"told": told} if told else {})).told == said


def test_a_log_that_keeps_a_note_of_telling_says_not_yet_told() -> None:
    assert view(a_log(issues=[an_issue()], keeps_told="true")).issues[0].told == "Not yet told"


@pytest.mark.parametrize(
    ("held", "said"), [("true", "yes; they are not published"), ("false", "no")]
)
def test_it_is_said_whether_details_are_held(held: str, said: str) -> None:
    (note,) = one(details_held=held).notes

    assert (note.label, note.runs[0].text) == ("Details held:", said)


def test_missing_owner_date_and_answer_are_shown_as_missing() -> None:
    found = one()

    assert (found.no_owner, found.due, found.no_answer) == (
        "Owner not stated",
        "Due date not stated",
        "No answer published",
    )


def test_the_words_of_a_date_column_stand_beside_their_meaning() -> None:
    found = one(state="open", due="May 24")

    assert (found.due, found.as_written) == ("By the end of May 2024 (passed)", "May 24")


def test_closed_issues_stay_on_the_page_at_their_address() -> None:
    assert html(many("closed", "open")).place("issue-1").text.startswith("1 The lamps")


def test_what_was_said_and_what_was_done_stand_side_by_side() -> None:
    row = html(a_log(issues=[an_issue(actions=[{"text": "New lamps"}])])).place("issue-1")

    assert [cell.tag for cell in row.inside if not isinstance(cell, str)] == ["th", "td", "td"]
    assert "dark" in row.every("th")[0].text
    assert "New lamps" in row.every("td")[0].text


def test_states_differ_in_shape_and_no_state_is_green() -> None:
    tags = [states.tag(state) for state in IssueState]

    assert len({tag.symbol for tag in tags}) == len(tags)
    assert "green" not in {tag.tone for tag in tags}


# Finding issues.


def test_issues_are_found_by_state_response_telling_and_who_is_named() -> None:
    record = a_log(
        issues=[
            an_issue(
                id="1",
                state="open",
                actions=[{"text": "…", "level": "advice_given", "by": ["park-warden"]}],
                told={"due_at": "forum"},
            ),
            an_issue(id="2", state="noted"),
        ]
    )
    found = view(record).filters

    assert found is not None
    assert {
        one.name: [(choice.code, choice.words) for choice in one.choices] for one in found.lists
    } == {
        "status": [("open", "Open (1)"), ("noted", "Noted (1)")],
        "level": [("advice_given", "Advice given (1)"), ("none", "Not stated (1)")],
        "told": [("waiting", "Not yet told (1)"), ("not_stated", "Not stated (1)")],
        "owner": [("park-warden", "Park warden (1)"), ("none", "Nobody named (1)")],
        "sort": [("status", "State")],
    }
    rows = html(record).every("tr", "data-entry")
    assert [(row.attributes["data-level"], row.attributes["data-told"]) for row in rows] == [
        ("advice_given", "waiting"),
        ("none", "not_stated"),
    ]


def test_one_issue_alone_has_nothing_to_filter() -> None:
    assert view(a_log(issues=[an_issue()])).filters is None


def test_issues_can_be_put_in_order_by_their_days() -> None:
    dated = an_issue(
        id="1", raised={"on": "2024-05"}, actions=[{"text": "…", "done_on": "2024-06-01"}]
    )
    record = a_log(issues=[dated, an_issue(id="2")])
    found = view(record).filters

    assert found is not None
    assert [choice.code for choice in found.lists[-1].choices] == ["date", "update"]
    first, second = html(record).every("tr", "data-entry")
    assert (first.attributes["data-day"], first.attributes["data-updated"]) == (
        "2024-05-01",
        "2024-06-01",
    )
    assert "data-day" not in second.attributes


# Search.


def test_search_knows_all_words_of_an_issue() -> None:
    record = a_log(
        issues=[
            an_issue(
                id="csw-01",
                text="Since the storm.",
                topics=["Lighting"],
                actions=[{"text": "New lamps", "by": ["park-warden"]}],
                told={"due_at": "next forum"},
            )
        ]
    )
    (entry,) = search.of_log(view(record)).entries

    assert (entry.anchor, entry.title) == (
        "issue-csw-01",
        "Issue CSW-01: The lamps by the river are dark",
    )
    said = " ".join(entry.texts)
    for words in ("storm", "Lighting", "New lamps", "Park warden", "next forum", "csw-01"):
        assert words in said


# The files beside the page.


def test_the_first_columns_are_those_that_were_promised() -> None:
    columns = [key.name for key in downloads.TABLES["issues"]]

    assert columns[:7] == ["id", "raised", "kind", "state", "owners", "actions", "told_on"]


def test_every_action_taken_has_a_row() -> None:
    actions = [{"text": "Asked"}, {"text": "Mended", "done_on": "2024-05-03"}]
    rows = table(a_log(issues=[an_issue(actions=actions)]), "actions")

    assert [(row["issue"], row["position"], row["text"], row["done_on"]) for row in rows] == [
        ("1", "1", "Asked", ""),
        ("1", "2", "Mended", "2024-05-03"),
    ]


def test_page_tables_and_data_agree() -> None:
    record = many("open", "open", "closed", "not_stated")
    found = data(record)

    chart = view(record).by_state
    assert chart is not None
    labels = {states.tag(state).label: state.value for state in IssueState}
    drawn = {
        labels[row.title]: int(row.numbers[1]) for part in chart.table.parts for row in part.rows
    }
    counted = {row["state"]: int(row["issues"]) for row in table(record, "states")}
    assert drawn == counted == found["counts"]
    assert found["total"] == len(found["issues"]) == sum(counted.values())
    assert found["issues"] == table(record, "issues")
    assert {row["level"]: int(row["issues"]) for row in table(record, "levels")} == (
        found["levels_counts"]
    )


@pytest.mark.parametrize(
    ("column", "codes"),
    [
        ("state", IssueState),
        ("level", ResponseLevel),
        ("told_state", ToldState),
    ],
)
def test_every_code_of_a_column_is_explained(column: str, codes: type[IssueState]) -> None:
    meaning = next(key.meaning for key in downloads.TABLES["issues"] if key.name == column)

    assert all(code.value in meaning for code in codes)


def test_every_kind_of_answer_is_explained() -> None:
    meaning = next(key.meaning for key in downloads.TABLES["actions"] if key.name == "kind")

    assert all(kind.value in meaning for kind in AnswerKind)


def test_every_file_is_documented_key_by_key() -> None:
    record = many("open")
    documented = downloads.documented().files

    assert list(documented) == list(downloads.files(record, answers.of_issues(record)))
    assert [key.name for key in documented["data.json"]] == list(data(record))
    for name in downloads.TABLES:
        assert all(
            list(row) == [key.name for key in downloads.TABLES[name]] for row in table(record, name)
        )


def test_every_place_that_a_link_may_point_at_is_on_the_page() -> None:
    record = many("open", "closed")
    ids = {element.attributes["id"] for element in html(record).every(attribute="id")}

    assert set(made(record).pages[0].anchors) <= ids
