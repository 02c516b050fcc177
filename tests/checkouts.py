"""Checkouts: a small site of an invented town, kept in git as its editors have it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from folders import PlansFolder

__all__ = ["Checkout", "checkout", "hill_town"]

ROOT: Final = Path(__file__).parent.parent
PARTS: Final = (".gitignore", "Makefile", "pyproject.toml")
PINNED: Final = ("requirements.txt", "requirements-dev.txt")
SETTINGS: Final = """\
site_name: Plans of Hill Town
site_url: https://hill-town.example/
docs_dir: content
theme: {name: material, custom_dir: overrides, font: false}
hooks: [hooks/dashboard.py]
plugins: [search]
"""
COMMANDS: Final = {"mkdocs": "mkdocs", "ghp-import": "ghp_import", "planboard": "planboard"}
# Only what the tests set: neither the machine's settings of git nor a git or make around them.
ENVIRONMENT: Final = {
    **{
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "MAKE", "MFLAGS"))
    },
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "LC_ALL": "C.UTF-8",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(ROOT / "hooks"),
}


@dataclass(frozen=True)
class Checkout:
    """A folder with a small site, everything committed, and its commands where make looks."""

    root: Path

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``command`` in the folder and return what it said, standard error included."""
        return subprocess.run(
            command,
            cwd=self.root,
            env={**ENVIRONMENT, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *command: str) -> str:
        """Run git, which must succeed, and return what it said."""
        done = self.run("git", *command)
        assert done.returncode == 0, done.stdout
        return done.stdout.strip()

    @property
    def plans(self) -> PlansFolder:
        return PlansFolder(self.root / "plans")

    def commit(self, words: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", words)

    def copied(self, root: Path) -> Checkout:
        """Return a copy that a test may change."""
        shutil.copytree(self.root, root, symlinks=True)
        return Checkout(root)


@pytest.fixture(scope="session")
def hill_town(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A small site that builds strictly, with its first commit; tests work on copies of it."""
    made = Checkout(tmp_path_factory.mktemp("checkout") / "hill-town")
    made.plans.make_sound()
    for name in (*PARTS, *PINNED):
        shutil.copy2(ROOT / name, made.root / name)
    for name in ("hooks", "overrides"):
        (made.root / name).symlink_to(ROOT / name)
    (made.root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (made.root / "content").mkdir()
    (made.root / "content" / "index.md").write_text("# Hill Town\n", encoding="utf-8")
    commands = made.root / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name, module in COMMANDS.items():
        script = commands / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', "utf-8")
        script.chmod(0o755)
    (made.root / ".venv" / ".site").touch()
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("config", "user.name", "Web team")
    made.git("config", "user.email", "web@hill-town.example")
    made.git("config", "core.compression", "0")  # it takes longer than all else that git does
    made.commit("Begin")
    return made


@pytest.fixture
def checkout(hill_town: Checkout, tmp_path: Path) -> Checkout:
    """The same for one test alone."""
    return hill_town.copied(tmp_path / "hill-town")
