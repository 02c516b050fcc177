"""How numbers become bars, lines and figures."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planboard.saying.charts import bars, figures, lines
from planboard.saying.charts.bars import Pair, Segment, lengths, paired, ranked, segments
from planboard.saying.charts.figures import Series

if TYPE_CHECKING:
    from planboard.saying.charts.bars import Number

numbers = st.lists(st.integers(0, 10_000), max_size=8)
maybe_numbers = st.lists(st.one_of(st.none(), st.integers(0, 10_000)), max_size=8)
signed_numbers = st.lists(
    st.one_of(st.none(), st.integers(-10_000, 10_000), st.decimals(-50, 50, places=2)), max_size=8
)
ROUNDING = Decimal("0.02")


def share(text: str) -> Decimal:
    assert text.endswith("%")
    return Decimal(text.removesuffix("%"))


# Parts of one bar.


def test_a_bar_is_filled_from_the_left_in_the_order_of_its_numbers() -> None:
    assert segments([1, 2, 1]) == (
        Segment(0, "0.00%", "25.00%"),
        Segment(1, "25.00%", "50.00%"),
        Segment(2, "75.00%", "25.00%"),
    )


def test_a_zero_takes_no_part_but_keeps_the_places_of_the_others() -> None:
    assert segments([0, 3, 0, 1]) == (
        Segment(1, "0.00%", "75.00%"),
        Segment(3, "75.00%", "25.00%"),
    )


def test_nothing_but_zeros_is_an_empty_bar() -> None:
    assert segments([0, 0]) == ()
    assert segments([]) == ()


@given(numbers)
def test_every_number_above_zero_has_its_part(counted: list[int]) -> None:
    assert [one.index for one in segments(counted)] == [
        index for index, number in enumerate(counted) if number
    ]


@given(numbers)
def test_the_parts_touch_and_fill_the_bar(counted: list[int]) -> None:
    reached = Decimal(0)
    for one in segments(counted):
        assert abs(share(one.start) - reached) <= ROUNDING
        reached = share(one.start) + share(one.length)

    assert abs(reached - (100 if any(counted) else 0)) <= ROUNDING


# Bars beside one another.


def test_the_largest_number_has_the_whole_length_and_the_others_their_share() -> None:
    assert lengths([2, 8, 0]) == ("25.00%", "100.00%", "0.00%")


def test_what_is_missing_has_no_length_and_is_not_a_zero() -> None:
    assert lengths([None, 0, 4]) == ("", "0.00%", "100.00%")
    assert lengths([None]) == ("",)


def test_bars_of_several_rows_share_their_largest() -> None:
    assert lengths([1, 2], 4) == ("25.00%", "50.00%")


@pytest.mark.parametrize(("found", "largest"), [([-1], None), ([5], 4)])
def test_a_number_that_no_bar_can_show_is_refused(found: list[int], largest: int | None) -> None:
    with pytest.raises(ValueError, match="from zero to the largest"):
        lengths(found, largest)


def test_equal_numbers_share_a_rank_and_the_next_one_is_left_out() -> None:
    assert [(one.index, one.rank, one.joint) for one in ranked([3, 9, 3, 1])] == [
        (1, 1, False),
        (0, 2, True),
        (2, 2, True),
        (3, 4, False),
    ]


def test_what_is_missing_stands_last_without_a_rank() -> None:
    assert [(one.index, one.rank, one.length) for one in ranked([None, 0])] == [
        (1, 1, "0.00%"),
        (0, None, ""),
    ]


@given(maybe_numbers)
def test_ranks_go_down_as_numbers_do(found: list[int | None]) -> None:
    in_order = [found[one.index] for one in ranked(found)]
    known = [one for one in in_order if one is not None]

    assert known == sorted(known, reverse=True)
    assert in_order[len(known) :] == [None] * (len(found) - len(known))
    assert sorted(one.index for one in ranked(found)) == list(range(len(found)))


# Bars in pairs (R035).


def test_both_periods_share_one_scale_and_the_change_has_a_sign() -> None:
    assert paired([11, 17], [18, 9]) == (
        Pair(0, "61.11%", "100.00%", 7),
        Pair(1, "94.44%", "50.00%", -8),
    )


def test_the_largest_of_the_second_period_comes_first_and_what_is_missing_last() -> None:
    assert [one.index for one in paired([1, 5, 2, 9], [3, 4, 3, None])] == [1, 2, 0, 3]


def test_no_change_is_known_where_a_number_is_missing() -> None:
    found = paired([None, 4, 0], [2, None, 0])

    assert [(one.before, one.after, one.change) for one in found] == [
        ("", "50.00%", None),
        ("0.00%", "0.00%", 0),
        ("100.00%", "", None),
    ]


def test_periods_with_different_numbers_of_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="as many"):
        paired([1], [1, 2])


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=8))
def test_a_longer_bar_is_a_larger_number_in_either_period(found: list[tuple[int, int]]) -> None:
    before, after = [was for was, _ in found], [now for _, now in found]
    largest = max([*before, *after], default=0)
    assume(largest)

    for one in paired(before, after):
        for length, number in ((one.before, before[one.index]), (one.after, after[one.index])):
            assert abs(share(length) - 100 * Decimal(number) / largest) <= ROUNDING


# Axes and lines.


@pytest.mark.parametrize(
    ("found", "ticks"),
    [
        ([22], [0, 5, 10, 15, 20, 25]),
        ([1], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([1500, 900], [0, 500, 1000, 1500]),
        ([-3, 4], [-4, -2, 0, 2, 4]),
        ([0], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([None], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        ([], ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ],
)
def test_an_axis_has_round_ticks_from_zero(found: list[int | None], ticks: list[str | int]) -> None:
    assert [*lines.axis(found).ticks] == [Decimal(one) for one in ticks]


def test_the_axis_of_a_line_may_leave_zero_out() -> None:
    assert [*lines.axis([94, 97], from_zero=False).ticks] == [94, 95, 96, 97]


@given(signed_numbers, st.booleans())
def test_every_number_stands_on_its_axis(found: list[Number | None], from_zero: bool) -> None:  # noqa: FBT001 - hypothesis
    on = lines.axis(found, from_zero=from_zero)

    assert 2 <= len(on.ticks) <= 7
    assert all(0 <= on.place(one) <= 100 for one in found if one is not None)
    assert on.low < on.high


def test_points_stand_evenly_and_high_numbers_at_the_top() -> None:
    found = lines.line([0, 5], lines.axis([5]))

    assert [(one.x, one.y) for one in found.points] == [("25.00%", "100.00%"), ("75.00%", "0.00%")]
    assert found.way == "M25.00 100.00L75.00 0.00"


def test_a_line_is_broken_where_a_number_is_missing() -> None:
    found = lines.line([1, 2, None, 4], lines.axis([4]))

    assert [one.index for one in found.points] == [0, 1, 3]
    assert [part.count("L") for part in found.way.split("M")[1:]] == [1, 0]


@given(signed_numbers)
def test_every_number_has_its_point_and_nothing_else_has(found: list[Number | None]) -> None:
    line = lines.line(found, lines.axis(found))

    assert [one.index for one in line.points] == [
        index for index, one in enumerate(found) if one is not None
    ]


def test_an_upright_bar_stands_on_zero_and_one_that_is_missing_is_not_there() -> None:
    found = lines.columns([4, None, 0, -2], lines.axis([4, -2]))

    assert [(one.index, one.y, one.height) for one in found] == [
        (0, "0.00%", "66.67%"),
        (2, "66.67%", "0.00%"),
        (3, "66.67%", "33.33%"),
    ]


# Figures for plotly.js.

HOSTILE = "<b>A & B</b> &lt; <a href='//x'>"


def bar_figure() -> dict[str, Any]:
    series = [
        Series("Before", (1, None), series="1"),
        Series(HOSTILE, (Decimal("2.5"), 0), series="4"),
    ]
    return figures.bars(["North", HOSTILE], series, "Areas", stacked=False)


def figures_of_every_kind() -> list[dict[str, Any]]:
    series = [Series(name, (1, None, 3), series=name) for name in figures.looks(4)]
    return [
        bar_figure(),
        figures.bars(["North"], [Series("Red", (1,), tone="red")], "Areas", stacked=True),
        figures.lines(["a", "b", "c"], series, "Visits", [Series("Target", (2, 2, 2))]),
        figures.small(["a", "b", "c"], series),
    ]


@pytest.mark.parametrize("figure", figures_of_every_kind())
def test_plotly_takes_every_figure_as_it_is(figure: dict[str, Any]) -> None:
    assert go.Figure(figure).data


@pytest.mark.parametrize("figure", figures_of_every_kind())
def test_a_figure_has_no_template_and_no_colour(figure: dict[str, Any]) -> None:
    text = json.dumps(figure)

    assert "template" not in figure["layout"]
    assert "color" not in text
    assert "#" not in text


@pytest.mark.parametrize("figure", figures_of_every_kind())
def test_every_trace_says_which_tone_or_series_it_is(figure: dict[str, Any]) -> None:
    assert all(set(trace["meta"]) <= {"tone", "series"} for trace in figure["data"])


def test_a_label_is_shown_as_it_stands() -> None:
    figure = bar_figure()
    safe = "&lt;b&gt;A & B&lt;/b&gt; &amp;lt; &lt;a href='//x'&gt;"

    assert figure["layout"]["yaxis"]["ticktext"] == ["North", safe]
    assert figure["data"][1]["name"] == safe


def test_what_is_missing_is_missing_in_a_figure_too() -> None:
    assert [trace["x"] for trace in bar_figure()["data"]] == [[1, None], [2.5, 0]]


def test_two_rows_of_one_name_stay_two_rows() -> None:
    figure = figures.bars(["A", "A"], [Series("n", (1, 2), series="1")], "Areas", stacked=False)

    assert figure["layout"]["yaxis"]["tickvals"] == [0, 1]


def test_series_differ_in_more_than_colour() -> None:
    data = figures_of_every_kind()[2]["data"][:4]

    assert len({trace["line"]["dash"] for trace in data}) == 4
    assert len({trace["marker"]["symbol"] for trace in data}) == 4


def test_two_series_take_the_colours_that_are_furthest_apart() -> None:
    assert figures.looks(2) == ("1", "4")


def test_more_than_four_series_are_refused() -> None:
    with pytest.raises(ValueError, match="split the chart"):
        figures.looks(5)


def test_no_share_of_nothing_is_zero() -> None:
    assert bars.per_cent(0, 0) == "0.00%"
