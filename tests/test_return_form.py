"""The blank return: what a team writes in each column, and a sheet to fill in by hand."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builders import a_site
from markup import Element, parsed
from planboard.saying.views.programme import return_form as views
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.page import return_form
from planboard.showing.render import Fragments
from planboard.truth.model.programme.sessions import Session
from planboard.words.vocabulary.programmes import SessionState
from programmes import a_place, a_programme, a_team

if TYPE_CHECKING:
    from planboard.showing.page.made import Made
    from planboard.truth.in_full import ProgrammeInFull

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
COLUMNS = (
    *("team", "session_date", "site", "w3w", "speed_limit_mph", "start_time"),
    *("duration_minutes", "volunteers", "vehicles_passed", "vehicles_over_threshold"),
    *("highest_speed_mph", "notes"),
)
POSITION = "///open.green.place"
NEVER = "Never write a registration plate, a name or a phone number"


def record(**values: Any) -> ProgrammeInFull:  # noqa: ANN401 - whatever a file says
    given: dict[str, Any] = {
        "teams": [
            a_team("oak"),
            a_team("elm"),
            a_team("old", name="Given up", active_to="2024-02-01"),
        ],
        "sites": [
            a_place("oak-end", speed_limit_mph="40", threshold_mph="46"),
            a_place("mill-lane", w3w=POSITION, released="yes"),
            a_place("far-field", requested="2024-02-03"),
        ],
        "guidance": [{"id": "rude", "title": "Rude drivers", "text": "Walk away."}],
        "threshold_note": "From ten per cent and 2 mph over the limit.",
    }
    return a_programme(**{**given, **values})


def made(**values: object) -> Made:
    return return_form.of_programme(record(**values), a_site(), FRAGMENTS)


@cache
def page() -> Element:
    return parsed(made().pages[0].html)


@cache
def view() -> views.ReturnFormView:
    return views.of_programme(record(), a_site(), {})


def example(code: str) -> str:
    return next(one.example for one in view().columns if one.code == code)


# The columns.


def test_the_columns_are_those_of_a_session_in_their_order() -> None:
    assert tuple(one.code for one in view().columns) == tuple(Session.model_fields) == COLUMNS


def test_the_template_has_the_header_and_nothing_else() -> None:
    (file,) = made().files

    assert file.address == "volunteers/watch/return/return.csv"
    assert file.content == b"\xef\xbb\xbf" + ",".join(COLUMNS).encode() + b"\r\n"


@pytest.mark.parametrize("code", COLUMNS)
def test_the_page_names_each_column_and_says_what_belongs_in_it(code: str) -> None:
    (column,) = [one for one in view().columns if one.code == code]

    assert code in [one.text for one in page().every("code")]
    assert column.meaning in page().text
    assert column.meaning.endswith(".")
    assert column.example


def test_every_example_can_be_read() -> None:
    cells = {one.code: one.example for one in view().columns if one.code != "w3w"}
    session = Session.model_validate({**cells, "session_date": "2024-01-14"})

    assert session.state is SessionState.HELD


def test_the_example_is_of_a_team_and_a_site_of_the_programme() -> None:
    assert (example("team"), example("site")) == ("Elm", "Mill lane")


def test_the_day_of_the_example_can_be_read_in_one_way_only() -> None:
    assert example("session_date") == "14/01/2024"


def test_a_column_that_may_be_blank_says_so_and_no_other_does() -> None:
    may = {one.code for one in view().columns if "leave this blank" in one.meaning}

    assert may == {"w3w", "start_time", "highest_speed_mph", "notes"}


@pytest.mark.parametrize(
    ("notes", "state"), [(0, SessionState.ABANDONED), (1, SessionState.CANCELLED)]
)
def test_notes_as_the_page_shows_them_say_that_no_session_was_held(
    notes: int, state: SessionState
) -> None:
    said = view().not_held[notes][1]
    cells = {"team": "Elm", "session_date": "2024-01-14", "site": "Oak end"}

    assert Session.model_validate({**cells, "speed_limit_mph": "30", "notes": said}).state is state
    assert said in page().text


# What else a team leader needs.


def test_the_page_says_every_how_many_days_a_return_is_sent_in() -> None:
    assert "a return every 14 days, with a row for each session in 12 columns" in page().text
    assert "a return every 7 days," in parsed(made(return_days="7").pages[0].html).text
    assert "a return every day," in parsed(made(return_days="1").pages[0].html).text


def test_the_page_says_what_must_never_be_written() -> None:
    assert NEVER in page().text


def test_the_names_of_teams_stand_as_returns_write_them_without_those_that_ended() -> None:
    assert view().team_names == ("Elm", "Oak")
    assert "Given up" not in page().text


def test_approved_sites_stand_with_their_limits_and_no_other_site() -> None:
    assert [(one.name, one.limit, one.threshold) for one in view().places] == [
        ("Mill lane", "30 mph", "35 mph"),
        ("Oak end", "40 mph", "46 mph"),
    ]
    assert "Far field" not in page().text


def test_no_position_is_on_the_page_though_it_is_released() -> None:
    assert POSITION.removeprefix("///") not in made().pages[0].html
    assert not re.search(r"///\w", made().pages[0].html)


def test_a_programme_without_teams_and_sites_says_so_and_has_examples_all_the_same() -> None:
    one = made(teams=[], sites=[]).pages[0]
    text = parsed(one.html).text

    assert "The programme lists no team yet." in text
    assert "No site is approved yet." in text
    assert "Example Village - High Street" in text


def test_the_guidance_for_volunteers_stands_here_too() -> None:
    assert "Walk away." in page().text


def test_an_example_says_so_first_and_on_the_sheet() -> None:
    one = parsed(made(example="yes").pages[0].html)
    (sheet,) = one.every("section")[:1]

    assert one.text.strip().startswith("Example data. Everything on this page is invented.")
    assert "Watch of Hill Town (example)" in sheet.text
    assert "Example data" not in page().text


# The sheet to fill in by hand.


def test_the_blank_has_all_columns_and_twelve_empty_rows() -> None:
    (sheet,) = [one for one in page().every("table") if "blank-rows" in one.attributes["class"]]
    cells = [one.text.strip() for one in sheet.every("td")]

    assert [one.text for one in sheet.every("th")] == [one.short for one in view().columns]
    assert cells == [""] * (12 * 12)


def test_the_blank_has_lines_for_the_team_and_the_period() -> None:
    sheet = page().every("section")[0]

    assert [one.text for one in sheet.every("dt")] == ["Team", "From", "To"]
    assert "No registration plates, no names, no phone numbers." in sheet.text


# The page among others.


def test_every_place_that_a_link_may_point_at_is_on_the_page() -> None:
    (one,) = made().pages
    ids = [found.attributes["id"] for found in parsed(one.html).every(attribute="id")]

    assert sorted(one.anchors) == sorted(ids)


def test_the_page_stands_below_that_of_its_programme() -> None:
    (one,) = made().pages

    assert one.address == "volunteers/watch/return/"
    assert one.above[-1] == ("Watch of Hill Town", "volunteers/watch/")
    assert "../" in [link.attributes["href"] for link in parsed(one.html).every("a")]


def test_search_knows_what_belongs_in_each_column() -> None:
    (one,) = made().pages

    assert all(column.meaning in parsed(one.search_html).text for column in view().columns)


def test_the_template_is_documented_column_by_column() -> None:
    *_, of_return = downloads.documented()
    (keys,) = of_return.files.values()

    assert tuple(key.name for key in keys) == COLUMNS
