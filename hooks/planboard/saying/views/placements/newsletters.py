"""Newsletters: what newsletters may say that a written page places; what is new, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import news
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import parts
from planboard.saying.views.issues import story
from planboard.saying.views.newsletter import archive
from planboard.saying.views.parts import Link, Run
from planboard.saying.views.programme import meetings as meeting_views
from planboard.words.vocabulary.programmes import SiteState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.arithmetic.newsletters import Ahead, News, NewsletterTold
    from planboard.rules.shortcodes.forms import Placement
    from planboard.saying.views.newsletter.archive import IssueLine
    from planboard.saying.views.programme.meetings import MeetingView
    from planboard.truth.in_full import IssuesInFull, ProgrammeInFull
    from planboard.truth.model.issues import Issue
    from planboard.truth.model.programme.returned import Batch
    from planboard.truth.model.programme.sites import Site

__all__ = [
    "PlacedMeetingsView",
    "PlacedNewsView",
    "PlacedNewslettersView",
    "meetings",
    "new_since",
    "newest",
]

_Line = tuple[Run, ...]
_CLOSED: Final = frozenset({SiteState.REFUSED, SiteState.SUSPENDED, SiteState.RETIRED})
"""States of a site that are told with their reason."""


@dataclass(frozen=True, slots=True)
class PlacedNewslettersView:
    """The newest issues; ``more`` leads to the list of all, ``none`` says that there is none."""

    issues: tuple[IssueLine, ...]
    more: Link | None
    none: str


@dataclass(frozen=True, slots=True)
class PlacedNewsView:
    """What is new since the issue before: some lines of each kind, or ``none``."""

    title: str
    opening: str
    groups: tuple[tuple[str, tuple[_Line, ...]], ...]
    none: str
    undated: str


@dataclass(frozen=True, slots=True)
class PlacedMeetingsView:
    """The meetings that come next after the day of a newsletter, or ``none``."""

    meetings: tuple[MeetingView, ...]
    none: str


def newest(placed: Placement, told: Sequence[NewsletterTold], page: str) -> PlacedNewslettersView:
    """Return the issues that are wanted, newest first, as they stand on ``page``.

    In a newsletter they are those before it.
    """
    until = placed.newsletter.newsletter.date if placed.newsletter else date.max
    earlier = [one for one in told if one.record.newsletter.date < until]
    shown = earlier[: placed.most]
    return PlacedNewslettersView(
        issues=archive.lines(shown, page),
        more=Link("All newsletters", routes.relative(routes.NEWSLETTERS, page)) if shown else None,
        none="" if shown else "No newsletter is published yet.",
    )


# What is new.


def new_since(told: NewsletterTold, page: str) -> PlacedNewsView:
    """Return what is new in a newsletter, as it stands on ``page``."""
    record, found = told.record, told.news
    groups: list[tuple[str, Iterable[_Line]]] = []
    if record.programme:
        groups += _of_programme(record.programme, found, page)
    if record.log:
        groups.insert(1, ("What people raised", _issues(record.log, found, page)))
    lines = ((title, tuple(some)) for title, some in groups)
    return PlacedNewsView(
        title=news.title(told),
        opening=news.opening(told),
        groups=tuple((title, some) for title, some in lines if some),
        none="" if found.is_any else news.nothing(found),
        undated=news.undated(found.undated),
    )


def _of_programme(
    record: ProgrammeInFull, found: News, page: str
) -> Iterator[tuple[str, Iterable[_Line]]]:
    yield "Your results", _returned(record, found, page)
    yield "Sites", _sites(record, found, page)
    yield "Visits of the police", _visits(record, found, page)
    yield "Teams", _teams(record, found, page)


def _returned(record: ProgrammeInFull, found: News, page: str) -> Iterator[_Line]:
    home = routes.programme(record.id)
    for one in found.returned:
        way = routes.relative(f"{home}#{routes.anchor(one.thing, one.id)}", page)
        yield (
            Run(sentences.batch(one), way),
            Run(f", told {sentences.back_on(one)}{_found(one)}"),
        )
    for one in found.waiting:
        way = routes.relative(f"{home}#{routes.anchor(one.thing, one.id)}", page)
        yield Run(sentences.batch(one), way), Run(": not back yet")


def _found(batch: Batch) -> str:
    """Return the first words of what was found and done, where a batch says it."""
    said = parts.paragraphs(batch.results)
    return f": {said[0]}" if said else ""


def _issues(record: IssuesInFull, found: News, page: str) -> Iterator[_Line]:
    for one in found.issues:
        link = story.full_link(record, one.issue, page)
        yield Run(link.title, link.url), Run(f": {wording.lower(news.changes(one.changes))}")


def _sites(record: ProgrammeInFull, found: News, page: str) -> Iterator[_Line]:
    """Yield a line for each state that sites came to, in the usual order; each site is in one."""
    newest: dict[str, tuple[Site, SiteState, date]] = {}
    for step in found.sites:
        newest.setdefault(step[0].id, step)
    for state in SiteState:
        some = [(site, on) for site, one, on in newest.values() if one is state]
        if some:
            runs = [Run(f"{labels.SITE_STATES[state]}: ")]
            for site, on in some:
                link = routes.relative(routes.site(record.id, site.id), page)
                why = parts.paragraphs(site.reason)[:1] if state in _CLOSED else ()
                reason = f": {wording.lower(why[0].rstrip('.'))}" if why else ""
                runs += [Run(site.name, link), Run(f" ({wording.day(on)}{reason})"), Run(", ")]
            yield tuple(runs[:-1])


def _visits(record: ProgrammeInFull, found: News, page: str) -> Iterator[_Line]:
    """Yield one line on all visits: how many, and where."""
    if not found.visits:
        return
    visits = wording.counted(len(found.visits), "visit")
    sites = wording.counted(len({one.site for one in found.visits}), "site")
    way = routes.relative(f"{routes.programme(record.id)}#visits", page)
    yield Run(f"{visits} at {sites}", way), Run(", each with its day and its reason there")


def _teams(record: ProgrammeInFull, found: News, page: str) -> Iterator[_Line]:
    way = routes.relative(f"{routes.programme(record.id)}#teams", page)
    for one in found.began:
        if one.active_from:
            yield Run(one.name, way), Run(f": began on {wording.day(one.active_from)}")
    for one in found.ended:
        if one.active_to:
            yield Run(one.name, way), Run(f": ended on {wording.day(one.active_to)}")


# What comes next.


def meetings(placed: Placement, told: NewsletterTold, page: str) -> PlacedMeetingsView:
    """Return as many of the meetings that come next as are wanted, with what they are about."""
    log, day = told.record.log, told.record.newsletter.date
    return PlacedMeetingsView(
        meetings=tuple(_meeting(one, log, page) for one in told.ahead[: placed.most]),
        none="" if told.ahead else news.none_ahead(day),
    )


def _meeting(one: Ahead, log: IssuesInFull | None, page: str) -> MeetingView:
    about: list[_Line] = []
    if log:
        decides = _named(log, one.decides, page)
        tells = _named(log, one.tells, page)
        about += [(Run("To be raised there: "), *decides)] if decides else []
        about += [(Run("To be told there: what came of "), *tells)] if tells else []
    known = meeting_views.meeting(one.gathering) if one.gathering else None
    when = wording.capital(wording.span(one.on)) if one.on else news.NO_DAY
    return meeting_views.MeetingView(
        when=known.when if known else when,
        title=known.title if known else wording.capital(one.title) or news.TELLING,
        details=known.details if known else "",
        paragraphs=known.paragraphs if known else (),
        about=tuple(about),
    )


def _named(log: IssuesInFull, issues: Sequence[Issue], page: str) -> _Line:
    """Return the names of issues with the way to each: ``Issue CSW-03 and Issue CSW-06``."""
    runs: list[Run] = []
    for at, one in enumerate(issues):
        joint = "" if not at else " and " if at == len(issues) - 1 else ", "
        runs += [*([Run(joint)] if joint else []), Run(one.called, story.address(log, one, page))]
    return tuple(runs)
