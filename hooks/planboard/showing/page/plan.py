"""Plan page: the dashboard of one plan and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views import plan as plan_views
from planboard.saying.views import search as search_views
from planboard.showing.downloads import plan as downloads
from planboard.showing.page.made import DataPage, Made, sizes, with_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.progress import PlanProgress
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.plan import PlanView
    from planboard.showing.render import Fragments
    from planboard.truth.collection import PlanInFull
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
    address = routes.plan(record.id)
    files = downloads.files(record, told)
    view = plan_views.of_plan(record, told, gaps, site, sizes(files), site_address)
    page = DataPage(
        address=address,
        title=view.title,
        description=view.sentence,
        html=fragments.html("plan", view),
        search_html=fragments.html("search", search_views.of_plan(view)),
        anchors=_anchors(view),
        above=((wording.REGISTER, routes.PLANS),),
        in_nav=False,
        facts_of=told.day,
    )
    return with_files(page, files)


def _anchors(view: PlanView) -> tuple[str, ...]:
    """Return every place on a plan's page that a link may point at."""
    entries = [
        anchor
        for group in view.groups
        for anchor in (group.anchor, *(one.anchor for one in group.actions))
        if anchor
    ]
    sections = ("plan", "attention", "coming", "scale", "actions")
    charts = [one.anchor for one in (view.by_group, view.due) if one]
    lists = [
        *(["planned"] if view.planned else []),
        *(["topics"] if view.topics else []),
        *(["waits", *(one.anchor for one in view.waits)] if view.waits else []),
    ]
    return (*sections, *charts, *lists, *entries, "downloads", routes.NOTICES)
