"""How numbers become the parts of a bar."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from planboard.saying.charts import Segment, segments

numbers = st.lists(st.integers(0, 10_000), max_size=8)


def share(text: str) -> Decimal:
    assert text.endswith("%")
    return Decimal(text.removesuffix("%"))


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
    rounding = Decimal("0.02")
    reached = Decimal(0)
    for one in segments(counted):
        assert abs(share(one.start) - reached) <= rounding
        reached = share(one.start) + share(one.length)

    assert abs(reached - (100 if any(counted) else 0)) <= rounding
