"""The windows that tests in a browser share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.windows import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from browser.windows import OpenPage


@pytest.fixture(scope="session")
def open_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    windows: dict[str, Page] = {}

    def open_(
        path: str, size: dict[str, int] = WIDE, media: str | None = None, **settings: object
    ) -> Page:
        key = repr((size, media, sorted(settings.items())))
        if key not in windows:
            context = browser.new_context(viewport=size, **settings)  # type: ignore[arg-type]
            windows[key] = context.new_page()
            if media:
                windows[key].emulate_media(media=media)  # type: ignore[arg-type]
        windows[key].goto(f"{address}{path}")
        return windows[key]

    yield open_
    for page in windows.values():
        page.context.close()
