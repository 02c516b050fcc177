"""What a newsletter says in one message, and the figures of a period in one breath (R017, R186)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_publisher
from planboard.arithmetic.newsletters import NewsletterTold
from planboard.arithmetic.programmes.activity import Activity
from planboard.arithmetic.programmes.period import Period
from planboard.saying.sentences.newsletters import in_short, summary
from planboard.truth.dates import read_span
from planboard.truth.in_full import NewsletterInFull
from planboard.truth.model.newsletter import LONGEST_SUMMARY, Newsletter
from planboard.truth.model.programme.follow_up import Visit
from planboard.words.vocabulary.programmes import FollowUp

if TYPE_CHECKING:
    from planboard.arithmetic.programmes.follow_up import Guarded

TITLE: Final = "What you found in May"
PLANNED: Final = Activity(sessions=7, planned=10, vehicles_passed=1132, over_threshold=26)


def a_period(
    *letters: Guarded, done: Activity = PLANNED, visits: int = 2, goes_on: bool = False
) -> Period:
    """Return what is known of May; ``letters`` are the first, second and third ones."""
    kinds = dict.fromkeys(FollowUp, 0) | dict(zip(FollowUp, letters, strict=False))
    visit = Visit.model_validate({"on": "2022-05-03", "site": "oak-end"})
    return Period(
        read_span("2022-05"), (date(2022, 5, 1),), goes_on, done, kinds, (visit,) * visits
    )


def told(period: Period | None = None, **values: Any) -> NewsletterTold:  # noqa: ANN401 - as a file
    given = {"title": TITLE, "number": "1", "date": "2022-06-10", "audience": "All", "log": "vale"}
    newsletter = Newsletter.model_validate(given | values)
    record = NewsletterInFull(id="2022-06", newsletter=newsletter, publisher=a_publisher())
    return NewsletterTold(record=record, after=None, period=period)


# The figures in one breath.


def test_the_figures_of_a_period_are_said_in_one_breath() -> None:
    assert in_short(a_period(24)) == (
        "7 of 10 planned sessions, 1,132 vehicles, 26 over the threshold (2.3%), "
        "24 first letters, 2 visits"
    )


def test_letters_of_different_kinds_are_never_added_up() -> None:
    found = in_short(a_period(470, 31, 6))
    assert "470 first letters, 31 second letters, 6 third letters or visits" in found
    assert "507" not in found


def test_a_count_that_is_kept_back_is_a_marker() -> None:
    assert ", 24 first letters, [c] second letters, 2 visits" in in_short(a_period(24, None))


def test_one_of_anything_is_singular() -> None:
    done = Activity(sessions=1, planned=1, vehicles_passed=1, over_threshold=0)
    assert in_short(a_period(1, 1, 1, done=done, visits=1)) == (
        "1 of 1 planned session, 1 vehicle, 0 over the threshold (0.0%), 1 first letter, "
        "1 second letter, 1 third letter or visit, 1 visit"
    )


@pytest.mark.parametrize(("unplanned", "others"), [(1, "and 1 other"), (3, "and 3 others")])
def test_sessions_that_nobody_planned_are_said_apart(unplanned: int, others: str) -> None:
    done = Activity(sessions=7 + unplanned, planned=10, unplanned=unplanned)
    assert in_short(a_period(done=done)).startswith(f"7 of 10 planned sessions {others}, ")


@pytest.mark.parametrize(("planned", "unplanned"), [(None, 0), (0, 7)])
def test_without_a_plan_sessions_are_only_counted(planned: int | None, unplanned: int) -> None:
    done = Activity(sessions=7, planned=planned, unplanned=unplanned)
    assert in_short(a_period(done=done)).startswith("7 sessions, ")


def test_no_vehicle_has_no_share_over_the_threshold() -> None:
    found = in_short(a_period(done=Activity(sessions=2), visits=0))
    assert found == "2 sessions, no vehicle"


def test_what_did_not_happen_is_not_said() -> None:
    assert in_short(a_period(done=Activity(), visits=0)) == "no session"


# The message.


def test_the_words_of_the_editor_come_first() -> None:
    assert summary(told(a_period(24), summary="Slower in Oak End.")) == "Slower in Oak End."


def test_without_them_the_title_and_the_figures_of_the_period_are_said() -> None:
    assert summary(told(a_period(24))) == (
        f"{TITLE}. May 2022: 7 of 10 planned sessions, 1,132 vehicles, 26 over the threshold "
        "(2.3%), 24 first letters, 2 visits."
    )


def test_figures_of_months_that_are_not_over_are_those_so_far() -> None:
    assert f"{TITLE}. May 2022 so far: 7 of 10" in summary(told(a_period(24, goes_on=True)))


def test_without_a_period_the_title_says_it() -> None:
    assert summary(told()) == f"{TITLE}."


def test_a_question_keeps_its_mark() -> None:
    assert summary(told(title="What did you find?")) == "What did you find?"


def test_a_message_leaves_out_what_is_kept_back() -> None:
    found = summary(told(a_period(24, None, None)))
    assert "[c]" not in found
    assert "24 first letters, 2 visits." in found


def test_what_is_too_long_is_left_out_figure_by_figure() -> None:
    title = "word " * 40
    assert summary(told(a_period(24), title=title)) == (
        f"{title.strip()}. May 2022: 7 of 10 planned sessions, 1,132 vehicles."
    )


def test_a_title_that_leaves_no_room_stands_alone() -> None:
    title = ("word " * 53).strip()
    assert summary(told(a_period(24), title=title)) == f"{title}."


def test_a_title_that_is_too_long_ends_with_a_whole_word() -> None:
    found = summary(told(title="lengthy " * 40))
    assert re.fullmatch(r"(?:lengthy )+…", found)
    assert len(found) <= LONGEST_SUMMARY


def test_a_title_that_is_one_endless_word_gives_way_to_the_number() -> None:
    assert summary(told(title="x" * 300)) == "Newsletter 1, 10 June 2022."


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("**What** you _found_", "What you found."),
        ("# What `you` found", "What you found."),
        ("See [the sites](https://hill.example/)", "See the sites."),
        ("7 * 3 [c] snake_case", "7 * 3 [c] snake_case."),
    ],
)
def test_a_message_has_no_sign_of_markdown(title: str, plain: str) -> None:
    assert summary(told(title=title)) == plain


COUNTS: Final = st.integers(0, 10**9)
DONE: Final = st.builds(
    Activity, sessions=COUNTS, planned=COUNTS, vehicles_passed=COUNTS, over_threshold=COUNTS
)
TITLES: Final = st.text(st.sampled_from("ab 1*_`#[]()-+>."), min_size=1, max_size=400)


@given(TITLES.filter(lambda one: one.strip(" *_`#[]()-+>.")), DONE, st.lists(COUNTS, max_size=3))
def test_every_message_is_one_that_an_editor_could_have_written(
    title: str, done: Activity, letters: list[int]
) -> None:
    found = summary(told(a_period(*letters, done=done), title=title))
    assert told(summary=found).record.newsletter.summary == " ".join(found.split())
    assert "[c]" not in found.removeprefix(title)
