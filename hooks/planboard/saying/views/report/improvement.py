"""Improvement: the improvement plan by its boards, the boards by their items, and the asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.saying import routes, wording
from planboard.saying.views import parts
from planboard.saying.views.parts import Link
from planboard.saying.views.search import SearchEntry
from planboard.words.vocabulary.records import PublisherKind
from planboard.words.vocabulary.reports import AskKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.in_full import ReportInFull
    from planboard.truth.model.report.improvement import Item

__all__ = [
    "ASKS",
    "IMPROVEMENT",
    "AskView",
    "AsksView",
    "BoardRow",
    "ImprovementView",
    "ItemRow",
    "anchors",
    "asks",
    "entries",
    "of_report",
]

IMPROVEMENT: Final = "improvement"
ASKS: Final = "asks"
_BOARDS: Final = "boards"
_NOT_STATED: Final = "Not stated"
_ASK_TITLES: Final = {PublisherKind.POLICE_FORCE: "What the police ask of the panel"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item and the boards that own it; ``no_board`` is said where it names none."""

    anchor: str
    number: str
    title: str
    text: tuple[str, ...]
    boards: tuple[Link, ...]
    no_board: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One board, the person whom the report names beside it, and the items it owns."""

    anchor: str
    board: Link
    chair: Link
    count: str
    items: tuple[Link, ...]
    no_item: str


@dataclass(frozen=True, slots=True)
class ImprovementView:
    """The improvement plan of a report, item by item and board by board."""

    sentence: str
    items: tuple[ItemRow, ...]
    boards_anchor: str
    boards_sentence: str
    boards: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class AskView:
    """One thing that a panel is asked, or one open question."""

    anchor: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsksView:
    """What a panel is asked, and what the report leaves open."""

    title: str
    sentence: str
    asks: tuple[AskView, ...]
    questions: tuple[AskView, ...]


def of_report(record: ReportInFull, page: str) -> ImprovementView | None:
    """Return the improvement plan of a report, None where it has none."""
    report = record.report
    if not report.improvement and not report.boards:
        return None
    boards = tuple(_boards(record, page))
    chairs = sum(one.chair is not None for one in report.boards)
    return ImprovementView(
        sentence=_sentence(record),
        items=tuple(
            ItemRow(
                anchor=routes.anchor("item", one.id),
                number=one.number or one.id,
                title=one.title,
                text=parts.paragraphs(one.text),
                boards=tuple(_owner(record, board, page) for board in one.boards),
                no_board="" if one.boards else "No board named",
            )
            for one in report.improvement
        ),
        boards_anchor=_BOARDS,
        boards_sentence=f"{wording.counted(len(boards), 'board')}. {_named(chairs)}",
        boards=boards,
    )


def asks(record: ReportInFull) -> AsksView | None:
    """Return what a panel is asked, None where nothing is."""
    report = record.report
    if not report.asks:
        return None
    by_kind = {
        kind: tuple(
            AskView(routes.anchor("ask", one.id), parts.paragraphs(one.text))
            for one in report.asks
            if one.kind is kind
        )
        for kind in AskKind
    }
    found, open_ones = by_kind[AskKind.ASK], by_kind[AskKind.QUESTION]
    body = report.paper.meeting if report.paper else "the panel"
    rest = f"; {wording.counted(len(open_ones), 'question')} still open" if open_ones else ""
    thing = "thing is" if len(found) == 1 else "things are"
    return AsksView(
        title=_ASK_TITLES.get(record.publisher.kind, "What is asked of the panel"),
        sentence=f"{wording.number(len(found))} {thing} asked of {_the(body)}{rest}.",
        asks=found,
        questions=open_ones,
    )


def anchors(view: ImprovementView | None, asked: AsksView | None) -> tuple[str, ...]:
    """Return every place of the next steps that a link may point at."""
    rows: tuple[ItemRow | BoardRow, ...] = (*view.items, *view.boards) if view else ()
    items = (IMPROVEMENT, _BOARDS, *(one.anchor for one in rows)) if view else ()
    if asked is None:
        return items
    return (*items, ASKS, *(one.anchor for one in (*asked.asks, *asked.questions)))


def entries(view: ImprovementView | None, asked: AsksView | None) -> Iterator[SearchEntry]:
    """Yield what search should know: an entry for each item, and one for all that is asked."""
    for one in view.items if view else ():
        boards = wording.and_list([board.title for board in one.boards]) or one.no_board
        yield SearchEntry(one.anchor, f"{one.number}. {one.title}", (*one.text, f"{boards}."))
    if asked:
        said = (" ".join(one.paragraphs) for one in (*asked.asks, *asked.questions))
        yield SearchEntry(ASKS, asked.title, tuple(said))


def _sentence(record: ReportInFull) -> str:
    items = len(record.report.improvement)
    owners = {board for one in record.report.improvement for board in one.boards}
    return (
        f"The improvement plan has {wording.counted(items, 'item')}, owned by "
        f"{wording.counted(len(owners), 'board')}."
    )


def _boards(record: ReportInFull, page: str) -> Iterator[BoardRow]:
    """Yield each board that the report shows or an item names, the ones it shows first."""
    report = record.report
    chairs = {one.board: one.chair for one in report.boards}
    named = (board for item in report.improvement for board in item.boards)
    for board in dict.fromkeys((*chairs, *named)):
        own = [one for one in report.improvement if board in one.boards]
        chair = chairs.get(board)
        yield BoardRow(
            anchor=routes.anchor("board", board),
            board=_owner(record, board, page),
            chair=_owner(record, chair, page) if chair else Link(_NOT_STATED, ""),
            count=wording.number(len(own)),
            items=tuple(_item(record, one, page) for one in own),
            no_item="" if own else "No item",
        )


def _named(chairs: int) -> str:
    """Return beside how many boards a person stands, and what we read that to say (R126)."""
    if not chairs:
        return "No person is named beside any of them."
    return (
        f"A person is named beside {wording.number(chairs)} of them, and shown as its chair by our "
        "reading."
    )


def _owner(record: ReportInFull, owner: str, page: str) -> Link:
    """Return the way to the page of an owner; one that is not in the register has none."""
    known = owner in record.owners
    return Link(record.role(owner), routes.relative(routes.owner(owner), page) if known else "")


def _item(record: ReportInFull, one: Item, page: str) -> Link:
    home = f"{routes.report(record.id)}#{routes.anchor('item', one.id)}"
    return Link(f"{one.number or one.id}. {one.title}", routes.relative(home, page))


def _the(body: str) -> str:
    return body if body.casefold().startswith("the ") else f"the {body}"
