"""Forums page: what forums named, what came of it, and the files beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.forums import page as views
from planboard.showing.downloads import forums as downloads
from planboard.showing.page.made import sizes
from planboard.showing.page.record import of_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.forums.page import ForumsView
    from planboard.showing.page.made import Made
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.register import Site

__all__ = ["of_forums"]


def of_forums(  # noqa: PLR0913, PLR0917 - one argument for each thing a page hangs on
    record: ForumsInFull,
    told: ForumsTold,
    gaps: Sequence[Gap],
    site: Site,
    fragments: Fragments,
    site_address: str = "",
) -> Made:
    """Return the page of one record of forums, and the files beside it.

    ``site_address`` is that of the site, for paper.
    """
    files = downloads.files(record, told)
    view = views.of_forums(record, told, gaps, site, sizes(files), site_address)
    return of_record(
        record,
        view,
        anchors=_anchors(view),
        searched=views.search(view),
        files=files,
        fragments=fragments,
    )


def _anchors(view: ForumsView) -> tuple[str, ...]:
    """Return the place of every section that a link may point at."""
    charts = (view.latest, view.chart, view.over_time, *view.votes)
    sections = {
        "changes": view.changes,
        "together": view.together,
        "votes": view.votes,
        "wanted": view.asked,
        "objectives": view.objectives,
        "contacts": view.contacts,
        "paragraphs": view.paragraphs,
    }
    return (
        "coverage",
        *(one.anchor for one in charts if one),
        *(name for name, shown in sections.items() if shown),
        "by-forum",
        *(one.anchor for one in view.grid.forums),
        "events",
        "good-news",
        *(one.anchor for one in (view.objectives.objectives if view.objectives else ())),
        *(anchor for anchor, _, _ in view.paragraphs),
        "timeliness",
        "form",
    )
