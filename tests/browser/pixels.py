"""Pixels: what contrast a reader gets, read from pictures of the page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["contrast", "faint"]

TEXT, PART = 4.5, 3.0  # the least contrast of WCAG 1.4.3 for words and 1.4.11 for parts of a chart
MOST_LOOKS = 12  # of one page
INKED = 0.02  # the share of a word's box that its strokes fill at the very least
NOTICED = 0.1  # the share of a part that a colour must fill to make it seen
ALIKE = 1.05  # a contrast nobody can see

# One of each look: what has the same styles in the same surroundings looks the same.
_LOOKS = """([selector, most]) => {
  const looks = new Map();
  [...document.querySelectorAll(selector)].forEach((one, index) => {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility({visibilityProperty: true})) return;
    const [thin, thick] = [box.width, box.height].sort((some, more) => some - more);
    if (thick < 4 || (thin < 4 && one.localName === "rect")) return; // a level line has no height
    const look = [];
    for (let at = one; at; at = at.parentElement) {
      const {color, backgroundColor, opacity, fill, stroke, fontWeight} = getComputedStyle(at);
      const own = at === one ? [color, fill, stroke, fontWeight, at.dataset.series] : [];
      if (at === one || opacity !== "1" || !/, 0\\)$/.test(backgroundColor))
        look.push(...own, backgroundColor, opacity);
    }
    const key = JSON.stringify(look);
    if (!looks.has(key)) looks.set(key, index);
  });
  return [...looks.values()].slice(0, most);
}"""

# Brings the first of the wanted into view, and says where it and others in view are to be read: the
# words without the border of their tag, or the whole of a part. A line is read while all else in
# its chart is hidden, for that may lie in its box.
_PLACES = """([selector, wanted]) => {
  const chartOf = one => {
    let chart = one.ownerSVGElement;
    while (chart?.ownerSVGElement) chart = chart.ownerSVGElement;
    return chart;
  };
  const isLine = one => one.ownerSVGElement && !["rect", "text"].includes(one.localName);
  const all = document.querySelectorAll(selector);
  for (const one of all)
    for (const each of [one, chartOf(one)]) each?.style.removeProperty("visibility");
  const first = all[wanted[0]];
  first.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
  if (isLine(first)) {
    chartOf(first).style.setProperty("visibility", "hidden");
    first.style.setProperty("visibility", "visible");
  }

  // in pixels of the picture, of which a screen may have several to one of the page
  const rounded = ({left, top, right, bottom}, more = 0) => {
    const [from, to] = [[left - more, top - more], [right + more, bottom + more]];
    return [...from.map(at => Math.ceil(at * devicePixelRatio)),
            ...to.map(at => Math.floor(at * devicePixelRatio))];
  };
  const inView = one => {
    const {left, top, right, bottom} = one.getBoundingClientRect();
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && one.contains(at);
  };
  return (isLine(first) ? [wanted[0]] : wanted).map(index => {
    const one = all[index], chart = chartOf(one);
    if (one !== first && (isLine(one) || !inView(one))) return null;
    const name = one.outerHTML.slice(0, 90);
    if (chart && one.localName !== "text") {
      const stroke = isLine(one) ? 3 : 0;
      const box = rounded(one.getBoundingClientRect(), stroke);
      return {index, name, box, chart: rounded(chart.getBoundingClientRect())};
    }
    const range = document.createRange();
    range.selectNodeContents(one.lastChild);
    return {index, name, box: rounded(range.getBoundingClientRect()), chart: null};
  }).filter(Boolean);
}"""

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]


def _light(colour: Colour) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _colours(picture: Image.Image, *boxes: Box) -> list[tuple[int, Colour]]:
    """Return every colour in ``boxes`` of a picture with its number of pixels, the first first."""
    counts: dict[Colour, int] = {}
    for left, top, right, bottom in boxes:
        box = (max(left, 0), max(top, 0), min(right, picture.width), min(bottom, picture.height))
        if box[0] >= box[2] or box[1] >= box[3]:
            continue
        part = picture.crop(box)
        found: Any = part.getcolors(part.width * part.height)
        for count, colour in found:
            counts[colour] = counts.get(colour, 0) + count
    return sorted(((count, colour) for colour, count in counts.items()), reverse=True)


def _of_text(picture: Image.Image, box: Box) -> float:
    """Return the contrast that the strokes of a word have with what is behind them."""
    colours = _colours(picture, box)
    ground = colours[0][1]
    pixels = sum(count for count, _ in colours)
    seen = 0
    for ratio, count in sorted(
        ((contrast(one, ground), count) for count, one in colours), reverse=True
    ):
        seen += count
        if seen >= pixels * INKED:
            return ratio
    raise AssertionError("a picture has no pixels")


def _of_part(picture: Image.Image, box: Box, chart: Box) -> float:
    """Return the contrast that a part of a chart has with the page round the chart."""
    left, top, right, bottom = chart
    ground = _colours(
        picture,
        (left, top - 4, right, top - 1),
        (left, bottom + 1, right, bottom + 4),
        (left - 4, top, left - 1, bottom),
        (right + 1, top, right + 4, bottom),
    )[0][1]
    drawn = [(count, one) for count, one in _colours(picture, box) if contrast(one, ground) > ALIKE]
    pixels = sum(count for count, _ in drawn)
    return max(
        (contrast(one, ground) for count, one in drawn if count >= pixels * NOTICED), default=1.0
    )


def faint(page: Page, selector: str, *, grey: bool = False) -> tuple[int, list[str]]:
    """Look at one of each look among the words, or parts of charts, that ``selector`` names.

    Args:
        page: A page.
        selector: Status tags and words in charts, or the parts of charts. A rectangle that is
            narrower than 4 pixels is passed over.
        grey: Whether to look through the eyes of a printer without colours.

    Returns:
        How many were looked at, and those whose contrast is too low, in words.
    """
    wanted: list[int] = page.evaluate(_LOOKS, [selector, MOST_LOOKS])
    number, found = len(wanted), []
    while wanted:
        places = page.evaluate(_PLACES, [selector, wanted])
        shot = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
        picture = (shot.convert("L") if grey else shot).convert("RGB")
        for place in places:
            wanted.remove(place["index"])
            if place["chart"] is None:
                least, ratio = TEXT, _of_text(picture, tuple(place["box"]))
            else:
                least, ratio = PART, _of_part(picture, tuple(place["box"]), tuple(place["chart"]))
            if ratio < least:
                found.append(f"{ratio:.2f}:1 is less than {least}:1: {place['name']}")
    return number, found
