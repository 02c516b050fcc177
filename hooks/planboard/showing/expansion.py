"""Expansion: finished HTML with each abbreviation spelt out where a page first has it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from planboard.rules.abbreviations import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from planboard.rules.abbreviations import Found
    from planboard.showing.render import Fragments
    from planboard.truth.model.register import Glossary

__all__ = ["expanded"]

_UNSEEN: Final = frozenset(
    {
        *("code", "iframe", "math", "noscript", "object", "option", "pre", "script", "style"),
        *("svg", "template", "textarea", "title"),
    }
)
"""Elements whose words are no running text, or may hold no other element."""
_VOID: Final = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    }
)
_INSIDE_A_LINE: Final = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "data", "del", "dfn", "em"),
        *("font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong"),
        *("sub", "sup", "time", "u", "var", "wbr"),
    }
)
"""Elements that a line of text runs through; any other begins and ends one."""
_ASIDE: Final = frozenset({"a", "button", "label", "summary", *(f"h{n}" for n in range(1, 7))})
"""Where words are a name or a way to somewhere, and more words would be in the way."""
_BREAK: Final = "\n"
_SMALL_WORDS: Final = frozenset(
    ["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"]
)
_WORD: Final = re.compile(r"[^\W_]+")
_REACH: Final = 80
"""How many letters beside an abbreviation are looked at, over the length of its expansion."""


def expanded(html: str, glossary: Glossary, fragments: Fragments) -> str:
    """Return ``html`` with the expansion after each known abbreviation where it first stands.

    Nothing else is changed, not by a byte. A first place is in running text; a heading or a link
    serves only where there is no other. What is not seen, or carries ``data-exact`` because it
    is a source's own words, is no place. Nothing is added where the text itself explains the
    abbreviation before any other place (R097, R192).

    Raises:
        jinja2.TemplateError: when the fragment ``expansion`` is broken.
    """
    found = _Places(Reader(glossary))
    walk = _Walk(html, found.look_through)
    walk.feed(html)
    walk.close()
    pieces, at = [], 0
    for place, expansion in found.in_order():
        pieces += [html[at:place], " ", fragments.html("expansion", expansion)]
        at = place
    return "".join((*pieces, html[at:]))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some letters of a line, where they stand in the HTML, and whether in a heading or a link."""

    text: str
    start: int
    end: int
    aside: bool


class _Line:
    """A run of text that nothing interrupts for its reader."""

    def __init__(self, stretches: Sequence[_Stretch]) -> None:
        self.text = "".join(one.text for one in stretches)
        self._stretches = stretches
        self._starts = list(accumulate((len(one.text) for one in stretches), initial=0))

    def place_after(self, end: int) -> tuple[int, bool]:
        """Return where in the HTML the text up to ``end`` ends, and whether that is aside."""
        index = bisect_right(self._starts, end - 1) - 1
        stretch = self._stretches[index]
        if stretch.end - stretch.start != len(stretch.text):  # a character reference
            return stretch.end, stretch.aside
        return stretch.start + end - self._starts[index], stretch.aside


class _Places:
    """Where the expansions go, found line by line."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._chosen: dict[str, tuple[int, str] | None] = {}
        self._aside: dict[str, tuple[int, str]] = {}

    def look_through(self, line: _Line) -> None:
        """Note the first place of each abbreviation of ``line`` that has none yet."""
        text = line.text
        for one in self._reader.found_in(text):
            if one.term is None or one.word in self._chosen:
                continue
            place, aside = line.place_after(one.end)
            if _is_explained(text, one, one.term.expansion):
                self._chosen[one.word] = None
            elif aside:
                self._aside.setdefault(one.word, (place, one.term.expansion))
            else:
                self._chosen[one.word] = (place, one.term.expansion)

    def in_order(self) -> list[tuple[int, str]]:
        """Return every place in the HTML where an expansion goes, with the expansion."""
        return sorted(one for one in {**self._aside, **self._chosen}.values() if one)


class _Walk(HTMLParser):
    """Goes through HTML and hands over each line of visible text with its places."""

    def __init__(self, html: str, hand_over: Callable[[_Line], None]) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._hand_over = hand_over
        self._rows = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open: list[tuple[str, bool, bool]] = []
        self._line: list[_Stretch] = []

    def close(self) -> None:
        """Hand over what is left."""
        super().close()
        self._end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        _, unseen, aside = self._open[-1] if self._open else ("", False, False)
        hides = tag in _UNSEEN or _hides(dict(attrs))
        if tag not in _INSIDE_A_LINE:
            self._end_line()
        elif hides:
            self._line.append(_Stretch(_BREAK, 0, 0, aside))
        if tag not in _VOID:
            self._open.append((tag, unseen or hides, aside or tag in _ASIDE))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, as browsers do: they do not mind a slash at the end of its tag."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """End an element, and with it those that were left open inside it."""
        if tag not in _INSIDE_A_LINE:
            self._end_line()
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Take text as it stands."""
        self._take(data, len(data))

    def handle_entityref(self, name: str) -> None:
        """Take a letter that is written by its name."""
        self._take_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Take a letter that is written by its number."""
        self._take_reference(f"&#{name}")

    def _take_reference(self, written: str) -> None:
        start = self._at()
        whole = f"{written};" if self._html.startswith(f"{written};", start) else written
        self._take(unescape(whole), len(whole))

    def _take(self, text: str, length: int) -> None:
        _, unseen, aside = self._open[-1] if self._open else ("", False, False)
        if not unseen:
            start = self._at()
            self._line.append(_Stretch(text, start, start + length, aside))

    def _at(self) -> int:
        row, column = self.getpos()
        return self._rows[row - 1] + column

    def _end_line(self) -> None:
        if self._line:
            self._hand_over(_Line(self._line))
            self._line = []


def _hides(attributes: dict[str, str | None]) -> bool:
    return (
        "hidden" in attributes
        or "data-exact" in attributes
        or attributes.get("aria-hidden") == "true"
        or "visually-hidden" in (attributes.get("class") or "").split()
    )


def _is_explained(text: str, found: Found, expansion: str) -> bool:
    """Return whether ``text`` itself says what an abbreviation stands for, before or after it.

    It does so in the words of the glossary, or in others that begin with its letters, where one
    of the two stands in brackets: ``Violence Against Women & Girls (VAWG)``.
    """
    reach = len(expansion) + _REACH
    before = text[max(found.start - reach, 0) : found.start].rstrip()
    after = text[found.end : found.end + reach].lstrip()
    meant, letters = _words(expansion), [one for one in found.word.casefold() if one.isalpha()]
    if before.endswith("("):
        said = _words(before[:-1])
        return said[-len(meant) :] == meant or _initials(said)[-len(letters) :] == letters
    if after.startswith("("):
        said = _words(after[1:].partition(")")[0])
        return said[: len(meant)] == meant or _initials(said) == letters
    return False


def _words(text: str) -> list[str]:
    """Return the words of ``text`` so that capitals, & and a plural s do not matter."""
    plain = text.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    return [word.rstrip("s") or word for word in _WORD.findall(plain)]


def _initials(words: list[str]) -> list[str]:
    return [word[0] for word in words if word not in _SMALL_WORDS]
