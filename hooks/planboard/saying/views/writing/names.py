"""Names: what examples of shortcodes are about, taken from the records of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from planboard.saying import wording
from planboard.words.vocabulary.dates import Timing
from planboard.words.vocabulary.issues import IssueState
from planboard.words.vocabulary.programmes import SiteState
from planboard.words.vocabulary.records import RecordKind
from planboard.words.vocabulary.shortcodes import Back, Chart, Shortcode

if TYPE_CHECKING:
    from planboard.arithmetic.answers import Answers
    from planboard.arithmetic.measures import MeasureTold, ReportTold
    from planboard.arithmetic.programmes.told import ProgrammeTold
    from planboard.arithmetic.progress import PlanProgress
    from planboard.arithmetic.verdicts import Verdicts
    from planboard.truth.in_full import IssuesInFull, PlanInFull, ProgrammeInFull, ReportInFull

__all__ = ["Names", "names_of", "telling"]

_TIMING_WORDS: Final = {
    Timing.PASSED: "overdue",
    Timing.NEXT: "near",
    Timing.LATER: "still far off",
    Timing.ONGOING: "ongoing",
    Timing.NOT_STATED: "without a day",
    Timing.FINISHED: "finished",
}
_PLAIN_WORDS: Final = re.compile(r"[\w’' -]+")
"""What a page in Markdown may take from a plan as it is."""
_FEW: Final = 2


class Names(NamedTuple):
    """Names that examples use; ``real`` are the kinds of which they are those of a record."""

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
    programme: str = "speedwatch-2026"
    month: str = "2026-03"
    site: str = "high-street"
    site_state: SiteState = SiteState.APPROVED
    back: Back = Back.WAITING
    guidance: str = "abusive-drivers"
    real: frozenset[RecordKind] = frozenset()
    has_newsletters: bool = False

    def examples(self, shortcode: Shortcode) -> tuple[str, ...]:
        """Return lines that show what a shortcode can say."""
        all_of_kind = f"[[{shortcode}]]"
        plan, report = f"{shortcode} {self.plan}", f"{shortcode} {self.report}"
        programme = f"{shortcode} {self.programme}"
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
            Shortcode.PROGRAMMES: (all_of_kind,),
            Shortcode.RESULTS: (f"[[{programme} period={self.month}]]", f"[[{programme}]]"),
            Shortcode.RETURNED: (f"[[{programme} state={self.back}]]",),
            Shortcode.VISITS: (
                f"[[{programme} period={self.month}]]",
                f"[[{programme} site={self.site}]]",
            ),
            Shortcode.SITES: (f"[[{programme} state={self.site_state}]]",),
            Shortcode.GUIDANCE: (f"[[{programme}{self.guidance and f' {self.guidance}'}]]",),
            Shortcode.THANKS: (f"[[{programme} period={self.month}]]",),
            Shortcode.IN_SHORT: (
                f"In one month there were [[{programme} period={self.month}]].",
                f"[[{programme} period={self.month}]]",
            ),
            Shortcode.YOU_SAID: (f"[[{shortcode} {self.log} state={self.state} most={_FEW}]]",),
            Shortcode.NEWSLETTERS: (f"[[{shortcode} most={_FEW}]]",),
            Shortcode.NEW_SINCE: (all_of_kind,),
            Shortcode.MEETINGS: (all_of_kind,),
        }
        return lines.get(shortcode, (f"[[{plan}]]",))


def names_of(told: Verdicts) -> Names:
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
    if programmes := [one for one in told.programmes if one[0].sessions]:
        shown = max(
            programmes, key=lambda one: (not one[0].programme.example, one[1].done.total.sessions)
        )
        found |= _of_programme(*shown)
        real.append(RecordKind.PROGRAMME)
    return Names(real=frozenset(real), has_newsletters=bool(told.newsletters), **found)


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


def _of_programme(record: ProgrammeInFull, told: ProgrammeTold) -> dict[str, object]:
    """Return the newest month and what else shows something in little room."""
    months = [month for month, done in told.done.by_month.items() if done.is_any]
    visits = told.followed_up.visits.by_site
    states = {state: number for state, number in told.states.items() if number}
    guidance = record.programme.guidance
    return {
        "programme": record.id,
        "month": f"{(months or record.programme.months)[-1]:%Y-%m}",
        "site": max(record.sites, key=lambda one: len(visits[one])),
        "site_state": min(states, key=lambda one: states[one]),
        "back": Back.WAITING if told.back.waiting else Back.RETURNED,
        "guidance": guidance[0].id if guidance else "",
    }
