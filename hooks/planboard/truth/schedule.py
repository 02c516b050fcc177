"""Schedule: the only room that knows what the words of a date column promise."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from planboard.truth.dates import (
    DATE,
    ScheduleError,
    Span,
    find_dates,
    plain,
    read_day,
    read_span,
)
from planboard.words.vocabulary.dates import EndDateState, Precision, ScheduleKind

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Schedule", "ScheduleError", "Span", "read", "read_day", "read_span"]

_END_DATE_STATES: Final = {
    ScheduleKind.FINISH_BY: EndDateState.STATED,
    ScheduleKind.START_THEN_BAU: EndDateState.STATED,
    ScheduleKind.RANGE: EndDateState.STATED,
    ScheduleKind.START: EndDateState.START_ONLY,
    ScheduleKind.START_BY: EndDateState.START_ONLY,
    ScheduleKind.ONGOING: EndDateState.ONGOING,
    ScheduleKind.ASAP: EndDateState.AS_SOON_AS_POSSIBLE,
    ScheduleKind.COMPLETED: EndDateState.COMPLETED,
    ScheduleKind.TO_BE_CONFIRMED: EndDateState.TO_BE_CONFIRMED,
    ScheduleKind.NOT_STATED: EndDateState.NOT_STATED,
}


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a plan says about the time of an action: its words, and what they promise (R074).

    ``starts_at_once`` stands for a start without a day; ``was`` is the schedule that the words
    themselves say was there before.

    Raises:
        ScheduleError: it ends before it starts.
    """

    as_written: str
    kind: ScheduleKind
    start: Span | None = None
    finish: Span | None = None
    starts_at_once: bool = False
    was: Schedule | None = None

    def __post_init__(self) -> None:
        if self.start and self.finish and self.finish.last < self.start.first:
            raise ScheduleError(
                "The end is before the start. Correct the dates, and write the year of each one."
            )

    @property
    def first_day(self) -> date | None:
        """The first day that a stated start covers."""
        return self.start.first if self.start else None

    @property
    def last_day(self) -> date | None:
        """The last day by which it should be finished; a start is never a deadline (R074)."""
        if self.finish is None or self.end_date_state is EndDateState.START_ONLY:
            return None
        return self.finish.last

    @property
    def precision(self) -> Precision | None:
        """How exactly the words name the finish, or the start when no finish is named."""
        named = self.finish or self.start
        return named.precision if named else None

    @property
    def has_end_date(self) -> bool:
        """Whether the plan states a day by which it should be finished (R144)."""
        return self.end_date_state is EndDateState.STATED

    @property
    def end_date_state(self) -> EndDateState:
        """Whether there is an end date, and if not why (R144)."""
        if self.kind is ScheduleKind.START_THEN_BAU and self.finish is None:
            return EndDateState.START_ONLY
        return _END_DATE_STATES[self.kind]


def read(text: str) -> Schedule:
    """Return what the words of a date column promise; blank words promise nothing.

    Raises:
        ScheduleError: the words are impossible, or cannot be read without guessing.
    """
    words = text.strip()
    parts = _WAS.fullmatch(words)
    if parts is None:
        return _read_one(words)
    now, before = _read_one(parts["now"]), _read_one(parts["was"].strip())
    return replace(now, as_written=words, was=before)


def _read_one(words: str) -> Schedule:
    """Return the schedule of ``words`` that name no earlier schedule."""
    if _NOTHING.fullmatch(plain(words)):
        return Schedule(words, ScheduleKind.NOT_STATED)
    try:
        shape, spans = _shape(words)
    except ScheduleError as unread:
        if unread.ambiguous:
            raise _asks(unread.message) from unread
        raise
    for form, kind, roles in _MEANINGS:
        if form.fullmatch(shape):
            named = dict(zip(roles, spans, strict=False))
            return Schedule(
                words, kind, named.get("start"), named.get("finish"), "now" in shape.split()
            )
    raise _asks(_why_unread(spans))


def _shape(words: str) -> tuple[str, tuple[Span, ...]]:
    """Return the signs that ``words`` are made of, each with a space behind it, and the dates."""
    text, spans = find_dates(words)
    names = (found.lastgroup or "" for found in _SIGNS.finditer(text))
    signs = [_SHORT.get(name, name) for name in names]
    shape = "".join(f"{sign} " for sign in signs)
    if _UNCLEAR.search(shape):
        raise ScheduleError(_why_unread(spans), ambiguous=True)
    _check_bare_years(signs, spans)
    joined = _LOOSE.sub("", shape.replace("# ", "~ "))
    return _RUN.sub("~ ", _NO_TO_DATE.sub("~ ", joined)), spans


def _check_bare_years(signs: list[str], spans: tuple[Span, ...]) -> None:
    """Raise when a free word stands right before a year: it may be a misspelt month."""
    words_before = (before for before, sign in pairwise(["", *signs]) if sign == DATE)
    for word, span in zip(words_before, spans, strict=True):
        if word == "~" and span.precision in (Precision.YEAR, Precision.FINANCIAL_YEAR):
            raise ScheduleError(
                "The word before the year cannot be read as part of the date. Correct it, or put "
                '"by" before the year.',
                ambiguous=True,
            )


def _why_unread(spans: tuple[Span, ...]) -> str:
    if len(spans) > 1:
        return "These words give more than one date. Say which one counts, and write it in full."
    if spans:
        return (
            "These words can mean different things. Write the date in full and what it is, as in "
            '"by 31 March 2025" or "start 1 April 2025".'
        )
    return (
        "These words cannot be read as a date. Write the date in full, as in "
        '"by 31 March 2025", or Ongoing, ASAP, TBC or Completed.'
    )


def _asks(message: str) -> ScheduleError:
    """Return the question to the editor, with the way to keep the words and say their meaning."""
    return ScheduleError(
        f"{message} Or keep the words and say what they mean in a line of its own: "
        "due_means: {kind: finish_by, ends: 2023-01}. Other kinds are start and start_by (with "
        "starts), range (with both), ongoing, asap, completed, to_be_confirmed and not_stated.",
        ambiguous=True,
    )


_NOTHING: Final = re.compile(
    "(?:n/?a|none|nil|-+|not (?:applicable|stated|specified|given|known)"
    "|no (?:end )?date(?: stated| set| given)?)?",
    re.ASCII | re.IGNORECASE,
)
_WAS: Final = re.compile(
    r"(?P<now>[^()]*[^\s()])\s*\((?:was|previously|originally|formerly)[\s:](?P<was>[^()]+)\)",
    re.IGNORECASE,
)

_AHEAD: Final = f"(?=[ :(-]*{DATE})"
_WORDS_THAT_SIGN: Final = {
    "date": DATE,
    "by": (
        f"(?:(?:by|at|before|until|in) )?(?:the )?end(?: of)?{_AHEAD}"
        f"|(?:by|no later than|not later than|on or before){_AHEAD}"
    ),
    "ongoing": (
        "(?:currently |now |already )?(?:on[ -]?going|continuous(?:ly)?|continuing)"
        "|(?:daily|weekly|fortnightly|(?:six[ -]|bi-?)?monthly|termly|quarterly"
        "|(?:bi-?)?annual(?:ly)?|yearly|(?:each|every) (?:six |two |three )?"
        "(?:day|week|fortnight|month|term|quarter|year)s?)"
        "(?=[^a-z]*$| (?:from|since|start|commenc|begin|and|ongoing|on-going))"
    ),
    "asap": "a ?s ?a ?p|as soon as (?:possible|practicable|practical)",
    "tbc": "t ?b ?[acd]|to be (?:confirmed|agreed|announced|advised|determined|decided|set)",
    # Words that turn the rest round: never to be read past.
    "turned": (
        "not|no|never|was|previously|originally|formerly|cancel[a-z]*|withdrawn|paused?|on hold"
        "|suspended|superseded|earliest|(?:moved|extended|revised|changed|delayed|slipped) from"
        r"|\?"
    ),
    "from": f"from{_AHEAD}",
    "since": f"since{_AHEAD}",
    "between": f"between{_AHEAD}",
    "start": (
        "(?:(?:to|will) )?(?:start(?:s|ed|ing)?(?!-?up)|commenc(?:e|es|ed|ing|ement)"
        "|begin(?:s|ning)?|began|begun|kick[ -]?off)(?: date)?"
    ),
    "now": "(?:with )?immediate(?:ly)?(?: effect)?|straight ?away|right away|at once|now(?! [a-z])",
    "bau": "b ?a ?u|business[ -]as[ -]usual",
    "done": "(?:now |fully |already )?(?:completed|done|achieved|finished|delivered)",
    "complete": "(?:now |fully |already )?complete",
    "finish": "completion(?: date)?|finish(?:es|ing)?|end(?:s|ing)?(?: date)?|due",
    "review": "(?:next )?review(?:s|ed|ing)?(?: date)?",
    "onwards": "onwards?",
    "in": f"(?:on|in|during){_AHEAD}",
    "and": "and|&|,",
    "or": "or|/",
    "to_date": "to[ -]date|(?:to|-) ?(?:the )?present",
    "to": "up to|to|until|till|through|-",
    "number": "[.]?[0-9][0-9a-z.%:]*",
    "word": "[^ ,;:/&()@-]+",
}
"""The signs that words are read as, once the dates are taken out; the first that fits wins."""

_UNSPLIT: Final = "(?:(?<![a-z])|(?![a-z]))"
"""Holds everywhere but between two letters, so that no word is cut."""

_SIGNS: Final = re.compile(
    f"{_UNSPLIT}(?:"
    + "|".join(f"(?P<{sign}>{words})" for sign, words in _WORDS_THAT_SIGN.items())
    + f"){_UNSPLIT}",
    re.ASCII | re.IGNORECASE,
)
_SHORT: Final = {"date": DATE, "word": "~", "number": "#"}
_UNCLEAR: Final = re.compile("turned|# (?:(?:to|or|and) )?@|@ (?:(?:to|or) )?#|or @|@ or")
"""A word that turns the rest round, a number that may belong to a date, or a choice of dates."""
_LOOSE: Final = re.compile(r"\b(?:in|or) |\b(?:and|to) (?!@|by|ongoing)|(?<!@ )\b(?:and|to) ")
"""Joining words that join nothing to a date."""
_NO_TO_DATE: Final = re.compile("(?<!@ )to_date ")
"""Words such as "work to date", which follow no date and so are free."""
_RUN: Final = re.compile("(?:~ )+")

_START: Final = ("start",)
_FINISH: Final = ("finish",)
_BOTH: Final = ("start", "finish")


def _form(signs: str) -> re.Pattern[str]:
    """Return the pattern of a row of ``_MEANINGS``.

    ``a|b`` is one sign or the other, ``a?`` one that may be missing, and ``…`` any free words.
    """
    parts = (
        "(?:(?:~|review|finish) )*"
        if sign == "…"
        else f"(?:(?:{sign.rstrip('?')}) )" + ("?" if sign.endswith("?") else "")
        for sign in signs.split()
    )
    return re.compile("".join(parts))


_MEANINGS: Final = tuple(
    (_form(signs), kind, roles)
    for signs, kind, roles in (
        ("asap …", ScheduleKind.ASAP, ()),
        ("… start? … tbc …", ScheduleKind.TO_BE_CONFIRMED, ()),
        ("done|complete", ScheduleKind.COMPLETED, ()),
        ("done @", ScheduleKind.COMPLETED, _FINISH),
        ("… now? ongoing … ongoing? …", ScheduleKind.ONGOING, ()),
        ("… ongoing ~? review ~? @ …", ScheduleKind.ONGOING, ()),
        ("… ongoing start|from|since from? @ …", ScheduleKind.ONGOING, _START),
        ("… start|from|since from? @ and|to? ongoing …", ScheduleKind.ONGOING, _START),
        (
            "… ongoing? start|from|since? from|since? @ to_date ongoing?",
            ScheduleKind.ONGOING,
            _START,
        ),
        ("… start? … since @ onwards? …", ScheduleKind.ONGOING, _START),
        ("@ to ongoing", ScheduleKind.ONGOING, _START),
        ("start? now start?", ScheduleKind.START, ()),
        ("… start|from from? @ onwards? …", ScheduleKind.START, _START),
        ("start ~ from? @ …", ScheduleKind.START, _START),
        ("… @ start|onwards", ScheduleKind.START, _START),
        ("… start by @ …", ScheduleKind.START_BY, _START),
        ("start ~ by @ …", ScheduleKind.START_BY, _START),
        ("… bau by? @ …", ScheduleKind.START_THEN_BAU, _FINISH),
        ("start? now start? bau by? @ …", ScheduleKind.START_THEN_BAU, _FINISH),
        ("start|from|since from? @ bau by? @ …", ScheduleKind.START_THEN_BAU, _BOTH),
        ("… start|from|since? from? @ to by? @ …", ScheduleKind.RANGE, _BOTH),
        ("… between @ and @ …", ScheduleKind.RANGE, _BOTH),
        ("start by? @ complete|finish by? @ …", ScheduleKind.RANGE, _BOTH),
        ("start by? @ … complete|done? … by @ …", ScheduleKind.RANGE, _BOTH),
        ("start? now start? complete|finish? by @ …", ScheduleKind.RANGE, _FINISH),
        ("… complete|done? … by @ …", ScheduleKind.FINISH_BY, _FINISH),
        ("… @ …", ScheduleKind.FINISH_BY, _FINISH),
    )
)
"""What each row of signs promises, and the roles of its dates in order; the first row wins."""
