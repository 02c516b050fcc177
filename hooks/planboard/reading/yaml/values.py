"""Values: the only room that knows by what small slips a value is not what its editor meant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from planboard.reading.characters import FORBIDDEN, INSTEAD, against, poser, unmask
from planboard.reading.yaml.lines import BULLETS, ODD_SPACES, name_of_space
from planboard.reading.yaml.marks import where
from planboard.words.problems import quoted

if TYPE_CHECKING:
    from planboard.reading.complaints import Complaints
    from planboard.reading.yaml.marks import Event, Scalar

__all__ = [
    "GLUED_COLON",
    "GLUED_DASH",
    "against_bullet",
    "against_colon",
    "against_dash",
    "check_plain",
    "curly_end",
    "letters",
]

GLUED_COLON: Final = re.compile(rf"([^\W\d][\w-]*):(?=[^ \n]|[{ODD_SPACES}])")
"""A key whose colon has no space after it."""
GLUED_DASH: Final = re.compile(rf"-(?=[^\s\d-]|[{ODD_SPACES}])")
"""A dash that should begin a list entry and has no space after it."""

_FAR_RIGHT: Final = 400  # columns; nothing that begins a line stands there
_DOUBLE: Final = "\u201c\u201d\u201e\u201f"
_DOUBLE_END: Final = "\u201c\u201d"  # the Polish and the German end differ from the English
_SINGLE_START: Final = "\u2018\u201a\u201b"
_SINGLE_END: Final = "\u2018\u2019"
_COMMENT: Final = re.compile(r"([ \t]+)(#[^\n]*)")
_BEGINS_LINE: Final = re.compile(r" *")
_BEGINS_ENTRY: Final = re.compile(r" *(?:- +)*")
_ADDRESS: Final = re.compile(r"[a-z]+://|(?:mailto|tel|urn|doi):")
_ODD_SPACE: Final = re.compile(f"[{ODD_SPACES}]")
_AROUND: Final = re.compile(rf"^[{ODD_SPACES} ]+|[{ODD_SPACES} ]+$")
_BULLET: Final = re.compile(rf"[{BULLETS}](?=[^\d:])")
_CURLY_END: Final = {
    '"': re.compile('"[^"\u201c-\u201f]*([\u201c\u201d])(?= *(?:[],}#\n]|\\Z))'),
    "'": re.compile("'[^'\n\u2018\u201b]*?([\u2018\u2019])(?= *(?:[],}#\n]|\\Z))"),
}
"""A text in quotes of either kind that ends with a curly one; an apostrophe may end a line."""


def check_plain(event: Scalar, text: str, complaints: Complaints) -> None:
    """Complain if a plain value has lost text to a ``#``, or is a badly spaced line."""
    start, end = event.start_mark, event.end_mark
    lost = _lost(text, end.index, is_empty=start.index == end.index)
    if lost:
        gap, comment = lost
        complaints.warn(
            "text-after-hash",
            (end.line + 1, end.column + gap + 1),
            f"The text after # is a comment and is lost: {quoted(comment)}. Put the whole value in"
            " straight quotes to keep it, or write two spaces before # for a comment.",
        )
    if start.column < _FAR_RIGHT:
        before = text[start.index - start.column : start.index]
        slip = _missing_space(before, text[start.index : end.index].partition("\n")[0])
        if slip:
            inside, code, message = slip
            complaints.error(code, (start.line + 1, start.column + inside + 1), message)


def against_dash(after: str) -> str:
    """Return the sentence against a dash that is followed by ``after``."""
    return (
        f"There is no space after the dash{_instead(after)}. A list entry begins with a dash and a"
        " space. If the dash is part of the text, put the text in straight quotes."
    )


def against_bullet(sign: str) -> str:
    """Return the sentence against a ``sign`` that stands where a hyphen begins a list entry."""
    return (
        f'A list entry begins with a hyphen and a space. "{sign}" is no hyphen, but a sign of its'
        f" own ({unicodedata.name(sign).lower()})."
    )


def against_colon(key: str, rest: str) -> str:
    """Return the sentence against the colon after ``key`` that is followed by ``rest``."""
    line = f"{key}: {_AROUND.sub('', rest)}"
    return (
        f"There is no space after the colon{_instead(rest[:1])}. Write {quoted(line)}, or, if this"
        " is text, put it in straight quotes."
    )


def curly_end(text: str, start: int) -> int | None:
    """Return where a curly quote stands that should close the straight one at ``start``."""
    pattern = _CURLY_END.get(text[start : start + 1])
    match = pattern.match(text, start) if pattern else None
    return match.start(1) if match else None


def letters(event: Scalar, value: str, text: str, complaints: Complaints) -> str:
    """Return ``value`` in the letters and without the curly quotes that its editor meant.

    ``value`` is what the event of ``text`` says; each change is a complaint.
    """
    escaped = FORBIDDEN.search(value)
    if escaped:  # in the text itself there are none left
        complaints.error("forbidden-character", where(event.start_mark), against(escaped[0]))
        value = FORBIDDEN.sub(INSTEAD, value)
    if value.isascii():
        return value
    bare = value if event.style else _without_curly_quotes(value)
    if bare != value:
        complaints.warn(
            "curly-quotes",
            where(event.start_mark),
            "The quotes round this text are curly; it is read without them. Type straight quotes,"
            " or none.",
        )
    told = poser(bare)
    if not told:
        return bare
    at, message = told
    seen = bare[max(bare.rfind(space, 0, at) for space in " \n") + 1 : at + 1]
    complaints.warn("look-alike", _place_of(seen, event, text), message)
    return unmask(bare)


def _lost(text: str, end: int, *, is_empty: bool) -> tuple[int, str] | None:
    """Return how far behind ``end`` a value loses text to a ``#``, and what.

    A comment that is meant has two spaces before its ``#``, or any behind nothing, and one
    space after it.
    """
    match = _COMMENT.match(text, end)
    if not match:
        return None
    space, comment = match.groups()
    is_spaced = is_empty or space.endswith("  ")
    is_meant = is_spaced and (comment == "#" or comment.startswith("# "))
    return None if is_meant else (len(space), comment)


def _missing_space(before: str, value: str) -> tuple[int, str, str] | None:
    """Return what is wrong with a value that is a line without a space, and how far inside it.

    ``before`` is what stands before it: only what begins its line or its list entry is
    suspected of being more than text.
    """
    if _BEGINS_LINE.fullmatch(before) and GLUED_DASH.match(value):
        return 0, "dash-space", against_dash(value[1:2])
    if _BEGINS_LINE.fullmatch(before) and _BULLET.match(value):
        return 0, "dash-space", against_bullet(value[0])
    match = GLUED_COLON.match(value)
    if match and _BEGINS_ENTRY.fullmatch(before) and not _ADDRESS.match(value):
        return match.end(1), "colon-space", against_colon(match[1], value[match.end() :])
    return None


def _instead(after: str) -> str:
    return f" but {name_of_space(after)}" if _ODD_SPACE.match(after) else ""


def _without_curly_quotes(value: str) -> str:
    if len(value) == 1:
        return value
    first, inside, last = value[0], value[1:-1], value[-1]
    if first in _DOUBLE and last in _DOUBLE_END and not any(one in inside for one in _DOUBLE):
        return inside
    # The right single quote is an apostrophe too, so it may stand inside.
    starts = any(one in inside for one in _SINGLE_START)
    return inside if first in _SINGLE_START and last in _SINGLE_END and not starts else value


def _place_of(seen: str, event: Event, text: str) -> tuple[int, int]:
    """Return where the last letter of ``seen`` stands in the text of a value.

    ``seen`` is the text back from the letter to the nearest space: folding leaves that alone.
    """
    start = event.start_mark
    found = text.find(seen, start.index, event.end_mark.index)
    if found < 0:  # it was written as an escape
        return where(start)
    last = found + len(seen) - 1
    return start.line + text.count("\n", start.index, last) + 1, last - text.rfind("\n", 0, last)
