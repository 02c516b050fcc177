"""Blanks: each one is told with its place, and nothing else is taken for one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from planboard.reading import documents
from planboard.rules import blanks
from planboard.truth.entries import Library, Writing
from planboard.words.problems import Level, Place, Problem


def found(*writings: Writing) -> list[Problem]:
    return list(blanks.check(Library(writings=writings)))


def in_page(text: str) -> list[str]:
    return [str(one) for one in found(Writing("content/about.md", text))]


def in_register(text: str, *values: tuple[tuple[int, int], str]) -> list[str]:
    file = "plans/registers/site.yml"
    assert not documents.read(text.encode(), file).problems
    told = tuple((Place(file, *place), value) for place, value in values)
    return [str(one) for one in found(Writing(file, text, told))]


def test_a_blank_of_a_page_is_told_with_what_belongs_there_and_a_way_out() -> None:
    (said,) = in_page("# About\n\nThis site is run by FILL IN the name of your organisation.\n")

    assert said == (
        'content/about.md:3:21: This blank is still to be filled in: "the name of your '
        'organisation". Write it in place of the words; if '
        "it is written already, take away FILL IN."
    )


def test_a_blank_is_a_warning_with_a_code() -> None:
    (problem,) = found(Writing("content/about.md", "FILL IN who you are"))

    assert (problem.level, problem.code) == (Level.WARNING, "blank")


def test_every_blank_is_told() -> None:
    assert len(in_page("FILL IN one FILL IN two\nFILL IN three, then FILL IN four.")) == 4


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("FILL IN who you are.", "who you are"),
        ("FILL IN who you are, and more", "who you are"),
        (
            "FILL IN an address like www.example.org/plans: here",
            "an address like www.example.org/plans",
        ),
        ("(FILL IN who you are)", "who you are"),
        ("FILL IN who\nyou are", "who"),
        ("FILL IN who you are FILL IN where", "who you are"),
        ("FILL IN West Mercia Police.", "West Mercia Police"),
    ],
)
def test_what_belongs_there_ends_with_the_clause_or_the_line(text: str, what: str) -> None:
    assert f'filled in: "{what}".' in in_page(text)[0]


def test_a_blank_that_says_no_more_is_told_too() -> None:
    assert "This blank is still to be filled in. Write" in in_page("Run by FILL IN.")[0]


@pytest.mark.parametrize(
    "text", ["Please fill in the form.", "PLEASE FILL IN THE FORM", "REFILL IN March", "fILL IN x"]
)
def test_ordinary_words_are_no_blank(text: str) -> None:
    assert in_page(text) == []


def test_a_blank_of_a_register_is_told_where_it_stands() -> None:
    text = dedent("""\
        format: 1
        title: Plans of
          Hill Town, FILL IN the county
        """)

    said = in_register(text, ((1, 9), "1"), ((2, 8), "Plans of Hill Town, FILL IN the county"))

    assert [one.partition(": ")[0] for one in said] == ["plans/registers/site.yml:3:14"]


def test_two_blanks_in_one_value_have_two_places() -> None:
    text = "title: FILL IN one, FILL IN two\n"

    said = in_register(text, ((1, 8), "FILL IN one, FILL IN two"))

    assert [one.partition(": ")[0] for one in said] == [
        "plans/registers/site.yml:1:8",
        "plans/registers/site.yml:1:21",
    ]


def test_a_blank_that_only_shows_when_it_is_read_has_the_place_of_its_value() -> None:
    said = in_register('title: "F\\x49LL IN one"\n', ((1, 8), "FILL IN one"))

    assert said[0].startswith("plans/registers/site.yml:1:8: ")


def test_a_comment_of_a_register_is_no_blank() -> None:
    text = "# FILL IN what you know\nformat: 1\n"

    assert in_register(text, ((2, 1), "format"), ((2, 9), "1")) == []
