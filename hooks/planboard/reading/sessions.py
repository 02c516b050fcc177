"""Sessions: the only room that adds up the sessions of a programme while their tables are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.truth.model.programme.sessions import Repeated, Session, SessionGroup, Sessions
from planboard.truth.model.programme.teams import as_looked_up
from planboard.words.problems import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from planboard.reading.tables.cells import Row
    from planboard.truth.model.programme.programme import Programme
    from planboard.words.vocabulary.programmes import SessionState

__all__ = ["Sum"]

_FEW: Final = 20
"""How many rows that are there twice are told."""
_NO_TIME: Final = 24 * 60

_At = tuple[str, int]
"""The file of a row and its line, from 0."""
_Key = tuple[str, str, "date", "SessionState", int]


@dataclass(slots=True)
class _Group:
    """Sessions that are alike, while more are added."""

    at: _At
    first_day: date
    first_at: _At
    last_day: date
    last_at: _At
    sessions: int = 0
    minutes: int = 0
    volunteer_minutes: int = 0
    passed: int = 0
    over: int = 0
    highest: int | None = None


class Sum:
    """The sum of sessions so far; however many there are, it keeps none of them."""

    model = Session

    def __init__(self, programme: Programme | None = None) -> None:
        """``programme`` knows which names and ids are of one team or site."""
        teams, sites = (programme.teams, programme.sites) if programme else ((), ())
        self._ids = {
            (thing, as_looked_up(name)): one.id
            for thing, found in (("team", teams), ("site", sites))
            for one in found
            for name in (one.name, one.id)
        }
        self._groups: dict[_Key, _Group] = {}
        self._positions: dict[tuple[str, str], Place] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._called: dict[tuple[str, str], int] = {}
        self._named: dict[tuple[str, str], Place] = {}
        self._files: list[str] = []
        self._seen: dict[int, int] = {}
        self._repeated: list[Repeated] = []
        self._repeats = 0
        self._rows = 0

    def add(self, one: Session, row: Row) -> None:
        """Add a session, which stands in a row of a table; one that is there already is not."""
        self._rows += 1
        if self._is_there(one, row):
            return
        day = one.session_date
        key = one.team, one.site, day.replace(day=1), one.state, one.speed_limit_mph
        group = self._groups.get(key)
        if group is None:
            at = row.sheet.file, row.line
            group = self._groups[key] = _Group(at, day, at, day, at)
            self._name("team", one.team, row)
            self._name("site", one.site, row)
        elif day > group.last_day:
            group.last_day, group.last_at = day, (row.sheet.file, row.line)
        elif day < group.first_day:
            group.first_day, group.first_at = day, (row.sheet.file, row.line)
        minutes = one.duration_minutes or 0
        group.sessions += 1
        group.minutes += minutes
        group.volunteer_minutes += minutes * (one.volunteers or 0)
        group.passed += one.vehicles_passed or 0
        group.over += one.vehicles_over_threshold or 0
        highest = one.highest_speed_mph
        if highest is not None and (group.highest is None or highest > group.highest):
            group.highest = highest
        if one.w3w and (one.site, one.w3w) not in self._positions:
            self._positions[one.site, one.w3w] = _place(row, "w3w")

    def glance(self, cells: Mapping[str, str], row: Row) -> None:
        """Note which team and site a row names that is wrong in another way."""
        for key in ("team", "site"):
            if name := " ".join(cells.get(key, "").split()):
                self._name(key, name, row)

    def _name(self, key: str, name: str, row: Row) -> None:
        """Note where a team or site is named first."""
        if (key, name) not in self._named:
            self._named[key, name] = _place(row, key)

    def _is_there(self, one: Session, row: Row) -> bool:
        """Return whether this session has been added already, and remember that."""
        if not self._files or self._files[-1] != row.sheet.file:
            self._files.append(row.sheet.file)
        key = self._mark_of(one)
        first = self._seen.setdefault(key, _packed(len(self._files) - 1, row))
        file, number, line = first >> 48, first >> 24 & 0xFFFFFF, first & 0xFFFFFF
        if number == row.number and self._files[file] == row.sheet.file:
            return False
        self._repeats += 1
        if self._repeats <= _FEW:
            there = _begin((self._files[file], line))
            self._repeated.append(Repeated(_place(row), row.number, there, number))
        return True

    def _mark_of(self, one: Session) -> int:
        """Return a number that is another one for each session; a plain number takes little room.

        Where no time is stated, a team has one session at a site on one day.
        """
        team, site = self._number("team", one.team), self._number("site", one.site)
        at = one.start_time
        minute = at.hour * 60 + at.minute if at else _NO_TIME
        return ((team << 24 | site) << 24 | one.session_date.toordinal()) << 12 | minute

    def _number(self, thing: str, name: str) -> int:
        """Return the number of a team or site, the same however it is called."""
        number = self._numbers.get((thing, name))
        if number is None:
            plain = as_looked_up(name)
            called = self._ids.get((thing, plain), plain)
            number = self._called.setdefault((thing, called), len(self._called))
            self._numbers[thing, name] = number
        return number

    def total(self, *, whole: bool) -> Sessions:
        """Return all that was added; ``whole`` says whether every row could be read."""
        return Sessions(
            groups=tuple(
                SessionGroup(
                    team=team,
                    site=site,
                    month=month,
                    state=state,
                    sessions=one.sessions,
                    minutes=one.minutes,
                    volunteer_minutes=one.volunteer_minutes,
                    vehicles_passed=one.passed,
                    over_threshold=one.over,
                    highest_mph=one.highest,
                    limit_mph=limit,
                    first_day=one.first_day,
                    last_day=one.last_day,
                    place=_begin(one.at),
                    first_place=_begin(one.first_at),
                    last_place=_begin(one.last_at),
                )
                for (team, site, month, state, limit), one in self._groups.items()
            ),
            positions=tuple((site, w3w, at) for (site, w3w), at in self._positions.items()),
            named=tuple((key, name, at) for (key, name), at in self._named.items()),
            repeated=tuple(self._repeated),
            repeats=self._repeats,
            rows=self._rows,
            whole=whole,
        )


def _begin(at: _At) -> Place:
    file, line = at
    return Place(file, line + 1, 1)


def _packed(file: int, row: Row) -> int:
    return file << 48 | row.number << 24 | row.line


def _place(row: Row, column: str = "") -> Place:
    return Place(row.sheet.file, *row.position(row.sheet.columns.get(column, 0)))
