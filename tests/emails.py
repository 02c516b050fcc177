"""Emails: a newsletter with a block of every kind, and the HTML of an e-mail that it makes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builders import a_site
from planboard.saying.views.newsletter.blocks import (
    Cell,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Quote,
    Row,
    Rule,
    Table,
    Verbatim,
)
from planboard.saying.views.newsletter.mail import MailView
from planboard.saying.views.parts import Link
from planboard.showing.newsletter import mail
from planboard.showing.render import Fragments

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.blocks import Block

__all__ = [
    "BAR",
    "EVERYTHING",
    "FRAGMENTS",
    "LEAVE",
    "ROW",
    "TITLE",
    "VIEW",
    "a_table",
    "cell",
    "line",
    "made",
]

FRAGMENTS: Final = Fragments(Path(__file__).parent.parent / "overrides")
TITLE: Final = Heading(1, (Piece("What you found"),))
LEAVE: Final = "https://lists.vale.example/leave"
VIEW: Final = MailView(
    title="What you found",
    summary="12 sessions & 3 letters.",
    on=date(2022, 6, 10),
    web=Link("Read this newsletter on the website", "https://vale.example/newsletters/a/"),
    blocks=(TITLE,),
    leave=("To stop getting this newsletter:", (Link("leave this list", LEAVE),)),
    sender=None,
    id="a.20220610@vale.example",
)
SITE: Final = a_site(accent="#112233", accent_on_dark="#ddeeff")


def made(*blocks: Block, **values: object) -> str:
    """Return a newsletter of ``blocks`` as an e-mail, with ``values`` in place of its own."""
    view = replace(VIEW, blocks=(TITLE, *blocks), **values)  # type: ignore[arg-type]
    return mail.email(view, SITE, FRAGMENTS)


def line(text: str) -> Paragraph:
    return Paragraph((Piece(text),))


def cell(text: str, **values: object) -> Cell:
    return Cell((line(text),), **values)  # type: ignore[arg-type]


def a_table(*rows: Row, wide: bool = False, heads: tuple[str, ...] = ("Site", "Cars")) -> Table:
    names = tuple((Piece(one),) for one in heads)
    return Table((Piece("Sites and cars"),), names, rows, wide=wide)


ROW: Final = Row((cell("Oak End", is_head=True), cell("12", is_number=True)))
BAR: Final = Row((cell("Oak End", is_head=True), Cell((), share=37)))
EVERYTHING: Final = (
    line("Hello."),
    Paragraph((Piece("As at May."),), quiet=True),
    Heading(2, (Piece("Sites"),)),
    Items(((line("one"), line("two")), (Items(((line("three"),),), start=3),))),
    Pairs((((Piece("Found"),), (line("3"),)),)),
    a_table(ROW, ROW),
    a_table(ROW, BAR, wide=True),
    Quote((line("Well done."),)),
    Verbatim("a\n b"),
    Rule(),
)
"""A block of every kind."""
