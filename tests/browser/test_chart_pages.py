"""Charts in a real browser: what is drawn can be seen, and more is loaded only when asked for."""

from __future__ import annotations

import io
import re
import shutil
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from browser.windows import NARROW, PLAN, WIDE
from gallery import GALLERY, hang
from previews import Silent, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

pytest_plugins = ["chromium", "demonstration"]

ROOT = Path(__file__).parent.parent.parent
PHONE: Final = {"width": 390, "height": 844}
PLOTLY: Final = "assets/plotly.min.js"
EXPLORE: Final = "Explore this chart"
FAILED: Final = "The chart could not be loaded. The table has the same figures."
LOOKS: Final = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced light": {"forced_colors": "active"},
    "forced dark": {"forced_colors": "active", "color_scheme": "dark"},
}
PARTS: Final = (
    "figure.chart :is(rect, path):is([data-tone], [data-series])"
    ":not([width='0.00%'], [height='0.00%'])"
)
"""What is drawn; a zero has no length."""
CLEAR, SEEN = 3, 8
"""What contrast a part must have (WCAG 1.4.11), and in how many of its pixels at least."""
GROUND: Final = """one => {
  let at = one;
  while (at && getComputedStyle(at).backgroundColor === "rgba(0, 0, 0, 0)") {
    at = at.parentElement;
  }
  return getComputedStyle(at ?? document.body).backgroundColor.match(/[0-9]+/g)
    .slice(0, 3).map(Number);
}"""
"""What colour an element stands on, as a script."""
every_look = pytest.mark.parametrize("look", LOOKS)


def policy() -> str:
    """Return the policy that the guide to publishing gives to servers."""
    guide = (ROOT / "content" / "publishing.md").read_text("utf-8")
    (found,) = re.findall(r"(?m)^Content-Security-Policy: (.+)$", guide)
    return str(found)


class Strict(Silent):
    """A server that sends the headers of the guide."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        super().end_headers()


@pytest.fixture(scope="module")
def strict_address(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration on a strict server, with the gallery in it."""
    site = tmp_path_factory.mktemp("charts") / "site"
    shutil.copytree(demonstration, site)
    hang(site)
    with served(site, Strict) as top:
        yield top


class Visit:
    """A page in a window of its own, with what it asked for and what it complained of."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(url)

    def explore(self, index: int = 0) -> Locator:
        """Press a button, and return the chart that it draws."""
        figure = self.page.locator("figure.chart").nth(index)
        figure.get_by_role("button", name=EXPLORE).click()
        figure.locator(".explored .main-svg").first.wait_for()
        return figure.locator(".explored")


@pytest.fixture
def visit(browser: Browser, strict_address: str) -> Iterator[Any]:
    contexts: list[BrowserContext] = []

    def visit_(path: str, size: dict[str, int] = WIDE, **settings: Any) -> Visit:  # noqa: ANN401
        contexts.append(browser.new_context(viewport=size, **settings))  # type: ignore[arg-type]
        return Visit(contexts[-1], f"{strict_address}{path}")

    yield visit_
    for context in contexts:
        context.close()


# Explore.


def test_a_page_with_charts_loads_no_plotly_by_itself(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN)
    seen.page.wait_for_load_state("networkidle")

    assert not [url for url in seen.asked if "plotly" in url]


def test_one_file_is_loaded_once_however_many_charts_are_explored(
    visit: Any,  # noqa: ANN401
    strict_address: str,
) -> None:
    seen = visit(PLAN)
    seen.page.wait_for_load_state("networkidle")
    before = len(seen.asked)

    for index in (0, 1):
        seen.explore(index)
    seen.page.get_by_role("button", name=EXPLORE).first.click()
    seen.explore()

    asked = [url for url in seen.asked[before:] if "favicon" not in url]  # it may come late
    assert asked == [f"{strict_address}{PLOTLY}"]


@pytest.mark.parametrize("name", GALLERY)
def test_every_kind_is_drawn_under_the_policy_of_the_guide(visit: Any, name: str) -> None:  # noqa: ANN401
    seen = visit("gallery/")
    box = seen.explore(list(GALLERY).index(name))

    drawn = box.locator(".bars path, .scatterlayer .point, .scatterlayer path.js-line")
    assert drawn.count() > 0
    assert seen.said == []


def test_what_is_drawn_has_room_and_lies_where_it_belongs(visit: Any) -> None:  # noqa: ANN401
    box = visit(PLAN).explore()
    layers = box.locator(".main-svg").evaluate_all(
        "all => all.map(one => JSON.stringify(one.getBoundingClientRect()))"
    )
    whole = box.bounding_box()

    assert len(set(layers)) == 1
    assert whole is not None
    assert whole["width"] > 1000
    assert whole["height"] > 200


def test_a_second_press_hides_the_chart_and_says_so(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN)
    button = seen.page.get_by_role("button", name=EXPLORE).first
    box = seen.explore()
    assert button.get_attribute("aria-expanded") == "true"

    button.click()

    assert not box.is_visible()
    assert button.get_attribute("aria-expanded") == "false"


def test_the_table_stays_the_accessible_form(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN)
    box = seen.explore()

    assert box.get_attribute("aria-hidden") == "true"
    assert box.locator("a, button, input, [tabindex]").count() == 0
    assert seen.page.locator("figure.chart table").first.is_visible()


def test_a_failure_is_announced_and_the_next_press_tries_again(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN)
    seen.page.route(f"**/{PLOTLY}", lambda route: route.abort())
    button = seen.page.get_by_role("button", name=EXPLORE).first

    button.click()
    seen.page.get_by_text(FAILED).wait_for()
    said = seen.page.locator("figure.chart [role=status]").first
    assert said.inner_text() == FAILED
    assert button.get_attribute("aria-expanded") == "false"

    seen.page.unroute(f"**/{PLOTLY}")
    seen.explore()
    assert said.inner_text() == ""


def test_without_a_script_there_is_no_button_and_the_table_is_whole(visit: Any) -> None:  # noqa: ANN401
    page = visit(PLAN, java_script_enabled=False).page

    assert page.get_by_role("button", name=EXPLORE).count() == 0
    assert page.locator("figure.chart tbody tr").first.is_visible()


def test_the_chart_follows_the_scheme_of_the_reader(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN, color_scheme="light")
    ground = seen.explore().locator(".bglayer .bg, .main-svg").first
    light = ground.evaluate("one => getComputedStyle(one).backgroundColor")

    seen.page.emulate_media(color_scheme="dark")
    seen.page.wait_for_function(
        """before => getComputedStyle(document.querySelector('.explored .main-svg'))
          .backgroundColor !== before""",
        arg=light,
    )


def test_on_paper_there_is_the_table_and_nothing_to_press(visit: Any) -> None:  # noqa: ANN401
    seen = visit(PLAN)
    box = seen.explore()
    seen.page.emulate_media(media="print")

    assert not box.is_visible()
    assert not seen.page.locator("button.explore").first.is_visible()
    assert seen.page.locator("figure.chart svg.bar").first.is_visible()


# What is drawn without it.


@pytest.mark.parametrize("path", [PLAN, "gallery/"])
@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["390", "320"])
def test_no_text_of_a_chart_is_smaller_than_12_pixels(
    visit: Any,  # noqa: ANN401
    path: str,
    size: dict[str, int],
) -> None:
    page = visit(path, size).page
    sizes = page.locator("figure.chart").evaluate_all(
        """all => all.flatMap(chart => [...chart.querySelectorAll("*")])
          .filter(one => [...one.childNodes].some(text => text.nodeType === 3 && text.data.trim()))
          .map(one => parseFloat(getComputedStyle(one).fontSize)
            * (one.closest("svg")?.getScreenCTM()?.a ?? 1))"""
    )

    assert len(sizes) > 20
    assert min(sizes) >= 12


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["390", "320"])
def test_no_chart_scrolls_sideways_on_a_phone(visit: Any, size: dict[str, int]) -> None:  # noqa: ANN401
    page = visit("gallery/", size).page

    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    assert page.locator("figure.chart .scroller[tabindex]").count() == 0


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "320"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_kind_of_chart(
    visit: Any,  # noqa: ANN401
    size: dict[str, int],
    scheme: str,
) -> None:
    page = visit("gallery/", size, color_scheme=scheme, bypass_csp=True).page
    found = Axe().run(page).response["violations"]

    assert [f"{one['id']}: {node['html'][:90]}" for one in found for node in one["nodes"]] == []


def luminance(colour: Any) -> float:  # noqa: ANN401 - Pillow says any
    parts: list[float] = [part / 255 for part in colour]
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: object, other: object) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pixels(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


@every_look
def test_every_part_stands_out_against_its_ground(visit: Any, look: str) -> None:  # noqa: ANN401
    page = visit("gallery/", **LOOKS[look]).page
    whole = pixels(page.screenshot(full_page=True))
    faint = []
    for part in page.locator(PARTS).all():
        box, ground = part.bounding_box(), tuple(part.evaluate(GROUND))
        assert box is not None
        left, top = box["x"] - 2, box["y"] - 2
        seen = whole.crop((left, top, left + box["width"] + 4, top + box["height"] + 4))
        colours = seen.getcolors(seen.width * seen.height) or []
        clear = [many for many, one in colours if contrast(one, ground) >= CLEAR]
        if sum(clear) < SEEN:
            faint.append(part.evaluate("one => one.outerHTML"))

    assert faint == []


@every_look
def test_neighbours_in_a_bar_are_parted_by_the_ground(visit: Any, look: str) -> None:  # noqa: ANN401
    page = visit("gallery/", **LOOKS[look]).page
    bar = page.locator("svg.bar[role=img]").first
    seen = pixels(bar.screenshot())
    row = [seen.getpixel((x, seen.height // 2)) for x in range(seen.width)]
    runs = [(colour, len([*run])) for colour, run in groupby(row)]
    tones = [at for at, (_, width) in enumerate(runs) if width > 8]
    ground = bar.evaluate(GROUND)

    assert len({runs[at][0] for at in tones}) == 7
    assert all(
        tuple(ground) in {colour for colour, _ in runs[before:after]}
        for before, after in pairwise(tones)
    )
