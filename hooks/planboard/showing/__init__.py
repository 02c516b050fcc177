"""Showing: views to text; HTML fragments, pages and downloads."""
