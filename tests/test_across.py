"""What cuts across the groups of a plan: plans for later, topics, what it waits for, figures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from builders import a_group, a_plan, a_record, a_site, an_action
from markup import Element, parsed
from planboard.arithmetic import progress
from planboard.saying.views.parts import Link, Run
from planboard.saying.views.plan import across
from planboard.saying.views.plan import page as plan_views
from planboard.showing.render import Fragments

if TYPE_CHECKING:
    from planboard.saying.views.plan.across import FigureRow, PlannedView, TopicView, WaitView
    from planboard.saying.views.plan.page import PlanView
    from planboard.truth.in_full import PlanInFull

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
REVIEW = {"id": "review", "title": "Review of the parks", "text": "It begins.\n\nIt ends."}

BID = {"id": "bid", "title": "Bid for the lake"}


def record(*actions: object, **plan: object) -> PlanInFull:
    return a_record(a_plan(actions=actions, **plan))


def planned(*actions: object) -> PlannedView | None:
    made = record(*actions)
    return across.planned(made, progress.of_plan(made, 3))


def notes(*actions: object) -> dict[str, list[str]]:
    """Return what is planned for each year, each note with the title of its link."""
    shown = planned(*actions)
    assert shown is not None
    return {
        year.title: [
            f"{link.title}: {''.join(run.text for part in said for run in part)}"
            for link, said in year.notes
        ]
        for year in shown.years
    }


def topics(*actions: object) -> tuple[TopicView, ...]:
    made = record(*actions)
    return across.topics(made, progress.of_plan(made, 3))


def waits(*actions: object, outside: tuple[object, ...] = (REVIEW,)) -> tuple[WaitView, ...]:
    made = record(*actions, outside=outside)
    return across.waits(made, progress.of_plan(made, 3))


def forward(text: str) -> dict[str, object]:
    return {"kind": "forward", "text": text}


def later(text: str, year: str) -> dict[str, object]:
    return {**forward(text), "year": year}


def view(made: PlanInFull) -> PlanView:
    return plan_views.of_plan(made, progress.of_plan(made, 3), (), a_site(), {"actions.csv": 1})


def page(made: PlanInFull) -> Element:
    return parsed(FRAGMENTS.html("plan", view(made)))


# Planned for later (R153).


def test_a_plan_that_puts_nothing_off_has_no_list_of_it() -> None:
    assert planned(an_action(updates=[{"text": "Done."}])) is None


def test_what_is_planned_stands_by_year_and_leads_to_its_action() -> None:
    first = an_action(id="1", title="Dig", updates=[later("Six more.", "2026/27")])
    second = an_action(id="2", title="Sow", updates=[later("Twelve more.", "2025/26")])

    assert notes(first, second) == {
        "2025/26": ["2. Sow: Twelve more."],
        "2026/27": ["1. Dig: Six more."],
    }


def test_what_names_no_year_comes_after_every_year() -> None:
    updates = [forward("Some day."), later("Then.", "Year 2"), later("Next year.", "2025/26")]

    assert list(notes(an_action(updates=updates))) == ["2025/26", "Year 2", "No year given"]


def test_notes_of_one_year_keep_the_order_of_the_plan() -> None:
    updates = [later("First.", "2025/26"), later("Second.", "2025/26")]

    assert notes(an_action(title="Dig", updates=updates))["2025/26"] == [
        "1. Dig: First.",
        "1. Dig: Second.",
    ]


def test_the_paragraphs_and_addresses_of_a_note_are_kept() -> None:
    shown = planned(an_action(updates=[forward("See https://example.org/a.\n\nThen wait.")]))
    assert shown is not None
    ((_, said),) = shown.years[0].notes

    assert said == (
        (Run("See "), Run("https://example.org/a", "https://example.org/a"), Run(".")),
        (Run("Then wait."),),
    )


def test_what_is_reported_is_not_planned_for_later() -> None:
    assert notes(an_action(title="Dig", updates=[{"text": "Dug."}, forward("Sow.")])) == {
        "No year given": ["1. Dig: Sow."]
    }


def test_a_note_that_is_a_placeholder_says_nothing_of_later() -> None:
    assert planned(an_action(updates=[forward("TBC")])) is None


def test_what_has_left_the_plan_plans_nothing() -> None:
    assert planned(an_action(updates=[forward("Sow.")], left_on="2024-05-02")) is None


def test_the_page_has_the_list_only_if_there_is_one() -> None:
    assert page(record(an_action(updates=[forward("Sow.")]))).place("planned")
    assert not [
        one for one in page(record(an_action())).every("h2") if one.text == "Planned for later"
    ]


# Topics (R162).


def test_a_topic_has_every_action_on_it_whatever_its_group() -> None:
    groups = [
        a_group(id="a", actions=[an_action(id="1", title="Dig", tags=["soil"])]),
        a_group(id="b", actions=[an_action(id="2", title="Sow", tags=["soil", "seed"])]),
    ]
    made = record(groups=groups)
    shown = across.topics(made, progress.of_plan(made, 3))

    assert {one.title: [link.title for link in one.links] for one in shown} == {
        "soil": ["1. Dig", "2. Sow"],
        "seed": ["2. Sow"],
    }


def test_the_topic_with_the_most_actions_comes_first_and_equal_ones_from_a_to_z() -> None:
    shown = topics(
        an_action(id="1", tags=["water", "Birds", "bees"]), an_action(id="2", tags=["water"])
    )

    assert [(one.title, one.number) for one in shown] == [
        ("water", "2"),
        ("bees", "1"),
        ("Birds", "1"),
    ]


def test_a_topic_that_stands_twice_in_one_action_counts_once() -> None:
    assert [one.number for one in topics(an_action(tags=["soil", "soil"]))] == ["1"]


def test_many_actions_on_a_topic_are_numbers_and_all_of_them_are_one_link() -> None:
    eight = [an_action(id=str(one), tags=["soil"]) for one in range(8)]
    (some,) = topics(*eight, an_action(id="9"))
    (every,) = topics(*eight)

    assert some.brief
    assert [one.title for one in some.links] == [str(one) for one in range(8)]
    assert every.links == (Link("All 8 actions", "#actions"),)


def test_what_has_left_the_plan_is_on_no_topic() -> None:
    assert topics(an_action(tags=["soil"], left_on="2024-05-02")) == ()


@given(st.lists(st.lists(st.sampled_from(["soil", "seed", "water"]), max_size=3), max_size=9))
def test_every_action_is_counted_on_each_of_its_topics(tags: list[list[str]]) -> None:
    shown = topics(*(an_action(id=str(index), tags=one) for index, one in enumerate(tags)))

    assert {one.title: int(one.number) for one in shown} == {
        name: sum(name in one for one in tags) for name in {tag for one in tags for tag in one}
    }


# What the plan waits for (R167).


def test_work_outside_the_plan_stands_once_with_every_action_that_waits_for_it() -> None:
    waiting = [
        an_action(id=name, title=title, depends_on=[{"kind": "other", "outside": "review"}])
        for name, title in (("1", "Dig"), ("3", "Reap"))
    ]
    other = an_action(id="2", depends_on=[{"kind": "other", "outside": "bid"}])
    shown, _ = waits(waiting[0], other, waiting[1], outside=(REVIEW, BID))

    assert (shown.anchor, shown.title) == ("waits-review", "Review of the parks")
    assert shown.text == ("It begins.", "It ends.")
    assert shown.links == (Link("1. Dig", "#action-1"), Link("3. Reap", "#action-3"))
    assert shown.none == ""


def test_work_outside_keeps_the_order_of_the_plan() -> None:
    assert [one.anchor for one in waits(outside=(REVIEW, BID))] == ["waits-review", "waits-bid"]


def test_work_for_which_nothing_in_the_plan_waits_any_more_says_so() -> None:
    gone = an_action(depends_on=[{"kind": "other", "outside": "review"}], left_on="2024-05-02")
    (shown,) = waits(gone)

    assert (shown.links, shown.none) == ((), "Nothing that is still in the plan waits for it.")


def test_an_action_that_waits_and_the_work_it_waits_for_lead_to_each_other() -> None:
    waiting = an_action(depends_on=[{"kind": "other", "outside": "review"}])
    shown = page(record(waiting, outside=[REVIEW]))
    entry = shown.place("action-1")

    assert "Waits for Review of the parks" in entry.text
    assert "#waits-review" in [one.attributes["href"] for one in entry.every("a")]
    assert shown.place("waits-review").text == "Review of the parks"


def test_no_list_on_the_page_is_empty() -> None:
    gone = an_action(depends_on=[{"kind": "other", "outside": "review"}], left_on="2024-05-02")
    shown = page(record(gone, outside=[REVIEW]))

    assert all(one.every("li") for one in shown.every("ul"))


def test_a_plan_that_waits_for_nothing_has_no_heading_for_it() -> None:
    assert waits(outside=()) == ()
    assert "What the plan waits for" not in page(record()).text


# Figures (R157).


def seen(what: str, **values: object) -> dict[str, object]:
    return {"what": what, "value": "850", **values}


def in_group(*observations: object) -> tuple[FigureRow, ...]:
    made = record(groups=[a_group(actions=[an_action(observations=observations)])])
    return across.figures(made, made.plan.groups[0])


def test_a_figure_says_what_was_counted_how_surely_when_and_in_which_action() -> None:
    (row,) = in_group(seen("pupils", qualifier="over", on="2024-05-14"))

    assert (row.what, row.figure, row.when) == ("pupils", "over 850", "14 May 2024")
    assert row.action == Link("Action 1", "#action-1")


def test_a_figure_of_a_year_and_one_of_no_day_say_so() -> None:
    year, none = in_group(seen("pupils", year="2023/24"), seen("pupils"))

    assert (year.when, none.when) == ("2023/24", "Undated")


def test_two_figures_of_one_thing_in_two_years_stay_two() -> None:
    rows = in_group(
        seen("pupils", qualifier="over", year="2022/23"),
        seen("pupils", value="1,000", qualifier="up_to", year="2023/24"),
    )

    assert [(one.figure, one.when) for one in rows] == [
        ("over 850", "2022/23"),
        ("up to 1,000", "2023/24"),
    ]


def tables(*groups: object) -> dict[str, list[str]]:
    """Return what each table of figures lists, by the place of the group it stands in."""
    shown = view(record(groups=groups))
    return {
        one.anchor.removeprefix("group-"): [row.what for row in one.figures]
        for one in shown.groups
        if one.figures
    }


def counting(name: str) -> object:
    return an_action(id=name, observations=[seen(f"figure {name}")])


def test_an_objective_gathers_the_figures_of_its_methods_and_its_theme_does_not() -> None:
    methods = [a_group(id=f"m{name}", actions=[counting(name)]) for name in ("1", "2")]
    objective = a_group(id="objective", groups=methods)
    plain = a_group(id="plain", actions=[counting("3")])

    assert tables(a_group(id="theme", groups=[objective, plain])) == {
        "objective": ["figure 1", "figure 2"],
        "plain": ["figure 3"],
    }


def test_where_groups_hold_actions_alone_the_top_group_gathers_their_figures() -> None:
    inner = a_group(id="inner", actions=[counting("2")])

    assert tables(a_group(id="top", actions=[counting("1")], groups=[inner])) == {
        "top": ["figure 1", "figure 2"]
    }


def test_a_group_without_figures_has_no_table() -> None:
    assert tables(a_group(actions=[an_action()])) == {}


def nested(depth: int) -> st.SearchStrategy[dict[str, object]]:
    """Return groups in groups, each with some actions; their ids are still to be given."""
    inside = st.lists(nested(depth - 1), max_size=2) if depth else st.just([])
    return st.fixed_dictionaries({"actions": st.integers(0, 2), "groups": inside})


def numbered(shape: dict[str, object], path: str) -> object:
    inner, many = shape["groups"], shape["actions"]
    assert isinstance(inner, list)
    assert isinstance(many, int)
    return a_group(
        id=f"g{path}",
        actions=[counting(f"{path}-{index}") for index in range(many)],
        groups=[numbered(one, f"{path}-g{index}") for index, one in enumerate(inner)],
    )


@given(nested(3))
def test_no_figure_stands_in_two_tables_and_none_of_a_lowest_group_in_no_table(
    shape: dict[str, object],
) -> None:
    group = numbered(shape, "0")
    made = record(groups=[group])
    listed = [name for names in tables(group).values() for name in names]
    lowest = [
        f"figure {action.id}"
        for _, chain, action in made.plan.walk_actions()
        if not chain[-1].groups
    ]

    assert len(listed) == len(set(listed))
    assert set(lowest) <= set(listed)
