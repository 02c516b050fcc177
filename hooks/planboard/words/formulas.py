"""Formulas: the only room that knows what a spreadsheet takes for one, and stops it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["guarded", "unguarded"]

_FORMULA: Final = re.compile(r"'*[\s\u00a0]*[=+\-@\t\r|%＝＋－＠]")
_PLAIN_NUMBER: Final = re.compile(r"-\d+(\.\d+)?")


def guarded(value: str) -> str:
    """Return ``value`` so that no spreadsheet takes it for a formula (CWE-1236).

    A straight apostrophe is put in front of what begins like a formula, also after apostrophes;
    a plain negative number stays. ``unguarded`` undoes it.
    """
    if _FORMULA.match(value) and not _PLAIN_NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def unguarded(cell: str) -> str:
    """Return the value whose guarded form is ``cell``."""
    is_guarded = cell.startswith("'") and guarded(cell[1:]) == cell
    return cell[1:] if is_guarded else cell
