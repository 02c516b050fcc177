"""Everything that is wrong comes in one run, in order, and nothing comes that is only an echo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from folders import OWNERS, PLAN, PUBLISHERS, SCALES, SITE, TODAY, PlansFolder
from planboard.rules import check
from planboard.truth.model.plan import Action, Group, Plan, Update
from planboard.truth.model.register import Owner, Publisher
from planboard.truth.model.scale import Level as ScaleLevel
from planboard.truth.model.scale import Scale, ScaleUse
from planboard.words.problems import Level, in_order

if TYPE_CHECKING:
    import pytest


def test_a_sound_folder_is_published(plans_folder: PlansFolder) -> None:
    checked = plans_folder.checked()
    assert checked.problems == ()
    assert checked.publishable is checked.collection is not None


def test_an_error_keeps_everything_from_being_published(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "status: red", "status: rde")
    checked = plans_folder.checked()
    assert checked.collection is not None
    assert checked.publishable is None


def test_warnings_and_findings_keep_nothing_from_being_published(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[gardeners]")
    plans_folder.edit(PLAN, "        due: Ongoing\n", "")
    checked = plans_folder.checked()
    assert {one.level for one in checked.problems} == {Level.WARNING, Level.FINDING}
    assert checked.publishable is not None


def test_complaints_can_be_asked_for_by_level(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "        due: Ongoing\n", "")
    checked = plans_folder.checked()
    assert [one.code for one in checked.at(Level.FINDING)] == ["no-date"]
    assert checked.at(Level.ERROR) == ()


# All of it, in order


def test_all_problems_of_all_files_come_in_one_run_sorted_by_file_and_line(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(
        "zoo/plan.yml", plans_folder.text(PLAN).replace("status: red", "\tstatus: red")
    )
    plans_folder.edit(PLAN, "status: red", "status: rde")
    plans_folder.edit(PLAN, "[parks-board]", "[park-board]")
    plans_folder.edit(PLAN, "as_at: 2024-06", "as_att: 2024-06")
    plans_folder.edit(OWNERS, "kind: team", "kind: crew")
    plans_folder.edit(PUBLISHERS, "name: Hill Town Council", "naem: Hill Town Council")
    plans_folder.edit(SITE, "title: Plans of Hill Town", "title:")
    problems = plans_folder.checked().problems
    assert [(one.place.file, one.place.line, one.code) for one in problems] == [
        ("plans/parks/plan.yml", 4, "unknown-key"),
        ("plans/parks/plan.yml", 21, "unknown-owner"),
        ("plans/parks/plan.yml", 35, "unknown-status"),
        ("plans/registers/owners.yml", 8, "unknown-word"),
        ("plans/registers/publishers.yml", 4, "unknown-key"),
        ("plans/registers/site.yml", 2, "wrong-value"),
        ("plans/zoo/plan.yml", 35, "tab-indent"),
    ]
    assert problems == in_order(problems)


def test_a_bad_key_and_an_unknown_status_of_one_file_come_in_one_run(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "status: amber", "status: ambr")
    plans_folder.edit(PLAN, "        due: 31/3/2025", "        deu: 31/3/2025")
    assert plans_folder.codes() == ["unknown-status", "unknown-key"]


def test_the_rules_run_on_what_follows_an_action_that_cannot_be_read(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(
        PLAN, '- id: "3"\n        title', '- Rake the sand\n      - id: "3"\n        title'
    )
    plans_folder.edit(PLAN, "status: red", "status: rde")
    assert [(one.code, one.place.line) for one in plans_folder.problems()] == [
        ("not-a-record", 31),
        ("unknown-status", 36),
    ]


def test_a_reference_is_still_checked_when_only_a_key_is_wrong(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "        status: red", "        colour: red")
    plans_folder.edit(PLAN, 'see_also: ["1"]', 'see_also: ["9"]')
    assert plans_folder.codes() == ["unknown-action", "unknown-key"]


# No echo


def test_a_missing_publisher_is_not_unknown_too(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "publisher: hill-town-council\n", "")
    assert plans_folder.codes() == ["missing-key"]


def test_a_missing_scale_is_not_unknown_too(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "scale: rag\n", "")
    assert plans_folder.codes() == ["missing-key"]


def test_an_owner_that_is_no_id_is_not_unknown_too(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[Gardeners, park-warden]")
    assert plans_folder.codes() == ["wrong-value"]


def test_a_forgotten_dash_loses_an_action_but_no_reference_to_it(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, '      - id: "2"', '        id: "2"')
    plans_folder.edit(PLAN, "status: red", 'status: red\n        see_also: ["2"]')
    assert plans_folder.codes() == ["duplicate-key"]


def test_a_plan_that_cannot_be_read_whole_has_no_gaps_yet(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "owners: [parks-board]", "owners: parks-board")
    assert [one.code for one in plans_folder.checked().problems] == ["not-a-list"]


def test_the_gaps_of_other_plans_are_listed_all_the_same(plans_folder: PlansFolder) -> None:
    plans_folder.put("zoo/plan.yml", plans_folder.text(PLAN))
    plans_folder.edit("zoo/plan.yml", "        due: Ongoing\n", "")
    plans_folder.edit(PLAN, "owners: [parks-board]", "owners: parks-board")
    assert [one.code for one in plans_folder.checked().problems] == ["not-a-list", "no-date"]


# Whatever stands in the files

WORDS = st.sampled_from(
    [
        *("1", "2", "red", "amber", "blue", "rag", "ambr", "range", "finish_by", "funding", "team"),
        *("2024-06", "2024-06-31", "Oct 22", "2024 or 2025", "soon", "thirty", "30", "true"),
        *("hill-town-council", "park-warden", "A B", "", "\U0001f534", "xxx", "https://a.example"),
    ]
)
RECORDS = (Plan, Group, Action, Update, Owner, Publisher, Scale, ScaleUse, ScaleLevel)
KEYS = st.sampled_from(sorted({key for one in RECORDS for key in one.model_fields} | {"titel"}))
ANYTHING = st.recursive(
    WORDS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
ACTIONS = st.lists(
    st.dictionaries(st.sampled_from(sorted(Action.model_fields)), ANYTHING, max_size=6), max_size=3
)
PLANS = st.dictionaries(KEYS, ANYTHING | ACTIONS, max_size=5).flatmap(
    lambda odd: st.sampled_from(
        [
            odd,
            {
                "format": "1",
                "title": "Plan for the parks",
                "publisher": "hill-town-council",
                "as_at": "2024-06",
                "scale": "rag",
                **odd,
            },
        ]
    )
)


@settings(max_examples=150, deadline=None)
@given(plan=PLANS, register=st.sampled_from([SITE, PUBLISHERS, OWNERS, SCALES]), entries=ANYTHING)
@example(plan={"stage": None}, register=SITE, entries=None)
def test_no_data_whatever_gives_a_traceback_or_a_word_of_the_machine(
    tmp_path_factory: pytest.TempPathFactory, plan: object, register: str, entries: object
) -> None:
    folder = PlansFolder(tmp_path_factory.mktemp("any") / "plans").make_sound()
    folder.put(PLAN, yaml.safe_dump(plan, sort_keys=False, allow_unicode=True))
    name = register.partition("/")[2].removesuffix(".yml")
    folder.put(register, yaml.safe_dump({"format": "1", name: entries}, allow_unicode=True))
    checked = check.check(folder.root, TODAY)
    for one in checked.problems:
        assert one.message.endswith((".", "?"))
        assert "unreadable" not in one.message, one
        assert "cannot be read (" not in one.message, one
