"""What a programme of volunteers says must hold together, and where its sites are stays private."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folders import PlansFolder
from returns import PROGRAMME, RETURN, SESSIONS, a_row, put_programme

if TYPE_CHECKING:
    from planboard.truth.model.programme.sites import Site

_SITES = "vale/sites.csv"
_TABLE = """\
id,name,speed_limit_mph,threshold_mph,approved,w3w
high-street,Example Village - High Street,30,35,2021-05-04,///filled.count.soap
school-lane,Example Village - School Lane,20,24,2021-05-04,"///filled.count.soap"
main-road,Sample Green - Main Road,40,46,2021-05-04,filled.count.soap
"""


@pytest.fixture
def vale(plans_folder: PlansFolder) -> PlansFolder:
    return put_programme(plans_folder)


def said_of(vale: PlansFolder, more: str) -> str:
    """Return the one thing that is said once ``more`` stands at the end of the programme."""
    vale.append(PROGRAMME, more)
    return vale.said_once().split(": ", 1)[1]


def with_a_table_of_sites(vale: PlansFolder, table: str = _TABLE) -> None:
    vale.put(PROGRAMME, vale.text(PROGRAMME).partition("sites:")[0])
    vale.put(_SITES, table)


def published_sites(vale: PlansFolder) -> tuple[Site, ...]:
    collection = vale.checked().collection
    assert collection
    return collection.programmes[0].programme.sites


def in_prose(vale: PlansFolder, text: str) -> None:
    PlansFolder(vale.root.parent).put("content/index.md", f"# Home\n\n{text}\n")


# Positions


def test_the_position_of_a_site_is_read_and_goes_no_further(vale: PlansFolder) -> None:
    assert vale.said() == []
    assert [one.w3w for one in published_sites(vale)] == [None, None, None]


def test_a_released_position_may_be_published(vale: PlansFolder) -> None:
    text = vale.text(PROGRAMME)
    vale.put(PROGRAMME, text.replace("    w3w:", "    released: true\n    w3w:", 1))
    assert vale.said() == []
    assert [one.w3w for one in published_sites(vale)] == ["///filled.count.soap", None, None]
    in_prose(vale, "We stand at ///filled.count.soap on Mondays.")
    assert vale.said() == []


def test_a_release_of_no_position_is_a_warning(vale: PlansFolder) -> None:
    site = "  - {id: new-road, name: New Road, speed_limit_mph: 30, approved: 2022-05-04, "
    vale.put(PROGRAMME, vale.text(PROGRAMME) + f"{site}threshold_mph: 35, released: yes}}\n")

    assert vale.said_once().endswith(
        "This says that the position of the site may be published, and the site has none. "
        "Add w3w to the site, or delete released."
    )


def test_a_position_that_is_not_released_is_an_error_in_a_page(vale: PlansFolder) -> None:
    in_prose(vale, "We stand at ///filled.count.soap on Mondays.")
    said = vale.said_once()
    assert said.startswith("content/index.md:3:13: This looks like a what3words address")
    assert "where it may be known, the site says released: true" in said
    assert "filled" not in said


@pytest.mark.parametrize("key", ["name", "area", "reason"])
def test_a_position_in_another_key_of_a_site_is_an_error(vale: PlansFolder, key: str) -> None:
    text = vale.text(PROGRAMME)
    line = f"{key}: at ///filled.count.soap"
    vale.put(
        PROGRAMME,
        f"{text}    {line}\n"
        if key != "name"
        else text.replace("name: Sample Green - Main Road", line),
    )
    assert "what3words" in vale.codes()


def test_positions_may_stand_in_a_table_of_sites_too(vale: PlansFolder) -> None:
    with_a_table_of_sites(vale)
    assert vale.said() == []
    assert [one.w3w for one in published_sites(vale)] == [None, None, None]


def test_a_position_in_another_column_of_that_table_is_an_error(vale: PlansFolder) -> None:
    moved = _TABLE.replace("High Street", "///filled.count.soap")
    with_a_table_of_sites(vale, moved)
    vale.put(SESSIONS, RETURN.splitlines()[0])
    assert vale.said_once().startswith("plans/vale/sites.csv:2:31: This looks like a what3words")


def test_a_position_in_the_notes_of_a_return_is_an_error(vale: PlansFolder) -> None:
    vale.put(SESSIONS, a_row(notes="by ///filled.count.soap"))
    assert vale.said_once().startswith("plans/vale/sessions.csv:2:102: This looks like a what3w")


def test_a_position_in_the_notes_of_a_return_in_the_folder_is_an_error(vale: PlansFolder) -> None:
    vale.delete(SESSIONS)
    vale.put("vale/sessions/may.csv", a_row(notes="by ///filled.count.soap"))
    assert vale.said_once().startswith(
        "plans/vale/sessions/may.csv:2:102: This looks like a what3words"
    )


def test_coordinates_are_no_position_of_a_return(vale: PlansFolder) -> None:
    vale.put(SESSIONS, a_row(notes='"at 51.12345, -1.98765"'))
    assert vale.codes() == ["exact-location"]


def test_a_site_that_is_wrong_in_another_way_keeps_its_position_private(vale: PlansFolder) -> None:
    vale.edit(PROGRAMME, "threshold_mph: 46", "threshold_mph: 30")
    vale.put(SESSIONS, RETURN.splitlines()[0])
    assert vale.said_once().endswith(
        "This site has a threshold of 30 mph, which is not above its limit of 40 mph. Correct one "
        "of them."
    )


def test_a_row_of_sites_that_is_wrong_keeps_its_position_private(vale: PlansFolder) -> None:
    with_a_table_of_sites(vale, _TABLE.replace("40,46", "40,30"))
    vale.put(SESSIONS, RETURN.splitlines()[0])
    assert vale.said_once().startswith("plans/vale/sites.csv:4:1: Row 4 has a threshold of 30 mph")


def test_a_return_with_another_position_quotes_neither(vale: PlansFolder) -> None:
    vale.put(SESSIONS, a_row(w3w="///other.three.words"))
    said = vale.said_once()
    assert "is not the position that the list of sites has" in said
    assert "three" not in said
    assert "filled" not in said


# Sums


def test_outcomes_of_a_visit_add_up_to_who_was_stopped(vale: PlansFolder) -> None:
    visits = "visits:\n  - {on: 2022-05-20, site: main-road, stopped: 112, course: 91, court: 5}\n"
    assert said_of(vale, visits) == (
        "This visit says that 112 drivers were stopped, and its outcomes add up to 96. Correct one "
        "of them."
    )


def test_speed_bands_have_no_more_vehicles_than_were_over_the_threshold(vale: PlansFolder) -> None:
    bands = "speeds:\n  - {from_mph: 1, to_mph: 9, vehicles: 8}\n  - {from_mph: 10, vehicles: 6}\n"
    assert said_of(vale, bands) == (
        "The speed bands add up to 14 vehicles, and 13 were over the threshold. Correct the bands, "
        "or the sessions."
    )


def test_speeds_may_come_later_than_returns(vale: PlansFolder) -> None:
    vale.append(PROGRAMME, "speeds:\n  - {from_mph: 1, to_mph: 9, vehicles: 8}\n")
    assert vale.said() == []


def test_speed_bands_do_not_overlap(vale: PlansFolder) -> None:
    bands = "speeds:\n  - {from_mph: 1, to_mph: 10, vehicles: 8}\n  - {from_mph: 10, vehicles: 5}\n"
    assert "begins at 10 mph over the limit, and the one below it has not ended" in said_of(
        vale, bands
    )


def test_vehicles_seen_again_fit_into_the_sightings(vale: PlansFolder) -> None:
    repeats = "repeats:\n  - {band: seen_2, vehicles: 5}\n  - {band: seen 4 plus, vehicles: 1}\n"
    assert said_of(vale, repeats) == (
        "Vehicles that were seen again make at least 14 sightings, and only 13 vehicles were over "
        "the threshold. Correct one of them."
    )


def test_no_step_has_more_vehicles_than_the_one_before(vale: PlansFolder) -> None:
    assert said_of(vale, "checked: 14\n") == (
        "14 vehicles come to the step checked, and only 13 to the step over_threshold before it. "
        "Correct one of them."
    )


def test_officers_may_stop_more_drivers_than_letters_were_sent(vale: PlansFolder) -> None:
    visits = "checked: 9\nvisits:\n  - {on: 2022-05-20, site: main-road, course: 6}\n"
    vale.append(PROGRAMME, visits)
    assert vale.said() == []


@pytest.mark.parametrize(
    ("letters", "dealt_with", "said"),
    [
        (
            3,
            4,
            "4 of the vehicles that got a letter were dealt with, and only 3 letters were sent.",
        ),
        (
            9,
            7,
            "7 of the vehicles that got a letter were dealt with, and only 6 drivers were dealt ",
        ),
    ],
)
def test_vehicles_that_were_dealt_with_had_got_a_letter_and_an_officer_met_the_driver(
    vale: PlansFolder, letters: int, dealt_with: int, said: str
) -> None:
    more = (
        f"checked: 13\ndealt_with: {dealt_with}\n"
        "visits:\n  - {on: 2022-05-20, site: main-road, course: 6}\n"
        f"letters:\n  - {{month: 2022-05, team: example-village, letter_1: {letters}}}\n"
    )
    assert said_of(vale, more).startswith(said)


def test_reasons_for_meeting_no_officer_need_the_number_of_those_who_did(vale: PlansFolder) -> None:
    drops = "drops:\n  - {before: outcome, reason: Nobody met the driver, vehicles: 3}\n"
    assert said_of(vale, drops) == (
        "This is a reason for not coming to the step outcome, and it is not stated how many do. "
        "Write dealt_with, or delete the reason."
    )


def test_reasons_for_meeting_no_officer_add_up_though_nobody_counted_the_checks(
    vale: PlansFolder,
) -> None:
    more = (
        "dealt_with: 2\nvisits:\n  - {on: 2022-05-20, site: main-road, course: 6}\n"
        "letters:\n  - {month: 2022-05, team: example-village, letter_1: 9}\n"
        "drops:\n  - {before: outcome, reason: Nobody met the driver, vehicles: 8}\n"
    )
    assert said_of(vale, more).startswith("From letter to outcome the number falls by 7")


def test_the_reasons_of_a_drop_are_no_more_than_it(vale: PlansFolder) -> None:
    drops = (
        "checked: 9\ndrops:\n"
        "  - {before: checked, reason: The plate could not be read, vehicles: 5}\n"
    )
    assert said_of(vale, drops) == (
        "From over_threshold to checked the number falls by 4, and the reasons for it add up to 5. "
        "Correct the reasons."
    )


def test_a_reason_that_nobody_counted_may_be_the_rest(vale: PlansFolder) -> None:
    vale.append(
        PROGRAMME,
        "checked: 9\ndrops:\n"
        "  - {before: checked, reason: The plate could not be read, vehicles: 3}\n"
        "  - {before: checked, reason: The car was sold}\n",
    )
    assert vale.said() == []


def test_sums_are_not_judged_while_a_row_cannot_be_read(vale: PlansFolder) -> None:
    vale.append(PROGRAMME, "checked: 13\n")
    vale.put(SESSIONS, RETURN.replace("164", "16A"))
    assert vale.codes() == ["wrong-value"]


# Rows and days


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (
                "letters:\n  - {month: 2022-05, team: sample-green, letter_1: 4}\n"
                "  - {month: May 2022, team: Sample Green, letter_1: 5}\n"
            ),
            (
                "This row of letters is about the same as the one on line 30. Keep one of them, "
                "or add "
                "them up."
            ),
        ),
        (
            "planned:\n  - {month: 2021-05, team: sample-green, sessions: 4}\n",
            (
                "This row, of 2021-05-01, is outside the period of the programme, 2022-04-01 to "
                "2023-03-31. Correct the date, or move the row to the programme of that period."
            ),
        ),
        (
            "visits:\n  - {on: 2022-06-01, site: main-road}\n",
            (
                "This day, 2022-06-01, is after the last day of as_at, 2022-05-31 (line 4). "
                "Correct "
                "the date, or move as_at on."
            ),
        ),
        (
            "visits:\n  - {on: 2022-05-01, site: main-raod}\n",
            (
                'There is no site called "main-raod" in sites of this programme. Correct the '
                "name, or "
                'add the site to sites. Did you mean "main-road"?'
            ),
        ),
        (
            (
                "batches:\n  - {id: a, first_day: 2022-05-01, last_day: 2022-05-10, "
                "told_on: 2022-05-09}\n"
            ),
            (
                "This batch says that volunteers were told before the results had come so far. "
                "Correct "
                "told_on, or the days of its hops."
            ),
        ),
        (
            (
                "batches:\n  - id: a\n    first_day: 2022-05-01\n    last_day: 2022-05-02\n"
                "    hops:\n"
                "      - {by: park-wardn, to: parks-board, on: 2022-05-03}\n"
            ),
            (
                'The owner "park-wardn" is not in the owners register. Add it there, or use the '
                "id of "
                'one that is there. Did you mean "park-warden"?'
            ),
        ),
    ],
)
def test_what_lists_say_wrongly_is_told(vale: PlansFolder, rows: str, said: str) -> None:
    assert said_of(vale, rows) == said


def test_two_sites_of_one_name_cannot_be_told_apart(vale: PlansFolder) -> None:
    text = vale.text(PROGRAMME)
    vale.put(PROGRAMME, text.replace("Village - School Lane", "Village - High Street"))
    vale.put(SESSIONS, a_row())
    assert vale.codes() == ["duplicate-name"]
