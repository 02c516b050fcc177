"""Characters: the only room that turns bytes to text and knows letters that pose as others."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Final

from planboard.reading.complaints import FEW, WHOLE_FILE, Complaints, position
from planboard.words.problems import Level

if TYPE_CHECKING:
    from planboard.words.problems import Problem

__all__ = ["FORBIDDEN", "INSTEAD", "against", "decode", "poser", "unmask"]

FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
    "\u202a-\u202e\u2066-\u2069]"
)
"""A character that no text needs: a control character, or one that turns text round."""

INSTEAD: Final = "\ufffd"
"""What stands in the text in the place of a forbidden character."""

_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_BREAKS: Final = re.compile("[\x85\u2028\u2029]")
_RESCUE: Final = "In Notepad choose Save as, Encoding UTF-8."
_SAVE: Final = "Open it in its own program, copy the text and save it as plain text in UTF-8."
_SAVE_TABLE: Final = 'Open it in the spreadsheet program and save it as "CSV UTF-8".'
_NOT_TEXT: Final = {
    b"PK\x03\x04": "a spreadsheet or Word document (a zip file)",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word document",
    b"%PDF-": "a PDF document",
    b"{\\rtf": "a rich text document",
}
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE: Final = 400
_LAST_OF_SURROGATE: Final = 3

_ALIKE: Final = (
    # By looks, never by sound: the Greek rho and the Cyrillic er are a P.
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ABEZHIKMNOPTYXCJ"),
    ("АВЕЅІЈКМНОРСТУХҮӀԚԜ", "ABESIJKMHOPCTYXYIQW"),
    ("αινορυχϲϳ", "aivopuxcj"),
    ("аеорсухѕіјһԁӏԛԝү", "aeopcyxsijhdlqwy"),
)
_LOOKS_LIKE: Final = {
    ord(one): other for row, latin in _ALIKE for one, other in zip(row, latin, strict=True)
}
_POSER: Final = re.compile(f"[{''.join(map(chr, _LOOKS_LIKE))}]")
_WORD: Final = re.compile(r"\w+")
_GREEK_OR_CYRILLIC: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_A_CODE: Final = 2  # letters: a status such as A, or an id such as o14-a04


def decode(
    data: bytes, file: str, *, is_table: bool = False
) -> tuple[str | None, tuple[Problem, ...]]:
    """Read ``data`` as UTF-8, with or without a byte order mark, into lines that end in LF.

    A table may be UTF-16 too if a byte order mark says so: spreadsheets call that Unicode text.
    ``file`` is the name under which problems are told. The text is None when the bytes are
    not UTF-8. A forbidden character is a problem and stands in the text as U+FFFD, so that
    every other problem of the file is found at its right place too.
    """
    complaints = Complaints(file)
    if is_table and data.startswith(_UTF_16):
        with suppress(UnicodeDecodeError):
            data = data.decode("utf-16").encode()
    ways_out = (_SAVE_TABLE, _SAVE_TABLE) if is_table else (_SAVE, _RESCUE)
    text = _text(data, complaints, *ways_out)
    if text is not None:
        text = _without_forbidden(text, complaints)
    return text, complaints.all()


def unmask(text: str) -> str:
    """Read each Greek or Cyrillic letter that poses as a Latin one as what it looks like.

    A letter poses in a word that mixes it with Latin ones, or in a whole text of one or two
    letters. A word wholly in Greek or Cyrillic is text, and stays. The length stays the same.
    """
    if text.isascii() or not _POSER.search(text):
        return text
    letters = [one for one in text if one.isalpha()]
    if len(letters) <= _A_CODE and all(_is_alike(one) for one in letters):
        return text.translate(_LOOKS_LIKE)
    return _WORD.sub(_unmask_word, text)


def poser(text: str) -> tuple[int, str] | None:
    """Return where the first letter of ``text`` that poses as a Latin one stands, and a sentence.

    None when there is no such letter.
    """
    meant = unmask(text)
    if meant == text:
        return None
    at = next(at for at, letter in enumerate(text) if letter != meant[at])
    letter, latin = text[at], meant[at]
    script = unicodedata.name(letter).split()[0].capitalize()
    return at, (
        f'The letter "{letter}" here is {script} (U+{ord(letter):04X}) and looks like the Latin'
        f' "{latin}"; it is read as "{latin}". Type it again.'
    )


def against(letter: str) -> str:
    """Return the sentence against a letter that ``FORBIDDEN`` has found."""
    name = f"U+{ord(letter):04X}"
    if _TURNING.match(letter):
        said = unicodedata.name(letter).lower()
        return f"The character {name} ({said}) cannot be seen and turns text round. Delete it."
    return f"The control character {name} cannot be seen and has no place in a text. Delete it."


def _unmask_word(match: re.Match[str]) -> str:
    word = match[0]
    strange = _GREEK_OR_CYRILLIC.findall(word)
    if not strange or any(ord(one) not in _LOOKS_LIKE for one in strange):
        return word
    mixed = any(one.isalpha() and one < "\u0250" for one in word)
    return word.translate(_LOOKS_LIKE) if mixed else word


def _is_alike(letter: str) -> bool:
    return letter.isascii() or ord(letter) in _LOOKS_LIKE


def _text(data: bytes, complaints: Complaints, save: str, rescue: str) -> str | None:
    for start, what in _NOT_TEXT.items():
        if data.startswith(start):
            complaints.error("not-text", WHOLE_FILE, f"This is {what}, not a text file. {save}")
            return None
    if _is_utf_16(data):
        complaints.error(
            "not-utf-8", WHOLE_FILE, f"This file is in UTF-16 instead of UTF-8. {rescue}"
        )
        return None
    try:
        return _lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        rest: bytes = error.object[error.start :]
        before = _lines(error.object[: error.start].decode("utf-8"))
        complaints.error(
            "not-utf-8",
            position(before, len(before)),
            f"This file is not UTF-8 text: {_stray(rest)}. {rescue}",
        )
        return None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _is_utf_16(data: bytes) -> bool:
    if data.startswith(_UTF_16):
        return True
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    mostly_zero = [half.count(0) * 2 > len(half) for half in (even, odd)]
    return mostly_zero in ([True, False], [False, True]) and len(data) > 1


def _stray(rest: bytes) -> str:
    byte = rest[:1]
    try:
        half = rest[:_LAST_OF_SURROGATE].decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        half = ""
    if half:
        return f"half a character (U+{ord(half):04X})"
    said = f"byte 0x{byte[0]:02X}"
    letter = byte.decode("cp1252", "ignore")
    return f'{said}, probably "{letter}" from Windows-1252' if letter else said


def _without_forbidden(text: str, complaints: Complaints) -> str:
    clean, count = FORBIDDEN.subn(INSTEAD, text)
    for number, match in enumerate(islice(FORBIDDEN.finditer(text), FEW + 1)):
        at = position(text, match.start())
        if number < FEW:
            complaints.error("forbidden-character", at, against(match[0]))
        else:
            complaints.leave_out(count - FEW, Level.ERROR, "forbidden-character", at)
    clean, count = _LINE_BREAKS.subn(" ", clean)
    for number, match in enumerate(islice(_LINE_BREAKS.finditer(text), FEW + 1)):
        at = position(text, match.start())
        if number < FEW:
            complaints.warn(
                "line-break",
                at,
                f"The character U+{ord(match[0]):04X} is a line break that cannot be seen; it is"
                " read as a space. Delete it, and press Enter where a new line should begin.",
            )
        else:
            complaints.leave_out(count - FEW, Level.WARNING, "line-break", at)
    return clean
