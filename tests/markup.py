"""Markup: what a browser would find in the HTML of a fragment."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Element", "as_written", "parsed"]

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"}
_VOID |= {"line", "path", "rect"}  # of a drawing


@dataclass
class Element:
    """An element with its attributes, and what lies inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words as they are read, white space folded."""
        return " ".join("".join(_strings(self)).split())

    def every(self, tag: str = "", attribute: str = "") -> list[Element]:
        """Return all elements inside it with this tag and attribute, in the order of the text."""
        return [
            one
            for one in _elements(self)
            if tag in {"", one.tag} and (not attribute or attribute in one.attributes)
        ]

    def place(self, name: str) -> Element:
        """Return the one element with the id ``name``."""
        (found,) = [one for one in self.every(attribute="id") if one.attributes["id"] == name]
        return found

    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return every tag inside it with the names of its attributes, and no words."""
        return [(one.tag, tuple(one.attributes)) for one in self.every()]


def _strings(element: Element) -> Iterator[str]:
    for one in element.inside:
        if isinstance(one, str):
            yield one
        else:
            yield from _strings(one)


def _elements(element: Element) -> Iterator[Element]:
    for one in element.inside:
        if isinstance(one, Element):
            yield one
            yield from _elements(one)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        assert tag in _VOID, f"<{tag}/> is not empty"

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"there is a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"there is a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"there is an instruction: {data}")


def parsed(html: str) -> Element:
    """Return the whole of ``html``, in which every element must be closed where it was opened."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is left open"
    return reader.open[0]


def as_written(html: str) -> str:
    """Return a page without the words that spell an abbreviation out at its first place."""
    return re.sub(r' <span class="expansion">[^<]*</span>', "", html)
