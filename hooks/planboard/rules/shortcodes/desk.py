"""Desk: where the names in the shortcodes of one page are looked up, and complaints gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from planboard.rules.shortcodes.forms import FORMS, Names
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted
from planboard.words.vocabulary.records import RecordKind

if TYPE_CHECKING:
    from collections.abc import Collection as Many
    from collections.abc import Iterable

    from planboard.reading.markdown.page import Argument
    from planboard.truth.collection import Collection
    from planboard.truth.in_full import NewsletterInFull, RecordInFull
    from planboard.words.problems import Place
    from planboard.words.vocabulary.shortcodes import Shortcode

__all__ = ["CALLED", "Called", "Desk", "few", "one_only", "usage"]

_SHOWN: Final = 8
"""Up to how many names a message lists; the nearest one is told as well."""


class Called(NamedTuple):
    """What messages call a kind of record: one of them, several, and in a word."""

    one: str
    many: str
    short: str

    @property
    def with_article(self) -> str:
        """One of them, whichever it is: ``an issue log``."""
        return f"{'an' if self.one[0] in 'aeiou' else 'a'} {self.one}"


CALLED: Final = {
    RecordKind.PLAN: Called("plan", "plans", "plan"),
    RecordKind.FORUMS: Called("record of priorities", "records of priorities", "record"),
    RecordKind.ISSUES: Called("issue log", "issue logs", "log"),
    RecordKind.REPORT: Called("progress report", "progress reports", "report"),
    RecordKind.PROGRAMME: Called("volunteer programme", "volunteer programmes", "programme"),
}


class Desk:
    """Where the shortcodes of one page are looked through and complaints gathered."""

    def __init__(
        self,
        text: str,
        collection: Collection | None,
        silent: Many[tuple[RecordKind, str]],
        newsletter: NewsletterInFull | None = None,
        *,
        in_newsletter: bool = False,
    ) -> None:
        """``newsletter`` is the one that the page is; None also of one that cannot be published."""
        self.text = text
        self.newsletter = newsletter
        self.in_newsletter = in_newsletter
        self.problems: list[Problem] = []
        self.sure = True
        """Whether what the record in hand does not know is surely unknown: it was read whole."""
        self._silent = silent
        self._is_known = collection is not None
        self._records: dict[RecordKind, dict[str, RecordInFull]] = {one: {} for one in RecordKind}
        for record in collection.records if collection else ():
            self._records[record.kind][record.id] = record

    def complain(self, place: Place, code: str, message: str) -> None:
        """Gather an error."""
        self.problems.append(Problem(Level.ERROR, code, place, message))

    def of_kind(self, kind: RecordKind) -> dict[str, RecordInFull]:
        """Return every record of a kind by its id."""
        return self._records[kind]

    def record(self, word: Argument, kind: RecordKind) -> RecordInFull | None:
        """Return the record of a kind that ``word`` names; None where there is none such."""
        known = self._records[kind]
        self.sure = self._is_known and (kind, word.value) not in self._silent
        others = [one for one in RecordKind if word.value in self._records[one]]
        if not self.sure or word.value in known or not others:
            name = self.known(word, known, CALLED[kind].one, "id", kind.value)
            return known[name] if name else None
        found = " and ".join(CALLED[one].with_article for one in others)
        use = f"Use {few(known)}." if known else f"There is no {CALLED[kind].one} yet."
        ways = " ".join(
            f"For {CALLED[one].with_article} use {one_of(_shortcodes(one))}." for one in others
        )
        self.complain(
            word.value_place,
            "another-kind",
            f"{quoted(word.value)} is {found}, not {CALLED[kind].with_article}. {use} {ways}",
        )
        return None

    def known(
        self, word: Argument, known: Iterable[str], thing: str, key: str, code: str = ""
    ) -> str | None:
        """Return the name that ``word`` gives; None where there is none such, with a complaint.

        ``code`` is that of the thing in the code of the complaint, its first word unless given.
        """
        names = [str(one) for one in known]
        if word.value in names or not self.sure:
            return word.value if word.value in names else None
        self.complain(
            word.value_place,
            f"unknown-{code or thing.partition(' ')[0]}",
            f"There is no {thing} with the {key} {quoted(word.value)}. Use {few(names)}."
            f"{one_only(word.value) or did_you_mean(word.value, names)}"
            if names
            else f"There is no {thing} yet.",
        )
        return None


def one_only(value: str) -> str:
    """Return the hint that a list was written where one is chosen; nothing where none was."""
    return " Only one can be chosen." if "," in value else ""


def few(names: Iterable[str]) -> str:
    """Return ``a, b or c``; of many names only the first."""
    found = list(names)
    if len(found) > _SHOWN:
        return f"{', '.join(found[:_SHOWN])} or another of the {len(found)} there are"
    return one_of(found)


def usage(shortcode: Shortcode) -> str:
    """Return the sentence that shows how a shortcode is written."""
    form = FORMS[shortcode]
    if form.kind is None:
        return f"Write [[{shortcode}]]."
    name = "" if form.names is Names.NEVER else f"ID-OF-THE-{CALLED[form.kind].short.upper()}"
    words = [*filter(None, (shortcode, name))]
    part = [*words, form.word.upper()] if form.word else words
    ways = [words, part] if form.may_lack else [part]
    written = " or ".join(f"[[{' '.join(way)}]]" for way in ways)
    parts = [] if form.names is not Names.NEVER else _shortcodes(form.kind)
    more = f" For a part of {CALLED[form.kind].with_article} use {one_of(parts)}." if parts else ""
    return f"Write {written}.{more}"


def _shortcodes(kind: RecordKind) -> list[str]:
    """Return the shortcodes that can name a record of a kind."""
    return [
        one for one, form in FORMS.items() if form.kind is kind and form.names is not Names.NEVER
    ]
