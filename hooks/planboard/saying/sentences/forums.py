"""Forums: what is said of a record of forums, each time in one true sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying.wording import (
    and_list,
    capital,
    counted,
    day,
    during,
    number,
    ordinal,
)
from planboard.truth.model.returns import MOST_PRIORITIES
from planboard.words.vocabulary.forums import Movement
from planboard.words.vocabulary.reports import Frequency

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from planboard.arithmetic.priorities.counts import Comparison, Counts, Named, Priority
    from planboard.arithmetic.priorities.meetings import Happened, Timeliness
    from planboard.arithmetic.priorities.told import Coverage, ForumsTold, Reported
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.forums import Forums, Network
    from planboard.truth.model.returns import Attendance, HeadCount, Progress, Return

__all__ = [
    "activity",
    "agreed",
    "areas",
    "at_least",
    "attendance",
    "compared",
    "comparison",
    "contacts",
    "coverage",
    "dealt_with",
    "due_for_review",
    "history",
    "moved",
    "named_none",
    "outcomes",
    "places",
    "reported",
    "returns",
    "signed",
    "summary",
    "timely",
    "together",
    "totals",
]

_MOST_LABELS: Final = 3
"""Up to how many priorities a sentence names after the first."""
_PAIR: Final = 2
_YEAR: Final = 12  # months
_PLACES: Final = ("the first period", "the second")
_OFTEN: Final = {
    Frequency.MONTHLY: "contacted monthly",
    Frequency.QUARTERLY: "quarterly",
    Frequency.HALF_YEARLY: "half-yearly",
    Frequency.YEARLY: "yearly",
    Frequency.ONCE: "once",
    Frequency.AS_NEEDED: "as needed",
    None: "with no word on how often",
}
_PEOPLE: Final = {
    "elected_members": ("elected member", "elected members"),
    "residents": ("resident", "residents"),
    "county_councillors": ("county councillor", "county councillors"),
    "district_councillors": ("district councillor", "district councillors"),
    "local_councillors": ("parish or town councillor", "parish or town councillors"),
    "police": ("from the police", "from the police"),
    "representatives": ("representative", "representatives"),
    "voluntary_sector": ("from the voluntary sector", "from the voluntary sector"),
    "officers": ("officer", "officers"),
    "others": ("other", "others"),
}


def areas(how_many: int) -> str:
    """Return how many areas there are: ``1 area``, ``18 areas``."""
    return counted(how_many, "area")


def signed(value: int | Decimal) -> str:
    """Return a change with its sign: ``+7``, ``−8``, ``0``."""
    return f"{'+' if value > 0 else ''}{number(value)}".replace("-", "−")


def summary(record: ForumsInFull, told: ForumsTold) -> str:
    """Return what most areas named in the newest period, and what came next.

    ``April- Aug 14: ASB was a priority in 18 areas, more than anything else; next came …``
    """
    counts = told.counts
    ranked = sorted(
        (one for one in counts.priorities if one.named and one.named[-1].rank),
        key=lambda one: one.named[-1].rank or 0,
    )
    if not ranked:
        return "No priority of a forum is published yet."
    when = record.forums.periods[-1].label
    first = [one for one in ranked if one.named[-1].rank == 1]
    most = areas(first[0].named[-1].areas or 0)
    if first[1:]:
        names = and_list([one.label for one in first])
        return f"{when}: {names} were priorities in {most} each, more than anything else."
    found = f"{when}: {first[0].label} was a priority in {most}"
    if not ranked[1:]:
        return f"{found}; nothing else was named."
    after = [one for one in ranked[1:] if (one.named[-1].rank or 0) <= _MOST_LABELS]
    if not after or len(after) > _MOST_LABELS:
        return f"{found}, more than anything else."
    names = and_list([f"{one.label} ({number(one.named[-1].areas or 0)})" for one in after])
    return f"{found}, more than anything else; next came {names}."


def coverage(told: Coverage, appointee: str) -> str:
    """Return in how many areas somebody is appointed: ``26 of 30 areas covered, 4 vacancies``."""
    vacancies = "1 vacancy" if told.vacant == 1 else f"{number(told.vacant)} vacancies"
    return (
        f"{number(told.filled)} of {areas(told.areas)} covered, {vacancies}: an area is covered "
        f"when it has {appointee}."
    )


def history(network: Network | None) -> str:
    """Return how the places of a network were filled, and what has happened since (R030)."""
    if network is None:
        return ""
    first, said = network.appointed, []
    if first:
        were = "was" if first.people == 1 else "were"
        two = f"; {number(first.with_two_areas)} of them held two areas" * bool(
            first.with_two_areas
        )
        left = f"; {counted(first.unfilled, 'place')} stayed unfilled" * bool(first.unfilled)
        said.append(
            f"{capital(during(first.when))}, {number(first.people)} people {were} appointed to "
            f"{number(first.positions)} of {counted(network.areas, 'place')}{two}{left}."
        )
    if network.areas_resigned:
        said.append(
            f"Since then {areas(int(network.areas_resigned))} lost theirs by resignation, so "
            f"{number(network.vacant)} {'is' if network.vacant == 1 else 'are'} vacant."
        )
    people = network.people
    said.append(
        "How many people are appointed now is not stated."
        if people is None
        else f"{number(people)} {'person is' if people == 1 else 'people are'} appointed now."
    )
    return " ".join(said)


def compared(counts: Counts) -> str:
    """Return the message of the two last periods: what rose most, and what fell most."""
    rose = max(counts.moved(Movement.NEW, Movement.UP), key=_size, default=None)
    fell = max(counts.moved(Movement.DROPPED, Movement.DOWN), key=_size, default=None)
    said = [
        f"{one.label} was named by {_was(one)} and then by {number(one.named[-1].areas or 0)}"
        for one in (rose, fell)
        if one
    ]
    return "; ".join(said) or "What areas named did not change in number"


def _size(one: Priority) -> int:
    return abs(one.change or 0)


def _was(one: Priority) -> str:
    before = one.named[-2].areas or 0
    return areas(before) if before else "no area"


def moved(counts: Counts) -> str:
    """Return how many priorities went up, down or stayed, and how many came and went (R040)."""
    new, up = len(counts.moved(Movement.NEW)), len(counts.moved(Movement.UP))
    dropped, down = len(counts.moved(Movement.DROPPED)), len(counts.moved(Movement.DOWN))
    same = len(counts.moved(Movement.SAME))
    return (
        f"{counted(new + up, 'priority').replace('prioritys', 'priorities')} went up, "
        f"{number(new)} of them new; {number(down + dropped)} went down, {number(dropped)} of them "
        f"to 0; {number(same)} stayed the same."
    )


def comparison(one: Comparison) -> str:
    """Return why two periods cannot be compared; nothing where they can (R038)."""
    said = []
    if one.unequal:
        long, unit = one.months, "months"
        if long[0] == long[1]:
            long, unit = (one.earlier.days, one.later.days), "days"
        about = "about " if unit == "months" else ""
        said.append(f"are {about}{number(long[0])} and {number(long[1])} {unit} long")
    if one.shared:
        first, last = one.shared
        shared = day(first) if first == last else f"the days from {day(first)} to {day(last)}"
        said.append(f"share {shared}")
    return f"The periods {and_list(said)}: differences are not a trend." if said else ""


def named_none(counts: Counts) -> str:
    """Return how many areas named no priority in each period, as far as it is known (R037)."""
    known = [one for one in counts.periods if one.named_none is not None]
    if not any(one.named_none for one in known):
        return ""
    first, *rest = known
    names = _period_names(counts)
    none = number(first.named_none or 0)
    verb = "area" if first.named_none == 1 else "areas"
    said = f"{none} {verb} named no priority in {names[counts.periods.index(first)]}"
    others = [
        f"{number(one.named_none or 0)} in {names[counts.periods.index(one)]}" for one in rest
    ]
    return f"{', '.join((said, *others))}."


def totals(counts: Counts) -> str:
    """Return what the columns add up to with the areas that named none; nothing without any."""
    if not any(one.named_none for one in counts.periods):
        return ""
    sums = and_list([number(one.with_none) for one in counts.periods])
    adds = "column adds" if len(counts.periods) == 1 else "columns add"
    return f"With these the {adds} up to {sums}."


def _period_names(counts: Counts) -> Sequence[str]:
    if len(counts.periods) == _PAIR:
        return _PLACES
    return [one.period.label for one in counts.periods]


def returns(counts: Counts) -> str:
    """Return how many returns stand behind the figures of each period (R039, R062)."""
    unknown = [one for one in counts.periods if one.received is None]
    if counts.periods and len(unknown) == len(counts.periods):
        return "The number of returns is not stated, so no shares of areas can be given."
    said = [
        "not stated"
        if one.received is None
        else f"{number(one.received)} of {number(one.expected)} expected"
        if one.expected is not None
        else number(one.received)
        for one in counts.periods
    ]
    by = [f"{words} in {one.period.label}" for words, one in zip(said, counts.periods, strict=True)]
    source = "Returns behind the published figures" if counts.published else "Counted from returns"
    return f"{source}: {and_list(by)}." if by else ""


def at_least(counts: Counts) -> str:
    """Return how many areas must have answered, where the number of returns is not stated."""
    known = [one for one in counts.periods if one.at_least]
    if not known or len(known) < len(counts.periods):
        return ""
    names = _period_names(counts)
    by = [f"{number(one.at_least or 0)} in {name}" for one, name in zip(known, names, strict=True)]
    return (
        f"If each area named at most {number(MOST_PRIORITIES)} priorities, at least {and_list(by)} "
        "must have answered."
    )


def together(name: str, members: Sequence[str]) -> str:
    """Return which priorities are counted together: ``Vehicles: Speeding and Parking``."""
    return f"{name}: {and_list(list(members))}"


def places(now: Named, was: Named | None) -> str:
    """Return the place of a priority and the one before: ``joint 4th, was joint 2nd`` (R041)."""
    if was is None:
        return _place(now) or "not named"
    if not now.rank and not was.rank:
        return ""
    if not now.rank:
        return f"{'not named' if now.areas == 0 else 'not stated'}, was {_place(was)}"
    before = _place(was)
    return f"{_place(now)}, " + (
        f"was {before}" if before else "new" if was.areas == 0 else "not stated before"
    )


def _place(one: Named) -> str:
    return f"{'joint ' if one.joint else ''}{ordinal(one.rank)}" if one.rank else ""


def attendance(of: Attendance) -> str:
    """Return how many people came: ``about 31 (6 elected members, about 25 residents)`` (R056)."""
    whole = of.together
    if whole is None:
        return ""
    kinds = [f"{_heads(one)} {_PEOPLE[key][one.number != 1]}" for key, one in of.parts]
    return f"{_heads(whole)} ({', '.join(kinds)})" if kinds else _heads(whole)


def _heads(one: HeadCount) -> str:
    return f"{'about ' if one.approximate else ''}{number(one.number)}"


def agreed(back: Return) -> str:
    """Return how many priorities were agreed: ``2 of 3 priorities agreed`` (R057)."""
    if back.agreed is None:
        return ""
    return f"{number(len(back.priorities))} of {MOST_PRIORITIES} priorities agreed"


def contacts(of: Forums) -> str:
    """Return how many organisations there is contact with, and how often (R033)."""
    found = [one.frequency for one in of.contacts]
    often = [f"{number(found.count(key))} {said}" for key, said in _OFTEN.items() if key in found]
    return f"{', '.join((counted(len(found), 'organisation'), *often))}."


def activity(one: Progress) -> str:
    """Return what was done of what was agreed, never as a share: ``Patrols: 30 (20 agreed)``."""
    if one.actual is None and one.target is None:
        return ""
    what = f"{capital(one.activity)}: " if one.activity else ""
    done = "not stated" if one.actual is None else number(one.actual)
    return f"{what}{done}" + (f" ({number(one.target)} agreed)" if one.target is not None else "")


def reported(one: Reported) -> str:
    """Return what returns report beside priorities; a tension is counted, released or not."""
    said = [
        counted(one.concerns, "concern"),
        counted(one.tensions, "tension"),
        f"{number(one.good_news)} {'piece' if one.good_news == 1 else 'pieces'} of good news",
    ]
    hidden = ""
    if one.withheld:
        which = "the tension" if one.tensions == 1 else f"{number(one.withheld)} of the tensions"
        hidden = f" The words of {which} are withheld: they are not released."
    return f"Beside priorities the returns report {and_list(said)}.{hidden}"


def timely(one: Timeliness, forums: Forums) -> str:
    """Return how many returns came back in time (R061)."""
    within = counted(forums.return_within_days, "day")
    late = len(one.late)
    rest = [
        *([f"{number(late)} came later"] if late else []),
        *([f"for {number(one.undated)} the day is not stated"] if one.undated else []),
    ]
    came = f"{number(one.on_time)} of {counted(one.total, 'return')} came within {within}"
    return "; ".join((f"{came} of the meeting", *rest)) + "."


def dealt_with(one: Timeliness) -> str:
    """Return how many returns were dealt with: ``41 of 43 have been dealt with; 2 waiting``."""
    if one.waiting is None:
        return "When returns were dealt with is not stated."
    return (
        f"{number(one.handled)} of {number(one.total)} have been dealt with; "
        f"{number(one.waiting)} waiting."
    )


def due_for_review(of: Forums, told: ForumsTold) -> str:
    """Return how many forums have old priorities, and whether they meet often enough (R174).

    ``16 forums have priorities older than 3 months, which are due for review. Priorities count as
    due for review after 3 months; these forums meet every 4 months.``
    """
    due = [one.forum for one in told.standings if one.due_for_review]
    months = counted(of.review_after_months, "month")
    if not due:
        return f"No forum has priorities older than {months}."
    are = "forum has" if len(due) == 1 else "forums have"
    said = f"{number(len(due))} {are} priorities older than {months}, which are due for review."
    often = {one.meetings_per_year for one in due}
    each = often.pop()
    if often or each is None or of.review_after_months * each >= _YEAR:
        return said
    these = "this forum meets" if len(due) == 1 else "these forums meet"
    apart = _YEAR % each
    rhythm = (
        f"{counted(each, 'time')} a year" if apart else f"every {counted(_YEAR // each, 'month')}"
    )
    return f"{said} Priorities count as due for review after {months}; {these} {rhythm}."


def outcomes(found: Sequence[Happened]) -> str:
    """Return how many events have no outcome: ``1 of 5 has no outcome`` (R060)."""
    without = sum(not one.event.outcome for one in found)
    if not without:
        return f"{counted(len(found), 'event')}, each with what came of it."
    has = "has" if without == 1 else "have"
    return f"{number(without)} of {number(len(found))} {has} no outcome."
