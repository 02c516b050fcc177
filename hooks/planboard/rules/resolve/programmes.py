"""Programmes: a programme of volunteers with its teams, sites and owners looked up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from planboard.truth.in_full import ProgrammeInFull
from planboard.truth.model.programme.teams import as_looked_up
from planboard.words.problems import Level, Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.programme.follow_up import Letters, Visit
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.sessions import SessionGroup, Sessions
    from planboard.truth.model.programme.sites import Site
    from planboard.truth.model.programme.teams import Planned, Team
    from planboard.words.problems import Place

__all__ = ["of_programme"]

T = TypeVar("T", "Letters", "Planned", "Visit")


def of_programme(entry: Entry[Programme], sessions: Sessions, desk: Desk) -> ProgrammeInFull | None:
    """Return a programme with all that it names looked up, None where its publisher lacks.

    A return names teams and sites as its writers do, by name; an id does as well. What is made of
    the programme cannot know where a site is, unless that is released.
    """
    programme = entry.record
    publisher = desk.publisher(entry)
    desk.once_in_each(
        entry,
        (
            ("teams", "team", programme.teams),
            ("sites", "site", programme.sites),
            ("batches", "batch", programme.batches),
            ("guidance", "piece of guidance", programme.guidance),
        ),
    )
    for index, visit in enumerate(programme.visits):
        if visit.by:
            desk.owner(entry, ("visits", index, "by"), visit.by)
    for index, batch in enumerate(programme.batches):
        for number, hop in enumerate(batch.hops):
            at = ("batches", index, "hops", number)
            desk.owner(entry, (*at, "by"), hop.by)
            desk.owner(entry, (*at, "to"), hop.to)
    teams = _Called.of("team", entry, "teams", programme.teams, desk)
    sites = _Called.of("site", entry, "sites", programme.sites, desk)
    known = programme.model_copy(
        update={
            "sites": tuple(_without_position(one) for one in programme.sites),
            "planned": tuple(teams.rows("planned", programme.planned)),
            "letters": tuple(teams.rows("letters", programme.letters)),
            "visits": tuple(sites.rows("visits", programme.visits)),
        }
    )
    groups = _groups(sessions, teams, sites)
    by_id = {one.id: one for one in programme.sites}
    _limits(groups, by_id, desk)
    _positions(sessions, sites, by_id, desk)
    if publisher is None:
        return None
    return ProgrammeInFull(
        id=entry.id,
        programme=known,
        sessions=groups,
        publisher=publisher,
        owners=desk.owners.known,
    )


def _without_position(site: Site) -> Site:
    return site if site.released else site.model_copy(update={"w3w": None})


@dataclass(frozen=True, slots=True)
class _Called:
    """Teams or sites by whatever they may be called: their id, or their name in any letters."""

    thing: str
    key: str
    ids: dict[str, str]
    names: tuple[str, ...]
    entry: Entry[Programme]
    desk: Desk

    @classmethod
    def of(
        cls,
        thing: str,
        entry: Entry[Programme],
        key: str,
        found: Iterable[Team | Site],
        desk: Desk,
    ) -> _Called:
        """Return the names of ``found``, of which no two may be alike."""
        ids: dict[str, str] = {}
        for index, one in enumerate(found):
            name = as_looked_up(one.name)
            if ids.get(name, one.id) != one.id:
                desk.complain(
                    entry,
                    (key, index, "name"),
                    "duplicate-name",
                    f"The name {quoted(one.name)} is used twice, so a return that names it could "
                    f"mean either. Give each {thing} a name of its own.",
                )
            ids.setdefault(name, one.id)
        ids = {**ids, **{as_looked_up(one.id): one.id for one in found}}
        names = tuple(name for one in found for name in (one.name, one.id))
        return cls(thing, key, ids, names, entry, desk)

    def rows(self, key: str, rows: Iterable[T]) -> Iterable[T]:
        """Yield each row with the id of its team or site; complain of one that is unknown."""
        for index, row in enumerate(rows):
            written: str = getattr(row, self.thing)
            found = self.ids.get(as_looked_up(written))
            if found:
                yield row.model_copy(update={self.thing: found})
            else:
                path: Path = (key, index, self.thing)
                self.against(written, self.entry.places.place(path))

    def against(self, written: str, place: Place, times: int = 1) -> None:
        """Complain of a name that is unknown, once for all ``times`` that rows have it."""
        if not self.entry.whole:
            return
        more = f" {times} rows have this name." if times > 1 else ""
        self.desk.problems.append(
            Problem(
                Level.ERROR,
                f"unknown-{self.thing}",
                place,
                f"There is no {self.thing} called {quoted(written)} in {self.key} of this "
                f"programme.{more} Correct the name, or add the {self.thing} to {self.key}."
                f"{did_you_mean(written, self.names)}",
            )
        )


def _groups(sessions: Sessions, teams: _Called, sites: _Called) -> tuple[SessionGroup, ...]:
    """Return the sessions by the ids of teams and sites; complain once of each unknown name."""
    for called in (teams, sites):
        times: Counter[str] = Counter()
        for one in sessions.groups:
            times[getattr(one, called.thing)] += one.sessions
        for thing, name, place in sessions.named:
            if thing == called.thing and as_looked_up(name) not in called.ids:
                called.against(name, place, times[name])
    return tuple(
        replace(one, team=teams.ids[as_looked_up(one.team)], site=sites.ids[as_looked_up(one.site)])
        for one in sessions.groups
        if as_looked_up(one.team) in teams.ids and as_looked_up(one.site) in sites.ids
    )


def _limits(groups: Iterable[SessionGroup], sites: dict[str, Site], desk: Desk) -> None:
    """Warn of each limit in a return that is not the one of its site, once."""
    told: set[tuple[str, int]] = set()
    for one in sorted(groups, key=lambda group: group.place):
        site = sites[one.site]
        if site.speed_limit_mph != one.limit_mph and (one.site, one.limit_mph) not in told:
            told.add((one.site, one.limit_mph))
            desk.problems.append(
                Problem(
                    Level.WARNING,
                    "limit-differs",
                    one.place,
                    f"The return says that the limit at {quoted(site.name)} is {one.limit_mph} "
                    f"mph, and the list of sites says {site.speed_limit_mph}. Correct one of them.",
                )
            )


def _positions(sessions: Sessions, called: _Called, sites: dict[str, Site], desk: Desk) -> None:
    """Complain of each position in a return that is not the one of its site.

    No message says either of them: they are private.
    """
    for name, w3w, place in sessions.positions:
        site = sites.get(called.ids.get(as_looked_up(name), ""))
        if site is None or site.w3w == w3w:
            continue
        if site.w3w is None:
            message = (
                f"This gives the position of {quoted(site.name)}, and the list of sites has none "
                "to compare it with. Add w3w to the site."
            )
            level, code = Level.WARNING, "position-without-site"
        else:
            message = (
                f"This is not the position that the list of sites has for {quoted(site.name)}. "
                "Correct the name of the site, or the position in one of the two."
            )
            level, code = Level.ERROR, "wrong-position"
        desk.problems.append(Problem(level, code, place, message))
