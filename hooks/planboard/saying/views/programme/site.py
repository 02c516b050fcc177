"""Site views: the page of one site, with what volunteers found there beside what the police did."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.programmes.activity import Activity
from planboard.saying import labels, routes, wording
from planboard.saying.sentences import followed as said
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Fact, Link
from planboard.saying.views.programme import guidance, tables
from planboard.saying.views.programme.tables import Grid, GridRow
from planboard.saying.views.search import SearchEntry, SearchView
from planboard.words.vocabulary.programmes import OUTCOMES, SiteState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download
    from planboard.saying.views.programme.guidance import GuidanceView
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Visit
    from planboard.truth.model.programme.sites import Site as Place
    from planboard.truth.model.register import Site

__all__ = ["VolunteerSiteView", "anchors", "of_site", "search"]

_NO_SESSION: Final = "No session was held at this site in"
_NONE: Final = "None"


@dataclass(frozen=True, slots=True)
class VolunteerSiteView:
    """Everything the page of one site may say."""

    title: str
    example: str
    facts: tuple[Fact, ...]
    sentence: str
    programme: Link
    reason: tuple[str, ...]
    months: Grid | None
    no_sessions: str
    visits: str
    no_visits: str
    outcomes: Grid | None
    no_outcomes: str
    steps: tuple[str, ...]
    took: str
    guidance: tuple[GuidanceView, ...]
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_site(  # noqa: PLR0913, PLR0917 - one argument for each thing a page hangs on
    record: ProgrammeInFull,
    told: ProgrammeTold,
    place: Place,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
) -> VolunteerSiteView:
    """Return the view of one site.

    Args:
        record: the programme with all it refers to.
        told: the verdicts on it.
        place: the site at the roadside.
        gaps: what the programme leaves out or says twice over.
        site: the settings of the site on the web.
        sizes: the files beside the page and how many bytes each has, in order.
    """
    page = routes.site(record.id, place.id)
    here = told.done.by_site[place.id]
    visits = told.followed_up.visits.by_site[place.id]
    period = wording.span(record.programme.period)
    any_here = here.is_any or bool(visits)
    visited = {one.on.replace(day=1) for one in visits}
    return VolunteerSiteView(
        title=place.name,
        example=parts.example([record.head]),
        facts=tuple(_facts(record, place)),
        sentence=sentences.site(record, place, here, visits),
        programme=Link(record.head.title, routes.relative(routes.programme(record.id), page)),
        reason=parts.paragraphs(place.reason),
        months=_months(told, place) if any_here else None,
        no_sessions="" if here.is_any else f"{_NO_SESSION} {period}.",
        visits=said.reasons(visits),
        no_visits=said.no_visits(tuple(told.done.by_month), visited),
        outcomes=_outcomes(told, place) if visits else None,
        no_outcomes="" if visits else f"Nobody visited in {period}, so no driver was stopped here.",
        steps=tuple(_steps(place)),
        took=sentences.took(place),
        guidance=guidance.of_programme(record.programme),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_record(record, site, len(gaps), page),
    )


def anchors(view: VolunteerSiteView) -> tuple[str, ...]:
    """Return the place of every section that a link may point at."""
    guided = ("guidance", *(one.anchor for one in view.guidance)) if view.guidance else ()
    return ("site", "months", "visits", "outcomes", "steps", *guided)


def search(view: VolunteerSiteView) -> SearchView:
    """Return what search should know of a site: how it stands, and why, where that is said."""
    reason = (SearchEntry("steps", f"Steps of {view.title}", view.reason),) if view.reason else ()
    return SearchView(title=view.title, text=view.sentence, entries=reason)


def _facts(record: ProgrammeInFull, place: Place) -> Iterator[Fact]:
    as_at = record.head.as_at
    yield Fact("As at", wording.capital(wording.span(as_at)), as_at.last.isoformat())
    yield Fact("Period", wording.capital(wording.span(record.programme.period)))
    yield Fact("State", sentences.state(place))
    yield Fact("Speed limit", f"{wording.number(place.speed_limit_mph)} mph")
    threshold = place.threshold_mph
    yield Fact("Noted down from", f"{wording.number(threshold)} mph" if threshold else "Not stated")
    if place.area:
        yield Fact("Area", place.area)
    if place.released and place.w3w:
        yield Fact("Position", place.w3w, url=routes.position(place.w3w))


def _months(told: ProgrammeTold, place: Place) -> Grid:
    """Return what happened here in each month, with the visits of the police beside it (R006)."""
    visits: dict[date, list[Visit]] = defaultdict(list)
    for one in told.followed_up.visits.by_site[place.id]:
        visits[one.on.replace(day=1)].append(one)
    here = {
        month: told.done.by_site_month.get((place.id, month), Activity())
        for month in told.done.by_month
    }
    total = told.done.by_site[place.id]
    return Grid(
        caption=f"Sessions and visits at {place.name}, by month",
        first="Month",
        heads=("Sessions held", "Not held", "Vehicles", "Over the threshold", "Share", "Visits"),
        rows=tuple(
            GridRow(
                anchor="",
                title=wording.months(month, month),
                note="",
                cells=(*_found(one, _standing(place, month)), _reasons(visits[month])),
            )
            for month, one in here.items()
        ),
        totals=(*_found(total), wording.number(sum(map(len, visits.values())))),
    )


def _found(one: Activity, standing: str = "") -> tuple[str, ...]:
    """Return what was found; where no session was held nothing was, and that is not 0."""
    held = standing if standing and not one.is_any else wording.number(one.sessions)
    return (held, wording.number(one.not_held), *tables.over(one))


def _standing(place: Place, month: date) -> str:
    """Return how a site stood in a month, where nobody could hold a session there."""
    until = [state for state, day in place.steps if day.replace(day=1) <= month]
    if SiteState.APPROVED not in until:
        return "Not approved yet"
    return labels.SITE_STATES[until[-1]] if until[-1] is not SiteState.APPROVED else ""


def _reasons(visits: Sequence[Visit]) -> str:
    """Return the visits of one month with their reasons: ``2: a complaint; at random``."""
    named = "; ".join(wording.lower(labels.VISIT_REASONS[one.reason]) for one in visits)
    return f"{wording.number(len(visits))}: {named}" if visits else _NONE


def _outcomes(told: ProgrammeTold, place: Place) -> Grid:
    """Return what came of drivers who were stopped here; small counts are kept back."""
    found = told.followed_up.by_site[place.id]
    return Grid(
        caption=f"Drivers stopped at {place.name} by outcome",
        first="Outcome",
        heads=("Drivers",),
        rows=tuple(
            GridRow("", labels.FOLLOW_UPS[kind], "", (wording.guarded(found[kind]),))
            for kind in OUTCOMES
        ),
        key=said.key(found[kind] for kind in OUTCOMES),
    )


def _steps(place: Place) -> Iterator[str]:
    """Yield each step with its day, and how many days after the request it came."""
    for state, day in place.steps:
        after = ""
        is_on_its_way = place.approved is None or day <= place.approved
        if place.requested and state is not SiteState.REQUESTED and is_on_its_way:
            after = f", {wording.counted((day - place.requested).days, 'day')} after the request"
        yield f"{labels.SITE_STATES[state]} on {wording.day(day)}{after}"
