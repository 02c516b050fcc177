"""Vocabulary: the only room that holds the closed lists, as codes that files share."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "BLANK",
    "LOCAL_COUNCILS",
    "MEANING_COMPLETE",
    "NOT_PUBLISHED",
    "NOT_RATED",
    "Basis",
    "Chart",
    "CountsAs",
    "DependencyKind",
    "EndDateState",
    "NamedAs",
    "OwnerKind",
    "PlanKind",
    "Precision",
    "PublisherKind",
    "Qualifier",
    "RecordKind",
    "ScheduleKind",
    "Shortcode",
    "Stage",
    "TargetOperator",
    "Timing",
    "UpdateKind",
    "UpdateState",
]

BLANK: Final = "FILL IN"
"""The words that mark what a new site or plan leaves to be written."""
NOT_RATED: Final = "not_rated"
"""The source leaves the rating blank. A value of its own on every scale."""
NOT_PUBLISHED: Final = "not_published"
"""A rating exists, but the published source does not carry it (a lost colour)."""

MEANING_COMPLETE: Final = frozenset({"done", "finished", "closed", "complete", "completed"})
"""Words that editors use for work that is complete; only a scale says how it shows that."""
LOCAL_COUNCILS: Final = ("parish", "town", "district", "county", "borough", "city")
"""Kinds of council that are one kind of publisher here."""


class RecordKind(StrEnum):
    """The kinds of published record; each is the name of its file, without the ending."""

    PLAN = "plan"
    """Actions with owners, dates and statuses."""
    FORUMS = "forums"
    """What community forums named as priorities."""
    ISSUES = "issues"
    """What people raised, what was done about it, and whether they were told."""
    REPORT = "report"
    """What a change was to bring, what was measured, and what people said."""


class ScheduleKind(StrEnum):
    """What the words of a date column promise."""

    FINISH_BY = "finish_by"
    START_BY = "start_by"
    START = "start"
    START_THEN_BAU = "start_then_bau"
    RANGE = "range"
    ONGOING = "ongoing"
    ASAP = "asap"
    COMPLETED = "completed"
    TO_BE_CONFIRMED = "to_be_confirmed"
    NOT_STATED = "not_stated"


class Precision(StrEnum):
    """How exactly the words name their day."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"


class EndDateState(StrEnum):
    """Whether an action has a day by which it should be finished, and why not."""

    STATED = "stated"
    ONGOING = "ongoing"
    START_ONLY = "start_only"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible"
    TO_BE_CONFIRMED = "to_be_confirmed"
    COMPLETED = "completed"
    NOT_STATED = "not_stated"


class Timing(StrEnum):
    """Where the date of an action lies, seen from the as-at day; every action has one of them."""

    PASSED = "passed"
    """Its end has passed, or its start with no word that it began; it is not finished."""
    NEXT = "next"
    """In the near future that a site sets, three months unless it says otherwise."""
    LATER = "later"
    """After that."""
    ONGOING = "ongoing"
    """It goes on without an end, in the words of the plan or since it began."""
    NOT_STATED = "not_stated"
    """No day is named: none stated, to be confirmed, or as soon as possible."""
    FINISHED = "finished"
    """Nothing is left to do, whatever its date."""


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


class NamedAs(StrEnum):
    """As what an action names an owner: the key of its list in the file."""

    OWNERS = "owners"
    SUPPORT = "support"
    REPORTS_TO = "reports_to"


class OwnerKind(StrEnum):
    """What an owner is; a person is published as a role."""

    ROLE = "role"
    TEAM = "team"
    BOARD = "board"
    ORGANISATION = "organisation"


class Basis(StrEnum):
    """How it is known what an abbreviation stands for; a guess is no basis."""

    DOCUMENT = "document"
    """A published document on this site spells it out."""
    LAW = "law"
    """A law or its guidance does."""
    LOCAL = "local"
    """The body that uses it has said so."""
    PUBLIC = "public"
    """The organisation of that name, or a public body, spells it out."""


class PublisherKind(StrEnum):
    """What kind of body publishes a plan (R185)."""

    PCC = "pcc"
    PFCC = "pfcc"
    MAYOR = "mayor"
    POLICING_BOARD = "policing_board"
    POLICE_FORCE = "police_force"
    COUNCIL = "council"
    CSP = "csp"


class PlanKind(StrEnum):
    """What a plan calls itself."""

    POLICE_AND_CRIME_PLAN = "police_and_crime_plan"
    DELIVERY_PLAN = "delivery_plan"
    CHARTER = "charter"
    PARTNERSHIP_PLAN = "partnership_plan"
    IMPROVEMENT_PLAN = "improvement_plan"
    ACTION_PLAN = "action_plan"
    TRACKER = "tracker"


class Shortcode(StrEnum):
    """What a written page may place, by the first word inside its double brackets."""

    PLANS = "plans"
    COUNT = "count"
    STATUS_BAR = "status-bar"
    STATUS_TABLE = "status-table"
    LEGEND = "legend"
    CHART = "chart"
    DATES = "dates"
    ACTION = "action"
    UPDATES = "updates"


class Chart(StrEnum):
    """The charts of a plan that a written page may place."""

    STATUS_BY_GROUP = "status-by-group"
    DUE_BY_QUARTER = "due-by-quarter"
    OWNERS = "owners"
