"""Notify: a newsletter in the Markdown of GOV.UK Notify, to paste into a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.newsletter.blocks import Heading, Paragraph, words

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.mail import MailView

__all__ = ["markdown"]


def markdown(view: MailView) -> str:
    """Return everything that a newsletter says, in what Notify knows of Markdown."""
    found = [words(one.pieces) for one in view.blocks if isinstance(one, Heading | Paragraph)]
    return "\n\n".join(found) + "\n"
