"""Returned views: what happened with the results of volunteers, the waiting ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.sentences import programmes as sentences
from planboard.saying.views import parts
from planboard.saying.views.parts import Tag

if TYPE_CHECKING:
    from planboard.arithmetic.programmes.told import Returned
    from planboard.saying.views.parts import Run
    from planboard.truth.in_full import ProgrammeInFull
    from planboard.truth.model.programme.returned import Batch

__all__ = ["BatchView", "ReturnedView", "of_programme"]

_WAITING: Final = Tag("waiting", "amber", "▲", "Waiting")
_NOT_DUE: Final = Tag("not-due", "", "○", "Not due yet")
_TOLD: Final = Tag("told", "green", "●", "Told")
_NEWEST: Final = 4
"""How many batches that came back stand open; earlier ones are folded."""


@dataclass(frozen=True, slots=True)
class BatchView:
    """One batch: what it covers, what came of it, its way back, and whether volunteers know."""

    anchor: str
    title: str
    paragraphs: tuple[tuple[Run, ...], ...]
    silent: str
    tag: Tag
    when: str
    took: str
    hops: tuple[str, ...]
    no_hops: str


@dataclass(frozen=True, slots=True)
class ReturnedView:
    """Every batch; ``parts`` has the newest first and then, under words to fold, earlier ones."""

    parts: tuple[tuple[str, tuple[BatchView, ...]], ...]
    none: str
    took: str = ""


def of_programme(record: ProgrammeInFull, back: Returned) -> ReturnedView:
    """Return what happened with the results: those waited for, then those that came (R005)."""
    waiting = [_batch(record, one) for one in back.waiting]
    came = [_batch(record, one) for one in back.returned]
    earlier = came[_NEWEST:]
    fold = f"Earlier results ({wording.number(len(earlier))})"
    found = (("", (*waiting, *came[:_NEWEST])), (fold, tuple(earlier)))
    return ReturnedView(
        parts=tuple((title, batches) for title, batches in found if batches),
        none="" if back.total else "No batch of results is recorded.",
        took=sentences.took_in_all(back),
    )


def _batch(record: ProgrammeInFull, one: Batch) -> BatchView:
    waits = one.told_on is None
    return BatchView(
        anchor=routes.anchor("batch", one.id),
        title=sentences.batch(one),
        paragraphs=tuple(parts.runs(text) for text in parts.paragraphs(one.results)),
        silent=sentences.with_whom(record, one)
        or ("" if one.results else "What was found is not stated"),
        tag=_tag(record, one),
        when=sentences.back_on(one),
        took=sentences.days_taken(one) or sentences.waited(record, one),
        hops=tuple(sentences.hop(record, hop) for hop in one.hops),
        no_hops="" if one.hops else "Nobody has passed them on yet" if waits else "Not stated",
    )


def _tag(record: ProgrammeInFull, one: Batch) -> Tag:
    """Return whether volunteers were told; results of the last sessions are not due yet.

    They are due once as many days have passed as lie between two returns.
    """
    so_far = one.days_waiting(record.programme.as_at.last)
    if so_far is None:
        return _TOLD
    return _WAITING if so_far >= record.programme.return_days else _NOT_DUE
