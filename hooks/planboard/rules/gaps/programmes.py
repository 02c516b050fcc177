"""Programmes: what a programme of volunteers leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.rules.gaps.gap import Gap
from planboard.truth.dates import in_words
from planboard.words.vocabulary.programmes import SiteState, VisitReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sites import Site

__all__ = ["of_programme"]

_ENDED: Final = frozenset({SiteState.REFUSED, SiteState.SUSPENDED, SiteState.RETIRED})
_IN_USE: Final = frozenset({SiteState.APPROVED, SiteState.SUSPENDED, SiteState.RETIRED})
"""Where a site is, or was, one at which vehicles are noted down."""


def of_programme(record: ProgrammeInFull) -> Iterator[Gap]:
    """Yield each gap of a programme in the order of its file."""
    programme = record.programme
    if programme.how_to_send is None:
        message = "The programme does not say how a team sends in its return."
        yield Gap("no-way-to-send", (), "", None, message)
    for index, team in enumerate(programme.teams):
        if team.deputies is None:
            message = "does not say whether it has a deputy."
            yield Gap("not-stated", ("teams", index), "team", team, message)
    for index, site in enumerate(programme.sites):
        for code, message in _of_site(site):
            yield Gap(code, ("sites", index), "site", site, message)
    yield from _visits(record)
    yield from _steps(record)
    for index, batch in enumerate(programme.batches):
        if not batch.hops:
            message = "does not say who passed its results to whom."
            yield Gap("no-trail", ("batches", index), "batch", batch, message)
    if not programme.guidance:
        message = "The programme does not say what volunteers should do if a driver is abusive."
        yield Gap("no-guidance", (), "", None, message)


def _of_site(site: Site) -> Iterator[tuple[str, str]]:
    if site.threshold_mph is None and site.state in _IN_USE:
        yield "no-threshold", "does not say from which speed a vehicle is noted down."
    if site.approved and site.requested is None:
        yield "no-request-day", "was approved, and the day on which it was requested is not stated."
    if site.reason is None and site.state in _ENDED:
        yield "no-reason", f"is {site.state}, and no reason is stated."


def _visits(record: ProgrammeInFull) -> Iterator[Gap]:
    """Yield a gap for each visit of the police without a reason, told of its site (R015)."""
    for index, visit in enumerate(record.programme.visits):
        if visit.reason is VisitReason.NOT_STATED:
            site = record.sites.get(visit.site)
            message = f"was visited on {in_words(visit.on)}, and no reason is stated."
            yield Gap("no-reason", ("visits", index), "site" if site else "", site, message)


def _steps(record: ProgrammeInFull) -> Iterator[Gap]:
    """Yield what is not known of the way from the threshold to a letter and an outcome (R188)."""
    programme = record.programme
    if programme.checked is None and record.sessions:
        message = (
            "The programme does not say how many vehicles were compared with the register, so it "
            "cannot be told how many of those over the threshold got a letter."
        )
        yield Gap("not-stated", (), "", None, message)
    for index, drop in enumerate(programme.drops):
        if drop.vehicles is None:
            message = f"The programme does not say of how many vehicles this is true: {drop.reason}"
            yield Gap("not-stated", ("drops", index), "", None, f"{message.rstrip('.')}.")
