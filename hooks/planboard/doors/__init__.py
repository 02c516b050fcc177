"""Doors: the only floor with side effects; clock, logger and environment are known here alone."""
