"""Thanks: what is said to volunteers of what they gave, in figures and by no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.sentences.programmes import hours
from planboard.saying.wording import capital, counted, span

if TYPE_CHECKING:
    from planboard.arithmetic.programmes.period import Period
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull

__all__ = ["gave", "volunteers"]


def gave(found: Period) -> str:
    """Return for how many sessions and hours volunteers stood there in a period.

    ``In April to June 2025 you held 96 sessions. Together you gave 312 hours.``
    """
    within = capital(f"in {span(found.span)}")
    done = found.done
    broken_off = f", and {counted(done.abandoned, 'other')} had to be broken off"
    if not done.sessions:
        return f"{within} no session was held{broken_off if done.abandoned else ''}."
    also = broken_off if done.abandoned else ""
    held = counted(done.sessions, "session")
    return f"{within} you held {held}{also}. Together you gave {hours(done)}."


def volunteers(record: ProgrammeInFull, told: ProgrammeTold) -> str:
    """Return to how many volunteers the thanks go; nothing where no team states its members."""
    if told.volunteers is None:
        return ""
    each = "Thank you to the one volunteer" if told.volunteers == 1 else ""
    thanked = each or f"Thank you to each of {counted(told.volunteers, 'volunteer')}"
    return f"{thanked} in {counted(len(record.teams), 'team')}."
