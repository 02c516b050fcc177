"""Blanks: what a new site or plan leaves to be filled in, and what nobody has written there yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planboard.words.problems import Level, Place, Problem, quoted
from planboard.words.vocabulary.records import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.entries import Library, Writing

__all__ = ["check"]

_MARK: Final = r"\b" + r"\s+".join(BLANK.split()) + r"\b"
_BLANK: Final = re.compile(
    rf"{_MARK}(?!\s+[A-Z]+\b)"  # words in capitals go on, as in FILL IN THE FORM: an editor's own
    rf"[ \t]*(?P<what>(?:(?!{_MARK})[^\n.,;:!?<>|()\[\]]|[.,;:!?](?!\s|$))*)"
)
"""The words that mark a blank, then what belongs there: to the end of the clause or the line."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a warning for each blank in what readers would see of a site.

    In a file of records a blank counts in a key or a text, not in a comment. The text of a
    newsletter counts as much as what stands above it.
    """
    for writing in library.writings:
        in_values = writing.values and not writing.is_page
        for place, what in _in_values(writing) if in_values else _in_text(writing):
            named = f": {quoted(what)}" if what else ""
            yield Problem(
                Level.WARNING,
                "blank",
                place,
                f"This blank is still to be filled in{named}. Write it in place of the words; if "
                f"it is written already, take away {BLANK}.",
            )


def _in_text(writing: Writing) -> Iterator[tuple[Place, str]]:
    for found in _BLANK.finditer(writing.text):
        yield _place(writing, found.start()), found["what"].strip()


def _in_values(writing: Writing) -> Iterator[tuple[Place, str]]:
    """Yield each blank of a value, with its own place where it stands in the file as it is."""
    for value, text in writing.values:
        after = 0
        for blank in _BLANK.finditer(text):
            found = _BLANK.search(writing.text, after or _index(writing, value))
            after = found.end() if found else after
            yield _place(writing, found.start()) if found else value, blank["what"].strip()


def _place(writing: Writing, index: int) -> Place:
    before = writing.text[:index]
    return Place(writing.file, before.count("\n") + 1, index - before.rfind("\n"))


def _index(writing: Writing, place: Place) -> int:
    above = writing.text.split("\n")[: place.line - 1]
    return sum(len(line) + 1 for line in above) + place.column - 1
