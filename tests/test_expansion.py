"""Where a page spells an abbreviation out, and that it changes nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_plan, a_record, an_action
from markup import parsed
from planboard.arithmetic import progress
from planboard.arithmetic.verdicts import Verdicts
from planboard.saying.views import site as site_views
from planboard.showing.expansion import expanded
from planboard.showing.render import Fragments
from planboard.truth.model.register import Glossary

pytest_plugins = ["demonstration"]

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
GLOSSARY = Glossary.model_validate(
    {
        "format": "1",
        "terms": [
            {"term": term, "expansion": words, "basis": "public"}
            for term, words in {
                "ASB": "anti-social behaviour",
                "ISA": "information sharing agreement",
                "NEET": "not in education, employment or training",
                "PSPO": "public spaces protection order",
                "SP&I": "sport, parks & inns",
                "VAWG": "violence against women and girls",
                "WP": "West Mercia Police",
                "Q&A": "<questions> & answers",
            }.items()
        ],
    }
)
SPAN = re.compile(r' <span class="expansion">\([^<]*\)</span>')
ADDED = ' <span class="expansion">(anti-social behaviour)</span>'

# Pieces of a page, sound and broken; none of them is an abbreviation of the glossary.
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<p",
            ">",
            "<",
            "</",
            "<br>",
            "<br/>",
            "<!-- ASB -->",
            "<!--",
            "<![CDATA[",
        ),
        *("<a href='ASB'>", "</a>", '<td data-label="ASB">', "</td>", "<h2>", "</h2>", "<li>"),
        *("<script>", "</script>", "<style>ASB</style>", "<svg><rect/></svg>", "<span hidden>"),
        *("</span>", "<!doctype html>", "<?x ?>", "&amp;", "&", "&#38;", "&#x26", "&lt;", "&nbsp"),
        *("A", "SB", "ASBO", "asb", "police\r\n", "\n", "\r", "é", "中", "(", ")", "’s", "'", '"'),
    ]
)


def shown(html: str, glossary: Glossary = GLOSSARY) -> str:
    return expanded(html, glossary, FRAGMENTS)


def words(html: str) -> str:
    """Return what a reader reads of ``html``, expansions included."""
    return parsed(shown(html)).text


# Where.


def test_the_first_appearance_is_spelt_out_and_no_other() -> None:
    assert shown("<p>Less ASB, no ASB.</p><p>ASB</p>") == (
        f"<p>Less ASB{ADDED}, no ASB.</p><p>ASB</p>"
    )


def test_one_that_the_glossary_lacks_stays_as_it_is() -> None:
    html = "<p>The PSST and the OCC</p>"

    assert shown(html) == html


@pytest.mark.parametrize("word", ["ASBO", "ASBs2", "XASB", "ASB-01", "R&ASB", "asb"])
def test_part_of_another_word_is_not_spelt_out(word: str) -> None:
    html = f"<p>A {word.replace('&', '&amp;')} here</p>"

    assert shown(html) == html


@pytest.mark.parametrize("word", ["ISAs", "ISA's", "ISA’s"])
def test_the_expansion_follows_the_whole_word(word: str) -> None:
    assert words(f"<p>All {word}.</p>") == f"All {word} (information sharing agreement)."


@pytest.mark.parametrize("written", ["SP&amp;I", "SP&#38;I", "SP&#x26;I", "SP&I"])
def test_an_ampersand_may_be_written_in_any_way(written: str) -> None:
    assert shown(f"<p>{written} did</p>") == (
        f'<p>{written} <span class="expansion">(sport, parks &amp; inns)</span> did</p>'
    )


def test_what_is_put_in_is_text() -> None:
    assert "(&lt;questions&gt; &amp; answers)" in shown("<p>Q&amp;A</p>")


def test_elements_inside_a_line_do_not_part_a_word() -> None:
    assert words("<p>A<b>S</b><i>B</i> rose</p>") == "ASB (anti-social behaviour) rose"


def test_elements_that_begin_a_line_part_words() -> None:
    html = "<ul><li>A<li>SB</ul><p>A<br>SB</p>"

    assert shown(html) == html


def test_a_reference_at_the_end_of_a_word_stands_before_the_expansion() -> None:
    assert shown("<p>AS&#66; rose</p>") == f"<p>AS&#66;{ADDED} rose</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p title="ASB"><img alt="ASB"></p>',
        "<script>ASB</script><style>ASB</style>",
        "<p><code>ASB</code></p><pre>ASB</pre>",
        "<svg><text>ASB</text></svg><title>ASB</title><textarea>ASB</textarea>",
        "<p class='a visually-hidden'><b>ASB</b></p>",
        "<p hidden>ASB</p>",
        '<p><span aria-hidden="true">ASB</span></p>',
        "<td><span data-exact>“ASB <b>by</b> May”</span></td>",
        "<p>A<span hidden>x</span>SB</p>",
        "<!-- ASB --><p>-</p>",
        "<p>https://example.org/ASB</p>",
    ],
)
def test_what_is_not_read_as_running_text_is_no_place(html: str) -> None:
    assert shown(html) == html
    assert shown(f"{html}<p>More ASB</p>") == f"{html}<p>More ASB{ADDED}</p>"


@pytest.mark.parametrize("tag", ["a", "h1", "h2", "h6", "button", "summary", "label"])
def test_running_text_goes_before_a_link_or_a_heading(tag: str) -> None:
    aside = f"<{tag}>ASB <b>ASB</b></{tag}>"

    assert shown(f"{aside}<p>The ASB team</p>") == f"{aside}<p>The ASB{ADDED} team</p>"


@pytest.mark.parametrize("tag", ["a", "h1", "h2", "h6"])
def test_a_link_or_a_heading_serves_where_there_is_no_other_place(tag: str) -> None:
    assert shown(f"<{tag}>The ASB team</{tag}><a>ASB</a>") == (
        f"<{tag}>The ASB{ADDED} team</{tag}><a>ASB</a>"
    )


# Explained already.


@pytest.mark.parametrize(
    "html",
    [
        "<p>Violence Against Women &amp; Girls (VAWG)</p>",
        "<p>violence against women and girls (<b>VAWG</b>)</p>",
        "<p>VAWG (violence against women and girls)</p>",
        "<p>VAWG (Violence Against Women &amp; Girls, the law)</p>",
        "<h3>Violence against women and girls (VAWG)</h3>",
        "<p>Public Spaces Protection Orders (PSPOs) and</p>",
        "<p>Public Space Protection Order (PSPO) and</p>",
        "<p>young people Not in Education, Employment or Training (NEET)</p>",
        "<p>the West Mercia Police (WP) team</p>",
        "<p>ISAs (Information-Sharing Arrangements)</p>",
    ],
)
def test_what_the_text_explains_itself_needs_no_more(html: str) -> None:
    again = f"{html}<p>VAWG, NEET, PSPOs, WP and ISAs</p>"
    (term,) = set(re.findall("VAWG|NEET|PSPO|WP|ISA", html))

    assert shown(html) == html
    assert f"{term} <span" not in shown(again)
    assert f"{term}s <span" not in shown(again)


@pytest.mark.parametrize(
    "html", ["<p>The council (ASB)</p>", "<p>ASB (see there)</p>", "<p>(ASB)</p>", "<p>ASB ()</p>"]
)
def test_brackets_that_explain_nothing_are_no_explanation(html: str) -> None:
    assert ADDED in shown(html)


def test_an_explanation_that_comes_later_comes_too_late() -> None:
    assert shown("<p>ASB</p><p>anti-social behaviour (ASB)</p>") == (
        f"<p>ASB{ADDED}</p><p>anti-social behaviour (ASB)</p>"
    )


def test_a_page_that_is_spelt_out_stays_as_it_is() -> None:
    once = shown("<p>Less ASB, by the WP</p><h2>SP&amp;I</h2>")

    assert shown(once) == once


# Nothing else is changed.


@given(st.lists(PIECES).map("".join))
def test_html_without_a_known_abbreviation_comes_back_byte_for_byte(html: str) -> None:
    without = Glossary.model_validate({"format": "1", "terms": []})

    assert shown(html, without) == html


@given(st.lists(st.one_of(PIECES, st.sampled_from(["ASB", " ASB ", "SP&amp;I", "VAWG's"]))))
def test_nothing_but_the_expansions_is_added(pieces: list[str]) -> None:
    html = "".join(pieces)

    assert SPAN.sub("", shown(html)) == SPAN.sub("", html)


@given(st.lists(st.one_of(PIECES, st.just("ASB"))).map("".join))
def test_an_expansion_stands_right_after_the_last_letter_of_its_word(html: str) -> None:
    before, added, _ = shown(html).partition(ADDED)

    assert not added or re.search("SB(?:’s)?$", before)


@given(st.lists(st.one_of(PIECES, st.just("ASB"))).map("".join))
def test_an_abbreviation_is_spelt_out_at_most_once(html: str) -> None:
    assert shown(html).count(ADDED) <= 1


def test_every_page_of_the_demonstration_is_unchanged_but_for_the_expansions(
    demonstration: Path,
) -> None:
    pages = sorted(demonstration.rglob("*.html"))
    found = 0
    for page in pages:
        html = SPAN.sub("", page.read_text("utf-8"))
        found += len(SPAN.findall(shown(html)))
        assert SPAN.sub("", shown(html)) == html

    assert pages
    assert found > 0


def test_a_fragment_stays_sound() -> None:
    record = a_record(
        a_plan(title="Plan on ASB", actions=[an_action(title="Less ASB & SP&I", status="red")])
    )
    view = site_views.register(
        Verdicts(plans=((record, progress.of_plan(record, 3)),)), "Plans", "plans/"
    )
    html = shown(FRAGMENTS.html("register", view))

    assert html.count("expansion") > 0
    assert parsed(html).every("span")
