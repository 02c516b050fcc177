"""How to write: the page for editors shows every shortcode and every field of a plan."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from builders import a_plan, a_record, a_site, an_action
from planboard.arithmetic import progress
from planboard.doors.new import sample
from planboard.rules import check
from planboard.rules.shortcodes import lookup
from planboard.rules.shortcodes.forms import FORMS
from planboard.saying.views.writing import WritingView, writing
from planboard.showing import pages, schemas
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection
from planboard.words.vocabulary import BLANK, Chart, Shortcode, Timing

ROOT = Path(__file__).parent.parent
FRAGMENTS = Fragments(ROOT / "overrides")
PLAN = json.loads(schemas.published()["plan.schema.json"])
KEYS = sorted({key for record in (PLAN, *PLAN["$defs"].values()) for key in record["properties"]})
PARKS = a_record(a_plan(actions=[an_action(status="red")]), id="parks")


def demonstration() -> Collection:
    found = check.check(ROOT / "plans", date(2026, 1, 1)).publishable
    assert found is not None
    return found


def page(*collections: Collection) -> str:
    (collection,) = collections or (demonstration(),)
    return pages.of_site(collection, FRAGMENTS, sample=sample()).written["how-to-write.md"]


def view() -> WritingView:
    return writing([(PARKS, progress.of_plan(PARKS, 3))], sample())


@pytest.fixture(scope="module")
def written() -> str:
    return page()


# Shortcodes.


@pytest.mark.parametrize("shortcode", Shortcode)
def test_every_shortcode_is_shown_as_it_is_written_and_right_below_as_it_becomes(
    written: str, shortcode: Shortcode
) -> None:
    shown = re.findall(r"```markdown\n(.*)\n```\n\nReaders see:\n\n\1\n", written)

    assert [one for one in shown if f"[[{shortcode}" in one]


def test_every_example_can_be_placed_in_the_demonstration(written: str) -> None:
    collection = demonstration()

    placements, problems = lookup.read(written, "how-to-write.md", collection)

    assert problems == ()
    assert {one.shortcode for one in placements} == set(Shortcode)


@pytest.mark.parametrize("shortcode", Shortcode)
def test_every_option_of_a_shortcode_is_named_beside_it_and_explained(shortcode: Shortcode) -> None:
    (shown,) = [one for one in view().shortcodes if f"[[{shortcode}" in "".join(one.examples)]

    assert shown.options == FORMS[shortcode].options
    assert set(shown.options) <= set(dict(view().options))


def test_every_chart_is_explained() -> None:
    assert [code for code, _ in view().charts] == list(Chart)


def test_every_timing_is_explained() -> None:
    assert [code for code, _ in view().timings] == list(Timing)


def test_examples_name_the_plan_that_has_the_most_to_show() -> None:
    plain = a_record(a_plan(actions=[an_action()]), id="plain")
    both = writing([(one, progress.of_plan(one, 3)) for one in (plain, PARKS)], sample())
    rich = a_record(
        a_plan(actions=[an_action(id="1", status="red"), an_action(id="2", status="green")]),
        id="rich",
    )
    told = [(one, progress.of_plan(one, 3)) for one in (PARKS, rich)]

    assert "[[count plain]]" in both.shortcodes[0].examples[0]
    assert "[[count rich]]" in writing(told, sample()).shortcodes[0].examples[0]


def test_a_site_without_a_plan_shows_examples_only_as_they_are_written() -> None:
    empty = page(Collection(a_site()))

    assert "[[count safer-streets-2026]]" in empty
    assert "Readers see" not in empty
    assert lookup.read(empty, "how-to-write.md", Collection(a_site())) == ((), ())


# Fields.


@pytest.mark.parametrize("key", KEYS)
def test_every_field_of_a_plan_has_an_example(key: str) -> None:
    codes = [field.code for part in view().parts for field in part.fields]

    assert [one for one in codes if re.search(rf"(?m)(^|[{{,-] *)\s*{key}:", one)]


def test_every_example_of_fields_has_words_above_it() -> None:
    assert all(field.said and field.code for part in view().parts for field in part.fields)


def test_the_fields_come_in_three_parts() -> None:
    assert [one.title for one in view().parts] == [
        "The plan as a whole",
        "Its parts",
        "Its actions",
    ]


def test_the_sample_leaves_no_blank_and_is_the_same_every_day() -> None:
    assert BLANK not in sample()
    assert "as_at: 2026-09-30" in sample()
