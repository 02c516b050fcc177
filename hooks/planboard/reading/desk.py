"""Desk: the only room that opens the files of a site, and gathers what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from planboard.reading import characters, documents, lists, records, stream
from planboard.reading.documents import Document
from planboard.reading.lists import Found
from planboard.reading.markdown import front_matter
from planboard.reading.sessions import Sum
from planboard.reading.strays import Sought, SoughtEntries
from planboard.reading.tables import table as tables
from planboard.truth.entries import Entry, Writing
from planboard.truth.model.fields import Record
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.newsletter import Newsletter
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.published import Published
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Place, Problem
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planboard.truth.model.programme.sessions import Sessions

__all__ = ["MODELS", "PAGE", "Desk", "inside", "is_empty", "models_in", "no_papers"]

R = TypeVar("R", bound=Record)

MODELS: Final[dict[str, type[Published]]] = {
    RecordKind.PLAN: Plan,
    RecordKind.FORUMS: Forums,
    RecordKind.ISSUES: IssueLog,
    RecordKind.REPORT: Report,
    RecordKind.PROGRAMME: Programme,
}
PAGE: Final = frozenset({".md", ".markdown"})
"""How the name of a written page ends."""
_TEXT: Final = re.compile(
    r"\.(?:csv|eml|geojson|html?|ics|json|markdown|md|svg|tsv|txt|vcf|xml|ya?ml)", re.IGNORECASE
)
"""What is published as text, and so must be text that can be read."""


class Desk:
    """Where complaints are gathered while the files of one site are opened."""

    def __init__(self, root: Path, pages: Path) -> None:
        self.root = root
        self.pages = pages
        self.problems: list[Problem] = []
        self.writings: dict[Path, Writing | None] = {}

    def label(self, path: Path) -> str:
        """Return what complaints call a file: its way from the site, with forward slashes."""
        site = self.root.parent
        return path.relative_to(site if site in path.parents else self.pages.parent).as_posix()

    def complain(self, level: Level, code: str, path: Path, message: str) -> None:
        """Complain of a whole file or folder."""
        self.problems.append(Problem(level, code, Place(self.label(path)), message))

    def read(self, path: Path, model: type[R], name: str) -> Entry[R] | None:
        """Read one file, or None when it is not there or nothing of it can be used.

        A list of a published record may stand in files beside it.
        """
        document = self.document(path) if path.is_file() else None
        if document is None:
            return None
        if issubclass(model, Published):
            for key, inner in lists.owned_by(path.stem, models_in(path.parent)).items():
                document = self.with_list(document, path.with_name(key), inner)
        entry, problems = records.read(name, document, model)
        self.problems += [*document.problems, *problems]
        return entry

    def document(self, path: Path) -> Document | None:
        """Read one file as plain data, or None with a complaint when it cannot be opened."""
        data = self.open(path)
        if data is None:
            return None
        document = documents.read(data, self.label(path))
        self.writings[path] = Writing(
            document.file, document.text or _as_far_as_it_goes(data), tuple(document.values())
        )
        return document

    def with_list(self, document: Document, path: Path, model: type[Record]) -> Document:
        """Return ``document`` with the list that stands beside it at ``path``, if one does.

        ``path`` has no ending; its name is the key of the list. It is a table or a folder.
        """
        csv = path.with_name(f"{path.name}.csv")
        if csv.is_file():
            other = self.label(path) if path.is_dir() else ""
            return self.table(csv, model).into(document, path.name, other)
        return self.entries(path).into(document, path.name) if path.is_dir() else document

    def table(self, path: Path, model: type[Record]) -> Found:
        """Read a table, each row of it an entry of a list."""
        data = self.open(path)
        if data is None:
            return Found(self.label(path), problems=tuple(self.problems[-1:]))
        read = tables.read(data, self.label(path), model)
        text = read.text or _as_far_as_it_goes(data)
        self.writings[path] = Writing(self.label(path), text, read.values)
        return lists.of_table(self.label(path), read)

    def entries(self, folder: Path) -> Found:
        """Read a folder that holds each entry of a list in a file of its own."""
        files = [path for path in inside(folder) if path.suffix == ".yml" and path.is_file()]
        self.stray_files(folder, SoughtEntries())
        if not files:
            self.complain(
                Level.WARNING,
                "no-entry",
                folder,
                f'This folder holds no entry of "{folder.name}". Put a file in it for each, with a'
                ' name that ends in ".yml", or delete the folder.',
            )
        return lists.of_documents(self.label(folder), filter(None, map(self.document, files)))

    def all_in(
        self, folders: tuple[Path, ...], kind: RecordKind, model: type[R]
    ) -> tuple[Entry[R], ...]:
        """Read the record of one kind that each folder may hold."""
        found = (self.read(folder / f"{kind}.yml", model, folder.name) for folder in folders)
        return tuple(entry for entry in found if entry is not None)

    def sessions_in(
        self, folders: tuple[Path, ...], programmes: tuple[Entry[Programme], ...]
    ) -> dict[str, Sessions]:
        """Return the sessions of each folder with a programme, added up table by table."""
        known = {entry.id: entry.record for entry in programmes}
        found = {}
        for folder in folders:
            models = models_in(folder)
            if RecordKind.PROGRAMME not in models:
                continue
            added, whole = Sum(known.get(folder.name)), True
            for key in lists.added_up_by(RecordKind.PROGRAMME, models):
                wholes = [self.add_up(path, added) for path in self._tables(folder / key)]
                whole = whole and all(wholes)
            found[folder.name] = added.total(whole=whole)
        return found

    def _tables(self, path: Path) -> Iterator[Path]:
        """Yield the table at ``path``, which has no ending, and those in the folder there."""
        csv = path.with_name(f"{path.name}.csv")
        if csv.is_file():
            yield csv
        if path.is_dir():
            sought = SoughtEntries(".csv")
            self.stray_files(path, sought)
            yield from (one for one in inside(path) if sought.has(one.name, is_folder=one.is_dir()))

    def add_up(self, path: Path, added: Sum) -> bool:
        """Add the sessions of one table, and return whether all of it could be read."""
        try:
            with path.open("rb") as file:
                read = stream.read(file, self.label(path), added)
        except OSError as error:
            self.cannot_open(path, error)
            return False
        self.problems += read.problems
        self.writings[path] = Writing(self.label(path), "", read.texts)
        return read.whole

    def cannot_open(self, path: Path, error: OSError) -> None:
        """Complain of a file that cannot be opened."""
        self.writings[path] = None
        self.complain(
            Level.ERROR,
            "cannot-open",
            path,
            f"This file cannot be opened: {error.strerror}. Check who may read it.",
        )

    def newsletter(self, path: Path) -> Entry[Newsletter] | None:
        """Read what stands at the top of one issue of a newsletter; None where nothing is of use.

        The rest of the file is a written page like any other.
        """
        data = self.open(path)
        return None if data is None else self.newsletter_of(path, data)

    def newsletter_of(self, path: Path, data: bytes) -> Entry[Newsletter] | None:
        """Read one issue of a newsletter that is ``data``, and is or will be at ``path``."""
        file = self.label(path)
        text, problems = characters.decode(data, file)
        self.problems += problems
        text = text or _as_far_as_it_goes(data)
        top = front_matter.lines(text)
        writing = Writing(file, text, is_page=True, newsletter=path.stem)
        self.writings[path] = writing
        if top is None or not top.strip():
            line, message = front_matter.missing(text)
            place = Place(file, line, 1 if line else 0)
            self.problems.append(Problem(Level.ERROR, "no-front-matter", place, message))
            return None
        document = documents.read(top.encode(), file)
        self.writings[path] = replace(writing, values=tuple(document.values()))
        entry, unread = records.read(path.stem, document, Newsletter)
        self.problems += [*document.problems, *unread]
        return entry

    def open(self, path: Path) -> bytes | None:
        """Return what is in a file, or None with a complaint when it cannot be opened."""
        self.writings[path] = None
        try:
            return path.read_bytes()
        except OSError as error:
            self.cannot_open(path, error)
            return None

    def note(self, path: Path, *, published: bool) -> None:
        """Keep what is written in a file that holds no record, if it holds text at all.

        One that is ``published`` as text must be text that can be read.
        """
        data = self.open(path)
        if data is None:
            return
        text, problems = characters.decode(data, self.label(path))
        if _TEXT.fullmatch(path.suffix):
            self.problems += problems if published else ()
            text = text or _as_far_as_it_goes(data)
        is_page = published and path.suffix.lower() in PAGE
        self.writings[path] = Writing(self.label(path), text or "", is_page=is_page)

    def register(self, path: Path, empty: R) -> Entry[R] | None:
        """Read one register; ``empty`` stands for one of which nothing can be used.

        None when there is no such file.
        """
        if not path.is_file():
            return None
        nothing = Entry(path.stem, empty, Document(self.label(path), None, ()), whole=False)
        return self.read(path, type(empty), path.stem) or nothing

    def stray_files(self, folder: Path, sought: Sought | SoughtEntries) -> None:
        """Complain of what is in a folder and read by nobody, so that no text is lost silently."""
        found = no_papers(folder, sought)
        there = [path.name for path in found]
        for path in found:
            is_folder = path.is_dir()
            if sought.has(path.name, is_folder=is_folder):
                continue
            level, way_out = sought.against(path.name, there, is_folder=is_folder)
            what = "folder" if is_folder else "file"
            self.complain(
                level,
                "stray-file",
                path,
                f"This {what} is not read: it does not have a name that is looked for. {way_out}",
            )


def _as_far_as_it_goes(data: bytes) -> str:
    """Return what can be read of a file that is not UTF-8."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def models_in(folder: Path) -> dict[str, type[Published]]:
    """Return the models of the records that are in a folder."""
    return {name: one for name, one in MODELS.items() if (folder / f"{name}.yml").is_file()}


def no_papers(folder: Path, sought: Sought | SoughtEntries) -> list[Path]:
    """Return what is in a folder but notes, with each file that poses as a note."""
    return [path for path in inside(folder) if path.is_dir() or not sought.is_paper(path.name)]


def inside(folder: Path) -> list[Path]:
    """Return what is in a folder, without what the system hides."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def is_empty(folder: Path) -> bool:
    """Return whether nothing at all is in a folder, not even what the system hides."""
    return not any(folder.iterdir())
