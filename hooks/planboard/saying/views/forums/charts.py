"""Charts: what areas named, as charts that any page may place."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import forums as sentences
from planboard.saying.views import kinds, parts
from planboard.saying.views.drawn import About, Rows
from planboard.saying.views.parts import Link
from planboard.words.vocabulary.forums import Movement
from planboard.words.vocabulary.reports import Marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.priorities.counts import Counts, Named, Priority
    from planboard.arithmetic.priorities.meetings import Voted
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.saying.views.drawn import ChartView, DrawnRow
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.register import Site

__all__ = ["chart", "latest", "over_time", "vote"]

_NO_SIZES: Final[Mapping[str, int]] = MappingProxyType({})
_TABLE: Final = "table-1"
_LATEST: Final = "latest"
_OVER_TIME: Final = "over-time"
_TAIL: Final = 1
"""Up to how many areas each priority of a long tail has (R043)."""
_FEWEST: Final = 4
"""From how many such priorities on they stand together in a chart."""
_PAIR: Final = 2
_WHOLE: Final = 100  # per cent


def chart(
    record: ForumsInFull, told: ForumsTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return the priorities of the last two periods in pairs, of one period as a ranking.

    Args:
        record: the record of forums with all it refers to.
        told: the verdicts on it.
        page: the address of the page on which the chart is to stand; its links work there.
        sizes: how many bytes the files beside the page of the record have, by name; without them
            the link to the file of the chart says no size.

    Returns:
        The chart, or None for a record that counts no priority.
    """
    if not told.counts.priorities or not told.counts.periods:
        return None
    if told.counts.comparison is None:
        return _ranked(record, told, page, sizes, _TABLE) if any(_named(told.counts, -1)) else None
    return _pairs(record, told, page, sizes)


def latest(
    record: ForumsInFull, told: ForumsTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return what areas named in the newest period, ranked, with a long tail as one row (R043).

    A record of one period has its only chart in ``chart``.
    """
    if told.counts.comparison is None or not any(_named(told.counts, -1)):
        return None
    return _ranked(record, told, page, sizes, _LATEST)


def over_time(
    record: ForumsInFull, told: ForumsTold, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView | None:
    """Return how many areas named each priority in every period, where there are over two."""
    counts = told.counts
    if len(counts.periods) <= _PAIR or not counts.priorities:
        return None
    about = _about(record, page, sizes, _OVER_TIME)._replace(
        title="What areas named in every period",
        sentence="How many areas named each priority. " + sentences.returns(counts),
        caption="Priorities in every period",
    )
    periods = [one.period.label for one in counts.periods]
    numbers = [(one.label, [at.areas for at in one.named]) for one in counts.priorities]
    return kinds.multiples(about, periods, numbers, upright=True)


def vote(
    record: ForumsInFull, voted: Voted, site: Site, page: str, sizes: Mapping[str, int] = _NO_SIZES
) -> ChartView:
    """Return a public vote as bars, with what went to nothing on the list (R177).

    Of fewer votes than the site asks for, votes are said and no per cent.
    """
    shares, base = voted.vote.shares, voted.vote.base
    first = max(shares, key=lambda one: one.percent)
    few = base is not None and base < site.smallest_base
    closed = voted.vote.closed_on
    when = f"closed on {wording.day(closed)}" if closed else "has no stated last day"
    place = routes.anchor("vote", voted.meeting.back.name)
    unknown = f"[u] {labels.MARKERS[Marker.UNRELIABLE]}."
    said = f"{wording.number(base)} voted." if base else f"Base not stated [u]. {unknown}"
    about = _about(record, page, sizes, place, file="votes.csv")._replace(
        title=f"{voted.meeting.forum_name}: most voted for {first.priority}",
        sentence=f"The public vote on priorities {when}. {said}",
        caption=f"Public vote of {voted.meeting.forum_name}",
        noun="Votes" if few else "Per cent of votes",
    )
    things = [Link(one.priority, "") for one in shares]
    if few:
        note = f"No per cent is given of fewer than {wording.number(site.smallest_base)} votes."
        numbers = [one.votes for one in shares]
        return kinds.ranking(about._replace(notes=(note,)), things, numbers)
    beside = [("Other or not listed", voted.rest)] if voted.rest else []
    return kinds.ranking(about, things, [one.percent for one in shares], beside)


def _pairs(
    record: ForumsInFull, told: ForumsTold, page: str, sizes: Mapping[str, int]
) -> ChartView:
    counts = told.counts
    shown = [one for one in counts.priorities if one.movement]
    before, after = (one.period for one in counts.periods[-_PAIR:])
    about = _about(record, page, sizes, _TABLE)._replace(
        title=sentences.compared(counts),
        sentence=_said(record),
        caption=record.forums.printed_table or "Priorities by period",
        notes=tuple(_notes(counts)),
    )
    made = kinds.pairs(
        about,
        [one.label for one in shown],
        (before.label, after.label),
        [one.named[-2].areas for one in shown],
        [one.named[-1].areas for one in shown],
    )
    made = made.saying(dict(_words(shown, before.label, after.label)))
    by_label = {one.label: one for one in shown}

    def placed(row: DrawnRow) -> DrawnRow:
        was, now = by_label[row.title].named[-_PAIR:]
        return replace(row, note=sentences.places(now, was))

    rows = tuple(Rows(tuple(map(placed, part.rows)), part.title) for part in made.table.parts)
    sums = [one.total for one in counts.periods[-_PAIR:]]
    total = (*map(wording.number, sums), sentences.signed(sums[1] - sums[0]))
    return replace(made, table=replace(made.table, parts=rows, totals=total))


def _words(
    shown: Sequence[Priority], before: str, after: str
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the cells that say more than their number: parts, a share, a figure not printed."""
    for one in shown:
        for named, head in zip(one.named[-_PAIR:], (before, after), strict=True):
            if named.parts or named.areas is None:
                yield (one.label, head), _cell(named)
        if one.percent is not None and one.change is not None:
            share = sentences.signed(round(one.percent))
            yield (one.label, "Change"), f"{sentences.signed(one.change)} ({share}%)"
        if one.movement is Movement.NOT_STATED:
            yield (one.label, "Change"), _missing()


def _cell(one: Named) -> str:
    """Return a number of areas: ``4 (3 + 1)`` with its parts, as the source printed them (R036)."""
    if one.areas is None:
        return _missing()
    parts_printed = f" ({' + '.join(map(wording.number, one.parts))})" if one.parts else ""
    return f"{wording.number(one.areas)}{parts_printed}"


def _missing() -> str:
    return f"[{Marker.NOT_AVAILABLE}]"


def _notes(counts: Counts) -> Iterator[str]:
    """Yield what must be known of the numbers wherever they stand."""
    if counts.comparison:
        yield sentences.comparison(counts.comparison)
    yield f"{sentences.named_none(counts)} {sentences.totals(counts)}".strip()
    yield f"{sentences.returns(counts)} {sentences.at_least(counts)}".strip()
    if any(named.areas is None for one in counts.priorities for named in one.named):
        yield f"{_missing()} {labels.MARKERS[Marker.NOT_AVAILABLE]}."


def _ranked(
    record: ForumsInFull, told: ForumsTold, page: str, sizes: Mapping[str, int], place: str
) -> ChartView:
    counts = told.counts
    named = [one for one in counts.priorities if one.named[-1].areas]
    tail = [one for one in named if one.named[-1].areas == _TAIL]
    if len(tail) < _FEWEST or place != _LATEST:
        tail = []
    shown = [one for one in named if one not in tail]
    first = max(named, key=lambda one: one.named[-1].areas or 0)
    when = counts.periods[-1].period.label
    most = sentences.areas(first.named[-1].areas or 0)
    about = _about(record, page, sizes, place)._replace(
        title=f"{when}: {first.label} was named most, by {most}",
        sentence=f"How many areas named each priority, {when}.",
        caption=f"Priorities, {when}",
        notes=() if place == _LATEST else tuple(_notes(counts)),
    )
    each = sentences.areas(_TAIL)
    beside = [(f"Other ({len(tail)} priorities, {each} each)", _TAIL)] if tail else []
    made = kinds.ranking(
        about,
        [Link(one.label, "") for one in shown],
        [one.named[-1].areas for one in shown],
        beside,
    )
    return made.saying(
        {(one.label, about.noun): _cell(one.named[-1]) for one in shown if one.named[-1].parts}
    )


def _named(counts: Counts, at: int) -> Iterator[int | None]:
    return (one.named[at].areas for one in counts.priorities)


def _said(record: ForumsInFull) -> str:
    table = record.forums.printed_table
    known = f", as published in “{table}”" if table and record.forums.tallies else ""
    return f"How many areas named each priority{known}."


def _about(
    record: ForumsInFull, page: str, sizes: Mapping[str, int], place: str, file: str = ""
) -> About:
    """Return what all charts of a record say around them; ``place`` names one on its page."""
    home = routes.forums(record.id)
    elsewhere = f"{routes.record_anchor(record.kind, record.id)}-{place}"
    return About(
        anchor=place if page == home else elsewhere,
        title="",
        sentence="",
        caption="",
        first="Priority",
        noun="Areas",
        csv=parts.figures_file(record, page, file or "priorities.csv", sizes),
        source=parts.origin(record, page),
    )
