"""Newsletters: what must hold between the issues of a newsletter, and with its programme."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from planboard.reading.markdown import front_matter
from planboard.reading.markdown.code import without_fences
from planboard.words.problems import Level, Place, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from datetime import date

    from planboard.truth.entries import Entry, Library
    from planboard.truth.model.issues import IssueLog
    from planboard.truth.model.newsletter import Newsletter

__all__ = ["check"]

_AHEAD: Final = timedelta(days=62)
"""How far ahead an issue may be dated that is still being written."""
_FIRST_HEADING: Final = re.compile(r"^(?:#(?!#).*\S|\S.*\n=+[ \t]*$)", re.MULTILINE)


def check(library: Library, today: date, broken: Container[Place] = ()) -> Iterator[Problem]:
    """Yield a complaint for each issue that contradicts another one, its period or its programme.

    ``today`` only serves to warn of a date that is far ahead, which is probably a slip. Nothing is
    held against a number or a day that could not be read: they stand at ``broken`` places.
    """
    programmes = {one.id: one.record for one in library.programmes}
    logs = {one.id: one.record for one in library.issues}
    for entry in library.newsletters:
        said = entry.record
        programme = programmes.get(said.programme or "")
        period = said.period
        if period and programme:
            first, last = programme.months[0], programme.months[-1]
            if period.first < first or period.last.replace(day=1) > last:
                yield _error(
                    entry,
                    "period",
                    "period-outside",
                    f'This period is not inside that of "{said.programme}", which goes from '
                    f"{first:%Y-%m} to {last:%Y-%m}. Choose months inside it.",
                )
            elif period.first > programme.as_at.last:
                yield _error(
                    entry,
                    "period",
                    "period-to-come",
                    f'This period was still to come on the day of the facts of "{said.programme}", '
                    f"{programme.as_at.last}. Choose months before it.",
                )
        if not _is_read(entry, "date", broken):
            continue
        if period and said.date < period.first:
            yield _error(
                entry,
                "date",
                "date-before-period",
                f"This issue comes out on {said.date}, before the period that it is about begins, "
                f"on {period.first}. Correct date or period.",
            )
        elif period and programme and said.date < min(period.last, programme.as_at.last):
            yield _error(
                entry,
                "date",
                "date-inside-period",
                f"This issue comes out on {said.date}, and the figures of its period go up to "
                f"{min(period.last, programme.as_at.last)}. Choose months that were over by then, "
                "or correct date.",
            )
        else:
            yield from _raised_later(entry, logs.get(said.log or ""))
        if said.date > today + _AHEAD:
            yield Problem(
                Level.WARNING,
                "date-ahead",
                entry.places.place(("date",)),
                f"This issue is dated {said.date}, which is more than two months ahead. Check the "
                "year and the month.",
            )
    yield from _second_titles(library)
    yield from _in_order(
        one
        for one in library.newsletters
        if _is_read(one, "number", broken) and _is_read(one, "date", broken)
    )


def _second_titles(library: Library) -> Iterator[Problem]:
    """Yield a complaint for each heading that is as large as the title, which stands above it."""
    texts = {one.file: one.text for one in library.writings}
    for entry in library.newsletters:
        file = entry.places.place(()).file
        text = texts.get(file, "")
        top = front_matter.end(text)
        for found in _FIRST_HEADING.finditer(without_fences(text, top), top):
            yield Problem(
                Level.WARNING,
                "second-title",
                Place(file, text.count("\n", 0, found.start()) + 1, 1),
                "This heading is as large as the title, which stands above it already. Begin it "
                "with ## and a space, or delete it.",
            )


def _is_read(entry: Entry[Newsletter], key: str, broken: Container[Place]) -> bool:
    return entry.places.place((key,)) not in broken


def _raised_later(entry: Entry[Newsletter], log: IssueLog | None) -> Iterator[Problem]:
    """Yield a complaint for each issue that is covered and was raised after the newsletter.

    Where all of them were, it is the day of the newsletter that is wrong.
    """
    raised = {one.id: one.raised.on for one in log.issues} if log else {}
    on = entry.record.date
    days = {
        index: days.first
        for index, name in enumerate(entry.record.issues)
        if (days := raised.get(name))
    }
    later = {index: day for index, day in days.items() if day > on}
    if later and later == days:
        yield _error(
            entry,
            "date",
            "date-before-issues",
            f"This issue comes out on {on}, before any of what it covers was raised, the first of "
            f"it on {min(days.values())}. Correct date or issues.",
        )
        return
    for index, day in later.items():
        yield Problem(
            Level.ERROR,
            "raised-later",
            entry.places.place(("issues", index)),
            f"{quoted(entry.record.issues[index])} was raised on {day}, after this issue comes out "
            f"on {on}. Delete it here, or correct one of the days.",
        )


def _in_order(newsletters: Iterable[Entry[Newsletter]]) -> Iterator[Problem]:
    """Yield a complaint for each issue whose number or day does not follow that before it."""

    def by_series(entry: Entry[Newsletter]) -> tuple[str, int, date]:
        return entry.record.series, entry.record.number, entry.record.date

    ordered = sorted(newsletters, key=by_series)
    for _, group in groupby(ordered, key=lambda one: one.record.series):
        issues = list(group)
        for before, one in pairwise(issues):
            file = before.places.place(()).file
            if one.record.number == before.record.number:
                yield _error(
                    one,
                    "number",
                    "duplicate-number",
                    f"Issue {one.record.number} is there already, in {quoted(file)}. Give each "
                    "issue about the same programme or log a number of its own.",
                )
            elif one.record.date <= before.record.date:
                yield _error(
                    one,
                    "date",
                    "not-after",
                    f"Issue {one.record.number} is dated {one.record.date}, and issue "
                    f"{before.record.number} in {quoted(file)} is dated {before.record.date}. A "
                    "higher number comes out on a later day: correct one of them.",
                )


def _error(entry: Entry[Newsletter], key: str, code: str, message: str) -> Problem:
    return Problem(Level.ERROR, code, entry.places.place((key,)), message)
