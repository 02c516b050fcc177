"""What ``planboard new newsletter`` refuses: a sentence says why, and nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from folders import PlansFolder
from newsletters import HEAD, LOG, NEWSLETTER, pages, put_newsletter
from planboard.doors.cli import main
from starters import written

if TYPE_CHECKING:
    from pathlib import Path

SECOND_LOG = "hills/issues.yml"


@pytest.fixture
def vale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlansFolder:
    """A site with a programme, its log and one newsletter about its first month but one."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return put_newsletter(
        PlansFolder(folder / "plans").make_sound(), HEAD.replace("-05\n", "-04\n")
    )


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["new", "newsletter", *words])


def refused(vale: PlansFolder, *words: str) -> str:
    """Return what is said to words that are refused, with which nothing may have been written."""
    before = written(vale.root.parent)
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert written(vale.root.parent) == before
    said = result.output.splitlines()
    assert len(said) == 1
    return said[0].removeprefix("Error: ")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("June 2022", 'For example "june-2022".'),
        ("2022_06", 'For example "2022-06".'),
        ("../june", 'For example "june".'),
        ("a" * 61, "This id has 61 letters"),
        ("ab12cde", "This id looks like the registration plate of a vehicle"),
        ("index", "is the name of the list of all newsletters. Choose another one, such as"),
        ("readme", "is the name of the list of all newsletters. Choose another one, such as"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused(
    vale: PlansFolder, name: str, told: str
) -> None:
    assert told in refused(vale, name, "--date", "2022-07-01")


@pytest.mark.parametrize("name", ["2022-06", "2022-06.md"])
def test_an_issue_that_is_there_is_never_written_over(vale: PlansFolder, name: str) -> None:
    said = refused(vale, name, "--date", "2022-06-20")

    assert said == (
        'There is a file "content/newsletters/2022-06.md" already, and it stays as it is. Give the '
        "new issue another name, such as 2022-06-20."
    )


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--programme", 'There is no volunteer programme "vail" in plans/. Use vale.'),
        ("--log", 'There is no issue log "vail" in plans/. Use vale.'),
    ],
)
def test_a_record_that_is_not_there_is_refused_with_those_that_are(
    vale: PlansFolder, option: str, told: str
) -> None:
    assert refused(vale, option, "vail") == f'{told} Did you mean "vale"?'


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2021-05", 'This period is not inside that of "vale"'),
        ("2022-09", "before the period that it is about begins"),
        ("April to May 2022", "is not one month, quarter or year. Write it as 2025-07,"),
        ("2022-05-03", "is not one month, quarter or year. Write it as 2025-07,"),
        ("last month", "is not one month, quarter or year. Write it as 2025-07,"),
        ("Q1", '--period: "Q1" has no year.'),
        ("", "is not one month, quarter or year."),
    ],
)
def test_months_that_cannot_be_those_of_an_issue_are_refused(
    vale: PlansFolder, period: str, told: str
) -> None:
    assert told in refused(vale, "--date", "2022-07-01", "--period", period)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("tomorrow", "--date: This cannot be read as one date."),
        ("July 2022", '--date: "July 2022" is more than one day.'),
        ("2022-13-45", "--date: "),
        ("2022-06-10", "A higher number comes out on a later day"),
        ("2022-06-01", "A higher number comes out on a later day"),
    ],
)
def test_a_day_that_cannot_follow_the_issue_before_is_refused(
    vale: PlansFolder, day: str, told: str
) -> None:
    assert told in refused(vale, "2022-07", "--date", day)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (" ", '"title" is empty.'),
        ("[[in-short vale]]", "where nothing is placed"),
        ("Seen: AB12 CDE", "This looks like the registration plate of a vehicle (AB•• •••)."),
    ],
)
def test_a_title_that_could_not_be_published_is_refused(
    vale: PlansFolder, title: str, told: str
) -> None:
    assert told in refused(vale, "--date", "2022-07-01", "--title", title)


def test_a_title_may_hold_whatever_a_line_of_text_may(vale: PlansFolder) -> None:
    title = 'It costs $5: "no" to #1, $date and C:\\temp — “yes”'

    assert run("2022-07", "--date", "2022-07-01", "--title", title).exit_code == 0

    checked = vale.checked()
    assert [one.code for one in checked.problems if one.level != "finding"] == ["blank"]
    assert checked.collection is not None
    assert checked.collection.newsletters[0].newsletter.title == title


def test_while_a_record_has_a_mistake_no_issue_is_begun(vale: PlansFolder) -> None:
    vale.edit(LOG, "publisher: hill-town-council", "publisher: hill-council")

    said = refused(vale)

    assert "so its figures are not known" in said
    assert "plans/vale/issues.yml:3:12: " in said


def test_while_the_newsletter_before_has_a_mistake_no_issue_is_begun(vale: PlansFolder) -> None:
    pages(vale).put(NEWSLETTER, HEAD)

    assert "content/newsletters/2022-06.md:1:1: " in refused(vale)


def test_outside_a_site_no_issue_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run()

    assert result.exit_code == 1
    assert result.output.startswith('Error: There is no folder "plans" here.')
    assert written(tmp_path) == {}


def test_a_site_without_programme_and_log_is_told_what_a_newsletter_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    PlansFolder(tmp_path / "plans").make_sound()
    monkeypatch.chdir(tmp_path)

    result = run()

    assert result.exit_code == 1
    assert "planboard new programme, or planboard new issues" in result.output


def test_where_several_logs_could_be_meant_all_are_named(vale: PlansFolder) -> None:
    pages(vale).delete(NEWSLETTER)
    for path in (vale.root / "vale").iterdir():
        if path.name != "issues.yml":
            path.unlink()
    vale.put(SECOND_LOG, vale.text(LOG).replace("of the vale", "of the hills"))

    assert refused(vale).endswith("Say which one the newsletter is about: --log hills or vale")
