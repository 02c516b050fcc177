"""Report downloads: the tables beside a progress report, one part of it in each file."""
