"""Mail: a newsletter as HTML that mail programs can show, with its styles on its elements."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from css_inline import CSSInliner

from planboard.saying.views.newsletter.blocks import Heading, Row, Table
from planboard.saying.views.newsletter.mail import EntryView, as_email

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.blocks import Block
    from planboard.saying.views.newsletter.mail import MailView
    from planboard.showing.render import Fragments
    from planboard.truth.model.register import Site

__all__ = ["LARGEST", "email", "plain"]

LARGEST = 100_000
"""How many bytes of an e-mail the most used mail programs show; they clip a longer one."""
_NAMED: Final = re.compile(r"(--[\w-]+):\s*([^;]+);")
_REMARK: Final = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_NAMES: Final = re.compile(r":root\s*\{[^}]*\}")
_AROUND: Final = re.compile(r" ?([{};,]) ?|(?<=[\w-]:) (?=[\w#])")
_BY_NAME: Final = re.compile(r"var\((--[\w-]+)\)")


def email(view: MailView, site: Site, fragments: Fragments) -> str:
    """Return a newsletter as the whole HTML of an e-mail, in the colours of the site.

    Only rules for some screens stay in its head, before anything else in it.
    """
    css = _written_out(f"{fragments.joined('mail')}{fragments.html('accent.css', site)}")
    inliner = CSSInliner(
        extra_css=css, keep_at_rules=True, minify_css=True, load_remote_stylesheets=False
    )
    html = inliner.inline(fragments.html("email", as_email(view, site)))
    return f"{_letters_first(html.strip())}\n"


def _letters_first(html: str) -> str:
    """Return HTML that says in what letters it is written before anything else in its head."""
    top = html.index("head>") + len("head>")
    start = html.index("meta charset") - 1
    end = html.index(">", start) + 1
    return f"{html[:top]}{html[start:end]}{html[top:start]}{html[end:]}"


def _written_out(css: str) -> str:
    """Return styles with each value in place of its name, because few mail programs know names."""
    values = dict(_NAMED.findall(css))
    rules = _NAMES.sub("", _REMARK.sub("", css))
    found = _BY_NAME.sub(lambda name: values.get(name[1], name[0]), rules)
    return _AROUND.sub(lambda sign: sign[1] or "", " ".join(found.split()))


def plain(view: MailView, fragments: Fragments) -> str:
    """Return the text of a newsletter as HTML without any styles, as a feed carries it.

    Its title is left out, because an entry of a feed has one; and so are bars, which need styles.
    """
    untitled = view.blocks[1:] if isinstance(view.blocks[0], Heading) else view.blocks
    return fragments.html("email-plain", EntryView(tuple(_without_bars(one) for one in untitled)))


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
