"""Registers: what must hold inside the registers; ids once, known parents, readable colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from planboard.truth.model.scale import BUILT_IN
from planboard.words.problems import Level, Problem, did_you_mean
from planboard.words.vocabulary.records import OwnerKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from planboard.truth.entries import Entry, Library, Path
    from planboard.truth.model.register import Glossary, Owner, Owners, Scales, Site

__all__ = ["check", "contrast"]

_TEXT_CONTRAST: Final = 4.5
"""WCAG 2.2, 1.4.3: text against its ground."""
_LINEAR_SRGB: Final = 0.04045
"""Up to here sRGB is a straight line."""
_INITIALS: Final = re.compile(r"[A-Z](?:[. ]{0,2}[A-Z]){1,2}\.?")
_LIGHT_GROUND: Final = "#ffffff"
_DARK_GROUND: Final = "#14181d"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours ``#rrggbb``, from 1 to 21 (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= _LINEAR_SRGB else ((part + 0.055) / 1.055) ** 2.4
            for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def check(library: Library) -> Iterator[Problem]:
    """Yield a complaint for each contradiction inside the registers."""
    if library.site:
        yield from _colours(library.site)
    if library.publishers:
        ids = [one.id for one in library.publishers.record.publishers]
        yield from _once(library.publishers, "publishers", ids)
    if library.scales:
        yield from _scales(library.scales)
    if library.owners:
        yield from _once(library.owners, "owners", [one.id for one in library.owners.record.owners])
        yield from _owners(library.owners)
    if library.glossary:
        yield from _glossary(library.glossary)


def _colours(site: Entry[Site]) -> Iterator[Problem]:
    pairs = (
        ("accent", site.record.accent, _LIGHT_GROUND, "light", "darker"),
        ("accent_on_dark", site.record.accent_on_dark, _DARK_GROUND, "dark", "lighter"),
    )
    for key, colour, ground, name, way in pairs:
        ratio = contrast(colour, ground)
        if ratio < _TEXT_CONTRAST:
            yield Problem(
                Level.ERROR,
                "low-contrast",
                site.places.place((key,)),
                f"The colour {colour} cannot be read on the {name} ground of the pages: its "
                f"contrast is {ratio:.1f} to 1 and must be at least {_TEXT_CONTRAST} to 1. "
                f"Choose a {way} one.",
            )


def _once(entry: Entry[object], key: str, ids: Iterable[str]) -> Iterator[Problem]:
    """Yield a complaint for each id that stands for a second entry of the list at ``key``."""
    first: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name not in first:
            first[name] = index
            continue
        line = entry.places.place((key, first[name], "id")).line
        yield Problem(
            Level.ERROR,
            "duplicate-id",
            entry.places.place((key, index, "id")),
            f'The id "{name}" is used twice (first on line {line}). Keep one entry, or give each '
            "an id of its own.",
        )


def _scales(entry: Entry[Scales]) -> Iterator[Problem]:
    """Yield a complaint for each scale that no plan could name."""
    yield from _once(entry, "scales", [one.id for one in entry.record.scales])
    for index, scale in enumerate(entry.record.scales):
        if "id" not in scale.model_fields_set:
            yield Problem(
                Level.ERROR,
                "missing-key",
                entry.places.place(("scales", index)),
                'This scale has no "id". Add a line "id: …" (the name that plans use).',
            )
        if scale.id in BUILT_IN:
            yield Problem(
                Level.ERROR,
                "duplicate-id",
                entry.places.place(("scales", index, "id")),
                f'"{scale.id}" is the name of a scale that every plan has already. '
                "Give this one another id.",
            )


def _spellings(owner: Owner) -> Iterator[tuple[Path, str]]:
    """Yield each spelling of an owner's role with its path inside the owner."""
    yield ("role",), owner.role
    for at, alias in enumerate(owner.aliases):
        yield ("aliases", at), alias


def _initials(entry: Entry[Owners], index: int, owner: Owner) -> Iterator[Problem]:
    """Yield a warning for each spelling of a role that is no more than capital letters."""
    for path, words in _spellings(owner):
        if owner.kind is OwnerKind.ROLE and _INITIALS.fullmatch(words):
            yield Problem(
                Level.WARNING,
                "initials",
                entry.places.place(("owners", index, *path)),
                f'"{words}" looks like the initials of a person, and people are shown as roles. '
                "Write the role; or, if it is a team, a board or an organisation, say so in kind.",
            )


def _owners(entry: Entry[Owners]) -> Iterator[Problem]:
    ids = {one.id for one in entry.record.owners}
    spelt: dict[str, str] = {}
    for index, owner in enumerate(entry.record.owners):
        yield from _initials(entry, index, owner)
        for key, name in (("chair", owner.chair), ("parent", owner.parent)):
            if name is not None and name not in ids and entry.whole:
                yield Problem(
                    Level.ERROR,
                    "unknown-owner",
                    entry.places.place(("owners", index, key)),
                    f'There is no owner with the id "{name}" in this register.'
                    f"{did_you_mean(name, ids)}",
                )
            if name == owner.id:
                yield Problem(
                    Level.ERROR,
                    f"own-{key}",
                    entry.places.place(("owners", index, key)),
                    f'"{name}" cannot be its own {key}. Write the id of another owner, or delete '
                    "the line.",
                )
        for path, words in _spellings(owner):
            if spelt.setdefault(words.casefold(), owner.id) != owner.id:
                yield Problem(
                    Level.ERROR,
                    "alias-twice",
                    entry.places.place(("owners", index, *path)),
                    f'The spelling "{words}" already stands for "{spelt[words.casefold()]}". '
                    "Keep it with one owner.",
                )
    yield from _circles(entry)


def _circles(entry: Entry[Owners]) -> Iterator[Problem]:
    """Yield a complaint for each circle of parents, once; one that is its own is told apart."""
    parents = {one.id: one.parent for one in entry.record.owners}
    positions = {one.id: index for index, one in enumerate(entry.record.owners)}
    seen: set[str] = set()
    for name in parents:
        chain: list[str] = []
        here: str | None = name
        while here in parents and here not in seen:
            seen.add(here)
            chain.append(here)
            here = parents[here]
        circle = chain[chain.index(here) :] if here in chain else []
        if len(circle) > 1:
            round_it = " belongs to ".join(f'"{one}"' for one in (*circle, circle[0]))
            yield Problem(
                Level.ERROR,
                "parents-in-a-circle",
                entry.places.place(("owners", positions[circle[0]], "parent")),
                f"The parents go round in a circle: {round_it}. Correct one of them, or delete "
                "its line.",
            )


def _glossary(entry: Entry[Glossary]) -> Iterator[Problem]:
    """Yield a complaint for each abbreviation that stands for two things, or for none."""
    lines: dict[str, int] = {}
    for index, one in enumerate(entry.record.terms):
        place = entry.places.place(("terms", index, "term"))
        if one.term in lines:
            yield Problem(
                Level.ERROR,
                "term-twice",
                place,
                f'"{one.term}" stands here twice (first on line {lines[one.term]}). Keep one '
                "entry: an abbreviation is spelt out in one way on all pages.",
            )
        lines.setdefault(one.term, place.line)
    for index, word in enumerate(entry.record.plain_words):
        if word in lines:
            yield Problem(
                Level.ERROR,
                "term-and-plain-word",
                entry.places.place(("plain_words", index)),
                f'"{word}" stands under terms as well (line {lines[word]}), and a plain word is no '
                "abbreviation. Keep it in one of the two lists.",
            )
