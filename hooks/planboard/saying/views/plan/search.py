"""Search views: what search knows of a plan, action by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views.plan import entry
from planboard.saying.views.search import SearchEntry, SearchView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.saying.views.plan.entry import ActionView, UpdateView
    from planboard.saying.views.plan.page import PlanView

__all__ = ["of_plan"]


def of_plan(view: PlanView) -> SearchView:
    """Return what search should know of a plan: an entry for each action, with all its words."""
    return SearchView(
        title=view.title,
        text=view.sentence,
        entries=tuple(
            SearchEntry(
                anchor=action.anchor,
                title=f"{action.name}: {action.title}",
                texts=tuple(filter(None, _texts(action))),
            )
            for group in view.groups
            for action in group.actions
        ),
    )


def _texts(action: ActionView) -> Iterator[str]:
    named = "".join(run.text for run in action.owners)
    owner = f"Owner: {named}" if named else entry.NO_OWNER
    yield f"Status: {action.tag.label}. {owner}. {action.when}."
    if action.marks.id != action.number:
        yield f"Known here as {action.marks.id}."
    for note in action.notes:
        if note.label == entry.PRINTED:
            yield " ".join((note.label, *(run.text for run in note.runs)))
    yield action.left
    yield " ".join(" ".join(filter(None, item)) for item in action.sub_items)
    for update in (action.latest, *action.older, *action.forward):
        if update:
            yield _said(update)


def _said(update: UpdateView) -> str:
    return " ".join(
        (f"{update.when}:", *("".join(run.text for run in one) for one in update.paragraphs))
    )
