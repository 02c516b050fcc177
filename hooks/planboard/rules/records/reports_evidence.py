"""Reports evidence: sums of weights, decisions and rankings, and what stands once in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.rules.records import published
from planboard.words.problems import Level, Problem, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from decimal import Decimal

    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.report.evidence import Ranking
    from planboard.truth.model.report.report import Report

__all__ = ["check"]


def check(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield a complaint for each sum that does not agree, and for what is said twice."""
    report = entry.record
    days = (
        (("interventions", index, "on"), one.on.first)
        for index, one in enumerate(report.interventions)
        if one.on
    )
    yield from published.after_as_at(entry, days)
    yield from _weights(entry)
    yield from _totals(entry)
    yield from _decisions(entry)
    for index, ranking in enumerate(report.rankings):
        yield from _ranking(entry, ("rankings", index), ranking)
    statements = ((one.voice, one.subject, one.text) for one in report.statements)
    yield from _twice(
        entry,
        "statements",
        statements,
        "statement-twice",
        "This statement stands here twice, so it would be counted twice. Delete one of them; where "
        "the document repeats it, name both places under slides.",
    )
    yield from _twice(
        entry,
        "voices",
        (one.voice for one in report.voices),
        "voice-twice",
        "This voice has a title already. Delete one of them.",
    )
    yield from _twice(
        entry,
        "boards",
        (one.board for one in report.boards),
        "board-twice",
        "This board stands here twice. Delete one of them.",
    )


def _error(entry: Entry[Report], path: Path, code: str, message: str) -> Problem:
    return Problem(Level.ERROR, code, entry.places.place(path), message)


def _twice(
    entry: Entry[Report], key: str, found: Iterable[Hashable], code: str, message: str
) -> Iterator[Problem]:
    seen: set[Hashable] = set()
    for index, one in enumerate(found):
        if one in seen:
            yield _error(entry, (key, index), code, message)
        seen.add(one)


def _weights(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield a complaint for each weight that stands twice, and each that lacks."""
    report = entry.record
    yield from _twice(
        entry,
        "weights",
        ((one.demand_type, one.role) for one in report.weights),
        "weight-twice",
        "This kind of demand has a weight for this role already. Delete one of the two rows.",
    )
    roles = {one.id: one.label for one in report.allocation.roles} if report.allocation else {}
    weighed: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for index, one in enumerate(report.weights):
        first[one.demand_type] = first.get(one.demand_type, index)
        weighed.setdefault(one.demand_type, set()).add(one.role)
    for demand, given in weighed.items():
        lacking = [label for name, label in roles.items() if name not in given]
        if lacking and given <= set(roles) and entry.whole:
            yield Problem(
                Level.WARNING,
                "weight-missing",
                entry.places.place(("weights", first[demand])),
                f"{quoted(demand)} has no weight for {one_of(lacking)}. Add a row; where it does "
                "not count the weight is 0.",
            )


def _totals(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield an error for each total that is not the sum of its weights (R107)."""
    report = entry.record
    for index, role in enumerate(report.allocation.roles if report.allocation else ()):
        weights = [one.weight for one in report.weights if one.role == role.id]
        if role.total is not None and entry.whole and sum(weights) != role.total:
            yield _error(
                entry,
                ("allocation", "roles", index, "total"),
                "total-differs",
                f"The total of {quoted(role.label)} is {_plain(role.total)}, but its "
                f"{len(weights)} weights add up to {_plain(sum(weights))}. Compare both with the "
                "document, and correct the wrong one.",
            )


def _decisions(entry: Entry[Report]) -> Iterator[Problem]:
    """Yield an error where model and judgement do not give the outcome (R108)."""
    for index, one in enumerate(entry.record.decisions):
        given = one.model_output + one.adjustment
        if given != one.final:
            yield _error(
                entry,
                ("decisions", index, "final"),
                "decision-differs",
                f"The model gives {_plain(one.model_output)} and judgement "
                f"{_signed(one.adjustment)}, which makes {_plain(given)}, but final is "
                f"{_plain(one.final)}. Correct the wrong one of the three.",
            )


def _ranking(entry: Entry[Report], at: Path, ranking: Ranking) -> Iterator[Problem]:
    """Yield an error for each row of a ranking that does not add up to its base (R118)."""
    for index, item in enumerate(ranking.items):
        if not item.places or ranking.base is None:
            continue
        told = sum(item.places) + (item.blank or 0)
        if told != ranking.base:
            yield _error(
                entry,
                (*at, "items", index),
                "base-differs",
                f"{quoted(item.text)} has {_plain(told)} answers, blanks included, but base is "
                f"{_plain(ranking.base)}. Those who left it blank belong to the base too.",
            )


def _plain(value: Decimal | int) -> str:
    return f"{value:f}" if not isinstance(value, int) else str(value)


def _signed(value: Decimal) -> str:
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{_plain(abs(value))}"
