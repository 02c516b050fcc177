"""Placing: written pages with the data that their shortcodes ask for."""
