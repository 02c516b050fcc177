"""Scene: the only room that gathers all that is known where libyaml gave up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.reading.yaml.marks import line_at, lines_above

if TYPE_CHECKING:
    from planboard.reading.yaml.marks import Event, Line, Mark

__all__ = ["Complaint", "Scene"]


@dataclass(frozen=True, slots=True)
class Complaint:
    """A reworded complaint: its kind, its line and column from 1, its sentence."""

    code: str
    at: tuple[int, int]
    message: str


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is known where libyaml gave up."""

    text: str
    mark: Mark
    context: Mark
    """Where what could not be finished begins; the same place when libyaml does not say."""
    last: Event | None

    @property
    def letter(self) -> str:
        """The character at the place."""
        return self.text[self.mark.index : self.mark.index + 1]

    @property
    def line(self) -> Line:
        """The line with the place."""
        return line_at(self.text, self.mark)

    @property
    def above(self) -> Line | None:
        """The nearest line above it that says something."""
        return next(lines_above(self.text, self.mark), None)

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.line.text[: self.mark.column]

    @property
    def entry_around(self) -> Line | None:
        """The line that begins what this line is in; of an entry, the entry above it."""
        edge = self.line.indent + self.line.text.lstrip(" ").startswith("- ")
        above = lines_above(self.text, self.mark)
        return next((line for line in above if line.indent < edge), None)
