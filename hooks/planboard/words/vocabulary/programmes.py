"""Programmes: what volunteers send in, and what is done with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "LETTERS",
    "OUTCOMES",
    "PROTECTED",
    "RETURN_STEPS",
    "FigureElsewhere",
    "FollowUp",
    "MeetingKind",
    "RepeatBand",
    "SessionState",
    "SiteState",
    "Step",
    "VisitReason",
]


class SiteState(StrEnum):
    """Where a site stands between a request and its end, in the usual order (R016)."""

    REQUESTED = "requested"
    SURVEYED = "surveyed"
    RISK_ASSESSED = "risk_assessed"
    APPROVED = "approved"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    RETIRED = "retired"


class SessionState(StrEnum):
    """Whether a session took place; its notes say if not (R187)."""

    HELD = "held"
    ABANDONED = "abandoned"
    """It was begun and broken off."""
    CANCELLED = "cancelled"
    """It was never begun."""


class VisitReason(StrEnum):
    """Why the police went to a site (R015)."""

    COMPLAINT = "complaint"
    """Somebody complained."""
    DATA = "data"
    """The results of sessions, or of a camera, pointed at it."""
    REQUEST = "request"
    """The volunteers, or a council, asked for it."""
    RANDOM = "random"
    """No reason but to be seen."""
    NOT_STATED = "not_stated"


class FollowUp(StrEnum):
    """What came of a vehicle over the threshold, from the least to the most (R023)."""

    LETTER_1 = "letter_1"
    LETTER_2 = "letter_2"
    LETTER_3_OR_VISIT = "letter_3_or_visit"
    NO_ACTION = "no_action"
    """A driver was stopped, and nothing followed."""
    WORDS_OF_ADVICE = "words_of_advice"
    CAUTION = "caution"
    COURSE = "course"
    FIXED_PENALTY = "fixed_penalty"
    COURT = "court"


LETTERS: Final = (FollowUp.LETTER_1, FollowUp.LETTER_2, FollowUp.LETTER_3_OR_VISIT)
"""What is sent or brought to the keeper of a vehicle."""
OUTCOMES: Final = tuple(one for one in FollowUp if one not in LETTERS)
"""What came of it when an officer stopped a driver."""
PROTECTED: Final = frozenset(FollowUp) - {FollowUp.LETTER_1}
"""What may point at one driver where few are counted by site, team or month."""


class RepeatBand(StrEnum):
    """How often the same vehicle was seen over the threshold (R022); never which vehicle."""

    SEEN_2 = "seen_2"
    SEEN_3 = "seen_3"
    SEEN_4_PLUS = "seen_4_plus"


class FigureElsewhere(StrEnum):
    """A figure that another programme has published; each is the key of it."""

    SESSIONS = "sessions"
    VEHICLES_PASSED = "vehicles_passed"
    OVER_THRESHOLD = "over_threshold"
    FOLLOWED_UP = "followed_up"


class MeetingKind(StrEnum):
    """To what volunteers are invited."""

    MEETING = "meeting"
    TRAINING = "training"
    EVENT = "event"


class Step(StrEnum):
    """The way of a vehicle over the threshold, step by step (R188)."""

    OVER_THRESHOLD = "over_threshold"
    CHECKED = "checked"
    """Somebody compared what was written down with the register of vehicles."""
    LETTER = "letter"
    """A letter was sent, whichever, or somebody visited."""
    OUTCOME = "outcome"
    """An officer then dealt with the driver of a vehicle that got a letter."""


RETURN_STEPS: Final = tuple(Step)
"""The steps in their order; fewer vehicles come to each than to the one before."""
