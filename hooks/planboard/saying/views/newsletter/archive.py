"""Archive: exactly what the list of all issues of newsletters may say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Link
from planboard.saying.views.search import SearchEntry, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download
    from planboard.truth.in_full import RecordInFull
    from planboard.truth.model.register import Site

__all__ = ["ArchiveView", "IssueLine", "SeriesView", "archive", "lines", "search"]


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue in the list: its title with the way to it, when it came out, and what it says."""

    link: Link
    line: str
    summary: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """All issues about the same, newest first; ``about`` leads to their record."""

    anchor: str
    title: str
    about: Link
    issues: tuple[IssueLine, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """Every issue of every newsletter, and what stands at the end of the page."""

    example: str
    title: str
    sentence: str
    series: tuple[SeriesView, ...]
    feed: Link
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def archive(told: Sequence[NewsletterTold], site: Site, files: Mapping[str, int]) -> ArchiveView:
    """Return the list of all issues, newest first; ``files`` are those beside it, by size."""
    page = routes.NEWSLETTERS
    ordered = sorted(told, key=lambda one: one.record.newsletter.series)
    groups = [
        list(found) for _, found in groupby(ordered, key=lambda one: one.record.newsletter.series)
    ]
    groups.sort(key=lambda found: (_main(found[0]).head.example, _main(found[0]).head.title))
    every = {one.key: one for group in told for one in group.record.records}
    return ArchiveView(
        example=parts.example(one.head for one in every.values()),
        title=sentences.ARCHIVE,
        sentence=sentences.archive(told),
        series=tuple(_series(found, page) for found in groups),
        feed=Link("Feed of all newsletters", routes.relative(routes.FEED, page)),
        downloads=parts.downloads(page, files),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records(every.values(), site, page),
    )


def search(view: ArchiveView) -> SearchView:
    """Return what search should know of the list: its issues, of which each has its own page."""
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=tuple(
            SearchEntry(one.anchor, one.title, tuple(issue.line for issue in one.issues))
            for one in view.series
        ),
    )


def _main(one: NewsletterTold) -> RecordInFull:
    return one.record.records[0]


def _series(found: Sequence[NewsletterTold], page: str) -> SeriesView:
    record = _main(found[0])
    return SeriesView(
        anchor=routes.record_anchor(record.kind, record.id),
        title=wording.title(record.head),
        about=Link(
            f"The {record.kind_name} itself",
            routes.relative(routes.record(record.kind, record.id), page),
        ),
        issues=lines(found, page),
    )


def lines(found: Iterable[NewsletterTold], page: str) -> tuple[IssueLine, ...]:
    """Return each of some issues in a few words, with the way to it from ``page``."""
    return tuple(
        IssueLine(
            link=Link(
                one.record.newsletter.title,
                routes.relative(routes.newsletter(one.record.id), page),
            ),
            line=" · ".join((*_marked(one), *sentences.line(one.record.newsletter))),
            summary=sentences.in_brief(one),
        )
        for one in found
    )


def _marked(one: NewsletterTold) -> tuple[str, ...]:
    return ("Example data",) if any(each.head.example for each in one.record.records) else ()
