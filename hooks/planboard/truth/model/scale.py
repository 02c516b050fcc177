"""Scale: a status scale, its levels and their meanings; scales are never added up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from planboard.truth.model.fields import (
    Code,
    Id,
    Line,
    Record,
    Text,
    YesOrNo,
    closed_list,
    shape,
)
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED, CountsAs

if TYPE_CHECKING:
    from pydantic.config import JsonDict

__all__ = ["BUILT_IN", "NOT_ON_A_SCALE", "Level", "Scale", "ScaleUse", "status_code"]


_SIGNS: Final = {
    CountsAs.OFF_TRACK: "■",
    CountsAs.AT_RISK: "▲",
    CountsAs.ON_TRACK: "●",
    CountsAs.COMPLETE: "✓",
    CountsAs.NONE: "◇",
}
_SAYS_ITSELF: Final = {
    "red": CountsAs.OFF_TRACK,
    "off_track": CountsAs.OFF_TRACK,
    "amber_red": CountsAs.AT_RISK,
    "amber": CountsAs.AT_RISK,
    "at_risk": CountsAs.AT_RISK,
    "amber_green": CountsAs.ON_TRACK,
    "green": CountsAs.ON_TRACK,
    "on_track": CountsAs.ON_TRACK,
    "blue": CountsAs.COMPLETE,
    "complete": CountsAs.COMPLETE,
    "completed": CountsAs.COMPLETE,
    "done": CountsAs.COMPLETE,
    "closed": CountsAs.COMPLETE,
    "finished": CountsAs.COMPLETE,
}


def _one_sign(value: str) -> str:
    letters = [
        one
        for one in value
        if not unicodedata.combining(one) and one != "\N{VARIATION SELECTOR-16}"
    ]
    if len(letters) != 1:
        raise ValueError("is not one character. Use a single sign, such as ■, ▲ or ✓.")
    return value


_ASign = Annotated[
    Line,
    AfterValidator(_one_sign),
    shape(
        type=["string", "integer"],
        minimum=0,
        maximum=9,
        pattern=r"^(?![\s\S]*[!-~][\s\S]*[!-~])[\s\S]*\S",  # as far as all languages can tell
        errorMessage="Use a single sign, such as ■, ▲ or ✓.",
        examples=["■", "▲", "●", "✓", "◇"],
    ),
]


class Level(Record):
    """One level of a status scale."""

    code: Code = Field(examples=["red", "amber", "green", "complete"])
    """The word in the data: ``red``."""
    label: Line = Field(examples=["Red", "Going well"])
    """The word readers see: ``Red``."""
    short: Line | None = Field(default=None, examples=["R", "AG"])
    """A letter or abbreviation that also means this level: ``R``."""
    symbol: _ASign | None = None
    """One character that tells the level from the others without colour."""
    meaning: Text | None = None
    """What the level says, in plain words."""
    counts_as: Annotated[CountsAs, closed_list(CountsAs)] = CountsAs.NONE
    """Whether work at this level is on track, at risk, off track or complete.

    A level whose code says so itself, such as ``red`` or ``complete``, need not repeat it.
    """

    @model_validator(mode="before")
    @classmethod
    def _by_its_code(cls, data: object) -> object:
        if isinstance(data, dict) and "counts_as" not in data:
            meant = _SAYS_ITSELF.get(str(data.get("code")))
            return {**data, "counts_as": meant} if meant else data
        return data

    @property
    def sign(self) -> str:
        """Its symbol, or the one for what it counts as."""
        return self.symbol or _SIGNS[self.counts_as]


def _differ(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    seen: dict[str, Level] = {}
    for level in levels:
        for name in _names(level):
            if name in _RESERVED:
                raise ValueError(
                    f'has a level "{name}", which has a meaning on every scale already. '
                    "Choose another word or symbol for it."
                )
            if seen.setdefault(name, level) is not level:
                raise ValueError(
                    f'has "{name}" for two levels. Give every level its own code, label, '
                    "short form and symbol."
                )
    _look_different(levels)
    return levels


def _look_different(levels: tuple[Level, ...]) -> None:
    """Refuse two levels that only their colour or word would tell apart on a page."""
    shapes: dict[str, str] = {}
    for level in levels:
        if level.sign in shapes:
            raise ValueError(
                f'would show "{shapes[level.sign]}" and "{level.code}" with the same shape. Say '
                "what each counts_as, and give each a symbol of its own, one character."
            )
        shapes[level.sign] = level.code


Levels = Annotated[tuple[Level, ...], AfterValidator(_differ)]
"""Levels, worst first; every way to name one names no other."""


class Scale(Record):
    """A status scale: its levels, worst first."""

    id: Id = "own"
    """The name that plans use."""
    name: Line | None = None
    """What the publisher calls the scale."""
    levels: Annotated[Levels, Field(min_length=1)] = Field(json_schema_extra={"minItems": 1})
    """The levels, worst first."""
    meanings_from: Text | None = Field(
        default=None, examples=["the words of the plan", "our wording of the published definition"]
    )
    """Whose words the meanings are: ``our wording of the published definition``."""
    needs_targets: YesOrNo = False
    """Whether its meanings speak of targets, so that an action needs one (R152)."""

    def level(self, code: str) -> Level:
        """Return the level with ``code``; the two values off every scale are levels too.

        Raises:
            KeyError: when the scale has no such level.
        """
        for level in (*self.levels, *NOT_ON_A_SCALE):
            if level.code == code:
                return level
        raise KeyError(code)

    @property
    def meanings_published(self) -> bool:
        """Whether any level says what it means."""
        return any(level.meaning for level in self.levels)

    @property
    def worst(self) -> Level | None:
        """The first level that counts as off track, or None."""
        return next((one for one in self.levels if one.counts_as is CountsAs.OFF_TRACK), None)


_NO_LEVEL: Final[JsonDict] = {
    "type": "null",
    "errorMessage": "Keep use or levels, not both.",
}


class ScaleUse(Record):
    """How one plan uses a scale: its own levels, or a known scale with its own meanings."""

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["use"], "properties": {"use": {"not": {"type": "null"}}}},
            "then": {"properties": {"levels": {"type": "array", "items": _NO_LEVEL}}},
            "else": {
                "required": ["levels"],
                "properties": {"levels": {"type": "array", "minItems": 1}},
            },
        }
    )

    use: Id | None = Field(default=None, examples=["rag", "brag", "dca3", "dca5"])
    """The id of a built-in scale or of one in the register."""
    name: Line | None = None
    """What this plan calls its scale."""
    levels: Levels = ()
    """The plan's own levels, worst first."""
    meanings: Mapping[str, Text] = Field(default_factory=dict)
    """What each level means in this plan, by code."""
    meanings_from: Text | None = Field(
        default=None, examples=["the words of the plan", "our wording of the published definition"]
    )
    """Whose words the meanings are."""
    needs_targets: YesOrNo = False
    """Whether the meanings speak of targets, so that an action needs one."""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> ScaleUse:
        if bool(self.use) == bool(self.levels):
            raise ValueError(
                "needs either use (the name of a scale) or levels (a list of its own), and not "
                "both."
            )
        return self


NOT_ON_A_SCALE: Final[tuple[Level, ...]] = (
    Level(code=NOT_RATED, label="Not rated", symbol="○"),
    Level(code=NOT_PUBLISHED, label="Not published", symbol="╌"),
)
"""Values of their own beside every scale: the source is blank, or its rating is lost."""

_EMOJI: Final = {
    "🔴": "red",
    "🟥": "red",
    "🟠": "amber",
    "🟧": "amber",
    "🟡": "amber",
    "🟨": "amber",
    "🟢": "green",
    "🟩": "green",
    "🔵": "blue",
    "🟦": "blue",
}


def _plain(word: str) -> str:
    """Return ``word`` so that case, hyphens, underscores and slashes do not matter."""
    folded = unicodedata.normalize("NFKC", word).casefold().replace("\N{VARIATION SELECTOR-16}", "")
    return re.sub(r"[\s_/-]+", " ", folded).strip() or folded


def _names(level: Level) -> tuple[str, ...]:
    emoji = tuple(sign for sign, code in _EMOJI.items() if code == level.code)
    words = (level.code, level.label, level.short or "", level.symbol or "", *emoji)
    return tuple(dict.fromkeys(_plain(word) for word in words if word))


_RESERVED: Final = frozenset(name for level in NOT_ON_A_SCALE for name in _names(level))


_RED: Final = Level(code="red", label="Red", short="R", symbol="■", counts_as=CountsAs.OFF_TRACK)
_AMBER_RED: Final = Level(
    code="amber_red", label="Amber/red", short="AR", symbol="◆", counts_as=CountsAs.AT_RISK
)
_AMBER: Final = Level(
    code="amber", label="Amber", short="A", symbol="▲", counts_as=CountsAs.AT_RISK
)
_AMBER_GREEN: Final = Level(
    code="amber_green", label="Amber/green", short="AG", symbol="◐", counts_as=CountsAs.ON_TRACK
)
_GREEN: Final = Level(
    code="green", label="Green", short="G", symbol="●", counts_as=CountsAs.ON_TRACK
)
_BLUE: Final = Level(code="blue", label="Blue", short="B", symbol="✓", counts_as=CountsAs.COMPLETE)


def _means(level: Level, meaning: str) -> Level:
    return level.model_copy(update={"meaning": meaning})


_CONFIDENCE: Final = "Our wording of the delivery confidence levels used for government projects."
_VERY_LIKELY: Final = "Very likely to be delivered; no major problem is open."
_FEASIBLE: Final = "Delivery is feasible; there are significant problems that look solvable."
_UNACHIEVABLE: Final = "Delivery looks out of reach unless something changes."

BUILT_IN: Final[Mapping[str, Scale]] = MappingProxyType(
    {
        "rag": Scale(id="rag", name="Red, amber, green", levels=(_RED, _AMBER, _GREEN)),
        "brag": Scale(
            id="brag",
            name="Blue, red, amber, green",
            levels=(_RED, _AMBER, _GREEN, _means(_BLUE, "The work is complete.")),
        ),
        "dca3": Scale(
            id="dca3",
            name="Delivery confidence, three levels",
            levels=(
                _means(_RED, _UNACHIEVABLE),
                _means(_AMBER, _FEASIBLE),
                _means(_GREEN, _VERY_LIKELY),
            ),
            meanings_from=_CONFIDENCE,
        ),
        "dca5": Scale(
            id="dca5",
            name="Delivery confidence, five levels",
            levels=(
                _means(_RED, _UNACHIEVABLE),
                _means(_AMBER_RED, "Delivery is in doubt; major problems in key areas."),
                _means(_AMBER, _FEASIBLE),
                _means(_AMBER_GREEN, "Delivery is probable; it needs constant attention."),
                _means(_GREEN, _VERY_LIKELY),
            ),
            meanings_from=_CONFIDENCE,
        ),
    }
)
"""Scales every plan may use by name, worst level first (delivery confidence: five levels to 2021,
three since)."""


def status_code(scale: Scale, written: str) -> str | None:
    """Return the code of the level that ``written`` names on ``scale``, or None.

    A level is named by code, label, short form, symbol or coloured emoji, in any case. A colour
    that is not on the scale names nothing; it is never moved to a near one.
    """
    wanted = _plain(written)
    for level in (*scale.levels, *NOT_ON_A_SCALE):
        if wanted in _names(level):
            return level.code
    return None
