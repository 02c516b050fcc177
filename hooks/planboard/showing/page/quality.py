"""Quality page: what the records leave out, in public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import routes
from planboard.saying.views import quality as views
from planboard.showing.downloads import quality as downloads
from planboard.showing.page.made import DataPage, Made, newest, sizes, with_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.rules.gaps.gap import Gap
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import RecordInFull
    from planboard.truth.model.register import Site

__all__ = ["of_gaps"]

_DESCRIPTION: Final = "What the published documents leave out, record by record."


def of_gaps(
    records: Sequence[tuple[RecordInFull, Sequence[Gap]]], site: Site, fragments: Fragments
) -> Made:
    """Return the page on the quality of the records, and the files beside it."""
    taken = downloads.files(records)
    view = views.quality(records, site, sizes(taken))
    html = fragments.html("record-quality", view)
    page = DataPage(
        address=routes.QUALITY,
        title=view.title,
        description=_DESCRIPTION,
        html=html,
        search_html=fragments.html("search", views.search(view, _DESCRIPTION)),
        anchors=(
            "record-quality",
            *(one.anchor for one in view.records),
            "kinds",
            *(one.anchor for one in view.kinds),
            "downloads",
            routes.NOTICES,
        ),
        above=(),
        in_nav=False,
        facts_of=newest(record for record, _ in records),
    )
    return with_files(page, taken)
