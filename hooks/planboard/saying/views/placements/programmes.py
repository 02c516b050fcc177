"""Programmes: what the data of programmes of volunteers may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.programmes.period import of_period
from planboard.saying import labels, routes, wording
from planboard.saying.sentences import followed as said
from planboard.saying.sentences import newsletters
from planboard.saying.sentences import programmes as sentences
from planboard.saying.sentences import thanks as thank_yous
from planboard.saying.views.placements import blocks
from planboard.saying.views.programme import guidance as guidance_views
from planboard.saying.views.programme import returned as returned_views
from planboard.saying.views.programme import sites as site_views
from planboard.saying.views.programme import tables
from planboard.saying.views.programme import visits as visit_views
from planboard.words.vocabulary.programmes import LETTERS, OUTCOMES
from planboard.words.vocabulary.shortcodes import Back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.programmes.period import Period
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.rules.shortcodes.forms import Placement
    from planboard.saying.views.parts import Origin
    from planboard.saying.views.placements.blocks import Spot
    from planboard.saying.views.programme.guidance import GuidanceView
    from planboard.saying.views.programme.returned import BatchView
    from planboard.saying.views.programme.sites import StateView
    from planboard.saying.views.programme.visits import VisitView
    from planboard.truth.in_full import ProgrammeInFull

__all__ = [
    "PlacedGuidanceView",
    "PlacedInShortView",
    "PlacedResultsView",
    "PlacedReturnedView",
    "PlacedSitesView",
    "PlacedThanksView",
    "PlacedVisitsView",
    "guidance",
    "in_short",
    "results",
    "returned",
    "sites",
    "thanks",
    "visits",
]

_NONE_BACK: Final = {
    Back.RETURNED: "None has come back yet.",
    Back.WAITING: "None is waited for.",
}


@dataclass(frozen=True, slots=True)
class PlacedResultsView:
    """What sessions found in a period, and what came of it: a label and a count for each."""

    title: str
    counts: tuple[tuple[str, str], ...]
    so_far: str
    key: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedReturnedView:
    """Whether results came back; ``page`` is that of the programme, where each has its place."""

    title: str
    texts: tuple[str, ...]
    parts: tuple[tuple[str, tuple[BatchView, ...]], ...]
    page: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedVisitsView:
    """Some visits of the police, and the months in which there was none."""

    title: str
    texts: tuple[str, ...]
    parts: tuple[tuple[str, tuple[VisitView, ...]], ...]
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedSitesView:
    """Some sites by their state; ``heading`` is the element above each state, if there are many."""

    title: str
    count: str
    states: tuple[StateView, ...]
    heading: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedGuidanceView:
    """One piece of guidance or all; ``heading`` is the element of the title of each."""

    pieces: tuple[GuidanceView, ...]
    heading: str
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedThanksView:
    """A thank-you made of figures, to everybody and by no name."""

    texts: tuple[str, ...]
    source: Origin | None


@dataclass(frozen=True, slots=True)
class PlacedInShortView:
    """The figures of a period in one sentence that stands by itself."""

    said: str
    key: str
    source: Origin | None


def results(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold, page: str
) -> PlacedResultsView | None:
    """Return what sessions found in a period and what came of it; None if nothing is recorded."""
    programme = record.programme
    if not (record.sessions or programme.letters or programme.visits):
        return None
    found = of_period(record, told, placed.programme.period)
    return PlacedResultsView(
        title=f"What sessions found: {wording.span(found.span)}",
        counts=tuple(_counts(record, found)),
        so_far=_so_far(record, found),
        key=said.key(found.followed_up[kind] for kind in (*LETTERS, *OUTCOMES)),
        source=blocks.source(placed, record, page),
    )


def _counts(record: ProgrammeInFull, found: Period) -> Iterator[tuple[str, str]]:
    yield from sentences.counts(found.done)
    yield from sentences.highest(found.done)
    if record.programme.letters:
        for kind, name in zip(LETTERS, tables.LETTERS, strict=True):
            yield name, wording.guarded(found.followed_up[kind])
    else:
        yield "Letters", "Not recorded"
    visited = len(found.visits)
    yield "Visits of the police", wording.number(visited) if visited else "None recorded"
    counts = {kind: found.followed_up[kind] for kind in OUTCOMES}
    outcomes = [
        f"{wording.lower(labels.FOLLOW_UPS[kind])} {wording.number(count)}"
        for kind, count in counts.items()
        if count
    ]
    if None in counts.values():
        outcomes.append(f"others {wording.WITHHELD}" if outcomes else wording.WITHHELD)
    if outcomes:
        yield "What came of them", ", ".join(outcomes)


def _so_far(record: ProgrammeInFull, found: Period) -> str:
    """Return up to which day the figures go, where the period goes on."""
    if not found.goes_on:
        return ""
    until = wording.day(record.programme.as_at.last)
    return f"These are the figures so far, up to {until}."


def returned(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold, page: str
) -> PlacedReturnedView | None:
    """Return the results that are wanted with their way back; None where there are none."""
    back, wanted = told.back, placed.programme.back
    if not back.total:
        return None
    shown = replace(
        back,
        returned=() if wanted is Back.WAITING else back.returned,
        waiting=() if wanted is Back.RETURNED else back.waiting,
    )
    none = "" if shown.total or wanted is None else _NONE_BACK[wanted]
    return PlacedReturnedView(
        title=_titled(
            "What happened with your results",
            wording.lower(labels.BACK[wanted]) if wanted else "",
        ),
        texts=tuple(filter(None, (sentences.returned(back), none))),
        parts=returned_views.of_programme(record, shown).parts,
        page=routes.relative(routes.programme(record.id), page),
        source=blocks.source(placed, record, page),
    )


def visits(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold, page: str
) -> PlacedVisitsView:
    """Return the visits that are wanted, and in which of the months there was none."""
    choice = placed.programme
    period = of_period(record, told, choice.period)
    found = tuple(one for one in period.visits if choice.site in {None, one.site})
    none = said.no_visits(period.months, {one.on.replace(day=1) for one in found})
    return PlacedVisitsView(
        title=_titled(
            "Visits of the police",
            record.sites[choice.site].name if choice.site else "",
            wording.span(choice.period) if choice.period else "",
        ),
        texts=tuple(filter(None, (said.reasons(found), none))) or ("No visits recorded.",),
        parts=visit_views.listed(record, found, page),
        source=blocks.source(placed, record, page),
    )


def sites(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold, spot: Spot
) -> PlacedSitesView | None:
    """Return the sites that are wanted, each with the way to its page; None if none is listed."""
    if not record.sites:
        return None
    wanted = placed.programme.state
    states = zip(told.states, site_views.states(record, told, spot.page), strict=True)
    shown = [view for state, view in states if view.sites and wanted in {None, state}]
    count = sentences.site_states(told)
    if wanted:
        total = wording.counted(len(record.sites), "site")
        like_this = f"{wording.number(told.states[wanted])} of {total}"
        count = f"{like_this}." if shown else f"{like_this}: none is like this."
    return PlacedSitesView(
        title=_titled("Sites", wording.lower(labels.SITE_STATES[wanted]) if wanted else ""),
        count=count,
        states=tuple(shown),
        heading="" if wanted else blocks.headings(spot.level)[0],
        source=blocks.source(placed, record, spot.page),
    )


def thanks(
    placed: Placement,
    record: ProgrammeInFull,
    told: ProgrammeTold,
    then: tuple[ProgrammeInFull, ProgrammeTold],
    page: str,
) -> PlacedThanksView:
    """Return how many volunteers gave how much time in a period, and to whom the thanks go.

    ``then`` is the programme with the teams that there were when it is said.
    """
    found = of_period(record, told, placed.programme.period)
    return PlacedThanksView(
        texts=tuple(filter(None, (thank_yous.gave(found), thank_yous.volunteers(*then)))),
        source=blocks.source(placed, record, page),
    )


def in_short(
    placed: Placement, record: ProgrammeInFull, told: ProgrammeTold, page: str
) -> PlacedInShortView:
    """Return the figures of a period in one breath, to stand alone or inside a sentence."""
    found = of_period(record, told, placed.programme.period)
    # the key of a marker has no room in a sentence
    words = newsletters.in_short(found, with_kept_back=placed.alone)
    withheld = wording.WITHHELD in words
    return PlacedInShortView(
        said=f"{wording.capital(wording.span(found.span))}: {words}." if placed.alone else words,
        key=said.key([None]) if withheld else "",
        source=blocks.source(placed, record, page),
    )


def guidance(placed: Placement, record: ProgrammeInFull, spot: Spot) -> PlacedGuidanceView | None:
    """Return the guidance that is wanted; None where there is none."""
    every = guidance_views.of_programme(record.programme)
    if not every:
        return None
    wanted = placed.guidance and routes.anchor("guidance", placed.guidance.id)
    return PlacedGuidanceView(
        pieces=tuple(one for one in every if wanted in {None, one.anchor}),
        heading=blocks.headings(spot.level)[0],
        source=blocks.source(placed, record, spot.page),
    )


def _titled(title: str, *chosen: str) -> str:
    """Return a title with what was chosen: ``Visits of the police: Oak end; March 2024``."""
    words = [one for one in chosen if one]
    return f"{title}: {'; '.join(words)}" if words else title
