"""Routes: the only room that knows addresses; all of them from the top of the site."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from planboard.words.vocabulary.records import RecordKind

__all__ = [
    "ABOUT",
    "DATA",
    "EMAIL",
    "FEED",
    "GLOSSARY",
    "HOME",
    "KEYS",
    "MESSAGE",
    "NEWSLETTERS",
    "NOTICES",
    "NOTIFY",
    "OWNERS",
    "PLANS",
    "QUALITY",
    "SCRIPT",
    "STYLES",
    "TEXT",
    "WRITING",
    "action",
    "action_anchor",
    "anchor",
    "beside",
    "forums",
    "group_anchor",
    "issues",
    "newsletter",
    "outside_anchor",
    "owner",
    "parts",
    "plan",
    "position",
    "printed",
    "programme",
    "quality",
    "record",
    "record_anchor",
    "relative",
    "report",
    "return_form",
    "schema",
    "site",
    "term_anchor",
    "top",
]

HOME: Final = ""
PLANS: Final = "plans/"
OWNERS: Final = "owners/"
QUALITY: Final = "record-quality/"
GLOSSARY: Final = "glossary/"
KEYS: Final = "data-files/"
ABOUT: Final = "about/"
WRITING: Final = "how-to-write/"
NEWSLETTERS: Final = "newsletters/"
FEED: Final = f"{NEWSLETTERS}feed.atom"
EMAIL: Final = "email.html"
TEXT: Final = "newsletter.txt"
MESSAGE: Final = "newsletter.eml"
NOTIFY: Final = "notify.md"
"""The forms of a newsletter beside its page: as e-mail, as text, as a draft, and to paste."""
DATA: Final = "data.json"
STYLES: Final = "assets/planboard.css"
SCRIPT: Final = "assets/planboard.js"
PLOTLY: Final = "assets/plotly.min.js"
"""Where the script lies that draws charts on demand; scripts/08-explore.js asks for it there."""
NOTICES: Final = "notices"
"""The place of the notices on every page of records."""


def plan(plan_id: str) -> str:
    """Return the address of a plan's dashboard."""
    return f"{PLANS}{plan_id}/"


def forums(forums_id: str) -> str:
    """Return the address of what forums named as priorities."""
    return f"priorities/{forums_id}/"


def issues(log_id: str) -> str:
    """Return the address of an issue and action log."""
    return f"issues/{log_id}/"


def report(report_id: str) -> str:
    """Return the address of a progress report."""
    return f"reports/{report_id}/"


def programme(programme_id: str) -> str:
    """Return the address of a programme of volunteers."""
    return f"volunteers/{programme_id}/"


def site(programme_id: str, site_id: str) -> str:
    """Return the address of one site of a programme of volunteers."""
    return f"{programme(programme_id)}sites/{site_id}/"


def return_form(programme_id: str) -> str:
    """Return the address of the blank return of a programme, to print or to fill in."""
    return f"{programme(programme_id)}return/"


def position(w3w: str) -> str:
    """Return where a position that may be published is shown on a map; outside this site."""
    return f"https://what3words.com/{w3w.removeprefix('///')}"


def newsletter(newsletter_id: str) -> str:
    """Return the address of one issue of a newsletter."""
    return f"{NEWSLETTERS}{newsletter_id}/"


def record(kind: RecordKind, record_id: str) -> str:
    """Return the address of a published record of any kind."""
    return _PAGE_OF[kind](record_id)


def owner(owner_id: str) -> str:
    """Return the address of the page of an owner."""
    return f"{OWNERS}{owner_id}/"


def quality(kind: RecordKind, record_id: str) -> str:
    """Return the address of what is said of the quality of one record."""
    return f"{QUALITY}#{record_anchor(kind, record_id)}"


def schema(file: str) -> str:
    """Return the address of the JSON Schema with this file name."""
    return f"schemas/{file}"


def top(kind: RecordKind) -> str:
    """Return the name of the place of the heading of a record's own page."""
    return _TOP_OF[kind]


def parts(kind: RecordKind) -> str:
    """Return the name of the place, on a record's own page, of all its main parts."""
    return _PARTS_OF[kind]


def record_anchor(kind: RecordKind, record_id: str) -> str:
    """Return the name of the place of a record on a page that shows several: ``plan-parks``."""
    return f"{kind}-{record_id}"


def anchor(thing: str, part_id: str) -> str:
    """Return the name of the place of a part on the page of its record: ``issue-csw-01``."""
    return f"{thing}-{part_id}"


def outside_anchor(outside_id: str) -> str:
    """Return the name of the place, on the page of a plan, of work outside it."""
    return f"waits-{outside_id}"


def action_anchor(action_id: str) -> str:
    """Return the name of an action's place on its page."""
    return f"action-{action_id}"


def group_anchor(group_id: str) -> str:
    """Return the name of a group's place on its page."""
    return f"group-{group_id}"


def action(plan_id: str, action_id: str) -> str:
    """Return the address of one action."""
    return f"{plan(plan_id)}#{action_anchor(action_id)}"


def term_anchor(term: str) -> str:
    """Return the name of the place of an abbreviation in the glossary: ``term-sp-and-i``."""
    words = re.findall(r"[^\W_]+", term.casefold().replace("&", " and ").replace("+", " plus "))
    return "-".join(("term", *words))


def beside(page: str, file: str) -> str:
    """Return the address of a file beside a page."""
    return f"{page}{file}"


def printed(site: str, target: str) -> str:
    """Return ``target`` as paper shows it: with the address of the site, and without https.

    A site that does not know its own address has none to show.
    """
    top = site.rpartition("://")[2].rstrip("/")
    return f"{top}/{target}" if top else ""


def relative(target: str, page: str) -> str:
    """Return the way from ``page`` to ``target``, so that a site works under any sub-path."""
    path, hash_, anchor = target.partition("#")
    if path == page and hash_:
        return f"#{anchor}"
    way = posixpath.relpath(f"/{path}", f"/{page}" if page else "/")
    if path.endswith("/") or not path:
        way = f"{way}/" if way != "." else "./"
    return f"{way}{hash_}{anchor}"


_PAGE_OF: Final = {
    RecordKind.PLAN: plan,
    RecordKind.FORUMS: forums,
    RecordKind.ISSUES: issues,
    RecordKind.REPORT: report,
    RecordKind.PROGRAMME: programme,
}

_TOP_OF: Final = {
    RecordKind.PLAN: "plan",
    RecordKind.FORUMS: "priorities",
    RecordKind.ISSUES: "issues",
    RecordKind.REPORT: "report",
    RecordKind.PROGRAMME: "programme",
}

_PARTS_OF: Final = {
    RecordKind.PLAN: "actions",
    RecordKind.FORUMS: "by-forum",
    RecordKind.ISSUES: "log",
    RecordKind.REPORT: "measures",
    RecordKind.PROGRAMME: "sites",
}
