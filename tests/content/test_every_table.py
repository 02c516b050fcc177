"""Every table of the demonstration: one and the same on the page, in its chart, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from markup import Element, parsed
from planboard.showing.downloads.tables import unguarded

pytest_plugins = ["demonstration"]

ROOT = Path(__file__).parent.parent.parent
KINDS = {
    "plan": "plans",
    "forums": "priorities",
    "issues": "issues",
    "report": "reports",
    "programme": "volunteers",
}
PAGES = sorted(
    [
        "newsletters",
        *(
            f"{KINDS[file.stem]}/{file.parent.name}"
            for file in (ROOT / "plans").glob("*/*.yml")
            if file.stem in KINDS
        ),
    ]
)
NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
every_page = pytest.mark.parametrize("page", PAGES)


def table(file: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV as a spreadsheet shows them, without the guard of formulas."""
    text = io.StringIO(file.read_text("utf-8-sig"), newline="")
    return [{key: unguarded(cell) for key, cell in row.items()} for row in csv.DictReader(text)]


def charts(folder: Path) -> list[Element]:
    html = (folder / "index.html").read_text("utf-8")
    found = re.findall(r'<figure class="chart.*?</figure>', html, re.DOTALL)
    return [parsed(one) for one in found]


def drawn(figure: Element) -> list[Any]:
    """Return the traces that the page draws on demand."""
    (button,) = figure.every("button")
    traces: list[Any] = json.loads(button.attributes["data-figure"])["data"]
    return traces


def first_number(cell: str) -> Decimal | None:
    found = NUMBER.search(cell)
    return Decimal(found[0].replace(",", "").replace("−", "-")) if found else None


@every_page
def test_every_csv_of_a_record_holds_the_rows_of_its_json(demonstration: Path, page: str) -> None:
    folder = demonstration / page
    data = json.loads((folder / "data.json").read_text("utf-8"))
    tables = {
        file.stem: table(file) for file in folder.glob("*.csv") if "template" not in file.stem
    }

    assert tables
    assert {name: data[name] for name in tables} == tables


@every_page
def test_every_number_of_a_chart_stands_in_its_table(demonstration: Path, page: str) -> None:
    for figure in charts(demonstration / page):
        cells = [
            first_number(cell.text)
            for row in figure.every("tbody")
            for cell in row.every("td")
            if "data-label" in cell.attributes
        ]
        for trace in drawn(figure):
            shown = trace["x"] if trace["type"] == "bar" else trace["y"]
            for number in shown:
                assert number is None or Decimal(str(number)) in cells, (page, trace["name"])


@every_page
def test_every_chart_of_a_record_names_its_file_and_its_source(
    demonstration: Path, page: str
) -> None:
    for figure in charts(demonstration / page):
        links = [one.attributes["href"] for one in figure.every("a")]
        files = [one for one in links if one.endswith(".csv")]

        assert len(files) == 1
        assert (demonstration / page / files[0]).is_file()
        assert "Source:" in figure.text
