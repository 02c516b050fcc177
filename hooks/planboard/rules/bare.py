"""Bare: the only room that knows what of a written page are marks that its readers do not see."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from planboard.reading.markdown import front_matter
from planboard.reading.markdown.code import code_spans, without_fences

if TYPE_CHECKING:
    from collections.abc import Iterator

    Cut = tuple[int, int, str]
    """Where a mark begins and ends, and what readers see there."""

__all__ = ["Bare"]

_HTML: Final = (
    r"(?P<comment><(?:!--))"
    r"|<[/?!]?(?P<tag>[A-Za-z][A-Za-z0-9-]*+(?::[A-Za-z][\w-]*+)?)(?=[\s/>])"
    r"(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*+>"
    r"|(?P<code>&(?:#\d{1,32};?|#[xX][0-9A-Fa-f]{1,32};?|[A-Za-z][A-Za-z0-9]{1,31};|nbsp|shy))"
)
_MARKDOWN: Final = (
    r"|(?P<escape>\\)(?:(?=[<&])|[!-/:-@\[-`{-~])"
    r"|(?P<run>[*~]++|_++)"
    r"|(?P<ticks>`++)"
    r"|(?P<opening>!?\[)"
    r"|(?P<closing>\])"
    r"|(?P<address><[^<>\s]++>)"
)
_MARK_OF_HTML: Final = re.compile(_HTML)
_MARK_OF_MARKDOWN: Final = re.compile(_HTML + _MARKDOWN)

_END_OF_COMMENT: Final = re.compile("--!?>")
_TARGET: Final = re.compile(r"\((?:[^()\n]|\n(?![ \t]*\n)|\([^()\n]*\))*+\)")
_LABEL: Final = re.compile(r"[ \n]?\[([^\[\]\n]*)\]")
_DEFINITION: Final = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_LONGEST_LABEL: Final = 200

_BY_THEMSELVES: Final = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol
    option p pre section select summary table tbody td tfoot th thead title tr ul
"""
"""Elements that stand by themselves, so that nobody reads on from one to the next."""
_BLOCKS: Final = frozenset(_BY_THEMSELVES.split())


class Bare:
    """A written page as its readers see it, without marks, and where each sign of it stands.

    What has marks between them in the file stands together. Where it is not sure that a sign is a
    mark, as in code, it is taken for one; fences hold none. ``is_markdown`` is false of HTML.
    """

    def __init__(self, written: str, *, is_markdown: bool) -> None:
        pieces: list[str] = []
        self._behind: list[int] = []
        self._shifts: list[int] = []
        self._ends: dict[int, int] = {}
        last = length = 0
        for start, end, said in sorted(_Marks(written, is_markdown=is_markdown).cuts()):
            pieces += (written[last:start], said)
            length += start - last + len(said)
            last = end
            self._behind.append(length)
            self._shifts.append(last - length)
            if said:
                self._ends[length] = last
        self.text = "".join([*pieces, written[last:]])

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where ``text[start:end]`` stands in the page as written."""
        return self._written_at(start), self._ends.get(end, self._written_at(end - 1) + 1)

    def _written_at(self, index: int) -> int:
        before = bisect_right(self._behind, index)
        return index + self._shifts[before - 1] if before else index


class _Marks:
    """Finds the marks of one page."""

    def __init__(self, text: str, *, is_markdown: bool) -> None:
        top = front_matter.end(text) if is_markdown else 0
        self._text = without_fences(text, top) if is_markdown else text
        self._pattern = _MARK_OF_MARKDOWN if is_markdown else _MARK_OF_HTML
        self._spans = code_spans(self._text, top) if is_markdown else {}
        self._labels = {_same(one[1]) for one in _DEFINITION.finditer(self._text)}
        self._openings: list[re.Match[str]] = []
        self._end_of_code = 0
        self._is_never_closed = False

    def cuts(self) -> Iterator[Cut]:
        """Yield each mark, those of a link where it ends; they never overlap."""
        at = 0
        while mark := self._pattern.search(self._text, at):
            at = mark.end()
            match mark.lastgroup:
                case "comment":
                    if end := self._end_of_comment(mark):
                        yield mark.start(), end, ""
                        at = end
                case "tag":
                    yield *mark.span(), _between(mark["tag"].lower())
                case "code":
                    yield *mark.span(), html.unescape(mark[0])
                case "opening":
                    self._openings.append(mark)
                case "closing" if self._openings:
                    opening = self._openings.pop()
                    if end := self._end_of_link(opening, mark):
                        yield *opening.span(), ""
                        yield mark.start(), end, ""
                        at = end
                case _:
                    yield from self._cuts_of_signs(mark)

    def _cuts_of_signs(self, mark: re.Match[str]) -> Iterator[Cut]:
        start, end = mark.span()
        if mark.lastgroup == "escape":
            yield start, start + 1, ""
        elif mark.lastgroup == "ticks":
            self._end_of_code = max(self._end_of_code, self._spans.get(start, 0))
            yield start, end, ""
        elif mark.lastgroup == "address":
            yield start, start + 1, ""
            yield end - 1, end, ""
        elif mark.lastgroup == "run":
            before, after = self._text[max(0, start - 1) : start], self._text[end : end + 1]
            is_in_word = mark[0][0] == "_" and before.isalnum() and after.isalnum()
            if (before.strip() or after.strip()) and not is_in_word:
                yield start, end, ""

    def _end_of_comment(self, mark: re.Match[str]) -> int:
        """Return where a comment ends; 0 if it is code, or never closed."""
        if self._is_never_closed or mark.start() < self._end_of_code:
            return 0
        closing = _END_OF_COMMENT.search(self._text, mark.end() - len("--"))
        self._is_never_closed = closing is None
        return closing.end() if closing else 0

    def _end_of_link(self, opening: re.Match[str], closing: re.Match[str]) -> int:
        """Return where a link ends whose words stand between two brackets; 0 if it is none."""
        if target := _TARGET.match(self._text, closing.end()):
            return target.end()
        if not self._labels or closing.start() - opening.end() > _LONGEST_LABEL:
            return 0
        words = self._text[opening.end() : closing.start()]
        label = _LABEL.match(self._text, closing.end())
        if label and _same(label[1] or words) in self._labels:
            return label.end()
        return closing.end() if _same(words) in self._labels else 0


def _same(label: str) -> str:
    return " ".join(label.lower().split())


def _between(element: str) -> str:
    """Return what stands between the words before and behind a tag."""
    if element == "br":
        return "\n"
    return "\n\n" if element in _BLOCKS else ""
