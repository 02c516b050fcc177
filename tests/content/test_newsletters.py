"""Requirements of the domain study that the newsletters meet, row by row, as published.

The rows are R008, R017, R019, R027 and R186. The figures of R186 are of one team in one month,
which no record of the demonstration is about: an invented programme of that size stands in for it.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

import pytest
import yaml
from bs4 import BeautifulSoup

from content.published import Published
from newsdesk import newsletters, placed, told
from planboard.saying.sentences.newsletters import summary
from programmes import a_programme, a_visit, letters, planned, sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

    from planboard.truth.in_full import ProgrammeInFull

pytest_plugins = ["demonstration"]

PLANS: Final = Path(__file__).parent.parent.parent / "plans"
TOP: Final = "https://planboard.example/"
CSW: Final = "2022-05-csw"
EXAMPLES: Final = ("2025-07", "2025-10", "2026-01")
NEIGHBOURS: Final = tuple(pairwise(EXAMPLES))
EVERY: Final = (CSW, *EXAMPLES)
MARKS: Final = re.compile(r"[*_`#\[\]<>|]")
"""What Markdown takes for a sign; no summary here needs one as a letter."""
DAY: Final = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
WAYS: Final = {"email": "by e-mail", "messaging": "by message", "meeting": "at a meeting"}


def soup(demonstration: Path, address: str) -> Tag:
    """Return the main part of a page."""
    page = BeautifulSoup((demonstration / address / "index.html").read_text("utf-8"), "html.parser")
    main = page.find("main")
    assert main
    return main


def links(part: Tag, address: str) -> set[str]:
    """Return where the links of a part of the page at ``address`` lead, from the top."""
    found = {urljoin(f"{TOP}{address}", str(one["href"])) for one in part.select("a[href]")}
    return {one.removeprefix(TOP) for one in found}


def newsletter(demonstration: Path, slug: str) -> dict[str, str]:
    """Return what the data of all newsletters say of one."""
    rows = Published(demonstration / "newsletters").table("newsletters")
    (row,) = [one for one in rows if one["id"] == slug]
    return row


def after_heading(main: Tag, heading: str) -> Tag:
    """Return what is placed under a heading."""
    (found,) = [one for one in main.select("h2") if one.get_text() == heading]
    block = found.find_next("div", class_="placed")
    assert block
    return block


# R008: a newsletter that covers an issue links to it, and the issue's page links back.


def test_the_newsletter_for_volunteers_covers_all_issues_of_the_action_plan(
    demonstration: Path,
) -> None:
    covered = newsletter(demonstration, CSW)["issues"].split("; ")

    assert covered == [f"csw-{one:02d}" for one in range(1, 15)]


@pytest.mark.parametrize("slug", EVERY)
def test_a_newsletter_links_to_every_issue_that_it_covers(demonstration: Path, slug: str) -> None:
    row, address = newsletter(demonstration, slug), f"newsletters/{slug}/"
    found = links(after_heading(soup(demonstration, address), "You said, we did"), address)

    for one in row["issues"].split("; "):
        assert f"issues/{row['log']}/#issue-{one}" in found


@pytest.mark.parametrize("slug", EVERY)
def test_an_issue_links_back_to_the_newsletters_that_cover_it_and_to_no_other(
    demonstration: Path, slug: str
) -> None:
    row = newsletter(demonstration, slug)
    log = f"issues/{row['log']}/"
    backwards = {
        entry["id"]
        for entry in soup(demonstration, log).select("[id^=issue-]")
        if f"newsletters/{slug}/" in links(entry, log)
    }

    assert backwards == {f"issue-{one}" for one in row["issues"].split("; ")}


# R017: a summary is at most 280 characters, and has no marks of Markdown.


@pytest.mark.parametrize("slug", EVERY)
def test_a_summary_fits_into_one_message_and_has_no_marks(demonstration: Path, slug: str) -> None:
    message = newsletter(demonstration, slug)["summary"]

    assert 40 < len(message) <= 280
    assert MARKS.search(message) is None


@pytest.mark.parametrize("slug", EVERY)
def test_the_page_has_the_summary_as_text_to_copy(demonstration: Path, slug: str) -> None:
    (block,) = soup(demonstration, f"newsletters/{slug}/").select(".copyable")

    summary = newsletter(demonstration, slug)["summary"]
    page = f"https://planboard.example/newsletters/{slug}/"
    assert list(block.stripped_strings) == [summary, page]


# R019: a newsletter lists what changed after the one before, first of all, and nothing else.


def days(value: object) -> Iterator[date]:
    """Yield every day that stands anywhere in an issue of a log."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in {"due_on", "decided_at"}:  # what is to come changes nothing yet
                yield from days(one)
    elif isinstance(value, list):
        for one in value:
            yield from days(one)
    elif isinstance(value, date):
        yield value


def changed(after: date, until: date) -> set[str]:
    """Return the issues of the example whose file names a day after one day and up to another."""
    log = yaml.safe_load((PLANS / "example-speedwatch/issues.yml").read_text("utf-8"))
    return {one["id"] for one in log["issues"] if any(after < day <= until for day in days(one))}


@pytest.mark.parametrize(("before", "slug"), NEIGHBOURS)
def test_an_issue_is_new_if_and_only_if_it_changed_since_the_newsletter_before(
    demonstration: Path, before: str, slug: str
) -> None:
    after, until = (
        date.fromisoformat(newsletter(demonstration, one)["date"]) for one in (before, slug)
    )
    address = f"newsletters/{slug}/"
    block = after_heading(soup(demonstration, address), "What is new")
    listed = {one for one in links(block, address) if one.startswith("issues/")}

    assert changed(after, until)
    assert listed == {f"issues/example-speedwatch/#issue-{one}" for one in changed(after, until)}


@pytest.mark.parametrize(("before", "slug"), NEIGHBOURS)
def test_no_day_of_what_is_new_is_outside_its_time(
    demonstration: Path, before: str, slug: str
) -> None:
    after, until = (
        date.fromisoformat(newsletter(demonstration, one)["date"]) for one in (before, slug)
    )
    block = after_heading(soup(demonstration, f"newsletters/{slug}/"), "What is new")
    (said,) = block.select(".placed-title")
    told_of = [
        datetime.strptime(one, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
        for entry in block.select("li")
        for one in DAY.findall(re.sub(r"Sessions of [^:]*:", "", entry.get_text()))
    ]

    assert f"newsletter {newsletter(demonstration, before)['number']} of" in said.get_text()
    assert len(told_of) > 5
    assert all(after < one <= until for one in told_of)


@pytest.mark.parametrize("slug", EXAMPLES[1:])
def test_what_is_new_comes_first(demonstration: Path, slug: str) -> None:
    headings = soup(demonstration, f"newsletters/{slug}/").select("h2")

    assert headings[0].get_text() == "What is new"


# R027: a newsletter names the ways by which volunteers get it.


@pytest.mark.parametrize("slug", EXAMPLES)
@pytest.mark.parametrize("form", ["index.html", "email.html", "newsletter.txt"])
def test_a_newsletter_names_how_volunteers_get_it(
    demonstration: Path, slug: str, form: str
) -> None:
    text = (demonstration / "newsletters" / slug / form).read_text("utf-8")
    (line,) = re.findall(r"You get this newsletter ([^.]*)\.", text)

    named = re.split(r", | and ", re.sub(r"\s+", " ", line))
    assert named == [WAYS[one] for one in newsletter(demonstration, slug)["channels"].split("; ")]


def test_nobody_is_told_that_the_newsletter_of_the_action_plan_is_sent(
    demonstration: Path,
) -> None:
    main = soup(demonstration, f"newsletters/{CSW}/").get_text(" ")

    assert newsletter(demonstration, CSW)["channels"] == ""
    assert "You get this newsletter" not in main


# R186: sessions, vehicles, those over the threshold, letters, visits, thanks, next dates.

IN_SHORT: Final = (
    "7 of 10 planned sessions, 1,132 vehicles, 26 over the threshold (2.3%), "
    "24 first letters, 2 visits"
)


def one_team() -> ProgrammeInFull:
    """Return one team in one month, of the size that the row has."""
    return a_programme(
        sessions("2024-05", how_many=7, vehicles_passed=1132, over_threshold=26),
        planned=[planned("2024-05", "oak", 10)],
        letters=[letters("2024-05", "oak", 24, 0, 0)],
        visits=[a_visit("2024-05-07", "oak-end"), a_visit("2024-05-21", "oak-end")],
    )


def of_one_team(text: str) -> str:
    page = placed(text, newsletters("2024-06-10", programme=one_team(), period="2024-05"))
    return re.sub(r"\s+", " ", page.text)


def test_the_figures_of_a_month_stand_in_a_sentence() -> None:
    assert of_one_team("In May: [[in-short watch]].").strip() == f"In May: {IN_SHORT}."


def test_the_figures_of_a_month_are_its_summary() -> None:
    (one,) = told("2024-06-10", programme=one_team(), period="2024-05", title="May")

    assert summary(one) == f"May. May 2024: {IN_SHORT}."


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_results_say_what_the_opening_says_in_short(demonstration: Path, slug: str) -> None:
    main = soup(demonstration, f"newsletters/{slug}/")
    results = {
        one.get_text(): figure.get_text()
        for one in after_heading(main, "Results of your sessions").select("dt")
        if (figure := one.find_next("dd"))
    }
    opening = main.select_one("h1 + p")
    assert opening
    short = re.sub(r"\s+", " ", opening.get_text())

    over, passed, share = re.split(r" of | ", results["Over the threshold"])
    assert results["Sessions held"].startswith(re.findall(r"(\d+ of \d+ planned) sess", short)[0])
    assert f", {passed} vehicles, {over} over the threshold {share}, " in short
    assert f", {results['First letters']} first letters, " in short
    assert f", {results['Visits of the police']} visits." in short


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_thanks_volunteers_and_names_the_next_dates(
    demonstration: Path, slug: str
) -> None:
    main = soup(demonstration, f"newsletters/{slug}/")
    on = date.fromisoformat(newsletter(demonstration, slug)["date"])
    meetings = after_heading(main, "What comes next")
    dates = [
        datetime.strptime(one, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
        for one in DAY.findall(meetings.get_text(" "))
    ]

    assert "Thank you to each of" in after_heading(main, "Thank you").get_text()
    assert dates == sorted(dates)
    assert len(dates) >= 3
    assert dates[0] > on


# What only this site has to keep.


def front(slug: str) -> dict[str, Any]:
    text = (PLANS.parent / f"content/newsletters/{slug}.md").read_text("utf-8")
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def test_a_newsletter_on_a_real_plan_says_who_wrote_it_and_invents_no_meeting(
    demonstration: Path,
) -> None:
    main = soup(demonstration, f"newsletters/{CSW}/")
    words = re.sub(r"\s+", " ", main.get_text(" "))

    assert "The makers of planboard wrote it from the published plan" in words
    assert "Wiltshire Police did not send it" in words
    assert not main.select(".example")
    assert DAY.findall(after_heading(main, "What comes next").get_text(" ")) == ["30 May 2022"]


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_invented_newsletter_says_so_at_its_top(demonstration: Path, slug: str) -> None:
    main = soup(demonstration, f"newsletters/{slug}/")

    assert main.select_one(".example:first-child strong")


@pytest.mark.parametrize("slug", EVERY)
def test_no_figure_is_typed_that_a_shortcode_can_give(slug: str) -> None:
    text = (PLANS.parent / f"content/newsletters/{slug}.md").read_text("utf-8")
    body = re.sub(r"\[\[.*?\]\]|\(\S*\)", "", text.split("---\n", 2)[2])

    assert re.findall(r"\d+", body) == []


def test_some_summaries_are_written_and_some_are_made_of_figures() -> None:
    assert [slug for slug in EXAMPLES if "summary" in front(slug)] == ["2025-10"]


def test_the_home_page_leads_to_the_newest_newsletter(demonstration: Path) -> None:
    assert f"newsletters/{EXAMPLES[-1]}/" in links(soup(demonstration, ""), "")


@pytest.mark.parametrize("address", ["", "newsletters/"])
def test_wherever_a_newsletter_is_listed_it_says_that_it_is_invented(
    demonstration: Path, address: str
) -> None:
    entries = soup(demonstration, address).select(".newsletter-list > li")
    marked = {
        entry.get_text().count("Example data") for entry in entries if "Newsletter 3" in str(entry)
    }
    real = [entry for entry in entries if f"{CSW}/" in str(entry)]

    assert marked == {1}
    assert all("Example" not in entry.get_text() for entry in real)
