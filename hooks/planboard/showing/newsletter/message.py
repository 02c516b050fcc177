"""Message: a newsletter as an e-mail in a file, which mail programs open as a draft."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.mail import MailView

__all__ = ["message"]


def message(view: MailView, html: str, text: str) -> bytes:
    """Return ``text`` and ``html`` as one e-mail to nobody yet; the same bytes each time."""
    found = EmailMessage(policy=SMTP)
    found["Subject"] = view.title
    found.set_content(text)
    found.add_alternative(html, subtype="html")
    found.set_boundary("planboard")
    return found.as_bytes()
