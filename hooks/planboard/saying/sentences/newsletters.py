"""Newsletters: what is said of one issue of a newsletter, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels, wording
from planboard.truth.model.newsletter import LONGEST_SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.arithmetic.programmes.period import Period
    from planboard.truth.model.newsletter import Newsletter
    from planboard.words.vocabulary.issues import Channel

__all__ = ["ARCHIVE", "ON_THE_WEB", "archive", "called", "channels", "in_short", "line", "summary"]


ARCHIVE: Final = "Newsletters"
"""What the list of all issues is called."""
ON_THE_WEB: Final = "Read this newsletter on the website"


def line(newsletter: Newsletter) -> tuple[str, ...]:
    """Return which issue it is, when it came out, of which months it is and for whom."""
    period = newsletter.period
    return (
        f"Issue {wording.number(newsletter.number)}",
        wording.day(newsletter.date),
        *([wording.span(period)] if period else []),
        f"For {wording.lower(newsletter.audience)}",
    )


def called(newsletter: Newsletter) -> str:
    """Return what an issue is called where others lead to it: ``Issue 1, 18 July 2025``."""
    return f"Issue {wording.number(newsletter.number)}, {wording.day(newsletter.date)}"


def channels(ways: Iterable[Channel]) -> str:
    """Return by which ways readers get it; nothing where that is not said (R027)."""
    found = wording.and_list([labels.CHANNELS[one] for one in ways])
    return f"You get this newsletter {found}." if found else ""


def summary(told: NewsletterTold) -> str:
    """Return what an issue says in at most 280 letters: its own words, or its figures (R017)."""
    newsletter = told.record.newsletter
    if newsletter.summary:
        return newsletter.summary
    opening = newsletter.title
    figures = in_short(told.period) if told.period else ""
    whole = f"{opening}. {wording.capital(figures)}." if figures else f"{opening}."
    return whole if len(whole) <= LONGEST_SUMMARY else opening[:LONGEST_SUMMARY]


def in_short(period: Period) -> str:
    """Return the figures of some months in one breath, without a full stop (R186).

    ``7 of 10 planned sessions, 1,132 vehicles, 26 over the threshold (2.3%), 24 letters, 2
    visits``.
    """
    return wording.and_list(list(_in_short(period)))


def _in_short(period: Period) -> Iterator[str]:
    yield wording.counted(period.done.sessions, "session")


def archive(told: Sequence[NewsletterTold]) -> str:
    """Return how many issues there are, and when the newest came out."""
    newest = max(told, key=lambda one: one.record.newsletter.date).record.newsletter
    many = f"{wording.counted(len(told), 'issue')}, the newest of {wording.day(newest.date)}"
    return f"What volunteers and others were told, and when: {many}."
