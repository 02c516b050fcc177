"""What each owner is named on, how that is counted, and in which order it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given

from builders import (
    Nowhere,
    a_log,
    a_plan,
    a_publisher,
    a_record,
    a_report,
    a_site,
    an_action,
)
from invented import any_plan
from planboard.arithmetic import answers, mentions, progress
from planboard.rules.resolve.site import resolve
from planboard.truth.entries import Entry, Library
from planboard.truth.in_full import IssuesInFull
from planboard.truth.model.fields import Record, is_made_of_ids
from planboard.truth.model.forums import Forums
from planboard.truth.model.issues import IssueLog
from planboard.truth.model.programme.programme import Programme
from planboard.truth.model.register import Owner, Owners, Publishers
from planboard.truth.model.report.report import Report
from planboard.words.vocabulary.records import NamedAs, OwnerKey
from programmes import a_batch, a_programme, a_visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.mentions import OwnerInPlan, OwnerInRecord
    from planboard.truth.in_full import PlanInFull, RecordInFull, ReportInFull

WARDEN = ["park-warden"]


def by_owner(*records: PlanInFull) -> Mapping[str, Sequence[OwnerInPlan]]:
    """Return what each owner is named on in the plans ``records``."""
    named = mentions.by_owner((record, progress.of_plan(record, 3)) for record in records)
    return {owner: found.plans for owner, found in named.items()}


def in_record(record: RecordInFull, owner: str = "park-warden") -> OwnerInRecord:
    """Return what ``owner`` is named on in a record that is no plan."""
    logs = [(record, answers.of_issues(record))] if isinstance(record, IssuesInFull) else []
    (found,) = mentions.by_owner([], logs, [record])[owner].others
    return found


def parts(found: OwnerInRecord) -> list[tuple[str, str, tuple[OwnerKey, ...]]]:
    return [(one.thing, one.part.id, one.named_as) for one in found.mentions]


def a_log_of(**issue: object) -> IssuesInFull:
    return a_log(issues=[{"id": "bins", "title": "Bins are full", **issue}])


def everything() -> ReportInFull:
    """Return a report that names the warden in every way a report can."""
    return a_report(
        measures=[
            {"id": "visits", "title": "Visits", "kind": "output", "owners": WARDEN},
            {"id": "trees", "title": "Trees", "kind": "output"},
        ],
        improvement=[
            {"id": "1", "title": "More benches", "boards": ["parks-board", "park-warden"]},
            {"id": "2", "title": "More trees", "boards": WARDEN},
            {"id": "3", "title": "More paths", "boards": ["parks-board"]},
        ],
        boards=[
            {"board": "parks-board", "chair": "park-warden"},
            {"board": "park-warden"},
        ],
    )


def named(owner: str, *actions: object, **plan: object) -> OwnerInPlan:
    """Return what ``owner`` is named on in a plan with ``actions``."""
    (found,) = by_owner(a_record(a_plan(actions=actions, **plan)))[owner]
    return found


def warden_on(*due: str) -> list[str]:
    """Return the ids of actions of the warden, one for each date, as they stand in the list."""
    made = [an_action(id=str(index), owners=WARDEN, due=one) for index, one in enumerate(due, 1)]
    return ids(named("park-warden", *made))


def ids(found: OwnerInPlan) -> list[str]:
    return [one.standing.action.id for one in found.mentions]


def busiest(*actions: object) -> tuple[str, int] | None:
    return mentions.busiest(progress.of_plan(a_record(a_plan(actions=actions)), 3))


# Who is named, and as what.


def test_an_owner_is_found_on_every_action_that_names_it() -> None:
    others = an_action(id="2", owners=["parks-board"])
    found = named(
        "park-warden", an_action(id="1", owners=WARDEN), others, an_action(id="3", owners=WARDEN)
    )

    assert ids(found) == ["1", "3"]


@pytest.mark.parametrize("key", NamedAs)
def test_who_helps_or_hears_is_named_as_well_as_who_is_accountable(key: NamedAs) -> None:
    (mention,) = named("park-warden", an_action(**{key.value: WARDEN})).mentions

    assert mention.named_as == (key,)


def test_an_owner_in_two_lists_of_an_action_is_mentioned_once_with_both() -> None:
    (mention,) = named("park-warden", an_action(reports_to=WARDEN, owners=WARDEN)).mentions

    assert mention.named_as == (NamedAs.OWNERS, NamedAs.REPORTS_TO)


def test_an_owner_twice_in_one_list_is_mentioned_once() -> None:
    found = named("park-warden", an_action(owners=[*WARDEN, *WARDEN]))

    assert [one.named_as for one in found.mentions] == [(NamedAs.OWNERS,)]
    assert found.total == 1


def test_an_owner_that_no_action_names_is_not_found() -> None:
    register = [{"id": "park-warden", "role": "Park warden"}]

    assert by_owner(a_record(actions=[an_action()], owners=register)) == {}


def test_an_owner_that_is_in_no_register_is_found_by_the_id_it_is_named_with() -> None:
    record = a_record(actions=[an_action(owners=["stranger"])], owners=[])

    assert list(by_owner(record)) == ["stranger"]


def test_each_plan_stands_on_its_own_in_the_order_of_the_plans() -> None:
    actions = [an_action(owners=WARDEN)]
    plans = [a_record(a_plan(actions=actions), id=name) for name in ("z", "a")]

    assert [one.record.id for one in by_owner(*plans)["park-warden"]] == ["z", "a"]


@given(any_plan())
def test_all_mentions_together_are_exactly_the_names_in_the_plan(record: PlanInFull) -> None:
    mentioned = [
        (owner, mention.standing.action.id, key)
        for owner, (found,) in by_owner(record).items()
        for mention in found.mentions
        for key in mention.named_as
    ]
    written = {
        (owner, action.id, key)
        for action in record.actions.values()
        for key in NamedAs
        for owner in getattr(action, key.value)
    }

    assert len(mentioned) == len(set(mentioned))
    assert set(mentioned) == written


# Records that are no plans.


@pytest.mark.parametrize("key", ["owners", "with_board"])
def test_an_issue_names_who_is_accountable_and_the_board_it_lies_before(key: str) -> None:
    found = in_record(a_log_of(**{key: WARDEN if key == "owners" else "park-warden"}))

    assert parts(found) == [("issue", "bins", (OwnerKey(key),))]


@pytest.mark.parametrize("key", ["by", "partners"])
def test_who_acts_on_an_issue_and_who_works_with_them_are_named_on_it(key: str) -> None:
    found = in_record(a_log_of(actions=[{"text": "Emptied.", key: WARDEN}]))

    assert parts(found) == [("issue", "bins", (OwnerKey(key),))]


def test_an_issue_is_mentioned_once_however_often_it_names_an_owner() -> None:
    acts = {"text": "Emptied.", "by": WARDEN}
    found = in_record(a_log_of(owners=WARDEN, actions=[acts, acts]))

    assert parts(found) == [("issue", "bins", (OwnerKey.OWNERS, OwnerKey.BY))]
    assert found.total == 1


def test_a_report_names_owners_of_measures_and_items_and_chairs_of_boards() -> None:
    assert parts(in_record(everything())) == [
        ("measure", "visits", (OwnerKey.OWNERS,)),
        ("item", "1", (OwnerKey.BOARDS,)),
        ("item", "2", (OwnerKey.BOARDS,)),
        ("board", "parks-board", (OwnerKey.CHAIR,)),
        ("board", "park-warden", (OwnerKey.BOARD,)),
    ]


def test_a_programme_names_who_passed_results_on_and_to_whom() -> None:
    batches = [a_batch("march", "2024-04-02", "2024-04-09"), a_batch("april")]
    found = in_record(a_programme(batches=batches), "programme-lead")

    assert parts(found) == [("batch", "march", (OwnerKey.BY, OwnerKey.TO))]
    assert [(one.thing, one.number, one.whole) for one in found.shares] == [("batch", 1, 2)]


def test_visits_have_no_places_of_their_own_and_are_counted() -> None:
    visits = [
        *(a_visit(on, "oak-end", by="park-warden") for on in ("2024-03-20", "2024-04-20")),
        a_visit("2024-05-20", "oak-end"),
    ]
    found = in_record(a_programme(visits=visits))

    assert (found.mentions, found.total) == ((), 2)
    assert [(one.thing, one.number, one.whole) for one in found.counted] == [("visit", 2, 3)]
    assert found.shares == found.counted


def test_visits_are_counted_after_the_parts_that_name_an_owner() -> None:
    batch = a_batch("march", "2024-04-02")
    visit = a_visit("2024-03-20", "oak-end", by="programme-lead")
    found = in_record(a_programme(batches=[batch], visits=[visit]), "programme-lead")

    assert [one.thing for one in found.shares] == ["batch", "visit"]
    assert found.total == 2


def test_parts_are_counted_kind_by_kind_against_all_of_their_kind() -> None:
    found = in_record(everything())

    assert [(one.thing, one.number, one.whole) for one in found.shares] == [
        ("measure", 1, 2),
        ("item", 2, 3),
        ("board", 2, 2),
    ]
    assert found.total == 5


def test_parts_keep_the_order_of_the_record() -> None:
    issues = [{"id": name, "title": "Bins", "owners": WARDEN} for name in ("z", "a", "m")]

    assert [one.part.id for one in in_record(a_log(issues=issues)).mentions] == ["z", "a", "m"]


def test_what_is_not_published_names_nobody() -> None:
    hidden = {"id": "quarrel", "title": "A quarrel", "kind": "tension", "owners": WARDEN}

    assert mentions.by_owner([], [], [a_log(issues=[hidden])]) == {}


@pytest.mark.parametrize(
    ("issue", "passed"),
    [
        ({"due": "by May 2024"}, True),
        ({"due": "by July 2024"}, False),
        ({"due": "by May 2024", "state": "noted"}, False),
        ({}, False),
    ],
)
def test_an_issue_is_late_where_its_log_says_so(
    issue: dict[str, object],
    passed: bool,  # noqa: FBT001 - a parameter
) -> None:
    (mention,) = in_record(a_log_of(owners=WARDEN, **issue)).mentions

    assert mention.due_passed is passed


def test_plans_come_first_and_then_the_records_in_the_order_given() -> None:
    plan = a_record(a_plan(actions=[an_action(owners=WARDEN)]), id="plan")
    log, report = a_log_of(owners=WARDEN), everything()
    told = [(plan, progress.of_plan(plan, 3))]
    named = mentions.by_owner(told, [], [log, report])

    assert named["park-warden"].records == (plan, log, report)
    assert named["parks-board"].records == (report,)


def models(kind: type[Record]) -> Iterator[type[Record]]:
    """Yield a kind of record and every kind inside it."""

    def inside(one: object) -> Iterator[type[Record]]:
        if isinstance(one, type) and issubclass(one, Record):
            yield from models(one)
        for inner in get_args(one):
            yield from inside(inner)

    yield kind
    for field in kind.model_fields.values():
        yield from inside(field.annotation)


@pytest.mark.parametrize("kind", [Forums, IssueLog, Report, Programme])
def test_every_key_that_says_it_holds_owners_is_known(kind: type[Record]) -> None:
    held = {
        key
        for model in models(kind)
        for key, field in model.model_fields.items()
        if is_made_of_ids(field) and "owner" in (field.description or "")
    }

    assert held <= set(OwnerKey)


def test_every_owner_that_is_looked_up_is_found() -> None:
    log = a_log_of(
        owners=["o"],
        with_board="b",
        actions=[{"text": "Emptied.", "by": ["a"], "partners": ["p"]}],
    )
    report = a_report(
        measures=[{"id": "visits", "title": "Visits", "kind": "output", "owners": ["m"]}],
        improvement=[{"id": "1", "title": "More benches", "boards": ["i"]}],
        boards=[{"board": "x", "chair": "c"}],
    )
    library = Library(
        site=Entry("site", a_site(), Nowhere()),
        publishers=Entry("", Publishers(format="1", publishers=(a_publisher(),)), Nowhere()),
        owners=Entry("", Owners(format="1"), Nowhere()),
        issues=(Entry("log", log.log, Nowhere()),),
        reports=(Entry("report", report.report, Nowhere()),),
    )
    collection, problems = resolve(library)
    assert collection is not None
    unknown = {one.message.split('"')[1] for one in problems if one.code == "unknown-owner"}

    assert set(mentions.by_owner([], [], collection.records)) == unknown == set("obapmixc")


# Ties between the owners of the register.


def test_an_owner_knows_its_chair_and_parent_and_whom_it_chairs_and_includes() -> None:
    warden = Owner(id="park-warden", role="Park warden", parent="parks-board")
    board = Owner(id="parks-board", role="Parks board", chair="park-warden")
    ties = mentions.ties([warden, board])

    assert ties["parks-board"] == mentions.Ties(chair=warden, inside=(warden,))
    assert ties["park-warden"] == mentions.Ties(parent=board, chaired=(board,))


def test_an_owner_that_is_in_no_register_is_tied_to_nobody() -> None:
    board = Owner(id="parks-board", role="Parks board", chair="stranger", parent="stranger")

    assert mentions.ties([board]) == {"parks-board": mentions.Ties()}


# Counts.


def test_counts_stand_on_the_plans_own_scale_and_beside_it() -> None:
    levels = [{"code": "late", "label": "Late"}, {"code": "done", "label": "Done", "symbol": "✓"}]
    found = named("park-warden", an_action(owners=WARDEN, status="late"), scale={"levels": levels})

    assert [(one.level.code, one.number) for one in found.counts] == [
        ("late", 1),
        ("done", 0),
        ("not_rated", 0),
        ("not_published", 0),
    ]


def test_what_has_left_the_plan_is_shown_but_not_counted() -> None:
    gone = an_action(owners=WARDEN, status="red", left_on="2024-05-02")
    found = named("park-warden", gone)

    assert ids(found) == ["1"]
    assert found.total == 0


@given(any_plan())
def test_counts_sum_to_the_actions_still_in_the_plan_that_name_the_owner(
    record: PlanInFull,
) -> None:
    for (found,) in by_owner(record).values():
        here = [one for one in found.mentions if one.standing.action.left_on is None]

        assert sum(one.number for one in found.counts) == found.total == len(here)
        assert found.total <= found.whole == found.told.total


# Order.


def test_the_soonest_date_comes_first() -> None:
    assert warden_on("by August 2024", "by 5 July 2024", "by July 2024") == ["2", "3", "1"]


def test_a_date_that_has_passed_comes_before_those_to_come() -> None:
    assert warden_on("by July 2024", "by May 2023") == ["2", "1"]


def test_a_start_has_its_place_where_no_end_is_stated() -> None:
    assert warden_on("by August 2024", "start July 2024", "by June 2024") == ["3", "2", "1"]


def test_work_that_was_completed_on_a_day_has_its_place_there() -> None:
    assert warden_on("by July 2024", "Completed May 2024") == ["2", "1"]


@pytest.mark.parametrize("due", ["", "Ongoing", "ASAP", "TBC", "Completed"])
def test_what_names_no_day_comes_after_every_day(due: str) -> None:
    assert warden_on(due, "by July 2099") == ["2", "1"]


def test_what_has_left_the_plan_comes_last_whatever_its_date() -> None:
    gone = an_action(id="1", owners=WARDEN, due="by May 2024", left_on="2024-05-02")
    found = named("park-warden", gone, an_action(id="2", owners=WARDEN))

    assert ids(found) == ["2", "1"]


def test_actions_of_one_day_keep_the_order_of_the_plan() -> None:
    assert warden_on("by July 2024", "by 31 July 2024", "", "Ongoing") == ["1", "2", "3", "4"]


# The busiest owner (R147).


def test_the_busiest_owner_is_named_on_the_most_actions() -> None:
    both = an_action(id="1", owners=["parks-board", "park-warden"])

    assert busiest(both, an_action(id="2", owners=WARDEN)) == ("park-warden", 2)


def test_nobody_is_the_busiest_where_several_are_or_nobody_is_named() -> None:
    assert busiest(an_action(owners=["parks-board", "park-warden"])) is None
    assert busiest(an_action()) is None
    assert busiest() is None


def test_a_name_that_stands_twice_in_one_action_counts_once() -> None:
    twice = an_action(id="1", owners=["parks-board", "parks-board"])

    assert busiest(twice, an_action(id="2", owners=WARDEN)) is None


def test_who_helps_or_hears_is_not_busy_with_it() -> None:
    helped = an_action(id="1", owners=["parks-board"], support=WARDEN)

    assert busiest(helped, an_action(id="2", reports_to=WARDEN)) == ("parks-board", 1)


def test_what_has_left_the_plan_keeps_nobody_busy() -> None:
    gone = an_action(id="1", owners=["parks-board"], left_on="2024-05-02")

    assert busiest(gone, an_action(id="2", owners=WARDEN)) == ("park-warden", 1)


@given(any_plan())
def test_the_busiest_owner_is_the_owner_of_as_many_actions_as_its_page_shows(
    record: PlanInFull,
) -> None:
    numbers = {
        owner: sum(
            NamedAs.OWNERS in mention.named_as and mention.standing.action.left_on is None
            for mention in found.mentions
        )
        for owner, (found,) in by_owner(record).items()
    }
    most = max(numbers.values(), default=0)
    found = mentions.busiest(progress.of_plan(record, 3))

    if found:
        assert found[1] == most == numbers[found[0]]
    else:
        assert not most or list(numbers.values()).count(most) > 1
