"""Due: the words of a date column in a record, and what an editor says they mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import ConfigDict, PlainValidator, ValidationInfo, model_validator

from planboard.truth import schedule
from planboard.truth.model.fields import Days, Record, closed_list, code_pattern, shape
from planboard.truth.schedule import Schedule
from planboard.words.vocabulary.dates import ScheduleKind

if TYPE_CHECKING:
    from pydantic.config import JsonDict

__all__ = ["Due", "DueMeans"]

_NEEDS_START: Final = frozenset({ScheduleKind.START, ScheduleKind.START_BY, ScheduleKind.RANGE})
_NEEDS_END: Final = frozenset({ScheduleKind.FINISH_BY, ScheduleKind.RANGE})
_NEEDS_EITHER: Final = frozenset({ScheduleKind.START_THEN_BAU})


def _needs(kinds: Iterable[ScheduleKind], *keys: str) -> JsonDict:
    """Return the JSON Schema of: where the kind is one of ``kinds``, one of ``keys`` is needed."""
    one_of_them: JsonDict = {"type": "string", "pattern": code_pattern(*sorted(kinds))}
    a_date: JsonDict = {"type": ["string", "integer"], "errorMessage": "This kind needs a date."}
    needed: list[JsonDict] = [{"required": [key], "properties": {key: a_date}} for key in keys]
    return {
        "if": {"required": ["kind"], "properties": {"kind": one_of_them}},
        "then": needed[0] if len(needed) == 1 else {"anyOf": [*needed]},
    }


class DueMeans(Record):
    """What the words of ``due`` mean, where they can be read in two ways."""

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                _needs(_NEEDS_START, "starts"),
                _needs(_NEEDS_END, "ends"),
                _needs(_NEEDS_EITHER, "starts", "ends"),
            ]
        }
    )

    kind: Annotated[ScheduleKind, closed_list(ScheduleKind)]
    """What the words promise: ``finish_by`` for a last day, ``start`` or ``start_by`` for a first
    one, ``range`` for both, ``ongoing`` and so on for none."""
    starts: Days | None = None
    """The day or month it starts."""
    ends: Days | None = None
    """The day or month by which it is to be finished."""

    @model_validator(mode="after")
    def _whole(self) -> DueMeans:
        self.schedule("")
        for key, kinds in (("starts", _NEEDS_START), ("ends", _NEEDS_END)):
            if self.kind in kinds and getattr(self, key) is None:
                raise ValueError(
                    f'has the kind {self.kind} but no day for it. Add {key}, like "{key}: 2023-01".'
                )
        if self.kind in _NEEDS_EITHER and self.starts is None and self.ends is None:
            raise ValueError(
                f"has the kind {self.kind} but no day for it. Add starts or ends, or both, like "
                '"starts: 2023-01".'
            )
        return self

    def schedule(self, words: str) -> Schedule:
        """Return what ``words`` mean then.

        Raises:
            ScheduleError: it ends before it starts.
        """
        return Schedule(words, self.kind, start=self.starts, finish=self.ends)


def _due(value: object, info: ValidationInfo) -> Schedule:
    if not isinstance(value, str):
        raise ValueError(
            "is not text. Write the words of the plan, like Oct 22; say what they mean, if they "
            "can be read in two ways, in due_means."
        )
    if "due_means" not in info.data:  # it is wrong, and has its own complaint
        return schedule.read("")
    means: DueMeans | None = info.data["due_means"]
    return means.schedule(value.strip()) if means else schedule.read(value)


Due = Annotated[
    Schedule,
    PlainValidator(_due),
    shape(
        type=["string", "number", "boolean"],
        errorMessage="Write the words of the plan.",
        examples=["by end of March 2027", "Oct 26", "Ongoing", "ASAP", "TBC"],
    ),
]
"""Words of a date column, kept as written, with what they mean."""
