"""Page: the shortcodes of a written page with their places, and what is wrong with the rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from planboard.reading.complaints import Complaints
from planboard.reading.markdown import front_matter
from planboard.reading.markdown.code import RAW, code_spans, end_of_raw, without_fences
from planboard.words.problems import Place, Problem, quoted

__all__ = ["Argument", "Page", "Shortcode", "read"]

_SPACE: Final = r"[^\S\n]"  # a no-break space, pasted from Word, is one as well
_KEY: Final = r"[^\W\d_][\w-]*+"

_SIGN: Final = re.compile(
    r"\\[\\`\[!]|!\[\[(?!\[)"  # an escape and an image, in which nothing begins
    rf"|(?P<opening>\[\[(?!\[){_SPACE}*+(?P<name>[^\W\d_][^\s\[\],]*+))"
    r"|(?P<fence>^[ \t]*+(?:`{3,}+[^`\n]*+$|~{3}))"
    r"|(?P<ticks>`+)"
    rf"|(?P<comment><(?:!--))|<(?P<element>{'|'.join(RAW)})(?=[\s/>])[^<>]*>",
    re.MULTILINE | re.IGNORECASE,
)
_TARGET: Final = (
    r"(?:\(\s*(?:<[^<>\n]*>|(?:[^\s()<>]|\([^\s()]*\))*+)(?:\s*\)|\s+[\"'(])|\[[^\[\]\n]*\])"
)
_LINK: Final = re.compile(rf"{_TARGET}|:[ \t]+(?:[a-z][a-z+.-]*://|mailto:|\.{{0,2}}/)")
_REST_OF_LINK: Final = re.compile(rf"\][^\[\]\n]*\]{_TARGET}")

_SPACES: Final = re.compile(rf"{_SPACE}*")
_ODD_SPACE: Final = re.compile(_SPACE)
_NAME_ALLOWED: Final = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*|[a-z]+(?:[-_–—][a-z]+)+")
_WORD: Final = re.compile(
    rf"(?:(?P<key>{_KEY})(?P<equals>{_SPACE}*+=(?:{_SPACE}++(?!{_KEY}{_SPACE}*+=))?+))?"
    r"(?:(?P<quoted>\"[^\"\n]*\"|'[^'\n]*')"
    r"|(?P<curly>[“”„‟][^“”„‟\"\[\]\n]*[“”„‟\"]|[‘’‚‛][^‘’‚‛'\[\]\n]*[‘’‚‛'])"
    r"|(?P<plain>(?:[^\s\[\]]|\[(?!\[))++))?"
)
_COMMA: Final = re.compile(",")
_COMMA_AT_VALUE: Final = re.compile(rf"\A,|,(?:\Z|(?={_KEY}=))")  # red,amber is one value
_CURLY: Final = re.compile("[‘’‚‛“”„‟]")
_BEHIND_QUOTE: Final = re.compile(r"[\s\[\],]|\Z")
_UP_TO_CLOSING: Final = re.compile(r"(?:[^\[\]\n]|\](?!\])|\[(?!\[))*+")
_BLANK_BELOW: Final = re.compile(rf"{_SPACE}*+(?:\Z|\n[ \t]*+(?:\n|\Z))")


@dataclass(frozen=True, slots=True)
class Argument:
    """One word of a shortcode behind its name.

    ``key`` is in lower case, and empty where the word stands by itself. ``place`` is where the
    key or the word begins, ``value_place`` where the value does, at its quote if it has one.
    """

    key: str
    value: str
    place: Place
    value_place: Place


@dataclass(frozen=True, slots=True)
class Shortcode:
    """What stands in double brackets, such as ``[[count charter-2022 status=red]]``.

    ``name`` is in lower case; ``words`` and ``options`` are the words without and with a key, in
    order. ``source`` is the whole of it, ``text[start:end]``. One that is ``alone`` makes a
    paragraph of its own.
    """

    name: str
    words: tuple[Argument, ...]
    options: tuple[Argument, ...]
    place: Place
    start: int
    end: int
    source: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The shortcodes of a written page below its front matter, which ends at ``top``, in order.

    Problems are what is wrong with those left out.
    """

    shortcodes: tuple[Shortcode, ...]
    problems: tuple[Problem, ...]
    top: int


_SLIPS: Final = {
    "unclosed-brackets": "The double brackets that open here are {}. Write ]] behind the last word,"
    " on the same line.",
    "not-a-shortcode": "Double brackets put data of a record on a page, as in"
    " [[count charter-2022]], and {} names none. To show the brackets as they are, put the whole in"
    " backticks.",
    "comma": "There is a comma between the words here. Leave it out: a space is enough.",
    "curly-quote": "Curly quotes do not hold words together. Type straight ones, as in {}.",
    "unclosed-quote": "The quote that opens here is not closed. Put the same quote behind the last"
    " word of the value.",
    "text-after-quote": "This stands directly behind a quote that ends a value. Put a space before"
    " it, or move the quote to where the value ends.",
    "space-at-equals": "There are spaces beside the equals sign. Write {} without them.",
    "no-key": "No word stands directly before this equals sign. Write one, as in status=red.",
    "empty-value": 'Nothing stands behind "{0}=". Write a value there, or leave "{0}=" out.',
    "empty-quotes": "Nothing stands between these quotes. Write a word there, or delete them.",
    "duplicate-option": '"{}" is there twice. Keep only one of them.',
}


def read(text: str, file: str) -> Page:
    """Find the shortcodes of a written page.

    Front matter, code, comments, links and what is escaped are passed over. Code is what the
    site makes code of; where that takes a fence for none, because it is indented or not closed,
    it is still the fence that its editor meant.

    Args:
        text: The whole file, with lines that end in LF.
        file: What problems call the file.

    Returns:
        Each shortcode that is written as it should be, and a problem for each slip in another.
    """
    complaints = Complaints(file)
    shortcodes: list[Shortcode] = []
    at = top = front_matter.end(text)
    lines = _Lines(text, file, top)
    prose = without_fences(text, top)
    spans = code_spans(prose, top)
    never_closed: set[str] = set()
    while (sign := _SIGN.search(prose, at)) and sign.lastgroup != "fence":
        if sign.lastgroup == "ticks":
            at = spans.get(sign.start(), sign.end())
        elif sign.lastgroup != "opening":
            at = end_of_raw(prose, sign, never_closed)
        else:
            reader = _Reader(text, sign, lines)
            shortcodes += reader.read()
            for code, index, filling in reader.slips:
                place = lines.place(index)
                complaints.error(code, (place.line, place.column), _SLIPS[code].format(filling))
            at = reader.end
    return Page(tuple(shortcodes), complaints.all(), top)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return the end of what ``pattern`` finds at a place; the place itself if it finds nothing."""
    match = pattern.match(text, at)
    return match.end() if match else at


class _Lines:
    """Where the lines of a text begin; to count them for every place would take too long."""

    def __init__(self, text: str, file: str, top: int) -> None:
        self._text = text
        self._file = file
        self._top = top
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def place(self, index: int) -> Place:
        """Return the place of ``text[index]``."""
        line = bisect_right(self._starts, index)
        return Place(self._file, line, index - self._starts[line - 1] + 1)

    def alone(self, start: int, end: int) -> bool:
        """Return whether ``text[start:end]`` makes a paragraph of its own."""
        line = self.place(start).line - 1
        first = self._starts[line]
        if not _BLANK_BELOW.match(self._text, end) or self._text[first:start].strip():
            return False
        above = self._text[self._starts[line - 1] : first] if first > self._top else ""
        return not above.strip(" \t\n") or above.startswith("#")


# What stands in double brackets.


class _Reader:
    """Reads one pair of double brackets.

    ``end`` is where to read on. ``slips`` are what is wrong: of what kind, where, and the words
    that its sentence lacks.
    """

    def __init__(self, text: str, opening: re.Match[str], lines: _Lines) -> None:
        self._text = text
        self._start = opening.start()
        self._name = opening["name"]
        self._lines = lines
        self._words: list[Argument] = []
        self._keys: set[str] = set()
        self._is_foreign = not _NAME_ALLOWED.fullmatch(self._name)
        self.end = opening.end()
        self.slips: list[tuple[str, int, str]] = []

    def read(self) -> list[Shortcode]:
        """Return the shortcode; nothing where something is wrong, or where it is a link."""
        self._read_words()
        is_closed = self._text.startswith("]]", self.end)
        self.end += len("]]") if is_closed else 0
        source = self._text[self._start : self.end]
        if link := (_LINK if is_closed else _REST_OF_LINK).match(self._text, self.end):
            self.end = link.end()
            self.slips = []
            return []
        if not is_closed:
            # the rest of the line is likely plain text, so what was said of it may not be true
            self.slips = [one for one in self.slips if one[0] == "unclosed-quote"]
            half = self._text.startswith("]", self.end)
            said = "closed by one bracket only" if half else "not closed"
            self._slip("unclosed-brackets", self._start, said)
        elif self._is_foreign:
            self.slips = [("not-a-shortcode", self._start, quoted(source))]
        if self.slips:
            return []
        words = tuple(one for one in self._words if not one.key)
        options = tuple(one for one in self._words if one.key)
        place, alone = self._lines.place(self._start), self._lines.alone(self._start, self.end)
        name = self._name.lower()
        return [Shortcode(name, words, options, place, self._start, self.end, source, alone)]

    def _slip(self, code: str, at: int, filling: str = "") -> None:
        self.slips.append((code, at, filling))

    def _read_words(self) -> None:
        """Read everything behind the name, and set the end there."""
        if self._is_foreign:
            self.end = _end(_UP_TO_CLOSING, self._text, self.end)
            return
        self.end = _end(_SPACES, self._text, self.end)
        while (word := _WORD.match(self._text, self.end)) and word[0]:
            self.end = word.end()
            self._read_word(word)
            self.end = _end(_SPACES, self._text, self.end)

    def _read_word(self, word: re.Match[str]) -> None:
        """Add a word, and say what is wrong with it."""
        key = (word["key"] or "").lower()
        written = word["quoted"] or word["curly"] or word["plain"] or ""
        start, at = word.start(), word.end() - len(written)
        value = _ODD_SPACE.sub(" ", written[1:-1]).strip() if word["quoted"] else written
        if not value:
            self._slip("empty-value" if key else "empty-quotes", at, key)
        elif word["equals"] not in {None, "="}:
            self._slip("space-at-equals", start, quoted(f"{key}={written}")[1:-1])
        if key in self._keys:
            self._slip("duplicate-option", start, key)
        self._keys |= {key} - {""}
        if not word["quoted"]:
            self._judge(key, at, written)
        elif not _BEHIND_QUOTE.match(self._text, self.end):
            self._judge_quote("text-after-quote", self.end, key, at)
        place = self._lines.place
        self._words.append(Argument(key, value, place(start), place(at)))

    def _judge(self, key: str, at: int, written: str) -> None:
        """Say what is wrong with a value that stands in no quotes, or in wrong ones."""
        if _CURLY.match(written):
            self._slip("curly-quote", at, _in_quotes(key, written))
        elif written.startswith(('"', "'")):
            self.end = _end(_UP_TO_CLOSING, self._text, self.end)
            self._judge_quote("unclosed-quote", at, key, at)
        elif written.startswith("="):
            self._slip("no-key", at)
        elif "|" in written:
            self._is_foreign = True
        elif comma := (_COMMA_AT_VALUE if key else _COMMA).search(written):
            self._slip("comma", at + comma.start())

    def _judge_quote(self, code: str, where: int, key: str, at: int) -> None:
        """Say that the quote which opens ``at`` a place does not close where it should."""
        if curly := _CURLY.search(self._text, at, self.end):
            self._slip("curly-quote", curly.start(), _in_quotes(key, "…"))
        else:
            self._slip(code, where)


def _in_quotes(key: str, value: str) -> str:
    words = value.strip(" ‘’‚‛“”„‟'\"")
    return quoted(f'{key}="{words}"' if key else f'"{words}"')[1:-1]
