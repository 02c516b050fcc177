"""Documents: the only room that makes one tree of plain data with places, of one file or more."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from planboard.reading import characters
from planboard.reading.complaints import WHOLE_FILE, Complaints
from planboard.reading.growth import undisturbed
from planboard.reading.tables.cells import Cell
from planboard.reading.yaml import lines
from planboard.reading.yaml.marks import where
from planboard.reading.yaml.tree import Entries, Grower, Record
from planboard.words.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from planboard.reading.yaml.marks import Mark
    from planboard.words.problems import Problem

__all__ = ["Document", "Elsewhere", "read"]

_LARGEST: Final = 20_000_000  # bytes
_TOP: Final = (1, 1)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The mark of a value that stands in another file than the record it is a part of."""

    file: str
    index: int = 0
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One file as plain data, with the place of each value and all that is wrong.

    ``data`` is a tree of mappings, lists, text and None, with a mapping at the top; it is None
    when the file cannot be read. ``text`` is what stands in the file; it is None when the file
    is not UTF-8 or too large. A list may come from other files; its marks then name them.
    """

    file: str
    data: object
    problems: tuple[Problem, ...]
    root: Mark | None = field(default=None, repr=False, compare=False)
    text: str | None = field(default=None, repr=False, compare=False)

    def place(self, path: Sequence[str | int]) -> Place:
        """Return where the value at ``path`` begins, or its deepest ancestor that exists."""
        return self._at(self._walk(path)[1])

    def key_place(self, path: Sequence[str | int]) -> Place:
        """Return where the key at ``path`` begins, for a list item the item."""
        return self._at(self._walk(path)[0])

    def cell(self, path: Sequence[str | int]) -> Cell | None:
        """Return the cell in which the value at ``path`` begins, if it is in a table."""
        mark = self._walk(path)[1]
        return mark if isinstance(mark, Cell) else None

    def files(self) -> frozenset[str]:
        """Return the name of each file that a part of the data stands in."""
        tops = self.data.values() if isinstance(self.data, Record) else ()
        marks = (mark for one in tops if isinstance(one, Entries) for mark in one.marks)
        return frozenset((self.file, *(_file(mark, self.file) for mark in marks)))

    def with_list(
        self,
        key: str,
        entries: Iterable[tuple[object, Mark]],
        at: Mark,
        problems: tuple[Problem, ...],
    ) -> Document:
        """Return the same with a list under ``key`` that stands in other files.

        ``entries`` are what is in it, each with its mark, and ``problems`` what is wrong there.
        """
        if not isinstance(self.data, Record):
            return replace(self, problems=(*self.problems, *problems))
        data, grafted = Record(self.data), Entries()
        grafted.marks = []
        for entry, mark in entries:
            grafted.append(entry)
            grafted.marks.append(mark)
        data[key], data.marks = grafted, {**self.data.marks, key: (at, at)}
        return replace(self, data=data, problems=(*self.problems, *problems))

    def elsewhere(self) -> object:
        """Return the data with marks that name this file, to be grafted into another's."""
        return _elsewhere(self.data, self.file)

    def values(self) -> Iterator[tuple[Place, str]]:
        """Yield every key and every text of the data with its place, in the order of the file."""
        rest: list[tuple[Mark | None, object]] = [(self.root, self.data)]
        while rest:
            mark, node = rest.pop()
            if isinstance(node, str):
                yield self._at(mark), node
            elif isinstance(node, Entries):
                rest.extend(zip(reversed(node.marks), reversed(node), strict=True))
            elif isinstance(node, Record):
                for key, value in reversed(node.items()):
                    key_mark, value_mark = node.marks[key]
                    rest += [(value_mark, value), (key_mark, key)]

    def _walk(self, path: Sequence[str | int]) -> tuple[Mark | None, Mark | None]:
        node, key, value = self.data, self.root, self.root
        for step in path:
            if isinstance(node, Record) and isinstance(step, str) and step in node:
                key, value = node.marks[step]
                node = node[step]
            elif isinstance(node, Entries) and isinstance(step, int) and 0 <= step < len(node):
                key = value = node.marks[step]
                node = node[step]
            else:
                key = value
                break
        return key, value

    def _at(self, mark: Mark | None) -> Place:
        return Place(_file(mark, self.file), *where(mark)) if mark else Place(self.file)


def _file(mark: Mark, home: str) -> str:
    return mark.file if isinstance(mark, Elsewhere | Cell) else home


def _elsewhere(node: object, file: str) -> object:
    def moved(mark: Mark) -> Elsewhere:
        return Elsewhere(file, mark.index, mark.line, mark.column)

    if isinstance(node, Record):
        record = Record({key: _elsewhere(value, file) for key, value in node.items()})
        record.marks = {key: (moved(one), moved(other)) for key, (one, other) in node.marks.items()}
        return record
    if isinstance(node, Entries):
        entries = Entries(_elsewhere(value, file) for value in node)
        entries.marks = [moved(mark) for mark in node.marks]
        return entries
    return node


def read(data: bytes, file: str) -> Document:
    """Read the bytes of a YAML file; ``file`` is the name under which problems are told.

    Plain values stay text as written. Whatever the bytes are, nothing is raised: what is wrong
    stands among the problems of the document.
    """
    complaints = Complaints(file)
    text = _text(data, file, complaints)
    grower = None if text is None else _grower(text, complaints)
    if grower is None:
        return Document(file, None, complaints.all(), text=text)
    with undisturbed():
        grower.grow()
    tree = grower.tree if _is_record(grower, complaints) else None
    return Document(file, tree, complaints.all(), grower.root, text)


def _text(data: bytes, file: str, complaints: Complaints) -> str | None:
    if len(data) > _LARGEST:
        complaints.error(
            "too-large", WHOLE_FILE, "This file is too large: it is over 20 MB. Split it in two."
        )
        return None
    text, problems = characters.decode(data, file)
    complaints.take(problems)
    return text


def _grower(text: str, complaints: Complaints) -> Grower | None:
    """Return what is ready to read ``text`` as YAML, unless it is no such thing at all."""
    if lines.is_table(text):
        complaints.error(
            "table",
            _TOP,
            "This looks like a table from a spreadsheet, saved as .yml. Save the table as .csv; a"
            ' .yml file is made of "key: value" lines.',
        )
        return None
    lines.check_indents(text, complaints)
    return Grower(lines.clear_blank_lines(text), complaints)


def _is_record(grower: Grower, complaints: Complaints) -> bool:
    """Complain if the tree is no record; return whether it is one that can be trusted."""
    top = grower.root
    if isinstance(grower.tree, Record):
        return lines.SPACE not in complaints
    if isinstance(grower.tree, Entries):
        complaints.error(
            "list-at-top",
            where(top) if top else _TOP,
            "This file begins with a list where a record belongs. It must begin with"
            ' "key: value" lines, such as "format: 1".',
        )
    elif grower.tree is not None and not complaints.lines_in_error():
        complaints.error(
            "text-at-top",
            where(top) if top else _TOP,
            'This file holds only text. It must begin with "key: value" lines, such as'
            ' "format: 1".',
        )
    elif not complaints.lines_in_error():
        complaints.error(
            "empty",
            WHOLE_FILE,
            'This file is empty. It must begin with "key: value" lines, such as "format: 1".',
        )
    return False
