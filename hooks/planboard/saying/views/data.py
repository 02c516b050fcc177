"""Data views: what the page about the files may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["FileView", "KeysView", "keys"]


@dataclass(frozen=True, slots=True)
class FileView:
    """One file, and each of its keys with what it says."""

    anchor: str
    name: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeysView:
    """Every file beside a page."""

    files: tuple[FileView, ...]


def keys(files: Mapping[str, Sequence[tuple[str, str]]]) -> KeysView:
    """Return the view of ``files``: the keys of each with their meanings, by file name."""
    return KeysView(
        tuple(
            FileView(name.replace(".", "-").replace("_", "-"), name, tuple(pairs))
            for name, pairs in files.items()
        )
    )
