"""Shortcodes: the only room that knows what each may say, and looks up what it names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from planboard.reading import markdown
from planboard.truth.model.scale import NOT_ON_A_SCALE, status_code
from planboard.words.problems import Level, Problem, did_you_mean, one_of, quoted
from planboard.words.vocabulary import Chart, Shortcode, Timing

if TYPE_CHECKING:
    from collections.abc import Collection as Many
    from collections.abc import Iterable, Mapping

    from planboard.reading.markdown import Argument
    from planboard.truth.collection import Collection, Library, PlanInFull
    from planboard.truth.model.plan import Action
    from planboard.words.problems import Place

__all__ = ["FORMS", "MOST", "OWNED_BY_NOBODY", "Choice", "Form", "Placement", "check", "read"]

MOST: Final = 5
"""How many entries a list of the newest has unless the page says otherwise."""
OWNED_BY_NOBODY: Final = "none"
"""What stands for "no owner named" where an owner may be chosen."""
_AT_MOST: Final = 50
_CHOICES: Final = ("status", "group", "owner", "timing")


@dataclass(frozen=True, slots=True)
class Form:
    """What a shortcode may say, in order: a plan, one more word, and its options.

    ``plan`` is ``needed``, ``allowed`` or ``""`` where it speaks of no plan. ``word`` is what the
    second word names: ``action`` or ``chart``. One that is not ``in_line`` makes a block, which
    needs a paragraph of its own; any may have one.
    """

    plan: str
    word: str = ""
    options: tuple[str, ...] = ()
    in_line: bool = False


FORMS: Final[Mapping[Shortcode, Form]] = {
    Shortcode.PLANS: Form(""),
    Shortcode.COUNT: Form("needed", options=_CHOICES, in_line=True),
    Shortcode.STATUS_BAR: Form("needed", options=_CHOICES),
    Shortcode.STATUS_TABLE: Form("needed", options=_CHOICES),
    Shortcode.LEGEND: Form("needed"),
    Shortcode.CHART: Form("needed", word="chart"),
    Shortcode.DATES: Form("allowed", options=("group", "owner")),
    Shortcode.ACTION: Form("needed", word="action", in_line=True),
    Shortcode.UPDATES: Form("allowed", options=(*_CHOICES, "most")),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which actions of a plan are wanted; None where any is.

    ``status`` is the code of a level or of a value beside the scale; ``group`` and ``owner`` are
    ids, and the owner may be ``none``.
    """

    status: str | None = None
    group: str | None = None
    owner: str | None = None
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """One piece of data that a page places, with every name looked up.

    ``start`` and ``end`` are where its shortcode stands in the text; ``alone`` in a paragraph of
    its own. ``record`` is None where it speaks of all plans.
    """

    shortcode: Shortcode
    start: int
    end: int
    source: str
    alone: bool
    record: PlanInFull | None = None
    action: Action | None = None
    chart: Chart | None = None
    choice: Choice = field(default_factory=Choice)
    most: int = MOST


def check(found: Library, collection: Collection | None, unread: Many[str]) -> list[Problem]:
    """Return a complaint for each shortcode in the pages of a site that cannot be placed.

    ``unread`` are the files that hold an error: a plan, or a thing in it, that is unknown only
    because of that is not told as well.
    """
    # a plan that cannot be published for another reason has its complaint already
    plans = {entry.id for entry in found.plans}
    silent = {entry.id for entry in found.plans if entry.places.place(()).file in unread}
    known = {record.id for record in collection.plans} if collection else set()
    silent |= plans - known
    silent |= {file.split("/")[-2] for file in unread if file.endswith("/plan.yml")}
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
    page = markdown.read(text, file)
    desk = _Desk(text, collection, silent)
    placements = tuple(filter(None, (desk.placement(one) for one in page.shortcodes)))
    return placements, (*page.problems, *desk.problems)


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

    def placement(self, one: markdown.Shortcode) -> Placement | None:
        """Return what one shortcode places; None when it cannot be, and has its complaint."""
        self.sure = True
        if one.name not in set(Shortcode):
            self.complain(
                one.place,
                "unknown-shortcode",
                f"{quoted(one.source)} is not known: what stands in double brackets places data, "
                f"and begins with {one_of(Shortcode)}.{did_you_mean(one.name, Shortcode)} To show "
                "the brackets as they are, put the whole into backticks.",
            )
            return None
        shortcode = Shortcode(one.name)
        form = FORMS[shortcode]
        before = len(self.problems)
        if not one.alone and not form.in_line:
            self.complain(
                one.place,
                "needs-a-paragraph",
                f'"{shortcode}" places a block, which cannot stand inside a sentence or a list. '
                "Put it on a line of its own, with an empty line before and after it.",
            )
        if shortcode is Shortcode.ACTION and self._is_heading(one):
            self.complain(
                one.place,
                "in-a-heading",
                f'"{shortcode}" cannot stand in a heading, because it leads to another page. Put '
                "it into the text below.",
            )
        bare = Placement(shortcode, one.start, one.end, one.source, one.alone)
        named = self._with_words(bare, form, one)
        if named is None:
            return None
        placed = self._with_options(named, form, one)
        return None if len(self.problems) > before else placed

    def _is_heading(self, one: markdown.Shortcode) -> bool:
        begin = self.text.rfind("\n", 0, one.start) + 1
        return self.text[begin : one.start].lstrip().startswith("#")

    def _with_words(
        self, placed: Placement, form: Form, one: markdown.Shortcode
    ) -> Placement | None:
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

    def _has_its_words(self, shortcode: Shortcode, form: Form, one: markdown.Shortcode) -> bool:
        """Return whether there are as many words as there must be, or complain."""
        names = [name for name in (form.plan and "plan", form.word) if name]
        if len(one.words) > len(names):
            extra = one.words[len(names)]
            behind = any(option.place < extra.place for option in one.options)
            hint = " Put a value that has spaces in it into straight quotes." if behind else ""
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
                f'"{shortcode}" does not say which {missing}. {_usage(shortcode)}{which}',
            )
            return False
        return True

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
            f"{did_you_mean(word.value, names)}"
            if names
            else f"There is no {thing} yet.",
        )
        return None

    def _with_options(self, placed: Placement, form: Form, one: markdown.Shortcode) -> Placement:
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
                f'"{record.id}". Use {one_of(labels)}.{did_you_mean(option.value, labels)}',
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
        self.complain(
            option.value_place,
            "unknown-timing",
            f"{quoted(option.value)} is no timing. Use {one_of(Timing)}."
            f"{did_you_mean(option.value, Timing)}",
        )
        return None


_SHOWN: Final = 8
"""Up to how many names a message lists; the nearest one is told as well."""


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
