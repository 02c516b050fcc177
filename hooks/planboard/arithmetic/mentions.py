"""Mentions: the only room that gathers what each owner is named on, record by record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, cast

from planboard.arithmetic.progress import counts_of
from planboard.truth.model.fields import Record, is_made_of_ids
from planboard.words.vocabulary.records import NamedAs, OwnerKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planboard.arithmetic.answers import Answers
    from planboard.arithmetic.progress import Count, PlanProgress, Standing
    from planboard.truth.in_full import IssuesInFull, Part, PlanInFull, RecordInFull
    from planboard.truth.model.register import Owner

__all__ = [
    "Mention",
    "NamedOn",
    "OwnerInPlan",
    "OwnerInRecord",
    "PartMention",
    "Share",
    "Ties",
    "busiest",
    "by_owner",
    "numbers",
    "ties",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """One action that names an owner, and as what."""

    standing: Standing
    named_as: tuple[NamedAs, ...]


@dataclass(frozen=True, slots=True)
class OwnerInPlan:
    """Everything one owner is named on in one plan.

    ``mentions`` begin with the soonest date; what states no date comes after, and what has left
    the plan last. ``counts`` leave the last out, and stand on the plan's own scale. ``whole`` is
    how many actions are still in the plan, whoever they name.
    """

    record: PlanInFull
    told: PlanProgress
    mentions: tuple[Mention, ...]
    counts: tuple[Count, ...]
    whole: int

    @property
    def total(self) -> int:
        """How many actions still in the plan name the owner; the counts sum to it."""
        return sum(one.number for one in self.counts)


@dataclass(frozen=True, slots=True)
class PartMention:
    """One part of a record that is no plan, such as an issue, which names an owner, and as what.

    ``thing`` is what kind of part it is, as its anchor says. ``due_passed`` is true of one with a
    date that has passed and nothing that says it is done.
    """

    thing: str
    part: Part
    named_as: tuple[OwnerKey, ...]
    due_passed: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """On how many of all parts of one kind an owner is named, or of what is only counted."""

    thing: str
    number: int
    whole: int


@dataclass(frozen=True, slots=True)
class OwnerInRecord:
    """Everything one owner is named on in one record that is no plan.

    ``mentions`` are in the order of the record; ``shares`` count them, kind of part by kind, and
    then what has no place of its own, such as visits, of which ``counted`` are the shares alone.
    """

    record: RecordInFull
    mentions: tuple[PartMention, ...]
    shares: tuple[Share, ...]
    counted: tuple[Share, ...] = ()

    @property
    def total(self) -> int:
        """How many parts of the record name the owner; the shares sum to it."""
        return sum(one.number for one in self.shares)


@dataclass(frozen=True, slots=True)
class NamedOn:
    """Everything one owner is named on: plan by plan, and then record by record."""

    plans: tuple[OwnerInPlan, ...] = ()
    others: tuple[OwnerInRecord, ...] = ()

    @property
    def records(self) -> tuple[RecordInFull, ...]:
        """Every record that names the owner."""
        return (*(one.record for one in self.plans), *(one.record for one in self.others))


@dataclass(frozen=True, slots=True)
class Ties:
    """How one owner of the register stands to the others in it."""

    chair: Owner | None = None
    parent: Owner | None = None
    inside: tuple[Owner, ...] = ()
    chaired: tuple[Owner, ...] = ()


def by_owner(
    plans: Iterable[tuple[PlanInFull, PlanProgress]],
    logs: Iterable[tuple[IssuesInFull, Answers]] = (),
    others: Iterable[RecordInFull] = (),
) -> Mapping[str, NamedOn]:
    """Return for the id of each owner that is named all that names it, in the order given."""
    in_plans: dict[str, list[OwnerInPlan]] = {}
    for record, told in plans:
        whole = told.total
        in_plan: dict[str, list[Mention]] = {}
        for one in told.standings:
            for owner, named_as in _named(one).items():
                in_plan.setdefault(owner, []).append(Mention(one, tuple(named_as)))
        for owner, mentions in in_plan.items():
            in_plans.setdefault(owner, []).append(_in_plan(record, told, mentions, whole))
    in_others: dict[str, list[OwnerInRecord]] = {}
    late = {log.key: {one.issue.id for one in answers.due_passed} for log, answers in logs}
    for other in others:
        for owner, found in _in_record(other, late.get(other.key, set())).items():
            in_others.setdefault(owner, []).append(found)
    return {
        owner: NamedOn(tuple(in_plans.get(owner, ())), tuple(in_others.get(owner, ())))
        for owner in dict.fromkeys((*in_plans, *in_others))
    }


def ties(owners: Sequence[Owner]) -> Mapping[str, Ties]:
    """Return for the id of each owner of the register how it stands to the others."""
    known = {one.id: one for one in owners}
    inside: dict[str, list[Owner]] = {}
    chaired: dict[str, list[Owner]] = {}
    for one in owners:
        if one.parent:
            inside.setdefault(one.parent, []).append(one)
        if one.chair:
            chaired.setdefault(one.chair, []).append(one)
    return {
        one.id: Ties(
            chair=known.get(one.chair or ""),
            parent=known.get(one.parent or ""),
            inside=tuple(inside.get(one.id, ())),
            chaired=tuple(chaired.get(one.id, ())),
        )
        for one in owners
    }


def busiest(told: PlanProgress) -> tuple[str, int] | None:
    """Return the id of the owner that most actions of a plan name, and how many do (R147).

    None when nobody is named, or several owners on equally many.
    """
    named = numbers(told)
    most = max(named.values(), default=0)
    found = [owner for owner, number in named.items() if number == most]
    return (found[0], most) if len(found) == 1 else None


def numbers(told: PlanProgress) -> Mapping[str, int]:
    """Return on how many actions still in a plan each owner is named as owner, by id.

    They are in the order in which the plan first names them. An action may have several owners,
    so the numbers may sum to more than there are actions.
    """
    owned = (owner for one in told.current for owner in dict.fromkeys(one.action.owners))
    return Counter(owned)


def _named(one: Standing) -> dict[str, list[NamedAs]]:
    named: dict[str, list[NamedAs]] = {}
    for named_as in NamedAs:
        for owner in dict.fromkeys(getattr(one.action, named_as)):
            named.setdefault(owner, []).append(named_as)
    return named


def _in_plan(
    record: PlanInFull, told: PlanProgress, mentions: list[Mention], whole: int
) -> OwnerInPlan:
    current = [one.standing for one in mentions if one.standing.action.left_on is None]
    return OwnerInPlan(
        record=record,
        told=told,
        mentions=tuple(sorted(mentions, key=_soonest)),
        counts=counts_of(record.scale, current),
        whole=whole,
    )


def _soonest(mention: Mention) -> tuple[bool, date]:
    action = mention.standing.action
    when = action.schedule
    return action.left_on is not None, when.last_day or when.first_day or date.max


def _in_record(record: RecordInFull, late: set[str]) -> dict[str, OwnerInRecord]:
    wholes: Counter[str] = Counter()
    found: dict[str, list[PartMention]] = {}
    for one in _parts(record.head):
        wholes[one.thing] += 1
        part = cast("Part", one)
        named: dict[str, set[OwnerKey]] = {}
        for key, owner in _names(one):
            named.setdefault(owner, set()).add(key)
        for owner, keys in named.items():
            named_as = tuple(key for key in OwnerKey if key in keys)
            found.setdefault(owner, []).append(
                PartMention(one.thing, part, named_as, due_passed=part.id in late)
            )
    counted = _counted(record)
    return {
        owner: OwnerInRecord(
            record=record,
            mentions=tuple(mentions),
            shares=(
                *(
                    Share(thing, number, wholes[thing])
                    for thing, number in Counter(one.thing for one in mentions).items()
                ),
                *counted.get(owner, ()),
            ),
            counted=counted.get(owner, ()),
        )
        for owner in dict.fromkeys((*found, *counted))
        for mentions in (found.get(owner, []),)
    }


def _counted(record: RecordInFull) -> dict[str, tuple[Share, ...]]:
    """Return for each owner how often it is named on what has no id, such as a visit."""
    wholes: Counter[str] = Counter()
    times: dict[str, Counter[str]] = {}
    for one in _all(record.head):
        if one.counted:
            wholes[one.counted] += 1
            for owner in dict.fromkeys(owner for _, owner in _names(one)):
                times.setdefault(owner, Counter())[one.counted] += 1
    return {
        owner: tuple(Share(name, number, wholes[name]) for name, number in found.items())
        for owner, found in times.items()
    }


# Records of all kinds are looked through alike: a key that holds owners is known by its name.


def _parts(one: Record) -> Iterator[Record]:
    """Yield every record in ``one`` that is a part of its page, with itself."""
    return (found for found in _all(one) if found.thing)


def _all(one: Record) -> Iterator[Record]:
    """Yield ``one`` and every record in it."""
    yield one
    for inner in _inside(one):
        yield from _all(inner)


def _names(one: Record) -> Iterator[tuple[OwnerKey, str]]:
    """Yield each owner that ``one`` names and by which key; its inner parts name their own."""
    for key in _keys(type(one)):
        held = getattr(one, key)
        for owner in (held,) if isinstance(held, str) else held or ():
            yield key, owner
    for inner in _inside(one):
        if not inner.thing:
            yield from _names(inner)


def _inside(one: Record) -> Iterator[Record]:
    for key in type(one).model_fields:
        held = getattr(one, key)
        for inner in held if isinstance(held, tuple) else (held,):
            if isinstance(inner, Record):
                yield inner


@cache
def _keys(kind: type[Record]) -> tuple[OwnerKey, ...]:
    """Return the keys by which a kind of record names owners."""
    fields = kind.model_fields
    return tuple(key for key in OwnerKey if key in fields and is_made_of_ids(fields[key]))
