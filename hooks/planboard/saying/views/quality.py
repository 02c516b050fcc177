"""Quality views: what the page on the quality of the records may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import notices, parts, places
from planboard.saying.views.parts import Link
from planboard.saying.views.search import SearchEntry, SearchView
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download
    from planboard.truth.in_full import RecordInFull
    from planboard.truth.model.register import Site

__all__ = [
    "KINDS",
    "OF_PLANS",
    "GapRow",
    "KindView",
    "QualityView",
    "RecordGaps",
    "by_kind",
    "quality",
    "search",
    "sentence",
]


KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "no-owner": ("No owner", "The record does not say who is accountable."),
    "no-date": ("No date", "The record says nothing on when."),
    "no-update": (
        "No update",
        "The record says nothing on progress, or only what is planned for later.",
    ),
    "placeholder": ("Placeholder", "Filler stands where an update belongs."),
    "unclear-date": ("Unclear date", "An update has a date that cannot be a day."),
    "stale": ("Old update", "The newest dated update was old when the facts were true."),
    "not-rated": ("Not rated", "The record leaves the rating blank."),
    "not-published": (
        "Status not published",
        "There is a rating, but the published document does not carry it.",
    ),
    "no-target": ("No target", "The statuses are explained by targets, and actions have none."),
    "contradiction": ("Contradiction", "Two parts of the record cannot both be right."),
    "no-status": ("No status", "The record does not say where an issue stands."),
    "no-answer": ("No answer", "The record says nothing on what was done about an issue."),
    "undated-action": ("Action without a date", "Something is said to be done, but not when."),
    "no-link": ("Points elsewhere", "An answer only points elsewhere, and has no link to it."),
    "no-decision": (
        "No word on a decision",
        "An issue is closed on no day, or it is not said where or when it is decided.",
    ),
    "not-linked": (
        "No link stated",
        "It is not said which benefits or measures belong to an objective or a benefit.",
    ),
    "two-wordings": ("Two wordings", "The same thing is worded differently in one document."),
    "inferred": ("Our reading", "The document does not say it for certain; we say how we read it."),
    "no-headline": ("No headline", "A measure has no sentence that says what it shows."),
    "no-definition": ("Not defined", "A measure does not say what counts."),
    "no-figure": ("No figure", "A measure is named, and no figure of it is published."),
    "no-base": ("Base not stated", "A figure in per cent does not say of how many."),
    "no-method": ("No method", "A trend is claimed, and not how it was worked out."),
    "not-stated": ("Not stated", "The record leaves out a figure that belongs to others in it."),
    "unlike-periods": (
        "Periods not alike",
        "Two periods differ in length or share days, so their figures show no trend.",
    ),
    "tally-differs": (
        "Table and returns differ",
        "A published figure is not the one that the returns on record give.",
    ),
    "nothing-reported": (
        "Nothing reported",
        "A forum was told nothing on a priority of the meeting before.",
    ),
    "no-numbers": (
        "Numbers not published",
        "An order or an outcome is published, and not the numbers behind it.",
    ),
    "no-reason": ("No reason", "Something was done or decided, and the record does not say why."),
    "no-promise": ("No promise", "A need is shown, and nobody has promised that it is met."),
    "no-chair": ("No chair", "The record does not say who chairs a board."),
    "held-back": (
        "Held back",
        "What a person said is not shown: it is not recorded that the person agreed.",
    ),
    "no-threshold": (
        "No threshold",
        "A site does not say from which speed a vehicle is noted down.",
    ),
    "no-request-day": (
        "Day of the request not stated",
        "A site was approved, and the record does not say when somebody asked for it.",
    ),
    "no-trail": (
        "No trail",
        "Volunteers sent in results, and the record does not say who passed on what came of them.",
    ),
    "no-way-to-send": (
        "No way to send in a return",
        "Volunteers are not told how they send in what they counted.",
    ),
    "no-guidance": ("No guidance", "Volunteers are not told what to do if a driver is abusive."),
    "no-outcome": ("No outcome", "An event is listed, and not what came of it."),
    "unknown-abbreviation": (
        "Abbreviation not spelt out",
        "The glossary of this site does not say what it stands for, and we do not guess.",
    ),
}
"""The title and the meaning of every kind of gap, by its code, in the order of the page."""

OF_PLANS: Final = frozenset(
    {
        "no-owner",
        "no-date",
        "no-update",
        "placeholder",
        "unclear-date",
        "stale",
        "not-rated",
        "not-published",
        "no-target",
        "contradiction",
        "unknown-abbreviation",
    }
)
"""Kinds of which a plan that has none says so, because every plan could have them (R149)."""
_TOLD: Final = frozenset(
    {
        "contradiction",
        "no-decision",
        "no-reason",
        "no-target",
        "not-stated",
        "nothing-reported",
        "tally-differs",
        "two-wordings",
        "unlike-periods",
        "unknown-abbreviation",
    }
)
"""Kinds of which each gap has a sentence of its own."""


@dataclass(frozen=True, slots=True)
class KindView:
    """What one kind of gap means."""

    anchor: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """All gaps of one kind in one record: the way to each, and what is said of it.

    A ``brief`` row has many links, which are numbers alone.
    """

    kind: Link
    number: str
    brief: bool
    places: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class RecordGaps:
    """The gaps of one record, kind by kind; a kind that it has not is a zero."""

    anchor: str
    link: Link
    example: bool
    publisher: str
    as_at: str
    sentence: str
    part_name: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    """What the records leave out, record by record."""

    title: str
    example: str
    records: tuple[RecordGaps, ...]
    kinds: tuple[KindView, ...]
    empty: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def quality(
    records: Sequence[tuple[RecordInFull, Sequence[Gap]]], site: Site, sizes: Mapping[str, int]
) -> QualityView:
    """Return the gaps of each record; ``sizes`` are the bytes of the files beside the page."""
    page = routes.QUALITY
    return QualityView(
        title=wording.QUALITY,
        example=parts.example(record.head for record, _ in records),
        records=tuple(_record(record, gaps, page) for record, gaps in records),
        kinds=tuple(
            KindView(_anchor(code), title, meaning)
            for code, (title, meaning) in KINDS.items()
            if code in OF_PLANS | {gap.code for _, gaps in records for gap in gaps}
        ),
        empty="" if records else "Nothing has been published yet.",
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records((record for record, _ in records), site, page),
    )


def search(view: QualityView, description: str) -> SearchView:
    """Return what search should know of the page: how much is left out where, and of what kind.

    Its lists name what the pages of the records say; search leads to those.
    """
    return SearchView(
        title=view.title,
        text=description,
        entries=(
            *(SearchEntry(one.anchor, one.link.title, (one.sentence,)) for one in view.records),
            SearchEntry("kinds", "What the gaps mean", tuple(one.title for one in view.kinds)),
        ),
    )


def sentence(record: RecordInFull, gap: Gap) -> str:
    """Return a gap as one sentence with its subject."""
    return gap.said_of(places.called(record, gap))


def _record(record: RecordInFull, gaps: Sequence[Gap], page: str) -> RecordGaps:
    head = record.head
    return RecordGaps(
        anchor=routes.record_anchor(record.kind, record.id),
        link=Link(head.title, routes.relative(routes.record(record.kind, record.id), page)),
        example=head.example,
        publisher=record.publisher.name,
        as_at=wording.span(head.as_at),
        sentence=_sentence(record, gaps),
        part_name=wording.capital(record.part_names(1)),
        rows=tuple(_row(record, code, found, page) for code, found in by_kind(record, gaps)),
    )


def by_kind(record: RecordInFull, gaps: Sequence[Gap]) -> Iterator[tuple[str, list[Gap]]]:
    """Yield the gaps of each kind; of a plan also the kinds of a plan that it has none of."""
    for code in KINDS:
        found = [gap for gap in gaps if gap.code == code]
        if found or (record.kind is RecordKind.PLAN and code in OF_PLANS):
            yield code, found


def _sentence(record: RecordInFull, gaps: Sequence[Gap]) -> str:
    """Return how many gaps there are, and how many of its main parts have none."""
    found = f"{wording.counted(len(gaps), 'gap')}."
    current = {one.id for one in record.parts}
    if not gaps or not current:
        return found
    thing = record.part_thing
    whole = len(current - {gap.about.id for gap in gaps if gap.about and gap.thing == thing})
    if not whole:
        return f"{found} Every {record.part_names(1)} has at least one."
    names = record.part_names(len(current))
    have = "has" if whole == 1 else "have"
    return f"{found} {wording.number(whole)} of {wording.number(len(current))} {names} {have} none."


def _row(record: RecordInFull, code: str, gaps: Sequence[Gap], page: str) -> GapRow:
    found = tuple(_places(record, code, gaps, page))
    return GapRow(
        kind=Link(KINDS[code][0], f"#{_anchor(code)}"),
        number=wording.number(len(gaps)),
        brief=code not in _TOLD and len(found) > 1,
        places=found,
    )


def _places(
    record: RecordInFull, code: str, gaps: Sequence[Gap], page: str
) -> Iterator[tuple[Link, str]]:
    total = len(record.parts)
    about = {gap.about.id for gap in gaps if gap.about and gap.thing == record.part_thing}
    if code not in _TOLD and len(about) == len(gaps) == total > 1:
        yield _all_parts(record, total, page), ""
        return
    for gap in gaps:
        way = routes.relative(places.address(record, gap), page)
        if gap.about is None:
            yield Link(gap.message, way), ""
        elif code in _TOLD:
            yield Link(places.called(record, gap), way), gap.said_of("")
        else:
            short = record.short_name(gap.thing, gap.about) if gaps[1:] else ""
            yield Link(short or places.called(record, gap), way), ""


def _all_parts(record: RecordInFull, total: int, page: str) -> Link:
    """Return the way to all main parts of a record at once."""
    home = routes.record(record.kind, record.id)
    way = routes.relative(f"{home}#{routes.parts(record.kind)}", page)
    return Link(f"All {wording.number(total)} {record.part_names(total)}", way)


def _anchor(code: str) -> str:
    return f"kind-{code}"
