"""Grid: each forum with what it named last time, what was done about it, and what it names now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.sentences import forums as sentences
from planboard.saying.views.parts import Link, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.arithmetic.priorities.meetings import Followed, ForumStanding, Meeting
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.forums import Forums

__all__ = ["BeforeView", "ForumView", "Grid", "of_forums"]

_NOTHING: Final = "Nothing reported"
_FEW: Final = 5
"""Up to how many forums a page needs no list of them."""
_NONE_NAMED: Final = "No priority named"


@dataclass(frozen=True, slots=True)
class BeforeView:
    """A priority of the meeting before, and what was done about it since."""

    priority: str
    done: str
    activity: str
    silent: bool


@dataclass(frozen=True, slots=True)
class ForumView:
    """One forum: who met and when, last time and what was done, and now.

    ``review`` is None unless its priorities are due for review. ``none`` stands in place of
    priorities, where there are none.
    """

    anchor: str
    name: str
    area: str
    lines: tuple[str, ...]
    review: Tag | None
    before_title: str
    before: tuple[BeforeView, ...]
    before_none: str
    current_title: str
    current: tuple[str, ...]
    current_none: str
    agreed: str
    concerns: tuple[str, ...]
    tensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Every forum; ``ways`` lead to each where they are many, ``none`` is why there is none."""

    sentence: str
    reported: str
    ways: tuple[Link, ...]
    forums: tuple[ForumView, ...]
    none: str


def of_forums(record: ForumsInFull, told: ForumsTold) -> Grid:
    """Return every forum of a record in the order of its file."""
    forums = record.forums
    if not told.meetings:
        published = "publishes totals only" if forums.tallies else "has no returns yet"
        return Grid(
            "", "", (), (), f"The record {published}: it does not say which forum named what."
        )
    return Grid(
        sentence=sentences.due_for_review(forums, told),
        reported=sentences.reported(told.reported),
        ways=_ways(told) if len(told.standings) > _FEW else (),
        forums=tuple(_forum(forums, one) for one in told.standings),
        none="",
    )


def _ways(told: ForumsTold) -> tuple[Link, ...]:
    """Return the ways to all forums from A to Z, for readers who look for their own."""
    by_name = sorted((one.forum for one in told.standings), key=lambda one: one.name.casefold())
    return tuple(Link(one.name, f"#{routes.anchor('forum', one.id)}") for one in by_name)


def _forum(forums: Forums, one: ForumStanding) -> ForumView:
    latest = one.latest.back if one.latest else None
    before = one.before.back if one.before else None
    return ForumView(
        anchor=routes.anchor("forum", one.forum.id),
        name=one.forum.name,
        area=one.area.name if one.area and one.area.name not in one.forum.name else "",
        lines=tuple(_lines(forums, one)),
        review=_review(one),
        before_title=f"On {wording.day(before.met_on)}" if before else "",
        before=tuple(_before(followed) for followed in one.followed),
        before_none="" if one.followed else _NONE_NAMED if before else "No earlier return",
        current_title=f"On {wording.day(latest.met_on)}" if latest else "",
        current=latest.priorities if latest else (),
        current_none="No return yet" if not latest else "" if latest.priorities else _NONE_NAMED,
        agreed=sentences.agreed(latest) if latest else "",
        concerns=latest.concerns if latest else (),
        tensions=tuple(said.text for said in latest.tensions if said.release) if latest else (),
    )


def _lines(forums: Forums, one: ForumStanding) -> Iterator[str]:
    """Yield what is quietly said of a forum and its newest meeting."""
    often, following = one.forum.meetings_per_year, one.forum.next_on
    often_said = f"{wording.counted(often, 'time')} a year" if often else ""
    next_said = f"next {wording.during(following)}" if following else ""
    if often or following:
        yield f"Meets {', '.join(filter(None, (often_said, next_said)))}"
    if one.latest is None:
        return
    back = one.latest.back
    came = sentences.attendance(back.attendance)
    if came:
        yield f"People there: {came}"
    if back.police:
        yield f"Police there: {back.police}"
    yield _returned(forums, one.latest)


def _returned(forums: Forums, one: Meeting) -> str:
    """Return how long a return took: ``came after 15 days, 1 day late`` (R061)."""
    if one.days_taken is None:
        return "The day the return came is not stated"
    came = f"Return came after {wording.counted(one.days_taken, 'day')}"
    if not one.days_late:
        return f"{came}, on time"
    late = wording.counted(one.days_late, "day")
    return f"{came}, {late} late (due within {wording.number(forums.return_within_days)})"


def _review(one: ForumStanding) -> Tag | None:
    """Return the mark of priorities that should be looked at again (R174)."""
    if not one.due_for_review or one.review_due is None:
        return None
    label = f"Due for review since {wording.day(one.review_due)}"
    return Tag("due-for-review", "amber", "▲", label)


def _before(one: Followed) -> BeforeView:
    if one.progress is None:
        return BeforeView(one.priority, _NOTHING, "", silent=True)
    activity = sentences.activity(one.progress)
    return BeforeView(one.priority, one.progress.text, activity, silent=False)
