"""Lines: the only room that judges YAML line by line, before anything knows what it means."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final

from planboard.reading.complaints import FEW, position
from planboard.words.problems import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.reading.complaints import Complaints

__all__ = [
    "BULLETS",
    "ODD_SPACES",
    "SPACE",
    "TAB",
    "check_indents",
    "clear_blank_lines",
    "is_table",
    "name_of_space",
    "suspects",
]

ODD_SPACES: Final = "\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""What looks like a space at the start of a line and is none, as part of a pattern."""
BULLETS: Final = "\u2010-\u2015\u2022\u2212\u00b7\u2023\u2043\u25aa\u25cf\u25e6"
"""What looks like the hyphen that begins a list entry and is none, as part of a pattern."""
TAB: Final = "tab-indent"
"""The code of the complaint about a line that begins with a tab: YAML refuses most of them."""
SPACE: Final = "space-indent"
"""The code of the complaint about another odd space: YAML would take it for a letter."""

_ODD_INDENT: Final = re.compile(
    rf"^ *([{ODD_SPACES}])[ {ODD_SPACES}]*(?=[^ {ODD_SPACES}\n])", re.MULTILINE
)
_BLANK: Final = re.compile(rf"^[ {ODD_SPACES}]+$", re.MULTILINE)
_SUSPECT: Final = (
    re.compile(r"#"),
    re.compile(rf":(?:[^\s/]|[{ODD_SPACES}])"),
    re.compile(rf"(?:\A|\n) *(?:-[^\s\d-]|-[{ODD_SPACES}]|[{BULLETS}])"),
)
_FIRST_LINE: Final = re.compile(r"^[ \t]*([^\s#][^\n]*)", re.MULTILINE)
_SEPARATORS: Final = ",;\t"
_A_FEW_COLUMNS: Final = 2  # separators


def check_indents(text: str, complaints: Complaints) -> None:
    """Complain of each line that begins with a tab or a space that is no ordinary space."""
    if text.isascii() and "\t" not in text:
        return
    found = _ODD_INDENT.finditer(text)
    for match in islice(found, FEW):
        said = name_of_space(match[1])
        complaints.error(
            _code(match),
            position(text, match.start(1)),
            f"The space at the start of this line holds {said}, which YAML does not count as"
            " space. Delete it and use the space bar.",
        )
    rest = next(found, None)
    if rest:
        complaints.leave_out(
            1 + sum(1 for _ in found), Level.ERROR, _code(rest), position(text, rest.start(1))
        )


def clear_blank_lines(text: str) -> str:
    """Return ``text`` with spaces for everything on lines that look blank, as YAML needs them."""
    if text.isascii() and "\t" not in text:
        return text
    return _BLANK.sub(lambda match: " " * len(match[0]), text)


def _code(match: re.Match[str]) -> str:
    return TAB if match[1] == "\t" else SPACE


def name_of_space(letter: str) -> str:
    """Return ``a tab`` or ``a no-break space (U+00A0)``."""
    if letter == "\t":
        return "a tab"
    return f"a {unicodedata.name(letter).lower()} (U+{ord(letter):04X})"


def is_table(text: str) -> bool:
    """Return whether the first line looks like one of a table, not of a record."""
    match = _FIRST_LINE.search(text)
    line = match[1].rstrip(" ") if match else ""
    if line.startswith(("[", "{", "- ")) or ": " in line or line.endswith(":"):
        return False
    return any(line.count(separator) >= _A_FEW_COLUMNS for separator in _SEPARATORS)


def suspects(text: str) -> frozenset[int]:
    """Return the lines, from 0, on which a value may have lost something.

    It is cheaper to look at the whole text once than at each value.
    """
    return frozenset(line for pattern in _SUSPECT for line in _lines_with(pattern, text))


def _lines_with(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    line = last = 0
    for match in pattern.finditer(text):
        end = match.end()
        line += text.count("\n", last, end)
        last = end
        yield line
