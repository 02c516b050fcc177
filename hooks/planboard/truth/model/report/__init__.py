"""Report: what a progress report may hold, one part of it in each file."""
