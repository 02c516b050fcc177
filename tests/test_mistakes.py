"""Twenty mistakes that editors make: each gives one sentence, at the right line and column."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from folders import PlansFolder

BROKEN = Path(__file__).parent / "broken" / "plans"
SPREADSHEET = "spreadsheet"
"""The one mistake that is no text: it is made here."""
FLAWS = sorted(path.name for path in BROKEN.iterdir())


def a_spreadsheet() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    return made.getvalue()


def spoil(plans_folder: PlansFolder, flaw: str) -> None:
    """Put the plan with ``flaw`` beside the sound one, as a plan of the same name."""
    is_text = flaw != SPREADSHEET
    plan = (BROKEN / flaw / "plan.yml").read_bytes() if is_text else a_spreadsheet()
    plans_folder.put(f"{flaw}/plan.yml", plan)


def test_there_are_twenty_mistakes() -> None:
    assert len(FLAWS) == 20


@pytest.mark.parametrize("flaw", FLAWS)
def test_each_mistake_gives_its_one_sentence(
    plans_folder: PlansFolder, golden: Callable[[Path, str], None], flaw: str
) -> None:
    spoil(plans_folder, flaw)
    golden(BROKEN / flaw / "said.txt", f"{plans_folder.said_once()}\n")


def test_the_plan_without_its_mistake_is_sound(plans_folder: PlansFolder) -> None:
    spoil(plans_folder, "status-typo")
    plans_folder.edit("status-typo/plan.yml", "ambr", "amber")
    assert plans_folder.said() == []


def test_all_mistakes_of_all_files_are_told_in_one_run(plans_folder: PlansFolder) -> None:
    for flaw in FLAWS:
        spoil(plans_folder, flaw)
    apart = [(BROKEN / flaw / "said.txt").read_text("utf-8").rstrip("\n") for flaw in FLAWS]
    assert plans_folder.said() == apart


def test_a_mistake_stops_only_the_plan_that_has_it(plans_folder: PlansFolder) -> None:
    spoil(plans_folder, "tab")
    collection = plans_folder.checked().collection
    assert collection is not None
    assert [plan.id for plan in collection.plans] == ["parks"]
