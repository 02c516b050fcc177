"""What ``planboard new newsletter`` drafts: an issue in which all that is known is filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from folders import PlansFolder
from newsletters import LOG, NEWSLETTER, pages, put_newsletter
from planboard.arithmetic.following import as_written
from planboard.doors.cli import main
from planboard.truth.dates import read_span
from planboard.words.problems import Level
from planboard.words.vocabulary.dates import MONTHS
from returns import PROGRAMME, RETURN, put_programme

if TYPE_CHECKING:
    from pathlib import Path

    from planboard.truth.in_full import NewsletterInFull

DAY = "2022-07-08"
DRAFT = "newsletters/2022-07.md"
FULL = """\
visits:
  - {site: high-street, on: 2022-05-12, reason: random}
guidance:
  - {id: rain, title: When it rains, text: Go home.}
  - {id: snow, title: When it snows, text: Stay at home.}
"""

WAITING = """\
  - {id: mill, name: Sample Green - Mill, speed_limit_mph: 30, requested: 2022-05-20}
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["new", "newsletter", *words])


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PlansFolder:
    """A site with a programme and a log, and no newsletter yet; commands are run in it."""
    monkeypatch.chdir(tmp_path)
    folder = put_newsletter(PlansFolder(tmp_path / "plans").make_sound())
    pages(folder).delete(NEWSLETTER)
    return folder


@pytest.fixture
def vale(town: PlansFolder) -> PlansFolder:
    """The same with one issue, which is of May and of 10 June 2022."""
    return put_newsletter(town)


def draft(folder: PlansFolder, *words: str, file: str = DRAFT) -> str:
    """Return what is drafted on the day of these tests."""
    result = run("--date", DAY, *words)
    assert result.exit_code == 0, result.output
    return pages(folder).text(file)


def checked(folder: PlansFolder) -> tuple[NewsletterInFull, ...]:
    found = folder.checked().collection
    assert found is not None
    return found.newsletters


def head(text: str) -> dict[str, str]:
    """Return the lines of front matter that say something."""
    lines = text.split("---\n")[1].splitlines()
    return dict(line.split(": ", 1) for line in lines if line and line[0] not in "# ")


def sections(text: str) -> list[str]:
    return re.findall(r"(?m)^## (.*)$", text)


# What is filled in


def test_a_draft_is_wrong_in_nothing_but_its_blank(vale: PlansFolder) -> None:
    text = draft(vale)

    (told,) = [one for one in vale.checked().problems if one.level is not Level.FINDING]
    assert told.code == "blank"
    assert told.place.file == f"content/{DRAFT}"
    assert text.splitlines()[told.place.line - 1].startswith("FILL IN a greeting")


def test_the_next_issue_is_as_the_one_before_but_one_later(vale: PlansFolder) -> None:
    said = head(draft(vale))

    assert said["number"] == "2"
    assert said["date"] == DAY
    assert said["programme"] == said["log"] == "vale"
    assert said["audience"] == "Volunteers and team leaders"
    assert said["channels"] == "[email, meeting]"


def test_its_months_follow_those_of_the_issue_before_so_far_as_the_facts_reach(
    vale: PlansFolder,
) -> None:
    vale.edit(PROGRAMME, "as_at: 2022-05", "as_at: 2022-06")

    said = head(draft(vale))

    assert said["period"] == "2022-06"
    assert said["title"] == '"What your sessions found: June 2022"'


def test_the_same_months_again_are_told(vale: PlansFolder) -> None:
    result = run("--date", DAY)

    assert head(pages(vale).text(DRAFT))["period"] == "2022-05"
    assert "The newsletter before, 2022-06, is about the same months" in result.output


@pytest.mark.usefixtures("vale")
def test_months_that_are_not_over_in_the_record_are_told() -> None:
    assert "figures will still change" in run("--date", DAY, "--period", "Q1 2022/23").output
    assert "figures will still change" not in run("n2", "--date", "2022-07-15").output


def test_the_first_issue_is_of_the_newest_months_that_are_whole(town: PlansFolder) -> None:
    text = draft(town)

    assert head(text)["number"] == "1"
    assert head(text)["period"] == "2022-05"
    assert head(text)["log"] == "vale"


def test_a_first_issue_is_of_a_quarter_where_one_is_whole(town: PlansFolder) -> None:
    town.edit(PROGRAMME, "as_at: 2022-05", "as_at: 2022-06")

    assert head(draft(town))["period"] == "Q1 2022/23"


def test_a_programme_without_sessions_has_an_issue_without_months(town: PlansFolder) -> None:
    put_programme(town, RETURN.splitlines(keepends=True)[0])

    assert "period" not in head(draft(town))
    assert {one.code for one in town.problems()} == {"blank"}


def test_it_covers_what_changed_in_the_log_since_the_issue_before(vale: PlansFolder) -> None:
    # vale-01 was answered before, vale-02 has no day, vale-04 was raised after it
    result = run("--date", DAY)

    assert head(pages(vale).text(DRAFT))["issues"] == "[vale-04]"
    assert (
        "It covers what changed in the log since newsletter 1 of 10 June 2022: 1 issue."
        in result.output
    )
    assert "1 issue may have changed as well, but the log does not say when" in result.output


def test_what_was_not_yet_raised_on_its_day_is_not_covered(vale: PlansFolder) -> None:
    text = draft(vale, "2022-06-15", "--date", "2022-06-15", file="newsletters/2022-06-15.md")

    assert "issues" not in head(text)


def test_many_issues_stand_on_lines_of_their_own(town: PlansFolder) -> None:
    names = [f"a-long-name-for-an-issue-{number}" for number in range(5)]
    town.append(
        LOG, "".join(f"  - {{id: {one}, title: A, raised: {{on: 2022-05-02}}}}\n" for one in names)
    )

    text = draft(town)

    assert "issues:\n  - vale-01\n  - vale-04\n" in text
    assert {one.code for one in town.problems()} == {"blank"}


def test_the_figures_come_first_and_the_thanks_last(vale: PlansFolder) -> None:
    vale.append(PROGRAMME, FULL)

    text = draft(vale)

    assert sections(text) == [
        "What is new",
        "Results of your sessions",
        "Visits of the police",
        "You said, we did",
        "What comes next",
        "Stay safe",
        "Thank you",
    ]
    assert "In short: [[in-short vale]]." in text


def test_before_a_session_was_held_there_are_no_figures_to_place(town: PlansFolder) -> None:
    town.put("vale/sessions.csv", RETURN.partition("\n")[0] + "\n")

    text = draft(town, "2022-04-10", "--date", "2022-04-10", file="newsletters/2022-04-10.md")

    assert not re.search(r"\[\[(?:results|in-short|thanks) ", text)
    assert {one.code for one in town.problems()} == {"blank"}


def test_each_issue_has_another_piece_of_guidance(vale: PlansFolder) -> None:
    vale.append(PROGRAMME, FULL)

    assert "[[guidance vale snow]]" in draft(vale)


def test_sites_that_wait_have_a_section_if_there_are_any(vale: PlansFolder) -> None:
    assert "Sites that wait" not in sections(draft(vale))
    vale.edit(PROGRAMME, "sites:\n", f"sites:\n{WAITING}")

    text = draft(vale, "later", "--date", "2022-07-20", file="newsletters/later.md")

    assert "[[sites vale state=requested]]" in text


def test_many_visits_are_left_to_what_is_new(vale: PlansFolder) -> None:
    visits = "".join(f"  - {{site: high-street, on: 2022-05-{day}}}\n" for day in range(10, 16))
    vale.append(PROGRAMME, f"visits:\n{visits}")

    assert "Visits of the police" not in sections(draft(vale))


def test_only_comments_explain_and_no_line_of_them_is_read(vale: PlansFolder) -> None:
    _, top, body = draft(vale).split("---\n", 2)

    assert "#" not in body.replace("## ", "")
    assert [line for line in top.splitlines() if line.startswith("# ")]


@given(st.integers(1950, 2150), st.sampled_from(["M", "Q", "H", "S", "Y", "F"]), st.integers(1, 12))
def test_months_are_written_as_they_are_read(year: int, form: str, part: int) -> None:
    season = ("Spring", "Summer", "Autumn")[part % 3]
    pair = f"{year}/{(year + 1) % 100:02}"
    words = {
        "M": f"{MONTHS[part - 1]} {year}",
        "Q": f"Q{part % 4 + 1} {pair}",
        "H": f"H{part % 2 + 1} {pair}",
        "S": f"{season} {year}" if part % 4 else f"Winter {pair}",
        "Y": f"{year}",
        "F": pair,
    }[form]
    span = read_span(words)

    assert read_span(as_written(span)) == span


@pytest.mark.parametrize(
    "period", ["2022-05", "Q1 2022/23", "H1 2022/23", "2022/23", "Spring 2022", "May 2022"]
)
def test_months_may_be_chosen_in_any_words_that_name_whole_ones(
    vale: PlansFolder, period: str
) -> None:
    if period == "Spring 2022":
        vale.edit(PROGRAMME, "period: 2022/23", "period: 2022")

    assert read_span(head(draft(vale, "--period", period))["period"]) == read_span(period)


def test_what_is_asked_for_stands_in_it(vale: PlansFolder) -> None:
    text = draft(vale, "summer", "--title", 'Hot: "too hot" #1', file="newsletters/summer.md")

    assert head(text)["title"] == '"Hot: \\"too hot\\" #1"'
    (read,) = [one for one in checked(vale) if one.id == "summer"]
    assert read.newsletter.title == 'Hot: "too hot" #1'


def test_a_log_may_be_reported_on_alone(town: PlansFolder) -> None:
    town.delete(PROGRAMME)
    town.delete("vale/sessions.csv")

    text = draft(town)

    assert "programme" not in head(text)
    assert sections(text) == ["What is new", "You said, we did", "What comes next"]
    assert {one.code for one in town.problems()} == {"blank"}


@pytest.mark.usefixtures("vale")
def test_the_figures_of_its_months_are_told_with_what_to_do_next() -> None:
    lines = run("--date", DAY).output.splitlines()

    assert lines[0] == f"A draft of newsletter 2 is in content/{DRAFT}."
    assert lines[1].startswith("In May 2022: 2 sessions, ")
    assert "  planboard check" in lines


# Which programme it is about


def second_programme(folder: PlansFolder) -> None:
    for file in (PROGRAMME, "vale/sessions.csv"):
        folder.put(file.replace("vale/", "hill/"), folder.text(file))


def test_of_several_programmes_one_must_be_named(town: PlansFolder) -> None:
    second_programme(town)

    result = run("--date", DAY)

    assert result.exit_code == 1
    assert result.output == (
        "Error: There are several programmes. Say which one the newsletter is about: "
        "--programme hill or vale\n"
    )
    assert head(draft(town, "--programme", "hill"))["programme"] == "hill"


def test_it_is_about_the_programme_of_the_newest_issue(vale: PlansFolder) -> None:
    second_programme(vale)

    assert head(draft(vale))["programme"] == "vale"


def test_a_log_leads_to_the_programme_in_its_folder(town: PlansFolder) -> None:
    second_programme(town)

    assert head(draft(town, "--log", "vale"))["programme"] == "vale"


# Its name


def test_it_is_called_by_its_month_and_by_its_day_where_that_is_taken(vale: PlansFolder) -> None:
    draft(vale, file="newsletters/2022-07.md")
    draft(vale, "--date", "2022-07-29", file="newsletters/2022-07-29.md")
