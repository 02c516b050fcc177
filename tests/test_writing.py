"""How to write: the page for editors shows every shortcode and every field of a record."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builders import a_plan, a_record, an_action
from placeable import FORUMS, LOG, REPORT, WATCH, watch, with_records
from planboard.arithmetic import verdicts
from planboard.doors import new_newsletter
from planboard.doors.new import samples
from planboard.reading import documents, records
from planboard.reading.tables import table
from planboard.rules import check
from planboard.rules.shortcodes import lookup
from planboard.rules.shortcodes.forms import FORMS
from planboard.saying import routes
from planboard.saying.views.writing.page import WritingView, writing
from planboard.showing import pages, schemas
from planboard.showing.render import Fragments
from planboard.truth.model.issues import Issue
from planboard.truth.model.newsletter import Newsletter
from planboard.truth.model.register import Mailing
from planboard.words.vocabulary.dates import Timing
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
from planboard.words.vocabulary.programmes import SiteState, VisitReason
from planboard.words.vocabulary.records import BLANK, RecordKind
from planboard.words.vocabulary.shortcodes import Back, Chart, Shortcode

if TYPE_CHECKING:
    from planboard.truth.collection import Collection

ROOT = Path(__file__).parent.parent
FRAGMENTS = Fragments(ROOT / "overrides")
PARKS = a_record(a_plan(actions=[an_action(status="red")]), id="parks")
EMPTY = with_records()


def keys_of(kind: RecordKind) -> list[str]:
    """Return every key that a file of a kind can hold."""
    schema = json.loads(schemas.published()[f"{kind}.schema.json"])
    records = (schema, *schema["$defs"].values())
    return sorted({key for record in records for key in record["properties"]})


def demonstration() -> Collection:
    found = check.check(ROOT / "plans", date(2026, 1, 1)).publishable
    assert found is not None
    return found


def page(collection: Collection) -> str:
    made = pages.of_site(
        collection, FRAGMENTS, samples=samples(), newsletter=new_newsletter.samples()
    )
    return made.written["how-to-write.md"]


def of_site(collection: Collection) -> WritingView:
    return writing(verdicts.of_site(collection), samples(), new_newsletter.samples())


@cache
def view() -> WritingView:
    return of_site(with_records(PARKS))


@pytest.fixture(scope="module")
def written() -> str:
    return page(demonstration())


# Shortcodes.


IN_NEWSLETTERS = {one for one, form in FORMS.items() if form.in_newsletters}
ANYWHERE = set(Shortcode) - IN_NEWSLETTERS


@pytest.mark.parametrize("shortcode", sorted(ANYWHERE))
def test_every_shortcode_is_shown_as_it_is_written_and_right_below_as_it_becomes(
    written: str, shortcode: Shortcode
) -> None:
    shown = re.findall(r"```markdown\n(.*)\n```\n\nReaders see:\n\n\1\n", written)

    assert [one for one in shown if f"[[{shortcode}" in one]


def test_every_example_can_be_placed_in_the_demonstration(written: str) -> None:
    collection = demonstration()

    placements, problems = lookup.read(written, "how-to-write.md", collection)

    assert problems == ()
    assert {one.shortcode for one in placements} == ANYWHERE


@pytest.mark.parametrize("shortcode", sorted(IN_NEWSLETTERS))
def test_what_only_a_newsletter_can_place_is_shown_as_it_is_written(
    written: str, shortcode: Shortcode
) -> None:
    assert f"```markdown\n[[{shortcode}]]\n```\n" in written
    assert f"Readers see:\n\n[[{shortcode}" not in written


@pytest.mark.parametrize("shortcode", Shortcode)
def test_every_option_of_a_shortcode_is_named_beside_it_and_explained(shortcode: Shortcode) -> None:
    (shown,) = [one for one in view().shortcodes if f"[[{shortcode}" in "".join(one.examples)]

    assert shown.options == FORMS[shortcode].options
    assert set(shown.options) <= set(dict(view().options))


def test_every_chart_is_explained() -> None:
    assert [code for code, _ in view().charts] == list(Chart)


def test_every_timing_is_explained() -> None:
    assert [code for code, _ in view().timings] == list(Timing)


def test_every_word_by_which_issues_are_chosen_is_named() -> None:
    named = {option: [code for code, _ in found] for option, found in view().issue_codes}

    assert named == {"state": [*IssueState], "level": [*ResponseLevel], "told": [*ToldState]}


def test_every_word_by_which_parts_of_a_programme_are_chosen_is_named() -> None:
    named = [[code for code, _ in found] for _, found in view().programme_codes]

    assert named == [[*SiteState], [*Back], [*VisitReason]]


def examples(collection: Collection) -> str:
    return "\n".join(line for one in of_site(collection).shortcodes for line in one.examples)


def test_examples_name_the_plan_that_has_the_most_to_show() -> None:
    plain = a_record(a_plan(actions=[an_action()]), id="plain")
    rich = a_record(
        a_plan(actions=[an_action(id="1", status="red"), an_action(id="2", status="green")]),
        id="rich",
    )

    assert "[[count plain]]" in examples(with_records(plain, PARKS))
    assert "[[count rich]]" in examples(with_records(PARKS, rich))


def test_examples_name_a_record_that_is_not_invented_if_there_is_one() -> None:
    invented = {"example": "true"}
    site = with_records(
        forums={"a": {**FORUMS, **invented}, "real": FORUMS},
        logs={"a": {**LOG, **invented}, "real": LOG},
        reports={"a": {**REPORT, **invented}, "real": REPORT},
        programmes=(watch(id="a", **invented), watch(id="real")),
    )

    for shortcode in ("priorities", "issues", "measure", "benefits", "voices", "results", "sites"):
        assert f"[[{shortcode} real" in examples(site)


def test_the_ids_of_the_measures_of_the_report_in_the_examples_are_listed() -> None:
    assert of_site(with_records(reports={"wardens": REPORT})).measures == ("walks", "trust")
    assert of_site(EMPTY).measures == ()


def test_the_ids_of_the_sites_and_the_guidance_in_the_examples_are_listed() -> None:
    shown = of_site(with_records(programmes=(WATCH,)))

    assert shown.sites == ("ford", "hill-road", "mill-lane", "oak-end")
    assert shown.guidance == ("abusive-drivers", "weather")
    assert of_site(EMPTY).sites == ()


def test_examples_of_a_programme_show_something_in_little_room() -> None:
    found = examples(with_records(programmes=(WATCH,)))

    assert "[[results watch period=2024-06]]" in found
    assert "[[visits watch site=oak-end]]" in found
    assert "[[returned watch state=waiting]]" in found
    assert "[[sites watch state=requested]]" in found
    assert "[[guidance watch abusive-drivers]]" in found


@pytest.mark.parametrize("lacks", ["guidance", "batches", "visits", "letters", "planned"])
def test_examples_can_be_placed_though_a_programme_lacks_a_part(lacks: str) -> None:
    without: dict[str, Any] = {lacks: []}
    site = with_records(programmes=(watch(**without),))

    _, problems = lookup.read(
        "\n\n".join(line for one in of_site(site).shortcodes if one.live for line in one.examples),
        "how-to-write.md",
        site,
    )

    assert problems == ()


def test_only_shortcodes_of_which_the_site_has_a_record_are_shown_as_they_become() -> None:
    shown = of_site(with_records(logs={"walkers": LOG})).shortcodes
    live = {one.title for one in shown if one.live}

    assert live == {"Issues of a log", "You said, we did"}


def test_a_site_without_a_plan_shows_examples_only_as_they_are_written() -> None:
    empty = page(EMPTY)

    assert "[[count safer-streets-2026]]" in empty
    assert "Readers see" not in empty
    assert lookup.read(empty, "how-to-write.md", EMPTY) == ((), ())


# Fields.


@pytest.mark.parametrize(
    ("kind", "key"), [(kind, key) for kind in RecordKind for key in keys_of(kind)]
)
def test_every_field_of_a_record_has_an_example(kind: RecordKind, key: str) -> None:
    shown = view()
    (own,) = [one for one in shown.kinds if one.name == kind]
    codes = [field.code for part in own.parts for field in part.fields]
    codes += [field.code for field in shown.head]

    assert [one for one in codes if re.search(rf"(?m)(^|[{{,-] *)\s*{key}:", one)]


def test_every_example_of_fields_has_words_above_it() -> None:
    shown = view()
    fields = [field for kind in shown.kinds for part in kind.parts for field in part.fields]

    assert all(field.said and field.code for field in (*shown.head, *fields))


def test_what_every_record_says_is_explained_once() -> None:
    shown = view()
    head = [field.code for field in shown.head]

    assert head[0] == "format: 1"
    assert head[-1].startswith("links:")
    for kind in shown.kinds:
        own = [field.code for part in kind.parts for field in part.fields]
        assert not [
            code for code in own if code.startswith(("printed_title:", "as_at:", "publisher:"))
        ]


def test_the_fields_of_each_kind_come_in_parts() -> None:
    parts = {kind.name: [one.title for one in kind.parts] for kind in view().kinds}

    assert list(parts) == list(RecordKind)
    assert parts["plan"] == ["The plan as a whole", "Its parts", "Its actions"]
    assert all(one.fields for kind in view().kinds for one in kind.parts)


@pytest.mark.parametrize("kind", RecordKind)
def test_a_sample_leaves_no_blank_and_is_the_same_every_day(kind: RecordKind) -> None:
    assert BLANK not in samples()[kind]
    assert "as_at: 2026-09-30" in samples()[kind]


def test_a_whole_file_of_each_kind_lies_beside_the_page() -> None:
    made = pages.of_site(EMPTY, FRAGMENTS, samples=samples())
    files = {one.address: one.content.decode() for one in made.files}

    for kind in view().kinds:
        assert files[kind.file] == samples()[RecordKind(kind.name)]


# Newsletters.


@pytest.mark.parametrize("key", Newsletter.model_fields)
def test_every_field_of_a_newsletter_is_explained_with_an_example(key: str) -> None:
    (shown,) = [one for one in view().newsletter if one.code.startswith(f"{key}:")]

    assert shown.said.endswith(".")


def test_the_examples_of_a_newsletter_together_are_one() -> None:
    text = "\n".join(one.code for one in view().newsletter)

    entry, problems = records.read("2025-10", documents.read(text.encode(), "x.md"), Newsletter)

    assert problems == ()
    assert entry is not None
    assert entry.whole


def test_from_whom_newsletters_come_is_shown_with_all_that_may_be_said() -> None:
    (shown,) = view().mailing

    assert BLANK not in shown.code
    assert re.findall(r"(?m)^  (\w+): \S", shown.code) == [*Mailing.model_fields]


def test_the_page_of_a_newsletter_leads_to_how_to_send_it(written: str) -> None:
    assert "\n## Send a newsletter\n" in written


@pytest.mark.parametrize("form", [routes.EMAIL, routes.TEXT, routes.MESSAGE, routes.NOTIFY])
def test_it_is_said_what_each_form_of_a_newsletter_is_for(written: str, form: str) -> None:
    sending = written.partition("\n## Send a newsletter\n")[2].partition("\n## ")[0]

    assert f"`{form}`" in sending


# Tables.


def test_the_table_that_is_shown_can_be_read(written: str) -> None:
    (shown,) = re.findall(r"```csv\n(.*?)```", written, re.DOTALL)

    found = table.read(shown.encode(), "issues.csv", Issue)

    assert found.problems == ()
    assert [Issue.model_validate(one).id for one in found.entries or ()] == ["1", "2"]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_what_is_said_to_be_tolerated_in_a_table_is(sign: str) -> None:
    rows = [
        ["ID", "Title", "told on", ""],
        ["1", "The gate is open", "05/06/2024", ""],
        [],
        ["ID", "Title", "told on", ""],
        ["2", "The path floods", "", ""],
    ]
    text = "\ufeff" + "\r\n".join(sign.join(row) for row in rows)

    for data in (text.encode(), text.encode("utf-16-le")):
        found = table.read(data, "issues.csv", Issue)
        assert found.problems == ()
        first, second = (Issue.model_validate(one) for one in found.entries or ())
        assert first.told is not None
        assert first.told.on is not None
        assert first.told.on.first.isoformat() == "2024-06-05"
        assert second.told is None
