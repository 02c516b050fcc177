"""The files beside a plan: CSV that spreadsheets read safely, and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_group, a_plan, a_publisher, a_record, an_action, an_update
from planboard.arithmetic import progress
from planboard.showing.downloads.plan import files as plan_downloads
from planboard.showing.downloads.plan.files import JSON, TABLES
from planboard.showing.downloads.tables import csv_of, guarded, unguarded
from planboard.words.vocabulary.dates import EndDateState, ScheduleKind
from planboard.words.vocabulary.plans import Stage, UpdateKind, UpdateState

if TYPE_CHECKING:
    from enum import StrEnum

FIRST_COLUMNS = {
    "actions": "id,number,group,title,owners,schedule,schedule_kind,first_day,last_day,"
    "end_date_state,date_passed,status,stage,update_state,latest_update_on,latest_update,"
    "forward_notes,sub_items",
    "groups": "id,parent,kind,title,actions",
    "updates": "action,on,state,kind,text",
    "sub_items": "action,marker,text",
    "status_by_group": "group,title,status,actions",
    "due_by_quarter": "quarter,first_day,last_day,end_date_state,actions",
    "owners": "owner,role,actions",
}
FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "|x", "%x", "＝1", " =1", "\n=1"]
PLAIN = ["", "text", "-5", "-5.25", "1+1", "a=b", "'quoted'", "'", "benches - twelve"]
# Cells may hold any text but what no file may hold: lone surrogates and NUL.
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def files(**plan: object) -> dict[str, bytes]:
    record = a_record(a_plan(**plan))
    return plan_downloads.files(record, progress.of_plan(record, 3))


def table(name: str, **plan: object) -> list[dict[str, str]]:
    """Return the rows of one CSV as a program reads them, the guard undone."""
    text = files(**plan)[f"{name}.csv"].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{key: unguarded(cell) for key, cell in row.items()} for row in rows]


def row(**action: object) -> dict[str, str]:
    """Return the row of one action."""
    return table("actions", actions=[an_action(**action)])[0]


def data(**plan: object) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(**plan)["data.json"])
    return read


# Which files there are, and their keys.


def test_a_plan_has_a_csv_for_each_table_and_one_json() -> None:
    assert list(files()) == [
        "actions.csv",
        "groups.csv",
        "updates.csv",
        "sub_items.csv",
        "status_by_group.csv",
        "due_by_quarter.csv",
        "owners.csv",
        "data.json",
    ]


@pytest.mark.parametrize(("name", "columns"), FIRST_COLUMNS.items())
def test_the_first_columns_are_those_that_were_promised(name: str, columns: str) -> None:
    head = files()[f"{name}.csv"].decode("utf-8-sig").partition("\r\n")[0]

    assert f"{head},".startswith(f"{columns},")


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented_once(name: str) -> None:
    head = files()[f"{name}.csv"].decode("utf-8-sig").partition("\r\n")[0]
    keys = [key.name for key in TABLES[name]]

    assert head.split(",") == keys
    assert len(keys) == len(set(keys))
    assert all(key.meaning for key in TABLES[name])


def test_every_key_of_the_json_is_documented() -> None:
    assert list(data()) == [key.name for key in JSON]


@pytest.mark.parametrize(
    ("table", "column", "codes"),
    [
        ("actions", "schedule_kind", ScheduleKind),
        ("actions", "end_date_state", EndDateState),
        ("due_by_quarter", "end_date_state", EndDateState),
        ("actions", "stage", Stage),
        ("actions", "update_state", UpdateState),
        ("updates", "kind", UpdateKind),
    ],
)
def test_every_code_of_a_closed_list_is_documented(
    table: str, column: str, codes: type[StrEnum]
) -> None:
    (meaning,) = [key.meaning for key in TABLES[table] if key.name == column]

    assert [code for code in codes if code.value not in meaning] == []


# The shape of a CSV.


def test_a_csv_begins_with_a_byte_order_mark_for_spreadsheets() -> None:
    assert files()["actions.csv"].startswith(b"\xef\xbb\xbfid,")


def test_every_line_of_a_csv_ends_as_rfc_4180_asks() -> None:
    made = files(actions=[an_action(id="1"), an_action(id="2")])["actions.csv"]

    assert made.count(b"\r\n") == made.count(b"\n") == 3
    assert made.endswith(b"\r\n")


def test_text_with_commas_quotes_or_lines_is_quoted() -> None:
    made = files(actions=[an_action(title='Mend "swings", soon')])["actions.csv"]

    assert b'"Mend ""swings"", soon"' in made


@given(st.lists(any_text, min_size=3, max_size=3))
def test_any_text_comes_back_as_it_went_in(texts: list[str]) -> None:
    rows = [dict(zip(("action", "marker", "text"), texts, strict=True))]
    made = csv_of(TABLES["sub_items"], rows).decode("utf-8-sig")
    _, back = csv.reader(io.StringIO(made, newline=""), strict=True)

    assert [unguarded(cell) for cell in back] == texts


# The guard against formulas.


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_and_a_plain_negative_number_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(st.one_of(any_text, st.text("'=+-@ \t1", max_size=6)))
def test_the_guard_can_always_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(any_text)
def test_no_guarded_cell_begins_like_a_formula(text: str) -> None:
    cell = guarded(text).lstrip()

    assert not cell.startswith(("=", "+", "@", "|", "%"))
    assert not cell.startswith("-") or cell.removeprefix("-").replace(".", "").isdecimal()


def test_json_has_no_guard() -> None:
    assert data(actions=[an_action(title="=1+1")])["actions"][0]["title"] == "=1+1"


# What a row says.


def test_a_sound_action_is_said_in_full() -> None:
    action = an_action(
        id="1",
        number="1a",
        title="Put benches along the river",
        owners=["park-warden", "parks-board"],
        due="Start now, complete by May 24",
        status="amber",
        stage="in progress",
        updates=[
            an_update(on="2024-05-14", text="Ordered.\n\nThey are oak."),
            an_update(kind="forward", text="Twelve more."),
        ],
        sub_items=[{"marker": "a.", "text": "Count"}, "Choose"],
    )
    inner = a_group(id="inner", title="Rest", actions=[action])
    (made,) = table("actions", groups=[a_group(id="outer", title="Parks", groups=[inner])])

    assert {key: text for key, text in made.items() if text} == {
        "id": "1",
        "number": "1a",
        "group": "Parks › Rest",
        "title": "Put benches along the river",
        "owners": "Park warden; Parks board",
        "schedule": "Start now, complete by May 24",
        "schedule_kind": "range",
        "last_day": "2024-05-31",
        "end_date_state": "stated",
        "date_passed": "yes",
        "status": "Amber",
        "stage": "in_progress",
        "update_state": "dated",
        "latest_update_on": "2024-05-14",
        "latest_update": "Ordered.\n\nThey are oak.",
        "forward_notes": "Twelve more.",
        "sub_items": "a. Count; Choose",
    }


def test_a_bare_action_is_blank_but_for_what_is_known_to_be_missing() -> None:
    assert {key: text for key, text in row().items() if text} == {
        "id": "1",
        "title": "Put benches in the park",
        "schedule_kind": "not_stated",
        "end_date_state": "not_stated",
        "status": "Not rated",
        "update_state": "none",
    }


@pytest.mark.parametrize(
    ("action", "passed"),
    [
        ({"due": "by May 2024"}, "yes"),
        ({"due": "by June 2024"}, "no"),
        ({"due": "by May 2024", "stage": "complete"}, "no"),
        ({"due": "start May 2024"}, ""),
        ({"due": "by May 2024", "left_on": "2024-05-02"}, ""),
    ],
)
def test_a_date_has_passed_has_not_or_cannot(action: dict[str, object], passed: str) -> None:
    assert row(**action)["date_passed"] == passed


def test_a_start_has_a_first_day_and_no_last_one() -> None:
    made = row(due="Commence Nov 22")

    assert (made["first_day"], made["last_day"]) == ("2022-11-01", "")


def test_a_zero_is_a_zero_and_not_a_blank() -> None:
    assert row(percent_complete="0")["percent_complete"] == "0"
    assert row()["percent_complete"] == ""


def test_what_an_action_waits_for_is_named_by_id() -> None:
    made = table(
        "actions",
        actions=[
            an_action(id="1", depends_on=[{"kind": "action", "action": "2"}]),
            an_action(id="2"),
        ],
    )

    assert made[0]["depends_on"] == "Waits for another action: 2"


def test_evidence_is_a_title_with_its_address() -> None:
    link = {"title": "A map", "url": "https://example.org/map"}

    assert row(links=[link])["links"] == "A map (https://example.org/map)"


def test_an_unclear_date_is_kept_as_written_and_never_as_a_day() -> None:
    (made,) = table("updates", actions=[an_action(updates=[an_update(dated_as_written="296023")])])

    assert (made["on"], made["state"], made["dated_as_written"]) == ("", "invalid", "296023")


@pytest.mark.parametrize("text", ["", "TBC"])
def test_a_placeholder_is_a_row_without_text(text: str) -> None:
    (made,) = table("updates", actions=[an_action(updates=[an_update(text=text)])])

    assert made["text"] == ""
    assert made["state"] in {"empty", "placeholder"}


def test_groups_name_their_parent_and_count_what_is_inside_them() -> None:
    gone = an_action(id="3", left_on="2024-05-02")
    inner = a_group(id="inner", actions=[an_action(id="1"), gone])
    outer = a_group(id="outer", groups=[inner], actions=[an_action(id="2")])
    made = table("groups", groups=[outer, a_group(id="empty")])

    assert [(one["id"], one["parent"], one["actions"]) for one in made] == [
        ("outer", "", "2"),
        ("inner", "outer", "1"),
        ("empty", "", "0"),
    ]


# The tables of charts.


def test_the_table_of_status_by_group_has_a_row_for_each_group_and_level() -> None:
    parks = a_group(title="Parks", actions=[an_action(id="2", status="red")])
    made = table("status_by_group", actions=[an_action(id="1", status="green")], groups=[parks])

    assert [tuple(one.values()) for one in made] == [
        ("", "", "Red", "0"),
        ("", "", "Amber", "0"),
        ("", "", "Green", "1"),
        ("parks", "Parks", "Red", "1"),
        ("parks", "Parks", "Amber", "0"),
        ("parks", "Parks", "Green", "0"),
    ]


def test_the_table_of_due_by_quarter_goes_on_with_what_has_no_end_date() -> None:
    dates = ["by May 2024", "by 1 Aug 2024", "Ongoing", "TBC"]
    actions = [an_action(id=str(at), due=one) for at, one in enumerate(dates)]
    made = table("due_by_quarter", actions=actions)

    assert [tuple(one.values()) for one in made] == [
        ("2024-Q2", "2024-04-01", "2024-06-30", "stated", "1", "no"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "stated", "1", "no"),
        ("", "", "", "ongoing", "1", ""),
        ("", "", "", "to_be_confirmed", "1", ""),
    ]


def test_the_table_of_owners_begins_with_the_one_named_most_and_ends_with_nobody() -> None:
    owned = [["park-warden"], ["parks-board", "library-team"], ["parks-board"], []]
    actions = [an_action(id=str(at), owners=one) for at, one in enumerate(owned)]
    made = table("owners", actions=actions)

    assert [tuple(one.values()) for one in made] == [
        ("parks-board", "Parks board", "2", "1"),
        ("park-warden", "Park warden", "1", "2"),
        ("library-team", "Library team", "1", "2"),
        ("", "", "1", ""),
    ]


# The JSON.


def test_the_json_says_what_the_plan_is_and_when_its_facts_were_true() -> None:
    made = data(title="Plan for the parks", kind="charter", published="2024-07")

    assert {key: made[key] for key in ("id", "title", "kind", "as_at", "published")} == {
        "id": "parks-2024",
        "title": "Plan for the parks",
        "kind": "charter",
        "as_at": "2024-06-30",
        "published": "2024-07-31",
    }
    assert made["publisher"] == a_publisher().name


def test_a_time_of_publication_that_is_not_stated_is_null() -> None:
    assert data()["published"] is None


def test_the_counts_hold_every_level_and_sum_to_the_total() -> None:
    written = ["red", "amber", "not rated", "not published"]
    actions = [an_action(id=str(index), status=one) for index, one in enumerate(written)]
    made = data(actions=[*actions, an_action(id="9", left_on="2024-05-02")])

    assert made["counts"] == {
        "red": 1,
        "amber": 1,
        "green": 0,
        "not_rated": 1,
        "not_published": 1,
    }
    assert sum(made["counts"].values()) == sum(made["end_dates"].values()) == made["total"] == 4


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_the_same_in_json_and_csv(name: str) -> None:
    action = an_action(
        title="=1+1", updates=[an_update(on="2024-05-14")], sub_items=["-1+1"], due="Ongoing"
    )
    plan = {"groups": [a_group(actions=[action])]}

    assert data(**plan)[name] == table(name, **plan)


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = {"actions": [an_action(owners=["park-warden"])]}

    assert files(**plan) == files(**plan)
