"""Reports: the closed lists of a progress report."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AskKind",
    "Attribution",
    "BenefitMark",
    "BenefitStatus",
    "CaveatGroup",
    "Certainty",
    "FindingKind",
    "Frequency",
    "Marker",
    "MeasureKind",
    "Polarity",
    "Section",
    "StatementPolarity",
    "Trend",
    "Voice",
]


class Voice(StrEnum):
    """Whose voice a statement is: those who do the work, the data, those it is done for."""

    PEOPLE = "people"
    SYSTEM = "system"
    CUSTOMER = "customer"


class FindingKind(StrEnum):
    """What a finding of a report is."""

    HEADLINE = "headline"
    CAVEAT = "caveat"
    RECOMMENDATION = "recommendation"
    BEST_PRACTICE = "best_practice"
    IDEA = "idea"
    CONCLUSION = "conclusion"


class MeasureKind(StrEnum):
    """What a measure counts, from what is put in to what people think."""

    INPUT = "input"
    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    DEMAND = "demand"
    PERCEPTION = "perception"


class Polarity(StrEnum):
    """Whether more of a measure is better, less is, or neither."""

    HIGHER_BETTER = "higher_better"
    LOWER_BETTER = "lower_better"
    NEUTRAL = "neutral"


class Frequency(StrEnum):
    """How often something is done or measured."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    AS_NEEDED = "as_needed"


class Certainty(StrEnum):
    """How a figure of a report is to be read."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    RANGE = "range"
    QUOTE = "quote"
    """Somebody said it; refused, because nobody measured it."""


class Marker(StrEnum):
    """The shorthand beside a figure, or in its place, with the key printed above the table."""

    BREAK = "b"
    WITHHELD = "c"
    ESTIMATED = "e"
    FORECAST = "f"
    LOW = "low"
    PROVISIONAL = "p"
    REVISED = "r"
    UNRELIABLE = "u"
    NONE_RECORDED = "w"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"


class Trend(StrEnum):
    """Which way a measure has gone, as its report says."""

    UP = "up"
    DOWN = "down"
    STABLE = "stable"
    SEASONAL = "seasonal"
    UNCLEAR = "unclear"


class Attribution(StrEnum):
    """How a change of a measure stands to what was done."""

    PRECEDES = "precedes"
    COINCIDES = "coincides"
    FOLLOWS = "follows"
    CORRELATES = "correlates"
    CAUSED = "caused"
    NOT_ASSESSED = "not_assessed"


class BenefitMark(StrEnum):
    """A mark that a report puts on a benefit."""

    REALISED = "realised"
    NOT_REALISED = "not_realised"
    UNCLEAR = "unclear"


class BenefitStatus(StrEnum):
    """What the marks of a benefit come to."""

    REALISED = "realised"
    MIXED = "mixed"
    NOT_REALISED = "not_realised"
    UNCLEAR = "unclear"
    NOT_ASSESSED = "not_assessed"


class Section(StrEnum):
    """The parts of a report page to which an outline can point."""

    BACKGROUND = "background"
    ORGANISATION = "organisation"
    SUCCESS = "success"
    METHOD = "method"
    OUTCOMES = "outcomes"
    NEXT_STEPS = "next_steps"


class CaveatGroup(StrEnum):
    """What a caveat of a whole report is about, in the order of the page."""

    POLICY = "policy"
    METHODOLOGY = "methodology"
    REVIEWS = "reviews"
    EXTERNAL = "external"
    NATIONAL = "national"


class StatementPolarity(StrEnum):
    """What a statement tells of."""

    ISSUE = "issue"
    POSITIVE = "positive"


class AskKind(StrEnum):
    """What is put to a panel."""

    ASK = "ask"
    QUESTION = "question"
    """A question that the report leaves open."""
