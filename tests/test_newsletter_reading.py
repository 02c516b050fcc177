"""What stands at the top of a newsletter is read, looked up and held against its programme."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folders import PlansFolder
from newsletters import HEAD, LOG, NEWSLETTER, of_folder, pages, put_newsletter
from planboard.rules.check import check
from planboard.truth.model.newsletter import LONGEST_SUMMARY, Newsletter
from planboard.words.problems import Level

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN = Path(__file__).parent / "broken" / "newsletters.txt"
SECOND = (
    HEAD.replace("number: 1", "number: 2")
    .replace("2022-06-10", "2022-07-08")
    .replace("in May", "in June")
)
LATER = "newsletters/2022-07.md"
MISTAKES = [
    ("number: 1\n", ""),
    ("number: 1", "number: first"),
    ("number: 1", "number: 0"),
    ("date: 2022-06-10", "date: next Friday"),
    ("date: 2022-06-10", "date: 2022-04-10"),
    ("date: 2022-06-10", "date: 2022-05-20"),
    ("date: 2022-06-10", "date: 2062-06-10"),
    ("audience:", "audence:"),
    ("programme: vale", "programme: vail"),
    ("log: vale", "log: parks"),
    ("programme: vale\nlog: vale\nperiod: 2022-05\nissues: [vale-01]\n", ""),
    ("log: vale\n", ""),
    ("programme: vale\n", ""),
    ("period: 2022-05", "period: 2022-05-03"),
    ("period: 2022-05", "period: 2021-05"),
    ("period: 2022-05", "period: 2022-07"),
    ("period: 2022-05", "period: May to June 2022"),
    ("issues: [vale-01]", "issues: [vale-1]"),
    ("issues: [vale-01]", "issues: [vale-01, vale-01]"),
    ("issues: [vale-01]", "issues: [vale-03]"),
    ("issues: [vale-01]", "issues: [vale-01, vale-04]"),
    ("issues: [vale-01]", "issues: [vale-04]"),
    ("[email, meeting]", "[email, pigeon]"),
    ("title: What", "title: What: who"),
    ("title: What you found in May\n", "\ttitle: What you found in May\n"),
    ("channels:", "summary: See **this** page\nchannels:"),
    ("channels:", f"summary: {'far too long ' * 24}\nchannels:"),
    ("audience: Volunteers", "audience: Call 07700 900123, volunteers"),
]


@pytest.fixture
def vale(plans_folder: PlansFolder) -> PlansFolder:
    return put_newsletter(plans_folder)


# What is read


def test_a_newsletter_is_read_with_what_it_reports_on(vale: PlansFolder) -> None:
    (one,) = of_folder(vale)
    assert one.id == "2022-06"
    assert one.newsletter.date == date(2022, 6, 10)
    assert [record.key for record in one.records] == ["programme/vale", "issues/vale"]
    assert [issue.id for issue in one.covered] == ["vale-01"]


def test_issues_about_the_same_follow_one_another_and_stand_newest_first(
    vale: PlansFolder,
) -> None:
    put_newsletter(vale, SECOND, file=LATER)
    newest, oldest = of_folder(vale)
    assert newest.before == oldest
    assert oldest.before is None


def test_newsletters_about_a_programme_and_about_a_log_are_two_series(vale: PlansFolder) -> None:
    head = HEAD.replace("programme: vale\n", "").replace("period: 2022-05\n", "")
    put_newsletter(vale, head.replace("06-10", "07-10"), file=LATER)
    assert [one.before for one in of_folder(vale)] == [None, None]


def test_a_page_in_another_folder_is_no_newsletter(vale: PlansFolder) -> None:
    pages(vale).put("decisions/2022-06.md", "# A decision\n")
    assert len(of_folder(vale)) == 1


def test_comments_and_windows_line_ends_do_no_harm(vale: PlansFolder) -> None:
    text = f"\ufeff---\n# which issue it is\n{HEAD}---\n\nHello.\n"
    pages(vale).put(NEWSLETTER, text.replace("\n", "\r\n"))
    assert len(of_folder(vale)) == 1


def test_a_newsletter_that_names_a_record_with_an_error_is_left_out(vale: PlansFolder) -> None:
    vale.edit(LOG, "publisher: hill-town-council", "publisher: hill-council")
    collection = vale.checked().collection
    assert collection is not None
    assert collection.newsletters == ()
    assert vale.codes() == ["unknown-publisher"]


# What is wrong


def test_every_mistake_gives_sentences_with_their_places(
    vale: PlansFolder, golden: Callable[[Path, str], None]
) -> None:
    told = []
    for old, new in MISTAKES:
        assert HEAD.count(old) == 1, old
        put_newsletter(vale, HEAD.replace(old, new))
        said = vale.said()
        assert said, new
        told.append("\n".join([f"[{old.strip()} -> {new.strip()}]", *said, ""]))
    golden(BROKEN, "\n".join(told))


@pytest.mark.parametrize("key", ["title", "audience", "programme", "log", "issues", "channels"])
@pytest.mark.parametrize(
    "wrong", ["x", "X y ", "'{}'", "[{}]", "[[{}]]", "{{{}: b}}", "{}: b", "- {}"]
)
def test_a_long_value_is_not_told_whole(vale: PlansFolder, key: str, wrong: str) -> None:
    value = wrong.format("x" * 5000) if "{}" in wrong else wrong * 2500
    lines = [one for one in HEAD.splitlines() if not one.startswith(key)]
    put_newsletter(vale, "\n".join([*lines, f"{key}: {value}\n"]))
    assert [one for one in vale.said() if len(one) > 600] == []


def of_text(vale: PlansFolder, text: str) -> str:
    """Return what is said of a newsletter that is no more than ``text``."""
    pages(vale).put(NEWSLETTER, text)
    assert vale.codes() == ["no-front-matter"]
    return vale.said_once()


@pytest.mark.parametrize("text", ["# What you found\n\nHello.\n", f"{HEAD}---\n\nHello.\n"])
def test_a_file_that_begins_with_anything_else_is_told_at_its_first_line(
    vale: PlansFolder, text: str
) -> None:
    assert of_text(vale, text).startswith(
        "content/newsletters/2022-06.md:1:1: This newsletter does not begin with what it is about."
    )


def test_an_empty_file_is_told_as_a_whole(vale: PlansFolder) -> None:
    assert of_text(vale, "").startswith("content/newsletters/2022-06.md: This newsletter does not")


def test_front_matter_that_is_not_closed_is_told_where_the_text_begins(vale: PlansFolder) -> None:
    assert of_text(vale, f"---\n{HEAD}\nHello.\n") == (
        "content/newsletters/2022-06.md:12:1: What the newsletter is about has no end. Put a line "
        "--- above this one, below the last line that says what it is about."
    )


def test_front_matter_without_text_that_is_not_closed_is_told_as_a_whole(
    vale: PlansFolder,
) -> None:
    assert of_text(vale, f"---\n{HEAD}").startswith(
        "content/newsletters/2022-06.md: What the newsletter is about has no end."
    )


@pytest.mark.parametrize("dashes", ["—", "——", "--", "----", "***"])
def test_a_line_that_is_meant_to_be_three_dashes_is_told(vale: PlansFolder, dashes: str) -> None:
    said = f"This line must be three plain dashes, and it is {dashes}. Write --- here."
    file = "content/newsletters/2022-06.md"

    assert of_text(vale, f"{dashes}\n{HEAD}---\n\nHello.\n") == f"{file}:1:1: {said}"
    assert of_text(vale, f"---\n{HEAD}{dashes}\n\nHello.\n") == f"{file}:11:1: {said}"


def test_a_space_before_the_dashes_is_told(vale: PlansFolder) -> None:
    assert "Delete the space before them" in of_text(vale, f" ---\n{HEAD}---\n\nHello.\n")


def test_dashes_that_are_not_at_the_top_are_told(vale: PlansFolder) -> None:
    assert of_text(vale, f"\n---\n{HEAD}---\n\nHello.\n").startswith(
        "content/newsletters/2022-06.md:2:1: This line must be the very first of the file."
    )


@pytest.mark.parametrize("top", ["", "\n", "- a list\n", "Some text\n"])
def test_front_matter_that_says_nothing_is_told(vale: PlansFolder, top: str) -> None:
    assert of_text(vale, f"---\n{top}---\n\nHello.\n").startswith(
        "content/newsletters/2022-06.md:2:1: This does not say what the newsletter is about."
    )


@pytest.mark.parametrize("wrong", ["number: first", "date: next Friday"])
def test_a_value_that_cannot_be_read_is_held_against_no_other_issue(
    vale: PlansFolder, wrong: str
) -> None:
    old = next(line for line in SECOND.splitlines() if line.startswith(wrong.partition(" ")[0]))
    put_newsletter(vale, SECOND.replace(old, wrong), file=LATER)
    assert len(vale.problems()) == 1


@pytest.mark.parametrize("name", ["June 2022.md", "2022_06.md", "Index.md"])
def test_a_name_that_is_no_part_of_an_address_is_an_error(vale: PlansFolder, name: str) -> None:
    put_newsletter(vale, SECOND, file=f"newsletters/{name}")
    assert "file-name" in vale.codes()


@pytest.mark.parametrize("name", ["2022-07.markdown", "2022-07.MD"])
def test_an_issue_has_a_name_that_ends_as_pages_do(vale: PlansFolder, name: str) -> None:
    put_newsletter(vale, SECOND, body="[[meetings]]\n", file=f"newsletters/{name}")
    assert vale.said_once() == (
        f"content/newsletters/{name}: The name of a newsletter ends in .md. Call this file "
        "2022-07.md."
    )


@pytest.mark.parametrize("name", ["2025/10.md", "2022-06/index.md", "x.md/y.md", "a/b/c.markdown"])
def test_a_page_in_a_folder_inside_is_not_read_as_an_issue(vale: PlansFolder, name: str) -> None:
    pages(vale).put(f"newsletters/{name}", "# News\n")
    (problem,) = vale.problems()
    assert (problem.code, problem.level) == ("not-a-newsletter", Level.WARNING)
    assert str(problem) == (
        f"content/newsletters/{name}: This page is not read as a newsletter, because it is in a "
        "folder inside newsletters/. Move it up into newsletters/, under a name such as 2025-10.md."
    )


@pytest.mark.parametrize("folder", ["words/deep", "newsletters", "deep/newsletters/newsletters"])
def test_the_folder_of_pages_may_lie_anywhere(vale: PlansFolder, folder: str) -> None:
    put_newsletter(vale, body="[[new-since]]\n")
    (vale.root.parent / folder).parent.mkdir(parents=True, exist_ok=True)
    moved = (vale.root.parent / "content").rename(vale.root.parent / folder)
    PlansFolder(moved).put("a.md", "[[meetings]]\n")
    checked = check(vale.root, date(2025, 1, 1), moved)
    assert [one.code for one in checked.at(Level.ERROR)] == ["not-in-a-newsletter"]
    assert checked.at(Level.WARNING) == ()


@pytest.mark.parametrize("name", ["index.md", "readme.md", "index.markdown"])
def test_the_name_of_the_list_is_not_that_of_an_issue(vale: PlansFolder, name: str) -> None:
    put_newsletter(vale, SECOND, file=f"newsletters/{name}")
    assert vale.codes() == ["file-name"]


def test_a_number_is_given_once_in_a_series(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND.replace("number: 2", "number: 1"), file=LATER)
    assert vale.codes() == ["duplicate-number"]


def test_a_higher_number_comes_out_on_a_later_day(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND.replace("2022-07-08", "2022-06-10"), file=LATER)
    assert vale.codes() == ["not-after"]


@pytest.mark.parametrize("heading", ["# What you found", "What you found\n======"])
def test_a_second_title_is_probably_a_slip(vale: PlansFolder, heading: str) -> None:
    put_newsletter(vale, body=f"Hello.\n\n{heading}\n\nA lot.\n")
    (problem,) = vale.problems()
    assert (problem.code, problem.level) == ("second-title", Level.WARNING)
    assert problem.place.line == 15


@pytest.mark.parametrize("text", ["## Results", "```\n# no heading\n```", "We are #1.", "a = b"])
def test_what_is_no_second_title_is_not_told_as_one(vale: PlansFolder, text: str) -> None:
    put_newsletter(vale, body=f"Hello.\n\n{text}\n")
    assert vale.codes() == []


def test_a_shortcode_in_front_matter_is_an_error(vale: PlansFolder) -> None:
    put_newsletter(vale, HEAD.replace("What you found", '"[[in-short vale]]"'))
    assert "in-front-matter" in vale.codes()


@pytest.mark.parametrize("shortcode", ["new-since", "meetings"])
def test_what_speaks_of_a_newsletter_stands_in_one_only(vale: PlansFolder, shortcode: str) -> None:
    put_newsletter(vale, body=f"[[{shortcode}]]\n")
    assert vale.codes() == []
    pages(vale).put("news.md", f"# News\n\n[[{shortcode}]]\n")
    (problem,) = vale.problems()
    assert problem.code == "not-in-a-newsletter"
    assert problem.level is Level.ERROR


@pytest.mark.parametrize("shortcode", ["[[programmes]]", "[[issues]]"])
def test_what_shows_how_all_stand_now_is_refused_in_a_newsletter(
    vale: PlansFolder, shortcode: str
) -> None:
    put_newsletter(vale, body=f"{shortcode}\n")
    (problem,) = vale.problems()
    assert problem.code == "not-as-of-its-day"
    assert "a newsletter how things stood on its day, 2022-06-10" in problem.message
    pages(vale).delete(NEWSLETTER)
    pages(vale).put("news.md", f"{shortcode}\n")
    assert vale.said() == []


@pytest.mark.parametrize("shortcode", ["results", "thanks", "in-short"])
def test_figures_of_months_after_its_day_are_refused_in_a_newsletter(
    vale: PlansFolder, shortcode: str
) -> None:
    put_newsletter(vale, HEAD.replace("2022-06-10", "2022-05-31"), body=f"[[{shortcode} vale]]\n")
    assert vale.said() == []
    put_newsletter(
        vale,
        HEAD.replace("2022-06-10", "2022-05-12").replace("period: 2022-05", "period: 2022-04"),
        body=f"[[{shortcode} vale period=2022-05]]\n",
    )
    assert vale.said_once().endswith(
        "These figures go up to 2022-05-31, and this newsletter comes out on 2022-05-12. Choose a "
        "period that was over by then, such as period=2022-04."
    )


def test_personal_data_behind_an_escape_in_front_matter_stops_the_build(
    vale: PlansFolder,
) -> None:
    put_newsletter(vale, HEAD.replace("What you found in May", r'"Seen: AB\x312 CDE"'))
    (problem,) = vale.problems()
    assert "registration plate" in problem.message


def test_a_wrong_day_is_told_once_and_not_again_at_every_shortcode(vale: PlansFolder) -> None:
    put_newsletter(
        vale, HEAD.replace("2022-06-10", "31 April"), body="[[results vale]]\n\n[[thanks vale]]\n"
    )
    assert len(vale.said()) == 1


def test_a_newsletter_that_a_text_editor_has_renamed_is_told(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND, file="newsletters/2022-07.md.txt")
    assert vale.said_once().endswith("Call it 2022-07.md.")


def test_a_mistake_in_mailing_makes_none_of_its_mailboxes_private(vale: PlansFolder) -> None:
    vale.append(
        "registers/site.yml",
        "mailing:\n  name: Vale\n  email: news@vale.example\n  from: us\n"
        "  unsubscribe_email: leave@vale.example\n",
    )
    assert "from" in vale.said_once()


# A summary (R017)


def test_a_summary_may_have_280_letters_and_no_more() -> None:
    def with_summary(letters: int) -> Newsletter:
        return Newsletter.model_validate(
            {
                "title": "News",
                "number": "1",
                "date": "2022-06-10",
                "audience": "Volunteers",
                "log": "vale",
                "summary": "a" * letters,
            }
        )

    assert with_summary(LONGEST_SUMMARY).summary == "a" * LONGEST_SUMMARY
    with pytest.raises(ValueError, match="has 281 letters"):
        with_summary(LONGEST_SUMMARY + 1)


@pytest.mark.parametrize("words", ["**so**", "see [this](a.md)", "# So", "- so", "`so`", "_so_"])
def test_a_summary_has_no_sign_of_markdown(vale: PlansFolder, words: str) -> None:
    put_newsletter(vale, f"{HEAD}summary: '{words}'\n")
    assert "which a message shows as it is" in vale.said_once()


@pytest.mark.parametrize("words", ["7 * 8 = 56", "snake_case and more_of_it", "1. May was dry"])
def test_a_sign_that_is_none_of_markdown_may_stand_in_a_summary(
    vale: PlansFolder, words: str
) -> None:
    put_newsletter(vale, f"{HEAD}summary: '{words}'\n")
    assert vale.said() == []
