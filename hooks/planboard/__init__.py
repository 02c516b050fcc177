"""planboard: public plans and their progress as pages people can read, check and take away.

The package is a house of floors. A room may import rooms on a lower floor, and rooms named
before it on its own floor; ``tests/test_architecture.py`` holds it to that.
"""

from typing import Final

__version__ = "0.1.0"

FLOORS: Final[dict[str, tuple[str, ...]]] = {
    "words": ("problems", "vocabulary", "formulas"),
    "truth": ("dates", "schedule", "model", "entries", "in_full", "collection"),
    "reading": (
        "complaints",
        "growth",
        "characters",
        "appearance",
        "keys",
        "markdown",
        "yaml",
        "tables",
        "documents",
        "refusals",
        "stream",
        "records",
        "strays",
        "lists",
        "sessions",
        "desk",
        "library",
    ),
    "rules": (
        "resolve",
        "registers",
        "blanks",
        "gaps",
        "texts",
        "abbreviations",
        "records",
        "personal",
        "bare",
        "privacy",
        "shortcodes",
        "check",
    ),
    "arithmetic": (
        "progress",
        "priorities",
        "programmes",
        "answers",
        "as_of",
        "newsletters",
        "following",
        "mentions",
        "quarters",
        "selection",
        "allocation",
        "measures",
        "verdicts",
    ),
    "saying": ("labels", "wording", "sentences", "routes", "charts", "views"),
    "showing": (
        "render",
        "expansion",
        "placing",
        "downloads",
        "schemas",
        "newsletter",
        "page",
        "pages",
    ),
    "doors": ("new_files", "new_newsletter", "new", "editor", "cli"),
}
"""Every floor from the ground up, with its rooms in order."""
