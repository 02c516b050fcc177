"""Downloads: records to CSV and JSON, a file for each kind of page; only they know the keys."""
