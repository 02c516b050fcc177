"""Sentences: what is said of a whole record, each time in one true sentence."""
