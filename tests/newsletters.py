"""Newsletters: one about the small programme of an invented vale, which a test may spoil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from folders import PlansFolder
from returns import put_programme

if TYPE_CHECKING:
    from planboard.truth.in_full import NewsletterInFull

__all__ = ["HEAD", "LOG", "NEWSLETTER", "of_folder", "pages", "put_newsletter"]

NEWSLETTER: Final = "newsletters/2022-06.md"
LOG: Final = "vale/issues.yml"
HEAD: Final = """\
title: What you found in May
number: 1
date: 2022-06-10
audience: Volunteers and team leaders
programme: vale
log: vale
period: 2022-05
issues: [vale-01]
channels: [email, meeting]
"""
_LOG: Final = """\
format: 1
title: What volunteers of the vale raised
publisher: hill-town-council
as_at: 2022-06
issues:
  - id: vale-01
    title: The device loses its charge
    raised: {on: 2022-05-05}
    actions:
      - text: Two batteries were bought
        done_on: 2022-05-20
  - id: vale-02
    title: There is no bench
  - id: vale-04
    title: Could we have a bench in the shade?
    raised: {on: 2022-06-20}
  - id: vale-03
    title: A quarrel in the street
    kind: tension
"""


def pages(folder: PlansFolder) -> PlansFolder:
    """Return the folder of written pages of the site."""
    return PlansFolder(folder.root.parent / "content")


def put_newsletter(
    folder: PlansFolder, head: str = HEAD, body: str = "Hello.\n", file: str = NEWSLETTER
) -> PlansFolder:
    """Add the programme, its log and one issue of a newsletter to a folder."""
    if not (folder.root / LOG).is_file():
        put_programme(folder).put(LOG, _LOG)
    pages(folder).put(file, f"---\n{head}---\n\n{body}")
    return folder


def of_folder(folder: PlansFolder) -> tuple[NewsletterInFull, ...]:
    """Return every issue of a folder in which nothing is wrong, newest first."""
    assert folder.said() == []
    collection = folder.checked().collection
    assert collection is not None
    return collection.newsletters
