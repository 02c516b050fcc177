"""Newsletters: the only room that knows what is new since an issue, and what comes after it.

What is new lies after the day of the issue before, and not after the day of this one. Of a month
or a quarter its last day decides, so that nothing is new twice, and nothing never.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from planboard.arithmetic import as_of
from planboard.arithmetic.programmes.period import of_period
from planboard.truth.dates import Span
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.issues import IssueState, ToldState
from planboard.words.vocabulary.newsletters import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planboard.arithmetic.programmes.period import Period
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import IssuesInFull, NewsletterInFull
    from planboard.truth.model.issues import Issue
    from planboard.truth.model.programme.follow_up import Visit
    from planboard.truth.model.programme.meetings import Gathering
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.returned import Batch
    from planboard.truth.model.programme.sites import Site
    from planboard.truth.model.programme.teams import Team
    from planboard.words.vocabulary.programmes import SiteState

__all__ = ["Ahead", "IssueNews", "News", "NewsletterTold", "of_newsletters"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class IssueNews:
    """What is new of one issue that people raised, newest first, each with its days."""

    issue: Issue
    changes: tuple[tuple[Change, Span], ...]


@dataclass(frozen=True, slots=True)
class News:
    """What is new in one issue of a newsletter; every list has the newest first.

    It lies after the day ``after``, which is None where everything up to ``until`` is new.
    ``waiting`` are batches of results that had not come back by then. ``sites`` are steps of
    sites. ``began`` and ``ended`` are teams. ``undated`` is how many entries of the log may be new
    and do not say when.
    """

    after: date | None
    until: date
    issues: tuple[IssueNews, ...] = ()
    returned: tuple[Batch, ...] = ()
    waiting: tuple[Batch, ...] = ()
    sites: tuple[tuple[Site, SiteState, date], ...] = ()
    began: tuple[Team, ...] = ()
    ended: tuple[Team, ...] = ()
    visits: tuple[Visit, ...] = ()
    undated: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is new."""
        teams = (*self.began, *self.ended)
        return bool(self.issues or self.returned or self.sites or teams or self.visits)

    def holds(self, on: Span | date | None) -> bool:
        """Return whether some days are new; nothing without a day is."""
        last = on.last if isinstance(on, Span) else on
        return last is not None and last <= self.until and (self.after is None or last > self.after)


@dataclass(frozen=True, slots=True)
class Ahead:
    """One meeting that is still to come on the day of a newsletter.

    ``title`` is as the record has it; nothing where only a day is known. ``gathering`` is what the
    programme says of it. It ``decides`` on some issues, and those who raised others are to be told
    what came of them there: ``tells``.
    """

    on: Span | None
    title: str
    gathering: Gathering | None = None
    decides: tuple[Issue, ...] = ()
    tells: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsletterTold:
    """What is worked out for one issue of a newsletter.

    ``after`` is the issue after it about the same; None where it is the newest. ``period`` is what
    is known of the months that it is about; None where it is about none. ``news`` are what is new
    in it. ``ahead`` are the meetings after its day, the next first and those without a day last.
    """

    record: NewsletterInFull
    after: NewsletterInFull | None
    period: Period | None
    news: News = field(default_factory=lambda: News(None, date.max))
    ahead: tuple[Ahead, ...] = ()


def of_newsletters(
    newsletters: Iterable[NewsletterInFull], programmes: Mapping[str, ProgrammeTold]
) -> tuple[NewsletterTold, ...]:
    """Return the verdicts on every issue, in the order given; ``programmes`` are by their ids."""
    every = tuple(newsletters)
    after = {one.before.id: one for one in every if one.before}
    return tuple(
        NewsletterTold(
            record=one,
            after=after.get(one.id),
            period=_period(one, programmes),
            news=_news(one),
            ahead=_ahead(one),
        )
        for one in every
    )


def _period(one: NewsletterInFull, programmes: Mapping[str, ProgrammeTold]) -> Period | None:
    if one.programme is None or one.newsletter.period is None:
        return None
    return of_period(one.programme, programmes[one.programme.id], one.newsletter.period)


# What is new.


def _news(one: NewsletterInFull) -> News:
    news = News(after=_after(one), until=one.newsletter.date)
    if one.log:
        news = _of_log(news, one.log)
    if one.programme is None:
        return news
    programme, sites = one.programme.programme, one.programme.sites.values()
    steps = [(on, (site, state, on)) for site in sites for state, on in reversed(site.steps)]
    teams = one.programme.teams.values()
    return replace(
        news,
        returned=_new(news, ((batch.told_on, batch) for batch in programme.batches)),
        waiting=tuple(_waiting(programme, news.until)),
        sites=_new(news, steps),
        began=_new(news, ((team.active_from, team) for team in teams)),
        ended=_new(news, ((team.active_to, team) for team in teams)),
        visits=_new(news, ((visit.on, visit) for visit in programme.visits)),
    )


def _waiting(programme: Programme, day: date) -> Iterator[Batch]:
    """Yield the results that volunteers waited for at the end of ``day``, the oldest first."""
    for one in sorted(programme.batches, key=lambda batch: batch.last_day):
        if one.last_day <= day and (one.told_on is None or one.told_on > day):
            yield one


def _after(one: NewsletterInFull) -> date | None:
    """Return the day after which things are new: of the issue before, or before the period."""
    if one.before:
        return one.before.newsletter.date
    period = one.newsletter.period
    return period.first - timedelta(days=1) if period else None


def _new(news: News, rows: Iterable[tuple[date | None, T]]) -> tuple[T, ...]:
    """Return what is new of ``rows``, each of them with its day, newest first."""
    found = [(on, one) for on, one in rows if on and news.holds(on)]
    found.sort(key=lambda row: row[0], reverse=True)
    return tuple(one for _, one in found)


def _of_log(news: News, record: IssuesInFull) -> News:
    """Return ``news`` with what is new in a log, one entry for each issue."""
    found: list[tuple[date, IssueNews]] = []
    undated = 0
    for issue in record.log.issues:
        if issue.raised.on and issue.raised.on.first > news.until:
            continue
        happened = _happened(issue)
        new = [(change, on) for change, on in happened if on and news.holds(on)]
        new.sort(key=lambda one: one[1].last, reverse=True)
        if new:
            found.append((new[0][1].last, IssueNews(issue, tuple(new))))
        else:
            undated += any(on is None for _, on in happened)
    found.sort(key=lambda one: one[0], reverse=True)
    return replace(news, issues=tuple(one for _, one in found), undated=undated)


def _happened(issue: Issue) -> list[tuple[Change, Span | None]]:
    """Return all that happened to an issue, with its days; None where it is said without any.

    It was raised before anything else happened to it, so a day of that is enough.
    """
    told = issue.told
    found: list[tuple[Change, Span | None]] = [
        (Change.ANSWERED, one.done_on) for one in issue.actions if one.done_on or one.lacks_day
    ]
    if issue.board_heard_on:
        found.append((Change.HEARD, issue.board_heard_on))
    if issue.state is IssueState.CLOSED:
        found.append((Change.CLOSED, issue.closed_on))
    if told and (told.on or (told.how and not (told.due_at or told.due_on))):
        found.append((Change.TOLD, told.on))
    if issue.raised.on or not any(on for _, on in found):
        found.append((Change.RAISED, issue.raised.on))
    return found


# What comes next.


def _ahead(one: NewsletterInFull) -> tuple[Ahead, ...]:
    day = one.newsletter.date
    found: dict[tuple[Span | None, str], Ahead] = {}
    for gathering in one.programme.programme.meetings if one.programme else ():
        if gathering.on > day:
            only = Span(gathering.on, gathering.on, Precision.DAY)
            name = gathering.title.casefold()
            if (only, name) in found:  # such as the same training in two places
                name = f"{name} {len(found)}"
            found[only, name] = Ahead(only, gathering.title, gathering)
    for on, title, issue, decides in _of_issues(one):
        if on is None or not as_of.has_happened(on, day):
            key = on, title.casefold()
            there = found.get(key, Ahead(on, title))
            found[key] = (
                replace(there, decides=(*there.decides, issue))
                if decides
                else replace(there, tells=(*there.tells, issue))
            )
    return tuple(sorted(found.values(), key=_when))


def _when(one: Ahead) -> tuple[bool, date, date]:
    """Return what puts meetings in order: by their first day, those without one last."""
    if one.on is None:
        return True, date.max, date.max
    return False, one.on.first, one.on.last


def _of_issues(one: NewsletterInFull) -> Iterator[tuple[Span | None, str, Issue, bool]]:
    """Yield each meeting of the log: its day, what it is called, the issue, if it decides on it."""
    if one.log is None:
        return
    covered = {issue.id for issue in one.covered}
    _, found = as_of.of_log(one.log, one.newsletter.date, covered)
    for standing in found.standings:
        issue, told = standing.issue, standing.issue.told
        if issue.decided_at and standing.is_unsettled:
            yield issue.decided_at.on, issue.decided_at.meeting, issue, True
        if standing.told is ToldState.WAITING and told and (told.due_at or told.due_on):
            yield told.due_on, told.due_at or "", issue, False
