"""The preview: a change of a plan, or of the code itself, shows without a restart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from previews import PATIENCE, free_port, page_with

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A running preview of a copy of the project: its folder and its address."""
    for name in ("content", "hooks", "overrides", "plans"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield tmp_path, f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def test_changes_to_a_plan_and_to_the_code_show_in_the_preview(preview: tuple[Path, str]) -> None:
    folder, address = preview
    page = f"{address}plans/charter-2022/"
    assert "What needs attention" in page_with(page, "What needs attention")

    plan = folder / "plans/charter-2022/plan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("due: Oct 22", "due: Nov 22", 1), encoding="utf-8")
    assert "“Nov 22”" in page_with(page, "“Nov 22”")

    wording = folder / "hooks/planboard/saying/wording.py"
    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace("No update published", "Nothing told"), encoding="utf-8")
    assert "Nothing told" in page_with(page, "Nothing told")
