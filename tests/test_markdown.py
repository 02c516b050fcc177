"""Which shortcodes a written page holds, what of it is code, and what is said of slips."""

from __future__ import annotations

import time
from html.parser import HTMLParser

import markdown as python_markdown  # type: ignore[import-untyped] # it carries no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planboard.reading.markdown.page import Shortcode, read

FILE = "content/page.md"
HIDDEN = "[[count a]]"
"""A shortcode that must not be found."""


def found(text: str) -> list[str]:
    """Return the shortcodes of a page in which nothing is wrong."""
    page = read(text, FILE)
    assert page.problems == ()
    return [one.source for one in page.shortcodes]


def only(text: str) -> Shortcode:
    page = read(text, FILE)
    assert page.problems == ()
    assert len(page.shortcodes) == 1
    return page.shortcodes[0]


def words(text: str) -> list[tuple[str, str]]:
    one = only(text)
    return [(word.key, word.value) for word in (*one.words, *one.options)]


def told(text: str) -> str:
    """Return what is said of a page that has one slip and no sound shortcode."""
    page = read(text, "page.md")
    assert page.shortcodes == ()
    assert len(page.problems) == 1
    return str(page.problems[0])


def slips(text: str) -> list[tuple[str, int]]:
    """Return the kind and the column of all that is wrong."""
    return [(one.code, one.place.column) for one in read(text, FILE).problems]


# What a shortcode is


def test_a_page_without_brackets_has_no_shortcodes() -> None:
    assert found("# Safety\n\nA sentence.\n") == []


def test_nothing_at_all_has_no_shortcodes() -> None:
    assert found("") == []


def test_a_shortcode_stands_in_a_sentence() -> None:
    assert found("There are [[count charter-2022]] actions.") == ["[[count charter-2022]]"]


def test_several_stand_on_one_line_in_their_order() -> None:
    text = "[[count a]] of [[count b]][[count c]]."
    assert found(text) == ["[[count a]]", "[[count b]]", "[[count c]]"]


def test_its_name_is_the_first_word() -> None:
    assert only("[[status-table charter-2022]]").name == "status-table"


def test_a_name_may_stand_alone() -> None:
    one = only("[[plans]]")
    assert (one.name, one.words, one.options) == ("plans", (), ())


def test_a_name_in_capitals_is_read_in_lower_case() -> None:
    assert only("[[Status-Table a]]").name == "status-table"


def test_words_and_options_are_kept_apart_and_in_order() -> None:
    one = only("[[action charter-2022 status=red o1-a1 group=soil]]")
    assert [word.value for word in one.words] == ["charter-2022", "o1-a1"]
    assert [(word.key, word.value) for word in one.options] == [
        ("status", "red"),
        ("group", "soil"),
    ]


def test_a_key_in_capitals_is_read_in_lower_case() -> None:
    assert words("[[count a Status=Red]]") == [("", "a"), ("status", "Red")]


def test_double_quotes_hold_words_together() -> None:
    assert words('[[count a owner="chief\'s desk, 2"]]') == [
        ("", "a"),
        ("owner", "chief's desk, 2"),
    ]


def test_single_quotes_hold_words_together() -> None:
    assert words("[[count a owner='the \"desk\"']]") == [("", "a"), ("owner", 'the "desk"')]


def test_a_word_without_a_key_may_stand_in_quotes() -> None:
    assert words("[[count 'two words']]") == [("", "two words")]


def test_an_apostrophe_inside_a_word_is_no_quote() -> None:
    assert words("[[count a owner=chief's]]") == [("", "a"), ("owner", "chief's")]


def test_brackets_in_quotes_close_nothing() -> None:
    assert words('[[count a owner="x ]] y [[ z"]].') == [("", "a"), ("owner", "x ]] y [[ z")]


def test_a_value_may_hold_a_comma_and_an_equals_sign() -> None:
    text = "[[count a status=red,amber x=y=z]]"
    assert words(text) == [("", "a"), ("status", "red,amber"), ("x", "y=z")]


def test_spaces_inside_the_brackets_do_not_matter() -> None:
    assert words("[[ count  a\tstatus=red ]]") == [("", "a"), ("status", "red")]


def test_no_break_spaces_from_word_are_spaces() -> None:
    text = "[[\u00a0count\u00a0a owner='x\u00a0y'\u00a0]]"
    assert words(text) == [("", "a"), ("owner", "x y")]


def test_entities_stay_as_they_are_written() -> None:
    assert words("[[count a owner=A&amp;E]]") == [("", "a"), ("owner", "A&amp;E")]


def test_the_innermost_of_three_brackets_open_a_shortcode() -> None:
    assert found("[[[count a]]](https://example.org)") == ["[[count a]]"]


def test_a_page_of_a_wiki_is_a_shortcode_of_an_unknown_name() -> None:
    assert only("[[Annual Report]]").name == "annual"


# Where it stands


def test_lines_count_from_the_top_of_the_file_and_columns_in_characters() -> None:
    assert str(only("---\ntitle: é\n---\n\n🌱 é [[count a]]").place) == f"{FILE}:5:5"


def test_a_shortcode_knows_its_piece_of_the_text() -> None:
    text = "é\n\nSo [[count a]]."
    one = only(text)
    assert (one.start, one.end) == (6, 17)
    assert one.source == text[6:17]


def test_a_word_knows_where_it_begins_and_where_its_value_does() -> None:
    one = only('\n[[count a status=red owner="x y"]]')
    columns = [(word.place.column, word.value_place.column) for word in (*one.words, *one.options)]
    assert columns == [(9, 9), (11, 18), (22, 28)]
    assert {word.place.line for word in one.options} == {2}


@pytest.mark.parametrize(
    "text",
    [
        "[[plans]]",
        "\n[[plans]]\n",
        "Text.\n\n  [[plans]] \t\n\nText.",
        "Text.\n \t\n[[plans]]\n  \nText.",
        "# Plans\n[[plans]]\n\nText.",
        "---\ntitle: Plans\n---\n[[plans]]\n",
        "- An item\n\n    [[plans]]\n\n- Another",
        "[[plans]]\u00a0",
    ],
)
def test_one_with_empty_lines_around_it_is_alone(text: str) -> None:
    assert only(text).alone


@pytest.mark.parametrize(
    "text",
    [
        "So [[plans]]",
        "[[plans]].",
        "Text.\n[[plans]]",
        "[[plans]]\nText.",
        "[[plans]]\n# Plans",
        "- [[plans]]",
        "> [[plans]]",
        "```\n```\n[[plans]]",
    ],
)
def test_one_with_anything_beside_it_is_not_alone(text: str) -> None:
    assert not only(text).alone


# Front matter


@pytest.mark.parametrize("end", ["---", "...", "--- "])
def test_front_matter_is_passed_over(end: str) -> None:
    assert found(f"---\n# Of this page\ntitle: {HIDDEN}\n{end}\n[[plans]]") == ["[[plans]]"]


def test_front_matter_may_be_all_there_is() -> None:
    assert found(f"---\ntitle: {HIDDEN}\n---") == []


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert found("---\n\n[[plans]]\n\n---\n") == ["[[plans]]"]


def test_front_matter_that_does_not_end_is_none() -> None:
    assert found("---\ntitle: [[plans]]\n") == ["[[plans]]"]


def test_front_matter_stands_at_the_top_alone() -> None:
    assert found("Text.\n\n---\ntitle: [[plans]]\n---\n") == ["[[plans]]"]


# Code


@pytest.mark.parametrize(
    "code",
    [
        f"```\n{HIDDEN}\n```",
        f"~~~\n{HIDDEN}\n~~~",
        f"````\n```\n{HIDDEN}\n```\n````",
        f"~~~\n```\n{HIDDEN}\n~~~",
        f"``` yaml title='x' {{.y}}\n{HIDDEN}\n```  ",
        f"```\n\n{HIDDEN}\n\n```",
        f"- An item\n\n    ```\n\n    {HIDDEN}\n\n    ```",
        f"- ```\n  a\n\n  {HIDDEN}\n  ```",
        f"1. ~~~\n   {HIDDEN}\n   ~~~",
        f"> ```\n> a\n>\n> {HIDDEN}\n> ```",
    ],
)
def test_a_fence_is_passed_over(code: str) -> None:
    assert found(f"Text.\n\n{code}\n\n[[plans]]") == ["[[plans]]"]


@pytest.mark.parametrize("other", ["````", "    ```", "~~~", "``` x"])
def test_a_fence_is_closed_by_one_that_looks_the_same(other: str) -> None:
    assert found(f"```\n{other}\n{HIDDEN}\n```\n\n[[plans]]") == ["[[plans]]"]


def test_a_fence_with_another_indent_closes_where_none_has_the_same() -> None:
    assert found(f"```\n{HIDDEN}\n  ```\n\n[[plans]]") == ["[[plans]]"]


@pytest.mark.parametrize("fence", ["```", "~~~", "    ```yaml"])
def test_a_fence_that_is_not_closed_runs_to_the_end(fence: str) -> None:
    assert found(f"[[plans]]\n\n{fence}\n{HIDDEN}\n\n{HIDDEN} [[count") == ["[[plans]]"]


def test_a_fence_holds_inside_a_comment() -> None:
    assert found(f"<!--\n```\n-->\n{HIDDEN}\n```\n-->\n[[plans]]") == ["[[plans]]"]


@pytest.mark.parametrize(
    "code",
    [
        f"`{HIDDEN}`",
        f"``{HIDDEN}``",
        f"`` ` {HIDDEN} ` ``",
        f"```{HIDDEN}```",
        f"a `b\n{HIDDEN} c` d",
        f"- a `b\n  {HIDDEN} c` d",
        f"> a `b\n> {HIDDEN} c` d",
        f"\\\\`{HIDDEN}`",
        f"\\``{HIDDEN}`",
        f"`\\`\\``{HIDDEN}`",
    ],
)
def test_a_code_span_is_passed_over(code: str) -> None:
    assert found(f"{code} and [[plans]]") == ["[[plans]]"]


def test_a_code_span_ends_at_a_run_of_the_same_length() -> None:
    assert found(f"`a `` {HIDDEN}` [[plans]]") == ["[[plans]]"]


def test_the_longest_of_shorter_runs_ends_a_code_span_that_nothing_else_does() -> None:
    # Python-Markdown makes code of this, and the reader would see the brackets.
    assert found(f"``` a ` {HIDDEN} `` [[plans]]") == ["[[plans]]"]


@pytest.mark.parametrize(
    "text",
    [
        "A ` stands alone: [[plans]]",
        "A `` is no end of a ` span, nor ```: [[plans]]",
        "An escaped \\` opens nothing: [[plans]] `",
    ],
)
def test_a_run_that_is_not_closed_opens_no_code(text: str) -> None:
    assert found(text) == ["[[plans]]"]


@pytest.mark.parametrize(
    "text",
    [
        "One `\n\n[[plans]] `two",
        "One `\n \t\n[[plans]] `two",
        "- One `\n- [[plans]] `two",
        "1. One `\n2. [[plans]] `two",
        "- One `\n    - [[plans]] `two",
        "# One `\n[[plans]] `two",
        "One `\n# [[plans]] `two",
        "One `\n> [[plans]] `two",
        "> One `\n> > [[plans]] `two",
        "> One `\n>\n> [[plans]] `two",
        "One `\n---\n[[plans]] `two",
        "| One ` |\n| --- |\n| [[plans]] `two |",
        "!!! note\n    One\n\n    - `\n    - [[plans]] `two",
    ],
)
def test_a_code_span_does_not_leave_its_paragraph(text: str) -> None:
    assert found(text) == ["[[plans]]"]


def test_a_dash_under_a_line_of_text_begins_no_item() -> None:
    assert found(f"One `\n- {HIDDEN} ` [[plans]]") == ["[[plans]]"]


def test_a_backtick_in_a_shortcode_opens_no_code() -> None:
    text = "[[count a owner='`']] and [[plans]] `"
    assert found(text) == ["[[count a owner='`']]", "[[plans]]"]


def test_four_spaces_make_no_code_since_lists_indent_too() -> None:
    assert found("- One\n\n    [[plans]]") == ["[[plans]]"]


# HTML


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- {HIDDEN} -->",
        f"<!--\n{HIDDEN}\n\n{HIDDEN} [[count\n-->",
        f"<!-- ` --> ` <!-- {HIDDEN} -->",
        f"<pre>\n{HIDDEN}\n</pre>",
        f"<code>{HIDDEN}</code>",
        f'<PRE class="x"\n  id="y"><code>{HIDDEN}</code></Pre >',
        f"<script>{HIDDEN}</script>",
        f"<style>\n\n{HIDDEN}</style>",
        f"<textarea>{HIDDEN}</textarea>",
    ],
)
def test_comments_and_raw_html_of_code_are_passed_over(html: str) -> None:
    assert found(f"{html} [[plans]]") == ["[[plans]]"]


@pytest.mark.parametrize("html", ["<div>", "<codes>", "<pre", "< pre>", "</pre>", "<! --"])
def test_other_html_hides_nothing(html: str) -> None:
    assert found(f"{html} [[plans]] </pre> -->") == ["[[plans]]"]


@pytest.mark.parametrize("html", ["<!--", "<pre>", "<code><pre></code>"])
def test_what_is_never_closed_hides_nothing(html: str) -> None:
    assert found(f"{html} [[plans]]") == ["[[plans]]"]


def test_html_in_a_code_span_opens_nothing() -> None:
    assert found("`<!--` and `<pre>` [[plans]] `-->` `</pre>`") == ["[[plans]]"]


# What else is passed over


@pytest.mark.parametrize(
    "text",
    [
        "\\[[count a]]",
        "\\[[count a",
        "![[count a]]",
        "![[plan.png]](plan.png)",
        "[[1]](https://example.org)",
        "[[1]][ref]",
        "[[1]]: https://example.org",
        "[[a]](https://example.org)",
        "[[A plan, x = y]](plan_(1).pdf)",
        '[[a]](<a b.pdf> "Title")',
        "[[a]](plan.pdf 'Title')",
        "[[a]]()",
        "[[a|b]][ref]",
        "[[a]][]",
        "[[a]]: https://example.org",
        "[[a]]: ../plan.pdf",
        "[[PDF] The plan](plan.pdf)",
        "[[PDF] The plan][ref]",
    ],
)
def test_links_and_images_and_what_is_escaped_are_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["[[ ]]", "[[]]", "[[1, 2], [3, 4]]", "[[ 1 x", "[[", "[[^1]]"])
def test_brackets_without_a_letter_are_no_shortcode(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("behind", [" (so far)", "(of 12 in all)", ": 3 of them", "[[plans]]", "]"])
def test_what_stands_behind_a_shortcode_does_not_make_it_a_link(behind: str) -> None:
    assert found(f"[[count a]]{behind}")[0] == "[[count a]]"


def test_a_backslash_that_is_escaped_itself_escapes_nothing() -> None:
    assert found("\\\\[[plans]]") == ["[[plans]]"]


# What is said of slips


@pytest.mark.parametrize("text", ["[[count a", "[[count\na]]", "[[ count a", "[[count a, b = c ["])
def test_brackets_that_are_not_closed_on_their_line(text: str) -> None:
    assert told(f"So {text}") == (
        "page.md:1:4: The double brackets that open here are not closed. Write ]] behind the last"
        " word, on the same line."
    )


@pytest.mark.parametrize("text", ["[[count a] b", "[[count a]", "[[count a] b]] c"])
def test_brackets_that_are_closed_by_one(text: str) -> None:
    assert told(text) == (
        "page.md:1:1: The double brackets that open here are closed by one bracket only. Write ]]"
        " behind the last word, on the same line."
    )


def test_brackets_that_the_next_ones_cut_off() -> None:
    page = read("[[count a of [[count b]]", FILE)
    assert [one.source for one in page.shortcodes] == ["[[count b]]"]
    assert [one.code for one in page.problems] == ["unclosed-brackets"]


@pytest.mark.parametrize(
    "text",
    [
        "[[Some_Page]]",
        "[[Page|its title]]",
        "[[Some Page|its title, x = y]]",
        "[[Category:Safety]]",
        "[[count2 a]]",
        "[[Übersicht]]",
        "[[status=red]]",
        '[[a"x y"]]',
    ],
)
def test_what_is_no_shortcode_may_stand_in_backticks(text: str) -> None:
    assert told(f"See {text}.") == (
        "page.md:1:5: Double brackets put data of a record on a page, as in [[count"
        f' charter-2022]], and "{text}" names none. To show the brackets as they are, put the whole'
        " in backticks."
    )


@pytest.mark.parametrize("text", ["owner=“x y”", "owner=‘x y’", 'owner=“x y"', "owner=“ x y”"])
def test_curly_quotes_around_a_value(text: str) -> None:
    assert told(f"[[count a {text}]]").endswith(
        'Curly quotes do not hold words together. Type straight ones, as in owner="x y".'
    )
    assert slips(f"[[count a {text}]]") == [("curly-quote", 17)]


@pytest.mark.parametrize(
    ("text", "column"),
    [("[[count “x y”]]", 9), ("[[count a owner=“x]]", 17), ("[[count a owner=“x group=‘y’]]", 17)],
)
def test_curly_quotes_in_other_places(text: str, column: int) -> None:
    assert slips(text)[0] == ("curly-quote", column)


def test_a_curly_quote_that_closes_a_straight_one() -> None:
    assert slips('[[count a owner="x y”]]') == [("curly-quote", 21)]
    assert slips('[[count a owner="x y” group="z"]]') == [("curly-quote", 21)]


def test_a_quote_that_is_not_closed() -> None:
    assert told('[[count a owner="x y]] b') == (
        "page.md:1:17: The quote that opens here is not closed. Put the same quote behind the last"
        " word of the value."
    )


def test_a_quote_and_brackets_that_are_not_closed() -> None:
    assert slips("[[count a, b owner='x y") == [("unclosed-brackets", 1), ("unclosed-quote", 20)]


def test_reading_goes_on_behind_a_quote_that_is_not_closed() -> None:
    assert [one.source for one in read("[[count 'a]] [[plans]]", FILE).shortcodes] == ["[[plans]]"]


def test_text_directly_behind_a_closing_quote() -> None:
    assert told('[[count a owner="x"y]]') == (
        "page.md:1:20: This stands directly behind a quote that ends a value. Put a space before"
        " it, or move the quote to where the value ends."
    )


def test_a_quote_that_only_the_next_shortcode_closes() -> None:
    assert slips('[[count x="a]] and [[count y="b"]]') == [("text-after-quote", 31)]


@pytest.mark.parametrize("text", ["status = red", "Status =red", "status= red"])
def test_spaces_beside_an_equals_sign(text: str) -> None:
    assert told(f"[[count a {text}]]") == (
        "page.md:1:11: There are spaces beside the equals sign. Write status=red without them."
    )


def test_the_right_form_keeps_quotes() -> None:
    assert told('[[count a owner = "x y"]]').endswith('Write owner="x y" without them.')


@pytest.mark.parametrize("text", ["[[count = red]]", "[[count =red]]"])
def test_an_equals_sign_without_a_key(text: str) -> None:
    assert told(text) == (
        "page.md:1:9: No word stands directly before this equals sign. Write one, as in status=red."
    )


def test_a_key_that_is_there_twice() -> None:
    assert told("[[count a status=red STATUS=amber]]") == (
        'page.md:1:22: "status" is there twice. Keep only one of them.'
    )


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[[count a, status=red]]", 10),
        ("[[count, a]]", 8),
        ("[[count a status=red, group=b]]", 21),
        ("[[count a status=red,group=b]]", 21),
        ("[[count a status=red , group=b]]", 22),
        ("[[count a b,c]]", 12),
        ('[[count a owner="x y", group=b]]', 22),
    ],
)
def test_a_comma_between_words(text: str, column: int) -> None:
    assert told(text) == (
        f"page.md:1:{column}: There is a comma between the words here. Leave it out: a space is"
        " enough."
    )


@pytest.mark.parametrize("text", ["status=", "status= group=b", 'status=""', "status=' '"])
def test_a_key_without_a_value(text: str) -> None:
    assert told(f"[[count a {text}]]") == (
        'page.md:1:18: Nothing stands behind "status=". Write a value there, or leave "status="'
        " out."
    )


def test_quotes_with_nothing_between_them() -> None:
    assert told('[[count ""]]') == (
        "page.md:1:9: Nothing stands between these quotes. Write a word there, or delete them."
    )


def test_all_slips_of_a_page_are_told_at_once_in_their_order() -> None:
    text = "---\na: b\n---\n[[count a, b= c=“d”]]\n\nSo [[X_y]], and [[plans]] and [[count"
    page = read(text, FILE)
    assert [(one.code, one.place.line, one.place.column) for one in page.problems] == [
        ("comma", 4, 10),
        ("empty-value", 4, 14),
        ("curly-quote", 4, 17),
        ("not-a-shortcode", 6, 4),
        ("unclosed-brackets", 6, 31),
    ]
    assert [one.source for one in page.shortcodes] == ["[[plans]]"]


def test_a_slip_that_fills_a_page_is_told_a_hundred_times_and_counted() -> None:
    problems = read("[[A_b]]\n" * 120, "page.md").problems
    assert str(problems[-1]) == "page.md:101:1: And 20 more like this."


# Any text


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read(text, FILE)


PIECES = st.sampled_from(
    [
        *("[[", "]]", "[", "]", "count", " a", " b=c", "=", ",", '"', "'", "“", "”", "|", "(", ")"),
        *("`", "``", "```", "~~~", "\\", "!", "\n", "\n\n", " ", "    ", "\u00a0", "- ", "> ", "#"),
        *("<!--", "-->", "<pre>", "</pre>", "---\n", "é: ", "1. ", ":", " owner=“x y”"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_what_is_found_stands_in_the_text_in_order_and_has_its_place(text: str) -> None:
    page = read(text, FILE)
    last = 0
    for one in page.shortcodes:
        assert last <= one.start
        last = one.end
        assert one.source == text[one.start : one.end]
        assert one.source.startswith("[[")
        assert one.source.endswith("]]")
        assert "\n" not in one.source
        before = text[: one.start].split("\n")
        assert (one.place.line, one.place.column) == (len(before), len(before[-1]) + 1)
    for problem in page.problems:
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.place.column >= 1


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "[[",
            "[",
            "]",
            "[[ ",
            "[[a ",
            "[[a]](",
            "[[a] b](",
            '[[a x="',
            "[[a “",
            "[[a x= ",
            "\\[",
        ),
        *("`", "` ", "``` ", "`\n", "`a``b```c", "```\n", "~~~ x\n", "<!--", "<pre>", "<pre", "- "),
        *("> ", "\n", " ", "-", "* ", "---\n", "[[a]]\n\n", "\u00a0"),
    ],
)
def test_a_long_page_of_anything_is_read_in_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    before = time.process_time()
    read(text, FILE)
    assert time.process_time() - before < 4  # some tenths of a second, or minutes


# What Python-Markdown makes of a page

MARK = "\0"
"""Stands before every shortcode that must be found."""
INLINE = st.sampled_from(
    [
        *("some words", "é 🌱", "*so*", "\\`", "&amp;", "[1](https://example.org)", "a_b"),
        *(f"`{HIDDEN}`", f"`` ` {HIDDEN} ``", f"<!-- {HIDDEN} -->", f"\\{HIDDEN}", "`x`"),
        *(f"!{HIDDEN}(x.png)", f"<code>{HIDDEN}</code>", "[[1]](https://example.org)", "[[2]][x]"),
        *(f"{MARK}[[count b]]", f"({MARK}[[count b owner='x ` y']])", f"*{MARK}[[action b c]]*"),
    ]
)
STRAY = st.sampled_from(["", "", " `", " ``"])
"""Backticks that nothing closes in their paragraph."""
SENTENCE = st.tuples(st.lists(INLINE, min_size=1, max_size=5).map(" ".join), STRAY).map("".join)
PARAGRAPH = st.lists(INLINE, min_size=1, max_size=5).flatmap(
    lambda pieces: st.tuples(
        st.lists(st.sampled_from([" ", "\n"]), min_size=len(pieces), max_size=len(pieces)), STRAY
    ).map(
        lambda drawn: (
            "Text " + "".join(f"{a}{b}" for a, b in zip(pieces, drawn[0], strict=True)) + drawn[1]
        )
    )
)
FENCE = st.builds(
    lambda fence, info, inside: f"{fence}{info}\n{inside}\n{fence}",
    st.sampled_from(["```", "````", "~~~", "~~~~~"]),
    st.sampled_from(["", " yaml", "py"]),
    st.sampled_from([HIDDEN, f"a\n\n{HIDDEN}", f"<!--\n{HIDDEN}", f"` {HIDDEN}", "[[count"]),
)


def indented(text: str, by: str = "    ") -> str:
    return "\n".join(by + line if line else line for line in text.split("\n"))


def listed(items: list[str], sign: str) -> str:
    return "\n".join(f"{sign} {indented(item).lstrip()}" for item in items)


BLOCK = st.one_of(
    PARAGRAPH,
    SENTENCE.map("## {}".format),
    PARAGRAPH.map(lambda text: indented(text, "> ")),
    st.builds(
        listed, st.lists(PARAGRAPH, min_size=1, max_size=3), st.sampled_from(["-", "*", "1."])
    ),
    st.builds(
        lambda item, below, code: f"- {item}\n\n{indented(below)}\n\n{indented(code)}",
        *(SENTENCE, PARAGRAPH, st.just(f"```\n{HIDDEN}\n```")),
    ),
    st.builds("!!! note\n{}\n\n{}".format, PARAGRAPH.map(indented), PARAGRAPH.map(indented)),
    SENTENCE.map("| a |\n|---|\n| {} |".format),
    FENCE,
    st.sampled_from([f"<!--\n{HIDDEN}\n\n{HIDDEN}\n-->", f"<pre>\n{HIDDEN}\n</pre>", "---"]),
    st.just(f"{MARK}[[status-table b]]"),
)


class Rendered(HTMLParser):
    """Counts a word in a page, inside and outside of code."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self._depth = 0
        self.in_code = self.in_prose = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._depth += tag in {"code", "pre"}

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in {"code", "pre"}

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.in_code += data.count(self._word)
        else:
            self.in_prose += data.count(self._word)


@given(st.lists(BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_every_shortcode_in_prose_is_found_and_none_in_code(marked: str) -> None:
    text = marked.replace(MARK, "")
    page = read(text, FILE)
    assert page.problems == ()
    places = []
    for number, line in enumerate(marked.split("\n"), 1):
        pieces = line.split(MARK)
        places += [(number, sum(map(len, pieces[:at])) + 1) for at in range(1, len(pieces))]
    assert [(one.place.line, one.place.column) for one in page.shortcodes] == places

    for one in reversed(page.shortcodes):
        text = f"{text[: one.start]}TOKEN{text[one.end :]}"
    rendered = Rendered("TOKEN")
    extensions = ["toc", "tables", "fenced_code", "admonition"]
    rendered.feed(python_markdown.markdown(text, extensions=extensions))
    assert (rendered.in_code, rendered.in_prose) == (0, len(places))
