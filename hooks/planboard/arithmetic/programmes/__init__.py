"""Programmes: counts of what volunteers did and of what came of it, with small counts kept back."""
