"""Meetings: when volunteers meet, train or come together, and where."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from planboard.truth.model.fields import Day, Line, Record, Text, closed_list
from planboard.truth.model.programme.sessions import Clock
from planboard.words.vocabulary.programmes import MeetingKind

__all__ = ["Gathering"]


class Gathering(Record):
    """One meeting, training or event to which volunteers are invited."""

    on: Day
    """The day on which it is, or was."""
    title: Line = Field(examples=["Team leaders’ meeting", "Training for new volunteers"])
    """What it is called."""
    kind: Annotated[MeetingKind, closed_list(MeetingKind)] = MeetingKind.MEETING
    """Whether it is a meeting, a training or another event."""
    place: Line | None = Field(default=None, examples=["Village hall, Example Village"])
    """Where it is; a public place, or online."""
    starts: Clock | None = None
    """When it begins."""
    note: Text | None = None
    """What else to know, such as what to bring."""
