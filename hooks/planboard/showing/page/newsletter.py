"""Newsletter page: one issue with its forms beside it, and the list of all issues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.reading.markdown import front_matter
from planboard.saying import routes
from planboard.saying.sentences import newsletters as sentences
from planboard.saying.views.newsletter import archive, page
from planboard.showing.downloads import newsletters as downloads
from planboard.showing.newsletter import feed, forms
from planboard.showing.newsletter.mail import LARGEST
from planboard.showing.page.made import DataFile, DataPage, Made, sizes, with_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.showing.placing.places import WrittenPage
    from planboard.showing.render import Fragments
    from planboard.truth.model.register import Site

__all__ = ["MadeNewsletter", "Newsletters"]

_THOUSAND: Final = 1000
_TOO_LARGE: Final = (
    "As an e-mail this newsletter has {} kB, and mail programs clip what is over "
    f"{LARGEST // _THOUSAND} kB. Place less data in it, and link to the rest."
)


@dataclass(frozen=True, slots=True)
class MadeNewsletter:
    """One issue: its whole HTML, the files beside it, and its entry in the feed.

    ``warnings`` are sentences about what its readers might not get.
    """

    html: str
    files: tuple[DataFile, ...]
    entry: feed.Entry | None
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Newsletters:
    """Every issue of the newsletters of a site, made when MkDocs has made HTML of its text.

    ``address`` is that of the site; without one there are no forms that leave it. ``finish`` is
    what is left to do to the HTML of a written page.
    """

    told: Sequence[NewsletterTold]
    site: Site
    address: str
    fragments: Fragments
    finish: Callable[[str], str]

    def named(self, file: str) -> NewsletterTold | None:
        """Return the issue that the written page ``file`` is, if it is one."""
        return next(
            (one for one in self.told if file == f"{routes.NEWSLETTERS}{one.record.id}.md"), None
        )

    def text(self, source: str) -> str:
        """Return what stands below the top of a written page, for MkDocs to make HTML of.

        MkDocs reads the top in a way of its own: what it cannot read it takes for text.
        """
        return f"\n{source[front_matter.end(source) :]}"

    def above(self) -> tuple[str, str]:
        """Return the title and the address of the page above each issue."""
        return sentences.ARCHIVE, routes.NEWSLETTERS

    def title(self, told: NewsletterTold) -> str:
        """Return the title of an issue."""
        return told.record.newsletter.title

    def described(self, told: NewsletterTold) -> str:
        """Return what search engines say of an issue."""
        return sentences.summary(told)

    def dated(self, told: NewsletterTold) -> date:
        """Return the day of an issue, the only date that its page may carry."""
        return told.record.newsletter.date

    def made(self, told: NewsletterTold, written: WrittenPage, html: str) -> MadeNewsletter:
        """Return an issue whose text has become ``html``, with data in place of its shortcodes."""
        head = self.fragments.html("newsletter-head", page.head(told, written.records))
        body = written.body(html)
        end = self.fragments.html("newsletter-end", page.end(told, body, self.site))
        article = self.finish(f"{head}{body}{end}")
        made = (
            forms.of_article(told, article, self.site, self.address, self.fragments)
            if self.address
            else None
        )
        files = made.files if made else {}
        around = page.beside(told, self.site, self.address, sizes(files))
        beside = self.fragments.html("newsletter-beside", around)
        large = len(files.get(routes.EMAIL, b""))
        home = routes.newsletter(told.record.id)
        return MadeNewsletter(
            html=f"{article}{beside}",
            files=tuple(DataFile(routes.beside(home, name), one) for name, one in files.items()),
            entry=made.entry if made else None,
            warnings=(_TOO_LARGE.format(large // _THOUSAND),) if large > LARGEST else (),
        )

    def feed(self, made: Iterable[MadeNewsletter]) -> tuple[DataFile, ...]:
        """Return the feed of all issues; none where the site does not know its own address."""
        entries = [one.entry for one in made if one.entry]
        if not entries:
            return ()
        return (DataFile(routes.FEED, feed.atom(entries, self.site, self.address)),)

    def archive(self) -> Made:
        """Return the list of all issues with its data beside it; nothing where there is none."""
        if not self.told:
            return Made(())
        taken = downloads.files(self.told)
        view = archive.archive(self.told, self.site, sizes(taken))
        html = self.fragments.html("newsletters", view)
        made = DataPage(
            address=routes.NEWSLETTERS,
            title=view.title,
            description=view.sentence,
            html=html,
            search_html=self.fragments.html("search", archive.search(view)),
            anchors=(
                "newsletters",
                *(one.anchor for one in view.series),
                "downloads",
                routes.NOTICES,
            ),
            above=(),
            in_nav=True,
            facts_of=max(one.record.newsletter.date for one in self.told),
        )
        return with_files(made, taken)
