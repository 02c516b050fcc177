"""A page on paper: the text and nothing else, whole, on sheets that can be read one by one."""

from __future__ import annotations

import bisect
import io
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from pypdf import PdfReader

from browser.lines import unreadable
from browser.windows import PLAN, PLANS, SHEET, add_style, every_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

every_plan = pytest.mark.parametrize("path", PLANS)
PIECE = 20  # the fewest letters of a text that stand together on a sheet

# Of an entry, its first cell; of a row of figures, the whole row: its first words may return.
TABLES = """() => [...document.querySelectorAll("table.entries")].map(table => ({
  head: table.tHead.innerText,
  rows: [...table.tBodies].flatMap(body => [...body.rows]).map(row => ({
    words: (table.matches(".figures") ? row : row.cells[0]).innerText,
    height: row.getBoundingClientRect().height,
  })),
}))"""
OLDER = "The benches were counted: there are twelve of them."
FOLD = """text => {
  const box = document.createElement("details"), said = document.createElement("p");
  box.className = "updates";
  said.append(text);
  box.append(document.createElement("summary"), said);
  document.querySelector(".entries tbody th").append(box);
}"""
FOLDED = """() =>
  [...document.querySelectorAll("main details:not([open]) > :not(summary)")]
    .filter(one => !one.closest("form"))
    .flatMap(one => one.matches("p") ? [one] : [...one.querySelectorAll("p")])
    .map(one => one.textContent)"""
FOR_A_SCREEN = """() =>
  [...document.querySelectorAll("nav, [role=search], button, input, select, textarea, label")]
    .filter(one => !one.closest("th") && one.checkVisibility({visibilityProperty: true}))
    .map(one => one.outerHTML.slice(0, 80))"""


def letters(text: str) -> str:
    """Return a text without its white space, and with every letter in its plain form."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class Row(NamedTuple):
    """A row of a table: its words, and whether it has room on half a sheet."""

    words: str
    short: bool


class Table(NamedTuple):
    """A table: the words of its header, and its rows."""

    head: str
    rows: list[Row]


class Printed:
    """A page and what is on each sheet when it is printed; every text is letters without space."""

    def __init__(self, page: Page) -> None:
        half = SHEET["height"] / 2
        self.tables = [
            Table(
                letters(table["head"]),
                [Row(letters(row["words"]), row["height"] < half) for row in table["rows"]],
            )
            for table in page.evaluate(TABLES)
        ]
        headings = page.locator("main :is(h1, h2, h3)").all_inner_texts()
        self.headings = [letters(text) for text in headings]
        self.folded = [letters(text) for text in page.evaluate(FOLDED)]
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        self.sheets = [letters(sheet.extract_text()) for sheet in printed.pages]

    def places(self) -> Iterator[tuple[Table, Row, range]]:
        """Yield every row with its table and its sheets, from where it begins to where it ends."""
        reached = 0
        for table in self.tables:
            for row in table.rows:
                sheets = self._sheets_of(row.words, reached)
                yield table, row, sheets
                reached = sheets[-1]

    def _sheets_of(self, words: str, since: int) -> range:
        """Return the sheets from ``since`` on that ``words`` stand on."""
        later = range(since, len(self.sheets))
        whole = [sheet for sheet in later if words in self.sheets[sheet]]
        begun = whole or [sheet for sheet in later if words[:PIECE] in self.sheets[sheet]]
        assert begun, f"not on paper: {words}"
        sheet = begun[0]
        while words:
            assert sheet < len(self.sheets), f"not on paper: {words}"
            here = self.sheets[sheet]
            fits = bisect.bisect(
                range(1, len(words) + 1), x=False, key=lambda n: words[:n] not in here
            )
            assert fits >= min(PIECE, len(words)), f"not on the next sheet: {words}"
            words = words[fits:]
            sheet += 1
        return range(begun[0], sheet)

    def broken(self) -> list[str]:
        """Return the entries that would have room on half a sheet, and stand on two."""
        return [row.words for _, row, on in self.places() if row.short and len(on) > 1]

    def headless(self) -> list[str]:
        """Return the sheets that have not one header for each table with rows on them."""
        tables = {(sheet, id(table)): table.head for table, _, on in self.places() for sheet in on}
        wanted = Counter((sheet, head) for (sheet, _), head in tables.items())
        return [
            f"sheet {sheet + 1}: {self.sheets[sheet].count(head)} of {wanted[sheet, head]} {head}"
            for sheet in range(len(self.sheets))
            for head in {table.head for table in self.tables}
            if self.sheets[sheet].count(head) != wanted[sheet, head]
        ]

    def left_folded(self) -> list[str]:
        """Return the texts that are folded on the screen and not on paper."""
        return [text for text in self.folded if not self.has(text)]

    def has(self, words: str) -> bool:
        return letters(words) in "".join(self.sheets)


def fold(page: Page) -> None:
    """Add an older update to the first entry of a plan, folded as a script leaves it."""
    page.evaluate(FOLD, OLDER)


@pytest.fixture(scope="module")
def printed(open_page: OpenPage) -> dict[str, Printed]:
    """Every plan, printed."""
    return {path: Printed(open_page(path, SHEET, media="print")) for path in PLANS}


@every_page
def test_on_paper_only_the_text_is_left_and_all_of_it_can_be_read(
    open_page: OpenPage, path: str
) -> None:
    page = open_page(path, SHEET, media="print")

    assert page.evaluate(FOR_A_SCREEN) == []
    assert unreadable(page) == []


@every_plan
def test_every_heading_is_printed(printed: dict[str, Printed], path: str) -> None:
    plan = printed[path]

    assert len(plan.headings) > 5
    assert [one for one in plan.headings if not plan.has(one)] == []


@every_plan
def test_no_word_of_the_menu_or_of_a_control_is_printed(
    printed: dict[str, Printed], path: str
) -> None:
    for words in ("Home Plans Owners", "Search", "Menu", "Skip to main content", "Privacy"):
        assert not printed[path].has(words)


@every_plan
def test_the_header_of_a_table_is_on_every_sheet_that_has_a_row_of_it(
    printed: dict[str, Printed], path: str
) -> None:
    assert printed[path].headless() == []


@every_plan
def test_an_entry_shorter_than_half_a_sheet_is_on_one_sheet(
    printed: dict[str, Printed], path: str
) -> None:
    assert len(printed[path].tables) > 1
    assert printed[path].broken() == []


def test_what_is_folded_on_the_screen_is_printed_all_the_same(open_page: OpenPage) -> None:
    page = open_page(PLAN, SHEET, media="print")
    fold(page)
    plan = Printed(page)

    assert plan.folded == [letters(OLDER)]
    assert plan.left_folded() == []


@pytest.fixture
def spoiled(open_page: OpenPage, request: pytest.FixtureRequest) -> Printed:
    """A plan, printed with the style that the test is given laid over its own."""
    page = open_page(PLAN, SHEET, media="print")
    fold(page)
    add_style(page, request.param)
    return Printed(page)


def spoiled_by(style: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("spoiled", [style], indirect=True, ids=["spoiled"])


@spoiled_by("thead { display: table-row-group !important }")
def test_a_header_that_does_not_return_would_be_found(spoiled: Printed) -> None:
    assert spoiled.headless()


@spoiled_by("tr { break-inside: auto !important }")
def test_an_entry_on_two_sheets_would_be_found(spoiled: Printed) -> None:
    assert spoiled.broken()


@spoiled_by("details > :not(summary) { display: none !important }")
def test_an_update_that_stays_folded_would_be_found(spoiled: Printed) -> None:
    assert spoiled.left_folded()


@spoiled_by(".site-bar { display: block !important }")
def test_a_menu_on_paper_would_be_found(spoiled: Printed) -> None:
    assert spoiled.has("Home Plans and results Newsletters Owners")
