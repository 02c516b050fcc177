"""A newsletter for a template of GOV.UK Notify: only what Notify knows, and no sign comes alive."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailed import PAGE, a_mail, a_paragraph, a_row, a_table, items, linked, pieces
from planboard.saying.views.newsletter.blocks import (
    Cell,
    Heading,
    Pairs,
    Piece,
    Quote,
    Row,
    Rule,
    Table,
    Verbatim,
)
from planboard.saying.views.parts import Link
from planboard.showing.newsletter.notify import markdown

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.blocks import Block

URL = "https://hill.example/sites/"
NO_BREAK = "\N{NO-BREAK SPACE}"


def written(*blocks: Block) -> str:
    """Return what stands between the link to the page and how to leave the list."""
    whole = markdown(a_mail(*blocks))
    return whole.partition(f"({PAGE})\n\n")[2].rpartition("\n\n---\n\nTo stop")[0]


def lines(given: str) -> str:
    return dedent(given).strip("\n")


# The whole.


def test_it_begins_with_a_link_to_the_page() -> None:
    assert markdown(a_mail()).startswith(f"[Read this newsletter on the website]({PAGE})\n")


def test_it_ends_with_how_to_stop_getting_it() -> None:
    ways = (Link("leave this list", "https://hill.example/leave"),)
    assert markdown(a_mail(leave=("To stop getting it:", ways))).endswith(
        "\n\n---\n\nTo stop getting it:\n\n* [leave this list](https://hill.example/leave)\n"
    )


# What Notify knows.


def test_headings_are_of_two_levels_and_deeper_ones_are_lines() -> None:
    found = written(*(Heading(level, pieces(f"Level {level}")) for level in (1, 2, 3)))
    assert found == "# Level 1\n\n## Level 2\n\nLevel 3"


def test_a_break_of_a_line_stays() -> None:
    assert written(a_paragraph("one", Piece("\n"), "two")) == "one\ntwo"


def test_looks_of_words_are_left_out() -> None:
    looks = (Piece("a", strong=True), Piece("b", emphasis=True), Piece("c", code=True))
    assert written(a_paragraph(*looks)) == "abc"


def test_lists_have_stars_or_numbers() -> None:
    assert written(items("a", "b")) == "* a\n* b"
    assert written(items("a", "b", start=1)) == "1. a\n2. b"


def test_a_list_that_does_not_begin_at_one_is_lines_with_its_numbers() -> None:
    assert written(items("a", "b", start=4)) == "4\\. a\n5\\. b"


def test_a_list_in_a_list_is_lines_with_dashes() -> None:
    assert written(items([a_paragraph("a"), items("b", "c")])) == "* a\n– b\n– c"


def test_two_lists_that_follow_each_other_do_not_become_one() -> None:
    assert written(items("a"), items("b", start=1), items("c")) == "* a\n\n1\\. b\n\n* c"


def test_pairs_are_a_list_of_labels_with_what_is_said_of_them() -> None:
    pairs = Pairs(((pieces("Sessions"), (a_paragraph("7"),)), (pieces("Letters"), ())))
    assert written(pairs) == "* Sessions: 7\n* Letters: –"


def test_a_list_that_is_said_of_a_label_stands_below_it() -> None:
    pairs = Pairs(((pieces("Sites"), (items("a", "b"),)), (pieces("Teams"), (items("c"),))))
    assert written(pairs, items("d")) == "Sites:\n\n* a\n* b\n\nTeams:\n\n* c\n\n– d"


def test_a_table_is_a_list_of_its_rows_with_the_name_of_each_column() -> None:
    rows = [a_row("April", "3", "412"), a_row("May", "12", "1,132")]
    assert written(a_table("Month", "Sessions", "Vehicles", rows=rows)) == lines(
        """
        By month

        * Month: April; Sessions: 3; Vehicles: 412
        * Month: May; Sessions: 12; Vehicles: 1,132
        """
    )


def test_a_row_with_much_in_it_has_a_line_for_each_cell() -> None:
    cell = Cell((a_paragraph("Two batteries were bought"), a_paragraph("They hold their charge")))
    table = Table((), (pieces("Issue"), pieces("Done")), (Row((Cell((a_paragraph("A"),)), cell)),))
    assert written(table) == lines(
        """
        * Issue: A
        Done: Two batteries were bought
        They hold their charge
        """
    )


def test_quotes_are_inset_text() -> None:
    assert written(Quote((a_paragraph("a"), items("b")))) == "^ a\n\n^ – b"


def test_a_line_across_stays() -> None:
    assert written(a_paragraph("a"), Rule(), a_paragraph("b")) == "a\n\n---\n\nb"


# Links.


def test_links_are_words_with_their_address() -> None:
    assert written(a_paragraph("See ", linked("the sites ", URL), "now.")) == (
        f"See [the sites]({URL}) now."
    )


def test_words_that_are_their_address_are_written_once() -> None:
    assert written(a_paragraph("See ", linked(URL, URL), ".")) == f"See {URL}."


def test_brackets_in_an_address_do_not_end_it() -> None:
    found = written(a_paragraph(linked("it", "https://hill.example/a(b)")))
    assert found == "[it](https://hill.example/a%28b%29)"


def test_a_marker_in_the_words_of_a_link_stays() -> None:
    assert written(a_paragraph(linked("[c] letters", URL))) == f"[[c] letters]({URL})"


def test_words_that_would_break_their_link_stand_before_the_address() -> None:
    assert written(a_paragraph(linked("a [ b", URL))) == f"a \\[ b: {URL}"


# Signs that must not come alive.


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("((name))", "(\\(name)\\)"),
        ("(((name??yes)))", "(\\(\\(name??yes)\\)\\)"),
        ("[a](b)", "\\[a\\]\\(b)"),
        ("C:\\#", "C:\\\\#"),
        ("a | b", "a \\| b"),
        ("Look![c]", "Look\\![c]"),
        ("&lpar;", "&amp;lpar;"),
        ("(see https://hill.example/a))", "(see https://hill.example/a) )"),
    ],
)
def test_a_sign_of_notify_in_a_text_does_not_come_alive(words: str, safe: str) -> None:
    assert written(a_paragraph("x ", words)) == f"x {safe}"


@pytest.mark.parametrize(
    "words", ["# one", "#1 of 3", "* a", "- a", "-5", "---", "___", "``` a", "~~~", "[a]: b"]
)
def test_a_sign_at_the_front_of_a_line_does_not_come_alive(words: str) -> None:
    assert written(a_paragraph(words)) == f"\\{words}"
    assert written(a_paragraph("x", Piece("\n"), words)) == f"x\n\\{words}"
    assert written(items(words)) == f"* \\{words}"
    assert written(Quote((a_paragraph(words),))) == f"^ \\{words}"
    assert written(Verbatim(words)) == f"\\{words}"


def test_a_figure_at_the_front_of_a_line_is_no_number_of_a_list() -> None:
    assert written(a_paragraph("3.5% of vehicles")) == "3\\.5% of vehicles"


@pytest.mark.parametrize("words", ["^ a", "• a", "==="])
def test_a_sign_that_takes_no_backslash_stands_behind_a_no_break_space(words: str) -> None:
    assert written(a_paragraph(words)) == f"{NO_BREAK}{words}"


def test_the_front_of_a_line_is_not_that_of_a_value() -> None:
    assert written(Pairs(((pieces("Share"), (a_paragraph("3.5%"),)),))) == "* Share: 3.5%"


@pytest.mark.parametrize(
    "words", ["7 of 10 (70%)", "R&D; news", "[c] second letters", "a * b _c_ #d", "30-40"]
)
def test_words_without_a_meaning_to_notify_stay_as_they_are(words: str) -> None:
    assert written(a_paragraph(words)) == words


SIGNS = st.text(st.sampled_from("a1.#*-_`~[]()!\\|^•=&;: <>"), min_size=1, max_size=20)
PLACE = re.compile(r"\({2}([^()]+)\){2}")
"""What Notify looks for, before it reads any Markdown."""


@given(st.lists(SIGNS, min_size=1, max_size=4), st.lists(SIGNS, max_size=2))
def test_nothing_is_ever_a_place_to_fill_in(plain: list[str], links: list[str]) -> None:
    words = [*(Piece(one) for one in plain), *(linked(one, f"{URL}((a))") for one in links)]
    assert not PLACE.search(markdown(a_mail(a_paragraph(*words), items([a_paragraph(*words)]))))


@given(st.lists(SIGNS, min_size=1, max_size=4))
def test_no_letter_is_lost(plain: list[str]) -> None:
    found = re.sub(r"\\(.)", r"\1", written(a_paragraph(*plain)))
    shown = found.replace("&amp;", "&").replace(NO_BREAK, "")
    assert shown.split() == "".join(plain).split()
