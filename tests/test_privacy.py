"""Personal data in whatever file of a site stops the build, and no message repeats it."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from folders import OWNERS, PLAN, PUBLISHERS, SITE, TODAY, PlansFolder
from planboard.doors.cli import main
from planboard.reading import library
from planboard.rules import check, personal, privacy
from planboard.rules.bare import Bare
from planboard.words.problems import Level
from planted import ORDINARY, PLANTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkouts import Checkout

pytest_plugins = ["checkouts"]

ROOT = Path(__file__).parent.parent
ACCEPTED = "registers/accepted.yml"
FORMS = ("text", "json", "github")


def put(folder: PlansFolder, file: str, text: str | bytes) -> None:
    """Write a file of the site round the plans folder."""
    PlansFolder(folder.root.parent).put(file, text)


def accept(folder: PlansFolder, *values: str) -> None:
    entries = [
        {"value": value, "reason": "It belongs to nobody.", "on": "2024-06-01"} for value in values
    ]
    folder.put(ACCEPTED, json.dumps({"format": "1", "accepted": entries}, ensure_ascii=False))


def run(*words: object) -> str:
    return CliRunner().invoke(main, ["check", *map(str, words)]).output


# Wherever it stands


def in_a_value(folder: PlansFolder, words: str) -> str:
    folder.edit(PLAN, "Twelve trees stand.", f'"Seen there, {words} and more"')
    return "plans/parks/plan.yml"


def in_a_comment(folder: PlansFolder, words: str) -> str:
    folder.edit(PLAN, "scale: rag", f"scale: rag  # seen: {words}")
    return "plans/parks/plan.yml"


def on_a_page(folder: PlansFolder, words: str) -> str:
    put(folder, "content/about.md", f"# About\n\nSeen there: **{words}**.\n")
    return "content/about.md"


def in_front_matter(folder: PlansFolder, words: str) -> str:
    put(folder, "content/deep/about.md", f"---\ndescription: Seen {words}\n---\n# About\n")
    return "content/deep/about.md"


def in_a_table(folder: PlansFolder, words: str) -> str:
    put(folder, "content/seen.csv", f'site,seen\r\n3,"near, {words}"\r\n')
    return "content/seen.csv"


@pytest.mark.parametrize(
    "place", [in_a_value, in_a_comment, on_a_page, in_front_matter, in_a_table]
)
@pytest.mark.parametrize(("words", "code"), PLANTED.items())
def test_personal_data_is_an_error_with_its_place_wherever_it_stands(
    plans_folder: PlansFolder,
    words: str,
    code: str,
    place: Callable[[PlansFolder, str], str],
) -> None:
    file = place(plans_folder, words)
    lines = PlansFolder(plans_folder.root.parent).text(file).splitlines()
    [(line, column)] = [
        (number, text.index(words) + 1)
        for number, text in enumerate(lines, start=1)
        if words in text
    ]
    [problem] = plans_folder.problems()
    assert (problem.level, problem.code) == (Level.ERROR, code)
    assert str(problem.place) == f"{file}:{line}:{column}"
    assert plans_folder.checked().publishable is None


@pytest.mark.parametrize("place", [in_a_comment, on_a_page, in_front_matter, in_a_table])
def test_ordinary_phrases_are_no_error_wherever_they_stand(
    plans_folder: PlansFolder, place: Callable[[PlansFolder, str], str]
) -> None:
    for words in ORDINARY:
        spoilt = PlansFolder(plans_folder.root).make_sound()
        place(spoilt, words)
        assert spoilt.said() == []


@pytest.mark.parametrize(
    "file",
    [
        "plans/parks/notes.txt",
        "plans/README.md",
        "plans/parks/returns.csv",
        "plans/parks/plan-old.yml",
        "mkdocs.yml",
        "content/a.txt",
        "content/a.html",
        "content/a.json",
        "content/a.xml",
        "content/a.svg",
        "content/a.yml",
        "content/a.js",
        "content/a",
        "content/deep/er/a.ics",
    ],
)
def test_every_file_that_holds_text_is_searched(plans_folder: PlansFolder, file: str) -> None:
    put(plans_folder, file, "one\ntwo AB12 CDE\n")
    errors = [one for one in plans_folder.problems() if one.level is Level.ERROR]
    assert [(str(one.place), one.code) for one in errors] == [(f"{file}:2:5", "registration-plate")]


def test_pages_may_be_in_a_folder_of_another_name(plans_folder: PlansFolder) -> None:
    put(plans_folder, "docs/about.md", "AB12 CDE")
    pages = plans_folder.root.parent / "docs"
    assert plans_folder.said() == []
    [problem] = check.check(plans_folder.root, TODAY, pages).problems
    assert str(problem.place) == "docs/about.md:1:1"


def test_pages_may_be_outside_the_site(plans_folder: PlansFolder, tmp_path: Path) -> None:
    pages = tmp_path.parent / f"{tmp_path.name}-pages"
    pages.mkdir()
    (pages / "about.md").write_text("AB12 CDE", "utf-8")
    [problem] = check.check(plans_folder.root, TODAY, pages).problems
    assert str(problem.place) == f"{pages.name}/about.md:1:1"


def test_a_folder_that_links_to_itself_is_searched_once(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/about.md", "AB12 CDE")
    content = plans_folder.root.parent / "content"
    (content / "again").symlink_to(content)
    assert plans_folder.codes() == ["registration-plate"]


def test_a_page_that_is_not_utf_8_is_told_so_and_searched_all_the_same(
    plans_folder: PlansFolder,
) -> None:
    put(plans_folder, "content/about.md", b"caf\xe9\nAB12 CDE\n")
    assert [(str(one.place), one.code) for one in plans_folder.problems()] == [
        ("content/about.md:1:4", "not-utf-8"),
        ("content/about.md:2:1", "registration-plate"),
    ]


def test_a_picture_is_not_opened_and_no_text_at_all_is_no_mistake(
    plans_folder: PlansFolder,
) -> None:
    put(plans_folder, "content/photo.png", b"\x89PNG AB12 CDE")
    put(plans_folder, "content/odd.bin", b"\xff\xfe\x00\x01 AB12 CDE")
    assert plans_folder.said() == []


@pytest.mark.parametrize(
    "file", ["content/AB12 CDE.png", "content/ab12-cde.md", "plans/AB12CDE.md"]
)
def test_the_name_of_a_file_is_searched_and_masked(plans_folder: PlansFolder, file: str) -> None:
    put(plans_folder, file, b"")
    [problem] = plans_folder.problems()
    assert problem.message.startswith("The name of this file looks like the registration plate")
    assert problem.place.file == personal.without(file) != file
    site = plans_folder.root.parent
    assert run(site / file) == run(site) != "Nothing is wrong.\n"


def test_a_file_broken_as_yaml_is_searched_too(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "title: Plan for the parks", "title: [AB12 CDE")
    assert "registration-plate" in plans_folder.codes()


def test_the_demonstration_holds_nothing_personal() -> None:
    found, _ = library.open_folder(ROOT / "plans")
    assert {one.file.partition("/")[0] for one in found.writings} == {
        "content",
        "mkdocs.yml",
        "plans",
    }
    assert privacy.search(found).problems == ()


# What only shows when it is read


@pytest.mark.parametrize(
    ("written", "column"),
    [
        (r'"AB12\u0020CDE"', 17),
        (r'"\x41B12 CDE"', 17),
        ('"AB12 \\\n            CDE"', 17),
        ("{a: 1, 'b': \"AB12\\tCDE\"}", 29),
    ],
)
def test_what_an_escape_hides_is_told_at_its_value(
    plans_folder: PlansFolder, written: str, column: int
) -> None:
    plans_folder.edit(PLAN, "        status: red", f"        status: {written}")
    found = [one for one in plans_folder.problems() if one.code == "registration-plate"]
    assert [str(one.place) for one in found] == [f"plans/parks/plan.yml:35:{column}"]


def test_a_key_is_searched_like_a_value(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "scale: rag", 'scale: rag\n"AB12\\u0020CDE": yes')
    assert "registration-plate" in plans_folder.codes()
    assert "AB12" not in str(plans_folder.said())


@pytest.mark.parametrize(
    "written",
    ["AB12\n                CDE", ">-\n              AB12\n              CDE", "AB12 CDE"],
)
def test_what_the_file_shows_and_reading_says_is_told_once(
    plans_folder: PlansFolder, written: str
) -> None:
    plans_folder.edit(PLAN, "text: Twelve trees stand.", f"text: {written}")
    assert plans_folder.codes() == ["registration-plate"]


def test_the_same_in_two_values_is_told_at_both(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "Twelve trees stand.", "AB12 CDE")
    plans_folder.edit(PLAN, "Two of four swings hang again.", r'"AB12\u0020CDE"')
    lines = [one.place.line for one in plans_folder.problems()]
    assert lines == [26, 38]


# What only shows when marks are out of the way


PAIRS = {
    **{mark: (mark, mark) for mark in ("*", "**", "***", "~~", "`", "``")},
    "element": ("<b>", "</b>"),
    "attribute": ('<a title="a > b">', "</a>"),
    "prefix": ("<o:p>", "</o:p>"),
    "empty": ("<wbr/>", ""),
    "comment": ("<!-- a\nb -->", ""),
    "link": ("[", '](x.md "Title")'),
    "reference": ("[", "][to]"),
    "label": ("[", "]"),
    "image": ("![", "](x.png)"),
}
"""Marks that may stand round the rest of what is personal."""
DEFINITIONS = "\n\n[to]: x.md\n"


def places(folder: PlansFolder) -> list[str]:
    return [str(one.place) for one in folder.problems() if one.level is Level.ERROR]


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("AB12 **CDE**", 1),
        ("**AB12** CDE", 3),
        ("AB12 _CDE_", 1),
        ("AB12 ~~CDE~~", 1),
        ("AB12 `CDE`", 1),
        ("AB12 [CDE](x.md)", 1),
        ("[AB12](x_(y).md) [CDE](<x.md>)", 2),
        ("AB12 [CDE][to]\n\n[to]: x.md", 1),
        ("AB12 [CDE]\n\n[cde]: x.md", 1),
        ("AB12 ![CDE](x.png)", 1),
        ("AB12<br>CDE", 1),
        ("07700<!-- -->900123", 1),
        ("07700&nbsp900123", 1),
        ("07700&NonBreakingSpace;900123", 1),
        ("0*7700* 900123", 1),
        ("&#00000000065;B12 CDE", 1),
        ("AB12 CD&#x000000045;", 1),
        ("filled<b>.</b>count.soap", 1),
        ("filled.count.soa&#x00000070;", 1),
        (r"jane\.doe@police\.example", 1),
        ("jane.doe<b>@</b>police.example", 1),
        ("jane.<doe@police.example>", 1),
        ("crime reference **42990012345**", 19),
        ("[[AB12 **CDE**]]", 3),
    ],
)
def test_what_marks_pull_apart_on_a_page_is_told_where_it_begins(
    plans_folder: PlansFolder, written: str, column: int
) -> None:
    put(plans_folder, "content/about.md", f"# About\n\n{written}\n")
    assert f"content/about.md:3:{column}" in places(plans_folder)


def test_what_marks_pull_apart_is_told_once_and_masked(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/about.md", "jane.**doe@police.example**")
    said = plans_folder.said_once()
    assert said.startswith("content/about.md:1:1: This looks like a private e-mail address (ja•")


@settings(max_examples=200, deadline=None)
@given(
    words=st.sampled_from([one for one in sorted(PLANTED) if "[" not in one]),
    mark=st.sampled_from(sorted(PAIRS)),
    data=st.data(),
)
def test_marks_between_any_two_signs_hide_nothing(
    tmp_path_factory: pytest.TempPathFactory, words: str, mark: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    opening, closing = PAIRS[mark]
    marked = f"{words[:at]}{opening}{words[at:]}{closing}"
    label = f"[{words[at:]}]: x.md\n" if mark == "label" else ""
    folder = PlansFolder(tmp_path_factory.mktemp("any") / "plans").make_sound()
    put(folder, "content/about.md", f"Seen: {marked}, there.{DEFINITIONS}{label}")
    assert places(folder)[0] == "content/about.md:1:7"


@pytest.mark.parametrize("words", PLANTED)
def test_any_sign_may_be_written_as_a_character_reference(
    plans_folder: PlansFolder, words: str
) -> None:
    lines = [
        f"Seen: {words[:at]}&#x0000000{ord(sign):x};{words[at + 1 :]}, there.\n"
        for at, sign in enumerate(words)
    ]
    put(plans_folder, "content/about.md", "\n".join(lines))
    found = places(plans_folder)
    assert found == [f"content/about.md:{2 * at + 1}:7" for at in range(len(words))]


def test_what_a_newsletter_says_is_read_without_marks(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/newsletters/a.md", "---\ntitle: A\n---\nSeen: AB12 **CDE**\n")
    assert "content/newsletters/a.md:4:7" in places(plans_folder)


def test_tags_and_character_references_hide_nothing_in_a_file_of_html(
    plans_folder: PlansFolder,
) -> None:
    put(plans_folder, "content/a.html", "<p>AB12 <b>CDE</b>\n<p>07700&#x9;900123\n")
    assert places(plans_folder) == ["content/a.html:1:4", "content/a.html:2:4"]


@pytest.mark.parametrize(
    "text",
    [
        "* 07700\n* 900123",
        "07700 * 900123",
        "| 07700 | 900123 |\n|---|---|\n",
        "<td>07700</td><td>900123</td>",
        "<p>07700</p><p>900123</p>",
        "`theme.features.first` and *`theme.features.first`*",
        "pc_742 and ab12_cde_x",
        "07700 [x] 900123",
        "```\n07700<b>900123</b>\n```",
    ],
)
def test_what_readers_see_apart_is_no_error(plans_folder: PlansFolder, text: str) -> None:
    put(plans_folder, "content/about.md", f"# About\n\n{text}\n")
    assert plans_folder.said() == []


def test_what_is_behind_a_comment_in_code_is_searched_without_marks(
    plans_folder: PlansFolder,
) -> None:
    put(plans_folder, "content/about.md", "From `<!--` to AB12 **CDE** `-->`")
    assert places(plans_folder) == ["content/about.md:1:16"]


def test_an_accepted_value_may_have_marks_in_it(plans_folder: PlansFolder) -> None:
    accept(plans_folder, "AB12 CDE")
    put(plans_folder, "content/about.md", "Seen: AB12 <b>CDE</b>")
    assert plans_folder.said() == []


def test_a_public_mailbox_may_have_marks_in_it(plans_folder: PlansFolder) -> None:
    contact(plans_folder, email="parks@hill-town.example")
    put(plans_folder, "content/about.md", r"Write to parks@hill\-town**.example**")
    assert plans_folder.said() == []


def test_a_public_mailbox_makes_none_public_that_ends_like_it(plans_folder: PlansFolder) -> None:
    contact(plans_folder, email="parks@hill-town.example")
    put(plans_folder, "content/about.md", "Write to jane.<b>parks@hill-town.example</b>")
    assert places(plans_folder) == ["content/about.md:1:10"]


def test_no_message_repeats_it_with_its_marks(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/about.md", "[[AB12 <b>CDE</b>]]")
    said = " ".join(plans_folder.said())
    assert "AB•• " in said
    assert "AB12" not in said
    assert "CDE" not in said


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"*_`~\\[]()<>&!\n x1é", "<b>", "<!--", "-->", "&#6;", "](x)", "```\n"])
    ).map("".join)
)
def test_each_sign_that_is_read_knows_where_it_is_written(text: str) -> None:
    for is_markdown in (True, False):
        seen = Bare(text, is_markdown=is_markdown)
        at = 0
        for index in range(len(seen.text)):
            start, end = seen.written(index, index + 1)
            assert at <= start < end <= len(text)
            at = start


@pytest.mark.parametrize(
    "piece",
    ["*a ", "](a(b)", "[a](b ", "<a \"'", "<!--", "`a``b", "&#0000", "[", "](\n   ", "<a:b", "\\"],
)
def test_no_page_takes_long_to_read_without_marks(piece: str) -> None:
    began = time.process_time()
    Bare(piece * (200_000 // len(piece)), is_markdown=True)
    assert time.process_time() - began < 5


# The sentence


def test_the_sentence_says_what_it_looks_like_and_the_way_out(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/about.md", "Seen: AB12 CDE")
    assert plans_folder.said_once() == (
        "content/about.md:1:7: This looks like the registration plate of a vehicle (AB•• •••). It "
        "would lead to its keeper, so nothing is published. Take it out. If it is a false alarm, "
        "list it in plans/registers/accepted.yml with its value, the reason and the day (on)."
    )


@pytest.mark.parametrize("words", ["warden@mail.example", "07700 900123"])
def test_for_mail_and_phone_there_is_the_contact_of_a_publisher(
    plans_folder: PlansFolder, words: str
) -> None:
    put(plans_folder, "content/about.md", words)
    assert (
        "Take it out. If it is a public one, put it in plans/registers/publishers.yml under the "
        "contact of a publisher; also is a list for further ones."
    ) in plans_folder.said_once()


def test_a_table_full_of_it_is_told_a_hundred_times_and_counted(plans_folder: PlansFolder) -> None:
    put(plans_folder, "content/seen.csv", "AB12 CDE\n" * 250)
    said = plans_folder.said()
    assert len(said) == 101
    assert said[-1] == "content/seen.csv:101:1: And 150 more like this."


# What may be published


def contact(folder: PlansFolder, **ways: str) -> None:
    folder.append(PUBLISHERS, f"    contact: {json.dumps(ways)}\n")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("01632 960001", "+44 (0)1632 960 001"),
        ("+44 1632 960001", "(01632) 960001"),
        ("0044 20 7946 0000", "020 7946 0000"),
        ("01632 960001 on weekdays", "01632960001"),
    ],
)
def test_the_phone_number_of_a_publisher_is_public_however_it_is_written(
    plans_folder: PlansFolder, given: str, written: str
) -> None:
    contact(plans_folder, phone=given)
    put(plans_folder, "content/about.md", f"Ring {written}, or write.")
    assert plans_folder.said() == []


def test_the_mailbox_of_a_publisher_is_public_in_any_case(plans_folder: PlansFolder) -> None:
    contact(plans_folder, email="Parks@hill-town.example")
    put(plans_folder, "content/about.md", "[Write](mailto:parks@HILL-TOWN.example)")
    assert plans_folder.said() == []


def test_another_number_is_not_public_with_it(plans_folder: PlansFolder) -> None:
    contact(plans_folder, phone="01632 960001")
    put(plans_folder, "content/about.md", "Ring 01632 960002.")
    assert plans_folder.codes() == ["private-phone"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("AB12 CDE", "ab12cde"),
        ("ab12  cde", "AB12\nCDE"),
        ("the AB12 CDE of the show", "We saw the AB12 CDE of the show."),
    ],
)
def test_an_accepted_value_is_no_error_in_any_case_or_spacing(
    plans_folder: PlansFolder, value: str, written: str
) -> None:
    accept(plans_folder, value)
    put(plans_folder, "content/about.md", written)
    assert plans_folder.said() == []


def test_a_phrase_is_accepted_only_as_a_whole(plans_folder: PlansFolder) -> None:
    accept(plans_folder, "the AB12 CDE of the show")
    put(plans_folder, "content/about.md", "the AB12 CDE of the show\n" + "\n" * 99 + "AB12 CDE")
    assert plans_folder.said_once().startswith("content/about.md:101:1: ")


def test_an_accepted_value_may_be_hidden_by_an_escape(plans_folder: PlansFolder) -> None:
    accept(plans_folder, "AB12 CDE")
    plans_folder.edit(PLAN, "Twelve trees stand.", r'"AB12\u0020CDE"')
    assert plans_folder.said() == []


def test_an_accepted_value_that_no_file_needs_is_a_warning(plans_folder: PlansFolder) -> None:
    plans_folder.put(
        ACCEPTED,
        "format: 1\naccepted:\n  - value: AB12 CDE\n    reason: Nobody's.\n    on: 2024-06-01\n",
    )
    assert [one.level for one in plans_folder.problems()] == [Level.WARNING]
    assert plans_folder.said_once() == (
        "plans/registers/accepted.yml:3:12: This value is not in any file any more, or not as it "
        "is written here. Delete the entry, or write the value as the file has it."
    )


def test_the_reason_of_a_false_alarm_is_searched_too(plans_folder: PlansFolder) -> None:
    accept(plans_folder, "AB12 CDE")
    plans_folder.edit(ACCEPTED, "It belongs to nobody.", "It is not AB13 CDE.")
    put(plans_folder, "content/about.md", "AB12 CDE")
    assert plans_folder.said_once().startswith("plans/registers/accepted.yml:1:")


def test_a_broken_register_of_false_alarms_is_told_alone_and_without_its_values(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.put(ACCEPTED, "format: 1\naccepted:\n  - value: [AB12 CDE]\n    AB12CDE: no\n")
    assert {one.place.file for one in plans_folder.problems()} == {"plans/registers/accepted.yml"}
    assert "registration-plate" not in plans_folder.codes()
    assert "AB12" not in str(plans_folder.said())


# No message repeats it


PLATE = "AB12 CDE"


def test_what_other_rooms_quote_is_masked(plans_folder: PlansFolder) -> None:
    plans_folder.edit(PLAN, "status: red", f"status: {PLATE}")
    plans_folder.edit(PLAN, "[parks-board]", f"[{PLATE}]")
    plans_folder.edit(OWNERS, "kind: team", f"kind: {PLATE}")
    plans_folder.edit(OWNERS, "id: library-team", f"id: {PLATE}")
    plans_folder.edit(SITE, "title: Plans of Hill Town", f"title: [{PLATE}]")
    said = "\n".join(plans_folder.said())
    assert len(plans_folder.problems()) > 6
    assert "AB•• •••" in said
    assert 'For example "ab••••••".' in said
    assert "ab12-cde" not in said.lower()
    assert "12 cde" not in said.lower()


def test_what_a_message_cuts_short_is_masked(plans_folder: PlansFolder) -> None:
    long = "Two of the four swings hang again and one was seen near AB12 CDE"
    plans_folder.edit(PLAN, "status: red", f"status: {long}")
    said = "\n".join(plans_folder.said())
    assert "near AB•" in said
    assert "AB1" not in said


@pytest.mark.parametrize("form", FORMS)
def test_no_format_of_the_check_repeats_it(plans_folder: PlansFolder, form: str) -> None:
    plans_folder.edit(PLAN, "status: red", f"status: {PLATE}  # {PLATE}")
    put(plans_folder, "content/about.md", f"{PLATE} 07700 900123 warden@mail.example")
    output = run(plans_folder.root.parent, "--format", form, "--findings")
    assert "registration-plate" in output or "registration plate" in output
    for secret in ("AB12", "12 CDE", "900123", "warden", "mail.example"):
        assert secret not in output


def test_what_is_accepted_is_not_masked(plans_folder: PlansFolder) -> None:
    accept(plans_folder, "AB13 CDE")
    put(plans_folder, "content/about.md", PLATE)
    plans_folder.edit(PLAN, "status: red", "status: AB13 CDE")
    assert 'The status "AB13 CDE" is not known.' in str(plans_folder.said())


@settings(max_examples=60, deadline=None)
@given(
    words=st.sampled_from(sorted(PLANTED)),
    before=st.text(st.sampled_from("ab c…"), max_size=70),
    after=st.text(st.sampled_from("ab c…"), max_size=70),
)
def test_wherever_in_a_wrong_value_it_stands_no_message_repeats_it(
    tmp_path_factory: pytest.TempPathFactory, words: str, before: str, after: str
) -> None:
    folder = PlansFolder(tmp_path_factory.mktemp("any") / "plans").make_sound()
    value = json.dumps(f"{before} {words}. {after}", ensure_ascii=False)
    folder.edit(PLAN, "status: red", f"status: {value}")
    said = " ".join(folder.said())
    assert words not in said
    assert personal.core(words) not in personal.core(said)


# Where the check looks


def test_a_plain_check_tells_of_pages_and_settings(
    plans_folder: PlansFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(plans_folder, "content/about.md", PLATE)
    put(plans_folder, "mkdocs.yml", f"copyright: {PLATE}")
    monkeypatch.chdir(plans_folder.root.parent)
    lines = run().splitlines()
    assert [line.partition(" ")[0] for line in lines[:-1]] == [
        "content/about.md:1:1:",
        "mkdocs.yml:1:12:",
    ]
    assert run(".") == run()


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("content", ["content/about.md", "content/deep/more.md"]),
        ("content/deep", ["content/deep/more.md"]),
        ("content/about.md", ["content/about.md"]),
        ("mkdocs.yml", ["mkdocs.yml"]),
        ("plans", []),
    ],
)
def test_one_page_or_folder_can_be_checked_alone(
    plans_folder: PlansFolder, path: str, files: list[str]
) -> None:
    for file in ("content/about.md", "content/deep/more.md", "mkdocs.yml"):
        put(plans_folder, file, PLATE)
    lines = run(plans_folder.root.parent / path).splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == files


# The build


@pytest.mark.parametrize("file", ["content/index.md", "plans/parks/plan.yml", "mkdocs.yml"])
def test_nothing_is_written_and_the_log_does_not_repeat_it(checkout: Checkout, file: str) -> None:
    site = checkout.root / "site" / "index.html"
    site.parent.mkdir()
    site.write_text("The last good site", "utf-8")
    with (checkout.root / file).open("a", encoding="utf-8") as opened:
        opened.write(f"\n# {PLATE}\n")

    done = checkout.run(sys.executable, "-m", "mkdocs", "build", "--strict")

    assert done.returncode != 0
    assert f"{file}:" in done.stdout
    assert "looks like the registration plate of a vehicle (AB•• •••)" in done.stdout
    assert "AB12" not in done.stdout
    assert list(site.parent.iterdir()) == [site]
    assert site.read_text("utf-8") == "The last good site"


def test_a_publisher_may_have_further_public_mailboxes(plans_folder: PlansFolder) -> None:
    contact = "    contact: {also: [access@hill-town.example, 01632 960123]}\n"
    plans_folder.append(PUBLISHERS, contact)
    put(plans_folder, "content/about.md", "Write to access@hill-town.example or ring 01632960123.")
    assert plans_folder.said() == []


def test_while_the_publishers_cannot_be_read_no_mailbox_is_told_to_move(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PUBLISHERS, "kind: council", "kind: [council")
    put(plans_folder, "content/about.md", "Write to warden@mail.example. AB12 CDE")
    codes = plans_folder.codes()
    assert "registration-plate" in codes
    assert "private-email" not in codes
    assert not [line for line in plans_folder.said() if "warden@" in line]


def test_a_file_with_a_hit_has_no_gaps_that_could_quote_a_piece_of_it(
    plans_folder: PlansFolder,
) -> None:
    plans_folder.edit(PLAN, "Twelve trees stand.", "Twelve trees stand. Ask AB12 CDE.")
    assert [one.code for one in plans_folder.checked().problems] == ["registration-plate"]
