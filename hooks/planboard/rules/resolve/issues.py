"""Issues: an issue log with its publisher and its owners, without what is not released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.truth.in_full import IssuesInFull

if TYPE_CHECKING:
    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.issues import Issue, IssueLog

__all__ = ["of_issues"]


def of_issues(entry: Entry[IssueLog], desk: Desk) -> IssuesInFull | None:
    """Return a log with all that it names looked up, None where its publisher lacks.

    A tension that is not released is looked up as well, and then left out: what is made of the
    log cannot know it, nor can it be asked for by its id.
    """
    publisher = desk.publisher(entry)
    issues = entry.record.issues
    desk.once(entry, ((("issues", index), one.id) for index, one in enumerate(issues)), "issue")
    ids = [one.id for one in issues]
    for index, issue in enumerate(issues):
        path = ("issues", index)
        _check_owners(entry, desk, path, issue)
        for number, other in enumerate(issue.see_also):
            at = (*path, "see_also", number)
            desk.known(entry, at, other, ids, thing="issue", where="log")
    if publisher is None:
        return None
    kept = [(index, one) for index, one in enumerate(issues) if one.is_published]
    known = {one.id for _, one in kept}
    return IssuesInFull(
        id=entry.id,
        log=entry.record.model_copy(
            update={"issues": tuple(_without_hidden(one, known) for _, one in kept)}
        ),
        publisher=publisher,
        owners=desk.owners.known,
        withheld=len(issues) - len(kept),
        positions=tuple(index for index, _ in kept),
    )


def _without_hidden(issue: Issue, known: set[str]) -> Issue:
    """Return an issue that points only at what readers can see."""
    if all(other in known for other in issue.see_also):
        return issue
    seen = tuple(other for other in issue.see_also if other in known)
    return issue.model_copy(update={"see_also": seen})


def _check_owners(entry: Entry[IssueLog], desk: Desk, path: Path, issue: Issue) -> None:
    desk.owner_list(entry, (*path, "owners"), issue.owners)
    if issue.with_board:
        desk.owner(entry, (*path, "with_board"), issue.with_board)
    for index, action in enumerate(issue.actions):
        here = (*path, "actions", index)
        desk.owner_list(entry, (*here, "by"), action.by)
        desk.owner_list(entry, (*here, "partners"), action.partners)
