"""Made: the shape of a page and of a file that were made from records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from planboard.truth.in_full import RecordInFull

__all__ = ["DataFile", "DataPage", "Made", "newest", "sizes", "together", "with_files"]


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


@dataclass(frozen=True, slots=True)
class Made:
    """Pages with the files beside them."""

    pages: tuple[DataPage, ...]
    files: tuple[DataFile, ...] = ()


def with_files(page: DataPage, files: Mapping[str, bytes]) -> Made:
    """Return ``page`` with ``files``, given by name, beside it."""
    found = (DataFile(routes.beside(page.address, name), one) for name, one in files.items())
    return Made((page,), tuple(found))


def newest(records: Iterable[RecordInFull]) -> date | None:
    """Return the last day on which the facts of any of ``records`` were true."""
    return max((one.head.as_at.last for one in records), default=None)


def together(parts: Iterable[Made]) -> Made:
    """Return the pages and files of all ``parts`` as one."""
    found = tuple(parts)
    return Made(
        tuple(page for one in found for page in one.pages),
        tuple(file for one in found for file in one.files),
    )


def sizes(files: Mapping[str, bytes]) -> dict[str, int]:
    """Return how many bytes each of ``files`` has."""
    return {name: len(content) for name, content in files.items()}
