"""Every form of every newsletter of the demonstration says the same figures, words and links."""

from __future__ import annotations

import email
import re
from collections import Counter
from email.policy import default
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from planboard.words.vocabulary.dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from bs4 import Tag

pytest_plugins = ["demonstration"]

_FIGURE: Final = re.compile(
    rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}|\d(?:[\d,]*\d)?(?:\.\d+)?(?:/\d+)?%?|\[c\]"
)
"""A date, a number with its separators, a percentage, or what stands for a count kept back."""
_WORD: Final = re.compile(r"[^\W_]+")
_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_NOT_READ: Final = "script, style, template, svg, button, [hidden], [aria-hidden=true]"
_AROUND_A_MAIL: Final = "head, .before, .web, .foot"
"""What an e-mail says besides: the lines that lists of mails show, and the ways to and from it."""
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")


def _of_html(html: str, leave_out: str = _NOT_READ) -> Tag:
    """Return HTML without what is not read, and with the number before each item of a list."""
    soup = BeautifulSoup(html, "html.parser")
    for one in soup.select(f"{_NOT_READ}, {leave_out}"):
        one.decompose()
    for numbered in soup.select("ol"):
        start = int(str(numbered.get("start", "1")))
        for number, item in enumerate(numbered.find_all("li", recursive=False), start):
            item.insert(0, f"{number}. ")
    return soup


def _article(folder: Path) -> Tag:
    """Return what the page of an issue says, without its menus and what stands beside it."""
    page = _of_html((folder / "index.html").read_text("utf-8"), ".newsletter-beside")
    (article,) = page.select("main .page")
    return article


def _page(folder: Path) -> str:
    return _article(folder).get_text(" ")


def _html_of_mail(html: str) -> str:
    return _of_html(html, _AROUND_A_MAIL).get_text(" ")


def _as_html(folder: Path) -> str:
    return _html_of_mail((folder / "email.html").read_text("utf-8"))


def _text(whole: str) -> str:
    """Return what stands between the address of the page and those of the links."""
    body = whole.partition("\n\n\n")[2]
    body = re.split(r"\n\n\n(?:Addresses\n-+\n|\* \* \*\n\nTo stop)", body)[0]
    body = re.sub(r"^(?:> ?)+", "", body, flags=re.MULTILINE)
    return re.sub(r" <\S+[.@]\S+>|\s\[\d+\]", "", body)


def _as_text(folder: Path) -> str:
    return _text((folder / "newsletter.txt").read_text("utf-8"))


def _message(folder: Path) -> EmailMessage:
    whole = (folder / "newsletter.eml").read_bytes()
    return email.message_from_bytes(whole, policy=default)


def _part(folder: Path, subtype: str) -> str:
    part = _message(folder).get_body((subtype,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def _notify(folder: Path) -> str:
    whole = (folder / "notify.md").read_text("utf-8")
    body = whole.partition("\n\n")[2].rpartition("\n\n---\n\n")[0]
    body = re.sub(r"\]\([^()\s]*\)", "]", body)
    return re.sub(r"\\(.)", r"\1", re.sub(r"\[(?!c\])((?:\[c\]|[^\[\]])*)\]", r"\1", body))


def _feed(folder: Path) -> str:
    feed = ET.fromstring((folder.parent / "feed.atom").read_bytes())  # noqa: S314 - it is our own
    (entry,) = [
        one
        for one in feed.iter(f"{_ATOM}entry")
        if (one.findtext(f"{_ATOM}id") or "").endswith(f"/newsletters/{folder.name}/")
    ]
    title, content = (entry.findtext(f"{_ATOM}{name}") or "" for name in ("title", "content"))
    text = _of_html(content).get_text(" ")
    return text if title in text else f"{title} {text}"


FORMS: Final[dict[str, Callable[[Path], str]]] = {
    "email.html": _as_html,
    "newsletter.txt": _as_text,
    "the text of newsletter.eml": lambda folder: _text(_part(folder, "plain")),
    "the HTML of newsletter.eml": lambda folder: _html_of_mail(_part(folder, "html")),
    "notify.md": _notify,
    "feed.atom": _feed,
}


def _issues(demonstration: Path) -> Iterator[Path]:
    found = sorted(one.parent for one in demonstration.glob("newsletters/*/email.html"))
    assert found
    yield from found


def _figures(words: str) -> Counter[str]:
    return Counter(_FIGURE.findall(" ".join(words.split())))


def _words(words: str) -> set[str]:
    return set(_WORD.findall(words.casefold()))


def _heads(folder: Path) -> set[str]:
    """Return the figures in the names of columns, which a table without columns says again."""
    heads = _article(folder).select("thead th")
    return {one for head in heads for one in _figures(head.get_text(" "))}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_the_figures_of_the_page_and_no_others(demonstration: Path, form: str) -> None:
    for folder in _issues(demonstration):
        page, found = _figures(_page(folder)), _figures(FORMS[form](folder))
        assert len(page) > 1
        assert page - found == Counter()
        assert set(found - page) <= _heads(folder)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_says_the_words_of_the_page_and_no_others(demonstration: Path, form: str) -> None:
    for folder in _issues(demonstration):
        assert _words(FORMS[form](folder)) == _words(_page(folder))


def _links(html: str) -> set[str]:
    soup = BeautifulSoup(html, "html.parser")
    return {unquote(str(one["href"])).removeprefix("mailto:") for one in soup.select("a[href]")}


@pytest.mark.parametrize("name", ["newsletter.txt", "notify.md"])
def test_every_address_of_the_e_mail_is_written_out(demonstration: Path, name: str) -> None:
    for folder in _issues(demonstration):
        links = _links((folder / "email.html").read_text("utf-8"))
        whole = unquote((folder / name).read_text("utf-8"))
        assert len(links) > 1
        assert {one for one in links if one not in whole} == set()


@pytest.mark.parametrize("name", ["newsletter.txt", "notify.md"])
def test_no_address_is_written_out_that_the_e_mail_has_not(demonstration: Path, name: str) -> None:
    for folder in _issues(demonstration):
        links = _links((folder / "email.html").read_text("utf-8"))
        whole = unquote((folder / name).read_text("utf-8"))
        found = {one.removeprefix("mailto:").rstrip(").,;:") for one in _ADDRESS.findall(whole)}
        assert found <= links


def test_the_text_of_the_message_is_the_text_beside_it(demonstration: Path) -> None:
    for folder in _issues(demonstration):
        beside = (folder / "newsletter.txt").read_text("utf-8")
        assert _part(folder, "plain").splitlines() == beside.splitlines()
