"""Plans: a plan with its publisher, its scale, its owners and every status as a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.truth.in_full import PlanInFull
from planboard.truth.model.scale import NOT_ON_A_SCALE, Scale, status_code
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted
from planboard.words.vocabulary.plans import MEANING_COMPLETE, CountsAs
from planboard.words.vocabulary.records import NamedAs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.rules.resolve.names import Desk
    from planboard.truth.entries import Entry, Path
    from planboard.truth.model.plan import Action, Group, Plan

__all__ = ["of_plan"]


def of_plan(entry: Entry[Plan], desk: Desk) -> PlanInFull | None:
    """Return a plan with all that it names looked up, None where its publisher or scale lacks."""
    publisher = desk.publisher(entry)
    scale = _scale(entry, desk)
    for path, _, action in entry.record.walk_actions():
        for key in NamedAs:
            desk.owner_list(entry, (*path, key.value), getattr(action, key))
    _check_references(entry, desk)
    if scale is None:
        return None
    plan = _with_codes(entry, scale, desk)
    if publisher is None:
        return None
    return PlanInFull(
        id=entry.id, plan=plan, publisher=publisher, scale=scale, owners=desk.owners.known
    )


def _scale(entry: Entry[Plan], desk: Desk) -> Scale | None:
    used = entry.record.scale
    if used.levels:
        return _with_meanings(entry, Scale(levels=used.levels), desk)
    name = used.use or ""
    if desk.scales.lack(name) and entry.whole:
        desk.complain(
            entry,
            ("scale", "use"),
            "unknown-scale",
            f'There is no scale called "{name}". Use {one_of(sorted(desk.scales.known))}, '
            f"or give the plan levels of its own.{did_you_mean(name, desk.scales.known)}",
        )
    scale = desk.scales.known.get(name)
    return None if scale is None else _with_meanings(entry, scale, desk)


def _with_meanings(entry: Entry[Plan], scale: Scale, desk: Desk) -> Scale:
    """Return ``scale`` with what the plan itself says of it."""
    used = entry.record.scale
    codes = {key: status_code(scale, key) for key in used.meanings}
    for key, code in codes.items():
        if code is None:
            place = entry.places.key_place(("scale", "meanings", key))
            message = f"{quoted(key)} is not a level of this plan's scale. {_levels(scale)}"
            desk.problems.append(Problem(Level.ERROR, "unknown-level", place, message))
    meanings = {codes[key]: text for key, text in used.meanings.items()}
    levels = tuple(
        level.model_copy(update={"meaning": meanings[level.code]})
        if level.code in meanings
        else level
        for level in scale.levels
    )
    return scale.model_copy(
        update={
            "levels": levels,
            "name": used.name or scale.name,
            "meanings_from": used.meanings_from or scale.meanings_from,
            "needs_targets": used.needs_targets or scale.needs_targets,
        }
    )


def _with_codes(entry: Entry[Plan], scale: Scale, desk: Desk) -> Plan:
    """Return the plan with the code of its level in place of each status as written."""

    def action(one: Action, path: Path) -> Action:
        code = status_code(scale, one.status)
        if code is None:
            _complain_of_status(entry, (*path, "status"), one.status, scale, desk)
            return one
        return one.model_copy(update={"status": code})

    def actions(of: Iterable[Action], path: Path) -> tuple[Action, ...]:
        return tuple(action(one, (*path, "actions", index)) for index, one in enumerate(of))

    def groups(of: Iterable[Group], path: Path) -> tuple[Group, ...]:
        return tuple(
            one.model_copy(
                update={
                    "groups": groups(one.groups, (*path, "groups", index)),
                    "actions": actions(one.actions, (*path, "groups", index)),
                }
            )
            for index, one in enumerate(of)
        )

    plan = entry.record
    return plan.model_copy(
        update={"groups": groups(plan.groups, ()), "actions": actions(plan.actions, ())}
    )


def _complain_of_status(
    entry: Entry[Plan], path: Path, written: str, scale: Scale, desk: Desk
) -> None:
    complete = _complete_on(scale) if written.lower() in MEANING_COMPLETE else ""
    if any(status_code(one, written) for one in desk.scales.known.values()):
        message = (
            f"The status {quoted(written)} is not on this plan's scale, and it is not guessed "
            f"which level is meant. {_levels(scale)}{complete}"
        )
        desk.complain(entry, path, "status-not-on-scale", message)
        return
    levels = (*scale.levels, *NOT_ON_A_SCALE)
    words = [name for one in levels for name in (one.code, one.label.lower())]
    desk.complain(
        entry,
        path,
        "unknown-status",
        f"The status {quoted(written)} is not known. {_levels(scale)}"
        f"{complete or did_you_mean(written, words)}",
    )


def _complete_on(scale: Scale) -> str:
    """Return which levels of ``scale`` say that work is complete, if any do."""
    names = [f'"{one.label.lower()}"' for one in scale.levels if one.counts_as is CountsAs.COMPLETE]
    return f" On this scale {one_of(names)} means complete." if names else ""


def _levels(scale: Scale) -> str:
    return f"Use {one_of(one.label.lower() for one in (*scale.levels, *NOT_ON_A_SCALE))}."


def _check_references(entry: Entry[Plan], desk: Desk) -> None:
    """Complain of ids that are used twice, and of references to what is not in the plan."""
    plan = entry.record
    actions = [(path, action.id) for path, _, action in plan.walk_actions()]
    desk.once(entry, actions, "action")
    desk.once(entry, [(path, chain[-1].id) for path, chain in plan.walk_groups()], "group")
    ids = {name for _, name in actions}
    works = [(("outside", index), one.id) for index, one in enumerate(plan.outside)]
    desk.once(entry, works, "work outside")
    outside = {name for _, name in works}
    for path, _, action in plan.walk_actions():
        for index, name in enumerate(action.see_also):
            desk.known(entry, (*path, "see_also", index), name, ids, thing="action", where="plan")
        for index, need in enumerate(action.depends_on):
            at = (*path, "depends_on", index)
            if need.action is not None:
                desk.known(entry, (*at, "action"), need.action, ids, thing="action", where="plan")
            if need.action == action.id:
                desk.complain(
                    entry,
                    (*at, "action"),
                    "waits-for-itself",
                    f'This action, "{action.id}", waits for itself. Write the id of the action '
                    "that it waits for, or delete this entry.",
                )
            if need.outside is not None:
                desk.known(
                    entry,
                    (*at, "outside"),
                    need.outside,
                    outside,
                    thing="work outside",
                    where="plan",
                )
        targets = {one.id for one in action.targets if one.id}
        for index, seen in enumerate(action.observations):
            if seen.target is not None:
                at = (*path, "observations", index, "target")
                desk.known(entry, at, seen.target, targets, thing="target", where="action")
