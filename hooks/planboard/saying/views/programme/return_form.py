"""Return form: the blank return of a team, column by column, on paper and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Download, Fact, Link
from planboard.saying.views.programme import guidance
from planboard.saying.views.search import SearchEntry, SearchView
from planboard.words.vocabulary.programmes import SiteState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.saying.views.notices import Notice
    from planboard.saying.views.programme.guidance import GuidanceView
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.sites import Site as Place
    from planboard.truth.model.register import Site

__all__ = [
    "TEMPLATE",
    "ColumnView",
    "PlaceView",
    "ReturnFormView",
    "anchors",
    "of_programme",
    "search",
]

TEMPLATE: Final = "return.csv"
"""The file beside the page that has the names of the columns and no row."""

_ROWS: Final = 12
"""How many empty rows have room on one sheet."""
_DAY: Final = 14
"""The day of a month that an example has, which can be no month."""
_FASTER: Final = 16
"""How much the highest speed of the example is over its limit."""
_NO_PLACE: Final = ("Example Village - High Street", 30)


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: its name in the file and on paper, what belongs in it, and an example."""

    code: str
    label: str
    short: str
    meaning: str
    example: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A site where volunteers may stand: what returns call it, and its speeds."""

    name: str
    limit: str
    threshold: str


@dataclass(frozen=True, slots=True)
class ReturnFormView:
    """The blank return of a programme (R010); ``rows`` are those that are left empty."""

    title: str
    example: str
    facts: tuple[Fact, ...]
    sentence: str
    file: Link
    programme: Link
    columns: tuple[ColumnView, ...]
    threshold: tuple[str, ...]
    not_held: tuple[tuple[str, str], ...]
    how_to_send: tuple[str, ...]
    team_names: tuple[str, ...]
    no_team: str
    places: tuple[PlaceView, ...]
    no_place: str
    guidance: tuple[GuidanceView, ...]
    heading: str
    rows: tuple[str, ...]
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_programme(record: ProgrammeInFull, site: Site, sizes: Mapping[str, int]) -> ReturnFormView:
    """Return the blank return of a programme; ``sizes`` are the bytes of the files beside it.

    No position of a site is in it, not even one that is released: it is not asked for here.
    """
    page, head = routes.return_form(record.id), record.head
    places = tuple(one for one in record.sites.values() if one.state is SiteState.APPROVED)
    columns = tuple(_columns(record, places[0] if places else None))
    return ReturnFormView(
        title=f"Blank return: {head.title}",
        example=parts.example((head,)),
        facts=tuple(one for one in parts.facts(record) if one.label in {"As at", "Publisher"}),
        sentence=f"Each team sends in a return {_every(record.programme.return_days)}, with a row "
        f"for each session in {wording.number(len(columns))} columns.",
        file=Link(
            "Take it as a table to fill in", routes.relative(routes.beside(page, TEMPLATE), page)
        ),
        programme=Link(head.title, routes.relative(routes.programme(record.id), page)),
        columns=columns,
        threshold=parts.paragraphs(record.programme.threshold_note),
        not_held=(
            ("It was begun and broken off", "Abandoned: ice on the road"),
            ("It was never begun", "Cancelled: too few volunteers"),
        ),
        how_to_send=parts.paragraphs(record.programme.how_to_send)
        or ("The programme does not say how to send in a return. Ask whoever leads it.",),
        team_names=tuple(_team_names(record)),
        no_team="The programme lists no team yet.",
        places=tuple(_place(one) for one in places),
        no_place="No site is approved yet.",
        guidance=guidance.of_programme(record.programme),
        heading=f"Return of sessions: {wording.title(head)}",
        rows=tuple(map(str, range(1, _ROWS + 1))),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records((record,), site, page),
    )


def anchors(view: ReturnFormView) -> tuple[str, ...]:
    """Return the place of every section that a link may point at."""
    guided = ("guidance", *(one.anchor for one in view.guidance)) if view.guidance else ()
    return (
        "return-form",
        "columns",
        "not-held",
        "sending",
        "send",
        "teams",
        "sites",
        *guided,
        "blank",
    )


def search(view: ReturnFormView) -> SearchView:
    """Return what search should know of the page: its columns, and what belongs in each."""
    columns = tuple(f"{one.label}: {one.meaning}" for one in view.columns)
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=(
            SearchEntry("columns", "What to write in each column", columns),
            SearchEntry("not-held", "If a session was abandoned or cancelled", ()),
        ),
    )


def _every(days: int) -> str:
    return "every day" if days == 1 else f"every {wording.counted(days, 'day')}"


def _team_names(record: ProgrammeInFull) -> Iterator[str]:
    """Yield the name of each team that has not ended, as returns write it."""
    day = record.programme.as_at.last
    for one in record.teams.values():
        if one.active_to is None or one.active_to >= day:
            yield one.name


def _place(one: Place) -> PlaceView:
    return PlaceView(
        name=one.name,
        limit=f"{one.speed_limit_mph} mph",
        threshold=f"{one.threshold_mph} mph" if one.threshold_mph else "Not stated",
    )


def _columns(record: ProgrammeInFull, place: Place | None) -> Iterator[ColumnView]:
    """Yield every column in the order of the file, with an example from the programme itself."""
    name, limit = (place.name, place.speed_limit_mph) if place else _NO_PLACE
    team = next(_team_names(record), "Example Village")
    first = record.programme.period.first.replace(day=_DAY)
    yield ColumnView("team", "Team", "Team", "The name of your team, as in the list below.", team)
    yield ColumnView(
        "session_date",
        "Day of the session",
        "Day",
        "The day, then the month, then the year.",
        f"{first:%d/%m/%Y}",
    )
    yield ColumnView(
        "site",
        "Site",
        "Site",
        "The name of the site, as in the list of approved sites below.",
        name,
    )
    yield ColumnView(
        "w3w",
        "what3words address",
        "what3words",
        "The three words of the site, with dots between them. They are compared with the register "
        "of sites and not published. You may leave this blank.",
        "Three words with dots, as the what3words app shows them",
    )
    yield ColumnView(
        "speed_limit_mph",
        "Speed limit",
        "Limit, mph",
        "The speed limit there, in miles per hour.",
        f"{limit}",
    )
    yield ColumnView(
        "start_time",
        "Start",
        "Start",
        "When the session began, in hours and minutes. You may leave this blank.",
        "17:30",
    )
    yield ColumnView(
        "duration_minutes", "Length", "Minutes", "How many minutes the session lasted.", "50"
    )
    yield ColumnView(
        "volunteers",
        "Volunteers",
        "Volunteers",
        "How many volunteers took part. Write a number, and no names.",
        "4",
    )
    yield ColumnView(
        "vehicles_passed",
        "Vehicles that passed",
        "Vehicles passed",
        "How many vehicles passed in all, fast or slow.",
        "185",
    )
    yield ColumnView(
        "vehicles_over_threshold",
        "Vehicles over the threshold",
        "Over threshold",
        "How many of them were so fast that you noted them down. Write 0 if none was.",
        "7",
    )
    yield ColumnView(
        "highest_speed_mph",
        "Highest speed",
        "Highest, mph",
        "The highest speed you measured, in miles per hour. You may leave this blank.",
        f"{limit + _FASTER}",
    )
    yield ColumnView(
        "notes",
        "Notes",
        "Notes",
        "A word for whoever runs the programme. Notes are not published. You may leave this blank.",
        "Low sun for the first ten minutes",
    )
