"""Newsletters: what can be new of an issue that people raised."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Change"]


class Change(StrEnum):
    """What happened to an issue, in the order in which it mostly does."""

    RAISED = "raised"
    ANSWERED = "answered"
    """Something was done about it or found, or its next step was decided."""
    HEARD = "heard"
    """The board that it lies before was heard on it."""
    CLOSED = "closed"
    TOLD = "told"
    """Those who raised it were told."""
