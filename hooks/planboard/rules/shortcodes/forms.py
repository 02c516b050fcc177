"""Forms: what each shortcode may say, and what is placed once all it names is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from planboard.words.vocabulary.records import RecordKind
from planboard.words.vocabulary.shortcodes import Shortcode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planboard.truth.in_full import NewsletterInFull, RecordInFull
    from planboard.truth.model.plan import Action
    from planboard.truth.model.programme.returned import Guidance
    from planboard.truth.model.report.measures import Measure
    from planboard.truth.schedule import Span
    from planboard.words.vocabulary.dates import Timing
    from planboard.words.vocabulary.issues import IssueState, ResponseLevel, ToldState
    from planboard.words.vocabulary.programmes import SiteState
    from planboard.words.vocabulary.shortcodes import Back, Chart

__all__ = [
    "FORMS",
    "MOST",
    "NO_LEVEL",
    "OWNED_BY_NOBODY",
    "Choice",
    "Form",
    "IssueChoice",
    "Names",
    "Placement",
    "ProgrammeChoice",
]

MOST: Final = 5
"""How many entries a list of the newest has unless the page says otherwise."""
OWNED_BY_NOBODY: Final = "none"
"""What stands for "no owner named" where an owner may be chosen."""
NO_LEVEL: Final = "none"
"""What stands for "no level known" where a level of response may be chosen."""
_CHOICES: Final = ("status", "group", "owner", "timing")


class Names(StrEnum):
    """Whether a shortcode names a record."""

    NEVER = "never"
    MAYBE = "maybe"
    """Without one it speaks of all records of its kind."""
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Form:
    """What a shortcode may say, in order: a record of its kind, one more word, and its options.

    ``word`` is what the second word names: ``action``, ``chart``, ``measure`` or ``guidance``;
    where it ``may_lack`` all of these are meant. ``over_all`` are the options that also mean
    something where no record is named. One that is not ``in_line`` makes a block, which needs a
    paragraph of its own; any may have one. What speaks of newsletters has no ``kind``, and what
    speaks of the one that it stands in is ``in_newsletters`` only.
    """

    kind: RecordKind | None
    names: Names = Names.ALWAYS
    word: str = ""
    may_lack: bool = False
    options: tuple[str, ...] = ()
    over_all: tuple[str, ...] = ()
    in_line: bool = False
    in_newsletters: bool = False


FORMS: Final[Mapping[Shortcode, Form]] = {
    Shortcode.PLANS: Form(RecordKind.PLAN, Names.NEVER),
    Shortcode.COUNT: Form(RecordKind.PLAN, options=_CHOICES, in_line=True),
    Shortcode.STATUS_BAR: Form(RecordKind.PLAN, options=_CHOICES),
    Shortcode.STATUS_TABLE: Form(RecordKind.PLAN, options=_CHOICES),
    Shortcode.LEGEND: Form(RecordKind.PLAN),
    Shortcode.CHART: Form(RecordKind.PLAN, word="chart"),
    Shortcode.DATES: Form(RecordKind.PLAN, Names.MAYBE, options=("group", "owner")),
    Shortcode.ACTION: Form(RecordKind.PLAN, word="action", in_line=True),
    Shortcode.UPDATES: Form(
        RecordKind.PLAN, Names.MAYBE, options=(*_CHOICES, "most"), over_all=("most",)
    ),
    Shortcode.PRIORITIES: Form(RecordKind.FORUMS, Names.MAYBE),
    Shortcode.ISSUES: Form(
        RecordKind.ISSUES, Names.MAYBE, options=("state", "level", "owner", "told", "most")
    ),
    Shortcode.REPORTS: Form(RecordKind.REPORT, Names.NEVER),
    Shortcode.MEASURE: Form(RecordKind.REPORT, word="measure"),
    Shortcode.BENEFITS: Form(RecordKind.REPORT),
    Shortcode.VOICES: Form(RecordKind.REPORT),
    Shortcode.PROGRAMMES: Form(RecordKind.PROGRAMME, Names.NEVER),
    Shortcode.RESULTS: Form(RecordKind.PROGRAMME, options=("period",)),
    Shortcode.RETURNED: Form(RecordKind.PROGRAMME, options=("state",)),
    Shortcode.VISITS: Form(RecordKind.PROGRAMME, options=("period", "site")),
    Shortcode.SITES: Form(RecordKind.PROGRAMME, options=("state",)),
    Shortcode.GUIDANCE: Form(RecordKind.PROGRAMME, word="guidance", may_lack=True),
    Shortcode.THANKS: Form(RecordKind.PROGRAMME, options=("period",)),
    Shortcode.IN_SHORT: Form(RecordKind.PROGRAMME, options=("period",), in_line=True),
    Shortcode.YOU_SAID: Form(
        RecordKind.ISSUES, options=("state", "level", "owner", "told", "most")
    ),
    Shortcode.NEWSLETTERS: Form(None, Names.NEVER, options=("most",), over_all=("most",)),
    Shortcode.NEW_SINCE: Form(None, Names.NEVER, in_newsletters=True),
    Shortcode.MEETINGS: Form(
        None, Names.NEVER, options=("most",), over_all=("most",), in_newsletters=True
    ),
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
class IssueChoice:
    """Which issues of a log are wanted; None where any is.

    ``owner`` is an id or ``none``, and so may the level be ``none``.
    """

    state: IssueState | None = None
    level: ResponseLevel | str | None = None
    owner: str | None = None
    told: ToldState | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeChoice:
    """What of a programme is wanted; None where it is not chosen.

    ``period`` has whole months; without it the whole period of the programme is meant. ``site`` is
    an id.
    """

    period: Span | None = None
    site: str | None = None
    state: SiteState | None = None
    back: Back | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """One piece of data that a page places, with every name looked up.

    ``start`` and ``end`` are where its shortcode stands in the text; ``alone`` in a paragraph of
    its own. ``record`` is None where it speaks of all records of its kind. ``most`` is None where
    the page does not say how many entries are wanted. ``newsletter`` is the one that it stands in.
    """

    shortcode: Shortcode
    start: int
    end: int
    source: str
    alone: bool
    record: RecordInFull | None = None
    action: Action | None = None
    chart: Chart | None = None
    measure: Measure | None = None
    guidance: Guidance | None = None
    choice: Choice = field(default_factory=Choice)
    issues: IssueChoice = field(default_factory=IssueChoice)
    programme: ProgrammeChoice = field(default_factory=ProgrammeChoice)
    most: int | None = None
    newsletter: NewsletterInFull | None = None

    @property
    def kind(self) -> RecordKind | None:
        """The kind of record it is of; None where it is of newsletters."""
        return FORMS[self.shortcode].kind
