"""What becomes of a file: a whole record, or what remains of a broken one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folders import SMALL_PLAN as PLAN
from planboard.reading import documents, records
from planboard.truth.model.plan import Plan
from planboard.truth.model.register import Publishers
from planboard.words.problems import Place, Problem

if TYPE_CHECKING:
    from planboard.truth.entries import Entry

OWNERS = """\
format: 1
owners:
  - {id: park-warden, role: Park warden}
  - {id: parks-board, role: Parks board, kind: board}
"""


def read(text: str) -> tuple[Entry[Plan] | None, tuple[Problem, ...]]:
    document = documents.read(text.encode(), "plan.yml")
    assert document.problems == ()
    return records.read("parks", document, Plan)


def remains(text: str) -> Entry[Plan]:
    entry, problems = read(text)
    assert problems
    assert entry is not None
    return entry


def spoilt(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


# A sound record


def test_a_sound_file_becomes_a_whole_record_without_complaints() -> None:
    entry, problems = read(PLAN)
    assert problems == ()
    assert entry is not None
    assert entry.whole
    assert entry.id == "parks"
    assert entry.record.title == "Plan for the parks"


def test_a_record_knows_where_its_values_stand() -> None:
    entry, _ = read(PLAN)
    assert entry is not None
    assert entry.places.place(("actions", 1, "owners", 0)) == Place("plan.yml", 11, 14)


def test_a_file_that_yaml_cannot_read_gives_no_record_and_no_further_complaint() -> None:
    document = documents.read(b"title: [", "plan.yml")
    assert records.read("parks", document, Plan) == (None, ())


# What remains


def test_a_broken_record_keeps_everything_else() -> None:
    rest = remains(spoilt("    updates:", "    colour: red\n    updates:")).record
    assert [action.title for action in rest.actions] == [
        "Put benches along the river",
        "Plant trees for shade",
    ]


def test_a_misspelt_key_is_read_as_the_one_that_was_meant() -> None:
    rest = remains(spoilt("    owners:", "    owner:"))
    assert rest.record.actions[1].owners == ("park-warden", "parks-board")
    assert rest.places.place(("actions", 1, "owners", 0)) == Place("plan.yml", 11, 13)


def test_an_action_without_a_title_stays() -> None:
    rest = remains(spoilt("    title: Plant trees for shade\n", ""))
    assert [action.id for action in rest.record.actions] == ["1", "2"]
    assert rest.whole


def test_an_action_without_an_id_stays_but_the_plan_is_not_whole() -> None:
    rest = remains(spoilt('- id: "2"\n    title', "- title"))
    assert len(rest.record.actions) == 2
    assert not rest.whole


def test_an_action_with_a_wrong_id_stays_but_the_plan_is_not_whole() -> None:
    rest = remains(spoilt('id: "2"', 'id: "No 2"'))
    assert len(rest.record.actions) == 2
    assert not rest.whole


def test_what_follows_an_entry_that_is_left_out_keeps_its_place() -> None:
    rest = remains(spoilt('  - id: "1"\n    title: Put benches along the river', "  - Benches"))
    assert [action.id for action in rest.record.actions] == ["2"]
    assert rest.places.place(("actions", 0, "title")) == Place("plan.yml", 9, 12)
    assert not rest.whole


def test_a_record_that_no_stand_in_fits_is_left_out() -> None:
    text = OWNERS.replace("owners:", "publishers:").replace("role:", "name:")
    entry, problems = records.read(
        "publishers", documents.read(text.encode(), "publishers.yml"), Publishers
    )
    assert {one.code for one in problems} == {"missing-key", "unknown-word"}
    assert entry is not None
    assert entry.record.publishers == ()
    assert not entry.whole


def test_only_a_list_of_records_that_is_lost_makes_the_plan_less_than_whole() -> None:
    assert remains(spoilt("[park-warden, parks-board]", "[Park warden]")).whole
    assert not remains(spoilt("actions:", "things_to_do:")).whole


def test_a_plan_without_its_head_still_holds_its_actions() -> None:
    entry, problems = read("actions:\n  - id: '1'\n    title: Put benches along the river\n")
    assert {one.code for one in problems} == {"missing-key"}
    assert entry is not None
    assert len(entry.record.actions) == 1


def test_a_record_read_from_wrong_yaml_is_not_whole() -> None:
    text = PLAN.replace('  - id: "2"', '    id: "2"')
    document = documents.read(text.encode(), "plan.yml")
    entry, problems = records.read("parks", document, Plan)
    assert problems == ()
    assert entry is not None
    assert not entry.whole
