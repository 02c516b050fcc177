"""Meetings of a programme: what its file may say of them, and where readers find it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import a_site
from markup import parsed
from planboard.saying.sentences import meetings as sentences
from planboard.saying.views.programme import page as views
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.page.programme import of_programme
from planboard.showing.render import Fragments
from planboard.truth.model.programme.meetings import Gathering
from planboard.words.vocabulary.programmes import MeetingKind
from programmes import a_programme, refused, verdicts
from returns import put_programme

if TYPE_CHECKING:
    from folders import PlansFolder
    from markup import Element

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
EVENING = {
    "on": "2024-07-02",
    "title": "Evening for beginners",
    "kind": "training",
    "place": "Village hall",
    "starts": "19:30",
    "note": "Bring a coat.",
}
PAST = {"on": "2024-02-06", "title": "Leaders’ meeting"}


def view(*meetings: dict[str, str]) -> views.ProgrammeView:
    record = a_programme(meetings=meetings)
    return views.of_programme(record, verdicts(record), (), a_site(), {})


def shown(*meetings: dict[str, str]) -> Element:
    return parsed(FRAGMENTS.html("programme", view(*meetings)))


# What a file may say.


def test_a_meeting_needs_only_its_day_and_what_it_is_called() -> None:
    found = Gathering.model_validate(PAST)

    assert (found.on, found.kind) == (date(2024, 2, 6), MeetingKind.MEETING)
    assert (found.place, found.starts, found.note) == (None, None, None)


def test_a_meeting_may_say_when_it_begins_and_where() -> None:
    found = Gathering.model_validate(EVENING)

    assert (found.kind, found.starts) == (MeetingKind.TRAINING, time(19, 30))


@pytest.mark.parametrize(
    ("key", "value"),
    [("on", "2024-07"), ("kind", "party"), ("starts", "half past seven"), ("title", "")],
)
def test_what_is_no_meeting_is_refused(key: str, value: str) -> None:
    assert [*refused(Gathering.model_validate, {**EVENING, key: value})] == [key]


def test_meetings_may_stand_in_a_table_beside_the_file(plans_folder: PlansFolder) -> None:
    put_programme(plans_folder).put(
        "vale/meetings.csv", "on,title,kind,starts\n02/07/2022,Evening,training,19.30\n"
    )

    assert plans_folder.said() == []
    collection = plans_folder.checked().collection
    assert collection is not None
    (one,) = collection.programmes[0].programme.meetings
    assert (one.on, one.title, one.starts) == (date(2022, 7, 2), "Evening", time(19, 30))


def test_personal_data_in_a_note_of_a_meeting_stops_the_build(plans_folder: PlansFolder) -> None:
    put_programme(plans_folder).put(
        "vale/meetings.csv", "on,title,note\n2022-07-02,Evening,Ring 07700 900123 before\n"
    )

    assert plans_folder.checked().publishable is None


# What readers see.


def test_meetings_to_come_stand_open_and_earlier_ones_are_folded() -> None:
    page = shown(PAST, EVENING)
    (fold,) = [one for one in page.every("details") if "Earlier ones" in one.text]

    assert "Meetings and training 1 date after 30 June 2024." in page.text
    assert (
        "2 July 2024 Evening for beginners Training, 7:30pm, Village hall Bring a coat."
        in page.text
    )
    assert fold.text == "Earlier ones (1) 6 February 2024 Leaders’ meeting"


def test_a_meeting_on_the_day_of_the_facts_is_over() -> None:
    assert "None after 30 June 2024 is published." in shown({**PAST, "on": "2024-06-30"}).text


def test_a_programme_without_meetings_has_no_word_on_them() -> None:
    page = view()

    assert page.meetings is None
    assert "meetings" not in views.anchors(page)
    assert "Meetings and training" not in shown().text


def test_the_page_leads_to_its_meetings_and_search_finds_them() -> None:
    page = view(EVENING)
    (entry,) = [one for one in views.search(page).entries if one.anchor == "meetings"]

    assert "meetings" in views.anchors(page)
    assert [one.url for one in page.contents if one.title == "Meetings and training"] == [
        "#meetings"
    ]
    assert entry.texts == (
        "2 July 2024, Evening for beginners, Training, 7:30pm, Village hall",
        "Bring a coat.",
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Training, 7:30pm, Village hall"),
        ({"title": "First training"}, "7:30pm, Village hall"),
        ({"kind": "meeting", "place": "online"}, "7:30pm, online"),
        ({"starts": "9:00", "kind": "event"}, "Event, 9am, Village hall"),
        ({"starts": "12:00"}, "Training, midday, Village hall"),
        ({"starts": "00:15"}, "Training, 12:15am, Village hall"),
    ],
)
def test_details_say_what_the_title_does_not(given: dict[str, str], said: str) -> None:
    assert sentences.details(Gathering.model_validate({**EVENING, **given})) == said


def test_files_have_every_meeting_in_the_order_of_its_day() -> None:
    record = a_programme(meetings=[EVENING, PAST])
    files = downloads.files(record, verdicts(record))
    rows = [*csv.DictReader(io.StringIO(files["meetings.csv"].decode("utf-8-sig"), newline=""))]

    assert rows == json.loads(files["data.json"])["meetings"]
    assert rows[1] == {
        "on": "2024-07-02",
        "title": "Evening for beginners",
        "kind": "training",
        "starts": "19:30",
        "place": "Village hall",
        "note": "Bring a coat.",
    }
    assert (rows[0]["on"], rows[0]["starts"]) == ("2024-02-06", "")


def test_the_page_offers_the_file_of_meetings() -> None:
    record = a_programme(meetings=[EVENING])
    made = of_programme(record, verdicts(record), (), a_site(), FRAGMENTS)

    assert 'href="meetings.csv"' in made.pages[0].html
