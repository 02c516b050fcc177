"""Gap: the shape of one gap of a record of any kind, and how an editor is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.words.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.entries import Path, Places
    from planboard.truth.in_full import Part, RecordInFull

__all__ = ["Gap", "as_findings"]


@dataclass(frozen=True, slots=True)
class Gap:
    """A true gap or contradiction in one record.

    ``path`` leads to its place in the file; ``about`` is the part of the record it is in, and
    ``thing`` what kind of part, as its anchor says: ``action``, ``issue``. It is about the record
    as a whole when ``about`` is None. ``message`` is a sentence without the name of what it is
    about.
    """

    code: str
    path: Path
    thing: str
    about: Part | None
    message: str

    def said_of(self, name: str) -> str:
        """Return the gap as a sentence on ``name``; the record as a whole needs no name."""
        if self.about is None:
            return self.message
        colon = "" if self.message[:1].islower() else ":"
        return f"{name}{colon} {self.message}"


def as_findings(record: RecordInFull, gaps: Iterable[Gap], places: Places) -> Iterator[Problem]:
    """Yield each of ``gaps`` as a finding with its place in the file of ``record``."""
    for gap in gaps:
        name = record.called(gap.thing, gap.about) if gap.about else ""
        yield Problem(Level.FINDING, gap.code, places.place(gap.path), gap.said_of(name))
