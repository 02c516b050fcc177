"""Attribution: how a change stands to what was done; before it, after it, or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.saying.wording import capital, during
from planboard.words.vocabulary.reports import Attribution

if TYPE_CHECKING:
    from planboard.truth.model.report.improvement import Intervention
    from planboard.truth.model.report.measures import Cause
    from planboard.truth.model.report.report import Report

__all__ = ["attribution", "intervention"]

_NO_PROOF: Final = "that does not show that one caused the other"
_SAID: Final = {
    Attribution.PRECEDES: "This began before {what}{when}.",
    Attribution.COINCIDES: f"This came at the same time as {{what}}{{when}}; {_NO_PROOF}.",
    Attribution.FOLLOWS: f"This came after {{what}}{{when}}; {_NO_PROOF}.",
    Attribution.CORRELATES: f"This went together with {{what}}{{when}}; {_NO_PROOF}.",
    Attribution.CAUSED: "This is said to come from {what}{when}.",
    Attribution.NOT_ASSESSED: "Whether this comes from {what}{when} was not assessed.",
}


def attribution(cause: Cause, report: Report) -> str:
    """Return how a change stands to what was done: ``This began before the roll-out of …``.

    Where nothing is named that it could come from, only the report's own reason is said.
    """
    done = next((one for one in report.interventions if one.id == cause.intervention), None)
    beside = next((one for one in report.measures if one.id == cause.measure), None)
    if not done and not beside and cause.relation is Attribution.NOT_ASSESSED:
        return cause.text or ""
    what = (done and done.title) or (beside and f"“{beside.title}”") or "something else"
    when = _when(done) if done else ""
    return f"{_SAID[cause.relation].format(what=what, when=when)} {cause.text or ''}".rstrip()


def intervention(one: Intervention) -> str:
    """Return what was done and when: ``The roll-out of the model: date not stated``."""
    return f"{capital(one.title)}: {during(one.on) if one.on else 'date not stated'}"


def _when(done: Intervention) -> str:
    return f" ({during(done.on)})" if done.on else " (date not stated)"
