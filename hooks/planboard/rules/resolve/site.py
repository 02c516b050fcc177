"""Site: every record of a site with its names looked up, in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planboard.rules.resolve import forums, issues, newsletters, plans, programmes, reports
from planboard.rules.resolve.names import Desk
from planboard.truth.collection import Collection
from planboard.truth.in_full import RecordInFull
from planboard.truth.model.programme.sessions import Sessions
from planboard.truth.model.register import Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.truth.entries import Library
    from planboard.words.problems import Problem

__all__ = ["resolve"]

R = TypeVar("R", bound=RecordInFull)


def resolve(library: Library) -> tuple[Collection | None, tuple[Problem, ...]]:
    """Return the collection with every name looked up, and a complaint for each unknown one.

    An unknown owner is a warning (its id is shown as written); an unknown publisher, scale,
    status or id inside a record is an error. A name may be unknown only because a file that is
    missing or broken, and has its complaint, would know it: then nothing is said. A record that
    lacks its publisher is left out, and so is a plan without its scale. The collection is None
    when there is no usable site register.
    """
    desk = Desk.of(library)
    found_plans = _in_order(plans.of_plan(entry, desk) for entry in library.plans)
    found_forums = _in_order(forums.of_forums(entry, desk) for entry in library.forums)
    found_issues = _in_order(issues.of_issues(entry, desk) for entry in library.issues)
    found_reports = _in_order(reports.of_report(entry, desk) for entry in library.reports)
    found_programmes = _in_order(
        programmes.of_programme(entry, library.sessions.get(entry.id, Sessions()), desk)
        for entry in library.programmes
    )
    found_newsletters = newsletters.of_newsletters(
        library, found_programmes, found_issues, desk.problems
    )
    if library.site is None:
        return None, tuple(desk.problems)
    collection = Collection(
        site=library.site.record,
        plans=found_plans,
        forums=found_forums,
        issues=found_issues,
        reports=found_reports,
        programmes=found_programmes,
        newsletters=found_newsletters,
        owners=tuple(library.owners.record.owners if library.owners else ()),
        glossary=library.glossary.record if library.glossary else Glossary(format="1"),
    )
    return collection, tuple(desk.problems)


def _in_order(found: Iterable[R | None]) -> tuple[R, ...]:
    """Return the records that could be looked up, sorted by their titles, invented ones last."""
    kept = (one for one in found if one is not None)
    return tuple(
        sorted(kept, key=lambda one: (one.head.example, one.head.title.casefold(), one.id))
    )
