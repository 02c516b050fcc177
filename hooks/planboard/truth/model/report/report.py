"""Report: a progress report, from what was to be reached to what is asked of a panel."""

from __future__ import annotations

from typing import Annotated

from planboard.truth.model.fields import Line, Record, Text, closed_list
from planboard.truth.model.published import Published
from planboard.truth.model.report.allocation import Allocation, Area, Decision, Weight
from planboard.truth.model.report.benefits import Benefit, Objective, PlanPriority, Topic
from planboard.truth.model.report.evidence import Finding, Quote, Ranking, Statement, VoiceTitle
from planboard.truth.model.report.improvement import Ask, Board, Commitment, Intervention, Item
from planboard.truth.model.report.measures import DataSource, Measure
from planboard.truth.model.report.readings import Period, Reading
from planboard.words.vocabulary.reports import Section

__all__ = ["Outline", "Report"]


class Outline(Record):
    """A heading of the report's own outline, and where it is answered on its page (R098)."""

    title: Line
    """The heading as published."""
    section: Annotated[Section, closed_list(Section)]
    """The part of the page."""


class Report(Published):
    """What a change was to bring, what was measured, and what people said of it."""

    aim: Line | None = None
    """The aim as published (R099)."""
    objective: Text | None = None
    """What it was to reach as a whole, in plain words."""
    outline: tuple[Outline, ...] = ()
    """The report's own outline, in its order."""
    plan_priorities: tuple[PlanPriority, ...] = ()
    """The priorities of the Police and Crime Plan it refers to."""
    priorities_of: Line | None = None
    """What the document calls the plan of these priorities; left out where it names none."""
    topics: tuple[Topic, ...] = ()
    """What it is about, in its order; findings, statements and measures name them."""
    periods: tuple[Period, ...] = ()
    """Stretches of time that have a name or odd ends."""
    data_sources: tuple[DataSource, ...] = ()
    """Where its figures come from."""
    objectives: tuple[Objective, ...] = ()
    """What the change was to reach."""
    benefits: tuple[Benefit, ...] = ()
    """What good it was to bring."""
    measures: tuple[Measure, ...] = ()
    """What was followed."""
    observations: tuple[Reading, ...] = ()
    """The figures, a row each."""
    interventions: tuple[Intervention, ...] = ()
    """What was done and when, for measures that changed before or after it."""
    findings: tuple[Finding, ...] = ()
    """Headlines, caveats, recommendations, good practice, ideas and conclusions."""
    voices: tuple[VoiceTitle, ...] = ()
    """What the report calls its voices."""
    statements: tuple[Statement, ...] = ()
    """Issues and positives by voice, in our words."""
    quotes: tuple[Quote, ...] = ()
    """Words of people who agreed to be quoted."""
    rankings: tuple[Ranking, ...] = ()
    """Questions whose answers were put in order."""
    allocation: Allocation | None = None
    """How staff are shared out."""
    weights: tuple[Weight, ...] = ()
    """What each type of demand weighs for each role."""
    decisions: tuple[Decision, ...] = ()
    """What was decided for each area."""
    areas: tuple[Area, ...] = ()
    """The areas it names."""
    improvement: tuple[Item, ...] = ()
    """The items of the improvement plan."""
    boards: tuple[Board, ...] = ()
    """The bodies that see to them."""
    asks: tuple[Ask, ...] = ()
    """What is asked of the panel."""
    commitments: tuple[Commitment, ...] = ()
    """What a person can expect."""

    def measures_of(self, one: Objective | Benefit) -> tuple[Measure, ...]:
        """Return the measures of an objective or a benefit, whichever of the two names them."""
        named_by = "objectives" if isinstance(one, Objective) else "benefits"
        return tuple(
            measure
            for measure in self.measures
            if measure.id in one.measures or one.id in getattr(measure, named_by)
        )
