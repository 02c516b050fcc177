"""The README keeps its promise: what it shows can be copied and passes the check."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from planboard.rules import check
from planboard.words.problems import Level

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [dedent(block) for block in re.findall(r"(?ms)^ *```yaml\n(.*?)^ *```", README)]
PUBLISHER, OWNER, PLAN, ALARM = BLOCKS


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """The registers of the demonstration with the lines that README adds to them."""
    shutil.copytree(ROOT / "plans" / "registers", tmp_path / "plans" / "registers")
    for name, line in (("publishers", PUBLISHER), ("owners", OWNER)):
        with (tmp_path / "plans/registers" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"  {line.strip()}\n")
    (tmp_path / "plans" / "safer-streets-2026").mkdir()
    return tmp_path / "plans"


def said(plans: Path, plan: str) -> list[str]:
    (plans / "safer-streets-2026" / "plan.yml").write_text(plan, encoding="utf-8")
    checked = check.check(plans, date(2026, 11, 22))
    return [str(one) for one in checked.problems if one.level is not Level.FINDING]


def test_the_plan_of_the_readme_passes_the_check(plans: Path) -> None:
    assert said(plans, PLAN) == []


def test_the_false_alarm_of_the_readme_is_accepted(plans: Path) -> None:
    plan = PLAN.replace("The lamps are ordered.", "The lamps at B12 BMX track are ordered.")
    assert len(said(plans, plan)) == 1
    (plans / "registers" / "accepted.yml").write_text(ALARM, encoding="utf-8")

    assert said(plans, plan) == []
