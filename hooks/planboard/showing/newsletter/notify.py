"""Notify: a newsletter in the Markdown of GOV.UK Notify, to paste into a template.

Notify knows headings of two levels, lists, inset text, a line across and links, and nothing else.
What it would take for one of these in a text stands behind a backslash, which it does not show.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from planboard.saying.views.newsletter.blocks import (
    Heading,
    Items,
    Pairs,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verbatim,
    words,
)
from planboard.showing.newsletter import lines as pieces_in_lines
from planboard.showing.newsletter.lines import BLANK, alone, colon, labelled, mailbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.saying.views.newsletter.blocks import Block, Pieces
    from planboard.saying.views.newsletter.mail import MailView
    from planboard.showing.newsletter.lines import Line

__all__ = ["markdown"]

_HEADINGS: Final = {1: "# ", 2: "## "}
_BULLET: Final = "* "
_FIRST: Final = 1
"""Notify counts every list from here, whatever is written."""
_INSET: Final = "^ "
_RULE: Final = "---"
_INNER: Final = "– "
"""What stands before an item of a list in a list, which Notify has not; a dash is no sign to it."""
_NOTHING: Final = "–"
_SHORT: Final = 40
"""A table of cells up to so long has a line for each row, another one for each cell."""
_ENTITY: Final = re.compile(r"&[^\s<&;]{1,32};")
"""What may be the name of a letter, in whose place Notify would show the letter."""
_SIGNS: Final = re.compile(
    r"(?P<pair>(?<!\])\[[^\[\]\\^|!]*\](?![(\[]))|(?P<sign>[\\|\[\]]|(?<=\])\(|!(?=\[))"
)
"""What makes a link or a picture of words in square brackets, and what makes a table.

A plain pair such as ``[c]`` makes nothing.
"""
_BARE: Final = re.compile(r"(https?://\S+)")
"""An address in a text: Notify makes it a link, and a backslash would become a part of it."""
_PLACES: Final = re.compile(r"(?P<link>\]\([^()\s]*\))|(?P<bare>https?://\S+)|(?<=\()\(|(?<=\))\)")
"""The second bracket of ``((`` and ``))``: what is between them Notify fills in for each reader."""
_AT_FRONT: Final = re.compile(r"[#*\-_`~]|\[(?=[^\]]*\]:)")
_NUMBER_AT_FRONT: Final = re.compile(r"(\d+)\.")
"""Notify takes even the 3 of ``3.5%`` for the number of an item."""
_SEEN_AT_FRONT: Final = re.compile(r"[\^•]|=+$")
"""Signs before which a backslash would be seen; only a no-break space takes their meaning away."""
_NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_ENDS_ADDRESS: Final = re.compile(r"[.,:)\"']?(?:\s|$)")
"""What may stand behind an address that is written out, so that Notify sees where it ends."""
_IN_ADDRESS: Final = {"(": "%28", ")": "%29", " ": "%20"}


def markdown(view: MailView) -> str:
    """Return everything that a newsletter says, in what Notify knows of Markdown."""
    sentence, ways = view.leave
    found = [
        _link(view.web.title, view.web.url),
        *_chunks(view.blocks),
        _RULE,
        _joined([_plain(sentence)]),
        *([_list([[_link(one.title, one.url)] for one in ways])] if ways else []),
    ]
    return "\n\n".join(filter(None, found)) + "\n"


def _chunks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield blocks of Markdown.

    Notify makes one list of two that follow each other, so the second of them is lines.
    """
    after_list = False
    for block in blocks:
        if isinstance(block, Pairs) and block.has_lists:
            for label, said in block.pairs:
                yield _joined([colon(" ".join(_said(label)))])
                yield from _chunks(said)
            after_list = True
        elif isinstance(block, Items | Pairs | Table):
            before, items = _listed(block)
            if not items:
                yield from before
                after_list &= not before
                continue
            yield from before
            as_lines = (after_list and not before) or _counts_otherwise(block)
            yield (
                _joined(_inner_items(block, items)) if as_lines else _list(items, _marker(block))
            )
            after_list = not as_lines
        else:
            found = [one for one in _block(block) if one]
            yield from found
            after_list &= not found


def _marker(block: Block) -> str:
    return "1. " if isinstance(block, Items) and block.start is not None else _BULLET


def _counts_otherwise(block: Block) -> bool:
    return isinstance(block, Items) and block.start not in {None, _FIRST}


def _list(items: Sequence[Sequence[str]], marker: str = _BULLET) -> str:
    """Return items as a list; further lines of an item need no mark."""
    numbered = marker != _BULLET
    return "\n".join(
        f"{f'{number}. ' if numbered else marker}" + _joined(one)
        for number, one in enumerate(items, _FIRST)
    )


def _listed(block: Items | Pairs | Table) -> tuple[list[str], list[list[str]]]:
    """Return what stands above a list, and the lines of each of its items."""
    match block:
        case Items():
            return [], [list(_lines(one)) or [_NOTHING] for one in block.items]
        case Pairs():
            return [], [list(_pair(label, blocks)) for label, blocks in block.pairs]
        case Table():
            caption = list(_said(block.caption))
            return [_joined(caption)] * bool(caption), _rows(block)


def _rows(table: Table) -> list[list[str]]:
    """Return each row of a table, each cell with the name of its column before it."""
    short = all(
        (found := alone(cell.blocks)) is not None and len(words(found)) <= _SHORT
        for row in table.rows
        for cell in row.cells
    )
    rows = [
        [line for label, blocks in labelled(table.heads, row) for line in _pair(label, blocks)]
        for row in table.rows
        if row.cells
    ]
    return [["; ".join(row)] for row in rows] if short else rows


def _block(block: Block) -> Iterator[str]:
    """Yield a block of Markdown for a block that is no list."""
    match block:
        case Heading():
            said = " ".join(_said(block.pieces))
            # a sharp at the end of a heading is not shown
            sign = "" if said.endswith("#") else _HEADINGS.get(block.level, "")
            yield f"{sign}{said}" if sign and said else _joined([said])
        case Quote():
            yield "\n\n".join(f"{_INSET}{_guarded(line)}" for line in _lines(block.blocks))
        case Rule():
            yield _RULE
        case _:
            yield _joined(_lines([block]))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield blocks as lines one below the other, where Notify has no room for more."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from _said(block.pieces)
            case Items() | Pairs() | Table():
                before, items = _listed(block)
                yield from before
                yield from _inner_items(block, items)
            case Quote():
                yield from _lines(block.blocks)
            case Verbatim():
                yield from (_places(_plain(one.strip())) for one in block.text.splitlines())
            case Rule():
                continue


def _inner_items(block: Block, items: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a list that is no list to Notify, its numbers as words."""
    start = block.start if isinstance(block, Items) else None
    for index, (first, *others) in enumerate(items):
        yield f"{_INNER}{first}" if start is None else f"{start + index}\\. {first}"
        yield from others


def _pair(label: Pieces, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield a label with what is said of it, on one line where that is one."""
    name = colon(" ".join(_said(label)))
    found = list(_lines(blocks)) or [_NOTHING]
    together = len(found) == 1 or isinstance(blocks[0], Paragraph)
    first = f"{name} {found[0]}".strip() if together else name
    yield from filter(None, (first, *found[together:]))


def _said(pieces: Pieces) -> Iterator[str]:
    """Yield the lines of a paragraph."""
    for line in pieces_in_lines.lines(pieces):
        said = BLANK.sub(" ", "".join(_part(line, at) for at in range(len(line)))).strip()
        if said:
            yield _places(said)


def _part(line: Line, at: int) -> str:
    """Return some words of a line, as a link if they lead anywhere."""
    said, url = line[at]
    bare = said.strip()
    if not (url and bare):
        if at + 1 == len(line):
            return _plain(said)
        if _BARE.search(BLANK.split(said)[-1]):
            return f"{_plain(said)} "
        # before a link the sign of a call would make a picture of it
        return f"{_plain(said[:-1])}\\!" if said.endswith("!") else _plain(said)
    start = said.index(bare)
    before, link, after = said[:start], _link(bare, url), said[start + len(bare) :]
    if link.endswith(")"):
        return f"{before}{link}{after}"
    following = after + (line[at + 1][0] if at + 1 < len(line) else "")
    apart = "" if _ENDS_ADDRESS.match(following) else " "
    before = before or ("" if _BARE.match(link) else " ")
    return f"{before}{link}{apart}{after}"


def _link(said: str, url: str) -> str:
    """Return words that lead to an address; one that is its own words Notify finds by itself."""
    written = "".join(_IN_ADDRESS.get(one, one) for one in url)
    if said in {url, written}:
        return written
    if _is_nested(said):
        return f"{_plain(colon(said))} {mailbox(url) or written}"
    return f"[{_plain(said)}]({written})"


def _is_nested(said: str) -> bool:
    """Whether the square brackets of some words are not plain pairs, as those of a link must be."""
    return any(one["sign"] in {"[", "]"} for one in _SIGNS.finditer(said))


def _plain(said: str) -> str:
    """Return words in which no sign of Notify comes alive, unless they begin a line."""
    found = _ENTITY.sub(_spelt_out, said)
    return "".join(
        one if _BARE.fullmatch(one) else _without_signs(one) for one in _BARE.split(found)
    )


def _spelt_out(found: re.Match[str]) -> str:
    return found[0] if unescape(found[0]) == found[0] else f"&amp;{found[0][1:]}"


def _without_signs(said: str) -> str:
    return _SIGNS.sub(lambda one: one["pair"] or f"\\{one['sign']}", said)


def _places(line: str) -> str:
    """Return a line in which nothing marks a place that Notify would fill in."""

    def broken(found: re.Match[str]) -> str:
        if found["bare"]:
            return found["bare"].replace("((", "( (").replace("))", ") )")
        return found["link"] or f"\\{found[0]}"

    return _PLACES.sub(broken, line)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(_guarded(line) for line in lines)


def _guarded(line: str) -> str:
    """Return a line whose front begins no heading, list, inset text or code."""
    if _SEEN_AT_FRONT.match(line):
        return f"{_NO_BREAK}{line}"
    if _NUMBER_AT_FRONT.match(line):
        return _NUMBER_AT_FRONT.sub(r"\1\\.", line, count=1)
    return f"\\{line}" if _AT_FRONT.match(line) else line
