"""Builders: small invented records for the tests that need some, made as the files make them.

Each takes the keys of its record as a file would write them (``due="Oct 22"``), over defaults
that do not matter. A record inside another may be a mapping or already built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.resolve.site import resolve
from planboard.truth.collection import Entry, Library, PlanInFull
from planboard.truth.model.plan import Action, Group, Plan, Update
from planboard.truth.model.register import Owners, Publisher, Publishers, Site
from planboard.words.problems import Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.truth.collection import Path

__all__ = [
    "Nowhere",
    "a_group",
    "a_plan",
    "a_publisher",
    "a_record",
    "a_site",
    "an_action",
    "an_update",
]


class Nowhere:
    """Places of records that stand in no file: the path itself is the file."""

    def place(self, path: Path) -> Place:
        return Place("/".join(str(step) for step in path))

    def key_place(self, path: Path) -> Place:
        return self.place(path)


def an_update(**values: object) -> Update:
    return Update.model_validate({"text": "The benches are ordered.", **values})


def an_action(**values: object) -> Action:
    return Action.model_validate({"id": "1", "title": "Put benches in the park", **values})


def a_group(**values: object) -> Group:
    return Group.model_validate({"id": "parks", "kind": "theme", "title": "Parks", **values})


def a_plan(**values: object) -> Plan:
    """Return a plan as of June 2024 on the scale red, amber, green; empty unless filled."""
    given = {
        "format": "1",
        "title": "Plan for the parks",
        "publisher": "hill-town-council",
        "as_at": "2024-06",
        "scale": "rag",
    }
    return Plan.model_validate({**given, **values})


def a_publisher(**values: object) -> Publisher:
    given = {"id": "hill-town-council", "name": "Hill Town Council", "kind": "council"}
    return Publisher.model_validate({**given, **values})


def a_site(**values: object) -> Site:
    return Site.model_validate({"format": "1", "title": "Plans of Hill Town", **values})


def a_record(
    plan: Plan | None = None,
    *,
    id: str = "parks-2024",  # noqa: A002 - the name of the field
    publisher: Publisher | None = None,
    owners: Iterable[object] | None = None,
    **values: object,
) -> PlanInFull:
    """Return a plan in full, its statuses resolved to codes as for every real plan.

    ``values`` are those of ``a_plan``. Without ``owners`` every owner that an action names is in
    the register, with the words of its id as the role.
    """
    plan = plan or a_plan(**values)
    body = publisher or a_publisher(id=plan.publisher)
    register = owners if owners is not None else _owners_named_in(plan)
    library = Library(
        site=Entry("site", a_site(), Nowhere()),
        publishers=Entry("", Publishers(format="1", publishers=(body,)), Nowhere()),
        owners=Entry(
            "", Owners.model_validate({"format": "1", "owners": list(register)}), Nowhere()
        ),
        plans=(Entry(id, plan, Nowhere()),),
    )
    collection, problems = resolve(library)
    errors = [str(one) for one in problems if one.level is Level.ERROR]
    assert not errors, errors
    assert collection is not None
    return collection.plans[0]


def _owners_named_in(plan: Plan) -> list[dict[str, str]]:
    named = {
        name
        for _, _, action in plan.walk_actions()
        for name in (*action.owners, *action.support, *action.reports_to)
    }
    return [{"id": name, "role": name.replace("-", " ").capitalize()} for name in sorted(named)]
