"""Starters: the blanks of a new site, filled in as an editor would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["fill_blanks", "written"]


def written(folder: Path) -> dict[str, str]:
    """Return every file below ``folder`` by its name, but not what was installed there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".venv" not in path.relative_to(folder).parts
    }


def fill_blanks(folder: Path, address: str) -> None:
    """Write words of Hill Town for every blank, and ``address`` for that of the site."""
    for name, text in written(folder).items():
        if "FILL IN" in text:
            placed = text.replace("https://FILL IN the address of the site", address)
            filled = re.sub(r"email: FILL IN [^\n]+", "email: plans@hill-town.example", placed)
            filled = re.sub(r"phone: FILL IN [^\n]+", "phone: 01632 960000", filled)
            filled = re.sub(r"FILL IN [^\n.,;:]+", "what Hill Town has to say", filled)
            (folder / name).write_bytes(filled.encode("utf-8", "surrogateescape"))
