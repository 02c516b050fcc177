"""Personal: the only room that knows what personal data looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.reading.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Span = tuple[int, int]
    Search = Callable[[str], Iterator[Span]]

__all__ = ["DOT", "EMAIL", "PHONE", "Hit", "Kind", "core", "find", "masked", "signs", "without"]

DOT: Final = "•"
"""What stands in a message for each sign that is kept out of it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of personal data: its code, what it is called, and where it leads."""

    code: str
    name: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Hit:
    """What looks like personal data of one kind, from ``start`` to ``end`` of a text.

    ``words`` is what a reader sees there, on one line.
    """

    kind: Kind
    start: int
    end: int
    words: str


PLATE: Final = Kind("registration-plate", "the registration plate of a vehicle", "its keeper")
EMAIL: Final = Kind("private-email", "a private e-mail address", "one person")
PHONE: Final = Kind("private-phone", "a private phone number", "one person")
COLLAR: Final = Kind("collar-number", "the collar number of an officer", "one person")
INSURANCE: Final = Kind("national-insurance", "a National Insurance number", "one person")
HOUSE: Final = Kind("house-and-postcode", "a house number with its postcode", "one household")
WORDS: Final = Kind("what3words", "a what3words address", "a spot of three metres")
CRIME: Final = Kind("crime-reference", "the police reference of one case", "the people in it")
SPOT: Final = Kind("exact-location", "the coordinates of one spot", "one household or person")
BIRTH: Final = Kind("date-of-birth", "a date of birth", "one person")
HEALTH: Final = Kind("nhs-number", "an NHS number", "one person")
BANK: Final = Kind("sort-code", "the sort code of a bank account", "one account")


def find(text: str) -> list[Hit]:
    """Return all that looks like personal data in ``text``, in order and never overlapping.

    Letters, spaces and codes that only look like those of a keyboard hide nothing, and a line
    may end inside a hit.
    """
    seen = Appearance(text)
    small = seen.text.lower()
    found = sorted(
        (start, -end, number)
        for number, (_, in_small, search) in enumerate(_SEARCHES)
        for start, end in search(small if in_small else seen.text)
    )
    hits: list[Hit] = []
    last = 0
    for start, minus_end, number in found:
        if start >= last:
            last = -minus_end
            words = " ".join(seen.text[start:last].split())
            at = seen.written_at(start), seen.written_at(last)
            hits.append(Hit(_SEARCHES[number][0], *at, words))
    return hits


def core(words: str) -> str:
    """Return the bare signs of ``words``: one for all ways to write the same."""
    return signs(words)[0]


def signs(text: str) -> tuple[str, list[int]]:
    """Return the letters and figures of ``text`` alone, in small letters, and where each stands."""
    seen = Appearance(text)
    kept = [(sign, at) for at, sign in enumerate(seen.text.lower()) if sign.isalnum()]
    return "".join(sign for sign, _ in kept), [seen.written_at(at) for _, at in kept]


def without(text: str) -> str:
    """Return ``text`` with each hit in it masked."""
    for hit in reversed(find(text)):
        text = text[: hit.start] + masked(text[hit.start : hit.end]) + text[hit.end :]
    return text


def masked(words: str) -> str:
    """Return ``words`` with a dot for all but the first two characters and the spaces."""
    return words[:2] + re.sub(r"\S", DOT, words[2:])


# What each kind looks like, in a text made of the characters of a keyboard. Whatever repeats in a
# pattern is bounded or can be taken in one way only, so that no text makes one try for long; and
# each begins with a letter, figure or sign that it names, so that the search leaps to the next.

_SPACE: Final = r"(?:[ \t]{1,3}|[ \t]{0,3}\n[ \t]{0,80}(?:[#>][ \t]{0,4})?)"
"""White space inside a hit: a line may end there, in a comment or a quotation too."""
_GAP: Final = f"{_SPACE}?"
_END: Final = r"(?![A-Za-z0-9])"
_YEAR: Final = r"(?:(?:19[5-9]|20[0-3])\d(?!\d))"
_YEARS: Final = rf"{_YEAR}(?:[/-]\d{{2,4}})?(?![\w/-])"
_TO_CALL: Final = r"(?:101|105|111|119|999)\b"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE: Final = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:{_GAP}of)?{_GAP}{_MONTH}(?:{_GAP}\d{{2,4}})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
)


def _hit(match: re.Match[str]) -> Span | None:
    """Return where a match hits, which is its group ``hit`` if it has one."""
    return match.span("hit" if "hit" in match.re.groupindex else 0)


def _each(
    pattern: re.Pattern[str], text: str, judge: Callable[[re.Match[str]], Span | None] = _hit
) -> Iterator[Span]:
    """Yield each hit of ``pattern`` that does not begin inside a word.

    ``judge`` says where a match hits, or that it is none after all; then another may begin in it.
    """
    at = 0
    while match := pattern.search(text, at):
        start = match.start()
        is_inside = match[0][0].isalnum() and text[start - 1 : start].isalnum()
        span = None if is_inside else judge(match)
        at = span[1] if span else start + 1
        if span:
            yield span


def _all(*patterns: str) -> Search:
    """Return a search for all that fits one of ``patterns``."""
    compiled = [re.compile(one) for one in patterns]
    return lambda text: (span for one in compiled for span in _each(one, text))


# Plates: current (AB12 CDE), prefix (A123 BCD), suffix (ABC 123D), Northern Irish (ABZ 1234). The
# dateless ones of before 1963 (ABC 123) look like any abbreviation with a figure, and are left.
_LIKE_A_PLATE: Final = re.compile(
    rf"[A-Za-z](?:[A-Za-z]?\d{{1,3}}(?:{_GAP}|-)[A-Za-z]{{3}}|[A-Za-z]{{2}}{_GAP}\d{{1,4}}[A-Za-z]?)"
    rf"{_END}"
)
_PLATE: Final = re.compile(
    r"(?P<current>[A-HJ-PR-Y]{2}\d\d[A-HJ-PR-Z]{3})"
    r"|[A-HJ-NPR-TV-Y]\d{1,3}[A-HJ-PR-Z]{3}"
    r"|(?P<suffix>[A-HJ-PR-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y])"
    r"|[A-Z](?:[A-HJ-PR-Y]Z|I[ABGJLW]|[JOUX]I)\d{4}",
    re.IGNORECASE,
)
_BESIDE_FIGURES: Final = """
    act ago all and any apr are art asb aug bau btp bus but big can car cce cid cps cpt csa cse csp
    csw day dec del dfe dft dhr did due dva end est eur far feb few fig foi for fri fte gbp gdp get
    gmp got had has her him his hmp how its jan jct job jul jun kpi led let lga lpa lpt map mar max
    may men met min moj mon mph mps nca new nfa nhs nor not nov now npt obj oct off oil old one ons
    our out own par pay pcc pcs per put rag ran raw ref reg roc rtc run sat saw sch sec see sep set
    she sia sir six snt soc sub sum sun tab tba tbc tbd ten the thu too top tue tvp two use via vip
    vru was way wed who why yet yjs yot you
"""
"""What often stands beside a figure: words, months, and abbreviations of this field."""
_NO_PLATE: Final = frozenset(_BESIDE_FIGURES.split())
_LONGEST: Final = len("AB12CDE")


def _plate(match: re.Match[str]) -> Span | None:
    signs = "".join(filter(str.isalnum, match[0]))
    plate = _PLATE.fullmatch(signs)
    letters = signs[:3] if signs[:3].isalpha() else signs[-3:]
    is_word = len(signs) < len(match[0]) and letters.lower() in _NO_PLATE
    if plate is None or is_word or ("-" in match[0] and not plate["current"]):
        return None
    # In small letters a short one may be anything, such as the name of a file or a style.
    is_long = len(signs) == _LONGEST and (not plate["suffix"] or match[0].isalnum())
    return match.span() if signs.isupper() or (signs.islower() and is_long) else None


def _plates(text: str) -> Iterator[Span]:
    return _each(_LIKE_A_PLATE, text, _plate)


_DOT: Final = r"(?:\.| ?[\[({]dot[\])}] ?)"
_EMAIL: Final = re.compile(
    r"[a-z0-9_%+](?<![\w.+-].)[\w.%+'-]{0,63}+(?:@| ?[\[({]at[\])}] ?)(?!\d+x\.)"
    rf"(?:[a-z0-9-]{{1,63}}{_DOT}){{1,8}}"
    r"(?!(?:css|gif|html|jpe?g|js|md|png|svg|webp)\b)[a-z]{2,24}(?![a-z0-9-])"
)


def _emails(text: str) -> Iterator[Span]:
    if "@" in text or "at]" in text or "at)" in text or "at}" in text:
        yield from (match.span() for match in _EMAIL.finditer(text))


# Phones: 07, 01 and 02, from home or abroad, and a mobile number without the 0 that a spreadsheet
# drops. Numbers that begin with 03, 08 or 09, and short ones such as 101, 105, 111 and 999, are
# never a private person's line.
_NO_SUM: Final = r"(?<![\w+£$€].)(?<!\d[.-].)"
_PHONE: Final = re.compile(
    rf"[+(0]{_NO_SUM}(?:(?P<abroad>(?:(?<=\+)|(?<=\()\+|(?<=0)0) ?44\)?[ .-]{{0,2}}"
    r"(?:\(0\)[ .-]{0,2}|0)?)|(?<=\()0|(?<=0))"
    rf"(?P<figures>[127]\d*+(?:(?:[ \t).-]{{1,3}}|{_SPACE})\d++){{0,5}})"
)
_ZERO_LOST: Final = _all(rf"7{_NO_SUM}[1-9]\d{{8}}(?!\w|[.-]\d)")
_LENGTHS: Final = {"1": (9, 10), "2": (10,), "7": (10,)}
"""How many figures a number has behind its 0, by the first of them."""


def _phone(match: re.Match[str]) -> Span | None:
    groups = list(re.finditer(r"\d+", match["figures"]))
    if len(groups[0][0]) == 1 and not match["abroad"]:
        return None  # a date, such as 01.02.2022
    end = count = 0
    for group in groups:
        count += len(group[0])
        if count in _LENGTHS[match["figures"][0]]:
            end = match.start("figures") + group.end()
    return (match.start(), end) if end else None


def _phones(text: str) -> Iterator[Span]:
    yield from _each(_PHONE, text, _phone)
    yield from _ZERO_LOST(text)


# Collar numbers: the figures of an officer behind a rank, or behind a rank and a name. Years are
# none, and neither are the numbers to call.
_RANK: Final = (
    r"(?:PCSO|Pcso|pcso|WPC|PC|Pc|pc|TDC|DCI|DC|DI|DS|CI|PS|SC|Sgt|sgt|SGT|Sergeant|sergeant|SERGEANT"
    r"|Inspector|inspector|INSPECTOR|Insp|insp|INSP|Constable|constable|CONSTABLE)"
)
_NUMBER: Final = rf"(?!{_YEAR}|{_TO_CALL})[A-Z]{{0,2}}\d{{3,6}}[A-Z]{{0,2}}(?!\w| ?%|[,./-]\d)"
_NAME: Final = r"[A-Z](?:[A-Za-z'’-]{0,30}|\.)"
_COLLARS: Final = _all(
    rf"{_RANK}(?:{_GAP}| ?[:#(-] ?)(?:(?i:no\.?|number):? )?{_NUMBER}",
    rf"{_RANK}{_SPACE}{_NAME}(?:{_SPACE}{_NAME})?,?{_SPACE}(?:\(|(?=\w{{4}})){_NUMBER}",
)
_COLLAR_WORDS: Final = _all(
    r"(?:collar|shoulder|warrant|epaulette)(?: card)? (?:no|num|number|id)s?\b[ .:#]{0,3}"
    r"(?:is |was )?[a-z]{0,2}\d{2,7}(?!\w)",
    rf"(?:collar|shoulder) ?[:#]? ?(?!{_YEAR})\d{{3,6}}(?!\w)",
)

_INSURANCE: Final = _all(rf"[A-Z][A-Z](?:{_GAP}|-)(?:\d\d(?:{_GAP}|-)){{3}}[A-D]{_END}")
_INSURANCE_SMALL: Final = _all(rf"[a-z][a-z]\d{{6}}[a-d]{_END}")

# A postcode alone is a street or a hall; with a house number in front it is a household.
_POSTCODE: Final = re.compile(rf"[a-z][a-z]?\d[a-z\d]?{_GAP}\d[abd-hjlnp-uw-z]{{2}}{_END}")
_FAR: Final = 150  # characters at most from the house number to the postcode
_BREAK: Final = re.compile(r"\n[ \t]*\n|\x00|(?<!\bSt)(?<!\bRd)(?<!\bNo)(?<!\bMt)[.!?]\s")
_STREET: Final = (
    r"(?i:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Cl|Drive|Dr|Court|Ct|Crescent|Cres|Gardens|Gdns"
    r"|Place|Terrace|Grove|Hill|Square|Sq|Row|Mews|Park|View|Green|Rise|Walk|Way|Croft|Gate|Yard)\b"
)
_HOUSE: Final = re.compile(
    r"(?<![\w£$€])(?<!\d[.:/-])(?<!\bBox )(?<!Section )(?<!unction )(?<!Year )(?<!Week )"
    r"(?:\d{1,4}[A-Za-z]?(?: ?[/-] ?\d{1,4}[A-Za-z]?)?,? (?:"
    rf"(?:[A-Z][\w'’.-]{{0,30}},? ){{0,4}}{_STREET}|(?:[a-z'’-]{{1,30}} ){{1,2}}{_STREET}"
    rf"|(?<!\d{{4}} )(?!(?i:{_MONTH})\b)[A-Z][a-z])"
    rf"|(?!{_YEAR})\d{{1,4}}[A-Za-z]?,? $)"
)


def _houses(text: str) -> Iterator[Span]:
    for start, end in _each(_POSTCODE, text.lower()):
        begin = max(0, start - _FAR)
        begin = max([begin, *(match.end() for match in _BREAK.finditer(text, begin, start))])
        houses = list(_HOUSE.finditer(text[begin:start]))
        if houses:
            yield begin + houses[-1].start(), end


# Three words: with the sign or address of what3words, or three bare ones with dots between that
# are no file, page, setting or piece of code.
_LINKED_WORDS: Final = _all(
    r"(?:/(?<!file:.)//|(?:w3w\.co|what3words\.com)/)(?:[^\W\d_]{3,20}\.){2}[^\W\d_]{3,20}(?!\w)"
)
_LONGEST_WORD: Final = 18
_FIRST_WORD: Final = re.compile(r"[a-z]+\Z")
_MIDDLE_WORD: Final = re.compile(r"\.[a-z]{4,18}+\.(?=[a-z]{4})")
_BARE_WORDS: Final = re.compile(
    r"(?<![\w./@:`#=-])(?!(?:content|mkdocs|navigation|material|planboard|pymdownx|search)\.)"
    r"(?:[a-z]{4,18}+\.){2}(?!(?:blog|docx|email|example|html|info|invalid|jpeg|json|local|mobi|name"
    r"|online|pptx|test|text|toml|webp|website|xlsx|yaml)\b)[a-z]{4,18}+(?![\w/@`(=-]|\.\w)"
)


def _three_words(text: str) -> Iterator[Span]:
    yield from _LINKED_WORDS(text.lower())
    for middle in _MIDDLE_WORD.finditer(text):
        first = _FIRST_WORD.search(text, max(0, middle.start() - _LONGEST_WORD), middle.start())
        match = first and _BARE_WORDS.match(text, first.start())
        if match:
            yield match.span()


_CASE: Final = r"(?:crime|incident|occurrence|offence|police|cad|storm)"
_REFERENCE: Final = r"(?:ref(?:erence)?|no|num(?:ber)?|id|urn)s?"
_CRIMES: Final = _all(
    # crime reference 22/12345/23, URN 123456, police log number 4821
    rf"(?:{_CASE}(?: log)? {_REFERENCE}(?:\.? {_REFERENCE})?|urn)\b[ .:#]{{0,4}}(?:is |was )?"
    rf"(?P<hit>(?!{_YEARS}|{_TO_CALL})[a-z]{{0,5}}[/-]?(?=(?:[a-z/_-]{{0,3}}\d){{3}})[a-z0-9/_-]{{3,30}})",
    # incident 123 of 12 May, CAD 1234/12MAY22, log 456 of 12/05/2022
    rf"(?:{_CASE}|log)(?: log)?(?: {_REFERENCE})?[ .:#]{{1,3}}"
    rf"(?P<hit>(?!{_TO_CALL})\d{{2,6}}"
    rf"(?:,?{_SPACE}(?:of|on|dated|from){_SPACE}(?:the )?|/){_DATE})",
    # crime 12345/22, log 0123-120522, but not crime 2021-22
    rf"(?:{_CASE}|log)[ :#]{{1,3}}(?P<hit>(?!{_YEAR})"
    rf"(?:\d{{1,3}}[/_-]\d{{6,8}}|\d{{4,7}}[/_-](?!{_YEAR})\d{{2,8}}))(?!\w)",
)
_CRIMES_ALONE: Final = _all(
    # 22/12345/23, 22DH/12345A/22, CR/12345/22, 2412345/22, S-20220512-0123
    rf"[A-Z\d](?<![\w/-].)[A-Z\d][A-Z]{{0,3}}/(?!{_YEAR})\d{{3,7}}[A-Z]?/\d\d(?:\d\d)?(?![\w/-])",
    r"\d(?<![/.,-].)\d{5,6}/\d\d(?![\w/-])",
    r"[A-Z]-\d{8}-\d{3,5}(?![\w/-])",
)

_SPOTS: Final = _all(
    r"(?:49|5\d|60)(?<![\d.]..)\.\d{4,}+ {0,3}, {0,3}-?[0-8]\.\d{4}",
    rf"[HJNOST][A-HJ-Z] ?(?:(?!{_YEAR})\d{{4}} ?\d{{4}}|\d{{5}} ?\d{{5}}){_END}",
)
_BIRTHS: Final = _all(rf"(?:dob|d\.o\.b|date of birth|born)\b[^\w\n\0]{{0,6}}(?:on )?{_DATE}")
_HEALTH: Final = _all(r"\d(?<![-)].)(?<!44 .)\d\d[ -]\d{3}[ -]\d{4}(?![\d-])")
_BANKS: Final = _all(r"sort code[^\w\0]{0,3}\d\d-?\d\d-?\d\d(?!\d)")

_SEARCHES: Final[tuple[tuple[Kind, bool, Search], ...]] = (
    # a kind, whether it is looked for in small letters, and how
    (PLATE, False, _plates),
    (EMAIL, True, _emails),
    (PHONE, False, _phones),
    (COLLAR, False, _COLLARS),
    (COLLAR, True, _COLLAR_WORDS),
    (INSURANCE, False, _INSURANCE),
    (INSURANCE, True, _INSURANCE_SMALL),
    (HOUSE, False, _houses),
    (WORDS, False, _three_words),
    (CRIME, True, _CRIMES),
    (CRIME, False, _CRIMES_ALONE),
    (SPOT, False, _SPOTS),
    (BIRTH, True, _BIRTHS),
    (HEALTH, False, _HEALTH),
    (BANK, True, _BANKS),
)
