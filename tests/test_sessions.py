"""What teams send in is read row by row, added up, and told in words that a team leader uses."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from planboard.reading import library, stream
from planboard.words.vocabulary.programmes import SessionState
from returns import COLUMNS, PROGRAMME, RETURN, SESSIONS, a_row, put_programme, reshaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from folders import PlansFolder
    from planboard.truth.model.programme.sessions import SessionGroup, Sessions

pytestmark = pytest.mark.usefixtures("vale")
SAID: Final = Path(__file__).parent / "broken" / "returns.txt"
_A_ROW = RETURN.splitlines()[1]


@pytest.fixture
def vale(plans_folder: PlansFolder) -> PlansFolder:
    return put_programme(plans_folder)


def sessions(folder: PlansFolder) -> Sessions:
    return library.open_folder(folder.root)[0].sessions["vale"]


def group(folder: PlansFolder, site: str) -> SessionGroup:
    (found,) = (one for one in sessions(folder).groups if one.site == site)
    return found


def said_of(folder: PlansFolder, rows: str) -> str:
    folder.put(SESSIONS, rows)
    return folder.said_once().removeprefix("plans/vale/sessions.csv:")


# What is read


def test_the_return_is_read_as_it_is(vale: PlansFolder) -> None:
    assert vale.said() == []
    found = group(vale, "Example Village - High Street")
    assert (found.vehicles_passed, found.over_threshold, found.highest_mph) == (210, 9, 47)
    assert (found.month, found.minutes, found.volunteer_minutes) == (date(2022, 5, 1), 45, 135)
    assert group(vale, "Sample Green - Main Road").state is SessionState.ABANDONED


@pytest.mark.parametrize("rows", reshaped().values(), ids=reshaped().keys())
def test_however_it_is_saved_the_return_is_the_same(vale: PlansFolder, rows: bytes) -> None:
    expected = vale.checked().collection
    vale.put(SESSIONS, rows)
    assert vale.said() == []
    found = vale.checked().collection
    assert found
    assert expected
    plain = [
        [(one.team, one.site, one.month, one.state, one.over_threshold) for one in record.sessions]
        for record in (*found.programmes, *expected.programmes)
    ]
    assert plain[0] == plain[1]
    assert len(plain[0]) == 3


def test_returns_may_lie_in_a_folder_a_file_each(vale: PlansFolder) -> None:
    vale.delete(SESSIONS)
    head, first, second, third = RETURN.splitlines()
    vale.put("vale/sessions/may-1.csv", f"{head}\n{first}\n{third}\n")
    vale.put("vale/sessions/may-2.csv", f"{head}\n{second}\n")
    assert vale.said() == []
    assert sessions(vale).rows == 3


def test_a_team_and_a_site_may_be_named_by_their_ids_or_in_other_letters(vale: PlansFolder) -> None:
    for team, site in (
        ("example-village", "high-street"),
        ("EXAMPLE  village", "example village – high street"),
    ):
        vale.put(SESSIONS, a_row(team=team, site=site))
        assert vale.said() == []
        collection = vale.checked().collection
        assert collection
        (found,) = collection.programmes[0].sessions
        assert (found.team, found.site) == ("example-village", "high-street")


def test_a_piece_of_the_file_ends_anywhere(
    vale: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = RETURN.replace("Abandoned: heavy rain", '"Abandoned: rain,\nand then ""hail"""')
    rows += _A_ROW.replace("08:05", "18:05").replace("Village - High", "Village - Low") + "\n"
    expected = said_of(vale, rows)
    assert expected.startswith("6:28: There is no site called")
    for size in (1, 7, 100, 180):
        monkeypatch.setattr(stream, "_PIECE", size)
        assert said_of(vale, rows) == expected


# What is wrong


WRONG: Final = (
    {"vehicles_passed": ""},
    {"vehicles_over_threshold": 300},
    {"vehicles_over_threshold": "-3"},
    {"vehicles_passed": 2.5},
    {"vehicles_passed": 123456789},
    {"highest_speed_mph": 30},
    {"w3w": "filled.count"},
    {"w3w": "///other.three.words"},
    {"start_time": "25:00"},
    {"session_date": "05/31/2022"},
    {"session_date": "31/02/2022"},
    {"session_date": ""},
    {"team": "Exmple Village"},
    {"site": "Example Village - High Stret"},
    {"notes": "wet, and dark"},
    {"session_date": "2022-06-03"},
    {"session_date": "2022-03-30"},
    {"speed_limit_mph": 20},
    {"speed_limit_mph": "3O"},
    {"notes": "seen: AB12 CDE"},
    {"notes": "seen at ///other.three.words"},
    {"team": "call 07700 900123"},
    {"w3w": "AB12 CDE"},
    {"vehicles_passed": "07700 900123"},
)
"""Cells that are wrong in an otherwise sound row."""


def test_a_team_leader_reads_what_is_wrong(
    vale: PlansFolder, golden: Callable[[Path, str], None]
) -> None:
    found = []
    for cells in WRONG:
        vale.put(SESSIONS, a_row(**cells))
        (written,) = (f"{key}: {value}" for key, value in cells.items())
        found.append("\n".join((f"[{written}]", *vale.said())))
    golden(SAID, "\n\n".join(found) + "\n")


@pytest.mark.parametrize("notes", ["Abandoned: heavy rain", "cancelled", "Canceled, no lead"])
def test_counts_may_be_blank_where_no_session_was_held(vale: PlansFolder, notes: str) -> None:
    blank = dict.fromkeys(
        ("duration_minutes", "volunteers", "vehicles_passed", "vehicles_over_threshold"), ""
    )
    vale.put(SESSIONS, a_row(**blank, highest_speed_mph="", notes=f'"{notes}"'))
    assert vale.said() == []
    assert group(vale, "Example Village - High Street").state is not SessionState.HELD


def test_everything_wrong_is_told_at_once(vale: PlansFolder) -> None:
    wrong = a_row(vehicles_passed="", team="Nowhere", start_time="9").splitlines()[1]
    rows = f"{COLUMNS}\n{wrong}\n{_A_ROW}\n{_A_ROW.replace('Example Village,', 'Elsewhere,')}\n"
    vale.put(SESSIONS, rows)
    assert vale.codes() == ["unknown-team", "wrong-value", "unknown-team"]


def test_a_name_that_is_wrong_in_many_rows_is_told_once(vale: PlansFolder) -> None:
    rows = [
        _A_ROW.replace("Example Village,", "Nowhere,").replace("08:05", f"{hour}:05")
        for hour in range(8, 18)
    ]
    said = said_of(vale, "\n".join((COLUMNS, *rows)))
    assert "10 rows have this name." in said


def test_a_return_that_was_sent_in_twice_is_told(vale: PlansFolder) -> None:
    vale.put("vale/sessions/again.csv", "\n".join(RETURN.splitlines()[:2]))
    assert vale.said_once() == (
        "plans/vale/sessions/again.csv:2:1: Row 2 is the session of row 2 of "
        "plans/vale/sessions.csv again: the same team, site, day and time. Delete one of the two; "
        "if they are two sessions, write the start_time of each."
    )


def test_a_corrected_return_without_times_is_not_counted_besides_the_first(
    vale: PlansFolder,
) -> None:
    one = a_row(start_time="")
    other = a_row(start_time="", vehicles_passed=212).splitlines()[1]
    vale.put(SESSIONS, f"{one}{other}\n")
    assert vale.codes() == ["session-twice"]
    vale.put(SESSIONS, f"{one}{other.replace('2022-05-03', '2022-05-04')}\n")
    assert vale.said() == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Example Village - High Street", "example village – high street"),
        ("Example Village - High Street", "high-street"),
        ("Example Village,", "example-village,"),
        ("Example Village,", "EXAMPLE  VILLAGE,"),
    ],
)
def test_a_session_is_the_same_however_its_team_or_site_is_called(
    vale: PlansFolder, name: str, other: str
) -> None:
    again = _A_ROW.replace(name, other)
    assert again != _A_ROW
    vale.put(SESSIONS, f"{RETURN}{again}\n")
    assert vale.codes() == ["session-twice"]


def test_a_return_that_is_saved_as_text_is_not_passed_over(vale: PlansFolder) -> None:
    vale.put("vale/sessions/may.txt", RETURN.replace(",", "\t"))
    assert vale.said_once().endswith(
        'Open it in the spreadsheet program and save it as "CSV UTF-8": may.csv.'
    )


def test_a_spreadsheet_in_the_folder_of_returns_is_not_passed_over(vale: PlansFolder) -> None:
    vale.put("vale/sessions/may.xlsx", b"PK\x03\x04")
    assert vale.said_once() == (
        "plans/vale/sessions/may.xlsx: This file is not read: it does not have a name that is "
        'looked for. Open it in the spreadsheet program and save it as "CSV UTF-8": may.csv.'
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"PK\x03\x04rest", "not-text"),
        (RETURN.replace("Example", "Exampl\u00e9").encode("cp1252"), "not-utf-8"),
        (RETURN.replace("team,", "team\x00,").encode(), "forbidden-character"),
        (b"a,b\n1,2\n", "no-header"),
        (RETURN.replace("210", '"210').encode(), "unclosed-quote"),
        (RETURN.replace("vehicles_passed", "vehicles_pased").encode(), "unknown-column"),
        (RETURN.replace(",vehicles_passed", "").encode(), "cell-without-column"),
    ],
)
def test_whatever_the_bytes_are_the_answer_is_a_sentence(
    vale: PlansFolder, data: bytes, code: str
) -> None:
    vale.put(SESSIONS, data)
    assert code in vale.codes()


def test_what_excel_tells_itself_in_the_first_line_is_no_header(vale: PlansFolder) -> None:
    vale.put(SESSIONS, "sep=;\n" + RETURN.replace(",", ";"))
    assert vale.said() == []
    assert sessions(vale).rows == 3


def test_a_title_above_the_header_is_the_one_thing_that_is_told(vale: PlansFolder) -> None:
    vale.put(SESSIONS, f"Return of May,,,\n{RETURN}")
    assert vale.codes() == ["no-header"]


def test_a_column_that_is_missing_is_told_once(vale: PlansFolder) -> None:
    rows = [row.split(",") for row in RETURN.splitlines()[:3]]
    vale.put(SESSIONS, "\n".join(",".join(row[:9]) for row in rows))
    assert vale.said_once().startswith("plans/vale/sessions.csv:1:1: This table has no column")


def test_a_programme_may_have_no_sessions_yet(vale: PlansFolder) -> None:
    vale.delete(SESSIONS)
    assert vale.said() == []


def test_positions_of_sites_that_are_not_in_the_list_are_a_warning(vale: PlansFolder) -> None:
    text = vale.text(PROGRAMME)
    vale.put(PROGRAMME, text.replace("    w3w: ///filled.count.soap\n", "", 1))
    assert vale.codes() == ["position-without-site"]
