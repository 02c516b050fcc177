"""Caveats: what must stand under a figure or a chart, from the caveats that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planboard.saying.views import parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planboard.truth.model.report.report import Report

__all__ = ["texts"]


def texts(report: Report, ids: Iterable[str]) -> tuple[str, ...]:
    """Return what the caveats with these ids say, one line each: ``Caveat: …``."""
    by_id = {one.id: one for one in report.findings}
    known = (by_id[name] for name in ids if name in by_id)
    return tuple(f"Caveat: {' '.join(parts.paragraphs(one.text))}" for one in known)
