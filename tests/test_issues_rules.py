"""Issue logs in files: what is wrong with them, what they leave out, and what stays unpublished."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from folders import PlansFolder
from planboard.arithmetic import answers
from planboard.rules.gaps import issues as gaps
from planboard.showing.page import issues as page
from planboard.showing.render import Fragments
from planboard.words.problems import Level

if TYPE_CHECKING:
    from planboard.truth.in_full import IssuesInFull

ROOT: Final = Path(__file__).parent.parent
LOG: Final = "parks/issues.yml"
ROWS: Final = "parks/issues.csv"
HEAD: Final = """\
format: 1
title: What people said of the parks
publisher: hill-town-council
as_at: 2024-06
"""
QUARREL: Final = "Two families quarrel over the playground"


@pytest.fixture
def folder(tmp_path: Path) -> PlansFolder:
    return PlansFolder(tmp_path / "plans").make_sound()


def log(folder: PlansFolder, *issues: str, head: str = HEAD) -> PlansFolder:
    """Put a log of ``issues`` into the folder, each as the lines of its record."""
    rows = "".join(f"  - {'    '.join(one.splitlines(keepends=True))}\n" for one in issues)
    folder.put(LOG, f"{head}issues:\n{rows}")
    return folder


def in_full(folder: PlansFolder) -> IssuesInFull:
    checked = folder.checked()
    assert not checked.at(Level.ERROR), checked.problems
    assert checked.collection is not None
    return checked.collection.issues[0]


def issue(*lines: str, name: str = "1") -> str:
    return "\n".join((f'id: "{name}"', "title: The lamps by the river are dark", *lines))


# Mistakes.


def test_a_sound_log_has_no_complaint(folder: PlansFolder) -> None:
    log(folder, issue("owners: [park-warden]", "due: Oct 24", "state: open"))

    assert folder.said() == []


def test_an_id_is_used_once(folder: PlansFolder) -> None:
    log(folder, issue(), issue())

    assert 'The id "1" is used twice (first on line 6).' in folder.said_once()
    assert folder.codes() == ["duplicate-id"]


@pytest.mark.parametrize(
    "line",
    [
        "owners: [wardn]",
        "with_board: wardn",
        "actions: [{text: Asked, by: [wardn]}]",
        "actions: [{text: Asked, partners: [wardn]}]",
    ],
)
def test_an_owner_nobody_knows_is_a_warning(folder: PlansFolder, line: str) -> None:
    log(folder, issue(line))

    assert 'The owner "wardn" is not in the owners register.' in folder.said_once()
    assert folder.problems()[0].level is Level.WARNING


def test_an_issue_to_read_with_another_has_to_be_there(folder: PlansFolder) -> None:
    log(folder, issue('see_also: ["7"]'))

    assert 'There is no issue with the id "7" in this log.' in folder.said_once()


@pytest.mark.parametrize(
    "line",
    [
        "raised: {on: 2024-07-01}",
        "told: {on: 2024-07-01}",
        "board_heard_on: 2024-07-01",
        "actions: [{text: Mended, done_on: 2024-07-01}]",
    ],
)
def test_nothing_happened_after_the_day_of_the_facts(folder: PlansFolder, line: str) -> None:
    log(folder, issue(line))

    assert "This day, 2024-07-01, is after the last day of as_at" in folder.said_once()


def test_a_meeting_may_be_still_to_come(folder: PlansFolder) -> None:
    meeting = "decided_at: {meeting: parks meeting, on: 2024-09-01}"
    log(folder, issue("state: proposed for closure", meeting))

    assert folder.said() == []


def test_nobody_is_told_of_an_issue_before_it_is_raised(folder: PlansFolder) -> None:
    log(folder, issue("raised: {on: 2024-05-10}", "told: {on: 2024-05-09}"))

    assert "is before the issue was raised, 2024-05-10" in folder.said_once()


def test_a_reading_of_words_closes_nothing(folder: PlansFolder) -> None:
    closed = ("state: closed", "closed_because: resolved", "state_basis: it says that it is mended")
    log(folder, issue(*closed))

    assert folder.codes() == ["closed-by-reading"]


def test_the_log_itself_may_close_an_issue(folder: PlansFolder) -> None:
    log(folder, issue("state: closed", "closed_because: resolved", "status: Done"))

    assert folder.said() == []


def test_what_due_means_needs_a_due(folder: PlansFolder) -> None:
    log(folder, issue("due_means: {kind: finish_by, ends: 2024-09}"))

    assert folder.codes() == ["no-due"]


def test_a_reference_number_has_no_place_in_a_log(folder: PlansFolder) -> None:
    log(folder, issue("reference: 0471 of 3 May"))

    assert 'has no key "reference"' in folder.said_once()
    assert "0471" not in folder.said_once()


# A log as a table.


def test_the_issues_may_stand_in_a_table_of_their_own(folder: PlansFolder) -> None:
    folder.put(LOG, HEAD)
    folder.put(
        ROWS,
        "id,title,kind,raised_on,state,owners,actions_1_text,actions_1_done_on,actions_1_by\r\n"
        "1,The lamps are dark,concern,03/05/2024,open,park-warden,Lamps ordered,10/05/2024,"
        "park-warden\r\n"
        "2,Thank you for the benches,good news,,noted,,,,\r\n",
    )

    record = in_full(folder)

    assert folder.said() == []
    assert [one.kind for one in record.log.issues] == ["concern", "good_news"]
    first = record.issues["1"]
    assert (first.raised.on and first.raised.on.first) == date(2024, 5, 3)
    assert [(one.text, one.by) for one in first.actions] == [("Lamps ordered", ("park-warden",))]
    assert record.issues["2"].actions == ()


# What a log leaves out.


def codes(folder: PlansFolder) -> list[str]:
    return [one.code for one in gaps.of_issues(in_full(folder))]


def test_an_issue_without_status_owner_date_and_answer_has_four_gaps(folder: PlansFolder) -> None:
    assert codes(log(folder, issue())) == ["no-owner", "no-date", "no-status", "no-answer"]


def test_an_issue_with_all_of_them_has_none(folder: PlansFolder) -> None:
    answer = "actions: [{text: Lamps ordered, done_on: 2024-05-10}]"
    whole = issue("owners: [park-warden]", "due: Oct 24", "state: open", answer)

    assert codes(log(folder, whole)) == []


SOUND: Final = ("owners: [park-warden]", "due: Oct 24")


@pytest.mark.parametrize(
    ("lines", "code", "said"),
    [
        (
            ("state: open", "actions: [{text: New lamps}]"),
            "undated-action",
            "1 action has no date.",
        ),
        (
            ("state: open", "actions: [{text: See the news, kind: pointer}]"),
            "no-link",
            "points to something elsewhere and has no link to it.",
        ),
        (
            ("state: open", "with_board: parks-board", "actions: [{text: …, kind: next_step}]"),
            "no-decision",
            "is with a board, and the day it was last heard there is not stated.",
        ),
        (
            ("state: proposed for closure", "actions: [{text: …, kind: next_step}]"),
            "no-decision",
            "is proposed for closure, but no meeting is named to decide it.",
        ),
        (
            (
                "state: closed",
                "closed_because: resolved",
                "actions: [{text: Mended, done_on: 2024-05-10}]",
            ),
            "no-decision",
            "is closed on no stated day.",
        ),
    ],
)
def test_what_is_said_without_proof_is_a_gap(
    folder: PlansFolder, lines: tuple[str, ...], code: str, said: str
) -> None:
    (gap,) = gaps.of_issues(in_full(log(folder, issue(*SOUND, *lines))))

    assert (gap.code, gap.message) == (code, said)


def test_a_gap_leads_to_the_place_of_its_issue(folder: PlansFolder) -> None:
    log(folder, issue(), issue(name="2"))

    findings = [str(one) for one in folder.checked().at(Level.FINDING)]

    assert any(LOG in one and "Issue 2 names no owner." in one for one in findings)


# What is not published.


def hidden(folder: PlansFolder, *lines: str) -> PlansFolder:
    """Put a log in which a tension stands between two issues."""
    tension = "\n".join(('id: "quarrel"', f"title: {QUARREL}", "kind: tension", *lines))
    seen = issue('see_also: ["quarrel"]')
    return log(folder, seen, tension, issue(name="3"))


def everything(record: IssuesInFull, folder: PlansFolder) -> str:
    """Return the page of a log, what search knows of it, its files, and all complaints."""
    told, site = answers.of_issues(record), folder.checked().collection
    assert site is not None
    fragments = Fragments(ROOT / "overrides")
    made = page.of_issues(record, told, list(gaps.of_issues(record)), site.site, fragments)
    files = [one.content.decode("utf-8-sig") for one in made.files]
    pages = [part for one in made.pages for part in (one.html, one.search_html, *one.anchors)]
    return "\n".join((*files, *pages, *map(str, folder.checked().problems)))


def test_a_tension_is_nowhere_unless_it_is_released(folder: PlansFolder) -> None:
    said = everything(in_full(hidden(folder)), folder)

    assert "quarrel" not in said
    assert "1 more is not published" in said


def test_a_tension_that_is_released_is_published(folder: PlansFolder) -> None:
    said = everything(in_full(hidden(folder, "released: true")), folder)

    assert QUARREL in said
    assert "not published" not in said.replace("they are not published", "")


def test_what_stands_after_a_hidden_tension_keeps_its_place_in_the_file(
    folder: PlansFolder,
) -> None:
    record = in_full(hidden(folder))

    assert [path for path, _ in record.walk_issues()] == [("issues", 0), ("issues", 2)]


def test_a_link_to_a_hidden_tension_is_left_out(folder: PlansFolder) -> None:
    assert in_full(hidden(folder)).issues["1"].see_also == ()


def test_no_message_repeats_the_words_of_a_hidden_tension(folder: PlansFolder) -> None:
    hidden(folder, "owners: [nobody-known]", "told: {on: 2024-07-01}", "state: wrong")

    assert folder.said()
    assert all("families" not in one for one in folder.said())


def test_whatever_is_said_not_to_be_released_is_held_back(folder: PlansFolder) -> None:
    log(folder, issue(), 'id: "2"\ntitle: Two streets disagree\nkind: concern\nreleased: false')
    said = everything(in_full(folder), folder)

    assert "Two streets disagree" not in said
