"""Appearance: the only room that knows how a text looks to its reader, whatever it is made of."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import Final

from planboard.reading.characters import unmask

__all__ = ["Appearance"]

_ODD: Final = re.compile(
    r"[^\x00-\x7f]|&#?\w{2,8};|%[2-7][0-9A-Fa-f]|(?:base64,|sha\d{3}-)[A-Za-z0-9+/=]+"
)
"""What is not what it looks like. The last are pictures and digests, which hold no words."""
_LONGEST: Final = 10
"""Of a code that stands for one character."""
_LOOKS: Final = {
    "\u2212": "-",
    "\u0130": "I",  # the only letter that is two characters when it is small
    "\n": "\n",
}
_CATEGORIES: Final = {
    "Cf": "",  # a soft hyphen, a joiner
    "Mn": "",  # an accent by itself
    "Pd": "-",
    "Zs": " ",
    "Zl": " ",
    "Zp": " ",
}


class Appearance:
    """A text as a reader sees it, and where each of its characters comes from.

    Letters, figures, dashes and spaces of every kind become those of a keyboard; what cannot be
    seen is gone; the codes of HTML (``&nbsp;``) and web addresses (``%40``) are read.
    """

    def __init__(self, written: str) -> None:
        pieces: list[str] = []
        self._behind: list[int] = []
        self._shifts: list[int] = []
        last = length = 0
        for match in _ODD.finditer(written):
            look = _look(match[0])
            pieces += (written[last : match.start()], look)
            length += match.start() - last + len(look)
            last = match.end()
            if len(look) != len(match[0]):
                self._behind.append(length)
                self._shifts.append(last - length)
        self.text = "".join([*pieces, written[last:]]) if pieces else written

    def written_at(self, index: int) -> int:
        """Return where in the text as written the character ``text[index]`` stands."""
        before = bisect_right(self._behind, index)
        return index + self._shifts[before - 1] if before else index


def _look(piece: str) -> str:
    return _look_of(piece) if len(piece) <= _LONGEST else " "


@cache
def _look_of(piece: str) -> str:
    if len(piece) == 1:
        return _look_of_sign(piece)
    if piece[0] == "%":
        return chr(int(piece[1:], 16))
    said = html.unescape(piece) if piece[0] == "&" else " "
    return piece if said == piece else "".join(map(_look_of_sign, said))


def _look_of_sign(sign: str) -> str:
    if sign in _LOOKS:
        return _LOOKS[sign]
    category = unicodedata.category(sign)
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    figure = unicodedata.decimal(sign, None)
    plain = unicodedata.normalize("NFKC", sign) if figure is None else str(figure)
    return unmask(plain) if len(plain) == 1 else sign
