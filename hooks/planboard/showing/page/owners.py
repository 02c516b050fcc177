"""Owner pages: the register of owners, a page for each, and the files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.arithmetic import mentions
from planboard.saying import routes, wording
from planboard.saying.views import owners as views
from planboard.showing.downloads import owners as downloads
from planboard.showing.page.made import DataPage, Made, newest, sizes, together, with_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.mentions import OwnerInPlan
    from planboard.arithmetic.progress import PlanProgress
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection, PlanInFull
    from planboard.truth.model.register import Owner

__all__ = ["of_owners"]


def of_owners(
    collection: Collection,
    told: Sequence[tuple[PlanInFull, PlanProgress]],
    fragments: Fragments,
) -> Made:
    """Return the register of owners and the page of each, with the files beside them."""
    named = mentions.by_owner(told)
    taken = downloads.register(collection.owners, named)
    view = views.register(collection, named, sizes(taken))
    html = fragments.html("owners", view)
    page = DataPage(
        address=routes.OWNERS,
        title=view.title,
        description="Every owner on this site, and how many actions name each.",
        html=html,
        search_html=html,
        anchors=("owners", "downloads", routes.NOTICES),
        above=(),
        in_nav=True,
        facts_of=newest(collection.plans),
    )
    each = (
        _of_owner(owner, collection, named.get(owner.id, ()), fragments)
        for owner in collection.owners
    )
    return together((with_files(page, taken), *each))


def _of_owner(
    owner: Owner, collection: Collection, named_in: Sequence[OwnerInPlan], fragments: Fragments
) -> Made:
    address = routes.owner(owner.id)
    taken = downloads.of_owner(owner, named_in)
    view = views.of_owner(owner, collection, named_in, sizes(taken))
    page = DataPage(
        address=address,
        title=view.title,
        description=f"Everything that {owner.role} is named on, soonest date first.",
        html=fragments.html("owner", view),
        search_html=fragments.html("owner-search", view),
        anchors=("owner", *(one.anchor for one in view.plans), "downloads", routes.NOTICES),
        above=((wording.OWNERS, routes.OWNERS),),
        in_nav=False,
        facts_of=newest(one.record for one in named_in),
    )
    return with_files(page, taken)
