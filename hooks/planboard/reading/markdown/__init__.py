"""Markdown: what a written page asks for, and what of it is code; its shortcodes."""
