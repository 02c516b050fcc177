"""Placements: what the data may say that a written page places, a file for each kind of record."""
