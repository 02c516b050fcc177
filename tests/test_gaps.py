"""Which gaps and contradictions a plan has."""

from __future__ import annotations

import pytest

from builders import Nowhere, a_group, a_record, an_action
from planboard.rules.gaps.gap import Gap, as_findings
from planboard.rules.gaps.plans import of_plan
from planboard.words.problems import Level

SOUND = {
    "owners": ["park-warden"],
    "due": "Oct 24",
    "status": "amber",
    "updates": [{"on": "2024-05-14", "text": "The benches are ordered."}],
}


def gaps_of(*, scale: str = "rag", **values: object) -> list[Gap]:
    """Return the gaps of one action, which has none but those of ``values``."""
    record = a_record(actions=[an_action(**{**SOUND, **values})], scale=scale)
    return list(of_plan(record, 92))


def said(*, scale: str = "rag", **values: object) -> list[str]:
    return [one.message for one in gaps_of(scale=scale, **values) if one.code == "contradiction"]


def test_an_action_with_everything_has_no_gap() -> None:
    assert gaps_of() == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"owners": []}, "no-owner"),
        ({"due": "not stated"}, "no-date"),
        ({"updates": []}, "no-update"),
        ({"updates": [{}]}, "no-update"),
        ({"updates": [{"kind": "forward", "text": "Paint them next year."}]}, "no-update"),
        ({"updates": [{"text": "TBC"}]}, "placeholder"),
        ({"updates": [{"dated_as_written": "296024", "text": "Done."}]}, "unclear-date"),
        ({"status": "not_rated"}, "not-rated"),
        ({"status": "not_published"}, "not-published"),
        ({"updates": [{"on": "2024-03-29", "text": "Ordered."}]}, "stale"),
    ],
)
def test_what_the_source_does_not_say_is_a_gap(values: dict[str, object], code: str) -> None:
    assert [one.code for one in gaps_of(scale="rag", **values)] == [code]


def test_a_date_that_promises_nothing_yet_is_no_gap() -> None:
    assert gaps_of(due="TBC") == []


def test_an_update_of_92_days_ago_is_not_old_yet() -> None:
    assert gaps_of(updates=[{"on": "2024-03-30", "text": "Ordered."}]) == []


def test_finished_work_needs_no_fresh_update() -> None:
    old = [{"on": "2023-01-10", "text": "The benches stand."}]
    assert gaps_of(updates=old, stage="complete", status="green") == []


def test_what_has_left_the_plan_has_no_gaps() -> None:
    assert gaps_of(owners=[], left_on="2024-05-01") == []


def test_complete_work_that_is_rated_red_is_a_contradiction() -> None:
    assert said(stage="complete", status="red") == [
        "is said to be complete, but its status is red."
    ]


def test_a_date_column_that_reads_completed_says_complete_too() -> None:
    assert said(due="Completed", status="amber") == [
        "is said to be complete, but its status is amber."
    ]


def test_green_work_may_be_complete() -> None:
    assert said(due="Completed", status="green") == []


def test_open_work_with_a_status_that_means_complete_is_a_contradiction() -> None:
    assert said(scale="brag", stage="in_progress", status="blue") == [
        "is not finished, but its status is blue."
    ]


def test_a_share_that_does_not_fit_the_stage_is_a_contradiction() -> None:
    assert said(stage="complete", status="green", percent_complete="80") == [
        "is said to be complete, but 80% of it is said to be done."
    ]
    assert said(stage="in_progress", percent_complete="100") == [
        "is not finished, but 100% of it is said to be done."
    ]
    assert said(stage="in_progress", percent_complete="99") == []


def test_a_milestone_after_the_end_is_a_contradiction() -> None:
    late = {"title": "Benches painted", "due": "March 2025"}
    assert said(milestones=[late]) == ["ends before its own milestone “Benches painted” is due."]
    assert said(milestones=[{**late, "due": "Oct 24"}]) == []


def test_ratings_that_speak_of_targets_need_one_in_every_action() -> None:
    record = a_record(
        scale={"use": "rag", "needs_targets": "true"},
        actions=[
            an_action(id="1", **SOUND, targets=[{"what": "benches", "value": "30"}]),
            an_action(id="2", **SOUND),
        ],
    )
    (gap,) = of_plan(record, 92)
    assert (gap.code, gap.path, gap.about) == ("no-target", ("scale",), None)
    assert gap.message == (
        "1 of 2 actions has no target, though the meanings of the statuses speak of targets."
    )


def test_a_gap_is_a_finding_that_names_the_action_in_the_words_of_the_plan() -> None:
    record = a_record(
        action_name="recommendation",
        groups=[a_group(actions=[an_action(id="a1", due="ASAP", status="red")])],
    )
    found = list(as_findings(record, of_plan(record, 92), Nowhere()))
    assert {one.level for one in found} == {Level.FINDING}
    assert [(one.place.file, one.message) for one in found] == [
        ("groups/0/actions/0", "Recommendation a1 names no owner."),
        ("groups/0/actions/0", "Recommendation a1 has no update on progress."),
    ]


def test_what_a_group_lacks_names_the_group() -> None:
    record = a_record(groups=[a_group()])
    gap = Gap("some-gap", ("groups", 0), "group", record.plan.groups[0], "says nothing.")
    (found,) = as_findings(record, [gap], Nowhere())
    assert found.message == "Theme “Parks” says nothing."
