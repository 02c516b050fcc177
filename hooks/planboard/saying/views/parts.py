"""Parts: the pieces that views of every kind of record share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.charts import bars
from planboard.words.vocabulary.plans import CountsAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from planboard.arithmetic.progress import Count
    from planboard.truth.in_full import RecordInFull
    from planboard.truth.model.published import Paper, Published
    from planboard.truth.model.scale import Level
    from planboard.truth.schedule import Span

__all__ = [
    "Bar",
    "BarPart",
    "Counted",
    "Download",
    "Fact",
    "Link",
    "Note",
    "Origin",
    "Run",
    "Tag",
    "bar",
    "counted",
    "downloads",
    "example",
    "facts",
    "figures_file",
    "in_a_row",
    "origin",
    "paragraphs",
    "roles",
    "runs",
    "shown",
    "tag",
]

_TONES: Final = frozenset({"red", "amber_red", "amber", "amber_green", "green", "blue"})
_TONE_OF: Final = {
    CountsAs.OFF_TRACK: "red",
    CountsAs.AT_RISK: "amber",
    CountsAs.ON_TRACK: "green",
    CountsAs.COMPLETE: "blue",
    CountsAs.NONE: "grey",
}
_FILES: Final = {
    "sub_items.csv": "Sub-items",
    "status_by_group.csv": "Status by group",
    "due_by_quarter.csv": "Due by quarter",
    "actions_wanted.csv": "What forums want done",
    "concerns.csv": "Concerns, and tensions that are released",
    "good_news.csv": "Good news",
    "returns_template.csv": "The form for the next return, as a table to fill in",
    "return.csv": "The blank return, as a table to fill in",
    "follow_up.csv": "Letters and outcomes together",
    "drops.csv": "Why vehicles did not come further",
    "reasons.csv": "Reasons for visits",
    "hops.csv": "How results came back, hop by hop",
    "elsewhere.csv": "Figures that others have published",
    "police_uk_priorities.json": "Priorities in the shape of data.police.uk",
    "email.html": "As an e-mail, to look at",
    "newsletter.txt": "As plain text",
    "newsletter.eml": "As a draft for your mail program",
    "notify.md": "For a template of GOV.UK Notify",
    "data.json": "Everything, for programs",
}
_NOT_STATED: Final = "Not stated"
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'“”‘’]+[^\s<>\"'“”‘’.,;:!?)]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A status as a symbol, a word and a tone; ``code`` is for machines."""

    code: str
    tone: str
    symbol: str
    label: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``url`` is relative to the page, or a full address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; it is a link when ``url`` is not empty."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A quiet line: what it is about, and what it says."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says, with the machine's form of a date if there is one."""

    label: str
    value: str
    machine: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A status and how many actions have it."""

    tag: Tag
    number: str


@dataclass(frozen=True, slots=True)
class BarPart:
    """One part of a status bar; ``start`` and ``length`` are per cent of the bar."""

    tag: Tag
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A status bar, and the words for those who do not see it."""

    words: str
    parts: tuple[BarPart, ...]
    counts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where data is from that stands by itself: the record, and the day on which it was so."""

    record: Link
    said: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file beside the page."""

    title: str
    url: str
    kind: str
    size: str


def tag(level: Level) -> Tag:
    """Return the tag of a level; a colour it does not name comes from what it counts as."""
    tone = level.code if level.code in _TONES else _TONE_OF[level.counts_as]
    return Tag(
        code=level.code,
        tone=tone.replace("_", "-"),
        symbol=level.sign,
        label=level.label,
    )


def counted(counts: Sequence[Count]) -> tuple[Counted, ...]:
    """Return every level of the scale, and the values beside it that some action has."""
    return tuple(Counted(tag(one.level), wording.number(one.number)) for one in shown(counts))


def shown(counts: Sequence[Count], beside: Sequence[Count] | None = None) -> tuple[Count, ...]:
    """Return the counts worth a column: levels of the scale always, the rest when there are any.

    ``beside`` are the counts that decide it, where several rows share their columns.
    """
    numbers = {one.level.code: one.number for one in beside or counts}
    return tuple(one for one in counts if one.is_on_scale or numbers[one.level.code])


def bar(counts: Sequence[Count], noun: str) -> Bar:
    """Return the status bar of ``counts``; ``noun`` is what is counted."""
    tags = [tag(one.level) for one in counts]
    words = ", ".join(
        f"{wording.number(one.number)} {wording.lower(one.level.label)}"
        for one in counts
        if one.number
    )
    return Bar(
        words=f"{wording.capital(noun)}: {words}" if words else f"No {noun}",
        parts=tuple(
            BarPart(tags[part.index], part.start, part.length)
            for part in bars.segments([one.number for one in counts])
        ),
        counts=counted(counts),
    )


def facts(record: RecordInFull) -> tuple[Fact, ...]:
    """Return when the facts were true, when they were published, when next, and by whom.

    Of a record that was taken to a meeting it is also said to which (R063).
    """
    head = record.head
    basis = f"({head.as_at_basis})" if head.as_at_basis else ""

    def when(days: Span | None) -> str:
        return wording.capital(wording.span(days)) if days else _NOT_STATED

    return (
        Fact("As at", when(head.as_at), head.as_at.last.isoformat(), note=basis),
        Fact("Published", when(head.published)),
        Fact("Next update", when(head.next_update)),
        Fact("Publisher", record.publisher.name, url=record.publisher.url or ""),
        *([Fact("Taken to", _paper(head.paper))] if head.paper else ()),
    )


def _paper(paper: Paper) -> str:
    """Return the meeting a record was taken to: ``Item 6 · Police and Crime Panel``."""
    item = f"Item {paper.item}" if paper.item else ""
    on = wording.day(paper.on) if paper.on else ""
    return " · ".join(filter(None, (item, paper.meeting, on)))


def downloads(page: str, sizes: Mapping[str, int]) -> tuple[Download, ...]:
    """Return the files beside ``page``; ``sizes`` are their bytes by name, in order."""
    return tuple(
        Download(
            title=_FILES.get(name, wording.capital(name.partition(".")[0])),
            url=routes.relative(routes.beside(page, name), page),
            kind=name.rpartition(".")[2].upper(),
            size=wording.size(octets),
        )
        for name, octets in sizes.items()
    )


def figures_file(record: RecordInFull, page: str, name: str, sizes: Mapping[str, int]) -> Download:
    """Return the file of a chart beside the page of its record, for a chart on ``page``.

    ``sizes`` are the bytes of such files by name; of one that is not among them none are told.
    """
    home = routes.record(record.kind, record.id)
    return Download(
        title="These figures",
        url=routes.relative(routes.beside(home, name), page),
        kind="CSV",
        size=wording.size(sizes[name]) if name in sizes else "",
    )


def origin(record: RecordInFull, page: str) -> Origin:
    """Return where data of one record is from, with a link that works from ``page``."""
    home = routes.record(record.kind, record.id)
    way = routes.relative(f"{home}#{routes.top(record.kind)}" if page == home else home, page)
    return Origin(
        Link(wording.title(record.head), way),
        f"{record.publisher.name}, as at {wording.span(record.head.as_at)}",
    )


def roles(record: RecordInFull, ids: Iterable[str]) -> tuple[Run, ...]:
    """Return the roles of owners on their record's page, each leading to the owner's own.

    One that is unknown leads nowhere.
    """
    page = routes.record(record.kind, record.id)
    return in_a_row(
        Run(
            record.role(owner),
            routes.relative(routes.owner(owner), page) if owner in record.owners else "",
        )
        for owner in ids
    )


def in_a_row(found: Iterable[Run]) -> tuple[Run, ...]:
    """Return ``found`` with a semicolon between each two."""
    return tuple(part for one in found for part in (Run("; "), one))[1:]


def example(heads: Iterable[Published]) -> str:
    """Return what a page that shows records says first when any of them is invented."""
    invented = [one.example for one in heads]
    if not any(invented):
        return ""
    if all(invented):
        return "Everything on this page is invented."
    return "This page also shows invented records; each is marked as an example."


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return ``text`` cut at blank lines, each part on one line."""
    parts = (text or "").replace("\r\n", "\n").split("\n\n")
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def runs(text: str) -> tuple[Run, ...]:
    """Return ``text`` cut so that web addresses in it can be links."""
    found, at = [], 0
    for address in _ADDRESS.finditer(text):
        found += [Run(text[at : address.start()]), Run(address[0], address[0])]
        at = address.end()
    return tuple(run for run in (*found, Run(text[at:])) if run.text)
