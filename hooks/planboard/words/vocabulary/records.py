"""Records: the kinds of record, who publishes them, and who is named in them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "BLANK",
    "LOCAL_COUNCILS",
    "NEWSLETTERS",
    "Basis",
    "NamedAs",
    "OwnerKey",
    "OwnerKind",
    "PublisherKind",
    "RecordKind",
]

BLANK: Final = "FILL IN"
"""The words that mark what a new site or plan leaves to be written."""


NEWSLETTERS: Final = "newsletters"
"""The folder of written pages that are issues of a newsletter, and of the list of them."""

LOCAL_COUNCILS: Final = ("parish", "town", "district", "county", "borough", "city")
"""Kinds of council that are one kind of publisher here."""


class RecordKind(StrEnum):
    """The kinds of published record; each is the name of its file, without the ending."""

    PLAN = "plan"
    """Actions with owners, dates and statuses."""
    FORUMS = "forums"
    """What community forums named as priorities."""
    ISSUES = "issues"
    """What people raised, what was done about it, and whether they were told."""
    REPORT = "report"
    """What a change was to bring, what was measured, and what people said."""
    PROGRAMME = "programme"
    """What volunteers sent in, what was done with it, and whether they were told."""


class NamedAs(StrEnum):
    """As what an action names an owner: the key of its list in the file."""

    OWNERS = "owners"
    SUPPORT = "support"
    REPORTS_TO = "reports_to"


class OwnerKey(StrEnum):
    """By which key a part of a record that is no plan names an owner."""

    OWNERS = "owners"
    """It is accountable."""
    BY = "by"
    """It did or does what was answered."""
    PARTNERS = "partners"
    """It does so with others, or was asked."""
    WITH_BOARD = "with_board"
    """The issue lies before it."""
    BOARDS = "boards"
    """It owns an item of an improvement plan."""
    BOARD = "board"
    """The report shows it as a board."""
    CHAIR = "chair"
    """It chairs a board that the report shows."""
    TO = "to"
    """The results of volunteers were passed to it."""


class OwnerKind(StrEnum):
    """What an owner is; a person is published as a role."""

    ROLE = "role"
    TEAM = "team"
    BOARD = "board"
    ORGANISATION = "organisation"


class Basis(StrEnum):
    """How it is known what an abbreviation stands for; a guess is no basis."""

    DOCUMENT = "document"
    """A published document on this site spells it out."""
    LAW = "law"
    """A law or its guidance does."""
    LOCAL = "local"
    """The body that uses it has said so."""
    PUBLIC = "public"
    """The organisation of that name, or a public body, spells it out."""


class PublisherKind(StrEnum):
    """What kind of body publishes a plan (R185)."""

    PCC = "pcc"
    PFCC = "pfcc"
    MAYOR = "mayor"
    POLICING_BOARD = "policing_board"
    POLICE_FORCE = "police_force"
    COUNCIL = "council"
    CSP = "csp"
