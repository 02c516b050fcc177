"""Folders: a small, sound plans folder of an invented town, which a test may spoil."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from planboard.rules import check
from planboard.words.problems import Level, Problem

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "HEAD",
    "ISSUES",
    "OWNERS",
    "PLAN",
    "PUBLISHERS",
    "SCALES",
    "SITE",
    "SMALL_PLAN",
    "TODAY",
    "PlansFolder",
]

TODAY: Final = date(2025, 1, 1)
"""Later than every fact of the folder."""
SITE: Final = "registers/site.yml"
PUBLISHERS: Final = "registers/publishers.yml"
OWNERS: Final = "registers/owners.yml"
SCALES: Final = "registers/scales.yml"
PLAN: Final = "parks/plan.yml"
ISSUES: Final = "parks/issues.yml"

HEAD: Final = """\
format: 1
title: What people said about the parks
publisher: hill-town-council
as_at: 2024-06
"""
"""A record of any kind but a plan, without anything in it yet."""
SMALL_PLAN: Final = """\
format: 1
title: Plan for the parks
publisher: hill-town-council
as_at: 2024-06
scale: rag
actions:
  - id: "1"
    title: Put benches along the river
  - id: "2"
    title: Plant trees for shade
    owners: [park-warden, parks-board]
    updates:
      - text: Twelve trees stand.
"""
"""A plan of two actions, for tests of one file alone."""

_SOUND: Final = {
    SITE: """\
format: 1
title: Plans of Hill Town
""",
    PUBLISHERS: """\
format: 1
publishers:
  - id: hill-town-council
    name: Hill Town Council
    kind: council
""",
    OWNERS: """\
format: 1
owners:
  - id: park-warden
    role: Park warden
    aliases: [Warden of the parks]
  - id: library-team
    role: Library team
    kind: team
  - id: parks-board
    role: Parks board
    kind: board
    chair: park-warden
""",
    PLAN: """\
format: 1
title: Plan for the parks
publisher: hill-town-council
as_at: 2024-06
scale: rag
groups:
  - id: rest
    kind: theme
    title: Places to rest
    actions:
      - id: "1"
        title: Put benches along the river
        owners: [park-warden]
        due: Oct 24
        status: amber
        updates:
          - on: 2024-05-14
            text: The benches are ordered.
      - id: "2"
        title: Plant trees for shade
        owners: [parks-board]
        due: Ongoing
        status: green
        see_also: ["1"]
        updates:
          - text: Twelve trees stand.
  - id: play
    kind: theme
    title: Places to play
    actions:
      - id: "3"
        title: Mend the swings
        owners: [park-warden]
        due: 31/3/2025
        status: red
        updates:
          - on: 2024-06-03
            text: Two of four swings hang again.
""",
}


@dataclass(frozen=True)
class PlansFolder:
    """A plans folder with three registers and one plan; files are named from its root."""

    root: Path

    def make_sound(self) -> PlansFolder:
        for file, text in _SOUND.items():
            self.put(file, text)
        return self

    def text(self, file: str) -> str:
        return (self.root / file).read_text("utf-8")

    def put(self, file: str, text: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    def append(self, file: str, text: str) -> None:
        self.put(file, self.text(file) + text)

    def edit(self, file: str, old: str, new: str) -> None:
        """Write ``new`` for the one ``old`` in a file."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {file}"
        self.put(file, text.replace(old, new))

    def delete(self, file: str) -> None:
        (self.root / file).unlink()

    def checked(self) -> check.Checked:
        return check.check(self.root, TODAY)

    def problems(self) -> list[Problem]:
        """Return every complaint but the findings."""
        return [one for one in self.checked().problems if one.level is not Level.FINDING]

    def said(self) -> list[str]:
        """Return the same as lines that an editor reads."""
        return [str(one) for one in self.problems()]

    def said_once(self) -> str:
        """Return the one line that there is."""
        said = self.said()
        assert len(said) == 1, said
        return said[0]

    def codes(self) -> list[str]:
        return [one.code for one in self.problems()]
