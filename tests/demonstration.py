"""The demonstration site, built once for every test that looks at what was published."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from previews import served

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["address", "demonstration"]

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built demonstration site."""
    folder = tmp_path_factory.mktemp("demonstration") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def address(demonstration: Path) -> Iterator[str]:
    """The address at which the demonstration is served while tests run."""
    with served(demonstration) as top:
        yield top
