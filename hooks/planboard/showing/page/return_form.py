"""Return form page: the blank return of a programme, and the table to fill in beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views.programme import return_form as views
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.page.made import DataPage, Made, sizes, with_files

if TYPE_CHECKING:
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.register import Site

__all__ = ["of_programme"]


def of_programme(record: ProgrammeInFull, site: Site, fragments: Fragments) -> Made:
    """Return the page with the blank return of a programme, and the file beside it."""
    files = downloads.of_return()
    view = views.of_programme(record, site, sizes(files))
    page = DataPage(
        address=routes.return_form(record.id),
        title=view.title,
        description=view.sentence,
        html=fragments.html("return-form", view),
        search_html=fragments.html("search", views.search(view)),
        anchors=(*views.anchors(view), "downloads", routes.NOTICES),
        above=(
            (wording.REGISTER, routes.PLANS),
            (record.head.title, routes.programme(record.id)),
        ),
        in_nav=False,
        facts_of=record.head.as_at.last,
    )
    return with_files(page, files)
