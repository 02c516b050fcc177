"""The files beside the pages of a programme: totals and aggregates, and small counts kept back."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from markup import parsed
from planboard.saying import routes, wording
from planboard.showing.downloads.programme import activity
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.downloads.programme import site as site_downloads
from planboard.showing.downloads.programme.files import JSON, TABLES
from planboard.showing.downloads.tables import unguarded
from planboard.showing.page import keys as keys_page
from planboard.showing.render import Fragments
from planboard.words.vocabulary.issues import Channel
from planboard.words.vocabulary.programmes import (
    LETTERS,
    OUTCOMES,
    FollowUp,
    RepeatBand,
    SessionState,
    SiteState,
    Step,
    VisitReason,
)
from programmes import (
    a_batch,
    a_place,
    a_programme,
    a_team,
    a_visit,
    letters,
    planned,
    sessions,
    verdicts,
)
from returns import SESSIONS, a_row, put_programme

if TYPE_CHECKING:
    from enum import StrEnum

    from folders import PlansFolder
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull

ROOT = Path(__file__).parent.parent
KEPT_BACK = "[c]"
RELEASED, PRIVATE = "///open.green.place", "///quiet.hidden.corner"
NOTE = "Swallows nest under the bridge"


@cache
def watch() -> tuple[ProgrammeInFull, ProgrammeTold]:
    """Return a programme with something in every table, small counts among them."""
    record = a_programme(
        sessions("2024-01", "oak", "oak-end", 3),
        sessions("2024-02", "oak", "oak-end", 2),
        sessions("2024-02", "elm", "mill-lane", 4, highest_mph=52, limit_mph=40),
        sessions("2024-03", "elm", "mill-lane", state=SessionState.ABANDONED),
        sessions("2024-03", "elm", "oak-end", state=SessionState.CANCELLED),
        teams=[a_team("oak", name="Zelkova", deputies="0", members="5"), a_team("elm")],
        sites=[
            a_place("oak-end", w3w=RELEASED, released="yes"),
            a_place("mill-lane", w3w=PRIVATE),
            a_place("far-field", requested="2024-02-03", refused="2024-03-04", reason="Too dark."),
        ],
        planned=[planned("2024-01", "oak", 4), planned("2024-02", "elm", 4)],
        letters=[letters("2024-02", "oak", 3, 2, 0), letters("2024-03", "elm", 7, 6, 1)],
        visits=[
            a_visit("2024-02-05", "oak-end", course="9", court="1", reason="complaint"),
            a_visit("2024-04-07", "mill-lane", course="8", court="2", by="traffic-officer"),
        ],
        checked="30",
        drops=[{"before": "checked", "reason": "Not read in full", "vehicles": "6"}],
        repeats=[
            {"band": "seen_2", "vehicles": "14"},
            {"month": "2024-01", "band": "seen_2", "vehicles": "2"},
        ],
        speeds=[{"from_mph": "5", "to_mph": "9", "vehicles": "36"}],
        batches=[
            a_batch("told", "2024-05-03", "2024-05-05", told_on="2024-05-09"),
            a_batch("waits", "2024-05-20"),
        ],
        guidance=[{"id": "rude", "title": "Rude drivers", "text": "Walk away."}],
        meetings=[
            {
                "on": "2024-07-02",
                "title": "Training",
                "kind": "training",
                "starts": "19:30",
                "place": "Village hall",
                "note": "Bring a coat.",
            },
            {"on": "2024-02-06", "title": "Leaders’ meeting"},
        ],
        elsewhere=[
            {
                "area": "Elsewhere",
                "period": "2023",
                "sessions": "12",
                "source": "Its report",
                "url": "https://example.org/",
            }
        ],
    )
    return record, verdicts(record)


@cache
def beside() -> dict[str, bytes]:
    return downloads.files(*watch())


@cache
def beside_site(site: str) -> dict[str, bytes]:
    return downloads.of_site(*watch(), site)


def rows(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV as a program reads them, the guard undone."""
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return [{key: unguarded(cell) for key, cell in row.items()} for row in csv.DictReader(text)]


def table(name: str) -> list[dict[str, str]]:
    return rows(beside()[f"{name}.csv"])


def data() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(beside()["data.json"])
    return read


def by(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in table(name)}


# Which files there are, and their columns.


def test_a_programme_has_a_csv_for_each_table_and_one_json() -> None:
    assert list(beside()) == [*(f"{name}.csv" for name in TABLES), "data.json"]


def test_the_first_columns_of_sessions_are_those_that_were_promised() -> None:
    head = beside()["sessions.csv"].decode("utf-8-sig").splitlines()[0]

    assert head.startswith("team,month,sessions,vehicles_passed,over_threshold,")


def test_what_is_beyond_a_plan_is_the_last_column_of_each_table_with_plans() -> None:
    planned = {name for name, keys in TABLES.items() if "planned" in {key.name for key in keys}}
    last = {name for name, keys in TABLES.items() if keys[-1].name == "unplanned"}

    assert planned == last == {"months", "teams"}


@pytest.mark.parametrize("name", TABLES)
def test_every_column_is_documented_once(name: str) -> None:
    head = beside()[f"{name}.csv"].decode("utf-8-sig").partition("\r\n")[0]
    keys = [key.name for key in TABLES[name]]

    assert head.split(",") == keys
    assert len(keys) == len(set(keys))
    assert all(key.meaning for key in TABLES[name])


def test_every_key_of_the_json_is_documented() -> None:
    assert list(data()) == [key.name for key in JSON]
    assert list(json.loads(beside_site("oak-end")["data.json"])) == [
        key.name for key in site_downloads.JSON
    ]


@pytest.mark.parametrize(
    ("name", "column", "kinds"),
    [
        ("sites", "state", SiteState),
        ("visits", "reason", VisitReason),
        ("follow_up", "kind", FollowUp),
        ("funnel", "step", Step),
        ("repeats", "band", RepeatBand),
        ("hops", "how", Channel),
    ],
)
def test_every_code_of_a_closed_list_is_documented(
    name: str, column: str, kinds: type[StrEnum]
) -> None:
    (meaning,) = [key.meaning for key in TABLES[name] if key.name == column]

    assert [code for code in kinds if code.value not in meaning] == []


def test_the_data_page_is_told_of_the_files_beside_all_three_kinds_of_page() -> None:
    of_programme, of_site, of_return = downloads.documented()

    assert {*of_programme.files} == {*beside()}
    assert {*of_site.files} == {*beside_site("oak-end")}
    assert {*of_return.files} == {*downloads.of_return()}
    kinds = (of_programme, of_site, of_return)
    keys = [key for kind in kinds for keys in kind.files.values() for key in keys]
    assert [key.name for key in keys if not key.meaning] == []


def test_a_column_that_may_hold_a_marker_says_what_it_means() -> None:
    (of_programme, of_site, _) = downloads.documented()
    for files, kind in ((beside(), of_programme), (beside_site("oak-end"), of_site)):
        for name in kind.files:
            if name.endswith(".csv"):
                held = {key for row in rows(files[name]) for key in row if row[key] == KEPT_BACK}
                said = {key.name for key in kind.files[name] if KEPT_BACK in key.meaning}
                assert held <= said, name


def test_a_table_without_rows_has_no_csv_and_an_empty_list() -> None:
    record = a_programme()
    made = downloads.files(record, verdicts(record))

    assert "sessions.csv" not in made
    assert "visits.csv" not in made
    assert json.loads(made["data.json"])["visits"] == []


# What they say is what was worked out.


def test_sessions_are_added_up_by_team_and_month_with_teams_by_name() -> None:
    record, told = watch()

    assert [
        (row["team"], row["month"], *(int(row[key]) for key in ("sessions", "abandoned")))
        for row in table("sessions")
    ] == [
        (record.teams[team].name, f"{month:%Y-%m}", one.sessions, one.abandoned)
        for (team, month), one in told.done.by_team_month.items()
    ]


def test_every_month_up_to_the_as_at_day_has_its_counts() -> None:
    told = watch()[1]
    found = by("months", "month")

    assert [*found] == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]
    for month, one in told.done.by_month.items():
        row = found[f"{month:%Y-%m}"]
        assert int(row["sessions"]) == one.sessions
        assert int(row["vehicles_passed"] or 0) == one.vehicles_passed
        assert int(row["over_threshold"] or 0) == one.over_threshold
        assert int(row["visits"]) == len(told.followed_up.visits.by_month[month])
        assert row["planned"] == ("" if one.planned is None else str(one.planned))


@pytest.mark.parametrize("name", ["sessions", "months", "teams", "sites"])
def test_vehicles_are_blank_exactly_where_no_session_was_held(name: str) -> None:
    record = a_programme(
        sessions("2024-01", "oak", "oak-end", vehicles_passed=0, over_threshold=0),
        sessions("2024-03", "elm", "mill-lane", state=SessionState.ABANDONED),
        sessions("2024-03", "elm", "mill-lane", state=SessionState.CANCELLED),
    )
    found = rows(downloads.files(record, verdicts(record))[f"{name}.csv"])

    cells = {(row["sessions"], row["vehicles_passed"], row["over_threshold"]) for row in found}
    assert cells == {("1", "0", "0"), ("0", "", "")}


def test_vehicles_of_a_programme_without_a_session_are_null_in_the_json() -> None:
    record = a_programme(sessions("2024-03", state=SessionState.CANCELLED))
    found = json.loads(downloads.files(record, verdicts(record))["data.json"])

    assert found["counts"]["sessions"] == 0
    assert found["counts"]["vehicles_passed"] is None
    assert found["counts"]["over_threshold"] is None


@pytest.mark.parametrize("key", ["vehicles_passed", "over_threshold"])
def test_a_count_of_vehicles_says_that_it_is_blank_where_no_session_was_held(key: str) -> None:
    meanings = [
        one.meaning
        for table in (*activity.TABLES.values(), site_downloads.TABLES["sessions"])
        for one in table
        if one.name == key
    ]

    assert len(meanings) == 5
    assert all("blank where no session was held" in one for one in meanings)


def test_the_minutes_of_a_session_that_was_abandoned_count_as_its_key_says() -> None:
    broken_off = SessionState.ABANDONED
    record = a_programme(sessions("2024-03", state=broken_off, minutes=20, volunteer_minutes=60))
    files = downloads.files(record, verdicts(record))

    for name in ("sessions", "months", "teams", "sites"):
        (row,) = [one for one in rows(files[f"{name}.csv"]) if one["abandoned"] == "1"]
        assert (row["minutes"], row["volunteer_minutes"]) == ("20", "60")
        (meaning,) = [key.meaning for key in TABLES[name] if key.name == "abandoned"]
        assert "their minutes count" in meaning


def test_sessions_beyond_the_plan_add_up_to_those_of_the_whole_period() -> None:
    assert [row["unplanned"] for row in table("months")] == ["0", "2", "0", "0", "0", "0"]
    assert {row["id"]: row["unplanned"] for row in table("teams")} == {"elm": "0", "oak": "2"}
    assert data()["counts"]["unplanned"] == watch()[1].done.total.unplanned == 2


def test_nothing_is_beyond_a_plan_where_none_is_stated() -> None:
    record = a_programme(sessions("2024-01"))
    files = downloads.files(record, verdicts(record))

    for name in ("months", "teams"):
        assert {row["unplanned"] for row in rows(files[f"{name}.csv"])} == {""}
    assert json.loads(files["data.json"])["counts"]["unplanned"] is None


def test_the_json_says_how_to_join_and_how_to_send_a_return() -> None:
    record = a_programme(how_to_join="Write to us.", how_to_send="Give it to the lead.")
    found = json.loads(downloads.files(record, verdicts(record))["data.json"])

    assert (found["how_to_join"], found["how_to_send"]) == ("Write to us.", "Give it to the lead.")


def test_teams_stand_in_the_order_of_their_names_and_no_column_ranks_them() -> None:
    assert [row["name"] for row in table("teams")] == ["Elm", "Zelkova"]
    assert not [key.name for key in TABLES["teams"] if "rank" in key.name]
    assert by("teams", "id")["oak"]["planned"] == "4"


def test_a_site_has_the_day_of_each_step_and_the_days_to_its_approval() -> None:
    found = by("sites", "id")

    assert found["oak-end"]["requested"] == "2023-03-01"
    assert found["oak-end"]["approved"] == "2023-05-10"
    assert found["oak-end"]["days_to_approval"] == "70"
    assert found["far-field"]["state"] == "refused"
    assert found["far-field"]["approved"] == ""
    assert found["far-field"]["reason"] == "Too dark."


def test_the_highest_speed_stands_with_the_limit_where_it_was_measured() -> None:
    row = by("sites", "id")["mill-lane"]

    assert (row["highest_speed_mph"], row["highest_speed_limit_mph"]) == ("52", "40")


def test_follow_up_and_funnel_are_totals_of_the_whole_period() -> None:
    told = watch()[1].followed_up

    assert {row["kind"]: int(row["count"]) for row in table("follow_up")} == told.totals
    assert [(row["step"], int(row["vehicles"])) for row in table("funnel")] == [
        (one.step, one.vehicles) for one in told.funnel
    ]


def test_batches_that_are_waited_for_come_first_with_the_day_since_when() -> None:
    waits, told = table("batches")

    assert (waits["id"], waits["told_on"], waits["waiting_since"]) == ("waits", "", "2024-03-14")
    assert (told["told_on"], told["waiting_since"]) == ("2024-05-09", "")
    assert told["days_to_volunteers"] == "6"


def test_hops_and_visits_name_roles_and_no_ids() -> None:
    assert table("hops")[0]["by"] == "Traffic enforcement officer"
    assert {row["by"] for row in table("visits")} == {"", "Traffic officer"}


def test_the_json_has_the_totals_as_numbers() -> None:
    found, told = data(), watch()[1]

    assert (
        found["counts"].items()
        >= {
            "sessions": told.done.total.sessions,
            "planned": told.done.total.planned,
            "abandoned": 1,
            "cancelled": 1,
            "vehicles_passed": told.done.total.vehicles_passed,
            "visits": 2,
            "letters": told.followed_up.letters,
            "drivers_stopped": told.followed_up.stopped,
        }.items()
    )
    assert found["results"] == {"returned": 1, "waiting": 1, "waiting_since": "2024-03-14"}
    assert found["deputies"] == {"none": 1, "of": 1}


# Small counts.


def test_a_count_that_is_kept_back_is_the_same_marker_in_csv_and_json() -> None:
    found, told = data(), watch()[1].followed_up
    tables = (
        ("months", "month", {f"{key:%Y-%m}": row for key, row in told.by_month.items()}),
        ("teams", "id", told.by_team),
        ("sites", "id", told.by_site),
    )
    hidden = 0
    for name, key, counts in tables:
        in_json = {row[key]: row for row in found[name]}
        for one, row in by(name, key).items():
            assert in_json[one] == row
            for kind, count in counts[one].items():
                assert row[kind] == (KEPT_BACK if count is None else str(count))
                hidden += count is None
    assert hidden > 3


def test_repeats_of_a_month_are_guarded_and_those_of_the_whole_period_are_not() -> None:
    assert table("repeats") == [
        {"month": "", "band": "seen_2", "vehicles": "14"},
        {"month": "2024-01", "band": "seen_2", "vehicles": KEPT_BACK},
    ]


def test_a_total_of_the_whole_period_is_never_kept_back() -> None:
    for name in ("follow_up", "funnel", "drops", "speeds", "reasons", "states"):
        assert KEPT_BACK not in beside()[f"{name}.csv"].decode(), name
    assert KEPT_BACK not in str(data()["counts"])


def test_no_visit_has_an_outcome_of_its_own() -> None:
    columns = {*table("visits")[0], *rows(beside_site("oak-end")["visits.csv"])[0]}

    assert not columns & {*OUTCOMES, *LETTERS, "stopped"}


def test_the_json_says_what_the_marker_means() -> None:
    assert [*data()["markers"]] == [KEPT_BACK] == [wording.WITHHELD]


# One site.


def test_a_site_has_sessions_beside_visits_month_by_month() -> None:
    found = {row["month"]: row for row in rows(beside_site("oak-end")["sessions.csv"])}

    assert [*found["2024-01"]] == [
        *("month", "sessions", "abandoned", "cancelled"),
        *("vehicles_passed", "over_threshold", "visits"),
    ]
    assert [*found] == [row["month"] for row in table("months")]
    assert [*found["2024-02"].values()] == ["2024-02", "2", "0", "0", "200", "8", "1"]
    assert [*found["2024-03"].values()] == ["2024-03", "0", "0", "1", "", "", "0"]


@pytest.mark.parametrize("site", ["oak-end", "mill-lane"])
def test_the_outcomes_of_a_site_are_those_of_the_list_of_sites(site: str) -> None:
    listed = by("sites", "id")[site]
    found = {row["outcome"]: row["drivers"] for row in rows(beside_site(site)["outcomes.csv"])}

    assert found == {kind.value: listed[kind] for kind in OUTCOMES}
    assert found["court"] == KEPT_BACK


def test_a_site_without_a_visit_has_no_table_of_visits_and_none_of_outcomes() -> None:
    assert [*beside_site("far-field")] == ["sessions.csv", "data.json"]


def test_the_tables_of_a_site_say_the_same_in_json_and_csv() -> None:
    for site in watch()[0].sites:
        found = json.loads(beside_site(site)["data.json"])
        for name, content in beside_site(site).items():
            if name.endswith(".csv"):
                assert found[name.removesuffix(".csv")] == rows(content)


def test_nobody_is_given_files_of_a_site_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        downloads.of_site(*watch(), "nowhere")


# What is private.


def everything(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, bytes]:
    """Return all files of a programme by their addresses."""
    found = {
        routes.programme(record.id): downloads.files(record, told),
        routes.return_form(record.id): downloads.of_return(),
        **{
            routes.site(record.id, site): downloads.of_site(record, told, site)
            for site in record.sites
        },
    }
    return {
        routes.beside(page, name): content
        for page, files in found.items()
        for name, content in files.items()
    }


def test_a_position_is_published_only_where_it_is_released() -> None:
    found = everything(*watch())
    words = PRIVATE.removeprefix("///").split(".")

    assert by("sites", "id")["oak-end"]["position"] == RELEASED
    assert by("sites", "id")["mill-lane"]["position"] == ""
    assert [name for name in found if any(word in found[name].decode() for word in words)] == []
    assert {name.rpartition("/")[2] for name in found if RELEASED in found[name].decode()} == {
        "sites.csv",
        "data.json",
    }


def test_no_word_of_notes_or_positions_in_a_return_is_in_any_file(
    plans_folder: PlansFolder,
) -> None:
    put_programme(plans_folder)
    plans_folder.append(SESSIONS, a_row(session_date="2022-05-04", notes=NOTE).splitlines()[1])
    assert NOTE in plans_folder.text(SESSIONS)
    collection = plans_folder.checked().publishable
    assert collection is not None
    (record,) = collection.programmes
    found = everything(record, verdicts(record))

    assert sum(one.sessions for one in record.sessions) == 4
    planted = (*NOTE.split()[:2], "heavy rain", "filled", "soap")
    said = b"".join(found.values()).decode()
    assert [word for word in planted if word in said] == []


def test_the_data_page_explains_every_column_and_the_marker() -> None:
    (page,) = keys_page.of_keys((), (), Fragments(ROOT / "overrides")).pages
    explained = parsed(page.html).text

    assert "[c] in place of a count means that the count is kept back" in explained
    for kind in downloads.documented():
        assert f"Beside {kind.page}" in explained
        for keys in kind.files.values():
            assert [key.name for key in keys if key.meaning not in explained] == []
