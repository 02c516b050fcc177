"""Front matter: the lines between two rows of dashes at the top of a written page."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["end", "lines", "missing"]

_DASHES: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FRONT_MATTER: Final = re.compile(
    # as MkDocs sees it: a page that begins with a rule and plain text has none
    r"---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*+(?=\{|[^\n]*:(?:\s|\Z)|---|\.\.\.)"
    r"(?s:.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)

_LIKE_DASHES: Final = re.compile(r"[–—―−]|(?:[-–—―−_*=][ \t]*){2,}")
"""A line that somebody, or a program that corrects what is typed, may have put for three dashes."""
_LIKE_A_KEY: Final = re.compile(r"\s*(?:#.*|[\w-]+[ \t]*:(?:\s.*)?|- .*)?|\s+.*")
_A_KEY: Final = re.compile(r"[a-z]+[ \t]*:(?:\s|$)")
_NO_DASHES: Final = "This line must be three plain dashes, and it is {}. Write --- here."
_EVERYTHING: Final = (
    "Put a line --- at the very top, then title, number, date, audience and programme or log, each "
    'on a line of its own as in "title: What you found", then --- again.'
)


def end(text: str) -> int:
    """Return where the front matter of a page ends; 0 where it has none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def lines(text: str) -> str | None:
    """Return the front matter of a page as YAML, each line where it stands; None without any."""
    match = _FRONT_MATTER.match(text)
    return _DASHES.sub("", match[0]) if match else None


def missing(text: str) -> tuple[int, str]:
    """Return why a page that should have front matter has none: a line, and what to do.

    The line is 0 where it is the whole file.
    """
    first, *others = text.split("\n")
    if _DASHES.fullmatch(first):
        return _not_closed(others)
    if _DASHES.fullmatch(first.strip()):
        return 1, "This line must begin with its dashes. Delete the space before them."
    if _LIKE_DASHES.fullmatch(first.strip()):
        return 1, _NO_DASHES.format(first.strip())
    opens = next((at for at, line in enumerate(others, 2) if _DASHES.fullmatch(line)), 0)
    if opens and not any(map(_A_KEY.match, [first, *others[: opens - 2]])):
        return opens, (
            "This line must be the very first of the file. Delete what stands above it, or move it "
            "below the second line of dashes."
        )
    return (1 if text.strip() else 0), (
        f"This newsletter does not begin with what it is about. {_EVERYTHING}"
    )


def _not_closed(others: list[str]) -> tuple[int, str]:
    """Return what is wrong below a first line of dashes."""
    ends = next((at for at, line in enumerate(others, 2) if not _LIKE_A_KEY.fullmatch(line)), 0)
    there = others[ends - 2] if ends else ""
    if _LIKE_DASHES.fullmatch(there.strip()) and not _DASHES.fullmatch(there):
        return ends, _NO_DASHES.format(there.strip())
    if not any(":" in line for line in others[: ends - 2 if ends else None]):
        return 2, f"This does not say what the newsletter is about. {_EVERYTHING}"
    return ends, (
        "What the newsletter is about has no end. Put a line --- above this one, below the last "
        "line that says what it is about."
        if ends
        else "What the newsletter is about has no end. Put a line --- below the last line of it."
    )
