"""What the entry of one action says, and how text becomes paragraphs and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import a_plan, a_record, an_action, an_update
from planboard.arithmetic import progress
from planboard.saying.views import parts
from planboard.saying.views.parts import Run
from planboard.saying.views.plan import entry as entry_views

if TYPE_CHECKING:
    from planboard.saying.views.plan.entry import ActionView


def entries(*actions: object) -> list[ActionView]:
    """Return the views of the actions of a plan."""
    record = a_record(a_plan(actions=actions))
    told = progress.of_plan(record, 3)
    return [entry_views.of_action(record, one) for one in told.standings]


def entry(**action: object) -> ActionView:
    return entries(an_action(**action))[0]


def notes(shown: ActionView) -> list[str]:
    return [" ".join((one.label, *(run.text for run in one.runs))) for one in shown.notes]


# One action.


def test_owners_are_roles_and_nobody_is_said_to_be_nobody() -> None:
    shown = entry(owners=["park-warden", "parks-board"])
    assert [run.text for run in shown.owners] == ["Park warden", "; ", "Parks board"]
    assert shown.no_owner == ""
    assert entry().owners == ()
    assert entry().no_owner == "No owner named"


def test_an_owner_leads_to_the_page_of_everything_it_is_named_on() -> None:
    (warden,) = entry(owners=["park-warden"]).owners
    assert warden.url == "../../owners/park-warden/"


def test_an_owner_that_is_not_in_the_register_leads_nowhere() -> None:
    record = a_record(actions=[an_action(owners=["stranger"])], owners=[])
    (standing,) = progress.of_plan(record, 3).standings
    assert entry_views.of_action(record, standing).owners == (Run("stranger"),)


def test_the_words_of_the_plan_stand_beside_what_they_mean() -> None:
    shown = entry(due="Start using it by Oct 24")

    assert shown.when == "Starts by the end of October 2024"
    assert shown.as_written == "Start using it by Oct 24"


def test_words_that_are_said_already_are_not_repeated() -> None:
    assert entry(due="Ongoing").as_written == ""


def test_the_newest_update_stands_first_and_an_unclear_date_last() -> None:
    shown = entry(
        updates=[
            an_update(text="Unclear.", dated_as_written="31/04/24"),
            an_update(text="Undated."),
            an_update(text="Old.", on="2024-04-02"),
            an_update(text="New.", on="2024-05-02"),
        ]
    )
    said = [one.paragraphs[0][0].text for one in (shown.latest, *shown.older) if one]

    assert said == ["New.", "Old.", "Undated.", "Unclear."]


def test_an_update_without_a_certain_day_gives_machines_no_day() -> None:
    shown = entry(updates=[an_update(dated_as_written="31/04/24")]).latest

    assert shown is not None
    assert shown.machine == ""
    assert shown.when == "Date unclear (the source reads 31/04/24)"


def test_a_forward_note_is_no_update_and_names_the_year_it_speaks_of() -> None:
    shown = entry(updates=[an_update(kind="forward", year="2025/26", on="2024-05-02")])

    assert shown.latest is None
    assert shown.no_update == "No progress reported"
    assert [(one.when, one.machine) for one in shown.forward] == [
        ("2025/26, told on 2 May 2024", "")
    ]


def test_a_placeholder_is_no_update() -> None:
    shown = entry(updates=[an_update(text="TBC")])

    assert (shown.latest, shown.no_update) == (None, "No update published")


def test_the_kind_of_an_update_is_said_unless_it_is_progress() -> None:
    shown = entry(updates=[an_update(kind="funding")]).latest
    plain = entry(updates=[an_update()]).latest

    assert shown is not None
    assert plain is not None
    assert (shown.kind, plain.kind) == ("Funding", "")


def test_a_target_shows_the_newest_figure_and_notes_keep_the_earlier_ones() -> None:
    target = {"id": "seats", "what": "seats", "value": "80"}
    figures = [
        {"target": "seats", "what": "seats", "value": "40", "on": "2024-05-02"},
        {"target": "seats", "what": "seats", "value": "12", "on": "2023-05-02"},
    ]
    shown = entry(targets=[target], observations=figures)

    assert [(one.words, one.figure) for one in shown.targets] == [
        ("80 seats", "40 seats, 2 May 2024")
    ]
    assert notes(shown) == ["Reported earlier: 12 seats, 2 May 2023"]


def test_a_target_without_a_figure_says_so() -> None:
    shown = entry(targets=[{"what": "seats", "value": "80"}])

    assert shown.targets[0].figure == "No figure published yet"


def test_nothing_done_so_far_is_a_figure_too() -> None:
    assert notes(entry(percent_complete="0")) == ["0% complete, as published"]
    assert notes(entry()) == []


def test_another_action_that_is_waited_for_is_linked_with_what_it_is() -> None:
    shown, _ = entries(
        an_action(id="1", depends_on=[{"kind": "action", "action": "2", "text": "dry soil"}]),
        an_action(id="2"),
    )

    assert shown.notes[0].runs == (Run("Action 2", "#action-2"), Run(" (dry soil)"))


# Text.


def test_a_blank_line_makes_a_paragraph_and_other_white_space_is_folded() -> None:
    assert parts.paragraphs("One\n  line.\n\n\nTwo.\r\n\r\nThree. \n") == (
        "One line.",
        "Two.",
        "Three.",
    )
    assert parts.paragraphs(None) == parts.paragraphs(" \n\n ") == ()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("“https://example.org/a”", "https://example.org/a"),
        ("https://example.org/a?b=1&c=2#d, then", "https://example.org/a?b=1&c=2#d"),
    ],
)
def test_a_web_address_in_text_becomes_a_link_without_the_signs_around_it(
    text: str, address: str
) -> None:
    runs = parts.runs(text)

    assert [one for one in runs if one.url] == [Run(address, address)]
    assert "".join(one.text for one in runs) == text


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://example.org", "www.example.org"])
def test_nothing_else_in_text_becomes_a_link(text: str) -> None:
    assert parts.runs(text) == (Run(text),)


# What filters know of an entry.


def test_an_entry_is_marked_with_its_codes_and_days() -> None:
    updates = [an_update(on="2024-01-02"), an_update(on="2024-05-02"), an_update()]
    marks = entry(
        id="o01-a03", owners=["warden", "board"], due="Dec 24 (was Oct 24)", updates=updates
    ).marks

    assert (marks.id, marks.owners, marks.timing) == ("o01-a03", "warden board", "later")
    assert (marks.day, marks.updated) == ("2024-12-31", "2024-05-02")


def test_what_an_entry_has_not_is_no_mark() -> None:
    marks = entry().marks

    assert (marks.owners, marks.day, marks.updated) == ("", "", "")
    assert entry(due="by May 2024", left_on="2024-05-02").marks.timing == ""


def test_an_entry_of_more_than_half_a_sheet_is_known_to_be_long() -> None:
    words = "Benches are being put up. " * 30

    assert not entry(updates=[an_update(text=words)]).marks.long
    assert entry(updates=[an_update(text=words), an_update(text=words)]).marks.long
