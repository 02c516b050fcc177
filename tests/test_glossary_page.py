"""The page of abbreviations and the files beside it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from builders import a_group, a_plan, a_record, a_site, an_action
from markup import Element, parsed
from planboard.rules import abbreviations
from planboard.saying import routes
from planboard.saying.views import glossary as views
from planboard.showing.downloads import glossary as downloads
from planboard.showing.downloads.tables import unguarded
from planboard.showing.expansion import expanded
from planboard.showing.page import glossary as page
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection
from planboard.truth.model.register import Glossary

if TYPE_CHECKING:
    from planboard.saying.views.glossary import GlossaryView
    from planboard.showing.page.made import DataPage
    from planboard.truth.in_full import PlanInFull

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
ASB = {
    "term": "ASB",
    "expansion": "anti-social behaviour",
    "basis": "law",
    "source": "Anti-social Behaviour, Crime and Policing Act 2014",
    "meaning": "What bothers others.\n\nIt has many forms.",
}
NHS = {"term": "NHS", "expansion": "National Health Service", "basis": "public"}


def parks(**plan: object) -> PlanInFull:
    actions = [
        an_action(id="3", title="Less ASB with the SP&I"),
        an_action(id="4", title="Ask the SP&I about ASB"),
    ]
    return a_record(a_plan(title="Plan for the parks", **{"actions": actions, **plan}), id="parks")


def a_collection(*records: PlanInFull, terms: tuple[object, ...] = (NHS, ASB)) -> Collection:
    glossary = Glossary.model_validate({"format": "1", "terms": terms})
    return Collection(a_site(), records, glossary=glossary)


def view(*records: PlanInFull, terms: tuple[object, ...] = (NHS, ASB)) -> GlossaryView:
    collection = a_collection(*records, terms=terms)
    return views.glossary(collection, abbreviations.of_site(collection), {"glossary.csv": 900})


def made(collection: Collection) -> DataPage:
    (found,) = page.of_glossary(collection, FRAGMENTS).pages
    return found


def shown(collection: Collection) -> Element:
    return parsed(made(collection).html)


def rows(collection: Collection) -> list[dict[str, str]]:
    text = downloads.files(abbreviations.of_site(collection))["glossary.csv"].decode("utf-8-sig")
    found = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{key: unguarded(cell) for key, cell in row.items()} for row in found]


def data(collection: Collection) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(
        downloads.files(abbreviations.of_site(collection))["data.json"]
    )
    return read


# What it says.


def test_the_terms_stand_from_a_to_z_with_what_they_mean() -> None:
    first, second = view(parks()).terms

    assert (first.term, first.expansion) == ("ASB", "anti-social behaviour")
    assert first.meaning == ("What bothers others.", "It has many forms.")
    assert (second.term, second.meaning) == ("NHS", ())


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("document", "Spelt out in a published document"),
        ("law", "Spelt out in law or guidance"),
        ("local", "Spelt out by the body that uses it"),
        ("public", "Spelt out by a public source"),
    ],
)
def test_it_says_how_each_is_known(basis: str, words: str) -> None:
    term = {"term": "ASB", "expansion": "anti-social behaviour", "basis": basis}

    assert view(terms=(term,)).terms[0].basis == words
    assert view(terms=({**term, "source": "The Act"},)).terms[0].basis == f"{words}: The Act"


def test_a_term_leads_to_the_plans_that_use_it() -> None:
    first, second = view(parks()).terms

    assert [(link.title, link.url) for link in first.records] == [
        ("Plan for the parks", "../plans/parks/")
    ]
    assert first.nowhere == ""
    assert (second.records, second.nowhere) == ((), "In no record on this site.")


def test_one_that_is_not_spelt_out_leads_to_its_first_place() -> None:
    (found,) = view(parks()).unknown
    (use,) = found.uses

    assert (found.term, use.record.url, use.times) == (
        "SP&I",
        "../plans/parks/",
        "2 places, first in",
    )
    assert (use.first.title, use.first.url) == ("action 3", "../plans/parks/#action-3")


def test_the_first_place_may_be_a_group_or_the_plan() -> None:
    groups = [a_group(id="rest", kind="theme", title="Rest for the PSST")]
    by_word = {
        one.term: one.uses[0] for one in view(parks(summary="By the OCC", groups=groups)).unknown
    }

    assert by_word["PSST"].times == "1 place, in"
    assert by_word["PSST"].first.title == "theme “Rest for the PSST”"
    assert by_word["PSST"].first.url == "../plans/parks/#group-rest"
    assert (by_word["OCC"].first.title, by_word["OCC"].first.url) == (
        "the plan",
        "../plans/parks/#plan",
    )


@pytest.mark.parametrize(
    ("terms", "known"),
    [
        ((), "No abbreviation has been spelt out yet."),
        ((ASB,), "1 abbreviation, A to Z, with what it stands for and how we know."),
        ((ASB, NHS), "2 abbreviations, A to Z, with what they stand for and how we know."),
    ],
)
@pytest.mark.parametrize(
    ("summary", "unknown"),
    [
        ("", ""),
        ("By the OCC", " 1 more is not spelt out."),
        ("By the OCC and the OPU", " 2 more are not spelt out."),
    ],
)
def test_one_sentence_says_how_many_there_are(
    terms: tuple[object, ...], known: str, summary: str, unknown: str
) -> None:
    plan = a_record(a_plan(summary=summary or None))

    assert view(plan, terms=terms).sentence == f"{known}{unknown}"


def test_the_page_says_why_nothing_is_guessed() -> None:
    assert "A guess could be wrong" in view(parks()).why
    assert view(parks()).none_unknown == ""


def test_the_page_says_when_all_are_spelt_out() -> None:
    assert view(terms=(ASB,)).none_unknown == (
        "Every abbreviation that the records use is spelt out above."
    )


# Its places.


def test_each_abbreviation_has_a_place_of_its_own() -> None:
    terms = tuple(
        {"term": term, "expansion": "words", "basis": "local"}
        for term in ("C&V", "C and V", "c&v", "THRIVE", "THRIVE+", "w3w")
    )

    assert [one.anchor for one in view(terms=terms).terms] == [
        "term-c-and-v",
        "term-c-and-v--2",
        "term-c-and-v--3",
        "term-thrive",
        "term-thrive-plus",
        "term-w3w",
    ]


def test_every_place_the_page_offers_is_on_it() -> None:
    collection = a_collection(parks())
    names = {one.attributes["id"] for one in shown(collection).every(attribute="id")}

    assert set(made(collection).anchors) == names
    assert "term-sp-and-i" in names


def test_the_tables_say_what_the_view_says() -> None:
    known, unknown = (
        [
            [cell.text for cell in row.every() if cell.tag in {"th", "td"}]
            for row in body.every("tr")
        ]
        for body in shown(a_collection(parks())).every("tbody")
    )

    assert known == [
        [
            "ASB",
            "anti-social behaviour What bothers others. It has many forms.",
            "Spelt out in law or guidance: Anti-social Behaviour, Crime and Policing Act 2014",
            "Plan for the parks",
        ],
        [
            "NHS",
            "National Health Service",
            "Spelt out by a public source",
            "In no record on this site.",
        ],
    ]
    assert unknown == [["SP&I", "Plan for the parks: 2 places, first in action 3"]]


def test_a_table_without_a_row_is_left_out() -> None:
    assert shown(a_collection(terms=())).every("table") == []


def test_the_page_does_not_spell_out_what_it_spells_out_already() -> None:
    collection = a_collection(parks())
    html = made(collection).html

    assert expanded(html, collection.glossary, FRAGMENTS) == html


# The files beside it.


def test_the_csv_has_a_row_for_each_abbreviation_known_or_not() -> None:
    assert rows(a_collection(parks())) == [
        {
            "term": "ASB",
            "expansion": "anti-social behaviour",
            "basis": "law",
            "source": "Anti-social Behaviour, Crime and Policing Act 2014",
            "meaning": "What bothers others.\n\nIt has many forms.",
            "plans": "parks",
            "places": "2",
            "first_place": "plans/parks/#action-3",
        },
        {
            "term": "NHS",
            "expansion": "National Health Service",
            "basis": "public",
            "source": "",
            "meaning": "",
            "plans": "",
            "places": "0",
            "first_place": "",
        },
        {
            "term": "SP&I",
            "expansion": "",
            "basis": "not_known",
            "source": "",
            "meaning": "",
            "plans": "parks",
            "places": "2",
            "first_place": "plans/parks/#action-3",
        },
    ]


def test_the_json_has_the_rows_of_the_csv_and_counts_them() -> None:
    collection = a_collection(parks())

    assert data(collection) == {
        "title": "Glossary",
        "counts": {"spelt_out": 2, "not_spelt_out": 1},
        "glossary": rows(collection),
    }


def test_every_key_is_documented() -> None:
    documented = downloads.documented().files

    assert [key.name for key in documented["glossary.csv"]] == list(rows(a_collection(parks()))[0])
    assert [key.name for key in documented["data.json"]] == list(data(a_collection(parks())))


def test_the_files_stand_beside_the_page_and_it_leads_to_them() -> None:
    collection = a_collection(parks())
    addresses = [one.address for one in page.of_glossary(collection, FRAGMENTS).files]
    links = shown(collection).every("a", "download")

    assert addresses == ["glossary/glossary.csv", "glossary/data.json"]
    assert [urljoin(routes.GLOSSARY, one.attributes["href"]) for one in links] == addresses
