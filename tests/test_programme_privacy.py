"""What teams send in is made into the same pages however it is saved, and says where nobody was."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import PlansFolder
from planboard.showing import pages
from planboard.showing.render import Fragments
from planboard.words.problems import Level
from planted import PLANTED
from returns import PROGRAMME, RETURN, SESSIONS, a_row, put_programme, reshaped

if TYPE_CHECKING:
    from collections.abc import Mapping

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
ONE_OF_EACH = {code: words for words, code in reversed(PLANTED.items())}
"""Words for each kind of personal data, by its code."""


@pytest.fixture
def vale(plans_folder: PlansFolder) -> PlansFolder:
    return put_programme(plans_folder)


def published(folder: PlansFolder) -> Mapping[str, bytes]:
    """Return every page and file that would be published, by its address."""
    collection = folder.checked().publishable
    assert collection
    made = pages.of_site(collection, FRAGMENTS, "https://vale.example/")
    return {
        **{one.address: f"{one.html}{one.search_html}".encode() for one in made.pages},
        **{one.address: one.content for one in made.files},
    }


@cache
def _as_it_is(root: Path) -> Mapping[str, bytes]:
    return published(put_programme(PlansFolder(root).make_sound()))


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return _as_it_is(tmp_path_factory.mktemp("vale") / "plans")


@pytest.mark.parametrize("rows", reshaped().values(), ids=reshaped().keys())
def test_however_the_return_is_saved_the_pages_are_the_same(
    vale: PlansFolder, rows: bytes, as_it_is: Mapping[str, bytes]
) -> None:
    vale.put(SESSIONS, rows)
    assert published(vale) == as_it_is
    assert "volunteers/vale/" in as_it_is


@pytest.mark.parametrize(("code", "words"), ONE_OF_EACH.items(), ids=ONE_OF_EACH.keys())
def test_personal_data_in_the_notes_of_a_return_stops_the_build(
    vale: PlansFolder, code: str, words: str
) -> None:
    quoted = '"' + f"Seen: {words}, and more".replace('"', '""') + '"'
    vale.put(SESSIONS, RETURN + a_row(start_time="19:30", notes=quoted).splitlines()[1] + "\n")
    checked = vale.checked()
    assert checked.publishable is None
    (said,) = checked.at(Level.ERROR)
    assert said.code == code
    assert re.match(r"plans/vale/sessions\.csv:5:1\d\d: This looks like", str(said))
    assert words not in str(said)


@pytest.mark.parametrize("column", ["team", "site", "w3w", "start_time", "vehicles_passed"])
def test_a_plate_in_any_column_of_a_return_stops_the_build(vale: PlansFolder, column: str) -> None:
    vale.put(SESSIONS, a_row(**{column: "AB12 CDE"}))
    assert "registration-plate" in vale.codes()
    assert not any("CDE" in said for said in vale.said())


@pytest.mark.parametrize(
    "line",
    [
        "teams:\n  - {id: a, name: Team of AB12 CDE}\n",
        "batches:\n  - {id: a, first_day: 2022-05-01, last_day: 2022-05-02, results: AB12 CDE}\n",
        "guidance:\n  - {id: a, title: Call, text: Call 07700 900123.}\n",
        "drops:\n  - {before: checked, reason: seen at 51.12345, -1.98765}\n",
    ],
)
def test_personal_data_in_the_rest_of_a_programme_stops_the_build(
    vale: PlansFolder, line: str
) -> None:
    text = vale.text(PROGRAMME)
    if line.startswith("teams:"):
        text = text.replace("teams:\n", line)
        line = ""
    vale.put(PROGRAMME, text + line)
    checked = vale.checked()
    assert checked.publishable is None


def test_no_built_byte_has_a_position_or_a_note(
    vale: PlansFolder, as_it_is: Mapping[str, bytes]
) -> None:
    vale.put(SESSIONS, RETURN.replace("heavy rain", "hailstones"))
    for made in (published(vale), as_it_is):
        everything = b"\n".join(made.values()).lower()
        for word in (b"filled.count", b"soap", b"hailstones", b"heavy rain"):
            assert word not in everything
        assert b"main road" in everything


def test_a_position_that_is_released_is_on_the_page_of_its_site_alone(vale: PlansFolder) -> None:
    text = vale.text(PROGRAMME)
    vale.put(PROGRAMME, text.replace("    w3w:", "    released: true\n    w3w:", 1))
    found = [address for address, data in published(vale).items() if b"filled.count" in data]
    assert "volunteers/vale/sites/high-street/" in found
    assert not [one for one in found if "school-lane" in one or "main-road" in one]
