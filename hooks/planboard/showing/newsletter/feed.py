"""Feed: all newsletters as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from planboard.saying import routes
from planboard.saying.sentences import newsletters as sentences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planboard.saying.views.newsletter.mail import MailView
    from planboard.truth.model.register import Site

__all__ = ["Entry", "atom"]

_ATOM: Final = "http://www.w3.org/2005/Atom"
_LANGUAGE: Final = "en-GB"
_HTML: Final = "text/html"
_TYPE: Final = "application/atom+xml"
_FORBIDDEN: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, however it is written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue in the feed: what it says, who sends it, and its text as plain HTML."""

    view: MailView
    author: str
    html: str


def atom(entries: Sequence[Entry], site: Site, address: str) -> bytes:
    """Return the feed of all issues of the site at ``address``, newest first.

    There must be one issue at least, as a feed must say when it was last renewed. Whatever names
    an issue is the address of its page, so that a reader's program never shows it twice.
    """
    archive = f"{address}{routes.NEWSLETTERS}"
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": _LANGUAGE})
    _put(feed, "id", archive)
    _put(feed, "title", f"{sentences.ARCHIVE}: {site.title}")
    _put(feed, "updated", _moment(max(one.view.on for one in entries)))
    _put(feed, "link", rel="alternate", type=_HTML, href=archive)
    _put(feed, "link", rel="self", type=_TYPE, href=f"{address}{routes.FEED}")
    for one in sorted(entries, key=lambda one: (one.view.on, one.view.id), reverse=True):
        _add(feed, one)
    ET.indent(feed)
    found: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return found + b"\n"


def _add(feed: ET.Element, one: Entry) -> None:
    entry = ET.SubElement(feed, "entry")
    page = one.view.web.url
    _put(entry, "id", page)
    _put(entry, "title", one.view.title)
    _put(entry, "updated", _moment(one.view.on))
    _put(ET.SubElement(entry, "author"), "name", one.author)
    _put(entry, "link", rel="alternate", type=_HTML, href=page)
    _put(entry, "summary", one.view.summary)
    _put(entry, "content", one.html.strip(), type="html")


def _put(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> None:
    """Add an element without what XML forbids."""
    element = ET.SubElement(parent, name, attributes)
    element.text = None if text is None else _FORBIDDEN.sub("", text)


def _moment(on: date) -> str:
    """Return the noon of a day, which is on that day nearly everywhere."""
    return f"{on.isoformat()}T12:00:00Z"
