"""Log views: what the page of one issue log may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.sentences import issues as sentences
from planboard.saying.views import notices, parts
from planboard.saying.views.issues import charts, finding, reasons, states, story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from planboard.arithmetic.answers import Answers
    from planboard.rules.gaps.gap import Gap
    from planboard.saying.views.drawn import ChartView
    from planboard.saying.views.filters import FilterView
    from planboard.saying.views.issues.story import IssueView
    from planboard.saying.views.notices import Notice
    from planboard.saying.views.parts import Bar, Download, Fact, Tag
    from planboard.saying.views.plan.attention import AttentionView
    from planboard.truth.in_full import IssuesInFull
    from planboard.truth.model.register import Site

__all__ = ["LogView", "of_log"]


@dataclass(frozen=True, slots=True)
class LogView:
    """Everything the page of one issue log may say."""

    title: str
    example: str
    summary: tuple[str, ...]
    facts: tuple[Fact, ...]
    sentence: str
    bar: Bar
    to_list: str
    said: str
    attention: tuple[AttentionView, ...]
    judged: str
    by_state: ChartView | None
    by_level: ChartView | None
    no_levels: str
    meanings: tuple[tuple[Tag, str], ...]
    ids_note: str
    filters: FilterView | None
    issues: tuple[IssueView, ...]
    how_to_raise: tuple[str, ...]
    downloads: tuple[Download, ...]
    keys: str
    notices: tuple[Notice, ...]


def of_log(
    record: IssuesInFull,
    told: Answers,
    gaps: Sequence[Gap],
    site: Site,
    sizes: Mapping[str, int],
) -> LogView:
    """Return the view of one issue log.

    Args:
        record: the log with all it refers to.
        told: the verdicts on it.
        gaps: what it leaves out or says twice over.
        site: the settings of the site.
        sizes: the files beside the page and how many bytes each has, in order.
    """
    log, page = record.log, routes.issues(record.id)
    some = told.total > 0
    return LogView(
        title=log.title,
        example=parts.example([log]),
        summary=parts.paragraphs(log.summary),
        facts=parts.facts(record),
        sentence=sentences.summary(record, told),
        bar=states.bar(told),
        to_list=_to_list(told),
        said=" ".join(
            filter(
                None,
                (
                    sentences.stated(told),
                    sentences.read_by_us(told),
                    sentences.withheld(told),
                ),
            )
        ),
        attention=reasons.reasons(record, told),
        judged=sentences.judged(record, told),
        by_state=charts.by_state(record, told, page, sizes) if some else None,
        by_level=charts.by_level(record, told, page, sizes) if told.has_levels else None,
        no_levels="" if told.has_levels or not some else _no_levels(told),
        meanings=states.meanings(told),
        ids_note=_ids_note(record),
        filters=finding.filters_of(record, told),
        issues=tuple(story.of_issue(record, one) for one in told.standings),
        how_to_raise=parts.paragraphs(log.how_to_raise or record.publisher.have_your_say)
        or ("The log does not say how to raise an issue.",),
        downloads=parts.downloads(page, sizes),
        keys=routes.relative(routes.KEYS, page),
        notices=(
            *notices.to_newsletters(told.newsletters, record, page),
            *notices.of_record(record, site, len(gaps)),
        ),
    )


def _to_list(told: Answers) -> str:
    """Return the words of the way to all issues; one or none needs no way."""
    return f"Read and filter all {sentences.entries(told)}" if told.total > 1 else ""


def _no_levels(told: Answers) -> str:
    return f"How far the response went is stated for 0 of {sentences.entries(told)}."


def _ids_note(record: IssuesInFull) -> str:
    """Return the word on names that the log does not print, for readers who look them up there."""
    ours = [one.known_as for one in record.log.issues if not one.number]
    if not ours:
        return ""
    return f"Names such as {ours[0]} are given by this site: the document prints no number there."
