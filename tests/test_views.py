"""What the views of a plan and of the whole site say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import (
    a_group,
    a_plan,
    a_publisher,
    a_record,
    a_site,
    an_action,
    an_update,
)
from planboard.arithmetic import progress
from planboard.arithmetic.verdicts import Verdicts
from planboard.rules.gaps import plans as gaps
from planboard.saying.views import site as site_views
from planboard.saying.views.parts import Link
from planboard.saying.views.plan import page as plan_views
from planboard.saying.views.plan import search as search_views

if TYPE_CHECKING:
    from planboard.saying.views.plan.page import PlanView
    from planboard.saying.views.site import RecordCard
    from planboard.truth.model.register import Publisher, Site

HOME = ""


def view(
    *actions: object, publisher: Publisher | None = None, site: Site | None = None, **plan: object
) -> PlanView:
    """Return the view of a plan with ``actions`` under no group."""
    record = a_record(a_plan(actions=actions, **plan), publisher=publisher)
    told = progress.of_plan(record, 3)
    return plan_views.of_plan(
        record, told, tuple(gaps.of_plan(record, 92)), site or a_site(), {"actions.csv": 1500}
    )


def card(*actions: object, **plan: object) -> RecordCard:
    """Return how a plan with ``actions`` stands on the home page."""
    record = a_record(a_plan(actions=actions, **plan))
    told = Verdicts(plans=((record, progress.of_plan(record, 3)),))
    return site_views.register(told, "Plans", HOME).kinds[0].records[0]


def attention(shown: PlanView) -> dict[str, list[str]]:
    return {one.title: [link.title for link in one.links] for one in shown.attention}


# The head of a plan.


def test_the_facts_say_what_is_not_stated() -> None:
    said = {one.label: one.value for one in view().facts}

    assert said == {
        "As at": "June 2024",
        "Published": "Not stated",
        "Next update": "Not stated",
        "Publisher": "Hill Town Council",
    }


def test_a_fact_begins_with_a_capital() -> None:
    said = {one.label: one.value for one in view(published="Spring 2024").facts}

    assert said["Published"] == "Spring 2024"


def test_the_page_says_from_which_day_dates_are_judged() -> None:
    assert "at the end of 30 June 2024" in view().judged
    assert "until 30 September 2024" in view().judged


# What needs attention.


def test_an_action_is_named_under_every_reason_to_look_at_it() -> None:
    shown = view(an_action(id="7", title="Mend the swings", status="red", due="by May 2024"))
    swings = ["7. Mend the swings"]

    assert attention(shown) == {
        "Red, with no update": swings,
        "End date passed": swings,
        "No owner named": swings,
        "No update published": swings,
    }


def test_a_status_that_is_missing_is_a_reason_to_look() -> None:
    shown = attention(view(an_action(id="1"), an_action(id="2", status="not published")))

    assert len(shown["Not rated"]) == 1
    assert len(shown["Status not published"]) == 1


def test_nothing_is_said_where_there_is_no_reason() -> None:
    sound = an_action(status="green", owners=["park-warden"], updates=[an_update()])

    assert view(sound).attention == ()


def test_up_to_seven_actions_are_named_and_more_are_numbers() -> None:
    some = view(*(an_action(id=str(one)) for one in range(7)))
    rated = an_action(id="rated", status="red")
    many = view(*(an_action(id=str(one)) for one in range(8)), rated)

    assert attention(some)["Not rated"][0] == "0. Put benches in the park"
    assert attention(many)["Not rated"] == [str(one) for one in range(8)]


def test_what_holds_for_all_of_many_actions_is_one_link_to_all() -> None:
    shown = view(*(an_action(id=str(one)) for one in range(8)))

    (reason,) = [one for one in shown.attention if one.title == "Not rated"]
    assert (reason.number, reason.brief) == ("8", False)
    assert reason.links == (Link("All 8 actions", "#actions"),)


def test_a_printed_number_with_a_full_stop_keeps_only_one() -> None:
    shown = view(an_action(number="3.", title="Mend the swings"))

    assert attention(shown)["Not rated"] == ["3. Mend the swings"]


def test_an_action_that_left_the_plan_is_shown_but_needs_no_attention() -> None:
    shown = view(an_action(due="by May 2024", left_on="2024-05-02"))

    assert shown.attention == ()
    assert shown.groups[0].actions[0].left == "No longer in the plan since 2 May 2024"
    assert shown.groups[0].actions[0].when_note == ""


# What comes next.


def test_dates_that_come_next_say_what_is_promised_and_where() -> None:
    shown = view(an_action(title="Mend the swings", due="by July 2024")).coming

    assert shown.title == "Coming next, from 30 June 2024"
    assert shown.due == (("By the end of July 2024", Link("1. Mend the swings", "#action-1")),)
    assert shown.none == ""


def test_no_date_that_comes_next_is_said_in_words() -> None:
    assert view().coming.none == "Nothing that is still open has a date up to 30 September 2024."


# Status and scale.


def test_a_bar_says_its_numbers_in_words() -> None:
    shown = view(an_action(id="1", status="red"), an_action(id="2", status="green")).bar

    assert shown.words == "Actions: 1 red, 1 green"
    assert view().bar.words == "No actions"


def test_every_level_is_in_the_key_and_what_is_missing_only_if_it_is() -> None:
    assert [one.tag.label for one in view(an_action(status="red")).bar.counts] == [
        "Red",
        "Amber",
        "Green",
    ]
    assert view(an_action()).bar.counts[-1].tag.label == "Not rated"


def test_a_level_of_its_own_takes_symbol_and_colour_from_what_it_counts_as() -> None:
    levels = [{"code": "late", "label": "Late", "counts_as": "off_track"}]
    tag = view(scale={"levels": levels}).scale.levels[0][0]

    assert (tag.symbol, tag.tone) == ("■", "red")


def test_a_scale_without_meanings_says_that_we_do_not_guess() -> None:
    assert "We do not guess" in view().scale.note
    assert {meaning for _, meaning in view().scale.levels} == {"Meaning not published."}


def test_a_scale_with_meanings_says_whose_words_they_are() -> None:
    meanings = {"red": "Late.", "amber": "At risk.", "green": "On time."}
    ours = view(
        scale={
            "use": "rag",
            "meanings": meanings,
            "meanings_from": "Page 2.",
        }
    )

    assert ours.scale.note == "What each status means in this plan (page 2):"
    assert [meaning for _, meaning in ours.scale.levels] == ["Late.", "At risk.", "On time."]


# Groups.


def test_groups_stand_in_the_order_of_the_plan_each_under_its_parent() -> None:
    inner = a_group(id="inner", actions=[an_action(id="2")])
    shown = view(an_action(id="1"), groups=[a_group(id="outer", groups=[inner])]).groups

    assert [(one.anchor, one.level, len(one.actions)) for one in shown] == [
        ("", 3, 1),
        ("group-outer", 3, 0),
        ("group-inner", 4, 1),
    ]


def test_a_group_knows_the_groups_above_it_and_its_address_on_paper() -> None:
    record = a_record(a_plan(groups=[a_group(id="outer", groups=[a_group(id="inner")])]))
    told = progress.of_plan(record, 3)
    site = "https://host.example/sub/"

    shown = plan_views.of_plan(record, told, (), a_site(), {"actions.csv": 1}, site).groups

    assert [(one.within, one.address) for one in shown] == [
        ("outer", "host.example/sub/plans/parks-2024/#group-outer"),
        ("outer inner", "host.example/sub/plans/parks-2024/#group-inner"),
    ]
    assert view(groups=[a_group()]).groups[0].address == ""


def test_no_heading_is_deeper_than_the_sixth() -> None:
    group = a_group(id="g0")
    for depth in range(1, 6):
        group = a_group(id=f"g{depth}", groups=[group])

    assert [one.level for one in view(groups=[group]).groups] == [3, 4, 5, 6, 6, 6]


def test_an_empty_group_says_so_and_a_group_of_groups_does_not() -> None:
    outer, inner = view(groups=[a_group(id="outer", groups=[a_group(id="inner")])]).groups

    assert outer.empty == ""
    assert inner.empty == "No actions published for this theme."


# The end of a page.


def test_the_end_of_a_page_says_what_nobody_stated() -> None:
    said = {one.label: one.text for one in view().notices}

    assert said["Contact Hill Town Council"] == "The plan gives no contact."
    assert said["Have your say"] == "The plan does not say how the public can have a say."
    assert said["Source"] == "The plan names no source."


def test_a_mistake_is_reported_to_the_publisher_before_the_site() -> None:
    ours = a_site(report_a_mistake="Write to the site.")
    theirs = a_publisher(report_a_mistake="Write to the town.")

    assert view(site=ours).notices[1].text == "Write to the site."
    assert view(site=ours, publisher=theirs).notices[1].text == "Write to the town."


# The whole site.


def test_a_plan_is_said_in_one_sentence_with_links_from_the_page_it_stands_on() -> None:
    shown = card(an_action(status="red"))

    assert shown.sentence == "The only action is red."
    assert shown.link == Link("Plan for the parks", "plans/parks-2024/")
    assert shown.ways == (
        Link("1 red action without an update", "plans/parks-2024/#attention"),
        Link("What the statuses mean", "plans/parks-2024/#scale"),
    )


def test_a_plan_tells_how_many_end_dates_have_passed() -> None:
    late = an_action(due="by May 2024", status="green", updates=[an_update()])

    assert [one.title for one in card(late).ways][:1] == ["1 action past the end date"]


def test_nothing_urgent_is_not_mentioned() -> None:
    assert len(card(an_action(status="red", updates=[an_update()])).ways) == 1


def test_a_site_without_plans_says_so() -> None:
    assert site_views.register(Verdicts(), "Plans", HOME).empty == "Nothing has been published yet."


# Search.


def test_search_knows_each_action_by_name_status_owner_and_date() -> None:
    owned = an_action(id="1", status="red", owners=["park-warden"], due="Ongoing")
    found = search_views.of_plan(view(owned, an_action(id="2"))).entries

    assert (found[0].anchor, found[0].title) == ("action-1", "Action 1: Put benches in the park")
    assert found[0].texts == ("Status: Red. Owner: Park warden. Ongoing.",)
    assert found[1].texts == ("Status: Not rated. No owner named. No date stated.",)


def test_search_knows_the_parts_and_every_update_of_an_action() -> None:
    updates = [
        an_update(on="2024-05-02", text="Two are there."),
        an_update(on="2024-01-02", text="Ordered.\n\nPaid for."),
    ]
    action = an_action(sub_items=[{"marker": "a.", "text": "By the river"}], updates=updates)

    (found,) = search_views.of_plan(view(action)).entries

    assert found.texts[1:] == (
        "a. By the river",
        "2 May 2024: Two are there.",
        "2 January 2024: Ordered. Paid for.",
    )


def test_search_knows_an_action_by_its_id_and_by_what_the_document_prints() -> None:
    action = an_action(id="o01-a03", number="3", source={"item": "Objective 1, 3)"})

    (found,) = search_views.of_plan(view(action)).entries

    assert found.title == "Action 3: Put benches in the park"
    assert found.texts[1:] == ("Known here as o01-a03.", "In the document: Objective 1, 3)")


def test_search_says_that_an_action_left_the_plan() -> None:
    (found,) = search_views.of_plan(view(an_action(left_on="2024-05-02"))).entries

    assert "No longer in the plan since 2 May 2024" in found.texts
