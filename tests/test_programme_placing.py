"""What a newsletter may place of a programme of volunteers."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown import markdown  # type: ignore[import-untyped]

from markup import parsed
from placeable import WATCH, watch, with_records
from planboard.arithmetic import verdicts
from planboard.arithmetic.programmes import told
from planboard.arithmetic.programmes.period import of_period
from planboard.saying.views.site import register
from planboard.showing.placing.places import Places
from planboard.showing.render import Fragments
from planboard.truth.dates import Span, read_span
from planboard.words.vocabulary.dates import Precision
from planboard.words.vocabulary.programmes import PROTECTED, FollowUp
from programmes import a_batch, a_programme, a_visit, letters, sessions

if TYPE_CHECKING:
    from markup import Element
    from planboard.truth.in_full import ProgrammeInFull

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")
SOURCE = "Source: Watch of Hill Town, Hill Town Council, as at 30 June 2024."


def of(record: ProgrammeInFull) -> Places:
    site = with_records(programmes=(record,))
    return Places(site, verdicts.of_site(site), FRAGMENTS, {}, {})


WATCHED = of(WATCH)


def shown(text: str, record: ProgrammeInFull | None = None, address: str = "news/") -> Element:
    page = (of(record) if record else WATCHED).written(text, "news.md", address)
    return parsed(page.finished(markdown(page.markdown)))


def counts(page: Element) -> dict[str, str]:
    labels, said = page.every("dt"), page.every("dd")
    return dict(zip((one.text for one in labels), (one.text for one in said), strict=True))


def rows(page: Element) -> list[str]:
    return [one.text for table in page.every("table") for one in table.every("tr")[1:]]


# The register.


def test_the_register_has_a_sentence_on_each_programme() -> None:
    verdict = verdicts.of_site(with_records(programmes=(WATCH,)))

    (kind,) = register(verdict, "Plans and results", "plans/").kinds

    (card,) = kind.records
    assert card.link.url == "../volunteers/watch/"
    assert card.sentence == (
        "1 of 2 batches of results has come back to volunteers; 1 has waited since 31 March 2024. "
        "9 of 13 planned sessions and 6 others were held and 56 of 1,500 vehicles were over the "
        "threshold (3.7%)."
    )


# The results of a period.


def test_results_of_a_month_say_what_was_found_and_what_came_of_it() -> None:
    page = shown("[[results watch period=2024-01]]")

    assert page.every("p")[0].text == "What sessions found: January 2024"
    assert counts(page) == {
        "Sessions held": "4 of 5 planned (80.0%), and 2 others",
        "No return": "for 1 planned session",
        "Sessions not held": "0 abandoned and 0 cancelled",
        "Vehicles that passed": "600",
        "Over the threshold": "24 of 600 (4.0%)",
        "Highest speed": "44 mph, where the limit is 30 mph",
        "First letters": "9",
        "Second letters": "6",
        "Third letters or visits": "0",
        "Visits of the police": "1",
        "What came of them": "course 6, others [c]",
    }
    assert page.every("p")[-1].text == SOURCE


def test_results_of_a_quarter_add_up_its_months() -> None:
    found = counts(shown('[[results watch period="Q4 2023/24"]]'))

    assert found["Sessions held"] == "9 of 13 planned (69.2%), and 5 others"
    assert found["Sessions not held"] == "0 abandoned and 1 cancelled"
    assert found["Over the threshold"] == "56 of 1,400 (4.0%)"
    assert found["Highest speed"] == "52 mph, where the limit is 30 mph"
    assert found["First letters"] == "26"
    assert found["Visits of the police"] == "3"


def test_results_without_a_period_are_the_totals_of_all_of_it() -> None:
    page = shown("[[results watch]]")

    assert page.every("p")[0].text == "What sessions found: 2024"
    assert counts(page)["Second letters"] == "18"
    assert counts(page)["Third letters or visits"] == "3"
    assert "[c]" not in page.text


def test_the_whole_period_by_name_is_the_same_as_no_period() -> None:
    assert shown("[[results watch period=2024]]").text == shown("[[results watch]]").text


def test_a_count_that_is_kept_back_for_a_month_is_kept_back_where_it_is_placed() -> None:
    page = shown("[[results watch period=2024-03]]")

    assert counts(page)["Second letters"] == "[c]"
    assert counts(page)["Third letters or visits"] == "[c]"
    assert "[c] means that the count is kept back" in page.text


def test_one_month_that_is_kept_back_keeps_every_sum_with_it_back() -> None:
    assert counts(shown('[[results watch period="Q4 2023/24"]]'))["Second letters"] == "[c]"


def test_months_that_are_all_shown_may_be_added_up() -> None:
    found = counts(shown('[[results watch period="winter 2023/24"]]', watch(period="2023/24")))

    assert found["Second letters"] == "13"


def test_first_letters_are_never_kept_back() -> None:
    assert counts(shown("[[results watch period=2024-04]]"))["First letters"] == "3"


def test_a_period_that_goes_on_says_up_to_which_day_it_is_known() -> None:
    so_far = "These are the figures so far, up to 30 June 2024."

    assert so_far in shown("[[results watch]]").text
    assert so_far in shown('[[results watch period="summer 2024"]]').text
    assert so_far not in shown("[[results watch period=2024-06]]").text


def test_a_month_whose_end_was_still_to_come_says_so() -> None:
    early = watch(as_at="2024-06-15")

    assert "so far, up to 15 June 2024" in shown("[[results watch period=2024-06]]", early).text


def test_a_month_without_a_session_has_true_zeros_and_no_share() -> None:
    found = counts(shown("[[results watch period=2024-05]]"))

    assert found["Sessions held"] == "0; how many were planned is not stated"
    assert found["Over the threshold"] == "No vehicle passed"
    assert "Highest speed" not in found
    assert found["Visits of the police"] == "None recorded"


def test_letters_that_nobody_recorded_are_not_called_none() -> None:
    found = counts(shown("[[results watch]]", watch(letters=[])))

    assert found["Letters"] == "Not recorded"
    assert "First letters" not in found


def test_a_programme_without_a_session_says_so() -> None:
    assert shown("[[results watch]]", a_programme()).text == (
        f"No session of this programme is recorded. {SOURCE}"
    )


def test_no_sum_of_months_gives_away_what_its_months_keep_back() -> None:
    """Whatever period is placed, a count in it is a total, or a sum of counts that are shown."""
    record = a_programme(
        *(sessions(f"2024-0{month}", team, "oak-end", 6) for month in (1, 2, 3) for team in "ab"),
        letters=[
            letters(f"2024-0{month}", team, 4, month * 2, at + month)
            for month in (1, 2, 3)
            for at, team in enumerate("ab")
        ],
        visits=[a_visit(f"2024-0{month}-03", "oak-end", course=str(month)) for month in (1, 2, 3)],
    )
    verdict = told.of_programme(record)
    months = list(verdict.done.by_month)
    for first, last in combinations(months, 2):
        span = Span(first, date(2024, last.month, 28), Precision.QUARTER)
        found = of_period(record, verdict, span)
        for kind in FollowUp:
            known = [verdict.followed_up.by_month[one][kind] for one in found.months]
            shown_all = [one for one in known if one is not None]
            expected = sum(shown_all) if len(shown_all) == len(known) else None
            assert found.followed_up[kind] == expected
    kept = [row[kind] for row in verdict.followed_up.by_month.values() for kind in PROTECTED]
    assert None in kept


# What happened with results.


def test_results_that_are_waited_for_come_before_those_that_came_back() -> None:
    page = shown("[[returned watch]]")

    assert page.every("p")[0].text == "What happened with your results"
    assert "1 of 2 batches of results has come back to volunteers" in page.text
    assert [row.partition(" 2024")[0] for row in rows(page)] == [
        "Sessions of 15 to 31 March",
        "Sessions of 1 to 14 March",
    ]


def test_results_stand_with_their_days_and_the_trail_of_hops() -> None:
    (row,) = rows(shown("[[returned watch state=returned]]"))

    assert "Told on 26 March 2024" in row
    assert "6 days from result to volunteers" in row
    assert "Traffic enforcement officer to Programme lead, by e-mail, 20 March 2024" in row


def test_only_results_that_are_waited_for_can_be_chosen() -> None:
    page = shown("[[returned watch state=waiting]]")

    (row,) = rows(page)
    assert page.every("p")[0].text == "What happened with your results: waiting"
    assert "Waiting since 31 March 2024" in row


def test_results_lead_to_their_place_on_the_page_of_the_programme() -> None:
    ways = [one.attributes["href"] for one in shown("[[returned watch]]").every("a")]

    assert ways[0] == "../volunteers/watch/#batch-march-b"


@pytest.mark.parametrize(
    ("state", "batch", "said"),
    [
        ("waiting", a_batch("a", "2024-03-20", told_on="2024-03-20"), "None is waited for."),
        ("returned", a_batch("a"), "None has come back yet."),
    ],
)
def test_where_no_results_are_like_that_it_is_said(
    state: str, batch: dict[str, object], said: str
) -> None:
    page = shown(f"[[returned watch state={state}]]", watch(batches=[batch]))

    assert said in page.text
    assert page.every("table") == []


def test_a_programme_without_results_on_their_way_says_so() -> None:
    assert shown("[[returned watch]]", watch(batches=[])).text == (
        f"No batch of results is recorded. {SOURCE}"
    )


# Visits.


def test_visits_stand_with_their_day_their_site_and_their_reason() -> None:
    page = shown("[[visits watch]]")

    assert rows(page) == [
        "19 March 2024 Oak end Not stated Reason not stated",
        "5 March 2024 Mill lane Not stated What the figures showed",
        "17 January 2024 Oak end Not stated A complaint",
    ]
    assert page.every("a")[0].attributes["href"] == "../volunteers/watch/sites/oak-end/"


def test_months_without_a_visit_are_named() -> None:
    assert "No visits recorded February 2024 and April to June 2024." in (
        shown("[[visits watch]]").text
    )


def test_visits_of_a_period_and_a_site_can_be_chosen() -> None:
    page = shown('[[visits watch period="Q4 2023/24" site=oak-end]]')

    assert page.every("p")[0].text == "Visits of the police: Oak end; January to March 2024"
    assert [row[:8] for row in rows(page)] == ["19 March", "17 Janua"]
    assert "No visits recorded February 2024." in page.text


def test_where_there_was_no_visit_it_is_said_for_which_months() -> None:
    page = shown('[[visits watch period="Q1 2024/25"]]')

    assert page.text == (
        f"Visits of the police: April to June 2024 No visits recorded April to June 2024. {SOURCE}"
    )


def test_months_still_to_come_are_not_said_to_be_without_a_visit() -> None:
    assert "No visits recorded June 2024." in shown('[[visits watch period="summer 2024"]]').text


def test_what_came_of_one_visit_is_nowhere_said() -> None:
    text = shown("[[visits watch]]").text.lower()

    assert "course" not in text
    assert "advice" not in text
    assert "stopped" not in text


def test_a_long_list_of_visits_is_folded() -> None:
    many = watch(visits=[a_visit(f"2024-05-{day:02}", "oak-end") for day in range(1, 14)])

    (fold,) = shown("[[visits watch]]", many).every("summary")

    assert fold.text == "Earlier visits (3)"


# Sites.


def test_sites_stand_by_their_state_each_with_the_way_to_its_page() -> None:
    page = shown("# News\n\n## Where we stand\n\n[[sites watch]]")

    assert [one.text for one in page.every("h3")] == ["Requested 1", "Approved 2", "Refused 1"]
    assert "2 of 4 sites are approved." in page.text
    assert [one.attributes["href"] for one in page.every("a")][:2] == [
        "../volunteers/watch/sites/hill-road/",
        "../volunteers/watch/sites/mill-lane/",
    ]


def test_sites_of_one_state_can_be_chosen() -> None:
    page = shown("[[sites watch state=approved]]")

    assert page.every("p")[0].text == "Sites: approved"
    assert page.every("p")[1].text == "2 of 4 sites."
    assert [row.partition(" 30")[0] for row in rows(page)] == ["Mill lane", "Oak end"]
    assert page.every("h2") == []


def test_where_no_site_is_like_that_it_is_said() -> None:
    page = shown("[[sites watch state=suspended]]")

    assert "Sites: suspended 0 of 4 sites: none is like this." in page.text


def test_a_programme_without_a_site_says_so() -> None:
    assert shown("[[sites watch]]", a_programme()).text == f"No site is listed. {SOURCE}"


# Guidance.


def test_one_piece_of_guidance_stands_with_its_words_and_its_links() -> None:
    page = shown("# News\n\n[[guidance watch abusive-drivers]]")

    assert [one.text for one in page.every("h2")] == ["If a driver is abusive"]
    assert "Step away, and report it by calling 101." in page.text
    assert page.every("a")[0].attributes["href"] == "https://www.police.uk/"


def test_all_guidance_stands_in_the_order_of_the_programme() -> None:
    page = shown("[[guidance watch]]")

    assert [one.text for one in page.every("h2")] == ["If a driver is abusive", "When it rains"]


def test_a_programme_without_guidance_says_so() -> None:
    assert shown("[[guidance watch]]", watch(guidance=[])).text == (
        f"No guidance is published. {SOURCE}"
    )


# Nothing that is private.


def test_a_position_that_is_not_released_is_in_nothing_that_is_placed() -> None:
    sites = [
        {
            "id": "oak-end",
            "name": "Oak end",
            "speed_limit_mph": "30",
            "approved": "2023-05-10",
            "w3w": "///filled.count.soap",
        }
    ]
    everything = "\n\n".join(
        f"[[{one} watch]]" for one in ("results", "returned", "visits", "sites", "guidance")
    )

    assert "filled" not in shown(everything, watch(sites=sites)).text


@pytest.mark.parametrize("words", ["2024", "2024-03", "Q4 2023/24", "spring 2024"])
def test_every_period_that_is_read_has_months_of_the_programme(words: str) -> None:
    found = of_period(WATCH, told.of_programme(WATCH), read_span(words))

    assert found.months
    assert set(found.months) <= set(WATCH.programme.months)
