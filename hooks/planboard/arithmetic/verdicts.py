"""Verdicts: everything that is worked out from the records of a site, once for all pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.arithmetic import answers, measures, newsletters, progress
from planboard.arithmetic.priorities import told as priorities
from planboard.arithmetic.programmes import told as programmes

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers
    from planboard.arithmetic.measures import ReportTold
    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.arithmetic.priorities.told import ForumsTold
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.arithmetic.progress import PlanProgress
    from planboard.truth.collection import Collection
    from planboard.truth.in_full import (
        ForumsInFull,
        IssuesInFull,
        NewsletterInFull,
        PlanInFull,
        ProgrammeInFull,
        ReportInFull,
    )

__all__ = ["Verdicts", "of_site"]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Each record of a site with what is worked out from it, kind by kind, sorted by title.

    ``newsletters`` are newest first.
    """

    plans: tuple[tuple[PlanInFull, PlanProgress], ...] = ()
    forums: tuple[tuple[ForumsInFull, ForumsTold], ...] = ()
    issues: tuple[tuple[IssuesInFull, Answers], ...] = ()
    reports: tuple[tuple[ReportInFull, ReportTold], ...] = ()
    programmes: tuple[tuple[ProgrammeInFull, ProgrammeTold], ...] = ()
    newsletters: tuple[NewsletterTold, ...] = ()


def of_site(collection: Collection) -> Verdicts:
    """Return the verdicts on every record of ``collection``."""
    site = collection.site
    months, stale = int(site.near_months), int(site.stale_after_days)
    base = int(site.smallest_base)
    about: defaultdict[str, list[NewsletterInFull]] = defaultdict(list)
    for newsletter in collection.newsletters:
        for record in newsletter.records:
            about[record.key].append(newsletter)
    found = tuple(
        (one, programmes.of_programme(one, about[one.key])) for one in collection.programmes
    )
    return Verdicts(
        plans=tuple((one, progress.of_plan(one, months, stale)) for one in collection.plans),
        forums=tuple((one, priorities.of_forums(one, base)) for one in collection.forums),
        issues=tuple((one, answers.of_issues(one, about[one.key])) for one in collection.issues),
        reports=tuple(
            (one, measures.of_report(one, site.smallest_base)) for one in collection.reports
        ),
        programmes=found,
        newsletters=newsletters.of_newsletters(
            collection.newsletters, {record.id: told for record, told in found}
        ),
    )
