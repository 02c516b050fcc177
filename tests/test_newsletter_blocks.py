"""Blocks: what a page of HTML says, word for word, without its looks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

import emails
import gallery
from planboard.saying.views.newsletter.blocks import (
    Block,
    Cell,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Quote,
    Rule,
    Table,
    Verbatim,
    words,
)
from planboard.showing.newsletter import blocks, mail, notify
from planboard.showing.newsletter.pieces import flattened
from planboard.showing.newsletter.text import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytest_plugins = ["demonstration"]

PAGE: Final = "https://vale.example/newsletters/a/"
HERE: Final = Piece("on the web page", PAGE)


def read(html: str) -> list[Block]:
    return list(blocks.read(html, PAGE))


def one(html: str) -> Block:
    """Return the only block of some HTML."""
    (found,) = read(html)
    return found


def line(html: str) -> tuple[Piece, ...]:
    """Return the pieces of the only paragraph of some HTML."""
    found = one(html)
    assert isinstance(found, Paragraph)
    return found.pieces


def table(html: str) -> Table:
    found = one(html)
    assert isinstance(found, Table)
    return found


def said(found: Sequence[Block]) -> str:
    """Return every word of some blocks, and a space between any two pieces of a line."""
    return " ".join(piece.text for piece in flattened(found))


def paragraph(text: str, *, quiet: bool = False) -> Paragraph:
    return Paragraph((Piece(text),), quiet=quiet)


# Lines.


def test_space_is_what_a_browser_shows() -> None:
    assert line("<p>\n  One\n\ttwo <b> three </b>four  </p>") == (
        Piece("One two "),
        Piece("three", strong=True),
        Piece(" four"),
    )


def test_words_of_two_elements_without_space_stay_one_word() -> None:
    assert words(line("<p><b>speed</b><i>watch</i></p>")) == "speedwatch"


def test_a_space_that_holds_words_together_is_kept() -> None:
    assert line("<p>20\u00a0mph </p>") == (Piece("20\u00a0mph"),)


def test_looks_are_kept_one_inside_the_other() -> None:
    assert line("<p><b>a <i>b</i></b> <code>c</code></p>") == (
        Piece("a", strong=True),
        Piece(" "),
        Piece("b", strong=True, emphasis=True),
        Piece(" "),
        Piece("c", code=True),
    )


def test_a_line_is_broken_where_the_page_breaks_it() -> None:
    assert line("<p><br>one<br/> two<br></p>") == (Piece("one"), Piece("\n"), Piece("two"))


def test_two_breaks_are_one() -> None:
    assert line("<p>one<br><br>two</p>") == (Piece("one"), Piece("\n"), Piece("two"))


def test_words_beside_a_paragraph_are_paragraphs() -> None:
    assert read("one<p>two</p>three") == [paragraph("one"), paragraph("two"), paragraph("three")]


@pytest.mark.parametrize("name", ["quiet", "source", "chart-note", "marker-key", "newsletter-line"])
def test_words_about_others_are_quiet(name: str) -> None:
    assert one(f'<p class="{name}">As at May.</p>') == paragraph("As at May.", quiet=True)


@pytest.mark.parametrize("name", ["placed-title", "list-title", "entry-title"])
def test_a_title_that_is_no_heading_stands_out(name: str) -> None:
    assert line(f'<p class="{name}">Sites</p>') == (Piece("Sites", strong=True),)


def test_quoted_words_have_their_marks() -> None:
    assert words(line("<p>They said <q>no</q>.</p>")) == "They said “no”."


# Links.


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("../b/", "https://vale.example/newsletters/b/"),
        ("/c/", "https://vale.example/c/"),
        ("#sites", f"{PAGE}#sites"),
        ("https://www.police.uk/", "https://www.police.uk/"),
        ("http://old.example/", "http://old.example/"),
        ("mailto:news@vale.example", "mailto:news@vale.example"),
        ("tel:101", "tel:101"),
        (
            " ../b (2)/?q=a b&c='d'",
            "https://vale.example/newsletters/b%20%282%29/?q=a%20b&c=%27d%27",
        ),
        ("https://vale.example/straße", "https://vale.example/stra%C3%9Fe"),
    ],
)
def test_a_link_has_a_whole_address(written: str, whole: str) -> None:
    assert line(f'<p><a href="{written}">there</a></p>') == (Piece("there", whole),)


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://[", "http:"],
)
def test_an_address_that_leads_nowhere_becomes_plain_words(written: str) -> None:
    assert line(f'<p><a href="{written}">there</a></p>') == (Piece("there"),)


def test_a_link_neither_begins_nor_ends_with_a_space() -> None:
    assert line('<p>See<a href="/"> the site </a>today.</p>') == (
        Piece("See "),
        Piece("the site", "https://vale.example/"),
        Piece(" today."),
    )


def test_a_link_with_words_of_another_look_stays_one_link() -> None:
    found = line(markdown("[See **all** the figures](/a)"))

    assert {one.url for one in found} == {"https://vale.example/a"}
    assert words(found) == "See all the figures"


def test_a_space_between_two_links_leads_nowhere() -> None:
    assert line('<p><a href="/a">one</a> <a href="/b">two</a></p>')[1] == Piece(" ")


def test_a_link_around_paragraphs_is_in_each_of_them() -> None:
    assert read('<a href="/"><p>one</p><p>two</p></a>') == [
        Paragraph((Piece("one", "https://vale.example/"),)),
        Paragraph((Piece("two", "https://vale.example/"),)),
    ]


# Headings.


def test_the_title_comes_first() -> None:
    assert read("<p>Issue 1</p><h1>News</h1>") == [
        Heading(1, (Piece("News"),)),
        paragraph("Issue 1"),
    ]


def test_there_is_one_title_only() -> None:
    assert read("<h1>News</h1><h1>More</h1>") == [
        Heading(1, (Piece("News"),)),
        Heading(2, (Piece("More"),)),
    ]


def test_a_count_behind_a_heading_stands_in_brackets() -> None:
    assert one('<h2>Sites <span class="count">2</span></h2>') == Heading(2, (Piece("Sites (2)"),))


def test_quiet_words_that_are_the_whole_name_stand_in_none() -> None:
    assert one('<h2><span class="quiet">9 entries</span></h2>') == Heading(2, (Piece("9 entries"),))


def test_a_heading_without_words_is_none() -> None:
    assert read("<h2> </h2>") == []


# Lists and what is set apart.


def test_a_list_in_a_list_is_inside_its_item() -> None:
    inner = Items(((paragraph("b"),),))

    assert one(markdown("- a\n    - b\n- c")) == Items(((paragraph("a"), inner), (paragraph("c"),)))


def test_a_numbered_list_begins_where_it_says() -> None:
    assert one('<ol start="4"><li>a</li></ol>') == Items(((paragraph("a"),),), start=4)


NUMBERED: Final = {
    '<ol reversed start="5"><li>a</li><li>b</li></ol>': ["5. a", "4. b"],
    "<ol reversed><li>a</li><li>b</li></ol>": ["2. a", "1. b"],
    '<ol><li>a</li><li value="7"><p>b</p></li><li>c</li></ol>': ["1. a", "7. b", "8. c"],
    "<ol><li>a</li><li></li><li><b>b</b></li></ol>": ["1. a", "3. b"],
    "<ol><li>a</li>b<li>c</li></ol>": ["1. a", "b", "2. c"],
    "<ol><li>a</li><li><ul><li>b</li></ul></li><li value='1'>c</li></ol>": [
        *("1. a", "2.\nb", "1. c")
    ],
}


@pytest.mark.parametrize("html", NUMBERED)
def test_numbers_that_do_not_go_up_one_by_one_are_words(html: str) -> None:
    found = one(html)

    assert isinstance(found, Items)
    assert found.start is None
    assert [words(flattened(item)) for item in found.items] == NUMBERED[html]


def test_numbers_that_go_up_from_a_value_are_those_of_the_list() -> None:
    found = one('<ol start="2"><li value="7">a</li><li hidden>b</li><li value="8">c</li></ol>')

    assert found == Items(((paragraph("a"),), (paragraph("c"),)), start=7)


@pytest.mark.parametrize("number", ["9" * 5000, "four", "", "4.5"])
def test_what_is_no_number_of_an_item_counts_for_nothing(number: str) -> None:
    html = f'<ol start="{number}"><li value="{number}">a</li></ol>'

    assert one(html) == Items(((paragraph("a"),),), start=1)


def test_terms_and_what_is_said_of_them_are_pairs() -> None:
    html = "<dl><div><dt>Found</dt><dd>3</dd></div><dt>Told</dt><dd>1</dd><dd>2</dd></dl>"

    assert one(html) == Pairs(
        (
            ((Piece("Found"),), (paragraph("3"),)),
            ((Piece("Told"),), (paragraph("1"), paragraph("2"))),
        )
    )


def test_what_is_folded_away_is_unfolded_under_its_title() -> None:
    assert read("<details><summary>More</summary><p>a</p></details>") == [
        Paragraph((Piece("More", strong=True),)),
        paragraph("a"),
    ]


def test_a_quote_and_an_admonition_are_set_apart() -> None:
    html = markdown("> a\n\n!!! note\n    b", extensions=["admonition"])

    assert read(html) == [
        Quote((paragraph("a"),)),
        Quote((Paragraph((Piece("Note", strong=True),)), paragraph("b"))),
    ]


def test_lines_of_code_stay_as_they_are() -> None:
    assert one(markdown("    a <b>\n      c")) == Verbatim("a <b>\n  c")


def test_a_line_across_is_kept() -> None:
    assert read("<p>a</p><hr><p>b</p>") == [paragraph("a"), Rule(), paragraph("b")]


# Tables.

MARKDOWN_TABLE: Final = "| Team | Sessions |\n| --- | ---: |\n| Oak | 12 |\n| Elm | few |\n"


def test_a_table_has_the_names_of_its_columns_and_its_rows() -> None:
    found = table(markdown(MARKDOWN_TABLE, extensions=["tables"]))

    assert found.heads == ((Piece("Team"),), (Piece("Sessions"),))
    assert [said(cell.blocks) for row in found.rows for cell in row.cells] == [
        *("Oak", "12"),
        *("Elm", "few"),
    ]


def test_a_column_that_is_set_right_and_a_figure_are_numbers() -> None:
    found = table(markdown(MARKDOWN_TABLE, extensions=["tables"]))

    assert [[cell.is_number for cell in row.cells] for row in found.rows] == [[False, True]] * 2


@pytest.mark.parametrize("text", ["12", "30,493", "3.1%", "£4.50", "[c]", "–", "30 mph", "−2"])
def test_a_figure_is_a_number(text: str) -> None:
    found = table(f"<table><thead><tr><th>a</th></tr></thead><tr><td>{text}</td></tr></table>")

    assert found.rows[0].cells == (Cell((paragraph(text),), is_number=True),)


@pytest.mark.parametrize("text", ["12 of 13", "May 2022", "Not stated", "2022-05-01"])
def test_words_with_figures_are_no_number(text: str) -> None:
    found = table(f"<table><thead><tr><th>a</th></tr></thead><tr><td>{text}</td></tr></table>")

    assert not found.rows[0].cells[0].is_number


def test_a_caption_is_kept_though_it_is_not_seen_on_the_page() -> None:
    inside = "<tr><th>a</th></tr><tr><td>b</td></tr>"
    html = f'<table><caption class="visually-hidden">Sites</caption>{inside}</table>'

    assert words(table(html).caption) == "Sites"


def test_a_table_is_called_as_the_heading_that_names_it() -> None:
    html = (
        '<h2 id="x">Benefits</h2>'
        '<table aria-labelledby="x"><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></table>'
    )

    found = read(html)[1]
    assert isinstance(found, Table)
    assert words(found.caption) == "Benefits"


def test_the_first_row_names_the_columns_where_it_has_nothing_but_names() -> None:
    assert table("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>").heads == ((Piece("a"),),)


def test_a_table_that_does_not_name_its_columns_is_pairs_or_a_list() -> None:
    named = "<table><tr><th scope='row'>Found</th><td>3</td></tr></table>"
    bare = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"

    assert one(named) == Pairs((((Piece("Found"),), (paragraph("3"),)),))
    assert one(bare) == Items(((paragraph("a"), paragraph("b")), (paragraph("c"),)))


def test_a_table_that_is_called_as_what_it_stands_in_has_no_caption() -> None:
    inside = "<table aria-labelledby='x'><tr><th>a</th></tr><tr><td>b</td></tr></table>"
    found = read(f"<div id='x'>{inside}</div>")[0]

    assert isinstance(found, Table)
    assert len(found.rows) == 1


def test_a_row_that_names_the_rows_under_it_has_one_cell() -> None:
    found = table(
        "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>"
        '<tr><th scope="rowgroup" colspan="2">North</th></tr><tr><td>1</td><td>2</td></tr>'
        "</tbody></table>"
    )

    assert found.rows[0].cells == (Cell((paragraph("North"),), is_head=True),)


def test_a_cell_over_two_rows_is_said_in_both() -> None:
    found = table(
        "<table><tr><th>a</th><th>b</th></tr>"
        "<tr><td rowspan='2'>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
    )

    assert [said(cell.blocks) for row in found.rows for cell in row.cells] == ["1", "2", "1", "3"]


def test_every_row_has_as_many_cells_as_there_are_columns() -> None:
    found = table(
        "<table><tr><th>a</th><th>b</th><th>c</th></tr>"
        "<tr><td>1</td></tr><tr><td colspan='2'>2</td><td>3</td><td>4</td></tr></table>"
    )

    assert {len(row.cells) for row in found.rows} == {len(found.heads)}


def test_a_cell_over_more_columns_than_anyone_counts_is_read() -> None:
    html = f'<table><tr><td colspan="{"9" * 5000}" rowspan="{"9" * 5000}">a</td></tr></table>'

    assert said(read(html)) == "a"


def test_the_foot_of_a_table_comes_last() -> None:
    found = table(
        "<table><tfoot><tr><th>All</th></tr></tfoot><thead><tr><th>a</th></tr></thead>"
        "<tr><td>1</td></tr></table>"
    )

    assert [said(row.cells[0].blocks) for row in found.rows] == ["1", "All"]


def test_what_stands_beside_the_cells_of_a_table_is_not_lost() -> None:
    found = read("<table>a<tr>b<th>c</th></tr><tr><td>d</td></tr></table>")

    assert said(found).split() == ["a", "b", "c", "d"]


def test_quiet_words_of_a_cell_have_a_line_of_their_own() -> None:
    found = table(
        "<table><tr><th>a</th></tr>"
        '<tr><td>10 May <span class="quiet">9 days on</span></td></tr></table>'
    )

    assert found.rows[0].cells[0].blocks == (
        paragraph("10 May"),
        paragraph("9 days on", quiet=True),
    )


def test_quiet_words_of_an_item_have_a_line_of_their_own() -> None:
    html = '<ul><li>The park is clean <span class="quiet">Only in one summary</span></li></ul>'

    assert one(html) == Items(
        ((paragraph("The park is clean"), paragraph("Only in one summary", quiet=True)),)
    )


def test_the_day_before_an_item_stands_out() -> None:
    html = '<ul><li><span class="when">By May</span> <a href="/">Plant trees</a></li></ul>'

    assert one(html) == Items(
        (
            (
                Paragraph(
                    (
                        Piece("By May", strong=True),
                        Piece(" "),
                        Piece("Plant trees", "https://vale.example/"),
                    )
                ),
            ),
        )
    )


def test_short_columns_stand_side_by_side() -> None:
    assert not table(markdown(MARKDOWN_TABLE, extensions=["tables"])).wide


@pytest.mark.parametrize(
    "cells",
    [
        ["Dunmarsh", "40 mph", "Not stated", "10 February", "requested"],
        ["Oak", "1", "An officer went there because of what the figures showed."],
    ],
    ids=["many", "long"],
)
def test_many_columns_and_long_texts_do_not(cells: list[str]) -> None:
    heads = "".join(f"<th>{'abcdefgh'[index]}</th>" for index in range(len(cells)))
    row = "".join(f"<td>{text}</td>" for text in cells)

    assert table(f"<table><tr>{heads}</tr><tr>{row}</tr></table>").wide


# Bars and other drawings.


def bars(*drawn: str) -> Table:
    rows = "".join(f"<tr><td>1</td><td>{one}</td></tr>" for one in drawn)
    return table(f"<table><tr><th>n</th><th>As bars</th></tr>{rows}</table>")


def bar(*rects: tuple[str, str]) -> str:
    inside = "".join(f'<rect x="{x}" width="{width}"/>' for x, width in rects)
    return f'<svg class="bar" role="img" aria-label="1 red">{inside}</svg>'


def test_a_bar_is_said_by_its_share() -> None:
    found = bars(bar(("0%", "61.11%")), bar(("0.00%", "100.00%")), bar())

    assert [row.cells[1].share for row in found.rows] == [61, 100, 0]


def test_beside_a_bar_there_is_less_room_for_words() -> None:
    head = "<tr><th>A quarter</th><th>Recommendations</th><th>Bars</th></tr>"
    rows = [f"<tr><td>a</td><td>1</td><td>{one}</td></tr>" for one in ("2", bar(("0%", "9%")))]

    assert [table(f"<table>{head}{row}</table>").wide for row in rows] == [False, True]


def test_a_bar_of_parts_is_as_long_as_all_of_them() -> None:
    found = bars(bar(("0%", "20%"), ("20%", "30%")), bar(("0%", "9%")))

    assert [row.cells[1].share for row in found.rows] == [50, 9]


def test_the_shortest_bar_can_be_seen() -> None:
    assert bars(bar(("0%", "0.2%"))).rows[0].cells[1].share == 1


def test_a_column_of_bars_that_are_all_whole_says_nothing_and_is_left_out() -> None:
    found = bars(bar(("0%", "20%"), ("20%", "80%")), bar(("0%", "100%")))

    assert found.heads == ((Piece("n"),),)


def test_a_column_of_drawings_that_no_bar_can_say_is_left_out() -> None:
    assert bars('<svg class="columns"><rect height="3%"/></svg>').heads == ((Piece("n"),),)


def test_lines_across_a_plot_are_said_and_its_axes_are_not() -> None:
    html = (
        '<div class="plot" role="img" aria-label="The table has the numbers.">'
        '<svg><text>0</text></svg><svg><text class="level">Target: 7</text></svg></div>'
    )

    assert read(html) == [paragraph("Target: 7", quiet=True)]


def test_a_drawing_of_an_editor_is_said_in_its_words() -> None:
    assert one('<p><svg aria-label="A long road"><path/></svg></p>') == paragraph("A long road")


# What only a browser shows.


def test_a_picture_is_said_in_words_and_leads_to_the_page() -> None:
    assert line('<p><img alt="The new sign" src="sign.png"></p>') == (
        Piece("Picture: The new sign ("),
        HERE,
        Piece(")"),
    )


def test_a_picture_that_says_nothing_is_left_out() -> None:
    assert read('<p><img alt="" src="line.png"></p>') == []


def test_a_picture_that_is_a_link_is_a_link_in_words() -> None:
    assert line('<a href="/"><img alt="Home" src="a.png"></a>') == (
        Piece("Home", "https://vale.example/"),
    )


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<video src='a.mp4'>old</video>", "A video"),
        ("<iframe title='Map of sites' src='/'></iframe>", "Map of sites"),
        ("<form><label>Name <input></label></form>", "A form"),
        ("<object data='a'></object>", "More"),
    ],
)
def test_what_only_a_browser_shows_leads_to_the_page(html: str, name: str) -> None:
    assert line(html) == (Piece(f"{name} ("), HERE, Piece(")"))


@pytest.mark.parametrize(
    "html",
    [
        "<span aria-hidden='true'>x</span>",
        "<p hidden>x</p>",
        "<p style='display: none'>x</p>",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<button>x</button>",
        "<!-- x -->",
        "<ul class='series-key'><li>x</li></ul>",
        "<table><tr hidden><td>x</td></tr><tr><td hidden>x</td></tr></table>",
        "<ul><li hidden>x</li></ul>",
        "<dl><dt hidden>x</dt></dl>",
    ],
)
def test_what_a_reader_does_not_read_is_left_out(html: str) -> None:
    assert read(html) == []


def test_a_status_is_its_word() -> None:
    html = '<p><span class="status-tag"><span aria-hidden="true">■</span>Red</span> 3</p>'

    assert words(line(html)) == "Red 3"


def test_words_for_those_who_do_not_see_the_page_are_kept() -> None:
    html = '<p><span class="visually-hidden">In the plan’s words: </span>“soon”</p>'

    assert words(line(html)) == "In the plan’s words: “soon”"


# Nothing is lost.

ELEMENTS: Final = (
    *("a", "article", "aside", "b", "blockquote", "caption", "code", "dd", "details", "div", "dl"),
    *("dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h6", "li", "ol", "p", "pre"),
    *("section", "small", "span", "strong", "summary", "sup", "table", "tbody", "td", "tfoot"),
    *("th", "thead", "time", "tr", "ul", "x-made-up"),
)
CLASSES: Final = ("admonition", "count", "entry-title", "line", "quiet", "scroller", "source")
EMPTY: Final = ("<br>", "<hr>", " ", "\n", '<img alt="" src="a">')
WORD: Final = re.compile(r"w\d+w")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return elements in elements, sound or not, with words in all of them."""
    count = 0

    def inside(depth: int) -> str:
        nonlocal count
        pieces = []
        for _ in range(draw(st.integers(0, 4))):
            kind = draw(st.sampled_from(["word", "empty", *["element"] * 3]))
            if kind == "word" or not depth:
                count += 1
                pieces.append(f" w{count}w ")
            elif kind == "empty":
                pieces.append(draw(st.sampled_from(EMPTY)))
            else:
                name = draw(st.sampled_from(ELEMENTS))
                look = draw(st.sampled_from(["", *(f' class="{one}"' for one in CLASSES)]))
                pieces.append(f"<{name}{look}>{inside(depth - 1)}</{name}>")
        return "".join(pieces)

    return inside(6)


@given(pages())
def test_every_word_comes_out_once(html: str) -> None:
    found = said(read(html))

    assert Counter(WORD.findall(found)) == Counter(WORD.findall(html))


DEEP: Final = (
    *("<ul><li>", "<ol><li>", "<table><tr><td>", "<table><tr><th>a<th>b</tr><tr><td>"),
    *(
        "<blockquote>",
        "<dl><dt>a<dd>",
        "<dl><dt>",
        "<div>",
        "<span>",
        "<b>",
        "<h2>",
        "<q>",
        "<pre>",
    ),
    *(
        '<a href="/">',
        "<details><summary>",
        "<svg>",
        "<div class='admonition'>",
        "<table><caption>",
    ),
    *("<table><tr><th scope='row'>a</th><td>", "<ul><li><table><tr><td><blockquote><dl><dd><div>"),
)


@pytest.mark.parametrize("opening", DEEP)
def test_of_what_is_nested_without_end_no_form_is_lost_and_no_word(opening: str) -> None:
    html = f"{opening} w " * 400

    found = tuple(read(html))
    view = replace(emails.VIEW, blocks=(emails.TITLE, *found))
    for form in (
        said(found),
        text(view),
        notify.markdown(view),
        emails.made(*found),
        mail.plain(view, emails.FRAGMENTS),
    ):
        assert len(re.findall(r"\bw\b", form)) == 400


@given(st.text(alphabet="<>/=\"' abdhilprtu!-&;", max_size=60))
def test_html_that_is_broken_is_read_all_the_same(html: str) -> None:
    read(html)


@given(pages())
def test_a_line_has_no_space_at_its_ends(html: str) -> None:
    for found in read(html):
        if isinstance(found, Paragraph):
            text = words(found.pieces)
            assert text == text.strip()
            assert not re.search("[ ]{2}|\n | \n|\n\n", text)


def visible(html: str) -> Counter[str]:
    """Return the words of a page that its reader reads, but for those of drawings."""
    soup = BeautifulSoup(html, "html.parser")
    unread = (
        "[hidden], [aria-hidden=true], script, style, template, button, svg, .series-key, .plot, "
        "form, th.bar-cell"
    )
    for gone in soup.select(unread):
        gone.extract()
    return Counter(re.findall(r"\w+", soup.get_text(" ")))


@pytest.mark.parametrize("name", gallery.GALLERY)
def test_a_chart_of_every_kind_is_said_word_for_word(name: str) -> None:
    html = gallery.html(gallery.GALLERY[name])

    assert not visible(html) - Counter(re.findall(r"\w+", said(read(html))))


PAGES_WITH_EVERYTHING: Final = (
    *("", "plans/", "about/", "glossary/", "plans/charter-2022/", "plans/csp-2025/", "owners/"),
    *("volunteers/example-speedwatch/", "reports/cpt-2017/", "issues/csa-2014/", "newsletters/"),
)


@pytest.mark.parametrize("address", PAGES_WITH_EVERYTHING)
def test_every_page_of_the_demonstration_is_said_word_for_word(
    demonstration: Path, address: str
) -> None:
    page = (demonstration / address / "index.html").read_text("utf-8")
    html = page[page.index("<main") : page.index("</main>")]

    assert not visible(html) - Counter(re.findall(r"\w+", said(read(html))))
