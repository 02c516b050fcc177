"""What must hold inside a plan."""

from __future__ import annotations

import pytest

from folders import PLAN, PlansFolder

# Days


def test_an_update_after_the_as_at_day_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "2024-05-14", "2024-07-01")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:17:17: This day, 2024-07-01, is after the last day of as_at, "
        "2024-06-30 (line 4). Correct the date, or move as_at on."
    )


def test_a_month_as_at_ends_with_its_last_day(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "2024-05-14", "2024-06-30")
    assert plans_folder.said() == []


@pytest.mark.parametrize(
    "line",
    [
        "left_on: 2024-07-01",
        "milestones: [{title: Half of the trees, met_on: 2024-07-01}]",
        "observations: [{what: trees, value: 12, on: 2024-07-01}]",
        "milestones: [{title: Half of the trees, due: Completed July 2024}]",
    ],
)
def test_nothing_is_reported_after_the_as_at_day(plans_folder: PlansFolder, line: str) -> None:
    plans_folder.edit(PLAN, "status: green", f"status: green\n        {line}")
    assert plans_folder.codes() == ["after-as-at"]


def test_nothing_is_completed_after_the_as_at_day(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "due: Oct 24", "due: Completed September 2027")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:14:14: This day, 2027-09-01, is after the last day of as_at, "
        "2024-06-30 (line 4). Correct the date, or move as_at on."
    )


def test_what_is_explained_as_completed_is_judged_by_its_own_day(
    plans_folder: PlansFolder,
) -> None:
    means = "due: Done\n        due_means: {kind: completed, ends: 2024-07}"
    plans_folder.edit(PLAN, "due: Oct 24", means)
    assert plans_folder.said_once().startswith("plans/parks/plan.yml:15:44: This day, 2024-07-01,")


def test_work_may_be_completed_in_the_year_of_as_at(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "due: Oct 24", "due: Completed 2024")
    assert plans_folder.said() == []


def test_no_day_is_too_late_when_as_at_cannot_be_read(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "as_at: 2024-06", "as_at: soon")
    plans_folder.edit(PLAN, "2024-05-14", "2034-05-14")
    assert len(plans_folder.said()) == 1


def test_facts_that_are_still_to_come_are_a_warning(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "as_at: 2024-06", "as_at: 2027-06")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:4:8: as_at is still to come: 2027-06-01 is after today, 2025-01-01. "
        "Is the year right?"
    )


def test_a_month_that_has_begun_is_not_still_to_come(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "as_at: 2024-06", "as_at: 2025-01")
    assert plans_folder.said() == []


def test_a_plan_that_is_still_to_be_published_is_a_warning(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "scale: rag", "scale: rag\npublished: 2026-03-01")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:6:12: published is still to come: 2026-03-01 is after today, "
        "2025-01-01. Is the year right?"
    )
    assert plans_folder.checked().publishable is not None


def test_the_next_update_comes_after_as_at(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "scale: rag", "scale: rag\nnext_update: May 2024")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml:6:14: The next update is before as_at, the day on which the facts "
        "were true. Correct one of them."
    )


def test_the_meaning_of_a_date_needs_the_words_of_the_date(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "due: Ongoing", "due_means: {kind: finish_by, ends: 2025-03}")
    assert plans_folder.said_once() == (
        'plans/parks/plan.yml:22:9: "due_means" says what the words of "due" mean, but there is '
        'no "due" here. Add a line "due: …" with the words of the plan.'
    )


def test_the_same_holds_for_a_milestone(plans_folder: PlansFolder) -> None:
    milestone = "milestones: [{title: Half of the trees, due_means: {kind: ongoing}}]"
    plans_folder.edit(PLAN, "due: Ongoing", f"due: Ongoing\n        {milestone}")
    assert plans_folder.codes() == ["no-due"]
