"""Report page: one progress report and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views.report import page as views
from planboard.showing.downloads.report import files as downloads
from planboard.showing.page.made import DataPage, Made, sizes, with_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.measures import ReportTold
    from planboard.rules.gaps.gap import Gap
    from planboard.showing.render import Fragments
    from planboard.truth.collection import ReportInFull
    from planboard.truth.model.register import Site

__all__ = ["of_report"]


def of_report(
    record: ReportInFull, told: ReportTold, gaps: Sequence[Gap], site: Site, fragments: Fragments
) -> Made:
    """Return the page of one progress report, and the files beside it."""
    files = downloads.files(record, told)
    view = views.of_report(record, told, gaps, site, sizes(files))
    page = DataPage(
        address=routes.report(record.id),
        title=view.title,
        description=view.sentence,
        html=fragments.html("report", view),
        search_html=fragments.html("search", views.search(view)),
        anchors=views.anchors(view),
        above=((wording.REGISTER, routes.PLANS),),
        in_nav=False,
        facts_of=told.day,
    )
    return with_files(page, files)
