"""Message: a newsletter as an e-mail in a file, which mail programs open as a draft."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, time
from email.header import Header
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formataddr
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from email.policy import Policy

    from planboard.saying.views.newsletter.mail import MailView, Sender

__all__ = ["message"]

_BETWEEN: Final = "=_planboard_newsletter"
"""What stands between the parts. Quoted-printable text never has these two signs in a row."""
_AT: Final = time(9, tzinfo=UTC)
"""At which hour a newsletter comes out; it says a day alone."""
_MAILBOX: Final = re.compile(r"[\w!#$%&*+/=?^{|}~-]+(?:\.[\w!#$%&*+/=?^{|}~-]+)*@[\w.-]+", re.ASCII)
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[!-;=?-~]+")
_SAFE: Final = "%!#$&*+,-./:;=?@[]_~()"
_LONGEST: Final = 900
"""How long an address in a header may be: no line of a message may have more than 998 signs."""
_SHORT: Final = 60
"""How many plain letters a name may have to stand on one line with its mailbox."""
_FOLD: Final = re.compile(r"(?<=>,) (?=<)|(?<=\?=) (?==\?|<)")
_UNSEEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


class _AsItStands(BaseHeader):
    """A header that is written as it stands.

    In others a long address would be broken up, and a long name would lose its quotes.
    """

    max_count: ClassVar[Literal[1]] = 1

    @classmethod
    def parse(cls, value: str, found: dict[str, Any]) -> None:
        """Take ``value`` for what it is."""
        found["parse_tree"] = None
        found["decoded"] = value

    def fold(self, *, policy: Policy) -> str:
        """Return the header with each address, and each part of a name, on a line of its own."""
        lines = _FOLD.sub(f"{policy.linesep} ", str(self))
        return f"{self.name}: {lines}{policy.linesep}"


def _registry() -> HeaderRegistry:
    known = HeaderRegistry()
    for name in ("from", "list-unsubscribe", "message-id"):
        known.map_to_type(name, _AsItStands)
    return known


_POLICY: Final = SMTP.clone(header_factory=_registry())


def message(view: MailView, html: str, text: str) -> bytes:
    """Return ``text`` and ``html`` as one e-mail to nobody yet; the same bytes each time."""
    found = EmailMessage(policy=_POLICY)
    sender = view.sender
    if sender and _MAILBOX.fullmatch(sender.email):
        found["From"] = _from(_one_line(sender.name), sender.email)
    found["Subject"] = _one_line(view.title)
    found["Date"] = datetime.combine(view.on, _AT)
    found["Message-ID"] = f"<{view.id}>"
    found["X-Unsent"] = "1"
    if sender and (ways := _ways_out(sender)):
        found["List-Unsubscribe"] = ", ".join(f"<{one}>" for one in ways)
        if sender.one_click and ways[0] == sender.ways_out[0]:
            found["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    found.set_content(text, cte="quoted-printable")
    found.add_alternative(html, subtype="html", cte="quoted-printable")
    found.set_boundary(_BETWEEN)
    return found.as_bytes()


def _one_line(text: str) -> str:
    """Return words so that they are one header, and nothing in them passes for code."""
    seen = "".join(" " if unicodedata.category(one) in _UNSEEN else one for one in text)
    return " ".join(seen.split()).replace("=?", "= ?")


def _from(name: str, mailbox: str) -> str:
    if name.isascii() and len(name) <= _SHORT:
        return formataddr((name, mailbox))
    return f"{Header(name, 'utf-8', header_name='From').encode(linesep='')} <{mailbox}>"


def _ways_out(sender: Sender) -> list[str]:
    """Return the addresses that fit into a header."""
    found = (quote(one, safe=_SAFE) for one in sender.ways_out)
    return [one for one in found if _ADDRESS.fullmatch(one) and len(one) <= _LONGEST]
