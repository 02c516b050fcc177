"""Return form page: the blank return of a programme, and the table to fill in beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views.programme import return_form as views
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.page.made import sizes
from planboard.showing.page.record import below_record

if TYPE_CHECKING:
    from planboard.showing.page.made import Made
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.register import Site

__all__ = ["of_programme"]


def of_programme(record: ProgrammeInFull, site: Site, fragments: Fragments) -> Made:
    """Return the page with the blank return of a programme, and the file beside it."""
    files = downloads.of_return()
    view = views.of_programme(record, site, sizes(files))
    return below_record(
        record,
        view,
        address=routes.return_form(record.id),
        html=fragments.html("return-form", view),
        anchors=views.anchors(view),
        searched=views.search(view),
        files=files,
        fragments=fragments,
    )
