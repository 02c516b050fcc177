"""Forms: every form of one issue from its finished article, so that all say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views.newsletter import mail as views
from planboard.showing.newsletter import blocks, feed, mail
from planboard.showing.newsletter.message import message
from planboard.showing.newsletter.notify import markdown
from planboard.showing.newsletter.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.showing.render import Fragments
    from planboard.truth.model.register import Site

__all__ = ["Forms", "of_article"]


@dataclass(frozen=True, slots=True)
class Forms:
    """The files beside the page of an issue, by name, and its entry in the feed."""

    files: Mapping[str, bytes]
    entry: feed.Entry


def of_article(
    told: NewsletterTold, html: str, site: Site, address: str, fragments: Fragments
) -> Forms:
    """Return every form of an issue whose article on the page is ``html``.

    ``address`` is that of the site, which links need outside it.
    """
    page = f"{address}{routes.newsletter(told.record.id)}"
    view = views.of_newsletter(told, site, address, blocks.read(html, page))
    as_html, as_text = mail.email(view, site, fragments), text(view)
    author = view.sender.name if view.sender else told.record.publisher.name
    return Forms(
        files={
            routes.EMAIL: as_html.encode(),
            routes.TEXT: as_text.encode(),
            routes.MESSAGE: message(view, as_html, as_text),
            routes.NOTIFY: markdown(view).encode(),
        },
        entry=feed.Entry(view, author, mail.plain(view, fragments)),
    )
