"""Every kind of page that the site has is among those that tests look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.windows import PAGES, addresses, kind

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["demonstration"]


def test_a_page_of_every_kind_is_looked_at_and_none_that_is_not_there(demonstration: Path) -> None:
    built = addresses(demonstration)

    assert {kind(one) for one in built} == {kind(one) for one in PAGES.values()}
    assert set(PAGES.values()) <= set(built)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ""),
        ("404.html", "404.html"),
        ("plans/", "plans/"),
        ("plans/parks-2024/", "plans/*/"),
        ("plans/parks-2024/updates/", "plans/*/updates/"),
        ("plans/parks-2024/updates/2024-05/", "plans/*/updates/2024-05/"),
    ],
)
def test_the_name_of_a_record_makes_no_kind(address: str, expected: str) -> None:
    assert kind(address) == expected
