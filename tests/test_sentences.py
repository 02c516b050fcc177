"""The sentences that sum up a plan, in every mix of statuses and end dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan, a_record, an_action, an_update
from planboard.arithmetic import progress
from planboard.saying.sentences import plans as sentences


def actions(status: str, how_many: int, **values: object) -> list[object]:
    return [
        an_action(id=f"{status.replace(' ', '-')}-{index}", status=status, **values)
        for index in range(how_many)
    ]


def summed_up(mix: dict[str, int], **plan: object) -> str:
    """Return the one sentence on a plan with so many actions at each status."""
    given = {"action_name": "step", **plan}
    record = a_record(
        a_plan(
            actions=[one for status, many in mix.items() for one in actions(status, many)], **given
        )
    )
    return sentences.progress(record.plan, progress.of_plan(record, 3))


def dated(*due: str) -> str:
    """Return the sentence on the end dates of a plan with one action for each of ``due``."""
    record = a_record(
        a_plan(
            action_name="step",
            actions=[an_action(id=str(index), due=one) for index, one in enumerate(due)],
        )
    )
    return sentences.end_dates(record.plan, progress.of_plan(record, 3))


# Statuses.


@pytest.mark.parametrize(
    ("mix", "sentence"),
    [
        (
            {"red": 11, "amber": 24, "not rated": 1},
            "24 of 36 steps are amber and 11 red; none is green, one is not rated.",
        ),
        ({"red": 1, "amber": 2, "green": 3}, "3 of 6 steps are green, 2 amber and 1 red."),
        ({"red": 2, "amber": 2}, "2 of 4 steps are red and 2 amber; none is green."),
        ({"red": 1, "green": 1}, "1 of 2 steps is red and 1 green; none is amber."),
        (
            {"green": 3, "not published": 2},
            "3 of 5 steps are green; none is red or amber, 2 are without a published status.",
        ),
        (
            {"red": 1, "amber": 1, "green": 1, "not rated": 2, "not published": 1},
            (
                "1 of 6 steps is red, 1 amber and 1 green; 2 are not rated, "
                "one is without a published status."
            ),
        ),
        (
            {"not rated": 3, "not published": 1},
            "3 of 4 steps are not rated; one is without a published status.",
        ),
        (
            {"not rated": 1, "not published": 2},
            "2 of 3 steps are without a published status; one is not rated.",
        ),
    ],
)
def test_the_sentence_names_every_level_and_then_what_is_missing(
    mix: dict[str, int], sentence: str
) -> None:
    assert summed_up(mix) == sentence


@pytest.mark.parametrize(
    ("mix", "sentence"),
    [
        ({"amber": 5}, "All 5 steps are amber."),
        ({"amber": 2}, "Both steps are amber."),
        ({"amber": 1}, "The only step is amber."),
        ({"not rated": 5}, "None of the 5 steps is rated."),
        ({"not rated": 2}, "Neither of the 2 steps is rated."),
        ({"not rated": 1}, "The only step is not rated."),
        ({"not published": 86}, "The status of all 86 steps is not published."),
        ({"not published": 2}, "The status of both steps is not published."),
        ({"not published": 1}, "The only step is without a published status."),
        ({}, "This plan has no steps."),
    ],
)
def test_a_plan_whose_actions_all_stand_alike_says_so(mix: dict[str, int], sentence: str) -> None:
    assert summed_up(mix) == sentence


def test_the_words_of_a_plans_own_scale_are_used() -> None:
    levels = [
        {"code": "slow", "label": "Behind schedule"},
        {"code": "lep", "label": "With LEP", "symbol": "L"},
        {"code": "csp", "label": "CSP to decide", "symbol": "C"},
    ]

    assert (
        summed_up({"slow": 2, "csp": 1}, scale={"levels": levels})
        == "2 of 3 steps are behind schedule and 1 CSP to decide; none is with LEP."
    )


def test_a_plans_own_plural_is_used() -> None:
    assert (
        summed_up({"red": 3}, action_name="priority", action_name_plural="priorities")
        == "All 3 priorities are red."
    )
    assert (
        summed_up({}, action_name="priority", action_name_plural="priorities")
        == "This plan has no priorities."
    )


def test_large_figures_have_commas() -> None:
    assert summed_up({"red": 1200, "green": 1}).startswith("1,200 of 1,201 steps are red")


def test_an_action_that_left_the_plan_is_not_in_the_sentence() -> None:
    gone = an_action(id="9", status="red", left_on="2024-05-02")
    record = a_record(a_plan(actions=[*actions("green", 3), gone]))

    assert (
        sentences.progress(record.plan, progress.of_plan(record, 3)) == "All 3 actions are green."
    )


@given(
    st.dictionaries(
        st.sampled_from(["red", "amber", "green", "not rated", "not published"]),
        st.integers(0, 3),
    )
)
def test_the_sentence_is_one_sentence_in_every_mix(mix: dict[str, int]) -> None:
    sentence = summed_up(mix)

    assert sentence[0].isupper() or sentence[0].isdigit()
    assert sentence.count(".") == 1
    assert sentence.endswith(".")
    assert "  " not in sentence
    assert sentence.count(";") <= 1


# End dates.


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (
            ("by July 2024", "Ongoing", "Ongoing", "start July 2024", "TBC", ""),
            (
                "5 of 6 steps have no end date: 2 ongoing, 1 with a start only, "
                "1 to be confirmed and 1 with no date stated."
            ),
        ),
        (("Ongoing", "by July 2024"), "1 of 2 steps has no end date: 1 ongoing."),
        (("", ""), "2 of 2 steps have no end date: 2 with no date stated."),
        (("Ongoing",), "The only step has no end date."),
        (("by July 2024", "by August 2024"), "Every step has an end date."),
        (("by July 2024",), "The only step has an end date."),
        (("by July 2024", "Completed"), "Every step has an end date or is complete."),
        (("ASAP", "Completed"), "Every step is complete or is due as soon as possible."),
        (
            ("by July 2024", "Completed", "ASAP"),
            "Every step has an end date, is complete or is due as soon as possible.",
        ),
        ((), ""),
    ],
)
def test_the_sentence_on_end_dates_says_why_there_is_none(
    due: tuple[str, ...], sentence: str
) -> None:
    assert dated(*due) == sentence


def latest(*due: str) -> str:
    """Return the sentence on the latest date of a plan with one action for each of ``due``."""
    actions = [an_action(id=str(index), due=one) for index, one in enumerate(due, 1)]
    record = a_record(a_plan(action_name="step", actions=actions))
    return sentences.latest_date(record, progress.of_plan(record, 3))


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (("Dec 22", "Start Oct 23"), "The latest date in the plan is October 2023 (step 2)."),
        (
            ("Oct 2022 - April 2025", "April 2025", "2024"),
            "The latest date in the plan is April 2025 (steps 1 and 2).",
        ),
        (("2025",) * 4, "The latest date in the plan is 2025 (4 steps)."),
        (("Ongoing", "", "TBC"), ""),
        ((), ""),
    ],
)
def test_the_latest_date_is_named_for_a_second_look(due: tuple[str, ...], sentence: str) -> None:
    assert latest(*due) == sentence


# Part of a plan.


@pytest.mark.parametrize(
    ("mix", "sentence"),
    [
        ({"red": 1}, "This step is red."),
        ({"not rated": 1}, "This step is not rated."),
        ({"not published": 1}, "This step is without a published status."),
        ({"red": 2}, "Both steps are red."),
        ({"red": 2, "green": 1}, "2 of 3 steps are red and 1 green; none is amber."),
    ],
)
def test_one_action_of_several_is_never_the_only_one(mix: dict[str, int], sentence: str) -> None:
    record = a_record(
        a_plan(
            action_name="step",
            actions=[one for status, many in mix.items() for one in actions(status, many)],
        )
    )
    told = progress.of_plan(record, 3)

    assert sentences.progress(record.plan, told, part=True) == sentence


# Planned for later (R153).


def put_off(*updates: list[dict[str, str]], **values: object) -> str:
    """Return the sentence on a plan with one action for each list of updates."""
    record = a_record(
        a_plan(
            action_name="step",
            actions=[
                an_action(id=str(index), updates=[an_update(**one) for one in said], **values)
                for index, said in enumerate(updates)
            ],
        )
    )
    return sentences.planned(record.plan, progress.of_plan(record, 3))


LATER = {"kind": "forward", "text": "Six more."}
NOW = {"text": "Six stand."}


@pytest.mark.parametrize(
    ("updates", "sentence"),
    [
        (([LATER, NOW],), "1 note says what is planned."),
        (([LATER, LATER, NOW],), "2 notes say what is planned."),
        (
            ([LATER],),
            (
                "1 note says what is planned. For 1 step that is all there is: no progress is "
                "reported."
            ),
        ),
        (
            ([LATER, LATER], [LATER], [LATER, NOW]),
            (
                "4 notes say what is planned. For 2 steps that is all there is: no progress is "
                "reported."
            ),
        ),
        (
            ([LATER, {"text": "TBC"}],),
            (
                "1 note says what is planned. For 1 step that is all there is: no progress is "
                "reported."
            ),
        ),
    ],
)
def test_the_sentence_on_later_says_for_how_many_actions_that_is_all(
    updates: tuple[list[dict[str, str]], ...], sentence: str
) -> None:
    assert put_off(*updates) == sentence


def test_what_has_left_the_plan_puts_nothing_off() -> None:
    assert put_off([LATER], left_on="2024-05-02") == "0 notes say what is planned."


# The busiest owner (R147).


def busiest(*owners: list[str], told: str = "true") -> str:
    """Return the sentence on a plan with one action for each list of owners."""
    record = a_record(
        a_plan(
            action_name="step",
            tells_busiest_owner=told,
            actions=[an_action(id=str(index), owners=one) for index, one in enumerate(owners)],
        )
    )
    return sentences.busiest_owner(record, progress.of_plan(record, 3))


def test_the_busiest_owner_is_told_by_its_role_with_how_many_of_all() -> None:
    assert busiest(["park-warden"], ["park-warden", "parks-board"], []) == (
        "One owner, Park warden, is named as owner on 2 of 3 steps."
    )


def test_nothing_is_said_of_it_unless_the_plan_asks_for_it() -> None:
    assert busiest(["park-warden"], told="false") == ""


@pytest.mark.parametrize("owners", [([],), (["park-warden"], ["parks-board"]), ()])
def test_nothing_is_said_where_no_owner_has_more_than_any_other(
    owners: tuple[list[str], ...],
) -> None:
    assert busiest(*owners) == ""
