"""Library: the only room that opens the files of a site and knows which there are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from planboard.reading import characters, documents, records
from planboard.reading.documents import Document
from planboard.truth.collection import Entry, Library, Writing
from planboard.truth.model.fields import Record, as_id
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.plan import Plan
from planboard.truth.model.register import Accepted, Glossary, Owners, Publishers, Scales, Site
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Place, Problem, nearest, one_of
from planboard.words.vocabulary import NamedAs, RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
_YAML: Final = frozenset({".yml", ".yaml", ""})
_PAPERS: Final = frozenset({".md", ".txt"})
_HIDDEN: Final = ".txt"
"""What Notepad puts behind a name, and Windows does not show."""
_ENDING: Final = re.compile(r"(?:\.ya?ml(?:\.txt)?)?$", re.IGNORECASE)
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
        """Read one file, or None when it is not there or nothing of it can be used."""
        if not path.is_file():
            return None
        data = self.open(path)
        if data is None:
            return None
        document = documents.read(data, self.label(path))
        self.writings[path] = Writing(
            document.file, document.text or _as_far_as_it_goes(data), tuple(document.values())
        )
        entry, problems = records.read(name, document, model)
        self.problems += [*document.problems, *problems]
        return entry

    def all_in(
        self, folders: tuple[Path, ...], kind: RecordKind, model: type[R]
    ) -> tuple[Entry[R], ...]:
        """Read the record of one kind that each folder may hold."""
        found = (self.read(folder / f"{kind}.yml", model, folder.name) for folder in folders)
        return tuple(entry for entry in found if entry is not None)

    def open(self, path: Path) -> bytes | None:
        """Return what is in a file, or None with a complaint when it cannot be opened."""
        self.writings[path] = None
        try:
            return path.read_bytes()
        except OSError as error:
            self.complain(
                Level.ERROR,
                "cannot-open",
                path,
                f"This file cannot be opened: {error.strerror}. Check who may read it.",
            )
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

    def stray_files(self, folder: Path, known: tuple[str, ...]) -> None:
        """Warn of files that nobody will read, so that no text is lost silently."""
        found = _no_papers(folder, known)
        free = {name.removesuffix(".yml"): name for name in known if folder / name not in found}
        for path in found:
            if path.name in known:
                continue
            near = nearest(path.stem, free)
            meant = _meant(path)
            level = Level.ERROR if meant in free.values() else Level.WARNING
            if level is Level.ERROR and path.suffix.lower() == _HIDDEN:
                way_out = f'Take ".txt" off it: "{meant}". Windows may hide the ".txt".'
            elif level is Level.ERROR:
                way_out = f'Rename it to "{meant}".'
            elif near and path.suffix in _YAML:
                way_out = f'Rename it to "{free[near]}".'
            else:
                way_out = (
                    f"Here {', '.join(known)} {'is' if len(known) == 1 else 'are'} read. "
                    "Delete it, or move it out of this folder."
                )
            self.complain(
                level,
                "stray-file",
                path,
                f"This file is not read: it does not have a name that is looked for. {way_out}",
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
    desk.stray_files(folder, _REGISTER_FILES)
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
    there = {_meant(path) for path in _inside(folder)}  # another ending has been told
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
        bool(inner) if name in list(NamedAs) else _names_owners(inner) for name, inner in value
    )


def _meant(path: Path) -> str:
    """Return the name that a file would have as a record, whatever its ending and capitals are.

    What Windows hides is an ending too; a folder, and a file of another kind, keep their names.
    """
    return path.name if path.is_dir() else _ENDING.sub(".yml", path.name, count=1).lower()


def _no_papers(folder: Path, known: tuple[str, ...]) -> list[Path]:
    """Return what is in a folder but notes, with each file of ``known`` that poses as a note."""
    return [path for path in _inside(folder) if path.suffix not in _PAPERS or _meant(path) in known]


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
            if folder.suffix not in _PAPERS:
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
    desk.stray_files(folder, _RECORD_FILES)
    if not _no_papers(folder, _RECORD_FILES):
        is_empty = not any(folder.iterdir())
        desk.complain(
            Level.WARNING,
            "no-record",
            folder,
            f"This folder holds no record. Put a file {one_of(_RECORD_FILES)} in it"
            f"{', or delete the folder' if is_empty else ''}.",
        )
