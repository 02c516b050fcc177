"""What names in a plan refer to, and what is said of a name that refers to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import a_record
from folders import OWNERS, PLAN, PUBLISHERS, SCALES, PlansFolder

if TYPE_CHECKING:
    from planboard.truth.in_full import PlanInFull


def the_plan(plans_folder: PlansFolder) -> PlanInFull:
    collection = plans_folder.checked().publishable
    assert collection is not None, plans_folder.said()
    return collection.plans[0]


# Publishers


def test_a_plan_gets_its_publisher(plans_folder: PlansFolder) -> None:
    assert the_plan(plans_folder).publisher.name == "Hill Town Council"


def test_an_unknown_publisher_is_an_error_with_the_nearest_one(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "hill-town-council", "hill-town-counsil")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:3:12: The publisher "hill-town-counsil" is not in the publishers '
        "register. Add it there, or use the id of one that is there. "
        'Did you mean "hill-town-council"?'
    )
    assert plans_folder.checked().publishable is None


def test_a_publisher_is_not_unknown_when_the_register_has_lost_an_entry(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PUBLISHERS, "kind: council", "kind: town")
    assert plans_folder.codes() == ["unknown-word"]


# Owners


def test_a_plan_shows_the_roles_of_its_owners(plans_folder: PlansFolder) -> None:
    assert the_plan(plans_folder).role("parks-board") == "Parks board"


def test_an_unknown_owner_is_a_warning_with_the_nearest_one(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[park-board]")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:21:18: The owner "park-board" is not in the owners register. '
        'Add it there, or use the id of one that is there. Did you mean "parks-board"?'
    )


def test_an_unknown_owner_is_shown_as_written(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[gardeners]")
    assert the_plan(plans_folder).role("gardeners") == "gardeners"


def test_another_spelling_of_a_role_leads_to_its_owner(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[warden-of-the-parks]")
    assert plans_folder.said_once().endswith('Did you mean "park-warden"?')


@pytest.mark.parametrize("key", ["support", "reports_to"])
def test_those_who_help_or_hear_are_owners_too(plans_folder: PlansFolder, key: str) -> None:
    plans_folder.edit(
        PLAN, "        status: green", f"        {key}: [nobody]\n        status: green"
    )
    assert plans_folder.codes() == ["unknown-owner"]


@pytest.mark.parametrize("key", ["owners", "support", "reports_to"])
def test_an_owner_named_twice_in_a_list_is_a_warning(plans_folder: PlansFolder, key: str) -> None:
    line = f"{key}: [parks-board, library-team, parks-board]"
    plans_folder.edit(PLAN, "owners: [parks-board]", line)
    assert plans_folder.said_once() == (
        f'plans/parks/plan.yml:21:{len(key) + 39}: "parks-board" is named twice in this list. '
        "Delete this one."
    )
    assert plans_folder.checked().publishable is not None


def test_an_owner_may_be_named_in_two_lists(plans_folder: PlansFolder) -> None:
    both = "owners: [parks-board]\n        support: [parks-board]"
    plans_folder.edit(PLAN, "owners: [parks-board]", both)
    assert plans_folder.said() == []


def test_an_owner_is_not_unknown_when_the_register_has_lost_an_id(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(OWNERS, "id: parks-board", "id: Parks Board")
    assert plans_folder.said_once() == (
        'plans/registers/owners.yml:9:9: id: "Parks Board" is not an id. Use lower-case letters, '
        'figures and hyphens, and begin with a letter or a figure. For example "parks-board".'
    )


# Scales and statuses


@pytest.mark.parametrize("written", ["Amber", "AMBER", "a", "▲", "🟠", "🟡"])
def test_a_status_becomes_the_code_of_its_level(written: str) -> None:
    record = a_record(actions=[{"id": "1", "title": "Mend the swings", "status": written}])
    assert record.actions["1"].status == "amber"


def test_the_statuses_of_actions_inside_nested_groups_become_codes_too() -> None:
    action = {"id": "1", "title": "Mend the swings", "status": "Red"}
    inner = {"id": "swings", "kind": "theme", "title": "Swings", "actions": [action]}
    outer = {"id": "play", "kind": "theme", "title": "Play", "groups": [inner]}
    assert a_record(groups=[outer]).actions["1"].status == "red"


def test_an_action_without_a_status_is_not_rated() -> None:
    record = a_record(actions=[{"id": "1", "title": "Mend the swings"}])
    assert record.actions["1"].status == "not_rated"


def test_an_unknown_status_is_an_error_with_the_levels_there_are(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "status: red", "status: late")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:35:17: The status "late" is not known. '
        "Use red, amber, green, not rated or not published."
    )


def test_a_misspelt_value_off_the_scale_gets_a_hint(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "status: red", "status: not ratd")
    assert plans_folder.said_once().endswith('Did you mean "not rated"?')


@pytest.mark.parametrize("written", ["Closed", "Complete", "Done", "finished"])
def test_a_word_for_complete_is_told_with_the_level_that_means_it(
    plans_folder: PlansFolder, written: str
) -> None:
    plans_folder.edit(PLAN, "scale: rag", "scale: brag")
    plans_folder.edit(PLAN, "status: red", f"status: {written}")
    assert plans_folder.said_once() == (
        f'plans/parks/plan.yml:35:17: The status "{written}" is not known. Use red, amber, green, '
        'blue, not rated or not published. On this scale "blue" means complete.'
    )


def test_a_scale_without_a_level_for_complete_work_says_nothing_of_it(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "status: red", "status: Closed")
    assert plans_folder.said_once().endswith("Use red, amber, green, not rated or not published.")


@pytest.mark.parametrize("written", ["blue", "B", "amber/green", "🔵"])
def test_a_colour_of_another_scale_is_never_moved_to_a_near_one(
    plans_folder: PlansFolder, written: str
) -> None:
    plans_folder.edit(PLAN, "status: red", f"status: {written}")
    assert plans_folder.said_once() == (
        f'plans/parks/plan.yml:35:17: The status "{written}" is not on this plan\'s scale, and it '
        "is not guessed which level is meant. Use red, amber, green, not rated or not published."
    )


def test_an_unknown_scale_is_an_error_and_no_status_is_judged_by_it(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "scale: rag", "scale: bragg")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:5:8: There is no scale called "bragg". Use brag, dca3, dca5 or '
        'rag, or give the plan levels of its own. Did you mean "brag"?'
    )


def test_a_plan_may_use_a_scale_of_the_register(plans_folder: PlansFolder) -> None:
    level = "{code: done, label: Done}, {code: open, label: Open, symbol: o}"
    plans_folder.put(SCALES, f"format: 1\nscales:\n  - {{id: two, levels: [{level}]}}\n")
    text = plans_folder.text(PLAN).replace("scale: rag", "scale: two")
    for word in ("amber", "green", "red"):
        text = text.replace(f"status: {word}", "status: done")
    plans_folder.put(PLAN, text)
    assert the_plan(plans_folder).scale.id == "two"


def test_a_plan_may_have_levels_of_its_own_with_meanings_apart() -> None:
    levels = [{"code": "late", "label": "Late"}, {"code": "done", "label": "Done", "symbol": "✓"}]
    scale = a_record(scale={"levels": levels, "meanings": {"Late": "It is late."}}).scale
    assert [(one.code, one.meaning) for one in scale.levels] == [
        ("late", "It is late."),
        ("done", None),
    ]


def test_a_plan_may_say_what_the_levels_of_a_known_scale_mean() -> None:
    scale = a_record(
        scale={"use": "rag", "meanings": {"Red": "Late."}, "meanings_from": "Our words."}
    ).scale
    assert scale.level("red").meaning == "Late."
    assert scale.level("green").meaning is None
    assert scale.meanings_from == "Our words."


def test_a_meaning_for_a_level_that_is_not_there_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "scale: rag", "scale: {use: rag, meanings: {blue: Done.}}")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:5:30: "blue" is not a level of this plan\'s scale. '
        "Use red, amber, green, not rated or not published."
    )


def test_own_levels_that_cannot_be_told_apart_are_one_error(plans_folder: PlansFolder) -> None:
    levels = "{code: red, label: Red}, {code: r, label: red}"
    plans_folder.edit(PLAN, "scale: rag", f"scale: {{levels: [{levels}]}}")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:5:17: "levels" has "red" for two levels. Give every level its own '
        "code, label, short form and symbol."
    )


# References inside a plan


def test_an_id_is_used_once(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'id: "3"', 'id: "2"')
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:31:13: The id "2" is used twice (first on line 19). '
        "Give each action an id of its own, and never use an old one again."
    )


def test_the_id_of_a_group_is_used_once(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "id: play", "id: rest")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:27:9: The id "rest" is used twice (first on line 7). '
        "Give each group an id of its own, and never use an old one again."
    )


def test_a_reference_to_a_missing_action_is_an_error_with_the_nearest_one(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, 'id: "1"', "id: rest-a01")
    plans_folder.edit(PLAN, 'see_also: ["1"]', "see_also: [rest-a1]")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:24:20: There is no action with the id "rest-a1" in this plan. '
        'Correct the id, or delete it. Did you mean "rest-a01"?'
    )


@pytest.mark.parametrize(
    "line",
    [
        'depends_on: [{kind: action, action: "9"}]',
        'observations: [{what: trees, value: 12, target: "9"}]',
    ],
)
def test_every_reference_inside_a_plan_must_lead_somewhere(
    plans_folder: PlansFolder, line: str
) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', line)
    assert [one.code.split("-")[0] for one in plans_folder.problems()] == ["unknown"]


def test_an_observation_may_refer_to_a_target_of_its_action(plans_folder: PlansFolder) -> None:
    targets = "targets: [{id: trees, what: trees, value: 30}]"
    seen = "observations: [{what: trees, value: 12, target: trees}]"
    plans_folder.edit(PLAN, 'see_also: ["1"]', f"{targets}\n        {seen}")
    assert plans_folder.said() == []


# Work outside a plan

OUTSIDE = "outside:\n  - id: csp-review\n    title: Review of the partnership\n"


def test_an_action_that_waits_for_itself_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', 'depends_on: [{kind: action, action: "2"}]')
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:24:45: This action, "2", waits for itself. Write the id of the '
        "action that it waits for, or delete this entry."
    )
    assert plans_folder.checked().publishable is None


WAITS = "depends_on: [{kind: other, outside: csp-review}]"


def test_an_action_may_wait_for_work_outside_the_plan(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', WAITS)
    plans_folder.append(PLAN, OUTSIDE)
    record = the_plan(plans_folder)

    (need,) = record.actions["2"].depends_on
    assert record.outside[need.outside or ""].title == "Review of the partnership"


def test_work_outside_that_the_plan_does_not_list_is_an_error_with_the_nearest_one(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', WAITS.replace("review", "reviews"))
    plans_folder.append(PLAN, OUTSIDE)
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:24:45: There is no work outside with the id "
        '"csp-reviews" in this plan. Correct the id, or delete it. Did you mean "csp-review"?'
    )
    assert plans_folder.codes() == ["unknown-work-outside"]


def test_an_action_of_the_plan_is_not_work_outside_it(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', 'depends_on: [{kind: other, outside: "1"}]')
    assert plans_folder.codes() == ["unknown-work-outside"]


def test_the_id_of_work_outside_is_used_once(plans_folder: PlansFolder) -> None:
    plans_folder.append(PLAN, OUTSIDE + OUTSIDE.removeprefix("outside:\n"))
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:42:9: The id "csp-review" is used twice (first on line 40). '
        "Give each work outside an id of its own, and never use an old one again."
    )


def test_work_outside_and_an_action_may_have_one_id(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', 'depends_on: [{kind: other, outside: "1"}]')
    plans_folder.append(PLAN, OUTSIDE.replace("csp-review", '"1"'))
    assert plans_folder.said() == []


def test_work_outside_that_cannot_be_read_is_not_unknown(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, 'see_also: ["1"]', WAITS)
    plans_folder.append(PLAN, OUTSIDE.replace("    title", "    tittle"))
    assert plans_folder.codes() == ["unknown-key"]


# References to what cannot be read


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id: "1"', 'id: "No 1"'),
        ('- id: "1"\n        title', "- title"),
        ("title: Put benches along the river", "title:"),
        ("        title: Put benches along the river\n", ""),
        ("            text: The benches are ordered.", "            words: The benches."),
    ],
)
def test_a_reference_to_an_action_that_cannot_be_read_is_not_wrong(
    plans_folder: PlansFolder, old: str, new: str
) -> None:
    plans_folder.edit(PLAN, old, new)
    assert len(plans_folder.said()) == 1


def test_the_collection_is_sorted_by_title(plans_folder: PlansFolder) -> None:
    second = plans_folder.text(PLAN).replace("Plan for the parks", "A plan for the library")
    plans_folder.put("zoo/plan.yml", second)
    collection = plans_folder.checked().collection
    assert collection is not None
    assert [plan.id for plan in collection.plans] == ["zoo", "parks"]


def test_without_a_site_there_is_no_collection(plans_folder: PlansFolder) -> None:
    plans_folder.put("registers/site.yml", "format: [")
    assert plans_folder.checked().collection is None
