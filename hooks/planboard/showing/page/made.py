"""Made: the shape of a page and of a file that were made from records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["KEYS_PAGE", "DataFile", "DataPage", "beside", "sizes"]

KEYS_PAGE: Final = "data-files/"
"""The address of the page that explains the files."""


@dataclass(frozen=True, slots=True)
class DataPage:
    """A page made from records: whole HTML for the reader, short HTML for search.

    ``anchors`` are the places on it that links may point at; ``above`` are the title and address
    of each page on the way down to it, the home page left out.
    """

    address: str
    title: str
    description: str
    html: str
    search_html: str
    anchors: tuple[str, ...]
    above: tuple[tuple[str, str], ...]
    in_nav: bool
    facts_of: date | None


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file for readers to take away."""

    address: str
    content: bytes


def beside(page: str, files: Mapping[str, bytes]) -> list[DataFile]:
    """Return ``files``, given by name, as they stand beside ``page``."""
    return [DataFile(routes.beside(page, name), content) for name, content in files.items()]


def sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    """Return how many bytes each of ``files`` has."""
    return {name: len(content) for name, content in files.items()}
