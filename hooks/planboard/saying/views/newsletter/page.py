"""Page: exactly what the page of one issue of a newsletter may say around its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download, Origin
    from planboard.truth.in_full import NewsletterInFull, RecordInFull
    from planboard.truth.model.register import Site

__all__ = ["BesideView", "EndView", "HeadView", "beside", "end", "head"]


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands above the text of an issue; ``example`` says that it shows invented data."""

    example: str
    line: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class EndView:
    """What stands below the text of an issue in all its forms.

    ``covered`` leads to the issues that it covers, ``sources`` to its records. ``stood`` says as
    of which day lists are shown, where their records have gone on since.
    """

    channels: str
    covered: tuple[Link, ...]
    sources: tuple[Origin, ...]
    stood: str
    contact: Notice


@dataclass(frozen=True, slots=True)
class BesideView:
    """What only the page has: the issues before and after, its forms, and its summary to copy."""

    before: Link | None
    after: Link | None
    archive: Link
    summary: str
    letters: str
    files: tuple[Download, ...]
    feed: Link
    how_to_send: str


def head(told: NewsletterTold, placed: Iterable[RecordInFull]) -> HeadView:
    """Return what stands above the text of an issue, in which data of ``placed`` records is."""
    record = told.record
    shown = {one.key: one for one in (*record.records, *placed)}
    return HeadView(
        example=parts.example(one.head for one in shown.values()),
        line=sentences.line(record.newsletter),
        title=record.newsletter.title,
    )


def end(told: NewsletterTold, site: Site) -> EndView:
    """Return what stands below the text of an issue."""
    record = told.record
    page = routes.newsletter(record.id)
    return EndView(
        channels=sentences.channels(record.newsletter.channels),
        covered=tuple(_covered(record, page)),
        sources=tuple(parts.origin(one, page) for one in record.records),
        stood=sentences.stood(record),
        contact=notices.of_records(record.records, site, page)[0],
    )


def _covered(record: NewsletterInFull, page: str) -> Iterator[Link]:
    home = routes.issues(record.log.id) if record.log else ""
    for issue in record.covered:
        anchor = routes.anchor(issue.thing, issue.id)
        yield Link(issue.called, routes.relative(f"{home}#{anchor}", page))


def beside(told: NewsletterTold, files: Mapping[str, int]) -> BesideView:
    """Return what stands beside an issue on its page; ``files`` are its forms with their sizes."""
    record = told.record
    page = routes.newsletter(record.id)
    summary = sentences.summary(told)
    return BesideView(
        before=_link(record.before, page),
        after=_link(told.after, page),
        archive=Link(sentences.ARCHIVE, routes.relative(routes.NEWSLETTERS, page)),
        summary=summary,
        letters=wording.counted(len(summary), "letter"),
        files=parts.downloads(page, files),
        feed=Link("Feed of all newsletters", routes.relative(routes.FEED, page)),
        how_to_send=routes.relative(f"{routes.WRITING}#send-a-newsletter", page),
    )


def _link(one: NewsletterInFull | None, page: str) -> Link | None:
    if one is None:
        return None
    title = f"Issue {wording.number(one.newsletter.number)}: {one.newsletter.title}"
    return Link(title, routes.relative(routes.newsletter(one.id), page))
