"""Privacy: what looks like personal data stops the build, and stands in no message."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from planboard.reading.complaints import WHOLE_FILE, Complaints
from planboard.rules import personal
from planboard.rules.bare import Bare
from planboard.rules.personal import EMAIL, PHONE, WORDS
from planboard.words.problems import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.rules.personal import Hit
    from planboard.truth.entries import Library, Writing

__all__ = ["Searched", "masked", "search"]

_HOME: Final = re.compile(r"^(?:0044|44)?0?")
"""How a phone number may begin that is called from home or from abroad."""
_BETWEEN: Final = "\0"
"""What no hit runs over."""
_CUT: Final = "…"
_OF_SITES: Final = re.compile(
    r"plans/[^/]+/(?:programme\.yml|sites\.csv|sites/[^/]+\.yml|sessions/[^/]+)"
)
"""Files in which positions of sites may stand, each behind its key or in its column."""
_POSITION: Final = "w3w"
_KEY_OF_POSITION: Final = re.compile(r"(?<!\w)w3w[\"']?\s*:\s*[\"']?$")
_BETWEEN_CELLS: Final = re.compile(r"[,;\t]")
_QUOTED_CELL: Final = re.compile(r'"[^"]*"')
_HTML: Final = (".html", ".htm")
_SHORTEST_CUT: Final = 3  # signs of a hit that are left where a message cuts it short


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search for personal data says, and the bare signs of all that no message may say."""

    problems: tuple[Problem, ...]
    secrets: frozenset[str]


def search(library: Library) -> Searched:
    """Search everything that is written in the site, and the names of its files.

    What a publisher has as its contact is public, and what is accepted is a false alarm; an
    accepted value that nothing needs is a warning.
    """
    permits = _Permits(library)
    problems: list[Problem] = []
    secrets: set[str] = set()
    for writing in library.writings:
        complaints = Complaints(writing.file)
        lines = writing.text.split("\n") if _OF_SITES.fullmatch(writing.file) else []
        told_to = 0
        for subject, at, hit, around, start, end in (*_in_name(writing), *_in_text(writing)):
            if permits.allow(hit, around, writing.file) or permits.know(hit, lines, at):
                continue
            written = writing.text[start:end]  # others may quote it with its marks
            secrets |= {personal.core(hit.words), personal.core(written or hit.words)}
            is_told = 0 < end <= told_to  # it is a piece of another, or the same
            if not is_told and (permits.know_the_public or hit.kind not in {EMAIL, PHONE}):
                complaints.error(hit.kind.code, at, _against(hit, subject))
                told_to = max(told_to, end)
        if writing.file != permits.unread:
            problems += complaints.all()
    return Searched((*problems, *permits.idle()), frozenset(secrets))


def masked(problems: Iterable[Problem], secrets: frozenset[str]) -> Iterator[Problem]:
    """Yield each of ``problems`` with dots for every secret that it quotes, however spelt or cut.

    Dots stand in the name of its file too.
    """
    if not secrets:
        yield from problems
        return
    mask = _Mask(secrets)
    for one in problems:
        place = replace(one.place, file=mask.over(one.place.file))
        yield replace(one, place=place, message=mask.over(one.message))


def _against(hit: Hit, subject: str) -> str:
    public = ""
    if hit.kind in {EMAIL, PHONE}:
        public = (
            " If it is a public one, put it in plans/registers/publishers.yml under the contact of"
            " a publisher; also is a list for further ones."
        )
    elif hit.kind is WORDS:
        public = (
            " The position of a site belongs into w3w of the site or of a return, where it stays"
            " private; where it may be known, the site says released: true."
        )
    return (
        f"{subject} looks like {hit.kind.name} ({personal.masked(hit.words)}). It would lead to"
        f" {hit.kind.leads_to}, so nothing is published. Take it out.{public} If it is a false"
        " alarm, list it in plans/registers/accepted.yml with its value, the reason and the day"
        " (on)."
    )


# Where hits are.


class _Found(NamedTuple):
    """What a complaint is about, its line and column, the hit, and the text that it is a part of.

    ``start`` and ``end`` are where it is in the file; 0 in its name, or where only reading a value
    says it.
    """

    subject: str
    at: tuple[int, int]
    hit: Hit
    around: str
    start: int = 0
    end: int = 0


def _in_name(writing: Writing) -> Iterator[_Found]:
    for hit in personal.find(writing.file):
        yield _Found("The name of this file", WHOLE_FILE, hit, writing.file)


def _in_text(writing: Writing) -> Iterator[_Found]:
    lines = [0, *(match.end() for match in re.finditer("\n", writing.text))]
    told: dict[str, list[tuple[int, int]]] = {}
    for start, minus_end, hit, around in sorted(
        (*_as_written(writing), *_as_seen(writing)), key=itemgetter(0, 1)
    ):
        line = bisect_right(lines, start)
        at = line, start - lines[line - 1] + 1
        told.setdefault(personal.core(hit.words), []).append(at)
        yield _Found("This", at, hit, around, start, -minus_end)
    places = [(place.line, place.column) for place, _ in writing.values]
    for number, hit, value in _only_when_read(writing, lines):
        # What the file shows at this value is told already.
        here = told.get(personal.core(hit.words), [])
        ends = places[number + 1 : number + 2]
        if bisect_left(here, places[number]) == (bisect_left(here, ends[0]) if ends else len(here)):
            yield _Found("This", places[number], hit, value)


def _as_written(writing: Writing) -> Iterator[tuple[int, int, Hit, str]]:
    """Yield where each hit of a file begins and, below 0, ends; the hit, and the whole text."""
    for hit in personal.find(writing.text):
        yield hit.start, -hit.end, hit, writing.text


def _as_seen(writing: Writing) -> Iterator[tuple[int, int, Hit, str]]:
    """Yield the same of a page in which readers see no marks, where marks make a difference."""
    is_html = writing.file.lower().endswith(_HTML)
    if not writing.is_page and not is_html:
        return
    bare = Bare(writing.text, is_markdown=not is_html)
    if bare.text == writing.text:
        return
    for hit in personal.find(bare.text):
        start, end = bare.written(hit.start, hit.end)
        # Three words in a row may be a setting, which only the ticks beside them tell.
        if hit.kind is not WORDS or end - start > hit.end - hit.start:
            yield start, -end, hit, bare.text


def _only_when_read(writing: Writing, lines: list[int]) -> Iterator[tuple[int, Hit, str]]:
    """Yield the number, a hit and the whole of each value that is not in the file as it is read."""
    read = []
    for number, (place, value) in enumerate(writing.values):
        start = lines[place.line - 1] + place.column - 1 if writing.text else 0
        if not (writing.text.startswith(value, start) or writing.text.startswith(value, start + 1)):
            read.append((number, value))
    starts = [0, *accumulate(len(value) + len(_BETWEEN) for _, value in read)]
    for hit in personal.find(_BETWEEN.join(value for _, value in read)):
        index = bisect_right(starts, hit.start) - 1
        number, value = read[index]
        yield (
            number,
            replace(hit, start=hit.start - starts[index], end=hit.end - starts[index]),
            value,
        )


# What may be published.


def _of_mailing(library: Library) -> Iterator[str]:
    """Yield all that stands under ``mailing`` in the register of the site, were it wrong or not."""
    file = library.site.places.place(()).file if library.site else ""
    inside = False
    for writing in library.writings:
        for place, text in writing.values if writing.file == file else ():
            if place.column == 1:
                inside = text == "mailing"
            elif inside:
                yield text


class _Permits:
    """What the registers allow to be published, and which entries nothing has needed."""

    def __init__(self, library: Library) -> None:
        bodies = library.publishers.record.publishers if library.publishers else ()
        ways = [
            way
            for one in bodies
            if one.contact
            for way in (one.contact.email, one.contact.phone, *one.contact.also)
        ]
        ways += _of_mailing(library)
        self._public = {_key(hit) for way in ways if way for hit in personal.find(way)}
        self.know_the_public = library.publishers is not None and library.publishers.whole
        """Whether it is known which mailboxes are public; if not, that stops the build already."""
        self._entry = library.accepted
        alarms = library.accepted.record.accepted if library.accepted else ()
        self._accepted = [personal.core(one.value) for one in alarms]
        self._longest = max((len(one.value) for one in alarms), default=0)
        self._needed: set[str] = set()
        self._register = library.accepted.places.place(()).file if library.accepted else ""
        self.unread = "" if library.accepted and library.accepted.whole else self._register
        """The register of false alarms, if it cannot be read, which stops the build already."""
        self._released = tuple(
            personal.core(site.w3w)
            for entry in library.programmes
            for site in entry.record.sites
            if site.w3w and site.released
        )

    def know(self, hit: Hit, lines: Sequence[str], at: tuple[int, int]) -> bool:
        """Return whether ``hit`` is the position of a site, where it is private or released.

        ``lines`` are those of a file in which such a position may stand; of any other there are
        none, and none of a table that was read piece by piece: its positions are no hits.
        """
        if hit.kind is not WORDS:
            return False
        if _is_position(lines, at):
            return True
        return personal.core(hit.words).endswith(self._released) if self._released else False

    def allow(self, hit: Hit, text: str, file: str) -> bool:
        """Return whether ``hit``, found in ``text`` of a file, may be published."""
        if hit.kind in {EMAIL, PHONE} and _key(hit) in self._public:
            return True
        signs = personal.core(hit.words)
        around = ""
        for value in self._accepted:
            if signs in value and not around:
                start = max(0, hit.start - 2 * self._longest)
                around = personal.core(text[start : hit.end + 2 * self._longest])
            if signs in value and value in around:
                if file != self._register:
                    self._needed.add(value)
                return True
        return False

    def idle(self) -> Iterator[Problem]:
        """Yield a warning for each accepted value that no file needs."""
        for number, value in enumerate(self._accepted):
            if self._entry and not self.unread and value not in self._needed:
                yield Problem(
                    Level.WARNING,
                    "idle-acceptance",
                    self._entry.places.place(("accepted", number, "value")),
                    "This value is not in any file any more, or not as it is written here. Delete"
                    " the entry, or write the value as the file has it.",
                )


def _is_position(lines: Sequence[str], at: tuple[int, int]) -> bool:
    """Return whether what stands at a line and column is the position of a site, and private.

    It stands behind its key, or in its column of a table, though the rest may be wrong.
    """
    line, column = at
    if not 0 < line <= len(lines):
        return False
    before = lines[line - 1][: column - 1]
    if _KEY_OF_POSITION.search(before):
        return True
    header = next((one for one in lines if one.strip()), "")
    names = _BETWEEN_CELLS.split(header.casefold())
    bare = _QUOTED_CELL.sub("", before)
    return _POSITION in names and len(_BETWEEN_CELLS.findall(bare)) == names.index(_POSITION)


def _key(hit: Hit) -> str:
    signs = personal.core(hit.words)
    return _HOME.sub("", signs) if hit.kind is PHONE else signs


# What no message may say.


class _Mask:
    """Puts dots over secrets in a text, whose bare signs are looked up among theirs."""

    def __init__(self, secrets: frozenset[str]) -> None:
        self._secrets = secrets
        self._lengths = {len(one) for one in secrets}
        self._beginnings: frozenset[str] = frozenset()

    def over(self, text: str) -> str:
        """Return ``text`` with dots for each secret, and for what is left of one cut short."""
        signs, where = personal.signs(text)
        hidden: set[int] = set()
        for length in self._lengths:
            for start in range(len(signs) - length + 1):
                if signs[start : start + length] in self._secrets:
                    hidden.update(range(where[start] + 2, where[start + length - 1] + 1))
        for cut in re.finditer(_CUT, text):
            end = bisect_left(where, cut.start())
            if start := self._cut_short(signs[:end]):
                hidden.update(range(where[end - start] + 2, cut.start()))
        return "".join(
            personal.DOT if at in hidden and not sign.isspace() else sign
            for at, sign in enumerate(text)
        )

    def _cut_short(self, signs: str) -> int:
        """Return how much at the end of ``signs`` is the beginning of a secret."""
        if not self._beginnings:
            self._beginnings = frozenset(
                one[:length] for one in self._secrets for length in range(_SHORTEST_CUT, len(one))
            )
        longest = max(self._lengths, default=0)
        lengths = range(min(len(signs), longest), _SHORTEST_CUT - 1, -1)
        return next((one for one in lengths if signs[-one:] in self._beginnings), 0)
