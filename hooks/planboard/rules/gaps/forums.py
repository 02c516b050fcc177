"""Forums: what a record of forums leaves out or says twice over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.gaps.gap import Gap
from planboard.truth.dates import in_words
from planboard.words.vocabulary.forums import AppointmentState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.entries import Path
    from planboard.truth.in_full import ForumsInFull
    from planboard.truth.model.forums import Forums, Period
    from planboard.truth.model.returns import Return

__all__ = ["of_forums"]


def of_forums(record: ForumsInFull) -> Iterator[Gap]:
    """Yield each gap of a record of forums in the order of its file."""
    forums = record.forums
    yield from _network(forums)
    for index, period in enumerate(forums.periods):
        yield from _period(forums, index, period)
    yield from _unlike(forums)
    by_id = {one.id: one for one in forums.forums}
    before = _before(forums)
    for index, back in enumerate(forums.returns):
        forum = by_id.get(back.forum)
        for code, inner, message in _return(back, before.get(back.name)):
            path = ("returns", index, *inner)
            yield Gap(code, path, "forum" if forum else "", forum, message)


def _before(forums: Forums) -> dict[str, Return]:
    """Return the return on the meeting before, by the name of each that has one."""
    found: dict[str, Return] = {}
    newest: dict[str, Return] = {}
    for back in sorted(forums.returns, key=lambda one: one.met_on):
        if back.forum in newest:
            found[back.name] = newest[back.forum]
        newest[back.forum] = back
    return found


def _network(forums: Forums) -> Iterator[Gap]:
    whole = forums.network
    if whole is None:
        return
    if whole.people is None:
        message = (
            f"The record does not say how many people hold the {whole.filled} places that are "
            "filled."
        )
        yield Gap("not-stated", ("network",), "", None, message)
    filled = {one.area for one in forums.appointments if one.state is AppointmentState.FILLED}
    named = len({one.area for one in forums.appointments} - filled)
    if named < whole.vacant:
        message = f"The record names {named} of the {whole.vacant} areas that are vacant."
        yield Gap("not-stated", ("network", "vacant"), "", None, message)


def _period(forums: Forums, index: int, period: Period) -> Iterator[Gap]:
    path = ("periods", index)
    here = forums.returns_in(period)
    if period.returns_received is None and not here:
        message = f"The record does not say how many returns it counts for {period.label}."
        yield Gap("not-stated", path, "", None, message)
    if period.returns_received is not None and here and len(here) != period.returns_received:
        message = (
            f"The record counts {period.returns_received} returns for {period.label}, and has "
            f"{len(here)}."
        )
        yield Gap("contradiction", (*path, "returns_received"), "", None, message)
    if here:
        yield from _differences(forums, index, period)


def _unlike(forums: Forums) -> Iterator[Gap]:
    """Yield a gap for each two periods in a row that cannot be compared (R038)."""
    for index, (one, after) in enumerate(zip(forums.periods, forums.periods[1:], strict=False)):
        shared = one.shared_with(after)
        said = [
            *([] if one.is_as_long_as(after) else ["are not of one length"]),
            *(["share days"] if shared else []),
        ]
        if said:
            message = (
                f"{one.label} and {after.label} {' and '.join(said)}, so their figures show no "
                "trend."
            )
            yield Gap("unlike-periods", ("periods", index + 1), "", None, message)


def _differences(forums: Forums, at: int, period: Period) -> Iterator[Gap]:
    """Yield a gap for each published figure that the returns do not give (R062)."""
    naming = forums.areas_naming(period)
    printed = set()
    for index, tally in enumerate(forums.tallies):
        value = tally.areas[at].value if at < len(tally.areas) else None
        printed.add(tally.priority)
        found = len(
            forums.areas_naming_none(period)
            if tally.names_none
            else naming.get(tally.priority, frozenset())
        )
        if value is not None and value != found:
            message = (
                f"The published table has {value} areas for “{tally.priority}” in {period.label}, "
                f"and the returns give {found}."
            )
            yield Gap("tally-differs", ("tallies", index, "areas", at), "", None, message)
    for label in naming if forums.tallies else ():
        if label not in printed:
            message = (
                f"The returns of {period.label} name “{label}”, which is not in the published "
                "table."
            )
            yield Gap("tally-differs", ("tallies",), "", None, message)


def _return(back: Return, before: Return | None) -> Iterator[tuple[str, Path, str]]:
    if back.returned_on is None:
        met = in_words(back.met_on)
        yield "no-date", ("met_on",), f"does not say when its return on the meeting of {met} came."
    if before:
        told = {one.priority for one in back.progress}
        silent = sum(label not in told for label in before.priorities)
        if silent:
            message = (
                f"reported nothing on {silent} of {len(before.priorities)} priorities of the "
                "meeting before."
            )
            yield "nothing-reported", ("progress",), message
    for index, wanted in enumerate(back.actions_wanted):
        if wanted.required_by is None:
            message = "wants something done and does not say by when."
            yield "no-date", ("actions_wanted", index), message
    for index, event in enumerate(back.events):
        if not event.outcome:
            yield "no-outcome", ("events", index), "tells of an event and not what came of it."
    if back.vote and back.vote.base is None:
        yield "no-base", ("vote",), "had a public vote, and how many voted is not stated."
