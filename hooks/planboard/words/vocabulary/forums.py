"""Forums: the closed lists of forums and what they sent in."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["AppointmentState", "Attender", "EventKind", "Movement"]


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
