"""Windows: the pages that tests look at, one of each kind, and how they are opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest

from planboard.saying.routes import EMAIL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

__all__ = [
    "MAIN",
    "NARROW",
    "PAGES",
    "PLAN",
    "PLANS",
    "SHEET",
    "WIDE",
    "OpenPage",
    "add_style",
    "addresses",
    "every_page",
    "kind",
    "main_pages",
    "source",
    "unfold",
    "widths",
]

PAGES = {
    "home": "",
    "register": "plans/",
    "plan": "plans/charter-2022/",
    "plan of four levels": "plans/csp-2025/",
    "forum priorities": "priorities/csa-2014/",
    "forum priorities with returns": "priorities/example-forums/",
    "issue log": "issues/csa-2014/",
    "progress report": "reports/cpt-2017/",
    "volunteer programme": "volunteers/example-speedwatch/",
    "volunteer site": "volunteers/example-speedwatch/sites/mallowby-long-road/",
    "blank return": "volunteers/example-speedwatch/return/",
    "newsletters": "newsletters/",
    "newsletter": "newsletters/2025-07/",
    "owners": "owners/",
    "owner": "owners/community-protection-manager/",
    "owner in a log": "owners/csw-lead/",
    "record quality": "record-quality/",
    "glossary": "glossary/",
    "prose": "about/",
    "guide": "publishing/",
    "how to write": "how-to-write/",
    "statement": "accessibility/",
    "privacy": "privacy/",
    "data files": "data-files/",
    "decisions": "decisions/",
    "decision": "decisions/001-core-without-mkdocs/",
    "missing page": "404.html",
}
PLAN = PAGES["plan"]
PLANS = (PLAN, PAGES["plan of four levels"])
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
SHEET = {"width": 673, "height": 994}  # of A4, without its margins
every_page = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
MAIN = (
    *("home", "plan", "forum priorities with returns", "issue log", "progress report"),
    *("volunteer programme", "blank return", "newsletter", "owner", "glossary", "prose"),
    "data files",
)
main_pages = pytest.mark.parametrize("path", [PAGES[name] for name in MAIN], ids=MAIN)
"""Pages that have between them all that pages are made of, for what takes long."""
widths = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])


def addresses(site: Path) -> list[str]:
    """Return the address of every page in the folder of a built site; e-mails are no pages."""
    found = (path for path in site.rglob("*.html") if path.name != EMAIL)
    files = (path.relative_to(site).as_posix() for path in found)
    return sorted(re.sub(r"(^|/)index\.html$", r"\1", file) for file in files)


def source(site: Path, address: str) -> str:
    """Return the page at ``address`` as it stands in the folder of a built site."""
    path = site / address
    return (path / "index.html" if path.is_dir() else path).read_text("utf-8")


def kind(address: str) -> str:
    """Return the kind of the page at ``address``: with a star for its record and a part of that.

    >>> kind("plans/charter-2022/updates/")
    'plans/*/updates/'
    >>> kind("volunteers/vale/sites/main-road/")
    'volunteers/*/sites/*/'
    """
    return re.sub(r"^([^/]+)/[^/]+/(sites/[^/]+/)?", _starred, address)


def _starred(found: re.Match[str]) -> str:
    return f"{found[1]}/*/{'sites/*/' if found[2] else ''}"


class OpenPage(Protocol):
    """Open a page afresh, in a window that tests share."""

    def __call__(
        self, path: str, size: dict[str, int] = WIDE, media: str | None = None, **settings: object
    ) -> Page:
        """Return the page at ``path``; ``settings`` are those of the browser's context.

        The window is the same each time that size, media and settings are: what it showed before
        is gone.
        """


def add_style(page: Page, style: str) -> None:
    """Lay ``style`` over the sheets of a page, as a reader or an extension of theirs would."""
    page.evaluate(
        """style => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def unfold(page: Page) -> None:
    """Open whatever is folded."""
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
