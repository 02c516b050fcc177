"""Code: what of a page is code or a comment, as Python-Markdown has it, to be left alone.

Lines that begin with four spaces are not taken for code here: they go on with a list or an
admonition as well, which only the whole of Markdown can tell. Who puts data in the place of a
shortcode has to look where it came to stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["RAW", "code_spans", "end_of_raw", "without_fences"]

RAW: Final = ("pre", "code", "script", "style", "textarea")
_FENCE: Final = re.compile(
    r"^(?P<before>(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*+)"
    r"(?P<run>`{3,}+(?=[^`\n]*$)|~{3,}+)(?P<info>[^\n]*)$",
    re.MULTILINE,
)
_CLOSINGS: Final = {name: re.compile(rf"<[/]{name}\s*>", re.IGNORECASE) for name in RAW} | {
    "": re.compile("--!?>")  # of a comment
}
_TICKS: Final = re.compile("`+")
_EDGE: Final = re.compile(
    r"^[ \t]*+(?P<quote>>[ \t>]*+)?(?:"
    r"(?P<blank>$)"
    # a heading, a row of a table, the head of an admonition, a line under a heading, a rule
    r"|(?P<own>\#|\||!!!|\?\?\?|(?:=+|-+|(?:[-*_][ ]{0,2}){3,}+)[ \t]*$)"
    r"|(?P<item>(?:[-*+]|\d{1,9}\.)[ \t])"
    r"|(?(quote)|(?!)))",
    re.MULTILINE,
)


def without_fences(text: str, top: int) -> str:
    """Return ``text`` with letters in place of each fence that is closed, and what it holds.

    Python-Markdown looks for fences before anything else, so they hold in comments too. A fence
    is closed by the same run of signs, no longer one, where it has the same indent; if there is
    none, by one with another.
    """
    fences = list(_FENCE.finditer(text, top))
    names = [((one["run"], len(one["before"].expandtabs(4))), (one["run"],)) for one in fences]
    closing: dict[tuple[object, ...], list[int]] = {}
    for number, fence in enumerate(fences):
        if not fence["info"].strip() and not fence["before"].strip(" \t>"):
            for name in names[number]:
                closing.setdefault(name, []).append(number)
    parts, done = [], 0
    for number, fence in enumerate(fences):
        for name in names[number]:
            ends = closing.get(name, [])
            index = bisect_right(ends, number)
            if fence.start() >= done and index < len(ends):
                end = fences[ends[index]].end()
                parts += [text[done : fence.start()], "x" * (end - fence.start())]
                done = end
    return "".join([*parts, text[done:]])


def code_spans(prose: str, top: int) -> dict[int, int]:
    """Return where code spans begin and end: all there may be, though one may lie in another.

    A run of backticks is closed by the next of the same length. If there is none and all that
    follow are shorter, the first of the longest closes it, as in Python-Markdown.
    """
    spans: dict[int, int] = {}
    edges = list(_edges(prose, top)) if "`" in prose else []
    behind: dict[int, int] = {}  # the next run of each length
    longest = 0
    for run in reversed(list(_TICKS.finditer(prose, top))):
        while edges[-1] > run.start():
            edges.pop()
            behind, longest = {}, 0
        whole = len(run[0])
        for at, length in ((run.start(), whole), (run.start() + 1, whole - 1)):  # one is escaped
            closing = length if length in behind else longest
            if 0 < closing <= length:
                spans[at] = behind[closing] + closing
        behind[whole], longest = run.start(), max(longest, whole)
    return spans


def _edges(prose: str, top: int) -> Iterator[int]:
    """Yield where one piece of prose ends and another begins; no code span runs over it.

    An item of a list is one only under another, or where a piece begins: Python-Markdown takes
    a line with a dash for text when it stands directly under a line of text.
    """
    yield top
    begins, depth, in_list = top, 0, False
    for line in _EDGE.finditer(prose, top):
        at, signs = line.start(), (line["quote"] or "").count(">")
        if line["own"] is not None or line["blank"] is not None:
            yield at
            begins, depth, in_list = prose.find("\n", line.end()) + 1 or len(prose), 0, False
            yield begins
        elif signs > depth:
            yield at
            begins, depth, in_list = at, signs, line["item"] is not None
        elif line["item"] is not None and (in_list or at == begins):
            yield at
            in_list = True


def end_of_raw(prose: str, sign: re.Match[str], never_closed: set[str]) -> int:
    """Return where a comment or an element ends; behind its sign if it is never closed."""
    name = (sign["element"] or "").lower()
    if sign.lastgroup is None or name in never_closed:
        return sign.end()
    closing = _CLOSINGS[name].search(prose, sign.end())
    if closing is None:
        never_closed.add(name)
    return closing.end() if closing else sign.end()
