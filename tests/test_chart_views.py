"""What the charts of a plan say, and what a chart of each kind looks like as HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import pytest
from hypothesis import given

from builders import a_group, a_plan, a_record, an_action
from gallery import GALLERY, about, html
from invented import any_plan
from markup import parsed
from planboard.arithmetic import progress
from planboard.saying.views import kinds
from planboard.saying.views.parts import Link
from planboard.saying.views.plan import charts
from planboard.saying.views.plan.charts import CHARTS
from planboard.words.vocabulary.shortcodes import Chart

if TYPE_CHECKING:
    from collections.abc import Callable

    from planboard.saying.views.drawn import ChartView
    from planboard.truth.in_full import PlanInFull

GOLDEN = Path(__file__).parent / "golden" / "charts"
HOME, OWN, OTHER = "", "plans/parks-2024/", "reports/may/"
every_kind = pytest.mark.parametrize("name", GALLERY)
every_chart = pytest.mark.parametrize("name", CHARTS)


def of(record: PlanInFull, name: str, page: str = OWN, **sizes: int) -> ChartView:
    files = {f"{file}.csv": size for file, size in sizes.items()}
    return CHARTS[name](record, progress.of_plan(record, 3), page, files)


def chart(name: str, *actions: object, page: str = OWN, **plan: Any) -> ChartView:  # noqa: ANN401
    """Return the chart ``name`` of a plan with ``actions`` under no group."""
    return of(a_record(a_plan(actions=actions, **plan)), name, page)


def owned(*owners: str, **values: object) -> object:
    return an_action(id="-".join(("a", *owners)), owners=list(owners), **values)


def dated(*dates: str, **plan: Any) -> ChartView:  # noqa: ANN401
    actions = [an_action(id=str(at), due=due) for at, due in enumerate(dates, 1)]
    return chart("due-by-quarter", *actions, **plan)


def rows(view: ChartView) -> dict[str, list[str]]:
    return {row.title: [*row.numbers] for part in view.table.parts for row in part.rows}


def grouped(*statuses: tuple[str, ...], **plan: Any) -> ChartView:  # noqa: ANN401
    """Return status by group for groups A, B … whose actions have ``statuses``."""
    groups = [
        a_group(
            id=f"g{at}",
            title=f"Group {letter}",
            actions=[
                an_action(id=f"{at}-{number}", status=status)
                for number, status in enumerate(inside)
            ],
        )
        for at, (letter, inside) in enumerate(zip("ABCDE", statuses, strict=False))
    ]
    return chart("status-by-group", groups=groups, **plan)


# Status by group.


def test_the_rows_of_the_table_sum_to_its_totals() -> None:
    groups = [
        a_group(id="a", title="A", actions=[an_action(id="1", status="red")]),
        a_group(id="b", title="B", groups=[a_group(id="c", actions=[an_action(id="2")])]),
    ]
    view = chart("status-by-group", an_action(id="3", status="red"), groups=groups)

    summed = [str(sum(map(int, column))) for column in zip(*rows(view).values(), strict=True)]
    assert summed == list(view.table.totals)
    assert view.table.totals[-1] == "3"


def test_actions_under_no_group_have_a_row_that_leads_to_them() -> None:
    view = chart(
        "status-by-group", an_action(id="1"), groups=[a_group(actions=[an_action(id="2")])]
    )

    assert [(row.title, row.url) for row in view.table.parts[0].rows] == [
        ("Under no theme", "#actions"),
        ("Parks", "#group-parks"),
    ]


def test_an_empty_group_has_a_row_of_true_zeros() -> None:
    assert rows(chart("status-by-group", groups=[a_group()])) == {"Parks": ["0", "0", "0", "0"]}


def test_every_row_has_a_column_for_what_is_missing_in_some_other_row() -> None:
    assert rows(grouped(("not rated",), ("red",))) == {
        "Group A": ["0", "0", "0", "1", "1"],
        "Group B": ["1", "0", "0", "0", "1"],
    }


def test_the_table_is_named_after_the_plans_own_words() -> None:
    one_kind = chart("status-by-group", groups=[a_group(kind="strand")], action_name="step")
    kinds_of_group = [a_group(id="a", kind="strand"), a_group(id="b", kind="aim")]

    assert one_kind.table.caption == "Steps by strand and status"
    assert chart("status-by-group", groups=kinds_of_group).table.caption == (
        "Actions by group and status"
    )
    assert chart("status-by-group").table.caption == "Actions by status"


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        ([("red", "green"), ("red", "red", "green")], "Group B: 2 of 3 actions are red, the most "),
        ([("red",), ("green",)], "Group A: 1 of 1 action is red, the most of any theme"),
        ([("red",), ("red", "green")], "Every theme with actions has some that are red"),
        ([("red",), ("red",), ("green",)], "2 of 3 groups have actions that are red"),
        ([("amber",), ("green",)], "No actions are published as red"),
        ([("not rated",), ("not rated",)], "Neither of the 2 actions is rated"),
        ([("red", "amber")], "1 of 2 actions is red and 1 amber; none is green"),
        ([(), ()], "This plan has no actions"),
    ],
)
def test_the_title_says_where_most_is_at_the_worst_level(
    statuses: list[tuple[str, ...]], title: str
) -> None:
    assert grouped(*statuses).title.startswith(title)


# Due by quarter.


def test_the_rows_are_quarters_and_then_what_has_no_day_to_finish_by() -> None:
    view = dated("by May 2024", "by August 2024", "by August 2024", "Ongoing", "")

    assert [(part.title, [row.title for row in part.rows]) for part in view.table.parts] == [
        ("", ["April to June 2024", "July to September 2024"]),
        ("No day to finish by", ["Ongoing", "No date stated"]),
    ]
    assert [*rows(view).values()] == [["1"], ["2"], ["1"], ["1"]]
    assert view.table.totals == ("5",)


def test_a_quarter_that_has_passed_is_marked_and_the_sentence_says_what_that_means() -> None:
    view = dated("by May 2024", "by August 2024", as_at="1 July 2024")

    assert [row.note for row in view.table.parts[0].rows] == ["passed", ""]
    assert view.sentence.endswith("when all of it lies before 1 July 2024.")
    assert "passed" not in dated("by August 2024").sentence


@pytest.mark.parametrize(
    ("dates", "title"),
    [
        (["by May 2024"] * 3 + ["Ongoing"], "Most actions fall due between April and June 2024"),
        (
            ["by May 2024", "by May 2024", "by Aug 2024", "TBC", "TBC"],
            "3 of 5 actions have an end date, most of them between April and June 2024",
        ),
        (
            ["by May 2024", "by May 2024", "by Aug 2024", "by Nov 2024"] + ["TBC"] * 2,
            "4 of 6 actions have an end date, half of them between April and June 2024",
        ),
        (
            ["by May 2024", "TBC"],
            "1 of 2 actions has an end date, between April and June 2024",
        ),
        (
            ["by May 2024"] * 2 + ["TBC"] * 2,
            "2 of 4 actions have an end date, all of them between ",
        ),
        (["by May 2024", "by Aug 2024", "TBC"], "2 of 3 actions have an end date"),
        (["TBC", "Ongoing"], "No action has an end date"),
        (["by May 2024"], "The only action falls due between April and June 2024"),
        (["by May 2024"] * 2, "Both actions fall due between April and June 2024"),
        ([], "There are no actions"),
    ],
)
def test_the_title_says_when_most_falls_due(dates: list[str], title: str) -> None:
    assert dated(*dates).title.startswith(title)


# Owners.


def test_owners_are_ranked_and_nobody_stands_last_without_a_rank() -> None:
    view = chart("owners", owned("park-warden"), owned("parks-board", "park-warden"), owned())

    assert rows(view) == {
        "Park warden": ["1", "2"],
        "Parks board": ["2", "1"],
        "No owner named": ["", "1"],
    }
    assert len(view.table.parts) == 2


def test_an_owner_leads_to_its_page_and_one_unknown_does_not() -> None:
    record = a_record(
        a_plan(actions=[owned("park-warden"), owned("stranger")]),
        owners=[{"id": "park-warden", "role": "Park warden"}],
    )
    (part,) = of(record, "owners").table.parts

    assert [(row.title, row.url) for row in part.rows] == [
        ("Park warden", "../../owners/park-warden/"),
        ("stranger", ""),
    ]


def test_the_sentence_says_when_the_numbers_sum_to_more_than_there_are() -> None:
    assert "more than 1" in chart("owners", owned("park-warden", "parks-board")).sentence
    assert "more than" not in chart("owners", owned("park-warden")).sentence


def test_who_is_named_most_is_the_title_only_where_the_plan_asks_for_it() -> None:
    actions = [owned("park-warden"), owned("park-warden", "parks-board"), owned()]

    assert chart("owners", *actions).title == "2 of 3 actions name an owner"
    assert chart("owners", *actions, tells_busiest_owner="true").title == (
        "One owner, Park warden, is named as owner on 2 of 3 actions"
    )
    assert chart("owners", owned("park-warden")).title == "The only action names an owner"


# Every chart of a plan.


def test_the_charts_are_those_that_a_shortcode_may_name() -> None:
    assert tuple(CHARTS) == tuple(Chart)


@every_chart
def test_on_the_page_of_its_plan_the_file_lies_beside_it(name: str) -> None:
    assert chart(name).csv.url == f"{name.replace('-', '_')}.csv"


@every_chart
@pytest.mark.parametrize(("page", "way"), [(HOME, ""), (OTHER, "../../")])
def test_on_another_page_every_link_leads_to_the_plan(name: str, page: str, way: str) -> None:
    groups = [a_group(actions=[an_action(id="2")])]
    view = chart(name, owned("park-warden"), groups=groups, page=page)
    ways = [row.url for part in view.table.parts for row in part.rows if row.url]

    assert view.csv.url == f"{way}plans/parks-2024/{name.replace('-', '_')}.csv"
    assert view.source.record.url == f"{way}plans/parks-2024/"
    assert all(one.startswith((f"{way}plans/parks-2024/#", f"{way}owners/")) for one in ways)


def test_the_places_of_charts_on_one_page_differ_by_chart_and_by_plan() -> None:
    records = [a_record(a_plan(actions=[an_action()]), id=name) for name in ("one", "two")]
    places = [of(record, name, HOME).anchor for record in records for name in CHARTS]

    assert len(set(places)) == len(places)
    assert places[0] == "plan-one-status-by-group"


def test_the_page_of_a_plan_names_its_charts_in_short() -> None:
    assert [chart(name).anchor for name in CHARTS] == ["by-group", "due-by-quarter", "owners"]


def test_the_file_says_its_size_where_it_is_known() -> None:
    record = a_record(a_plan(actions=[an_action()]))

    assert of(record, "owners", owners=1900).csv.size == "2 KB"
    assert of(record, "owners").csv.size == ""


@every_chart
def test_a_chart_says_whose_it_is_and_as_of_when(name: str) -> None:
    view = chart(name)

    assert view.source.record.title == "Plan for the parks"
    assert view.source.said == "Hill Town Council, as at June 2024"


@every_chart
@given(record=any_plan())
def test_a_chart_can_be_made_of_any_plan(name: str, record: PlanInFull) -> None:
    view = of(record, name)

    assert view.title
    assert not view.title.endswith(".")
    assert parsed(html(view)).place(view.anchor).text
    assert go.Figure(json.loads(view.figure)).layout


@given(any_plan())
def test_the_figure_has_the_numbers_of_the_table(record: PlanInFull) -> None:
    view = of(record, "status-by-group")
    traces = json.loads(view.figure)["data"]

    assert [
        [str(one) for one in row] for row in zip(*(trace["x"] for trace in traces), strict=True)
    ] == [list(row.numbers[:-1]) for row in view.table.parts[0].rows]


@given(any_plan())
def test_what_is_due_sums_to_all_actions(record: PlanInFull) -> None:
    view = of(record, "due-by-quarter")

    assert sum(int(number) for (number,) in rows(view).values()) == int(view.table.totals[0])


# A chart of each kind as HTML.


@every_kind
def test_a_chart_becomes_the_fragment_kept_for_it(
    name: str, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"{name}.html", html(GALLERY[name]))


@every_kind
def test_every_chart_is_a_figure_that_its_title_names_with_a_table_that_has_a_caption(
    name: str,
) -> None:
    page = parsed(html(GALLERY[name]))
    (figure,) = page.every("figure")

    assert figure.attributes["aria-labelledby"] == GALLERY[name].anchor
    assert page.every("caption")[0].text == f"{GALLERY[name].table.caption}, as numbers"
    assert {one.attributes["scope"] for one in page.every("thead")[0].every("th")} == {"col"}


@every_kind
def test_every_drawing_has_words_or_is_left_out_for_those_who_cannot_see_it(name: str) -> None:
    page = parsed(html(GALLERY[name]))
    inner = [svg for outer in page.every("svg") for svg in outer.every("svg")]
    plots = [svg for plot in page.every(attribute="role") for svg in plot.every("svg")]
    drawings = [one for one in page.every("svg") if one not in [*inner, *plots]]

    assert drawings or plots
    assert all(
        one.attributes.get("aria-hidden") == "true" or one.attributes.get("aria-label")
        for one in drawings
    )


@every_kind
def test_plotly_takes_the_figure_of_every_chart(name: str) -> None:
    assert go.Figure(json.loads(GALLERY[name].figure)).data


def test_what_is_missing_is_said_in_words_and_not_drawn() -> None:
    (part, _) = GALLERY["ranking"].table.parts
    missing = part.rows[-1]

    assert missing.numbers == ("", "Not stated")
    assert missing.drawing.rects == ()


def test_long_names_of_periods_begin_and_end_at_the_edges_of_a_plot() -> None:
    periods = ["January to March 2014", "April to June 2014", "July to September 2014"]
    plot = kinds.line(about("x"), periods, [("Visits", [1, 2, 3])]).plot

    assert plot is not None
    assert [(one.label, one.side) for one in plot.periods] == [
        (periods[0], "start"),
        (periods[2], "end"),
    ]


def test_a_row_of_small_charts_has_one_scale_for_all() -> None:
    assert GALLERY["multiples"].table.drawn == "All on one scale, 0 to 25"


def test_bars_end_where_their_scale_does_if_its_end_is_known() -> None:
    share = about("x")._replace(largest=100)
    ranked = kinds.ranking(share, [Link("Shade", ""), Link("Sun", "")], [80, 20])
    paired = kinds.pairs(share, ["Shade"], ("2022", "2023"), [40], [80])
    for view, lengths in ((ranked, ["80.00%", "20.00%"]), (paired, ["40.00%", "80.00%"])):
        rects = [one for row in view.table.parts[0].rows for one in row.drawing.rects]
        assert [one.width for one in rects] == lengths
        assert view.table.drawn.endswith(", 0 to 100")
        assert json.loads(view.figure)["layout"]["xaxis"]["range"] == [0, 100]


def test_a_number_beyond_the_end_of_its_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="zero to the largest"):
        kinds.pairs(about("x")._replace(largest=100), ["Shade"], ("2022", "2023"), [40], [101])


def test_five_lines_are_refused() -> None:
    with pytest.raises(ValueError, match="split the chart"):
        kinds.line(about("x"), ["a"], [(name, [1]) for name in "abcde"])


def test_the_functions_have_the_names_of_their_charts() -> None:
    assert CHARTS["due-by-quarter"] is charts.due_by_quarter
