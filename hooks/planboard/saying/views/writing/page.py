"""Page: all that the page for editors may say; how to write a page, a record and a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views.writing import codes, fields, names
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.verdicts import Verdicts
    from planboard.saying.views.writing.codes import ShortcodeView
    from planboard.saying.views.writing.fields import FieldView, KindView
    from planboard.truth.in_full import PlanInFull

__all__ = ["WritingView", "writing"]


@dataclass(frozen=True, slots=True)
class WritingView:
    """How to write a page and a record; ``live`` when the site has a plan to show it with.

    ``names`` are the ids of the parts of ``plan`` and of their actions, ``measures`` those of the
    measures of ``report``, ``sites`` and ``guidance`` those of ``programme``.
    """

    live: bool
    plan: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    report: str
    measures: tuple[str, ...]
    programme: str
    sites: tuple[str, ...]
    guidance: tuple[str, ...]
    figure: str
    shortcodes: tuple[ShortcodeView, ...]
    options: tuple[tuple[str, str], ...]
    timings: tuple[tuple[str, str], ...]
    issue_codes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    programme_codes: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    charts: tuple[tuple[str, str], ...]
    head: tuple[FieldView, ...]
    kinds: tuple[KindView, ...]
    newsletter: tuple[FieldView, ...]
    mailing: tuple[FieldView, ...]
    schemas: str


def writing(
    told: Verdicts, samples: Mapping[RecordKind, str], newsletter: tuple[str, str] = ("", "")
) -> WritingView:
    """Return the view of how to write, with examples of the most telling records of a site.

    ``samples`` are a file of each kind in which every field has an explanation above it and an
    example; ``newsletter`` is what stands above the text of a newsletter, and the register of the
    site, likewise.
    """
    used = names.names_of(told)
    plan = names.telling(told)
    programme = next((one for one, _ in told.programmes if one.id == used.programme), None)
    return WritingView(
        live=RecordKind.PLAN in used.real,
        plan=used.plan,
        names=_ids(plan[0]) if plan else (),
        report=used.report,
        measures=tuple(
            measure.id
            for record, _ in told.reports
            if record.id == used.report
            for measure in record.report.measures
        ),
        programme=used.programme,
        sites=tuple(programme.sites) if programme else (),
        guidance=tuple(one.id for one in programme.programme.guidance) if programme else (),
        figure=f"[[count {used.plan} status={used.status}]]",
        shortcodes=codes.shortcodes(used),
        options=tuple(codes.OPTIONS.items()),
        timings=tuple((one.value, said) for one, said in codes.TIMINGS.items()),
        issue_codes=codes.ISSUE_CODES,
        programme_codes=codes.PROGRAMME_CODES,
        charts=tuple((one.value, said) for one, said in codes.CHARTS.items()),
        head=fields.head(samples),
        kinds=fields.kinds(samples, routes.WRITING),
        newsletter=fields.of_newsletter(newsletter[0]),
        mailing=fields.of_mailing(newsletter[1]),
        schemas=f"{routes.KEYS}index.md#schemas",
    )


def _ids(record: PlanInFull) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the id of each part of a plan with the ids of its own actions."""
    return tuple(
        (chain[-1].id, tuple(one.id for one in chain[-1].actions if not one.left_on))
        for _, chain in record.plan.walk_groups()
    )
