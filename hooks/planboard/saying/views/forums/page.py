"""Page: everything that the page of a record of forums may say, and what search knows of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes, wording
from planboard.saying.sentences import forums as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.forums import charts, form, grid, lists
from planboard.saying.views.search import SearchEntry, SearchView
from planboard.words.vocabulary.forums import Movement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.priorities.counts import Counts
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.forums.form import FormView
    from planboard.saying.views.forums.grid import ForumView, Grid
    from planboard.saying.views.forums.lists import (
        AskedView,
        ContactsView,
        EventsView,
        NewsView,
        ObjectivesView,
        TimelinessView,
    )
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download, Fact
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.register import Site

__all__ = ["CoverageView", "ForumsView", "of_forums", "search"]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Which areas somebody reports from; ``vacancies`` are those named as vacant."""

    sentence: str
    history: str
    wanted: str
    vacancies: tuple[str, ...]
    none: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Which priorities are new and which are not named any more."""

    sentence: str
    new: tuple[str, ...]
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TogetherView:
    """Priorities counted together, period by period, and how that is done."""

    sentence: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ForumsView:
    """Everything the page of one record of forums may say."""

    title: str
    example: str
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    sentence: str
    coverage: CoverageView
    latest: ChartView | None
    chart: ChartView | None
    no_chart: str
    over_time: ChartView | None
    changes: ChangesView | None
    together: TogetherView | None
    grid: Grid
    on_paper: str
    votes: tuple[ChartView, ...]
    asked: tuple[AskedView, ...]
    events: EventsView
    news: tuple[NewsView, ...]
    objectives: ObjectivesView | None
    contacts: ContactsView | None
    timeliness: TimelinessView
    judged: str
    paragraphs: tuple[tuple[str, str, str], ...]
    form: FormView
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_forums(  # noqa: PLR0913, PLR0917 - one argument for each thing a page hangs on
    record: ForumsInFull,
    told: ForumsTold,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
    address: str = "",
) -> ForumsView:
    """Return the view of one record of forums.

    Args:
        record: the record with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or says twice over.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
        address: that of the site, for paper; without it paper names no address.
    """
    forums, page = record.forums, routes.forums(record.id)
    chart = charts.chart(record, told, page, sizes)
    return ForumsView(
        title=forums.title,
        example=parts.example([forums]),
        summary=parts.paragraphs(forums.summary),
        facts=parts.facts(record),
        sentence=sentences.summary(record, told),
        coverage=_coverage(record, told),
        latest=charts.latest(record, told, page, sizes),
        chart=chart,
        no_chart="" if chart else "No priority of a forum is published yet.",
        over_time=charts.over_time(record, told, page, sizes),
        changes=_changes(told.counts),
        together=_together(told.counts),
        grid=grid.of_forums(record, told),
        on_paper=routes.printed(address, f"{page}#by-forum"),
        votes=tuple(charts.vote(record, one, site, page, sizes) for one in told.votes),
        asked=lists.asked(told),
        events=lists.events(told),
        news=lists.news(record, told),
        objectives=lists.objectives(record, told),
        contacts=lists.contacts(forums),
        timeliness=lists.timeliness(forums, told),
        judged=f"Days are judged at the end of {wording.day(told.day)}, the day of the facts, not "
        "today."
        if told.meetings
        else "",
        paragraphs=tuple(
            (_paragraph(one.number), one.number, " ".join(one.text.split()))
            for one in forums.paragraphs
        ),
        form=form.of_forums(forums, page),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_record(record, site, len(gaps)),
    )


def _paragraph(number: str) -> str:
    """Return the name of the place of a paragraph: ``para-2-2`` for 2.2 (R064)."""
    return routes.anchor("para", "-".join(re.findall(r"\w+", number.casefold())))


def _coverage(record: ForumsInFull, told: ForumsTold) -> CoverageView:
    covered, who = told.coverage, record.forums.appointee_name
    if covered is None:
        return CoverageView("", "", "", (), "The record does not say who reports from which area.")
    article = "an" if who[:1].lower() in "aeiou" else "a"
    return CoverageView(
        sentence=sentences.coverage(covered, f"{article} {who}"),
        history=sentences.history(covered.network),
        wanted=f"Without {article} {who} {wording.during(record.forums.as_at)}",
        vacancies=tuple(one.name for one in covered.vacancies),
        none="",
    )


def _changes(counts: Counts) -> ChangesView | None:
    if counts.comparison is None or not counts.priorities:
        return None
    return ChangesView(
        sentence=sentences.moved(counts),
        new=tuple(
            f"{one.label} ({sentences.areas(one.named[-1].areas or 0)})"
            for one in counts.moved(Movement.NEW)
        ),
        dropped=tuple(
            f"{one.label} ({sentences.areas(one.named[-2].areas or 0)} before)"
            for one in counts.moved(Movement.DROPPED)
        ),
    )


def _together(counts: Counts) -> TogetherView | None:
    if not counts.together:
        return None
    twice = (
        "An area counts once, however many of them it named."
        if all(one.distinct for one in counts.together)
        else "The published figures are added up, so an area that named two of them counts twice."
    )
    return TogetherView(
        sentence=f"Some priorities are also counted together. {twice}",
        heads=tuple(one.period.label for one in counts.periods),
        rows=tuple(
            (
                one.name,
                wording.and_list(list(one.priorities)),
                tuple("[x]" if at is None else wording.number(at) for at in one.areas),
            )
            for one in counts.together
        ),
    )


def search(view: ForumsView) -> SearchView:
    """Return what search should know of a record of forums: its forums, and what it lists."""
    return SearchView(title=view.title, text=view.sentence, entries=tuple(_entries(view)))


def _entries(view: ForumsView) -> Iterator[SearchEntry]:
    if view.coverage.sentence:
        texts = (view.coverage.sentence, view.coverage.history, ", ".join(view.coverage.vacancies))
        yield SearchEntry("coverage", "Areas covered", tuple(filter(None, texts)))
    if view.chart:
        rows = (f"{row.title}." for part in view.chart.table.parts for row in part.rows)
        yield SearchEntry(view.chart.anchor, "Priorities", (view.chart.title, " ".join(rows)))
    for forum in view.grid.forums:
        yield SearchEntry(forum.anchor, forum.name, tuple(filter(None, _texts(forum))))
    if view.asked:
        yield SearchEntry("wanted", "What forums want done", tuple(one.text for one in view.asked))
    if view.events.events:
        said = (f"{one.what}, {one.place}: {one.outcome}" for one in view.events.events)
        yield SearchEntry("events", "Events", tuple(said))
    if view.news:
        yield SearchEntry("good-news", "Good news", tuple(one.text for one in view.news))
    for anchor, number, text in view.paragraphs:
        yield SearchEntry(anchor, f"Paragraph {number}", (text,))
    for one in view.objectives.objectives if view.objectives else ():
        yield SearchEntry(one.anchor, one.text, (one.when, one.aim))


def _texts(forum: ForumView) -> Iterator[str]:
    yield forum.area
    yield f"Now: {', '.join(forum.current) or forum.current_none}."
    for one in forum.before:
        yield f"Last time: {one.priority}. {one.done}"
    yield from forum.concerns
    yield from forum.tensions
