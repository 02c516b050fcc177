"""New newsletter: drafts the next issue of a newsletter, with all that is known filled in."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import chain, count
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

import click

from planboard.arithmetic import following, newsletters, verdicts
from planboard.doors import new_files
from planboard.reading import library
from planboard.rules import check
from planboard.rules.shortcodes.desk import CALLED
from planboard.saying import routes, wording
from planboard.saying.sentences import newsletters as sentences
from planboard.truth.dates import DATE, ScheduleError, find_dates, read_day
from planboard.words.problems import Level, did_you_mean, one_of, quoted
from planboard.words.vocabulary.dates import MONTHS, Precision
from planboard.words.vocabulary.issues import Channel
from planboard.words.vocabulary.programmes import SiteState
from planboard.words.vocabulary.records import BLANK, NEWSLETTERS, RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.newsletters import NewsletterTold
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.truth.collection import Collection
    from planboard.truth.dates import Span
    from planboard.truth.entries import Library
    from planboard.truth.in_full import IssuesInFull, NewsletterInFull, ProgrammeInFull

__all__ = ["newsletter", "samples"]

_DRAFT: Final = Path(__file__).parent / "newsletter.md"
_SITE: Final = Path(__file__).parent / "starter/plans/registers/site.yml"
_PIECE: Final = re.compile(r"^(?=## |In short: )", re.MULTILINE)
"""Where a piece of the text begins that is left out where there is nothing to say in it."""
_PLAIN: Final = re.compile(r"[A-Za-z][\w /,.-]*")
"""What stands in a file as it is; anything else needs quotes."""
_IN_PLACE_OF_BLANKS: Final = {
    "a public mailbox, never that of a person": "newsletters@example.org",
    "a public mailbox to which readers write to leave the list": "leave@example.org",
}
_WIDTH: Final = 96
_MANY: Final = 5
"""More visits than these fill half a sheet of paper, and what is new names them as well."""


@dataclass(frozen=True, slots=True)
class _About:
    """What an issue is about, and the issue before it."""

    programme: ProgrammeInFull | None
    log: IssuesInFull | None
    before: NewsletterInFull | None


@click.command("newsletter")
@click.argument("slug", required=False)
@click.option("--programme", metavar="ID", help="The programme that it reports on.")
@click.option("--log", metavar="ID", help="The issue log that it reports on.")
@click.option("--period", help='Its months, such as 2025-07 or "Q2 2025/26".')
@click.option("--title", help="Its title, which is also the subject of the e-mail.")
@click.option("--date", metavar="DAY", help="The day on which it comes out; today unless given.")
def newsletter(slug: str | None, **asked: str | None) -> None:
    """Draft the next issue of a newsletter as content/newsletters/SLUG.md.

    All that the records say is filled in: its number, the months after those of the issue before,
    what changed since then, and places for the figures. What you do not say is as last time. SLUG
    becomes part of its address; without one it is the year and the month, such as 2025-10.
    """
    new_files.plans()
    today = datetime.now(tz=UTC).date()
    on = _day(asked["date"], today)
    name = _free(on) if slug is None else slug.removesuffix(".md")
    file = _file(name)
    new_files.usable(name, file)
    if name in library.ARCHIVE:
        raise click.ClickException(
            f"{quoted(name)} is the name of the list of all newsletters. Choose another one, such "
            f"as {_free(on)}."
        )
    if os.path.lexists(file):
        raise click.ClickException(
            f"There is a file {quoted(file)} already, and it stays as it is. Give the new issue "
            f"another name, such as {_free(on)}."
        )
    site, unread = library.open_folder(Path("plans").resolve())
    collection = _sound(check.of_library(site, unread, today))
    told = verdicts.of_site(collection)
    about = _about(collection, asked["programme"], asked["log"])
    words = _words(name, on, about, told, asked)
    draft = _told(site, name, words, told, today)
    covered = _covered(draft)
    words["issues_line"] = _issues_line(covered)
    if draft.period and len(draft.period.visits) > _MANY:
        words["visited"] = ""
    new_files.write(Path(), {file: _text(words).encode("utf-8", "replace")})
    for line in _said(file, draft, covered):
        click.echo(line)


def samples() -> tuple[str, str]:
    """Return what stands above the text of an issue, and what a site says of itself, commented."""
    words = {
        "id": "2025-10",
        "title": "A quieter summer, and quicker results",
        "number": "2",
        "date": "2025-10-17",
        "audience": "Volunteers and team leaders",
        "channels": "channels: [email, messaging]",
        "programme_line": "programme: speedwatch-2026",
        "log_line": "log: street-issues-2026",
        "period_line": "period: Q2 2025/26",
        "issues_line": "issues: [1, 4]",
    }
    _, head, _ = _DRAFT.read_text(encoding="utf-8").split("---\n", 2)
    register = _SITE.read_text(encoding="utf-8")
    for blank, example in _IN_PLACE_OF_BLANKS.items():
        register = register.replace(f"{BLANK} {blank}", example)
    return Template(head).substitute(words), register


def _file(name: str) -> str:
    return f"content/{NEWSLETTERS}/{name}.md"


def _free(on: date) -> str:
    """Return a name for an issue of a day that no file has."""
    names = chain((f"{on:%Y-%m}", f"{on}"), (f"{on}-{number}" for number in count(2)))
    return next(one for one in names if not os.path.lexists(_file(one)))


# What is asked for.


def _day(asked: str | None, today: date) -> date:
    try:
        return today if asked is None else read_day(asked)
    except ScheduleError as error:
        raise click.ClickException(f"--date: {error.message}") from None


def _sound(checked: check.Checked) -> Collection:
    """Return the records of a site in which nothing is wrong."""
    errors = checked.at(Level.ERROR)
    if checked.publishable is None:
        many = f"are {len(errors)} mistakes" if len(errors) > 1 else "is a mistake"
        first = f" {'The first' if len(errors) > 1 else 'It'} is: {errors[0]}" if errors else ""
        raise click.ClickException(
            f"There {many} in the site, so its figures are not known. Mend what planboard check "
            f"names, then begin the newsletter.{first}"
        )
    return checked.publishable


def _about(site: Collection, programme: str | None, log: str | None) -> _About:
    """Return what an issue is about: what is asked for, or else what the issue before was."""
    logs = {one.id: one for one in site.issues}
    if log is not None:
        _known(log, logs, RecordKind.ISSUES)
    main = _programme(site, programme, log)
    chosen = logs[log] if log is not None else None
    if main is None and chosen is None:
        chosen = _only_log(site)
    key = f"programme/{main.id}" if main else f"log/{chosen and chosen.id}"
    before = next((one for one in site.newsletters if one.newsletter.series == key), None)
    if main and chosen is None:
        chosen = before.log if before and before.log else logs.get(main.id)
    return _About(main, chosen, before)


def _programme(site: Collection, asked: str | None, log: str | None) -> ProgrammeInFull | None:
    programmes = {one.id: one for one in site.programmes}
    if asked is not None:
        _known(asked, programmes, RecordKind.PROGRAMME)
        return programmes[asked]
    if log is not None:
        about = (one for one in site.newsletters if one.log and one.log.id == log)
        last = next(about, None)
        return last.programme if last else programmes.get(log)
    if len(programmes) == 1:
        return site.programmes[0]
    last = next((one for one in site.newsletters if one.programme), None)
    if last is None and programmes:
        raise click.ClickException(
            f"There are several programmes. Say which one the newsletter is about: --programme "
            f"{one_of(programmes)}"
        )
    return last.programme if last else None


def _only_log(site: Collection) -> IssuesInFull:
    if not site.issues:
        raise click.ClickException(
            "A newsletter reports on a programme of volunteers or on an issue log, and this site "
            "has neither. Begin one with: planboard new programme, or planboard new issues"
        )
    last = next((one.log for one in site.newsletters if one.log), None)
    if last is None and len(site.issues) > 1:
        raise click.ClickException(
            f"There are several issue logs. Say which one the newsletter is about: --log "
            f"{one_of(one.id for one in site.issues)}"
        )
    return last or site.issues[0]


def _known(asked: str, known: Mapping[str, object], kind: RecordKind) -> None:
    if asked in known:
        return
    called = CALLED[kind]
    use = f"Use {one_of(known)}." if known else f"This site has no {called.one} yet."
    raise click.ClickException(
        f"There is no {called.one} {quoted(asked)} in plans/. {use}{did_you_mean(asked, known)}"
    )


# What is written.


def _words(
    name: str, on: date, about: _About, told: Verdicts, asked: Mapping[str, str | None]
) -> dict[str, str]:
    """Return what belongs in each place of the draft; an empty word where there is nothing."""
    main = about.programme
    last = about.before.newsletter if about.before else None
    of_main = next((found for one, found in told.programmes if one == main), None)
    span = _period(asked["period"])
    if span is None and main and of_main:
        span = following.months_after(main, of_main, last.period if last else None)
    number = int(last.number) + 1 if last else 1
    pieces = main.programme.guidance if main else ()
    ways = last.channels if last else (Channel.EMAIL,)
    readers = "Volunteers and team leaders" if main else "Everybody who raised something"
    title = asked["title"] if asked["title"] is not None else _title(main, span, on)
    return {
        "id": name,
        "title": _quoted(title),
        "number": f"{number}",
        "date": f"{on}",
        "audience": _quoted(last.audience if last else readers),
        "channels": f"channels: [{', '.join(ways)}]" if ways else "#channels: [email]",
        "programme": main.id if main else "",
        "programme_line": f"programme: {main.id}" if main else "#programme: speedwatch-2026",
        "log": about.log.id if about.log else "",
        "log_line": f"log: {about.log.id}" if about.log else "#log: street-issues-2026",
        "period_line": f"period: {following.as_written(span)}" if span else "#period: Q2 2025/26",
        "issues_line": "#issues: [1, 4]",
        # nothing is counted before a session was held
        "counted": main.id if main and span else "",
        "waiting": main.id if main and of_main and of_main.states[SiteState.REQUESTED] else "",
        "visited": main.id if main else "",
        # another piece each time: who reads the same one again and again stops reading it
        "guidance": pieces[(number - 1) % len(pieces)].id if pieces else "",
    }


def _period(asked: str | None) -> Span | None:
    if asked is None:
        return None
    try:
        words, spans = find_dates(asked)
    except ScheduleError as error:
        raise click.ClickException(f"--period: {error.message}") from None
    if words != DATE or spans[0].precision is Precision.DAY:
        raise click.ClickException(
            f"--period: {quoted(asked)} is not one month, quarter or year. Write it as 2025-07, "
            "Q2 2025/26, H1 2025/26, 2025/26 or 2025."
        )
    return spans[0]


def _title(main: ProgrammeInFull | None, span: Span | None, on: date) -> str:
    if main is None:
        return f"What you raised, and what came of it: {MONTHS[on.month - 1]} {on.year}"
    return f"What your sessions found{f': {wording.span(span)}' if span else ''}"


def _quoted(words: str) -> str:
    return words if _PLAIN.fullmatch(words) else json.dumps(words, ensure_ascii=False)


def _text(words: Mapping[str, str]) -> str:
    """Return the draft without the pieces for which there is nothing."""
    pieces = _PIECE.split(_DRAFT.read_text(encoding="utf-8"))
    empty = {f"${name}" for name, word in words.items() if not word}
    kept = [one for one in pieces if empty.isdisjoint(re.findall(r"\$\w+", one))]
    return f"{Template(''.join(kept)).substitute(words).rstrip()}\n"


def _told(
    site: Library, name: str, words: Mapping[str, str], told: Verdicts, today: date
) -> NewsletterTold:
    """Return what is worked out for the draft, once nothing would be wrong with it.

    Raises:
        click.ClickException: with the sentence that planboard check would say of it.
    """
    root, data = Path("plans").resolve(), _text(words).encode("utf-8", "replace")
    found, unread = library.with_newsletter(site, root, f"{name}.md", data)
    checked = check.of_library(found, unread, today)
    if errors := checked.at(Level.ERROR):
        raise click.ClickException(f"No newsletter was written. {errors[0].message}")
    written = checked.collection.newsletters if checked.collection else ()
    ours = next(one for one in written if one.id == name)
    by_id = {one.id: found for one, found in told.programmes}
    return newsletters.of_newsletters([ours], by_id)[0]


def _covered(told: NewsletterTold) -> list[str]:
    """Return the ids of the issues that are new and had been raised, in the order of the log."""
    changed = {one.issue.id for one in told.news.issues}
    on = told.record.newsletter.date
    issues = told.record.log.log.issues if told.record.log else ()
    return [
        one.id
        for one in issues
        if one.id in changed and not (one.raised.on and one.raised.on.first > on)
    ]


def _issues_line(covered: Sequence[str]) -> str:
    if not covered:
        return "#issues: [1, 4]"
    line = f"issues: [{', '.join(covered)}]"
    return line if len(line) <= _WIDTH else "issues:\n" + "\n".join(f"  - {one}" for one in covered)


# What is said.


def _said(file: str, told: NewsletterTold, covered: Sequence[str]) -> Iterator[str]:
    """Yield what an editor should know of a draft, line by line."""
    number, period, before = told.record.newsletter.number, told.period, told.record.before
    yield f"A draft of newsletter {number} is in {file}."
    if period:
        figures = sentences.in_short(period)
        yield f"{wording.capital(wording.during(period.span))}: {figures}."
        if wording.WITHHELD in figures:
            yield f"{wording.WITHHELD} is a small count, which is kept back in every form."
    if period and period.goes_on:
        yield (
            "These months are not complete in the record, so the figures will still change. Bring "
            "the record up to date first, or choose months that are over with --period."
        )
    if period and before and before.newsletter.period == period.span:
        yield (
            f"The newsletter before, {before.id}, is about the same months: the record has no "
            "later ones. Bring it up to date first, or choose other months with --period."
        )
    if told.record.log:
        yield from _of_log(told, covered)
    yield "Write in it what stands out, delete the sections that you do not need, then go on with:"
    yield "  planboard check"
    yield "  mkdocs serve --livereload"
    yield f"Its page is {routes.newsletter(told.record.id)}, and leads to all its other forms."


def _of_log(told: NewsletterTold, covered: Sequence[str]) -> Iterator[str]:
    before, undated = told.record.before, told.news.undated
    last = before.newsletter if before else None
    since = f" since newsletter {last.number} of {wording.day(last.date)}" if last else ""
    many = wording.counted(len(covered), "issue") if covered else "no issue"
    yield f"It covers what changed in the log{since}: {many}."
    if undated:
        yield (
            f"{wording.counted(undated, 'issue')} may have changed as well, but the log does not "
            "say when: add the id under issues."
        )
