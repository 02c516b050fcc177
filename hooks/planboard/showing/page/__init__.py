"""Page: one kind of page in each file, from its records to its HTML and the files beside it."""
