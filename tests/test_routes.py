"""Every address of the site, and the way from one page to another."""

from __future__ import annotations

from functools import partial
from urllib.parse import urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from planboard.saying import routes
from planboard.words.vocabulary.records import RecordKind

ROOT = "https://example.org/any/sub-path/"

ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
kinds = st.sampled_from(RecordKind)
pages = st.one_of(
    st.just(routes.HOME),
    st.just(routes.PLANS),
    st.just(routes.OWNERS),
    st.just(routes.QUALITY),
    st.builds(routes.record, kinds, ids),
    ids.map(routes.owner),
    ids.map(lambda name: f"{name}/"),
)
targets = st.one_of(
    pages,
    st.builds(routes.quality, kinds, ids),
    st.builds(routes.action, ids, ids),
    st.builds(lambda page, name: f"{page}#{name}", pages, ids),
    st.builds(lambda page, name: routes.beside(page, f"{name}.csv"), pages, ids),
)


def test_a_plan_has_the_address_of_its_folder() -> None:
    assert routes.plan("parks-2024") == "plans/parks-2024/"


def test_an_action_is_a_place_on_the_page_of_its_plan() -> None:
    assert routes.action("parks-2024", "3") == "plans/parks-2024/#action-3"


def test_an_owner_has_a_page_under_the_register_of_owners() -> None:
    assert routes.owner("park-warden") == "owners/park-warden/"


def test_the_quality_of_a_plan_is_a_place_on_the_page_of_all_plans() -> None:
    found = routes.quality(RecordKind.PLAN, "parks-2024")

    assert found == "record-quality/#plan-parks-2024"


def test_two_records_of_one_folder_have_addresses_and_places_of_their_own() -> None:
    pages = {routes.record(kind, "parks") for kind in RecordKind}
    places = {routes.record_anchor(kind, "parks") for kind in RecordKind}

    assert pages == {
        "plans/parks/",
        "priorities/parks/",
        "issues/parks/",
        "reports/parks/",
        "volunteers/parks/",
    }
    assert len(places) == len(RecordKind)


@given(ids)
def test_whatever_has_one_id_has_places_of_its_own(name: str) -> None:
    anchors = (
        routes.action_anchor,
        routes.group_anchor,
        routes.outside_anchor,
        partial(routes.record_anchor, RecordKind.PLAN),
        partial(routes.anchor, "issue"),
        routes.term_anchor,
    )

    assert len({anchor(name) for anchor in anchors}) == len(anchors)


def test_a_file_stands_beside_its_page() -> None:
    assert routes.beside(routes.plan("parks"), routes.DATA) == "plans/parks/data.json"


def test_a_place_on_the_same_page_is_reached_by_its_anchor_alone() -> None:
    assert routes.relative(routes.action("parks", "3"), routes.plan("parks")) == "#action-3"


def test_the_way_home_goes_up() -> None:
    assert routes.relative(routes.HOME, routes.plan("parks")) == "../../"


def test_the_way_to_the_page_itself_is_never_empty() -> None:
    assert routes.relative(routes.plan("parks"), routes.plan("parks")) == "./"
    assert routes.relative(routes.HOME, routes.HOME) == "./"


@given(targets, pages)
def test_the_way_from_any_page_leads_to_its_target(target: str, page: str) -> None:
    assert urljoin(f"{ROOT}{page}", routes.relative(target, page)) == f"{ROOT}{target}"


@given(targets, pages)
def test_no_way_names_a_site_or_starts_at_its_top(target: str, page: str) -> None:
    way = urlsplit(routes.relative(target, page))

    assert (way.scheme, way.netloc) == ("", "")
    assert not way.path.startswith("/")


def test_paper_shows_an_address_without_its_scheme() -> None:
    place = f"{routes.plan('parks')}#{routes.group_anchor('river')}"

    shown = routes.printed("https://host.example/sub/", place)

    assert shown == "host.example/sub/plans/parks/#group-river"
    assert routes.printed("https://host.example/sub", place) == shown


def test_paper_shows_no_address_where_the_site_knows_none() -> None:
    assert routes.printed("", routes.plan("parks")) == ""
