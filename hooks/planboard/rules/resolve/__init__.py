"""Resolve: the only room that looks names up; owners, publishers, scales, statuses, actions."""
