"""Sites views: every site by its state, and how long each took to be approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.words.vocabulary.programmes import SiteState

if TYPE_CHECKING:
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sites import Site

__all__ = ["ApprovalView", "SiteRow", "SitesView", "StateView", "of_programme", "states"]

_CLOSED: Final = frozenset({SiteState.REFUSED, SiteState.SUSPENDED, SiteState.RETIRED})


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site in the list: its page, its limit and threshold, and since when it stands so."""

    anchor: str
    link: Link
    limit: str
    threshold: str
    since: str
    waits: str
    reason: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StateView:
    """All sites in one state, of which there may be none."""

    anchor: str
    title: str
    number: str
    sites: tuple[SiteRow, ...]


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """How long sites took to be approved, each by itself; a long list has words to fold it."""

    sentence: str
    fold: str
    lines: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class SitesView:
    """Every site, state by state in the usual order."""

    sentence: str
    states: tuple[StateView, ...]
    approval: ApprovalView | None


def of_programme(record: ProgrammeInFull, told: ProgrammeTold) -> SitesView:
    """Return every site by its state, and the days from request to approval (R016)."""
    if not record.sites:
        return SitesView(sentences.site_states(told), (), None)
    page = routes.programme(record.id)
    many = told.median_days is not None
    return SitesView(
        sentence=sentences.site_states(told),
        states=states(record, told, page),
        approval=ApprovalView(
            sentence=sentences.approvals(told),
            fold=f"Each of the {wording.number(len(told.approved))} sites" if many else "",
            lines=tuple(
                (_link(record, one, page), sentences.approval(one)) for one in told.approved
            ),
        ),
    )


def states(record: ProgrammeInFull, told: ProgrammeTold, page: str) -> tuple[StateView, ...]:
    """Return every site by its state, in the usual order, as it is listed on ``page``."""
    return tuple(
        StateView(
            anchor=f"sites-{state.value.replace('_', '-')}",
            title=labels.SITE_STATES[state],
            number=wording.number(number),
            sites=tuple(
                _row(record, one, page) for one in record.sites.values() if one.state is state
            ),
        )
        for state, number in told.states.items()
    )


def _row(record: ProgrammeInFull, one: Site, page: str) -> SiteRow:
    return SiteRow(
        anchor=routes.anchor("site", one.id),
        link=_link(record, one, page),
        limit=f"{wording.number(one.speed_limit_mph)} mph",
        threshold=f"{wording.number(one.threshold_mph)} mph" if one.threshold_mph else "Not stated",
        since=wording.day(one.since),
        waits=sentences.waits(record, one),
        reason=parts.paragraphs(one.reason) if one.state in _CLOSED else (),
    )


def _link(record: ProgrammeInFull, one: Site, page: str) -> Link:
    return Link(one.name, routes.relative(routes.site(record.id, one.id), page))
