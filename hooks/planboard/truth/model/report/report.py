"""Report: a progress report, from what was to be reached to what is asked of a panel."""

from __future__ import annotations

from planboard.truth.model.published import Published

__all__ = ["Report"]


class Report(Published):
    """What a change was to bring, what was measured, and what people said of it."""
