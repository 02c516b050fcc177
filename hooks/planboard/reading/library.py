"""Library: the only room that opens the files of a site and knows which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from planboard.reading import documents, records
from planboard.truth.collection import Entry, Library
from planboard.truth.model.plan import Plan
from planboard.truth.model.register import Owners, Publishers, Scales, Site
from planboard.words.problems import Level, Place, Problem, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from planboard.truth.model.fields import Record

__all__ = ["open_folder"]

R = TypeVar("R", bound="Record")

_REGISTERS: Final = "registers"
_REGISTER_FILES: Final = ("site.yml", "publishers.yml", "owners.yml", "scales.yml")
_RECORD_FILES: Final = ("plan.yml",)
_PAPERS: Final = frozenset({".md", ".txt"})


class _Desk:
    """Where complaints are gathered while the files of one folder are opened."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def label(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    def complain(self, level: Level, code: str, path: Path, message: str) -> None:
        self.problems.append(Problem(level, code, Place(self.label(path)), message))

    def read(self, path: Path, model: type[R], name: str) -> Entry[R] | None:
        """Read one file, or None when it is not there or nothing of it can be used."""
        if not path.is_file():
            return None
        try:
            data = path.read_bytes()
        except OSError as error:
            self.complain(
                Level.ERROR,
                "cannot-open",
                path,
                f"The file cannot be opened: {error.strerror}. Check who may read it.",
            )
            return None
        document = documents.read(data, self.label(path))
        record, problems = records.read(document, model)
        self.problems += [*document.problems, *problems]
        return None if record is None else Entry(name, record, document)

    def stray_files(self, folder: Path, known: tuple[str, ...]) -> None:
        """Warn of files that nobody will read, so that no text is lost silently."""
        for path in sorted(folder.iterdir()):
            if path.name in known or path.name.startswith(".") or path.suffix in _PAPERS:
                continue
            hint = did_you_mean(path.name, known) or f" Files here are {', '.join(known)}."
            self.complain(
                Level.WARNING,
                "stray-file",
                path,
                f"No file of this name is looked for, so it is not read.{hint}",
            )


def open_folder(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Read every file of the plans folder ``root``.

    Returns:
        The records that can be used, and all complaints about the files. Files are named from
        the folder that holds ``root``, with forward slashes.
    """
    desk = _Desk(root)
    if not root.is_dir():
        problem = Problem(
            Level.ERROR,
            "no-plans",
            Place(root.name),
            f'There is no folder "{root.name}" here. Run this in the folder that holds it.',
        )
        return Library(), (problem,)
    registers = root / _REGISTERS
    site = desk.read(registers / "site.yml", Site, "site")
    if not (registers / "site.yml").is_file():
        desk.complain(
            Level.ERROR,
            "no-site",
            registers / "site.yml",
            'The file is missing. It begins with "format: 1" and says the title of the site.',
        )
    library = Library(
        site=site,
        publishers=desk.read(registers / "publishers.yml", Publishers, "publishers"),
        owners=desk.read(registers / "owners.yml", Owners, "owners"),
        scales=desk.read(registers / "scales.yml", Scales, "scales"),
        plans=_plans(desk),
    )
    if registers.is_dir():
        desk.stray_files(registers, _REGISTER_FILES)
    return library, tuple(desk.problems)


def _plans(desk: _Desk) -> tuple[Entry[Plan], ...]:
    plans = []
    for folder in sorted(desk.root.iterdir()):
        if folder.name == _REGISTERS or folder.name.startswith("."):
            continue
        if not folder.is_dir():
            if folder.suffix not in _PAPERS:
                desk.complain(
                    Level.WARNING,
                    "stray-file",
                    folder,
                    "A file here is not read. Give each plan a folder of its own, "
                    "with a file plan.yml in it.",
                )
            continue
        if not _is_id(folder.name):
            desk.complain(
                Level.ERROR,
                "folder-name",
                folder,
                f'The folder "{folder.name}" is part of the address of a page. Name it with '
                "lower-case letters, figures and hyphens only.",
            )
            continue
        desk.stray_files(folder, _RECORD_FILES)
        plan = desk.read(folder / "plan.yml", Plan, folder.name)
        if plan is not None:
            plans.append(plan)
    return tuple(plans)


def _is_id(name: str) -> bool:
    return all(one in "abcdefghijklmnopqrstuvwxyz0123456789-" for one in name) and name[0] != "-"
