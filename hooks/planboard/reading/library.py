"""Library: the only room that opens the files of a site and knows which there are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from planboard.reading import characters, documents, lists, records, strays
from planboard.reading.documents import Document
from planboard.reading.keys import names_owner
from planboard.reading.lists import Found
from planboard.reading.sessions import Sum
from planboard.reading.strays import Sought, SoughtEntries
from planboard.reading.tables import stream
from planboard.reading.tables import table as tables
from planboard.truth.entries import Entry, Library, Writing
from planboard.truth.model.fields import Record, as_id
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.published import Published
from planboard.truth.model.register import Accepted, Glossary, Owners, Publishers, Scales, Site
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Place, Problem, one_of
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planboard.truth.model.programme.sessions import Sessions

__all__ = ["open_folder"]

R = TypeVar("R", bound=Record)

_REGISTERS: Final = "registers"
_REGISTER_FILES: Final = (
    "site.yml",
    "publishers.yml",
    "owners.yml",
    "scales.yml",
    "glossary.yml",
    "accepted.yml",
)
_RECORD_FILES: Final = tuple(f"{kind}.yml" for kind in RecordKind)
_MODELS: Final[dict[str, type[Published]]] = {
    RecordKind.PLAN: Plan,
    RecordKind.FORUMS: Forums,
    RecordKind.ISSUES: IssueLog,
    RecordKind.REPORT: Report,
    RecordKind.PROGRAMME: Programme,
}
_SETTINGS: Final = "mkdocs.yml"
_PAGES: Final = "content"
_PAGE: Final = frozenset({".md", ".markdown"})
_TEXT: Final = re.compile(
    r"\.(?:csv|eml|geojson|html?|ics|json|markdown|md|svg|tsv|txt|vcf|xml|ya?ml)", re.IGNORECASE
)
"""What is published as text, and so must be text that can be read."""
_NO_TEXT: Final = re.compile(
    r"\.(?:avif|docx?|gif|gz|ico|jpe?g|mov|mp[34]|od[fpst]|otf|pdf|png|pptx?|tiff?|ttf|web[mp]"
    r"|woff2?|xlsx?|zip)",
    re.IGNORECASE,
)
"""What is not even opened; anything else may be text or not."""


class _Desk:
    """Where complaints are gathered while the files of one site are opened."""

    def __init__(self, root: Path, pages: Path) -> None:
        self.root = root
        self.pages = pages
        self.problems: list[Problem] = []
        self.writings: dict[Path, Writing | None] = {}

    def label(self, path: Path) -> str:
        site = self.root.parent
        return path.relative_to(site if site in path.parents else self.pages.parent).as_posix()

    def complain(self, level: Level, code: str, path: Path, message: str) -> None:
        self.problems.append(Problem(level, code, Place(self.label(path)), message))

    def read(self, path: Path, model: type[R], name: str) -> Entry[R] | None:
        """Read one file, or None when it is not there or nothing of it can be used.

        A list of a published record may stand in files beside it.
        """
        document = self.document(path) if path.is_file() else None
        if document is None:
            return None
        if issubclass(model, Published):
            for key, inner in lists.owned_by(path.stem, _models_in(path.parent)).items():
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
        files = [path for path in _inside(folder) if path.suffix == ".yml" and path.is_file()]
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

    def sessions_in(self, folders: tuple[Path, ...]) -> dict[str, Sessions]:
        """Return the sessions of each folder with a programme, added up table by table."""
        found = {}
        for folder in folders:
            models = _models_in(folder)
            if RecordKind.PROGRAMME not in models:
                continue
            added, whole = Sum(), True
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
            yield from (
                one for one in _inside(path) if sought.has(one.name, is_folder=one.is_dir())
            )

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
        is_page = published and path.suffix.lower() in _PAGE
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
        found = _no_papers(folder, sought)
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


def open_folder(root: Path, pages: Path | None = None) -> tuple[Library, tuple[Problem, ...]]:
    """Read every file of the site whose plans folder is ``root``.

    The folder that holds ``root`` is the site; ``pages`` is where its written pages are,
    ``content`` beside ``root`` unless given.

    Returns:
        The records that can be used with everything that is written in the site, and all
        complaints about the files. Files are named from the site, with forward slashes.
    """
    desk = _Desk(root, pages or root.parent / _PAGES)
    if not root.is_dir():
        problem = Problem(
            Level.ERROR,
            "no-plans",
            Place(root.name),
            f'There is no folder "{root.name}" here. Run this in the folder that holds it.',
        )
        return Library(), (problem,)
    registers = root / _REGISTERS
    folders = tuple(_folders(desk))
    records_of_site = Library(
        site=desk.read(registers / "site.yml", Site, "site"),
        publishers=desk.register(registers / "publishers.yml", Publishers(format="1")),
        owners=desk.register(registers / "owners.yml", Owners(format="1")),
        scales=desk.register(registers / "scales.yml", Scales(format="1")),
        glossary=desk.register(registers / "glossary.yml", Glossary(format="1")),
        accepted=desk.register(registers / "accepted.yml", Accepted(format="1")),
        plans=desk.all_in(folders, RecordKind.PLAN, Plan),
        forums=desk.all_in(folders, RecordKind.FORUMS, Forums),
        issues=desk.all_in(folders, RecordKind.ISSUES, IssueLog),
        reports=desk.all_in(folders, RecordKind.REPORT, Report),
        programmes=desk.all_in(folders, RecordKind.PROGRAMME, Programme),
        sessions=desk.sessions_in(folders),
    )
    _missing_registers(desk, records_of_site)
    writings = _writings(desk)
    return replace(records_of_site, writings=writings), tuple(desk.problems)


def _writings(desk: _Desk) -> tuple[Writing, ...]:
    """Return everything that is written in the site; of what is no record it is noted first."""
    folders = ((desk.pages, True), (desk.root, False))
    for path, published in [
        *((path, published) for folder, published in folders for path in _files_under(folder)),
        (desk.root.parent / _SETTINGS, True),
    ]:
        if _NO_TEXT.fullmatch(path.suffix):
            desk.writings[path] = Writing(desk.label(path), "")
        elif path not in desk.writings and path.is_file():
            desk.note(path, published=published)
    kept = [one for one in desk.writings.values() if one is not None]
    return tuple(sorted(kept, key=lambda one: one.file))


def _as_far_as_it_goes(data: bytes) -> str:
    """Return what can be read of a file that is not UTF-8."""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _missing_registers(desk: _Desk, library: Library) -> None:
    """Complain of each register that is not there and is needed by what is."""
    folder = desk.root / _REGISTERS
    if not folder.is_dir():
        desk.complain(
            Level.ERROR,
            "no-registers",
            folder,
            "This folder is missing. Get it back, or add it: it holds site.yml with the title of "
            "the site, publishers.yml and owners.yml.",
        )
        return
    desk.stray_files(folder, Sought(_REGISTER_FILES))
    needed = (
        ("site.yml", True, "says the title of the site"),
        (
            "publishers.yml",
            bool(library.records),
            "lists who publishes the records, each with an id, a name and a kind",
        ),
        (
            "owners.yml",
            any(_names_owners(entry.record) for entry in library.records),
            "lists who owns the work, each with an id and a role",
        ),
    )
    there = {strays.meant(path.name) for path in _inside(folder)}  # another ending has been told
    for name, is_needed, what in needed:
        if is_needed and name not in there:
            desk.complain(
                Level.ERROR,
                "no-register",
                folder / name,
                "This file is missing. Get the file back, or add it: it begins with "
                f'"format: 1" and {what}.',
            )


def _names_owners(value: object) -> bool:
    """Return whether a record, or one inside it, names an owner."""
    if isinstance(value, tuple):
        return any(map(_names_owners, value))
    return isinstance(value, Record) and any(
        bool(inner) if names_owner(type(value), name) else _names_owners(inner)
        for name, inner in value
    )


def _models_in(folder: Path) -> dict[str, type[Published]]:
    """Return the models of the records that are in a folder."""
    return {name: one for name, one in _MODELS.items() if (folder / f"{name}.yml").is_file()}


def _no_papers(folder: Path, sought: Sought | SoughtEntries) -> list[Path]:
    """Return what is in a folder but notes, with each file that poses as a note."""
    return [path for path in _inside(folder) if path.is_dir() or not sought.is_paper(path.name)]


def _inside(folder: Path) -> list[Path]:
    """Return what is in a folder, without what the system hides."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _files_under(folder: Path) -> Iterator[Path]:
    """Yield every file in a folder and in those inside it.

    A link is followed, because MkDocs follows it too, but never round in a circle.
    """
    rest, seen = [folder], set()
    while rest:
        here = rest.pop()
        real = here.resolve()
        if real in seen or not here.is_dir():
            continue
        seen.add(real)
        for path in _inside(here):
            if path.is_dir():
                rest.append(path)
            else:
                yield path


def _folders(desk: _Desk) -> Iterator[Path]:
    """Yield each folder that may hold records, and complain of what is in it and not read."""
    for folder in _inside(desk.root):
        if folder.name == _REGISTERS:
            continue
        if not folder.is_dir():
            if not Sought(()).is_paper(folder.name):
                desk.complain(
                    Level.WARNING,
                    "stray-file",
                    folder,
                    "This file is not read. Give each record a folder of its own, with a file "
                    f"{one_of(_RECORD_FILES)} in it.",
                )
            continue
        try:
            as_id(folder.name)
        except ValueError as error:
            desk.complain(
                Level.ERROR,
                "folder-name",
                folder,
                "The name of this folder is to be part of the address of a page, but "
                f'"{folder.name}" {error}',
            )
        _check_folder(desk, folder)
        yield folder


def _check_folder(desk: _Desk, folder: Path) -> None:
    """Complain of what is in the folder of a record and not read, or that there is nothing."""
    models = _models_in(folder)
    sought = lists.sought(_MODELS, models)
    desk.stray_files(folder, sought)
    for key, names in lists.owners(models).items():
        beside = (folder / f"{key}.csv", folder / key)
        if len(names) > 1:
            desk.problems += [
                lists.against_many(key, desk.label(path), names) for path in beside if path.exists()
            ]
    if not _no_papers(folder, sought):
        is_empty = not any(folder.iterdir())
        desk.complain(
            Level.WARNING,
            "no-record",
            folder,
            f"This folder holds no record. Put a file {one_of(_RECORD_FILES)} in it"
            f"{', or delete the folder' if is_empty else ''}.",
        )
