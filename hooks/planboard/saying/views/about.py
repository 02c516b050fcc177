"""About views: what holds for every site, told with the settings of this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording

if TYPE_CHECKING:
    from planboard.truth.model.register import Site

__all__ = ["AboutView", "about"]


@dataclass(frozen=True, slots=True)
class AboutView:
    """How far ahead counts as near, when an update counts as old, and where files are explained."""

    near: str
    stale: str
    data_files: str


def about(site: Site) -> AboutView:
    """Return what the page About says of the rules of ``site``."""
    return AboutView(
        near=wording.counted(site.near_months, "month"),
        stale=wording.counted(site.stale_after_days, "day"),
        data_files=routes.relative(routes.KEYS, routes.ABOUT),
    )
