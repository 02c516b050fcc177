"""Programmes: invented programmes of volunteers in a few words, and what is worked out from them.

Each builder takes what a file would write, over defaults that do not matter. Everything is of the
year 2024, as at the end of June. Teams, sites and owners that rows name need not be written: each
is there under its id, and ``oak-end`` is called "Oak end".
"""

from __future__ import annotations

import calendar
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pytest
from pydantic import ValidationError

from builders import a_publisher
from planboard.arithmetic.programmes import told
from planboard.truth.in_full import ProgrammeInFull
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.programme.sessions import SessionGroup
from planboard.truth.model.register import Owner
from planboard.words.problems import Place
from planboard.words.vocabulary.programmes import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.model.fields import Record

__all__ = [
    "MONTHS",
    "a_batch",
    "a_place",
    "a_programme",
    "a_team",
    "a_visit",
    "letters",
    "planned",
    "refused",
    "sessions",
    "verdicts",
]

MONTHS: Final = ("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06")
"""The months of the year that are not still to come."""


def a_team(id: str, **values: object) -> dict[str, object]:  # noqa: A002 - the name of the field
    """Return one team as a file writes it."""
    return {"id": id, "name": _name(id), **values}


def a_place(id: str, **values: object) -> dict[str, object]:  # noqa: A002 - as above
    """Return one site as a file writes it: requested and approved, unless steps are given."""
    steps = {"requested": "2023-03-01", "approved": "2023-05-10"}
    given = {"id": id, "name": _name(id), "speed_limit_mph": "30", "threshold_mph": "35"}
    return {**given, **(values if {*steps} & {*values} else steps | values)}


def a_visit(on: str, site: str, **values: object) -> dict[str, object]:
    """Return one visit of the police: ``a_visit("2024-05-01", "oak-end", course="3")``."""
    return {"on": on, "site": site, **values}


def letters(month: str, team: str, *counts: int) -> dict[str, object]:
    """Return the letters of a month for a team: first, second, third ones or visits."""
    kinds = ("letter_1", "letter_2", "letter_3_or_visit")
    return {"month": month, "team": team, **dict(zip(kinds, map(str, counts), strict=False))}


def planned(month: str, team: str, how_many: int) -> dict[str, object]:
    """Return how many sessions a team planned in a month."""
    return {"month": month, "team": team, "sessions": str(how_many)}


def a_batch(id: str, *hops: str, **values: object) -> dict[str, object]:  # noqa: A002 - as above
    """Return a batch of results of March with hops on some days: ``a_batch("b", "2024-05-03")``."""
    roles = ("traffic-enforcement-officer", "programme-lead", "team-leaders", "volunteers")
    steps = [
        {"by": by, "to": to, "on": on, "how": "email"}
        for by, to, on in zip(roles, roles[1:], hops, strict=False)
    ]
    return {"id": id, "first_day": "2024-03-01", "last_day": "2024-03-14", "hops": steps, **values}


def sessions(
    month: str,
    team: str = "oak",
    site: str = "oak-end",
    how_many: int = 1,
    **values: Any,  # noqa: ANN401 - whatever a group holds
) -> SessionGroup:
    """Return some sessions of a month, added up as the reading of tables does it.

    Without ``values`` each was held by three volunteers for an hour, and 100 vehicles passed, four
    of them over the threshold.
    """
    year, number = map(int, month.split("-"))
    nowhere = Place("sessions.csv")
    held = values.get("state", SessionState.HELD) is SessionState.HELD
    times = how_many * held
    given: dict[str, Any] = {
        "team": team,
        "site": site,
        "month": date(year, number, 1),
        "state": SessionState.HELD,
        "sessions": how_many,
        "minutes": 60 * times,
        "volunteer_minutes": 180 * times,
        "vehicles_passed": 100 * times,
        "over_threshold": 4 * times,
        "highest_mph": 41 if held else None,
        "limit_mph": 30,
        "first_day": date(year, number, 1),
        "last_day": date(year, number, calendar.monthrange(year, number)[1]),
        "place": nowhere,
        "first_place": nowhere,
        "last_place": nowhere,
    }
    return SessionGroup(**given | values)


def a_programme(
    *groups: SessionGroup,
    id: str = "watch",  # noqa: A002 - as above
    **values: object,
) -> ProgrammeInFull:
    """Return a programme in full: ``groups`` are its sessions, ``values`` what its file says.

    ``teams`` and ``sites`` come before those that rows name, and may be ids alone.
    """
    given = {
        "format": "1",
        "title": "Watch of Hill Town",
        "publisher": "hill-town-council",
        "as_at": "2024-06-30",
        "area": "Hill Town",
        "period": "2024",
        **values,
        "teams": [
            a_team(one) if isinstance(one, str) else one
            for one in _all(values, "teams", "team", (one.team for one in groups))
        ],
        "sites": [
            a_place(one) if isinstance(one, str) else one
            for one in _all(values, "sites", "site", (one.site for one in groups))
        ],
    }
    programme = Programme.model_validate(given)
    named = {name for one in programme.batches for hop in one.hops for name in (hop.by, hop.to)}
    named |= {one.by for one in programme.visits if one.by}
    owners = {name: Owner.model_validate({"id": name, "role": _name(name)}) for name in named}
    return ProgrammeInFull(
        id=id,
        publisher=a_publisher(),
        owners=MappingProxyType(dict(sorted(owners.items()))),
        programme=programme,
        sessions=groups,
    )


def verdicts(of: ProgrammeInFull) -> ProgrammeTold:
    """Return all that is worked out from a programme."""
    return told.of_programme(of)


def refused(make: Callable[..., Record], *given: object, **values: object) -> dict[str, str]:
    """Return the keys that are refused, each with the kind of its mistake or with the sentence."""
    with pytest.raises(ValidationError) as raised:
        make(*given, **values)
    return {
        ".".join(map(str, one["loc"])): (
            str(one["ctx"]["error"]) if one["type"] == "value_error" else one["type"]
        )
        for one in raised.value.errors()
    }


def _all(
    values: Mapping[str, Any], stated: str, key: str, more: Iterable[str]
) -> list[str | dict[str, Any]]:
    """Return the teams or sites that are stated, and an id for each that rows name besides."""
    found: list[str | dict[str, Any]] = list(values.get(stated, ()))
    ids = [one if isinstance(one, str) else str(one["id"]) for one in found]
    rows = [row for table in ("letters", "planned", "visits") for row in values.get(table, ())]
    named = [*more, *(row[key] for row in rows if key in row)]
    return found + [one for one in dict.fromkeys(named) if one not in ids]


def _name(id: str) -> str:  # noqa: A002 - as above
    return id.replace("-", " ").capitalize()
