"""What the register of owners and the page of one owner say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import a_log, a_plan, a_record, a_report, a_site, an_action
from planboard.arithmetic import mentions, verdicts
from planboard.arithmetic.mentions import NamedOn
from planboard.saying import labels
from planboard.saying.views import owners as views
from planboard.saying.views.parts import Link
from planboard.truth.collection import Collection
from planboard.truth.in_full import IssuesInFull, PlanInFull, ProgrammeInFull, ReportInFull
from planboard.truth.model.register import Owner
from planboard.words.vocabulary.records import NamedAs, OwnerKey, OwnerKind
from programmes import a_batch, a_programme, a_visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.saying.views.owners import (
        MentionView,
        OwnerPlanView,
        OwnerRecordView,
        OwnersView,
        OwnerView,
        PartMentionView,
    )
    from planboard.truth.in_full import RecordInFull

WARDEN = {"id": "park-warden", "role": "Park warden"}
BOARD = {"id": "parks-board", "role": "Parks board", "kind": "board"}
OWNED = {"owners": ["park-warden"]}
SIZES = {"mentions.csv": 1200, "data.json": 34_567}


def collection(*records: RecordInFull, owners: tuple[Mapping[str, object], ...]) -> Collection:
    return Collection(
        a_site(),
        plans=tuple(one for one in records if isinstance(one, PlanInFull)),
        issues=tuple(one for one in records if isinstance(one, IssuesInFull)),
        reports=tuple(one for one in records if isinstance(one, ReportInFull)),
        programmes=tuple(one for one in records if isinstance(one, ProgrammeInFull)),
        owners=tuple(map(Owner.model_validate, owners)),
    )


def named_in(found: Collection) -> Mapping[str, NamedOn]:
    told = verdicts.of_site(found)
    others = (*found.issues, *found.reports, *found.programmes)
    return mentions.by_owner(told.plans, told.issues, others)


def register(*records: RecordInFull, owners: tuple[Mapping[str, object], ...]) -> OwnersView:
    """Return the register of ``owners`` beside ``records``."""
    found = collection(*records, owners=owners)
    return views.register(found, named_in(found), SIZES)


def page(*records: RecordInFull, owners: tuple[Mapping[str, object], ...] = (WARDEN,)) -> OwnerView:
    """Return the page of the first of ``owners``."""
    found = collection(*records, owners=owners)
    owner, ties = found.owners[0], mentions.ties(found.owners)
    named = named_in(found).get(owner.id, NamedOn())
    return views.of_owner(owner, ties[owner.id], named, found.site, SIZES)


def in_plan(*actions: object, **plan: object) -> OwnerPlanView:
    """Return what the page of the warden says of one plan with ``actions``."""
    (shown,) = page(a_record(a_plan(actions=actions, **plan))).plans
    return shown


def mention(**action: object) -> MentionView:
    (shown,) = in_plan(an_action(**{**OWNED, **action})).mentions
    return shown


def in_record(record: RecordInFull) -> OwnerRecordView:
    """Return what the page of the warden says of one record that is no plan."""
    (shown,) = page(record).records
    return shown


def an_issue(**values: object) -> dict[str, object]:
    return {"id": "bins", "title": "Bins are full", **OWNED, **values}


def part(**issue: object) -> PartMentionView:
    (shown,) = in_record(a_log(issues=[an_issue(**issue)])).mentions
    return shown


def facts(*owners: Mapping[str, object]) -> dict[str, str]:
    """Return what the page of the first of ``owners`` says of it."""
    return {one.label: "".join(run.text for run in one.runs) for one in page(owners=owners).facts}


# The register.


def test_the_register_is_from_a_to_z_by_role_in_any_case() -> None:
    owners = [{"id": "x", "role": "b team"}, {"id": "y", "role": "A team"}, BOARD]

    assert [one.link.title for one in register(owners=tuple(owners)).owners] == [
        "A team",
        "b team",
        "Parks board",
    ]


def test_owners_of_one_role_stand_in_the_order_of_their_ids() -> None:
    shown = register(owners=({"id": "b", "role": "Clerk"}, {"id": "a", "role": "Clerk"}))

    assert [one.link.url for one in shown.owners] == ["a/", "b/"]


def test_the_register_says_how_many_owners_there_are() -> None:
    assert register(owners=(WARDEN,)).sentence.startswith("1 owner, A to Z.")
    assert register(owners=(WARDEN, BOARD)).sentence.startswith("2 owners, A to Z.")


def test_a_register_without_owners_says_so() -> None:
    shown = register(owners=())

    assert shown.owners == ()
    assert shown.sentence == "No owner is on the register yet."


def test_an_owner_in_the_register_leads_to_its_place_in_each_plan_that_names_it() -> None:
    parks = a_record(a_plan(actions=[an_action(**OWNED)]), id="parks")
    paths = a_record(
        a_plan(
            title="Plan for the paths",
            action_name="priority",
            action_name_plural="priorities",
            actions=[an_action(id="1", **OWNED), an_action(id="2", support=["park-warden"])],
        ),
        id="paths",
    )
    (row,) = register(parks, paths, owners=(WARDEN,)).owners

    assert row.records == (
        Link("1 action in Plan for the parks", "park-warden/#plan-parks"),
        Link("2 priorities in Plan for the paths", "park-warden/#plan-paths"),
    )
    assert row.nowhere == ""


def test_an_owner_that_nobody_names_stays_in_the_register_and_says_so() -> None:
    (row,) = register(a_record(a_plan(actions=[an_action()])), owners=(WARDEN,)).owners

    assert (row.records, row.nowhere) == ((), "Not named in any record.")


def test_what_has_left_the_plan_is_not_counted_in_the_register() -> None:
    gone = a_record(a_plan(actions=[an_action(**OWNED, left_on="2024-05-02")]))
    (row,) = register(gone, owners=(WARDEN,)).owners

    assert [one.title for one in row.records] == ["0 actions in Plan for the parks"]


def test_records_of_other_kinds_stand_there_too_with_what_is_counted_in_them() -> None:
    log = a_log(issues=[an_issue(), an_issue(id="dogs")])
    report = a_report(
        improvement=[{"id": "1", "title": "More benches", "boards": ["park-warden"]}],
        boards=[{"board": "parks-board", "chair": "park-warden"}],
    )
    (row,) = register(log, report, owners=(WARDEN,)).owners

    assert row.records == (
        Link("2 issues in Log for the parks", "park-warden/#issues-parks-2024"),
        Link("1 item and 1 board in Report on the parks", "park-warden/#report-parks-2024"),
    )


def test_an_invented_record_on_the_site_is_announced() -> None:
    for invented in (a_record(a_plan(example="true")), a_log(example="true")):
        assert register(invented, owners=(WARDEN,)).example
    assert not register(a_record(a_plan()), a_log(), owners=(WARDEN,)).example


def test_the_register_says_where_each_record_names_its_source() -> None:
    shown = register(a_record(a_plan()), a_log(), a_report(), owners=(WARDEN,))
    links = [link.url for notice in shown.notices for link in notice.links]

    assert links == [
        "../plans/parks-2024/#notices",
        "../issues/parks-2024/#notices",
        "../reports/parks-2024/#notices",
    ]


@pytest.mark.parametrize("kind", OwnerKind)
def test_every_kind_of_owner_has_a_word(kind: OwnerKind) -> None:
    owner = {**WARDEN, "kind": kind.value}
    word = facts(owner)["Kind"]

    assert word.casefold() == kind.value
    assert register(owners=(owner,)).owners[0].kind == word


# What an owner is.


def test_an_owner_of_whom_nothing_is_known_has_a_kind_alone() -> None:
    assert facts(WARDEN) == {"Kind": "Role"}


def test_other_spellings_of_a_role_are_listed() -> None:
    warden = {**WARDEN, "aliases": ["Warden of the parks", "Ranger"]}

    assert facts(warden)["Also written as"] == "Warden of the parks; Ranger"


def test_a_board_names_its_chair_and_the_chair_names_the_board() -> None:
    board = {**BOARD, "chair": "park-warden"}

    assert facts(board, WARDEN)["Chaired by"] == "Park warden"
    assert facts(WARDEN, board)["Chairs"] == "Parks board"


def test_a_team_names_what_it_belongs_to_and_that_names_every_team_in_it() -> None:
    teams = [{"id": name, "role": f"Team {name}", "parent": "parks-board"} for name in ("a", "b")]

    assert facts(teams[0], BOARD)["Part of"] == "Parks board"
    assert facts(BOARD, *teams)["Includes"] == "Team a; Team b"


def test_every_owner_that_is_spoken_of_leads_to_its_own_page() -> None:
    board = {**BOARD, "chair": "park-warden"}
    (chair,) = [one for one in page(owners=(board, WARDEN)).facts if one.label == "Chaired by"]

    assert [run.url for run in chair.runs] == ["../park-warden/"]


# What it is named on.


def test_an_owner_that_nobody_names_has_a_page_that_says_so() -> None:
    shown = page(a_record(a_plan(actions=[an_action()])))

    assert (shown.plans, shown.records) == ((), ())
    assert shown.nowhere == "Not named in any record."


def test_each_plan_is_a_place_on_the_page_that_leads_to_the_plan() -> None:
    shown = in_plan(an_action(**OWNED))

    assert shown.anchor == "plan-parks-2024"
    assert shown.link == Link("Plan for the parks", "../../plans/parks-2024/")
    assert shown.scale.url == "../../plans/parks-2024/#scale"
    assert (shown.publisher, shown.as_at) == ("Hill Town Council", "June 2024")
    assert shown.machine == "2024-06-30"


def test_plans_with_scales_of_their_own_are_never_added_up() -> None:
    levels = [{"code": "late", "label": "Late"}, {"code": "done", "label": "Done", "symbol": "✓"}]
    actions = [an_action(**OWNED)]
    parks = a_record(a_plan(actions=actions), id="parks")
    paths = a_record(a_plan(actions=actions, scale={"levels": levels}), id="paths")
    keys = [[one.tag.label for one in plan.bar.counts] for plan in page(parks, paths).plans]

    assert keys == [["Red", "Amber", "Green", "Not rated"], ["Late", "Done", "Not rated"]]


def test_the_sentence_says_on_how_many_of_all_and_how_they_stand() -> None:
    shown = in_plan(
        an_action(id="1", status="red", **OWNED),
        an_action(id="2", status="red", **OWNED),
        an_action(id="3", status="green"),
    )

    assert shown.sentence == "Named on 2 of 3 actions. Both actions are red."


def test_one_action_of_several_is_not_called_the_only_one() -> None:
    shown = in_plan(an_action(id="1", status="red", **OWNED), an_action(id="2"))

    assert shown.sentence == "Named on 1 of 2 actions. This action is red."


def test_the_only_action_of_a_plan_is_called_so() -> None:
    assert in_plan(an_action(status="red", **OWNED)).sentence == (
        "Named on 1 of 1 action. The only action is red."
    )


def test_an_owner_of_what_has_left_the_plan_alone_is_named_on_none() -> None:
    shown = in_plan(an_action(id="1", left_on="2024-05-02", **OWNED), an_action(id="2"))

    assert shown.sentence == "Named on 0 of 1 action."
    assert shown.bar.words == "No actions"


def test_an_invented_plan_is_marked_where_it_stands() -> None:
    invented = a_record(a_plan(actions=[an_action(**OWNED)], example="true"), id="invented")
    real = a_record(a_plan(actions=[an_action(**OWNED)]), id="real")
    shown = page(invented, real)

    assert shown.example
    assert [one.example for one in shown.plans] == [True, False]


# One action.


def test_an_action_is_named_with_its_number_and_leads_to_its_place() -> None:
    assert mention(id="a1", number="3.", title="Mend the swings").link == Link(
        "3. Mend the swings", "../../plans/parks-2024/#action-a1"
    )


def test_every_way_of_being_named_has_a_word() -> None:
    assert all(labels.NAMED_AS[key] for key in NamedAs)
    assert all(labels.OWNER_KEYS[key] for key in OwnerKey)


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        (["owners"], "Owner"),
        (["support"], "Supports"),
        (["reports_to"], "Reports go to it"),
        (["owners", "reports_to"], "Owner and reports go to it"),
        (["owners", "support", "reports_to"], "Owner, supports and reports go to it"),
    ],
)
def test_it_says_as_what_the_owner_is_named(lists: list[str], words: str) -> None:
    (found,) = in_plan(an_action(**{key: ["park-warden"] for key in lists})).mentions

    assert found.named_as == words


def test_the_words_of_the_plan_for_a_date_stand_beside_what_they_mean() -> None:
    shown = mention(due="Start using it by Oct 24")

    assert shown.when == "Starts by the end of October 2024"
    assert shown.as_written == "Start using it by Oct 24"
    assert mention(due="Ongoing").as_written == ""


def test_a_date_that_has_passed_is_said_to_have() -> None:
    assert mention(due="by May 2024").when_note == "End date passed"
    assert mention(due="start May 2024").when_note == "Start date passed"
    assert mention(due="by July 2024").when_note == ""


def test_a_status_is_that_of_the_plan() -> None:
    assert (mention(status="red").tag.code, mention().tag.code) == ("red", "not_rated")


def test_what_has_left_the_plan_says_since_when_and_no_date_of_it_has_passed() -> None:
    shown = mention(due="by May 2024", left_on="2024-05-02")

    assert shown.left == "No longer in the plan since 2 May 2024"
    assert shown.when_note == ""


# Records that are no plans.


def test_each_record_is_a_place_on_the_page_that_leads_to_the_record() -> None:
    shown = in_record(a_log(issues=[an_issue()]))

    assert shown.anchor == "issues-parks-2024"
    assert shown.link == Link("Log for the parks", "../../issues/parks-2024/")
    assert (shown.publisher, shown.as_at) == ("Hill Town Council", "June 2024")
    assert shown.machine == "2024-06-30"


def test_records_of_one_name_have_places_of_their_own() -> None:
    plan = a_record(a_plan(actions=[an_action(**OWNED)]))
    report = a_report(boards=[{"board": "park-warden"}])
    shown = page(plan, a_log(issues=[an_issue()]), report)

    assert [one.anchor for one in shown.plans] == ["plan-parks-2024"]
    assert [one.anchor for one in shown.records] == ["issues-parks-2024", "report-parks-2024"]


def test_the_sentence_counts_issues_of_all_issues() -> None:
    log = a_log(issues=[an_issue(), {"id": "dogs", "title": "Dogs run free"}])

    assert in_record(log).sentence == "Named on 1 of 2 issues."
    assert in_record(a_log(issues=[an_issue()])).sentence == "Named on 1 of 1 issue."


def test_the_sentence_counts_each_kind_of_part_by_itself() -> None:
    report = a_report(
        measures=[{"id": "visits", "title": "Visits", "kind": "output", **OWNED}],
        improvement=[
            {"id": "1", "title": "More benches", "boards": ["park-warden"]},
            {"id": "2", "title": "More trees"},
        ],
        boards=[{"board": "parks-board", "chair": "park-warden"}, {"board": "roads-board"}],
    )

    assert in_record(report).sentence == (
        "Named on 1 of 1 measure, 1 of 2 items of the improvement plan and 1 of 2 entries in the "
        "list of boards."
    )


def test_an_invented_record_is_marked_where_it_stands() -> None:
    invented = a_log(issues=[an_issue()], example="true")
    shown = page(invented, a_report(boards=[{"board": "park-warden"}]))

    assert shown.example == ("This page also shows invented records; each is marked as an example.")
    assert [one.example for one in shown.records] == [True, False]


def test_an_issue_is_named_with_its_number_and_leads_to_its_place() -> None:
    way = "../../issues/parks-2024/#issue-bins"

    assert part().link == Link("BINS. Bins are full", way)
    assert part(number="7").link == Link("7. Bins are full", way)


def test_an_issue_has_its_date_and_its_state_beside_it() -> None:
    (dated,) = part(due="to be done by July 2024", state="in progress").dated

    assert dated.when == "By the end of July 2024"
    assert dated.as_written == "to be done by July 2024"
    assert dated.when_note == ""
    assert dated.tag.label == "In progress"


def test_an_issue_that_states_neither_says_so() -> None:
    (dated,) = part().dated

    assert (dated.when, dated.as_written, dated.tag.label) == ("No date stated", "", "Not stated")


def test_a_date_of_an_issue_that_has_passed_is_said_to_have() -> None:
    (dated,) = part(due="by May 2024").dated

    assert dated.when_note == "End date passed"


@pytest.mark.parametrize(
    ("issue", "words"),
    [
        ({}, "Owner"),
        ({"owners": [], "with_board": "park-warden"}, "Board that it lies before"),
        ({"owners": [], "actions": [{"text": "Emptied.", "by": ["park-warden"]}]}, "Acts on it"),
        (
            {"actions": [{"text": "Emptied.", "partners": ["park-warden"]}]},
            "Owner and partner, or asked",
        ),
    ],
)
def test_it_says_as_what_an_issue_names_the_owner(issue: dict[str, object], words: str) -> None:
    assert part(**issue).named_as == words


def test_an_item_is_named_with_its_number_and_has_no_date() -> None:
    item = {"id": "a", "number": "3a", "title": "More benches", "boards": ["park-warden"]}
    (shown,) = in_record(a_report(improvement=[item])).mentions

    assert shown.link == Link("3a. More benches", "../../reports/parks-2024/#item-a")
    assert (shown.named_as, shown.dated) == ("Board that owns it", ())


def test_a_chair_leads_to_the_board() -> None:
    boards = [{"board": "parks-board", "chair": "park-warden"}]
    (shown,) = in_record(a_report(boards=boards)).mentions

    assert shown.link == Link("Parks board", "../../reports/parks-2024/#board-parks-board")
    assert shown.named_as == "Chair"


@pytest.mark.parametrize(
    ("chair", "words"),
    [
        ({"chair": "park-keeper"}, "Board, chaired by Park keeper"),
        ({}, "Board, chair not stated"),
    ],
)
def test_a_board_says_who_chaired_it_or_that_nobody_says(chair: dict[str, str], words: str) -> None:
    (shown,) = in_record(a_report(boards=[{"board": "park-warden", **chair}])).mentions

    assert shown.named_as == words


def test_a_batch_of_results_says_of_which_days_and_who_passed_it_on_to_whom() -> None:
    programme = a_programme(batches=[a_batch("march", "2024-04-02", "2024-04-09")])
    lead = {"id": "programme-lead", "role": "Programme lead"}
    (shown,) = page(programme, owners=(lead,)).records
    (mention,) = shown.mentions

    assert shown.sentence == "Named on 1 of 1 batch of results."
    assert mention.link == Link(
        "Results of 1 to 14 March 2024", "../../volunteers/watch/#batch-march"
    )
    assert mention.named_as == "Passed results on and results passed to it"


def test_visits_are_counted_and_lead_to_all_visits() -> None:
    days = ("2024-03-20", "2024-04-20")
    visits = [
        *(a_visit(day, "oak-end", by="traffic-officer") for day in days),
        a_visit("2024-05-20", "oak-end"),
    ]
    officer = {"id": "traffic-officer", "role": "Traffic officer"}
    programme = a_programme(visits=visits)
    (shown,) = page(programme, owners=(officer,)).records
    (mention,) = shown.mentions
    (row,) = register(programme, owners=(officer,)).owners

    assert shown.sentence == "Named on 2 of 3 visits of the police."
    assert mention.link == Link("2 visits", "../../volunteers/watch/#visits")
    assert mention.named_as == "Went there"
    assert ([one.title for one in row.records], row.nowhere) == (
        ["2 visits in Watch of Hill Town"],
        "",
    )


def test_several_batches_are_counted_in_the_register() -> None:
    days = ("2024-04-02", "2024-04-09")
    programme = a_programme(batches=[a_batch(name, *days) for name in ("march", "april")])
    lead = {"id": "programme-lead", "role": "Programme lead"}
    (row,) = register(programme, owners=(lead,)).owners

    assert [one.title for one in row.records] == ["2 batches in Watch of Hill Town"]


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        (a_log(issues=[an_issue()]), ("Issue", "Named as", "When", "State")),
        (a_report(boards=[{"board": "park-warden"}]), ("Board", "Named as")),
        (
            a_report(
                boards=[{"board": "park-warden"}],
                improvement=[{"id": "1", "title": "Benches", "boards": ["park-warden"]}],
            ),
            ("Where", "Named as"),
        ),
    ],
)
def test_the_columns_are_those_that_the_parts_of_a_record_fill(
    record: RecordInFull, columns: tuple[str, ...]
) -> None:
    assert in_record(record).columns == columns


# The files beside it.


def test_both_pages_offer_their_files_and_what_the_columns_mean() -> None:
    for shown, keys in (
        (register(owners=(WARDEN,)), "../data-files/"),
        (page(), "../../data-files/"),
    ):
        assert [(one.url, one.kind) for one in shown.downloads] == [
            ("mentions.csv", "CSV"),
            ("data.json", "JSON"),
        ]
        assert shown.keys == keys
