"""What reading a table promises: first of columns and values, then of files, then of mistakes."""

from __future__ import annotations

import csv
import io
import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planboard.words.formulas import guarded
from planboard.words.problems import Place
from visits import FILE, Visit, read, record, said, visits

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN = Path(__file__).parent / "broken" / "tables"
FLAWS = sorted(path.stem for path in BROKEN.glob("*.csv"))

SOUND = """\
id,met_on,title,people_residents,priorities_1,priorities_2,promises_1_text,promises_1_by,note
bench,03/05/2022,"Benches, and shade","1,234",Paint,Sand,New slats,park-warden,"A ""yes"" at last"
swing,14 June 2022,Swings – “all” of them,7,,Rope,,,
"""
"""A table as a spreadsheet in the United Kingdom saves it."""


def visit(columns: str, cells: str) -> Visit:
    """Return the one visit of a table that has more columns than it must have."""
    (found,) = visits(f"id,met_on,{columns}\nbench,2022-05-03,{cells}\n")
    return found


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def written(cells: list[list[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(cells)
    return text.getvalue()


# Columns and values


def test_a_row_becomes_a_record_and_a_column_the_key_of_its_name() -> None:
    first, second = visits(SOUND)
    assert (first.id, first.met_on, first.title) == (
        "bench",
        date(2022, 5, 3),
        "Benches, and shade",
    )
    assert second.title == "Swings – “all” of them"


def test_an_empty_cell_is_a_key_that_is_not_there() -> None:
    _, second = visits(SOUND)
    assert second.note == ""
    assert second.promises == ()
    assert second.model_fields_set == {"id", "met_on", "title", "people", "priorities"}


def test_a_cell_of_spaces_is_empty() -> None:
    assert visit("title", " \u00a0 ").title is None


def test_numbered_columns_make_a_list_without_gaps_in_the_order_of_their_numbers() -> None:
    assert visits(SOUND)[1].priorities == ("Rope",)
    found = visit("priorities_10,priorities_2,priorities_1", "Ten,Two,One")
    assert found.priorities == ("One", "Two", "Ten")


def test_a_list_may_stand_in_one_cell_with_semicolons() -> None:
    assert visit("priorities", "Paint; Sand;;Rope ;").priorities == ("Paint", "Sand", "Rope")


def test_a_numbered_cell_is_one_entry_whatever_is_in_it() -> None:
    assert visit("priorities_1", "Paint; and sand").priorities == ("Paint; and sand",)


def test_a_record_inside_has_a_column_for_each_of_its_keys() -> None:
    people = visit("people_residents,people_wardens", '"1,234",2').people
    assert people is not None
    assert (people.residents, people.wardens) == (Decimal(1234), Decimal(2))


def test_a_record_whose_columns_are_all_empty_is_not_there() -> None:
    assert visit("people_residents,people_wardens", ",").people is None


def test_a_list_of_records_has_numbered_columns_for_each_of_its_keys() -> None:
    found = visit("promises_2_text,promises_1_by,promises_1_text", "Sand,park-warden,Paint")
    assert [(one.text, one.by) for one in found.promises] == [
        ("Paint", "park-warden"),
        ("Sand", None),
    ]


def test_a_list_of_records_may_hold_another_one() -> None:
    columns = "promises_1_text,promises_1_proofs_1_title,promises_1_proofs_2_title"
    (promise,) = visit(columns, "Paint,Minutes,Photo").promises
    assert [one.title for one in promise.proofs] == ["Minutes", "Photo"]


def test_a_record_that_can_be_read_from_text_may_stand_in_one_cell() -> None:
    assert [one.name for one in visit("colours", "red; green").colours] == ["red", "green"]
    assert [one.name for one in visit("colours_1,colours_2_name", "red,green").colours] == [
        "red",
        "green",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "PEOPLE_RESIDENTS",
        "People residents",
        "people-residents",
        "people.residents",
        " People  Residents ",
    ],
)
def test_a_column_is_found_in_any_case_with_any_sign_between_its_words(name: str) -> None:
    people = visit(name, "3").people
    assert people is not None
    assert people.residents == 3


def test_columns_may_stand_in_any_order() -> None:
    assert visits("met_on,id\n2022-05-03,bench\n")[0].id == "bench"


@pytest.mark.parametrize("day", ["03/05/2022", "3/5/22", "3.5.2022", "2022-05-03", "3 May 2022"])
def test_the_day_stands_before_the_month_unless_the_year_stands_first(day: str) -> None:
    (found,) = visits(f"id,met_on\nbench,{day}\n")
    assert found.met_on == date(2022, 5, 3)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@home", "'=1", "\t=1", "％"])
def test_what_a_download_guards_against_formulas_is_read_as_it_was(text: str) -> None:
    cell = written([[guarded(text)]]).strip("\r\n")
    assert visit("title", cell).title == text.strip()


def test_an_apostrophe_before_a_word_stays() -> None:
    assert visit("title", "'Tis the season").title == "'Tis the season"


def test_a_letter_that_poses_as_another_is_read_as_that_in_cells_and_headers() -> None:
    found = read("id,mеt_on\nbеnch,2022-05-03\n")
    assert found.entries == [{"id": "bench", "met_on": "2022-05-03"}]
    assert [(one.code, one.place.line, one.place.column) for one in found.problems] == [
        ("look-alike", 1, 5),
        ("look-alike", 2, 2),
    ]


# Files, as R011 asks


DIALECTS: dict[str, Callable[[str], bytes]] = {
    "CSV": str.encode,
    "CSV UTF-8": lambda text: text.encode("utf-8-sig"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r").encode(),
    "semicolons": lambda text: written(rows(text), ";").encode("utf-8-sig"),
    "tabs": lambda text: written(rows(text), "\t").encode(),
    "Unicode text": lambda text: written(rows(text), "\t").encode("utf-16"),
    "Unicode text the other way round": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "trailing commas": lambda text: written([[*one, "", ""] for one in rows(text)]).encode(),
    "blank rows": lambda text: b"\n" + text.replace("\n", "\n\n,,,,,,,,\n").encode(),
    "header on each page": lambda text: (text + text.splitlines()[0] + ",\n").encode(),
    "spaces behind commas": lambda text: (
        text.replace(',"', ', "').replace(",p", ", p").replace(",met", ", met").encode()
    ),
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_same_rows_give_the_same_record_however_they_were_saved(dialect: str) -> None:
    assert visits(DIALECTS[dialect](SOUND)) == visits(SOUND)


def test_dates_as_in_the_united_kingdom_give_the_same_record_as_any_other() -> None:
    iso = SOUND.replace("03/05/2022", "2022-05-03").replace("14 June 2022", "2022-06-14")
    british = SOUND.replace("14 June 2022", "14/06/2022")
    saved = written(rows(british), ";").encode("utf-8-sig")
    assert visits(saved) == visits(iso)


def test_a_table_with_commas_is_never_taken_for_one_with_semicolons() -> None:
    assert visit("title", "a;b;c;d;e;f;g;h;i").title == "a;b;c;d;e;f;g;h;i"
    text = "id,met_on,title; also,note; more; and more\n"
    assert [one.code for one in read(text).problems] == ["unknown-column", "unknown-column"]


def test_a_table_of_one_column_and_one_without_rows_are_tables() -> None:
    assert read("id\nbench\nswing\n").entries == [{"id": "bench"}, {"id": "swing"}]
    assert visits("id,met_on\n") == ()


def test_a_cell_of_several_lines_is_one_cell_and_keeps_its_paragraphs() -> None:
    assert visit("note", '"One.\r\n\r\nTwo."').note == "One.\n\nTwo."


def test_a_table_that_names_no_column_of_a_list_leaves_it_empty() -> None:
    assert visits("id,met_on\nbench,2022-05-03\n")[0].priorities == ()


# Places


def test_each_value_has_the_place_where_an_editor_sees_it() -> None:
    entry, _ = record(
        "id,title,met_on,priorities_1\n"
        'bench,"Benches\nfor all", 2022-05-03,Paint\n'
        "swing,,2022-05-04,\n"
    )
    assert entry is not None
    places = entry.places
    assert places.place(("visits",)) == Place(FILE, 1, 1)
    assert places.place(("visits", 0)) == Place(FILE, 2, 1)
    assert places.place(("visits", 0, "title")) == Place(FILE, 2, 7)
    assert places.place(("visits", 0, "met_on")) == Place(FILE, 3, 11)
    assert places.place(("visits", 0, "priorities", 0)) == Place(FILE, 3, 22)
    assert places.place(("visits", 1, "met_on")) == Place(FILE, 4, 8)
    assert places.key_place(("visits", 1, "met_on")) == Place(FILE, 4, 8)


def test_the_head_of_the_record_stays_in_its_own_file() -> None:
    entry, _ = record(SOUND)
    assert entry is not None
    assert entry.places.place(("format",)) == Place("plans/parks/book.yml", 1, 9)
    assert entry.places.files() == {"plans/parks/book.yml", FILE}


def test_each_cell_is_told_with_its_place_and_as_it_reads() -> None:
    found = read('id,title\r\nbench,"Said ""yes"""\r\n')
    assert found.text == 'id,title\nbench,"Said ""yes"""\n'
    assert found.values == (
        (Place(FILE, 1, 1), "id"),
        (Place(FILE, 1, 4), "title"),
        (Place(FILE, 2, 1), "bench"),
        (Place(FILE, 2, 7), 'Said "yes"'),
    )


# Mistakes


@pytest.mark.parametrize("flaw", FLAWS)
def test_each_mistake_is_told_in_plain_sentences(
    golden: Callable[[Path, str], None], flaw: str
) -> None:
    lines = said((BROKEN / f"{flaw}.csv").read_bytes())
    golden(BROKEN / f"{flaw}.txt", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("flaw", FLAWS)
def test_no_sentence_about_a_table_speaks_of_yaml(flaw: str) -> None:
    told = (BROKEN / f"{flaw}.txt").read_text("utf-8")
    assert told
    for word in ("key", "colon", "dash", "indent", "a line of its own"):
        assert word not in told.replace("semicolon", "")


def test_a_row_is_called_by_the_number_that_the_spreadsheet_shows() -> None:
    (line,) = said('id,met_on,title\n\nbench,2022-05-03,"One\ntwo"\n\nswing,,\n')
    assert line == (
        '6:7: Row 5 has nothing in the column "met_on" (the day of the visit). Write it there.'
    )


def test_a_column_that_is_missing_is_told_once_for_all_rows() -> None:
    assert len(said("id\n" + "".join(f"bench-{number}\n" for number in range(50)))) == 1


def test_a_misspelt_column_is_read_as_the_one_that_was_meant() -> None:
    entry, problems = record("id,met_om,prioritys\nbench,2022-05-03,Paint; Sand\n")
    assert [one.code for one in problems] == ["unknown-column", "unknown-column"]
    assert entry is not None
    assert entry.record.visits[0].met_on == date(2022, 5, 3)
    assert entry.record.visits[0].priorities == ("Paint", "Sand")


def test_what_is_wrong_in_one_row_leaves_the_others() -> None:
    entry, problems = record("id,met_on\nbench,\nswing,2022-05-04\nslide,x,y\n")
    assert len(problems) == 2
    assert entry is not None
    assert [one.id for one in entry.record.visits] == ["bench", "swing"]
    assert not entry.whole


def test_a_mistake_in_every_row_is_told_a_hundred_times_and_then_counted() -> None:
    lines = said("id,met_on\n" + "bench,soon\n" * 103)
    assert len(lines) == 101
    assert any(line == "102:7: And 3 more like this." for line in lines)


SAVE = 'Open it in the spreadsheet program and save it as "CSV UTF-8".'
UTF_16 = f": This file is in UTF-16 instead of UTF-8. {SAVE}"
EMPTY = ": This table is empty. Its first row must name the columns, with a comma between each two."
CP1252 = f':2:7: This file is not UTF-8 text: byte 0xA3, probably "£" from Windows-1252. {SAVE}'
WORKBOOK = f": This is a spreadsheet or Word document (a zip file), not a text file. {SAVE}"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        pytest.param(b"id,met_on\nbench,\xa35\n", CP1252, id="Windows-1252"),
        pytest.param("id,met_on\n".encode("utf-16-le"), UTF_16, id="UTF-16 unmarked"),
        pytest.param(b"\xff\xfei\x00d\x00,", UTF_16, id="UTF-16 cut off"),
        pytest.param(b"PK\x03\x04xl/worksheets", WORKBOOK, id="workbook"),
        pytest.param(
            b" \n" * 10_000_001,
            ": This file is too large: it is over 20 MB. Leave out rows.",
            id="too large",
        ),
        pytest.param(b"", EMPTY, id="empty"),
        pytest.param(b"\n , \n", EMPTY, id="blank"),
    ],
)
def test_what_is_no_table_is_told_with_the_way_out_that_spreadsheets_have(
    data: bytes, line: str
) -> None:
    found = read(data)
    assert [str(one) for one in found.problems] == [f"{FILE}{line}"]
    assert found.entries is None


def test_a_quote_that_swallows_more_than_a_cell_can_hold_is_told_where_it_opens() -> None:
    text = 'id,met_on,note\nbench,2022-05-03,"open\n' + "swing,2022-05-04,Rope\n" * 20_000
    (line,) = said(text)
    assert line.startswith("2:18: The quote that opens here is not closed")


# Anything at all


def test_twenty_thousand_rows_are_read_in_a_few_seconds() -> None:
    head, first, _ = SOUND.splitlines(keepends=True)
    before = time.process_time()
    assert len(visits(head + first * 20_000)) == 20_000
    assert time.process_time() - before < 20  # a slow machine may take four times as long


CELLS = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\x85\ufeff"),
    max_size=12,
).map(str.strip)


@given(
    st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6),
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
@example([('"', "a;b,c\td", "'=")], ",", "\r", "utf-8")
def test_what_a_spreadsheet_writes_is_read_back(
    cells: list[tuple[str, str, str]], delimiter: str, end: str, encoding: str
) -> None:
    names = ["title", "note", "kind"]
    text = written([names, *([guarded(one) for one in row] for row in cells)], delimiter, end)
    found = read(text.encode(encoding))
    # a letter that poses is read as another, so only the others can come back as they were
    if all(one.code == "missing-column" for one in found.problems):
        filled = [{name: one for name, one in zip(names, row, strict=True) if one} for row in cells]
        header = dict(zip(names, names, strict=True))
        assert found.entries == [row for row in filled if row and row != header]


@given(st.binary())
def test_any_bytes_become_a_table_or_a_problem(data: bytes) -> None:
    found = read(data)
    assert found.entries is not None or found.problems


PIECES = st.sampled_from(
    [*"\n,;\t\"' =", '""', "id", "met_on", "title", "people_residents", "x", "é", "\r\n", "1", "а"]
)


@given(st.lists(PIECES).map("".join))
@example('id,"x\n')
@example('"id\n')
@example('id,met_on\n"a"b,c\n')
def test_every_place_in_anything_like_a_table_is_in_the_file(text: str) -> None:
    found = read(text)
    lines = (found.text or "").split("\n")
    for place in [*(one.place for one in found.problems), *(place for place, _ in found.values)]:
        if place.line:
            assert place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    places = [place for place, _ in found.values]
    assert places == sorted(places)
