"""Issues page: what people said and what was done, and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.issues import log as log_views
from planboard.saying.views.issues import search as search_views
from planboard.showing.downloads import issues as downloads
from planboard.showing.page.made import sizes
from planboard.showing.page.record import of_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.answers import Answers
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.issues.log import LogView
    from planboard.showing.page.made import Made
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.register import Site

__all__ = ["of_issues"]


def of_issues(
    record: IssuesInFull, told: Answers, gaps: Sequence[Gap], site: Site, fragments: Fragments
) -> Made:
    """Return the page of one issue log, and the files beside it."""
    files = downloads.files(record, told)
    view = log_views.of_log(record, told, gaps, site, sizes(files))
    return of_record(
        record,
        view,
        anchors=_anchors(view),
        searched=search_views.of_log(view),
        files=files,
        fragments=fragments,
    )


def _anchors(view: LogView) -> tuple[str, ...]:
    """Return the place of every section that a link may point at."""
    charts = [one.anchor for one in (view.by_state, view.by_level) if one]
    states = ["states"] if view.meanings else []
    entries = [one.anchor for one in view.issues]
    return ("attention", *charts, *states, "log", *entries, "raise")
