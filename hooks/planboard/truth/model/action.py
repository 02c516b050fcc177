"""Action: one piece of work in a plan, and all that is said of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from planboard.truth import schedule
from planboard.truth.model.due import Due, DueMeans
from planboard.truth.model.fields import (
    Day,
    Days,
    Id,
    Line,
    Link,
    Number,
    Record,
    Text,
    TextOrNothing,
    closed_list,
    shape,
)
from planboard.truth.model.published import Source
from planboard.truth.schedule import Schedule
from planboard.words.vocabulary.plans import (
    NOT_RATED,
    DependencyKind,
    Qualifier,
    Stage,
    TargetOperator,
    UpdateKind,
    UpdateState,
)

__all__ = [
    "Action",
    "Dependency",
    "Funding",
    "Milestone",
    "Observation",
    "SubItem",
    "Target",
    "Update",
]

_PLACEHOLDERS: Final = frozenset({"xxx", "tbc", "tba", "tbd", "n/a", "na", "-", "–", "?", "..."})


class SubItem(Record):
    """A part of an action without an owner of its own."""

    marker: Line | None = Field(default=None, examples=["a.", "•"])
    """The letter or bullet of the source: ``a.``."""
    text: Text
    """What it says."""


def _sub_item(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


_TextOrSubItem = Annotated[
    SubItem, BeforeValidator(_sub_item, json_schema_input_type=Text | SubItem)
]


class Update(Record):
    """What was reported on an action, and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["on"], "properties": {"on": {"not": {"type": "null"}}}},
            "then": {
                "properties": {
                    "dated_as_written": {
                        "type": ["string", "null"],
                        "pattern": "^$",
                        "errorMessage": "Keep this or on, not both: an update has one date.",
                    }
                }
            },
        }
    )

    on: Day | None = None
    """The day it was reported."""
    dated_as_written: Line | None = Field(default=None, examples=["296023", "31/04/24"])
    """A date the source got wrong: shown as unclear, sorted last, never read as a day."""
    kind: Annotated[UpdateKind, closed_list(UpdateKind)] = UpdateKind.PROGRESS
    """What it is about; ``forward`` is a plan for later, not progress."""
    year: Line | None = Field(default=None, examples=["2025/26", "2026"])
    """The year a forward note speaks of: ``2025/26``."""
    text: TextOrNothing = ""
    """What was said, in plain paragraphs."""
    links: tuple[Link, ...] = ()
    """Evidence elsewhere."""

    @model_validator(mode="after")
    def _one_date(self) -> Update:
        if self.on and self.dated_as_written:
            raise ValueError(
                "has two dates. Keep on if the day is certain, or dated_as_written if it is not."
            )
        return self

    @property
    def state(self) -> UpdateState:
        """What can be said of its day; a placeholder or an empty text is no update."""
        words = self.text.strip()
        if not words:
            return UpdateState.EMPTY
        if words.casefold().rstrip(".") in _PLACEHOLDERS or words in _PLACEHOLDERS:
            return UpdateState.PLACEHOLDER
        if self.kind is UpdateKind.FORWARD:
            return UpdateState.FORWARD
        if self.on:
            return UpdateState.DATED
        return UpdateState.INVALID if self.dated_as_written else UpdateState.UNDATED


class Target(Record):
    """A figure to reach and by when (R086)."""

    id: Id | None = Field(default=None, examples=["sign-ups", "lamps"])
    """Its name, when an observation refers to it."""
    what: Line = Field(examples=["people signed up", "lamps on the path"])
    """What is counted: ``people signed up``."""
    operator: Annotated[TargetOperator, closed_list(TargetOperator)] = TargetOperator.AT_LEAST
    """How the figure is to be read."""
    value: Number = Field(examples=[40, 12.5, "30,000"])
    """The figure."""
    unit: Line | None = Field(default=None, examples=["%", "£", "hours"])
    """Its unit, if it is not plain numbers: ``%``."""
    by: Days | None = None
    """By when."""


class Observation(Record):
    """A figure that was reported (R087)."""

    target: Id | None = Field(default=None, examples=["sign-ups", "lamps"])
    """The target it belongs to, if any."""
    what: Line = Field(examples=["people signed up", "lamps on the path"])
    """What was counted."""
    value: Number = Field(examples=[40, 12.5, "30,000"])
    """The figure."""
    qualifier: Annotated[Qualifier, closed_list(Qualifier)] = Qualifier.EXACT
    """How sure the figure is."""
    unit: Line | None = Field(default=None, examples=["%", "£", "hours"])
    """Its unit."""
    on: Day | None = None
    """The day it was reported."""
    year: Line | None = Field(default=None, examples=["2023/24", "2024"])
    """The year it covers, where the source gives no day: ``2023/24``."""
    dated_as_written: Line | None = Field(default=None, examples=["296023", "31/04/24"])
    """A date the source got wrong."""


class Milestone(Record):
    """A dated point that is met or not."""

    title: Line
    """What is to be reached."""
    due_means: DueMeans | None = None
    """What the words of due mean, where they can be read in two ways."""
    due: Due | None = None
    """When, in the plan's words."""
    met_on: Day | None = None
    """The day it was reached."""


class Dependency(Record):
    """What an action waits for (R088)."""

    kind: Annotated[DependencyKind, closed_list(DependencyKind)]
    """Funding, a bid, procurement, a decision, another action, or something else."""
    text: Text | None = None
    """What it is, in plain words."""
    action: Id | None = Field(default=None, examples=["2", "o01-a04"])
    """The id of the action it waits for."""
    outside: Id | None = None
    """The id of the work outside the plan that it waits for, as the plan lists it."""

    @model_validator(mode="after")
    def _one_thing(self) -> Dependency:
        if self.action and self.outside:
            raise ValueError(
                "waits for an action and for work outside the plan at once. Write an entry of its "
                "own for each."
            )
        return self


class Funding(Record):
    """Where the money comes from (R158)."""

    name: Line
    """The fund."""
    body: Line | None = None
    """Who gives it."""
    amount: Number | None = Field(default=None, examples=[30000, "30,000"])
    """How much, in pounds."""
    ends: Days | None = None
    """When it ends."""


def _names_a_law(value: str) -> str:
    if value.casefold() in {"true", "yes", "false", "no"}:
        raise ValueError(
            "does not name a law. Write which law requires it, or leave the line out where none "
            "does."
        )
    return value


_ALaw = Annotated[
    Line,
    AfterValidator(_names_a_law),
    shape(
        type=["string", "number"],
        pattern=r"^(?!\s*([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])\s*$).*\S",
        errorMessage="Name the law, or leave the line out.",
    ),
]


class Action(Record):
    """One piece of work with its owners, its date and its status."""

    id: Id = Field(examples=["1", "o01-a04"])
    """Its name for ever: part of its address, never reused."""
    number: Line | None = Field(default=None, examples=["1.10", "3a"])
    """The number as printed."""
    title: Line
    """What is to be done, in a sentence."""
    owners: tuple[Id, ...] = ()
    """Who is accountable: ids from the owners register."""
    support: tuple[Id, ...] = ()
    """Who helps."""
    reports_to: tuple[Id, ...] = ()
    """The boards it reports to."""
    due_means: DueMeans | None = None
    """What the words of due mean, where they can be read in two ways."""
    due: Due | None = None
    """When, in the plan's words."""
    status: Line = Field(
        default=NOT_RATED,
        examples=["red", "amber", "green", "blue", "not rated", "not published"],
        json_schema_extra={"default": "not rated"},
    )
    """Its level on the plan's scale, or ``not rated``, or ``not published``."""
    stage: Annotated[Stage, closed_list(Stage)] | None = None
    """Where the work stands, beside its status."""
    percent_complete: Annotated[Number, Field(ge=0, le=100)] | None = Field(
        default=None, examples=[0, 75, 100], json_schema_extra={"minimum": 0, "maximum": 100}
    )
    """How much is done, from 0 to 100, as published."""
    sub_items: tuple[_TextOrSubItem, ...] = ()
    """Its parts."""
    updates: tuple[Update, ...] = ()
    """What was reported."""
    milestones: tuple[Milestone, ...] = ()
    """Dated points on the way."""
    targets: tuple[Target, ...] = ()
    """Figures to reach."""
    observations: tuple[Observation, ...] = ()
    """Figures reported."""
    depends_on: tuple[Dependency, ...] = ()
    """What it waits for."""
    funding: tuple[Funding, ...] = ()
    """Where the money comes from."""
    tags: tuple[Line, ...] = ()
    """Topics that cut across groups."""
    legal_duty: _ALaw | None = Field(
        default=None, examples=["Highways Act 1980", "Crime and Disorder Act 1998, section 17"]
    )
    """The law that requires it."""
    see_also: tuple[Id, ...] = ()
    """Actions of the same plan to read with it."""
    links: tuple[Link, ...] = ()
    """Evidence elsewhere."""
    source: Source | None = None
    """Where it stands in the published document."""
    left_on: Day | None = None
    """The day it left the plan; its address stays."""

    @property
    def schedule(self) -> Schedule:
        """When, with what the words mean; a plan that says nothing gives ``not_stated``."""
        return self.due or schedule.read("")

    @property
    def updates_newest_first(self) -> tuple[Update, ...]:
        """Dated updates newest first, then undated ones, then those with an unclear date.

        Forward notes, placeholders and empty updates are left out: they are not progress.
        """
        dated = sorted(
            (one for one in self.updates if one.state is UpdateState.DATED),
            key=lambda one: one.on or date.min,
            reverse=True,
        )
        rest = [one for one in self.updates if one.state is UpdateState.UNDATED]
        unclear = [one for one in self.updates if one.state is UpdateState.INVALID]
        return (*dated, *rest, *unclear)

    @property
    def forward_notes(self) -> tuple[Update, ...]:
        """What is planned for later, in the plan's order."""
        return tuple(one for one in self.updates if one.state is UpdateState.FORWARD)

    @property
    def update_state(self) -> UpdateState:
        """The state of its newest update; ``none`` when the plan has no update at all."""
        if self.updates_newest_first:
            return self.updates_newest_first[0].state
        states = [one.state for one in self.updates]
        for state in (UpdateState.FORWARD, UpdateState.PLACEHOLDER, UpdateState.EMPTY):
            if state in states:
                return state
        return UpdateState.NONE
