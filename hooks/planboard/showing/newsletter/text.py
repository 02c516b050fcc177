"""Text: a newsletter as plain text in lines of at most 72 letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.newsletter.blocks import Heading, Paragraph, words

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.mail import MailView

__all__ = ["text"]


def text(view: MailView) -> str:
    """Return everything that a newsletter says as plain text, with every link written out."""
    found = [words(one.pieces) for one in view.blocks if isinstance(one, Heading | Paragraph)]
    return "\n\n".join(found) + "\n"
