"""Mail: a newsletter as HTML that mail programs can show, with its styles on its elements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from css_inline import CSSInliner

from planboard.saying.views.newsletter.blocks import Heading, Row, Table
from planboard.saying.views.newsletter.mail import EmailView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.saying.views.newsletter.blocks import Block
    from planboard.saying.views.newsletter.mail import MailView
    from planboard.showing.render import Fragments
    from planboard.truth.model.register import Site

__all__ = ["LARGEST", "email", "plain"]

LARGEST = 100_000
"""How many bytes of an e-mail the most used mail programs show; they clip a longer one."""
_ON_ELEMENTS: Final = "mail/elements"
_IN_THE_HEAD: Final = "mail/screens"
_NAMED: Final = re.compile(r"(--[\w-]+):\s*([^;]+);")
_REMARK: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_BY_NAME: Final = re.compile(r"var\((--[\w-]+)\)")


def email(view: MailView, site: Site, fragments: Fragments) -> str:
    """Return a newsletter as the whole HTML of an e-mail, in the colours of the site."""
    values = dict(_NAMED.findall(f"{fragments.joined('mail')}{fragments.html('accent.css', site)}"))
    shown = EmailView(
        mail=view, styles=_written_out(fragments.joined(_IN_THE_HEAD), values), accent=site.accent
    )
    inliner = CSSInliner(
        extra_css=_written_out(fragments.joined(_ON_ELEMENTS), values),
        minify_css=True,
        load_remote_stylesheets=False,
    )
    return f"{inliner.inline(fragments.html('email', shown)).strip()}\n"


def _written_out(css: str, values: Mapping[str, str]) -> str:
    """Return styles with each value in place of its name, because few mail programs know names."""
    return _BY_NAME.sub(lambda found: values.get(found[1], found[0]), _REMARK.sub("", css)).strip()


def plain(view: MailView, fragments: Fragments) -> str:
    """Return the text of a newsletter as HTML without any styles, as a feed carries it.

    Its title is left out, because an entry of a feed has one; and so are bars, which need styles.
    """
    untitled = view.blocks[1:] if isinstance(view.blocks[0], Heading) else view.blocks
    shown = replace(view, blocks=tuple(_without_bars(one) for one in untitled))
    return fragments.html("email-plain", shown)


def _without_bars(block: Block) -> Block:
    if not isinstance(block, Table):
        return block
    whole = [row for row in block.rows if len(row.cells) > 1]
    kept = [
        index
        for index in range(len(block.heads))
        if all(row.cells[index].share is None or row.cells[index].blocks for row in whole)
    ]
    rows = tuple(
        Row(tuple(row.cells[index] for index in kept)) if len(row.cells) > 1 else row
        for row in block.rows
    )
    return replace(block, heads=tuple(block.heads[index] for index in kept), rows=rows)
