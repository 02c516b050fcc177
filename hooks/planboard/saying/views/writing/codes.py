"""Codes: every shortcode in words, with lines that show what it can say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from planboard.rules.shortcodes.forms import FORMS, MOST
from planboard.saying import labels, wording
from planboard.words.vocabulary.dates import Timing
from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
from planboard.words.vocabulary.records import RecordKind
from planboard.words.vocabulary.shortcodes import Chart, Shortcode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.arithmetic.answers import Answers
    from planboard.arithmetic.measures import MeasureTold, ReportTold
    from planboard.arithmetic.progress import PlanProgress
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.truth.in_full import IssuesInFull, PlanInFull, ReportInFull

__all__ = [
    "CHARTS",
    "ISSUE_CODES",
    "OPTIONS",
    "TIMINGS",
    "ShortcodeView",
    "names_of",
    "shortcodes",
    "telling",
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
}
OPTIONS: Final = {
    "status": "the status, in the words of the plan; also `not_rated` and `not_published`",
    "group": "a part of the plan, by its `id`; the parts inside it count too",
    "owner": "an owner, by its `id`; `none` for no owner named",
    "timing": "where the date lies, seen from the day of the facts",
    "state": "where an issue stands",
    "level": "how far the response to an issue went; `none` where that is not known",
    "told": "whether those who raised an issue were told",
    "most": "how many entries there are at most",
}
TIMINGS: Final = {
    Timing.PASSED: "the date has passed and the work is not finished",
    Timing.NEXT: "the date is near: three months, unless the site says otherwise",
    Timing.LATER: "the date is after that",
    Timing.ONGOING: "the work goes on without an end",
    Timing.NOT_STATED: "no day is named",
    Timing.FINISHED: "nothing is left to do",
}
_TIMING_WORDS: Final = {
    Timing.PASSED: "overdue",
    Timing.NEXT: "near",
    Timing.LATER: "still far off",
    Timing.ONGOING: "ongoing",
    Timing.NOT_STATED: "without a day",
    Timing.FINISHED: "finished",
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
_PLAIN_WORDS: Final = re.compile(r"[\w’' -]+")
"""What a page in Markdown may take from a plan as it is."""
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class ShortcodeView:
    """One shortcode: what it places, and lines that are shown as written and as they become.

    ``live`` when the site has a record to show it with.
    """

    title: str
    said: str
    options: tuple[str, ...]
    examples: tuple[str, ...]
    live: bool


def shortcodes(names: _Names) -> tuple[ShortcodeView, ...]:
    """Return every shortcode with examples that use ``names``."""
    return tuple(
        ShortcodeView(
            title=title,
            said=said,
            options=FORMS[one].options,
            examples=names.examples(one),
            live=FORMS[one].kind in names.real,
        )
        for one, (title, said) in _SAID.items()
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """_Names that examples use; ``real`` are the kinds of which they are those of a record."""

    plan: str = "safer-streets-2026"
    names: str = "actions"
    status: str = "red"
    group: str = "better-lighting"
    owner: str = "highways-team"
    action: str = "1"
    timing: Timing = Timing.PASSED
    forums: str = "town-forums-2026"
    log: str = "street-issues-2026"
    state: IssueState = IssueState.OPEN
    report: str = "safer-streets-progress"
    measure: str = "lamps"
    real: frozenset[RecordKind] = frozenset()

    def examples(self, shortcode: Shortcode) -> tuple[str, ...]:
        """Return lines that show what a shortcode can say."""
        all_of_kind = f"[[{shortcode}]]"
        plan, report = f"{shortcode} {self.plan}", f"{shortcode} {self.report}"
        group = f" group={self.group}" if self.group else ""
        status, timing = self.status.replace("_", " "), _TIMING_WORDS[self.timing]
        lines: dict[Shortcode, tuple[str, ...]] = {
            Shortcode.PLANS: (all_of_kind,),
            Shortcode.COUNT: (
                f"There are [[{plan}]] {self.names}.",
                f"Of these, [[{plan} status={self.status}]] are {status}.",
                f"By their dates, [[{plan} timing={self.timing}]] are {timing}.",
            ),
            Shortcode.ACTION: (
                f"Read [[{plan} {self.action}]] first.",
                f"[[{plan} {self.action}]]",
            ),
            Shortcode.CHART: (f"[[{plan} {Chart.STATUS_BY_GROUP}]]",),
            Shortcode.STATUS_TABLE: (
                f"[[{plan} status={self.status}{group}]]",
                f"[[{plan} owner={self.owner}]]",
            ),
            Shortcode.STATUS_BAR: (f"[[{plan}{group}]]",),
            Shortcode.UPDATES: (f"[[{plan} most={_FEW}]]",),
            Shortcode.PRIORITIES: (f"[[{shortcode} {self.forums}]]", all_of_kind),
            Shortcode.ISSUES: (
                f"[[{shortcode} {self.log} state={self.state} most={_FEW}]]",
                all_of_kind,
            ),
            Shortcode.REPORTS: (all_of_kind,),
            Shortcode.MEASURE: (f"[[{report} {self.measure}]]",),
            Shortcode.BENEFITS: (f"[[{report}]]",),
            Shortcode.VOICES: (f"[[{report}]]",),
        }
        return lines.get(shortcode, (f"[[{plan}]]",))


def names_of(told: Verdicts) -> _Names:
    """Return names that occur in the most telling record of each kind."""
    found: dict[str, Any] = {}
    real: list[RecordKind] = []
    if plan := telling(told):
        found |= _of_plan(*plan)
        real.append(RecordKind.PLAN)
    if forums := [one for one in told.forums if one[1].counts.priorities]:
        record = min(forums, key=lambda one: one[0].forums.example)[0]
        found["forums"] = record.id
        real.append(RecordKind.FORUMS)
    if logs := [one for one in told.issues if one[1].total]:
        found |= _of_log(*max(logs, key=lambda one: (not one[0].log.example, one[1].total)))
        real.append(RecordKind.ISSUES)
    if reports := [one for one in told.reports if one[1].measures]:
        found |= _of_report(*max(reports, key=lambda one: (not one[0].report.example,)))
        real.append(RecordKind.REPORT)
    return replace(_Names(), real=frozenset(real), **found)


def telling(told: Verdicts) -> tuple[PlanInFull, PlanProgress] | None:
    """Return the plan with the most different statuses; None where none has an action."""
    plans = [one for one in told.plans if one[1].total]
    return max(
        plans, key=lambda one: sum(count.number > 0 for count in one[1].counts), default=None
    )


def _of_plan(record: PlanInFull, told: PlanProgress) -> dict[str, object]:
    """Return names that occur in a plan, such as the worst status that any action has."""
    worst = next(one.level for one in told.counts if one.number)
    owners = [owner for one in told.current for owner in one.action.owners]
    groups = [chain[-1].id for _, chain in record.plan.walk_groups()]
    names = wording.action_names(record.plan, 2)
    return {
        "plan": record.id,
        "names": names if _PLAIN_WORDS.fullmatch(names) else "actions",
        "status": worst.code,
        "group": groups[0] if groups else "",
        "owner": owners[0] if owners else "none",
        "action": told.current[0].action.id,
        "timing": next(one for one in Timing if any(one is seen.timing for seen in told.current)),
    }


def _of_log(record: IssuesInFull, told: Answers) -> dict[str, object]:
    return {"log": record.id, "state": max(told.states, key=lambda one: one[1])[0]}


def _of_report(record: ReportInFull, told: ReportTold) -> dict[str, object]:
    """Return a report with a measure that shows a lot in little room."""

    def shows(one: MeasureTold) -> tuple[bool, bool, int]:
        return bool(one.figures), bool(one.caveats), -len(one.figures)

    return {"report": record.id, "measure": max(told.measures, key=shows).measure.id}
