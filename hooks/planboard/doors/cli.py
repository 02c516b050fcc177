"""Cli: the planboard command; reads the command line, prints, and sets the exit code."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from planboard import __version__
from planboard.doors.editor import schemas
from planboard.doors.new import new
from planboard.rules import check as rules
from planboard.rules import personal
from planboard.words.problems import Level, Problem, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="planboard")
def main() -> None:
    """Public plans and their progress as pages people can read, check and take away."""


main.add_command(new)
main.add_command(schemas)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How to print what is wrong: for people, for programs, or as notes on a pull request.",
)
@click.option("--findings", is_flag=True, help="List the gaps in the records as well.")
@click.option("--strict", is_flag=True, help="Fail on warnings too, as a strict build does.")
@click.pass_context
def check(
    context: click.Context, paths: tuple[Path, ...], form: str, *, findings: bool, strict: bool
) -> None:
    """Check what is in PATHS, or all of the site in this folder, and say what is wrong.

    A path may be a site, its plans folder, the folder of one plan, or one file or page. Exits
    with 1 when there is an error, or with --strict a warning; gaps never count.
    """
    problems = in_order(problem for path in paths or (None,) for problem in _of(path))
    stops = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    shown = [one for one in problems if findings or one.level is not Level.FINDING]
    for line in _FORMS[form](shown, problems):
        click.echo(line)
    if any(one.level in stops for one in problems):
        context.exit(1)


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _of(path: Path | None) -> Iterable[Problem]:
    """Return the problems under ``path``; the whole of its site is read in any case."""
    if path is None:
        return rules.check(Path("plans"), _today()).problems
    place = path.resolve()
    root = next(filter(None, map(_plans_at, (place, *place.parents))), None)
    if root is None:
        raise click.UsageError(
            f'"{path}" is not in a site. Give the folder that holds plans/, or something inside it.'
        )
    if place != root and not place.exists():
        raise click.UsageError(f'There is no "{path}". Check how it is spelt.')
    problems = rules.check(root, _today()).problems
    if place == root.parent:
        return problems
    inside = place.relative_to(root.parent).as_posix()
    names = (inside, personal.without(inside))  # what is personal is masked in names of files too
    files = [(PurePosixPath(one.place.file), one) for one in problems]
    return [one for file, one in files if any(map(file.is_relative_to, names))]


def _plans_at(folder: Path) -> Path | None:
    """Return ``folder`` if it is a plans folder, or the plans folder in it if it is a site."""
    if (folder / "registers").is_dir():
        return folder
    if (folder / "plans").is_dir():
        return folder / "plans"
    return folder if folder.name == "plans" else None


def _text(shown: Iterable[Problem], problems: Iterable[Problem]) -> Iterable[str]:
    for one in shown:
        word = "" if one.level is Level.ERROR else f"{one.level}: "
        yield f"{one.place}: {word}{one.message}"
    counts = Counter(one.level for one in problems)
    wrong = [
        f"{counts[level]} {level}{'s' if counts[level] > 1 else ''}"
        for level in (Level.ERROR, Level.WARNING)
        if counts[level]
    ]
    verdict = f"{' and '.join(wrong)} to mend." if wrong else "Nothing is wrong."
    if wrong and not counts[Level.ERROR]:
        verdict += " A strict build stops at warnings too."
    gaps = counts[Level.FINDING]
    if gaps:
        verdict += f" The records have {gaps} gap{'s' if gaps > 1 else ''}"
        listed = any(one.level is Level.FINDING for one in shown)
        verdict += "." if listed else ", such as a missing update: see planboard check --findings."
    yield verdict


def _json(shown: Iterable[Problem], problems: Iterable[Problem]) -> Iterable[str]:
    counts = Counter(one.level for one in problems)
    found = [
        {
            "level": one.level,
            "code": one.code,
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "message": one.message,
        }
        for one in shown
    ]
    report = {"counts": {level: counts[level] for level in Level}, "problems": found}
    yield json.dumps(report, ensure_ascii=False, indent=2)


def _github(shown: Iterable[Problem], problems: Iterable[Problem]) -> Iterable[str]:
    del problems
    kinds = {Level.ERROR: "error", Level.WARNING: "warning", Level.FINDING: "notice"}
    for one in shown:
        where = f"file={_escaped(one.place.file).replace(':', '%3A').replace(',', '%2C')}"
        if one.place.line:
            where += f",line={one.place.line},col={one.place.column}"
        yield f"::{kinds[one.level]} {where},title={one.code}::{_escaped(one.message)}"


def _escaped(text: str) -> str:
    """Return ``text`` as a workflow command carries it."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, code)
    return text


_FORMS: dict[str, Callable[[Iterable[Problem], Iterable[Problem]], Iterable[str]]] = {
    "text": _text,
    "json": _json,
    "github": _github,
}

if __name__ == "__main__":
    main()
