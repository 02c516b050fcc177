"""Editor: the command that sets an editor up for plans; the only room that renews .vscode."""

from __future__ import annotations

from pathlib import Path

import click

from planboard.showing.schemas import editor_files

__all__ = ["schemas"]


@click.command()
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, exists=True, file_okay=False)
)
def schemas(folder: Path) -> None:
    """Write what an editor needs to complete, explain and check plans into FOLDER/.vscode.

    FOLDER is the one that holds plans/, the present one unless you name another. The schemas are
    written anew each time. Settings that are there stay as they are: to get them afresh, delete
    or rename them first.
    """
    for name, content in editor_files().items():
        path = folder / name
        if path.exists() and path.parent.name != "schemas":
            click.echo(f"{name} is there already and stays as it is.")
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise click.ClickException(f"{name} cannot be written: {error.strerror}.") from None
        click.echo(f"Wrote {name}.")
