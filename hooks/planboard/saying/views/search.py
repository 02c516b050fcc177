"""Search views: the shape of what search knows of a page, and never shows as it stands."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SearchEntry", "SearchView"]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search knows of one part: its place, its title, and its words, part by part."""

    anchor: str
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What search knows of one page."""

    title: str
    text: str
    entries: tuple[SearchEntry, ...]
