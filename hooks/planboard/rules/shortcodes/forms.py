"""Forms: what each shortcode may say, and what is placed once all it names is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary import Chart, Shortcode, Timing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.truth.collection import PlanInFull
    from planboard.truth.model.plan import Action

__all__ = ["FORMS", "MOST", "OWNED_BY_NOBODY", "Choice", "Form", "Placement"]

MOST: Final = 5
"""How many entries a list of the newest has unless the page says otherwise."""
OWNED_BY_NOBODY: Final = "none"
"""What stands for "no owner named" where an owner may be chosen."""
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
