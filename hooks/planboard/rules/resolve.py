"""Resolve: the only room that looks names up; owners, publishers, scales, statuses, actions."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from planboard.truth.collection import Collection, PlanInFull
from planboard.truth.model.register import Glossary
from planboard.truth.model.scale import BUILT_IN, NOT_ON_A_SCALE, Scale, status_code
from planboard.words.problems import Level, Problem, did_you_mean, nearest, one_of, quoted
from planboard.words.vocabulary import MEANING_COMPLETE, CountsAs, NamedAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from planboard.truth.collection import Entry, Library, Path
    from planboard.truth.model.plan import Action, Group, Plan
    from planboard.truth.model.register import Owner, Publisher

__all__ = ["resolve"]

T = TypeVar("T")


def resolve(library: Library) -> tuple[Collection | None, tuple[Problem, ...]]:
    """Return the collection with every name looked up, and a complaint for each unknown one.

    An unknown owner is a warning (its id is shown as written); an unknown publisher, scale,
    status or action is an error. A name may be unknown only because a file that is missing or
    broken, and has its complaint, would know it: then nothing is said. A plan that lacks its
    publisher or scale is left out. The collection is None when there is no usable site register.
    """
    publishers = library.publishers.record.publishers if library.publishers else ()
    owners = library.owners.record.owners if library.owners else ()
    scales = library.scales.record.scales if library.scales else ()
    desk = _Desk(
        publishers=_Names(
            {one.id: one for one in publishers},
            complete=library.publishers is not None and library.publishers.whole,
        ),
        owners=_Names(
            MappingProxyType({one.id: one for one in owners}),
            complete=library.owners is not None and library.owners.whole,
        ),
        scales=_Names(
            {**{one.id: one for one in scales}, **BUILT_IN},
            complete=library.scales is None or library.scales.whole,
        ),
    )
    plans = tuple(filter(None, (desk.plan(entry) for entry in library.plans)))
    if library.site is None:
        return None, tuple(desk.problems)
    in_order = sorted(plans, key=lambda one: (one.plan.title.casefold(), one.id))
    collection = Collection(
        site=library.site.record,
        plans=tuple(in_order),
        owners=tuple(owners),
        glossary=library.glossary.record if library.glossary else Glossary(format="1"),
    )
    return collection, tuple(desk.problems)


@dataclass(frozen=True, slots=True)
class _Names(Generic[T]):
    """Everything of one kind by its id; only when ``complete`` is another id surely wrong."""

    known: Mapping[str, T]
    complete: bool

    def lack(self, name: str) -> bool:
        """Return whether ``name`` is surely unknown."""
        return self.complete and name not in self.known


class _Desk:
    """Where the plans are looked through and complaints gathered."""

    def __init__(
        self, *, publishers: _Names[Publisher], owners: _Names[Owner], scales: _Names[Scale]
    ) -> None:
        self.publishers = publishers
        self.owners = owners
        self.scales = scales
        self.problems: list[Problem] = []

    def plan(self, entry: Entry[Plan]) -> PlanInFull | None:
        """Look up all that one plan names."""
        publisher = self._publisher(entry)
        scale = self._scale(entry)
        self._owners(entry)
        _References(entry, self.problems).check()
        if scale is None:
            return None
        plan = self._with_codes(entry, scale)
        if publisher is None:
            return None
        return PlanInFull(
            id=entry.id,
            plan=plan,
            publisher=publisher,
            scale=scale,
            owners=self.owners.known,
        )

    def complain(
        self, entry: Entry[Plan], path: Path, code: str, message: str, level: Level = Level.ERROR
    ) -> None:
        self.problems.append(Problem(level, code, entry.places.place(path), message))

    def _publisher(self, entry: Entry[Plan]) -> Publisher | None:
        name = entry.record.publisher
        if self.publishers.lack(name):
            self.complain(
                entry,
                ("publisher",),
                "unknown-publisher",
                f'The publisher "{name}" is not in the publishers register. '
                "Add it there, or use the id of one that is there."
                f"{did_you_mean(name, self.publishers.known)}",
            )
        return self.publishers.known.get(name)

    def _scale(self, entry: Entry[Plan]) -> Scale | None:
        used = entry.record.scale
        if used.levels:
            return self._with_meanings(entry, Scale(levels=used.levels))
        name = used.use or ""
        if self.scales.lack(name) and entry.whole:
            self.complain(
                entry,
                ("scale", "use"),
                "unknown-scale",
                f'There is no scale called "{name}". Use {one_of(sorted(self.scales.known))}, '
                f"or give the plan levels of its own.{did_you_mean(name, self.scales.known)}",
            )
        scale = self.scales.known.get(name)
        return None if scale is None else self._with_meanings(entry, scale)

    def _with_meanings(self, entry: Entry[Plan], scale: Scale) -> Scale:
        """Return ``scale`` with what the plan itself says of it."""
        used = entry.record.scale
        codes = {key: status_code(scale, key) for key in used.meanings}
        for key, code in codes.items():
            if code is None:
                place = entry.places.key_place(("scale", "meanings", key))
                message = f"{quoted(key)} is not a level of this plan's scale. {_levels(scale)}"
                self.problems.append(Problem(Level.ERROR, "unknown-level", place, message))
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

    def _owners(self, entry: Entry[Plan]) -> None:
        for path, _, action in entry.record.walk_actions():
            for key in NamedAs:
                names = getattr(action, key)
                for index, name in enumerate(names):
                    if name in names[:index]:
                        self.complain(
                            entry,
                            (*path, key.value, index),
                            "owner-twice",
                            f'"{name}" is named twice in this list. Delete this one.',
                            Level.WARNING,
                        )
                        continue
                    if not self.owners.lack(name):
                        continue
                    self.complain(
                        entry,
                        (*path, key.value, index),
                        "unknown-owner",
                        f'The owner "{name}" is not in the owners register. '
                        "Add it there, or use the id of one that is there."
                        f"{self._near_owner(name)}",
                        Level.WARNING,
                    )

    def _near_owner(self, name: str) -> str:
        """Return the hint at the owner whose id, role or alias is nearest to ``name``."""
        spelt = {
            word: one.id
            for one in self.owners.known.values()
            for word in (one.role, *one.aliases, one.id)
        }
        near = nearest(name, spelt)
        return f' Did you mean "{spelt[near]}"?' if near else ""

    def _with_codes(self, entry: Entry[Plan], scale: Scale) -> Plan:
        """Return the plan with the code of its level in place of each status as written."""

        def action(one: Action, path: Path) -> Action:
            code = status_code(scale, one.status)
            if code is None:
                self._bad_status(entry, (*path, "status"), one.status, scale)
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

    def _bad_status(self, entry: Entry[Plan], path: Path, written: str, scale: Scale) -> None:
        complete = _complete_on(scale) if written.lower() in MEANING_COMPLETE else ""
        if any(status_code(one, written) for one in self.scales.known.values()):
            message = (
                f"The status {quoted(written)} is not on this plan's scale, and it is not guessed "
                f"which level is meant. {_levels(scale)}{complete}"
            )
            self.complain(entry, path, "status-not-on-scale", message)
            return
        levels = (*scale.levels, *NOT_ON_A_SCALE)
        words = [name for one in levels for name in (one.code, one.label.lower())]
        self.complain(
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


class _References:
    """Ids inside one plan: each once, and every reference to one that is there."""

    def __init__(self, entry: Entry[Plan], problems: list[Problem]) -> None:
        self.entry = entry
        self.problems = problems

    def check(self) -> None:
        plan = self.entry.record
        actions = [(path, action.id) for path, _, action in plan.walk_actions()]
        self._once(actions, "action")
        self._once([(path, chain[-1].id) for path, chain in plan.walk_groups()], "group")
        ids = {name for _, name in actions}
        works = [(("outside", index), one.id) for index, one in enumerate(plan.outside)]
        self._once(works, "work outside")
        outside = {name for _, name in works}
        for path, _, action in plan.walk_actions():
            for index, name in enumerate(action.see_also):
                self._known(name, ids, (*path, "see_also", index), "action")
            for index, need in enumerate(action.depends_on):
                at = (*path, "depends_on", index)
                if need.action is not None:
                    self._known(need.action, ids, (*at, "action"), "action")
                if need.action == action.id:
                    self._complain(
                        (*at, "action"),
                        "waits-for-itself",
                        f'This action, "{action.id}", waits for itself. Write the id of the action '
                        "that it waits for, or delete this entry.",
                    )
                if need.outside is not None:
                    self._known(need.outside, outside, (*at, "outside"), "work outside")
            targets = {one.id for one in action.targets if one.id}
            for index, seen in enumerate(action.observations):
                if seen.target is not None:
                    self._known(
                        seen.target, targets, (*path, "observations", index, "target"), "target"
                    )

    def _once(self, found: Iterable[tuple[Path, str]], thing: str) -> None:
        first: dict[str, Path] = {}
        for path, name in found:
            if name not in first:
                first[name] = path
                continue
            line = self.entry.places.place((*first[name], "id")).line
            self._complain(
                (*path, "id"),
                "duplicate-id",
                f'The id "{name}" is used twice (first on line {line}). '
                f"Give each {thing} an id of its own, and never use an old one again.",
            )

    def _known(self, name: str, ids: set[str], path: Path, thing: str) -> None:
        if name not in ids and self.entry.whole:
            where = "action" if thing == "target" else "plan"
            self._complain(
                path,
                f"unknown-{thing.replace(' ', '-')}",
                f'There is no {thing} with the id "{name}" in this {where}. Correct the id, or '
                f"delete it.{did_you_mean(name, ids)}",
            )

    def _complain(self, path: Path, code: str, message: str) -> None:
        place = self.entry.places.place(path)
        self.problems.append(Problem(Level.ERROR, code, place, message))
