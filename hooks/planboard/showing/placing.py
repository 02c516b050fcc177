"""Placing: written pages with the data that their shortcodes ask for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes import lookup
from planboard.saying import routes
from planboard.saying.views import charts, parts, placements, scale
from planboard.saying.views import site as site_views
from planboard.words.vocabulary import RecordKind, Shortcode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.arithmetic.progress import PlanProgress
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.rules.gaps.gap import Gap
    from planboard.rules.shortcodes.forms import Placement
    from planboard.showing.render import Fragments
    from planboard.truth.collection import Collection, PlanInFull
    from planboard.words.vocabulary import Chart

__all__ = ["Places", "Spot", "WrittenPage"]

_MARK: Final = "\ue000{}\ue001"
"""What stands in Markdown for a block of data: signs for private use, which nobody types."""
_MARKS: Final = re.compile("\ue000([0-9]+)\ue001")
_CODE: Final = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_LOWEST_HEADING: Final = 6


@dataclass(frozen=True, slots=True)
class Spot:
    """Where data is placed: the page it is on, which links must work from.

    ``level`` is that of a heading in it, one below the heading above. ``before`` is how often
    the same chart stands above it.
    """

    page: str
    level: int = 2
    before: int = 0


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A written page in which marks stand for data until its Markdown is HTML."""

    markdown: str
    placements: tuple[Placement, ...]
    address: str
    places: Places

    def finished(self, html: str) -> str:
        """Return ``html``, made of ``markdown``, with the data in place of each mark.

        Where an invented plan is shown the page says so first. A mark inside code becomes what
        was written there.

        Raises:
            jinja2.TemplateError: when a fragment is broken or reads what its view has not.
        """
        if not self.placements:
            return html
        walk = _Walk(html)
        pieces, at = [self.places.example(self.placements)], 0
        charts_before: Counter[tuple[str, Chart | None]] = Counter()
        for found in walk.found:
            placed = self.placements[found.index]
            chart = placed.record.id if placed.record else "", placed.chart
            made = self.places.html(placed, Spot(self.address, found.level, charts_before[chart]))
            charts_before[chart] += 1
            pieces += [html[at : found.start], made]
            at = found.end
        return self._without_marks("".join((*pieces, html[at:])))

    def searched(self, html: str) -> str:
        """Return ``html`` as search is to read it: its own words, and no data of other pages."""
        return _MARKS.sub("", html)

    def _without_marks(self, html: str) -> str:
        return _MARKS.sub(lambda mark: escape(self.placements[int(mark[1])].source), html)


class Places:
    """Everything that pages may place, of all plans of a site."""

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
        self._verdicts = told
        self._told = {record.id: (record, found) for record, found in told.plans}
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
                else _MARK.format(index)
            )
            pieces += [markdown[at:start], stands_for]
            at = end
        return WrittenPage("".join((*pieces, markdown[at:])), placements, address, self)

    def example(self, placed: Sequence[Placement]) -> str:
        """Return what a page says first that shows an invented plan; else nothing."""
        records = [
            record.plan
            for one in placed
            for record in ([one.record] if one.record else self._collection.plans)
        ]
        words = parts.example(records)
        return self._fragments.html("placed-example", words) if words else ""

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
        }
        return ways[placed.shortcode](placed, spot)

    def _meant(self, placed: Placement) -> list[tuple[PlanInFull, PlanProgress]]:
        """Return the plan that is named, or all of them."""
        return [self._told[placed.record.id]] if placed.record else list(self._told.values())

    def _records(self, placed: Placement, spot: Spot) -> str:
        kinds = (RecordKind.PLAN,)
        register = site_views.register(self._verdicts, "", spot.page, kinds)
        view = placements.PlacedRecordsView(register, spot.level)
        return self._fragments.html("placed-records", view)

    def _count(self, placed: Placement, _: Spot) -> str:
        return placements.count(placed, self._meant(placed)[0][1])

    def _bar(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = placements.bar(placed, record, told, spot.page)
        return self._fragments.html("placed-bar", view)

    def _table(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = placements.table(placed, record, told, spot.page)
        return self._fragments.html("placed-table", view)

    def _scale(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        view = placements.PlacedScaleView(
            scale.scale(record, told, self._gaps.get(record.key, ())),
            parts.origin(record, spot.page),
        )
        return self._fragments.html("placed-scale", view)

    def _chart(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        chart = charts.CHARTS[str(placed.chart)](record, told, spot.page, self._beside(record))
        if spot.before:
            chart = replace(chart, anchor=f"{chart.anchor}-{spot.before + 1}")
        view = placements.PlacedChartView(chart, spot.level)
        return self._fragments.html("placed-chart", view)

    def _dates(self, placed: Placement, spot: Spot) -> str:
        view = placements.dates(placed, self._meant(placed), spot.page, spot.level)
        return self._fragments.html("placed-dates", view)

    def _updates(self, placed: Placement, spot: Spot) -> str:
        view = placements.updates(placed, self._meant(placed), spot.page)
        return self._fragments.html("placed-updates", view)

    def _action(self, placed: Placement, spot: Spot) -> str:
        ((record, told),) = self._meant(placed)
        one = next(one for one in told.standings if one.action is placed.action)
        if placed.alone:
            view = placements.action(record, one, spot.page)
            return self._fragments.html("placed-action", view)
        in_line = placements.action_in_line(record, one, spot.page)
        return self._fragments.html("placed-action-in-line", in_line).strip()

    def _beside(self, record: PlanInFull) -> dict[str, int]:
        """Return how many bytes the files beside the page of a plan have, by their names."""
        page = routes.plan(record.id)
        return {
            address.removeprefix(page): size
            for address, size in self._sizes.items()
            if address.startswith(page)
        }


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a mark stands in HTML, and the level that a heading has there."""

    index: int
    start: int
    end: int
    level: int


class _Walk(HTMLParser):
    """Goes through HTML and finds each mark that data can take the place of.

    A mark alone in its paragraph takes the whole paragraph: a block may not stand inside one.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Found] = []
        self._html = html
        self._rows = [0, *(match.end() for match in re.finditer("\n", html))]
        self._open: list[str] = []
        self._paragraph: tuple[int, int] | None = None
        self._level = 2
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Begin an element."""
        if re.fullmatch("h[1-6]", tag):
            self._level = min(int(tag[1]) + 1, _LOWEST_HEADING)
        if tag == "p":
            start = self._at()
            self._paragraph = start, start + len(self.get_starttag_text() or "")
        if tag in _CODE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End an element; a paragraph that holds a mark alone is the place of the mark."""
        if tag in self._open:
            self._open.reverse()
            self._open.remove(tag)
            self._open.reverse()
        if tag == "p" and self._paragraph:
            start, inside = self._paragraph
            end = self._at()
            if _MARKS.fullmatch(self._html[inside:end].strip()):
                last = self.found.pop()
                whole = self._html.index(">", end) + 1
                self.found.append(_Found(last.index, start, whole, last.level))
            self._paragraph = None

    def handle_data(self, data: str) -> None:
        """Note the marks in a piece of text."""
        at = self._at()
        for mark in () if self._open else _MARKS.finditer(data):
            place = at + mark.start(), at + mark.end()
            self.found.append(_Found(int(mark[1]), *place, self._level))

    def _at(self) -> int:
        row, column = self.getpos()
        return self._rows[row - 1] + column
