"""The page of a newsletter: what stands around its text, what leads to it, and the list of all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from markdown import markdown  # type: ignore[import-untyped]

from markup import parsed
from newsletters import HEAD, LOG, put_newsletter
from planboard.showing import pages
from planboard.showing.newsletter.mail import LARGEST
from planboard.showing.render import Fragments

if TYPE_CHECKING:
    from folders import PlansFolder
    from markup import Element
    from planboard.showing.page.made import DataPage
    from planboard.showing.page.newsletter import MadeNewsletter
    from planboard.showing.pages import Output

FRAGMENTS: Final = Fragments(Path(__file__).parent.parent / "overrides")
ADDRESS: Final = "https://hill-town.example/"
JUNE: Final = "newsletters/2022-06.md"
JULY: Final = "newsletters/2022-07.md"
SECOND: Final = (
    HEAD.replace("number: 1", "number: 2")
    .replace("2022-06-10", "2022-07-08")
    .replace("found in May", "found in June")
)


@pytest.fixture
def vale(plans_folder: PlansFolder) -> PlansFolder:
    return put_newsletter(plans_folder)


def output(folder: PlansFolder, address: str = ADDRESS) -> Output:
    collection = folder.checked().publishable
    assert collection, folder.said()
    return pages.of_site(collection, FRAGMENTS, address)


def newsletter(
    folder: PlansFolder, file: str = JUNE, text: str = "Hello.\n", address: str = ADDRESS
) -> MadeNewsletter:
    """Return an issue as the build makes it of its text."""
    made = output(folder, address)
    told = made.newsletters.named(file)
    assert told
    written = made.places.written(text, file, file.removesuffix(".md") + "/")
    return made.newsletters.made(told, written, markdown(written.markdown))


def page(folder: PlansFolder, file: str = JUNE, text: str = "Hello.\n") -> Element:
    return parsed(newsletter(folder, file, text).html)


def data_page(folder: PlansFolder, address: str) -> DataPage:
    return next(one for one in output(folder).pages if one.address == address)


def of_class(found: Element, name: str) -> Element:
    (one,) = [one for one in found.every("p", "class") if one.attributes["class"] == name]
    return one


def links(folder: PlansFolder, address: str) -> list[str]:
    return [one.attributes["href"] for one in parsed(data_page(folder, address).html).every("a")]


# One issue


def test_a_newsletter_says_which_it_is_when_it_came_out_and_for_whom(vale: PlansFolder) -> None:
    line = of_class(page(vale), "newsletter-line")
    assert line.text == "Newsletter 1 · 10 June 2022 · May 2022 · For volunteers and team leaders"


def test_its_title_is_the_only_heading_of_the_first_level(vale: PlansFolder) -> None:
    (title,) = page(vale).every("h1")
    assert title.text == "What you found in May"


def test_it_leads_to_the_issues_that_it_covers(vale: PlansFolder) -> None:
    assert "../../issues/vale/#issue-vale-01" in [
        one.attributes["href"] for one in page(vale).every("a")
    ]


def test_it_says_by_which_ways_readers_get_it(vale: PlansFolder) -> None:
    assert "You get this newsletter by e-mail and at a meeting." in page(vale).text


def test_it_names_its_records_once_at_its_end(vale: PlansFolder) -> None:
    found = page(vale, text="[[results vale]]\n\n[[you-said vale]]\n")
    sources = [one.text for one in found.every("p", "class") if one.attributes["class"] == "source"]
    assert sources == [
        "Source: Speed watch of the vale, Hill Town Council, as at May 2022.",
        "Source: What volunteers of the vale raised, Hill Town Council, as at June 2022.",
    ]


def test_it_says_as_of_which_day_its_lists_are_where_a_record_has_gone_on(
    vale: PlansFolder,
) -> None:
    assert "shown as they stood on 10 June 2022, the day of this newsletter" in page(vale).text
    vale.edit(LOG, "as_at: 2022-06", "as_at: 2022-05")
    vale.edit(LOG, "raised: {on: 2022-06-20}", "raised: {on: 2022-05-20}")
    assert "as they stood on" not in page(vale).text


def test_nothing_is_said_of_ways_that_are_not_stated(vale: PlansFolder) -> None:
    put_newsletter(vale, HEAD.replace("channels: [email, meeting]\n", ""))
    assert "You get this newsletter" not in page(vale).text


def test_issues_lead_to_the_one_before_and_the_one_after(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND, file=JULY)
    ways = {
        one.attributes["rel"]: one.attributes["href"]
        for one in page(vale).every("a")
        if "rel" in one.attributes
    }
    assert ways == {"next": "../2022-07/"}
    ways = {
        one.attributes["rel"]: one.attributes["href"]
        for one in page(vale, JULY).every("a")
        if "rel" in one.attributes
    }
    assert ways == {"prev": "../2022-06/"}


def test_its_summary_stands_there_to_be_copied_with_its_length(vale: PlansFolder) -> None:
    put_newsletter(vale, f"{HEAD}summary: May was dry, and you stood there three times.\n")
    found = page(vale)
    summary = of_class(found, "copyable")
    words = "May was dry, and you stood there three times."
    assert summary.text == f"{words}{ADDRESS}newsletters/2022-06/"
    assert f"In {len(words)} characters, for a message, with its address" in found.text


def test_a_newsletter_about_invented_data_says_so_first(vale: PlansFolder) -> None:
    assert "Example data" not in page(vale).text
    for file in ("vale/programme.yml", LOG):
        vale.edit(file, "publisher:", "example: true\npublisher:")
    assert page(vale).text.lstrip().startswith("Example data.")


def test_data_in_its_text_is_of_its_period_where_no_other_is_written(vale: PlansFolder) -> None:
    assert "What sessions found: May 2022" in page(vale, text="[[results vale]]\n").text
    whole = page(vale, text="[[results vale period=2022/23]]\n").text
    assert "What sessions found: the financial year 2022/23" in whole


def test_all_forms_lie_beside_the_page(vale: PlansFolder) -> None:
    assert [one.address for one in newsletter(vale).files] == [
        f"newsletters/2022-06/{name}"
        for name in ("email.html", "newsletter.txt", "newsletter.eml", "notify.md")
    ]


def test_a_site_without_an_address_has_pages_and_no_forms_that_leave_it(
    vale: PlansFolder,
) -> None:
    made = newsletter(vale, address="")
    assert "What you found in May" in made.html
    assert made.files == ()
    assert output(vale, "").newsletters.feed([made]) == ()


def test_an_email_that_mail_programs_would_clip_is_told(vale: PlansFolder) -> None:
    assert newsletter(vale).warnings == ()
    (warning,) = newsletter(vale, text="A long paragraph of words.\n\n" * (LARGEST // 25)).warnings
    assert "mail programs clip what is over 100 kB" in warning


# What leads to it


def test_an_issue_of_the_log_leads_to_the_newsletters_that_cover_it(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND, file=JULY)
    html = parsed(data_page(vale, "issues/vale/").html)
    (covered,) = [one for one in html.every("tr") if one.attributes.get("id") == "issue-vale-01"]
    assert "In the newsletter: Newsletter 2, 8 July 2022" in covered.text
    ways = [one.attributes["href"] for one in covered.every("a")]
    assert ways[-2:] == ["../../newsletters/2022-07/", "../../newsletters/2022-06/"]


def test_an_issue_that_no_newsletter_covers_leads_to_none(vale: PlansFolder) -> None:
    html = parsed(data_page(vale, "issues/vale/").html)
    (other,) = [one for one in html.every("tr") if one.attributes.get("id") == "issue-vale-02"]
    assert "newsletter" not in other.text


@pytest.mark.parametrize("address", ["issues/vale/", "volunteers/vale/"])
def test_a_record_leads_to_the_newsletters_about_it(vale: PlansFolder, address: str) -> None:
    assert "../../newsletters/2022-06/" in links(vale, address)


def test_the_table_of_issues_names_the_newsletters_that_cover_each(vale: PlansFolder) -> None:
    (file,) = [one for one in output(vale).files if one.address == "issues/vale/issues.csv"]
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert [row["newsletters"] for row in rows] == ["2022-06", "", ""]


# The list of all


def test_the_list_has_every_issue_newest_first(vale: PlansFolder) -> None:
    put_newsletter(vale, SECOND, file=JULY)
    ways = links(vale, "newsletters/")
    assert ways[1:3] == ["2022-07/", "2022-06/"]


def test_the_list_stands_under_what_its_issues_are_about(vale: PlansFolder) -> None:
    head = HEAD.replace("programme: vale\n", "").replace("period: 2022-05\n", "")
    put_newsletter(vale, head.replace("06-10", "07-10"), file=JULY)
    html = parsed(data_page(vale, "newsletters/").html)
    titles = [one.text for one in html.every("h2")][:2]
    assert titles == ["Speed watch of the vale", "What volunteers of the vale raised"]


def test_a_site_without_newsletters_has_no_list_of_them(plans_folder: PlansFolder) -> None:
    assert "newsletters/" not in [one.address for one in output(plans_folder).pages]


def test_the_files_beside_the_list_have_a_row_for_each_issue(vale: PlansFolder) -> None:
    files = {one.address: one.content.decode("utf-8-sig") for one in output(vale).files}
    (row,) = csv.DictReader(io.StringIO(files["newsletters/newsletters.csv"]))
    assert row["id"] == "2022-06"
    assert row["date"] == "2022-06-10"
    assert (row["first_day"], row["last_day"]) == ("2022-05-01", "2022-05-31")
    assert (row["issues"], row["channels"]) == ("vale-01", "email; meeting")
    data = json.loads(files["newsletters/data.json"])
    assert data["newsletters"] == [row]
    assert data["counts"] == {"newsletters": 1}
