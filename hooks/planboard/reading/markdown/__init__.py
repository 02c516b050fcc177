"""Markdown: what a written page asks for, what of it is code, and the lines at its top."""
