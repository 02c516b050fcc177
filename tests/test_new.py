"""What ``planboard new`` writes: a site or a record that passes the check and explains itself."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args

import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from folders import OWNERS, PUBLISHERS, PlansFolder
from planboard import __version__
from planboard.doors.cli import main
from planboard.reading import documents, records
from planboard.rules import check
from planboard.showing import schemas
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.plan import Plan
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.programme.sessions import Session
from planboard.truth.model.report.report import Report
from planboard.words.problems import Level, Problem
from planboard.words.vocabulary.records import RecordKind
from starters import fill_blanks, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from planboard.truth.model.fields import Record

MODELS: dict[RecordKind, type[Record]] = {
    RecordKind.PLAN: Plan,
    RecordKind.FORUMS: Forums,
    RecordKind.ISSUES: IssueLog,
    RecordKind.REPORT: Report,
    RecordKind.PROGRAMME: Programme,
}
CALLED = {
    RecordKind.PLAN: "plan",
    RecordKind.FORUMS: "record of priorities",
    RecordKind.ISSUES: "issue log",
    RecordKind.REPORT: "progress report",
    RecordKind.PROGRAMME: "volunteer programme",
}
TODAY = datetime.now(tz=UTC).date()
SESSIONS = f"""\
{",".join(Session.model_fields)}
team-1,{TODAY},high-street,,30,08:05,600,9,4000,120,52,
"""
"""A return that the examples of a programme add up to."""
EXAMPLE = re.compile(r"(?m)^( *)#(?! \S| ?$)")
"""The sign before each line of an example; before an explanation stands a sign and one space."""
each_kind = pytest.mark.parametrize("kind", RecordKind)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["new", *words])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the command is run in."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def site(here: Path) -> Path:
    """A new site, as it is written."""
    assert run("site").exit_code == 0
    return here


@pytest.fixture
def town(here: Path) -> PlansFolder:
    """The plans folder of a site with publishers and owners of its own."""
    return PlansFolder(here / "plans").make_sound()


def problems(site: Path) -> list[Problem]:
    found = check.check(site / "plans", TODAY).problems
    return [one for one in found if one.level is not Level.FINDING]


# A new site


def test_a_new_site_has_every_file_that_it_needs(site: Path) -> None:
    assert {name for name in written(site) if not name.startswith((".vscode/", ".github/"))} == {
        ".gitignore",
        "content/about.md",
        "content/accessibility.md",
        "content/index.md",
        "content/privacy.md",
        "hooks/dashboard.py",
        "mkdocs.yml",
        "plans/registers/glossary.yml",
        "plans/registers/owners.yml",
        "plans/registers/publishers.yml",
        "plans/registers/site.yml",
        "requirements.txt",
    }


def test_a_new_site_brings_what_an_editor_needs_to_complete_and_check(site: Path) -> None:
    for name, content in schemas.editor_files().items():
        assert (site / name).read_bytes() == content


def test_what_was_written_is_told_with_the_next_two_commands(here: Path) -> None:
    lines = run("site").output.splitlines()

    assert lines[0] == "A new site is in this folder:"
    assert [line.strip() for line in lines[1:-3]] == list(written(here))
    assert [line.strip() for line in lines[-2:]] == [
        'planboard new plan safer-streets-2026 --title "Safer streets action plan"',
        "mkdocs serve --livereload",
    ]


def test_a_new_site_may_go_into_another_folder_whatever_its_name(here: Path) -> None:
    output = run("site", "Pläne der Stadt").output

    assert (here / "Pläne der Stadt" / "mkdocs.yml").is_file()
    assert output.startswith("A new site is in Pläne der Stadt:\n")
    assert '\n  cd "Pläne der Stadt"\n' in output


def test_a_new_site_names_the_version_that_made_it(site: Path) -> None:
    lines = (site / "requirements.txt").read_text("utf-8").splitlines()

    assert [line for line in lines if not line.startswith("#")] == [f"planboard=={__version__}"]


def test_a_new_site_is_wrong_in_nothing_but_its_blanks(site: Path) -> None:
    assert {one.code for one in problems(site)} == {"blank"}


def test_each_page_and_register_that_says_something_has_blanks(site: Path) -> None:
    assert {one.place.file for one in problems(site)} == {
        "content/about.md",
        "content/accessibility.md",
        "content/index.md",
        "content/privacy.md",
        "mkdocs.yml",
        "plans/registers/publishers.yml",
        "plans/registers/site.yml",
    }


def test_nothing_is_wrong_with_a_new_site_once_its_blanks_are_filled(site: Path) -> None:
    fill_blanks(site, "https://hill-town.example/")

    assert problems(site) == []


@pytest.mark.parametrize("ends", ["\r\n", "\n"], ids=["Windows", "Unix"])
def test_lines_may_end_as_an_editor_ends_them(site: Path, ends: str) -> None:
    assert run("plan", "safer-streets").exit_code == 0
    before = [str(one) for one in problems(site)]
    for name, text in written(site).items():
        (site / name).write_bytes(text.replace("\n", ends).encode())

    assert [str(one) for one in problems(site)] == before


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("mkdocs.yml", "mine", "mkdocs.yml is there already"),
        ("content/about.md", "mine", "content/about.md is there already"),
        ("plans", "a file where a folder belongs", "plans is there already"),
    ],
)
def test_a_file_that_is_there_stays_and_then_nothing_is_written(
    here: Path, name: str, text: str, told: str
) -> None:
    (here / name).parent.mkdir(exist_ok=True)
    (here / name).write_text(text, "utf-8")

    result = run("site")

    assert result.exit_code == 1
    assert told in result.output
    assert written(here) == {name: text}


def test_every_file_in_the_way_is_named_at_once(here: Path) -> None:
    (here / "mkdocs.yml").touch()
    (here / "requirements.txt").touch()

    assert "mkdocs.yml, requirements.txt are there already" in run("site").output


def test_a_new_site_stands_beside_files_of_other_names(here: Path) -> None:
    (here / "notes.txt").write_text("mine", "utf-8")

    assert run("site").exit_code == 0
    assert (here / "notes.txt").read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(here: Path) -> None:
    (here / "town").write_text("a file", "utf-8")

    result = run("site", "town/plans")

    assert result.exit_code == 1
    assert "town is there already" in result.output


# A new plan


def test_a_new_plan_is_wrong_in_nothing_but_its_blanks(site: Path) -> None:
    result = run("plan", "safer-streets")

    assert result.output.splitlines() == [
        "A new plan is in plans/safer-streets/plan.yml. Write in it, then go on with:",
        "  planboard check",
        "  mkdocs serve --livereload",
    ]
    found = [one for one in problems(site) if one.place.file.startswith("plans/safer-streets/")]
    assert {one.code for one in found} == {"blank"}


def plan_of(site: Path, plan_id: str) -> Plan:
    document = documents.read((site / "plans" / plan_id / "plan.yml").read_bytes(), "plan.yml")
    entry, refused = records.read(plan_id, document, Plan)
    assert not document.problems
    assert not refused
    assert entry is not None
    return entry.record


def test_a_new_plan_is_of_this_day_and_of_the_first_publisher_and_owner(
    here: Path, town: PlansFolder
) -> None:
    assert town.root.is_dir()

    run("plan", "streets", "--title", 'Safer "streets": a plan')

    plan = plan_of(here, "streets")
    (action,) = [action for _, _, action in plan.walk_actions()]
    assert plan.title == 'Safer "streets": a plan'
    assert plan.as_at.first == plan.as_at.last == TODAY
    assert plan.publisher == "hill-town-council"
    assert action.owners == ("park-warden",)


def test_a_new_plan_names_no_owner_while_the_register_has_none(site: Path) -> None:
    run("plan", "streets")

    assert [one.owners for _, _, one in plan_of(site, "streets").walk_actions()] == [()]


def test_an_id_that_cannot_be_an_address_is_refused_with_one_that_can(town: PlansFolder) -> None:
    result = run("plan", "Safer Streets!")

    assert result.exit_code == 1
    assert result.output == (
        'Error: "Safer Streets!" is not an id. Use lower-case letters, figures and hyphens, and '
        'begin with a letter or a figure. For example "safer-streets".\n'
    )
    assert not (town.root / "Safer Streets!").exists()


def test_an_id_is_no_longer_than_an_address_may_be(town: PlansFolder) -> None:
    result = run("plan", "a" * 300)

    assert result.exit_code == 1
    assert result.output == (
        "Error: This id has 300 letters, and is to be part of an address. Choose one of at most "
        "60.\n"
    )
    assert town.root.is_dir()


def test_an_id_that_looks_like_personal_data_is_refused_at_once(town: PlansFolder) -> None:
    result = run("plan", "ab12cde")

    assert result.exit_code == 1
    assert result.output == (
        "Error: This id looks like the registration plate of a vehicle, and is to be part of an "
        "address. Choose another one.\n"
    )
    assert not (town.root / "ab12cde").exists()


@pytest.mark.parametrize(
    ("plan_id", "taken"),
    [("parks", 'file "plans/parks/plan.yml"'), ("registers", 'folder "plans/registers"')],
)
def test_what_is_there_is_left_as_it_is(
    here: Path, town: PlansFolder, plan_id: str, taken: str
) -> None:
    before = written(here)

    result = run("plan", plan_id)

    assert result.exit_code == 1
    assert result.output == (
        f"Error: There is a {taken} already. Choose another id for the new plan.\n"
    )
    assert town.root.is_dir()
    assert written(here) == before


# A new record of any kind


@each_kind
def test_a_new_record_is_wrong_in_nothing_but_its_blanks(site: Path, kind: RecordKind) -> None:
    result = run(kind, "safer-streets")

    file = f"plans/safer-streets/{kind}.yml"
    assert result.output.splitlines()[0] == (
        f"A new {CALLED[kind]} is in {file}. Write in it, then go on with:"
    )
    found = [one for one in problems(site) if one.place.file.startswith("plans/safer-streets/")]
    assert {(one.place.file, one.code) for one in found} == {(file, "blank")}


@each_kind
def test_a_new_record_has_the_title_that_it_is_given(town: PlansFolder, kind: RecordKind) -> None:
    run(kind, "streets", "--title", "Streets: what people said")

    assert 'title: "Streets: what people said"\n' in town.text(f"streets/{kind}.yml")
    assert "FILL IN the title" not in town.text(f"streets/{kind}.yml")


def test_a_folder_may_hold_a_record_of_each_kind(here: Path, town: PlansFolder) -> None:
    for kind in set(RecordKind) - {RecordKind.PLAN}:
        assert run(kind, "parks").exit_code == 0

    assert {path.name for path in (town.root / "parks").iterdir()} == {
        "sessions.csv",
        *(f"{kind}.yml" for kind in RecordKind),
    }
    assert {one.code for one in problems(here)} == {"blank"}


def test_a_new_programme_has_a_table_for_returns_with_nothing_but_its_header(
    town: PlansFolder,
) -> None:
    run("programme", "speedwatch")

    assert town.text("speedwatch/sessions.csv") == f"{','.join(Session.model_fields)}\n"
    assert len(Session.model_fields) == 12


def test_the_table_of_a_programme_that_is_there_is_left_as_it_is(town: PlansFolder) -> None:
    run("issues", "speedwatch")
    town.put("speedwatch/sessions.csv", "Mine\n")

    result = run("programme", "speedwatch")

    assert result.exit_code == 1
    assert "plans/speedwatch/sessions.csv is there already" in result.output
    assert town.text("speedwatch/sessions.csv") == "Mine\n"


@each_kind
def test_a_second_record_of_a_kind_is_refused_and_the_first_stays(
    here: Path, town: PlansFolder, kind: RecordKind
) -> None:
    for one in RecordKind:
        if one is not RecordKind.PLAN:
            run(one, "parks")
    before = written(here)

    result = run(kind, "parks")

    assert result.exit_code == 1
    assert result.output == (
        f'Error: There is a file "plans/parks/{kind}.yml" already. Choose another id for the new '
        f"{CALLED[kind]}.\n"
    )
    assert town.root.is_dir()
    assert written(here) == before


@each_kind
def test_a_folder_without_a_record_of_another_kind_is_left_as_it_is(
    town: PlansFolder, kind: RecordKind
) -> None:
    town.put("streets/notes.md", "Mine\n")

    result = run(kind, "streets")

    assert result.exit_code == 1
    assert result.output.startswith('Error: There is a folder "plans/streets" already.')
    assert {path.name for path in (town.root / "streets").iterdir()} == {"notes.md"}


@each_kind
def test_help_names_an_id_that_is_one(kind: RecordKind) -> None:
    said = " ".join(run(kind, "--help").output.split())

    assert f"Write a new {CALLED[kind]}, with every key explained" in said
    assert re.search(r"such as [a-z0-9-]+\.", said)


@pytest.mark.usefixtures("here")
def test_outside_a_site_a_plan_is_refused() -> None:
    result = run("plan", "streets")

    assert result.exit_code == 1
    assert result.output.startswith('Error: There is no folder "plans" here.')


@pytest.mark.parametrize(
    "text", [None, "format: 1\n", "publishers: ["], ids=["none", "empty", "broken"]
)
def test_without_a_publisher_a_plan_is_refused(town: PlansFolder, text: str | None) -> None:
    town.delete(PUBLISHERS)
    if text is not None:
        town.put(PUBLISHERS, text)

    result = run("plan", "streets")

    assert result.exit_code == 1
    assert result.output.startswith("Error: plans/registers/publishers.yml lists nobody who could")
    assert not (town.root / "streets").exists()


# The comments of a new record


@pytest.fixture(scope="module", params=RecordKind)
def kind(request: pytest.FixtureRequest) -> RecordKind:
    """Each kind of record."""
    return RecordKind(request.param)


@pytest.fixture(scope="module")
def commented(tmp_path_factory: pytest.TempPathFactory, kind: RecordKind) -> str:
    """The text of a new record."""
    folder = tmp_path_factory.mktemp("town")
    PlansFolder(folder / "plans").make_sound()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(kind, "streets").exit_code == 0
    return (folder / f"plans/streets/{kind}.yml").read_text("utf-8")


def examples(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first line of each example of a commented record, and the one after its last."""
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines) if re.match(r" *#\S", line)]
    for start in starts:
        end = start + 1
        while end < len(lines) and re.match(r" *#  ", lines[end]):
            end += 1
        yield start, end


def with_examples(text: str, wanted: list[tuple[int, int]]) -> str:
    """Return ``text`` with some of its examples in use, instead of the line they stand for."""
    lines = text.splitlines()
    keys = {lines[start].lstrip(" #").partition(":")[0] for start, _ in wanted}
    for start, end in wanted:
        lines[start:end] = [EXAMPLE.sub(r"\1", line) for line in lines[start:end]]
    return "\n".join(line for line in lines if line != "scale: rag" or "scale" not in keys)


def whole(text: str) -> list[str]:
    """Return ``text`` with all its examples in use, once for each example of a scale."""
    lines = text.splitlines()
    found = list(examples(text))
    scales = [one for one in found if lines[one[0]] == "#scale:"]
    others = [one for one in found if one not in scales]
    return [with_examples(text, [*others, scale]) for scale in scales] or [
        with_examples(text, others)
    ]


def records_in(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from records_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from records_in(one)


def kinds_in(annotation: object, known: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Return every kind of record that a value of this annotation may hold."""
    if (
        isinstance(annotation, type)
        and issubclass(annotation, BaseModel)
        and annotation not in known
    ):
        known.add(annotation)
        for field in annotation.model_fields.values():
            kinds_in(field.annotation, known)
    for one in get_args(annotation):
        kinds_in(one, known)
    return known


def read(text: str, kind: RecordKind) -> Record:
    document = documents.read(text.encode(), f"{kind}.yml")
    entry, refused = records.read("streets", document, MODELS[kind])
    assert [str(one) for one in (*document.problems, *refused)] == []
    assert entry is not None
    return entry.record


def test_every_key_of_the_model_stands_in_a_new_record(commented: str, kind: RecordKind) -> None:
    used = {
        (type(record), key)
        for text in whole(commented)
        for record in records_in(read(text, kind))
        for key in record.model_fields_set
    }

    known = {(model, key) for model in kinds_in(MODELS[kind], set()) for key in model.model_fields}
    assert {f"{model.__name__}.{key}" for model, key in known - used} == set()


def test_each_example_alone_is_accepted(commented: str, kind: RecordKind) -> None:
    found = list(examples(commented))

    assert len(found) > 25
    for one in found:
        read(with_examples(commented, [one]), kind)


def test_all_examples_together_pass_the_check(
    here: Path, town: PlansFolder, commented: str, kind: RecordKind
) -> None:
    town.append(OWNERS, "  - {id: parks-team, role: Parks team}\n")
    town.append(OWNERS, "  - {id: highways-team, role: Highways team}\n")
    town.append(OWNERS, "  - {id: safer-streets-board, role: Safer Streets Board, kind: board}\n")
    town.append(OWNERS, "  - {id: traffic-enforcement-officer, role: Traffic officer}\n")
    town.append(OWNERS, "  - {id: programme-lead, role: Programme lead}\n")
    town.append(OWNERS, "  - {id: team-leaders, role: Team leaders, kind: team}\n")
    if kind is RecordKind.PROGRAMME:
        town.put("streets/sessions.csv", SESSIONS)
    for text in whole(commented):
        town.put(f"streets/{kind}.yml", text)
        told = [str(one) for one in problems(here) if one.code != "blank"]
        assert told == []


def test_every_line_of_a_new_record_explains_is_an_example_or_counts(commented: str) -> None:
    for line in commented.splitlines():
        assert len(line) <= 100
        if line.lstrip().startswith("#"):
            assert re.match(r" *#( ?$| \S|\S|  +\S)", line), line
