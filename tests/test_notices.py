"""What stands at the end of every page of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import a_plan, a_publisher, a_record, a_site
from planboard.saying.views import notices
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from planboard.saying.views.notices import Notice
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.register import Site

LABELS = [
    "Contact Hill Town Council",
    "Report a mistake",
    "Have your say",
    "Licence",
    "Source",
    "Gaps in this record",
    "Abbreviations",
]


def of_plan(
    *, gaps: int = 0, site: Site | None = None, publisher: object = None, **plan: object
) -> dict[str, Notice]:
    """Return what stands at the end of the page of a plan, by its labels."""
    given = publisher if isinstance(publisher, dict) else {}
    record = a_record(a_plan(**plan), publisher=a_publisher(**given))
    return {one.label: one for one in notices.of_record(record, site or a_site(), gaps)}


def of_plans(
    *records: PlanInFull, page: str = "owners/", site: Site | None = None
) -> tuple[Notice, ...]:
    return notices.of_records(records, site or a_site(), page)


# The page of one plan.


def test_every_plan_has_every_notice_in_one_order_whatever_is_known() -> None:
    full = {
        "contact": {"email": "plans@example.org"},
        "report_a_mistake": "Write to us.",
        "have_your_say": "Come to the meeting.",
        "licence": {"name": "Open Government Licence v3.0"},
    }

    assert list(of_plan()) == LABELS
    assert list(of_plan(publisher=full, gaps=3, source={"document": "The plan"})) == LABELS


def test_what_nobody_stated_is_said_to_be_so() -> None:
    assert {label: one.text for label, one in of_plan().items()} == {
        "Contact Hill Town Council": "The plan gives no contact.",
        "Report a mistake": "The plan does not say how to report a mistake.",
        "Have your say": "The plan does not say how the public can have a say.",
        "Licence": "The plan states no licence.",
        "Source": "The plan names no source.",
        "Gaps in this record": "We know of none.",
        "Abbreviations": "What they stand for, and how we know:",
    }


def test_every_way_to_the_publisher_is_a_link() -> None:
    contact = {"email": "plans@example.org", "phone": "01632 960 000", "url": "https://example.org"}
    shown = of_plan(publisher={"contact": contact})["Contact Hill Town Council"]

    assert shown.text == ""
    assert shown.links == (
        Link("plans@example.org", "mailto:plans@example.org"),
        Link("01632 960 000", "tel:01632960000"),
        Link("https://example.org", "https://example.org"),
    )


@pytest.mark.parametrize("way", [{"email": "a@example.org"}, {"phone": "101"}])
def test_one_way_to_the_publisher_is_enough(way: dict[str, str]) -> None:
    shown = of_plan(publisher={"contact": way})["Contact Hill Town Council"]

    assert shown.text == ""
    assert [one.title for one in shown.links] == list(way.values())


def test_a_mistake_is_reported_to_the_publisher_or_else_to_the_site() -> None:
    site = a_site(report_a_mistake="Write to the site.")
    theirs = {"report_a_mistake": "Write to the town."}

    assert of_plan(site=site)["Report a mistake"].text == "Write to the site."
    assert of_plan(site=site, publisher=theirs)["Report a mistake"].text == "Write to the town."


def test_how_to_have_a_say_is_in_the_words_of_the_publisher() -> None:
    said = of_plan(publisher={"have_your_say": "Come to the meeting."})

    assert said["Have your say"].text == "Come to the meeting."


def test_a_licence_has_its_name_and_leads_to_its_text() -> None:
    licence = {"name": "Open Government Licence v3.0", "url": "https://example.org/ogl"}
    shown = of_plan(publisher={"licence": licence})["Licence"]
    unlinked = of_plan(publisher={"licence": {"name": "Ours"}})["Licence"]

    assert (shown.text, shown.links) == (
        "Open Government Licence v3.0",
        (Link("https://example.org/ogl", "https://example.org/ogl"),),
    )
    assert (unlinked.text, unlinked.links) == ("Ours", ())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ({"document": "The parks plan"}, "The parks plan."),
        ({"document": "The parks plan.", "item": "7"}, "The parks plan. Item 7."),
        ({"item": "7", "note": "Two dates were mended."}, "Item 7. Two dates were mended."),
    ],
)
def test_a_source_is_named_with_its_item_and_what_was_mended(
    source: dict[str, str], words: str
) -> None:
    assert of_plan(source=source)["Source"].text == words


def test_the_printed_title_stands_in_for_the_name_of_the_document() -> None:
    printed = "Hill Town parks plan"

    assert of_plan(printed_title=printed)["Source"].text == "Hill Town parks plan."
    assert of_plan(printed_title=printed, source={"document": "The plan"})["Source"].text == (
        "The plan."
    )


def test_a_source_that_is_an_address_alone_is_not_said_to_be_missing() -> None:
    shown = of_plan(source={"url": "https://example.org/plan.pdf"})["Source"]

    assert (shown.text, [one.url for one in shown.links]) == ("", ["https://example.org/plan.pdf"])


def test_the_gaps_of_a_plan_are_counted_and_lead_to_its_place_on_record_quality() -> None:
    shown = of_plan(gaps=1200)["Gaps in this record"]

    assert shown.text == "We know of 1,200, such as a missing date or owner."
    assert shown.links == (Link("Record quality", "../../record-quality/#plan-parks-2024"),)


# A page that shows several plans.


def test_each_publisher_is_named_once_however_many_plans_it_has() -> None:
    one, other = a_publisher(id="one", name="One"), a_publisher(id="other", name="Other")
    shown = of_plans(
        a_record(a_plan(publisher="one"), id="a", publisher=one),
        a_record(a_plan(publisher="other"), id="b", publisher=other),
        a_record(a_plan(publisher="one"), id="c", publisher=one),
    )

    assert [notice.label for notice in shown] == [
        "Contact One",
        "Contact Other",
        "Report a mistake",
        "Sources, licences and how to have your say",
    ]


def test_each_plan_leads_to_its_own_notices_from_whatever_page() -> None:
    plans = [a_record(a_plan(title=f"Plan {name}"), id=name) for name in ("a", "b")]

    assert of_plans(*plans)[-1].links == (
        Link("Plan a", "../plans/a/#notices"),
        Link("Plan b", "../plans/b/#notices"),
    )
    assert of_plans(*plans, page="owners/park-warden/")[-1].links[0].url == (
        "../../plans/a/#notices"
    )


def test_a_mistake_on_such_a_page_is_reported_to_the_site_or_as_each_plan_says() -> None:
    site = a_site(report_a_mistake="Write to the site.")

    assert of_plans(a_record(), site=site)[1].text == "Write to the site."
    assert of_plans(a_record())[1].text == "Each record says at its end how to report a mistake."


def test_a_page_that_shows_no_plan_says_so() -> None:
    shown = of_plans()

    assert [one.label for one in shown] == [
        "Report a mistake",
        "Sources, licences and how to have your say",
    ]
    assert (shown[-1].text, shown[-1].links) == ("No record is shown here.", ())
