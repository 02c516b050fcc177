"""Abbreviations: the only room that knows which words are abbreviations, and who uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.rules.gaps.gap import Gap
from planboard.rules.texts import records
from planboard.words.vocabulary.records import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.collection import Collection
    from planboard.truth.entries import Path
    from planboard.truth.in_full import Part, RecordInFull
    from planboard.truth.model.register import Glossary, Term

__all__ = ["Found", "Listed", "Reader", "Use", "of_site", "unknown", "used"]

_ADDRESS: Final = r"(?<!\S)\S*(?:://|@|www\.|\w\.[a-z]{2,})\S*"
"""A web address, a mailbox, the name of a file: what stands in it is no word."""
_SIGN_OF_AN_ADDRESS: Final = re.compile(r"://|@|www\.|\.[a-z]{2}")
_ENDING: Final = r"(?:['’]?[sS])?"
"""What a plural or the owner of something has after it."""
_CAPITALS: Final = (
    rf"(?<![\w&])(?<!\d[-_])(?P<word>[A-Z][A-Z\d&]*[A-Z\d]){_ENDING}(?!&?\w)(?![-_]\d)"
)
_SHAPE: Final = re.compile(_CAPITALS)
_ROMAN: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_ROAD_OR_POSTCODE: Final = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")
_REFERENCE: Final = re.compile(r".*\d{3}")
_OF_A_BLANK: Final = frozenset(BLANK.split())
"""What marks a blank of a new site, and has a warning of its own."""
_TWO_WORDS: Final = re.compile(r"[A-Z]{2,}\s+(?:&\s+)?[A-Z]{2,}")
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_FEWEST_CAPITALS: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """One abbreviation in a text, from ``start`` to ``end``, a plural s or 's included.

    ``term`` is what the glossary says of it, None where it is not there.
    """

    word: str
    term: Term | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Use:
    """One abbreviation in one record: how many times readers meet it, and where it first stands.

    ``path`` leads to its first place in the file; ``about`` is the part of the record that has
    that place, and ``thing`` what kind of part, None for what is said of the record as a whole.
    """

    word: str
    term: Term | None
    times: int
    path: Path
    thing: str
    about: Part | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One abbreviation, and every record of the site that uses it."""

    word: str
    term: Term | None
    uses: tuple[tuple[RecordInFull, Use], ...]


class Reader:
    """Finds abbreviations in texts, with one glossary at hand.

    An abbreviation is what the glossary lists, letter by letter, or a word that begins with a
    capital and is made of two or more of them, also with & or figures in it (R097). No
    abbreviation is what ``plain_words`` lists, a roman number, what looks like a road, a postcode
    or the number of a document, an address, and any other word of a heading in capitals. Where
    one or two capitals and figures might be either, as in F2F, only the glossary can tell.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._terms = {one.term: one for one in glossary.terms}
        self._plain = frozenset(glossary.plain_words) | _OF_A_BLANK
        unusual = sorted((one for one in self._terms if not _SHAPE.fullmatch(one)), key=len)
        listed = "|".join(map(re.escape, reversed(unusual)))
        as_listed = [rf"(?<![\w&])(?P<listed>{listed}){_ENDING}(?!&?\w)"] if listed else []
        words = (*as_listed, _CAPITALS)
        self._words = re.compile("|".join(words))
        self._words_beside_addresses = re.compile("|".join((_ADDRESS, *words)))

    def found_in(self, text: str) -> Iterator[Found]:
        """Yield each abbreviation of ``text``, one paragraph, in order."""
        heading = text.isupper() and bool(_TWO_WORDS.search(text))
        beside = _SIGN_OF_AN_ADDRESS.search(text)  # to look for addresses takes the longest
        words = self._words_beside_addresses if beside else self._words
        for match in words.finditer(text):
            if match.lastgroup is None:
                continue
            whole, word = match[0], match[match.lastgroup]
            known = self._terms.get(whole) or self._terms.get(word)
            plain = heading or whole in self._plain or word in self._plain or _is_no_word(word)
            if known or not plain:
                yield Found(known.term if known else word, known, match.start(), match.end())


def _is_no_word(word: str) -> bool:
    return bool(
        sum(letter.isalpha() for letter in word) < _FEWEST_CAPITALS
        or _ROMAN.fullmatch(word)
        or _ROAD_OR_POSTCODE.fullmatch(word)
        or _REFERENCE.match(word)
    )


def used(record: RecordInFull, glossary: Glossary) -> tuple[Use, ...]:
    """Return every abbreviation that readers of a record meet, in the order of their first places.

    The role of an owner counts wherever that owner is named. The title of a source, which
    is as printed, does not count, nor does what only the files beside the page say.
    """
    reader = Reader(glossary)
    uses: dict[str, Use] = {}
    for said in records.of_record(record):
        for paragraph in _PARAGRAPH.split(said.text):
            for one in reader.found_in(paragraph):
                first = uses.get(one.word) or Use(
                    one.word, one.term, 0, said.path, said.thing, said.about
                )
                uses[one.word] = replace(first, times=first.times + 1)
    return tuple(uses.values())


def unknown(record: RecordInFull, glossary: Glossary) -> Iterator[Gap]:
    """Yield a gap for each abbreviation of a record that the glossary lacks; none is guessed."""
    for use in used(record, glossary):
        if use.term is None:
            places = f"{use.times:,} place{'' if use.times == 1 else 's'}"
            message = (
                f'"{use.word}" is not in the glossary and so is not spelt out. It stands in '
                f"{places} of this {record.kind_name}."
            )
            yield Gap("unknown-abbreviation", use.path, use.thing, use.about, message)


def of_site(collection: Collection) -> tuple[Listed, ...]:
    """Return every abbreviation of the glossary and of all records from A to Z, each once."""
    uses: dict[str, list[tuple[RecordInFull, Use]]] = {}
    terms = {one.term: one for one in collection.glossary.terms}
    for record in collection.records:
        for use in used(record, collection.glossary):
            uses.setdefault(use.word, []).append((record, use))
    in_order = sorted({*terms, *uses}, key=lambda word: (word.casefold(), word))
    return tuple(Listed(word, terms.get(word), tuple(uses.get(word, ()))) for word in in_order)
