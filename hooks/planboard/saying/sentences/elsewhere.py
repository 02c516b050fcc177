"""Elsewhere: what is said in place of what can be seen on a web page alone."""

from __future__ import annotations

from typing import Final

__all__ = ["KINDS", "ON_THE_PAGE", "PICTURE", "picture"]

PICTURE: Final = "A picture"
ON_THE_PAGE: Final = "on the web page"
KINDS: Final = {
    "audio": "A recording",
    "canvas": "A drawing",
    "embed": "More",
    "form": "A form",
    "iframe": "More",
    "input": "A form",
    "object": "More",
    "select": "A form",
    "textarea": "A form",
    "video": "A video",
}
"""What each kind of element is called that forms of a page without a browser cannot show."""


def picture(alternative: str) -> str:
    """Return what is said of a picture with an ``alternative`` in words."""
    return f"Picture: {alternative}"
