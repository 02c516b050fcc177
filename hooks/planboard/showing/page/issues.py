"""Issues page: what people said and what was done, and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views.issues import log as log_views
from planboard.saying.views.issues import search as search_views
from planboard.showing.downloads import issues as downloads
from planboard.showing.page.made import DataPage, Made, sizes, with_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.answers import Answers
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.issues.log import LogView
    from planboard.showing.render import Fragments
    from planboard.truth.collection import IssuesInFull
    from planboard.truth.model.register import Site

__all__ = ["of_issues"]


def of_issues(
    record: IssuesInFull, told: Answers, gaps: Sequence[Gap], site: Site, fragments: Fragments
) -> Made:
    """Return the page of one issue log, and the files beside it."""
    files = downloads.files(record, told)
    view = log_views.of_log(record, told, gaps, site, sizes(files))
    page = DataPage(
        address=routes.issues(record.id),
        title=view.title,
        description=view.sentence,
        html=fragments.html("issues", view),
        search_html=fragments.html("search", search_views.of_log(view)),
        anchors=_anchors(view),
        above=((wording.REGISTER, routes.PLANS),),
        in_nav=False,
        facts_of=told.day,
    )
    return with_files(page, files)


def _anchors(view: LogView) -> tuple[str, ...]:
    """Return every place on the page that a link may point at."""
    charts = [one.anchor for one in (view.by_state, view.by_level) if one]
    states = ["states"] if view.meanings else []
    entries = [one.anchor for one in view.issues]
    return (
        "issues",
        "attention",
        *charts,
        *states,
        "log",
        *entries,
        "raise",
        "downloads",
        routes.NOTICES,
    )
