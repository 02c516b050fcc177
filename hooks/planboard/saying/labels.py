"""Labels: the only room that knows the readers' word for each code of the closed lists."""

from __future__ import annotations

from typing import Final

from planboard.words.vocabulary.dates import EndDateState, Timing
from planboard.words.vocabulary.forums import Attender, EventKind
from planboard.words.vocabulary.issues import (
    AnswerKind,
    Channel,
    ClosedBecause,
    IssueKind,
    IssueState,
    ResponseLevel,
    ToldState,
)
from planboard.words.vocabulary.plans import DependencyKind, Stage, UpdateKind
from planboard.words.vocabulary.programmes import (
    FollowUp,
    RepeatBand,
    SessionState,
    SiteState,
    Step,
    VisitReason,
)
from planboard.words.vocabulary.records import Basis, NamedAs, OwnerKey, RecordKind
from planboard.words.vocabulary.reports import (
    Attribution,
    BenefitMark,
    BenefitStatus,
    CaveatGroup,
    FindingKind,
    Frequency,
    Marker,
    MeasureKind,
    Polarity,
    Trend,
    Voice,
)
from planboard.words.vocabulary.shortcodes import Back

__all__ = [
    "ANSWER_KINDS",
    "ATTENDERS",
    "ATTRIBUTIONS",
    "BACK",
    "BASES",
    "BENEFIT_MARKS",
    "BENEFIT_STATUSES",
    "CAVEAT_GROUPS",
    "CHANNELS",
    "CLOSED_BECAUSE",
    "DEPENDENCIES",
    "END_DATES",
    "EVENT_KINDS",
    "FINDINGS",
    "FOLLOW_UPS",
    "FREQUENCIES",
    "ISSUE_KINDS",
    "ISSUE_STATES",
    "MARKERS",
    "MEASURE_KINDS",
    "NAMED_AS",
    "OWNER_KEYS",
    "POLARITIES",
    "REGISTER",
    "REPEAT_BANDS",
    "RESPONSE_LEVELS",
    "SESSION_STATES",
    "SITE_STATES",
    "STAGES",
    "STEPS",
    "TIMINGS",
    "TOLD_STATES",
    "TRENDS",
    "UPDATE_KINDS",
    "VISIT_REASONS",
    "VOICES",
]

REGISTER: Final = {
    RecordKind.PLAN: "Plans",
    RecordKind.FORUMS: "Forum priorities",
    RecordKind.ISSUES: "You said, we did",
    RecordKind.REPORT: "Progress reports",
    RecordKind.PROGRAMME: "Volunteer programmes",
}
"""What all records of a kind are called, in the order in which they are listed."""

NAMED_AS: Final = {
    NamedAs.OWNERS: "Owner",
    NamedAs.SUPPORT: "Supports",
    NamedAs.REPORTS_TO: "Reports go to it",
}

OWNER_KEYS: Final = {
    OwnerKey.OWNERS: "Owner",
    OwnerKey.BY: "Acts on it",
    OwnerKey.PARTNERS: "Partner, or asked",
    OwnerKey.WITH_BOARD: "Board that it lies before",
    OwnerKey.BOARDS: "Board that owns it",
    OwnerKey.BOARD: "Board",
    OwnerKey.CHAIR: "Chair",
    OwnerKey.TO: "Results passed to it",
}

STAGES: Final = {
    Stage.NOT_STARTED: "Not started",
    Stage.IN_PROGRESS: "In progress",
    Stage.BUSINESS_AS_USUAL: "Business as usual",
    Stage.COMPLETE: "Complete",
    Stage.PAUSED: "Paused",
    Stage.CANCELLED: "Cancelled",
    Stage.SUPERSEDED: "Superseded",
}

TIMINGS: Final = {
    Timing.PASSED: "Date passed",
    Timing.NEXT: "In the next {months} (to {until})",
    Timing.LATER: "Later",
    Timing.ONGOING: "Ongoing",
    Timing.NOT_STATED: "No day named",
    Timing.FINISHED: "Finished",
}

END_DATES: Final = {
    EndDateState.STATED: "End date stated",
    EndDateState.ONGOING: "Ongoing",
    EndDateState.START_ONLY: "Start only",
    EndDateState.TO_BE_CONFIRMED: "To be confirmed",
    EndDateState.AS_SOON_AS_POSSIBLE: "As soon as possible",
    EndDateState.COMPLETED: "Completed",
    EndDateState.NOT_STATED: "No date stated",
}

UPDATE_KINDS: Final = {
    UpdateKind.PROGRESS: "Progress",
    UpdateKind.FORWARD: "Planned",
    UpdateKind.FUNDING: "Funding",
    UpdateKind.RISK: "Risk",
    UpdateKind.DECISION: "Decision",
    UpdateKind.CORRECTION: "Correction",
}

DEPENDENCIES: Final = {
    DependencyKind.FUNDING: "Depends on funding",
    DependencyKind.BID: "Depends on a bid",
    DependencyKind.PROCUREMENT: "Depends on procurement",
    DependencyKind.DECISION: "Depends on a decision",
    DependencyKind.ACTION: "Waits for another action",
    DependencyKind.OTHER: "Depends on something else",
}

BASES: Final = {
    Basis.DOCUMENT: "Spelt out in a published document",
    Basis.LAW: "Spelt out in law or guidance",
    Basis.LOCAL: "Spelt out by the body that uses it",
    Basis.PUBLIC: "Spelt out by a public source",
}

ISSUE_KINDS: Final = {
    IssueKind.CONCERN: "Concern",
    IssueKind.COMPLAINT: "Complaint",
    IssueKind.TENSION: "Tension",
    IssueKind.IDEA: "Idea",
    IssueKind.GOOD_PRACTICE: "Good practice",
    IssueKind.GOOD_NEWS: "Good news",
    IssueKind.NOT_STATED: "Kind not stated",
}

ISSUE_STATES: Final = {
    IssueState.OPEN: "Open",
    IssueState.IN_PROGRESS: "In progress",
    IssueState.PROPOSED_FOR_CLOSURE: "Proposed for closure",
    IssueState.CLOSED: "Closed",
    IssueState.NOTED: "Noted",
    IssueState.NOT_STATED: "Not stated",
}

CLOSED_BECAUSE: Final = {
    ClosedBecause.RESOLVED: "resolved",
    ClosedBecause.EXPLAINED: "explained",
    ClosedBecause.NOTHING_CHANGED: "considered, and nothing is going to change",
    ClosedBecause.PASSED_ON: "passed on to somebody else",
    ClosedBecause.JOINED: "goes on as a part of another issue",
    ClosedBecause.WITHDRAWN: "withdrawn by those who raised it",
}

ANSWER_KINDS: Final = {
    AnswerKind.ACTION: "Done",
    AnswerKind.FINDING: "Found",
    AnswerKind.NEXT_STEP: "Next step",
    AnswerKind.POINTER: "Only points elsewhere",
}

RESPONSE_LEVELS: Final = {
    ResponseLevel.NOTED_MONITORED: "Noted and monitored",
    ResponseLevel.ADVICE_GIVEN: "Advice given",
    ResponseLevel.RAISED_WITH_PARTNER: "Raised with a partner",
    ResponseLevel.ESCALATED_TO_BOARD: "Escalated to a board",
    ResponseLevel.DIRECT_INTERVENTION: "Direct intervention",
}

CHANNELS: Final = {
    Channel.IN_PERSON: "in person",
    Channel.MEETING: "at a meeting",
    Channel.TELEPHONE: "by telephone",
    Channel.POST: "by post",
    Channel.EMAIL: "by e-mail",
    Channel.MESSAGING: "by message",
    Channel.DUTY_SYSTEM: "in the duty system",
    Channel.NEWSLETTER: "in a newsletter",
    Channel.LOCAL_MAGAZINE: "in a local magazine",
    Channel.SOCIAL_MEDIA: "on social media",
    Channel.WEBSITE: "on a website",
}

TOLD_STATES: Final = {
    ToldState.TOLD: "Told",
    ToldState.UNDATED: "Told (no date given)",
    ToldState.WAITING: "Not yet told",
    ToldState.NOT_STATED: "Not stated",
}

BENEFIT_MARKS: Final = {
    BenefitMark.REALISED: "Realised",
    BenefitMark.NOT_REALISED: "Not realised",
    BenefitMark.UNCLEAR: "Unclear",
}

BENEFIT_STATUSES: Final = {
    BenefitStatus.REALISED: "Realised",
    BenefitStatus.NOT_REALISED: "Not realised",
    BenefitStatus.MIXED: "Mixed",
    BenefitStatus.UNCLEAR: "Unclear",
    BenefitStatus.NOT_ASSESSED: "Not assessed",
}

MEASURE_KINDS: Final = {
    MeasureKind.INPUT: "Input: what goes in",
    MeasureKind.ACTIVITY: "Activity: what is done",
    MeasureKind.OUTPUT: "Output: what is produced",
    MeasureKind.OUTCOME: "Outcome: what changes",
    MeasureKind.DEMAND: "Demand: what is asked for",
    MeasureKind.PERCEPTION: "Perception: what people think",
}

POLARITIES: Final = {
    Polarity.HIGHER_BETTER: "Higher is better",
    Polarity.LOWER_BETTER: "Lower is better",
    Polarity.NEUTRAL: "Neither up nor down is better by itself",
}

FREQUENCIES: Final = {
    Frequency.ONCE: "Once",
    Frequency.MONTHLY: "Every month",
    Frequency.QUARTERLY: "Every quarter",
    Frequency.HALF_YEARLY: "Every half-year",
    Frequency.YEARLY: "Every year",
    Frequency.AS_NEEDED: "As needed",
}

TRENDS: Final = {
    Trend.UP: "Up",
    Trend.DOWN: "Down",
    Trend.STABLE: "Stable",
    Trend.SEASONAL: "Changes with the season",
    Trend.UNCLEAR: "Unclear",
}

ATTRIBUTIONS: Final = {
    Attribution.PRECEDES: "Before",
    Attribution.COINCIDES: "At the same time",
    Attribution.FOLLOWS: "After",
    Attribution.CORRELATES: "Together with",
    Attribution.CAUSED: "Because of",
    Attribution.NOT_ASSESSED: "Not assessed",
}

MARKERS: Final = {
    Marker.BREAK: "break in the series: not comparable with what is before it",
    Marker.WITHHELD: "withheld, so that nobody can be identified or misled",
    Marker.ESTIMATED: "estimated",
    Marker.FORECAST: "forecast",
    Marker.LOW: "a low figure that would round to 0",
    Marker.PROVISIONAL: "provisional",
    Marker.REVISED: "revised",
    Marker.UNRELIABLE: "base not stated, or low reliability",
    Marker.NONE_RECORDED: "none recorded",
    Marker.NOT_AVAILABLE: "not available",
    Marker.NOT_APPLICABLE: "not applicable",
}
"""What the markers beside a figure say, as the key above a table has it (R178)."""

VOICES: Final = {
    Voice.PEOPLE: "Voice of the people",
    Voice.SYSTEM: "Voice of the system",
    Voice.CUSTOMER: "Voice of the customer",
}
"""What a voice is called where its report has no title for it."""

FINDINGS: Final = {
    FindingKind.HEADLINE: "Headline",
    FindingKind.CAVEAT: "Caveat",
    FindingKind.RECOMMENDATION: "Recommendation",
    FindingKind.BEST_PRACTICE: "Best practice",
    FindingKind.IDEA: "Idea for improvement",
    FindingKind.CONCLUSION: "Conclusion",
}

CAVEAT_GROUPS: Final = {
    CaveatGroup.POLICY: "Policy changes",
    CaveatGroup.METHODOLOGY: "Methodology",
    CaveatGroup.REVIEWS: "Reviews",
    CaveatGroup.EXTERNAL: "External influences",
    CaveatGroup.NATIONAL: "National and regional perspective",
}

ATTENDERS: Final = {
    Attender.RESIDENT: "A resident",
    Attender.ELECTED_MEMBER: "An elected member",
    Attender.POLICE: "The police",
    Attender.REPRESENTATIVE: "The representative",
    Attender.VOLUNTARY_SECTOR: "The voluntary sector",
    Attender.BUSINESS: "A business",
    Attender.OFFICER: "An officer",
    Attender.OTHER: "Somebody else",
}

EVENT_KINDS: Final = {
    EventKind.FORUM: "Forum",
    EventKind.SURGERY: "Surgery",
    EventKind.STREET_BRIEFING: "Street briefing",
    EventKind.PARISH_MEETING: "Parish meeting",
    EventKind.VAN_DEPLOYMENT: "Van on the street",
    EventKind.SCHOOL: "School visit",
    EventKind.ONLINE: "Online meeting",
    EventKind.COFFEE_MORNING: "Coffee morning",
    EventKind.OTHER: "Other event",
}

SITE_STATES: Final = {
    SiteState.REQUESTED: "Requested",
    SiteState.SURVEYED: "Surveyed",
    SiteState.RISK_ASSESSED: "Risk assessed",
    SiteState.APPROVED: "Approved",
    SiteState.REFUSED: "Refused",
    SiteState.SUSPENDED: "Suspended",
    SiteState.RETIRED: "Retired",
}

BACK: Final = {
    Back.RETURNED: "Returned",
    Back.WAITING: "Waiting",
}

SESSION_STATES: Final = {
    SessionState.HELD: "Held",
    SessionState.ABANDONED: "Abandoned",
    SessionState.CANCELLED: "Cancelled",
}

VISIT_REASONS: Final = {
    VisitReason.COMPLAINT: "A complaint",
    VisitReason.DATA: "What the figures showed",
    VisitReason.REQUEST: "Asked for by volunteers or a council",
    VisitReason.RANDOM: "At random",
    VisitReason.NOT_STATED: "Reason not stated",
}

FOLLOW_UPS: Final = {
    FollowUp.LETTER_1: "First letter",
    FollowUp.LETTER_2: "Second letter",
    FollowUp.LETTER_3_OR_VISIT: "Third letter or visit",
    FollowUp.NO_ACTION: "No action",
    FollowUp.WORDS_OF_ADVICE: "Words of advice",
    FollowUp.CAUTION: "Caution",
    FollowUp.COURSE: "Course",
    FollowUp.FIXED_PENALTY: "Fixed penalty",
    FollowUp.COURT: "Court",
}

REPEAT_BANDS: Final = {
    RepeatBand.SEEN_2: "Seen twice",
    RepeatBand.SEEN_3: "Seen 3 times",
    RepeatBand.SEEN_4_PLUS: "Seen 4 times or more",
}

STEPS: Final = {
    Step.OVER_THRESHOLD: "Over the threshold",
    Step.CHECKED: "Checked against the register of vehicles",
    Step.LETTER: "A letter sent or brought",
    Step.OUTCOME: "Dealt with by an officer",
}
