"""Page: what the page of a progress report may say, the answers for the public first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import attribution
from planboard.saying.sentences import reports as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.parts import Link
from planboard.saying.views.report import (
    allocation,
    benefits,
    evidence,
    improvement,
    measures,
    voices,
)
from planboard.saying.views.report.measures import Badge
from planboard.saying.views.search import SearchView
from planboard.words.vocabulary.reports import Attribution, BenefitStatus, Section

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from planboard.arithmetic.measures import ReportTold
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Download, Fact
    from planboard.saying.views.report.allocation import AllocationView
    from planboard.saying.views.report.benefits import BenefitsView, ObjectivesView
    from planboard.saying.views.report.evidence import EvidenceView
    from planboard.saying.views.report.improvement import AsksView, ImprovementView
    from planboard.saying.views.report.measures import MeasureSection
    from planboard.saying.views.report.voices import VoicesView
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.register import Site
    from planboard.truth.model.report.measures import Measure

__all__ = ["ReportView", "anchors", "of_report", "search"]

BACKGROUND: Final = "background"
METHOD: Final = "method"
ATTENTION: Final = "attention"
SHORT_ANSWER: Final = "short-answer"
ATTRIBUTIONS: Final = "before-or-after"

_MOST_LINKS: Final = 7
_RELATIONS: Final = (
    Attribution.PRECEDES,
    Attribution.COINCIDES,
    Attribution.FOLLOWS,
    Attribution.CORRELATES,
    Attribution.CAUSED,
)


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """What most readers came for: what matters most to people, what was found, what comes next.

    ``found`` are the first headlines of the topics, ``asks`` the way to what a panel is asked.
    """

    matters: tuple[tuple[str, tuple[tuple[str, str], ...], str], ...]
    found: tuple[Link, ...]
    happens: str
    items: tuple[Link, ...]
    asks: Link | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason to look, how many things it holds for, and the way to each."""

    title: str
    number: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AttributionGroup:
    """Measures whose change stands alike to what was done, each with its sentence."""

    title: str
    measures: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where figures come from, what they cannot show, and the caveats that hold for all of it."""

    title: str
    limits: tuple[str, ...]
    caveats: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """Everything the page of one progress report may say."""

    title: str
    example: str
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    sentence: str
    contents: tuple[Link, ...]
    outline: tuple[Link, ...]
    short_answer: ShortAnswer | None
    attention: tuple[Reason, ...]
    aim: str
    objective: tuple[str, ...]
    priorities: tuple[Badge, ...]
    priorities_note: str
    evidence: EvidenceView
    benefits: BenefitsView | None
    objectives: ObjectivesView | None
    voices: VoicesView | None
    measures_note: str
    measures: tuple[MeasureSection, ...]
    attributions: tuple[AttributionGroup, ...]
    not_assessed: str
    allocation: AllocationView | None
    sources: tuple[SourceRow, ...]
    improvement: ImprovementView | None
    asks: AsksView | None
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]

    @property
    def has_background(self) -> bool:
        """Whether the report says what the change was to do."""
        return bool(self.aim or self.objective or self.priorities)


def of_report(
    record: ReportInFull,
    told: ReportTold,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
) -> ReportView:
    """Return the view of one report.

    Args:
        record: the report with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or contradicts.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
    """
    report, page = record.report, routes.report(record.id)
    found = evidence.of_report(record, page, sizes)
    next_steps, asked = improvement.of_report(record, page), improvement.asks(record)
    view = ReportView(
        title=report.title,
        example=parts.example([report]),
        summary=parts.paragraphs(report.summary),
        facts=parts.facts(record),
        sentence=sentences.summary(record, told),
        contents=(),
        outline=(),
        short_answer=_short_answer(found, next_steps, asked),
        attention=tuple(_attention(record, told)),
        aim=report.aim or "",
        objective=parts.paragraphs(report.objective),
        priorities=tuple(
            Badge(f"Priority {one.number}" if one.number else "Priority", one.title)
            for one in report.plan_priorities
        ),
        priorities_note=f"Priorities of {report.priorities_of}."
        if report.priorities_of
        else "The report does not name the plan that they are from.",
        evidence=found,
        benefits=benefits.of_report(record, told, page),
        objectives=benefits.objectives(record, page),
        voices=voices.of_report(record, page),
        measures_note=sentences.measured(told),
        measures=measures.of_report(record, told, page, sizes),
        attributions=tuple(_attributions(record)),
        not_assessed=sentences.not_assessed(report),
        allocation=allocation.of_report(record, page, sizes),
        sources=tuple(_sources(record)),
        improvement=next_steps,
        asks=asked,
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=notices.of_record(record, site, len(gaps)),
    )
    return _with_menus(record, view)


def anchors(view: ReportView) -> tuple[str, ...]:
    """Return the place of every section of the page of a report that a link may point at."""
    sections = (
        (SHORT_ANSWER, view.short_answer),
        (ATTENTION, True),
        (BACKGROUND, view.has_background),
        (ATTRIBUTIONS, view.attributions),
        (METHOD, view.sources),
    )
    return (
        *(name for name, has in sections if has),
        *evidence.anchors(view.evidence),
        *benefits.anchors(view.benefits, view.objectives),
        *voices.anchors(view.voices),
        *measures.anchors(view.measures),
        *allocation.anchors(view.allocation),
        *improvement.anchors(view.improvement, view.asks),
    )


def search(view: ReportView) -> SearchView:
    """Return what search should know of a report: an entry for each of its parts."""
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=(
            *benefits.entries(view.benefits, view.objectives),
            *measures.entries(view.measures),
            *evidence.entries(view.evidence),
            *voices.entries(view.voices),
            *allocation.entries(view.allocation),
            *improvement.entries(view.improvement, view.asks),
        ),
    )


def _with_menus(record: ReportInFull, view: ReportView) -> ReportView:
    """Return ``view`` with a menu of its sections, and with the report's own outline (R098)."""
    places = {
        Section.BACKGROUND: BACKGROUND,
        Section.ORGANISATION: allocation.ALLOCATION,
        Section.SUCCESS: benefits.BENEFITS,
        Section.METHOD: METHOD,
        Section.OUTCOMES: evidence.HEADLINES,
        Section.NEXT_STEPS: improvement.IMPROVEMENT,
    }
    known = set(anchors(view))
    links = (
        Link(one.title, f"#{places[one.section]}" if places[one.section] in known else "")
        for one in record.report.outline
    )
    return replace(view, contents=tuple(_contents(view, known)), outline=tuple(links))


def _contents(view: ReportView, known: Collection[str]) -> Iterator[Link]:
    """Yield the way to each section of the page below this menu, in the order of the page."""
    sections = (
        (ATTENTION, "What needs attention"),
        (BACKGROUND, "What the change was to do"),
        (evidence.HEADLINES, "The headlines, topic by topic"),
        (benefits.BENEFITS, view.benefits.title if view.benefits else ""),
        (evidence.RANKINGS, "What people said matters most"),
        (view.voices.anchor, view.voices.title) if view.voices else ("", ""),
        (measures.MEASURES, "Measures"),
        (ATTRIBUTIONS, "Before or after the change"),
        (allocation.ALLOCATION, "How staff are shared out"),
        (evidence.FINDINGS, "What the report concludes"),
        (METHOD, "How the report was made"),
        (evidence.CAVEATS, "What to bear in mind"),
        (improvement.IMPROVEMENT, "What happens next"),
        (improvement.ASKS, view.asks.title if view.asks else ""),
    )
    yield from (Link(title, f"#{anchor}") for anchor, title in sections if anchor in known)
    yield from (Link("Take the data away", "#downloads"), Link("About this page", "#notices"))


def _short_answer(
    found: EvidenceView, next_steps: ImprovementView | None, asked: AsksView | None
) -> ShortAnswer | None:
    matters = tuple(
        (
            one.question,
            tuple((f"({place.lower()})", text) for place, text in one.rows),
            f"#{one.anchor}",
        )
        for one in found.rankings
    )
    first = tuple(topic.headlines[0] for topic in found.topics)
    items = next_steps.items if next_steps else ()
    if not matters and not items and not first:
        return None
    return ShortAnswer(
        matters=matters,
        found=tuple(Link(_first_sentence(one.paragraphs[0]), f"#{one.anchor}") for one in first),
        happens=next_steps.sentence if next_steps else "",
        items=tuple(Link(f"{one.number}. {one.title}", f"#{one.anchor}") for one in items),
        asks=Link(asked.sentence, f"#{improvement.ASKS}") if asked else None,
    )


def _first_sentence(text: str) -> str:
    first, stop, _ = text.partition(". ")
    return f"{first}{stop.strip()}"


def _attention(record: ReportInFull, told: ReportTold) -> Iterator[Reason]:
    """Yield each reason to look: benefits that did not come, and figures that need care."""
    report = record.report
    for status in (BenefitStatus.NOT_REALISED, BenefitStatus.MIXED, BenefitStatus.UNCLEAR):
        found = [one for one in report.benefits if one.status is status]
        title = f"Benefit {wording.lower(labels.BENEFIT_STATUSES[status])}"
        yield from _reason(title, [("benefit", one.id, one.title) for one in found])
    against = [one.measure for one in told.measures if one.outside]
    yield from _reason("Figures that contradict one another", _of_measures(against))
    without = [
        one.measure
        for one in told.measures
        if any(each.reading.lacks_base(each.unit) for each in one.figures)
    ]
    yield from _reason("Per cent without saying of how many [u]", _of_measures(without))
    nothing = [one.measure for one in told.measures if not one.has_figures]
    yield from _reason("Named as a measure, and no figure published [x]", _of_measures(nothing))


def _of_measures(found: Sequence[Measure]) -> list[tuple[str, str, str]]:
    return [("measure", one.id, one.title) for one in found]


def _reason(title: str, found: Sequence[tuple[str, str, str]]) -> Iterator[Reason]:
    """Yield a reason with the way to each thing; more than a few are shown by their list alone."""
    links = tuple(Link(name, f"#{routes.anchor(thing, part)}") for thing, part, name in found)
    if len(found) > _MOST_LINKS:
        links = (Link("The measures, topic by topic", f"#{measures.MEASURES}"),)
    if found:
        yield Reason(title, wording.number(len(found)), links)


def _attributions(record: ReportInFull) -> Iterator[AttributionGroup]:
    """Yield the measures whose change came before, with or after what was done (R116)."""
    report = record.report
    for relation in _RELATIONS:
        found = tuple(
            (
                Link(one.title, f"#{routes.anchor('measure', one.id)}"),
                attribution.attribution(one.attribution, report),
            )
            for one in report.measures
            if one.attribution.relation is relation
        )
        if found:
            yield AttributionGroup(labels.ATTRIBUTIONS[relation], found)


def _sources(record: ReportInFull) -> Iterator[SourceRow]:
    report = record.report
    findings = {one.id: one for one in report.findings}
    for one in report.data_sources:
        yield SourceRow(
            title=one.title,
            limits=parts.paragraphs(one.limits),
            caveats=tuple(
                Link(
                    " ".join(parts.paragraphs(findings[name].text)),
                    f"#{routes.anchor('finding', name)}",
                )
                for name in one.caveats
                if name in findings
            ),
        )
