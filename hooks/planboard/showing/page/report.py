"""Report page: one progress report and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.report import page as views
from planboard.showing.downloads.report import files as downloads
from planboard.showing.page.made import sizes
from planboard.showing.page.record import of_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.measures import ReportTold
    from planboard.rules.gaps.gap import Gap
    from planboard.showing.page.made import Made
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.register import Site

__all__ = ["of_report"]


def of_report(
    record: ReportInFull, told: ReportTold, gaps: Sequence[Gap], site: Site, fragments: Fragments
) -> Made:
    """Return the page of one progress report, and the files beside it."""
    files = downloads.files(record, told)
    view = views.of_report(record, told, gaps, site, sizes(files))
    return of_record(
        record,
        view,
        anchors=views.anchors(view),
        searched=views.search(view),
        files=files,
        fragments=fragments,
    )
