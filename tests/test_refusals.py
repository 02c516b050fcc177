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
                "it, after a dash and a space."
            ),
        ),
        (
            "[park-warden, parks-board]",
            "[Park warden]",
            (
                'plan.yml:11:14: owners: "Park warden" is not an id. Use lower-case letters, '
                "figures and hyphens, and begin with a letter or a figure. "
                'For example "park-warden".'
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
            (
                'plan.yml:5:8: "scale" is a list. It needs lines of its own, each with a key and a '
                'colon, such as "use: …" and "name: …".'
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
            "scale: rag\nexample: no",
            'plan.yml:6:10: example: "no" is neither true nor false. Write true or false.',
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
