"""Issues: a log of what people raised, what was done about it, and whether they were told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field, model_validator

from planboard.truth import schedule
from planboard.truth.model.due import Due, DueMeans
from planboard.truth.model.fields import (
    Days,
    Id,
    Line,
    Link,
    Number,
    Record,
    Text,
    YesOrNo,
    closed_list,
)
from planboard.truth.model.published import Published, Source
from planboard.words.vocabulary.issues import (
    AnswerKind,
    Channel,
    ClosedBecause,
    IssueKind,
    IssueState,
    ResponseLevel,
    ToldState,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.schedule import Schedule

__all__ = ["ActionTaken", "Issue", "IssueLog", "Meeting", "Raised", "Told"]


class Raised(Record):
    """When and where an issue was raised, and how often; never by whom by name."""

    on: Days | None = None
    """The day or month it was raised first."""
    at: Line | None = Field(default=None, examples=["team leaders’ meeting", "report 12"])
    """The meeting or return in which it was raised."""
    by: Line | None = Field(default=None, examples=["residents", "team leaders"])
    """What kind of people raised it; never a name."""
    times: Annotated[Number, Field(ge=1, multiple_of=1)] | None = Field(
        default=None, examples=[1, 2], json_schema_extra={"minimum": 1, "multipleOf": 1}
    )
    """How many times it was raised."""
    times_in: Line | None = Field(default=None, examples=["reports", "forums"])
    """In what it was raised that often, as more than one: ``reports``."""


class Meeting(Record):
    """A meeting that decides on an issue."""

    meeting: Line = Field(examples=["team leaders’ meeting"])
    """Which meeting, as it follows the word the: ``team leaders’ meeting``."""
    on: Days | None = None
    """When it is, or was."""


class Told(Record):
    """Whether those who raised an issue were told what came of it."""

    on: Days | None = None
    """When they were told."""
    how: tuple[Annotated[Channel, closed_list(Channel)], ...] = ()
    """By which ways."""
    due_at: Line | None = Field(default=None, examples=["next community forum"])
    """Where they are still to be told, as it follows the word the."""
    due_on: Days | None = None
    """When they are still to be told."""


class ActionTaken(Record):
    """One answer in the log of an issue: what was done about it, by whom and when."""

    text: Text
    """What was done, in plain words; the first paragraph by itself says what."""
    kind: Annotated[AnswerKind, closed_list(AnswerKind)] = AnswerKind.ACTION
    """Whether it is an action, a finding, a next step, or only points elsewhere."""
    by: tuple[Id, ...] = ()
    """Who does it: ids from the owners register."""
    partners: tuple[Id, ...] = ()
    """With whom, or who was asked."""
    done_on: Days | None = None
    """When it was done; without it nothing is called done."""
    level: Annotated[ResponseLevel, closed_list(ResponseLevel)] | None = None
    """How far the response went."""
    links: tuple[Link, ...] = ()
    """Evidence elsewhere."""

    @property
    def is_answer(self) -> bool:
        """Whether it says what was done or found, and not only what is next or where to read."""
        return self.kind in {AnswerKind.ACTION, AnswerKind.FINDING}

    @property
    def lacks_day(self) -> bool:
        """Whether it says that something was done or found, and not when."""
        return self.is_answer and self.done_on is None


class Issue(Record):
    """One thing that people raised, and its whole story."""

    thing: ClassVar[str] = "issue"

    id: Id = Field(examples=["csw-01", "12"])
    """Its name for ever: part of its address, never reused."""
    number: Line | None = Field(default=None, examples=["7", "CSW-01"])
    """The number as printed, where one is printed."""
    title: Line
    """What was raised, in a sentence of plain words."""
    text: Text | None = None
    """More on what was raised."""
    kind: Annotated[IssueKind, closed_list(IssueKind)] = IssueKind.NOT_STATED
    """What it is; a tension is published only when it is released."""
    released: YesOrNo | None = None
    """Whether it may be published: a tension only where this says so, anything else unless not."""
    raised: Raised = Raised()
    """When, where and how often it was raised."""
    owners: tuple[Id, ...] = ()
    """Who is accountable: ids from the owners register."""
    due_means: DueMeans | None = None
    """What the words of due mean, where they can be read in two ways."""
    due: Due | None = None
    """By when, in the words of the log."""
    status: Line | None = Field(default=None, examples=["Open", "Amber"])
    """The status in the words of the log, where it states one."""
    state: Annotated[IssueState, closed_list(IssueState)] = IssueState.NOT_STATED
    """Where it stands."""
    state_basis: Line | None = Field(
        default=None, examples=["the log says that the work is being carried out"]
    )
    """How the state is known, where the log does not state it."""
    closed_because: Annotated[ClosedBecause, closed_list(ClosedBecause)] | None = None
    """Why it is closed."""
    closed_on: Days | None = None
    """When it was closed."""
    decided_at: Meeting | None = None
    """The meeting that closes it, or that closed it."""
    with_board: Id | None = Field(default=None, examples=["roads-board"])
    """The board that has it before it: an id from the owners register."""
    board_heard_on: Days | None = None
    """When that board was last heard on it."""
    actions: tuple[ActionTaken, ...] = ()
    """What was done about it, each action by itself."""
    told: Told | None = None
    """Whether those who raised it were told."""
    topics: tuple[Line, ...] = ()
    """Topics, to find what is alike."""
    see_also: tuple[Id, ...] = ()
    """Issues of the same log to read with it."""
    details_held: YesOrNo | None = None
    """Whether the publisher holds details that are not published; never the details."""
    links: tuple[Link, ...] = ()
    """Documents to read with it."""
    source: Source | None = None
    """Where it stands in the published document."""

    @model_validator(mode="after")
    def _closed_with_a_reason(self) -> Issue:
        closed = self.state is IssueState.CLOSED
        if closed and not self.closed_because:
            raise ValueError(
                "is closed without a reason. Add closed_because with one of "
                f"{', '.join(ClosedBecause)}."
            )
        if not closed and (self.closed_because or self.closed_on):
            raise ValueError(
                "says why or when it was closed, but its state is not closed. Write "
                '"state: closed", or take these lines out.'
            )
        return self

    @property
    def known_as(self) -> str:
        """The number readers know it by: as printed, or its id in capitals."""
        return self.number or self.id.upper()

    @property
    def called(self) -> str:
        """What readers call it: ``Issue CSW-01``."""
        return f"Issue {self.known_as}"

    @property
    def is_published(self) -> bool:
        """Whether readers see it: a tension if it is released, anything else unless it is not."""
        return self.kind is not IssueKind.TENSION if self.released is None else self.released

    @property
    def schedule(self) -> Schedule:
        """By when, with what the words mean; a log that says nothing gives ``not_stated``."""
        return self.due or schedule.read("")

    @property
    def actions_newest_first(self) -> tuple[ActionTaken, ...]:
        """Dated actions newest first, then those without a date in the order of the log."""
        dated = [one for one in self.actions if one.done_on]
        dated.sort(key=lambda one: one.done_on.last if one.done_on else date.min, reverse=True)
        return (*dated, *(one for one in self.actions if one.done_on is None))

    @property
    def answered(self) -> bool:
        """Whether the log says what was done or found."""
        return any(one.is_answer for one in self.actions)

    @property
    def level(self) -> ResponseLevel | None:
        """The level of the response that went furthest, if any is known."""
        found = {one.level for one in self.actions}
        return next((one for one in reversed(ResponseLevel) if one in found), None)

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of all who are named on it, each once, in the order of the log."""
        ids = [*self.owners, *([self.with_board] if self.with_board else [])]
        for one in self.actions:
            ids += [*one.by, *one.partners]
        return tuple(dict.fromkeys(ids))

    def reported_days(self) -> Iterator[tuple[tuple[str | int, ...], date]]:
        """Yield each day on which something happened, with its path inside the issue."""
        told = self.told.on if self.told else None
        for path, days in (
            (("raised", "on"), self.raised.on),
            (("closed_on",), self.closed_on),
            (("board_heard_on",), self.board_heard_on),
            (("told", "on"), told),
        ):
            if days:
                yield path, days.first
        for index, action in enumerate(self.actions):
            if action.done_on:
                yield ("actions", index, "done_on"), action.done_on.first


class IssueLog(Published):
    """What people raised, what was done about it, and whether they were told."""

    state_basis: Line | None = None
    """How the states are known, where the document states none."""
    level_basis: Line | None = None
    """How the levels of response are known, where the document states none."""
    keeps_told: YesOrNo = False
    """Whether the log keeps a note of who was told: then an issue without a day waits."""
    how_to_raise: Text | None = None
    """How somebody can raise an issue."""
    issues: tuple[Issue, ...] = ()
    """Everything that was raised, in the order of the log."""

    def is_reading(self, issue: Issue) -> bool:
        """Return whether the state of an issue is read from its words and nobody stated it."""
        known = issue.state is not IssueState.NOT_STATED
        return known and not issue.status and bool(issue.state_basis or self.state_basis)

    def states_status(self, issue: Issue) -> bool:
        """Return whether the document itself states where an issue stands."""
        known = issue.state is not IssueState.NOT_STATED
        return bool(issue.status) or (known and not self.is_reading(issue))

    def told_state(self, issue: Issue) -> ToldState:
        """Return whether those who raised an issue were told; silence is not a no."""
        told = issue.told
        if told and told.on:
            return ToldState.TOLD
        if told and (told.due_at or told.due_on):
            return ToldState.WAITING
        if told and told.how:
            return ToldState.UNDATED
        return ToldState.WAITING if self.keeps_told else ToldState.NOT_STATED
