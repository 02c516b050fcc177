"""Codes: every shortcode in words, with lines that show what it can say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes.forms import FORMS, MOST
from planboard.saying import labels
from planboard.words.vocabulary.dates import Timing
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
from planboard.words.vocabulary.programmes import SiteState, VisitReason
from planboard.words.vocabulary.shortcodes import Back, Chart, Shortcode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.rules.shortcodes.forms import Form
    from planboard.saying.views.writing.names import Names

__all__ = [
    "CHARTS",
    "ISSUE_CODES",
    "OPTIONS",
    "PROGRAMME_CODES",
    "TIMINGS",
    "ShortcodeView",
    "shortcodes",
]

_SAID: Final[Mapping[Shortcode, tuple[str, str]]] = {
    Shortcode.COUNT: (
        "A figure",
        (
            "How many actions a plan has, or how many are as you choose. It stands in a sentence, "
            "a heading or a table, and changes when the plan does."
        ),
    ),
    Shortcode.ACTION: (
        "One action",
        (
            "In a sentence it is the name of the action with its status, and leads to its entry. "
            "In a paragraph of its own it also gives the date, the owners and the newest update."
        ),
    ),
    Shortcode.STATUS_BAR: ("A status bar", "How the actions of a plan stand, as a bar and words."),
    Shortcode.STATUS_TABLE: (
        "A status table",
        "The actions of a plan, a row for each. Choose some of them, or the table is long.",
    ),
    Shortcode.LEGEND: ("A legend", "What the statuses of a plan mean."),
    Shortcode.CHART: (
        "A chart",
        "A chart of a plan with its table: this or [another one](#what-you-can-choose-by).",
    ),
    Shortcode.DATES: (
        "Dates coming next",
        "What is due next, seen from the day of the facts: in one plan or, without one, in all.",
    ),
    Shortcode.UPDATES: (
        "The newest updates",
        (
            "What was reported last with a certain day: in one plan or, without one, in all. "
            f"There are {MOST} unless you say how many."
        ),
    ),
    Shortcode.PLANS: (
        "Every plan",
        "Each plan of the site in one sentence with its status bar.",
    ),
    Shortcode.PRIORITIES: (
        "A chart of priorities",
        (
            "What areas named, as a chart with its table. Without an id it is each record of "
            "priorities in one sentence."
        ),
    ),
    Shortcode.ISSUES: (
        "Issues of a log",
        (
            "What people raised, a row for each: whether it was answered, whether they were told, "
            "and where it stands. Without an id it is each log in one sentence."
        ),
    ),
    Shortcode.MEASURE: (
        "One measure",
        "What was measured, with its figures, its caveats and its source. Name it by its id.",
    ),
    Shortcode.BENEFITS: ("Benefits of a report", "What a change was to bring, with its marks."),
    Shortcode.VOICES: (
        "What people said",
        "The voices of a report side by side, in short.",
    ),
    Shortcode.REPORTS: ("Every report", "Each progress report of the site in one sentence."),
    Shortcode.RESULTS: (
        "Results of volunteers",
        (
            "What the sessions of a programme found and what came of it: in a month or another "
            "period or, without one, in all its period. A count that is kept back for a month is "
            "kept back in every sum of it."
        ),
    ),
    Shortcode.RETURNED: (
        "What happened with results",
        (
            "Which results came back to volunteers and for which they wait, with the days and who "
            "passed them on."
        ),
    ),
    Shortcode.VISITS: (
        "Visits of the police",
        (
            "When the police went to which site of a programme, and why. Months without a visit "
            "are named."
        ),
    ),
    Shortcode.SITES: ("Sites of a programme", "Where volunteers stand, each with its page."),
    Shortcode.GUIDANCE: (
        "Guidance for volunteers",
        (
            "What volunteers should do, in the words of the programme: one piece by its id or, "
            "without one, all."
        ),
    ),
    Shortcode.THANKS: (
        "A thank-you to volunteers",
        (
            "How many sessions volunteers held in a period, how many hours they gave, and how many "
            "they are; by no name."
        ),
    ),
    Shortcode.IN_SHORT: (
        "Results in short",
        (
            "The figures of a period in one breath. It stands in a sentence; in a paragraph of its "
            "own it also says where they are from."
        ),
    ),
    Shortcode.YOU_SAID: (
        "You said, we did",
        (
            "What people raised, the newest answers to it and where it stands. In a newsletter "
            "that names the issues that it covers it is these, in their order."
        ),
    ),
    Shortcode.NEWSLETTERS: (
        "The newest newsletters",
        "The issues of all newsletters, newest first, with the way to the list of all.",
    ),
    Shortcode.NEW_SINCE: (
        "What is new since the last issue",
        (
            "In a newsletter only: what its records date after the day of the issue before and up "
            "to its own. The first issue begins with the first day of its period. What has no date "
            "cannot be new; it says how many entries of the log have none."
        ),
    ),
    Shortcode.MEETINGS: (
        "What comes next",
        (
            "In a newsletter only: the meetings and trainings of its programme after its day, and "
            "those at which issues of its log are decided or people are told."
        ),
    ),
    Shortcode.PROGRAMMES: (
        "Every programme",
        "Each programme of volunteers of the site in one sentence.",
    ),
}
OPTIONS: Final = {
    "status": "the status, in the words of the plan; also `not_rated` and `not_published`",
    "group": "a part of the plan, by its `id`; the parts inside it count too",
    "owner": "an owner, by its `id`; `none` for no owner named",
    "timing": "where the date lies, seen from the day of the facts",
    "state": "where an issue or a site stands, or whether results came back",
    "level": "how far the response to an issue went; `none` where that is not known",
    "told": "whether those who raised an issue were told",
    "most": "how many entries there are at most",
    "period": (
        "whole months inside the period of a programme: a month such as `2026-03`, a quarter such "
        'as `"Q1 2025/26"`, a year, or a financial year such as `2025/26`'
    ),
    "site": "a site of a programme, by its `id`",
}
TIMINGS: Final = {
    Timing.PASSED: "the date has passed and the work is not finished",
    Timing.NEXT: "the date is near: three months, unless the site says otherwise",
    Timing.LATER: "the date is after that",
    Timing.ONGOING: "the work goes on without an end",
    Timing.NOT_STATED: "no day is named",
    Timing.FINISHED: "nothing is left to do",
}
CHARTS: Final = {
    Chart.STATUS_BY_GROUP: "status by part of the plan",
    Chart.DUE_BY_QUARTER: "when things fall due",
    Chart.OWNERS: "how many actions name each owner",
}
ISSUE_CODES: Final = (
    ("state", tuple((one.value, labels.ISSUE_STATES[one]) for one in IssueState)),
    ("level", tuple((one.value, labels.RESPONSE_LEVELS[one]) for one in ResponseLevel)),
    ("told", tuple((one.value, labels.TOLD_STATES[one]) for one in ToldState)),
)
"""The words that each option of issues takes, with what readers see."""
PROGRAMME_CODES: Final = (
    ("`state=` of sites", tuple((one.value, labels.SITE_STATES[one]) for one in SiteState)),
    ("`state=` of results", tuple((one.value, labels.BACK[one]) for one in Back)),
    (
        "the `reason` of a visit, in the record",
        tuple((one.value, labels.VISIT_REASONS[one]) for one in VisitReason),
    ),
)
"""What has words of its own in a programme, and these words with what readers see."""


@dataclass(frozen=True, slots=True)
class ShortcodeView:
    """One shortcode: what it places, and lines that are shown as written and as they become.

    ``live`` when the site has a record to show it with, and any page may have it.
    """

    title: str
    said: str
    options: tuple[str, ...]
    examples: tuple[str, ...]
    live: bool


def shortcodes(names: Names) -> tuple[ShortcodeView, ...]:
    """Return every shortcode with examples that use ``names``."""
    return tuple(
        ShortcodeView(
            title=title,
            said=said,
            options=FORMS[one].options,
            examples=names.examples(one),
            live=_is_live(FORMS[one], names),
        )
        for one, (title, said) in _SAID.items()
    )


def _is_live(form: Form, names: Names) -> bool:
    """Return whether an example shows something on this page, which is no newsletter."""
    if form.kind is None:
        return names.has_newsletters and not form.in_newsletters
    return form.kind in names.real
