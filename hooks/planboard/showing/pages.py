"""Pages: which pages and files a site has, made from its records in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic import progress
from planboard.saying import routes, wording
from planboard.saying.views import data as data_views
from planboard.saying.views import site as site_views
from planboard.showing.downloads import plan as plan_downloads
from planboard.showing.page import plan as plan_page
from planboard.showing.page.made import DataFile, DataPage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planboard.arithmetic.progress import PlanProgress
    from planboard.saying.views.data import KeysView
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection, PlanInFull

__all__ = ["Output", "of_site"]


@dataclass(frozen=True, slots=True)
class Output:
    """All that a site publishes beside its written pages.

    ``inserts`` is HTML that follows the prose of a written page, by the name of its file.
    ``facts_of`` is the newest as-at day, the only date a build may carry.
    """

    pages: tuple[DataPage, ...]
    files: tuple[DataFile, ...]
    inserts: Mapping[str, str]
    facts_of: date | None


def of_site(collection: Collection, fragments: Fragments) -> Output:
    """Return everything that ``collection`` publishes.

    Raises:
        jinja2.TemplateError: when a fragment is broken or reads what its view has not.
    """
    site = collection.site
    months, stale = int(site.near_months), int(site.stale_after_days)
    told = [(record, progress.of_plan(record, months, stale)) for record in collection.plans]
    newest = max((verdicts.day for _, verdicts in told), default=None)
    pages: list[DataPage] = []
    files = [DataFile("assets/accent.css", fragments.html("accent.css", site).encode())]
    for record, verdicts in told:
        page, beside = plan_page.of_plan(record, verdicts, site, fragments)
        pages.append(page)
        files += beside
    home = site_views.register(told, site.title, routes.HOME)
    return Output(
        pages=(*pages, _register(told, newest, fragments)),
        files=tuple(files),
        inserts={
            "index.md": fragments.html("home", home),
            "data-files.md": fragments.html("data-files", _keys()),
        },
        facts_of=newest,
    )


def _register(
    told: Iterable[tuple[PlanInFull, PlanProgress]], newest: date | None, fragments: Fragments
) -> DataPage:
    view = site_views.register(told, wording.PLANS, routes.PLANS)
    html = fragments.html("plans", view)
    return DataPage(
        address=routes.PLANS,
        title=view.title,
        description="Every plan on this site, each in one sentence.",
        html=html,
        search_html=html,
        anchors=("plans",),
        above=(),
        in_nav=True,
        facts_of=newest,
    )


def _keys() -> KeysView:
    return data_views.keys(
        (
            kind.page,
            {name: [(key.name, key.meaning) for key in keys] for name, keys in kind.files.items()},
        )
        for kind in (plan_downloads.documented(),)
    )
