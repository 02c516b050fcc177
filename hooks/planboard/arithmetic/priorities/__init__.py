"""Priorities: the only room that counts what forums named, and judges what they sent in."""
