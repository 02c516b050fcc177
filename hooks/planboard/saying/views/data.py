"""Data views: what the page about the files may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.views.parts import Link
from planboard.saying.views.search import SearchEntry, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.truth.in_full import RecordInFull

__all__ = ["FileView", "KeysView", "SectionView", "keys", "search"]


@dataclass(frozen=True, slots=True)
class FileView:
    """One file, and each of its keys with what it says."""

    anchor: str
    name: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """The files beside one kind of page."""

    anchor: str
    title: str
    files: tuple[FileView, ...]


@dataclass(frozen=True, slots=True)
class KeysView:
    """Every kind of page that has files beside it."""

    title: str
    records: tuple[tuple[str, tuple[Link, ...]], ...]
    sections: tuple[SectionView, ...]
    schemas: tuple[Link, ...]


def keys(
    records: Iterable[tuple[RecordInFull, Iterable[str]]],
    kinds: Iterable[tuple[str, Mapping[str, Sequence[tuple[str, str]]]]],
    schemas: Iterable[str],
) -> KeysView:
    """Return the view of the files beside each kind of page.

    ``records`` come with the names of the files beside them. ``kinds`` names the kind of page, and
    gives the keys of each file with their meanings by the name of the file. ``schemas`` are the
    names of the JSON Schemas of the site.
    """
    return KeysView(
        title="Data files",
        records=tuple(
            (
                wording.title(record.head),
                tuple(Link(name, _beside(record, name)) for name in names),
            )
            for record, names in records
        ),
        sections=tuple(_section(page, files) for page, files in kinds),
        schemas=tuple(
            Link(name, routes.relative(routes.schema(name), routes.KEYS)) for name in schemas
        ),
    )


def search(view: KeysView) -> SearchView:
    """Return what search should know of the page: each file with the names of its keys."""
    return SearchView(
        title=view.title,
        text="How to read the files beside the pages, and what each of their columns says.",
        entries=tuple(
            SearchEntry(
                anchor=file.anchor,
                title=f"{section.title}: {file.name}",
                texts=(", ".join(name for name, _ in file.keys),),
            )
            for section in view.sections
            for file in section.files
        ),
    )


def _beside(record: RecordInFull, name: str) -> str:
    page = routes.record(record.kind, record.id)
    return routes.relative(routes.beside(page, name), routes.KEYS)


def _section(page: str, files: Mapping[str, Sequence[tuple[str, str]]]) -> SectionView:
    anchor = "beside-" + "-".join(page.lower().split())
    return SectionView(
        anchor=anchor,
        title=f"Beside {page}",
        files=tuple(
            FileView(f"{anchor}-{name.replace('.', '-').replace('_', '-')}", name, tuple(pairs))
            for name, pairs in files.items()
        ),
    )
