"""The rules of the house: which room may know what, and where a line may stand."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from planboard import FLOORS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "planboard"
DOORS = "doors"
ROOMS = [(floor, room) for floor, rooms in FLOORS.items() for room in rooms]
MODULES = sorted(PACKAGE.glob("*/**/*.py"))
SOURCES = [*sorted(PACKAGE.rglob("*.py")), HOOKS / "dashboard.py"]

# What only a few rooms may know of.
PATHS_ARE_OPENED_IN = {
    "reading/desk.py",
    "reading/library.py",
    "showing/render.py",
    "rules/check.py",
}
IMPURE = {"os", "sys", "logging", "random", "subprocess", "time", "secrets", "tempfile", "shutil"}
CLOCKS = {"today", "now", "utcnow", "fromtimestamp"}
OPENINGS = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "iterdir", "mkdir"}

LONGEST = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "shared"}
MARKUP = re.compile(r"(?<!\?P)(?<!\(\?)<[a-zA-Z/!]")
WORDS_OF_THE_YAML_READER = {"did not find expected <document start>"}
TOP_LEVEL = {
    ".ci",
    ".git",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".vscode",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "content",
    "hooks",
    "mkdocs.yml",
    "overrides",
    "plans",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "tests",
}


class Import(NamedTuple):
    """One import statement's module, with the names taken from it, if any."""

    module: str
    names: tuple[str, ...]
    for_types_only: bool

    @property
    def top(self) -> str:
        return self.module.partition(".")[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[Import, ...]:
    """Return every import of a module, those inside functions and for types included."""
    typed = {
        id(inner)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found: list[Import] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [Import(one.name, (), id(node) in typed) for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)} has a relative import"
            names = tuple(one.name for one in node.names)
            found.append(Import(node.module or "", names, id(node) in typed))
    return tuple(found)


def name(path: Path) -> str:
    inside = PACKAGE if path.is_relative_to(PACKAGE) else HOOKS
    return path.relative_to(inside).as_posix()


def room_of(path: Path) -> tuple[str, str]:
    floor, room = path.relative_to(PACKAGE).with_suffix("").parts[:2]
    return floor, room


def imported_files(path: Path) -> Iterator[Path]:
    """Yield the file of every module of ours that ``path`` imports."""
    for one in imports(path):
        if one.top != "planboard":
            continue
        folder = HOOKS.joinpath(*one.module.split("."))
        for inner in one.names:
            if (folder / f"{inner}.py").is_file():
                yield folder / f"{inner}.py"
            elif (folder / inner).is_dir():
                yield folder / inner / "__init__.py"
            elif folder.with_suffix(".py").is_file():
                yield folder.with_suffix(".py")
        if not one.names:
            yield folder.with_suffix(".py")


def strings(path: Path) -> Iterator[ast.Constant]:
    """Yield every string of a module that is not documentation."""
    spoken = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in spoken
        ):
            yield node


def of(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name)


below_doors = of([path for path in MODULES if room_of(path)[0] != DOORS])
every_module = of(SOURCES)


# The map.


def test_every_room_on_disk_is_on_the_map_and_the_reverse() -> None:
    on_disk = {room_of(path) for path in MODULES}
    assert {(floor, room) for floor, room in on_disk if room != "__init__"} == set(ROOMS)


def test_no_module_stands_outside_a_floor() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}
    floors = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {"__pycache__"}
    assert floors == set(FLOORS)


def test_the_guide_for_contributors_names_every_floor_and_room() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    prose = re.sub(r"(?ms)^```.*?^```", "", guide)
    named = {one.rstrip("/") for one in re.findall(r"`([^`]+)`", prose)}
    missing = [one for one in (*FLOORS, *(room for _, room in ROOMS)) if one not in named]
    assert not missing


def test_the_top_of_the_repository_holds_nothing_unknown() -> None:
    ignored = re.findall(
        r"^/?([^/*\n]+)/?$", (ROOT / ".gitignore").read_text(encoding="utf-8"), re.MULTILINE
    )
    found = {path.name for path in ROOT.iterdir()}
    assert found - set(ignored) <= TOP_LEVEL


# Who may know whom.


@of([path for path in MODULES if path.name != "__init__.py"])
def test_a_room_imports_only_what_lies_below_it_or_before_it(path: Path) -> None:
    here = room_of(path)
    for other in imported_files(path):
        if other.parent == PACKAGE:
            assert here[0] == DOORS, f"only doors may import {other.name} of the package"
            continue
        there = room_of(other)
        if there != here:
            assert ROOMS.index(there) < ROOMS.index(here), f"{name(path)} imports {name(other)}"


def test_modules_inside_one_room_import_each_other_in_one_direction() -> None:
    ways = {
        path: [other for other in imported_files(path) if room_of(other) == room_of(path)]
        for path in MODULES
        if len(path.relative_to(PACKAGE).parts) > len(("floor", "room.py"))
    }

    def follow(path: Path, behind: tuple[Path, ...]) -> None:
        assert path not in behind, f"{name(path)} imports itself by a detour"
        for other in ways.get(path, ()):
            if other.name != "__init__.py":
                follow(other, (*behind, path))

    for path in ways:
        follow(path, ())


@of([path for path in MODULES if path.name == "__init__.py"])
def test_a_floor_and_a_room_of_many_modules_only_introduce_themselves(path: Path) -> None:
    assert len(tree(path).body) == 1


@every_module
@pytest.mark.parametrize(
    ("library", "home"),
    [
        ("yaml", "reading/"),
        ("jinja2", "showing/render.py"),
        ("markupsafe", "showing/render.py"),
        ("mkdocs", "dashboard.py"),
        ("click", "doors/"),
        ("pydantic", "truth/model/"),
    ],
)
def test_an_outside_library_is_known_in_one_place(path: Path, library: str, home: str) -> None:
    if library in {one.top for one in imports(path)}:
        adapter = library in {"jinja2", "markupsafe"} and name(path) == "dashboard.py"
        reader = library == "pydantic" and name(path).startswith("reading/")
        assert adapter or reader or name(path).startswith(home)


# Purity below the doors.


@below_doors
def test_below_the_doors_nobody_knows_the_machine(path: Path) -> None:
    assert not {one.top for one in imports(path)} & IMPURE


@below_doors
def test_below_the_doors_nobody_reads_the_clock(path: Path) -> None:
    read = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert not read & CLOCKS


@below_doors
def test_a_path_is_used_only_where_files_are_opened(path: Path) -> None:
    used = [one for one in imports(path) if one.top == "pathlib" and not one.for_types_only]
    assert not used or name(path) in PATHS_ARE_OPENED_IN


@below_doors
def test_only_the_desk_opens_files(path: Path) -> None:
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }
    assert name(path) == "reading/desk.py" or not called & OPENINGS


@below_doors
def test_io_serves_for_text_in_memory_alone(path: Path) -> None:
    used = {
        node.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "io"
    }
    assert used <= {"StringIO", "BytesIO"}
    assert not any(one.module == "io" and one.names for one in imports(path))


# How a module looks.


@of([path for path in SOURCES if path.name != "__main__.py"])
def test_a_module_says_in_its_first_line_what_it_owns(path: Path) -> None:
    first = (ast.get_docstring(tree(path)) or "").partition("\n")[0]
    room = path.parent.name if path.stem == "__init__" else path.stem.strip("_")
    thing = first.partition(":")[0]
    assert ": " in first
    assert thing.casefold().split()[0].rstrip("s") == room.split("_")[0].casefold().rstrip("s")
    assert first.endswith(".")
    assert len(f'"""{first}"""') <= len("x" * 100)


@every_module
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_module
def test_a_module_is_named_after_a_thing(path: Path) -> None:
    assert path.stem not in VAGUE


@every_module
def test_no_markup_stands_in_python(path: Path) -> None:
    found = {str(node.value) for node in strings(path) if MARKUP.search(str(node.value))}
    assert not found - WORDS_OF_THE_YAML_READER


@of([path for path in SOURCES if path.name != "dashboard.py"])
def test_only_the_adapter_names_a_function_like_an_event(path: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    named = [node.name for node in ast.walk(tree(path)) if isinstance(node, functions)]
    assert not [one for one in named if one.startswith("on_")]


@pytest.mark.parametrize("suffix", ["html", "css", "js", "jinja", "jinja2", "j2"])
def test_every_line_for_the_browser_lies_in_overrides(suffix: str) -> None:
    homes = [HOOKS, ROOT / "content", ROOT / "plans", ROOT / "benchmarks"]
    assert not [path for home in homes for path in home.rglob(f"*.{suffix}")]
