"""Mailed: one issue of a newsletter as its forms get it, made of blocks by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from planboard.saying.views.newsletter.blocks import Cell, Items, Paragraph, Piece, Row, Table
from planboard.saying.views.newsletter.mail import MailView
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.saying.views.newsletter.blocks import Block, Pieces

__all__ = ["PAGE", "a_mail", "a_paragraph", "a_row", "a_table", "items", "linked", "pieces"]

PAGE: Final = "https://hill.example/newsletters/2022-06/"


def pieces(*given: str | Piece) -> Pieces:
    """Return words as pieces; those that are pieces already stay."""
    return tuple(one if isinstance(one, Piece) else Piece(one) for one in given)


def linked(words: str, url: str = "https://hill.example/volunteers/vale/sites/") -> Piece:
    """Return words that lead to an address, which is long unless another is given."""
    return Piece(words, url=url)


def a_paragraph(*given: str | Piece) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(pieces(*given))


def items(*given: str | Sequence[Block], start: int | None = None) -> Items:
    """Return a list; each item is some words, or its blocks."""
    return Items(
        tuple((a_paragraph(one),) if isinstance(one, str) else tuple(one) for one in given), start
    )


def a_row(head: str, *cells: str) -> Row:
    """Return a row with its name and its figures."""
    figures = (Cell((a_paragraph(one),) if one else (), is_number=True) for one in cells)
    return Row((Cell((a_paragraph(head),), is_head=True), *figures))


def a_table(*heads: str, rows: Sequence[Row], caption: str = "By month") -> Table:
    """Return a table of figures."""
    return Table(pieces(caption), tuple(pieces(one) for one in heads), tuple(rows))


def a_mail(*blocks: Block, **values: Any) -> MailView:  # noqa: ANN401 - whatever a view holds
    """Return an issue of ``blocks`` that nobody can leave, unless ``values`` say more."""
    view = MailView(
        title="What you found in May",
        summary="What you found in May.",
        on=date(2022, 6, 10),
        web=Link("Read this newsletter on the website", PAGE),
        blocks=blocks,
        leave=("To stop getting this newsletter, tell whoever sent it to you.", ()),
        sender=None,
        id="2022-06.20220610@hill.example",
    )
    return replace(view, **values)
