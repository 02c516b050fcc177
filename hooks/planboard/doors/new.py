"""New: starts a site or a plan; the only room that knows what each begins with."""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

import click

from planboard import __version__
from planboard.reading import library
from planboard.rules import personal
from planboard.showing import schemas
from planboard.truth.model.fields import as_id
from planboard.words.vocabulary import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["new", "sample"]

_HERE: Final = Path(__file__).parent
_STARTER: Final = _HERE / "starter"
_PLAN: Final = _HERE / "plan.yml"
_LONGEST: Final = 60
"""How long the id of a plan may be: an address that people can still say aloud."""
_FEW: Final = 5
_IN_PLACE_OF_BLANKS: Final = {
    "the heading of the first part": "Better lighting",
    "what is to be done": "Light the path by the canal",
}
_VERSION: Final = b"PLANBOARD-VERSION"
_PUT_OFF: Final = ".new"
"""Ends the name of a file that git or Python would take for one of this project."""


@click.group()
def new() -> None:
    """Start a site of your own, or a plan in it."""


@new.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path))
def site(folder: Path) -> None:
    """Write a new site into FOLDER, which is the present one unless you name another.

    No file that is there is changed: if one has the name of a file to be written, nothing is.
    """
    files = _site()
    _write(folder, files)
    click.echo(f"A new site is in {_named(folder)}:")
    for name in files:
        click.echo(f"  {name}")
    click.echo('FILL IN marks a blank; "planboard check" lists those that are left. Go on with:')
    if folder != Path():
        click.echo(f'  cd "{folder}"')
    click.echo('  planboard new plan safer-streets-2026 --title "Safer streets action plan"')
    click.echo("  mkdocs serve --livereload")


@new.command()
@click.argument("plan_id", metavar="ID")
@click.option("--title", help="The title of the plan; without it there is a blank for it.")
def plan(plan_id: str, title: str | None) -> None:
    """Write a new plan, with every key explained, into the folder plans/ID.

    ID becomes part of the address of the plan and stays for ever: use lower-case letters, figures
    and hyphens, such as safer-streets-2026.
    """
    root = Path("plans")
    if not root.is_dir():
        raise click.ClickException(
            'There is no folder "plans" here. Go to the folder of your site, or start a site with: '
            "planboard new site"
        )
    try:
        as_id(plan_id)
    except ValueError as error:
        raise click.ClickException(f'"{plan_id}" {error}') from None
    if len(plan_id) > _LONGEST:
        raise click.ClickException(
            f"This id has {len(plan_id)} letters, and is to be part of an address. Choose one of "
            f"at most {_LONGEST}."
        )
    if found := personal.find(f"plans/{plan_id}/"):
        raise click.ClickException(
            f"This id looks like {found[0].kind.name}, and is to be part of an address. Choose "
            "another one."
        )
    if (root / plan_id).exists():
        raise click.ClickException(
            f'There is a folder "plans/{plan_id}" already. Choose another id for the new plan.'
        )
    _write(Path(), {f"plans/{plan_id}/plan.yml": _plan(root, plan_id, title)})
    click.echo(f"A new plan is in plans/{plan_id}/plan.yml. Write in it, then go on with:")
    click.echo("  planboard check")
    click.echo("  mkdocs serve --livereload")


def _site() -> dict[str, bytes]:
    """Return each file of a new site by its name."""
    ours = {
        path.relative_to(_STARTER).as_posix().removesuffix(_PUT_OFF): path.read_bytes()
        for path in sorted(_STARTER.rglob("*"))
        if path.is_file()
    }
    filled = {name: data.replace(_VERSION, __version__.encode()) for name, data in ours.items()}
    return dict(sorted({**filled, **schemas.editor_files()}.items()))


def _plan(root: Path, plan_id: str, title: str | None) -> bytes:
    """Return a commented plan that names the first of the publishers and of the owners."""
    found, _ = library.open_folder(root.resolve())
    publishers = found.publishers.record.publishers if found.publishers else ()
    owners = found.owners.record.owners if found.owners else ()
    if not publishers:
        raise click.ClickException(
            "plans/registers/publishers.yml lists nobody who could publish the plan. Add an entry "
            "to it; if there is one, mend what planboard check says of it."
        )
    words = " ".join((title or "").split())
    return _filled(
        id=plan_id,
        title=json.dumps(words, ensure_ascii=False) if words else "FILL IN the title of the plan",
        publisher=publishers[0].id,
        as_at=datetime.now(tz=UTC).date(),
        owners=f"owners: [{owners[0].id}]" if owners else "#owners: [highways-team]",
    ).encode("utf-8", "replace")


def _filled(*, as_at: date, **words: str) -> str:
    """Return the commented plan as of a day, with ``words`` in it."""
    text = Template(_PLAN.read_text(encoding="utf-8"))
    return text.substitute(words, as_at=as_at.isoformat(), next_year=as_at.year + 1)


def sample() -> str:
    """Return the commented plan with an example in place of each blank, the same every day."""
    text = _filled(
        id="safer-streets-2026",
        title="Safer streets action plan",
        publisher="example-council",
        as_at=date(2026, 9, 30),
        owners="owners: [highways-team]",
    )
    for blank, example in _IN_PLACE_OF_BLANKS.items():
        text = text.replace(f"{BLANK} {blank}", example)
    return text


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` below ``folder``, or nothing if any of them is in the way of another.

    Raises:
        click.ClickException: with a sentence that says which file it is about.
    """
    taken = {
        _named(way)
        for path in (folder / name for name in files)
        for way in (path, *path.parents)
        if os.path.lexists(way) and (way == path or not way.is_dir())
    }
    if taken:
        few = ", ".join(sorted(taken)[:_FEW])
        more = f" and {len(taken) - _FEW} more" if len(taken) > _FEW else ""
        raise click.ClickException(
            f"Nothing was written, so that nothing is lost: {few}{more} "
            f"{'is' if len(taken) == 1 else 'are'} there already. Choose an empty folder, or move "
            f"{'it' if len(taken) == 1 else 'them'} away."
        )
    for name, content in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
        except OSError as error:
            raise click.ClickException(
                f"{_named(path)} cannot be written: {error.strerror}."
            ) from None


def _named(path: Path) -> str:
    return "this folder" if path == Path() else path.as_posix()
