"""What several files of tests share."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from folders import PlansFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# a busy machine is not a fault; what needs more examples asks for them
settings.register_profile("planboard", deadline=None, max_examples=50)
settings.load_profile("planboard")

DEAR = frozenset({"browser", "checkout", "demonstration", "hill_town", "preview", "started"})
"""Fixtures of tests that start other programs, each of which takes as long as many tests."""
AS_LONG_AS = 100


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that at the end no core waits for another.

    One core alone takes them as they come.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    long: Counter[Path] = Counter()
    for one in items:
        dear = not DEAR.isdisjoint(getattr(one, "fixturenames", ()))
        long[one.path] += AS_LONG_AS if dear else 1
    items.sort(key=lambda one: -long[one.path])


@pytest.fixture
def plans_folder(tmp_path: Path) -> PlansFolder:
    """A sound plans folder that the test may spoil."""
    return PlansFolder(tmp_path / "plans").make_sound()


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compare a text with a file kept for it.

    With PLANBOARD_UPDATE_GOLDENS=1 the file is written anew, though never by a build server.
    """
    update = os.environ.get("PLANBOARD_UPDATE_GOLDENS") == "1" and not os.environ.get("CI")

    def compare(path: Path, text: str) -> None:
        if update:
            path.write_text(text, "utf-8", newline="\n")
        assert text == path.read_text("utf-8")

    return compare
