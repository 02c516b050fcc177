"""Places: the data of all records of a site, and written pages that ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from planboard.rules.shortcodes import lookup
from planboard.saying import routes
from planboard.saying.views import parts
from planboard.saying.views import site as site_views
from planboard.saying.views.forums import charts as forum_charts
from planboard.saying.views.placements import (
    blocks,
    issues,
    newsletters,
    plans,
    programmes,
    reports,
)
from planboard.saying.views.placements.blocks import Spot
from planboard.saying.views.plan import charts, scale
from planboard.saying.views.report import benefits, measures, voices
from planboard.showing.placing import stood
from planboard.showing.placing.marks import MARK, MARKS, Walk, named_apart, names_in
from planboard.words.vocabulary.shortcodes import Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.arithmetic.measures import ReportTold
    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.arithmetic.progress import PlanProgress
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.rules.gaps.gap import Gap
    from planboard.rules.shortcodes.forms import Placement
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection
    from planboard.truth.in_full import PlanInFull, RecordInFull, ReportInFull

__all__ = ["Places", "WrittenPage"]


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A written page in which marks stand for data until its Markdown is HTML."""

    markdown: str
    placements: tuple[Placement, ...]
    address: str
    places: Places

    @property
    def records(self) -> tuple[RecordInFull, ...]:
        """Every record of which it shows data, each time that it does."""
        return tuple(one for placed in self.placements for one in self.places.shown(placed))

    def finished(self, html: str) -> str:
        """Return ``html``, made of ``markdown``, with the data in place of each mark.

        Where an invented record is shown the page says so first.

        Raises:
            jinja2.TemplateError: when a fragment is broken or reads what its view has not.
        """
        return f"{self.places.example(self.records)}{self.body(html)}"

    def body(self, html: str) -> str:
        """Return the same without a word on invented records.

        A mark inside code becomes what was written there.

        Raises:
            jinja2.TemplateError: when a fragment is broken or reads what its view has not.
        """
        if not self.placements:
            return html
        pieces, at = [], 0
        taken = set(names_in(html))
        for found in Walk(html).found:
            placed = self.placements[found.index]
            made = self.places.html(placed, Spot(self.address, found.level))
            pieces += [html[at : found.start], named_apart(made, taken)]
            at = found.end
        return self._without_marks("".join((*pieces, html[at:])))

    def searched(self, html: str) -> str:
        """Return ``html`` as search is to read it: its own words, and no data of other pages."""
        return MARKS.sub("", html)

    def _without_marks(self, html: str) -> str:
        return MARKS.sub(lambda mark: escape(self.placements[int(mark[1])].source), html)


class Places:
    """Everything that pages may place, of all records of a site."""

    def __init__(
        self,
        collection: Collection,
        told: Verdicts,
        fragments: Fragments,
        sizes: Mapping[str, int],
        gaps: Mapping[str, Sequence[Gap]],
    ) -> None:
        """``sizes`` are how many bytes the files of the site have, by their addresses.

        ``gaps`` are what each record leaves out, by its key.
        """
        self._collection = collection
        self._told = told
        self._plans = {record.id: (record, found) for record, found in told.plans}
        self._forums = {record.id: (record, found) for record, found in told.forums}
        self._issues = {record.id: (record, found) for record, found in told.issues}
        self._reports = {record.id: (record, found) for record, found in told.reports}
        self._programmes = {record.id: (record, done) for record, done in told.programmes}
        self._fragments = fragments
        self._sizes = sizes
        self._gaps = gaps

    def written(self, markdown: str, file: str, address: str) -> WrittenPage:
        """Return the page at ``address`` with a mark for each piece of data.

        A figure is written into the text at once, so that headings and titles may have one. What
        cannot be placed has its complaint from the check, and stays as it stands.
        """
        ahead = "\n"  # so that a line across the top is not taken for front matter
        placements, _ = lookup.read(f"{ahead}{markdown}", file, self._collection)
        pieces, at = [], 0
        for index, placed in enumerate(placements):
            start, end = placed.start - len(ahead), placed.end - len(ahead)
            stands_for = (
                self.html(placed, Spot(address))
                if placed.shortcode is Shortcode.COUNT
                else MARK.format(index)
            )
            pieces += [markdown[at:start], stands_for]
            at = end
        return WrittenPage("".join((*pieces, markdown[at:])), placements, address, self)

    def example(self, shown: Iterable[RecordInFull]) -> str:
        """Return what a page says first that shows an invented record; else nothing."""
        words = parts.example(record.head for record in shown)
        return self._fragments.html("placed-example", words) if words else ""

    def shown(self, placed: Placement) -> Sequence[RecordInFull]:
        """Return the record that is named, or all of its kind."""
        every = self._collection.records
        return (
            [placed.record] if placed.record else [one for one in every if one.kind is placed.kind]
        )

    def html(self, placed: Placement, spot: Spot) -> str:
        """Return one piece of data as HTML for a spot on a page."""
        ways = {
            Shortcode.PLANS: self._records,
            Shortcode.COUNT: self._count,
            Shortcode.STATUS_BAR: self._bar,
            Shortcode.STATUS_TABLE: self._table,
            Shortcode.LEGEND: self._scale,
            Shortcode.CHART: self._chart,
            Shortcode.DATES: self._dates,
            Shortcode.ACTION: self._action,
            Shortcode.UPDATES: self._updates,
            Shortcode.PRIORITIES: self._priorities if placed.record else self._records,
            Shortcode.ISSUES: self._some_issues if placed.record else self._records,
            Shortcode.REPORTS: self._records,
            Shortcode.MEASURE: self._measure,
            Shortcode.BENEFITS: self._benefits,
            Shortcode.VOICES: self._voices,
            Shortcode.PROGRAMMES: self._records,
            Shortcode.RESULTS: self._results,
            Shortcode.RETURNED: self._returned,
            Shortcode.VISITS: self._visits,
            Shortcode.SITES: self._sites,
            Shortcode.GUIDANCE: self._guidance,
            Shortcode.NEWSLETTERS: self._newsletters,
            Shortcode.THANKS: self._thanks,
            Shortcode.IN_SHORT: self._in_short,
            Shortcode.YOU_SAID: self._you_said,
            Shortcode.NEW_SINCE: self._new_since,
            Shortcode.MEETINGS: self._meetings,
        }
        return ways[placed.shortcode](placed, spot)

    # Of every kind.

    def _records(self, placed: Placement, spot: Spot) -> str:
        kinds = (placed.kind,) if placed.kind else ()
        register = site_views.register(self._told, "", spot.page, kinds)
        view = blocks.PlacedRecordsView(register, spot.level)
        return self._fragments.html("placed-records", view)

    def _nothing(self, said: str, record: RecordInFull, spot: Spot) -> str:
        view = blocks.PlacedNothingView(said, parts.origin(record, spot.page))
        return self._fragments.html("placed-nothing", view)

    def _none_yet(self, said: str, placed: Placement, record: RecordInFull, spot: Spot) -> str:
        view = blocks.PlacedNothingView(said, parts.origin(record, spot.page))
        return self._fragments.html("placed-nothing", stood.sourced(view, placed, spot))

    def _beside(self, record: RecordInFull) -> dict[str, int]:
        """Return how many bytes the files beside the page of a record have, by their names."""
        page = routes.record(record.kind, record.id)
        return {
            address.removeprefix(page): size
            for address, size in self._sizes.items()
            if address.startswith(page)
        }

    # Of plans.

    def _meant(self, placed: Placement) -> list[tuple[PlanInFull, PlanProgress]]:
        """Return the plan that is named, or all of them."""
        return [self._plans[placed.record.id]] if placed.record else list(self._plans.values())

    def _count(self, placed: Placement, _: Spot) -> str:
        return plans.count(placed, self._meant(placed)[0][1])

    def _bar(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = plans.bar(placed, record, told, spot.page)
        return self._fragments.html("placed-bar", view)

    def _table(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = plans.table(placed, record, told, spot.page)
        return self._fragments.html("placed-table", view)

    def _scale(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = plans.PlacedScaleView(
            scale.scale(record, told, self._gaps.get(record.key, ())),
            parts.origin(record, spot.page),
        )
        return self._fragments.html("placed-scale", view)

    def _chart(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        chart = charts.CHARTS[str(placed.chart)](record, told, spot.page, self._beside(record))
        view = blocks.PlacedChartView(chart, spot.level)
        return self._fragments.html("placed-chart", view)

    def _dates(self, placed: Placement, spot: Spot) -> str:
        view = plans.dates(placed, self._meant(placed), spot.page, spot.level)
        return self._fragments.html("placed-dates", view)

    def _updates(self, placed: Placement, spot: Spot) -> str:
        view = plans.updates(placed, self._meant(placed), spot.page)
        return self._fragments.html("placed-updates", view)

    def _action(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        one = next(one for one in told.standings if one.action is placed.action)
        if placed.alone:
            view = plans.action(record, one, spot.page)
            return self._fragments.html("placed-action", view)
        in_line = plans.action_in_line(record, one, spot.page)
        return self._fragments.html("placed-action-in-line", in_line).strip()

    # Of forums and of issue logs.

    def _priorities(self, placed: Placement, spot: Spot) -> str:
        record, told = self._forums[_id(placed)]
        chart = forum_charts.chart(record, told, spot.page, self._beside(record))
        if chart is None:
            return self._nothing("No priority is published.", record, spot)
        return self._fragments.html("placed-chart", blocks.PlacedChartView(chart, spot.level))

    def _some_issues(self, placed: Placement, spot: Spot) -> str:
        record, told = stood.log(placed, *self._issues[_id(placed)])
        view = issues.table(placed, record, told, spot.page)
        return self._fragments.html("placed-issues", stood.sourced(view, placed, spot))

    def _you_said(self, placed: Placement, spot: Spot) -> str:
        record, told = stood.log(placed, *self._issues[_id(placed)])
        view = issues.you_said(placed, record, told, spot.page)
        return self._fragments.html("placed-you-said", stood.sourced(view, placed, spot))

    # Of reports.

    def _report(self, placed: Placement) -> tuple[ReportInFull, ReportTold]:
        return self._reports[_id(placed)]

    def _measure(self, placed: Placement, spot: Spot) -> str:
        record, told = self._report(placed)
        one = next(one for one in told.measures if one.measure is placed.measure)
        view = reports.PlacedMeasureView(
            measures.of_measure(record, one, spot.page, self._beside(record)),
            blocks.headings(spot.level),
        )
        return self._fragments.html("placed-measure", view)

    def _benefits(self, placed: Placement, spot: Spot) -> str:
        record, told = self._report(placed)
        found = benefits.of_report(record, told, spot.page)
        if found is None:
            return self._nothing("No benefit is published.", record, spot)
        view = reports.PlacedBenefitsView(found, blocks.headings(spot.level))
        return self._fragments.html("placed-benefits", view)

    def _voices(self, placed: Placement, spot: Spot) -> str:
        record, _ = self._report(placed)
        found = voices.of_report(record, spot.page)
        if found is None:
            return self._nothing("Nothing that people said is published.", record, spot)
        view = reports.PlacedVoicesView(found, blocks.headings(spot.level))
        return self._fragments.html("placed-voices", view)

    # Of programmes.

    def _results(self, placed: Placement, spot: Spot) -> str:
        record, told = self._programmes[_id(placed)]
        view = programmes.results(placed, record, told, spot.page)
        if view is None:
            return self._nothing("No session of this programme is recorded.", record, spot)
        return self._fragments.html("placed-results", view)

    def _returned(self, placed: Placement, spot: Spot) -> str:
        record, told = stood.programme(placed, *self._programmes[_id(placed)])
        view = programmes.returned(placed, record, told, spot.page)
        if view is None:
            return self._none_yet("No batch of results is recorded.", placed, record, spot)
        return self._fragments.html("placed-returned", stood.sourced(view, placed, spot))

    def _visits(self, placed: Placement, spot: Spot) -> str:
        record, found = self._programmes[_id(placed)]  # with each site that was ever visited
        _, told = stood.programme(placed, record, found)
        view = programmes.visits(placed, record, told, spot.page)
        return self._fragments.html("placed-visits", stood.sourced(view, placed, spot))

    def _sites(self, placed: Placement, spot: Spot) -> str:
        record, told = stood.programme(placed, *self._programmes[_id(placed)])
        view = programmes.sites(placed, record, told, spot)
        if view is None:
            return self._none_yet("No site is listed.", placed, record, spot)
        return self._fragments.html("placed-sites", stood.sourced(view, placed, spot))

    def _guidance(self, placed: Placement, spot: Spot) -> str:
        record, _ = self._programmes[_id(placed)]
        view = programmes.guidance(placed, record, spot)
        if view is None:
            return self._nothing("No guidance is published.", record, spot)
        return self._fragments.html("placed-guidance", view)

    def _thanks(self, placed: Placement, spot: Spot) -> str:
        record, told = self._programmes[_id(placed)]
        then = stood.programme(placed, record, told)
        view = programmes.thanks(placed, record, told, then, spot.page)
        return self._fragments.html("placed-thanks", view)

    def _in_short(self, placed: Placement, spot: Spot) -> str:
        record, told = self._programmes[_id(placed)]
        view = programmes.in_short(placed, record, told, spot.page)
        if placed.alone:
            return self._fragments.html("placed-in-short", view)
        return escape(view.said)

    # Of newsletters.

    def _own(self, placed: Placement) -> NewsletterTold:
        """Return the verdicts on the newsletter in which something stands."""
        return next(
            one
            for one in self._told.newsletters
            if placed.newsletter and one.record.id == placed.newsletter.id
        )

    def _new_since(self, placed: Placement, spot: Spot) -> str:
        view = newsletters.new_since(self._own(placed), spot.page)
        return self._fragments.html("placed-new-since", view)

    def _meetings(self, placed: Placement, spot: Spot) -> str:
        view = newsletters.meetings(placed, self._own(placed), spot.page)
        return self._fragments.html("placed-meetings", view)

    def _newsletters(self, placed: Placement, spot: Spot) -> str:
        view = newsletters.newest(placed, self._told.newsletters, spot.page)
        return self._fragments.html("placed-newsletters", view)


def _id(placed: Placement) -> str:
    """Return the id of the record that is named."""
    return placed.record.id if placed.record else ""
