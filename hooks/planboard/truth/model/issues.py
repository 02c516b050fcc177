"""Issues: a log of what people raised, what was done about it, and whether they were told."""

from __future__ import annotations

from planboard.truth.model.published import Published

__all__ = ["IssueLog"]


class IssueLog(Published):
    """What people raised, what was done about it, and whether they were told."""
