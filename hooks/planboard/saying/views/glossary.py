"""Glossary views: what the page of abbreviations may say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import notices, parts, places
from planboard.saying.views.parts import Download, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.rules.abbreviations import Listed, Use
    from planboard.saying.views.notices import Notice
    from planboard.truth.collection import Collection
    from planboard.truth.in_full import RecordInFull
    from planboard.truth.model.register import Term

__all__ = ["GlossaryView", "TermView", "UnknownView", "UseView", "glossary"]

_NOWHERE: Final = "In no record on this site."
_NONE_KNOWN: Final = "No abbreviation has been spelt out yet."
_NONE_UNKNOWN: Final = "Every abbreviation that the records use is spelt out above."
_WHY: Final = (
    "We spell out an abbreviation only when a published document, a law, the body that uses it or "
    "a public body tells us what it stands for. These we have not been told. A guess could be "
    "wrong and would look like a fact, so we make none."
)


@dataclass(frozen=True, slots=True)
class UseView:
    """One record that uses an abbreviation: how often, and the way to the first place."""

    record: Link
    times: str
    first: Link


@dataclass(frozen=True, slots=True)
class TermView:
    """An abbreviation with what it stands for, how that is known, and the records that use it."""

    anchor: str
    term: str
    expansion: str
    meaning: tuple[str, ...]
    basis: str
    records: tuple[Link, ...]
    nowhere: str


@dataclass(frozen=True, slots=True)
class UnknownView:
    """An abbreviation that nobody has spelt out for us, and where it is used."""

    anchor: str
    term: str
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """Every abbreviation of the register and of all records, A to Z."""

    title: str
    example: str
    sentence: str
    terms: tuple[TermView, ...]
    why: str
    unknown: tuple[UnknownView, ...]
    none_unknown: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def glossary(
    collection: Collection, listed: Sequence[Listed], sizes: Mapping[str, int]
) -> GlossaryView:
    """Return the view of all abbreviations ``listed``; ``sizes`` are the files beside the page."""
    page = routes.GLOSSARY
    anchors = _anchors(listed)
    terms = tuple(
        _term(one, one.term, anchors[one.word], page) for one in listed if one.term is not None
    )
    unknown = tuple(
        UnknownView(
            anchor=anchors[one.word],
            term=one.word,
            uses=tuple(_use(record, use, page) for record, use in one.uses),
        )
        for one in listed
        if one.term is None
    )
    return GlossaryView(
        title=wording.GLOSSARY,
        example=parts.example(record.head for record in collection.records),
        sentence=_sentence(len(terms), len(unknown)),
        terms=terms,
        why=_WHY if unknown else "",
        unknown=unknown,
        none_unknown="" if unknown else _NONE_UNKNOWN,
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records(collection.records, collection.site, page),
    )


def _sentence(known: int, unknown: int) -> str:
    stands = "it stands" if known == 1 else "they stand"
    opening = (
        f"{wording.counted(known, 'abbreviation')}, A to Z, with what {stands} for and how we know."
    )
    more = f"{wording.number(unknown)} more {'is' if unknown == 1 else 'are'} not spelt out."
    return " ".join((opening if known else _NONE_KNOWN, *((more,) if unknown else ())))


def _anchors(listed: Iterable[Listed]) -> dict[str, str]:
    """Return the name of the place of each abbreviation, no two alike."""
    names: Counter[str] = Counter()
    anchors = {}
    for one in listed:
        name = routes.term_anchor(one.word)
        names[name] += 1
        anchors[one.word] = name if names[name] == 1 else f"{name}--{names[name]}"
    return anchors


def _term(one: Listed, term: Term, anchor: str, page: str) -> TermView:
    return TermView(
        anchor=anchor,
        term=term.term,
        expansion=term.expansion,
        meaning=parts.paragraphs(term.meaning),
        basis=wording.basis(term.basis, term.source),
        records=tuple(_record(record, page) for record, _ in one.uses),
        nowhere="" if one.uses else _NOWHERE,
    )


def _use(record: RecordInFull, use: Use, page: str) -> UseView:
    return UseView(
        record=_record(record, page),
        times=f"{wording.counted(use.times, 'place')}, {'' if use.times == 1 else 'first '}in",
        first=Link(
            wording.lower(places.called(record, use)),
            routes.relative(places.address(record, use), page),
        ),
    )


def _record(record: RecordInFull, page: str) -> Link:
    return Link(
        wording.title(record.head), routes.relative(routes.record(record.kind, record.id), page)
    )
