"""Collection: all that a site publishes as one frozen value, with every name looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planboard.truth.model.register import Glossary

if TYPE_CHECKING:
    from planboard.truth.in_full import (
        ForumsInFull,
        IssuesInFull,
        NewsletterInFull,
        PlanInFull,
        ProgrammeInFull,
        RecordInFull,
        ReportInFull,
    )
    from planboard.truth.model.register import Owner, Site

__all__ = ["Collection"]


@dataclass(frozen=True, slots=True)
class Collection:
    """All that is published: the site, its records sorted by title, and its registers.

    ``owners`` and ``glossary`` are in the order of their files. ``newsletters`` are newest first.
    """

    site: Site
    plans: tuple[PlanInFull, ...] = ()
    owners: tuple[Owner, ...] = ()
    glossary: Glossary = field(default_factory=lambda: Glossary(format="1"))
    forums: tuple[ForumsInFull, ...] = ()
    issues: tuple[IssuesInFull, ...] = ()
    reports: tuple[ReportInFull, ...] = ()
    programmes: tuple[ProgrammeInFull, ...] = ()
    newsletters: tuple[NewsletterInFull, ...] = ()

    @property
    def records(self) -> tuple[RecordInFull, ...]:
        """Every published record, kind by kind."""
        return (*self.plans, *self.forums, *self.issues, *self.reports, *self.programmes)
