"""Returns as editors keep them: a row each in a spreadsheet, or a file each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from planboard.rules.check import Checked, check
from planboard.truth.model.returns import HeadCount
from planboard.words.problems import Level

if TYPE_CHECKING:
    from pathlib import Path

    from planboard.truth.model.returns import Return

FORUMS = """\
format: 1
title: Forums of Hill Town
publisher: hill-town
as_at: 2024-06-30
areas: [{id: oak, name: Oak}]
forums: [{id: oak, name: Oak forum, area: oak}]
periods:
  - {id: p1, label: January to June 2024, first_day: 2024-01-01, last_day: 2024-06-30}
"""
ROWS = """\
forum,met_on,attendance_residents,agreed,priorities_1,priorities_2,progress_1_priority,progress_1_text
oak,2024-02-01,about 12,no,Litter,Noise,,
oak,2024-05-01,9,no,Parking,,Litter,Bins were put up.
"""
ONE_RETURN = """\
forum: oak
met_on: 2024-02-01
attendance: {residents: about 12}
agreed: no
priorities: [Litter, Noise]
"""


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of plans with one record of forums and no returns yet."""
    registers = tmp_path / "plans" / "registers"
    registers.mkdir(parents=True)
    (registers / "site.yml").write_text("format: 1\ntitle: T\n")
    (registers / "publishers.yml").write_text(
        "format: 1\npublishers: [{id: hill-town, name: Hill Town Council, kind: council}]\n"
    )
    (tmp_path / "plans" / "oak").mkdir()
    (tmp_path / "plans" / "oak" / "forums.yml").write_text(FORUMS)
    return tmp_path / "plans"


def checked(plans: Path) -> Checked:
    return check(plans, date(2024, 7, 1))


def errors(plans: Path) -> list[str]:
    return [one.message for one in checked(plans).at(Level.ERROR)]


def returns(plans: Path) -> tuple[Return, ...]:
    found = checked(plans)
    assert not found.at(Level.ERROR)
    assert found.collection is not None
    return found.collection.forums[0].forums.returns


@pytest.mark.parametrize(
    "content",
    [
        ROWS.encode(),
        ROWS.replace("\n", "\r\n").encode("utf-8-sig"),
        ROWS.replace(",", ";").encode(),
        ROWS.replace("2024-02-01", "01/02/2024").replace("2024-05-01", "01/05/2024").encode(),
        ROWS.encode("utf-16"),
    ],
    ids=["plain", "from Excel", "semicolons", "UK dates", "UTF-16"],
)
def test_returns_are_read_from_a_spreadsheet_however_it_was_saved(
    plans: Path, content: bytes
) -> None:
    (plans / "oak" / "returns.csv").write_bytes(content)

    first, second = returns(plans)
    assert (first.met_on, second.met_on) == (date(2024, 2, 1), date(2024, 5, 1))
    assert first.attendance.residents == HeadCount(12, approximate=True)
    assert first.priorities == ("Litter", "Noise")
    assert [one.text for one in second.progress] == ["Bins were put up."]


def test_a_return_in_a_file_of_its_own_is_read_like_a_row(plans: Path) -> None:
    folder = plans / "oak" / "returns"
    folder.mkdir()
    (folder / "oak-february.yml").write_text(ONE_RETURN)

    (one,) = returns(plans)
    assert one.priorities == ("Litter", "Noise")
    assert one.attendance.residents == HeadCount(12, approximate=True)


def test_a_return_without_an_answer_lacks_its_forum_and_the_day_of_the_meeting(
    plans: Path,
) -> None:
    (plans / "oak" / "forums.yml").write_text(FORUMS + "returns:\n  - police: 2\n")

    said = errors(plans)

    assert len(said) == 2
    assert [key for key in ("forum", "met_on") if any(f'"{key}"' in one for one in said)] == [
        "forum",
        "met_on",
    ]


def test_a_number_that_is_none_is_told_with_its_row_and_column(plans: Path) -> None:
    (plans / "oak" / "returns.csv").write_text(ROWS.replace("about 12", "some"))

    (problem,) = checked(plans).at(Level.ERROR)
    assert problem.place.file.endswith("oak/returns.csv")
    assert problem.place.line == 2
    assert "is not a number of people" in problem.message


def test_the_words_of_a_tension_are_in_no_finding(plans: Path) -> None:
    row = "forum,met_on,tensions_1_text\noak,2024-02-01,The QZX gang and the ZXQ gang fell out.\n"
    (plans / "oak" / "returns.csv").write_text(row)

    said = " ".join(one.message for one in checked(plans).problems)
    assert "QZX" not in said
    (back,) = returns(plans)
    assert [one.text for one in back.tensions] == [""]
