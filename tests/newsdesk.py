"""Newsdesk: issues of newsletters about invented records, and what they place, in a few words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from markdown import markdown  # type: ignore[import-untyped]

from markup import parsed
from placeable import with_records
from planboard.arithmetic import verdicts
from planboard.showing.placing.places import Places
from planboard.showing.render import Fragments
from planboard.truth.in_full import NewsletterInFull
from planboard.truth.model.newsletter import Newsletter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markup import Element
    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.truth.in_full import IssuesInFull, ProgrammeInFull

__all__ = ["a_log", "an_issue", "newsletters", "placed", "told"]


@cache
def _fragments() -> Fragments:
    return Fragments(Path(__file__).parent.parent / "overrides")


_LOG: Final = {"format": "1", "publisher": "hill-town-council", "title": "What walkers raised"}


def an_issue(id: str = "gate", **values: object) -> dict[str, object]:  # noqa: A002 - its key
    """Return one entry of a log as a file writes it."""
    return {"id": id, "title": f"The {id} sticks", **values}


def a_log(*issues: Mapping[str, object], **values: object) -> IssuesInFull:
    """Return a log of 2024 in full, as at its last day unless ``values`` say another."""
    file = {**_LOG, "as_at": "2024-12-31", "issues": list(issues), **values}
    return with_records(logs={"walkers": file}).issues[0]


def newsletters(
    *dates: str,
    programme: ProgrammeInFull | None = None,
    log: IssuesInFull | None = None,
    **values: object,
) -> tuple[NewsletterInFull, ...]:
    """Return issues of a newsletter of these days, the oldest first; ``values`` are of each."""
    found: list[NewsletterInFull] = []
    for number, date in enumerate(dates, 1):
        said = {
            "title": "News",
            "number": str(number),
            "date": date,
            "audience": "Volunteers",
            "programme": programme and programme.id,
            "log": log and log.id,
            **values,
        }
        newsletter = Newsletter.model_validate({key: one for key, one in said.items() if one})
        main = programme or log
        assert main
        found.append(
            NewsletterInFull(
                id=date,
                newsletter=newsletter,
                publisher=main.publisher,
                programme=programme,
                log=log,
                covered=tuple(log.issues[one] for one in newsletter.issues) if log else (),
                before=found[-1] if found else None,
            )
        )
    return tuple(found)


def told(*dates: str, **values: Any) -> tuple[NewsletterTold, ...]:  # noqa: ANN401 - as above
    """Return what is worked out for issues of these days, the oldest first."""
    found = newsletters(*dates, **values)
    return _verdicts(found).newsletters


def placed(text: str, found: Sequence[NewsletterInFull], file: str = "") -> Element:
    """Return what the last of some issues, or another file, shows where its text is ``text``."""
    one = found[-1]
    site = replace(
        with_records(programmes=(one.programme,) if one.programme else ()),
        issues=(one.log,) if one.log else (),
        newsletters=tuple(found),
    )
    places = Places(site, verdicts.of_site(site), _fragments(), {}, {})
    page = places.written(text, file or f"newsletters/{one.id}.md", f"newsletters/{one.id}/")
    assert page.placements or "[[" not in text
    return parsed(page.body(markdown(page.markdown)))


def _verdicts(found: Sequence[NewsletterInFull]) -> verdicts.Verdicts:
    one = found[-1]
    site = with_records(programmes=(one.programme,) if one.programme else ())
    return verdicts.of_site(
        replace(site, issues=(one.log,) if one.log else (), newsletters=tuple(found))
    )
