"""Follow up: what was done with what volunteers sent in; visits, letters, and why some get none."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Final

from pydantic import Field, model_validator

from planboard.truth.model.fields import (
    Count,
    Day,
    Days,
    Id,
    Line,
    Record,
    Text,
    WebAddress,
    closed_list,
)
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.programmes import (
    OUTCOMES,
    FigureElsewhere,
    FollowUp,
    RepeatBand,
    Step,
    VisitReason,
)
from planboard.words.vocabulary.reports import Certainty

__all__ = ["Drop", "Elsewhere", "Letters", "Month", "Repeat", "SpeedBand", "Visit"]


_NO_MONTH: Final = "has more or less than one month. Write a month, such as 2026-05."


class Month(Record):
    """A row that is about one month."""

    month: Days = Field(examples=["2026-05", "May 2026"])
    """The month."""

    @model_validator(mode="after")
    def _one_month(self) -> Month:
        if self.month.precision is not Precision.MONTH:
            raise ValueError(_NO_MONTH)
        return self

    @property
    def first(self) -> date:
        """The first day of the month."""
        return self.month.first


class Visit(Record):
    """One visit of the police to a site: when, why, and what came of it (R015)."""

    counted: ClassVar[str] = "visit"

    on: Day
    """The day of the visit."""
    site: Line
    """The site, by its name or id."""
    by: Id | None = Field(default=None, examples=["traffic-enforcement-officer"])
    """Who went: an id from the owners register, never a name."""
    reason: Annotated[VisitReason, closed_list(VisitReason)] = VisitReason.NOT_STATED
    """Why the police went."""
    stopped: Count | None = None
    """How many drivers were stopped: the outcomes below add up to it."""
    no_action: Count = 0
    """With how many nothing followed."""
    words_of_advice: Count = 0
    """How many got words of advice."""
    caution: Count = 0
    """How many were cautioned."""
    course: Count = 0
    """How many were offered a course."""
    fixed_penalty: Count = 0
    """How many got a fixed penalty."""
    court: Count = 0
    """How many went to court."""

    @model_validator(mode="after")
    def _adds_up(self) -> Visit:
        total = sum(self.outcomes.values())
        if self.stopped is not None and self.stopped != total:
            raise ValueError(
                f"says that {self.stopped} drivers were stopped, and its outcomes add up to "
                f"{total}. Correct one of them."
            )
        return self

    @property
    def outcomes(self) -> dict[FollowUp, int]:
        """How many drivers there were of each outcome."""
        return {one: getattr(self, one.value) for one in OUTCOMES}


class Letters(Month):
    """The letters of one month to keepers of vehicles that one team noted down."""

    team: Line
    """The team, by its name or id."""
    letter_1: Count = 0
    """How many first letters were sent."""
    letter_2: Count = 0
    """How many second letters were sent."""
    letter_3_or_visit: Count = 0
    """How many third letters were sent or brought by hand."""

    @property
    def counts(self) -> dict[FollowUp, int]:
        """How many letters there were of each kind."""
        return {
            FollowUp.LETTER_1: self.letter_1,
            FollowUp.LETTER_2: self.letter_2,
            FollowUp.LETTER_3_OR_VISIT: self.letter_3_or_visit,
        }


class Drop(Record):
    """Why some vehicles do not come to the next step (R188)."""

    before: Annotated[Step, closed_list(Step)]
    """The step that they do not come to."""
    reason: Line
    """Why, in plain words."""
    vehicles: Count | None = None
    """How many, where it was counted."""

    @model_validator(mode="after")
    def _not_the_first(self) -> Drop:
        if self.before is Step.OVER_THRESHOLD:
            raise ValueError("stands before the first step. Use checked, letter or outcome.")
        return self


class Repeat(Record):
    """How many vehicles were seen so often over the threshold; never which (R022)."""

    month: Days | None = Field(default=None, examples=["2026-05", "May 2026"])
    """The month, where it is not the whole period."""
    band: Annotated[RepeatBand, closed_list(RepeatBand)]
    """How often they were seen."""
    vehicles: Count
    """How many vehicles."""

    @model_validator(mode="after")
    def _one_month(self) -> Repeat:
        if self.month and self.month.precision is not Precision.MONTH:
            raise ValueError(_NO_MONTH)
        return self


class SpeedBand(Record):
    """How many vehicles were so much over the limit (R022)."""

    from_mph: Count
    """The least that they were over the limit, in miles per hour."""
    to_mph: Count | None = None
    """The most; without it there is no upper end."""
    vehicles: Count
    """How many vehicles."""

    @model_validator(mode="after")
    def _in_order(self) -> SpeedBand:
        if self.to_mph is not None and self.to_mph < self.from_mph:
            raise ValueError("ends below its beginning. Correct from_mph or to_mph.")
        return self


class Elsewhere(Record):
    """Figures that another programme has published, to compare with; never invented."""

    area: Line
    """Where: ``Wiltshire and Swindon``."""
    period: Line
    """When, in the words of the source."""
    sessions: Count | None = None
    """How many sessions there were."""
    vehicles_passed: Count | None = None
    """How many vehicles passed."""
    over_threshold: Count | None = None
    """How many of them were over the threshold."""
    followed_up: Count | None = None
    """How many letters were sent, or vehicles followed up in another way."""
    qualifier: Annotated[Certainty, closed_list(Certainty)] = Certainty.EXACT
    """How some of the figures are to be read, where the source does not give them exactly."""
    qualified: tuple[Annotated[FigureElsewhere, closed_list(FigureElsewhere)], ...] = ()
    """Which of the figures are to be read so."""
    note: Text | None = None
    """What to know about these figures."""
    source: Line
    """Who published them, and where."""
    url: WebAddress
    """The address of the source."""

    @model_validator(mode="after")
    def _read_alike(self) -> Elsewhere:
        if self.qualifier in {Certainty.RANGE, Certainty.QUOTE}:
            raise ValueError(
                f"cannot have the qualifier {self.qualifier}. Use about, over, under, at_least or "
                "at_most."
            )
        exact = self.qualifier is Certainty.EXACT
        if exact and self.qualified:
            raise ValueError(
                "says which figures are not exact, and not how to read them. Write the qualifier "
                "too, or leave qualified out."
            )
        if not exact and not self.qualified:
            raise ValueError(
                f"has the qualifier {self.qualifier}, and does not say which figures it is about. "
                "Write qualified with their keys, or leave the qualifier out."
            )
        missing = [one for one in self.qualified if getattr(self, one) is None]
        if missing:
            raise ValueError(
                f"says how to read {missing[0]}, which it does not state. Write the figure, or "
                "take it out of qualified."
            )
        return self

    def certainty(self, figure: FigureElsewhere) -> Certainty:
        """Return how one of the figures is to be read."""
        return self.qualifier if figure in self.qualified else Certainty.EXACT
