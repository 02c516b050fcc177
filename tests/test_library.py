"""Which files of a plans folder are read, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folders import OWNERS, PLAN, PUBLISHERS, SCALES, SITE
from planboard.reading import library
from planboard.words.problems import Level

if TYPE_CHECKING:
    from pathlib import Path

    from folders import PlansFolder


def test_a_sound_folder_gives_every_record_and_no_complaint(plans_folder: PlansFolder) -> None:
    found, problems = library.open_folder(plans_folder.root)
    assert problems == ()
    assert [plan.id for plan in found.plans] == ["parks"]
    assert found.site is not None
    assert found.publishers is not None
    assert found.owners is not None
    assert found.scales is None


def test_files_are_named_from_the_folder_that_holds_the_plans(plans_folder: PlansFolder) -> None:
    plans_folder.edit(SITE, "title", "titel")
    _, problems = library.open_folder(plans_folder.root)
    assert [one.place.file for one in problems] == ["plans/registers/site.yml"]


def test_a_missing_plans_folder_is_one_error(tmp_path: Path) -> None:
    _, problems = library.open_folder(tmp_path / "plans")
    assert [str(one) for one in problems] == [
        'plans: There is no folder "plans" here. Run this in the folder that holds it.'
    ]


def test_a_file_that_cannot_be_opened_is_an_error(
    plans_folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    _, problems = library.open_folder(plans_folder.root)
    assert str(problems[0]) == (
        "plans/registers/site.yml: This file cannot be opened: Permission denied. "
        "Check who may read it."
    )
    assert {one.code for one in problems} == {"cannot-open"}


# Registers


def test_without_registers_there_is_one_error(plans_folder: PlansFolder) -> None:
    for file in (SITE, PUBLISHERS, OWNERS):
        plans_folder.delete(file)
    (plans_folder.root / "registers").rmdir()
    assert plans_folder.said_once() == (
        "plans/registers: This folder is missing. Get it back, or add it: it holds site.yml with "
        "the title of the site, publishers.yml and owners.yml."
    )


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (
            SITE,
            (
                "plans/registers/site.yml: This file is missing. Get the file back, or add it: it "
                'begins with "format: 1" and says the title of the site.'
            ),
        ),
        (
            PUBLISHERS,
            (
                "plans/registers/publishers.yml: This file is missing. Get the file back, or add "
                'it: it begins with "format: 1" and lists who publishes the records, each with an '
                "id, a name and a kind."
            ),
        ),
        (
            OWNERS,
            (
                "plans/registers/owners.yml: This file is missing. Get the file back, or add it: "
                'it begins with "format: 1" and lists who owns the work, each with an id and '
                "a role."
            ),
        ),
    ],
)
def test_a_missing_register_is_told_once(plans_folder: PlansFolder, file: str, line: str) -> None:
    plans_folder.delete(file)
    assert plans_folder.said_once() == line


@pytest.mark.parametrize("file", [SITE, PUBLISHERS, OWNERS])
def test_without_a_register_that_plans_use_nothing_is_published(
    plans_folder: PlansFolder, file: str
) -> None:
    plans_folder.delete(file)
    assert plans_folder.checked().publishable is None


@pytest.mark.parametrize("file", [PLAN, SITE, PUBLISHERS, OWNERS])
def test_a_file_with_txt_hidden_behind_its_name_is_told_once(
    plans_folder: PlansFolder, file: str
) -> None:
    path = plans_folder.root / file
    path.rename(path.with_name(f"{path.name}.txt"))
    assert plans_folder.said_once() == (
        f"plans/{file}.txt: This file is not read: it does not have a name that is looked for. "
        f'Take ".txt" off it: "{path.name}". Windows may hide the ".txt".'
    )
    assert plans_folder.checked().publishable is None


def test_a_copy_with_txt_behind_its_name_is_only_a_warning(plans_folder: PlansFolder) -> None:
    plans_folder.put("parks/plan.yml.txt", "format: 1\n")
    assert plans_folder.said_once() == (
        "plans/parks/plan.yml.txt: This file is not read: it does not have a name that is looked "
        "for. Here plan.yml, forums.yml, issues.yml, report.yml are read. Delete it, or move it "
        "out of this folder."
    )
    assert plans_folder.checked().publishable is not None


def test_a_register_is_not_missed_before_a_plan_needs_it(plans_folder: PlansFolder) -> None:
    plans_folder.delete(PUBLISHERS)
    plans_folder.delete(OWNERS)
    plans_folder.delete(PLAN)
    (plans_folder.root / "parks").rmdir()
    assert plans_folder.said() == []


@pytest.mark.parametrize(
    ("file", "broken"),
    [
        (PUBLISHERS, "publishers: ["),
        (OWNERS, "owners: ["),
        (OWNERS, "- {id: park-warden, role: Park warden}"),
        (SITE, "title: ["),
        (SCALES, "scales: ["),
    ],
)
def test_a_broken_register_is_told_once_and_not_at_every_plan_that_uses_it(
    plans_folder: PlansFolder, file: str, broken: str
) -> None:
    plans_folder.put(file, broken)
    assert [one.place.file for one in plans_folder.problems()] == [f"plans/{file}"]


# Files and folders that are not read


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (PLAN, "plan.yaml"),
        (PLAN, "plan.YML"),
        (PLAN, "Plan.yml"),
        (PLAN, "plan"),
        (OWNERS, "owners.yaml"),
        (SITE, "site.YAML"),
    ],
)
def test_a_known_name_with_another_ending_is_an_error(
    plans_folder: PlansFolder, file: str, name: str
) -> None:
    path = plans_folder.root / file
    path.rename(path.with_name(name))
    assert plans_folder.said_once() == (
        f"plans/{path.parent.name}/{name}: This file is not read: it does not have a name that is "
        f'looked for. Rename it to "{path.name}".'
    )
    assert plans_folder.checked().publishable is None


def test_both_a_wrong_ending_and_a_hidden_one_are_an_error(plans_folder: PlansFolder) -> None:
    (plans_folder.root / PLAN).rename(plans_folder.root / "parks" / "plan.yaml.txt")
    assert plans_folder.codes() == ["stray-file"]
    assert plans_folder.checked().publishable is None


def test_a_file_with_a_name_that_is_only_near_is_a_warning(plans_folder: PlansFolder) -> None:
    (plans_folder.root / PLAN).rename(plans_folder.root / "parks" / "plans.yml")
    assert plans_folder.said_once() == (
        "plans/parks/plans.yml: This file is not read: it does not have a name that is looked "
        'for. Rename it to "plan.yml".'
    )


def test_a_folder_is_not_to_be_renamed_to_a_file(plans_folder: PlansFolder) -> None:
    (plans_folder.root / PLAN).unlink()
    (plans_folder.root / "parks" / "plan.yaml").mkdir()
    assert [one.level for one in plans_folder.problems()] == [Level.WARNING]


def test_a_stray_file_with_no_near_name_is_told_with_the_names_there_are(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put("registers/words.yml", "format: 1\n")
    assert plans_folder.said_once() == (
        "plans/registers/words.yml: This file is not read: it does not have a name that is "
        "looked for. Here site.yml, publishers.yml, owners.yml, scales.yml, glossary.yml, "
        "accepted.yml are read. Delete it, or move it out of this folder."
    )


@pytest.mark.parametrize("name", ["plan-old.yml", "plan.yaml", "plan.csv"])
def test_a_copy_or_a_table_of_a_plan_is_not_to_be_renamed(
    plans_folder: PlansFolder, name: str
) -> None:
    plans_folder.put(f"parks/{name}", "format: 1\n")
    assert plans_folder.said_once() == (
        f"plans/parks/{name}: This file is not read: it does not have a name that is looked "
        "for. Here plan.yml, forums.yml, issues.yml, report.yml are read. Delete it, or move it "
        "out of this folder."
    )


def test_a_plan_outside_a_folder_of_its_own_is_not_lost_silently(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put("library.yml", "format: 1\n")
    assert plans_folder.said_once() == (
        "plans/library.yml: This file is not read. Give each record a folder of its own, with a "
        "file plan.yml, forums.yml, issues.yml or report.yml in it."
    )


def test_a_folder_without_a_plan_is_a_warning(plans_folder: PlansFolder) -> None:
    (plans_folder.root / "library").mkdir()
    assert plans_folder.said_once() == (
        "plans/library: This folder holds no record. Put a file plan.yml, forums.yml, issues.yml "
        "or report.yml in it, or delete the folder."
    )


def test_a_folder_with_other_files_is_not_to_be_deleted(plans_folder: PlansFolder) -> None:
    plans_folder.put("library/notes.txt", "Ask the library team.")
    assert plans_folder.said_once() == (
        "plans/library: This folder holds no record. Put a file plan.yml, forums.yml, issues.yml "
        "or report.yml in it."
    )


@pytest.mark.parametrize("file", ["README.md", "parks/notes.txt", "parks/.DS_Store", ".git/x"])
def test_papers_and_hidden_files_may_stand_anywhere(plans_folder: PlansFolder, file: str) -> None:
    plans_folder.put(file, "Read me.")
    assert plans_folder.said() == []


def test_the_name_of_a_folder_must_be_an_id(plans_folder: PlansFolder) -> None:
    (plans_folder.root / "parks").rename(plans_folder.root / "Parks_2024")
    assert plans_folder.said_once() == (
        "plans/Parks_2024: The name of this folder is to be part of the address of a page, but "
        '"Parks_2024" is not an id. Use lower-case letters, figures and hyphens, and begin with '
        'a letter or a figure. For example "parks-2024".'
    )


def test_a_plan_in_a_folder_with_a_wrong_name_is_checked_all_the_same(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "status: red", "status: rde")
    (plans_folder.root / "parks").rename(plans_folder.root / "Parks")
    assert plans_folder.codes() == ["folder-name", "unknown-status"]
