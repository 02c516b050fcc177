"""Follow up: visits, letters and outcomes, vehicles seen again, and figures elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.programme.cells import (
    KEPT_BACK,
    KEPT_BACK_MEANS,
    codes,
    guarded,
    month,
)
from planboard.showing.downloads.tables import LIST, Key, Row, day, figure, prose
from planboard.words.vocabulary.programmes import (
    LETTERS,
    OUTCOMES,
    RETURN_STEPS,
    FollowUp,
    RepeatBand,
    Step,
    VisitReason,
)
from planboard.words.vocabulary.reports import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.arithmetic.programmes.follow_up import FollowedUp
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.follow_up import Elsewhere, Visit

__all__ = ["KINDS", "TABLES", "rows", "visit"]

KINDS: Final = {
    FollowUp.LETTER_1: "How many first letters were sent",
    FollowUp.LETTER_2: "How many second letters were sent",
    FollowUp.LETTER_3_OR_VISIT: "How many third letters were sent or brought by hand",
    FollowUp.NO_ACTION: "How many drivers were stopped with nothing to follow",
    FollowUp.WORDS_OF_ADVICE: "How many drivers got words of advice",
    FollowUp.CAUTION: "How many drivers were cautioned",
    FollowUp.COURSE: "How many drivers were offered a course",
    FollowUp.FIXED_PENALTY: "How many drivers got a fixed penalty",
    FollowUp.COURT: "How many drivers went to court",
}
"""What a column of each kind of follow-up says."""

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "visits": (
        Key("on", "The day of the visit, the newest first"),
        Key("site", "The name of the site"),
        Key("by", "Who went, as a role; blank where not stated"),
        Key("reason", f"Why the police went: {codes(VisitReason)}"),
        Key("site_id", "The id of the site, as in sites.csv"),
    ),
    "reasons": (
        Key("reason", "Why the police went, as in visits.csv"),
        Key("visits", "How many visits; all rows sum to all visits"),
    ),
    "follow_up": (
        Key(
            "kind",
            f"A letter: {codes(LETTERS)}; or what came of it when the police stopped a driver: "
            f"{codes(OUTCOMES)}",
        ),
        Key("count", "How many in the whole period; never kept back"),
    ),
    "funnel": (
        Key("step", f"How far vehicles came: {codes(RETURN_STEPS)}"),
        Key("vehicles", "How many in the whole period; blank where not known"),
    ),
    "drops": (
        Key("before", f"The step that vehicles do not come to: {codes(Step)}"),
        Key("reason", "Why"),
        Key("vehicles", "How many in the whole period; blank where nobody counted"),
    ),
    "repeats": (
        Key("month", "The month; blank for the whole period, which months need not add up to"),
        Key("band", f"How often a vehicle was seen over the threshold: {codes(RepeatBand)}"),
        Key("vehicles", f"How many vehicles; {KEPT_BACK} where {KEPT_BACK_MEANS}"),
    ),
    "speeds": (
        Key("from_mph", "The least that vehicles were over the limit"),
        Key("to_mph", "The most; blank where there is no upper end"),
        Key("vehicles", "How many vehicles in the whole period"),
    ),
    "elsewhere": (
        Key("area", "Where another programme is, whose published figures these are"),
        Key("period", "When, in the words of the source"),
        Key("sessions", "How many sessions; blank where not stated"),
        Key("vehicles_passed", "How many vehicles passed; blank where not stated"),
        Key("over_threshold", "How many of them were over the threshold; blank where not stated"),
        Key("followed_up", "How many were followed up, by letter or else; blank where not stated"),
        Key("note", "What to know about these figures"),
        Key("source", "Who published them, and where"),
        Key("url", "The address of the source"),
        Key("qualifier", f"How some of these figures are to be read: {codes(Certainty)}"),
        Key("qualified", "Which of the columns are to be read so"),
    ),
}
"""The tables of what was done about it, with their columns. Columns may be added at the end."""


def rows(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, list[Row]]:
    """Return the rows of each table by its name; no outcome of a single visit is among them."""
    found = told.followed_up
    return {
        "visits": [visit(record, one) for one in found.visits.all],
        "reasons": [
            {"reason": reason.value, "visits": str(number)}
            for reason, number in found.visits.by_reason.items()
        ],
        "follow_up": [
            {"kind": kind.value, "count": str(number)} for kind, number in found.totals.items()
        ],
        "funnel": [
            {"step": stage.step.value, "vehicles": figure(stage.vehicles)} for stage in found.funnel
        ],
        "drops": [
            {
                "before": one.before.value,
                "reason": one.reason,
                "vehicles": figure(one.vehicles),
            }
            for one in record.programme.drops
        ],
        "repeats": list(_repeats(found)),
        "speeds": [
            {
                "from_mph": str(one.from_mph),
                "to_mph": figure(one.to_mph),
                "vehicles": str(one.vehicles),
            }
            for one in record.programme.speeds
        ],
        "elsewhere": [_elsewhere(one) for one in record.programme.elsewhere],
    }


def visit(record: ProgrammeInFull, one: Visit) -> Row:
    """Return one visit: when, where, by whom and why; what came of it is of no single visit."""
    return {
        "on": day(one.on),
        "site": record.sites[one.site].name,
        "by": record.role(one.by) if one.by else "",
        "reason": one.reason.value,
        "site_id": one.site,
    }


def _repeats(found: FollowedUp) -> Iterator[Row]:
    for band, number in found.repeats.items():
        yield {"month": "", "band": band.value, "vehicles": str(number)}
    for first, bands in found.repeats_by_month.items():
        for band, count in bands.items():
            yield {"month": month(first), "band": band.value, "vehicles": guarded(count)}


def _elsewhere(one: Elsewhere) -> Row:
    return {
        "area": one.area,
        "period": one.period,
        "sessions": figure(one.sessions),
        "vehicles_passed": figure(one.vehicles_passed),
        "over_threshold": figure(one.over_threshold),
        "followed_up": figure(one.followed_up),
        "note": prose(one.note),
        "source": one.source,
        "url": one.url,
        "qualifier": one.qualifier.value,
        "qualified": LIST.join(one.qualified),
    }
