"""Mail: what a newsletter says as an e-mail, as text, in a feed and in GOV.UK Notify."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from planboard.saying import routes
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.saying.views.newsletter.blocks import Block
    from planboard.truth.model.register import Mailing, Site

__all__ = ["EmailView", "EntryView", "MailView", "Sender", "as_email", "of_newsletter"]

_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*", re.ASCII)
_NOWHERE: Final = "invalid"
"""The name that no machine in the world has (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Sender:
    """From whom an e-mail comes, and how mail programs let a reader leave the list.

    ``ways_out`` are addresses of pages and mailboxes, the one that takes a reader off the list by
    itself first; only if there is one is it ``one_click``.
    """

    name: str
    email: str
    ways_out: tuple[str, ...]
    one_click: bool


@dataclass(frozen=True, slots=True)
class MailView:
    """One issue of a newsletter in all forms but its page.

    ``blocks`` are everything that the page says, its title first. ``web`` leads to the page.
    ``leave`` says how to stop getting it, with links. ``id`` is a name for ever that nothing else
    in the world has, fit for the header of a message.
    """

    title: str
    summary: str
    on: date
    web: Link
    blocks: tuple[Block, ...]
    leave: tuple[str, tuple[Link, ...]]
    sender: Sender | None
    id: str


@dataclass(frozen=True, slots=True)
class EmailView:
    """One issue as the HTML of an e-mail, as ``MailView`` has it; ``accent`` is a ground."""

    title: str
    summary: str
    web: Link
    blocks: tuple[Block, ...]
    leave: tuple[str, tuple[Link, ...]]
    accent: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """What one issue says in the entry of a feed, under the title of that."""

    blocks: tuple[Block, ...]


def as_email(view: MailView, site: Site) -> EmailView:
    """Return what the HTML of an e-mail says, in the colour of the site."""
    return EmailView(view.title, view.summary, view.web, view.blocks, view.leave, site.accent)


def of_newsletter(
    told: NewsletterTold, site: Site, address: str, blocks: tuple[Block, ...]
) -> MailView:
    """Return what an issue says in forms that leave the site at ``address``.

    ``blocks`` are its page as plain pieces.
    """
    record = told.record
    page = f"{address}{routes.newsletter(record.id)}"
    return MailView(
        title=record.newsletter.title,
        summary=sentences.summary(told),
        on=record.newsletter.date,
        web=Link(sentences.ON_THE_WEB, page),
        blocks=blocks,
        leave=leave(site.mailing),
        sender=_sender(site.mailing),
        id=f"{record.id}.{record.newsletter.date:%Y%m%d}@{_host(address)}",
    )


def _host(address: str) -> str:
    """Return the name of the machine of an address in plain letters, as a header needs it."""
    try:
        host = (urlsplit(address).hostname or "").encode("idna").decode("ascii")
    except ValueError:
        return _NOWHERE
    return host if _HOST.fullmatch(host) else _NOWHERE


def leave(mailing: Mailing | None) -> tuple[str, tuple[Link, ...]]:
    """Return how a reader stops getting newsletters, with the ways to do so."""
    if mailing is None:
        return "To stop getting this newsletter, tell whoever sent it to you.", ()
    return "To stop getting this newsletter:", tuple(_links(mailing))


def _links(mailing: Mailing) -> Iterator[Link]:
    if mailing.unsubscribe:
        yield Link("leave this list", mailing.unsubscribe)
    if mailing.unsubscribe_email:
        yield Link(f"write to {mailing.unsubscribe_email}", f"mailto:{mailing.unsubscribe_email}")


def _sender(mailing: Mailing | None) -> Sender | None:
    if mailing is None:
        return None
    pages = (mailing.one_click, *([] if mailing.one_click else [mailing.unsubscribe]))
    mailbox = mailing.unsubscribe_email
    ways = (*pages, f"mailto:{mailbox}" if mailbox else None)
    return Sender(
        name=mailing.name,
        email=mailing.email,
        ways_out=tuple(one for one in ways if one),
        one_click=mailing.one_click is not None,
    )
