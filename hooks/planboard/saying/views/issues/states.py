"""States views: how the state of an issue looks, what it means, and how many are in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying import labels, wording
from planboard.saying.charts import bars
from planboard.saying.views.parts import Bar, BarPart, Counted, Tag
from planboard.words.vocabulary.issues import IssueState

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers

__all__ = ["bar", "meanings", "tag"]

_LOOKS: Final = {
    IssueState.OPEN: ("amber", "▲"),
    IssueState.IN_PROGRESS: ("amber-green", "◐"),
    IssueState.PROPOSED_FOR_CLOSURE: ("grey", "◇"),
    IssueState.CLOSED: ("blue", "✓"),
    IssueState.NOTED: ("grey", "●"),
    IssueState.NOT_STATED: ("grey", "○"),
}
"""The tone and the symbol of each state; none is green, because no state says that it went well."""
_MEANINGS: Final = {
    IssueState.OPEN: "Nothing says that it is settled.",
    IssueState.IN_PROGRESS: "Something is being done.",
    IssueState.PROPOSED_FOR_CLOSURE: "A meeting is still to decide whether it is settled.",
    IssueState.CLOSED: "It is settled, and the reason is given.",
    IssueState.NOTED: "It was taken note of, and nothing more is planned.",
    IssueState.NOT_STATED: "The document does not say where it stands.",
}


def tag(state: IssueState) -> Tag:
    """Return the tag of a state."""
    tone, symbol = _LOOKS[state]
    return Tag(state.value, tone, symbol, labels.ISSUE_STATES[state])


def bar(told: Answers) -> Bar:
    """Return the bar of all states; one that is not stated counts as well."""
    numbers = [number for _, number in told.states]
    tags = [tag(state) for state, _ in told.states]
    words = ", ".join(
        f"{wording.number(number)} {wording.lower(one.label)}"
        for one, number in zip(tags, numbers, strict=True)
        if number
    )
    return Bar(
        words=f"Issues: {words}" if words else "No issues",
        parts=tuple(
            BarPart(tags[one.index], one.start, one.length) for one in bars.segments(numbers)
        ),
        counts=tuple(
            Counted(one, wording.number(number))
            for one, number, (state, _) in zip(tags, numbers, told.states, strict=True)
            if number or state is not IssueState.NOT_STATED
        ),
    )


def meanings(told: Answers) -> tuple[tuple[Tag, str], ...]:
    """Return what each state means that some issue is in, and closed in any case."""
    return tuple(
        (tag(state), _MEANINGS[state])
        for state, number in told.states
        if number or state is IssueState.CLOSED
    )
