"""Told: everything that is worked out from one programme, in one call."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.programmes import activity, follow_up
from planboard.words.vocabulary.programmes import SiteState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from planboard.arithmetic.programmes.activity import Activities
    from planboard.arithmetic.programmes.follow_up import FollowedUp
    from planboard.truth.in_full import NewsletterInFull, ProgrammeInFull
    from planboard.truth.model.programme.returned import Batch
    from planboard.truth.model.programme.sites import Site

__all__ = ["ProgrammeTold", "Returned", "of_programme"]

_ENOUGH: Final = 10
"""From how many sites on there is a middle worth telling."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Whether results came back to the volunteers (R005); newest first.

    Those that ``waiting`` holds are sorted by how long they wait, the longest first.
    ``waiting_since`` is the day from which the batch that waits longest has waited.
    """

    returned: tuple[Batch, ...]
    waiting: tuple[Batch, ...]
    waiting_since: date | None

    @property
    def total(self) -> int:
        """How many batches there are."""
        return len(self.returned) + len(self.waiting)


@dataclass(frozen=True, slots=True)
class ProgrammeTold:
    """All verdicts on one programme.

    ``states`` has every state of a site. ``approved`` are the sites that came to be approved and
    state both days, by name (R016). Of the teams that say so, ``without_deputy`` have no deputy,
    of ``deputies_known`` in all (R013); ``volunteers`` is None where no team states its members.
    ``newsletters`` are those that report on it, newest first.
    """

    done: Activities
    followed_up: FollowedUp
    back: Returned
    states: Mapping[SiteState, int]
    approved: tuple[Site, ...]
    without_deputy: int
    deputies_known: int
    volunteers: int | None
    newsletters: tuple[NewsletterInFull, ...] = ()

    @property
    def median_days(self) -> Decimal | None:
        """The days from request to approval in the middle; None for too few sites (R016)."""
        days = [one.days_to_approval for one in self.approved if one.days_to_approval is not None]
        return median(map(Decimal, days)) if len(days) >= _ENOUGH else None


def of_programme(
    record: ProgrammeInFull, newsletters: Sequence[NewsletterInFull] = ()
) -> ProgrammeTold:
    """Return all verdicts on a programme, judged at the end of its as-at day or month.

    ``newsletters`` report on it.
    """
    done = activity.of_programme(record)
    states = Counter(one.state for one in record.sites.values())
    known = [one.deputies for one in record.teams.values() if one.deputies is not None]
    members = [
        number
        for one in record.teams.values()
        for number in (one.leaders, one.deputies, one.members)
        if number is not None
    ]
    return ProgrammeTold(
        done=done,
        followed_up=follow_up.of_programme(record, done),
        back=_returned(record),
        states={one: states[one] for one in SiteState},
        approved=tuple(one for one in record.sites.values() if one.days_to_approval is not None),
        without_deputy=known.count(0),
        deputies_known=len(known),
        volunteers=sum(members) if members else None,
        newsletters=tuple(newsletters),
    )


def _returned(record: ProgrammeInFull) -> Returned:
    batches = sorted(record.programme.batches, key=lambda one: (one.last_day, one.id), reverse=True)
    waiting = sorted(
        (one for one in batches if one.told_on is None), key=lambda one: (one.last_day, one.id)
    )
    return Returned(
        returned=tuple(one for one in batches if one.told_on is not None),
        waiting=tuple(waiting),
        waiting_since=waiting[0].waiting_since if waiting else None,
    )
