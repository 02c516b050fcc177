"""Dates: the only room that knows which days the words of a written date cover."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary.dates import MONTHS, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "DATE",
    "ScheduleError",
    "Span",
    "days_in_words",
    "find_dates",
    "in_words",
    "plain",
    "read_day",
    "read_span",
]

DATE: Final = "@"
"""What stands for a date in words whose dates were taken out."""

_LONGEST: Final = 200
"""No date column is longer; the limit keeps hostile text from costing time."""
_YEARS: Final = range(1900, 2200)
_MONTHS_IN_A_YEAR: Final = 12
_FINANCIAL_YEAR_STARTS: Final = 4
_SEASON_STARTS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_RANKS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# Names of our own: those of the standard library change with the computer's language.
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


class ScheduleError(ValueError):
    """Words that give no schedule, or none that can be read without guessing.

    ``message`` tells an editor what is wrong and what to do. ``ambiguous`` is true when the words
    may well mean something, and only the editor can say what.
    """

    def __init__(self, message: str, *, ambiguous: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.ambiguous = ambiguous


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a written date covers: "Oct 22" is 1 to 31 October 2022, a month (R076)."""

    first: date
    last: date
    precision: Precision


def read_day(text: str) -> date:
    """Return the one day that ``text`` names, day before month: ``29/06/2022``.

    Raises:
        ScheduleError: ``text`` is no date, an impossible one, or more than one day.
    """
    span = _only(text, "Write the day with its month and year, as in 29 June 2022.")
    if span.precision is not Precision.DAY:
        raise ScheduleError(
            f'"{plain(text)}" is more than one day. Write the day, as in 29 June 2022.'
        )
    return span.first


def read_span(text: str) -> Span:
    """Return the days covered by ``text``, which is one date and nothing else.

    A date is a day, a month, a quarter, a half-year, a season, a year or a financial year.

    Raises:
        ScheduleError: ``text`` is no date, an impossible one, or one that can be read two ways.
    """
    return _only(
        text,
        "Write a day (29 June 2022), a month (June 2022), a quarter (Q1 2022/23), "
        "a financial year (2022/23) or a year (2022).",
    )


def _only(text: str, way_out: str) -> Span:
    words, spans = find_dates(text)
    if words != DATE:
        raise ScheduleError(f"This cannot be read as one date. {way_out}", ambiguous=True)
    return spans[0]


def find_dates(text: str) -> tuple[str, tuple[Span, ...]]:
    """Return the plain words of ``text`` with ``DATE`` for each date, and the dates in order.

    Raises:
        ScheduleError: a date among the words is impossible, or can be read two ways.
    """
    if len(text) > _LONGEST:
        raise ScheduleError(
            "This is too long to be read as a date. Write the date alone, as in 31 March 2025.",
            ambiguous=True,
        )
    spans: list[Span] = []

    def take_out(found: re.Match[str]) -> str:
        spans.append(_span(found))
        return DATE

    both_years = _SHARED_YEAR.sub(r"\1 \3 - \2 \3", plain(text))
    return _DATE.sub(take_out, both_years), tuple(spans)


def plain(text: str) -> str:
    """Return ``text`` with one kind of space, dash and apostrophe and no idle full stops."""
    return " ".join(_IDLE_STOP.sub(" ", text.translate(_LOOK_ALIKES)).split())


def _span(found: re.Match[str]) -> Span:
    """Return the days of one date, read by the form that found it."""
    form = found.lastgroup or ""
    pattern, build = _FORMS[form]
    parts = re.fullmatch(pattern, found[form], _FLAGS)
    span = build(found[0], **(parts.groupdict("") if parts else {}))
    weekday = found["weekday"] or ""
    if found["vague"] or (weekday and span.precision is not Precision.DAY):
        raise ScheduleError(
            f'"{found[0]}" does not say which days it covers. Write the month or the day.',
            ambiguous=True,
        )
    true_weekday = _WEEKDAYS[span.first.weekday()]
    if weekday[:3].lower() not in true_weekday.lower():
        raise ScheduleError(
            f'"{found[0]}" contradicts itself: {in_words(span.first)} is a {true_weekday}. '
            "Correct the weekday or the date."
        )
    return span


# Builders: the words of a date go in with its parts by name, a span comes out. The parts are
# d(ay), m(onth), y(ear), t(he two or four figures after it) and p(art of the year).


def _day(said: str, d: str, m: str, y: str) -> Span:
    """Read 31/03/2025, 31 March 2025 and 2025-03-31."""
    year, month, day = _year(y), _month_number(m), int(d)
    # 2025-13-01 ends with its day: behind a year, nobody puts the day before the month.
    if said.endswith(y) and 1 <= day <= _MONTHS_IN_A_YEAR < month <= monthrange(year, day)[1]:
        raise ScheduleError(
            f'"{said}" has no month {month}: the day comes before the month. Write '
            f"{in_words(date(year, day, month))} if that is the day."
        )
    _check_month(said, month)
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise ScheduleError(
            f'"{said}" does not exist: {MONTHS[month - 1]} {year} has {days} days. Correct the day.'
        )
    only = date(year, month, day)
    return Span(only, only, Precision.DAY)


def _month(said: str, m: str, y: str) -> Span:
    """Read March 2025 and 03/2025."""
    _check_month(said, _month_number(m))
    return _months(_year(y), _month_number(m), 1, Precision.MONTH)


def _calendar_year(_said: str, y: str) -> Span:
    return _months(_year(y), 1, 12, Precision.YEAR)


def _financial_year(said: str, y: str, t: str) -> Span:
    """Read FY 2023/24, which runs from April to March."""
    year = _year(y)
    if not t:
        raise ScheduleError(
            f'"{said}" can mean two financial years. Write {_pair(year - 1)} or {_pair(year)}.',
            ambiguous=True,
        )
    if not _follows(year, t):
        raise ScheduleError(
            f'"{said}" is not one financial year. Write one as {_pair(year)}, or write the first '
            "and the last month.",
            ambiguous=True,
        )
    return _months(year, _FINANCIAL_YEAR_STARTS, 12, Precision.FINANCIAL_YEAR)


def _year_and_figures(said: str, y: str, mark: str, t: str) -> Span:
    """Read 2022-07 as a month, and 2022-23 and 2022/23 as a financial year."""
    if mark == "/" or len(t) > len("07") or not 1 <= int(t) <= _MONTHS_IN_A_YEAR:
        return _financial_year(said, y, t)
    if _follows(_year(y), t):
        month = f"{MONTHS[int(t) - 1]} {y}"
        raise ScheduleError(
            f'"{said}" can mean {month} or a financial year. Write {month} or {_pair(_year(y))}.',
            ambiguous=True,
        )
    return _month(said, t, y)


def _part_of_year(said: str, p: str, y: str, t: str) -> Span:
    """Read Q3 2022/23 and "first half of 2022/23", which count from April."""
    word = p.lower()
    rank = _RANKS.get(word.split()[0]) or next(int(sign) for sign in word if sign.isdigit())
    if not 1 <= rank <= max(_RANKS.values()):
        raise ScheduleError(
            f'"{said}" does not exist: a year has four quarters. Write one of Q1 to Q4.'
        )
    if not t:
        raise ScheduleError(
            f'"{said}" may be counted from January or from April. Write the financial year, as in '
            f"{p} {_pair(_year(y))}, or the months.",
            ambiguous=True,
        )
    year = _financial_year(said, y, t).first.year
    is_half = "half" in word or word.startswith("h")
    size, precision = (6, Precision.HALF_YEAR) if is_half else (3, Precision.QUARTER)
    return _months(year, _FINANCIAL_YEAR_STARTS + size * (rank - 1), size, precision)


def _season(said: str, p: str, y: str, t: str) -> Span:
    """Read Spring 2025 and Winter 2024/25, with seasons of three whole months."""
    year, season = _year(y), p.lower()
    if season == "winter" and not t:
        raise ScheduleError(
            f'"{said}" can mean two winters. Write {p} {_pair(year - 1)} or {p} {_pair(year)}.',
            ambiguous=True,
        )
    if t and (season != "winter" or not _follows(year, t)):
        raise ScheduleError(
            f'"{said}" does not say which year. Write the season with its year, as in '
            "Spring 2025 or Winter 2024/25.",
            ambiguous=True,
        )
    return _months(year, _SEASON_STARTS[season], 3, Precision.SEASON)


def _no_year(said: str) -> Span:
    raise ScheduleError(
        f'"{said}" has no year. Add it: a month is written as June 2025, a quarter as Q1 2025/26.',
        ambiguous=True,
    )


# What the builders share.


def _year(text: str) -> int:
    """Return the year written as ``text``; two figures mean this century."""
    year = int(text) if len(text) > len("22") else 2000 + int(text)
    if year not in _YEARS:
        raise ScheduleError(
            f"The year {text} is outside {_YEARS[0]} to {_YEARS[-1]}. Correct the year."
        )
    return year


def _month_number(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_NUMBERS[text[:3].lower()]


def _check_month(said: str, month: int) -> None:
    if not 1 <= month <= _MONTHS_IN_A_YEAR:
        raise ScheduleError(
            f'"{said}" is not a date: there is no month {month}. Write the month as a word, '
            "as in 29 June 2022."
        )


def _months(year: int, month: int, count: int, precision: Precision) -> Span:
    """Return ``count`` whole months from ``month``, which may run past December."""
    start = year * 12 + month - 1
    first, after = (date(at // 12, at % 12 + 1, 1) for at in (start, start + count))
    return Span(first, after - timedelta(days=1), precision)


def _follows(year: int, text: str) -> bool:
    """Say whether ``text``, two or four figures, is the year after ``year``."""
    return int(text) == (year + 1 if len(text) > len("23") else (year + 1) % 100)


def _pair(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02}"


def in_words(day: date) -> str:
    """Return ``29 June 2022``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(first: date, last: date) -> str:
    """Return ``1 to 14 March 2026``, with no more of the first day than differs from the last."""
    if first == last:
        return in_words(first)
    differs = (True, first.month != last.month, first.year != last.year)
    kept = max(place for place, one in enumerate(differs, 1) if one)
    return f"{' '.join(in_words(first).split()[:kept])} to {in_words(last)}"


# The forms of a date, as patterns over plain text. Those that say more stand first.

_FLAGS: Final = re.ASCII | re.IGNORECASE
_WEEKDAY: Final = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?"
    "|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_NOT_MAY: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_M: Final = f"(?P<m>{_NOT_MAY}|may)"
_MM: Final = "(?P<m>[0-9]{1,2})"
_D: Final = "(?P<d>[0-9]{1,2})"
_TH: Final = "(?:st|nd|rd|th)"
_YYYY: Final = "(?P<y>[0-9]{4})"
_Y: Final = "'?(?P<y>[0-9]{4}|[0-9]{2})"
_T: Final = "(?P<t>[0-9]{4}|[0-9]{2})"
_FY: Final = "(?:fy|f/y|financial year) ?"
_P: Final = (
    "(?P<p>q(?:uarter)? ?[0-9]|(?:first|second|third|fourth|1st|2nd|3rd|4th) quarter"
    "|h(?:alf)? ?[12]|(?:first|second|1st|2nd) half)"
)
_SEASON: Final = "(?P<p>spring|summer|autumn|winter)"
_SEP: Final = "[ ,/-]{1,2}"


def _unnamed(pattern: str) -> str:
    """Return ``pattern`` without the names of its parts, which a pattern may hold only once."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


# "may" and the seasons are also plain words: "may be extended", "winter plan".
_WITHOUT_YEAR: Final = _unnamed(
    f"{_D}{_TH}?(?: of)?[ -]?{_M}|{_M} {_D}{_TH}|{_NOT_MAY}|{_P}|(?:may|{_SEASON})(?! [a-z])"
)

_FORMS: Final[dict[str, tuple[str, Callable[..., Span]]]] = {
    "iso_day": (f"{_YYYY}[-/.]{_MM}[-/.]{_D}", _day),
    "numbered_day": (f"{_D}[-/.]{_MM}[-/.]{_Y}", _day),
    "worded_day": (f"{_D}{_TH}?(?: of)?[ -]?{_M}(?:{_SEP})?{_Y}", _day),
    "month_first_day": (f"{_M}[ -]{_D}{_TH}?[ ,-]{{1,2}}{_YYYY}", _day),
    "worded_month": (f"{_M}(?:{_SEP})?{_Y}", _month),
    "numbered_month": (f"{_MM}[-/]{_YYYY}", _month),
    "part_of_year": (
        f"{_P}{_SEP}(?:of )?(?:the )?(?:{_FY})?{_Y}(?:[-/]{_T})?",
        _part_of_year,
    ),
    "year_then_part": (f"(?:{_FY})?{_Y}(?:[-/]{_T})?{_SEP}{_P}", _part_of_year),
    "season": (f"{_SEASON}{_SEP}(?:of )?{_Y}(?:[-/]{_T})?", _season),
    "financial_year": (f"{_FY}{_Y}(?:(?:[-/]| to ){_T})?", _financial_year),
    "year_and_figures": (f"{_YYYY}(?P<mark>[-/]){_T}", _year_and_figures),
    # Four figures are a year when they look like one, or when nothing else is written.
    "calendar_year": (
        "(?:(?:calendar )?year )?(?P<y>(?:19|20|21)[0-9]{2}|(?<!.)[0-9]{4}(?!.))",
        _calendar_year,
    ),
    "no_year": (_WITHOUT_YEAR, _no_year),
}

# Words before a date that move it. "Phase 2 March 2025" may not be the second of March.
_VAGUE: Final = (
    "(?:early|mid(?:dle)?|later?|(?<!on or )before|after|following|beginning|around|about"
    "|approx(?:imately)?|circa|ca?|w/c|(?:week|wk)(?: commencing| beginning| starting)?"
    "|phase|stage|part|tranche|year(?! [12][0-9]{3})|(?<!end )of"
    "|(?:start|days?|weeks?|months?|years?) (?:from|after|since|of))[ -](?:in |of )?|~ ?"
)
_DATE: Final = re.compile(
    f"(?<![0-9a-z£$])(?P<vague>{_VAGUE})?(?:the )?(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?:"
    + "|".join(f"(?P<{form}>{_unnamed(pattern)})" for form, (pattern, _) in _FORMS.items())
    + ")(?![0-9a-z%])",
    _FLAGS,
)
_DAY_OR_MONTH: Final = _unnamed(f"(?:{_D}{_TH}? )?{_M}")
_SHARED_YEAR: Final = re.compile(
    f"(?<![0-9a-z])({_DAY_OR_MONTH}) ?(?:-|to|until) ?({_DAY_OR_MONTH})[ -]?{_Y}(?![0-9a-z])",
    _FLAGS,
)
"""April-Aug 2014: one year, which belongs to both months."""

_IDLE_STOP: Final = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_LOOK_ALIKES: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2018\u2019", "'")
    | {DATE: " "}
)
