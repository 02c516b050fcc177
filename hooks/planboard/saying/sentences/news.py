"""News: what is said of what is new since an issue of a newsletter, and of what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying.wording import and_list, capital, day, days, during, number
from planboard.words.vocabulary.newsletters import Change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planboard.arithmetic.newsletters import News, NewsletterTold
    from planboard.truth.dates import Span

__all__ = [
    "AHEAD",
    "NO_DAY",
    "TELLING",
    "changes",
    "none_ahead",
    "nothing",
    "opening",
    "stood",
    "title",
    "undated",
]

AHEAD: Final = "What comes next"
NO_DAY: Final = "No day stated"
TELLING: Final = "People are to be told"
_CHANGES: Final = {
    Change.RAISED: "raised",
    Change.ANSWERED: "answered",
    Change.HEARD: "last heard at its board",
    Change.CLOSED: "closed",
    Change.TOLD: "people were told",
}


def title(told: NewsletterTold) -> str:
    """Return from when to when things are new: ``New since newsletter 1 of 18 July …``.

    The days are not those of the period of which the figures are.
    """
    before, period, until = told.record.before, told.record.newsletter.period, told.news.until
    if before:
        issue = f"newsletter {number(before.newsletter.number)} of {day(before.newsletter.date)}"
        return f"New since {issue}, up to {day(until)}"
    return f"New from {days(period.first, until)}" if period else f"New up to {day(until)}"


def opening(told: NewsletterTold) -> str:
    """Return that it is the first issue, if it is, and what is new in that."""
    if told.record.before:
        return ""
    if told.record.newsletter.period:
        return "This is the first newsletter. It begins with the first day of its period."
    everything = ", so everything that has a date is new" if told.news.is_any else ""
    return f"This is the first newsletter{everything}."


def nothing(news: News) -> str:
    """Return that nothing is new."""
    since = f"after {day(news.after)} and " if news.after else ""
    return f"Nothing that is dated {since}up to {day(news.until)} is recorded."


def undated(how_many: int) -> str:
    """Return how many entries of the log may be new and do not say when."""
    if not how_many:
        return ""
    entries = "1 entry" if how_many == 1 else f"{number(how_many)} entries"
    return (
        f"{entries} of the log {'has' if how_many == 1 else 'have'} no date, or not for "
        f"everything, so we cannot tell whether {'it is' if how_many == 1 else 'they are'} new."
    )


def changes(found: Sequence[tuple[Change, Span]]) -> str:
    """Return what happened to an issue and when: ``Raised in May 2024; closed on 3 May 2025``."""
    days: dict[Change, list[str]] = {}
    for change, on in reversed(found):  # as it went
        when = during(on)
        if when not in days.setdefault(change, []):
            days[change].append(when)
    said = "; ".join(f"{_CHANGES[change]} {and_list(when)}" for change, when in days.items())
    return capital(said)


def none_ahead(after: date) -> str:
    """Return that no meeting is known to come."""
    return f"No meeting after {day(after)} is published."


def stood(on: date) -> str:
    """Return that a record is shown as it was on a day, behind the day of its facts."""
    return f"; this is how it stood on {day(on)}"
