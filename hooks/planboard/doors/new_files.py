"""New files: the only room that writes what is started, and never over what is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from planboard.rules import personal
from planboard.truth.model.fields import as_id

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["named", "plans", "usable", "write"]

_LONGEST: Final = 60
"""How long an id may be: an address that people can still say aloud."""
_FEW: Final = 5


def plans() -> Path:
    """Return the folder of the records of the site that the command is run in.

    Raises:
        click.ClickException: with a sentence, when there is none.
    """
    root = Path("plans")
    if not root.is_dir():
        raise click.ClickException(
            'There is no folder "plans" here. Go to the folder of your site, or start a site with: '
            "planboard new site"
        )
    return root


def usable(name: str, file: str) -> None:
    """Make sure that ``name`` can be part of an address; ``file`` is what it names.

    Raises:
        click.ClickException: with a sentence, when it cannot.
    """
    try:
        as_id(name)
    except ValueError as error:
        raise click.ClickException(f'"{name}" {error}') from None
    if len(name) > _LONGEST:
        raise click.ClickException(
            f"This id has {len(name)} letters, and is to be part of an address. Choose one of at "
            f"most {_LONGEST}."
        )
    if found := personal.find(file):
        raise click.ClickException(
            f"This id looks like {found[0].kind.name}, and is to be part of an address. Choose "
            "another one."
        )


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` below ``folder``, or nothing if any of them is in the way of another.

    Raises:
        click.ClickException: with a sentence that says which file it is about.
    """
    taken = {
        named(way)
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
                f"{named(path)} cannot be written: {error.strerror}."
            ) from None


def named(path: Path) -> str:
    """Return what a message calls a file or folder."""
    return "this folder" if path == Path() else path.as_posix()
