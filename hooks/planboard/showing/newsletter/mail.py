"""Mail: a newsletter as HTML that mail programs can show, with its styles on its elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.mail import MailView
    from planboard.showing.render import Fragments

__all__ = ["LARGEST", "email", "plain"]

LARGEST = 100_000
"""How many bytes of an e-mail the most used mail programs show; they clip a longer one."""


def email(view: MailView, fragments: Fragments) -> str:
    """Return a newsletter as the whole HTML of an e-mail."""
    return fragments.html("email", view)


def plain(view: MailView, fragments: Fragments) -> str:
    """Return the text of a newsletter as HTML without any styles, as a feed carries it."""
    return fragments.html("email-plain", view)
