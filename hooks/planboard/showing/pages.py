"""Pages: which pages and files a site has, made from its records in one call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.arithmetic import progress
from planboard.saying import routes
from planboard.saying.views import data as data_views
from planboard.saying.views import plan as plan_views
from planboard.saying.views import site as site_views
from planboard.showing import downloads

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planboard.arithmetic.progress import PlanProgress
    from planboard.saying.views.data import KeysView
    from planboard.saying.views.plan import PlanView
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection, PlanInFull
    from planboard.truth.model.register import Site

__all__ = ["DataFile", "DataPage", "Output", "of_site"]

_KEYS_PAGE: Final = "data-files/"
_REGISTER_TITLE: Final = "Plans"


@dataclass(frozen=True, slots=True)
class DataPage:
    """A page made from records: whole HTML for the reader, short HTML for search.

    ``anchors`` are the places on it that links may point at; ``above`` are the title and address
    of each page on the way down to it, the home page left out.
    """

    address: str
    title: str
    description: str
    html: str
    search_html: str
    anchors: tuple[str, ...]
    above: tuple[tuple[str, str], ...]
    in_nav: bool
    facts_of: date | None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for readers to take away."""

    address: str
    content: bytes


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
        page, beside = _plan(record, verdicts, site, fragments)
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


def _plan(
    record: PlanInFull, told: PlanProgress, site: Site, fragments: Fragments
) -> tuple[DataPage, list[DataFile]]:
    address = routes.plan(record.id)
    taken = downloads.plan_files(record, told)
    sizes = {name: len(content) for name, content in taken.items()}
    view = plan_views.of_plan(record, told, site, sizes, _KEYS_PAGE)
    page = DataPage(
        address=address,
        title=view.title,
        description=view.sentence,
        html=fragments.html("plan", view),
        search_html=fragments.html("search", plan_views.search(view)),
        anchors=_anchors(view),
        above=((_REGISTER_TITLE, routes.PLANS),),
        in_nav=False,
        facts_of=told.day,
    )
    files = [DataFile(routes.beside(address, name), content) for name, content in taken.items()]
    return page, files


def _register(
    told: Iterable[tuple[PlanInFull, PlanProgress]], newest: date | None, fragments: Fragments
) -> DataPage:
    view = site_views.register(told, _REGISTER_TITLE, routes.PLANS)
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
    files = {f"{name}.csv": keys for name, keys in downloads.PLAN_TABLES.items()}
    files["data.json"] = downloads.PLAN_JSON
    return data_views.keys(
        {name: [(key.name, key.meaning) for key in keys] for name, keys in files.items()}
    )


def _anchors(view: PlanView) -> tuple[str, ...]:
    """Return every place on a plan's page that a link may point at."""
    entries = [
        anchor
        for group in view.groups
        for anchor in (group.anchor, *(one.anchor for one in group.actions))
        if anchor
    ]
    sections = ("plan", "attention", "coming", "by-group", "scale", "actions")
    return (*sections, *entries, "downloads", "notices")
