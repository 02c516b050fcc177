"""Routes: the only room that knows addresses; all of them from the top of the site."""

from __future__ import annotations

import posixpath
from typing import Final

__all__ = [
    "DATA",
    "HOME",
    "PLANS",
    "action",
    "action_anchor",
    "beside",
    "group_anchor",
    "plan",
    "relative",
]

HOME: Final = ""
PLANS: Final = "plans/"
DATA: Final = "data.json"


def plan(plan_id: str) -> str:
    """Return the address of a plan's dashboard."""
    return f"{PLANS}{plan_id}/"


def action_anchor(action_id: str) -> str:
    """Return the name of an action's place on its page."""
    return f"action-{action_id}"


def group_anchor(group_id: str) -> str:
    """Return the name of a group's place on its page."""
    return f"group-{group_id}"


def action(plan_id: str, action_id: str) -> str:
    """Return the address of one action."""
    return f"{plan(plan_id)}#{action_anchor(action_id)}"


def beside(page: str, file: str) -> str:
    """Return the address of a file beside a page."""
    return f"{page}{file}"


def relative(target: str, page: str) -> str:
    """Return the way from ``page`` to ``target``, so that a site works under any sub-path."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    way = posixpath.relpath(f"/{path}", f"/{page}" if page else "/")
    if path.endswith("/") or not path:
        way = f"{way}/" if way != "." else "./"
    return f"{way}{hash_}{anchor}"
