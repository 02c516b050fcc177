"""What follows the editors' own words on the page About: the rules, with the site's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import a_site
from markup import parsed
from planboard.saying.views.about import about
from planboard.showing import pages
from planboard.showing.render import Fragments
from planboard.truth.collection import Collection

FRAGMENTS = Fragments(Path(__file__).parent.parent / "overrides")


def shown(**settings: object) -> str:
    made = pages.of_site(Collection(a_site(**settings)), FRAGMENTS)
    return parsed(made.inserts["about.md"]).text


def test_the_rules_tell_the_months_and_days_of_the_site() -> None:
    text = shown(near_months="6", stale_after_days="1000")

    assert "The date lies between the day of the facts and 6 months later." in text
    assert "The newest dated update is more than 1,000 days older than the facts" in text


@pytest.mark.parametrize(("count", "near"), [("1", "1 month"), ("2", "2 months")])
def test_one_month_is_no_months(count: str, near: str) -> None:
    assert about(a_site(near_months=count)).near == near


def test_the_way_to_the_files_is_told_from_the_page_itself() -> None:
    assert about(a_site()).data_files == "../data-files/"
