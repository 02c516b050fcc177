"""Forums: a record of forums with its publisher, without the words that are not released."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.truth.in_full import ForumsInFull

if TYPE_CHECKING:
    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry
    from planboard.truth.model.forums import Forums
    from planboard.truth.model.returns import Return, Tension

__all__ = ["of_forums"]


def of_forums(entry: Entry[Forums], desk: Desk) -> ForumsInFull | None:
    """Return a record of forums with its names looked up, None where its publisher lacks.

    A tension that is not released keeps its place and loses its words: what is made of the record
    can count it, and cannot know what it says.
    """
    publisher = desk.publisher(entry)
    _check_ids(entry, desk)
    _check_references(entry, desk)
    if publisher is None:
        return None
    forums = entry.record
    returns = tuple(_released(one) for one in forums.returns)
    return ForumsInFull(
        id=entry.id,
        forums=forums.model_copy(update={"returns": returns}),
        publisher=publisher,
        owners=desk.owners.known,
    )


def _released(back: Return) -> Return:
    def without_words(one: Tension) -> Tension:
        return one if one.release else one.model_copy(update={"text": ""})

    if all(one.release for one in back.tensions):
        return back
    return back.model_copy(update={"tensions": tuple(map(without_words, back.tensions))})


def _check_ids(entry: Entry[Forums], desk: Desk) -> None:
    forums = entry.record
    for key, thing in (
        ("areas", "area"),
        ("forums", "forum"),
        ("periods", "period"),
        ("categories", "category"),
        ("objectives", "objective"),
        ("returns", "return"),
    ):
        named = ((index, one.id) for index, one in enumerate(getattr(forums, key)))
        desk.once(entry, (((key, index), name) for index, name in named if name), thing)


def _check_references(entry: Entry[Forums], desk: Desk) -> None:
    """Complain of each reference to an area, a forum or an objective that is not there."""
    forums = entry.record
    areas = [one.id for one in forums.areas]
    for index, area in enumerate(forums.areas):
        if area.parent:
            at = ("areas", index, "parent")
            desk.known(entry, at, area.parent, areas, thing="area", where="record")
    for key in ("forums", "appointments"):
        for index, one in enumerate(getattr(forums, key)):
            at = (key, index, "area")
            desk.known(entry, at, one.area, areas, thing="area", where="record")
    known = [one.id for one in forums.forums]
    asked = [one.id for one in forums.objectives]
    for index, back in enumerate(forums.returns):
        at = ("returns", index, "forum")
        desk.known(entry, at, back.forum, known, thing="forum", where="record")
        for number, answer in enumerate(back.objectives):
            inner = ("returns", index, "objectives", number, "objective")
            desk.known(entry, inner, answer.objective, asked, thing="objective", where="record")
