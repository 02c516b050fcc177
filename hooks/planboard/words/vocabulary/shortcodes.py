"""Shortcodes: the names of what a written page may place."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Back", "Chart", "Shortcode"]


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
    PROGRAMMES = "programmes"
    RESULTS = "results"
    RETURNED = "returned"
    VISITS = "visits"
    SITES = "sites"
    GUIDANCE = "guidance"
    THANKS = "thanks"
    IN_SHORT = "in-short"
    YOU_SAID = "you-said"
    NEWSLETTERS = "newsletters"
    NEW_SINCE = "new-since"
    MEETINGS = "meetings"


class Chart(StrEnum):
    """The charts of a plan that a written page may place."""

    STATUS_BY_GROUP = "status-by-group"
    DUE_BY_QUARTER = "due-by-quarter"
    OWNERS = "owners"


class Back(StrEnum):
    """Whether results came back to volunteers, as a written page may choose them."""

    RETURNED = "returned"
    WAITING = "waiting"
