"""Blocks: finished HTML of a page to plain pieces, from which every other form is made."""

from __future__ import annotations

from bs4 import BeautifulSoup

from planboard.saying.views.newsletter.blocks import Block, Heading, Paragraph, Piece

__all__ = ["read"]


def read(html: str, address: str) -> tuple[Block, ...]:
    """Return everything that ``html``, the page at the whole ``address``, says to its reader."""
    soup = BeautifulSoup(html, "html.parser")
    title = soup.h1.get_text(" ", strip=True) if soup.h1 else ""
    del address
    return (
        Heading(1, (Piece(title),)),
        Paragraph((Piece(soup.get_text(" ", strip=True)),)),
    )
