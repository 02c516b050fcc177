"""A newsletter as HTML of an e-mail: what mail programs need, and nothing that they forbid."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emails import (
    BAR,
    EVERYTHING,
    FRAGMENTS,
    LEAVE,
    ROW,
    TITLE,
    VIEW,
    a_table,
    cell,
    line,
    made,
)
from planboard.saying.views.newsletter.blocks import (
    Block,
    Cell,
    Items,
    Pairs,
    Paragraph,
    Piece,
    Quote,
    Row,
)
from planboard.showing.newsletter import mail
from planboard.showing.newsletter.pieces import flattened

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

pytest_plugins = ["demonstration"]


def email(*blocks: Block, **values: object) -> Tag:
    return BeautifulSoup(made(*blocks, **values), "html.parser")


def plain(*blocks: Block) -> Tag:
    return BeautifulSoup(
        mail.plain(replace(VIEW, blocks=(TITLE, *blocks)), FRAGMENTS), "html.parser"
    )


# The whole of it.


def test_it_says_its_language_its_letters_and_its_title() -> None:
    found = email()

    assert found.html
    assert found.html["lang"] == "en-GB"
    assert found.title
    assert found.title.string == "What you found"
    assert b"charset=" in made().encode()[:1024]


def test_it_fits_a_telephone_and_knows_of_light_and_dark() -> None:
    metas = {one.get("name"): one["content"] for one in email().find_all("meta") if one.get("name")}

    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == "light dark"


def test_it_has_one_title_only() -> None:
    assert len(email(*EVERYTHING).find_all("h1")) == 1


def test_lists_of_messages_show_its_summary_and_nothing_after_it() -> None:
    first = email().select_one("body > :first-child")

    assert first
    assert "display:none" in str(first["style"])
    assert first.get_text().startswith("12 sessions & 3 letters.\u034f\u00a0\u034f\u00a0")
    assert not first.get_text().removeprefix("12 sessions & 3 letters.").strip("\u034f\u00a0")


def test_its_first_link_leads_to_the_page() -> None:
    first = email(line("Hello.")).find("a")

    assert first
    assert (first.get_text(), first["href"]) == (VIEW.web.title, VIEW.web.url)


def test_it_ends_with_how_to_stop_getting_it() -> None:
    foot = email().select_one(".foot")

    assert foot
    assert foot.get_text(" ", strip=True) == "To stop getting this newsletter: leave this list ."
    assert [one["href"] for one in foot.find_all("a")] == [LEAVE]


def test_it_carries_nothing_that_runs_or_that_is_fetched() -> None:
    found = made(*EVERYTHING)

    assert not re.search(r"<(?:script|iframe|form|object|embed|video|audio|link|img|svg)\b", found)
    assert not re.search(r"\son\w+=|url\(|@import|@font-face|src=", found)


def test_no_text_is_smaller_than_14_pixels_and_most_is_16() -> None:
    sizes = [int(one) for one in re.findall(r"font-size:\s*(\d+)px", made(*EVERYTHING))]
    body = email().body

    assert min(sizes) == 14
    assert body
    assert "font:16px/" in str(body["style"])


def test_every_link_is_a_whole_address() -> None:
    found = email(Paragraph((Piece("there", "https://vale.example/b/"),)))

    assert {one["href"] for one in found.find_all("a")} == {
        *(VIEW.web.url, LEAVE, "https://vale.example/b/")
    }


def test_words_of_several_looks_that_lead_to_one_place_are_one_link() -> None:
    url = "https://vale.example/b/"
    pieces = (
        Piece("See "),
        Piece("all ", url),
        Piece("new", url, strong=True),
        Piece(" figures", url),
    )

    for found in (email(Paragraph(pieces)), plain(Paragraph(pieces))):
        (link,) = found.find_all("a", href=url)
        assert link.get_text() == "all new figures"


def test_words_that_look_like_html_stay_words() -> None:
    found = email(line("<b>a</b> & <script>"), title="<i>", summary='"><x>')

    assert "<b>a</b> & <script>" in found.get_text()
    assert not found.find_all(["i", "x", "script"])


# How it looks.


def test_its_styles_stand_on_its_elements_in_colours_and_not_in_names() -> None:
    found = made(*EVERYTHING)

    assert "var(" not in found
    assert re.search(r'<a href="[^"]+" style="color:#112233">', found)


def test_only_rules_for_the_dark_and_for_narrow_screens_stay_in_its_head() -> None:
    (style,) = email().find_all("style")
    rules = str(style.string)

    assert re.findall(r"@media ([^{]+){", rules) == [
        "(prefers-color-scheme:dark)",
        "(max-width:480px)",
    ]
    assert all(
        "!important" in rule
        for inside in re.findall(r"{([^{}]+)}", rules)
        for rule in inside.strip(";").split(";")
    )


def test_in_the_dark_links_and_bars_have_the_colour_of_the_site_for_it() -> None:
    (style,) = email().find_all("style")

    assert "a{color:#ddeeff !important}" in str(style.string)


def test_every_class_that_the_dark_changes_is_one_that_it_uses() -> None:
    found = email(*EVERYTHING)
    (style,) = found.find_all("style")
    classes = set(re.findall(r"\.([a-z]+)", re.sub(r"{[^}]*}", " ", str(style.string))))

    assert classes
    assert not [one for one in classes if not found.select(f".{one}")]


def test_it_is_laid_out_without_any_style() -> None:
    frame = email().select("table")

    assert [one["width"] for one in frame[:2]] == ["100%", "600"]
    assert all(one["role"] == "presentation" for one in frame)


# Tables.


def data(found: Tag) -> Tag:
    """Return the only table of data."""
    (table,) = found.select(".sheet > table")
    return table


def test_a_table_of_data_has_a_caption_and_heads_and_no_role() -> None:
    found = data(email(a_table(ROW)))

    assert not found.has_attr("role")
    assert found.caption
    assert found.caption.get_text() == "Sites and cars"
    assert [(one.get_text(), one["scope"]) for one in found.find_all("th")] == [
        *(("Site", "col"), ("Cars", "col")),
        ("Oak End", "row"),
    ]


def test_numbers_stand_on_the_right_under_their_name() -> None:
    found = data(email(a_table(ROW)))

    assert [one.get("align") for one in found.find_all(["th", "td"])] == [
        *("left", "right"),
        *("left", "right"),
    ]


def test_a_wide_table_has_a_block_for_each_row_and_names_each_value_in_it() -> None:
    found = data(email(a_table(ROW, ROW, wide=True)))

    assert len(found.find_all("tbody")) == len([ROW, ROW])
    assert [(one.get_text(), one["scope"]) for one in found.find_all("th")] == [
        ("Site", "col"),
        *[("Oak End", "rowgroup"), ("Cars", "row")] * 2,
    ]


def test_pairs_are_rows_that_are_named() -> None:
    found = data(email(Pairs((((Piece("Found"),), (line("3"),)),))))

    assert [(one.name, one.get_text()) for one in found.find_all(["th", "td"])] == [
        *(("th", "Found"), ("td", "3"))
    ]


def test_a_bar_is_a_cell_as_wide_as_its_share_with_a_ground() -> None:
    bar = email(a_table(BAR)).select_one(".bar")

    assert bar
    assert (bar["width"], bar["bgcolor"]) == ("37%", "#112233")
    assert "background:#112233" in str(bar["style"])
    assert bar.find_next_sibling("td")["width"] == "63%"  # type: ignore[index]


def test_a_bar_of_nothing_and_a_whole_one_have_one_cell() -> None:
    rows = [Row((cell("a", is_head=True), Cell((), share=share))) for share in (0, 100)]
    bars = [one.find_all("td") for one in data(email(a_table(*rows))).find_all("table")]

    assert [[one["width"] for one in cells] for cells in bars] == [["100%"], ["100%"]]


def test_a_table_for_looks_inside_one_of_data_says_that_it_is_one() -> None:
    inner = data(email(a_table(BAR))).find("table")

    assert inner
    assert inner["role"] == "presentation"


# In a feed.


def test_in_a_feed_it_has_no_title_no_styles_and_no_frame() -> None:
    found = plain(*EVERYTHING)

    assert not found.find_all(["h1", "html", "style"])
    assert not [one for one in found.select("*") if one.get("style") or one.get("class")]


def test_in_a_feed_a_table_has_no_bars() -> None:
    row = Row((*ROW.cells, Cell((), share=37)))

    assert [
        one.get_text()
        for one in plain(a_table(row, heads=("Site", "Cars", "As bars"))).find_all(["th", "td"])
    ] == ["Site", "Cars", "Oak End", "12"]


def test_the_first_words_of_a_newsletter_are_not_left_out_of_a_feed_twice() -> None:
    assert plain(line("What you found")).get_text(strip=True) == "What you found"


# Nothing is lost.

LINES: Final = st.builds(lambda: Paragraph((Piece("word"),)))
INNER: Final[st.SearchStrategy[tuple[Block, ...]]] = st.recursive(
    st.lists(LINES, min_size=1, max_size=2).map(tuple),
    lambda inner: st.lists(
        st.one_of(
            LINES,
            st.builds(Quote, inner),
            st.builds(lambda one: Items((one,)), inner),
            st.builds(lambda one: Pairs((((Piece("word"),), one),)), inner),
            st.builds(
                lambda one, is_head, wide: a_table(
                    Row((Cell(one, is_head=is_head), Cell(one, share=5))), wide=wide
                ),
                inner,
                st.booleans(),
                st.booleans(),
            ),
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    max_leaves=5,
)


def counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(INNER)
def test_every_word_of_every_block_is_in_it_once(blocks: tuple[Block, ...]) -> None:
    sheet = email(*blocks).select_one(".sheet")
    said = " ".join(one.text for one in flattened((TITLE, *blocks)))

    assert sheet
    assert counted(sheet.get_text(" ")) == counted(said)


# The demonstration.


def test_every_newsletter_of_the_demonstration_is_small_enough_not_to_be_clipped(
    demonstration: Path,
) -> None:
    files = sorted((demonstration / "newsletters").glob("*/email.html"))

    assert files
    assert [one for one in files if one.stat().st_size > mail.LARGEST] == []


def test_the_styles_of_e_mail_are_not_published(demonstration: Path) -> None:
    assert not (demonstration / "mail").exists()


def test_in_the_demonstration_a_table_is_either_of_data_or_for_looks(demonstration: Path) -> None:
    files = sorted((demonstration / "newsletters").glob("*/email.html"))
    soups = [BeautifulSoup(file.read_text("utf-8"), "html.parser") for file in files]

    for table in (one for soup in soups for one in soup.find_all("table")):
        own = [one for one in table.find_all("th") if one.find_parent("table") is table]
        assert table.get("role") == (None if own else "presentation")
        assert all(one.get("scope") for one in own)


def test_a_list_that_is_said_of_a_term_stands_below_it() -> None:
    told = Items(((line("A site"),),))
    found = email(Pairs((((Piece("Sites"),), (told,)),)))
    (term,) = [one for one in found.find_all("b") if one.string == "Sites"]
    (item,) = found.find_all("li")

    assert term.find_parent("td") is item.find_parent("td")
