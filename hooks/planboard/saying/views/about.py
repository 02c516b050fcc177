"""About views: what holds for every site, told with the settings of this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording

if TYPE_CHECKING:
    from decimal import Decimal

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
        near=_counted(site.near_months, "month"),
        stale=_counted(site.stale_after_days, "day"),
        data_files=routes.relative(routes.KEYS, routes.ABOUT),
    )


def _counted(number: Decimal, thing: str) -> str:
    return f"{wording.number(int(number))} {thing}{'' if number == 1 else 's'}"
