"""How a page behaves towards its reader's browser and towards other sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser.windows import PAGES, WIDE, every_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["chromium", "demonstration"]


@every_page
def test_a_page_makes_no_error_asks_no_other_site_and_stores_nothing(
    browser: Browser, address: str, path: str
) -> None:
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{address}{path}")
    page.wait_for_load_state("networkidle")
    stored = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
    context.close()

    foreign = [url for url in asked if not url.startswith(address)]
    # the missing page leads to the address it will have on the real site
    assert said == [] or path == PAGES["missing page"]
    assert foreign == [] or path == PAGES["missing page"]
    assert stored == ["", 0, 0]
