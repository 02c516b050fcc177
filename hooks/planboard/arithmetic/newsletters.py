"""Newsletters: the only room that knows what is new since an issue, and what comes after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic.programmes.period import of_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.arithmetic.programmes.period import Period
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import NewsletterInFull

__all__ = ["NewsletterTold", "of_newsletters"]


@dataclass(frozen=True, slots=True)
class NewsletterTold:
    """What is worked out for one issue of a newsletter.

    ``after`` is the issue after it about the same; None where it is the newest. ``period`` is what
    is known of the months that it is about; None where it is about none.
    """

    record: NewsletterInFull
    after: NewsletterInFull | None
    period: Period | None


def of_newsletters(
    newsletters: Iterable[NewsletterInFull], programmes: Mapping[str, ProgrammeTold]
) -> tuple[NewsletterTold, ...]:
    """Return the verdicts on every issue, in the order given; ``programmes`` are by their ids."""
    every = tuple(newsletters)
    after = {one.before.id: one for one in every if one.before}
    return tuple(
        NewsletterTold(record=one, after=after.get(one.id), period=_period(one, programmes))
        for one in every
    )


def _period(one: NewsletterInFull, programmes: Mapping[str, ProgrammeTold]) -> Period | None:
    if one.programme is None or one.newsletter.period is None:
        return None
    return of_period(one.programme, programmes[one.programme.id], one.newsletter.period)
