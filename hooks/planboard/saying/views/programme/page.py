"""Page: everything that the page of a programme of volunteers may say, what came back first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.sentences import followed as said
from planboard.saying.sentences import meetings as meeting_sentences
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Fact, Link
from planboard.saying.views.programme import (
    charts,
    elsewhere,
    followed,
    guidance,
    meetings,
    months,
    returned,
    sites,
    teams,
    visits,
)
from planboard.saying.views.search import SearchEntry, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download
    from planboard.saying.views.programme.elsewhere import ElsewhereView
    from planboard.saying.views.programme.followed import FollowedView
    from planboard.saying.views.programme.guidance import GuidanceView
    from planboard.saying.views.programme.meetings import MeetingsView
    from planboard.saying.views.programme.returned import ReturnedView
    from planboard.saying.views.programme.sites import SitesView
    from planboard.saying.views.programme.tables import Grid
    from planboard.saying.views.programme.teams import TeamsView
    from planboard.saying.views.programme.visits import VisitsView
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.register import Site

__all__ = ["ProgrammeView", "anchors", "of_programme", "search"]

_MEETINGS: Final = "meetings"
_SECTIONS: Final = (
    ("results", "What happened with your results"),
    ("sessions", "What you did"),
    ("followed-up", "What was done with it"),
    ("visits", "Visits of the police"),
    ("months", "Month by month"),
    ("teams", "Teams from A to Z"),
    ("sites", "Sites"),
    (_MEETINGS, meeting_sentences.TITLE),
    ("guidance", "What to do, and how to join"),
    ("reading", "How to read these figures"),
)
_ELSEWHERE: Final = ("elsewhere", "Figures published elsewhere")


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """Everything the page of one programme may say."""

    title: str
    example: str
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    sentence: str
    results: ReturnedView
    contents: tuple[Link, ...]
    did: tuple[tuple[str, str], ...]
    followed: FollowedView
    visits: VisitsView
    months: ChartView | None
    no_months: str
    more_months: tuple[Grid, ...]
    teams: TeamsView
    sites: SitesView
    meetings: MeetingsView | None
    guidance: tuple[GuidanceView, ...]
    to_return: Link
    how_to_join: tuple[str, ...]
    elsewhere: ElsewhereView | None
    threshold: tuple[str, ...]
    kept_back: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_programme(
    record: ProgrammeInFull,
    told: ProgrammeTold,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
) -> ProgrammeView:
    """Return the view of one programme.

    Args:
        record: the programme with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or says twice over.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
    """
    programme, page = record.programme, routes.programme(record.id)
    by_month = charts.by_month(record, told, page, sizes)
    others = elsewhere.of_programme(programme)
    coming = meetings.of_programme(record)
    return ProgrammeView(
        title=programme.title,
        example=_example(programme),
        summary=parts.paragraphs(programme.summary),
        facts=_facts(record),
        sentence=sentences.summary(record, told),
        results=returned.of_programme(record, told.back),
        contents=tuple(
            Link(title, f"#{anchor}")
            for anchor, title in (*_SECTIONS[1:], *([_ELSEWHERE] if others else []))
            if anchor != _MEETINGS or coming
        ),
        did=tuple(sentences.did(record, told)),
        followed=followed.of_programme(record, told, page, sizes),
        visits=visits.of_programme(record, told),
        months=by_month,
        no_months="" if by_month else "No month of the period has begun.",
        more_months=tuple(filter(None, (months.outcomes(told), months.repeats(told)))),
        teams=teams.of_programme(record, told),
        sites=sites.of_programme(record, told),
        meetings=coming,
        guidance=guidance.of_programme(programme),
        to_return=Link("Blank return", routes.relative(routes.return_form(record.id), page)),
        how_to_join=parts.paragraphs(programme.how_to_join)
        or ("The programme does not say how to join.",),
        elsewhere=others,
        threshold=parts.paragraphs(programme.threshold_note)
        or ("The programme does not say how the threshold is decided.",),
        kept_back=said.kept_back(int(programme.suppress_below)),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=(
            *notices.to_newsletters(told.newsletters, record, page),
            *notices.of_record(record, site, len(gaps)),
        ),
    )


def _example(programme: Programme) -> str:
    """Return what a page of an invented programme says first; what others published is real."""
    if programme.example and programme.elsewhere:
        return "Everything on this page is invented, but for the figures published elsewhere."
    return parts.example([programme])


def _facts(record: ProgrammeInFull) -> tuple[Fact, ...]:
    """Return the facts of every record, with the period and the area after the day of the facts."""
    first, *rest = parts.facts(record)
    own = (
        Fact("Period", wording.capital(wording.span(record.programme.period))),
        Fact("Area", record.programme.area),
    )
    return (first, *own, *rest)


def anchors(view: ProgrammeView) -> tuple[str, ...]:
    """Return the place of every section and part that a link may point at."""
    sections = (anchor for anchor, _ in _SECTIONS if anchor != _MEETINGS or view.meetings)
    shown = (*sections, *(["elsewhere"] if view.elsewhere else []))
    batches = (one.anchor for _, some in view.results.parts for one in some)
    found = (view.followed.funnel, view.followed.letters, view.followed.outcomes, view.months)
    rows = view.teams.grid.rows if view.teams.grid else ()
    states = (state for state in view.sites.states if state.sites)
    inside = {
        "repeats": view.followed.repeats or view.followed.speeds,
        "approval": view.sites.approval,
        "join": True,
    }
    return (
        *shown,
        *batches,
        *(one.anchor for one in found if one),
        *(one.anchor for one in rows),
        *(anchor for state in states for anchor in (state.anchor, *_rows(state))),
        *(one.anchor for one in view.guidance),
        *(name for name, found_there in inside.items() if found_there),
    )


def _rows(state: sites.StateView) -> Iterator[str]:
    return (one.anchor for one in state.sites)


def search(view: ProgrammeView) -> SearchView:
    """Return what search should know of a programme; each site has a page of its own."""
    return SearchView(title=view.title, text=view.sentence, entries=tuple(_entries(view)))


def _entries(view: ProgrammeView) -> Iterator[SearchEntry]:
    for _, some in view.results.parts:
        for one in some:
            texts = ("".join(run.text for run in runs) for runs in one.paragraphs)
            yield SearchEntry(one.anchor, one.title, (one.when, *texts))
    yield SearchEntry("sessions", "What you did", tuple(f"{a}: {b}" for a, b in view.did))
    if view.teams.grid:
        names = ", ".join(one.title for one in view.teams.grid.rows)
        yield SearchEntry("teams", "Teams", (names, view.teams.deputies))
    yield SearchEntry("sites", "Sites", (view.sites.sentence,))
    if view.meetings:
        yield SearchEntry(_MEETINGS, view.meetings.title, tuple(_met(view.meetings)))
    for piece in view.guidance:
        texts = ("".join(run.text for run in runs) for runs in piece.paragraphs)
        yield SearchEntry(piece.anchor, piece.title, tuple(texts))
    yield SearchEntry("guidance", "How to join", view.how_to_join)


def _met(view: MeetingsView) -> Iterator[str]:
    for _, some in view.parts:
        for one in some:
            yield ", ".join(filter(None, (one.when, one.title, one.details)))
            yield from ("".join(run.text for run in runs) for runs in one.paragraphs)
