"""Benefits: what was to be reached and what good it brought, with the marks as words and signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.sentences import reports as sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Link, Tag
from planboard.saying.views.search import SearchEntry
from planboard.words.vocabulary.reports import BenefitMark, BenefitStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.arithmetic.measures import ReportTold
    from planboard.saying.views.parts import Origin
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.benefits import Benefit, Objective
    from planboard.truth.model.report.measures import Measure

__all__ = [
    "BENEFITS",
    "OBJECTIVES",
    "BenefitRow",
    "BenefitsView",
    "ObjectiveRow",
    "ObjectivesView",
    "anchors",
    "entries",
    "objectives",
    "of_report",
    "status_tag",
]

BENEFITS: Final = "benefits"
OBJECTIVES: Final = "objectives"

_INFERRED: Final = (
    "Which mark belongs to which benefit is our reading; the slide’s layout is lost. What the "
    "marks mean is our reading too: the slide has no key to them."
)
_NOT_STATED: Final = "Not stated"
_QUIET: Final = "grey"
"""A mark is a word and a sign, and has no colour of a status (R102)."""
_SIGNS: Final = {
    BenefitStatus.REALISED: "✓",
    BenefitStatus.MIXED: "±",
    BenefitStatus.NOT_REALISED: "✗",
    BenefitStatus.UNCLEAR: "?",
    BenefitStatus.NOT_ASSESSED: "○",
}


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit: its marks in their order, and what they come to.

    Without ``measures`` the row says ``no_measures``.
    """

    anchor: str
    number: str
    title: str
    aliases: str
    marks: tuple[Tag, ...]
    status: Tag
    inferred: str
    reason: tuple[str, ...]
    measures: tuple[Link, ...]
    no_measures: str


@dataclass(frozen=True, slots=True)
class BenefitsView:
    """All benefits of a report; it may stand alone on any page."""

    anchor: str
    title: str
    sentence: str
    note: str
    counts: tuple[tuple[Tag, str], ...]
    rows: tuple[BenefitRow, ...]
    source: Origin


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """One objective, its other wordings, and what belongs to it; ``missing`` where none does."""

    anchor: str
    text: str
    variants: tuple[str, ...]
    notes: tuple[str, ...]
    benefits: tuple[Link, ...]
    measures: tuple[Link, ...]
    headlines: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class ObjectivesView:
    """Objectives to benefits to measures, as a table; the map of a report in words (R100)."""

    anchor: str
    sentence: str
    note: str
    rows: tuple[ObjectiveRow, ...]


def of_report(record: ReportInFull, told: ReportTold, page: str) -> BenefitsView | None:
    """Return the benefits of a report for ``page``, None where it has none."""
    report = record.report
    if not report.benefits:
        return None
    home = page == routes.report(record.id)
    prefix = "" if home else f"{routes.record_anchor(record.kind, record.id)}-"
    return BenefitsView(
        anchor=f"{prefix}{BENEFITS}",
        title="Benefits: what the change was to bring",
        sentence=sentences.summary(record, told),
        note=_INFERRED if any(one.inferred for one in report.benefits) else "",
        counts=tuple(
            (status_tag(status), wording.number(number))
            for status, number in told.benefits
            if number
        ),
        rows=tuple(_row(record, one, page, prefix) for one in report.benefits),
        source=parts.origin(record, page),
    )


def objectives(record: ReportInFull, page: str) -> ObjectivesView | None:
    """Return the objectives with the benefits and measures that belong to them, None for none."""
    report = record.report
    if not report.objectives:
        return None
    return ObjectivesView(
        anchor=OBJECTIVES,
        sentence=sentences.linked(report),
        note=sentences.worded(report),
        rows=tuple(_objective(record, one, page) for one in report.objectives),
    )


def status_tag(status: BenefitStatus) -> Tag:
    """Return what the marks of a benefit come to, as a word and a sign."""
    return Tag(status.value, _QUIET, _SIGNS[status], labels.BENEFIT_STATUSES[status])


def anchors(view: BenefitsView | None, of: ObjectivesView | None) -> tuple[str, ...]:
    """Return every place of the benefits and objectives that a link may point at."""
    places = ((one.anchor, *(row.anchor for row in one.rows)) for one in (view, of) if one)
    return tuple(name for found in places for name in found)


def entries(view: BenefitsView | None, of: ObjectivesView | None) -> Iterator[SearchEntry]:
    """Yield what search should know: an entry for each benefit and each objective."""
    for row in view.rows if view else ():
        title = f"Benefit {row.number}: {row.title}" if row.number else f"Benefit: {row.title}"
        texts = (f"{row.status.label}.", row.aliases, row.inferred, *row.reason)
        yield SearchEntry(row.anchor, title, tuple(filter(None, texts)))
    for one in of.rows if of else ():
        yield SearchEntry(
            one.anchor, f"Objective: {one.text}", (*one.variants, *one.notes, *one.headlines)
        )


def _row(record: ReportInFull, one: Benefit, page: str, prefix: str) -> BenefitRow:
    measures = _measures(record, record.report.measures_of(one), page)
    also = "; ".join(one.aliases)
    return BenefitRow(
        anchor=f"{prefix}{routes.anchor('benefit', one.id)}",
        number=one.number or "",
        title=one.title,
        aliases=f"Also called: {also}" if also else "",
        marks=tuple(map(_mark, one.marks)),
        status=status_tag(one.status),
        inferred="Our reading" if one.inferred else "",
        reason=parts.paragraphs(one.reason),
        measures=measures,
        no_measures="" if measures else _NOT_STATED,
    )


def _mark(mark: BenefitMark) -> Tag:
    status = BenefitStatus(mark.value)
    return Tag(mark.value, _QUIET, _SIGNS[status], labels.BENEFIT_MARKS[mark])


def _objective(record: ReportInFull, one: Objective, page: str) -> ObjectiveRow:
    report, home = record.report, routes.report(record.id)
    found = report.measures_of(one)
    return ObjectiveRow(
        anchor=routes.anchor("objective", one.id),
        text=one.text,
        variants=tuple(f"Also worded: {other.text} ({other.where})" for other in one.variants),
        notes=parts.paragraphs(one.note),
        benefits=tuple(
            Link(
                benefit.title,
                routes.relative(f"{home}#{routes.anchor('benefit', benefit.id)}", page),
            )
            for benefit in report.benefits
            if benefit.id in one.benefits
        ),
        measures=_measures(record, found, page),
        headlines=tuple(measure.headline for measure in found if measure.headline),
        missing=_NOT_STATED,
    )


def _measures(record: ReportInFull, found: Iterable[Measure], page: str) -> tuple[Link, ...]:
    home = routes.report(record.id)
    return tuple(
        Link(one.title, routes.relative(f"{home}#{routes.anchor('measure', one.id)}", page))
        for one in found
    )
