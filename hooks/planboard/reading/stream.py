"""Stream: the only room that reads a table piece by piece, and keeps no row of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Annotated, Any, Final, Generic, Protocol, TypeVar

from pydantic import PlainValidator, TypeAdapter, ValidationError, create_model

from planboard.reading import characters
from planboard.reading.complaints import WHOLE_FILE, Complaints
from planboard.reading.documents import Document
from planboard.reading.refusals.faults import explain
from planboard.reading.tables import header
from planboard.reading.tables.cells import DELIMITERS, Cell, Row, Sheet, rows
from planboard.reading.tables.rows import Reader
from planboard.reading.tables.table import EMPTY
from planboard.reading.yaml.tree import Record
from planboard.truth.model import fields
from planboard.words.problems import Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

__all__ = ["Streamed", "Taker", "read"]

R = TypeVar("R", bound=fields.Record)

_PIECE: Final = 1 << 20  # bytes
_LONGEST: Final = 8 * _PIECE
"""Up to how many bytes a piece waits for the end of what stands in quotes."""
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_GUARD: Final = "'"
_ROWS: Final = "rows"


class Taker(Protocol[R]):
    """What rows are handed to, each with a record of one ``model`` in it."""

    model: type[R]

    def add(self, record: R, row: Row) -> None:
        """Take a row that is right."""

    def glance(self, cells: Mapping[str, str], row: Row) -> None:
        """Look at a row that is wrong, by the names of its columns: what is wrong has been told."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """What is left of a table once each row has been handed on.

    ``texts`` are the different texts in it, each with the first place where it stands: names and
    notes, but neither numbers and dates nor private values, which can hold nothing else. It is not
    ``whole`` if a row could not be read.
    """

    problems: tuple[Problem, ...]
    texts: tuple[tuple[Place, str], ...]
    whole: bool


def read(file: BinaryIO, name: str, taker: Taker[R]) -> Streamed:
    """Read a CSV file, and hand each row to ``taker`` as soon as it is read.

    ``name`` is what complaints call the file. Whatever the bytes are, nothing is raised; what
    ``taker`` raises goes through. However long the file is, only a piece of it is held at a time.
    """
    complaints = Complaints(name)
    stream = _Stream(taker, complaints)
    above, numbers, columns = 0, count(1), dict[str, int]()
    for piece in _pieces(file):
        text, problems = characters.decode(piece, name, is_table=True)
        for one in problems:
            complaints.take([_below(one, above)])
        if text is None:
            break
        stream.go_on(Sheet(name, text, columns, above), numbers)
        above += text.count("\n")
    if stream.is_empty and not complaints.lines_in_error():
        complaints.error("empty", WHOLE_FILE, EMPTY)
    problems = complaints.all()
    whole = all(one.level is not Level.ERROR for one in problems)
    return Streamed(problems, tuple((at, one) for one, at in stream.texts.items()), whole)


def _below(problem: Problem, above: int) -> Problem:
    """Return a problem of a piece as one of the file, with so many lines above the piece."""
    at = problem.place
    line = at.line + above if at.line else 0
    return Problem(problem.level, problem.code, Place(at.file, line, at.column), problem.message)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """Yield a file in pieces that end where a row does, never inside quotes."""
    rest = b""
    while block := file.read(_PIECE):
        rest += block
        if rest.startswith(_UTF_16):
            rest += file.read()
            break
        end = _end_of_row(rest)
        if end:
            yield rest[:end]
            rest = rest[end:]
    if rest:
        yield rest


def _end_of_row(data: bytes) -> int:
    """Return where the last row ends that is whole; 0 if that has to wait for more."""
    end = data.rfind(b"\n") + 1
    while end and data.count(b'"', 0, end) % 2:
        end = data.rfind(b"\n", 0, end - 1) + 1
    if not end and len(data) > _LONGEST:
        return data.rfind(b"\n") + 1
    return end


class _Stream(Generic[R]):
    """Hands each row on as it comes by, and remembers the different texts."""

    def __init__(self, taker: Taker[R], complaints: Complaints) -> None:
        self.texts: dict[str, Place] = {}
        self._model = taker.model
        self._taker = taker
        self._complaints = complaints
        self._reader: Reader | None = None
        self._delimiter = ""
        self._keys: tuple[str, ...] = ()
        self._worded: tuple[int, ...] = ()
        self._nameless: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing stood in it so far."""
        return self._reader is None or self._reader.top is None

    def go_on(self, sheet: Sheet, numbers: Iterator[int]) -> None:
        """Read the next piece."""
        if self._reader is None:
            self._delimiter = header.delimiter_of(sheet, self._model)
            self._reader = Reader(DELIMITERS[self._delimiter], self._complaints)
        for row in rows(sheet, self._delimiter, self._complaints, numbers):
            if self._keys:
                self._quickly(row, self._reader)
            elif not row.is_blank:
                self._begin(row, self._reader)

    def _begin(self, row: Row, reader: Reader) -> None:
        if not self.is_empty:  # nothing can be made of the header
            self._remember(row, self._without_values_of_a_kind(row))
            return
        self._remember(row, range(len(row.cells)))
        reader.take(row, self._model)
        if reader.header:
            known = reader.header.columns
            names = [known[at].name if at in known else "" for at in range(len(row.cells))]
            self._keys = tuple(names)
            self._nameless = tuple(at for at, one in enumerate(names) if not one)
            worded = _worded(self._model)
            self._worded = tuple(at for at, one in enumerate(names) if not one or one in worded)

    def _quickly(self, row: Row, reader: Reader) -> None:
        """Take a row that is plainly right; look closer at any other."""
        cells = row.cells
        if len(cells) > len(self._keys) or self._is_odd(row):
            self._closely(row, reader)
            return
        found = {
            key: cell
            for key, cell in zip(self._keys, cells, strict=False)
            if cell and key and not cell.isspace()
        }
        if not found and row.is_blank:
            return
        try:
            record = self._model.model_validate(found)
        except ValidationError:
            self._closely(row, reader)
            return
        self._remember(row, self._worded)
        self._taker.add(record, row)

    def _is_odd(self, row: Row) -> bool:
        """Return whether a cell may say something else than it seems to, or has no column."""
        cells, text = row.cells, row.text
        if any(cells[at] for at in self._nameless if at < len(cells)):
            return True
        if text.isascii() and _GUARD not in text:
            return False
        return any(one[:1] == _GUARD or characters.unmask(one) != one for one in cells)

    def _closely(self, row: Row, reader: Reader) -> None:
        """Read a row with the place of each value, and say what is wrong with it."""
        if row.is_blank:
            return
        entry = reader.take(row, self._model)
        if entry is None:
            self._remember(row, self._not_surely_sound(row))
            return
        document = Document(row.sheet.file, _empty(), ()).with_list(
            _ROWS, [(entry, Cell(row, 0))], reader.top or Cell(row, 0), ()
        )
        whole = _holder(self._model)
        try:
            (record,) = getattr(whole.model_validate(document.data), _ROWS)
        except ValidationError as error:
            for one in explain(document, whole, error.errors(include_url=False)):
                at = one.place.line, one.place.column
                self._complaints.error(one.code, at, one.message)
            self._remember(row, self._not_surely_sound(row))
            self._taker.glance(
                {key: one for key, one in entry.items() if isinstance(one, str)}, row
            )
            return
        self._remember(row, self._worded)
        self._taker.add(record, row)

    def _not_surely_sound(self, row: Row) -> Iterator[int]:
        """Yield the position of each cell that may hold something else than its column says."""
        for at, cell in enumerate(row.cells):
            key = self._keys[at] if at < len(self._keys) else ""
            if not key or at in self._worded or not _is_sound(self._model, key, cell):
                yield at

    def _without_values_of_a_kind(self, row: Row) -> Iterator[int]:
        """Yield the position of each cell that is no value that some column could hold alone."""
        typed = self._model.model_fields.keys() - _worded(self._model)
        for at, cell in enumerate(row.cells):
            if not any(_is_sound(self._model, key, cell) for key in typed):
                yield at

    def _remember(self, row: Row, positions: Iterable[int]) -> None:
        texts, cells = self.texts, row.cells
        for at in positions:
            if at < len(cells) and cells[at] and cells[at] not in texts:
                texts[cells[at]] = Place(row.sheet.file, *row.position(at))


def _empty() -> Record:
    record = Record()
    record.marks = {}
    return record


@cache
def _worded(model: type[fields.Record]) -> frozenset[str]:
    """Return the keys of a row that may hold any text; a value of another kind says its own."""
    return frozenset(
        key
        for key, one in model.model_fields.items()
        if not any(isinstance(said, PlainValidator) for said in _said_of(one.annotation))
        and not any(isinstance(said, PlainValidator) for said in one.metadata)
    )


def _is_sound(model: type[fields.Record], key: str, cell: str) -> bool:
    """Return whether a cell holds nothing but a value of its kind, such as a number."""
    try:
        _adapter(model, key).validate_python(cell)
    except ValidationError:
        return False
    return True


@cache
def _adapter(model: type[fields.Record], key: str) -> TypeAdapter[object]:
    field = model.model_fields[key]
    annotation: Any = field.annotation
    for one in field.metadata:
        annotation = Annotated[annotation, one]
    return TypeAdapter(annotation)


def _said_of(annotation: object) -> Iterator[object]:
    """Yield what is said of a type and of those inside it."""
    yield from getattr(annotation, "__metadata__", ())
    for inner in getattr(annotation, "__args__", ()):
        yield from _said_of(inner)


@cache
def _holder(model: type[fields.Record]) -> type[fields.Record]:
    """Return the model of a record that has nothing but a list of such rows."""
    rows_of: Any = (tuple[model, ...], ())  # type: ignore[valid-type]
    holder: type[fields.Record] = create_model("Rows", __base__=fields.Record, rows=rows_of)
    return holder
