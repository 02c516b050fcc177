"""Teams views: what each team did and what came of it, from A to Z; no team is ranked (R190)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import followed as said
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views.programme import tables
from planboard.saying.views.programme.tables import Grid, GridRow
from planboard.words.vocabulary.programmes import LETTERS

if TYPE_CHECKING:
    from datetime import date

    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.teams import Team

__all__ = ["TeamsView", "of_programme"]


@dataclass(frozen=True, slots=True)
class TeamsView:
    """Every team; ``volunteers`` and ``deputies`` say how many there are, and never who."""

    volunteers: str
    deputies: str
    grid: Grid | None
    none: str


def of_programme(record: ProgrammeInFull, told: ProgrammeTold) -> TeamsView:
    """Return every team by its name, with what it found and the letters that came of it."""
    if not record.teams:
        return TeamsView("", "", None, "No team is listed.")
    found, done = told.followed_up, told.done
    rows = tuple(
        GridRow(
            anchor=routes.anchor("team", team.id),
            title=team.name,
            note=_note(team, record.programme.period.first),
            cells=(
                tables.sessions(done.by_team[id_]),
                wording.number(done.by_team[id_].not_held),
                *tables.over(done.by_team[id_]),
                *(wording.guarded(found.by_team[id_][kind]) for kind in LETTERS),
            ),
        )
        for id_, team in record.teams.items()
    )
    grid = Grid(
        caption="Teams from A to Z",
        first="Team",
        heads=(
            "Sessions held of planned" if record.programme.planned else "Sessions held",
            "Not held",
            "Vehicles",
            "Over the threshold",
            "Share",
            *tables.LETTERS,
        ),
        rows=rows,
        totals=(
            tables.sessions(done.total),
            wording.number(done.total.not_held),
            *tables.over(done.total),
            *(wording.number(found.totals[kind]) for kind in LETTERS),
        ),
        key=said.key(row[kind] for row in found.by_team.values() for kind in LETTERS),
    )
    known = sentences.volunteers(record, told).rstrip(".")
    return TeamsView(f"{known}.", sentences.deputies(told), grid, "")


def _note(team: Team, begins: date) -> str:
    """Return what is quietly said of a team: its area, and whether it is younger, or has ended.

    ``begins`` is the first day of the period; since when an older team stands is in its file.
    """
    area = team.area if team.area and team.name not in team.area else ""
    new = team.active_from and team.active_from > begins
    began = f"since {wording.day(team.active_from)}" if team.active_from and new else ""
    ended = f"until {wording.day(team.active_to)}" if team.active_to else ""
    return ", ".join(filter(None, (area, began, ended)))
