"""Owner pages: the register of owners, a page for each, and the files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.arithmetic import mentions
from planboard.arithmetic.mentions import NamedOn
from planboard.saying import routes, wording
from planboard.saying.views import owners as views
from planboard.showing.downloads import owners as downloads
from planboard.showing.page.made import DataPage, Made, newest, sizes, together, with_files
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from planboard.arithmetic.mentions import Ties
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection
    from planboard.truth.model.register import Owner, Site

__all__ = ["of_owners"]


def of_owners(collection: Collection, told: Verdicts, fragments: Fragments) -> Made:
    """Return the register of owners and the page of each, with the files beside them."""
    others = (one for one in collection.records if one.kind is not RecordKind.PLAN)
    named = mentions.by_owner(told.plans, told.issues, others)
    taken = downloads.register(collection.owners, named)
    view = views.register(collection, named, sizes(taken))
    html = fragments.html("owners", view)
    page = DataPage(
        address=routes.OWNERS,
        title=view.title,
        description="Every owner on this site, and what each is named on.",
        html=html,
        search_html=html,
        anchors=("owners", "downloads", routes.NOTICES),
        above=(),
        in_nav=True,
        facts_of=newest(collection.records),
    )
    ties = mentions.ties(collection.owners)
    each = (
        _of_owner(one, ties[one.id], named.get(one.id, NamedOn()), collection.site, fragments)
        for one in collection.owners
    )
    return together((with_files(page, taken), *each))


def _of_owner(owner: Owner, ties: Ties, named: NamedOn, site: Site, fragments: Fragments) -> Made:
    address = routes.owner(owner.id)
    taken = downloads.of_owner(owner, named)
    view = views.of_owner(owner, ties, named, site, sizes(taken))
    page = DataPage(
        address=address,
        title=view.title,
        description=f"Everything that {owner.role} is named on, record by record.",
        html=fragments.html("owner", view),
        search_html=fragments.html("owner-search", view),
        anchors=(
            "owner",
            *(one.anchor for one in view.plans),
            *(one.anchor for one in view.records),
            "downloads",
            routes.NOTICES,
        ),
        above=((wording.OWNERS, routes.OWNERS),),
        in_nav=False,
        facts_of=newest(named.records),
    )
    return with_files(page, taken)
