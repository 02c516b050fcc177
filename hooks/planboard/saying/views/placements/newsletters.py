"""Newsletters: what newsletters may say that a written page places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views.newsletter import archive
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.rules.shortcodes.forms import Placement
    from planboard.saying.views.newsletter.archive import IssueLine

__all__ = ["PlacedNewslettersView", "newest"]


@dataclass(frozen=True, slots=True)
class PlacedNewslettersView:
    """The newest issues; ``more`` leads to the list of all, ``none`` says that there is none."""

    issues: tuple[IssueLine, ...]
    more: Link | None
    none: str


def newest(placed: Placement, told: Sequence[NewsletterTold], page: str) -> PlacedNewslettersView:
    """Return the issues that are wanted, newest first, as they stand on ``page``."""
    shown = told[: placed.most]
    return PlacedNewslettersView(
        issues=archive.lines(shown, page),
        more=Link("All newsletters", routes.relative(routes.NEWSLETTERS, page)) if shown else None,
        none="" if shown else "No newsletter is published yet.",
    )
