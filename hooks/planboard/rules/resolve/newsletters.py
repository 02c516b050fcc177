"""Newsletters: each issue with the records that it reports on, and the one before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from planboard.truth.in_full import NewsletterInFull, RecordInFull
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from planboard.truth.entries import Entry, Library
    from planboard.truth.in_full import IssuesInFull, ProgrammeInFull
    from planboard.truth.model.issues import Issue
    from planboard.truth.model.newsletter import Newsletter

__all__ = ["of_newsletters"]

R = TypeVar("R", bound=RecordInFull)


def of_newsletters(
    library: Library,
    programmes: Iterable[ProgrammeInFull],
    logs: Iterable[IssuesInFull],
    problems: list[Problem],
) -> tuple[NewsletterInFull, ...]:
    """Return every issue of a newsletter with what it reports on looked up, newest first.

    One whose records cannot be published is left out. A complaint for each name that is surely
    unknown is added to ``problems``.
    """
    desk = _Desk(library, problems)
    by_id = {one.id: one for one in programmes}, {one.id: one for one in logs}
    found = [one for entry in library.newsletters for one in desk.of_newsletter(entry, *by_id)]
    return tuple(_one_after_the_other(found))


def _one_after_the_other(found: Iterable[NewsletterInFull]) -> list[NewsletterInFull]:
    """Return issues newest first, each with the issue before it about the same."""
    last: dict[str, NewsletterInFull] = {}
    ordered = []
    for one in sorted(found, key=lambda each: (each.newsletter.date, each.newsletter.number)):
        series = one.newsletter.series
        last[series] = replace(one, before=last.get(series))
        ordered.append(last[series])
    return ordered[::-1]


class _Desk:
    """Where names are looked up, and complaints gathered."""

    def __init__(self, library: Library, problems: list[Problem]) -> None:
        self._programmes = [one.id for one in library.programmes]
        self._logs = [one.id for one in library.issues]
        self._hidden = {
            one.id: {issue.id for issue in one.record.issues if not issue.is_published}
            for one in library.issues
        }
        self._unread = {one.id for one in library.issues if not one.whole}
        self._problems = problems

    def of_newsletter(
        self,
        entry: Entry[Newsletter],
        programmes: Mapping[str, ProgrammeInFull],
        logs: Mapping[str, IssuesInFull],
    ) -> Iterator[NewsletterInFull]:
        """Yield one issue, if what it reports on is published."""
        said = entry.record
        self._known(entry, "programme", said.programme, self._programmes, "volunteer programme")
        self._known(entry, "log", said.log, self._logs, "issue log")
        programme, log = programmes.get(said.programme or ""), logs.get(said.log or "")
        lost = (said.programme and programme is None) or (said.log and log is None)
        main = programme or log
        if main is None or lost:
            return
        yield NewsletterInFull(
            id=entry.id,
            newsletter=said,
            publisher=main.publisher,
            programme=programme,
            log=log,
            covered=tuple(self._covered(entry, log)) if log else (),
        )

    def _covered(self, entry: Entry[Newsletter], log: IssuesInFull) -> Iterator[Issue]:
        seen: set[str] = set()
        for index, name in enumerate(entry.record.issues):
            path = ("issues", index)
            if name in seen:
                self._complain(
                    entry, path, "issue-twice", f"{quoted(name)} is named twice. Delete this one."
                )
            elif name in log.issues:
                yield log.issues[name]
            elif name in self._hidden[log.id] or log.id not in self._unread:
                # one that is not released is as unknown as one that does not exist
                self._complain(
                    entry,
                    path,
                    "unknown-issue",
                    f'There is no published issue with the id {quoted(name)} in "{log.id}". '
                    f"Correct the id, or delete it.{did_you_mean(name, log.issues)}",
                )
            seen.add(name)

    def _known(
        self,
        entry: Entry[Newsletter],
        key: str,
        name: str | None,
        ids: list[str],
        thing: str,
    ) -> None:
        if name is None or name in ids:
            return
        use = f"Use {one_of(ids)}." if ids else f"There is no {thing} on this site yet."
        self._complain(
            entry,
            (key,),
            f"unknown-{key}",
            f"There is no {thing} {quoted(name)} in plans/. {use}{did_you_mean(name, ids)}",
        )

    def _complain(
        self, entry: Entry[Newsletter], path: tuple[str | int, ...], code: str, message: str
    ) -> None:
        place = entry.places.place(path)
        self._problems.append(Problem(Level.ERROR, code, place, message))
