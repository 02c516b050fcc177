"""Spots: where in a page a shortcode may stand, and where it would be lost or break something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planboard.reading.complaints import position
from planboard.rules.shortcodes.forms import FORMS
from planboard.words.problems import Level, Place, Problem, quoted
from planboard.words.vocabulary.shortcodes import Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.reading.markdown import page as pages

__all__ = ["in_head", "problems"]

_IN_HEAD: Final = re.compile(r"\[\[\s*(?P<name>[a-z-]+)[^\n]*?(?:\]\]|$)", re.MULTILINE)
_LINK_ENDS: Final = re.compile(r"[^\[\]]*\][(\[]")


def in_head(text: str, file: str, top: int) -> Iterator[Problem]:
    """Yield a complaint for each shortcode in the front matter of a page, which ends at ``top``."""
    for found in _IN_HEAD.finditer(text, 0, top):
        if found["name"] in set(Shortcode):
            yield Problem(
                Level.ERROR,
                "in-front-matter",
                Place(file, *position(text, found.start())),
                f"{quoted(found[0])} stands in the lines between --- at the top, where nothing is "
                "placed. Write the words out there, or put it into the text below.",
            )


def problems(text: str, one: pages.Shortcode, shortcode: Shortcode) -> Iterator[Problem]:
    """Yield a complaint for each reason why a shortcode cannot stand where it does in ``text``."""
    if not one.alone and not FORMS[shortcode].in_line:
        yield Problem(
            Level.ERROR,
            "needs-a-paragraph",
            one.place,
            f'"{shortcode}" places a block, which cannot stand inside a sentence, a list, a table '
            "or a heading. Put it on a line of its own, with an empty line before and after it.",
        )
    begin = text.rfind("\n", 0, one.start) + 1
    end = text.find("\n", one.end)
    before, after = text[begin : one.start], text[one.end : end if end >= 0 else None]
    if before.endswith("](") or before.rfind("<") > before.rfind(">"):
        yield Problem(
            Level.ERROR,
            "in-an-address",
            one.place,
            f'"{shortcode}" cannot be an address, nor stand inside the tag of an element. Write '
            "the address itself.",
        )
    elif shortcode is not Shortcode.ACTION:
        return
    elif before.lstrip().startswith("#"):
        yield Problem(
            Level.ERROR,
            "in-a-heading",
            one.place,
            f'"{shortcode}" cannot stand in a heading, because it leads to another page. Put it '
            "into the text below.",
        )
    elif before.count("[") > before.count("]") and _LINK_ENDS.match(after):
        yield Problem(
            Level.ERROR,
            "in-a-link",
            one.place,
            f'"{shortcode}" cannot stand inside a link, because it is one itself. Take the link '
            "around it away.",
        )
