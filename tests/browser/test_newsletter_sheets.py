"""Each newsletter of the demonstration on paper: on one sheet, with nothing of the menu on it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from browser.windows import SHEET

if TYPE_CHECKING:
    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]

NEWSLETTERS = Path(__file__).parent.parent.parent / "content/newsletters"
ISSUES = sorted(path.stem for path in NEWSLETTERS.glob("*.md"))


@pytest.mark.parametrize("issue", ISSUES)
def test_a_newsletter_is_printed_on_one_sheet(open_page: OpenPage, issue: str) -> None:
    page = open_page(f"newsletters/{issue}/", SHEET, media="print")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    words = "".join(sheet.extract_text() for sheet in sheets)

    assert len(sheets) == 1
    assert page.locator("h1").inner_text().split()[0] in words
    assert "About this newsletter" in words
    assert "Pass it on" not in words
