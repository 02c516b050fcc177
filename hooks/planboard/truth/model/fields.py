"""Fields: the kinds of value that records share, each with its own sentence when it is wrong."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    WithJsonSchema,
)

from planboard.truth import schedule
from planboard.truth.schedule import Span

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

__all__ = [
    "Code",
    "Count",
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
    "code_pattern",
    "id_shape",
    "is_made_of_ids",
    "shape",
]

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*")
_NUMBER: Final = re.compile(r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
_WEB_ADDRESS: Final = re.compile("https?://[^\\s<>\"'`]+")
_THIS_FORMAT: Final = "1"
_LONGEST_EXAMPLE: Final = 60
"""How long a better name may be that a sentence tells; nobody wants a longer one."""
_TRUTHS: Final = {"true": True, "yes": True, "false": False, "no": False}


class Record(BaseModel):
    """A record as an editor wrote it: frozen, and every key known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
        ignored_types=(property,),
        model_title_generator=lambda model: re.sub(
            "(?<!^)(?=[A-Z])", " ", model.__name__
        ).capitalize(),
    )

    thing: ClassVar[str] = ""
    """What kind of part of a page it is, as its anchor says: ``issue``; nothing for no part."""
    counted: ClassVar[str] = ""
    """What it is called where it has no id, so that owners whom it names are told how many do."""

    @property
    def held_back(self) -> bool:
        """Whether nobody may read it on the site."""
        return False


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
    return "" if value is None or value == "" else _text(value)


def _line(value: str) -> str:
    return " ".join(value.split())


def as_id(value: str) -> str:
    """Return ``value`` if it can be part of an address.

    Raises:
        ValueError: with the end of a sentence that says what an id is made of.
    """
    if not _ID.fullmatch(value):
        better = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        hint = f' For example "{better}".' if 0 < len(better) <= _LONGEST_EXAMPLE else ""
        raise ValueError(
            "is not an id. Use lower-case letters, figures and hyphens, and begin with a letter "
            f"or a figure.{hint}"
        )
    return value


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        better = re.sub(r"[^a-z0-9]+", "_", value.lower()).strip("_")
        is_short = len(better) <= _LONGEST_EXAMPLE
        hint = f' For example "{better}".' if is_short and _CODE.fullmatch(better) else ""
        raise ValueError(
            "is not a code. Use lower-case letters, figures and underscores, and begin with a "
            f"letter.{hint}"
        )
    return value


def _yes_or_no(value: object) -> bool:
    truth = _TRUTHS.get(_text(value).lower())
    if truth is None:
        raise ValueError("is neither true nor false. Write true or false, or yes or no.")
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
    return _day(_text(value))


_day = lru_cache(maxsize=2048)(schedule.read_day)  # a long table has few days, again and again


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


def _count(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)  # nearly all that a long table holds
    number = _number(value)
    if number != number.to_integral_value() or number < 0:
        raise ValueError("is not a count. Write a whole number, such as 0 or 25.")
    return int(number)


def _web_address(value: str) -> str:
    if not _WEB_ADDRESS.fullmatch(value):
        raise ValueError("is not a web address. It begins with https:// and has no spaces.")
    return value


def closed_list(codes: type[StrEnum]) -> BeforeValidator:
    """Return a validator that reads a code of ``codes`` in any case, with spaces or hyphens."""

    def read(value: object) -> object:
        return re.sub(r"[\s-]+", "_", _text(value).lower())

    read.__name__ = f"read_{codes.__name__}"
    either = [{"enum": list(codes)}, {"type": "string", "pattern": code_pattern(*codes)}]
    return BeforeValidator(read, json_schema_input_type=Annotated[str, shape(anyOf=either)])


# The JSON Schema of each kind of value. A YAML editor takes 1.10 for a number and true for a
# truth where this project keeps the text, so text may be any of them. What is meant stands first
# among the types, and ``errorMessage`` is what the editor says instead of a pattern.


def shape(**keywords: object) -> WithJsonSchema:
    """Return the annotation that gives a kind of value its JSON Schema.

    Patterns are those of JavaScript with its flag ``u``, and mean the same in Python.
    """
    return WithJsonSchema(dict(keywords))


def _alone(pattern: re.Pattern[str]) -> str:
    """Return the pattern of a value that is ``pattern`` and nothing else but space round it."""
    return rf"^\s*(?:{pattern.pattern})\s*$"


def code_pattern(*codes: str) -> str:
    """Return the pattern of one of ``codes`` as ``closed_list`` reads it."""
    letters = {"_": r"(?:_|[\s-]+)"}
    words = ("".join(letters.get(one, f"[{one.upper()}{one}]") for one in code) for code in codes)
    return rf"^\s*(?:{'|'.join(words)})\s*$"


def id_shape(message: str) -> WithJsonSchema:
    """Return the shape of an id, with what an editor says of something else."""
    return shape(type=["string", "integer"], minimum=0, pattern=_alone(_ID), errorMessage=message)


_AN_ID: Final = id_shape("Use lower-case letters, figures and hyphens, like parks-team.")
_SOME_TEXT: Final = shape(
    type=["string", "number", "boolean"], pattern=r"\S", errorMessage="Write text here."
)
_MAYBE_TEXT: Final = shape(
    type=["string", "number", "boolean", "null"],
    pattern=r"^$|\S",
    errorMessage="Write text here, or nothing.",
)
_A_CODE: Final = shape(
    type="string",
    pattern=_alone(_CODE),
    errorMessage="Use lower-case letters, figures and underscores, like on_track.",
)
_A_TRUTH: Final = shape(
    type=["boolean", "string"],
    pattern=r"^\s*(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo])\s*$",
    errorMessage="Write true or false, or yes or no.",
)
_A_DAY: Final = shape(
    type="string",
    pattern=r"[0-9][\s\S]*[0-9]",
    errorMessage="Write the day, like 2026-09-14 or 14 September 2026.",
    examples=["2026-09-14", "14 September 2026"],
)
_SOME_DAYS: Final = shape(
    type=["string", "integer"],
    minimum=1000,
    maximum=9999,
    pattern=r"[0-9][\s\S]*[0-9]",
    errorMessage="Write a day, a month, a quarter or a year, like 2026-09 or Q1 2026/27.",
    examples=["2026-09", "2026-09-14", "Q1 2026/27"],
)
_A_NUMBER: Final = shape(
    type=["number", "string"],
    pattern=_alone(_NUMBER),
    errorMessage="Use figures only, like 30000, 30,000 or 12.5.",
)
_A_COUNT: Final = shape(
    type=["integer", "string"],
    minimum=0,
    pattern=r"^\s*[0-9]{1,3}(?:,?[0-9]{3})*\s*$",
    errorMessage="Write a whole number, like 25.",
)
_A_WEB_ADDRESS: Final = shape(
    type="string",
    pattern=_alone(_WEB_ADDRESS),
    errorMessage="Write a web address; it begins with https:// and has no spaces.",
    examples=["https://www.example.org/plan.pdf", "https://www.example.org/plan"],
)
_THE_FORMAT: Final = shape(
    anyOf=[{"const": int(_THIS_FORMAT)}, {"type": "string", "pattern": rf"^\s*{_THIS_FORMAT}\s*$"}],
    examples=[int(_THIS_FORMAT)],
)

Text = Annotated[str, BeforeValidator(_text), _SOME_TEXT]
"""One or more paragraphs; blank lines make paragraphs."""
TextOrNothing = Annotated[str, BeforeValidator(_text_or_nothing), _MAYBE_TEXT]
"""The same, where the source may leave it empty."""
Line = Annotated[str, BeforeValidator(_text), AfterValidator(_line), _SOME_TEXT]
"""Text on one line; white space is folded."""
Id = Annotated[str, BeforeValidator(_text), AfterValidator(as_id), _AN_ID]
"""Part of an address for ever: lower-case letters, figures, hyphens."""
Code = Annotated[str, BeforeValidator(_text), AfterValidator(_code), _A_CODE]
"""A word of a closed list: lower-case letters, figures, underscores."""
YesOrNo = Annotated[bool, PlainValidator(_yes_or_no), _A_TRUTH]
"""true or false, or as a form has it: yes or no."""
Day = Annotated[date, PlainValidator(as_day), _A_DAY]
"""One day."""
Days = Annotated[Span, PlainValidator(as_days), _SOME_DAYS]
"""A day, month, quarter or year, as the days it covers."""
Number = Annotated[Decimal, PlainValidator(_number), _A_NUMBER]
"""A figure; commas between thousands are allowed."""
Count = Annotated[int, PlainValidator(_count), _A_COUNT]
"""How many of something there are: a whole number, and 0 is one."""
WebAddress = Annotated[str, BeforeValidator(_text), AfterValidator(_web_address), _A_WEB_ADDRESS]
"""An address that begins with https:// or http://."""
Format = Annotated[Literal["1"], BeforeValidator(_format), _THE_FORMAT]
"""The format of the file; the only one so far is 1."""


def is_made_of_ids(field: FieldInfo) -> bool:
    """Return whether a key of a record holds an id, or a list of them."""

    def has_id(one: object) -> bool:
        return getattr(one, "func", None) is as_id or any(map(has_id, get_args(one)))

    return any(map(has_id, (*field.metadata, *get_args(field.annotation))))


class Link(Record):
    """A link to evidence elsewhere."""

    title: Line
    """What the reader will find there."""
    url: WebAddress
    """Where it is."""
