"""Programme pages: one programme of volunteers, each of its sites, and the files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views.programme import page as views
from planboard.saying.views.programme import site as site_views
from planboard.showing.downloads.programme import files as downloads
from planboard.showing.page.made import Made, sizes, together
from planboard.showing.page.record import below_record, of_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.rules.gaps.gap import Gap
    from planboard.showing.render import Fragments
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.register import Site

__all__ = ["of_programme"]


def of_programme(
    record: ProgrammeInFull,
    told: ProgrammeTold,
    gaps: Sequence[Gap],
    site: Site,
    fragments: Fragments,
) -> Made:
    """Return the page of one programme, the page of each of its sites, and the files beside."""
    files = downloads.files(record, told)
    view = views.of_programme(record, told, gaps, site, sizes(files))
    whole = of_record(
        record,
        view,
        anchors=views.anchors(view),
        searched=views.search(view),
        files=files,
        fragments=fragments,
    )
    return together((whole, *_of_sites(record, told, gaps, site, fragments)))


def _of_sites(
    record: ProgrammeInFull,
    told: ProgrammeTold,
    gaps: Sequence[Gap],
    site: Site,
    fragments: Fragments,
) -> Iterator[Made]:
    """Yield the page of each site, though nobody has stood there yet."""
    for place in record.sites.values():
        files = downloads.of_site(record, told, place.id)
        view = site_views.of_site(record, told, place, gaps, site, sizes(files))
        yield below_record(
            record,
            view,
            address=routes.site(record.id, place.id),
            html=fragments.html("volunteer-site", view),
            anchors=site_views.anchors(view),
            searched=site_views.search(view),
            files=files,
            fragments=fragments,
        )
