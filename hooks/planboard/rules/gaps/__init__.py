"""Gaps: what a record leaves out or says twice over; true of the record, and no mistake."""
