"""What the values of a record may be, and what a plan knows of itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from builders import a_group, a_plan, an_action, an_update
from planboard.truth.model import fields
from planboard.truth.model.plan import Dependency, DueMeans, Plan
from planboard.words.vocabulary.dates import EndDateState, Precision, ScheduleKind
from planboard.words.vocabulary.plans import UpdateState
from planboard.words.vocabulary.records import OwnerKind

if TYPE_CHECKING:
    from collections.abc import Callable


def value(kind: Any, written: object) -> object:  # noqa: ANN401 - any kind of value
    return TypeAdapter(kind).validate_python(written)


def refusal(make: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as refused:
        make()
    return "; ".join(str(one["ctx"]["error"]) for one in refused.value.errors())


# Fields


@pytest.mark.parametrize("written", ["a", "1", "o01-a04", "2024-parks"])
def test_an_id_has_lower_case_letters_figures_and_hyphens(written: str) -> None:
    assert value(fields.Id, written) == written


@pytest.mark.parametrize(
    ("written", "better"), [("Parks board", "parks-board"), ("-a", "a"), ("L&D", "l-d")]
)
def test_an_id_of_another_shape_is_refused_with_one_that_would_do(
    written: str, better: str
) -> None:
    assert refusal(lambda: value(fields.Id, written)).endswith(f'For example "{better}".')


def test_a_code_has_lower_case_letters_figures_and_underscores() -> None:
    assert value(fields.Code, "amber_red") == "amber_red"
    assert refusal(lambda: value(fields.Code, "Amber red")).endswith('For example "amber_red".')


def test_white_space_on_a_line_is_folded() -> None:
    assert value(fields.Line, " Mend\n the  swings ") == "Mend the swings"


def test_text_keeps_its_paragraphs() -> None:
    assert value(fields.Text, "One.\n\nTwo.\n") == "One.\n\nTwo."


@pytest.mark.parametrize("kind", [fields.Text, fields.Line, fields.Id, fields.Number, fields.Day])
@pytest.mark.parametrize("written", [None, "", " \n"])
def test_nothing_is_not_a_value(kind: object, written: object) -> None:
    assert refusal(lambda: value(kind, written)) == "is empty."


@pytest.mark.parametrize("written", [None, ""])
def test_text_may_be_left_empty_where_the_source_is(written: object) -> None:
    assert value(fields.TextOrNothing, written) == ""


def test_an_empty_list_is_not_text_left_empty() -> None:
    assert "has a list where text belongs" in refusal(lambda: value(fields.TextOrNothing, []))


@pytest.mark.parametrize(
    ("written", "number"),
    [("30000", "30000"), ("30,000", "30000"), ("-12.5", "-12.5"), ("+3", "3"), ("0", "0")],
)
def test_a_number_is_read_exactly(written: str, number: str) -> None:
    assert value(fields.Number, written) == Decimal(number)


@pytest.mark.parametrize("written", ["thirty", "3,00", "£30", "30%", "1e3", "٣", "1 000", "NaN"])
def test_what_only_resembles_a_number_is_refused(written: str) -> None:
    assert refusal(lambda: value(fields.Number, written)).startswith("is not a number.")


def test_a_day_comes_before_its_month() -> None:
    assert value(fields.Day, "4/6/2024") == date(2024, 6, 4)


def test_a_month_is_not_a_day_but_is_days() -> None:
    assert "more than one day" in refusal(lambda: value(fields.Day, "June 2024"))
    days = fields.as_days("June 2024")
    assert (days.first, days.last) == (date(2024, 6, 1), date(2024, 6, 30))
    assert days.precision is Precision.MONTH


@pytest.mark.parametrize(
    ("written", "truth"),
    [("true", True), ("True", True), ("false", False), ("yes", True), ("NO", False)],
)
def test_true_and_false_may_be_yes_and_no_as_on_a_form(written: str, truth: object) -> None:
    assert value(fields.YesOrNo, written) is truth


@pytest.mark.parametrize("written", ["perhaps", "1", "y", "x"])
def test_a_word_is_not_guessed_to_be_true_or_false(written: str) -> None:
    assert "Write true or false" in refusal(lambda: value(fields.YesOrNo, written))


def test_an_address_begins_with_https() -> None:
    assert value(fields.WebAddress, "https://example.org/a") == "https://example.org/a"


@pytest.mark.parametrize(
    "written", ["www.example.org", "javascript:alert(1)", "https://a b", 'https://a"onclick=']
)
def test_what_a_browser_would_take_for_something_else_is_no_address(written: str) -> None:
    assert "not a web address" in refusal(lambda: value(fields.WebAddress, written))


@pytest.mark.parametrize("written", ["organisation", "Organisation", " ORGANISATION "])
def test_a_word_of_a_closed_list_is_read_in_any_case(written: str) -> None:
    kind = Annotated[OwnerKind, fields.closed_list(OwnerKind)]
    assert value(kind, written) is OwnerKind.ORGANISATION


@pytest.mark.parametrize("written", ["finish_by", "finish by", "Finish-by"])
def test_a_word_of_a_closed_list_may_have_spaces_or_hyphens(written: str) -> None:
    kind = Annotated[ScheduleKind, fields.closed_list(ScheduleKind)]
    assert value(kind, written) is ScheduleKind.FINISH_BY


# Updates


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"on": "2024-05-14"}, UpdateState.DATED),
        ({}, UpdateState.UNDATED),
        ({"dated_as_written": "296024"}, UpdateState.INVALID),
        ({"kind": "forward"}, UpdateState.FORWARD),
        ({"kind": "forward", "on": "2024-05-14"}, UpdateState.FORWARD),
        ({"text": "TBC"}, UpdateState.PLACEHOLDER),
        ({"text": "tbc."}, UpdateState.PLACEHOLDER),
        ({"text": "N/A", "on": "2024-05-14"}, UpdateState.PLACEHOLDER),
        ({"text": "..."}, UpdateState.PLACEHOLDER),
        ({"text": ""}, UpdateState.EMPTY),
        ({"text": None, "on": "2024-05-14"}, UpdateState.EMPTY),
    ],
)
def test_the_state_of_an_update(values: dict[str, object], state: UpdateState) -> None:
    assert an_update(**values).state is state


def test_an_update_has_one_date() -> None:
    wrong = {"on": "2024-05-14", "dated_as_written": "296024"}
    assert "two dates" in refusal(lambda: an_update(**wrong))


def test_updates_come_newest_first_then_undated_then_unclear() -> None:
    action = an_action(
        updates=[
            an_update(text="unclear", dated_as_written="296024"),
            an_update(text="undated"),
            an_update(text="old", on="2024-01-31"),
            an_update(text="tbc"),
            an_update(text="later", kind="forward"),
            an_update(text=""),
            an_update(text="new", on="2024-05-14"),
        ]
    )
    assert [one.text for one in action.updates_newest_first] == [
        "new",
        "old",
        "undated",
        "unclear",
    ]
    assert [one.text for one in action.forward_notes] == ["later"]


def test_updates_of_one_day_keep_their_order() -> None:
    same = [an_update(text=text, on="2024-05-14") for text in ("first", "second")]
    assert [one.text for one in an_action(updates=same).updates_newest_first] == [
        "first",
        "second",
    ]


@pytest.mark.parametrize(
    ("updates", "state"),
    [
        ([], UpdateState.NONE),
        ([{"text": ""}], UpdateState.EMPTY),
        ([{"text": ""}, {"text": "tbc"}], UpdateState.PLACEHOLDER),
        ([{"text": "tbc"}, {"text": "Later.", "kind": "forward"}], UpdateState.FORWARD),
        ([{"text": "Later.", "kind": "forward"}, {"text": "Done."}], UpdateState.UNDATED),
        ([{"text": "Done."}, {"text": "Begun.", "on": "2024-05-14"}], UpdateState.DATED),
    ],
)
def test_the_update_state_of_an_action_is_that_of_its_newest_update(
    updates: list[object], state: UpdateState
) -> None:
    assert an_action(updates=updates).update_state is state


# When


def test_the_words_of_a_date_are_kept_and_read() -> None:
    when = an_action(due=" by Oct 22 ").schedule
    assert when.as_written == "by Oct 22"
    assert when.last_day == date(2022, 10, 31)


def test_an_action_without_a_date_has_none_stated() -> None:
    assert an_action().schedule.end_date_state is EndDateState.NOT_STATED


def test_what_the_words_mean_can_be_said_apart() -> None:
    means = {"kind": "finish by", "ends": "2025-03"}
    when = an_action(due="2024 or 2025", due_means=means).schedule
    assert when.as_written == "2024 or 2025"
    assert when.kind is ScheduleKind.FINISH_BY
    assert when.last_day == date(2025, 3, 31)


def test_what_the_words_mean_ends_after_it_starts() -> None:
    wrong = {"kind": "range", "starts": "2025", "ends": "2024"}
    assert "The end is before the start" in refusal(lambda: DueMeans.model_validate(wrong))


@pytest.mark.parametrize(
    "days",
    [{"starts": "2026-09"}, {"ends": "2026-12"}, {"starts": "2026-09", "ends": "2026-12"}],
)
def test_business_as_usual_needs_a_start_or_an_end(days: dict[str, str]) -> None:
    assert DueMeans.model_validate({"kind": "start_then_bau", **days}).schedule("").precision


def test_business_as_usual_with_neither_is_refused() -> None:
    assert refusal(lambda: DueMeans.model_validate({"kind": "start_then_bau"})).endswith(
        "has the kind start_then_bau but no day for it. Add starts or ends, or both, like "
        '"starts: 2023-01".'
    )


def test_words_that_can_be_read_in_two_ways_are_a_question() -> None:
    assert "due_means" in refusal(lambda: an_action(due="2024 or 2025"))


# Plans


def test_a_sub_item_may_be_only_its_text() -> None:
    items = an_action(sub_items=["Paint", {"marker": "b.", "text": "Dry"}]).sub_items
    assert [(one.marker, one.text) for one in items] == [(None, "Paint"), ("b.", "Dry")]


@pytest.mark.parametrize("percent", ["0", "100", "12.5"])
def test_a_share_that_is_done_lies_between_0_and_100(percent: str) -> None:
    assert an_action(percent_complete=percent).percent_complete == Decimal(percent)


def a_nested_plan() -> Plan:
    inner = a_group(id="swings", actions=[an_action(id="3")])
    outer = a_group(id="play", actions=[an_action(id="2")], groups=[inner])
    return a_plan(actions=[an_action(id="1")], groups=[outer, a_group(id="rest")])


def test_groups_are_walked_parents_first_with_their_path_in_the_file() -> None:
    assert [(path, chain[-1].id) for path, chain in a_nested_plan().walk_groups()] == [
        (("groups", 0), "play"),
        (("groups", 0, "groups", 0), "swings"),
        (("groups", 1), "rest"),
    ]


def test_actions_are_walked_in_the_order_of_the_plan_with_the_groups_above_them() -> None:
    found = [
        (path, [group.id for group in chain], action.id)
        for path, chain, action in a_nested_plan().walk_actions()
    ]
    assert found == [
        (("actions", 0), [], "1"),
        (("groups", 0, "actions", 0), ["play"], "2"),
        (("groups", 0, "groups", 0, "actions", 0), ["play", "swings"], "3"),
    ]


def test_a_record_cannot_be_changed() -> None:
    plan = a_plan()
    with pytest.raises(ValidationError, match="frozen"):
        plan.title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize("word", ["true", "Yes", "no"])
def test_a_legal_duty_names_a_law(word: str) -> None:
    with pytest.raises(ValidationError, match="does not name a law"):
        an_action(legal_duty=word)


def test_a_dependency_waits_for_one_thing() -> None:
    with pytest.raises(ValidationError, match="an entry of its own for each"):
        Dependency.model_validate({"kind": "other", "action": "2", "outside": "park-review"})
