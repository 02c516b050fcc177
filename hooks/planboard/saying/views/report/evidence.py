"""Evidence: findings by kind, caveats in their groups, what matters most, and what to expect."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import attribution
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.saying.views.report import rankings
from planboard.saying.views.search import SearchEntry
from planboard.words.vocabulary.reports import CaveatGroup, FindingKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.saying.views.report.rankings import Expected, RankingView
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.evidence import Finding
    from planboard.truth.model.report.report import Report

__all__ = [
    "CAVEATS",
    "FINDINGS",
    "HEADLINES",
    "RANKINGS",
    "Box",
    "EvidenceView",
    "FindingView",
    "TopicView",
    "anchors",
    "entries",
    "of_report",
]

HEADLINES: Final = "headlines"
FINDINGS: Final = "findings"
CAVEATS: Final = "caveats"
RANKINGS: Final = "matters"

_BOXES: Final = (
    (FindingKind.RECOMMENDATION, "Recommendations"),
    (FindingKind.BEST_PRACTICE, "Best practice"),
    (FindingKind.IDEA, "Ideas for improvement"),
    (FindingKind.CONCLUSION, "Conclusions"),
)


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding; ``differs`` is what each place of the document says, if they contradict."""

    anchor: str
    kind: str
    topic: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    attribution: str
    reference: Link | None
    differs: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Box:
    """Findings of one kind, or caveats of one group, and how many they are."""

    anchor: str
    title: str
    count: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """The headlines of one topic of the report."""

    title: str
    headlines: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What a report found, its caveats, and what people said matters most.

    ``attached`` are the caveats that belong to no group: they stand under a figure or a topic.
    """

    topics: tuple[TopicView, ...]
    rankings: tuple[RankingView, ...]
    expected: tuple[Expected, ...]
    boxes: tuple[Box, ...]
    findings_sentence: str
    changes: tuple[tuple[str, str, tuple[str, ...]], ...]
    caveats_sentence: str
    groups: tuple[Box, ...]
    attached: Box | None


def of_report(record: ReportInFull, page: str, sizes: Mapping[str, int]) -> EvidenceView:
    """Return what a report found; ``sizes`` are the bytes of the files beside its page."""
    report = record.report
    found = [one for one in report.findings if one.kind is FindingKind.CAVEAT]
    grouped = [one for one in found if one.group]
    return EvidenceView(
        topics=tuple(_topics(report)),
        rankings=tuple(rankings.of_ranking(record, one, page, sizes) for one in report.rankings),
        expected=tuple(rankings.expected(report, one) for one in report.commitments),
        boxes=tuple(_boxes(report)),
        findings_sentence=_findings_sentence(report),
        changes=tuple(
            (
                routes.anchor("intervention", one.id),
                attribution.intervention(one),
                parts.paragraphs(one.note),
            )
            for one in report.interventions
        ),
        caveats_sentence=_caveats_sentence(found, grouped),
        groups=tuple(_groups(report, grouped)),
        attached=_attached(report, [one for one in found if not one.group]),
    )


def finding(report: Report, one: Finding) -> FindingView:
    """Return one finding as it stands in a box, or under a figure."""
    cause = one.attribution
    reference = cause.reference if cause else None
    return FindingView(
        anchor=routes.anchor("finding", one.id),
        kind=labels.FINDINGS[one.kind],
        topic=next((topic.title for topic in report.topics if topic.id == one.topic), ""),
        paragraphs=parts.paragraphs(one.text),
        items=one.items,
        attribution=attribution.attribution(cause, report) if cause else "",
        reference=Link(reference.title, reference.url) if reference else None,
        differs=tuple((wording.capital(place.where), place.says) for place in one.differs),
        source=(one.source.item if one.source else None) or "",
    )


def anchors(view: EvidenceView) -> tuple[str, ...]:
    """Return every place of the findings that a link may point at."""
    sections = (
        (HEADLINES, view.topics),
        (RANKINGS, view.rankings or view.expected),
        (FINDINGS, view.boxes or view.changes),
        (CAVEATS, view.groups or view.attached),
    )
    return (
        *(name for name, has in sections if has),
        *(one.anchor for one in (*view.boxes, *view.groups)),
        *([view.attached.anchor] if view.attached else []),
        *(anchor for anchor, _, _ in view.changes),
        *(one.anchor for one in view.rankings),
        *(one.chart.anchor for one in view.rankings if one.chart),
        *(one.anchor for one in view.expected),
        *(one.anchor for one in _found(view)),
    )


def entries(view: EvidenceView) -> Iterator[SearchEntry]:
    """Yield what search should know: an entry for each finding and each ranking."""
    for one in _found(view):
        title = ": ".join(filter(None, (one.kind, one.topic)))
        places = (f"{where}: {says}" for where, says in one.differs)
        yield SearchEntry(
            one.anchor,
            title,
            tuple(filter(None, (*one.paragraphs, *one.items, one.attribution, *places))),
        )
    for ranking in view.rankings:
        rows = (f"{place}: {text}." for place, text in ranking.rows)
        yield SearchEntry(ranking.anchor, ranking.question, tuple(rows))
    for promise in view.expected:
        facts = (f"{fact.label}: {fact.value}." for fact in promise.facts)
        yield SearchEntry(
            promise.anchor, "What people can expect", (*promise.paragraphs, *facts, *promise.notes)
        )


def _found(view: EvidenceView) -> Iterator[FindingView]:
    """Yield each finding once, in the order of the page."""
    for topic in view.topics:
        yield from topic.headlines
    for box in (*view.boxes, *view.groups):
        yield from box.findings
    yield from view.attached.findings if view.attached else ()


def _topics(report: Report) -> Iterator[TopicView]:
    """Yield the headlines, topic by topic in the order of the report (R114)."""
    found = [one for one in report.findings if one.kind is FindingKind.HEADLINE]
    for name, title in (*((one.id, one.title) for one in report.topics), (None, "The report")):
        own = tuple(replace(finding(report, one), topic="") for one in found if one.topic == name)
        if own:
            yield TopicView(title, own)


def _boxes(report: Report) -> Iterator[Box]:
    for kind, title in _BOXES:
        found = tuple(finding(report, one) for one in report.findings if one.kind is kind)
        if found:
            anchor = f"{FINDINGS}-{kind.value.replace('_', '-')}"
            yield Box(anchor, title, wording.number(len(found)), found)


def _findings_sentence(report: Report) -> str:
    kinds = {kind: sum(one.kind is kind for one in report.findings) for kind, _ in _BOXES}
    said = [
        wording.counted(number, wording.lower(labels.FINDINGS[kind]))
        for kind, number in kinds.items()
        if number and kind not in {FindingKind.BEST_PRACTICE, FindingKind.IDEA}
    ]
    if good := kinds[FindingKind.BEST_PRACTICE]:
        said.append(f"{wording.counted(good, 'example')} of best practice")
    if ideas := kinds[FindingKind.IDEA]:
        said.append(f"{wording.counted(ideas, 'idea')} for improvement")
    return f"The report has {wording.and_list(said)}." if said else ""


def _caveats_sentence(found: Sequence[Finding], grouped: Sequence[Finding]) -> str:
    if not found:
        return ""
    beside = len(found) - len(grouped)
    rest = f"{wording.number(beside)} more {'belongs' if beside == 1 else 'belong'} to single parts"
    if not grouped:
        return f"{wording.capital(wording.counted(len(found), 'caveat'))} for parts of the report."
    whole = f"{wording.counted(len(grouped), 'caveat')} for the whole report"
    return f"{wording.capital(whole)}{f'; {rest} of it' if beside else ''}."


def _attached(report: Report, found: Sequence[Finding]) -> Box | None:
    if not found:
        return None
    return Box(
        f"{CAVEATS}-attached",
        "Single parts of the report",
        wording.number(len(found)),
        tuple(finding(report, one) for one in found),
    )


def _groups(report: Report, grouped: Sequence[Finding]) -> Iterator[Box]:
    for group in CaveatGroup:
        own = tuple(finding(report, one) for one in grouped if one.group is group)
        if own:
            yield Box(
                f"{CAVEATS}-{group.value}",
                labels.CAVEAT_GROUPS[group],
                wording.number(len(own)),
                own,
            )
