"""What the planboard command prints, and how it ends."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from folders import OWNERS, PLAN, PlansFolder
from planboard import __version__
from planboard.doors.cli import main

if TYPE_CHECKING:
    from pathlib import Path

STATUS = (
    'The status "rde" is not known. Use red, amber, green, not rated or not published. '
    'Did you mean "red"?'
)
OWNER = (
    'The owner "park-board" is not in the owners register. Add it there, or use the id of one '
    'that is there. Did you mean "parks-board"?'
)
GAP = "Action 2 states no date."


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, words)])


@pytest.fixture
def spoilt(plans_folder: PlansFolder) -> PlansFolder:
    """A folder with an error, a warning and a gap."""
    plans_folder.edit(PLAN, "status: red", "status: rde")
    plans_folder.edit(PLAN, "[parks-board]", "[park-board]")
    plans_folder.edit(PLAN, "        due: Ongoing\n", "")
    return plans_folder


# In words


def test_a_sound_folder_is_praised_and_ends_well(plans_folder: PlansFolder) -> None:
    result = run(plans_folder.root)
    assert result.output == "Nothing is wrong.\n"
    assert result.exit_code == 0


def test_each_problem_is_one_line_with_its_address_and_the_count_comes_last(
    spoilt: PlansFolder,
) -> None:
    result = run(spoilt.root)
    assert result.output.splitlines() == [
        f"plans/parks/plan.yml:21:18: warning: {OWNER}",
        f"plans/parks/plan.yml:34:17: {STATUS}",
        (
            "1 error and 1 warning to mend. The records have 1 gap, such as a missing update: "
            "see planboard check --findings."
        ),
    ]
    assert result.exit_code == 1


def test_gaps_are_listed_on_request(spoilt: PlansFolder) -> None:
    result = run(spoilt.root, "--findings")
    assert result.output.splitlines() == [
        f"plans/parks/plan.yml:19:9: finding: {GAP}",
        f"plans/parks/plan.yml:21:18: warning: {OWNER}",
        f"plans/parks/plan.yml:34:17: {STATUS}",
        "1 error and 1 warning to mend. The records have 1 gap.",
    ]


def test_two_of_a_kind_are_counted_in_the_plural(spoilt: PlansFolder) -> None:
    spoilt.edit(PLAN, "status: green", "status: geren")
    assert run(spoilt.root).output.splitlines()[-1].startswith("2 errors and 1 warning to mend.")


# How it ends


def test_a_warning_fails_only_a_strict_check(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "[parks-board]", "[park-board]")
    assert run(plans_folder.root).exit_code == 0
    assert run(plans_folder.root, "--strict").exit_code == 1


def test_gaps_never_fail_a_check(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "        due: Ongoing\n", "")
    assert run(plans_folder.root, "--strict", "--findings").exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_every_format_ends_alike(spoilt: PlansFolder, form: str) -> None:
    assert run(spoilt.root, "--format", form).exit_code == 1


# The same sentences in every format


def test_json_holds_every_part_of_a_problem(spoilt: PlansFolder) -> None:
    report = json.loads(run(spoilt.root, "--format", "json").output)
    assert report["counts"] == {"error": 1, "warning": 1, "finding": 1}
    assert report["problems"] == [
        {
            "level": "warning",
            "code": "unknown-owner",
            "file": "plans/parks/plan.yml",
            "line": 21,
            "column": 18,
            "message": OWNER,
        },
        {
            "level": "error",
            "code": "unknown-status",
            "file": "plans/parks/plan.yml",
            "line": 34,
            "column": 17,
            "message": STATUS,
        },
    ]


def test_github_gets_a_note_for_each_problem(spoilt: PlansFolder) -> None:
    result = run(spoilt.root, "--format", "github", "--findings")
    assert result.output.splitlines() == [
        f"::notice file=plans/parks/plan.yml,line=19,col=9,title=no-date::{GAP}",
        f"::warning file=plans/parks/plan.yml,line=21,col=18,title=unknown-owner::{OWNER}",
        f"::error file=plans/parks/plan.yml,line=34,col=17,title=unknown-status::{STATUS}",
    ]


def test_signs_that_mean_something_to_github_are_escaped(plans_folder: PlansFolder) -> None:
    plans_folder.put("parks/a,b: 100%.yml", "")
    [note] = run(plans_folder.root, "--format", "github").output.splitlines()
    assert note.startswith("::warning file=plans/parks/a%2Cb%3A 100%25.yml,title=stray-file::")


def test_every_format_says_the_same_sentences(spoilt: PlansFolder) -> None:
    spoilt.edit(OWNERS, "kind: team", "kind: crew")
    text = run(spoilt.root, "--findings").output.splitlines()[:-1]
    github = run(spoilt.root, "--findings", "--format", "github").output.splitlines()
    report = json.loads(run(spoilt.root, "--findings", "--format", "json").output)
    sentences = [one["message"] for one in report["problems"]]
    assert len(sentences) == 4
    assert [re.sub(r"^\S+ (warning: |finding: )?", "", line) for line in text] == sentences
    assert [line.rpartition("::")[2] for line in github] == sentences


# Where it looks


def test_without_a_path_the_folder_plans_is_checked(
    spoilt: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spoilt.root.parent)
    assert run().output == run(spoilt.root).output


def test_without_a_folder_plans_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run()
    assert result.output.startswith('plans: There is no folder "plans" here.')
    assert result.exit_code == 1


@pytest.mark.parametrize("inside", ["parks", PLAN])
def test_a_folder_or_file_inside_is_checked_with_what_it_refers_to(
    spoilt: PlansFolder, inside: str
) -> None:
    spoilt.edit(OWNERS, "chair: park-warden", "chair: warden")
    assert run(spoilt.root / inside).output.splitlines()[:-1] == [
        f"plans/parks/plan.yml:21:18: warning: {OWNER}",
        f"plans/parks/plan.yml:34:17: {STATUS}",
    ]


def test_what_is_wrong_elsewhere_does_not_count(spoilt: PlansFolder) -> None:
    result = run(spoilt.root / OWNERS)
    assert result.output == "Nothing is wrong.\n"
    assert result.exit_code == 0


def test_a_problem_inside_two_paths_is_told_once(spoilt: PlansFolder) -> None:
    assert run(spoilt.root, spoilt.root / PLAN).output == run(spoilt.root).output


def test_a_plans_folder_may_have_another_name(spoilt: PlansFolder) -> None:
    other = spoilt.root.rename(spoilt.root.parent / "records")
    assert run(other / "parks").output.startswith("records/parks/plan.yml:21:18: ")


def test_a_path_outside_a_site_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert "is not in a site" in result.output
    assert result.exit_code == 2


def test_a_misspelt_path_is_refused(plans_folder: PlansFolder) -> None:
    result = run(plans_folder.root / "parcs")
    assert re.search(r'There is no ".*parcs"\.', result.output.replace("\n", ""))
    assert result.exit_code == 2


def test_the_command_tells_its_version() -> None:
    assert __version__ in CliRunner().invoke(main, ["--version"]).output
