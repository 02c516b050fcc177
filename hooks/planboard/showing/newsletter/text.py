"""Text: a newsletter as plain text in lines of at most 72 columns."""

from __future__ import annotations

import unicodedata
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
)
from planboard.showing.newsletter.lines import BLANK, alone, colon, labelled, lines, mailbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.saying.views.newsletter.blocks import Block, Pieces, Row
    from planboard.saying.views.newsletter.mail import MailView
    from planboard.showing.newsletter.lines import Line

__all__ = ["WIDTH", "text"]

WIDTH: Final = 72
"""How many columns a line has at most; only an address may be longer, alone on its line."""
_NARROW: Final = 24
"""Below so many columns nothing is moved in any more, so that a line keeps room for words."""
_SHORT: Final = 36
"""So long may an address be that stands in the middle of a sentence; a longer one is numbered."""
_LABEL: Final = 28
"""Labels of at most so many columns stand beside what is said of them, else above it."""
_GAP: Final = 2
_STEP: Final = 2
_TAB: Final = 4
_SECTION: Final = 2
"""The level of the headings that have more room above them."""
_UNDER: Final = {1: "=", _SECTION: "-"}
_DEEPER: Final = "."
_RULE: Final = "* * *"
_ADDRESSES: Final = "Addresses"
_STUCK: Final = "\x1f"
"""A space at which no line is broken, such as that before the number of an address."""


def text(view: MailView) -> str:
    """Return everything that a newsletter says as plain text, with every link written out."""
    writer = _Writer()
    said = writer.blocks(view.blocks, WIDTH)
    sentence, ways = view.leave
    found = [
        *_wrapped(colon(view.web.title), WIDTH),
        view.web.url,
        "",
        "",
        *said,
        "",
        "",
        _RULE,
        "",
        *_wrapped(sentence, WIDTH),
        *(
            line
            for way in ways
            for line in _hung("- ", _wrapped(_written_out(way.title, way.url), WIDTH - _STEP))
        ),
        *writer.addresses(),
    ]
    return "\n".join(_last_look(line) for line in found).strip("\n") + "\n"


def _last_look(line: str) -> str:
    """Return a line without spaces at its end; an address that is too long begins its line."""
    line = line.rstrip()
    return line.lstrip() if _columns(line) > WIDTH else line


def _written_out(title: str, url: str) -> str:
    """Return words with the address they lead to, unless they say it themselves."""
    said = mailbox(url) or url
    return title if said in title else f"{colon(title)} {said}"


class _Writer:
    """Writes blocks, and remembers which address has which number."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def addresses(self) -> Iterator[str]:
        """Yield the lines of every address that has a number, under a heading of their own."""
        if self.numbers:
            yield from ("", "", *_heading(_ADDRESSES, _SECTION, WIDTH), "")
        for url, number in self.numbers.items():
            yield from _hung(f"[{number}] ", [url], WIDTH)

    def blocks(self, blocks: Sequence[Block], width: int) -> list[str]:
        """Return the lines of ``blocks``, a line without words between each two of them."""
        found: list[str] = []
        for one in blocks:
            if not (new := self.block(one, width)):
                continue
            opens = isinstance(one, Heading) and one.level <= _SECTION
            found += [*([""] * (1 + opens) if found else []), *new]
        return found

    def block(self, block: Block, width: int) -> list[str]:
        """Return the lines of one block."""
        match block:
            case Heading():
                found = _heading(self.one_line(block.pieces), block.level, width)
            case Paragraph():
                found = self.wrapped(block.pieces, width)
            case Items():
                found = self.items(block, width)
            case Pairs(has_lists=True):
                found = self.listed(block, width)
            case Pairs():
                found = self.pairs(block.pairs, width)
            case Table():
                found = self.table(block, width)
            case Quote():
                inner = self.blocks(block.blocks, max(width - _STEP, _NARROW))
                found = [f"> {line}".rstrip() for line in inner]
            case Verbatim():
                found = [line for one in block.text.splitlines() for line in _kept(one, width)]
            case Rule():
                found = [_RULE]
        return found

    def said(self, line: Line) -> str:
        """Return the words of a line, each link with its address or the number of that."""
        return "".join(self.link(words, url) if url else words for words, url in line)

    def link(self, words: str, url: str) -> str:
        """Return the words of a link with its address or the number of that.

        White space after the words stays behind the address.
        """
        bare, written = words.rstrip(), mailbox(url) or url
        after = words[len(bare) :]
        if not bare or written in bare:
            return words
        if len(written) <= _SHORT:
            return f"{bare} <{written}>{after}"
        number = self.numbers.setdefault(url, len(self.numbers) + 1)
        # an address in the words may be alone on its line
        space = " " if "://" in BLANK.split(bare)[-1] else _STUCK
        return f"{bare}{space}[{number}]{after}"

    def one_line(self, pieces: Pieces) -> str:
        """Return the words of ``pieces`` without a break of the line."""
        return " ".join(filter(None, (self.said(line).strip() for line in lines(pieces))))

    def wrapped(self, pieces: Pieces, width: int) -> list[str]:
        """Return the lines of a paragraph."""
        return [one for line in lines(pieces) for one in _wrapped(self.said(line), width)]

    def items(self, block: Items, width: int) -> list[str]:
        """Return the lines of a list; items of more than a line and a list have room between."""
        found: list[str] = []
        last = (block.start or 0) + len(block.items) - 1
        loose = any(sum(not isinstance(one, Items) for one in item) > 1 for item in block.items)
        for index, item in enumerate(block.items):
            numbered = f"{block.start + index}." if block.start is not None else ""
            marker = f"{numbered:<{len(f'{last}.')}} " if numbered else "- "
            room = max(width - len(marker), _NARROW)
            inner = self.blocks(item, room) if loose else self.tight(item, room)
            found += [*([""] if loose and found else []), *_hung(marker, inner or [""], width)]
        return found

    def tight(self, item: Sequence[Block], width: int) -> list[str]:
        """Return the lines of an item with the lists in it right below its words."""
        return [line for one in item for line in self.block(one, width)]

    def listed(self, block: Pairs, width: int) -> list[str]:
        """Return labels with the lists that are said of them below each."""
        found: list[str] = []
        for label, blocks in block.pairs:
            found += [*([""] if found else []), *_wrapped(colon(self.one_line(label)), width)]
            found += self.tight(blocks, width)
        return found

    def pairs(self, pairs: Iterable[tuple[Pieces, tuple[Block, ...]]], width: int) -> list[str]:
        """Return labels with what is said of them: beside them if all are short, else below."""
        given = [(colon(self.one_line(label)), blocks) for label, blocks in pairs]
        widest = max((_columns(label) for label, _ in given), default=0)
        beside = widest <= _LABEL and width - widest >= _NARROW
        found: list[str] = []
        for label, blocks in given:
            if beside:
                marker = f"{_padded(label, widest)} " if widest else ""
                inner = self.tight(blocks, max(width - _columns(marker), _NARROW))
                found += _hung(marker, inner or ["-"], width)
            else:
                found += _wrapped(label, width)
                inner = self.tight(blocks, max(width - _STEP, _NARROW))
                found += _hung(" " * _STEP, inner or ["-"], width)
        return found

    def table(self, table: Table, width: int) -> list[str]:
        """Return a table as columns where they fit, else each row as labels and values."""
        caption = self.wrapped(table.caption, width)
        rows = self.columns(table, width) or self.rows(table, width)
        return [*caption, *([""] if any(caption) and rows else []), *rows]

    def columns(self, table: Table, width: int) -> list[str]:
        """Return a table as columns side by side; nothing if it has no room for them."""
        cells = [[alone(cell.blocks) for cell in row.cells] for row in table.rows]
        if not table.heads or any(len(row) != len(table.heads) or None in row for row in cells):
            return []
        bodies = [[_whole(self.one_line(one or ())) for one in row] for row in cells]
        heads = [_whole(self.one_line(one)) for one in table.heads]
        right = [
            any(row.cells[index].is_number for row in table.rows) for index in range(len(heads))
        ]
        widths = _shared_out(heads, bodies, width)
        if sum(widths) + _GAP * (len(heads) - 1) > width:
            return []
        named = [_wrapped(head, room) for head, room in zip(heads, widths, strict=True)]
        deep = max(map(len, named))
        named = [[""] * (deep - len(one)) + one for one in named]
        return [
            *(_row(one, widths, right) for one in zip(*named, strict=True)),
            _row(["-" * one for one in widths], widths, right),
            *(_row(row, widths, right) for row in bodies),
        ]

    def rows(self, table: Table, width: int) -> list[str]:
        """Return every row of a table with the name of its column before each value."""
        found: list[str] = []
        for row in filter(lambda one: one.cells, table.rows):
            found += [*([""] if found else []), *self.row(table.heads, row, width)]
        return found

    def row(self, heads: Sequence[Pieces], row: Row, width: int) -> list[str]:
        """Return a row as labels and values, moved in below the cell that names it."""
        first, *others = labelled(heads, row)
        if not (others and row.cells[0].is_head):
            return self.pairs([first, *others], width)
        below = self.pairs(others, max(width - _STEP, _NARROW))
        return [*self.pairs([first], width), *_hung(" " * _STEP, below, width)]


def _heading(words: str, level: int, width: int) -> list[str]:
    said = _wrapped(words, width)
    longest = max(map(_columns, said), default=0)
    return [*said, _UNDER.get(level, _DEEPER) * min(longest, width)] if longest else []


def _hung(marker: str, inner: Sequence[str], width: int = WIDTH) -> list[str]:
    """Return lines behind a marker, the second and all others moved in as far as the first.

    Where there is no room for that, the marker has a line of its own.
    """
    indent = _columns(marker)
    if any(_columns(line) + indent > width for line in inner):
        return [*([marker.rstrip()] if marker.strip() else []), *inner]
    first, *others = inner
    return [f"{marker}{first}".rstrip(), *(f"{' ' * indent}{line}".rstrip() for line in others)]


def _wrapped(words: str, width: int) -> list[str]:
    """Return words in lines of at most ``width`` columns; an address is never broken."""
    found: list[str] = []
    line = ""
    for word in filter(None, BLANK.split(words)):
        for part in _parts(word, width):
            longer = f"{line} {part}" if line else part
            if line and _columns(longer) > width:
                found.append(_whole(line))
                longer = part
            line = longer
    return [*found, _whole(line)] if line else found


def _parts(word: str, width: int) -> Iterator[str]:
    """Yield a word, in parts if it is longer than a line and no address."""
    if "://" in word:
        yield word
        return
    part = ""
    for letter in word:
        if part and _columns(part) + _columns(letter) > width:
            yield part
            part = ""
        part += letter
    yield part


def _kept(line: str, width: int) -> list[str]:
    """Return a line as it is written; one that is too long goes on below, moved in alike."""
    line = line.expandtabs(_TAB).rstrip()
    if _columns(line) <= width:
        return [line]
    indent = min(len(line) - len(line.lstrip(" ")), width - _NARROW)
    return _hung(" " * indent, _wrapped(line, width - indent), width)


def _whole(words: str) -> str:
    return words.replace(_STUCK, " ")


def _columns(words: str) -> int:
    """Return how many columns some words take: two for a wide letter, none for an accent."""
    return sum(
        0
        if unicodedata.category(one) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(one) in {"W", "F"})
        for one in words
    )


def _padded(words: str, width: int, *, right: bool = False) -> str:
    room = " " * (width - _columns(words))
    return f"{room}{words}" if right else f"{words}{room}"


def _row(cells: Iterable[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    each = zip(cells, widths, right, strict=True)
    return (" " * _GAP).join(_padded(one, room, right=to) for one, room, to in each).rstrip()


def _shared_out(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Return how wide each column is: its cells on one line, its head on as few as there is room.

    It may be more than there is room for.
    """
    wanted = [max(1, _columns(one)) for one in heads]
    widths = [
        max(1, *(_columns(word) for word in head.split(" ")), *(_columns(row[at]) for row in rows))
        for at, head in enumerate(heads)
    ]
    left = width - sum(widths) - _GAP * (len(heads) - 1)
    while left > 0:
        short = [at for at in range(len(heads)) if widths[at] < wanted[at]]
        if not short:
            break
        widths[max(short, key=lambda at: wanted[at] / widths[at])] += 1
        left -= 1
    return widths
