"""Lookup: shortcodes of written pages to what they place; unknown names are complaints."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from planboard.reading.markdown import page as pages
from planboard.rules.shortcodes import choices, spots
from planboard.rules.shortcodes.desk import CALLED, Called, Desk, few, usage
from planboard.rules.shortcodes.forms import FORMS, Form, Names, Placement
from planboard.truth.in_full import PlanInFull, ProgrammeInFull, ReportInFull
from planboard.truth.model.scale import status_code
from planboard.words.problems import did_you_mean, one_of, quoted
from planboard.words.vocabulary.records import NEWSLETTERS, RecordKind
from planboard.words.vocabulary.shortcodes import Chart, Shortcode

if TYPE_CHECKING:
    from collections.abc import Collection as Many
    from collections.abc import Iterator
    from datetime import date

    from planboard.reading.markdown.page import Argument
    from planboard.truth.collection import Collection
    from planboard.truth.entries import Library
    from planboard.truth.in_full import RecordInFull
    from planboard.words.problems import Problem

__all__ = ["check", "read"]

_FILE: Final = re.compile(r".*?/(?P<id>[^/]+)/(?P<kind>[^/.]+)[^/]*(?:/[^/]+)?")
"""The path of a file of a record: the folder of the record, and the name of the file in it."""
_NEWSLETTER: Final = re.compile(rf"{NEWSLETTERS}/(?P<id>[^/]+)\.md")
"""The path of an issue of a newsletter from the folder of pages, wherever that is."""


def check(found: Library, collection: Collection | None, unread: Many[str]) -> list[Problem]:
    """Return a complaint for each shortcode in the pages of a site that cannot be placed.

    ``unread`` are the files that hold an error: a record, or a thing in it, that is unknown only
    because of that is not told as well.
    """
    # a record that cannot be published for another reason has its complaint already
    read_in = {
        (kind, entry.id)
        for kind, entries in (
            (RecordKind.PLAN, found.plans),
            (RecordKind.FORUMS, found.forums),
            (RecordKind.ISSUES, found.issues),
            (RecordKind.REPORT, found.reports),
            (RecordKind.PROGRAMME, found.programmes),
        )
        for entry in entries
    }
    known = {(one.kind, one.id) for one in collection.records} if collection else set()
    silent = read_in - known | {one for file in unread for one in _records_of(file)}
    return [
        problem
        for writing in found.writings
        if writing.is_page
        for problem in _read(writing.text, writing.file, writing.newsletter, collection, silent)[1]
        # a day or a period that is wrong is told at the top of the page
        if writing.file not in unread or problem.code not in _BY_ITS_DAY
    ]


def _records_of(file: str) -> Iterator[tuple[RecordKind, str]]:
    """Yield the records that a file belongs to; a list in a file of its own may be of any kind."""
    found = _FILE.fullmatch(file)
    if found:
        kinds = (RecordKind(found["kind"]),) if found["kind"] in set(RecordKind) else RecordKind
        yield from ((kind, found["id"]) for kind in kinds)


def read(
    text: str, file: str, collection: Collection | None
) -> tuple[tuple[Placement, ...], tuple[Problem, ...]]:
    """Return what the page ``text`` places, and a complaint for each shortcode that is wrong.

    ``file`` is its path from the folder of pages, which complaints call it. Without a collection
    only the form of shortcodes is looked at.
    """
    name = _NEWSLETTER.fullmatch(file)
    return _read(text, file, name["id"] if name else "", collection)


def _read(
    text: str,
    file: str,
    name: str,
    collection: Collection | None,
    silent: Many[tuple[RecordKind, str]] = (),
) -> tuple[tuple[Placement, ...], tuple[Problem, ...]]:
    """Return the same of a page that is the newsletter ``name``, if it is one.

    ``file`` is what complaints call it. What is said of the records that are ``silent``, each its
    kind and its id, is passed over.
    """
    page = pages.read(text, file)
    found = collection.newsletters if collection else ()
    newsletter = next((one for one in found if one.id == name), None)
    desk = Desk(text, collection, silent, newsletter, in_newsletter=bool(name))
    placements = tuple(filter(None, (_placement(one, desk) for one in page.shortcodes)))
    head = spots.in_head(text, file, page.top)
    return placements, (*page.problems, *head, *desk.problems)


def _placement(one: pages.Shortcode, desk: Desk) -> Placement | None:
    """Return what one shortcode places; None when it cannot be, and has its complaint."""
    desk.sure = True
    name = re.sub("[_–—]", "-", one.name)
    if one.name not in set(Shortcode):
        desk.complain(
            one.place,
            "unknown-shortcode",
            f"{quoted(one.source)} is not known: what stands in double brackets places data, "
            f"and begins with {one_of(Shortcode)}.{did_you_mean(name, Shortcode)} To show "
            "the brackets as they are, put the whole into backticks.",
        )
        return None
    shortcode = Shortcode(one.name)
    form = FORMS[shortcode]
    before = len(desk.problems)
    desk.problems += spots.problems(desk.text, one, shortcode)
    if form.in_newsletters and not desk.in_newsletter:
        desk.complain(
            one.place,
            "not-in-a-newsletter",
            f'"{shortcode}" speaks of the newsletter that it stands in, and this page is none. '
            f"Put it into a file in content/{NEWSLETTERS}/.",
        )
    bare = Placement(
        shortcode, one.start, one.end, one.source, one.alone, newsletter=desk.newsletter
    )
    named = _with_words(bare, form, one, desk)
    if named is None:
        return None
    placed = _of_its_period(_with_options(named, form, one, desk), form)
    _not_later(placed, one, desk)
    return None if len(desk.problems) > before else placed


def _of_its_period(placed: Placement, form: Form) -> Placement:
    """Return ``placed`` with the period of its newsletter, where none is chosen."""
    newsletter = placed.newsletter
    if newsletter is None or "period" not in form.options or placed.programme.period:
        return placed
    if placed.record is None or placed.record is not newsletter.programme:
        return placed
    period = newsletter.newsletter.period
    return replace(placed, programme=replace(placed.programme, period=period))


_LATER: Final = "later-than-its-day"
_AS_IT_IS: Final = "not-as-of-its-day"
_BY_ITS_DAY: Final = frozenset({_LATER, _AS_IT_IS})
"""Codes of what is said of a newsletter because of its day."""
_AS_OF_NOW: Final = frozenset({Shortcode.PROGRAMMES, Shortcode.ISSUES})
"""What shows how every record of a kind stands now, where it names none."""
_FIGURES: Final = frozenset({Shortcode.RESULTS, Shortcode.THANKS, Shortcode.IN_SHORT})
"""What shows figures of whole months, which no day can cut."""


def _not_later(placed: Placement, one: pages.Shortcode, desk: Desk) -> None:
    """Complain of what would show in a newsletter what came after its day."""
    if placed.newsletter is None:
        return
    day, record = placed.newsletter.newsletter.date, placed.record
    if placed.shortcode in _AS_OF_NOW and record is None:
        desk.complain(
            one.place,
            _AS_IT_IS,
            f'Without a name "{placed.shortcode}" shows how all of them stand now, and a '
            f"newsletter how things stood on its day, {day}. Name one of them, or leave it out.",
        )
    if placed.shortcode in _FIGURES and isinstance(record, ProgrammeInFull):
        span = placed.programme.period or record.programme.period
        until = min(span.last, record.programme.as_at.last)
        if until > day:
            desk.complain(
                one.place,
                _LATER,
                f"These figures go up to {until}, and this newsletter comes out on {day}. Choose a "
                "period that was over by then, such as "
                f"period={_month_before(day):%Y-%m}.",
            )


def _month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def _with_words(
    placed: Placement, form: Form, one: pages.Shortcode, desk: Desk
) -> Placement | None:
    """Return ``placed`` with its record, and with the part of it that a second word names."""
    if not _has_its_words(placed.shortcode, form, one, desk):
        return None
    if not one.words or form.kind is None:
        return placed
    record = desk.record(one.words[0], form.kind)
    if record is None:
        return None
    placed = replace(placed, record=record)
    return _with_part(placed, record, one.words[1], desk) if one.words[1:] else placed


def _with_part(placed: Placement, record: RecordInFull, word: Argument, desk: Desk) -> Placement:
    """Return ``placed`` with the part of ``record`` that its second word names."""
    if isinstance(record, ReportInFull):
        measures = {one.id: one for one in record.report.measures}
        measure = desk.known(word, measures, f'measure in "{record.id}"', "id")
        return replace(placed, measure=measures[measure] if measure else None)
    if isinstance(record, ProgrammeInFull):
        pieces = {one.id: one for one in record.programme.guidance}
        piece = desk.known(word, pieces, f'guidance in "{record.id}"', "id")
        return replace(placed, guidance=pieces[piece] if piece else None)
    if placed.shortcode is Shortcode.ACTION and isinstance(record, PlanInFull):
        action = desk.known(word, record.actions, f'action in "{record.id}"', "id")
        return replace(placed, action=record.actions[action] if action else None)
    chart = desk.known(word, Chart, "chart", "name")
    return replace(placed, chart=Chart(chart) if chart else None)


def _has_its_words(shortcode: Shortcode, form: Form, one: pages.Shortcode, desk: Desk) -> bool:
    """Return whether there are as many words as there must be, or complain."""
    called = CALLED[form.kind] if form.kind else Called("newsletter", "newsletters", "newsletter")
    names = [*([] if form.names is Names.NEVER else [called.one]), *filter(None, [form.word])]
    if len(one.words) > len(names):
        extra = one.words[len(names)]
        behind = any(option.place < extra.place for option in one.options)
        hint = " Put a value that has spaces in it into straight quotes." if behind else ""
        desk.complain(
            extra.value_place,
            "word-too-many",
            f'{quoted(extra.value)} is one word too many for "{shortcode}". '
            f"{usage(shortcode)}{hint or _as_option(extra, shortcode, desk)}",
        )
        return False
    if form.kind and len(one.words) < len(names) - (form.names is Names.MAYBE or form.may_lack):
        missing = names[len(one.words)]
        all_known = {called.one: (called.many, [*desk.of_kind(form.kind)])}
        all_known["chart"] = ("charts", [*Chart])
        many, known = all_known.get(missing, ("", []))
        keys = {form.kind.value, called.short}
        written = next((option.key for option in one.options if option.key in keys), "")
        desk.complain(
            one.place,
            f"no-{form.kind if missing == called.one else missing}",
            f'"{shortcode}" does not say which {missing}. {usage(shortcode)}'
            + (f" Known {many} are {few(known)}." if known else "")
            + (f" Write the id alone, without {written}= before it." if written else ""),
        )
        return False
    return True


def _as_option(word: Argument, shortcode: Shortcode, desk: Desk) -> str:
    """Return the hint that a word without a key is meant for an option."""
    form = FORMS[shortcode]
    key, colon, value = word.value.partition(":")
    if colon and key in form.options:
        return f" Write an option with an equals sign: {key}={value or '…'}."
    if "status" in form.options and any(
        status_code(record.scale, word.value)
        for record in (desk.of_kind(form.kind).values() if form.kind else ())
        if isinstance(record, PlanInFull)
    ):
        return f" To choose a status, write status={word.value}."
    if choices.as_state(shortcode, word.value):
        return f" To choose a state, write state={word.value}."
    if "period" in form.options and choices.as_period(word.value):
        return f" To choose a period, write period={word.value}."
    if "site" in form.options and any(
        word.value in record.sites
        for record in (desk.of_kind(form.kind).values() if form.kind else ())
        if isinstance(record, ProgrammeInFull)
    ):
        return f" To choose a site, write site={word.value}."
    return ""


def _with_options(placed: Placement, form: Form, one: pages.Shortcode, desk: Desk) -> Placement:
    """Return ``placed`` with what its options choose."""
    for option in one.options:
        if option.key not in form.options:
            allowed = f"It has {few(form.options)}." if form.options else "It has none."
            desk.complain(
                option.place,
                "unknown-option",
                f'"{placed.shortcode}" has no option {quoted(option.key)}. {allowed}'
                f"{did_you_mean(option.key, form.options)}",
            )
        elif form.kind and placed.record is None and option.key not in form.over_all:
            called = CALLED[form.kind]
            desk.complain(
                option.place,
                f"option-without-{form.kind}",
                f'Without {called.with_article} "{placed.shortcode}" speaks of all {called.many}, '
                f'and "{option.key}" means something in one {called.one} only. Name the '
                f"{called.one} before it.",
            )
        else:
            placed = choices.chosen(placed, option, desk)
    return placed
