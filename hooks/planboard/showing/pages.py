"""Pages: which pages and files a site has, made from its records in one call."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from planboard.arithmetic import verdicts
from planboard.rules import check
from planboard.saying import routes, wording
from planboard.saying.views import about as about_views
from planboard.saying.views import site as site_views
from planboard.saying.views.writing import page as writing
from planboard.showing import expansion
from planboard.showing.page import forums as forum_page
from planboard.showing.page import glossary as glossary_page
from planboard.showing.page import issues as issue_page
from planboard.showing.page import keys as keys_page
from planboard.showing.page import owners as owner_pages
from planboard.showing.page import plan as plan_page
from planboard.showing.page import programme as programme_page
from planboard.showing.page import quality as quality_page
from planboard.showing.page import report as report_page
from planboard.showing.page import return_form as return_page
from planboard.showing.page.made import DataFile, DataPage, Made, newest, together
from planboard.showing.page.newsletter import Newsletters
from planboard.showing.placing.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from planboard.arithmetic.verdicts import Verdicts
    from planboard.rules.gaps.gap import Gap
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection
    from planboard.truth.model.register import Site
    from planboard.words.vocabulary.records import RecordKind

__all__ = ["Output", "of_site"]


@dataclass(frozen=True, slots=True)
class Output:
    """All that a site publishes beside its written pages.

    ``written`` are written pages that every site has, and ``inserts`` is HTML that follows the
    prose of one, both by the names of their files. ``places`` put data where pages ask for it, and
    ``newsletters`` make of some written pages what readers get.
    ``facts_of`` is the newest as-at day, the only date a build may carry. ``finish`` is what is
    left to do to the HTML of a written page: it spells out abbreviations where they first stand.
    """

    pages: tuple[DataPage, ...]
    files: tuple[DataFile, ...]
    written: Mapping[str, str]
    inserts: Mapping[str, str]
    places: Places = field(compare=False)
    newsletters: Newsletters = field(compare=False)
    facts_of: date | None
    plotly: str
    finish: Callable[[str], str] = field(compare=False)


def of_site(
    collection: Collection,
    fragments: Fragments,
    address: str = "",
    samples: Mapping[RecordKind, str] | None = None,
    newsletter: tuple[str, str] = ("", ""),
) -> Output:
    """Return everything that ``collection`` publishes.

    ``address`` is that of the site; paper shows it, and without one it shows none. ``samples`` are
    files of each kind with every field explained; without them there is no page on how to write.
    ``newsletter`` is the same of what stands above the text of a newsletter, and of the register of
    the site, which says from whom it comes.

    Raises:
        jinja2.TemplateError: when a fragment is broken or reads what its view has not.
    """
    site = collection.site
    told = verdicts.of_site(collection)
    gaps = {record.key: check.gaps_of(collection, record) for record in collection.records}
    facts_of = newest(collection.records)
    with_gaps = [(record, gaps[record.key]) for record in collection.records]
    records = together(_of_records(told, gaps, site, fragments, address))

    def finish(html: str) -> str:
        return expansion.expanded(html, collection.glossary, fragments)

    newsletters = Newsletters(told.newsletters, site, address, fragments, finish)
    made = together(
        (
            Made((_register(told, facts_of, fragments),)),
            records,
            owner_pages.of_owners(collection, told, fragments),
            quality_page.of_gaps(with_gaps, site, fragments),
            keys_page.of_keys(collection.records, records.files, fragments),
            newsletters.archive(),
        )
    )
    glossary = glossary_page.of_glossary(collection, fragments)
    pages = [replace(page, html=finish(page.html)) for page in made.pages]
    pages += glossary.pages  # it spells out every abbreviation itself
    look = f"{fragments.joined('styles')}\n{fragments.html('accent.css', site)}\n"
    assets = (
        DataFile(routes.STYLES, look.encode()),
        DataFile(routes.SCRIPT, fragments.joined("scripts").encode()),
    )
    guide = (
        fragments.markdown("how-to-write", writing.writing(told, samples, newsletter))
        if samples
        else ""
    )
    sizes = {one.address: len(one.content) for one in made.files}
    return Output(
        pages=tuple(pages),
        files=(*assets, *made.files, *glossary.files, *_samples(samples or {})),
        written={"how-to-write.md": guide} if samples else {},
        inserts={"about.md": fragments.html("about", about_views.about(site))},
        places=Places(collection, told, fragments, sizes, gaps),
        newsletters=newsletters,
        facts_of=facts_of,
        plotly=routes.PLOTLY if collection.records else "",
        finish=finish,
    )


def _of_records(
    told: Verdicts,
    gaps: Mapping[str, Sequence[Gap]],
    site: Site,
    fragments: Fragments,
    address: str,
) -> Iterator[Made]:
    """Yield the page of each record with the files beside it, kind by kind."""
    for plan, progress in told.plans:
        yield plan_page.of_plan(plan, progress, gaps[plan.key], site, fragments, address)
    for forums, found in told.forums:
        yield forum_page.of_forums(forums, found, gaps[forums.key], site, fragments, address)
    for log, answers in told.issues:
        yield issue_page.of_issues(log, answers, gaps[log.key], site, fragments)
    for report, measured in told.reports:
        yield report_page.of_report(report, measured, gaps[report.key], site, fragments)
    for one, done in told.programmes:
        yield programme_page.of_programme(one, done, gaps[one.key], site, fragments)
        yield return_page.of_programme(one, site, fragments)


def _samples(samples: Mapping[RecordKind, str]) -> Iterator[DataFile]:
    """Yield a commented file of each kind, for the page on how to write."""
    for kind, text in samples.items():
        yield DataFile(routes.beside(routes.WRITING, f"{kind}.yml"), text.encode())


def _register(told: Verdicts, facts_of: date | None, fragments: Fragments) -> DataPage:
    view = site_views.register(told, wording.REGISTER, routes.PLANS)
    html = fragments.html("register", view)
    return DataPage(
        address=routes.PLANS,
        title=view.title,
        description="Everything that is published on this site, each in one sentence.",
        html=html,
        search_html=html,
        anchors=("plans", *(one.anchor for one in view.kinds)),
        above=(),
        in_nav=True,
        facts_of=facts_of,
    )
