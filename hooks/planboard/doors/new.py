"""New: starts a site or a record; the only room that knows what each of these begins with."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from string import Template
from typing import Final

import click

from planboard import __version__
from planboard.doors import new_files
from planboard.doors.new_newsletter import newsletter
from planboard.reading import library
from planboard.rules.shortcodes.desk import CALLED
from planboard.saying import routes
from planboard.showing import schemas
from planboard.truth.model.programme.programme import Programme
from planboard.words.vocabulary.records import BLANK, RecordKind

__all__ = ["new", "samples"]

_HERE: Final = Path(__file__).parent
_STARTER: Final = _HERE / "starter"
_HEAD: Final = _HERE / "head.yml"
"""What every record says of itself first."""
_REGISTERS: Final = "registers"
_IN_PLACE_OF_BLANKS: Final = {
    "the heading of the first part": "Better lighting",
    "what is to be done": "Light the path by the canal",
    "what was raised": "Cars turn at the end of the path",
    "the name of the first area": "The west of the town",
    "the name of its forum": "Forum of the west",
    "what was to be reached": "People feel safe on their way home",
    "a benefit that was expected": "More people walk home",
    "what was measured": "Lamps that are lit every night",
    "the area of the programme": "Example District",
    "the name of the first team": "Example Village",
    "how volunteers report a driver who is abusive": "Leave, and report it by calling 101.",
}


@dataclass(frozen=True, slots=True)
class _Sample:
    """What stands in the examples of one kind of record."""

    id: str
    title: str
    printed: str
    summary: str


_SAMPLES: Final = {
    RecordKind.PLAN: _Sample(
        "safer-streets-2026",
        "Safer streets action plan",
        "Safer Streets Action Plan 2026 to 2029 (final version)",
        "How the council and the police will make the streets of the town safer at night.",
    ),
    RecordKind.FORUMS: _Sample(
        "town-forums-2026",
        "What the forums of the town want first",
        "Community forum report, summer 2026",
        "What people at the forums named as priorities, and what was done about them.",
    ),
    RecordKind.ISSUES: _Sample(
        "street-issues-2026",
        "What people told us about the streets",
        "Safer Streets issue log, September 2026",
        "What people raised at the street meetings, and what came of it.",
    ),
    RecordKind.REPORT: _Sample(
        "safer-streets-progress",
        "How safer streets is getting on",
        "Safer Streets: progress after one year",
        "What the first year of the plan has brought.",
    ),
    RecordKind.PROGRAMME: _Sample(
        "speedwatch-2026",
        "Community Speedwatch in Example District",
        "Community Speedwatch: a year at the roadside",
        "What volunteers counted at the roadside, and what was done with it.",
    ),
}
_TABLES: Final = {RecordKind.PROGRAMME: Programme.added_up}
"""Tables that stand beside a record and never in it, with what is in a row of each."""
_WEEKS: Final = 4
"""Up to how many weeks before the as-at day the days of examples are."""
_VERSION: Final = b"PLANBOARD-VERSION"
_PUT_OFF: Final = ".new"
"""Ends the name of a file that git or Python would take for one of this project."""


@click.group()
def new() -> None:
    """Start a site of your own, or a record or a newsletter in it."""


@new.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def site(folder: Path) -> None:
    """Write a new site into FOLDER, which is the present one unless you name another.

    No file that is there is changed: if one has the name of a file to be written, nothing is.
    """
    files = _site()
    new_files.write(folder, files)
    click.echo(f"A new site is in {new_files.named(folder)}:")
    for name in files:
        click.echo(f"  {name}")
    click.echo('FILL IN marks a blank; "planboard check" lists those that are left. Go on with:')
    if folder != Path():
        click.echo(f'  cd "{folder}"')
    click.echo('  planboard new plan safer-streets-2026 --title "Safer streets action plan"')
    click.echo("  mkdocs serve --livereload")


def _record(kind: RecordKind, record_id: str, title: str | None) -> None:
    """Write a new record with every key explained."""
    root, name = new_files.plans(), CALLED[kind].one
    new_files.usable(record_id, f"plans/{record_id}/")
    if taken := _taken(root / record_id, kind):
        raise click.ClickException(
            f"There is a {taken} already. Choose another id for the new {name}."
        )
    file = f"plans/{record_id}/{kind}.yml"
    tables = {
        f"plans/{record_id}/{table}.csv": f"{','.join(row.model_fields)}\n".encode()
        for table, row in _TABLES.get(kind, {}).items()
    }
    new_files.write(Path(), {file: _begun(root, kind, record_id, title), **tables})
    click.echo(f"A new {name} is in {file}. Write in it, then go on with:")
    click.echo("  planboard check")
    click.echo("  mkdocs serve --livereload")


def _taken(folder: Path, kind: RecordKind) -> str:
    """Return what stands in the way of a new record of a kind; nothing if it can be written.

    A folder may hold one record of each kind.
    """
    there = {one for one in RecordKind if os.path.lexists(folder / f"{one}.yml")}
    if there and folder.name != _REGISTERS:
        return f'file "plans/{folder.name}/{kind}.yml"' if kind in there else ""
    return f'folder "plans/{folder.name}"' if os.path.lexists(folder) else ""


def _command(kind: RecordKind) -> click.Command:
    """Return the command that starts a record of a kind."""
    called, example = CALLED[kind], _SAMPLES[kind]
    return click.Command(
        kind.value,
        callback=partial(_record, kind),
        params=[
            click.Argument(["record_id"], metavar="ID"),
            click.Option(
                ["--title"],
                help=f"The title of the {called.one}; without it there is a blank for it.",
            ),
        ],
        help=f"""Write a new {called.one}, with every key explained, into the folder plans/ID.

        ID becomes part of the address of the {called.short} and stays for ever: use lower-case
        letters, figures and hyphens, such as {example.id}. A folder may hold one record of each
        kind.
        """,
    )


for _kind in RecordKind:
    new.add_command(_command(_kind))
new.add_command(newsletter)


def _site() -> dict[str, bytes]:
    """Return each file of a new site by its name."""
    ours = {
        path.relative_to(_STARTER).as_posix().removesuffix(_PUT_OFF): path.read_bytes()
        for path in sorted(_STARTER.rglob("*"))
        if path.is_file()
    }
    filled = {name: data.replace(_VERSION, __version__.encode()) for name, data in ours.items()}
    return dict(sorted({**filled, **schemas.editor_files()}.items()))


def _begun(root: Path, kind: RecordKind, record_id: str, title: str | None) -> bytes:
    """Return a commented record that names the first of the publishers and of the owners."""
    found, _ = library.open_folder(root.resolve())
    publishers = found.publishers.record.publishers if found.publishers else ()
    owners = found.owners.record.owners if found.owners else ()
    if not publishers:
        raise click.ClickException(
            "plans/registers/publishers.yml lists nobody who could publish the "
            f"{CALLED[kind].one}. Add an entry to it; if there is one, mend what planboard check "
            "says of it."
        )
    words, blank = " ".join((title or "").split()), f"{BLANK} the title of the {CALLED[kind].short}"
    return _filled(
        kind,
        id=record_id,
        title=json.dumps(words, ensure_ascii=False) if words else blank,
        publisher=publishers[0].id,
        as_at=datetime.now(tz=UTC).date(),
        owners=f"owners: [{owners[0].id}]" if owners else "#owners: [highways-team]",
    ).encode("utf-8", "replace")


def _filled(kind: RecordKind, *, id: str, as_at: date, **words: str) -> str:  # noqa: A002 - its name in the file
    """Return the commented record of a kind as of a day, with ``words`` in it."""
    body = (_HERE / f"{kind}.yml").read_text(encoding="utf-8")
    example = _SAMPLES[kind]
    return Template(_HEAD.read_text(encoding="utf-8") + body).substitute(
        words,
        what=f"{CALLED[kind].with_article[0].upper()}{CALLED[kind].with_article[1:]}",
        thing=CALLED[kind].short,
        page=routes.record(kind, id),
        printed=json.dumps(example.printed) if ": " in example.printed else example.printed,
        summary=example.summary,
        as_at=as_at.isoformat(),
        year=as_at.year,
        next_year=as_at.year + 1,
        **_before(as_at),
    )


def _before(as_at: date) -> dict[str, str]:
    """Return the days of examples by how many weeks ago they are, all in the year of ``as_at``."""
    first = as_at.replace(month=1, day=1)
    return {
        f"weeks_{weeks}_ago": max(first, as_at - timedelta(weeks=weeks)).isoformat()
        for weeks in range(1, _WEEKS + 1)
    }


def samples() -> dict[RecordKind, str]:
    """Return a commented record of each kind, with an example in place of each blank.

    They are the same every day.
    """
    return {kind: _sample(kind) for kind in RecordKind}


def _sample(kind: RecordKind) -> str:
    text = _filled(
        kind,
        id=_SAMPLES[kind].id,
        title=_SAMPLES[kind].title,
        publisher="example-council",
        as_at=date(2026, 9, 30),
        owners="owners: [highways-team]",
    )
    for blank, example in _IN_PLACE_OF_BLANKS.items():
        text = text.replace(f"{BLANK} {blank}", example)
    return text
