"""How many areas named what, and what may be said of it."""

from __future__ import annotations

from decimal import Decimal

from forums import TWO_PERIODS, record, returned, tallied, verdicts
from planboard.arithmetic.priorities.counts import Counts, Named
from planboard.words.vocabulary.forums import Movement


def named(counts: Counts, label: str) -> tuple[int | None, ...]:
    (found,) = (one for one in counts.priorities if one.label == label)
    return tuple(one.areas for one in found.named)


def moved(was: str, now: str, **values: object) -> tuple[int | None, Movement | None]:
    (one,) = verdicts(tallied(("Litter", [was, now]), **values)).counts.priorities
    return one.change, one.movement


def test_two_forums_of_one_area_count_once() -> None:
    told = verdicts(
        record(
            returned("oak-north", "2024-05-01", "Litter"),
            returned("oak-south", "2024-05-02", "Litter", "Noise"),
            returned("elm", "2024-05-03", "Litter"),
        )
    )

    assert named(told.counts, "Litter") == (0, 2)
    assert named(told.counts, "Noise") == (0, 1)


def test_one_area_that_names_a_priority_at_two_meetings_of_a_period_counts_once() -> None:
    told = verdicts(
        record(returned("oak", "2024-04-01", "Litter"), returned("oak", "2024-06-01", "Litter"))
    )

    assert named(told.counts, "Litter") == (0, 1)


def test_a_meeting_on_a_day_of_two_periods_belongs_to_the_first() -> None:
    periods = [
        {
            "id": "p1",
            "label": "Jan- 1st April",
            "first_day": "2024-01-01",
            "last_day": "2024-04-01",
        },
        {"id": "p2", "label": "April- June", "first_day": "2024-04-01", "last_day": "2024-06-30"},
    ]
    told = verdicts(record(returned("oak", "2024-04-01", "Litter"), periods=periods))

    assert named(told.counts, "Litter") == (1, 0)


def test_an_area_whose_returns_name_nothing_named_no_priority() -> None:
    told = verdicts(
        record(
            returned("oak-north", "2024-05-01"),
            returned("oak-south", "2024-05-02", "Litter"),
            returned("elm", "2024-05-03"),
        )
    )

    assert [one.named_none for one in told.counts.periods] == [0, 1]


def test_a_row_that_counts_areas_without_a_priority_is_no_priority() -> None:
    tallies = [
        {"priority": "Litter", "areas": ["5", "3 + 1"]},
        {"priority": "None", "areas": ["2", "1"], "names_none": "true"},
    ]
    counts = verdicts(tallied(tallies=tallies)).counts

    assert [one.label for one in counts.priorities] == ["Litter"]
    assert [(one.total, one.with_none) for one in counts.periods] == [(5, 7), (4, 5)]
    assert counts.priorities[0].named[1] == Named(4, (3, 1), rank=1)


def test_equal_figures_share_a_rank_and_the_next_one_is_left_out() -> None:
    rows = [("A", ["0", "9"]), ("B", ["0", "4"]), ("C", ["0", "4"]), ("D", ["0", "2"])]
    counts = verdicts(tallied(*rows)).counts

    ranks = [(one.named[1].rank, one.named[1].joint) for one in counts.priorities]
    assert ranks == [(1, False), (2, True), (2, True), (4, False)]


def test_what_no_area_named_has_no_rank() -> None:
    (one,) = verdicts(tallied(("Litter", ["3", "0"]))).counts.priorities

    assert one.named[1] == Named(0)


def test_a_priority_is_new_or_dropped_or_goes_up_or_down_or_stays() -> None:
    assert moved("0", "4") == (4, Movement.NEW)
    assert moved("4", "0") == (-4, Movement.DROPPED)
    assert moved("4", "9") == (5, Movement.UP)
    assert moved("9", "4") == (-5, Movement.DOWN)
    assert moved("4", "4") == (0, Movement.SAME)
    assert moved("4", "x") == (None, Movement.NOT_STATED)
    assert moved("0", "0") == (None, None)


def test_no_per_cent_is_said_of_a_small_base() -> None:
    small, large = tallied(("Litter", ["49", "60"])), tallied(("Litter", ["50", "60"]))

    assert verdicts(small).counts.priorities[0].percent is None
    assert verdicts(large).counts.priorities[0].percent == Decimal(20)
    assert verdicts(small, smallest_base=40).counts.priorities[0].percent is not None


def test_no_per_cent_is_said_of_periods_that_are_not_alike() -> None:
    longer = [TWO_PERIODS[0], {**TWO_PERIODS[1], "last_day": "2024-07-31"}]
    sharing = [{**TWO_PERIODS[0], "last_day": "2024-04-01"}, TWO_PERIODS[1]]

    for periods in (longer, sharing):
        counts = verdicts(tallied(("Litter", ["50", "60"]), periods=periods)).counts
        assert counts.priorities[0].percent is None
        assert counts.priorities[0].change == 10


def test_periods_a_tenth_longer_are_still_alike() -> None:
    def of(last_day: str) -> bool:
        periods = [
            {"id": "a", "label": "A", "first_day": "2024-01-01", "last_day": "2024-01-20"},
            {"id": "b", "label": "B", "first_day": "2024-02-01", "last_day": last_day},
        ]
        comparison = verdicts(tallied(("Litter", ["1", "2"]), periods=periods)).counts.comparison
        assert comparison is not None
        return comparison.alike

    assert of("2024-02-22")
    assert not of("2024-02-23")


def test_at_least_so_many_areas_answered_where_no_number_of_returns_is_stated() -> None:
    tallies = [
        {"priority": "Litter", "areas": ["4", "4"]},
        {"priority": "Noise", "areas": ["3", "0"]},
        {"priority": "None", "areas": ["2", "1"], "names_none": "true"},
    ]

    counts = verdicts(tallied(tallies=tallies)).counts
    assert [one.at_least for one in counts.periods] == [4 + 2, 4 + 1]


def test_nothing_is_guessed_of_areas_where_returns_are_known_or_a_figure_is_missing() -> None:
    known = [{**one, "returns_received": "3"} for one in TWO_PERIODS]
    stated = verdicts(tallied(("Litter", ["4", "4"]), periods=known)).counts
    missing = verdicts(tallied(("Litter", ["4", "x"]))).counts

    assert [one.at_least for one in stated.periods] == [None, None]
    assert [one.at_least for one in missing.periods] == [4, None]


def test_published_figures_stand_where_returns_are_on_record_as_well() -> None:
    both = record(
        returned("oak", "2024-05-01", "Litter"),
        tallies=[{"priority": "Litter", "areas": ["7", "5"]}],
    )
    counts = verdicts(both).counts

    assert counts.published
    assert named(counts, "Litter") == (7, 5)
    assert [one.on_record for one in counts.periods] == [0, 1]


def test_priorities_counted_together_count_an_area_once_when_returns_are_known() -> None:
    group = [{"id": "road", "name": "On the road", "priorities": ["Speeding", "Parking"]}]
    by_returns = record(
        returned("oak", "2024-05-01", "Speeding", "Parking"),
        returned("elm", "2024-05-01", "Parking"),
        categories=group,
    )
    by_table = tallied(("Speeding", ["1", "1"]), ("Parking", ["0", "2"]), categories=group)

    (distinct,) = verdicts(by_returns).counts.together
    (summed,) = verdicts(by_table).counts.together
    assert (distinct.areas, distinct.distinct) == ((0, 2), True)
    assert (summed.areas, summed.distinct) == ((1, 3), False)
    assert distinct.priorities == ("Speeding", "Parking")


def test_one_period_is_compared_with_nothing() -> None:
    counts = verdicts(tallied(("Litter", ["4"]), periods=TWO_PERIODS[:1])).counts

    assert counts.comparison is None
    assert counts.priorities[0].movement is None
