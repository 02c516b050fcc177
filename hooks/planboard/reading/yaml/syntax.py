"""Syntax: the only room that knows what libyaml says, and says it in plain sentences."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from planboard.reading.complaints import position
from planboard.reading.yaml.lines import BULLETS
from planboard.reading.yaml.marks import line_at, lines_above, where
from planboard.reading.yaml.scene import Complaint, Scene
from planboard.reading.yaml.values import (
    GLUED_COLON,
    GLUED_DASH,
    against_bullet,
    against_colon,
    against_dash,
    curly_end,
)
from planboard.words.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from planboard.reading.yaml.marks import Event, Line, Mark

__all__ = ["explain"]

_CURLY: Final = re.compile("[\u2018-\u201f]")
_BULLET: Final = re.compile(rf" *([{BULLETS}])(?!:)")  # the symbol of a level may be a key
_NEAR: Final = 200  # lines to look back for another entry
_QUOTE_THE_TEXT: Final = "put the whole text in straight quotes"


def explain(error: yaml.YAMLError, text: str, last: Event | None) -> Complaint:
    """Say in words for an editor what libyaml had to say about ``text``.

    ``last`` is the last event before the error.
    """
    mark: Mark | None = getattr(error, "problem_mark", None)
    if mark is None:
        return Complaint("unreadable", (1, 1), "This file cannot be read as YAML.")
    problem = str(getattr(error, "problem", ""))
    context = str(getattr(error, "context", ""))
    scene = Scene(text, mark, getattr(error, "context_mark", None) or mark, last)
    reword = next(
        (reword for said, about, reword in _WORDS if said in problem and about in context),
        _unknown,
    )
    told = reword(scene)
    # libyaml ends a text without a line break on a line that is not there.
    return replace(told, at=min(told.at, position(text, len(text))))


def _unknown(scene: Scene) -> Complaint:
    return Complaint(
        "unreadable",
        where(scene.mark),
        "This line cannot be read. Compare it with its neighbours: the spaces at its start, its"
        " quotes and its colons.",
    )


def _spaces(count: int) -> str:
    return {0: "no space", 1: "1 space"}.get(count, f"{count} spaces")


def _colon(scene: Scene) -> Complaint:
    """A colon with a space where no key can stand."""
    line, above = scene.line, scene.above
    if above and ": " not in scene.before:
        told = _false_dash(scene.entry_around)
        if told:
            return told
        if line.key == above.key and not above.has_key:
            return _no_key(above, above.key)
        if line.key != above.key:
            return Complaint(
                "wrong-indent",
                (line.number + 1, line.key + 1),
                f"This line begins with {_spaces(line.indent)}, as if it went on with the text in"
                f" line {above.number + 1}. Begin it with {_spaces(above.key)}, or, if it is part"
                f" of that text, {_QUOTE_THE_TEXT}.",
            )
    curly = " (curly quotes do not count)" if _CURLY.search(line.text) else ""
    return Complaint(
        "colon-in-text",
        where(scene.mark),
        "This text has a colon followed by a space, which only a key may have:"
        f" {_QUOTE_THE_TEXT}{curly}.",
    )


def _no_colon(scene: Scene) -> Complaint:
    """A line that should be a key and a value, and has no colon that counts."""
    line = line_at(scene.text, scene.context)
    return (
        _unclosed(scene)
        or _false_dash(line)
        or _cut_off(scene.text, scene.context)
        or _no_key(line, scene.context.column)
    )


def _no_key(line: Line, column: int) -> Complaint:
    text = line.text[column:]
    if GLUED_DASH.match(text):
        at = (line.number + 1, column + 1)
        return Complaint("dash-space", at, against_dash(text[1:2]))
    match = GLUED_COLON.match(text)
    if match:
        at = (line.number + 1, column + match.end())
        return Complaint("colon-space", at, against_colon(match[1], text[match.end() :]))
    return Complaint(
        "no-colon",
        (line.number + 1, column + 1),
        'This line has no colon, so it is no "key: value" line. If it goes on with the text'
        " above, begin it with more spaces than that text's key.",
    )


def _false_dash(line: Line | None) -> Complaint | None:
    """A list entry that begins with a sign which is no hyphen, or with a hyphen and no space."""
    if line is None:
        return None
    if GLUED_DASH.match(line.text, line.indent):
        at = (line.number + 1, line.indent + 1)
        return Complaint("dash-space", at, against_dash(line.text[line.indent + 1]))
    match = _BULLET.match(line.text)
    if match is None:
        return None
    at = (line.number + 1, match.start(1) + 1)
    return Complaint("dash-space", at, against_bullet(match[1]))


def _unclosed(scene: Scene) -> Complaint | None:
    """A quote that was closed by the next one, some lines below."""
    last = scene.last
    if last is None or last.start_mark.line == last.end_mark.line:
        return None
    is_here = last.end_mark.line in {scene.mark.line, scene.context.line}
    if not is_here or getattr(last, "style", None) not in {'"', "'"}:
        return None
    return _curly(scene.text, last.start_mark) or Complaint(
        "unclosed-quote",
        where(last.start_mark),
        "The quote that opens here closes only at the next one, in line"
        f" {last.end_mark.line + 1}. Close it at the end of its text.",
    )


def _curly(text: str, opening: Mark) -> Complaint | None:
    """A curly quote where the straight one at ``opening`` should be closed."""
    end = curly_end(text, opening.index)
    if end is None:
        return None
    return Complaint(
        "unclosed-quote",
        position(text, end),
        "The quote that opens this text is straight, but the one that closes it here is curly."
        " Type a straight quote in its place.",
    )


def _cut_off(text: str, mark: Mark) -> Complaint | None:
    """A line that goes on with a text which a comment has ended."""
    line, above = line_at(text, mark), next(lines_above(text, mark), None)
    if not above or line.indent <= above.indent or " #" not in above.text:
        return None
    return Complaint(
        "text-after-hash",
        where(mark),
        f'Line {above.number + 1} is cut off at its " #", so this line belongs to nothing:'
        f" {_QUOTE_THE_TEXT}.",
    )


def _missing_dash(scene: Scene) -> Complaint:
    """A line in a list that is no entry."""
    if scene.mark.column != scene.context.column:
        return _indent(scene)
    return (
        _unclosed(scene)
        or _false_dash(scene.line)
        or Complaint(
            "missing-dash",
            where(scene.mark),
            "This line stands where the next entry of a list should begin. Put a dash and a space"
            " before it, or indent it like the entry it belongs to.",
        )
    )


def _indent(scene: Scene) -> Complaint:
    """A line that is no neighbour of any line above, or something behind a whole value."""
    return (
        _unclosed(scene)
        or (_behind_value(scene) if scene.before.strip(" -") else None)
        or _false_dash(scene.entry_around)
        or _cut_off(scene.text, scene.mark)
        or _out_of_line(scene)
    )


def _out_of_line(scene: Scene) -> Complaint:
    line, above = scene.line, scene.above
    if scene.letter == ":":
        return Complaint(
            "no-key", where(scene.mark), "There is no key before this colon. Write one."
        )
    if scene.letter == "-" and above and line.indent <= above.key:
        return _stray_entry(scene)
    other = ""
    if above:
        counted = " (its dash counts as one)" if above.key > above.indent else ""
        other = f", the text of line {above.number + 1} with {_spaces(above.key)}{counted}"
    return Complaint(
        "wrong-indent",
        where(scene.mark),
        f"This line begins with {_spaces(line.indent)}{other}. Lines that belong together begin"
        " with the same number of spaces.",
    )


def _stray_entry(scene: Scene) -> Complaint:
    near = islice(lines_above(scene.text, scene.mark), _NEAR)
    other = next((line for line in near if line.key > line.indent), None)
    as_there = f", as in line {other.number + 1} with {_spaces(other.indent)}" if other else ""
    return Complaint(
        "stray-entry",
        where(scene.mark),
        "This list entry belongs to no list. A list stands under a key with nothing after its"
        f" colon, and all its dashes stand in one column{as_there}.",
    )


def _behind_value(scene: Scene) -> Complaint:
    closing = scene.text[: scene.mark.index].rstrip(" ")[-1:]
    if closing == "'":
        message = (
            "The quoted text ends before this place. An apostrophe ends text in single quotes:"
            " put the whole text in straight double quotes."
        )
    elif closing == '"':
        message = (
            "The quoted text ends before this place. Put straight quotes round the whole of the"
            " text, and use curly or single ones inside it."
        )
    elif closing in {"]", "}"}:
        message = f'Text that begins with "[" or "{{" is read as a list: {_QUOTE_THE_TEXT}.'
    else:
        message = f"This stands behind a value that is already whole: {_QUOTE_THE_TEXT}."
    return Complaint("text-after-value", where(scene.mark), message)


def _bracket(scene: Scene) -> Complaint:
    opening = scene.text[scene.context.index : scene.context.index + 1]
    closing = {"[": "]", "{": "}"}.get(opening, "]")
    at = scene.mark if scene.mark.line == scene.context.line else scene.context
    curly = _curly(scene.text, scene.last.start_mark) if scene.last else None
    return curly or Complaint(
        "unclosed-bracket",
        where(at),
        f'A "{opening}" opens a list, but no "{closing}" closes it in its place. Close it, or,'
        f" if it is text, {_QUOTE_THE_TEXT}.",
    )


def _quote(scene: Scene) -> Complaint:
    return _curly(scene.text, scene.context) or Complaint(
        "unclosed-quote",
        where(scene.context),
        "The quote that opens here is never closed. Put the same quote at the end of the text.",
    )


def _backslash(scene: Scene) -> Complaint:
    return Complaint(
        "backslash",
        where(scene.mark),
        "A backslash has a meaning of its own in double quotes. Put the text in single quotes.",
    )


def _dash(scene: Scene) -> Complaint:
    if not scene.before.strip():
        return _indent(scene)
    return Complaint(
        "dash-in-text",
        where(scene.mark),
        "A dash and a space begin a list entry, which needs a line of its own. If this is text,"
        f" {_QUOTE_THE_TEXT}.",
    )


def _block(scene: Scene) -> Complaint:
    return Complaint(
        "text-after-bar",
        where(scene.context),
        'After "|" or ">" the text begins on the next line. If the sign is part of the text,'
        f" {_QUOTE_THE_TEXT}.",
    )


def _tab(scene: Scene) -> Complaint:
    return Complaint(
        "tab-indent", where(scene.mark), "A tab stands here. Delete it and use the space bar."
    )


def _start(scene: Scene) -> Complaint:
    return _tab(scene) if scene.letter == "\t" else _sign(scene.text, scene.mark)


def _start_of_context(scene: Scene) -> Complaint:
    return _sign(scene.text, scene.context)


def _sign(text: str, mark: Mark) -> Complaint:
    sign = text[mark.index : mark.index + 1].strip()
    if not sign:
        message = 'The file ends where a value is missing. Look for a "[" or "{" without its end.'
    else:
        message = f"A value cannot begin with {quoted(sign)}: {_QUOTE_THE_TEXT}."
    return Complaint("special-start", where(mark), message)


def _directive(scene: Scene) -> Complaint:
    return Complaint(
        "directive",
        where(scene.context),
        'A line that begins with "%" is an instruction to YAML, which is not used here. Delete'
        " the line.",
    )


def _end(scene: Scene) -> Complaint:
    if scene.above and scene.above.text.startswith("%"):
        return replace(_directive(scene), at=(scene.above.number + 1, 1))
    return Complaint(
        "after-end",
        where(scene.mark),
        "The record ends above this line, so nothing may follow. Delete the line above if it"
        ' holds only "...", or look for brackets and quotes that end too early.',
    )


_WORDS: Final[tuple[tuple[str, str, Callable[[Scene], Complaint]], ...]] = (
    ("mapping values are not allowed", "", _colon),
    ("could not find expected ':'", "", _no_colon),
    ("did not find expected key", "", _indent),
    ("did not find expected '-' indicator", "", _missing_dash),
    ("block sequence entries are not allowed", "", _dash),
    ("did not find expected ','", "", _bracket),
    ("found unexpected end of stream", "quoted scalar", _quote),
    ("found unexpected document indicator", "quoted scalar", _quote),
    ("", "quoted scalar", _backslash),
    ("found a tab character", "", _tab),
    ("", "block scalar", _block),
    ("cannot start any token", "", _start),
    ("", "an alias", _start_of_context),
    ("", "an anchor", _start_of_context),
    ("", "directive", _directive),
    ("", "a tag", _start_of_context),
    ("found undefined tag handle", "", _start_of_context),
    ("did not find expected node content", "", _start),
    ("mapping keys are not allowed", "", _start),
    ("found unexpected ':'", "", _colon),
    ("%YAML directive", "", _directive),
    ("%TAG directive", "", _directive),
    ("incompatible YAML document", "", _directive),
    ("did not find expected <document start>", "", _end),
)
"""What libyaml says, in what context, and who says it better; the first that fits counts."""
