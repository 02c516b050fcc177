"""Texts: the only room that knows which texts of a record readers see, and where each stands."""
