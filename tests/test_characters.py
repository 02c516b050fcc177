"""What becomes of bytes, and which letters are taken for others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planboard.reading import characters
from planboard.reading.characters import unmask

GREEK_ALPHA = "\N{GREEK CAPITAL LETTER ALPHA}"
GREEK_RHO = "\N{GREEK CAPITAL LETTER RHO}"
CYRILLIC_ER = "\N{CYRILLIC CAPITAL LETTER ER}"
CYRILLIC_A = "\N{CYRILLIC SMALL LETTER A}"


def told(data: bytes) -> str:
    text, problems = characters.decode(data, "plan.yml")
    assert text is None
    assert len(problems) == 1
    return str(problems[0])


def complaints(text: str) -> list[str]:
    return [str(one) for one in characters.decode(text.encode(), "plan.yml")[1]]


# Bytes


@pytest.mark.parametrize("data", [b"title: \xc3\xa9", b"\xef\xbb\xbftitle: \xc3\xa9"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(data: bytes) -> None:
    assert characters.decode(data, "plan.yml") == ("title: é", ())


def test_every_line_end_becomes_a_line_feed() -> None:
    assert characters.decode(b"a\r\nb\rc\nd\r\n", "plan.yml") == ("a\nb\nc\nd\n", ())


def test_nothing_at_all_is_empty_text() -> None:
    assert characters.decode(b"", "plan.yml") == ("", ())


def test_windows_1252_is_named_with_its_letter_and_its_place() -> None:
    assert told(b"format: 1\ntitle: red \x96 amber\n") == (
        'plan.yml:2:12: This file is not UTF-8 text: byte 0x96, probably "–" from Windows-1252.'
        " In Notepad choose Save as, Encoding UTF-8."
    )


def test_the_place_of_a_bad_byte_counts_characters_after_the_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf" + "é𝄞\r\né𝄞".encode() + b"\xe9"
    assert told(data).startswith("plan.yml:2:3: ")


def test_a_byte_that_no_windows_letter_has_is_named_alone() -> None:
    assert told(b"\x81") == (
        "plan.yml:1:1: This file is not UTF-8 text: byte 0x81."
        " In Notepad choose Save as, Encoding UTF-8."
    )


def test_half_a_character_is_named_as_that() -> None:
    assert "half a character (U+D83D)" in told("\ud83d".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert told("title: Safer streets\n".encode(encoding)) == (
        "plan.yml: This file is in UTF-16 instead of UTF-8."
        " In Notepad choose Save as, Encoding UTF-8."
    )


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (b"PK\x03\x04", "a spreadsheet or Word document (a zip file)"),
        (b"\xd0\xcf\x11\xe0", "an old Excel or Word document"),
        (b"%PDF-1.7", "a PDF document"),
        (b"{\\rtf1", "a rich text document"),
    ],
)
def test_an_office_file_that_poses_as_text_is_named(start: bytes, what: str) -> None:
    assert told(start + bytes(range(256))) == (
        f"plan.yml: This is {what}, not a text file. Open it in its own program, copy the text"
        " and save it as plain text in UTF-8."
    )


# Characters that no text needs


@pytest.mark.parametrize("letter", ["\0", "\x07", "\x0b", "\x1b", "\x7f", "\x80", "\ufffe"])
def test_a_control_character_is_an_error_at_its_place(letter: str) -> None:
    (found,) = complaints(f"one\ntwo {letter}\n")
    assert found == (
        f"plan.yml:2:5: The control character U+{ord(letter):04X} cannot be seen and has no place"
        " in a text. Delete it."
    )


@pytest.mark.parametrize("letter", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
def test_a_character_that_turns_text_round_is_an_error(letter: str) -> None:
    name = unicodedata.name(letter).lower()
    (found,) = complaints(f"a{letter}")
    assert found == (
        f"plan.yml:1:2: The character U+{ord(letter):04X} ({name}) cannot be seen and turns text"
        " round. Delete it."
    )


def test_a_forbidden_character_leaves_the_rest_in_its_place() -> None:
    assert characters.decode(b"a\x07b", "plan.yml")[0] == "a\ufffdb"


def test_five_forbidden_characters_are_shown_and_the_rest_counted() -> None:
    found = complaints("\x07" * 12)
    assert len(found) == 6
    assert found[-1] == "plan.yml:1:6: And 7 more like this."


@pytest.mark.parametrize("letter", [*"\x85\u2028\u2029"])
def test_a_hidden_line_break_is_read_as_a_space_with_a_warning(letter: str) -> None:
    text, problems = characters.decode(f"a{letter}b".encode(), "plan.yml")
    assert text == "a b"
    assert [problem.level for problem in problems] == ["warning"]
    assert str(problems[0]).startswith(f"plan.yml:1:2: The character U+{ord(letter):04X} is a line")


@pytest.mark.parametrize("text", ["a\tb\n", "é𝄞", "a\u00a0b", "a\u200db", "\ufffd"])
def test_other_characters_are_nobodys_business(text: str) -> None:
    assert characters.decode(text.encode(), "plan.yml") == (text, ())


@given(st.binary())
def test_any_bytes_are_text_or_a_problem(data: bytes) -> None:
    text, problems = characters.decode(data, "plan.yml")
    assert text is not None or problems


# Letters that pose as others


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (GREEK_ALPHA, "A"),
        (f" {GREEK_ALPHA} ", " A "),
        (GREEK_RHO, "P"),
        (CYRILLIC_ER, "P"),
        ("\N{CYRILLIC CAPITAL LETTER VE}", "B"),
        ("\N{CYRILLIC CAPITAL LETTER EN}", "H"),
        ("\N{CYRILLIC CAPITAL LETTER ES}", "C"),
        ("\N{GREEK CAPITAL LETTER ETA}", "H"),
        (f"{GREEK_ALPHA}{GREEK_RHO}", "AP"),
        (f"\N{CYRILLIC SMALL LETTER O}14-{CYRILLIC_A}04", "o14-a04"),
        (f"o14-{CYRILLIC_A}04", "o14-a04"),
    ],
)
def test_a_code_of_one_or_two_letters_is_read_by_its_looks(written: str, read: str) -> None:
    assert unmask(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f"{GREEK_ALPHA}mber", "Amber"),
        (f"{CYRILLIC_A}mber and red", "amber and red"),
        (f"area-le{CYRILLIC_A}d", "area-lead"),
        (f"not_r{CYRILLIC_A}ted", "not_rated"),
        (f"caf\N{LATIN SMALL LETTER E WITH ACUTE}{CYRILLIC_A}", "caféa"),
    ],
)
def test_a_look_alike_among_latin_letters_is_read_as_latin(written: str, read: str) -> None:
    assert unmask(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "amber",
        "Łódź, Zażółć",
        "\N{GREEK CAPITAL LETTER ALPHA}\N{GREEK SMALL LETTER NU}\N{GREEK SMALL LETTER ALPHA}",
        "\N{CYRILLIC CAPITAL LETTER ES}\N{CYRILLIC CAPITAL LETTER ER}\N{CYRILLIC CAPITAL LETTER A}",
        f"Anna, {CYRILLIC_A} friend",
        "10 k\N{GREEK CAPITAL LETTER OMEGA}",
        f"{CYRILLIC_A}\N{CYRILLIC SMALL LETTER BE}",
        f"b\N{CYRILLIC SMALL LETTER BE}{CYRILLIC_A}",
        "",
    ],
)
def test_text_in_another_script_stays_as_it_is(text: str) -> None:
    assert unmask(text) == text


@given(st.text())
def test_unmasking_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(unmask(text)) == len(text)


@given(st.text(st.characters(max_codepoint=0x36F)))
def test_unmasking_leaves_latin_text_alone(text: str) -> None:
    assert unmask(text) == text
