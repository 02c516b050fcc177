"""Owner views: what the register of owners and the page of one owner may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.sentences import plans as sentences
from planboard.saying.views import entry, notices, parts
from planboard.saying.views.parts import Bar, Download, Link, Note, Run, Tag
from planboard.words.vocabulary import NamedAs, OwnerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planboard.arithmetic.mentions import Mention, OwnerInPlan
    from planboard.saying.views.notices import Notice
    from planboard.truth.collection import Collection, PlanInFull
    from planboard.truth.model.register import Owner

__all__ = [
    "MentionView",
    "OwnerPlanView",
    "OwnerRow",
    "OwnerView",
    "OwnersView",
    "named_as",
    "of_owner",
    "register",
]

KINDS: Final = {
    OwnerKind.ROLE: "Role",
    OwnerKind.TEAM: "Team",
    OwnerKind.BOARD: "Board",
    OwnerKind.ORGANISATION: "Organisation",
}
_NAMED_AS: Final = {
    NamedAs.OWNERS: "Owner",
    NamedAs.SUPPORT: "Supports",
    NamedAs.REPORTS_TO: "Reports go to it",
}
_NOWHERE: Final = "Not named on any action."


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """One owner in the register, with the plans that name it and how often."""

    link: Link
    kind: str
    plans: tuple[Link, ...]
    nowhere: str


@dataclass(frozen=True, slots=True)
class OwnersView:
    """Every owner of the register, A to Z."""

    title: str
    example: str
    sentence: str
    owners: tuple[OwnerRow, ...]
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class MentionView:
    """One action that names the owner."""

    link: Link
    named_as: str
    when: str
    as_written: str
    when_note: str
    tag: Tag
    left: str


@dataclass(frozen=True, slots=True)
class OwnerPlanView:
    """What the owner is named on in one plan, on the plan's own scale."""

    anchor: str
    link: Link
    example: bool
    publisher: str
    as_at: str
    machine: str
    sentence: str
    bar: Bar
    scale: Link
    action_name: str
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Everything one owner is named on."""

    title: str
    example: str
    facts: tuple[Note, ...]
    plans: tuple[OwnerPlanView, ...]
    nowhere: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def register(
    collection: Collection,
    named: Mapping[str, Sequence[OwnerInPlan]],
    sizes: Mapping[str, int],
) -> OwnersView:
    """Return the register of owners; ``named`` is what each is named on, ``sizes`` the files."""
    page = routes.OWNERS
    owners = sorted(collection.owners, key=lambda one: (one.role.casefold(), one.id))
    total = len(owners)
    return OwnersView(
        title=wording.OWNERS,
        example=parts.example(record.plan for record in collection.plans),
        sentence=f"{wording.counted(total, 'owner')}, A to Z. People "
        "are shown as roles, never by name; where no role is stated, a letter or a number tells "
        "one from another."
        if total
        else "No owner is on the register yet.",
        owners=tuple(_row(one, named.get(one.id, ()), page) for one in owners),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records(collection.plans, collection.site, page),
    )


def of_owner(
    owner: Owner,
    collection: Collection,
    named_in: Sequence[OwnerInPlan],
    sizes: Mapping[str, int],
) -> OwnerView:
    """Return the view of one owner, who is ``named_in`` these plans."""
    page = routes.owner(owner.id)
    return OwnerView(
        title=owner.role,
        example=parts.example(one.record.plan for one in named_in),
        facts=tuple(_facts(owner, collection, page)),
        plans=tuple(_in_plan(one, page) for one in named_in),
        nowhere="" if named_in else _NOWHERE,
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records((one.record for one in named_in), collection.site, page),
    )


def named_as(mention: Mention) -> str:
    """Return as what an action names an owner: ``Owner``, ``Supports``, ``Reports go to it``."""
    first, *rest = (_NAMED_AS[one] for one in mention.named_as)
    return wording.and_list([first, *(wording.lower(one) for one in rest)])


def _row(owner: Owner, named_in: Sequence[OwnerInPlan], page: str) -> OwnerRow:
    address = routes.relative(routes.owner(owner.id), page)
    return OwnerRow(
        link=Link(owner.role, address),
        kind=KINDS[owner.kind],
        plans=tuple(
            Link(
                f"{_how_many(one)} in {wording.title(one.record.plan)}",
                f"{address}#{routes.record_anchor(one.record.kind, one.record.id)}",
            )
            for one in named_in
        ),
        nowhere="" if named_in else _NOWHERE,
    )


def _how_many(one: OwnerInPlan) -> str:
    return f"{wording.number(one.total)} {wording.action_names(one.record.plan, one.total)}"


def _facts(owner: Owner, collection: Collection, page: str) -> Iterator[Note]:
    known = {one.id: one for one in collection.owners}

    def runs(found: Iterable[Owner]) -> tuple[Run, ...]:
        return parts.in_a_row(
            Run(one.role, routes.relative(routes.owner(one.id), page)) for one in found
        )

    yield Note("Kind", (Run(KINDS[owner.kind]),))
    if owner.aliases:
        yield Note("Also written as", (Run("; ".join(owner.aliases)),))
    if owner.chair in known:
        yield Note("Chaired by", runs([known[owner.chair]]))
    if owner.parent in known:
        yield Note("Part of", runs([known[owner.parent]]))
    if inside := [one for one in collection.owners if one.parent == owner.id]:
        yield Note("Includes", runs(inside))
    if chaired := [one for one in collection.owners if one.chair == owner.id]:
        yield Note("Chairs", runs(chaired))


def _in_plan(one: OwnerInPlan, page: str) -> OwnerPlanView:
    record, address = one.record, routes.plan(one.record.id)
    return OwnerPlanView(
        anchor=routes.record_anchor(record.kind, record.id),
        link=Link(record.plan.title, routes.relative(address, page)),
        example=record.plan.example,
        publisher=record.publisher.name,
        as_at=wording.span(record.plan.as_at),
        machine=one.told.day.isoformat(),
        sentence=_sentence(one),
        bar=parts.bar(one.counts, wording.action_names(record.plan, 2)),
        scale=Link("What the statuses mean", routes.relative(f"{address}#scale", page)),
        action_name=wording.capital(record.plan.action_name),
        mentions=tuple(_mention(record, mention, page) for mention in one.mentions),
    )


def _sentence(one: OwnerInPlan) -> str:
    plan, whole = one.record.plan, one.told.total
    names = wording.action_names(plan, whole)
    opening = f"Named on {wording.number(one.total)} of {wording.number(whole)} {names}."
    if not one.total:
        return opening
    return f"{opening} {sentences.progress(plan, one, part=one.total < whole)}"


def _mention(record: PlanInFull, mention: Mention, page: str) -> MentionView:
    action = mention.standing.action
    return MentionView(
        link=entry.full_link(record, action, page),
        named_as=named_as(mention),
        when=wording.schedule(action.schedule),
        as_written=entry.as_written(action),
        when_note=entry.when_note(mention.standing),
        tag=parts.tag(record.scale.level(action.status)),
        left=entry.left(action),
    )
