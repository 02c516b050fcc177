"""Front matter: the lines between two rows of dashes at the top of a written page."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["end", "lines"]

_DASHES: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FRONT_MATTER: Final = re.compile(
    # as MkDocs sees it: a page that begins with a rule and plain text has none
    r"---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*+(?=\{|[^\n]*:(?:\s|\Z)|---|\.\.\.)"
    r"(?s:.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)


def end(text: str) -> int:
    """Return where the front matter of a page ends; 0 where it has none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def lines(text: str) -> str | None:
    """Return the front matter of a page as YAML, each line where it stands; None without any."""
    match = _FRONT_MATTER.match(text)
    return _DASHES.sub("", match[0]) if match else None
