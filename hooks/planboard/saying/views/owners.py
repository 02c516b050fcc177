"""Owner views: what the register of owners and the page of one owner may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.arithmetic.mentions import NamedOn, Share
from planboard.saying import labels, routes, wording
from planboard.saying.sentences import plans as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.issues import states
from planboard.saying.views.parts import Bar, Download, Link, Note, Run, Tag
from planboard.saying.views.plan import entry
from planboard.truth.model.issues import Issue
from planboard.truth.model.programme.returned import Batch
from planboard.truth.model.report.improvement import Board
from planboard.words.vocabulary.records import OwnerKey, OwnerKind, RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from planboard.arithmetic.mentions import (
        Mention,
        OwnerInPlan,
        OwnerInRecord,
        PartMention,
        Ties,
    )
    from planboard.saying.views.notices import Notice
    from planboard.truth.collection import Collection
    from planboard.truth.in_full import PlanInFull, RecordInFull
    from planboard.truth.model.register import Owner, Site

__all__ = [
    "DatedView",
    "MentionView",
    "OwnerPlanView",
    "OwnerRecordView",
    "OwnerRow",
    "OwnerView",
    "OwnersView",
    "PartMentionView",
    "address",
    "named_as",
    "of_owner",
    "register",
    "title",
]

KINDS: Final = {
    OwnerKind.ROLE: "Role",
    OwnerKind.TEAM: "Team",
    OwnerKind.BOARD: "Board",
    OwnerKind.ORGANISATION: "Organisation",
}
_WHOLES: Final = {
    "board": ("entry in the list of boards", "entries in the list of boards"),
    "item": ("item of the improvement plan", "items of the improvement plan"),
    "batch": ("batch of results", "batches of results"),
    "visit": ("visit of the police", "visits of the police"),
}
"""What all parts of a kind are called, one and several, where the kind alone does not say it."""
_SEVERAL: Final = {"batch": "batches"}
"""What several parts of a kind are called, where an s does not do."""
_SECTIONS: Final = {"visit": "visits"}
"""Where on the page of its record that stands which is only counted."""
_NOWHERE: Final = "Not named in any record."


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """One owner in the register, with the records that name it and how often."""

    link: Link
    kind: str
    records: tuple[Link, ...]
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
class DatedView:
    """The date and the state of a part that has them."""

    when: str
    as_written: str
    when_note: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class PartMentionView:
    """One part of a record that names the owner; ``dated`` has one entry or none."""

    link: Link
    named_as: str
    dated: tuple[DatedView, ...]


@dataclass(frozen=True, slots=True)
class OwnerRecordView:
    """What the owner is named on in one record that is no plan; ``columns`` head its table."""

    anchor: str
    link: Link
    example: bool
    publisher: str
    as_at: str
    machine: str
    sentence: str
    order: str
    columns: tuple[str, ...]
    mentions: tuple[PartMentionView, ...]


@dataclass(frozen=True, slots=True)
class OwnerView:
    """Everything one owner is named on."""

    title: str
    example: str
    facts: tuple[Note, ...]
    plans: tuple[OwnerPlanView, ...]
    records: tuple[OwnerRecordView, ...]
    nowhere: str
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def register(
    collection: Collection, named: Mapping[str, NamedOn], sizes: Mapping[str, int]
) -> OwnersView:
    """Return the register of owners; ``named`` is what each is named on, ``sizes`` the files."""
    page = routes.OWNERS
    owners = sorted(collection.owners, key=lambda one: (one.role.casefold(), one.id))
    total = len(owners)
    return OwnersView(
        title=wording.OWNERS,
        example=parts.example(record.head for record in collection.records),
        sentence=f"{wording.counted(total, 'owner')}, A to Z. People "
        "are shown as roles, never by name; where no role is stated, a letter or a number tells "
        "one from another."
        if total
        else "No owner is on the register yet.",
        owners=tuple(_row(one, named.get(one.id, NamedOn()), page) for one in owners),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records(collection.records, collection.site, page),
    )


def of_owner(
    owner: Owner, ties: Ties, named: NamedOn, site: Site, sizes: Mapping[str, int]
) -> OwnerView:
    """Return the view of one owner: its ``ties`` to other owners, and all it is ``named`` on."""
    page = routes.owner(owner.id)
    return OwnerView(
        title=owner.role,
        example=parts.example(one.head for one in named.records),
        facts=tuple(_facts(owner, ties, page)),
        plans=tuple(_in_plan(one, page) for one in named.plans),
        records=tuple(_in_record(one, page) for one in named.others),
        nowhere="" if named.records else _NOWHERE,
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_records(named.records, site, page),
    )


def named_as(mention: Mention) -> str:
    """Return as what an action names an owner: ``Owner``, ``Supports``, ``Reports go to it``."""
    return _in_one([labels.NAMED_AS[one] for one in mention.named_as])


def title(record: RecordInFull, mention: PartMention | Share) -> str:
    """Return the title of a part that names an owner; of a board its role, of visits how many."""
    if isinstance(mention, Share):
        return _number(mention)
    part = mention.part
    if isinstance(part, Board):
        return record.role(part.board)
    own: str = getattr(part, "title", "")
    return own or record.called(mention.thing, part)


def address(record: RecordInFull, mention: PartMention | Share) -> str:
    """Return where a part that names an owner stands on the site."""
    home = routes.record(record.kind, record.id)
    if isinstance(mention, Share):
        return f"{home}#{_SECTIONS[mention.thing]}"
    return f"{home}#{routes.anchor(mention.thing, mention.part.id)}"


def _in_one(found: Sequence[str]) -> str:
    first, *rest = found
    return wording.and_list([first, *(wording.lower(one) for one in rest)])


def _row(owner: Owner, named: NamedOn, page: str) -> OwnerRow:
    home = routes.relative(routes.owner(owner.id), page)

    def way(how_many: str, record: RecordInFull) -> Link:
        anchor = routes.record_anchor(record.kind, record.id)
        return Link(f"{how_many} in {wording.title(record.head)}", f"{home}#{anchor}")

    return OwnerRow(
        link=Link(owner.role, home),
        kind=KINDS[owner.kind],
        records=(
            *(way(_actions(one), one.record) for one in named.plans),
            *(way(_counted(one), one.record) for one in named.others),
        ),
        nowhere="" if named.records else _NOWHERE,
    )


def _actions(one: OwnerInPlan) -> str:
    return f"{wording.number(one.total)} {wording.action_names(one.record.plan, one.total)}"


def _counted(one: OwnerInRecord) -> str:
    return wording.and_list([_number(share) for share in one.shares])


def _number(one: Share) -> str:
    several = _SEVERAL.get(one.thing, f"{one.thing}s")
    return f"{wording.number(one.number)} {one.thing if one.number == 1 else several}"


def _facts(owner: Owner, ties: Ties, page: str) -> Iterator[Note]:
    def runs(found: Iterable[Owner]) -> tuple[Run, ...]:
        return parts.in_a_row(
            Run(one.role, routes.relative(routes.owner(one.id), page)) for one in found
        )

    yield Note("Kind", (Run(KINDS[owner.kind]),))
    if owner.aliases:
        yield Note("Also written as", (Run("; ".join(owner.aliases)),))
    if ties.chair:
        yield Note("Chaired by", runs([ties.chair]))
    if ties.parent:
        yield Note("Part of", runs([ties.parent]))
    if ties.inside:
        yield Note("Includes", runs(ties.inside))
    if ties.chaired:
        yield Note("Chairs", runs(ties.chaired))


def _in_plan(one: OwnerInPlan, page: str) -> OwnerPlanView:
    record, home = one.record, routes.plan(one.record.id)
    return OwnerPlanView(
        anchor=routes.record_anchor(record.kind, record.id),
        link=Link(record.plan.title, routes.relative(home, page)),
        example=record.plan.example,
        publisher=record.publisher.name,
        as_at=wording.span(record.plan.as_at),
        machine=one.told.day.isoformat(),
        sentence=_sentence(one),
        bar=parts.bar(one.counts, wording.action_names(record.plan, 2)),
        scale=Link("What the statuses mean", routes.relative(f"{home}#scale", page)),
        action_name=wording.capital(record.plan.action_name),
        mentions=tuple(_mention(record, mention, page) for mention in one.mentions),
    )


def _sentence(one: OwnerInPlan) -> str:
    plan, whole = one.record.plan, one.whole
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


def _in_record(one: OwnerInRecord, page: str) -> OwnerRecordView:
    record, head = one.record, one.record.head
    things = [share.thing for share in one.shares]
    first = wording.capital(things[0]) if len(things) == 1 else "Where"
    dated = ("When", "State") if record.kind is RecordKind.ISSUES else ()
    return OwnerRecordView(
        anchor=routes.record_anchor(record.kind, record.id),
        link=Link(head.title, routes.relative(routes.record(record.kind, record.id), page)),
        example=head.example,
        publisher=record.publisher.name,
        as_at=wording.span(head.as_at),
        machine=head.as_at.last.isoformat(),
        sentence=f"Named on {wording.and_list([_share(one) for one in one.shares])}.",
        order=f"In the order of the {record.kind_name}",
        columns=(first, "Named as", *dated),
        mentions=(
            *(_part(record, mention, page) for mention in one.mentions),
            *(_section(record, share, page) for share in one.counted),
        ),
    )


def _share(one: Share) -> str:
    name = _WHOLES.get(one.thing, (one.thing, f"{one.thing}s"))[one.whole != 1]
    return f"{wording.number(one.number)} of {wording.number(one.whole)} {name}"


def _part(record: RecordInFull, mention: PartMention, page: str) -> PartMentionView:
    part = mention.part
    return PartMentionView(
        link=Link(_called(record, mention), routes.relative(address(record, mention), page)),
        named_as=_in_one([_key(record, mention, one) for one in mention.named_as]),
        dated=(_dated(part, mention),) if isinstance(part, Issue) else (),
    )


def _section(record: RecordInFull, share: Share, page: str) -> PartMentionView:
    """Return the line of what has no place of its own and is only counted, such as visits."""
    way = routes.relative(address(record, share), page)
    return PartMentionView(Link(title(record, share), way), "Went there", dated=())


def _called(record: RecordInFull, mention: PartMention) -> str:
    """Return what a part is called with its number, if readers know it by one: ``3a. Demand``."""
    part, said = mention.part, title(record, mention)
    number = part.known_as if isinstance(part, Issue) else getattr(part, "number", None)
    return f"{number}. {said}" if number else said


def _key(record: RecordInFull, mention: PartMention, key: OwnerKey) -> str:
    """Return as what a part names an owner; of a board who chaired it, of results who passed on."""
    if key is OwnerKey.BOARD and isinstance(mention.part, Board):
        chair = mention.part.chair
        said = f"chaired by {record.role(chair)}" if chair else "chair not stated"
        return f"{labels.OWNER_KEYS[key]}, {said}"
    if key is OwnerKey.BY and isinstance(mention.part, Batch):
        return "Passed results on"
    return labels.OWNER_KEYS[key]


def _dated(issue: Issue, mention: PartMention) -> DatedView:
    when = wording.schedule(issue.schedule)
    words = issue.schedule.as_written
    return DatedView(
        when=when,
        as_written="" if words.casefold() == when.casefold() else words,
        when_note="End date passed" if mention.due_passed else "",
        tag=states.tag(issue.state),
    )
