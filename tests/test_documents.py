"""What reading a YAML file promises, first of values and places, then of everything wrong."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from planboard.reading import documents
from planboard.reading.yaml import tree
from planboard.words.problems import Level, Place

if TYPE_CHECKING:
    from planboard.reading.documents import Document

BROKEN = Path(__file__).parent / "broken" / "yaml"
FLAWS = sorted(path.stem for path in BROKEN.glob("*.yml"))
UPDATE = os.environ.get("PLANBOARD_UPDATE_GOLDENS") == "1"

PLAN = """\
format: 1
title: Safer streets

groups:
  - id: communities
    actions:
      - id: "1"
        owners: [area-lead, policy-team]
        text: |
          One.
          Two.
"""


def read(text: str) -> Document:
    return documents.read(text.encode(), "plan.yml")


def value(text: str) -> object:
    document = read(f"it: {text}\n")
    assert document.problems == ()
    assert isinstance(document.data, dict)
    return document.data["it"]


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text).problems]


def lines_told(document: Document) -> str:
    return "".join(f"{problem}\n" for problem in document.problems)


# Values


def test_a_plan_becomes_mappings_lists_and_text() -> None:
    assert read(PLAN).data == {
        "format": "1",
        "title": "Safer streets",
        "groups": [
            {
                "id": "communities",
                "actions": [
                    {"id": "1", "owners": ["area-lead", "policy-team"], "text": "One.\nTwo.\n"}
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    "written", ["NO", "yes", "true", "010", "1.10", "1e3", "8:30", "2025-02-31", ".5", "=", "-5 %"]
)
def test_a_plain_value_stays_text_as_written(written: str) -> None:
    assert value(written) == written


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_only_nothing_unquoted_is_none(written: str) -> None:
    assert value(written) is None


@pytest.mark.parametrize(
    ("written", "text"),
    [('""', ""), ("''", ""), ('"null"', "null"), ("'~'", "~"), ("|\n  null", "null\n")],
)
def test_nothing_in_quotes_is_text(written: str, text: str) -> None:
    assert value(written) == text


def test_a_hash_inside_quotes_or_a_block_is_text() -> None:
    assert value('"Hall #4"') == "Hall #4"
    assert value("|\n  Hall #4") == "Hall #4\n"


def test_a_web_address_a_time_and_a_ratio_need_no_quotes() -> None:
    read_list = value("\n  - https://example.org/a#b\n  - 8:30\n  - mailto:a@example.org\n  - 3:1")
    assert read_list == ["https://example.org/a#b", "8:30", "mailto:a@example.org", "3:1"]


def test_a_number_below_zero_on_its_own_line_is_no_list_entry() -> None:
    assert value("\n  -5") == "-5"


def test_one_document_mark_at_the_top_is_fine() -> None:
    document = read("---\nformat: 1\n")
    assert document.data == {"format": "1"}
    assert document.problems == ()


def test_a_byte_order_mark_and_any_line_ends_are_fine() -> None:
    document = documents.read(b"\xef\xbb\xbfformat: 1\r\ntitle: x\rscale: rag\n", "plan.yml")
    assert document.data == {"format": "1", "title": "x", "scale": "rag"}
    assert document.key_place(["format"]) == Place("plan.yml", 1, 1)
    assert document.key_place(["scale"]) == Place("plan.yml", 3, 1)


def test_the_file_is_read_alike_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(PLAN)
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    slow = read(PLAN)
    assert slow == fast
    path: list[str | int] = ["groups", 0, "actions", 0, "text"]
    assert slow.place(path) == fast.place(path)


def test_without_libyaml_a_broken_file_is_a_problem_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tree, "_LOADER", yaml.SafeLoader)
    for flaw in FLAWS:
        assert documents.read((BROKEN / f"{flaw}.yml").read_bytes(), "plan.yml").problems


# Places


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ([], 1, 1),
        (["title"], 2, 8),
        (["groups"], 5, 3),
        (["groups", 0], 5, 5),
        (["groups", 0, "actions", 0, "id"], 7, 13),
        (["groups", 0, "actions", 0, "owners"], 8, 17),
        (["groups", 0, "actions", 0, "owners", 1], 8, 29),
        (["groups", 0, "actions", 0, "text"], 9, 15),
    ],
)
def test_a_value_has_the_place_where_its_text_begins(
    path: list[str | int], line: int, column: int
) -> None:
    assert read(PLAN).place(path) == Place("plan.yml", line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ([], 1, 1),
        (["title"], 2, 1),
        (["groups", 0], 5, 5),
        (["groups", 0, "actions"], 6, 5),
        (["groups", 0, "actions", 0, "owners", 1], 8, 29),
    ],
)
def test_a_key_has_a_place_of_its_own(path: list[str | int], line: int, column: int) -> None:
    assert read(PLAN).key_place(path) == Place("plan.yml", line, column)


@pytest.mark.parametrize(
    "path",
    [
        ["groups", 0, "actions", 0, "owners", 2],
        ["groups", 0, "actions", 0, "owners", -1],
        ["groups", 0, "actions", 0, "owners", "first"],
        ["groups", 0, "actions", 0, "owners", "first", "name"],
    ],
)
def test_what_does_not_exist_has_the_place_of_its_deepest_ancestor(path: list[str | int]) -> None:
    assert read(PLAN).place(path) == Place("plan.yml", 8, 17)
    assert read(PLAN).key_place(path) == Place("plan.yml", 8, 17)


def test_columns_count_characters_not_bytes() -> None:
    document = read('{é𝄞: "𝄞é", ok: x}\n')
    assert document.place(["é𝄞"]) == Place("plan.yml", 1, 6)
    assert document.key_place(["ok"]) == Place("plan.yml", 1, 12)


def test_a_key_that_is_missing_has_the_place_of_its_record() -> None:
    assert read(PLAN).key_place(["groups", 0, "actions", 0, "status"]) == Place("plan.yml", 7, 9)


def test_a_file_that_cannot_be_read_has_the_place_of_the_whole_file() -> None:
    assert read("").place(["title"]) == Place("plan.yml")


# What is wrong


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_known_flaw_is_told_in_plain_sentences(flaw: str) -> None:
    golden = BROKEN / f"{flaw}.txt"
    told = lines_told(documents.read((BROKEN / f"{flaw}.yml").read_bytes(), f"{flaw}.yml"))
    if UPDATE:
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("flaw", FLAWS)
def test_no_sentence_speaks_the_language_of_parsers(flaw: str) -> None:
    told = (BROKEN / f"{flaw}.txt").read_text(encoding="utf-8").casefold()
    for word in ("token", "scalar", "mapping", "sequence", "parse", "indicator", "expected"):
        assert word not in told


def test_of_two_values_under_one_key_the_first_is_kept() -> None:
    text = "owner: area-lead\nowner:\n  - policy-team\ntitle: Safer streets\n"
    assert read(text).data == {"owner": "area-lead", "title": "Safer streets"}


def test_a_forgotten_dash_is_told_once_for_all_keys_of_the_entry() -> None:
    assert codes("- a\n") == ["list-at-top"]
    entry = '    id: "{}"\n    title: Meet\n    status: red\n'
    text = f"actions:\n  -{entry.format(1)[3:]}{entry.format(2)}"
    assert codes(text) == ["duplicate-key"]


def test_a_file_can_be_read_although_text_is_lost() -> None:
    document = read("room: Hall #4\n")
    assert document.data == {"room": "Hall"}
    assert [problem.level for problem in document.problems] == [Level.WARNING]


def test_after_a_syntax_error_there_is_no_data() -> None:
    assert read("title: Plan: phase two\n").data is None


def test_all_problems_of_a_file_are_told_at_once_in_its_order() -> None:
    text = "room: Hall #4\nowner: *lead\nname: “Meet”\ntitle: Plan: phase two\n"
    assert codes(text) == ["text-after-hash", "alias", "curly-quotes", "colon-in-text"]


def test_a_look_alike_is_read_as_what_it_looks_like_in_keys_and_values() -> None:
    assert read("st\N{CYRILLIC SMALL LETTER A}tus: \N{GREEK CAPITAL LETTER ALPHA}\n").data == {
        "status": "A"
    }


def test_a_look_alike_written_as_an_escape_is_found_too() -> None:
    assert read('status: "\\u0391"\n').data == {"status": "A"}


def test_a_no_break_space_is_no_indent() -> None:
    assert read("publisher:\n\N{NO-BREAK SPACE}name: x\n").data is None


def test_a_tab_inside_a_block_of_text_is_told_and_the_file_read() -> None:
    document = read("text: |\n  One.\n  \tTwo.\n")
    assert document.data == {"text": "One.\n\tTwo.\n"}
    assert [problem.code for problem in document.problems] == ["tab-indent"]


def test_a_line_of_odd_spaces_is_a_blank_line() -> None:
    assert codes("title: Safer streets\n\N{NO-BREAK SPACE}\t\nscale: rag\n") == []


def test_a_symbol_that_looks_like_a_bullet_may_be_a_key() -> None:
    assert codes("meanings:\n  ●: On track.\n  ▪: Late.\n") == []


def test_a_tab_behind_text_or_on_a_blank_line_is_nothing() -> None:
    assert codes("title: Safer streets\t\n\t\nscale: rag\n") == []


def test_a_control_character_does_not_hide_the_other_problems() -> None:
    assert codes("title: a\x07b\nowner: *lead\n") == ["forbidden-character", "alias"]


def test_a_file_over_twenty_megabytes_is_not_read() -> None:
    document = documents.read(b"#" * 20_000_001, "plan.yml")
    assert lines_told(document) == (
        "plan.yml: This file is too large: it is over 20 MB. Split it in two.\n"
    )


def test_forty_levels_are_read_and_more_are_not() -> None:
    assert read("a: " + "[" * 39 + "]" * 39).problems == ()
    assert codes("a: " + "[" * 40 + "]" * 40) == ["too-deep"]


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? ", "{", "[{a: "])
def test_two_million_levels_are_an_error_and_no_crash(nest: str) -> None:
    document = read(nest * 2_000_000)
    assert document.data is None
    assert len(document.problems) == 1


def test_of_a_slip_that_fills_a_file_a_hundred_are_shown_and_the_rest_counted() -> None:
    document = read("list:\n" + "  - one #two\n" * 150)
    assert len(document.problems) == 101
    assert str(document.problems[-1]) == "plan.yml:102:9: And 50 more like this."
    assert document.problems[-1].level is Level.WARNING


@pytest.mark.parametrize("was_enabled", [True, False])
@pytest.mark.parametrize("text", [PLAN, "title: Plan: two", "[" * 100])
def test_the_garbage_collector_is_left_as_it_was(text: str, *, was_enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_enabled else gc.disable)()
    try:
        read(text)
        assert gc.isenabled() is was_enabled
    finally:
        (gc.enable if before else gc.disable)()


# Anything at all

PIECES = st.sampled_from(
    [
        *"\n :#-[]{},\"'|>&*!%@`~?\t=<.\\\x07\x85\u00a0\u2028\ufeff\u202e",
        *("a", "b: ", "é", "\U0001d11e", "“x”", "\N{GREEK CAPITAL LETTER ALPHA}", "null", "<<: "),
        *("\n  ", "\n- ", "\n  - ", "\n    ", "\n---\n", "\n...\n", "key: ", " #", "\r", "\r\n"),
        *("a:b", "\n-c", "\n\t", "1", "\\u0391", "\\x07", "“", "”"),
    ]
)


def check_is_whole(data: bytes) -> None:
    document = documents.read(data, "plan.yml")
    assert document.data is None or isinstance(document.data, dict)
    assert document.data is not None or document.problems
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    places = [problem.place for problem in document.problems]
    for place in [*places, *every_place(document)]:
        if place.line:
            assert place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def every_place(document: Document) -> list[Place]:
    places = []
    todo: list[tuple[object, list[str | int]]] = [(document.data, [])]
    while todo:
        node, path = todo.pop()
        places += [document.place(path), document.key_place(path)]
        if isinstance(node, dict):
            todo += [(below, [*path, key]) for key, below in node.items()]
        if isinstance(node, list):
            todo += [(below, [*path, index]) for index, below in enumerate(node)]
    return places


@given(st.binary())
def test_any_bytes_become_a_document(data: bytes) -> None:
    check_is_whole(data)


@given(st.text())
def test_any_text_becomes_a_document(text: str) -> None:
    check_is_whole(text.encode("utf-8", "surrogatepass"))


@given(st.lists(PIECES).map("".join))
@example("a: [")
@example("? a")
@example("\n---\n ")
@example("a: {b")
@example('a: "')
def test_anything_like_yaml_becomes_a_document(text: str) -> None:
    check_is_whole(text.encode())


LETTERS = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters='"\\'), max_size=8
)
TREES = st.recursive(
    st.none() | LETTERS.map("x{} y".format),
    lambda below: st.lists(below) | st.dictionaries(LETTERS.map("k{}".format), below),
    max_leaves=20,
)


@given(st.dictionaries(LETTERS.map("k{}".format), TREES, min_size=1))
def test_what_pyyaml_writes_is_read_back(data: dict[str, object]) -> None:
    document = read(yaml.safe_dump(data, allow_unicode=True, width=1000, sort_keys=False))
    # A letter that poses is read as another, so only the others can come back as they were.
    if not any(problem.code in {"look-alike", "duplicate-key"} for problem in document.problems):
        assert document.data == data
