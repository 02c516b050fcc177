"""One published plan, read back from what readers get: its page, its tables and its data."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from markup import as_written

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Published"]


class Published:
    """The folder of one plan on the built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def html(self) -> str:
        """The whole page."""
        return (self.folder / "index.html").read_text(encoding="utf-8")

    @cached_property
    def as_written(self) -> str:
        """The page without the words that spell an abbreviation out at its first place."""
        return as_written(self.html)

    @cached_property
    def words(self) -> str:
        """All text of the page's main part as written, white space folded."""
        main = self.as_written[self.as_written.index("<main") : self.as_written.index("</main>")]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))

    @cached_property
    def rows(self) -> dict[str, list[str]]:
        """The text of the cells of every table row as written, by the row's id or its place."""
        parser = _Rows()
        parser.feed(self.as_written)
        return {
            name: [re.sub(r"\s+", " ", cell).strip() for cell in cells]
            for name, cells in parser.rows.items()
        }

    def section(self, start: str, end: str) -> str:
        """Return the HTML from the place ``start`` to the place ``end``."""
        return self.html[self.html.index(f'id="{start}"') : self.html.index(f'id="{end}"')]

    def table(self, name: str) -> list[dict[str, str]]:
        """Return the rows of ``name``.csv."""
        text = (self.folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    @cached_property
    def actions(self) -> dict[str, dict[str, str]]:
        """The rows of actions.csv by id, in order."""
        return {row["id"]: row for row in self.table("actions")}

    @cached_property
    def data(self) -> Any:  # noqa: ANN401 - JSON
        """What data.json holds."""
        return json.loads((self.folder / "data.json").read_text(encoding="utf-8"))

    def ids(self, **values: str) -> list[str]:
        """Return the ids of the actions whose columns hold ``values``."""
        return [
            name
            for name, row in self.actions.items()
            if all(row[key] == value for key, value in values.items())
        ]

    def owned_by(self, role: str) -> list[str]:
        """Return the ids of the actions that name ``role`` as an owner."""
        return [name for name, row in self.actions.items() if role in row["owners"].split("; ")]


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, list[str]] = {}
        self.row = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.row = dict(attrs).get("id") or f"row-{len(self.rows)}"
            self.rows[self.row] = []
        elif tag in {"td", "th"}:
            self.rows[self.row].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[self.row][-1] += data
