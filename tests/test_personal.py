"""What looks like personal data, however it is written, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planboard.reading.appearance import Appearance
from planboard.rules import personal
from planted import ORDINARY, PLANTED


@pytest.mark.parametrize(("words", "code"), PLANTED.items())
def test_personal_data_is_found_as_what_it_is_and_from_its_first_to_its_last_sign(
    words: str, code: str
) -> None:
    text = f"Seen there: {words}, and gone."
    hits = personal.find(text)
    assert [(hit.kind.code, text[hit.start : hit.end]) for hit in hits] == [(code, words)]


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_phrase_is_nothing_personal(words: str) -> None:
    for text in (words, f"In the year, {words}, and more.", f"  key: {words}\n  other: 12\n"):
        assert personal.find(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crime reference 42", ""),
        ("Crime reference 42990012345.", "42990012345"),
        ("Crime Ref. No. 12345", "12345"),
        ("crime ref AB/123", "AB/123"),
        ("crime number is 2022/12345", "2022/12345"),
        ("Incident 123 of 12 May", "123 of 12 May"),
        ("Log 0456 of the 12/05/2022", "0456 of the 12/05/2022"),
        ("CAD 1234/12MAY22", "1234/12MAY22"),
        ("URN: 22FH/9999/23", "22FH/9999/23"),
        ("police log number 48211", "48211"),
        ("crime 99999/23", "99999/23"),
    ],
)
def test_a_reference_that_only_its_word_gives_away_is_found_without_the_word(
    text: str, words: str
) -> None:
    assert [text[hit.start : hit.end] for hit in personal.find(text)] == [words] * bool(words)


# However it is written


@pytest.mark.parametrize(
    "written",
    [
        "AB12\u00a0CDE",
        "AB12\u2009CDE",
        "AB12&nbsp;CDE",
        "AB\u00ad12 CDE",
        "AB12 C\u200bDE",
        "ＡＢ１２ ＣＤＥ",
        "АВ12 СDЕ",
        "ΑΒ12 CDΕ",
        "AB12%20CDE",
        "AB12\n      CDE",
        "AB12\n    # CDE",
        "AB12\n> CDE",
        "AB12\u2011CDE",
        "A\u0301B12 CDE",
    ],
)
def test_odd_letters_spaces_codes_and_line_breaks_hide_nothing(written: str) -> None:
    text = f"é ½ … Seen: {written}."
    [hit] = personal.find(text)
    assert text[hit.start : hit.end] == written
    assert personal.core(hit.words) == "ab12cde"


def test_an_address_may_run_over_lines_but_not_over_a_paragraph() -> None:
    [hit] = personal.find("12 High Street\n  Hilltown\n  ZZ9 9ZZ")
    assert hit.words == "12 High Street Hilltown ZZ9 9ZZ"
    assert personal.find("12 High Street\n\nThe hall is at ZZ9 9ZZ") == []


def test_a_web_address_of_mail_is_read_like_its_text() -> None:
    [hit] = personal.find("[write](mailto:warden%40mail.example)")
    assert hit.words == "warden@mail.example"


def test_a_phone_number_ends_where_its_figures_are_enough() -> None:
    text = "01.02.2022 01632 960001 2022"
    [hit] = personal.find(text)
    assert hit.words == "01632 960001"


def test_hits_never_overlap_and_the_longest_from_a_place_stands() -> None:
    [hit] = personal.find("12 High Street, 07700 900123, ZZ9 9ZZ")
    assert hit.kind.code == "house-and-postcode"


def test_one_that_follows_what_is_none_is_found_all_the_same() -> None:
    assert [hit.words for hit in personal.find("PC1 ABC 123D")] == ["ABC 123D"]
    assert [hit.words for hit in personal.find("A45 the AB12 CDE")] == ["AB12 CDE"]


# Masks


def test_only_two_signs_and_the_spaces_are_left_by_a_mask() -> None:
    assert personal.masked("AB12 CDE") == "AB•• •••"
    assert (
        personal.without("seen-AB12CDE.jpg and 07700 900123") == "seen-AB•••••.jpg and 07••• ••••••"
    )


# Whatever it is


ALPHABET = st.sampled_from(
    [
        *"AZaz09 \t\n.,:/@#()[]+-_&;%\0ＡАİß½…\u00a0\u00ad\u0301\u00af",
        *("PC ", "07", "+44", "WR1 ", "///", "crime no ", "&nbsp;", "%41", "of 12 May", "12 High "),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(), st.lists(ALPHABET, max_size=60).map("".join)))
def test_no_text_whatever_stops_the_search_and_every_hit_lies_in_it(text: str) -> None:
    last = 0
    for hit in personal.find(text):
        assert last <= hit.start < hit.end <= len(text)
        assert personal.core(text[hit.start : hit.end]) == personal.core(hit.words)
        last = hit.end


@given(st.text())
def test_each_sign_that_is_seen_knows_where_it_is_written(text: str) -> None:
    seen = Appearance(text)
    places = [seen.written_at(at) for at in range(len(seen.text))]
    assert all(0 <= place < len(text) for place in places)
    if len(seen.text) == len(text):
        assert places == list(range(len(text)))
