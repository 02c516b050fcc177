"""Glossary page: every abbreviation of the site, and the files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules import abbreviations
from planboard.saying import routes
from planboard.saying.views import glossary as views
from planboard.showing.downloads import glossary as downloads
from planboard.showing.page.made import DataPage, Made, newest, sizes, with_files

if TYPE_CHECKING:
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection

__all__ = ["of_glossary"]


def of_glossary(collection: Collection, fragments: Fragments) -> Made:
    """Return the page of the glossary, and the files beside it."""
    listed = abbreviations.of_site(collection)
    taken = downloads.files(listed)
    view = views.glossary(collection, listed, sizes(taken))
    html = fragments.html("glossary", view)
    page = DataPage(
        address=routes.GLOSSARY,
        title=view.title,
        description="Every abbreviation in the records on this site, and what it stands for.",
        html=html,
        search_html=html,
        anchors=(
            "glossary",
            *(one.anchor for one in view.terms),
            *(one.anchor for one in view.unknown),
            "not-spelt-out",
            "downloads",
            routes.NOTICES,
        ),
        above=(),
        in_nav=False,
        facts_of=newest(collection.records),
    )
    return with_files(page, taken)
