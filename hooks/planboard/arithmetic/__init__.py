"""Arithmetic: verdicts from records as of a day; counts, what has passed, what is due."""
