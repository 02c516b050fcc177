"""How views become HTML: whole fragments kept as files, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from pydantic import ValidationError

from builders import an_action, an_update
from folders import OWNERS, PUBLISHERS
from markup import parsed
from planboard.arithmetic import mentions, progress
from planboard.arithmetic.verdicts import Verdicts
from planboard.rules import check
from planboard.saying.views import owners as owner_views
from planboard.saying.views import quality as quality_views
from planboard.saying.views import site as site_views
from planboard.saying.views.parts import Link
from planboard.saying.views.plan import page as plan_views
from planboard.saying.views.plan import search as search_views
from planboard.showing.render import Fragments
from readable import readable

if TYPE_CHECKING:
    from collections.abc import Callable

    from folders import PlansFolder
    from planboard.saying.views.plan.page import PlanView

HERE = Path(__file__).parent
FRAGMENTS = Fragments(HERE.parent / "overrides")
GOLDEN = HERE / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/plan.yml"))
SIZES = {"actions.csv": 1200, "data.json": 34_567}
KEPT = ["plan", "search", "owners", "owner", "owner-search", "record-quality"]
"""The fragments that are kept as files."""

HOSTILE_PUBLISHERS = """\
format: 1
publishers:
  - id: hill-town-council
    name: '"><script>alert(1)</script>'
    kind: council
    url: https://example.org/?a&lt;b
    contact:
      email: '{{7*7}}@example.org'
      phone: '{{ 7*7 }} <b>999</b>'
      url: https://example.org/?b&gt;c
    report_a_mistake: '</section><script>alert(1)</script>'
    have_your_say: '<form action=//example.org>'
    licence:
      name: '<a href=javascript:alert(1)>'
"""
HOSTILE_OWNERS = """\
format: 1
owners:
  - id: park-warden
    role: '=cmd()</p><script>alert(1)</script>'
    aliases: ['<s>', '{{ 7*7 }}', '{% include "owner.html" %}', '</dd></dl><!-- ']
    parent: parks-board
  - id: parks-board
    role: '"><img src=x onerror=alert(1)>'
    kind: board
    chair: park-warden
"""
TAMED = str.maketrans('<>{}&"', "()()+_")
"""Signs that mean something in HTML, a template or an address, and harmless ones."""


class Shown(NamedTuple):
    """A plan as its view, and every fragment that shows it by its name."""

    view: PlanView
    html: dict[str, str]


def text(case: str) -> str:
    return (GOLDEN / case / "plan.yml").read_text("utf-8")


def shown(plans_folder: PlansFolder, case: str, plan: str) -> Shown:
    """Return how a plan is shown beside the registers of ``plans_folder``."""
    plans_folder.put(f"{case}/plan.yml", plan)
    published = plans_folder.checked().publishable
    assert published is not None, plans_folder.said()
    (record,) = [one for one in published.plans if one.id == case]
    told = progress.of_plan(record, 3)
    gaps = check.gaps_of(published, record)
    view = plan_views.of_plan(record, told, gaps, published.site, SIZES)
    alone = replace(published, plans=(record,))
    named = mentions.by_owner([(record, told)])
    owners = {one.id: one for one in published.owners}
    owner, named_in = next((owners[name], found) for name, found in named.items())
    ties = mentions.ties(published.owners)[owner.id]
    of_owner = owner_views.of_owner(owner, ties, named_in, published.site, SIZES)
    views = {
        "plan": view,
        "register": site_views.register(Verdicts(plans=((record, told),)), "Plans", "plans/"),
        "search": search_views.of_plan(view),
        "owners": owner_views.register(alone, named, SIZES),
        "owner": of_owner,
        "owner-search": of_owner,
        "record-quality": quality_views.quality([(record, gaps)], published.site, SIZES),
    }
    return Shown(view, {name: FRAGMENTS.html(name, one) for name, one in views.items()})


def taken(plans_folder: PlansFolder, signs: dict[int, int]) -> Shown:
    """Return how the hostile plan is shown beside hostile registers, with ``signs`` changed."""
    plans_folder.put(PUBLISHERS, HOSTILE_PUBLISHERS.translate(signs))
    plans_folder.put(OWNERS, HOSTILE_OWNERS.translate(signs))
    return shown(plans_folder, "hostile", text("hostile").translate(signs))


def kept(plans_folder: PlansFolder, case: str) -> Shown:
    """Return how the plan of a golden is shown; a hostile one stands beside hostile registers."""
    if case == "hostile":
        return taken(plans_folder, {})
    return shown(plans_folder, case, text(case))


# Goldens.


@pytest.mark.parametrize("case", CASES)
def test_a_plan_becomes_the_view_kept_for_it(
    case: str, plans_folder: PlansFolder, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / case / "view.txt", readable(kept(plans_folder, case).view))


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("case", CASES)
def test_a_view_becomes_the_fragment_kept_for_it(
    case: str, name: str, plans_folder: PlansFolder, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / case / f"{name}.html", kept(plans_folder, case).html[name])


# Every fragment is sound.


@pytest.mark.parametrize("case", CASES)
def test_every_element_is_closed_where_it_was_opened(case: str, plans_folder: PlansFolder) -> None:
    for html in kept(plans_folder, case).html.values():
        assert parsed(html).every()


@pytest.mark.parametrize("case", CASES)
def test_no_two_places_of_a_page_have_one_name(case: str, plans_folder: PlansFolder) -> None:
    for html in kept(plans_folder, case).html.values():
        names = [one.attributes["id"] for one in parsed(html).every(attribute="id")]

        assert all(names)
        assert len(names) == len(set(names))


@pytest.mark.parametrize("case", CASES)
def test_every_link_inside_a_page_has_its_place(case: str, plans_folder: PlansFolder) -> None:
    for page in map(parsed, kept(plans_folder, case).html.values()):
        ways = [one.attributes["href"] for one in page.every("a")]
        names = {one.attributes["id"] for one in page.every(attribute="id")}

        assert {way[1:] for way in ways if way.startswith("#")} <= names


@pytest.mark.parametrize("case", CASES)
def test_headings_go_down_one_level_at_a_time(case: str, plans_folder: PlansFolder) -> None:
    headings = {f"h{level}" for level in range(1, 7)}
    for page in map(parsed, kept(plans_folder, case).html.values()):
        levels = [int(one.tag[1]) for one in page.every() if one.tag in headings]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


# Text stays text.


def test_no_text_becomes_an_element_or_an_attribute(plans_folder: PlansFolder) -> None:
    hostile, harmless = (taken(plans_folder, signs).html for signs in ({}, TAMED))

    for name, html in hostile.items():
        assert parsed(html).skeleton() == parsed(harmless[name]).skeleton()


def test_text_that_looks_like_markup_is_printed_as_it_stands(plans_folder: PlansFolder) -> None:
    words = parsed(taken(plans_folder, {}).html["plan"]).text

    for one in ("</title><script>alert(1)</script>", "**bold**", "&lt;b&gt; &amp;", "<!--"):
        assert one in words


def test_text_that_looks_like_a_template_is_printed_as_it_stands(
    plans_folder: PlansFolder,
) -> None:
    words = parsed(taken(plans_folder, {}).html["plan"]).text

    for one in ("{{ 7*7 }}", "{{ view.__class__ }}", '{% include "plan.html" %}'):
        assert one in words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("owners", ["=cmd()</p><script>alert(1)</script>", '"><img src=x onerror=alert(1)>']),
        ("owner", ["=cmd()</p><script>alert(1)</script>", "<s>; {{ 7*7 }}; {% include"]),
        ("owner", ["</dd></dl><!--", "</title><script>alert(1)</script>", "=1+1"]),
        ("owner-search", ["=cmd()</p><script>alert(1)</script>: </title><script>alert(1)"]),
        ("record-quality", ["</title><script>alert(1)</script>", '"><script>alert(1)</script>']),
    ],
)
def test_the_same_holds_for_the_words_of_registers_and_of_every_other_page(
    name: str, words: list[str], plans_folder: PlansFolder
) -> None:
    read = parsed(taken(plans_folder, {}).html[name]).text

    for one in words:
        assert one in read


def test_every_link_leads_to_a_page_and_runs_nothing(plans_folder: PlansFolder) -> None:
    for html in taken(plans_folder, {}).html.values():
        ways = [one.attributes["href"] for one in parsed(html).every(attribute="href")]
        assert {urlsplit(way).scheme for way in ways} <= {"", "https", "mailto", "tel"}
        assert not [way for way in ways if way.startswith("//")]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,hello",
        "vbscript:x",
        "//example.org/",
        "https:example.org",
        'https://example.org/"onclick="x',
        "https://example.org/<b>",
        "https://example.org/ x",
    ],
)
def test_a_link_that_is_no_web_address_never_reaches_a_page(url: str) -> None:
    link = {"title": "Evidence", "url": url}
    with pytest.raises(ValidationError):
        an_action(links=[link])
    with pytest.raises(ValidationError):
        an_update(links=[link])


# The templates' surroundings.


def fragment(folder: Path, text: str) -> Fragments:
    (folder / "fragments").mkdir()
    (folder / "fragments" / "piece.html").write_text(text, "utf-8")
    return Fragments(folder)


def test_a_fragment_reads_its_view(tmp_path: Path) -> None:
    assert fragment(tmp_path, "See {{ view.url }}.").html("piece", Link("A", "b/")) == "See b/."


def test_a_fragment_that_reads_what_is_not_there_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError, match="price"):
        fragment(tmp_path, "{{ view.price }}").html("piece", Link("A", "b/"))


def test_a_fragment_escapes_whatever_it_prints(tmp_path: Path) -> None:
    made = fragment(tmp_path, '{{ view.title }} <a href="{{ view.title }}">')

    assert made.html("piece", Link("<&'\">", "")) == (
        '&lt;&amp;&#39;&#34;&gt; <a href="&lt;&amp;&#39;&#34;&gt;">'
    )


def test_a_fragment_that_is_missing_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(TemplateNotFound):
        Fragments(tmp_path).html("piece", Link("A", "b/"))


def test_pieces_are_joined_in_the_order_of_their_names_as_they_are(tmp_path: Path) -> None:
    for name, text in {"02-b.css": "b { }\n\n", "01-a.css": "/* {{ a }} */"}.items():
        (tmp_path / "styles").mkdir(exist_ok=True)
        (tmp_path / "styles" / name).write_text(text, "utf-8")

    assert Fragments(tmp_path).joined("styles") == "/* {{ a }} */\n\nb { }\n"


def test_a_piece_of_the_first_folder_stands_in_place_of_one_of_the_second(tmp_path: Path) -> None:
    for name, text in {"own/styles/01-a.css": "own", "ours/styles/01-a.css": "ours"}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")

    assert Fragments(tmp_path / "own", tmp_path / "ours").joined("styles") == "own\n"
