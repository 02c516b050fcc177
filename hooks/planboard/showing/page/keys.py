"""Keys page: what is in the files beside all other pages, and the schemas of what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views import data as views
from planboard.showing import schemas
from planboard.showing.downloads import glossary, owners, plan, quality
from planboard.showing.page.made import DataFile, DataPage, Made, newest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.showing.render import Fragments
    from planboard.truth.collection import PlanInFull

__all__ = ["of_keys"]


def of_keys(plans: Sequence[PlanInFull], fragments: Fragments) -> Made:
    """Return the page that leads to the files of ``plans`` and explains all, and the schemas."""
    published = schemas.published()
    documented = (
        plan.documented(),
        *owners.documented(),
        quality.documented(),
        glossary.documented(),
    )
    beside_plans = tuple(plan.documented().files)
    view = views.keys(
        ((record, beside_plans) for record in plans),
        (
            (
                one.page,
                {
                    name: [(key.name, key.meaning) for key in keys]
                    for name, keys in one.files.items()
                },
            )
            for one in documented
        ),
        published,
    )
    html = fragments.html("data-files", view)
    page = DataPage(
        address=routes.KEYS,
        title=view.title,
        description="How to read the files beside the pages, and what each of their columns says.",
        html=html,
        search_html=html,
        anchors=(
            "data-files",
            *(["plans"] if plans else []),
            *(section.anchor for section in view.sections),
            *(file.anchor for section in view.sections for file in section.files),
            "schemas",
        ),
        above=(),
        in_nav=True,
        facts_of=newest(plans),
    )
    files = (DataFile(routes.schema(name), content) for name, content in published.items())
    return Made((page,), tuple(files))
