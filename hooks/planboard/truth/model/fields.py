"""Fields: the kinds of value that records share, each with its own sentence when it is wrong."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator

from planboard.truth import schedule
from planboard.truth.schedule import Span

__all__ = [
    "Code",
    "Day",
    "Days",
    "Format",
    "Id",
    "Line",
    "Link",
    "Number",
    "Record",
    "Text",
    "TextOrNothing",
    "WebAddress",
    "YesOrNo",
    "as_day",
    "as_days",
    "as_id",
    "closed_list",
]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER: Final = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_THIS_FORMAT: Final = "1"


class Record(BaseModel):
    """A record as an editor wrote it: frozen, and every key known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
        ignored_types=(property,),
    )


def _text(value: object) -> str:
    if value is None or value == "":
        raise ValueError("is empty.")
    if isinstance(value, list):
        raise ValueError(
            "has a list where text belongs. Write it after the colon, without dashes or brackets."
        )
    if not isinstance(value, str):
        raise ValueError(
            'has "key: value" lines of its own where text belongs. If the text has a colon in '
            "it, put the whole text in straight quotes."
        )
    if not value.strip():
        raise ValueError("is empty.")
    return value.strip()


def _text_or_nothing(value: object) -> str:
    return _text(value) if value else ""


def _line(value: str) -> str:
    return " ".join(value.split())


def as_id(value: str) -> str:
    """Return ``value`` if it can be part of an address.

    Raises:
        ValueError: with the end of a sentence that says what an id is made of.
    """
    if not _ID.fullmatch(value):
        better = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        hint = f' For example "{better}".' if better else ""
        raise ValueError(
            "is not an id. Use lower-case letters, figures and hyphens, and begin with a letter "
            f"or a figure.{hint}"
        )
    return value


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        better = re.sub(r"[^a-z0-9]+", "_", value.lower()).strip("_")
        hint = f' For example "{better}".' if _CODE.fullmatch(better) else ""
        raise ValueError(
            "is not a code. Use lower-case letters, figures and underscores, and begin with a "
            f"letter.{hint}"
        )
    return value


def _yes_or_no(value: object) -> bool:
    truth = {"true": True, "false": False}.get(_text(value).lower())
    if truth is None:
        raise ValueError("is neither true nor false. Write true or false.")
    return truth


def _format(value: object) -> str:
    text = _text(value)
    if text != _THIS_FORMAT:
        raise ValueError(
            f"is not a format that this planboard reads. Write {_THIS_FORMAT}, the only one so far."
        )
    return text


def as_days(value: object) -> Span:
    """Return the days that ``value`` (a day, a month, a quarter, a year) covers.

    Raises:
        ValueError: with a sentence that says what is wrong with the date.
    """
    if isinstance(value, Span):
        return value
    return schedule.read_span(_text(value))


def as_day(value: object) -> date:
    """Return the one day that ``value`` names.

    Raises:
        ValueError: with a sentence that says what is wrong with the date.
    """
    return schedule.read_day(_text(value))


def _number(value: object) -> Decimal:
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise ValueError(
            "is not a number. Use figures only, like 30000, 30,000 or 12.5; a word, or a sign "
            "such as % or £, does not belong here."
        )
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation as error:  # pragma: no cover - the pattern lets nothing else through
        raise ValueError("is not a number.") from error


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'`]+", value):
        raise ValueError("is not a web address. It begins with https:// and has no spaces.")
    return value


def closed_list(codes: type[StrEnum]) -> BeforeValidator:
    """Return a validator that reads a code of ``codes`` in any case, with spaces or hyphens."""

    def read(value: object) -> object:
        return re.sub(r"[\s-]+", "_", _text(value).lower())

    read.__name__ = f"read_{codes.__name__}"
    return BeforeValidator(read)


Text = Annotated[str, BeforeValidator(_text)]
"""One or more paragraphs; blank lines make paragraphs."""
TextOrNothing = Annotated[str, BeforeValidator(_text_or_nothing)]
"""The same, where the source may leave it empty."""
Line = Annotated[str, BeforeValidator(_text), AfterValidator(_line)]
"""Text on one line; white space is folded."""
Id = Annotated[str, BeforeValidator(_text), AfterValidator(as_id)]
"""Part of an address for ever: lower-case letters, figures, hyphens."""
Code = Annotated[str, BeforeValidator(_text), AfterValidator(_code)]
"""A word of a closed list: lower-case letters, figures, underscores."""
YesOrNo = Annotated[bool, PlainValidator(_yes_or_no)]
"""true or false; ``no`` stays a word, so it is refused rather than guessed."""
Day = Annotated[date, PlainValidator(as_day)]
"""One day."""
Days = Annotated[Span, PlainValidator(as_days)]
"""A day, month, quarter or year, as the days it covers."""
Number = Annotated[Decimal, PlainValidator(_number)]
"""A figure; commas between thousands are allowed."""
WebAddress = Annotated[str, BeforeValidator(_text), AfterValidator(_web_address)]
"""An address that begins with https:// or http://."""
Format = Annotated[Literal["1"], BeforeValidator(_format)]
"""The format of the file; the only one so far is 1."""


class Link(Record):
    """A link to evidence elsewhere."""

    title: Line
    """What the reader will find there."""
    url: WebAddress
    """Where it is."""
