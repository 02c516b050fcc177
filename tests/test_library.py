"""Which files of a plans folder are read, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folders import HEAD, ISSUES, OWNERS, PLAN, PUBLISHERS, SCALES, SITE
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


# Kinds of record


@pytest.mark.parametrize("kind", ["plan", "forums", "issues", "report"])
def test_each_kind_of_record_is_read_from_the_file_of_its_name(
    plans_folder: PlansFolder, kind: str
) -> None:
    head = f"{HEAD}scale: rag\n" if kind == "plan" else HEAD
    plans_folder.put(f"woods/{kind}.yml", head)
    found, problems = library.open_folder(plans_folder.root)
    assert problems == ()
    entries = {
        "plan": found.plans,
        "forums": found.forums,
        "issues": found.issues,
        "report": found.reports,
    }[kind]
    assert entries[-1].id == "woods"
    assert entries[-1].record.title == "What people said about the parks"


def test_a_folder_may_hold_a_record_of_every_kind(plans_folder: PlansFolder) -> None:
    for kind in ("forums", "issues", "report"):
        plans_folder.put(f"parks/{kind}.yml", HEAD)
    found, problems = library.open_folder(plans_folder.root)
    assert problems == ()
    assert [one.id for one in found.records] == ["parks"] * 4


def test_a_mistake_in_a_record_of_any_kind_has_its_place(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, f"{HEAD}colour: red\n")
    assert plans_folder.said_once().startswith(
        'plans/parks/issues.yml:5:1: This issue log has no key "colour".'
    )


def test_owners_are_needed_by_a_record_of_any_kind_that_names_one(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(
        "woods/issues.yml",
        f"{HEAD}issues:\n  - {{id: dark, title: Dark paths, with_board: parks-board}}\n",
    )
    plans_folder.delete(OWNERS)
    plans_folder.delete(PLAN)
    plans_folder.put("parks/notes.md", "Nothing yet.")
    assert "no-register" in plans_folder.codes()


def test_owners_are_not_needed_where_the_same_word_names_none(plans_folder: PlansFolder) -> None:
    plans_folder.put(
        PLAN,
        """\
format: 1
title: Plan for the parks
publisher: hill-town-council
as_at: 2024-06
scale: rag
actions:
  - id: "1"
    title: Put benches along the river
    targets: [{what: benches, value: 4, by: 2024-09}]
""",
    )
    plans_folder.delete(OWNERS)
    assert plans_folder.said() == []


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
        "for. Here plan.yml, forums.yml, issues.yml, report.yml, programme.yml are read. Delete "
        "it, or move it out of this folder."
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


@pytest.mark.parametrize("name", ["plan-old.yml", "plan.yaml", "plan.doc"])
def test_a_copy_of_a_plan_is_not_to_be_renamed(plans_folder: PlansFolder, name: str) -> None:
    plans_folder.put(f"parks/{name}", "format: 1\n")
    assert plans_folder.said_once() == (
        f"plans/parks/{name}: This file is not read: it does not have a name that is looked "
        "for. Here plan.yml, forums.yml, issues.yml, report.yml, programme.yml are read. Delete "
        "it, or move it out of this folder."
    )


def test_a_plan_outside_a_folder_of_its_own_is_not_lost_silently(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put("library.yml", "format: 1\n")
    assert plans_folder.said_once() == (
        "plans/library.yml: This file is not read. Give each record a folder of its own, with a "
        "file plan.yml, forums.yml, issues.yml, report.yml or programme.yml in it."
    )


def test_a_folder_without_a_plan_is_a_warning(plans_folder: PlansFolder) -> None:
    (plans_folder.root / "library").mkdir()
    assert plans_folder.said_once() == (
        "plans/library: This folder holds no record. Put a file plan.yml, forums.yml, issues.yml, "
        "report.yml or programme.yml in it, or delete the folder."
    )


def test_a_folder_with_other_files_is_not_to_be_deleted(plans_folder: PlansFolder) -> None:
    plans_folder.put("library/notes.txt", "Ask the library team.")
    assert plans_folder.said_once() == (
        "plans/library: This folder holds no record. Put a file plan.yml, forums.yml, issues.yml, "
        "report.yml or programme.yml in it."
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


# Lists in files of their own

TABLE = "parks/issues.csv"
ROWS = "id,title\ndark,Dark paths\nmud,Mud at the gate\n"
ENTRY = "id: dark\ntitle: Dark paths\n"


def issues(plans_folder: PlansFolder) -> list[str]:
    """Return the ids of the issues of the one log."""
    (log,) = library.open_folder(plans_folder.root)[0].issues
    return [one.id for one in log.record.issues]


def test_a_list_may_stand_in_a_table_beside_its_record(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, ROWS)
    assert plans_folder.said() == []
    assert issues(plans_folder) == ["dark", "mud"]


def test_a_list_may_stand_in_a_folder_with_a_file_for_each_entry(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/b-mud.yml", "format: 1\nid: mud\ntitle: Mud at the gate\n")
    plans_folder.put("parks/issues/a-dark.yml", ENTRY)
    plans_folder.put("parks/issues/README.md", "One file for each issue.")
    assert plans_folder.said() == []
    assert issues(plans_folder) == ["dark", "mud"]


def test_a_list_of_a_plan_may_stand_in_a_table_too(plans_folder: PlansFolder) -> None:
    plans_folder.put("woods/plan.yml", f"{HEAD}scale: rag\n")
    plans_folder.put(
        "woods/actions.csv",
        "id,title,owners,status,due,updates_1_on,updates_1_text\n"
        "1,Plant oaks,park-warden; parks-board,red,Oct 24,03/05/2024,Ten stand.\n",
    )
    assert plans_folder.said() == []
    plan = library.open_folder(plans_folder.root)[0].plans[-1].record
    (action,) = plan.actions
    assert action.owners == ("park-warden", "parks-board")
    assert str(action.updates[0].on) == "2024-05-03"


def test_a_mistake_in_a_table_is_told_with_its_file_row_and_column(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, f"{ROWS}ice,\n")
    assert plans_folder.said_once().startswith(
        'plans/parks/issues.csv:4:5: Row 4 has nothing in the column "title" ('
    )
    assert plans_folder.checked().publishable is None


def test_a_mistake_in_a_file_of_a_folder_is_told_with_its_name(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/dark.yml", f"{ENTRY}colour: red\n")
    plans_folder.put("parks/issues/mud.yml", "format: 2\nid: mud\ntitle: Mud\nowners: [x y]\n")
    said = plans_folder.said()
    assert said[0].startswith('plans/parks/issues/dark.yml:3:1: This issue has no key "colour".')
    assert said[1].startswith('plans/parks/issues/mud.yml:1:9: format: "2" is not a format')
    assert said[2].startswith('plans/parks/issues/mud.yml:4:10: owners: "x y" is not an id.')
    assert len(said) == 3


def test_a_file_of_a_folder_that_yaml_cannot_read_is_told_and_the_others_are_read(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/dark.yml", ENTRY)
    plans_folder.put("parks/issues/mud.yml", "title: [")
    assert [one.place.file for one in plans_folder.problems()] == ["plans/parks/issues/mud.yml"]
    assert issues(plans_folder) == ["dark"]


def test_mistakes_of_a_record_and_of_its_table_are_told_in_one_run(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, "title: [")
    plans_folder.put(TABLE, "id,zebra,title\ndark,,Dark paths\n")
    files = [one.place.file for one in plans_folder.problems()]
    assert files == ["plans/parks/issues.csv", "plans/parks/issues.yml"]


def test_a_rule_between_records_tells_the_place_in_the_table(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, "id,title,owners_1\ndark,Dark paths,nobody\n")
    assert plans_folder.said_once().startswith("plans/parks/issues.csv:2:17: ")


def test_a_list_in_the_record_and_in_a_table_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, f"{HEAD}issues:\n  - {{id: ice, title: Ice on the steps}}\n")
    plans_folder.put(TABLE, ROWS)
    assert plans_folder.said_once() == (
        'plans/parks/issues.csv: "issues" is here and in line 5 of plans/parks/issues.yml too. '
        "Keep one of the two: move what is only in one into the other, and delete it."
    )


def test_a_list_in_a_table_and_in_a_folder_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, ROWS)
    plans_folder.put("parks/issues/dark.yml", ENTRY)
    assert plans_folder.said_once() == (
        'plans/parks/issues.csv: "issues" is here and in plans/parks/issues too. Keep one of the '
        "two: move what is only in one into the other, and delete it."
    )


def test_a_key_without_a_list_leaves_its_place_to_the_table(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, f"{HEAD}issues:  # see issues.csv\n")
    plans_folder.put(TABLE, ROWS)
    assert plans_folder.said() == []
    assert issues(plans_folder) == ["dark", "mud"]


def test_a_list_that_two_records_of_the_folder_may_have_is_an_error(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/links.csv", "title,url\nThe plan,https://www.example.org/plan\n")
    assert plans_folder.said_once() == (
        'plans/parks/links.csv: "links" may be a list of plan.yml or issues.yml, so it cannot be '
        "told which this belongs to. Write the list into the one, or give each record a folder of "
        "its own."
    )


def test_an_empty_folder_for_a_list_is_a_warning(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/README.md", "Nothing yet.")
    assert plans_folder.said_once() == (
        'plans/parks/issues: This folder holds no entry of "issues". Put a file in it for each, '
        'with a name that ends in ".yml", or delete the folder.'
    )


def test_what_stands_in_a_table_is_searched_for_personal_data_in_its_cells(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, 'id,text,title\ndark,"One\ntwo",Ring 07700 900123\n')
    (problem,) = plans_folder.problems()
    assert problem.code == "private-phone"
    assert str(problem.place) == "plans/parks/issues.csv:3:11"


def test_what_stands_in_a_file_of_a_folder_is_searched_for_personal_data(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/dark.yml", f"{ENTRY}text: Ring 07700 900123.\n")
    (problem,) = plans_folder.problems()
    assert (problem.place.file, problem.place.line) == ("plans/parks/issues/dark.yml", 3)


def test_a_table_that_cannot_be_opened_is_one_error(
    plans_folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, ROWS)
    whole = type(plans_folder.root).read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".csv":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert plans_folder.said_once() == (
        "plans/parks/issues.csv: This file cannot be opened: Permission denied. Check who may "
        "read it."
    )


def stray(plans_folder: PlansFolder, name: str) -> tuple[str, Level]:
    """Return what is said of a file beside the log, and how bad it is."""
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(f"parks/{name}", ROWS)
    (problem,) = plans_folder.problems()
    assert problem.place.file == f"plans/parks/{name}"
    start = "This file is not read: it does not have a name that is looked for. "
    assert problem.message.startswith(start)
    return problem.message.removeprefix(start), problem.level


@pytest.mark.parametrize("name", ["issues.CSV", "Issues.csv", "issues.tsv"])
def test_a_table_with_another_ending_is_an_error(plans_folder: PlansFolder, name: str) -> None:
    assert stray(plans_folder, name) == ('Rename it to "issues.csv".', Level.ERROR)


def test_a_table_with_txt_hidden_behind_its_name_is_an_error(plans_folder: PlansFolder) -> None:
    assert stray(plans_folder, "issues.csv.txt") == (
        'Take ".txt" off it: "issues.csv". Windows may hide the ".txt".',
        Level.ERROR,
    )


@pytest.mark.parametrize("name", ["issues.xlsx", "issues.xls", "issues.ods"])
def test_a_table_that_is_a_workbook_still_is_an_error(plans_folder: PlansFolder, name: str) -> None:
    assert stray(plans_folder, name) == (
        'Open it in the spreadsheet program and save it as "CSV UTF-8" with the name "issues.csv".',
        Level.ERROR,
    )


def test_a_note_with_the_name_of_a_list_may_be_its_table(plans_folder: PlansFolder) -> None:
    assert stray(plans_folder, "issues.txt") == (
        'If it is the table of "issues", save it as "CSV UTF-8" with the name "issues.csv".',
        Level.WARNING,
    )


def test_a_workbook_beside_its_table_is_a_stray_file(plans_folder: PlansFolder) -> None:
    plans_folder.put(TABLE, ROWS)
    assert stray(plans_folder, "issues.xlsx")[1] is Level.WARNING


def test_a_table_with_a_name_near_a_list_is_told_with_that(plans_folder: PlansFolder) -> None:
    assert stray(plans_folder, "isues.csv") == ('Rename it to "issues.csv".', Level.WARNING)


def test_a_table_of_a_record_that_is_not_there_is_told_with_its_name(
    plans_folder: PlansFolder,
) -> None:
    assert stray(plans_folder, "returns.csv") == (
        "It would be read beside forums.yml, which is not here.",
        Level.WARNING,
    )


def test_a_table_of_nothing_is_told_with_the_tables_there_may_be(
    plans_folder: PlansFolder,
) -> None:
    said, level = stray(plans_folder, "zebras.csv")
    assert said == (
        "A table here has the name of a list of the record: links.csv, outside.csv, groups.csv, "
        "actions.csv, issues.csv. Rename it, or move it out of this folder."
    )
    assert level is Level.WARNING


def test_a_folder_with_a_name_near_a_list_is_told_with_that(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/isues/dark.yml", ENTRY)
    assert plans_folder.said_once() == (
        "plans/parks/isues: This folder is not read: it does not have a name that is looked for. "
        'Rename it to "issues".'
    )


def test_an_entry_with_another_ending_is_an_error(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put("parks/issues/dark.yml", ENTRY)
    plans_folder.put("parks/issues/mud.yaml", ENTRY)
    plans_folder.put("parks/issues/ice.yml.txt", ENTRY)
    plans_folder.put("parks/issues/ice.csv", ROWS)
    assert [
        (one.place.file.removeprefix("plans/parks/issues/"), one.level)
        for one in plans_folder.problems()
    ] == [
        ("ice.csv", Level.WARNING),
        ("ice.yml.txt", Level.ERROR),
        ("mud.yaml", Level.ERROR),
    ]


def test_a_table_in_unicode_text_is_searched_for_personal_data_as_well(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, "id\ttitle\ndark\tRing 07700 900123\n".encode("utf-16"))
    (problem,) = plans_folder.problems()
    assert str(problem.place) == "plans/parks/issues.csv:2:11"


def test_an_empty_cell_is_told_once_and_not_by_the_rules_between_records_as_well(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(
        ISSUES.replace("issues", "forums"), f"{HEAD}areas: [{{id: hill, name: Hill}}]\n"
    )
    plans_folder.put("parks/forums.csv", "id,name,area\npub,Forum in the pub,\n")
    assert plans_folder.codes() == ["empty-cell"]


def test_no_id_is_made_of_the_name_of_a_board_in_a_table(plans_folder: PlansFolder) -> None:
    plans_folder.put(ISSUES, HEAD)
    plans_folder.put(TABLE, "id,title,with_board\ndark,Dark paths,Ann Example\n")
    assert plans_folder.said_once() == (
        'plans/parks/issues.csv:2:17: Row 2, column "with_board": "Ann Example" is not an id. '
        "Owners are roles, teams or boards, never names of people; use an id from "
        "plans/registers/owners.yml."
    )
