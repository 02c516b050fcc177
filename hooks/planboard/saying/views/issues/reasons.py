"""Reasons views: which issues of a log need a look, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import issues as sentences
from planboard.saying.views.issues import story
from planboard.saying.views.parts import Link
from planboard.saying.views.plan.attention import AttentionView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.answers import Answers, IssueStanding
    from planboard.truth.in_full import IssuesInFull

__all__ = ["LOG", "reasons"]

LOG = "log"
"""The place of all issues on their page."""
_MOST_TITLES = 7
"""Up to how many issues a reason gives their titles; more are numbers alone."""
_UNSETTLED = "Answered, and nothing says that it is settled"


def reasons(record: IssuesInFull, told: Answers) -> tuple[AttentionView, ...]:
    """Return every reason to look at a log, with links from its own page."""
    oldest = told.oldest_open
    days = oldest[0].days_open or 0 if oldest else 0
    found = (
        ("Meeting passed, with no decision recorded", "red", told.decisions_passed),
        ("Due date passed", "red", told.due_passed),
        ("Not answered", "amber", told.without_answer),
        ("Waiting to be told", "amber", told.waiting),
        ("Proposed for closure", "grey", told.proposed),
        (_UNSETTLED, "grey", told.answered_and_open),
        ("With a board", "grey", told.with_boards),
        ("Raised more than once", "grey", told.repeated),
        (f"Open longest, {wording.counted(days, 'day')}", "grey", oldest),
    )
    return tuple(
        AttentionView(
            title,
            wording.number(len(ones)),
            tone,
            *_links(record, told, ones, 1 if title == _UNSETTLED else _MOST_TITLES),
        )
        for title, tone, ones in found
        if ones
    )


def _links(
    record: IssuesInFull, told: Answers, found: Sequence[IssueStanding], most: int
) -> tuple[bool, tuple[Link, ...]]:
    """Return the links to the issues ``found``, and whether they are numbers alone.

    Up to ``most`` have their titles.
    """
    page = routes.issues(record.id)
    many = len(found) > most
    if many and len(found) == told.total:
        return False, (Link(f"All {sentences.entries(told)}", f"#{LOG}"),)
    if many:
        numbers = (
            Link(one.issue.known_as, story.address(record, one.issue, page)) for one in found
        )
        return True, tuple(numbers)
    return False, tuple(story.full_link(record, one.issue, page) for one in found)
