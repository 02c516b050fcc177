"""Allocation: how staff are shared out; the formula, weights, decisions, steps and areas."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from planboard.arithmetic import allocation as counted
from planboard.saying import routes, wording
from planboard.saying.views import kinds, parts
from planboard.saying.views.drawn import About
from planboard.saying.views.parts import Fact
from planboard.saying.views.report import caveats
from planboard.saying.views.search import SearchEntry
from planboard.truth.model.report.allocation import counted_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.allocation import Counted
    from planboard.saying.views.drawn import ChartView
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.allocation import Allocation, Area
    from planboard.truth.model.report.report import Report

__all__ = [
    "ALLOCATION",
    "AllocationView",
    "AreaRow",
    "DecisionRow",
    "StepRow",
    "anchors",
    "areas_note",
    "entries",
    "of_report",
]

ALLOCATION: Final = "allocation"
_WEIGHTS: Final = "weights"
_FILE: Final = "weights.csv"


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What one area was given: the number of the model, the judgement, and the outcome."""

    area: str
    role: str
    model_output: str
    adjustment: str
    final: str
    reason: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of the working; ``basis`` says whether it is published or worked out here."""

    what: str
    value: str
    basis: str
    how: str


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area or a set of areas, and when the report counts so."""

    anchor: str
    name: str
    number: str
    when: str
    where: str
    note: str


@dataclass(frozen=True, slots=True)
class AllocationView:
    """How a report shares out staff."""

    sentence: str
    text: tuple[str, ...]
    formula: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    facts: tuple[Fact, ...]
    weights: ChartView | None
    weights_notes: tuple[str, ...]
    decisions: tuple[DecisionRow, ...]
    no_decisions: str
    steps: tuple[StepRow, ...]
    areas: tuple[AreaRow, ...]
    areas_note: str


def of_report(record: ReportInFull, page: str, sizes: Mapping[str, int]) -> AllocationView | None:
    """Return how staff are shared out, None where the report says nothing of it."""
    report, told = record.report, counted.of_report(record.report)
    model = report.allocation
    if model is None and not report.areas:
        return None
    return AllocationView(
        sentence=_sentence(report, told),
        text=parts.paragraphs(model.text if model else None),
        formula=_formula(model),
        questions=tuple((one.text, one.parts) for one in (model.questions if model else ())),
        facts=_facts(model),
        weights=_weights(record, told, page, sizes) if told else None,
        weights_notes=tuple(_weights_notes(told)) if told else (),
        decisions=tuple(_decisions(report)),
        no_decisions=""
        if report.decisions or model is None
        else "What the model gave for each area, what judgement changed and why is not published "
        "[x].",
        steps=tuple(
            StepRow(
                one.what,
                one.value,
                "Worked out here" if one.worked_out else "Published",
                one.how or "",
            )
            for one in (model.steps if model else ())
        ),
        areas=tuple(_area(report, one) for one in report.areas),
        areas_note=areas_note(report.areas),
    )


def anchors(view: AllocationView | None) -> tuple[str, ...]:
    """Return every place of the allocation that a link may point at."""
    if view is None:
        return ()
    sections = (
        ("how", view.questions or view.facts),
        (_WEIGHTS, view.weights),
        ("decisions", view.decisions or view.no_decisions),
        ("steps", view.steps),
        ("areas", view.areas),
    )
    return (
        ALLOCATION,
        *(name for name, has in sections if has),
        *(one.anchor for one in view.areas),
    )


def entries(view: AllocationView | None) -> Iterator[SearchEntry]:
    """Yield what search should know of how staff are shared out."""
    if view is None:
        return
    asked = " ".join(" ".join((text, *below)) for text, below in view.questions)
    steps = " ".join(f"{one.what}: {one.value}." for one in view.steps)
    areas = " ".join(filter(None, (view.areas_note, *(one.name for one in view.areas))))
    texts = (*view.text, view.formula, asked, *view.weights_notes, steps, areas)
    yield SearchEntry(ALLOCATION, "How staff are shared out", tuple(filter(None, texts)))


def areas_note(areas: Sequence[Area]) -> str:
    """Return what must stand beside figures for areas that a report counts differently (R111)."""
    said = "; ".join(
        wording.and_list([f"{_number(one)} in {one.where or one.name}" for one in found])
        for found in counted_apart(areas)
    )
    if not said:
        return ""
    return (
        f"The report counts its areas differently: {said}. A figure for an area of one part does "
        "not belong on a map or in a table of the other without this note."
    )


def _sentence(report: Report, told: Counted | None) -> str:
    if told is None:
        return "" if report.allocation is None else "The report tells how staff are shared out."
    sums = [f"{wording.number(one.total)} for {one.role.label}" for one in told.roles]
    return (
        f"{wording.counted(len(told.demands), 'kind')} of demand and "
        f"{wording.counted(len(told.roles), 'role')}; the weights add up to "
        f"{wording.and_list(sums)}."
    )


def _formula(model: Allocation | None) -> str:
    if model is None or not model.inputs:
        return ""
    return f"{' + '.join(model.inputs)} = {model.result or 'outcome'}"


def _facts(model: Allocation | None) -> tuple[Fact, ...]:
    if model is None:
        return ()
    when = wording.capital(wording.span(model.refreshed)) if model.refreshed else "Not stated"
    return (Fact("Data last renewed", when),)


def _weights(record: ReportInFull, told: Counted, page: str, sizes: Mapping[str, int]) -> ChartView:
    """Return the weights as a table with small bars, all on one scale (R107)."""
    labels = [one.role.label for one in told.roles]
    home = routes.report(record.id)
    caption = f"Weights of {wording.counted(len(told.demands), 'kind')} of demand, by role"
    view = kinds.multiples(
        About(
            anchor=_WEIGHTS
            if page == home
            else f"{routes.record_anchor(record.kind, record.id)}-{_WEIGHTS}",
            title=_title(told),
            sentence=f"{caption}. The names are those of the report; 0 says that a demand does not "
            "count for a role. The sums are worked out here.",
            caption=caption,
            first="Demand",
            noun="Weight",
            csv=parts.figures_file(record, page, _FILE, sizes),
            source=parts.origin(record, page),
            notes=caveats.texts(record.report, record.report.allocation.caveats)
            if record.report.allocation
            else (),
        ),
        labels,
        [(one.name, one.weights) for one in told.demands],
        upright=True,
    )
    totals = tuple(wording.number(one.total) for one in told.roles)
    return replace(view, table=replace(view.table, totals=totals, light="0"))


def _title(told: Counted) -> str:
    said = [
        f"for {one.role.label} {wording.and_list(one.largest_of)} ({wording.number(one.largest)})"
        for one in told.roles
        if one.largest_of
    ]
    return (
        f"What counts most: {wording.and_list(said)}" if said else "No demand counts for any role"
    )


def _weights_notes(told: Counted) -> Iterator[str]:
    for names, what in ((told.for_all, "every role"), (told.for_none, "no role")):
        number = wording.number(len(names))
        if not names:
            yield f"No kind of demand counts for {what}."
        else:
            verb = "counts" if len(names) == 1 else "count"
            yield (
                f"{number} of {wording.number(len(told.demands))} {verb} for {what}: "
                f"{wording.and_list(names)}."
            )


def _decisions(report: Report) -> Iterator[DecisionRow]:
    names = {one.id: one for one in report.areas}
    roles = {one.id: one.label for one in (report.allocation.roles if report.allocation else ())}
    for one in report.decisions:
        area = names.get(one.area)
        when = f" ({lower})" if area and (lower := wording.lower(_when(area))) else ""
        sign = "+" if one.adjustment > 0 else "−" if one.adjustment < 0 else ""
        yield DecisionRow(
            area=f"{area.name if area else one.area}{when}",
            role=roles.get(one.role or "", "All roles"),
            model_output=wording.number(one.model_output),
            adjustment=f"{sign}{wording.number(abs(one.adjustment))}",
            final=wording.number(one.final),
            reason=one.reason or ("Not stated" if one.adjustment else "No change"),
        )


def _area(report: Report, one: Area) -> AreaRow:
    later = next((other for other in report.areas if other.id == one.became), None)
    above = next((other for other in report.areas if other.id == one.parent), None)
    notes = [
        f"Part of {above.name}." if above else "",
        f"Became: {later.name}." if later else "",
        one.note or "",
    ]
    return AreaRow(
        anchor=routes.anchor("area", one.id),
        name=one.name,
        number=_number(one),
        when=_when(one) or "Not stated",
        where=wording.capital(one.where or "the whole report"),
        note=" ".join(filter(None, notes)),
    )


def _number(one: Area) -> str:
    return "1" if one.number is None else wording.number(one.number)


def _when(one: Area) -> str:
    """Return from when until when an area is so, as far as the report says."""
    return wording.capital(
        " ".join(
            filter(
                None,
                (
                    f"from {wording.span(one.valid_from)}" if one.valid_from else "",
                    f"until {wording.span(one.valid_to)}" if one.valid_to else "",
                ),
            )
        )
    )
