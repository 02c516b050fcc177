"""Plan page: the dashboard of one plan and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.plan import page as plan_views
from planboard.saying.views.plan import search as search_views
from planboard.showing.downloads.plan import files as downloads
from planboard.showing.page.made import sizes
from planboard.showing.page.record import of_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.progress import PlanProgress
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.plan.page import PlanView
    from planboard.showing.page.made import Made
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import PlanInFull
    from planboard.truth.model.register import Site

__all__ = ["of_plan"]


def of_plan(  # noqa: PLR0913, PLR0917 - one argument for each thing a page hangs on
    record: PlanInFull,
    told: PlanProgress,
    gaps: Sequence[Gap],
    site: Site,
    fragments: Fragments,
    site_address: str = "",
) -> Made:
    """Return the page of one plan, and the files beside it.

    ``site_address`` is that of the site, for paper.
    """
    files = downloads.files(record, told)
    view = plan_views.of_plan(record, told, gaps, site, sizes(files), site_address)
    return of_record(
        record,
        view,
        anchors=_anchors(view),
        searched=search_views.of_plan(view),
        files=files,
        fragments=fragments,
    )


def _anchors(view: PlanView) -> tuple[str, ...]:
    """Return the place of every section that a link may point at."""
    entries = [
        anchor
        for group in view.groups
        for anchor in (group.anchor, *(one.anchor for one in group.actions))
        if anchor
    ]
    sections = ("attention", "coming", "scale", "actions")
    charts = [one.anchor for one in (view.by_group, view.due) if one]
    lists = [
        *(["planned"] if view.planned else []),
        *(["topics"] if view.topics else []),
        *(["waits", *(one.anchor for one in view.waits)] if view.waits else []),
    ]
    return (*sections, *charts, *lists, *entries)
