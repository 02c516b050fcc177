"""Placeable: a small invented record of each kind beside plans, as a written page may place it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from builders import Nowhere, a_publisher, a_site
from planboard.rules.resolve.site import resolve
from planboard.truth.collection import Collection
from planboard.truth.entries import Entry, Library
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.register import Owners, Publishers
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level
from planboard.words.vocabulary.programmes import SessionState
from programmes import (
    a_batch,
    a_place,
    a_programme,
    a_visit,
    letters,
    planned,
    sessions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.truth.in_full import PlanInFull, ProgrammeInFull

__all__ = ["FORUMS", "LOG", "REPORT", "WATCH", "watch", "with_records"]

_HEAD: Final = {"format": "1", "publisher": "hill-town-council", "as_at": "2024-06"}
FORUMS: Final[Mapping[str, object]] = {
    **_HEAD,
    "title": "What the parishes want first",
    "periods": [
        {"id": "spring", "label": "Spring", "first_day": "2024-01-01", "last_day": "2024-03-31"},
        {"id": "summer", "label": "Summer", "first_day": "2024-04-01", "last_day": "2024-06-30"},
    ],
    "tallies": [
        {"priority": "Litter", "areas": ["4", "7"]},
        {"priority": "Noise", "areas": ["3", "1"]},
    ],
}
LOG: Final[Mapping[str, object]] = {
    **_HEAD,
    "title": "What walkers raised",
    "issues": [
        {
            "id": "gate",
            "title": "The gate does not shut",
            "state": "in_progress",
            "owners": ["park-warden"],
            "actions": [{"text": "A new latch is ordered.", "level": "advice_given"}],
            "told": {"on": "2024-05-03", "how": ["email"]},
        },
        {"id": "path", "title": "The path floods", "state": "open", "status": "Open"},
        {"id": "bins", "title": "The bins are full", "actions": [{"text": "Two more stand."}]},
        {"id": "row", "title": "Two clubs quarrel", "kind": "tension"},
    ],
}
REPORT: Final[Mapping[str, object]] = {
    **_HEAD,
    "title": "How the wardens did",
    "benefits": [{"id": "seen", "title": "Wardens are seen", "marks": ["realised", "unclear"]}],
    "measures": [
        {"id": "walks", "title": "Walks a week", "kind": "activity", "unit": "walks"},
        {
            "id": "trust",
            "title": "People who trust the wardens",
            "kind": "perception",
            "unit": "%",
            "caveats": ["few"],
        },
    ],
    "observations": [
        {"measure": "walks", "period": "2022/23", "value": "over 30", "number": "30"},
        {"measure": "walks", "period": "2023/24", "value": "41", "number": "41"},
        {"measure": "trust", "period": "2023", "value": "61%", "number": "61"},
    ],
    "findings": [{"id": "few", "kind": "caveat", "text": "Few people answered."}],
    "statements": [
        {"voice": "people", "polarity": "issue", "text": "The days are long"},
        {"voice": "customer", "polarity": "positive", "text": "The park is clean"},
    ],
}


def watch(
    *,
    id: str = "watch",  # noqa: A002 - as its folder is called
    **values: object,
) -> ProgrammeInFull:
    """Return a programme of volunteers with something of everything, and ``values`` besides."""
    return a_programme(
        sessions("2024-01", "oak", "oak-end", 4, highest_mph=44),
        sessions("2024-01", "elm", "mill-lane", 2),
        sessions("2024-02", "oak", "oak-end", 3, highest_mph=52),
        sessions("2024-03", "elm", "mill-lane", 5),
        sessions("2024-03", "elm", "mill-lane", 1, state=SessionState.CANCELLED),
        sessions("2024-06", "oak", "oak-end", 1, over_threshold=0, highest_mph=None),
        id=id,
        **{
            "planned": [planned("2024-01", "oak", 5), planned("2024-03", "elm", 8)],
            "sites": [
                a_place("oak-end"),
                a_place("mill-lane"),
                a_place("hill-road", requested="2024-02-01"),
                a_place(
                    "ford", requested="2023-02-01", refused="2023-04-01", reason="No pavement."
                ),
            ],
            "letters": [
                letters("2024-01", "oak", 9, 6, 0),
                letters("2024-02", "oak", 8, 7, 0),
                letters("2024-03", "elm", 9, 2, 1),
                letters("2024-04", "oak", 3, 3, 2),
            ],
            "visits": [
                a_visit("2024-01-17", "oak-end", reason="complaint", course="6"),
                a_visit("2024-03-05", "mill-lane", reason="data", words_of_advice="2"),
                a_visit("2024-03-19", "oak-end"),
            ],
            "batches": [
                a_batch("march-a", "2024-03-20", "2024-03-25", told_on="2024-03-26"),
                a_batch("march-b", first_day="2024-03-15", last_day="2024-03-31"),
            ],
            "guidance": [
                {
                    "id": "abusive-drivers",
                    "title": "If a driver is abusive",
                    "text": "Step away, and report it by calling 101.",
                    "links": [{"title": "Report it", "url": "https://www.police.uk/"}],
                },
                {"id": "weather", "title": "When it rains", "text": "Go home."},
            ],
            **values,
        },
    )


WATCH: Final = watch()


def with_records(
    *plans: PlanInFull,
    forums: Mapping[str, Mapping[str, object]] | None = None,
    logs: Mapping[str, Mapping[str, object]] | None = None,
    reports: Mapping[str, Mapping[str, object]] | None = None,
    programmes: tuple[ProgrammeInFull, ...] = (),
) -> Collection:
    """Return a site of ``plans`` and of records, each by its id and made as its file makes it.

    ``programmes`` are in full already, because their sessions are added up elsewhere.
    """
    owners = [{"id": "park-warden", "role": "Park warden"}]
    library = Library(
        site=Entry("site", a_site(), Nowhere()),
        publishers=Entry("", Publishers(format="1", publishers=(a_publisher(),)), Nowhere()),
        owners=Entry("", Owners.model_validate({"format": "1", "owners": owners}), Nowhere()),
        forums=tuple(
            Entry(name, Forums.model_validate(one), Nowhere())
            for name, one in (forums or {}).items()
        ),
        issues=tuple(
            Entry(name, IssueLog.model_validate(one), Nowhere())
            for name, one in (logs or {}).items()
        ),
        reports=tuple(
            Entry(name, Report.model_validate(one), Nowhere())
            for name, one in (reports or {}).items()
        ),
    )
    found, problems = resolve(library)
    errors = [str(one) for one in problems if one.level is Level.ERROR]
    assert not errors, errors
    assert found is not None
    return Collection(
        site=found.site,
        plans=plans,
        owners=found.owners,
        forums=found.forums,
        issues=found.issues,
        reports=found.reports,
        programmes=programmes,
    )
