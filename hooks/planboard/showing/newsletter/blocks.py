"""Blocks: finished HTML of a page to plain pieces, from which every other form is made."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeGuard
from urllib.parse import quote, urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import (
    NavigableString,
    PreformattedString,
    Script,
    Stylesheet,
    Tag,
    TemplateString,
)

from planboard.saying.sentences import elsewhere
from planboard.saying.views.newsletter.blocks import (
    Heading,
    Items,
    Pairs,
    Quote,
    Rule,
    Verbatim,
)
from planboard.showing.newsletter import counting, tables
from planboard.showing.newsletter.pieces import Look, Sheet, flattened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bs4.element import PageElement

    from planboard.saying.views.newsletter.blocks import Block, Pieces

__all__ = ["read"]

_UNSEEN: Final = frozenset(
    {
        *("area", "base", "button", "col", "colgroup", "datalist", "head", "link", "meta", "param"),
        *("script", "source", "style", "template", "title", "track", "wbr"),
    }
)
"""Elements of which a reader reads nothing, or nothing that does anything outside a browser."""
_IN_A_LINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "ins", "kbd", "label", "mark", "meter", "output", "progress"),
        *("q", "rb", "rp", "rt", "ruby", "s", "samp", "slot", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var"),
    }
)
"""Elements that a line runs through; any other begins and ends one."""
_STRONG: Final = frozenset({"b", "strong"})
_EMPHASIS: Final = frozenset({"cite", "dfn", "em", "i", "var"})
_CODE: Final = frozenset({"code", "kbd", "samp", "tt"})
_QUIET: Final = frozenset({"chart-note", "marker-key", "newsletter-line", "quiet", "source"})
_TITLES: Final = frozenset(
    {
        *("admonition-title", "entry-title", "list-title", "newsletter-about", "placed-title"),
        "status-tag",  # its colours stay on the page
    }
)
_LINES_OF_THEIR_OWN: Final = frozenset({"as-written", "line", "quiet", "stage", "when-note"})
"""Classes whose words have a line of their own in the cell of a table or in an item."""
_SAID_BESIDE: Final = frozenset({"bar", "columns", "pair", "spark", "status-bar"})
"""Classes of drawings that say what the numbers of their row say, or the key under them."""
_LEFT_OUT: Final = frozenset({"series-key"})
"""Classes of what explains a drawing that is not carried along."""
_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
_NOT_SHOWN: Final = re.compile(r"(?:display:none|visibility:hidden)")
_SAFE: Final = "%!#$&*+,-./:;=?@[]_~"
"""What an address may hold as it is; brackets and quotes would end it in a text."""
_LOWEST: Final = 6
_NESTING: Final = frozenset({"blockquote", "dir", "dl", "menu", "ol", "table", "ul"})
"""Elements that hold blocks in every form."""
_BLOCK: Final = 4
"""As how many elements inside each other one counts that holds blocks."""
_DEEPEST: Final = 100
"""From so many elements inside each other on, what is deeper stands side by side.

Nobody sees so many, and each form would have to go as deep, until Python ends it.
"""


def read(html: str, address: str) -> tuple[Block, ...]:
    """Return everything that ``html``, the page at the whole ``address``, says to its reader.

    Its title comes first. What only a browser can show becomes words that lead to the page.
    """
    soup = BeautifulSoup(html, "html.parser")
    blocks = list(_Reading(soup, address).blocks(soup, Look()))
    blocks.sort(key=lambda one: not (isinstance(one, Heading) and one.level == 1))
    return tuple(blocks)


class _Reading:
    """One page that is read, element by element."""

    def __init__(self, soup: BeautifulSoup, address: str) -> None:
        self._soup = soup
        self._address = address
        self._has_title = False
        self._known: dict[str, Callable[[Tag, Look, Sheet], None]] = {
            **dict.fromkeys((f"h{level}" for level in range(1, _LOWEST + 1)), self._heading),
            **dict.fromkeys(("ul", "ol", "menu", "dir"), self._list),
            **dict.fromkeys(elsewhere.KINDS, self._elsewhere),
            "a": self._link,
            "blockquote": self._quote,
            "br": self._break,
            "dl": self._pairs,
            "hr": self._rule,
            "img": self._picture,
            "pre": self._verbatim,
            "q": self._quoted,
            "summary": self._summary,
            "svg": self._drawing,
            "table": self._table,
        }

    def blocks(self, node: Tag, look: Look) -> tuple[Block, ...]:
        """Return what an element says."""
        sheet = Sheet()
        self._walk(node.children, look, sheet)
        sheet.end()
        return tuple(sheet.blocks)

    def _line(self, node: Tag, look: Look) -> Pieces:
        return flattened(self.blocks(node, look))

    def _walk(self, nodes: Iterable[PageElement], look: Look, sheet: Sheet) -> None:
        for one in nodes:
            if isinstance(one, Tag):
                self._element(one, look, sheet)
            elif _is_read(one):
                sheet.say(str(one), look)

    def _element(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if _is_hidden(tag):
            return
        if look.depth >= _DEEPEST and _holds_more(tag):
            self._walk(_side_by_side(tag), look, sheet)
            return
        classes = _classes(tag)
        nests = tag.name in _NESTING or "admonition" in classes
        look = replace(look, depth=look.depth + (_BLOCK if nests else 1))
        if known := self._known.get(tag.name):
            known(tag, look, sheet)
        elif "plot" in classes:
            self._plot(tag, look, sheet)
        elif "admonition" in classes:
            self._quote(tag, look, sheet)
        elif tag.name in _IN_A_LINE and not (look.in_cell and classes & _LINES_OF_THEIR_OWN):
            self._inside_a_line(tag, _look_of(tag, look), sheet)
        else:
            self._apart(tag, _look_of(tag, look), sheet)

    def _apart(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        sheet.end()
        self._walk(tag.children, look, sheet)
        sheet.end()

    def _inside_a_line(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        aside = look.in_name and bool(_classes(tag) & {"count", "quiet"})
        behind = any(str(one).strip() for one in tag.previous_siblings)
        if not (aside and behind and tag.get_text(strip=True)):
            self._walk(tag.children, look, sheet)
            return
        # on a page its look sets it apart from the name that it stands behind
        sheet.say(" (", look)
        self._walk(tag.children, look, sheet)
        sheet.say(")", look)

    # What runs in a line.

    def _link(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        url = _whole(self._address, str(tag["href"])) if tag.has_attr("href") else ""
        self._inside_a_line(tag, replace(_look_of(tag, look), url=url or look.url), sheet)

    def _break(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        sheet.turn()
        self._walk(tag.children, look, sheet)

    def _quoted(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        sheet.say("“", look)
        self._walk(tag.children, look, sheet)
        sheet.say("”", look)

    def _picture(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        alternative = str(tag.get("alt", elsewhere.PICTURE)).strip()
        if alternative and look.url:
            sheet.say(alternative, look)
        elif alternative:
            said = elsewhere.picture(alternative) if tag.get("alt") else alternative
            self._on_the_page(said, look, sheet)

    def _elsewhere(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if tag.name == "input" and tag.get("type") == "hidden":
            return
        name = tag.get("title") or tag.get("aria-label") or elsewhere.KINDS[tag.name]
        self._on_the_page(str(name), look, sheet)

    def _on_the_page(self, said: str, look: Look, sheet: Sheet) -> None:
        sheet.say(f" {said} (", look)
        sheet.say(elsewhere.ON_THE_PAGE, replace(look, url=self._address))
        sheet.say(") ", look)

    def _drawing(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if not _classes(tag) & _SAID_BESIDE:
            said = str(tag.get("aria-label", "")) or " ".join(_strings(tag))
            sheet.say(said, look)

    def _plot(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        """Say what lines across a plot are; its table says everything else."""
        for one in tag.find_all("text", class_="level"):
            sheet.end()
            sheet.say(one.get_text(), replace(look, quiet=True))
        sheet.end()

    # What stands by itself.

    def _heading(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if pieces := self._line(tag, replace(look, in_name=True)):
            level = int(tag.name[1])
            sheet.add(Heading(max(level, 2) if self._has_title else level, pieces))
            self._has_title = self._has_title or level == 1

    def _summary(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        self._apart(tag, replace(look, strong=True), sheet)

    def _rule(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        sheet.add(Rule())
        self._walk(tag.children, look, sheet)

    def _quote(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if blocks := self.blocks(tag, look):
            sheet.add(Quote(blocks))

    def _verbatim(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        del look
        text = "".join(_strings(tag)).strip("\n")
        if text.strip():
            sheet.add(Verbatim(text))

    def _list(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        if _classes(tag) & _LEFT_OUT:
            return
        members = sum(_is(one, "li") for one in tag.children)
        number, step = counting.number(tag, members)
        found: list[tuple[int | None, tuple[Block, ...]]] = []
        for one in tag.children:
            own, nodes = None, iter((one,))
            if _is(one, "li"):
                own, nodes = counting.whole(one, "value", number), one.children
                number = own + step
            alone = Sheet()
            self._walk(nodes, replace(look, in_cell=True), alone)
            alone.end()
            if alone.blocks:
                found.append((own, tuple(alone.blocks)))
        if found and tag.name == "ol":
            sheet.add(counting.items(found))
        elif found:
            sheet.add(Items(tuple(blocks for _, blocks in found)))

    def _pairs(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        sheet.end()
        terms: list[tuple[Pieces, list[Block]]] = []
        for one in _members(tag):
            if _is(one, "dt"):
                terms.append((self._line(one, replace(look, in_name=True)), []))
            elif _is(one, "dd") and terms:
                terms[-1][1].extend(self.blocks(one, look))
            else:
                self._walk([one], look, sheet)
        if found := tuple((term, tuple(said)) for term, said in terms if term or said):
            sheet.add(Pairs(found))

    def _table(self, tag: Tag, look: Look, sheet: Sheet) -> None:
        parts = tables.Parts.of(tag, _is_hidden)
        sheet.end()
        for one in parts.astray:
            self._walk([one], look, sheet)
            sheet.end()
        caption = self._caption(tag, parts, look)
        inside = replace(look, in_cell=True)
        sheet.add(*tables.found(parts, lambda cell: self.blocks(cell, inside), caption))

    def _caption(self, tag: Tag, parts: tables.Parts, look: Look) -> Pieces:
        if parts.caption:
            return self._line(parts.caption, replace(look, in_name=True))
        named = str(tag.get("aria-labelledby", ""))
        # a name that holds the table, or one that is named in turn, would have no end
        names = self._soup.find(id=named) if named and not look.in_name else None
        if not isinstance(names, Tag) or any(one is names for one in tag.parents):
            return ()
        return self._line(names, Look(in_name=True, depth=look.depth))


def _is(node: PageElement, name: str) -> TypeGuard[Tag]:
    return isinstance(node, Tag) and node.name == name and not _is_hidden(node)


def _members(tag: Tag) -> Iterator[PageElement]:
    """Yield what is in a list of terms, of which some may be wrapped together."""
    for one in tag.children:
        if _is(one, "div"):
            yield from one.children
        else:
            yield one


def _is_read(node: PageElement) -> bool:
    unread = PreformattedString | Script | Stylesheet | TemplateString
    return isinstance(node, NavigableString) and not isinstance(node, unread)


def _strings(tag: Tag) -> Iterator[str]:
    rest = tag.contents[::-1]
    while rest:
        one = rest.pop()
        if isinstance(one, Tag) and one.name == "br":
            yield "\n"
        elif isinstance(one, Tag) and not _is_hidden(one):
            rest += one.contents[::-1]
        elif _is_read(one):
            yield str(one)


def _holds_more(tag: Tag) -> bool:
    return any(isinstance(one, Tag) for one in tag.contents)


def _side_by_side(tag: Tag) -> Iterator[PageElement]:
    """Yield what an element holds, however deep, that holds no element itself."""
    rest: list[PageElement] = [tag]
    while rest:
        one = rest.pop()
        if isinstance(one, Tag) and not _is_hidden(one) and _holds_more(one):
            around = [] if one.name in _IN_A_LINE else [NavigableString(" ")]
            rest += [*around, *one.contents[::-1], *around]
        else:
            yield one


def _is_hidden(tag: Tag) -> bool:
    style = re.sub(r"\s", "", str(tag.get("style", ""))).casefold()
    return (
        tag.name in _UNSEEN
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or (tag.name == "dialog" and not tag.has_attr("open"))
        or bool(_NOT_SHOWN.search(style))
    )


def _classes(tag: Tag) -> frozenset[str]:
    return frozenset(tag.get_attribute_list("class"))


def _look_of(tag: Tag, look: Look) -> Look:
    classes = _classes(tag)
    before = "when" in classes and tag.parent is not None and tag.parent.name == "li"
    return replace(
        look,
        strong=look.strong or tag.name in _STRONG or bool(classes & _TITLES) or before,
        emphasis=look.emphasis or tag.name in _EMPHASIS,
        code=look.code or tag.name in _CODE,
        quiet=look.quiet or bool(classes & _QUIET),
    )


def _whole(address: str, written: str) -> str:
    """Return the whole address of a link on the page at ``address``; nothing if it leads nowhere.

    Whatever a mail program would not open, such as a script, leads nowhere.
    """
    try:
        whole = urljoin(address, written.strip())
        parts = urlsplit(whole)
    except ValueError:
        return ""
    leads = parts.scheme in _SCHEMES and (parts.netloc or parts.scheme in {"mailto", "tel"})
    return quote(whole, safe=_SAFE) if leads else ""
