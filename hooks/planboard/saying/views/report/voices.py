"""Voices: what people said and data showed, voice beside voice, and never as a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import labels, routes, wording
from planboard.saying.views import parts
from planboard.saying.views.search import SearchEntry
from planboard.words.vocabulary.reports import StatementPolarity, Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.saying.views.parts import Origin
    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.evidence import Statement
    from planboard.truth.model.report.report import Report

__all__ = [
    "Panel",
    "QuoteView",
    "Said",
    "Side",
    "Subject",
    "VoicesView",
    "anchors",
    "entries",
    "of_report",
    "title",
]

_HEADING: Final = "What people said, in short"
_NONE: Final = "None recorded"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement in our words; ``note`` says where it stands, if not everywhere."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Side:
    """The issues or the positives of one voice; ``none`` is said where there are none."""

    title: str
    count: str
    statements: tuple[Said, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One voice: what the report calls it, how it was heard, its issues and its positives."""

    anchor: str
    title: str
    heard: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """What each voice says on one subject: its title, its statements, or that there are none."""

    title: str
    voices: tuple[tuple[str, tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The words of a person who agreed to be quoted, and whose voice it is."""

    paragraphs: tuple[str, ...]
    voice: str


@dataclass(frozen=True, slots=True)
class VoicesView:
    """All voices of a report."""

    anchor: str
    title: str
    sentence: str
    note: str
    panels: tuple[Panel, ...]
    subjects_anchor: str
    subjects: tuple[Subject, ...]
    heads: tuple[str, ...]
    quotes: tuple[QuoteView, ...]
    source: Origin


def of_report(record: ReportInFull, page: str) -> VoicesView | None:
    """Return the voices of a report for ``page``, None where it has nothing of them.

    A person is quoted only where it is recorded that the person agreed (R122).
    """
    report = record.report
    quotes = tuple(
        QuoteView(
            parts.paragraphs(one.text),
            ", ".join(filter(None, (title(report, one.voice), one.topic))),
        )
        for one in report.quotes
        if one.consent
    )
    if not report.statements and not quotes:
        return None
    home = page == routes.report(record.id)
    anchor = "voices" if home else f"{routes.record_anchor(record.kind, record.id)}-voices"
    return VoicesView(
        anchor=anchor,
        title=_HEADING,
        sentence=_sentence(report),
        note=_note(report),
        panels=tuple(_panels(report, anchor)),
        subjects_anchor=f"{anchor}-subjects",
        subjects=tuple(_subjects(report)),
        heads=tuple(title(report, voice) for voice in _on_subjects(report)),
        quotes=quotes,
        source=parts.origin(record, page),
    )


def title(report: Report, voice: Voice) -> str:
    """Return what the report calls a voice."""
    own = (one.title for one in report.voices if one.voice is voice)
    return next(own, labels.VOICES[voice])


def anchors(view: VoicesView | None) -> tuple[str, ...]:
    """Return every place of the voices that a link may point at."""
    if view is None:
        return ()
    subjects = [view.subjects_anchor] if view.subjects else []
    return (view.anchor, *(one.anchor for one in view.panels), *subjects)


def entries(view: VoicesView | None) -> Iterator[SearchEntry]:
    """Yield what search should know of the voices: all that was said, in one entry."""
    if view is None:
        return
    said = (
        f"{panel.title}: {side.title}. {' '.join(f'{one.text}.' for one in side.statements)}"
        for panel in view.panels
        for side in panel.sides
        if side.statements
    )
    yield SearchEntry(view.anchor, view.title, tuple(said))
    if view.subjects:
        texts = (
            f"{one.title}: {' '.join(text for _, found, _ in one.voices for text in found)}"
            for one in view.subjects
        )
        yield SearchEntry(view.subjects_anchor, "The voices side by side", tuple(texts))


def _panels(report: Report, place: str) -> Iterator[Panel]:
    told = [one for one in report.statements if one.polarity]
    for voice in Voice if told else ():
        own = [one for one in told if one.voice is voice]
        heard = (one.heard for one in report.voices if one.voice is voice)
        yield Panel(
            anchor=f"{place}-{voice.value}",
            title=title(report, voice),
            heard=parts.paragraphs(next(heard, None)),
            sides=tuple(
                _side(report, words, [one for one in own if one.polarity is polarity])
                for polarity, words in (
                    (StatementPolarity.ISSUE, "Issues"),
                    (StatementPolarity.POSITIVE, "Positives"),
                )
            ),
        )


def _side(report: Report, words: str, found: Iterable[Statement]) -> Side:
    slides = _slides(report)
    statements = tuple(
        Said(
            one.text,
            f"Only in {wording.and_list(one.slides)}"
            if one.slides and len(one.slides) < len(slides)
            else "",
        )
        for one in found
    )
    return Side(words, wording.number(len(statements)), statements, "" if statements else _NONE)


def _slides(report: Report) -> tuple[str, ...]:
    """Return the places in which the report sums up its voices, in their order."""
    return tuple(dict.fromkeys(slide for one in report.statements for slide in one.slides))


def _sentence(report: Report) -> str:
    issues, positives = (
        sum(one.polarity is polarity for one in report.statements) for polarity in StatementPolarity
    )
    if not issues + positives:
        return "The report tells what was said on single subjects."
    return (
        f"{wording.counted(issues, 'issue')} and {wording.counted(positives, 'positive')}, by "
        "whose voice they are, all of it summed up in words of this site."
    )


def _note(report: Report) -> str:
    """Return how the places differ that sum up the same voices (R105); nothing where they agree."""
    slides = _slides(report)
    apart = [one for one in report.statements if one.slides and len(one.slides) < len(slides)]
    if not apart:
        return ""
    counts = (
        f"{slide} has {_counted(report, slide, StatementPolarity.ISSUE)} and "
        f"{_counted(report, slide, StatementPolarity.POSITIVE)}"
        for slide in slides
    )
    one = len(apart) == 1
    return (
        f"{wording.capital('; '.join(counts))} (in brackets: people, system, customer). "
        f"{wording.capital(wording.counted(len(apart), 'statement'))} "
        f"{'stands' if one else 'stand'} in one of them only, and {'is' if one else 'are'} marked."
    )


def _counted(report: Report, slide: str, polarity: StatementPolarity) -> str:
    found = [one for one in report.statements if slide in one.slides and one.polarity is polarity]
    by_voice = ", ".join(str(sum(one.voice is voice for one in found)) for voice in Voice)
    return f"{wording.counted(len(found), polarity.value)} ({by_voice})"


def _on_subjects(report: Report) -> tuple[Voice, ...]:
    """Return the voices that are heard on some subject, in their order."""
    heard = {one.voice for one in report.statements if one.subject}
    return tuple(voice for voice in Voice if voice in heard)


def _subjects(report: Report) -> Iterator[Subject]:
    about = [one for one in report.statements if one.subject]
    for subject in dict.fromkeys(one.subject for one in about):
        own = [
            (
                voice,
                tuple(one.text for one in about if (one.subject, one.voice) == (subject, voice)),
            )
            for voice in _on_subjects(report)
        ]
        yield Subject(
            subject or "",
            tuple((title(report, voice), texts, "" if texts else _NONE) for voice, texts in own),
        )
