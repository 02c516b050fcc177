"""Keys page: what is in the files beside all other pages, and the schemas of what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views import data as views
from planboard.showing import schemas
from planboard.showing.downloads import forums, glossary, issues, newsletters, owners, quality
from planboard.showing.downloads.plan import files as plan
from planboard.showing.downloads.programme import files as programme
from planboard.showing.downloads.report import files as report
from planboard.showing.page.made import DataFile, DataPage, Made, newest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from planboard.showing.render import Fragments
    from planboard.truth.in_full import RecordInFull

__all__ = ["of_keys"]


def of_keys(
    records: Sequence[RecordInFull], beside: Iterable[DataFile], fragments: Fragments
) -> Made:
    """Return the page that leads to the files of ``records`` and explains all, and the schemas.

    ``beside`` are the files of the site, those beside the pages of records among them.
    """
    published = schemas.published()
    documented = (
        plan.documented(),
        forums.documented(),
        issues.documented(),
        report.documented(),
        *programme.documented(),
        *owners.documented(),
        quality.documented(),
        glossary.documented(),
        newsletters.documented(),
    )
    names: dict[str, list[str]] = {}
    for file in beside:
        folder, _, name = file.address.rpartition("/")
        names.setdefault(f"{folder}/", []).append(name)
    view = views.keys(
        ((one, names.get(routes.record(one.kind, one.id), ())) for one in records),
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
        search_html=fragments.html("search", views.search(view)),
        anchors=(
            "data-files",
            *(["records"] if records else []),
            *(section.anchor for section in view.sections),
            *(file.anchor for section in view.sections for file in section.files),
            "schemas",
        ),
        above=(),
        in_nav=True,
        facts_of=newest(records),
    )
    files = (DataFile(routes.schema(name), content) for name, content in published.items())
    return Made((page,), tuple(files))
