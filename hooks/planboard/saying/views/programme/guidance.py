"""Guidance views: what volunteers should do, the same words on every page for them (R018)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planboard.saying import routes
from planboard.saying.views import parts
from planboard.saying.views.parts import Link

if TYPE_CHECKING:
    from planboard.saying.views.parts import Run
    from planboard.truth.model.programme.programme import Programme

__all__ = ["GuidanceView", "of_programme"]


@dataclass(frozen=True, slots=True)
class GuidanceView:
    """One piece of guidance with its links."""

    anchor: str
    title: str
    paragraphs: tuple[tuple[Run, ...], ...]
    links: tuple[Link, ...]


def of_programme(programme: Programme) -> tuple[GuidanceView, ...]:
    """Return the guidance of a programme in the order of its file."""
    return tuple(
        GuidanceView(
            anchor=routes.anchor("guidance", one.id),
            title=one.title,
            paragraphs=tuple(parts.runs(text) for text in parts.paragraphs(one.text)),
            links=tuple(Link(link.title, link.url) for link in one.links),
        )
        for one in programme.guidance
    )
