"""Tree: the only room that grows plain data, with the place of every value, from YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

import yaml

from planboard.reading.yaml import lines, syntax, values
from planboard.reading.yaml.marks import Event, where
from planboard.words.problems import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from planboard.reading.complaints import Complaints
    from planboard.reading.yaml.marks import Mark, Node, Scalar

__all__ = ["Entries", "Grower", "Record"]

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml is far faster
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_NO_KEYS: Final = _NOTHING | {"<<"}
_DEEPEST: Final = 40  # levels

_NO_KEY: Final = ("no-key", "There is no key before this colon. Write one.")
_MERGE_KEY: Final = (
    "merge-key",
    'The key "<<" copies another record in YAML, which is not used here. Write the lines out.',
)


class Record(dict[str, object]):
    """A mapping that knows where its keys and values stand."""

    __slots__ = ("marks",)

    marks: dict[str, tuple[Mark, Mark]]


class Entries(list[object]):
    """A list that knows where its items stand."""

    __slots__ = ("marks",)

    marks: list[Mark]


class _Document(Event, Protocol):
    """The beginning of a document."""

    version: tuple[int, int] | None
    tags: dict[str, str] | None


class _StopReadingError(Exception):
    """What follows is not worth reading, and there is a complaint that says why."""


def _events(text: str) -> Iterator[Event]:
    # The types of PyYAML let the marks be missing, which they are only when one asks for that.
    return cast("Iterator[Event]", yaml.parse(text, Loader=_LOADER))


class Grower:
    """Grows the tree of one text from parse events.

    With a stack of its own no depth of nesting can crash the interpreter, which composing
    through libyaml can. Events come one by one, so that a hostile file is left early.
    """

    def __init__(self, text: str, complaints: Complaints) -> None:
        """Take what to read, and where to complain."""
        self.tree: Record | Entries | str | None = None
        self.root: Mark | None = None
        self._text = text
        self._complaints = complaints
        self._suspects = lines.suspects(text)
        # Only a letter beyond ASCII can pose, and only an escape can bring a bad one in unseen.
        self._has_escapes = "\\" in text
        self._is_careful = self._has_escapes or not text.isascii()
        self._node: Record | Entries | None = None
        self._above: list[Record | Entries | None] = []
        self._key: str | None = None
        self._key_mark: Mark | None = None
        self._drop = False
        self._run_together: Record | None = None
        self._documents = 0

    def grow(self) -> None:
        """Read the whole text; the tree is None when it cannot be read."""
        act: dict[type, Callable[..., None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._record,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceStartEvent: self._list,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        event: Event | None = None
        try:
            for event in _events(self._text):
                handle = act.get(event.__class__)
                if handle:
                    handle(event)
        except _StopReadingError:
            return
        except yaml.YAMLError as error:
            self.tree = None
            self._explain(error, event)

    def _scalar(self, event: Scalar) -> None:
        value: str | None = event.value
        mark = event.start_mark
        if event.anchor or event.tag:
            self._refuse(event)
        if not event.style:
            if mark.line in self._suspects or event.end_mark.line in self._suspects:
                values.check_plain(event, self._text, self._complaints)
            if value in _NOTHING:
                value = None
                if not mark.column and mark.index == len(self._text):
                    # The value of a "? key" at the very end is on a line that is not there.
                    mark = self._key_mark or mark
        if self._is_careful and value and (self._has_escapes or not value.isascii()):
            value = values.letters(event, value, self._text, self._complaints)
        if self._key is None and self._node.__class__ is Record:
            self._take_key(value, event)
        else:
            self._put(value, mark)

    def _put(self, value: Record | Entries | str | None, mark: Mark) -> None:
        node, key = self._node, self._key
        if node is None:
            self.tree, self.root = value, None if value is None else mark
        elif isinstance(node, Entries):
            node.append(value)
            node.marks.append(mark)
        elif key is None:
            self._give_up(
                "odd-key",
                mark,
                "A list or record stands where a key should. If this is text, such as"
                ' "{{…}}", put it in straight quotes.',
            )
        else:
            self._key = None
            if self._drop:
                self._drop = False
            elif key in node:
                self._twice(key, node)
            elif self._key_mark:
                node[key] = value
                node.marks[key] = (self._key_mark, mark)

    def _take_key(self, key: str | None, event: Scalar) -> None:
        self._key = key or ""
        self._key_mark = event.start_mark
        if not event.style and event.value in _NO_KEYS:
            self._drop = True
            code, message = _NO_KEY
            if event.value == "<<":
                code, message = _MERGE_KEY
            self._complaints.error(code, where(event.start_mark), message)

    def _twice(self, key: str, node: Record) -> None:
        if node is self._run_together:
            return
        first = where(node.marks[key][0])[0]
        if isinstance(self._above[-1], Entries) and key == next(iter(node)):
            self._run_together = node  # then every further key comes twice too
            message = (
                f"A new entry seems to begin here, without a dash: its {quoted(key)} already "
                f"stands in line {first}. Put a dash and a space before it, or keep one of the two."
            )
        else:
            message = f"{quoted(key)} is set twice (first on line {first}). Keep one."
        if self._key_mark:
            self._complaints.error("duplicate-key", where(self._key_mark), message)

    def _record(self, event: Node) -> None:
        node = Record()
        node.marks = {}
        self._begin(node, event)

    def _list(self, event: Node) -> None:
        node = Entries()
        node.marks = []
        self._begin(node, event)

    def _begin(self, node: Record | Entries, event: Node) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        self._put(node, event.start_mark)
        self._above.append(self._node)
        self._node = node
        if len(self._above) > _DEEPEST:
            self._give_up(
                "too-deep",
                event.start_mark,
                f"This is nested more than {_DEEPEST} levels deep, which no plan needs. Look for"
                " brackets or dashes that repeat.",
            )

    def _end(self, _: Event) -> None:
        self._node = self._above.pop()

    def _alias(self, event: Node) -> None:
        if not self._drop:  # a merge key has been refused already
            self._complaints.error(
                "alias",
                where(event.start_mark),
                'A value that begins with "*" is a reference in YAML, which is not used here.'
                " Write the value out, or, if it is text, put it in straight quotes.",
            )
        if self._key is None and self._node.__class__ is Record:
            self._key, self._key_mark, self._drop = "*", event.start_mark, True
        else:
            self._put(None, event.start_mark)

    def _document(self, event: _Document) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._complaints.error(
                "directive",
                where(event.start_mark),
                'A line that begins with "%" is an instruction to YAML, which is not used here.'
                " Delete the line.",
            )
        if self._documents > 1:
            self._complaints.error(
                "second-document",
                where(event.start_mark),
                'The line "---" begins a second plan. Two plans in one file: put each in its own'
                " folder, or delete this line.",
            )
            raise _StopReadingError

    def _give_up(self, code: str, mark: Mark, message: str) -> None:
        self.tree = None
        self._complaints.error(code, where(mark), message)
        raise _StopReadingError

    def _refuse(self, event: Node) -> None:
        code, sign = ("anchor", "&") if event.anchor else ("tag", "!")
        self._complaints.error(
            code,
            where(event.start_mark),
            f'A word that begins with "{sign}" has a meaning of its own in YAML, which is not used'
            " here. Delete the word, or, if it is text, put the text in straight quotes.",
        )

    def _explain(self, error: yaml.YAMLError, last: Event | None) -> None:
        told = syntax.explain(error, self._text, last)
        # A line with an error of its own has told its reason already.
        if told.at[0] not in self._complaints.lines_in_error():
            self._complaints.error(told.code, told.at, told.message)
