"""Said: the shape of one text that readers see, and what a publisher says under every record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from planboard.truth.entries import Path
    from planboard.truth.in_full import Part
    from planboard.truth.model.register import Publisher

__all__ = ["Said", "said_by"]


class Said(NamedTuple):
    """One text: where it stands in the file, the part of the record it is in, and its words.

    ``thing`` is what kind of part that is, as its anchor says; ``about`` is None for what is said
    of the record as a whole.
    """

    path: Path
    thing: str
    about: Part | None
    text: str


def said_by(publisher: Publisher) -> Iterator[str]:
    """Yield what stands of a publisher at the end of each of its records."""
    yield publisher.name
    for text in (publisher.report_a_mistake, publisher.have_your_say):
        yield text or ""
    yield publisher.licence.name if publisher.licence else ""
