"""The page of forums: what stands where, and that nothing stands there which must not."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from builders import some_forums
from forums import TWO_PERIODS, files, made, record, returned, seen, tallied, verdicts
from markup import Element, parsed
from planboard.saying.views.forums import charts
from planboard.showing.downloads import forums as downloads
from planboard.truth.model.returns import Return

PROGRESS = [{"priority": "Noise", "text": "A patrol each Friday."}]
UNRELEASED = "Quarrel over a hedge near Canal Street."
FULL = (
    returned("oak", "2024-02-01", "Litter", "Noise", returned_on="2024-02-09"),
    returned(
        "oak",
        "2024-05-01",
        "Parking",
        returned_on="2024-05-20",
        attendance={"residents": "about 9"},
        police="1 constable",
        agreed="no",
        progress=PROGRESS,
        actions_wanted=[{"text": "Mend the gate.", "required_by": "2024-06-01"}],
        concerns=["The lamp is dark."],
        tensions=[{"text": UNRELEASED}, {"text": "Peace over a hedge.", "release": "true"}],
        good_news=["A path was cleaned."],
        events=[{"kind": "surgery", "on": "2024-05-03", "place": "Library"}],
        vote={"base": "80", "shares": [{"priority": "Parking", "percent": "60"}]},
        objectives=[{"objective": "o1", "done": "yes"}],
    ),
    returned("elm", "2024-05-02"),
)
OBJECTIVES = [{"id": "o1", "text": "Meet the parish."}]


def page(*returns: dict[str, Any], **values: object) -> Element:
    return parsed(made(record(*returns, **values)).pages[0].html)


def full() -> Element:
    return page(*FULL, objectives=OBJECTIVES)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_place_that_a_link_may_point_at_is_on_the_page() -> None:
    (one,) = made(record(*FULL, objectives=OBJECTIVES)).pages
    ids = [found.attributes["id"] for found in parsed(one.html).every(attribute="id")]

    assert sorted(one.anchors) == sorted(ids)


def test_the_headings_stand_in_the_order_of_the_design() -> None:
    headings = [one.attributes["id"] for one in full().every("h2")]

    assert headings == [
        "coverage",
        "latest",
        "table-1",
        "changes",
        "by-forum",
        "votes",
        "wanted",
        "events",
        "good-news",
        "objectives",
        "timeliness",
        "form",
        "downloads",
        "notices",
    ]


def test_a_forum_shows_last_time_what_was_done_and_now() -> None:
    before, now = full().place("forum-oak").every("td")

    assert before.text == ("On 1 February 2024 Litter Nothing reported Noise A patrol each Friday.")
    assert now.text == (
        "On 1 May 2024 Parking 1 of 3 priorities agreed Concern: The lamp is dark. "
        "Tension, released: Peace over a hedge."
    )


def test_a_forum_says_who_was_there_and_when_its_return_came() -> None:
    (head,) = full().place("forum-oak").every("th")

    assert "People there: about 9 (about 9 residents)" in head.text
    assert "Police there: 1 constable" in head.text
    assert "Return came after 19 days, 5 days late (due within 14)" in head.text


def test_a_forum_without_an_earlier_return_or_a_priority_says_so() -> None:
    before, now = full().place("forum-elm").every("td")

    assert before.text == "No earlier return"
    assert now.text == "On 2 May 2024 No priority named"


def test_priorities_that_are_due_for_review_have_a_mark_with_symbol_and_words() -> None:
    row = page(returned("oak", "2024-02-01", "Litter")).place("forum-oak")
    (tag,) = row.every(attribute="data-status")

    assert tag.text == "▲Due for review since 1 May 2024"


def test_what_is_wanted_is_overdue_at_the_day_of_the_facts() -> None:
    view = seen(record(*FULL, objectives=OBJECTIVES))
    (one,) = view.asked

    assert (one.when, one.tag.label, one.raised_by) == (
        "By 1 June 2024",
        "29 days overdue",
        "Not stated",
    )


def test_an_event_without_an_outcome_says_so() -> None:
    view = seen(record(*FULL, objectives=OBJECTIVES))

    assert view.events.sentence == "1 of 1 has no outcome."
    assert view.events.events[0].outcome == "No outcome recorded"


def test_a_tension_that_is_not_released_stands_in_no_page_search_or_file() -> None:
    found = made(record(*FULL, objectives=OBJECTIVES))
    texts = [
        *(text for one in found.pages for text in (one.html, one.search_html, one.description)),
        *(one.content.decode() for one in found.files),
    ]

    assert not [text for text in texts if "Quarrel" in text or "Canal Street" in text]
    assert [text for text in texts if "Peace over a hedge." in text]


def test_published_totals_say_that_there_is_nothing_forum_by_forum() -> None:
    html = parsed(made(tallied(("Litter", ["4", "2"]))).pages[0].html)

    assert "publishes totals only: it does not say which forum named what." in html.text
    assert not [one for one in html.every("tr") if "forum-" in one.attributes.get("id", "")]


def test_an_empty_record_has_a_page_with_designed_words() -> None:
    html = parsed(made(some_forums()).pages[0].html).text

    for words in (
        "No priority of a forum is published yet.",
        "does not say who reports from which area.",
        "has no returns yet",
        "The record lists no events.",
        "No good news is recorded.",
        "does not say when returns came back.",
    ):
        assert words in html


def test_a_sum_as_printed_stands_in_the_table_and_its_value_in_the_bar() -> None:
    view = seen(tallied(("Litter", ["8", "3 + 1"]), ("Noise", ["1", "0"])))
    assert view.chart is not None
    (row, _) = view.chart.table.parts[0].rows

    assert row.numbers == ("8", "4 (3 + 1)", "−4")
    assert [one.width for one in row.drawing.rects] == ["100.00%", "50.00%"]


def test_a_figure_that_the_source_does_not_print_is_marked_and_the_mark_explained() -> None:
    view = seen(tallied(("Litter", ["8", "x"]), ("Noise", ["0", "2"])))
    assert view.chart is not None
    numbers = {row.title: row.numbers for part in view.chart.table.parts for row in part.rows}

    assert numbers == {"Litter": ("8", "[x]", "[x]"), "Noise": ("0", "2", "+2")}
    assert "[x] not available." in view.chart.notes


def test_a_share_stands_beside_a_change_only_of_a_large_base() -> None:
    def change(base: str, **settings: object) -> str:
        chart = seen(tallied(("Litter", [base, "60"])), **settings).chart
        assert chart is not None
        return chart.table.parts[0].rows[0].numbers[2]

    assert change("50") == "+10 (+20%)"
    assert change("49") == "+11"
    assert change("49", smallest_base="40") == "+11 (+22%)"


def test_a_long_tail_stands_together_in_the_chart_and_in_full_in_the_table() -> None:
    rows = [("Litter", ["1", "5"]), *((name, ["0", "1"]) for name in ("A", "B", "C", "D"))]
    view = seen(tallied(*rows))
    assert view.latest is not None
    assert view.chart is not None

    latest = [row.title for part in view.latest.table.parts for row in part.rows]
    assert latest == ["Litter", "Other (4 priorities, 1 area each)"]
    assert len(view.chart.table.parts[0].rows) == 5


def test_three_that_one_area_named_are_no_long_tail() -> None:
    rows = [("Litter", ["1", "5"]), *((name, ["0", "1"]) for name in ("A", "B", "C"))]
    view = seen(tallied(*rows))
    assert view.latest is not None

    assert len(view.latest.table.parts[0].rows) == 4


def test_one_period_is_ranked_in_the_place_of_the_table() -> None:
    view = seen(tallied(("Litter", ["4"]), ("Noise", ["1"]), periods=TWO_PERIODS[:1]))
    assert view.chart is not None

    assert (view.chart.anchor, view.latest, view.changes) == ("table-1", None, None)


def test_more_than_two_periods_stand_side_by_side_as_well() -> None:
    third = {"id": "p3", "label": "July 24", "first_day": "2024-07-01", "last_day": "2024-07-31"}
    view = seen(tallied(("Litter", ["4", "x", "2"]), periods=[*TWO_PERIODS, third]))
    assert view.over_time is not None

    assert [one.label for one in view.over_time.table.heads] == [
        "Jan- March 24",
        "April- June 24",
        "July 24",
    ]
    assert view.over_time.table.parts[0].rows[0].numbers[0] == "4"


def test_a_chart_stands_on_any_page_with_its_notes_its_file_and_the_way_back() -> None:
    of = tallied(("Litter", ["4", "2"]))
    chart = charts.chart(of, verdicts(of), "", {"priorities.csv": 2048})
    assert chart is not None

    assert chart.anchor == "forums-parks-2024-table-1"
    assert chart.csv.url == "priorities/parks-2024/priorities.csv"
    assert chart.source.record.url == "priorities/parks-2024/"
    assert chart.notes


def test_a_record_without_priorities_has_no_chart_to_place() -> None:
    of = some_forums(periods=TWO_PERIODS)

    assert charts.chart(of, verdicts(of), "") is None


@pytest.mark.parametrize(
    ("vote", "numbers", "said"),
    [
        (
            {"base": "200", "shares": [{"priority": "A", "percent": "64"}]},
            ["64", "36"],
            "200 voted.",
        ),
        (
            {"shares": [{"priority": "A", "percent": "64"}]},
            ["64", "36"],
            "Base not stated [u].",
        ),
        (
            {"base": "20", "shares": [{"priority": "A", "percent": "64", "votes": "13"}]},
            ["13"],
            "20 voted.",
        ),
    ],
)
def test_a_vote_has_per_cent_with_its_base_and_votes_alone_where_few_voted(
    vote: dict[str, Any], numbers: list[str], said: str
) -> None:
    (chart,) = seen(record(returned("oak", "2024-05-01", vote=vote))).votes

    rows = [row for part in chart.table.parts for row in part.rows]
    assert [row.numbers[1] for row in rows] == numbers
    assert said in chart.sentence


def test_the_form_has_the_twelve_questions_and_both_periods() -> None:
    form = full().place("form")
    fields = seen(record(*FULL, objectives=OBJECTIVES)).form.fields

    assert form.text == "Form for the next return"
    assert len(fields) == 12
    labels = [one.label for one in fields]
    assert "Events in the last 3 months, and what came of them" in labels
    assert "Objectives for the next 6 months" in labels


def test_on_paper_the_form_lists_the_objectives_with_their_numbers() -> None:
    objectives = [
        {"id": "o1", "number": "1", "text": "Meet the parish."},
        {"id": "o2", "text": "Visit a school."},
    ]
    lists = page(*FULL, objectives=objectives).every("ul", attribute="class")
    (listed,) = (one for one in lists if one.attributes["class"] == "on-paper")

    assert [one.text for one in listed.every("li")] == ["1 Meet the parish.", "Visit a school."]


def test_a_vacancy_is_one_of_the_day_of_the_facts_and_not_of_today() -> None:
    of = record(
        as_at="2024-06",
        areas=[{"id": "oak", "name": "Oak"}],
        appointments=[{"area": "oak", "state": "vacant"}],
        appointee_name="observer",
    )

    assert seen(of).coverage.wanted == "Without an observer in June 2024"


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ("3", "; these forums meet every 4 months."),
        ("1", "; these forums meet every 12 months."),
        ("4", "are due for review."),
        ("12", "are due for review."),
        (None, "are due for review."),
    ],
)
def test_forums_that_meet_less_often_than_priorities_are_reviewed_are_said_to(
    times: str | None, said: str
) -> None:
    forums = [
        {"id": one, "name": one, "area": "oak"} | ({"meetings_per_year": times} if times else {})
        for one in ("oak-north", "oak-south")
    ]
    of = record(
        returned("oak-north", "2024-01-09", "Litter"),
        returned("oak-south", "2024-01-09", "Litter"),
        forums=forums,
    )

    sentence = seen(of).grid.sentence
    assert sentence.startswith("2 forums have priorities older than 3 months")
    assert sentence.endswith(said)


def test_the_file_of_the_form_has_columns_that_a_return_has() -> None:
    (header,) = files(record(*FULL, objectives=OBJECTIVES))["returns_template.csv"].splitlines()
    columns = header.decode("utf-8-sig").split(",")

    assert tuple(columns) == downloads.TEMPLATE
    known = tuple(Return.model_fields)
    assert not [name for name in columns if not name.startswith(known)]


def test_page_chart_file_and_data_have_the_same_figures() -> None:
    of = record(*FULL, objectives=OBJECTIVES)
    view, found = seen(of), files(of)
    assert view.chart is not None
    on_page = {row.title: row.numbers[:2] for part in view.chart.table.parts for row in part.rows}
    in_csv: dict[str, list[str]] = {}
    for row in table(found["priorities.csv"]):
        if row["kind"] == "priority":
            in_csv.setdefault(row["priority"], []).append(row["areas"])
    figure = json.loads(view.chart.figure)
    labels = figure["layout"]["yaxis"]["ticktext"]
    before, after = (trace["x"] for trace in figure["data"])
    drawn = {
        label: (str(was), str(now)) for label, was, now in zip(labels, before, after, strict=True)
    }

    assert on_page == {label: tuple(numbers) for label, numbers in in_csv.items()} == drawn
    assert json.loads(found["data.json"])["priorities"] == table(found["priorities.csv"])


def test_every_table_in_data_json_is_the_file_of_its_name() -> None:
    found = files(record(*FULL, objectives=OBJECTIVES))
    data = json.loads(found["data.json"])

    for name in downloads.TABLES:
        rows = table(found[f"{name}.csv"]) if f"{name}.csv" in found else []
        assert data[name] == rows
    assert list(data) == [key.name for key in downloads.JSON]


def test_the_columns_of_priorities_begin_as_they_are_promised() -> None:
    header = files(tallied(("Litter", ["8", "3 + 1"])))["priorities.csv"].decode("utf-8-sig")

    assert header.startswith("priority,period,areas,parts,")
    assert "Litter,p2,4,3 + 1," in header


def test_the_row_of_areas_without_a_priority_is_of_another_kind_and_has_no_rank() -> None:
    rows = [
        {"priority": "Litter", "areas": ["4", "5"]},
        {"priority": "None", "areas": ["2", "x"], "names_none": "true"},
    ]
    found = table(files(tallied(tallies=rows))["priorities.csv"])
    none = [row for row in found if row["kind"] == "named_none"]

    assert [(row["priority"], row["areas"], row["marker"], row["rank"]) for row in none] == [
        ("None", "2", "", ""),
        ("None", "", "x", ""),
    ]


def test_priorities_are_exported_in_the_shape_of_data_police_uk() -> None:
    found = json.loads(files(record(*FULL, objectives=OBJECTIVES))["police_uk_priorities.json"])

    assert found == {
        "elm": [],
        "oak": [
            {
                "issue": "Parking",
                "issue-date": "2024-05-01T00:00:00",
                "action": None,
                "action-date": None,
            },
            {
                "issue": "Litter",
                "issue-date": "2024-02-01T00:00:00",
                "action": None,
                "action-date": None,
            },
            {
                "issue": "Noise",
                "issue-date": "2024-02-01T00:00:00",
                "action": "A patrol each Friday.",
                "action-date": "2024-05-01T00:00:00",
            },
        ],
    }


def test_a_table_without_a_row_has_no_file() -> None:
    found = files(tallied(("Litter", ["4", "2"])))

    assert "returns.csv" not in found
    assert "police_uk_priorities.json" not in found


def test_search_finds_forums_events_and_news() -> None:
    (one,) = made(record(*FULL, objectives=OBJECTIVES)).pages
    found = parsed(one.search_html)

    assert [each.attributes["id"] for each in found.every("h2")] == [
        "table-1",
        "forum-elm",
        "forum-oak",
        "wanted",
        "events",
        "good-news",
        "objective-o1",
    ]
    assert "A patrol each Friday." in found.text


def test_organisations_are_counted_by_kind_and_no_person_is_listed() -> None:
    kinds = ["school"] * 9 + ["parish council"] * 5
    contacts = [
        {
            "organisation": f"Body {number}",
            "kind": kind,
            **({"frequency": "monthly"} if kind == "school" else {"frequency": "yearly"}),
        }
        for number, kind in enumerate(kinds)
    ]
    view = seen(some_forums(contacts=contacts)).contacts
    assert view is not None

    assert view.sentence == "14 organisations, 9 contacted monthly, 5 yearly."
    assert view.kinds == (("School", "9"), ("Parish council", "5"))


def test_a_numbered_paragraph_keeps_its_place() -> None:
    (one,) = made(some_forums(paragraphs=[{"number": "2.2", "text": "On issues."}])).pages

    assert parsed(one.html).place("para-2-2").text == "2.2On issues."
    assert "para-2-2" in one.anchors


def test_many_forums_have_a_list_of_ways_to_each() -> None:
    few = [returned(f"f{number}", "2024-05-01") for number in range(5)]

    assert seen(record(*few)).grid.ways == ()
    assert len(seen(record(*few, returned("f5", "2024-05-01"))).grid.ways) == 6
