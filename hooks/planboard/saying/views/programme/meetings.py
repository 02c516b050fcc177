"""Meetings views: when and where volunteers meet, those still to come first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import wording
from planboard.saying.sentences import meetings as sentences
from planboard.saying.views import parts

if TYPE_CHECKING:
    from planboard.saying.views.parts import Run
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.meetings import Gathering

__all__ = ["MeetingView", "MeetingsView", "meeting", "of_programme"]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting: its day, what it is, and what is to be known; ``about`` are issues on it."""

    when: str
    title: str
    details: str
    paragraphs: tuple[tuple[Run, ...], ...]
    about: tuple[tuple[Run, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """Every meeting; ``parts`` has those to come and then, under words to fold, earlier ones."""

    title: str
    sentence: str
    parts: tuple[tuple[str, tuple[MeetingView, ...]], ...]


def of_programme(record: ProgrammeInFull) -> MeetingsView | None:
    """Return the meetings of a programme, seen from its as-at day; None where it lists none."""
    programme = record.programme
    as_at = programme.as_at.last
    every = sorted(programme.meetings, key=lambda one: one.on)
    if not every:
        return None
    coming = [meeting(one) for one in every if one.on > as_at]
    past = [meeting(one) for one in reversed(every) if one.on <= as_at]
    fold = f"Earlier ones ({wording.number(len(past))})"
    return MeetingsView(
        title=sentences.TITLE,
        sentence=sentences.to_come(len(coming), as_at),
        parts=tuple((words, tuple(some)) for words, some in (("", coming), (fold, past)) if some),
    )


def meeting(one: Gathering) -> MeetingView:
    """Return one meeting as it is listed."""
    return MeetingView(
        when=wording.day(one.on),
        title=one.title,
        details=sentences.details(one),
        paragraphs=tuple(parts.runs(text) for text in parts.paragraphs(one.note)),
    )
