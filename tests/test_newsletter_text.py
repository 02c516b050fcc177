"""A newsletter as plain text: 72 columns, every link written out, nothing lost."""

from __future__ import annotations

import re
import unicodedata
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailed import PAGE, a_mail, a_paragraph, a_row, a_table, items, linked, pieces
from planboard.saying.views.newsletter.blocks import (
    Cell,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Quote,
    Row,
    Rule,
    Table,
    Verbatim,
)
from planboard.saying.views.parts import Link
from planboard.showing.newsletter.text import WIDTH, text

if TYPE_CHECKING:
    from planboard.saying.views.newsletter.blocks import Block

LONG = "https://hill.example/volunteers/vale/sites/"
SHORT = "https://hill.example/a/"


def columns(line: str) -> int:
    wide = {"W", "F"}
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in wide)
        for one in line
    )


def written(*blocks: Block) -> str:
    """Return what stands between the address of the page and how to leave the list.

    The addresses that follow that come last.
    """
    whole = text(a_mail(*blocks)).partition(f"{PAGE}\n")[2]
    before, _, after = whole.partition("* * *\n\nTo stop")
    addresses = after.partition("\n\n\n")[2]
    return "\n\n\n".join(one.strip("\n") for one in (before, addresses) if one.strip("\n"))


def lines(given: str) -> str:
    return dedent(given).strip("\n")


# The whole.


def test_a_text_begins_with_the_address_of_the_web_page() -> None:
    assert text(a_mail()).splitlines()[:2] == ["Read this newsletter on the website:", PAGE]


def test_a_text_ends_with_how_to_stop_getting_it() -> None:
    leave = (
        "To stop getting this newsletter:",
        (
            Link("leave this list", "https://hill.example/leave"),
            Link("write to news@hill.example", "mailto:news@hill.example"),
        ),
    )
    assert text(a_mail(a_paragraph("Hello."), leave=leave)).endswith(
        "\n\nTo stop getting this newsletter:\n"
        "- leave this list: https://hill.example/leave\n"
        "- write to news@hill.example\n"
    )


def test_a_text_ends_with_one_new_line() -> None:
    assert re.search(r"[^\n]\n\Z", text(a_mail(a_paragraph("Hello."), Rule())))


# Headings and paragraphs.


def test_headings_are_underlined_by_their_level() -> None:
    found = written(*(Heading(level, pieces(f"Level {level}")) for level in (1, 2, 3)))
    assert found == "Level 1\n=======\n\n\nLevel 2\n-------\n\nLevel 3\n......."


def test_a_long_heading_is_underlined_as_far_as_its_longest_line() -> None:
    first, second, line = written(Heading(1, pieces("word " * 20))).splitlines()
    assert columns(first) <= WIDTH
    assert second
    assert line == "=" * len(first)


def test_a_paragraph_is_broken_at_spaces_and_keeps_its_own_breaks() -> None:
    found = written(a_paragraph("one " * 20, Piece("\n"), "two"))
    first, second, third = found.splitlines()
    assert (columns(first), second, third) == (71, "one one", "two")


def test_words_with_a_no_break_space_stay_on_one_line() -> None:
    found = written(a_paragraph("x" * 66, " 30\N{NO-BREAK SPACE}mph", " is the limit"))
    assert found.splitlines()[1] == "30\N{NO-BREAK SPACE}mph is the limit"


def test_wide_letters_count_as_two_columns() -> None:
    found = written(a_paragraph(" ".join(["村の速度"] * 12)))
    assert max(map(columns, found.splitlines())) == 71


def test_a_word_longer_than_a_line_is_broken() -> None:
    assert written(a_paragraph("x" * 80)).splitlines() == ["x" * 72, "x" * 8]


# Links.


def test_a_short_address_stands_behind_its_words() -> None:
    assert written(a_paragraph("See ", linked("the page", SHORT), ".")) == (
        f"See the page <{SHORT}>."
    )


def test_a_list_that_is_said_of_a_label_stands_below_it() -> None:
    pairs = Pairs(((pieces("Sites"), (items("a", "b"),)), (pieces("Teams"), (items("c"),))))
    assert written(pairs) == "Sites:\n- a\n- b\n\nTeams:\n- c"


def test_a_long_address_is_numbered_and_written_out_at_the_end() -> None:
    assert written(a_paragraph("See ", linked("the sites", LONG), ".")) == lines(
        f"""
        See the sites [1].


        Addresses
        ---------

        [1] {LONG}
        """
    )


def test_the_same_address_has_the_same_number() -> None:
    found = written(
        a_paragraph(linked("A", LONG), ", ", linked("B", LONG + "2/"), ", ", linked("C", LONG))
    )
    assert found.splitlines()[0] == "A [1], B [2], C [1]"
    assert found.count(f"{LONG}\n") == 1


def test_the_number_of_an_address_is_never_alone_on_a_line() -> None:
    found = written(a_paragraph("x" * 66, " ", linked("sites", LONG), " of May"))
    assert found.splitlines()[1] == "sites [1] of May"


def test_a_link_of_which_a_part_is_strong_has_one_number() -> None:
    found = written(a_paragraph(linked("all ", LONG), Piece("sites", url=LONG, strong=True), "."))
    assert found.splitlines()[0] == "all sites [1]."


@pytest.mark.parametrize("url", [SHORT, LONG, "mailto:news@hill.example"])
def test_words_that_are_their_address_are_written_once(url: str) -> None:
    words = url.removeprefix("mailto:")
    assert written(a_paragraph("See ", linked(words, url), ".")) == f"See {words}."


def test_a_mailbox_is_written_out() -> None:
    found = written(a_paragraph(linked("Write to us", "mailto:news@hill.example")))
    assert found == "Write to us <news@hill.example>"


def test_an_address_longer_than_a_line_is_whole_and_alone_on_its_line() -> None:
    url = f"https://hill.example/{'a' * 80}/"
    numbered = written(items([a_paragraph(linked("the sites", url))]))
    in_words = written(items([a_paragraph(f"See {url} there")]))
    assert url in numbered.splitlines()
    assert in_words.splitlines() == ["-", "See", url, "there"]


# Lists, quotes, and lines as they are.


def test_lists_have_dashes_and_hanging_indents() -> None:
    found = written(items("one " * 20, [a_paragraph("two"), items("a", "b")]))
    assert found == f"- {('one ' * 17).strip()}\n  one one one\n- two\n  - a\n  - b"


def test_numbered_lists_go_on_from_their_first_number() -> None:
    assert written(items("a", "b", start=9)) == "9.  a\n10. b"


def test_items_of_several_paragraphs_have_room_between_them() -> None:
    found = written(items([a_paragraph("a"), a_paragraph("b")], "c"))
    assert found == "- a\n\n  b\n\n- c"


def test_quotes_have_a_sign_on_every_line() -> None:
    assert written(Quote((a_paragraph("a"), a_paragraph("b")))) == "> a\n>\n> b"


def test_lines_that_are_shown_as_they_are_keep_their_spaces() -> None:
    assert written(Verbatim("a   b\n    c  \n")) == "a   b\n    c"


# Pairs and tables.


def test_labels_are_aligned_with_what_is_said_of_them() -> None:
    found = written(
        Pairs(
            (
                (pieces("Sessions"), (a_paragraph("7 of 10 planned"),)),
                (pieces("Second letters"), (a_paragraph("[c]"),)),
            )
        )
    )
    assert found == "Sessions:       7 of 10 planned\nSecond letters: [c]"


def test_what_is_said_of_a_long_label_stands_below_it() -> None:
    label = "How many vehicles were over the threshold"
    assert written(Pairs(((pieces(label), (a_paragraph("26"),)),))) == f"{label}:\n  26"


def test_a_table_that_fits_is_aligned_with_figures_at_the_right() -> None:
    rows = [a_row("April", "3", "412"), a_row("May", "12", "1,132")]
    assert written(a_table("Month", "Sessions", "Vehicles", rows=rows)) == lines(
        """
        By month

        Month  Sessions  Vehicles
        -----  --------  --------
        April         3       412
        May          12     1,132
        """
    )


def test_the_names_of_narrow_columns_are_broken() -> None:
    heads = ("Month", *(f"{name} letters or visits" for name in ("First", "Second", "Third")))
    found = written(a_table(*heads, rows=[a_row("April", "3", "[c]", "0")], caption=""))
    assert max(map(columns, found.splitlines())) <= WIDTH
    assert found.splitlines()[-1].split() == ["April", "3", "[c]", "0"]
    assert re.sub(r"\s+", " ", found).count("letters") == 3


def test_a_table_that_does_not_fit_has_the_name_of_the_column_before_each_value() -> None:
    long = "a site at which nobody has noted anything down for a long time"
    rows = [a_row("Oak End", "3", long), a_row("Mill Lane", "", "none")]
    assert written(a_table("Site", "Sessions", "What to know", rows=rows)) == lines(
        """
        By month

        Site: Oak End
          Sessions:     3
          What to know: a site at which nobody has noted anything down for a
                        long time

        Site: Mill Lane
          Sessions:     -
          What to know: none
        """
    )


def test_a_cell_with_more_than_a_line_is_not_squeezed_into_a_column() -> None:
    cell = Cell((a_paragraph("Two batteries"), a_paragraph("were bought")))
    table = Table((), (pieces("Done"),), (Row((cell,)),))
    assert written(table) == "Done: Two batteries\n      were bought"


def test_a_bar_is_left_out_and_its_number_stays() -> None:
    cell = Cell((a_paragraph("26"),), is_number=True, share=40)
    assert written(Table((), (pieces("Over"),), (Row((cell,)),))) == "Over\n----\n  26"


# Whatever is written.

WORDS = st.text(
    st.sampled_from("ab1,. \N{NO-BREAK SPACE}村é-[]():"), min_size=1, max_size=90
) | st.sampled_from([f" https://hill.example/{'a' * 70} ", "1,132 of 26,000 (4.4%)"])
PIECES = st.lists(
    st.builds(Piece, WORDS, url=st.sampled_from(["", SHORT, LONG, f"{LONG}{'b' * 60}"])),
    min_size=1,
    max_size=4,
).map(tuple)
PARAGRAPHS = st.builds(Paragraph, PIECES)
CELLS = st.builds(Cell, st.lists(PARAGRAPHS, max_size=2).map(tuple), is_head=st.booleans())
TABLES = st.builds(
    lambda heads, rows: Table((), tuple(heads), tuple(Row(tuple(row)) for row in rows)),
    st.lists(PIECES, min_size=2, max_size=2),
    st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=2),
)


def _nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    several = st.lists(some, min_size=1, max_size=2).map(tuple)
    return (
        st.builds(Items, several, st.sampled_from([None, 1, 99]))
        | st.builds(Quote, some)
        | st.builds(Pairs, st.lists(st.tuples(PIECES, some), min_size=1, max_size=2).map(tuple))
    )


BLOCKS = st.recursive(
    PARAGRAPHS | TABLES | st.builds(Heading, st.integers(2, 4), PIECES), _nested, max_leaves=6
)


def _said(block: Block) -> list[str]:
    """Return the words of every piece of a block."""
    match block:
        case Heading() | Paragraph():
            return [one.text for one in block.pieces]
        case Items():
            return [words for item in block.items for one in item for words in _said(one)]
        case Quote():
            return [words for one in block.blocks for words in _said(one)]
        case Pairs():
            return [
                words
                for label, blocks in block.pairs
                for words in (*(one.text for one in label), *(w for b in blocks for w in _said(b)))
            ]
        case Table():
            return [
                words
                for row in block.rows
                for cell in row.cells
                for one in cell.blocks
                for words in _said(one)
            ]
        case _:
            return []


@given(BLOCKS)
def test_no_line_is_too_long_unless_an_address_is_alone_on_it(block: Block) -> None:
    for line in text(a_mail(block)).splitlines():
        words = line.lstrip("> ")
        assert columns(line) <= WIDTH or ("://" in words and " " not in words)


@given(BLOCKS)
def test_no_line_ends_in_a_space(block: Block) -> None:
    assert all(line == line.rstrip() for line in text(a_mail(block)).splitlines())


@given(BLOCKS)
def test_no_letter_is_lost(block: Block) -> None:
    found = re.sub(r"[\s>]", "", text(a_mail(block)))
    for words in _said(block):
        for word in words.split():
            assert word.strip("-[]:") in found
