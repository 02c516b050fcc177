"""Lines: where the text of a page lies, and which of it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["unreadable"]

# A line is the box of one line of one piece of text. Text that is there for screen readers alone
# is left out: it is cut to nothing on purpose.
_UNREADABLE = """() => {
  const wide = document.documentElement.clientWidth;
  const say = text => text.trim().replace(/\\s+/g, " ").slice(0, 40);
  const looks = new Map();
  const look = one => {
    if (!looks.has(one)) looks.set(one, getComputedStyle(one));
    return looks.get(one);
  };
  const veils = new Map();
  const veiled = one => {
    if (!one) return false;
    if (!veils.has(one)) veils.set(one, look(one).clipPath !== "none" || veiled(one.parentElement));
    return veils.get(one);
  };
  // the part of a box that shows through what is round it, and whether anything cuts it for good
  const seen = (box, holder) => {
    let {left, right, top, bottom} = box, cut = false, scrolls = false, free = false;
    for (let one = holder; one && one !== document.body; one = one.parentElement) {
      const {overflowX, overflowY, display, position} = look(one);
      if (position === "fixed") break;
      if (free && position === "static") continue; // what is placed freely escapes it
      free = position === "absolute";
      if (display === "inline" || (overflowX === "visible" && overflowY === "visible")) continue;
      const frame = one.getBoundingClientRect();
      const [over, under] = [frame.top - top > 2, bottom - frame.bottom > 2];
      const [before, after] = [frame.left - left > 2, right - frame.right > 2];
      const final = value => value === "hidden" || value === "clip";
      cut ||= (final(overflowX) && (before || after)) || (final(overflowY) && (over || under));
      scrolls ||= overflowX === "auto" || overflowX === "scroll";
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return {left, right, top, bottom, cut, scrolls};
  };

  const found = [], lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const holder = node.parentElement;
    if (!node.data.trim() || veiled(holder)) continue;
    if (!holder.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      // the heart of a line: its letters without the space that a font keeps above and below
      const spare = box.height * 0.2;
      const heart = {
        left: box.left, right: box.right, top: box.top + spare, bottom: box.bottom - spare,
      };
      const line = {node, ...seen(heart, holder)};
      if (line.cut) found.push(`cut off: ${say(node.data)}`);
      if (line.left < -1 || (line.right > wide + 1 && !line.scrolls))
        found.push(`off the page: ${say(node.data)}`);
      if (line.right > line.left && line.bottom > line.top) lines.push(line);
    }
  }

  lines.sort((one, other) => one.top - other.top);
  lines.forEach((one, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < one.bottom; next++) {
      const other = lines[next];
      const over = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const deep = Math.min(one.bottom, other.bottom) - other.top;
      if (over > 2 && deep > 1)
        found.push(`one over the other: ${say(one.node.data)} / ${say(other.node.data)}`);
    }
  });

  for (const one of document.querySelectorAll("input, select, textarea, button")) {
    if (!one.checkVisibility({visibilityProperty: true}) || veiled(one)) continue;
    if (["checkbox", "radio", "range", "color"].includes(one.type)) continue;
    if (one.clientHeight < parseFloat(look(one).fontSize) * 1.1)
      found.push(`too low for its text: ${one.outerHTML.slice(0, 60)}`);
  }
  const all = document.documentElement.scrollWidth;
  if (all > wide + 1) {
    const beyond = [...document.querySelectorAll("body *")].filter(one => {
      const box = one.getBoundingClientRect(), part = seen(box, one);
      return box.right > wide + 1 && !part.scrolls && !part.cut;
    });
    const names = beyond.filter(one => !beyond.some(other => one !== other && one.contains(other)));
    const first = names.slice(0, 3).map(one => one.outerHTML.slice(0, 80)).join(" ");
    found.push(`the page is ${all} pixels wide, the window ${wide}: ${first}`);
  }
  return [...new Set(found)];
}"""


def unreadable(page: Page) -> list[str]:
    """Return, in words, what text is cut off, over other text, or beyond the edge of the page."""
    found: list[str] = page.evaluate(_UNREADABLE)
    return found
