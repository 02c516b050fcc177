"""Site views: what the home page and the register of all records may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import forums as forum_sentences
from planboard.saying.sentences import issues as issue_sentences
from planboard.saying.sentences import plans as sentences
from planboard.saying.sentences import programmes as programme_sentences
from planboard.saying.sentences import reports as report_sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Bar, Link
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.arithmetic.progress import PlanProgress
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.truth.in_full import PlanInFull, RecordInFull

__all__ = ["KindView", "RecordCard", "RegisterView", "register"]


@dataclass(frozen=True, slots=True)
class RecordCard:
    """A record in one true sentence; a plan with its status bar, never added to others (R151)."""

    link: Link
    example: bool
    publisher: str
    summary: tuple[str, ...]
    as_at: str
    machine: str
    sentence: str
    bar: Bar | None
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """Every record of one kind, each on its own."""

    anchor: str
    title: str
    note: str
    records: tuple[RecordCard, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Every record, kind by kind; a kind of which there is none is left out."""

    title: str
    kinds: tuple[KindView, ...]
    empty: str


_NOTES = {
    RecordKind.PLAN: "Each plan has its own status scale, so numbers are never added up across "
    "plans.",
    RecordKind.FORUMS: "What community forums asked the police to put first.",
    RecordKind.ISSUES: "What people raised, what was done about it, and whether they were told.",
    RecordKind.REPORT: "What a change was to bring, what was measured, and what people said.",
    RecordKind.PROGRAMME: "What volunteers found, what was done with it, and whether they were "
    "told.",
}
_NONE = {
    RecordKind.PLAN: "No plan has been published yet.",
    RecordKind.FORUMS: "No forum priorities have been published yet.",
    RecordKind.ISSUES: "No issue log has been published yet.",
    RecordKind.REPORT: "No progress report has been published yet.",
    RecordKind.PROGRAMME: "No programme of volunteers has been published yet.",
}


def register(
    verdicts: Verdicts, title: str, page: str, kinds: Iterable[RecordKind] = tuple(RecordKind)
) -> RegisterView:
    """Return the register of all records of ``kinds`` as it stands on ``page``."""
    wanted = tuple(kinds)
    found: dict[RecordKind, list[RecordCard]] = {}
    for kind, card in _cards(verdicts, page):
        if kind in wanted:
            found.setdefault(kind, []).append(card)
    views = tuple(
        KindView(kind.value, labels.REGISTER[kind], _NOTES[kind], tuple(found[kind]))
        for kind in wanted
        if kind in found
    )
    none = _NONE[wanted[0]] if len(wanted) == 1 else "Nothing has been published yet."
    return RegisterView(title, views, "" if views else none)


def _cards(verdicts: Verdicts, page: str) -> Iterator[tuple[RecordKind, RecordCard]]:
    """Yield a card for each record, with its kind."""
    for plan, progress in verdicts.plans:
        yield plan.kind, _plan(plan, progress, page)
    for forums, told in verdicts.forums:
        yield forums.kind, _card(forums, forum_sentences.summary(forums, told), page)
    for log, answers in verdicts.issues:
        yield log.kind, _card(log, issue_sentences.summary(log, answers), page)
    for report, found in verdicts.reports:
        yield report.kind, _card(report, report_sentences.summary(report, found), page)
    for programme, done in verdicts.programmes:
        yield programme.kind, _card(programme, programme_sentences.summary(programme, done), page)


def _plan(record: PlanInFull, told: PlanProgress, page: str) -> RecordCard:
    address = routes.plan(record.id)
    urgent = len(told.worst_without_update)
    worst = wording.lower(told.worst.label) if told.worst else ""
    names = wording.action_names(record.plan, urgent)
    passed = len(told.passed)
    late = wording.action_names(record.plan, passed)
    attention = tuple(
        Link(said, routes.relative(f"{address}#attention", page))
        for number, said in (
            (urgent, f"{wording.number(urgent)} {worst} {names} without an update"),
            (passed, f"{wording.number(passed)} {late} past the end date"),
        )
        if number
    )
    scale = Link("What the statuses mean", routes.relative(f"{address}#scale", page))
    return _card(
        record,
        sentences.progress(record.plan, told),
        page,
        bar=parts.bar(told.counts, wording.action_names(record.plan, 2)),
        ways=(*attention, scale),
    )


def _card(
    record: RecordInFull,
    sentence: str,
    page: str,
    bar: Bar | None = None,
    ways: tuple[Link, ...] = (),
) -> RecordCard:
    head = record.head
    return RecordCard(
        link=Link(head.title, routes.relative(routes.record(record.kind, record.id), page)),
        example=head.example,
        publisher=record.publisher.name,
        summary=parts.paragraphs(head.summary),
        as_at=wording.span(head.as_at),
        machine=head.as_at.last.isoformat(),
        sentence=sentence,
        bar=bar,
        ways=ways,
    )
