"""Marks: where data takes its place in HTML, under names that nothing else on the page has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

__all__ = ["MARK", "MARKS", "Found", "Walk", "named_apart", "names_in"]

MARK: Final = "\ue000{}\ue001"
"""What stands in Markdown for a block of data: signs for private use, which nobody types."""
MARKS: Final = re.compile("\ue000([0-9]+)\ue001")
_CODE: Final = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_LOWEST_HEADING: Final = 6
_NAME: Final = re.compile(r'(?<=\sid=")[^"]+')
_USES: Final = re.compile(
    r'(?<=\s)(?P<opening>(?:id|for|headers|aria-(?:labelledby|describedby|controls))="|href="#)'
    r'(?P<names>[^"]+)'
)
"""Where HTML names a place, or refers to one on the same page."""


def names_in(html: str) -> list[str]:
    """Return the name of every place in ``html``, of ours or of Markdown's making."""
    return _NAME.findall(html)


def named_apart(html: str, taken: set[str]) -> str:
    """Return ``html`` with a number behind its names where any of them is ``taken``.

    What refers to a place inside it follows. The names that it has are taken afterwards.
    """
    names, number = set(names_in(html)), 1
    while taken & {_numbered(one, number) for one in names}:
        number += 1
    taken |= {_numbered(one, number) for one in names}

    def apart(use: re.Match[str]) -> str:
        words = use["names"].split(" ")
        return use["opening"] + " ".join(
            _numbered(one, number) if one in names else one for one in words
        )

    return html if number == 1 else _USES.sub(apart, html)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a mark stands in HTML, and the level that a heading has there."""

    index: int
    start: int
    end: int
    level: int


class Walk(HTMLParser):
    """Goes through HTML and finds each mark that data can take the place of.

    A mark alone in its paragraph takes the whole paragraph: a block may not stand inside one.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Found] = []
        self._html = html
        self._rows = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open: list[str] = []
        self._paragraph: tuple[int, int] | None = None
        self._level = 2
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin an element."""
        if re.fullmatch("h[1-6]", tag):
            self._level = min(int(tag[1]) + 1, _LOWEST_HEADING)
        if tag == "p":
            start = self._at()
            self._paragraph = start, start + len(self.get_starttag_text() or "")
        if tag in _CODE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element; a paragraph that holds a mark alone is the place of the mark."""
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()
        if tag == "p" and self._paragraph:
            start, inside = self._paragraph
            end = self._at()
            if MARKS.fullmatch(self._html[inside:end].strip()):
                last = self.found.pop()
                whole = self._html.index(">", end) + 1
                self.found.append(Found(last.index, start, whole, last.level))
            self._paragraph = None

    def handle_data(self, data: str) -> None:
        """Note the marks in a piece of text."""
        at = self._at()
        for mark in () if self._open else MARKS.finditer(data):
            place = at + mark.start(), at + mark.end()
            self.found.append(Found(int(mark[1]), *place, self._level))

    def _at(self) -> int:
        row, column = self.getpos()
        return self._rows[row - 1] + column
