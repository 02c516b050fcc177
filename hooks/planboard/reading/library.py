"""Library: the only room that knows which files of a site there are, and which must be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planboard.reading import lists, strays
from planboard.reading.desk import MODELS, PAGE, Desk, inside, is_empty, models_in, no_papers
from planboard.reading.keys import names_owner
from planboard.reading.strays import Sought
from planboard.truth.entries import Entry, Library, Writing
from planboard.truth.model.fields import Record, as_id
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.register import Accepted, Glossary, Owners, Publishers, Scales, Site
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Place, Problem, one_of
from planboard.words.vocabulary.records import NEWSLETTERS, RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planboard.truth.model.newsletter import Newsletter

__all__ = ["ARCHIVE", "open_folder", "with_newsletter"]

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
_SETTINGS: Final = "mkdocs.yml"
_PAGES: Final = "content"
ARCHIVE: Final = frozenset({"index", "readme"})
"""Names under which the list of all newsletters would stand."""
_NO_TEXT: Final = re.compile(
    r"\.(?:avif|docx?|gif|gz|ico|jpe?g|mov|mp[34]|od[fpst]|otf|pdf|png|pptx?|tiff?|ttf|web[mp]"
    r"|woff2?|xlsx?|zip)",
    re.IGNORECASE,
)
"""What is not even opened; anything else may be text or not."""


def open_folder(root: Path, pages: Path | None = None) -> tuple[Library, tuple[Problem, ...]]:
    """Read every file of the site whose plans folder is ``root``.

    The folder that holds ``root`` is the site; ``pages`` is where its written pages are,
    ``content`` beside ``root`` unless given.

    Returns:
        The records that can be used with everything that is written in the site, and all
        complaints about the files. Files are named from the site, with forward slashes.
    """
    desk = Desk(root, pages or root.parent / _PAGES)
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
    programmes = desk.all_in(folders, RecordKind.PROGRAMME, Programme)
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
        programmes=programmes,
        sessions=desk.sessions_in(folders, programmes),
    )
    _missing_registers(desk, records_of_site)
    newsletters = tuple(_newsletters(desk))
    found = replace(records_of_site, newsletters=newsletters, writings=_writings(desk))
    return found, tuple(desk.problems)


def with_newsletter(
    found: Library, root: Path, name: str, data: bytes
) -> tuple[Library, tuple[Problem, ...]]:
    """Return what was ``found`` with an issue of a newsletter that no file holds yet.

    ``data`` is what the file called ``name`` would hold. All complaints about it are returned, too.
    """
    desk = Desk(root, root.parent / _PAGES)
    path = desk.pages / NEWSLETTERS / name
    entries = tuple(_with_its_name(desk, path, desk.newsletter_of(path, data)))
    written = filter(None, (*found.writings, *desk.writings.values()))
    return replace(
        found,
        newsletters=(*found.newsletters, *entries),
        writings=tuple(sorted(written, key=lambda one: one.file)),
    ), tuple(desk.problems)


def _newsletters(desk: Desk) -> Iterator[Entry[Newsletter]]:
    """Yield what stands at the top of each issue of a newsletter; its name is its address."""
    folder = desk.pages / NEWSLETTERS
    for path in sorted(_files_under(folder)):
        if path.suffix.lower() == strays.HIDDEN:
            desk.complain(
                Level.ERROR,
                "file-name",
                path,
                "This file is not read as a newsletter, because its name ends in .txt, and would "
                f"be published as it is. Call it {path.stem.removesuffix('.md')}.md.",
            )
        if path.suffix.lower() not in PAGE:
            continue
        if path.parent == folder:
            yield from _with_its_name(desk, path, desk.newsletter(path))
        else:
            desk.complain(
                Level.WARNING,
                "not-a-newsletter",
                path,
                "This page is not read as a newsletter, because it is in a folder inside "
                f"{NEWSLETTERS}/. Move it up into {NEWSLETTERS}/, under a name such as 2025-10.md.",
            )


def _with_its_name(
    desk: Desk, path: Path, entry: Entry[Newsletter] | None
) -> Iterator[Entry[Newsletter]]:
    """Yield what stands at the top of the file at ``path``, if it has a name for an address."""
    try:
        as_id(path.stem)
    except ValueError as error:
        desk.complain(
            Level.ERROR,
            "file-name",
            path,
            f'The name of this file is to be part of the address of a page, but "{path.stem}" '
            f"{error}",
        )
        return
    if path.stem not in ARCHIVE and path.suffix == ".md":
        yield from [entry] if entry else []
    elif path.stem not in ARCHIVE:
        desk.complain(
            Level.ERROR,
            "file-name",
            path,
            f"The name of a newsletter ends in .md. Call this file {path.stem}.md.",
        )
    else:
        desk.complain(
            Level.ERROR,
            "file-name",
            path,
            "A newsletter cannot have this name: it is that of the list of all newsletters. "
            "Give it another one that ends in .md, such as 2026-05.md.",
        )


def _writings(desk: Desk) -> tuple[Writing, ...]:
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


def _missing_registers(desk: Desk, library: Library) -> None:
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
    there = {strays.meant(path.name) for path in inside(folder)}  # another ending has been told
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
        for path in inside(here):
            if path.is_dir():
                rest.append(path)
            else:
                yield path


def _folders(desk: Desk) -> Iterator[Path]:
    """Yield each folder that may hold records, and complain of what is in it and not read."""
    for folder in inside(desk.root):
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


def _check_folder(desk: Desk, folder: Path) -> None:
    """Complain of what is in the folder of a record and not read, or that there is nothing."""
    models = models_in(folder)
    sought = lists.sought(MODELS, models)
    desk.stray_files(folder, sought)
    for key, names in lists.owners(models).items():
        beside = (folder / f"{key}.csv", folder / key)
        if len(names) > 1:
            desk.problems += [
                lists.against_many(key, desk.label(path), names) for path in beside if path.exists()
            ]
    if not no_papers(folder, sought):
        desk.complain(
            Level.WARNING,
            "no-record",
            folder,
            f"This folder holds no record. Put a file {one_of(_RECORD_FILES)} in it"
            f"{', or delete the folder' if is_empty(folder) else ''}.",
        )
