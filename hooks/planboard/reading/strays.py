"""Strays: the only room that says of a file nobody reads what its name was meant to be."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from planboard.words.problems import Level, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["HIDDEN", "Sought", "SoughtEntries", "meant"]

_YAML: Final = frozenset({".yml", ".yaml", ""})
_PAPERS: Final = (".md", ".txt")
HIDDEN: Final = ".txt"
"""What Notepad puts behind a name, and Windows does not show."""
_ENDING: Final = re.compile(r"(?:\.ya?ml(?:\.txt)?)?$", re.IGNORECASE)
_ANY_YAML: Final = re.compile(r"\.ya?ml(?:\.txt)?$", re.IGNORECASE)
_TABLE: Final = re.compile(r"\.(?:csv|tsv)(?:\.txt)?$", re.IGNORECASE)
_SHEET: Final = re.compile(r"\.(?:xlsx?|xlsm|ods|txt)$", re.IGNORECASE)
"""How a table is called that its program has not saved as CSV; text is one way that Excel has."""


def meant(name: str) -> str:
    """Return the name that a file would have as a record, whatever its ending and capitals are.

    What Windows hides is an ending too; a file of another kind keeps its name.
    """
    return _ENDING.sub(".yml", name, count=1).lower()


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in a folder.

    ``files`` are its records, whether they are there or not. ``lists`` may stand beside those
    that are, each in a table or a folder: the file it is a part of by its key. ``others`` would
    stand beside records that are not there.
    """

    files: tuple[str, ...]
    lists: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)

    def has(self, name: str, *, is_folder: bool) -> bool:
        """Return whether a file or folder called ``name`` is read."""
        if is_folder:
            return name in self.lists
        return name in self.files or (name.endswith(".csv") and name[:-4] in self.lists)

    def is_paper(self, name: str) -> bool:
        """Return whether a file is a note for those who look into the folder."""
        return name.endswith(_PAPERS) and meant(name) not in self.files and not self._list_of(name)

    def against(self, name: str, there: Iterable[str], *, is_folder: bool) -> tuple[Level, str]:
        """Return how bad it is that ``name`` is not read, and what to do.

        It is an error where it surely is what is looked for, and ``there`` is nothing else that is.
        """
        around = set(there)
        free = [one for one in self.files if one not in around]
        keys = [one for one in self.lists if not around & {one, f"{one}.csv"}]
        suffix = name[name.rfind(".") :] if "." in name else ""
        if is_folder:
            near = nearest(name, keys)
            return Level.WARNING, f'Rename it to "{near}".' if near else self._general()
        if meant(name) in free:
            return Level.ERROR, _rename(name, meant(name))
        if self._list_of(name) in keys:
            return _of_list(name, self._list_of(name))
        near = nearest(name.removesuffix(suffix), [one.removesuffix(".yml") for one in free])
        if near and suffix in _YAML:
            return Level.WARNING, f'Rename it to "{near}.yml".'
        if suffix == ".csv":
            return Level.WARNING, self._against_table(name.removesuffix(suffix), keys)
        return Level.WARNING, self._general()

    def _list_of(self, name: str) -> str:
        """Return the list that a file seems to hold, by its name and ending; nothing for none."""
        key = _TABLE.sub("", _SHEET.sub("", name)).lower()
        is_list = key in self.lists and (_TABLE.search(name) or _SHEET.search(name))
        return key if is_list else ""

    def _against_table(self, name: str, free: Iterable[str]) -> str:
        near = nearest(name, free)
        if near:
            return f'Rename it to "{near}.csv".'
        if name in self.others:
            return f"It would be read beside {self.others[name]}, which is not here."
        if self.lists:
            return (
                "A table here has the name of a list of the record: "
                f"{', '.join(f'{one}.csv' for one in self.lists)}. Rename it, or move it out of "
                "this folder."
            )
        return self._general()

    def _general(self) -> str:
        return (
            f"Here {', '.join(self.files)} {'is' if len(self.files) == 1 else 'are'} read. "
            "Delete it, or move it out of this folder."
        )


@dataclass(frozen=True, slots=True)
class SoughtEntries:
    """What is looked for in a folder with an entry of a list, or a table, in each file."""

    ending: str = ".yml"

    def has(self, name: str, *, is_folder: bool) -> bool:
        """Return whether a file or folder called ``name`` is read."""
        return name.endswith(self.ending) and not is_folder

    def is_paper(self, name: str) -> bool:
        """Return whether a file is a note for those who look into the folder."""
        papers = _PAPERS if self.ending == ".yml" else _PAPERS[:1]  # a table may be saved as text
        return name.endswith(papers) and not self._is_meant(name)

    def against(self, name: str, there: Iterable[str], *, is_folder: bool) -> tuple[Level, str]:
        """Return how bad it is that ``name`` is not read, and what to do."""
        better = meant(name) if self.ending == ".yml" else f"{self._bare(name)}{self.ending}"
        if self._is_meant(name) and not is_folder and better not in set(there):
            return Level.ERROR, _rename(name, better)
        if self.ending != ".yml" and _SHEET.search(name) and not is_folder:
            return Level.ERROR, (
                f'Open it in the spreadsheet program and save it as "CSV UTF-8": {better}.'
            )
        return Level.WARNING, (
            f'Here each file that ends in "{self.ending}" is read. Delete it, or move it out of '
            "this folder."
        )

    def _is_meant(self, name: str) -> bool:
        return bool((_ANY_YAML if self.ending == ".yml" else _TABLE).search(name))

    def _bare(self, name: str) -> str:
        """Return the name of a table without whatever stands for its ending."""
        return _TABLE.sub("", _SHEET.sub("", name)).lower()


def _of_list(name: str, key: str) -> tuple[Level, str]:
    """Return what to do with a file that surely holds a list, but is no ``.csv`` yet."""
    if _TABLE.search(name):
        return Level.ERROR, _rename(name, f"{key}.csv")
    save = f'save it as "CSV UTF-8" with the name "{key}.csv".'
    if name.lower().endswith(HIDDEN):
        return Level.WARNING, f'If it is the table of "{key}", {save}'
    return Level.ERROR, f"Open it in the spreadsheet program and {save}"


def _rename(name: str, better: str) -> str:
    if name.lower().endswith(HIDDEN):
        return f'Take ".txt" off it: "{better}". Windows may hide the ".txt".'
    return f'Rename it to "{better}".'
