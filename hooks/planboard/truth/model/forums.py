"""Forums: what community forums named as priorities, period by period."""

from __future__ import annotations

from planboard.truth.model.published import Published

__all__ = ["Forums"]


class Forums(Published):
    """The forums of an area, what they named as priorities, and what was done."""
