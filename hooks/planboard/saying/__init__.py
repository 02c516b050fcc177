"""Saying: readers' words, addresses, charts, and exactly what a template may read."""
