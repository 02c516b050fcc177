"""What stands where on a page, and how it follows the reader's screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser.windows import PLAN, WIDE

if TYPE_CHECKING:
    from browser.windows import OpenPage

pytest_plugins = ["chromium", "demonstration"]


def test_dark_follows_the_system(open_page: OpenPage) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"

    light = open_page(PLAN, color_scheme="light").evaluate(ground)
    dark = open_page(PLAN, color_scheme="dark").evaluate(ground)

    assert light == "rgb(255, 255, 255)"
    assert sum(int(part) for part in re.findall(r"\d+", dark)) < 120


def test_the_first_exception_is_in_view_without_scrolling(open_page: OpenPage) -> None:
    page = open_page(PLAN)

    box = page.locator(".attention a").first.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= WIDE["height"]
