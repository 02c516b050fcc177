"""Builders: small invented records for the tests that need some, made as the files make them.

Each takes the keys of its record as a file would write them (``due="Oct 22"``), over defaults
that do not matter. A record inside another may be a mapping or already built.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from planboard.rules.resolve.site import resolve
from planboard.truth.entries import Entry, Library
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.plan import Action, Group, Plan, Update
from planboard.truth.model.register import Owners, Publisher, Publishers, Site
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.collection import Collection
    from planboard.truth.entries import Path
    from planboard.truth.in_full import ForumsInFull, IssuesInFull, PlanInFull, ReportInFull

__all__ = [
    "Nowhere",
    "a_group",
    "a_log",
    "a_plan",
    "a_publisher",
    "a_record",
    "a_report",
    "a_site",
    "an_action",
    "an_update",
    "some_forums",
]


_NAMES_OWNERS: Final = ("owners", "by", "partners", "with_board", "boards", "board", "chair")
"""The keys of logs and reports that hold ids of owners."""


class Nowhere:
    """Places of records that stand in no file: the path itself is the file."""

    def place(self, path: Path) -> Place:
        return Place("/".join(str(step) for step in path))

    def key_place(self, path: Path) -> Place:
        return self.place(path)

    def files(self) -> frozenset[str]:
        return frozenset()


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
    named = [
        name
        for _, _, action in plan.walk_actions()
        for name in (*action.owners, *action.support, *action.reports_to)
    ]
    return _in_full(
        Library(plans=(Entry(id, plan, Nowhere()),)),
        publisher or a_publisher(id=plan.publisher),
        _register(named) if owners is None else owners,
    ).plans[0]


def a_log(*, id: str = "parks-2024", **values: object) -> IssuesInFull:  # noqa: A002 - as above
    """Return an issue log as of June 2024 in full, empty unless filled."""
    log = IssueLog.model_validate({**_head("Log for the parks"), **values})
    library = Library(issues=(Entry(id, log, Nowhere()),))
    return _in_full(library, a_publisher(), _register(_named_in(values))).issues[0]


def a_report(*, id: str = "parks-2024", **values: object) -> ReportInFull:  # noqa: A002 - as above
    """Return a progress report as of June 2024 in full, empty unless filled."""
    report = Report.model_validate({**_head("Report on the parks"), **values})
    library = Library(reports=(Entry(id, report, Nowhere()),))
    return _in_full(library, a_publisher(), _register(_named_in(values))).reports[0]


def some_forums(*, id: str = "parks-2024", **values: object) -> ForumsInFull:  # noqa: A002 - as above
    """Return a record of forums as of June 2024 in full, empty unless filled."""
    forums = Forums.model_validate({**_head("Forums of Hill Town"), **values})
    library = Library(forums=(Entry(id, forums, Nowhere()),))
    return _in_full(library, a_publisher(), ()).forums[0]


def _head(title: str) -> dict[str, object]:
    return {"format": "1", "title": title, "publisher": "hill-town-council", "as_at": "2024-06"}


def _in_full(records: Library, publisher: Publisher, owners: Iterable[object]) -> Collection:
    """Return ``records`` with every name looked up in registers that know ``owners``."""
    register = {"format": "1", "owners": list(owners)}
    library = replace(
        records,
        site=Entry("site", a_site(), Nowhere()),
        publishers=Entry("", Publishers(format="1", publishers=(publisher,)), Nowhere()),
        owners=Entry("", Owners.model_validate(register), Nowhere()),
    )
    collection, problems = resolve(library)
    errors = [str(one) for one in problems if one.level is Level.ERROR]
    assert not errors, errors
    assert collection is not None
    return collection


def _register(named: Iterable[str]) -> list[dict[str, str]]:
    return [{"id": name, "role": name.replace("-", " ").capitalize()} for name in sorted({*named})]


def _named_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a file may hold
    """Yield every owner that is named anywhere in ``value``."""
    if isinstance(value, dict):
        for key, held in value.items():
            names = [held] if isinstance(held, str) else held
            if key in _NAMES_OWNERS and all(isinstance(one, str) for one in names or ()):
                yield from names or ()
            else:
                yield from _named_in(held)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _named_in(one)
