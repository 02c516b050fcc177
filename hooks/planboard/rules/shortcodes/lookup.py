"""Lookup: shortcodes of written pages to what they place; unknown names are complaints."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from planboard.reading.markdown import page as pages
from planboard.rules.shortcodes import spots
from planboard.rules.shortcodes.forms import (
    FORMS,
    MOST,
    OWNED_BY_NOBODY,
    Choice,
    Form,
    Placement,
)
from planboard.truth.model.scale import NOT_ON_A_SCALE, status_code
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted
from planboard.words.vocabulary import NOT_PUBLISHED, Chart, Shortcode, Timing

if TYPE_CHECKING:
    from collections.abc import Collection as Many
    from collections.abc import Iterable

    from planboard.reading.markdown.page import Argument
    from planboard.truth.collection import Collection, Library, PlanInFull
    from planboard.words.problems import Place

__all__ = ["check", "read"]

_AT_MOST: Final = 50


def check(found: Library, collection: Collection | None, unread: Many[str]) -> list[Problem]:
    """Return a complaint for each shortcode in the pages of a site that cannot be placed.

    ``unread`` are the files that hold an error: a plan, or a thing in it, that is unknown only
    because of that is not told as well.
    """
    # a plan that cannot be published for another reason has its complaint already
    plans = {entry.id for entry in found.plans}
    known = {record.id for record in collection.plans} if collection else set()
    silent = plans - known | {file.split("/")[-2] for file in unread if file.endswith("/plan.yml")}
    return [
        problem
        for writing in found.writings
        if writing.is_page
        for problem in read(writing.text, writing.file, collection, silent)[1]
    ]


def read(
    text: str, file: str, collection: Collection | None, silent: Many[str] = ()
) -> tuple[tuple[Placement, ...], tuple[Problem, ...]]:
    """Return what the page ``text`` places, and a complaint for each shortcode that is wrong.

    ``file`` is what complaints call it. What is said of the plans whose ids are ``silent`` is
    passed over. Without a collection only the form of shortcodes is looked at.
    """
    page = pages.read(text, file)
    desk = _Desk(text, collection, silent)
    placements = tuple(filter(None, (desk.placement(one) for one in page.shortcodes)))
    head = spots.in_head(text, file, page.top)
    return placements, (*page.problems, *head, *desk.problems)


class _Desk:
    """Where the shortcodes of one page are looked through and complaints gathered."""

    def __init__(self, text: str, collection: Collection | None, silent: Many[str]) -> None:
        self.text = text
        self.collection = collection
        self.plans = {one.id: one for one in collection.plans} if collection else {}
        self.silent = silent
        self.problems: list[Problem] = []
        self.sure = True
        """Whether what the plan in hand does not know is surely unknown: it was read whole."""

    def complain(self, place: Place, code: str, message: str) -> None:
        self.problems.append(Problem(Level.ERROR, code, place, message))

    def placement(self, one: pages.Shortcode) -> Placement | None:
        """Return what one shortcode places; None when it cannot be, and has its complaint."""
        self.sure = True
        name = re.sub("[_–—]", "-", one.name)
        if one.name not in set(Shortcode):
            self.complain(
                one.place,
                "unknown-shortcode",
                f"{quoted(one.source)} is not known: what stands in double brackets places data, "
                f"and begins with {one_of(Shortcode)}.{did_you_mean(name, Shortcode)} To show "
                "the brackets as they are, put the whole into backticks.",
            )
            return None
        shortcode = Shortcode(one.name)
        form = FORMS[shortcode]
        before = len(self.problems)
        self.problems += spots.problems(self.text, one, shortcode)
        bare = Placement(shortcode, one.start, one.end, one.source, one.alone)
        named = self._with_words(bare, form, one)
        if named is None:
            return None
        placed = self._with_options(named, form, one)
        return None if len(self.problems) > before else placed

    def _with_words(self, placed: Placement, form: Form, one: pages.Shortcode) -> Placement | None:
        """Return ``placed`` with its plan and its action or chart."""
        if not self._has_its_words(placed.shortcode, form, one):
            return None
        if not one.words:
            return placed
        plan, *rest = one.words
        record = self._plan(plan)
        if record is None:
            return None
        placed = replace(placed, record=record)
        if form.word == "action":
            action = self._known(rest[0], record.actions, f'action in "{record.id}"', "id")
            placed = replace(placed, action=record.actions[action] if action else None)
        if form.word == "chart":
            chart = self._known(rest[0], Chart, "chart", "name")
            placed = replace(placed, chart=Chart(chart) if chart else None)
        return placed

    def _has_its_words(self, shortcode: Shortcode, form: Form, one: pages.Shortcode) -> bool:
        """Return whether there are as many words as there must be, or complain."""
        names = [name for name in (form.plan and "plan", form.word) if name]
        if len(one.words) > len(names):
            extra = one.words[len(names)]
            behind = any(option.place < extra.place for option in one.options)
            hint = " Put a value that has spaces in it into straight quotes." if behind else ""
            hint = hint or self._as_option(extra, form)
            self.complain(
                extra.value_place,
                "word-too-many",
                f'{quoted(extra.value)} is one word too many for "{shortcode}". '
                f"{_usage(shortcode)}{hint}",
            )
            return False
        if len(one.words) < len(names) - (form.plan == "allowed"):
            missing = names[len(one.words)]
            all_known: dict[str, list[str]] = {"plan": [*self.plans], "chart": [*Chart]}
            known = all_known.get(missing)
            which = f" Known {missing}s are {_few(known)}." if known else ""
            self.complain(
                one.place,
                f"no-{missing}",
                f'"{shortcode}" does not say which {missing}. {_usage(shortcode)}{which}'
                + " Write the id alone, without plan= before it."
                * any(option.key == "plan" for option in one.options),
            )
            return False
        return True

    def _as_option(self, word: Argument, form: Form) -> str:
        """Return the hint that a word without a key is meant for an option."""
        key, colon, value = word.value.partition(":")
        if colon and key in form.options:
            return f" Write an option with an equals sign: {key}={value or '…'}."
        scales = [record.scale for record in self.plans.values()]
        if "status" in form.options and any(status_code(one, word.value) for one in scales):
            return f" To choose a status, write status={word.value}."
        return ""

    def _plan(self, word: Argument) -> PlanInFull | None:
        self.sure = self.collection is not None and word.value not in self.silent
        if not self.sure:
            return self.plans.get(word.value)
        name = self._known(word, self.plans, "plan", "id")
        return self.plans[name] if name else None

    def _known(self, word: Argument, known: Iterable[str], thing: str, key: str) -> str | None:
        """Return the name that ``word`` gives; None where there is none such, with a complaint."""
        names = [str(one) for one in known]
        if word.value in names or not self.sure:
            return word.value if word.value in names else None
        self.complain(
            word.value_place,
            f"unknown-{thing.partition(' ')[0]}",
            f"There is no {thing} with the {key} {quoted(word.value)}. Use {_few(names)}."
            f"{_one_only(word.value) or did_you_mean(word.value, names)}"
            if names
            else f"There is no {thing} yet.",
        )
        return None

    def _with_options(self, placed: Placement, form: Form, one: pages.Shortcode) -> Placement:
        """Return ``placed`` with what its options choose."""
        for option in one.options:
            if option.key not in form.options:
                allowed = f"It has {_few(form.options)}." if form.options else "It has none."
                self.complain(
                    option.place,
                    "unknown-option",
                    f'"{placed.shortcode}" has no option {quoted(option.key)}. {allowed}'
                    f"{did_you_mean(option.key, form.options)}",
                )
            elif option.key == "most":
                placed = replace(placed, most=self._most(option))
            elif placed.record is None:
                self.complain(
                    option.place,
                    "option-without-plan",
                    f'Without a plan "{placed.shortcode}" speaks of all plans, and '
                    f'"{option.key}" means something in one plan only. Name the plan before it.',
                )
            else:
                placed = replace(placed, choice=self._choice(placed.choice, placed.record, option))
        return placed

    def _most(self, option: Argument) -> int:
        if option.value.isdecimal() and 1 <= int(option.value) <= _AT_MOST:
            return int(option.value)
        self.complain(
            option.value_place,
            "not-a-number",
            f'"most" is how many entries are shown, from 1 to {_AT_MOST}, and '
            f"{quoted(option.value)} is not. Write a whole number, such as most=3.",
        )
        return MOST

    def _choice(self, choice: Choice, record: PlanInFull, option: Argument) -> Choice:
        """Return ``choice`` with what one option adds to it."""
        match option.key:
            case "status":
                return replace(choice, status=self._status(record, option))
            case "group":
                return replace(choice, group=self._group(record, option))
            case "owner":
                return replace(choice, owner=self._owner(record, option))
        return replace(choice, timing=self._timing(option))

    def _status(self, record: PlanInFull, option: Argument) -> str | None:
        code = status_code(record.scale, option.value.replace("_", " "))
        code = code or status_code(record.scale, option.value)
        if code is None and self.sure:
            labels = [one.label.lower() for one in (*record.scale.levels, *NOT_ON_A_SCALE)]
            self.complain(
                option.value_place,
                "unknown-status",
                f"The status {quoted(option.value)} is not on the scale of "
                f'"{record.id}". Use {one_of(labels)}.'
                f"{_one_only(option.value) or did_you_mean(option.value, labels)}",
            )
        elif code is not None and _is_unknown(record, code):
            self.complain(
                option.value_place,
                "status-not-published",
                f'"{record.id}" publishes no rating at all, so nobody knows how many are '
                f"{option.value.lower()}: 0 would be untrue. Leave the status out, or choose "
                "not_published.",
            )
        return code

    def _group(self, record: PlanInFull, option: Argument) -> str | None:
        groups = [chain[-1].id for _, chain in record.plan.walk_groups()]
        return self._known(option, groups, f'group in "{record.id}"', "id")

    def _owner(self, record: PlanInFull, option: Argument) -> str | None:
        named = dict.fromkeys(owner for action in record.current for owner in action.owners)
        owners = [*named, *(one for one in record.owners if one not in named), OWNED_BY_NOBODY]
        return self._known(option, owners, "owner", "id")

    def _timing(self, option: Argument) -> Timing | None:
        written = option.value.lower().replace("-", "_").replace(" ", "_")
        if written in set(Timing):
            return Timing(written)
        meant = _MEANT.get(written)
        self.complain(
            option.value_place,
            "unknown-timing",
            f"{quoted(option.value)} is no timing. Use {one_of(Timing)}."
            + (_one_only(option.value) or did_you_mean(meant or option.value, Timing)),
        )
        return None


_MEANT: Final = {
    **dict.fromkeys(("overdue", "late", "past", "expired"), Timing.PASSED),
    **dict.fromkeys(("soon", "near", "coming", "due"), Timing.NEXT),
    **dict.fromkeys(("done", "complete", "completed", "closed"), Timing.FINISHED),
    **dict.fromkeys(("none", "unknown", "undated"), Timing.NOT_STATED),
}
"""Words that editors use for a timing."""
_SHOWN: Final = 8
"""Up to how many names a message lists; the nearest one is told as well."""


def _is_unknown(record: PlanInFull, code: str) -> bool:
    """Return whether a plan carries no rating of its scale, so that none can be counted."""
    on_scale = {level.code for level in record.scale.levels}
    return code in on_scale and all(one.status == NOT_PUBLISHED for one in record.current)


def _one_only(value: str) -> str:
    return " Only one can be chosen." if "," in value else ""


def _few(names: Iterable[str]) -> str:
    found = list(names)
    if len(found) > _SHOWN:
        return f"{', '.join(found[:_SHOWN])} or another of the {len(found)} there are"
    return one_of(found)


def _usage(shortcode: Shortcode) -> str:
    """Return the sentence that shows how a shortcode is written."""
    form = FORMS[shortcode]
    words = [form.plan and "ID-OF-THE-PLAN", form.word and f"{form.word.upper()}"]
    return f"Write [[{' '.join((shortcode, *filter(None, words)))}]]."
