"""Quality views: what the page on the quality of the records may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import attention, notices, parts, places
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.rules.gaps import Gap
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download
    from planboard.truth.collection import PlanInFull
    from planboard.truth.model.register import Site

__all__ = [
    "KINDS",
    "GapRow",
    "KindView",
    "PlanGaps",
    "QualityView",
    "quality",
    "sentence",
]


KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "no-owner": ("No owner", "The plan does not say who is accountable."),
    "no-date": ("No date", "The plan says nothing on when."),
    "no-update": (
        "No update",
        "The plan says nothing on progress, or only what is planned for later.",
    ),
    "placeholder": ("Placeholder", "Filler stands where an update belongs."),
    "unclear-date": ("Unclear date", "An update has a date that cannot be a day."),
    "stale": ("Old update", "The newest dated update was old when the facts were true."),
    "not-rated": ("Not rated", "The plan leaves the rating blank."),
    "not-published": (
        "Status not published",
        "There is a rating, but the published document does not carry it.",
    ),
    "no-target": ("No target", "The statuses are explained by targets, and actions have none."),
    "contradiction": ("Contradiction", "Two parts of the record cannot both be right."),
    "unknown-abbreviation": (
        "Abbreviation not spelt out",
        "The glossary of this site does not say what it stands for, and we do not guess.",
    ),
}
"""The title and the meaning of every kind of gap, by its code, in the order of the page."""

_TOLD: Final = frozenset({"no-target", "contradiction", "unknown-abbreviation"})
"""Kinds of which each gap has a sentence of its own."""


@dataclass(frozen=True, slots=True)
class KindView:
    """What one kind of gap means."""

    anchor: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """All gaps of one kind in one plan: the way to each, and what is said of it.

    A ``brief`` row has many links, which are numbers alone.
    """

    kind: Link
    number: str
    brief: bool
    places: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class PlanGaps:
    """The gaps of one plan, kind by kind; a kind that it has not is a zero."""

    anchor: str
    link: Link
    example: bool
    publisher: str
    as_at: str
    sentence: str
    action_name: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class QualityView:
    """What the records leave out, plan by plan."""

    title: str
    example: str
    plans: tuple[PlanGaps, ...]
    kinds: tuple[KindView, ...]
    empty: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def quality(
    plans: Sequence[tuple[PlanInFull, Sequence[Gap]]], site: Site, sizes: Mapping[str, int]
) -> QualityView:
    """Return the gaps of each plan; ``sizes`` are the bytes of the files beside the page."""
    page = routes.QUALITY
    return QualityView(
        title=wording.QUALITY,
        example=parts.example(record.plan for record, _ in plans),
        plans=tuple(_plan(record, gaps, page) for record, gaps in plans),
        kinds=tuple(
            KindView(_anchor(code), title, meaning) for code, (title, meaning) in KINDS.items()
        ),
        empty="" if plans else "No plan has been published yet.",
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_plans((record for record, _ in plans), site, page),
    )


def sentence(record: PlanInFull, gap: Gap) -> str:
    """Return a gap as one sentence with its subject."""
    return gap.said_of(places.called(record, gap))


def _plan(record: PlanInFull, gaps: Sequence[Gap], page: str) -> PlanGaps:
    plan = record.plan
    return PlanGaps(
        anchor=routes.plan_anchor(record.id),
        link=Link(plan.title, routes.relative(routes.plan(record.id), page)),
        example=plan.example,
        publisher=record.publisher.name,
        as_at=wording.span(plan.as_at),
        sentence=_sentence(record, gaps),
        action_name=wording.capital(plan.action_name),
        rows=tuple(
            _row(record, code, [gap for gap in gaps if gap.code == code], page) for code in KINDS
        ),
    )


def _sentence(record: PlanInFull, gaps: Sequence[Gap]) -> str:
    found = f"{wording.counted(len(gaps), 'gap')}."
    current = {one.id for one in record.current}
    if not gaps or not current:
        return found
    whole = len(current - {gap.about.id for gap in gaps if gap.about and "actions" in gap.path})
    if not whole:
        return f"{found} Every {wording.action_names(record.plan, 1)} has at least one."
    names = wording.action_names(record.plan, len(current))
    have = "has" if whole == 1 else "have"
    return f"{found} {wording.number(whole)} of {wording.number(len(current))} {names} {have} none."


def _row(record: PlanInFull, code: str, gaps: Sequence[Gap], page: str) -> GapRow:
    found = tuple(_places(record, code, gaps, page))
    return GapRow(
        kind=Link(KINDS[code][0], f"#{_anchor(code)}"),
        number=wording.number(len(gaps)),
        brief=code not in _TOLD and len(found) > 1,
        places=found,
    )


def _places(
    record: PlanInFull, code: str, gaps: Sequence[Gap], page: str
) -> Iterator[tuple[Link, str]]:
    total = len(record.current)
    if code not in _TOLD and len(gaps) == total > 1:
        yield attention.all_actions(record, total, page), ""
        return
    for gap in gaps:
        way = routes.relative(places.address(record, gap), page)
        if gap.about is None:
            yield Link(gap.message, way), ""
        elif code in _TOLD:
            yield Link(places.called(record, gap), way), gap.said_of("")
        else:
            action = record.actions.get(gap.about.id) if gap.about and gaps[1:] else None
            yield Link(record.known_as(action) if action else places.called(record, gap), way), ""


def _anchor(code: str) -> str:
    return f"kind-{code}"
