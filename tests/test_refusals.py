"""What is refused in a record, in which words and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folders import SMALL_PLAN as PLAN
from planboard.reading import documents, records
from planboard.truth.model.plan import Plan
from planboard.truth.model.register import Owners, Publishers, Site

if TYPE_CHECKING:
    from planboard.words.problems import Problem


def problems_of(text: str) -> tuple[Problem, ...]:
    return records.read("parks", documents.read(text.encode(), "plan.yml"), Plan)[1]


def spoilt(old: str, new: str) -> str:
    assert PLAN.count(old) == 1
    return PLAN.replace(old, new)


def said(old: str, new: str) -> str:
    """Return the one sentence that is said when ``new`` stands for ``old`` in the plan."""
    [problem] = problems_of(spoilt(old, new))
    return str(problem)


# Keys


def test_an_unknown_key_is_told_with_the_nearest_right_one_of_its_record() -> None:
    assert said("    updates:", "    update:") == (
        'plan.yml:12:5: This action has no key "update". Did you mean "updates"?'
    )


def test_a_misspelt_key_that_is_needed_is_not_missing_as_well() -> None:
    assert said("title: Plant", "titel: Plant") == (
        'plan.yml:10:5: This action has no key "titel". Did you mean "title"?'
    )


def test_a_key_in_the_wrong_case_is_told_with_the_right_one() -> None:
    assert said("title: Plant", "Title: Plant") == (
        'plan.yml:10:5: This action has no key "Title". Did you mean "title"?'
    )


def test_an_unknown_key_with_no_near_one_is_told_with_all_there_are() -> None:
    assert said("      - text:", "      - wording:") == (
        'plan.yml:13:9: This update has no key "wording". '
        "Its keys are on, dated_as_written, kind, year, text, links."
    )


def test_an_unknown_key_inside_a_key_is_told_by_that_key() -> None:
    assert said("scale: rag", "scale: {use: rag, meaning: {}}") == (
        'plan.yml:5:19: "scale" has no key "meaning". Did you mean "meanings"?'
    )


def test_a_missing_key_is_told_at_its_record_with_what_it_is_for() -> None:
    assert said("    title: Plant trees for shade\n", "") == (
        'plan.yml:9:5: This action has no "title". '
        'Add a line "title: …" (what is to be done, in a sentence).'
    )


def test_a_missing_key_of_the_plan_is_told_at_its_first_line() -> None:
    assert said("as_at: 2024-06\n", "") == (
        'plan.yml:1:1: This plan has no "as_at". '
        'Add a line "as_at: …" (when the facts were true; a month means its last day).'
    )


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (Site, "site register"),
        (Owners, "register of owners"),
        (Publishers, "register of publishers"),
    ],
)
def test_a_register_is_called_by_its_name(
    model: type[Site | Owners | Publishers], name: str
) -> None:
    _, problems = records.read("", documents.read(b"title: x", "a.yml"), model)
    assert f'This {name} has no "format".' in problems[0].message


# Values


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "title: Plant trees for shade",
            "title:",
            'plan.yml:10:11: "title" is empty. Write something after the colon.',
        ),
        (
            "    updates:\n      - text: Twelve trees stand.\n",
            "    status: ''\n",
            (
                'plan.yml:12:13: "status" is empty. Write something after the colon, or delete the '
                "line."
            ),
        ),
        (
            "[park-warden, parks-board]",
            "",
            (
                'plan.yml:11:12: "owners" is empty. Write an entry under it, after a dash and a '
                "space, or delete the line."
            ),
        ),
        (
            "[park-warden, parks-board]",
            "[park-warden, '']",
            (
                'plan.yml:11:27: An entry of "owners" is empty. Write something after the dash, or '
                "delete the dash."
            ),
        ),
        (
            "[park-warden, parks-board]",
            "park-warden",
            (
                'plan.yml:11:13: "owners" needs a list. Put each entry on a line of its own under '
                "it, after a dash and a space, or write owners: [park-warden]."
            ),
        ),
        (
            "[park-warden, parks-board]",
            "[Park warden]",
            (
                'plan.yml:11:14: owners: "Park warden" is not an id. Owners are roles, teams or '
                "boards, never names of people; use an id from plans/registers/owners.yml."
            ),
        ),
        (
            "title: Plant trees for shade",
            "title: [Plant, trees]",
            (
                'plan.yml:10:12: "title" has a list where text belongs. Write it after the colon, '
                "without dashes or brackets."
            ),
        ),
        (
            "title: Plant trees for shade",
            "title: {Plant: trees}",
            (
                'plan.yml:10:12: "title" has "key: value" lines of its own where text belongs. If '
                "the text has a colon in it, put the whole text in straight quotes."
            ),
        ),
        (
            "      - text: Twelve trees stand.",
            "      - Twelve trees stand.",
            (
                "plan.yml:13:9: This update is only text. It needs lines of its own, each with a "
                'key and a colon, such as "text: …".'
            ),
        ),
        (
            "      - text: Twelve trees stand.",
            "      -",
            (
                "plan.yml:13:8: This update is empty. It needs lines of its own, each with a key "
                'and a colon, such as "text: …".'
            ),
        ),
        (
            "scale: rag",
            "scale: [red, green]",
            ('plan.yml:5:8: "scale" is a list. Put the list under a line "levels:" of its own.'),
        ),
        (
            "scale: rag",
            "scale: {use: rag, meanings: Red means late}",
            (
                'plan.yml:5:29: "meanings" is only text. It needs lines of its own, each with a '
                'key and a colon, such as "red: …".'
            ),
        ),
        (
            "scale: rag",
            "scale: {use: rag, levels: [{code: red, label: Red}]}",
            (
                'plan.yml:5:8: "scale" needs either use (the name of a scale) or levels (a list of '
                "its own), and not both."
            ),
        ),
        (
            "as_at: 2024-06",
            "as_at: soon",
            (
                "plan.yml:4:8: as_at: This cannot be read as one date. Write a day (29 June 2022), "
                "a month (June 2022), a quarter (Q1 2022/23), a financial year (2022/23) or a year "
                "(2022)."
            ),
        ),
        (
            "format: 1",
            "format: 2",
            (
                'plan.yml:1:9: format: "2" is not a format that this planboard reads. Write 1, the '
                "only one so far."
            ),
        ),
        (
            "scale: rag",
            "scale: rag\nkind: delivery-plann",
            (
                'plan.yml:6:7: kind: "delivery_plann" is not known. Use police_and_crime_plan, '
                "delivery_plan, charter, partnership_plan, improvement_plan, action_plan or "
                'tracker. Did you mean "delivery_plan"?'
            ),
        ),
        (
            "scale: rag",
            "scale: rag\nexample: maybe",
            (
                'plan.yml:6:10: example: "maybe" is neither true nor false. Write true or false, '
                "or yes or no."
            ),
        ),
        (
            "    updates:\n      - text: Twelve trees stand.\n",
            "    percent_complete: 120\n",
            'plan.yml:12:23: percent_complete: "120" is out of range. It must be at most 100.',
        ),
        (
            "    updates:\n      - text: Twelve trees stand.\n",
            "    percent_complete: -1\n",
            'plan.yml:12:23: percent_complete: "-1" is out of range. It must be at least 0.',
        ),
        (
            "    updates:\n      - text: Twelve trees stand.\n",
            "    targets: [{what: trees, value: thirty}]\n",
            (
                'plan.yml:12:36: value: "thirty" is not a number. Use figures only, like 30000, '
                "30,000 or 12.5; a word, or a sign such as % or £, does not belong here."
            ),
        ),
        (
            "    updates:\n      - text: Twelve trees stand.\n",
            "    due: {ends: Oct 24}\n",
            (
                'plan.yml:12:10: "due" is not text. Write the words of the plan, like Oct 22; say '
                "what they mean, if they can be read in two ways, in due_means."
            ),
        ),
        (
            "      - text: Twelve trees stand.",
            "      - {on: 2024-05-14, dated_as_written: 296024}",
            (
                "plan.yml:13:9: This update has two dates. Keep on if the day is certain, or "
                "dated_as_written if it is not."
            ),
        ),
    ],
)
def test_a_wrong_value_gives_one_sentence_with_a_way_out(old: str, new: str, line: str) -> None:
    assert said(old, new) == line


def test_a_date_is_not_judged_when_what_it_means_cannot_be_read() -> None:
    due = "    due: 2024 or 2025\n    due_means: {kind: finish}\n    updates:"
    problems = problems_of(spoilt("    updates:", due))
    assert [one.code for one in problems] == ["unknown-word"]


def test_a_fraction_of_months_is_refused() -> None:
    site = documents.read(b"format: 1\ntitle: Plans\nnear_months: 2.5\n", "site.yml")
    _, problems = records.read("site", site, Site)
    assert [str(one) for one in problems] == [
        'site.yml:3:14: near_months: "2.5" is not a whole number.'
    ]


def test_every_fault_of_a_record_is_told_at_once() -> None:
    text = spoilt("as_at: 2024-06", "as_at: soon").replace("title: Plant", "titel: Plant")
    problems = problems_of(text)
    assert {one.code for one in problems} == {"wrong-value", "unknown-key"}


def test_a_line_that_is_wrong_as_yaml_is_told_only_once() -> None:
    document = documents.read(spoilt("title: Plant trees", "title: *Plant").encode(), "plan.yml")
    assert [one.code for one in document.problems] == ["alias"]
    assert records.read("parks", document, Plan)[1] == ()


# Lists of ids


@pytest.mark.parametrize(
    ("written", "number", "ids"),
    [
        ("park-warden parks-board", "two", "park-warden, parks-board"),
        ("park-warden; parks-board", "two", "park-warden, parks-board"),
        ("park-warden and parks-board", "two", "park-warden, parks-board"),
        ("park-warden/clerk", "two", "park-warden, clerk"),
        ("warden and clerk", "two", "warden, clerk"),
        ("warden; clerk; and board", "three", "warden, clerk, board"),
        ("a-b c-d e-f g-h", "several", "a-b, c-d, e-f, g-h"),
    ],
)
def test_ids_without_a_comma_between_them_are_told_apart(
    written: str, number: str, ids: str
) -> None:
    assert said("[park-warden, parks-board]", f"[{written}]") == (
        f'plan.yml:11:14: owners: "{written}" looks like {number} ids. Put a comma between them, '
        f"as in [{ids}]."
    )


def test_ids_on_one_line_of_a_list_need_a_line_each() -> None:
    assert said("[park-warden, parks-board]", "\n    - park-warden parks-board") == (
        'plan.yml:12:7: owners: "park-warden parks-board" looks like two ids. Put each on a line '
        "of its own, after a dash and a space."
    )


def test_words_may_be_one_id_or_more() -> None:
    assert said("[park-warden, parks-board]", "[park warden]") == (
        'plan.yml:11:14: owners: "park warden" is not an id. Owners are roles, teams or boards, '
        "never names of people; use an id from plans/registers/owners.yml. If these are two ids, "
        "put a comma between them, as in [park, warden]."
    )


@pytest.mark.parametrize("key", ["owners", "support", "reports_to"])
@pytest.mark.parametrize("written", ["Parks Team", "Team, Parks", "P. Team"])
def test_no_id_is_made_of_what_may_be_a_name(key: str, written: str) -> None:
    assert said("owners: [park-warden, parks-board]", f"{key}: ['{written}']") == (
        f'plan.yml:11:{len(key) + 8}: {key}: "{written}" is not an id. Owners are roles, teams or '
        "boards, never names of people; use an id from plans/registers/owners.yml."
    )


NEEDS_A_LIST = (
    "needs a list. Put each entry on a line of its own under it, after a dash and a space"
)


@pytest.mark.parametrize(
    ("old", "new", "short_form"),
    [
        ("[park-warden, parks-board]", "warden, clerk", ", or write owners: [warden, clerk]"),
        ("[park-warden, parks-board]", "a-b and c-d", ", or write owners: [a-b, c-d]"),
        ("[park-warden, parks-board]", "Park warden, clerk", ""),
        ("[park-warden, parks-board]", "park warden", ""),
        ("    updates:", "    tags: bus stops, trees\n    updates:", ", or write tags: [bus"),
        ("    updates:", "    tags: 'bus: stops, trees'\n    updates:", ""),
        ("    updates:", "    tags: trees, , shade\n    updates:", ""),
        ("    updates:", "    milestones: trees, shade\n    updates:", ""),
    ],
)
def test_text_where_a_list_belongs_is_shown_as_a_list_if_it_can_be_one(
    old: str, new: str, short_form: str
) -> None:
    assert f"{NEEDS_A_LIST}{short_form or '.'}" in said(old, new)


@pytest.mark.parametrize(("number", "better"), [("1.10", "1-10"), ("Action 3(b)", "action-3-b")])
def test_a_printed_number_is_no_id_and_has_a_line_of_its_own(number: str, better: str) -> None:
    assert said('id: "2"', f'id: "{number}"') == (
        f'plan.yml:9:9: id: "{number}" is not an id. Use lower-case letters, figures and hyphens, '
        f'and begin with a letter or a figure. For example "{better}". Keep the printed number in '
        f'a line of its own: number: "{number}".'
    )


def test_an_id_that_is_no_number_and_one_of_another_record_need_no_line_more() -> None:
    assert "printed number" not in said('id: "2"', "id: Plant trees")
    assert "printed number" not in said("hill-town-council", '"1.10"')


# Words of a closed list


@pytest.mark.parametrize("word", ["done", "Finished", "closed", "completed"])
def test_a_word_for_complete_is_told_with_complete_and_never_with_none(word: str) -> None:
    level = f"{{code: red, label: Red, counts_as: {word}}}"
    assert said("scale: rag", f"scale: {{levels: [{level}]}}") == (
        f'plan.yml:5:53: counts_as: "{word.lower()}" is not known. Use on_track, at_risk, '
        'off_track, complete or none. Did you mean "complete"?'
    )


def test_nothing_is_never_the_word_that_was_meant() -> None:
    level = "{code: red, label: Red, counts_as: nonsense}"
    assert said("scale: rag", f"scale: {{levels: [{level}]}}").endswith("complete or none.")


@pytest.mark.parametrize("kind", ["parish", "Town council", "district", "county", "borough"])
def test_every_kind_of_council_is_a_council(kind: str) -> None:
    text = f"format: 1\npublishers: [{{id: hill, name: Hill, kind: {kind}}}]\n"
    document = documents.read(text.encode(), "publishers.yml")
    [problem] = records.read("publishers", document, Publishers)[1]
    assert problem.message.endswith(
        'csp. Use "council" for a parish, town, district, county, borough or city council.'
    )
