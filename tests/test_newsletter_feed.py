"""The Atom feed of newsletters: what RFC 4287 asks for, and ids that never change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from mailed import a_mail
from planboard.saying.views.parts import Link
from planboard.showing.newsletter.feed import Entry, atom
from planboard.truth.model.register import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from planboard.saying.views.newsletter.mail import MailView

pytest_plugins = ["demonstration"]

ADDRESS: Final = "https://hill.example/"
SITE: Final = Site.model_validate({"format": "1", "title": "Plans & results of Hill Town"})
NAMES: Final = "{http://www.w3.org/2005/Atom}"
ONCE: Final = ("id", "title", "updated")


def an_issue(on: str, html: str = "<p>Hello &amp; thanks</p>", **values: object) -> Entry:
    page = Link("Read", f"{ADDRESS}newsletters/{on[:7]}/")
    view: MailView = a_mail(on=date.fromisoformat(on), web=page, id=f"{on}@hill.example", **values)
    return Entry(view, "Hill Town Council", html)


def read(*issues: Entry) -> ET.Element:
    return ET.fromstring(atom(issues, SITE, ADDRESS))  # noqa: S314 - it is our own


TWO: Final = (an_issue("2022-06-10"), an_issue("2022-07-08", title="What you found in June"))


@pytest.fixture
def feed() -> ET.Element:
    return read(*TWO)


def text(element: ET.Element, name: str) -> str:
    return element.findtext(f"{NAMES}{name}") or ""


def links(element: ET.Element) -> dict[str, str]:
    return {one.attrib["rel"]: one.attrib["href"] for one in element.findall(f"{NAMES}link")}


# What RFC 4287 asks for.


def test_the_feed_and_each_entry_have_what_they_must_have_just_once(feed: ET.Element) -> None:
    for one in (feed, *feed.findall(f"{NAMES}entry")):
        for name in ONCE:
            assert len(one.findall(f"{NAMES}{name}")) == 1
            assert text(one, name)


def test_every_entry_has_its_author(feed: ET.Element) -> None:
    for one in feed.findall(f"{NAMES}entry"):
        assert one.findtext(f"{NAMES}author/{NAMES}name") == "Hill Town Council"


def test_no_two_entries_have_the_same_id(feed: ET.Element) -> None:
    ids = [text(one, "id") for one in (feed, *feed.findall(f"{NAMES}entry"))]
    assert len(set(ids)) == len(ids)


def test_dates_are_moments_with_their_zone(feed: ET.Element) -> None:
    for one in feed.findall(f"{NAMES}entry"):
        assert text(one, "updated").endswith("T12:00:00Z")


def test_the_feed_says_where_it_is_and_whose_other_form_it_is(feed: ET.Element) -> None:
    assert links(feed) == {
        "alternate": f"{ADDRESS}newsletters/",
        "self": f"{ADDRESS}newsletters/feed.atom",
    }


def test_an_entry_has_one_other_form(feed: ET.Element) -> None:
    for one in feed.findall(f"{NAMES}entry"):
        assert links(one) == {"alternate": text(one, "id")}


def test_content_is_html_as_text_and_has_no_elements(feed: ET.Element) -> None:
    for one in feed.iter(f"{NAMES}content"):
        assert one.attrib == {"type": "html"}
        assert len(one) == 0
        assert one.text == "<p>Hello &amp; thanks</p>"


def test_everything_is_of_atom_and_of_nothing_else(feed: ET.Element) -> None:
    assert all(one.tag.startswith(NAMES) for one in feed.iter())


def test_the_language_is_said(feed: ET.Element) -> None:
    assert feed.attrib == {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"}


# What is ours.


def test_a_reader_finds_no_fault_and_every_issue() -> None:
    found = feedparser.parse(atom(TWO, SITE, ADDRESS))
    assert found.bozo is False
    assert found.version == "atom10"
    assert [one.title for one in found.entries] == [
        "What you found in June",
        "What you found in May",
    ]
    assert found.entries[1].summary == "What you found in May."


def test_issues_stand_newest_first_and_the_feed_is_as_new_as_the_newest(feed: ET.Element) -> None:
    days = [text(one, "updated")[:10] for one in feed.findall(f"{NAMES}entry")]
    assert days == ["2022-07-08", "2022-06-10"]
    assert text(feed, "updated")[:10] == "2022-07-08"


def test_the_id_of_an_issue_is_its_address_whatever_else_changes() -> None:
    before = read(an_issue("2022-06-10"))
    after = read(an_issue("2022-06-10", "<p>Corrected</p>", title="Another"), TWO[1])
    ids = {text(one, "id") for one in after.findall(f"{NAMES}entry")}
    assert text(before, f"entry/{NAMES}id") == f"{ADDRESS}newsletters/2022-06/"
    assert text(before, f"entry/{NAMES}id") in ids
    assert text(before, "id") == text(after, "id")


def test_the_feed_is_the_same_in_whatever_order_issues_come() -> None:
    assert atom(TWO, SITE, ADDRESS) == atom(TWO[::-1], SITE, ADDRESS)


@pytest.mark.parametrize("put", [lambda bad: {"title": bad}, lambda bad: {"summary": bad}])
def test_what_xml_forbids_is_left_out(put: Callable[[str], dict[str, str]]) -> None:
    found = atom([an_issue("2022-06-10", **put("a\x00\x0b\ufffe\ud800b"))], SITE, ADDRESS)
    assert b">ab</" in found
    assert feedparser.parse(found).bozo is False


def test_no_prefix_stands_before_a_name() -> None:
    found = atom(TWO, SITE, ADDRESS).decode()
    assert found.startswith("<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns=")
    assert "ns0:" not in found


# On the site.


def test_the_list_of_newsletters_and_every_issue_announce_the_feed(demonstration: Path) -> None:
    pages = {
        one.parent.relative_to(demonstration).as_posix()
        for one in demonstration.rglob("index.html")
        if 'type="application/atom+xml"' in one.read_text("utf-8")
    }
    issues = {
        one.parent.relative_to(demonstration).as_posix()
        for one in demonstration.glob("newsletters/*/email.html")
    }
    assert issues
    assert pages == {"newsletters", *issues}


def test_a_reader_finds_no_fault_in_the_feed_of_the_demonstration(demonstration: Path) -> None:
    found = feedparser.parse((demonstration / "newsletters/feed.atom").read_bytes())
    assert found.bozo is False
    assert len(found.entries) == len(list(demonstration.glob("newsletters/*/email.html")))
