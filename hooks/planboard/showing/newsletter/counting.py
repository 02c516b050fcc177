"""Counting: the numbers that HTML gives to the items of a list, and reads from its attributes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planboard.saying.views.newsletter.blocks import Items, Paragraph, Piece
from planboard.showing.newsletter.pieces import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4.element import Tag

    from planboard.saying.views.newsletter.blocks import Block

__all__ = ["items", "number", "whole"]

_WHOLE: Final = re.compile(r"\s*[+-]?[0-9]{1,9}\s*", re.ASCII)
"""A number as browsers take it, and no longer than anything that is counted."""


def whole(tag: Tag, name: str, otherwise: int) -> int:
    """Return the whole number in an attribute of an element; ``otherwise`` where it has none."""
    written = str(tag.get(name, ""))
    return int(written) if _WHOLE.fullmatch(written) else otherwise


def number(tag: Tag, members: int) -> tuple[int, int]:
    """Return the first number of a list of so many ``members``, and the step to the next one."""
    if tag.has_attr("reversed"):
        return whole(tag, "start", members), -1
    return whole(tag, "start", 1), 1


def items(found: Sequence[tuple[int | None, tuple[Block, ...]]]) -> Items:
    """Return items as a list with their numbers; what stands between items has none.

    No form can count otherwise than up, one by one: other numbers are the first words of an item.
    """
    first = found[0][0]
    whole_items = tuple(blocks for _, blocks in found)
    if first is not None and [one for one, _ in found] == [*range(first, first + len(found))]:
        return Items(whole_items, first)
    return Items(tuple(_said(one, blocks) for one, blocks in found))


def _said(number: int | None, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    if number is None:
        return blocks
    first, *others = blocks
    if not isinstance(first, Paragraph):
        return Paragraph((Piece(f"{number}."),)), *blocks
    said = tidy((Piece(f"{number}. "), *first.pieces))
    return Paragraph(said, quiet=first.quiet), *others
