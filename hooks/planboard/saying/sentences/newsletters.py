"""Newsletters: what is said of one issue of a newsletter, each time in one true sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, wording
from planboard.saying.sentences.programmes import of_planned
from planboard.truth.model.newsletter import LONGEST_SUMMARY
from planboard.words.vocabulary.programmes import FollowUp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.arithmetic.programmes.activity import Activity
    from planboard.arithmetic.programmes.period import Period
    from planboard.truth.in_full import NewsletterInFull
    from planboard.truth.model.newsletter import Newsletter
    from planboard.words.vocabulary.issues import Channel

__all__ = [
    "ARCHIVE",
    "ON_THE_WEB",
    "archive",
    "called",
    "channels",
    "in_brief",
    "in_short",
    "line",
    "numbered",
    "stood",
    "summary",
]


ARCHIVE: Final = "Newsletters"
"""What the list of all issues is called."""
ON_THE_WEB: Final = "Read this newsletter on the website"
_LETTERS: Final = {
    FollowUp.LETTER_1: ("first letter", "first letters"),
    FollowUp.LETTER_2: ("second letter", "second letters"),
    FollowUp.LETTER_3_OR_VISIT: ("third letter or visit", "third letters or visits"),
}
_EXAMPLE: Final = "Example data. "
_LINKED: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKS: Final = re.compile(
    r"\*\*|__|`|\[\[|\]\]|\]\(|^\s*(?:#{1,6}|[-*+>])\s|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)"
)
"""Signs of Markdown around words or before them."""


def numbered(newsletter: Newsletter) -> str:
    """Return which issue it is; an issue is also what people raise, so it is not called that."""
    return f"Newsletter {wording.number(newsletter.number)}"


def line(newsletter: Newsletter) -> tuple[str, ...]:
    """Return which issue it is, when it came out, of which months it is and for whom."""
    period = newsletter.period
    return (
        numbered(newsletter),
        wording.day(newsletter.date),
        *([wording.span(period)] if period else []),
        f"For {wording.lower(newsletter.audience)}",
    )


def called(newsletter: Newsletter) -> str:
    """Return what an issue is called where others lead to it: ``Newsletter 1, 18 July 2025``."""
    return f"{numbered(newsletter)}, {wording.day(newsletter.date)}"


def stood(record: NewsletterInFull) -> str:
    """Return as of which day lists are shown in an issue; nothing where that is plain."""
    on = record.newsletter.date
    if all(on >= one.head.as_at.last for one in record.records):
        return ""
    return (
        f"Lists and answers are shown as they stood on {wording.day(on)}, the day of this "
        "newsletter; what has no date is shown as the record has it now."
    )


def channels(ways: Iterable[Channel]) -> str:
    """Return by which ways readers get it; nothing where that is not said (R027)."""
    found = wording.and_list([labels.CHANNELS[one] for one in ways])
    return f"You get this newsletter {found}." if found else ""


def summary(told: NewsletterTold) -> str:
    """Return what an issue says in at most 280 letters: its own words, or its figures (R017).

    A message has no room for the key of a count that is kept back, so such a count is left out.
    What would make it too long is left out from its end, figure by figure. One about invented data
    says so first, if there is room.
    """
    said = in_brief(told)
    marked = f"{_EXAMPLE}{said}"
    is_example = any(one.head.example for one in told.record.records)
    return marked if is_example and len(marked) <= LONGEST_SUMMARY else said


def in_brief(told: NewsletterTold) -> str:
    """Return the same without the mark of an example, for a place that has one."""
    newsletter = told.record.newsletter
    if newsletter.summary:
        return newsletter.summary
    opening = _sentence(_without_marks(newsletter.title))
    shown = [one for one in _in_short(told.period) if wording.WITHHELD not in one]
    for many in range(len(shown), 0, -1):
        whole = f"{opening} {_during(told.period)}: {', '.join(shown[:many])}."
        if len(whole) <= LONGEST_SUMMARY:
            return whole
    return opening if len(opening) <= LONGEST_SUMMARY else _cut(opening, called(newsletter))


def _during(period: Period | None) -> str:
    if period is None:
        return ""
    return f"{wording.capital(wording.span(period.span))}{' so far' if period.goes_on else ''}"


def _without_marks(title: str) -> str:
    """Return a title without the signs of Markdown, which a message would show as they are."""
    words = _LINKED.sub(r"\1", title)
    while (fewer := _MARKS.sub("", words).strip()) != words:
        words = fewer
    return words


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _cut(words: str, otherwise: str) -> str:
    """Return as many whole words as a message takes; ``otherwise`` if it does not take one."""
    whole = words[: LONGEST_SUMMARY - 1].rpartition(" ")[0]
    return f"{whole} …" if whole else f"{otherwise}."


def in_short(period: Period, *, with_kept_back: bool = True) -> str:
    """Return the figures of some months in one breath, without a full stop (R186).

    ``7 of 10 planned sessions, 1,132 vehicles, 26 over the threshold (2.3%), 24 first letters, 2
    visits``. Letters of different kinds are not added up, as no such sum may be shown. Of a count
    that is kept back only the marker is shown, or nothing, and nothing of what did not happen.
    """
    found = _in_short(period)
    return ", ".join(one for one in found if with_kept_back or wording.WITHHELD not in one)


def _in_short(period: Period | None) -> Iterator[str]:
    if period is None:
        return
    done = period.done
    yield _sessions(done)
    if done.sessions:
        yield _counted(done.vehicles_passed, "vehicle")
    if done.vehicles_passed:
        share = wording.share(done.over_threshold, done.vehicles_passed)
        yield f"{wording.number(done.over_threshold)} over the threshold ({share})"
    for kind, (one, more) in _LETTERS.items():
        count = period.followed_up[kind]
        if count != 0:
            yield f"{wording.guarded(count)} {one if count == 1 else more}"
    if period.visits:
        yield wording.counted(len(period.visits), "visit")


def _sessions(done: Activity) -> str:
    """Return how many sessions were held, of how many that were planned, if any were."""
    if not done.planned:
        return _counted(done.sessions, "session")
    return of_planned(done, done.planned)


def _counted(how_many: int, thing: str) -> str:
    return wording.counted(how_many, thing) if how_many else f"no {thing}"


def archive(told: Sequence[NewsletterTold]) -> str:
    """Return how many issues there are, and when the newest came out."""
    newest = max(told, key=lambda one: one.record.newsletter.date).record.newsletter
    many = f"{wording.counted(len(told), 'issue')}, the newest of {wording.day(newest.date)}"
    return f"What volunteers and others were told, and when: {many}."
