"""How a status is named, and what a scale of statuses may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from builders import a_plan
from planboard.truth.model.scale import BUILT_IN, Level, Scale, ScaleUse, status_code
from planboard.words.vocabulary.plans import NOT_PUBLISHED, NOT_RATED, CountsAs

if TYPE_CHECKING:
    from collections.abc import Callable

RAG, BRAG = BUILT_IN["rag"], BUILT_IN["brag"]


def refusal(make: Callable[[], object]) -> str:
    with pytest.raises(ValidationError) as refused:
        make()
    return str(refused.value.errors()[0]["ctx"]["error"])


# Naming a status


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("red", "red"),
        ("Red", "red"),
        ("RED", "red"),
        (" red ", "red"),
        ("R", "red"),
        ("r", "red"),
        ("■", "red"),
        ("🔴", "red"),
        ("🟥", "red"),
        ("a", "amber"),
        ("▲", "amber"),
        ("🟠", "amber"),
        ("🟡", "amber"),
        ("🟨", "amber"),
        ("🟢", "green"),
        ("●", "green"),
        ("ｇｒｅｅｎ", "green"),
    ],
)
def test_a_status_is_named_by_code_label_short_form_symbol_or_emoji(
    written: str, code: str
) -> None:
    assert status_code(RAG, written) == code


@pytest.mark.parametrize("written", ["Amber/green", "amber green", "AMBER_GREEN", "AG", "◐"])
def test_a_status_of_two_words_is_named_in_any_spelling(written: str) -> None:
    assert status_code(BUILT_IN["dca5"], written) == "amber_green"


@pytest.mark.parametrize("written", ["blue", "🔵", "yellow", "amber/green", "re", "", "complete"])
def test_what_is_not_on_the_scale_names_nothing(written: str) -> None:
    assert status_code(RAG, written) is None


@pytest.mark.parametrize("scale", BUILT_IN.values(), ids=list(BUILT_IN))
@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Not rated", NOT_RATED),
        ("not_rated", NOT_RATED),
        ("not-rated", NOT_RATED),
        ("○", NOT_RATED),
        ("not published", NOT_PUBLISHED),
        ("╌", NOT_PUBLISHED),
    ],
)
def test_not_rated_and_not_published_stand_beside_every_scale(
    scale: Scale, written: str, code: str
) -> None:
    assert status_code(scale, written) == code


def test_the_colour_of_an_emoji_counts_only_where_a_level_has_that_colour() -> None:
    scale = Scale.model_validate({"levels": [{"code": "late", "label": "Late"}]})
    assert status_code(scale, "🔴") is None


def test_a_level_may_have_a_sign_that_elsewhere_only_joins_words() -> None:
    levels = [
        {"code": "late", "label": "Late", "symbol": "-"},
        {"code": "done", "label": "Done", "symbol": "/"},
    ]
    scale = Scale.model_validate({"levels": levels})
    assert status_code(scale, "-") == "late"
    assert status_code(scale, "/") == "done"


# Scales


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("rag", ["red", "amber", "green"]),
        ("brag", ["red", "amber", "green", "blue"]),
        ("dca3", ["red", "amber", "green"]),
        ("dca5", ["red", "amber_red", "amber", "amber_green", "green"]),
    ],
)
def test_the_built_in_scales_go_from_worst_to_best(name: str, codes: list[str]) -> None:
    assert [level.code for level in BUILT_IN[name].levels] == codes
    worst = BUILT_IN[name].worst
    assert worst is not None
    assert worst.code == "red"


def test_blue_is_complete_and_green_is_not() -> None:
    assert BRAG.level("blue").counts_as is CountsAs.COMPLETE
    assert BRAG.level("green").counts_as is CountsAs.ON_TRACK


def test_every_level_has_a_symbol_of_its_own() -> None:
    for scale in BUILT_IN.values():
        signs = [level.symbol for level in scale.levels]
        assert len(set(signs)) == len(signs)
        assert None not in signs


def test_a_scale_says_whether_its_meanings_are_published() -> None:
    assert not RAG.meanings_published
    assert BUILT_IN["dca3"].meanings_published


def test_a_level_is_found_by_its_code_and_no_other_word() -> None:
    assert RAG.level(NOT_RATED).label == "Not rated"
    with pytest.raises(KeyError):
        RAG.level("Red")


@pytest.mark.parametrize("kind", [Scale, ScaleUse])
@pytest.mark.parametrize(
    "other",
    [
        {"code": "red", "label": "Late"},
        {"code": "late", "label": "RED"},
        {"code": "late", "label": "Late", "short": "r"},
        {"code": "late", "label": "Late", "symbol": "■"},
        {"code": "late", "label": "Late", "symbol": "🔴"},
    ],
)
def test_no_word_or_sign_names_two_levels(
    kind: type[Scale | ScaleUse], other: dict[str, str]
) -> None:
    red = {"code": "red", "label": "Red", "short": "R", "symbol": "■"}
    assert "for two levels" in refusal(lambda: kind.model_validate({"levels": [red, other]}))


def test_a_level_may_not_take_a_name_that_stands_beside_every_scale() -> None:
    level = {"code": "none", "label": "Not rated"}
    assert "a meaning on every scale" in refusal(lambda: Scale.model_validate({"levels": [level]}))


def test_a_plan_may_name_its_scale_in_one_word() -> None:
    assert a_plan(scale="rag").scale == ScaleUse(use="rag")


@pytest.mark.parametrize(
    "wrong", [{}, {"use": "rag", "levels": [{"code": "done", "label": "Done"}]}]
)
def test_a_plan_names_a_scale_or_has_levels_and_not_both_or_neither(
    wrong: dict[str, object],
) -> None:
    assert "needs either use" in refusal(lambda: a_plan(scale=wrong))


def test_two_levels_that_only_colour_would_tell_apart_are_refused() -> None:
    levels = [{"code": "slow", "label": "Slow"}, {"code": "late", "label": "Late"}]

    said = refusal(lambda: Scale.model_validate({"levels": levels}))

    assert said.startswith('would show "slow" and "late" with the same shape.')


@pytest.mark.parametrize("code", ["blue", "complete", "done", "closed"])
def test_a_level_whose_code_says_complete_counts_as_complete(code: str) -> None:
    assert Level.model_validate({"code": code, "label": "X"}).counts_as is CountsAs.COMPLETE


def test_a_level_whose_code_is_a_list_is_refused_in_words() -> None:
    given = {"code": ["red"], "label": "X"}
    assert "has a list where text belongs" in refusal(lambda: Level.model_validate(given))


def test_a_symbol_is_one_character() -> None:
    said = refusal(lambda: Level.model_validate({"code": "x", "label": "X", "symbol": "tick"}))

    assert said == "is not one character. Use a single sign, such as ■, ▲ or ✓."
