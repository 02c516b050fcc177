"""In full: each published record with everything its ids refer to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from planboard.words.vocabulary.dates import ScheduleKind
from planboard.words.vocabulary.plans import CountsAs, Stage
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.truth.entries import Path
    from planboard.truth.model.forums import Forum, Forums
    from planboard.truth.model.issues import Issue, IssueLog
    from planboard.truth.model.newsletter import Newsletter
    from planboard.truth.model.plan import Action, Group, Outside, Plan
    from planboard.truth.model.programme.programme import Programme
    from planboard.truth.model.programme.sessions import SessionGroup
    from planboard.truth.model.programme.sites import Site
    from planboard.truth.model.programme.teams import Team
    from planboard.truth.model.published import Published
    from planboard.truth.model.register import Owner, Publisher
    from planboard.truth.model.report.measures import Measure
    from planboard.truth.model.report.report import Report
    from planboard.truth.model.scale import Level, Scale

__all__ = [
    "ForumsInFull",
    "IssuesInFull",
    "NewsletterInFull",
    "Part",
    "PlanInFull",
    "ProgrammeInFull",
    "RecordInFull",
    "ReportInFull",
]

_FINISHED_STAGES: Final = frozenset(
    {Stage.COMPLETE, Stage.BUSINESS_AS_USUAL, Stage.CANCELLED, Stage.SUPERSEDED}
)

_KIND_NAMES: Final = {
    RecordKind.PLAN: "plan",
    RecordKind.FORUMS: "record",
    RecordKind.ISSUES: "log",
    RecordKind.REPORT: "report",
    RecordKind.PROGRAMME: "programme",
}


class Part(Protocol):
    """A part of a record with a name of its own, such as an action."""

    @property
    def id(self) -> str:
        """Its name for ever."""


@dataclass(frozen=True, kw_only=True)
class RecordInFull:
    """A published record with everything its ids refer to; ``head`` is what all kinds say."""

    kind: ClassVar[RecordKind]
    id: str
    publisher: Publisher
    owners: Mapping[str, Owner] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def head(self) -> Published:
        """The record itself, as far as all kinds are alike."""
        raise NotImplementedError

    @property
    def key(self) -> str:
        """Its name among all records: the id of a plan, and ``issues/parks`` for another kind."""
        return self.id if self.kind is RecordKind.PLAN else f"{self.kind}/{self.id}"

    @property
    def kind_name(self) -> str:
        """What sentences call it: the plan, the record, the log, the report."""
        return _KIND_NAMES[self.kind]

    def role(self, owner_id: str) -> str:
        """Return the role that readers see for an owner; an unknown id stands for itself."""
        return self.owners[owner_id].role if owner_id in self.owners else owner_id

    def in_file(self, path: Path) -> Path:
        """Return the path in the file of what stands at ``path`` of what is published."""
        return path

    part_thing: ClassVar[str]
    """What kind of part it is mainly made of, as the anchors of these parts say."""

    @property
    def parts(self) -> Sequence[Part]:
        """What it is mainly made of, such as the actions that are still in a plan."""
        raise NotImplementedError

    def part_names(self, how_many: int) -> str:
        """Return what its main parts are called: ``issue`` for 1, else the plural."""
        return self.part_thing if how_many == 1 else f"{self.part_thing}s"

    def short_name(self, thing: str, part: Part) -> str:
        """Return what a main part is called in a list of nothing else; blank for another part."""
        return part.id if thing == self.part_thing else ""

    def called(self, thing: str, part: Part) -> str:
        """Return what readers call a part of the record: its own words, or ``Issue csw-01``.

        ``thing`` is what kind of part it is, as its anchor says.
        """
        own: str = getattr(part, "called", "")
        return own or f"{thing[:1].upper()}{thing[1:]} {part.id}"


@dataclass(frozen=True, kw_only=True)
class ForumsInFull(RecordInFull):
    """What forums of an area named as priorities, with everything its ids refer to."""

    kind = RecordKind.FORUMS
    part_thing = "forum"
    forums: Forums

    @property
    def head(self) -> Forums:
        """The record itself."""
        return self.forums

    @property
    def parts(self) -> tuple[Forum, ...]:
        """Its forums."""
        return self.forums.forums


@dataclass(frozen=True, kw_only=True)
class IssuesInFull(RecordInFull):
    """An issue and action log with everything its ids refer to.

    ``log`` has only what is published. ``withheld`` says how many issues are not, and
    ``positions`` where each that is stands in the file.
    """

    kind = RecordKind.ISSUES
    part_thing = "issue"
    log: IssueLog
    withheld: int = 0
    positions: tuple[int, ...] = ()

    @property
    def head(self) -> IssueLog:
        """The record itself."""
        return self.log

    @property
    def parts(self) -> tuple[Issue, ...]:
        """The issues that are published."""
        return self.log.issues

    def in_file(self, path: Path) -> Path:
        """Return the path in the file of what stands at ``path`` of what is published."""
        if path[:1] != ("issues",) or not self.positions:
            return path
        return ("issues", self.positions[int(path[1])], *path[2:])

    def short_name(self, thing: str, part: Part) -> str:
        """Return what an issue is called in a list of nothing else: ``CSW-01``."""
        return self.issues[part.id].known_as if thing == self.part_thing else ""

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """Every published issue by its id, in the order of the log."""
        return {one.id: one for one in self.log.issues}

    def walk_issues(self) -> Iterator[tuple[tuple[str | int, ...], Issue]]:
        """Yield every published issue in the order of the log: its path in the file, the issue."""
        for position, issue in zip(self.positions, self.log.issues, strict=True):
            yield ("issues", position), issue


@dataclass(frozen=True, kw_only=True)
class ReportInFull(RecordInFull):
    """A progress report with everything its ids refer to."""

    kind = RecordKind.REPORT
    part_thing = "measure"
    report: Report

    @property
    def head(self) -> Report:
        """The record itself."""
        return self.report

    @property
    def parts(self) -> tuple[Measure, ...]:
        """What was followed."""
        return self.report.measures


@dataclass(frozen=True, kw_only=True)
class ProgrammeInFull(RecordInFull):
    """A programme of volunteers with everything its ids refer to.

    Wherever a row names a team or a site, it is by its id here. ``sessions`` are added up by team,
    site, month and state. A site has its position only if that is released.
    """

    kind = RecordKind.PROGRAMME
    part_thing = "site"
    programme: Programme
    sessions: tuple[SessionGroup, ...] = ()

    @property
    def head(self) -> Programme:
        """The programme itself."""
        return self.programme

    @property
    def parts(self) -> tuple[Site, ...]:
        """Its sites."""
        return self.programme.sites

    def short_name(self, thing: str, part: Part) -> str:
        """Return what a site is called in a list of nothing else: its name."""
        return self.sites[part.id].name if thing == self.part_thing else ""

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """Every team by its id, in the order of their names."""
        found = sorted(self.programme.teams, key=lambda one: one.name.casefold())
        return {one.id: one for one in found}

    @cached_property
    def sites(self) -> Mapping[str, Site]:
        """Every site by its id, in the order of their names."""
        found = sorted(self.programme.sites, key=lambda one: one.name.casefold())
        return {one.id: one for one in found}


@dataclass(frozen=True, kw_only=True)
class PlanInFull(RecordInFull):
    """A plan with everything its ids refer to; every status is a code on ``scale``."""

    kind = RecordKind.PLAN
    part_thing = "action"
    plan: Plan
    scale: Scale

    @property
    def head(self) -> Plan:
        """The plan itself."""
        return self.plan

    @property
    def parts(self) -> tuple[Action, ...]:
        """The actions that have not left the plan."""
        return self.current

    def part_names(self, how_many: int) -> str:
        """Return what the plan calls its actions."""
        return self.plan.action_names(how_many)

    def short_name(self, thing: str, part: Part) -> str:
        """Return the number readers know an action by; blank for a group."""
        return self.known_as(self.actions[part.id]) if thing == self.part_thing else ""

    def called(self, thing: str, part: Part) -> str:
        """Return what readers call a part: ``Recommendation 3``, ``Theme “Parks”``."""
        if thing == "action":
            name = f"{self.plan.action_name} {self.known_as(self.actions[part.id])}"
        else:
            group = self.groups[part.id]
            name = f"{group.kind} “{group.title}”"
        return f"{name[:1].upper()}{name[1:]}"

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Every group of the plan by its id."""
        return {chain[-1].id: chain[-1] for _, chain in self.plan.walk_groups()}

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """Every action of the plan by its id."""
        return {action.id: action for _, _, action in self.plan.walk_actions()}

    @cached_property
    def current(self) -> tuple[Action, ...]:
        """The actions that have not left the plan, in its order."""
        return tuple(one for one in self.actions.values() if one.left_on is None)

    @cached_property
    def outside(self) -> Mapping[str, Outside]:
        """Work outside the plan that its actions wait for, by its id."""
        return {one.id: one for one in self.plan.outside}

    @cached_property
    def _numbers_differ(self) -> bool:
        known = [one.number or one.id for one in self.actions.values()]
        return len(set(known)) == len(known)

    def known_as(self, action: Action) -> str:
        """Return the number readers know an action by.

        It is the one that is printed, unless two actions would be known by the same, as where the
        count begins anew under every heading: then it is the id.
        """
        return (self._numbers_differ and action.number) or action.id

    def is_finished(self, action: Action) -> bool:
        """Return whether the plan says that nothing is left to do on ``action``."""
        level = self.level(action)
        return (
            action.stage in _FINISHED_STAGES
            or action.schedule.kind is ScheduleKind.COMPLETED
            or (level is not None and level.counts_as is CountsAs.COMPLETE)
        )

    def level(self, action: Action) -> Level | None:
        """Return the level of ``action``; None for a status that is an error, never published."""
        try:
            return self.scale.level(action.status)
        except KeyError:
            return None

    def days_without_news(self, action: Action) -> int | None:
        """Return how many days before the as-at day the newest dated update was made, if any."""
        newest = next((one.on for one in action.updates_newest_first if one.on), None)
        return (self.plan.as_at.last - newest).days if newest else None

    @property
    def without_targets(self) -> tuple[int, int]:
        """How many actions in the plan have no target, and how many there are in all."""
        return sum(not one.targets for one in self.current), len(self.current)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsletterInFull:
    """One issue of a newsletter with the records that it reports on; its ``id`` names its file.

    ``covered`` are the issues of the log that it covers and that are published. ``before`` is the
    issue before it about the same programme or log, None for the first.
    """

    id: str
    newsletter: Newsletter
    publisher: Publisher
    programme: ProgrammeInFull | None = None
    log: IssuesInFull | None = None
    covered: tuple[Issue, ...] = ()
    before: NewsletterInFull | None = None

    @property
    def records(self) -> tuple[RecordInFull, ...]:
        """What it reports on: the programme first."""
        found: tuple[RecordInFull | None, ...] = (self.programme, self.log)
        return tuple(one for one in found if one is not None)
