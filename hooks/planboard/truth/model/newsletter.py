"""Newsletter: what the lines at the top of one issue of a newsletter say."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from planboard.truth.dates import ScheduleError, Span, find_dates
from planboard.truth.model.fields import Count, Day, Days, Id, Line, Record, closed_list
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.issues import Channel

__all__ = ["LONGEST_SUMMARY", "Newsletter"]

LONGEST_SUMMARY: Final = 280
"""How many letters a summary has at most, so that it fits into one message (R017)."""
_MARK: Final = re.compile(
    r"\*\*|__|`|\[\[|\]\(|^\s*(?:#{1,6}|[-*+>])\s|(?<!\w)[*_](?=\S)[^*_]+[*_](?!\w)"
)
"""A sign of Markdown, which a message would show as it is."""

_PERIODS: Final = "a month (2026-05), a quarter (Q1 2026/27), half a year (H1 2026/27) or a year"


def _summary(value: str) -> str:
    if len(value) > LONGEST_SUMMARY:
        raise ValueError(
            f"has {len(value)} letters, and a message takes {LONGEST_SUMMARY}. Make it shorter."
        )
    if mark := _MARK.search(value):
        raise ValueError(
            f'has the sign "{mark[0].strip()}" in it, which a message shows as it is. Write plain '
            "words only."
        )
    return value


def _one_period(value: object) -> object:
    try:
        _, spans = find_dates(value if isinstance(value, str) else "")
    except ScheduleError:
        return value  # it is told by whoever reads the date
    if len(spans) > 1:
        raise ValueError(f"is more than one date, and a period is one of these: {_PERIODS}.")
    return value


def _whole_months(value: Span) -> Span:
    if value.precision is Precision.DAY:
        raise ValueError(f"is one day, and figures are of whole months. Write {_PERIODS}.")
    return value


class Newsletter(Record):
    """One issue of a newsletter: what stands above its text, between two lines of dashes."""

    title: Line
    """What this issue is about; it is also the subject of the e-mail."""
    number: Annotated[Count, Field(ge=1)] = Field(json_schema_extra={"minimum": 1})
    """Which issue it is: one more than that of the issue before it."""
    date: Day
    """The day on which it comes out."""
    audience: Line = Field(examples=["Volunteers and team leaders"])
    """For whom it is, as a list of groups; never names."""
    programme: Id | None = Field(default=None, examples=["speedwatch-2026"])
    """The programme of volunteers that it reports on: the name of its folder."""
    log: Id | None = Field(default=None, examples=["speedwatch-2026"])
    """The issue log that it reports on: the name of its folder."""
    period: Annotated[Days, BeforeValidator(_one_period), AfterValidator(_whole_months)] | None = (
        Field(default=None, examples=["Q1 2026/27", "2026-05"])
    )
    """The months of the programme that it is about; results are of these unless you say else."""
    issues: tuple[Id, ...] = ()
    """The issues of the log that it covers: their ids. Each leads back to the newsletter."""
    channels: tuple[Annotated[Channel, closed_list(Channel)], ...] = ()
    """By which ways readers get it (R027)."""
    summary: Annotated[Line, AfterValidator(_summary)] | None = None
    """What it says in 280 letters, for a message; without it the figures of the period say it."""

    @model_validator(mode="after")
    def _about_something(self) -> Newsletter:
        if not (self.programme or self.log):
            raise ValueError(
                "says neither which programme nor which log it reports on. Write programme or log "
                "with the name of its folder in plans/."
            )
        if self.issues and not self.log:
            raise ValueError(
                "covers issues, and does not say of which log. Write log with the name of its "
                "folder in plans/."
            )
        if self.period and not self.programme:
            raise ValueError(
                "has a period, and no programme that it is of. Write programme with the name of "
                "its folder in plans/, or leave the period out."
            )
        return self

    @property
    def series(self) -> str:
        """What issues have alike that follow one another: their programme, or else their log."""
        return f"programme/{self.programme}" if self.programme else f"log/{self.log}"
