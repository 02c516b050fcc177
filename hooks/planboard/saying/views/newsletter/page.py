"""Page: exactly what the page of one issue of a newsletter may say around its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.newsletter import mail
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
    """What stands above the text of an issue; ``example`` says that it shows invented data.

    ``about`` is what the newsletter reports on, as a head of all its issues.
    """

    example: str
    about: str
    line: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class EndView:
    """What stands below the text of an issue in all its forms.

    ``covered`` leads to the issues that it covers and that its text does not lead to, ``sources``
    to its records. ``stood`` says as of which day lists are shown, where their records have gone on
    since. ``to_answer`` says how a reader can raise something.
    """

    channels: str
    to_answer: tuple[str, ...]
    covered: tuple[Link, ...]
    sources: tuple[Origin, ...]
    stood: str
    contact: Notice | None


@dataclass(frozen=True, slots=True)
class BesideView:
    """What only the page has: the issues before and after, its forms, and its summary to copy.

    ``address`` is the whole address of the page, to be copied with its summary; a site that does
    not know its own has none. ``leave`` says how to stop getting the newsletter.
    """

    before: Link | None
    after: Link | None
    archive: Link
    summary: str
    address: str
    letters: str
    files: tuple[Download, ...]
    leave: tuple[str, tuple[Link, ...]]
    feed: Link
    how_to_send: str


def head(told: NewsletterTold, placed: Iterable[RecordInFull]) -> HeadView:
    """Return what stands above the text of an issue, in which data of ``placed`` records is."""
    record = told.record
    shown = {one.key: one for one in (*record.records, *placed)}
    return HeadView(
        example=parts.example(one.head for one in shown.values()),
        about=wording.title(record.records[0].head),
        line=sentences.line(record.newsletter),
        title=record.newsletter.title,
    )


def end(told: NewsletterTold, body: str, site: Site) -> EndView:
    """Return what stands below the text of an issue, which is ``body`` as HTML."""
    record = told.record
    page = routes.newsletter(record.id)
    contact = notices.of_records(record.records, site, page)[0]
    return EndView(
        channels=sentences.channels(record.newsletter.channels),
        to_answer=parts.paragraphs(record.log.log.how_to_raise) if record.log else (),
        covered=tuple(one for one in _covered(record, page) if f'"{one.url}"' not in body),
        sources=tuple(parts.origin(one, page) for one in record.records),
        stood=sentences.stood(record),
        contact=contact if contact.links else None,
    )


def _covered(record: NewsletterInFull, page: str) -> Iterator[Link]:
    home = routes.issues(record.log.id) if record.log else ""
    for issue in record.covered:
        anchor = routes.anchor(issue.thing, issue.id)
        yield Link(issue.called, routes.relative(f"{home}#{anchor}", page))


def beside(told: NewsletterTold, site: Site, address: str, files: Mapping[str, int]) -> BesideView:
    """Return what stands beside an issue on its page.

    ``address`` is that of the site, and ``files`` are the forms of the issue with their sizes.
    """
    record = told.record
    page = routes.newsletter(record.id)
    summary = sentences.summary(told)
    return BesideView(
        before=_link(record.before, page),
        after=_link(told.after, page),
        archive=Link(sentences.ARCHIVE, routes.relative(routes.NEWSLETTERS, page)),
        summary=summary,
        address=f"{address}{page}" if address else "",
        letters=wording.counted(len(summary), "character"),
        files=parts.downloads(page, files),
        feed=Link("Feed of all newsletters", routes.relative(routes.FEED, page)),
        leave=mail.leave(site.mailing),
        how_to_send=routes.relative(f"{routes.WRITING}#send-a-newsletter", page),
    )


def _link(one: NewsletterInFull | None, page: str) -> Link | None:
    if one is None:
        return None
    title = f"{sentences.numbered(one.newsletter)}: {one.newsletter.title}"
    return Link(title, routes.relative(routes.newsletter(one.id), page))
