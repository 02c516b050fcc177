"""Register: what plans refer to by id; the site, publishers, owners and status scales."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field, model_validator

from planboard.truth.model.fields import (
    Day,
    Format,
    Id,
    Line,
    Number,
    Record,
    Text,
    WebAddress,
    closed_list,
    shape,
)
from planboard.truth.model.scale import Scale
from planboard.words.vocabulary.records import BLANK, Basis, OwnerKind, PublisherKind

__all__ = [
    "Accepted",
    "Contact",
    "FalseAlarm",
    "Glossary",
    "Licence",
    "Mailing",
    "Owner",
    "Owners",
    "Publisher",
    "Publishers",
    "Scales",
    "Site",
    "Term",
]

_MAILBOX: Final = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"'.]+")
_NOT_IN_A_HEADER: Final = re.compile(r"[^\w.!$*+/=^{|}~@-]|\.\.|^\.|\.@|@[.-]", re.ASCII)
"""What no mail program takes in a mailbox, or what would end it in the address of a link."""
_LONGEST_MAILBOX: Final = 254
_LONGEST_WAY: Final = 500
"""How long an address may be that stands in a header, with every odd letter as ``%C3``."""
_PHONE_NUMBER: Final = re.compile(r"(?:\D*\d){3}.*")
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value.lower()):
        raise ValueError('is not a colour. Write # and six figures or letters, like "#12436d".')
    return value.lower()


def _mailbox(value: str) -> str:
    if not (_MAILBOX.fullmatch(value) or value.startswith(f"{BLANK} ")):
        raise ValueError("is not an e-mail address. It has an @ and no spaces.")
    return value


def _fit_for_a_header(value: str) -> str:
    if not value.startswith(f"{BLANK} ") and (odd := _NOT_IN_A_HEADER.search(value)):
        raise ValueError(f'has "{odd[0]}" where no mail program takes it. Write it without.')
    if len(value) > _LONGEST_MAILBOX:
        raise ValueError(
            f"has {len(value)} letters, and no mailbox has more than {_LONGEST_MAILBOX}. Check it."
        )
    return value


def _way_out(value: str) -> str:
    try:
        parts = urlsplit(value)
        # reading the port finds one that is no number
        names_a_site = parts.port != 0 and re.search(r"\w", parts.hostname or "")
    except ValueError:
        names_a_site = None
    if not names_a_site:
        raise ValueError(
            "names no site. Write the whole address of a page, such as "
            "https://lists.example.org/leave."
        )
    if len(quote(value, safe="%/:?#[]@!$&'()*+,;=~")) > _LONGEST_WAY:
        raise ValueError(
            f"is too long for an e-mail. Write an address of at most {_LONGEST_WAY} letters, in "
            "which one that is not in the English alphabet counts for several."
        )
    return value


def _phone_number(value: str) -> str:
    if not (_PHONE_NUMBER.fullmatch(value) or value.startswith(f"{BLANK} ")):
        raise ValueError("is not a phone number. Write its figures.")
    return value


def _secure(value: str) -> str:
    if not value.startswith("https://"):
        raise ValueError("is not safe enough. Write an address that begins with https://.")
    return value


Mailbox = Annotated[
    Line,
    AfterValidator(_mailbox),
    shape(
        type="string",
        pattern=rf"^\s*(?:{BLANK} .+|[^\s@]+@[^\s@]+\.[^\s@.]+)\s*$",
        errorMessage="Write an e-mail address.",
    ),
]
"""An e-mail address, or the blank of a new site."""
PhoneNumber = Annotated[
    Line,
    AfterValidator(_phone_number),
    shape(
        type=["string", "integer"],
        minimum=100,
        pattern=rf"^\s*(?:{BLANK} .+|(?:\D*\d){{3}}.*)$",
        errorMessage="Write the figures of a phone number.",
    ),
]
"""A phone number, with its country or without, or the blank of a new site."""
SecureAddress = Annotated[
    WebAddress,
    AfterValidator(_secure),
    shape(
        type="string",
        pattern=r"^\s*https://\S+\s*$",
        errorMessage="Write an address that begins with https:// and has no spaces.",
    ),
]
"""A web address that begins with https://."""
Colour = Annotated[
    Line,
    AfterValidator(_colour),
    shape(
        type="string",
        pattern=r"^\s*#[0-9a-fA-F]{6}\s*$",
        errorMessage='Write # and six figures or letters in straight quotes, like "#12436d".',
    ),
]
"""A colour as ``#rrggbb``."""


class Mailing(Record):
    """From whom newsletters come, and how a reader stops getting them; never to whom they go."""

    name: Line
    """Who sends them, as mail programs show it."""
    email: Annotated[Mailbox, AfterValidator(_fit_for_a_header)]
    """From which public mailbox; never a person's."""
    unsubscribe: Annotated[WebAddress, AfterValidator(_way_out)] | None = None
    """A page on which a reader can leave the list."""
    unsubscribe_email: Annotated[Mailbox, AfterValidator(_fit_for_a_header)] | None = None
    """A public mailbox to which a reader writes to leave the list."""
    one_click: Annotated[SecureAddress, AfterValidator(_way_out)] | None = None
    """An address that takes a reader off the list by itself when a mail program asks it to."""

    @model_validator(mode="after")
    def _has_a_way_out(self) -> Mailing:
        if not (self.unsubscribe or self.unsubscribe_email):
            raise ValueError(
                "does not say how a reader stops getting newsletters. Write unsubscribe with the "
                "address of a page, or unsubscribe_email with a mailbox."
            )
        return self


class Site(Record):
    """What holds for the whole site; how it looks is in ``mkdocs.yml``."""

    format: Format
    """The format of the file: 1."""
    title: Line
    """The name of the site."""
    description: Line | None = None
    """What the site is, in one sentence, for search engines."""
    accent: Colour = "#12436d"
    """The colour of links and of the head of each page, on a light ground."""
    accent_on_dark: Colour = "#9cc7ee"
    """The same on a dark ground."""
    near_months: Annotated[Number, Field(ge=1, le=24, multiple_of=1)] = Field(
        default=Decimal(3), json_schema_extra={"minimum": 1, "maximum": 24, "multipleOf": 1}
    )
    """How many months ahead of the as-at day count as coming next."""
    stale_after_days: Annotated[Number, Field(ge=1, le=3660, multiple_of=1)] = Field(
        default=Decimal(92), json_schema_extra={"minimum": 1, "maximum": 3660, "multipleOf": 1}
    )
    """After how many days the newest update of an action counts as old."""
    smallest_base: Annotated[Number, Field(ge=1, multiple_of=1)] = Field(
        default=Decimal(50), json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """Of how many at least something is counted before a share of it is said in per cent."""
    report_a_mistake: Text | None = None
    """How a reader reports a mistake on the site."""
    mailing: Mailing | None = None
    """From whom newsletters come, and how a reader stops getting them."""


class Contact(Record):
    """How the public reaches a publisher."""

    email: Mailbox | None = None
    """A public mailbox, never a person's."""
    phone: PhoneNumber | None = None
    """A public number."""
    also: tuple[Line, ...] = ()
    """Further public mailboxes and numbers, which may stand on the pages of the site."""
    url: WebAddress | None = None
    """A page with all ways to get in touch."""


class Licence(Record):
    """Under which licence the facts are published."""

    name: Line = Field(
        examples=["Open Government Licence v3.0", "Creative Commons Attribution 4.0"]
    )
    """Its name."""
    url: WebAddress | None = None
    """Its text."""


class Publisher(Record):
    """A body that publishes plans; its kind is data, because bodies come and go."""

    id: Id = Field(examples=["example-council", "example-police"])
    """The name that plans use."""
    name: Line
    """The full name."""
    short_name: Line | None = None
    """A shorter one."""
    kind: Annotated[PublisherKind, closed_list(PublisherKind)]
    """What kind of body it is."""
    url: WebAddress | None = None
    """Its own site."""
    contact: Contact | None = None
    """How to reach it."""
    report_a_mistake: Text | None = None
    """How to report a mistake in its plans."""
    have_your_say: Text | None = None
    """How the public can have a say."""
    licence: Licence | None = None
    """The licence of what it publishes."""


class Publishers(Record):
    """The register of publishers."""

    format: Format
    """The format of the file: 1."""
    publishers: tuple[Publisher, ...] = ()
    """One entry for each body."""


class Owner(Record):
    """Somebody accountable, as a role, a team, a board or an organisation; never a name."""

    id: Id = Field(examples=["parks-team", "head-of-highways"])
    """The name that plans use."""
    role: Line = Field(examples=["Parks team", "Head of highways"])
    """What readers see."""
    kind: Annotated[OwnerKind, closed_list(OwnerKind)] = OwnerKind.ROLE
    """Whether it is a role, a team, a board or an organisation."""
    aliases: tuple[Line, ...] = ()
    """Other spellings of the role in the source."""
    chair: Id | None = None
    """Who chairs a board: the id of an owner."""
    parent: Id | None = None
    """The team or board it belongs to: the id of an owner."""


class Owners(Record):
    """The register of owners."""

    format: Format
    """The format of the file: 1."""
    owners: tuple[Owner, ...] = ()
    """One entry for each owner."""


class Term(Record):
    """An abbreviation and what it stands for; one that is a guess is left out."""

    term: Line = Field(examples=["PSPO", "BAU"])
    """The abbreviation as plans write it: ``PSPO``."""
    expansion: Line = Field(examples=["public spaces protection order", "business as usual"])
    """What it stands for, as it would stand in a sentence: ``public spaces protection order``."""
    basis: Annotated[Basis, closed_list(Basis)]
    """How that is known: ``document``, ``law``, ``local`` or ``public``."""
    meaning: Text | None = None
    """What it is, in plain words."""
    source: Line | None = None
    """Which document, law or body says so."""


class Glossary(Record):
    """The register of abbreviations."""

    format: Format
    """The format of the file: 1."""
    terms: tuple[Term, ...] = ()
    """One entry for each abbreviation."""
    plain_words: tuple[Line, ...] = ()
    """Words in capitals that are no abbreviations, such as the name of a theme."""


class FalseAlarm(Record):
    """A value that looks like personal data and is none."""

    value: Line = Field(examples=["A45 corridor", "Crime 2021–22"])
    """The value, as it stands in the file."""
    reason: Text
    """Why it may be published."""
    on: Day
    """The day this was decided."""


class Accepted(Record):
    """The register of false alarms of the search for personal data."""

    format: Format
    """The format of the file: 1."""
    accepted: tuple[FalseAlarm, ...] = ()
    """One entry for each false alarm."""


class Scales(Record):
    """The register of status scales beside the built-in ones."""

    format: Format
    """The format of the file: 1."""
    scales: tuple[Scale, ...] = ()
    """One entry for each scale."""
