"""Issues: the closed lists of an issue and action log."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "AnswerKind",
    "Channel",
    "ClosedBecause",
    "IssueKind",
    "IssueState",
    "ResponseLevel",
    "ToldState",
]


class IssueKind(StrEnum):
    """What somebody raised."""

    CONCERN = "concern"
    COMPLAINT = "complaint"
    TENSION = "tension"
    """A sign of rising risk between groups: unpublished unless it is released."""
    IDEA = "idea"
    GOOD_PRACTICE = "good_practice"
    GOOD_NEWS = "good_news"
    NOT_STATED = "not_stated"
    """The log does not say."""


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
