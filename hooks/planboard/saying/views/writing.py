"""Writing views: what the page for editors may say of shortcodes and of the fields of a plan."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from planboard.rules.shortcodes.forms import FORMS, MOST
from planboard.saying import routes, wording
from planboard.words.vocabulary import Chart, Shortcode, Timing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from planboard.arithmetic.progress import PlanProgress
    from planboard.truth.collection import PlanInFull

__all__ = ["FieldView", "PartView", "ShortcodeView", "WritingView", "writing"]

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
    Shortcode.CHART: ("A chart", "A chart of a plan with its table."),
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
}
_OPTIONS: Final = {
    "status": "the status, in the words of the plan; also `not_rated` and `not_published`",
    "group": "a part of the plan, by its `id`; the parts inside it count too",
    "owner": "an owner, by its `id`; `none` for no owner named",
    "timing": "where the date lies, seen from the day of the facts",
    "most": "how many entries there are at most",
}
_TIMINGS: Final = {
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
_CHARTS: Final = {
    Chart.STATUS_BY_GROUP: "status by part of the plan",
    Chart.DUE_BY_QUARTER: "when things fall due",
    Chart.OWNERS: "how many actions name each owner",
}
_PARTS: Final = (
    ("", "The plan as a whole"),
    ("groups:", "Its parts"),
    ("actions:", "Its actions"),
)
_PLAIN_WORDS: Final = re.compile(r"[\w’' -]+")
"""What a page in Markdown may take from a plan as it is."""
_EXPLAINS: Final = re.compile(r"\s*# (?=\S)")
_EXAMPLE: Final = re.compile(r"^(\s*)#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ShortcodeView:
    """One shortcode: what it places, and lines that are shown as written and as they become."""

    title: str
    said: str
    options: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """What is to be said of one field or a few, and how they are written."""

    said: str
    code: str


@dataclass(frozen=True, slots=True)
class PartView:
    """The fields of one part of a plan file."""

    title: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class WritingView:
    """How to write a page and a plan; ``live`` when the site has a plan to show it with."""

    live: bool
    plan: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    figure: str
    shortcodes: tuple[ShortcodeView, ...]
    options: tuple[tuple[str, str], ...]
    timings: tuple[tuple[str, str], ...]
    charts: tuple[tuple[str, str], ...]
    parts: tuple[PartView, ...]
    schemas: str


def writing(plans: Sequence[tuple[PlanInFull, PlanProgress]], sample: str) -> WritingView:
    """Return the view of how to write, with examples of the most telling of ``plans``.

    That is the one with the most different statuses. ``sample`` is a plan file in which every
    field has an explanation above it and an example.
    """
    telling = max(plans, key=lambda one: _statuses(one[1]), default=None)
    names = _Names.of(*telling) if telling and telling[1].total else _Names()
    return WritingView(
        live=names.is_real,
        plan=names.plan,
        names=_ids(telling[0]) if telling and names.is_real else (),
        figure=f"[[count {names.plan} status={names.status}]]",
        shortcodes=tuple(
            ShortcodeView(
                title=title,
                said=said,
                options=FORMS[one].options,
                examples=tuple(names.examples(one)),
            )
            for one, (title, said) in _SAID.items()
        ),
        options=tuple(_OPTIONS.items()),
        timings=tuple((one.value, said) for one, said in _TIMINGS.items()),
        charts=tuple((one.value, said) for one, said in _CHARTS.items()),
        parts=tuple(_parts(sample)),
        schemas=f"{routes.KEYS}index.md#schemas",
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of one plan that examples use; those of no real plan unless there is one."""

    plan: str = "safer-streets-2026"
    names: str = "actions"
    status: str = "red"
    group: str = "better-lighting"
    owner: str = "highways-team"
    action: str = "1"
    timing: Timing = Timing.PASSED
    is_real: bool = False

    @classmethod
    def of(cls, record: PlanInFull, told: PlanProgress) -> _Names:
        """Return names that occur in a plan, such as the worst status that any action has."""
        worst = next(one.level for one in told.counts if one.number)
        timing = next(one for one in Timing if any(one is seen.timing for seen in told.current))
        owners = [owner for one in told.current for owner in one.action.owners]
        groups = [chain[-1].id for _, chain in record.plan.walk_groups()]
        names = wording.action_names(record.plan, 2)
        return cls(
            plan=record.id,
            names=names if _PLAIN_WORDS.fullmatch(names) else "actions",
            status=worst.code,
            group=groups[0] if groups else "",
            owner=owners[0] if owners else "none",
            action=told.current[0].action.id,
            timing=timing,
            is_real=True,
        )

    def examples(self, shortcode: Shortcode) -> Iterator[str]:
        """Yield lines that show what a shortcode can say."""
        plan = f"{shortcode} {self.plan}"
        group = f" group={self.group}" if self.group else ""
        match shortcode:
            case Shortcode.COUNT:
                yield f"There are [[{plan}]] {self.names}."
                status, timing = self.status.replace("_", " "), _TIMING_WORDS[self.timing]
                yield f"Of these, [[{plan} status={self.status}]] are {status}."
                yield f"By their dates, [[{plan} timing={self.timing}]] are {timing}."
            case Shortcode.ACTION:
                yield f"Read [[{plan} {self.action}]] first."
                yield f"[[{plan} {self.action}]]"
            case Shortcode.CHART:
                yield from (f"[[{plan} {chart}]]" for chart in Chart)
            case Shortcode.STATUS_TABLE:
                yield f"[[{plan} status={self.status}{group}]]"
                yield f"[[{plan} owner={self.owner}]]"
            case Shortcode.STATUS_BAR:
                yield f"[[{plan}{group}]]"
            case Shortcode.DATES:
                yield f"[[{plan}]]"
            case Shortcode.UPDATES:
                yield f"[[{plan} most=2]]"
            case Shortcode.PLANS:
                yield f"[[{shortcode}]]"
            case _:
                yield f"[[{plan}]]"


def _ids(record: PlanInFull) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the id of each part of a plan with the ids of its own actions."""
    return tuple(
        (chain[-1].id, tuple(one.id for one in chain[-1].actions if not one.left_on))
        for _, chain in record.plan.walk_groups()
    )


def _statuses(told: PlanProgress) -> int:
    return sum(one.number > 0 for one in told.counts)


def _parts(sample: str) -> Iterator[PartView]:
    """Yield the parts of a commented plan file, each with its fields.

    A line that begins with # and a space explains what stands below it; any other is an example.
    """
    pieces = list(_pieces(sample))
    codes = [one.code for one in pieces]
    begins = [codes.index(first) if first else 0 for first, _ in _PARTS]
    for (_, title), begin, end in zip(_PARTS, begins, [*begins[1:], len(pieces)], strict=True):
        yield PartView(title, tuple(pieces[begin:end]))


def _pieces(sample: str) -> Iterator[FieldView]:
    said: list[str] = []
    code: list[str] = []
    for line in [*sample.splitlines(), "# ."]:
        if _EXPLAINS.match(line):
            if code:
                yield _piece(said, code)
                said, code = [], []
            said.append(_EXPLAINS.sub("", line, count=1).strip())
        elif not code and line.strip() in {"", "#"}:
            said = []  # words about the file, not about a field
        elif line.strip():
            code.append(line)


def _piece(said: Sequence[str], code: Sequence[str]) -> FieldView:
    return FieldView(" ".join(said), textwrap.dedent(_EXAMPLE.sub(r"\1", "\n".join(code))))
