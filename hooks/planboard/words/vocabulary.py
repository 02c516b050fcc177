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
    "AnswerKind",
    "AppointmentState",
    "AskKind",
    "Attender",
    "Attribution",
    "Basis",
    "BenefitMark",
    "BenefitStatus",
    "CaveatGroup",
    "Certainty",
    "Channel",
    "Chart",
    "ClosedBecause",
    "CountsAs",
    "DependencyKind",
    "EndDateState",
    "EventKind",
    "FindingKind",
    "Frequency",
    "IssueKind",
    "IssueState",
    "Marker",
    "MeasureKind",
    "Movement",
    "NamedAs",
    "OwnerKey",
    "OwnerKind",
    "PlanKind",
    "Polarity",
    "Precision",
    "PublisherKind",
    "Qualifier",
    "RecordKind",
    "ResponseLevel",
    "ScheduleKind",
    "Section",
    "Shortcode",
    "Stage",
    "StatementPolarity",
    "TargetOperator",
    "Timing",
    "ToldState",
    "Trend",
    "UpdateKind",
    "UpdateState",
    "Voice",
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


class OwnerKey(StrEnum):
    """By which key a part of a record that is no plan names an owner."""

    OWNERS = "owners"
    """It is accountable."""
    BY = "by"
    """It did or does what was answered."""
    PARTNERS = "partners"
    """It does so with others, or was asked."""
    WITH_BOARD = "with_board"
    """The issue lies before it."""
    BOARDS = "boards"
    """It owns an item of an improvement plan."""
    BOARD = "board"
    """The report shows it as a board."""
    CHAIR = "chair"
    """It chairs a board that the report shows."""


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
    PRIORITIES = "priorities"
    ISSUES = "issues"
    REPORTS = "reports"
    MEASURE = "measure"
    BENEFITS = "benefits"
    VOICES = "voices"


class Chart(StrEnum):
    """The charts of a plan that a written page may place."""

    STATUS_BY_GROUP = "status-by-group"
    DUE_BY_QUARTER = "due-by-quarter"
    OWNERS = "owners"


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


class IssueKind(StrEnum):
    """What somebody raised."""

    CONCERN = "concern"
    COMPLAINT = "complaint"
    TENSION = "tension"
    """A sign of rising risk between groups: unpublished unless it is released."""
    IDEA = "idea"
    GOOD_PRACTICE = "good_practice"
    GOOD_NEWS = "good_news"


class IssueState(StrEnum):
    """Where an issue stands; only a decision or a day closes one."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    PROPOSED_FOR_CLOSURE = "proposed_for_closure"
    CLOSED = "closed"
    NOTED = "noted"
    NOT_STATED = "not_stated"


class ClosedBecause(StrEnum):
    """Why an issue is closed."""

    RESOLVED = "resolved"
    """What was wrong is right now."""
    EXPLAINED = "explained"
    """It was explained why things are as they are."""
    NOTHING_CHANGED = "nothing_changed"
    """It was considered, and nothing is going to change."""
    PASSED_ON = "passed_on"
    """Somebody else deals with it now."""
    JOINED = "joined"
    """It goes on as a part of another issue."""
    WITHDRAWN = "withdrawn"
    """Whoever raised it has taken it back."""


class AnswerKind(StrEnum):
    """What an entry in the log of an issue is."""

    ACTION = "action"
    """Something that was done, or is being done."""
    FINDING = "finding"
    """What a look into the matter found."""
    NEXT_STEP = "next_step"
    """What is to be done next; nothing is done yet."""
    POINTER = "pointer"
    """Only a word on where to read more: an answer with its link alone (R028)."""


class ResponseLevel(StrEnum):
    """How far a response went, from the least to the most (R047)."""

    NOTED_MONITORED = "noted_monitored"
    ADVICE_GIVEN = "advice_given"
    RAISED_WITH_PARTNER = "raised_with_partner"
    ESCALATED_TO_BOARD = "escalated_to_board"
    DIRECT_INTERVENTION = "direct_intervention"


class Channel(StrEnum):
    """How people were told."""

    IN_PERSON = "in_person"
    MEETING = "meeting"
    TELEPHONE = "telephone"
    POST = "post"
    EMAIL = "email"
    MESSAGING = "messaging"
    DUTY_SYSTEM = "duty_system"
    NEWSLETTER = "newsletter"
    LOCAL_MAGAZINE = "local_magazine"
    SOCIAL_MEDIA = "social_media"
    WEBSITE = "website"


class ToldState(StrEnum):
    """Whether those who raised an issue were told what came of it."""

    TOLD = "told"
    """On a day that is stated."""
    UNDATED = "undated"
    """It is said how, but on no day."""
    WAITING = "waiting"
    NOT_STATED = "not_stated"


class AppointmentState(StrEnum):
    """Whether a place for somebody who reports from an area is filled."""

    FILLED = "filled"
    VACANT = "vacant"
    """Nobody was found for it yet."""
    RESIGNED = "resigned"
    """Whoever filled it has given it up."""


class Attender(StrEnum):
    """What people at a forum are; nobody is named."""

    RESIDENT = "resident"
    ELECTED_MEMBER = "elected_member"
    POLICE = "police"
    REPRESENTATIVE = "representative"
    """Whoever is appointed to report from the forum."""
    VOLUNTARY_SECTOR = "voluntary_sector"
    BUSINESS = "business"
    OFFICER = "officer"
    """Somebody who works for a council or another public body."""
    OTHER = "other"


class EventKind(StrEnum):
    """What kind of event for the public it was."""

    FORUM = "forum"
    SURGERY = "surgery"
    STREET_BRIEFING = "street_briefing"
    PARISH_MEETING = "parish_meeting"
    VAN_DEPLOYMENT = "van_deployment"
    SCHOOL = "school"
    ONLINE = "online"
    COFFEE_MORNING = "coffee_morning"
    OTHER = "other"


class Movement(StrEnum):
    """How a priority stands in a period, seen from the period before."""

    NEW = "new"
    """No area named it before."""
    UP = "up"
    SAME = "same"
    DOWN = "down"
    DROPPED = "dropped"
    """No area names it any more."""
    NOT_STATED = "not_stated"
    """One of the two figures is not published."""
