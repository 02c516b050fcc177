"""Evidence downloads: findings, voices, rankings, staffing and next steps of a report as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from planboard.showing.downloads.tables import LIST, Key, Row, day, figure, prose, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.report import Report
    from planboard.truth.schedule import Span

__all__ = ["TABLES", "rows"]

TABLES: Final[Mapping[str, tuple[Key, ...]]] = {
    "findings": (
        Key("id", "Its name for ever; its place on the page is #finding-id"),
        Key(
            "kind",
            "headline, caveat, recommendation, best_practice, idea, conclusion",
        ),
        Key("topic", "The id of the topic it stands in; blank for the whole report"),
        Key(
            "group",
            "What a caveat of the whole report is about: policy, methodology, reviews, external, "
            "national; blank for the rest",
        ),
        Key("text", "What it says, in plain words"),
        Key("items", "Its parts, in their order"),
        Key(
            "attribution",
            "How it stands to a change: precedes, coincides, follows, correlates, caused, "
            "not_assessed; blank where the report says nothing of it",
        ),
        Key("intervention", "The id of that change"),
        Key("measure", "The id of the measure it goes together with"),
        Key("differs", "What each place of the document says, where they contradict one another"),
        Key("source_item", "Where it stands in the published document"),
    ),
    "interventions": (
        Key("id", "Its name for ever; its place on the page is #intervention-id"),
        Key("title", "What was changed"),
        Key("first_day", "The first day of its stated time; blank where not stated"),
        Key("last_day", "The last day of its stated time; blank where not stated"),
        Key("note", "What is known of its time"),
    ),
    "statements": (
        Key("voice", "people, system, customer"),
        Key("polarity", "issue, positive; blank where it is neither"),
        Key("subject", "What it is about, where voices stand side by side"),
        Key("text", "What was said or shown, summed up in words of this site"),
        Key("slides", "In which summaries of the document it stands; blank for single subjects"),
    ),
    "quotes": (
        Key("voice", "people, system, customer"),
        Key("topic", "What it is about"),
        Key("text", "The words of a person who agreed to be quoted"),
    ),
    "rankings": (
        Key("ranking", "The id of the question; its place on the page is #ranking-id"),
        Key("question", "What people were asked"),
        Key("voice", "Who was asked: people, system, customer"),
        Key("place", "Its place in the order, 1 for what matters most"),
        Key("label", "The words of the document for its place"),
        Key("text", "What stands there"),
        Key("numbers", "How many gave it the first place, the second and so on"),
        Key("blank", "How many gave it no place; they are in the base"),
        Key("base", "How many answered, blanks included"),
        Key("marker", "x where the numbers are not published, else blank"),
    ),
    "commitments": (
        Key("id", "Its name for ever; its place on the page is #commitment-id"),
        Key("text", "What a person can expect"),
        Key("promised", "yes, or no where the document only shows the need"),
        Key("by", "By when; blank where not stated"),
        Key("measure", "The id of the measure that tells whether it is kept"),
        Key("ranking", "The id of the ranking that says how much it matters"),
        Key("ranked", "Its words in that ranking"),
        Key("note", "What the document says of it"),
    ),
    "weights": (
        Key("demand_type", "What the document calls the demand"),
        Key("role", "What the document calls the role"),
        Key("weight", "How much it counts; 0 is a true zero"),
    ),
    "decisions": (
        Key("area", "The id of the area"),
        Key("role", "What the document calls the role; blank for all"),
        Key("model_output", "What the model gives"),
        Key("adjustment", "What judgement adds or takes away; 0 is a true zero"),
        Key("final", "What the area was given: the sum of both"),
        Key("reason", "Why judgement differs; blank where not stated"),
    ),
    "steps": (
        Key("what", "What is told"),
        Key("value", "The figure in words"),
        Key("low", "Its number, or the lower end of a range"),
        Key("high", "The upper end of a range"),
        Key("worked_out", "Whether this site worked it out: yes, or no where it is published"),
        Key("how", "How it was worked out"),
    ),
    "areas": (
        Key("id", "Its name for ever; its place on the page is #area-id"),
        Key("name", "What the document calls it"),
        Key("kind", "What it is"),
        Key("number", "How many areas it is, where it is a set; blank for one area"),
        Key("where", "The part of the document that counts so"),
        Key("parent", "The id of what it belongs to"),
        Key("first_day", "From when it is so; blank where not stated"),
        Key("last_day", "Until when it is so; blank where not stated"),
        Key("became", "The id of what took its place"),
        Key("note", "What is to be known with it"),
    ),
    "improvement": (
        Key("id", "Its name for ever; its place on the page is #item-id"),
        Key("number", "The number as printed"),
        Key("title", "What is to be improved"),
        Key("boards", "The boards that own it"),
        Key("text", "What is known of it"),
    ),
    "boards": (
        Key("board", "The board"),
        Key("chair", "Who chaired it, as a role or rank; blank where not stated"),
        Key("items", "The numbers of the items it owns"),
    ),
    "asks": (
        Key("id", "Its name for ever; its place on the page is #ask-id"),
        Key("kind", "ask, or question for one that is still open"),
        Key("text", "What is asked"),
    ),
}
"""Every table of the evidence, with its columns. Columns may be added at the end."""


def rows(record: ReportInFull) -> dict[str, list[Row]]:
    """Return the rows of each table by its name."""
    report = record.report
    return {
        "findings": list(_findings(report)),
        "interventions": [
            {
                "id": one.id,
                "title": one.title,
                "first_day": _first(one.on),
                "last_day": _last(one.on),
                "note": prose(one.note),
            }
            for one in report.interventions
        ],
        "statements": [
            {
                "voice": one.voice.value,
                "polarity": one.polarity.value if one.polarity else "",
                "subject": one.subject or "",
                "text": prose(one.text),
                "slides": LIST.join(one.slides),
            }
            for one in report.statements
        ],
        "quotes": [
            {"voice": one.voice.value, "topic": one.topic or "", "text": prose(one.text)}
            for one in report.quotes
            if one.consent
        ],
        "rankings": list(_rankings(report)),
        "commitments": [
            {
                "id": one.id,
                "text": prose(one.text),
                "promised": yes_no(one.promised),
                "by": one.by or "",
                "measure": one.measure or "",
                "ranking": one.ranking or "",
                "ranked": one.ranked or "",
                "note": prose(one.note),
            }
            for one in report.commitments
        ],
        **_allocation(report),
        "areas": [
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "number": figure(one.number),
                "where": one.where or "",
                "parent": one.parent or "",
                "first_day": _first(one.valid_from),
                "last_day": _last(one.valid_to),
                "became": one.became or "",
                "note": prose(one.note),
            }
            for one in report.areas
        ],
        **_next_steps(record),
    }


def _findings(report: Report) -> Iterator[Row]:
    for one in report.findings:
        cause = one.attribution
        yield {
            "id": one.id,
            "kind": one.kind.value,
            "topic": one.topic or "",
            "group": one.group.value if one.group else "",
            "text": prose(one.text),
            "items": LIST.join(one.items),
            "attribution": cause.relation.value if cause else "",
            "intervention": (cause.intervention if cause else None) or "",
            "measure": (cause.measure if cause else None) or "",
            "differs": LIST.join(f"{place.where}: {place.says}" for place in one.differs),
            "source_item": (one.source.item if one.source else None) or "",
        }


def _rankings(report: Report) -> Iterator[Row]:
    for ranking in report.rankings:
        for place, one in enumerate(ranking.items, 1):
            yield {
                "ranking": ranking.id,
                "question": ranking.question,
                "voice": ranking.voice.value,
                "place": str(place),
                "label": one.label or "",
                "text": one.text,
                "numbers": LIST.join(map(figure, one.places)),
                "blank": figure(one.blank),
                "base": figure(ranking.base),
                "marker": "" if one.places else "x",
            }


def _allocation(report: Report) -> dict[str, list[Row]]:
    model = report.allocation
    labels = {one.id: one.label for one in (model.roles if model else ())}
    return {
        "weights": [
            {
                "demand_type": one.demand_type,
                "role": labels.get(one.role, one.role),
                "weight": figure(one.weight),
            }
            for one in report.weights
        ],
        "decisions": [
            {
                "area": one.area,
                "role": labels.get(one.role or "", one.role or ""),
                "model_output": figure(one.model_output),
                "adjustment": figure(one.adjustment),
                "final": figure(one.final),
                "reason": prose(one.reason),
            }
            for one in report.decisions
        ],
        "steps": [
            {
                "what": one.what,
                "value": one.value,
                "low": figure(one.low),
                "high": figure(one.high),
                "worked_out": yes_no(one.worked_out),
                "how": one.how or "",
            }
            for one in (model.steps if model else ())
        ],
    }


def _next_steps(record: ReportInFull) -> dict[str, list[Row]]:
    report = record.report
    chairs = {one.board: one.chair for one in report.boards}
    named = (board for item in report.improvement for board in item.boards)
    return {
        "improvement": [
            {
                "id": one.id,
                "number": one.number or "",
                "title": one.title,
                "boards": LIST.join(record.role(board) for board in one.boards),
                "text": prose(one.text),
            }
            for one in report.improvement
        ],
        "boards": [
            {
                "board": record.role(board),
                "chair": record.role(chair) if (chair := chairs.get(board)) else "",
                "items": LIST.join(
                    one.number or one.id for one in report.improvement if board in one.boards
                ),
            }
            for board in dict.fromkeys((*chairs, *named))
        ],
        "asks": [
            {"id": one.id, "kind": one.kind.value, "text": prose(one.text)} for one in report.asks
        ],
    }


def _first(value: Span | None) -> str:
    return day(value.first if value else None)


def _last(value: Span | None) -> str:
    return day(value.last if value else None)
