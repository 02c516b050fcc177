"""Shortcodes: the only room that knows what each may say, and looks up what it names."""
