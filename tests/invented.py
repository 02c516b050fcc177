"""Invented: plans of every shape, as hypothesis makes them up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from builders import a_group, a_plan, a_record, an_action

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.truth.in_full import PlanInFull

__all__ = ["NAMES", "any_plan"]

NAMES: Final = ("park-warden", "parks-board", "library-team", "stranger")
"""Who may be named; the last is in no register."""
_REGISTER: Final = [{"id": name, "role": name.replace("-", " ")} for name in NAMES[:-1]]
_DUE: Final = (
    *("", "Ongoing", "TBC", "ASAP", "Completed", "Completed May 2024", "start July 2024"),
    *("by May 2024", "by July 2024", "by 5 July 2024", "2025", "Oct 2022 - April 2025"),
)
_UPDATES: Final = (
    {"on": "2024-06-03", "text": "Two of four stand."},
    {"on": "2023-06-03", "text": "One of four stands."},
    {"text": "Somebody asked for more."},
    {"dated_as_written": "31/04/24", "text": "Nobody knows when."},
    {"kind": "forward", "year": "2025/26", "text": "Six more."},
    {"text": "TBC"},
    {"text": ""},
)
_GROUPS: Final = (None, "a", "b", "c")
"""Under what an action stands; the group ``c`` is inside ``b``."""

_owners = st.lists(st.sampled_from(NAMES), max_size=3)
_actions = st.lists(
    st.fixed_dictionaries(
        {
            "group": st.sampled_from(_GROUPS),
            "owners": _owners,
            "support": _owners,
            "reports_to": _owners,
            "due": st.sampled_from(_DUE),
            "status": st.sampled_from(["red", "amber", "green", "not rated", "not published"]),
            "stage": st.sampled_from([None, "not started", "in progress", "complete"]),
            "updates": st.lists(st.sampled_from(_UPDATES), max_size=2),
            "number": st.sampled_from([None, "1", "2", "3."]),
            "left_on": st.sampled_from([None, None, None, "2024-05-02"]),
        }
    ),
    max_size=9,
)


def _made(actions: Sequence[Mapping[str, object]], plan_id: str) -> PlanInFull:
    under: dict[object, list[object]] = {name: [] for name in _GROUPS}
    for number, values in enumerate(actions, 1):
        said = {key: one for key, one in values.items() if key != "group" and one is not None}
        under[values["group"]].append(an_action(id=str(number), **said))
    inner = a_group(id="c", title="Group C", actions=under["c"])
    return a_record(
        a_plan(
            actions=under[None],
            groups=[
                a_group(id="a", title="Group A", actions=under["a"]),
                a_group(id="b", title="Group B", actions=under["b"], groups=[inner]),
            ],
            scale={"use": "rag", "needs_targets": "true"},
        ),
        id=plan_id,
        owners=_REGISTER,
    )


def any_plan(plan_id: str = "parks-2024") -> st.SearchStrategy[PlanInFull]:
    """Return plans with actions under groups and under none, and gaps and owners of every kind."""
    return _actions.map(lambda actions: _made(actions, plan_id))
