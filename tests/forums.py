"""Forums: invented records of forums in a few words, and all that is worked out from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from builders import Nowhere, a_site, some_forums
from planboard.arithmetic.priorities import told
from planboard.rules.gaps import forums as gaps
from planboard.rules.records import forums as rules
from planboard.saying.views.forums import page as views
from planboard.showing.page import forums as page
from planboard.showing.render import Fragments
from planboard.truth.entries import Entry
from planboard.truth.model.forums import Forums

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.saying.views.forums.page import ForumsView
    from planboard.showing.page.made import Made
    from planboard.truth.in_full import ForumsInFull

__all__ = [
    "FRAGMENTS",
    "TWO_PERIODS",
    "complaints",
    "files",
    "findings",
    "made",
    "record",
    "returned",
    "seen",
    "tallied",
    "verdicts",
]

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")

TWO_PERIODS = (
    {"id": "p1", "label": "Jan- March 24", "first_day": "2024-01-01", "last_day": "2024-03-31"},
    {"id": "p2", "label": "April- June 24", "first_day": "2024-04-01", "last_day": "2024-06-30"},
)


def returned(forum: str, met_on: str, *priorities: str, **values: object) -> dict[str, Any]:
    """Return one return as a file writes it."""
    return {"forum": forum, "met_on": met_on, "priorities": list(priorities), **values}


def record(*returns: Mapping[str, Any], **values: object) -> ForumsInFull:
    """Return a record with two quarters, and an area and a forum for each that a return names.

    The area of a forum is its name up to a hyphen: ``oak-north`` and ``oak-south`` are of ``oak``.
    """
    forums = sorted({one["forum"] for one in returns})
    areas = sorted({name.partition("-")[0] for name in forums})
    given: dict[str, Any] = {
        "periods": TWO_PERIODS,
        "areas": [{"id": name, "name": name.capitalize()} for name in areas],
        "forums": [
            {"id": name, "name": f"{name.capitalize()} forum", "area": name.partition("-")[0]}
            for name in forums
        ],
        "returns": returns,
    }
    return some_forums(**given | values)


def tallied(*rows: tuple[str, list[str]], **values: object) -> ForumsInFull:
    """Return a record of published figures, a row each with its figures, and no returns."""
    tallies = [{"priority": label, "areas": areas} for label, areas in rows]
    given: dict[str, Any] = {"periods": TWO_PERIODS, "tallies": tallies, **values}
    return some_forums(**given)


def verdicts(of: ForumsInFull, smallest_base: int = 50) -> ForumsTold:
    """Return all that is worked out from a record."""
    return told.of_forums(of, smallest_base)


def seen(of: ForumsInFull, **settings: object) -> ForumsView:
    """Return what the page of a record may say."""
    site = a_site(**settings)
    return views.of_forums(of, verdicts(of, int(site.smallest_base)), (), site, {})


def made(of: ForumsInFull, **settings: object) -> Made:
    """Return the page of a record and the files beside it."""
    site = a_site(**settings)
    found = verdicts(of, int(site.smallest_base))
    return page.of_forums(of, found, tuple(gaps.of_forums(of)), site, FRAGMENTS)


def files(of: ForumsInFull, **settings: object) -> dict[str, bytes]:
    """Return the files beside the page of a record by their names."""
    return {one.address.rpartition("/")[2]: one.content for one in made(of, **settings).files}


def complaints(**values: object) -> list[str]:
    """Return the codes of all that is wrong inside a record of forums."""
    given = {"format": "1", "title": "Forums", "publisher": "town", "as_at": "2024-06-30"}
    forums = Forums.model_validate({**given, "periods": TWO_PERIODS, **values})
    return [one.code for one in rules.check(Entry("oak", forums, Nowhere()))]


def findings(of: ForumsInFull) -> Iterable[tuple[str, str]]:
    """Return the code and the message of each gap of a record."""
    return [(one.code, one.message) for one in gaps.of_forums(of)]
