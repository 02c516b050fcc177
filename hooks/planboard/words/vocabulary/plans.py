"""Plans: the closed lists of a plan and its actions."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "MEANING_COMPLETE",
    "NOT_PUBLISHED",
    "NOT_RATED",
    "CountsAs",
    "DependencyKind",
    "PlanKind",
    "Qualifier",
    "Stage",
    "TargetOperator",
    "UpdateKind",
    "UpdateState",
]

NOT_RATED: Final = "not_rated"
"""The source leaves the rating blank. A value of its own on every scale."""


NOT_PUBLISHED: Final = "not_published"
"""A rating exists, but the published source does not carry it (a lost colour)."""


MEANING_COMPLETE: Final = frozenset({"done", "finished", "closed", "complete", "completed"})
"""Words that editors use for work that is complete; only a scale says how it shows that."""


class CountsAs(StrEnum):
    """What a level of a scale says about delivery; never used to add scales up."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    COMPLETE = "complete"
    NONE = "none"


class Stage(StrEnum):
    """Where the work stands, a second axis beside the rating (R168)."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BUSINESS_AS_USUAL = "business_as_usual"
    COMPLETE = "complete"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class UpdateKind(StrEnum):
    """What an update is about."""

    PROGRESS = "progress"
    FORWARD = "forward"
    FUNDING = "funding"
    RISK = "risk"
    DECISION = "decision"
    CORRECTION = "correction"


class UpdateState(StrEnum):
    """What can be said of the day of an update, or of an action's newest one."""

    DATED = "dated"
    UNDATED = "undated"
    INVALID = "invalid"
    FORWARD = "forward"
    PLACEHOLDER = "placeholder"
    EMPTY = "empty"
    NONE = "none"


class TargetOperator(StrEnum):
    """How a target's figure is to be read."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXACTLY = "exactly"
    CHANGE_BY = "change_by"
    PERCENT_CHANGE = "percent_change"


class Qualifier(StrEnum):
    """How sure a published figure is."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    UP_TO = "up_to"


class DependencyKind(StrEnum):
    """What an action waits for."""

    FUNDING = "funding"
    BID = "bid"
    PROCUREMENT = "procurement"
    DECISION = "decision"
    ACTION = "action"
    OTHER = "other"


class PlanKind(StrEnum):
    """What a plan calls itself."""

    POLICE_AND_CRIME_PLAN = "police_and_crime_plan"
    DELIVERY_PLAN = "delivery_plan"
    CHARTER = "charter"
    PARTNERSHIP_PLAN = "partnership_plan"
    IMPROVEMENT_PLAN = "improvement_plan"
    ACTION_PLAN = "action_plan"
    TRACKER = "tracker"
