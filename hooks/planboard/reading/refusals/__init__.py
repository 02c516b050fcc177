"""Refusals: the only room that words what a model refuses, so that an editor can mend it."""
